import { accessSync, constants, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';

/** A new folder, in memory where the system has one: nothing there outlives the machine, and every commit is spared the disk. */
export function tempDir(name: string): string {
  return mkdtempSync(join(inMemory() ? MEMORY : tmpdir(), `meeting-bot-${name}-`));
}

function inMemory(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
