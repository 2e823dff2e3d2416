/** One transaction after the other on one connection; whatever waits at the same time shares a commit. */
import { StoreError } from '../error.ts';

export interface Connection {
  exec(sql: string): void;
  readonly inTransaction: boolean;
}

interface Unit {
  /** A promise is awaited and may fail alone; what returns at once shares its commit's fate. Run again when another unit failed. */
  run(): Promise<void> | void;
  alone: boolean;
  done(): void;
  failed(error: unknown): void;
}

export interface GroupCommit {
  /** Fails alone when `run` throws. */
  unit<T>(run: () => Promise<T>): Promise<T>;
  /** For the fast path: no savepoint, so if `run` throws, everything in this commit fails with it. */
  fast<T>(run: () => T): Promise<T>;
  /** Resolves when nothing waits any more; from now on everything is refused. */
  close(): Promise<void>;
}

/** As long as more comes in with each turn of the loop, its commit waits for it: the disk takes longer than so many turns. */
const MOST_TURNS = 16;

/** @param explain what the database threw → what the caller gets */
export function createGroupCommit(connection: Connection, explain: (error: unknown) => unknown): GroupCommit {
  let waiting: Unit[] = [];
  let turning = false;
  let closed = false;
  let drained = () => {};

  function gather(before: number, turns: number): void {
    if (waiting.length > before && turns < MOST_TURNS) setImmediate(gather, waiting.length, turns + 1);
    else void turn();
  }

  async function turn(): Promise<void> {
    const units = waiting;
    waiting = [];
    if (!(await allAtOnce(units))) await eachBySavepoint(units);
    if (waiting.length > 0) setImmediate(gather, 1, 0);
    else {
      turning = false;
      drained();
    }
  }

  /** As nearly always none fails: without savepoints, which are half of all statements. @returns false when one failed, and nothing was done */
  async function allAtOnce(units: readonly Unit[]): Promise<boolean> {
    try {
      connection.exec('BEGIN IMMEDIATE');
      for (const unit of units) await unit.run();
      connection.exec('COMMIT');
    } catch (error) {
      rollback();
      if (units.length > 1) return false;
      const reason = explain(error);
      for (const unit of units) unit.failed(reason);
      return true;
    }
    for (const unit of units) unit.done();
    return true;
  }

  /** Who fails is told so, and the others are committed. */
  async function eachBySavepoint(units: readonly Unit[]): Promise<void> {
    try {
      connection.exec('BEGIN IMMEDIATE');
      const held: Unit[] = [];
      for (const unit of units) if (await ran(unit)) held.push(unit);
      connection.exec('COMMIT');
      for (const unit of held) unit.done();
    } catch (error) {
      rollback();
      const reason = explain(error);
      for (const unit of units) unit.failed(reason);
    }
  }

  async function ran(unit: Unit): Promise<boolean> {
    if (!unit.alone) {
      unit.run();
      return true;
    }
    connection.exec('SAVEPOINT unit');
    try {
      await unit.run();
      connection.exec('RELEASE unit');
      return true;
    } catch (error) {
      // A full disk rolls back more than this unit: then nothing of this commit is left.
      if (!connection.inTransaction) throw error;
      connection.exec('ROLLBACK TO unit');
      connection.exec('RELEASE unit');
      unit.failed(explain(error));
      return false;
    }
  }

  function rollback(): void {
    try {
      if (connection.inTransaction) connection.exec('ROLLBACK');
    } catch {
      // The first error is the one worth telling; a transaction that stays open makes the next BEGIN fail.
    }
  }

  function enqueue<T>(run: () => Promise<T> | T, alone: boolean): Promise<T> {
    if (closed) return Promise.reject(new StoreError('closed', 'The store is closed'));
    return new Promise((resolve, reject) => {
      let result: T;
      const keep = (value: T) => {
        result = value;
      };
      waiting.push({
        run: alone ? async () => keep(await run()) : () => keep(run() as T),
        alone,
        done: () => resolve(result),
        failed: reject,
      });
      if (turning) return;
      turning = true;
      setImmediate(gather, 1, 0);
    });
  }

  return {
    unit: (run) => enqueue(run, true),
    fast: (run) => enqueue(run, false),
    close() {
      closed = true;
      if (!turning) return Promise.resolve();
      return new Promise((resolve) => {
        drained = resolve;
      });
    },
  };
}
