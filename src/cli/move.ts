/** `npm run move -- FROM TO`: carries a store to another database, and checks counts. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { StoreError } from '../store/error.ts';
import { moveStore } from '../store/move.ts';
import { openStore, type Store } from '../store/open.ts';
import { nameOf } from '../store/postgres/explain.ts';
import { MOVE } from '../text/commands.ts';
import { langOf } from './environment.ts';

export interface MoveIo {
  stdout: { write(text: string): unknown };
  now(): number;
}

/** @returns the exit code */
export async function moveCommand(argv: string[], env: Record<string, string | undefined>, io: MoveIo): Promise<number> {
  const lang = langOf(env);
  const words = MOVE[lang];
  const say = (text: string) => io.stdout.write(`${text}\n`);
  const [from, to, ...more] = parseArgs({ args: argv, allowPositionals: true }).positionals;
  const no = !from || !to || more.length > 0 ? words.usage : from === to ? words.same : null;
  if (no !== null || !from || !to) {
    say(no ?? words.usage);
    return 1;
  }
  const file = /^file:(?!\/\/)(.+)$/.exec(from)?.[1];
  if (file !== undefined && !existsSync(file)) {
    say(words.missing(file));
    return 1;
  }
  try {
    for (const { table, rows } of await between(from, to, io.now)) say(words.moved(table, rows));
    say(words.done(to.startsWith('file:') ? to : nameOf(to)));
    return 0;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    say(words.failed(error.message));
    return 1;
  }
}

async function between(from: string, to: string, now: () => number) {
  const open: Store[] = [];
  try {
    for (const url of [from, to]) open.push(await openStore(url, { now }));
    return await moveStore(open[0]!, open[1]!);
  } finally {
    for (const store of open) await store.close();
  }
}
