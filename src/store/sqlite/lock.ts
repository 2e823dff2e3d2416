import { closeSync, openSync } from 'node:fs';
import Database from 'libsql';
import { StoreError } from '../error.ts';

/**
 * Keeps a second process away from the store at `path`. The lock is the operating system's, on a file beside it: it ends
 * with the process, however that ends. The store's own file cannot carry it, since it has two connections.
 * @throws StoreError `in_use`
 */
export function lockStore(path: string): { release(): void } {
  const file = `${path}.lock`;
  closeSync(openSync(file, 'a', 0o600));
  const holder = new Database(file);
  try {
    holder.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    holder.close();
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))
      throw new StoreError(
        'in_use',
        `${path} is in use by another process of the bot. Stop that one first, or give this one a file of its own in DATABASE_URL (file:PATH)`,
      );
    throw error;
  }
  return { release: () => holder.close() };
}
