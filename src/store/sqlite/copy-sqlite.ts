import { chmodSync, renameSync, rmSync, statSync } from 'node:fs';
import Database from 'libsql';
import { StoreError } from '../error.ts';
import { explainer } from './explain.ts';

/**
 * A consistent copy of a store that may be in use: `VACUUM INTO` reads one state of it, checked before it gets its name.
 * @returns bytes
 * @throws StoreError what is wrong with which file; then nothing is left behind
 */
export function copySqlite(from: string, to: string): number {
  const made = `${to}.${process.pid}.new`;
  try {
    const source = open(from, true);
    try {
      source.prepare('vacuum into ?').run(made);
    } finally {
      source.close();
    }
    chmodSync(made, 0o600);
    const copy = open(made, true);
    try {
      const said = copy.prepare('pragma integrity_check').get() as { integrity_check?: string };
      if (said.integrity_check !== 'ok') throw new StoreError('damaged', `The copy of ${from} is not sound: ${said.integrity_check}`);
    } finally {
      copy.close();
    }
    renameSync(made, to);
    return statSync(to).size;
  } catch (error) {
    rmSync(made, { force: true });
    throw error instanceof StoreError ? error : explainer(from)(error);
  }
}

const open = (path: string, readonly: boolean) => new Database(path, { readonly });
