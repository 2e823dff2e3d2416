/** The seam between the bot and its database: everything that a second driver has to offer. */
import type { Kysely } from 'kysely';
import type { NewJob } from '../domain/job.ts';
import type { Millis } from '../domain/time.ts';
import type { Tables } from './tables.ts';

export type Sql = Kysely<Tables>;

export interface Db {
  /** The column type that counts rows up by itself. */
  readonly serial: 'integer' | 'bigserial';
  /** Other processes may work on the same store. */
  readonly shared: boolean;
  /** For reads: sees what is committed, waits for no writer. */
  readonly read: Sql;
  /**
   * Runs `write` as one transaction: all of it or nothing. `write` uses only the handle it is given, awaits nothing but
   * queries, opens no second `tx`, and may run more than once when another one was in its way. What it reads in order to
   * write it anew, it reads `forUpdate()`: with several processes another transaction may be at the same rows.
   * @throws StoreError when the store cannot take it; what `write` throws otherwise.
   */
  tx<T>(write: (sql: Sql) => Promise<T>): Promise<T>;
  /** As `tx`, where `write` is one statement and nothing else, which is a transaction by itself. */
  write<T>(write: (sql: Sql) => Promise<T>): Promise<T>;
  /**
   * The fast path of arriving events; resolves when they are on disk. `inserted`: did this row change anything.
   * @throws StoreError when the store cannot take them; then none of them is stored.
   */
  insertJobs(rows: JobRow[]): Promise<{ inserted: boolean[] }>;
  /** Inside a transaction, until it ends: true for one process at a time. Asks, and never waits. */
  turn(sql: Sql): Promise<boolean>;
  /** Runs `work` while no other process does so, however many start at the same time. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** The tables that lie where ours belong. */
  tables(): Promise<string[]>;
  /** After rows were written with their numbers: the next number is a new one. */
  countOn(): Promise<void>;
  /** The database's own clock; null where it is the process's. */
  clock(): Promise<Millis | null>;
  /** Tells the other processes at this store that jobs were committed. May get lost: whoever waits also looks by itself. */
  announce(): void;
  /** Another process announced, or may have while we could not hear it. */
  onAnnounced(listener: () => void): void;
  /** @throws StoreError unless a write reaches the disk now. */
  ping(): Promise<void>;
  /** Looks at every page of the store, beside the work. @returns what is wrong, for the person who runs the bot; null: nothing that can be seen from here */
  damage(): Promise<string | null>;
  /** Finishes what waits, then lets go of the file. Later calls are refused. */
  close(): Promise<void>;
}

/** A job on its way into the table. */
export interface JobRow {
  id: string;
  lane: string;
  kind: string;
  due: Millis;
  /** JSON. */
  payload: string;
  repeat: NewJob['repeat'];
  /** 0 or 1. */
  background: number;
  createdAt: Millis;
}

export interface Job {
  id: string;
  lane: string;
  kind: string;
  payload: unknown;
  /** Grows with every run of this id. Above 1, an earlier run may have got somewhere. */
  attempt: number;
  /** How many runs threw. */
  failures: number;
  /** How often it was claimed, this time included, since a run came to an end of any sort: above 1 the process ended meanwhile. */
  unfinished: number;
  /** Nobody waits for it. */
  background: boolean;
  createdAt: Millis;
}

export type JobResult = { id: string; attempt: number } & (
  | { as: 'done' }
  /** `aside`: it waits in another lane, and lets its own go on. */
  | { as: 'retry'; runAt: Millis; error: string; aside?: LaneChange }
  /** Not run: it takes its turn in another lane, behind what waits there. */
  | { as: 'moved'; aside: LaneChange }
  | { as: 'dead'; error: string }
  /** Not finished and not failed: the process stops. */
  | { as: 'given_back' }
);

export interface LaneChange {
  from: string;
  to: string;
}

export interface DeadJob {
  id: string;
  lane: string;
  kind: string;
  attempt: number;
  /** Names and codes, never what people wrote. */
  error: string | null;
  createdAt: Millis;
  diedAt: Millis;
}

/** Called with jobs that were committed. */
export type Added = (jobs: readonly { due: Millis }[]) => void;

/** The job table. Jobs of one lane run one after the other, in order of arrival (a later `due` arrives then). */
export interface Jobs {
  /** Others may work at the same jobs. */
  readonly shared: boolean;
  /** Known ids change nothing, unless the job says that it is armed again. `inserted`: did it change anything. */
  add(jobs: NewJob[]): Promise<{ inserted: boolean[] }>;
  /**
   * Called after jobs were committed. `due`: here, and some of them are; `perhaps`: they are for later, or others committed them
   * and may be working on them already.
   */
  onAdded(listener: (what: 'due' | 'perhaps') => void): () => void;
  /**
   * Up to `limit` jobs that are due, one of each lane, leased to `holder`; what somebody waits for comes first.
   * @param background at most so many that nobody waits for
   */
  claim(limit: number, holder: string, background?: number): Promise<Job[]>;
  /** Keeps these lanes for `holder` for another lease. */
  renew(lanes: string[], holder: string): Promise<void>;
  /**
   * Results of attempts that were overtaken meanwhile change nothing.
   * @param goOn their lanes may stay with their holder, where something is due in them that somebody waits for and no other lane waits longer
   * @returns the jobs that at most so many of them go on with
   */
  finish(results: JobResult[], goOn?: { most: number; holder: string }): Promise<Job[]>;
  /**
   * Written down before a run whose process may not outlive it: a job that was claimed and waited its turn has not begun.
   * @returns false where it began `most` times already since a run came to an end of any sort
   */
  begins(job: Pick<Job, 'id' | 'attempt' | 'unfinished'>, most: number): Promise<boolean>;
  /** Is there a job that runs or waits in this lane. */
  hasLane(lane: string): Promise<boolean>;
  /** When the next lane needs a look: its job falls due or its lease ends. @param background false: lanes that nobody waits for have time */
  nextAt(background?: boolean): Promise<Millis | null>;
  /** Takes all leases back at once; only right while nobody else can hold one. */
  takeBack(): Promise<void>;
  /** Newest first. */
  dead(limit: number): Promise<DeadJob[]>;
  /** Runs a dead job once more, from the start. False: no such dead job. */
  replay(id: string): Promise<boolean>;
  /** How many jobs of a kind, put off to later, fall due in each minute of `[from, until)`, by the minute's start. */
  perMinute(kind: string, from: Millis, until: Millis): Promise<Map<Millis, number>>;
  /** `waiting`: due and not running; `later`: not due yet; `oldest`: since when the one that waits longest is due, 0 where none waits. */
  count(): Promise<{ waiting: number; running: number; later: number; dead: number; oldest: Millis }>;
  /** `stuck`: what people wait for and the platform has not taken `tries` times; `died`: given up since then. */
  trouble(tries: number, since: Millis): Promise<{ stuck: number; died: number }>;
  /** Forgets what is old enough, a small batch at a time. True: there may be more. */
  purge(): Promise<boolean>;
}
