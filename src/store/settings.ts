import type { Settings } from '../domain/settings.ts';
import type { SettingsStore } from '../meeting/ports.ts';
import type { Db, Sql } from './db.ts';
import { hot } from './hot.ts';
import { jsonOf } from './json.ts';

export function createSettings(db: Db): SettingsStore {
  const read = hot(db, (sql, { ownerId }: { ownerId: string }) => ownRow(sql, ownerId));
  return {
    get: async (ownerId) => parsed((await read({ ownerId }))[0]),

    async patch(ownerId, patch) {
      await db.tx(async (sql) => {
        // The row is there and ours before it is read: two processes that patch at the same time keep both patches.
        await sql
          .insertInto('settings')
          .values({ owner_id: ownerId, data: '{}' })
          .onConflict((conflict) => conflict.column('owner_id').doNothing())
          .execute();
        const row = await ownRow(sql, ownerId).forUpdate().executeTakeFirst();
        const data = JSON.stringify({ ...parsed(row), ...patch });
        await sql.updateTable('settings').set({ data }).where('owner_id', '=', ownerId).execute();
      });
    },
  };
}

const ownRow = (sql: Sql, ownerId: string) => sql.selectFrom('settings').select('data').where('owner_id', '=', ownerId);

const parsed = (row: { data: string } | undefined): Partial<Settings> => {
  const found = row && jsonOf(row.data);
  return typeof found === 'object' && found !== null ? found : {};
};
