/** `npm run dead-letters -- list | replay ID`: jobs that were given up, also while the bot runs. */
import { parseArgs } from 'node:util';
import type { Lang } from '../domain/settings.ts';
import type { Store } from '../store/open.ts';
import { DEAD_LETTERS } from '../text/commands.ts';
import { besideBot, langOf } from './environment.ts';

export interface DeadLettersIo {
  stdout: { write(text: string): unknown };
  now(): number;
}

const MOST = 200;

/** @returns the exit code */
export async function deadLettersCommand(argv: string[], env: Record<string, string | undefined>, io: DeadLettersIo): Promise<number> {
  const lang = langOf(env);
  const words = DEAD_LETTERS[lang];
  const say = (text: string) => io.stdout.write(`${text}\n`);
  const [verb = 'list', id, ...more] = parseArgs({ args: argv, allowPositionals: true }).positionals;
  const asked = verb === 'list' ? id === undefined : verb === 'replay' && id !== undefined && more.length === 0;
  if (!asked) {
    say(words.usage);
    return 1;
  }
  const run = async (store: Store): Promise<number> => {
    if (id === undefined) {
      await list(store, words, say);
      return 0;
    }
    const found = await store.jobs.replay(id);
    say(found ? words.replayed(id) : words.unknown(id));
    return found ? 0 : 1;
  };
  return besideBot(env, io.now, run, (why) => say(words.failed(why)));
}

async function list(store: Store, words: (typeof DEAD_LETTERS)[Lang], say: (text: string) => void): Promise<void> {
  const dead = await store.jobs.dead(MOST);
  if (dead.length === 0) return say(words.none);
  say(words.count(dead.length));
  for (const { id, kind, attempt, error, diedAt } of dead)
    say(words.row({ id, kind, at: new Date(diedAt).toISOString(), attempts: attempt, why: error ?? '' }));
  say(words.hint);
}
