import type { Conversations } from '../meeting/ports/memory.ts';
import type { Db } from './db.ts';
import { hot, hotRead } from './hot.ts';
import { jsonOf } from './json.ts';
import type { Tables } from './tables.ts';

export function createConversations(db: Db): Conversations {
  const read = hotRead(db, (sql, { chatId, personId }: { chatId: string; personId: string }) =>
    sql.selectFrom('conversations').select('data').where('chat_id', '=', chatId).where('person_id', '=', personId),
  );
  return {
    async get(chatId, personId) {
      const [row] = await read({ chatId, personId });
      return row ? (jsonOf(row.data) ?? null) : null;
    },

    async put(chatId, personId, memory, at) {
      const data = JSON.stringify(memory);
      await db.write((sql) => write(sql, { chat_id: chatId, person_id: personId, at, data }));
    },
  };
}

const write = hot((sql, { chat_id, person_id, at, data }: Tables['conversations']) =>
  sql
    .insertInto('conversations')
    .values({ chat_id, person_id, at, data })
    .onConflict((conflict) => conflict.columns(['chat_id', 'person_id']).doUpdateSet({ at, data })),
);
