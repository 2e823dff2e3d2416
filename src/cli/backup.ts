/** `npm run backup -- FILE`: a copy of the embedded store, also while the bot runs. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { StoreError } from '../store/error.ts';
import { isPostgres } from '../store/open.ts';
import { copySqlite } from '../store/sqlite/copy-sqlite.ts';
import { BACKUP } from '../text/commands.ts';
import { databaseUrlOf, langOf } from './environment.ts';

export interface BackupIo {
  stdout: { write(text: string): unknown };
}

/** @returns the exit code */
export async function backupCommand(argv: string[], env: Record<string, string | undefined>, io: BackupIo): Promise<number> {
  const lang = langOf(env);
  const words = BACKUP[lang];
  const say = (text: string) => io.stdout.write(`${text}\n`);
  const url = databaseUrlOf(env);
  const [to, ...more] = parseArgs({ args: argv, allowPositionals: true }).positionals;
  const path = url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length);
  const no =
    to === undefined || more.length > 0
      ? words.usage
      : isPostgres(url)
        ? words.shared
        : !existsSync(path)
          ? words.missing(path)
          : existsSync(to)
            ? words.exists(to)
            : null;
  if (no !== null || to === undefined) {
    say(no ?? words.usage);
    return 1;
  }
  try {
    const size = copySqlite(resolve(path), resolve(to));
    say(words.done(to, Math.max(1, Math.round(size / 1024))));
    return 0;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    say(words.failed(error.message));
    return 1;
  }
}
