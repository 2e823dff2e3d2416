/** `npm run trace -- om_…`: what became of one message, or of the one that was answered by it; also while the bot runs. */
import { parseArgs } from 'node:util';
import type { Store } from '../store/open.ts';
import { TRACE } from '../text/commands.ts';
import { plain } from '../text/ink.ts';
import { traceLines } from '../text/trace-lines.ts';
import { besideBot, type Env, langOf, zoneOf } from './environment.ts';

export interface TraceIo {
  stdout: { write(text: string): unknown };
  now(): number;
}

const MOST = 20;

/** @returns the exit code: 1 when nothing is known of it */
export async function traceCommand(argv: string[], env: Env, io: TraceIo): Promise<number> {
  const lang = langOf(env);
  const words = TRACE[lang];
  const say = (text: string) => io.stdout.write(`${text}\n`);
  const id = idIn(argv);
  if (id === null) {
    say(words.usage);
    return 1;
  }
  const show = async (store: Store): Promise<number> => {
    const traces = await store.traces.of(id, MOST);
    if (traces.length === 0) say(words.none(id));
    for (const trace of traces) {
      say(`${trace.id}  ${words.who(trace.personId, trace.chatId)}`);
      for (const { name, value } of traceLines(trace, zoneOf(env), lang, plain, (text) => text)) say(`  ${name}  ${value}`);
    }
    return traces.length > 0 ? 0 : 1;
  };
  return besideBot(env, io.now, show, (why) => say(words.failed(why)));
}

/** A message's id, or the event's of a press. */
function idIn(argv: string[]): string | null {
  try {
    const [id, ...more] = parseArgs({ args: argv, allowPositionals: true }).positionals;
    return id !== undefined && more.length === 0 && /^[\w-]{1,128}$/.test(id) ? id : null;
  } catch {
    return null;
  }
}
