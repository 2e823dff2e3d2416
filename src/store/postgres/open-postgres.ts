import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Db, JobRow, Sql } from '../db.ts';
import { StoreError } from '../error.ts';
import { hot } from '../hot.ts';
import { insertJobs } from '../jobs/insert.ts';
import type { Tables } from '../tables.ts';
import { createAnnouncer } from './announce.ts';
import { createPool } from './connection.ts';
import { codeOf, explainer } from './explain.ts';
import { AT_ONCE, createBatches } from './insert-batches.ts';

/** Two transactions that waited for each other: one was undone as if it had never begun. */
const AGAIN = new Set(['40001', '40P01']);
const TRIES = 5;
/** With those of the door, 4 instances stay under the 100 connections that a server allows when nothing is configured. */
const WORK_CONNECTIONS = 14;
/** Any number that nobody else in this database takes: “fmb1”. */
const MIGRATION_LOCK = 0x66_6d_62_31;
/** Another: “fmb2”. */
const TURN_LOCK = 0x66_6d_62_32;

/** One database, any number of processes. What arrives has connections of its own: it waits behind no work. */
export function openPostgres(url: string): Db {
  const pool = createPool(url, WORK_CONNECTIONS, explainer(url));
  const read = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool.source }) });
  const doorPool = createPool(url, AT_ONCE, explainer(url));
  const arriveAll = doorPool.prepared<{ id: string }>(ARRIVE_ALL);
  const listeners = new Set<() => void>();
  const announcer = createAnnouncer(url, pool.query, () => {
    for (const listener of listeners) listener();
  });
  const pending = new Set<Promise<unknown>>();
  let closing: Promise<void> | null = null;

  /** Refused once the store closes; what came before is waited for. */
  async function accepted<T>(work: () => Promise<T>): Promise<T> {
    if (closing) throw new StoreError('closed', 'The store is closed');
    const promise = work();
    pending.add(promise);
    try {
      return await promise;
    } finally {
      pending.delete(promise);
    }
  }

  async function shut(): Promise<void> {
    await Promise.allSettled(pending);
    await announcer.close();
    await Promise.all([pool.close(), doorPool.close()]);
  }

  async function again<T>(run: () => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await run();
      } catch (error) {
        if (!AGAIN.has(codeOf(error)) || tried === TRIES) throw error;
        await pause(5 * tried * Math.random());
      }
    }
  }

  const tx = <T>(write: (sql: Sql) => Promise<T>): Promise<T> => again(() => read.transaction().execute(write));

  const insertArrived = createBatches(async (rows) => {
    const found = await arriveAll([JSON.stringify(rows)]);
    return new Set(found.map(({ id }) => id));
  });

  const insertOthers = (rows: JobRow[]) => tx((handle) => insertJobs(handle, rows));

  return {
    serial: 'bigserial',
    shared: true,
    read,
    tx: (write) => accepted(() => tx(write)),
    write: (statement) => accepted(() => again(() => statement(read))),
    insertJobs: (rows) => accepted(() => (rows.every(arrives) ? insertArrived(rows) : insertOthers(rows))),
    turn: async (handle) => (await askForTurn(handle, {}))[0]?.ours === true,
    alone: (work) =>
      read.transaction().execute(async (handle) => {
        await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(handle);
        return work();
      }),
    async tables() {
      const { rows } = await sql<{
        name: string;
      }>`select table_name as name from information_schema.tables where table_schema = current_schema()`.execute(read);
      return rows.map(({ name }) => name);
    },
    async countOn() {
      await sql`select setval(pg_get_serial_sequence('jobs', 'seq'), (select coalesce(max(seq), 0) + 1 from jobs), false)`.execute(read);
    },
    async clock() {
      const { rows } = await sql<{ now: number }>`select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(read);
      return rows[0]?.now ?? null;
    },
    async ping() {
      await read.updateTable('pulse').set({ at: Date.now() }).execute();
    },
    damage: async () => null,
    announce: () => announcer.announce(),
    onAnnounced(listener) {
      listeners.add(listener);
    },
    close() {
      closing ??= shut();
      return closing;
    },
  };
}

/** Bots that share a database, in schemas of their own, each have a turn of theirs. */
const askForTurn = hot((handle, _: object) =>
  handle.selectNoFrom(sql<boolean>`pg_try_advisory_xact_lock(${sql.lit(TURN_LOCK)}, hashtext(current_schema()))`.as('ours')),
);

/** As `arrive`, in one text however many rows there are. */
const ARRIVE_ALL = `
  insert into jobs (id, lane, kind, due, run_at, payload, background, created_at, state)
  select id, lane, kind, due, due, payload, background, "createdAt", 'new' from json_to_recordset(cast($1 as json))
    as arrived (id text, lane text, kind text, due bigint, payload text, background integer, "createdAt" bigint)
  on conflict (id) do nothing
  returning id`;

const arrives = (row: JobRow): boolean => row.repeat === 'ignore' && row.due <= row.createdAt;
