import type { Audit, AuditEntry } from '../meeting/ports/records.ts';
import type { Db, Sql } from './db.ts';
import { hotList } from './hot.ts';
import type { Tables } from './tables.ts';

const PAGE = 500;

/** Who did what to which meeting: kept for 180 days. Never what a meeting is about, its password or a message. */
export function createAudit(db: Db): Audit {
  const newest = () => db.read.selectFrom('audit').selectAll().orderBy('at', 'desc').orderBy('key', 'desc');
  return {
    ofPerson: async (personId, most) => (await newest().where('person_id', '=', personId).limit(most).execute()).map(entryOf),
    async ofMeeting(which, most) {
      const entries = 'ids' in which ? newest().where('meeting_id', 'in', which.ids) : newest().where('meeting_no', '=', which.meetingNo);
      return (await entries.limit(most).execute()).map(entryOf);
    },
    async people(since, most) {
      const rows = await db.read
        .selectFrom('audit')
        .select(['person_id', (eb) => eb.fn.max('at').as('last')])
        .where('at', '>=', since)
        .groupBy('person_id')
        .orderBy('last', 'desc')
        .limit(most)
        .execute();
      return rows.map(({ person_id }) => person_id);
    },
    async count(since) {
      const rows = await db.read
        .selectFrom('audit')
        .select(['did', (eb) => eb.fn.countAll().as('n')])
        .where('at', '>=', since)
        .where('meeting_no', '<>', '')
        .groupBy('did')
        .execute();
      return Object.fromEntries(rows.map(({ did, n }) => [did, Number(n)]));
    },
    async *since(at, { personId, meetingNo } = {}) {
      for (let after = { at: at - 1, key: '￿' }; ; ) {
        const { at: time, key } = after;
        const rows = await db.read
          .selectFrom('audit')
          .selectAll()
          .$if(personId !== undefined, (query) => query.where('person_id', '=', personId as string))
          .$if(meetingNo !== undefined, (query) => query.where('meeting_no', '=', meetingNo as string))
          .where((eb) => eb.or([eb('at', '>', time), eb.and([eb('at', '=', time), eb('key', '>', key)])]))
          .orderBy('at')
          .orderBy('key')
          .limit(PAGE)
          .execute();
        yield* rows.map(entryOf);
        const last = rows.at(-1);
        if (!last || rows.length < PAGE) return;
        after = { at: last.at, key: last.key };
      }
    },
  };
}

/** In the transaction of the deed. The same job may run twice: what it did is written once. */
export async function writeAudit(sql: Sql, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length > 0) await write(sql, entries.map(rowOf), {});
}

const write = hotList((sql, rows: readonly Tables['audit'][]) =>
  sql
    .insertInto('audit')
    .values(
      rows.map(({ key, at, person_id, chat_id, did, meeting_id, meeting_no, owner_id, fields }) => ({
        key,
        at,
        person_id,
        chat_id,
        did,
        meeting_id,
        meeting_no,
        owner_id,
        fields,
      })),
    )
    .onConflict((conflict) => conflict.column('key').doNothing()),
);

const rowOf = (entry: AuditEntry): Tables['audit'] => ({
  key: entry.key,
  at: entry.at,
  person_id: entry.personId,
  chat_id: entry.chatId,
  did: entry.did,
  meeting_id: entry.meetingId,
  meeting_no: entry.meetingNo,
  owner_id: entry.ownerId,
  fields: entry.fields.join(' '),
});

const entryOf = (row: Tables['audit']): AuditEntry => ({
  key: row.key,
  at: row.at,
  personId: row.person_id,
  chatId: row.chat_id,
  did: row.did as AuditEntry['did'],
  meetingId: row.meeting_id,
  meetingNo: row.meeting_no,
  ownerId: row.owner_id,
  fields: row.fields === '' ? [] : row.fields.split(' '),
});
