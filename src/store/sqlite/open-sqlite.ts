import { closeSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely } from 'kysely';
import Database from 'libsql';
import type { Db, JobRow } from '../db.ts';
import { StoreError } from '../error.ts';
import { arrive, insertJob, rearmJob, wakeLane } from '../jobs/insert.ts';
import type { Tables } from '../tables.ts';
import { template } from '../template.ts';
import { UnlockedSqliteDialect } from './dialect.ts';
import { makeDirectory } from './directory.ts';
import { explainer } from './explain.ts';
import { createGroupCommit } from './group-commit.ts';
import { findDamage } from './integrity.ts';

/** How long another program (a backup, a shell) may hold the file before a write is refused. It blocks the process. */
const BUSY_MS = 1000;
const MAX_STATEMENTS = 200;

type Native = Database.Database;

/** One file, one process. Two connections: one writes, one reads what is committed. */
export function openSqlite(path: string): Db {
  const explain = explainer(path);
  let writer: Native;
  let reader: Native;
  try {
    makeDirectory(dirname(path));
    closeSync(openSync(path, 'a', 0o600));
    writer = connect(path);
    reader = connect(path);
  } catch (error) {
    throw explain(error);
  }
  const writes = statements(writer);
  const reads = statements(reader);
  const handle = (database: Statements) => new Kysely<Tables>({ dialect: new UnlockedSqliteDialect({ database }) });
  const write = handle(writes);
  const read = handle(reads);
  const commits = createGroupCommit(writer, explain);

  const insert = template((row: JobRow) => insertJob(write, row));
  const rearm = template((row: JobRow) => rearmJob(write, row));
  const wake = template((row: JobRow) => wakeLane(write, row));
  const arrival = template((row: JobRow) => arrive(write, row));
  const insertRow = (row: JobRow): boolean => {
    if (row.repeat === 'ignore' && row.due <= row.createdAt) return writes.prepare(arrival.sql).run(arrival.bind(row)).changes > 0;
    const into = row.repeat === 'rearm' ? rearm : insert;
    const changed = writes.prepare(into.sql).run(into.bind(row)).changes > 0;
    if (changed) writes.prepare(wake.sql).run(wake.bind(row));
    return changed;
  };

  return {
    serial: 'integer',
    shared: false,
    read,
    turn: async () => true,
    alone: (work) => work(),
    tables: async () => (await read.introspection.getTables()).map((table) => table.name),
    // A rowid is always one more than the highest.
    async countOn() {},
    clock: async () => null,
    announce() {},
    onAnnounced() {},
    tx: (unit) => commits.unit(() => unit(write)),
    write: (statement) => commits.unit(() => statement(write)),
    insertJobs: (rows) => commits.fast(() => ({ inserted: rows.map(insertRow) })),
    ping: () =>
      commits.unit(async () => {
        await write.updateTable('pulse').set({ at: Date.now() }).execute();
      }),
    async damage() {
      const found = await findDamage(path);
      return found === null ? null : (explain(Object.assign(new Error(found), { code: 'SQLITE_CORRUPT' })) as Error).message;
    },
    async close() {
      await commits.close();
      if (!writer.open) return;
      reads.close();
      reader.close();
      try {
        // All of it in one file, for a copy or a move. Not needed for safety, and a full disk has no room for it.
        writer.pragma('wal_checkpoint(TRUNCATE)');
      } catch {
        // The log beside the file holds it; the next start reads both.
      } finally {
        writes.close();
        writer.close();
      }
    },
  };
}

function connect(path: string): Native {
  const native = new Database(path);
  native.pragma(`busy_timeout = ${BUSY_MS}`);
  const [row] = native.pragma('journal_mode = WAL') as { journal_mode: string }[];
  if (row?.journal_mode !== 'wal')
    throw new StoreError(
      'unsupported',
      `${path} is on a file system that cannot hold the store (no WAL). Choose a local disk in DATABASE_URL`,
    );
  // NORMAL loses acknowledged rows in a power cut.
  native.pragma('synchronous = FULL');
  native.pragma('foreign_keys = ON');
  // Deleted texts are overwritten where that costs no further page.
  native.pragma('secure_delete = FAST');
  native.pragma('cache_size = -8000');
  // Rows with random ids lie on pages of their own: the more of them a checkpoint brings home, the fewer it writes twice.
  native.pragma('wal_autocheckpoint = 4000');
  native.pragma('journal_size_limit = 16777216');
  return native;
}

interface Statement {
  readonly reader: boolean;
  all(values: readonly unknown[]): unknown[];
  run(values: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  iterate(values: readonly unknown[]): IterableIterator<unknown>;
}

interface Statements {
  prepare(sql: string): Statement;
  close(): void;
}

/** Prepared once, used again. */
function statements(native: Native): Statements {
  const prepared = new Map<string, Statement>();
  let closed = false;
  // libsql's own statements go on working after their connection was closed.
  const ifOpen = <T>(use: (values: unknown[]) => T) => {
    return (values: readonly unknown[]): T => {
      if (closed) throw new StoreError('closed', 'The store is closed');
      return use(bindable(values));
    };
  };
  return {
    prepare(sql) {
      if (closed) throw new StoreError('closed', 'The store is closed');
      const known = prepared.get(sql);
      if (known) return known;
      const statement = native.prepare(sql);
      const fresh: Statement = {
        reader: statement.reader,
        all: ifOpen((values) => statement.all(values)),
        run: ifOpen((values) => statement.run(values)),
        iterate: ifOpen((values) => statement.iterate(values)),
      };
      const [oldest] = prepared.keys();
      if (prepared.size >= MAX_STATEMENTS && oldest !== undefined) prepared.delete(oldest);
      prepared.set(sql, fresh);
      return fresh;
    },
    close() {
      closed = true;
      prepared.clear();
    },
  };
}

/** libsql aborts the whole process on a boolean. */
const bindable = (values: readonly unknown[]): unknown[] => values.map((value) => (typeof value === 'boolean' ? Number(value) : value));
