import type { Settings } from '../domain/settings.ts';
import type { SettingsStore } from '../meeting/ports/memory.ts';
import type { Db, Sql } from './db.ts';
import { hot, hotRead } from './hot.ts';
import { jsonOf } from './json.ts';

export function createSettings(db: Db): SettingsStore {
  const read = hotRead(db, (sql, { ownerId }: { ownerId: string }) => ownRow(sql, ownerId));
  return {
    get: async (ownerId) => parsed((await read({ ownerId }))[0]),

    async patch(ownerId, patch) {
      await db.tx(async (sql) => {
        // The row is there and ours before it is read: two processes that patch at the same time keep both patches.
        await makeRow(sql, { ownerId });
        const [row] = await lockRow(sql, { ownerId });
        await writeRow(sql, { ownerId, data: JSON.stringify({ ...parsed(row), ...patch }) });
      });
    },
  };
}

const makeRow = hot((sql, { ownerId }: { ownerId: string }) =>
  sql
    .insertInto('settings')
    .values({ owner_id: ownerId, data: '{}' })
    .onConflict((conflict) => conflict.column('owner_id').doNothing()),
);

const lockRow = hot((sql, { ownerId }: { ownerId: string }) => ownRow(sql, ownerId).forUpdate());

const writeRow = hot((sql, { ownerId, data }: { ownerId: string; data: string }) =>
  sql.updateTable('settings').set({ data }).where('owner_id', '=', ownerId),
);

const ownRow = (sql: Sql, ownerId: string) => sql.selectFrom('settings').select('data').where('owner_id', '=', ownerId);

const parsed = (row: { data: string } | undefined): Partial<Settings> => {
  const found = row && jsonOf(row.data);
  return typeof found === 'object' && found !== null ? found : {};
};
