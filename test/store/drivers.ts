/** Every store that the contract holds for. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../src/domain/time.ts';
import { openStore, type Store } from '../../src/store/open.ts';

export interface Driver {
  name: string;
  /** Several processes may have it open: leases end by themselves, and transactions may overlap. */
  shared: boolean;
  /** An empty store that is closed and gone when the test ends. `reopen` closes it and opens it again. */
  open(clock: Clock): Promise<{ store: Store; reopen(): Promise<Store> }>;
}

export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'bot-store-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

const sqlite: Driver = {
  name: 'sqlite',
  shared: false,
  async open(clock) {
    const url = `file:${join(tempDir(), 'bot.db')}`;
    let store = await openStore(url, clock);
    onTestFinished(() => store.close());
    return {
      store,
      async reopen() {
        await store.close();
        store = await openStore(url, clock);
        return store;
      },
    };
  },
};

export const drivers: Driver[] = [sqlite];
