import { sql } from 'kysely';
import type { Series } from '../domain/series.ts';
import type { Clock } from '../domain/time.ts';
import type { SeriesStore } from '../meeting/ports/series.ts';
import { writeAudit } from './audit.ts';
import { changeDone } from './changes.ts';
import type { Added, Db } from './db.ts';
import { insertJobs, toRows } from './jobs/insert.ts';
import type { SeriesTable } from './tables.ts';
import { containing, topicKey } from './topic-key.ts';

/** @param added called with the jobs that were committed */
export function createSeries(db: Db, clock: Clock, added: Added): SeriesStore {
  return {
    async get(id) {
      const row = await db.read.selectFrom('series').select(['data', 'version']).where('id', '=', id).executeTakeFirst();
      return row ? readSeries(row) : null;
    },

    async add(series, jobs, entry) {
      const rows = toRows(jobs, clock);
      await db.tx(async (tx) => {
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('series')
          .values(rowOf(series))
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirstOrThrow();
        if (!numInsertedOrUpdatedRows) return;
        await insertJobs(tx, rows);
        if (entry) await writeAudit(tx, [entry]);
      });
      if (rows.length > 0) added(rows);
    },

    async save(series, jobs, change) {
      const rows = toRows(jobs, clock);
      const saved = await db.tx(async (tx) => {
        const { id, created_at, ...row } = rowOf({ ...series, version: series.version + 1 });
        const { numUpdatedRows } = await tx
          .updateTable('series')
          .set(row)
          .where('id', '=', id)
          .where('version', '=', series.version)
          .executeTakeFirstOrThrow();
        if (numUpdatedRows === 0n) return false;
        await insertJobs(tx, rows);
        if (change) await changeDone(tx, change, id, clock.now());
        return true;
      });
      if (saved && rows.length > 0) added(rows);
      return saved;
    },

    async find({ chatId, ownerId, topic, limit }) {
      const key = topic === undefined ? null : topicKey(topic);
      const rows = await db.read
        .selectFrom('series')
        .select(['data', 'version'])
        .where('status', '=', 'on')
        .$if(chatId !== undefined, (query) => query.where('chat_id', '=', chatId!))
        .$if(ownerId !== undefined, (query) => query.where('owner_id', '=', ownerId!))
        .$if(key !== null, (query) => query.where(containing(key!)))
        .$if(key !== null, (query) => query.orderBy(sql`case when topic_key = ${key} then 0 else 1 end`))
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(readSeries);
    },

    async byCard(messageId) {
      const row = await db.read
        .selectFrom('series_cards')
        .innerJoin('series', 'series.id', 'series_cards.series_id')
        .select(['data', 'version'])
        .where('message_id', '=', messageId)
        .executeTakeFirst();
      return row ? readSeries(row) : null;
    },

    async byMessage(messageId) {
      const row = await db.read
        .selectFrom('lines')
        .innerJoin('series', 'series.id', 'lines.meeting_id')
        .select(['data', 'version'])
        .where('message_id', '=', messageId)
        .executeTakeFirst();
      return row ? readSeries(row) : this.byCard(messageId);
    },

    async addCard({ messageId, seriesId, chatId, sentAt }) {
      await db.tx((tx) =>
        tx
          .insertInto('series_cards')
          .values({ message_id: messageId, series_id: seriesId, chat_id: chatId, sent_at: sentAt })
          .onConflict((conflict) => conflict.column('message_id').doNothing())
          .execute(),
      );
    },

    async cards(seriesId) {
      const rows = await db.read.selectFrom('series_cards').selectAll().where('series_id', '=', seriesId).orderBy('sent_at').execute();
      return rows.map((row) => ({ messageId: row.message_id, seriesId: row.series_id, chatId: row.chat_id, sentAt: row.sent_at }));
    },

    async removeCard(messageId) {
      await db.tx((tx) => tx.deleteFrom('series_cards').where('message_id', '=', messageId).execute());
    },
  };
}

const rowOf = (series: Series): SeriesTable => ({
  id: series.id,
  owner_id: series.ownerId,
  chat_id: series.chatId,
  status: series.status,
  topic_key: topicKey(series.plan.topic ?? ''),
  version: series.version,
  created_at: series.createdAt,
  last_day: lastDay(series),
  data: JSON.stringify(series),
});

/** The last day that is dealt with; empty: none was. */
export const lastDay = ({ doneTo }: Pick<Series, 'doneTo'>): string => doneTo ?? '';

const readSeries = (row: { data: string; version: number }): Series => ({ ...(JSON.parse(row.data) as Series), version: row.version });
