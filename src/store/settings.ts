import type { Settings } from '../domain/settings.ts';
import type { SettingsStore } from '../meeting/ports.ts';
import type { Db, Sql } from './db.ts';

export function createSettings(db: Db): SettingsStore {
  return {
    get: (ownerId) => own(db.read, ownerId),

    async patch(ownerId, patch) {
      await db.tx(async (sql) => {
        const data = JSON.stringify({ ...(await own(sql, ownerId)), ...patch });
        await sql
          .insertInto('settings')
          .values({ owner_id: ownerId, data })
          .onConflict((conflict) => conflict.column('owner_id').doUpdateSet({ data }))
          .execute();
      });
    },
  };
}

async function own(sql: Sql, ownerId: string): Promise<Partial<Settings>> {
  const row = await sql.selectFrom('settings').select('data').where('owner_id', '=', ownerId).executeTakeFirst();
  return row ? (JSON.parse(row.data) as Partial<Settings>) : {};
}
