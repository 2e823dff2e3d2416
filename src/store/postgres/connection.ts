/** How PostgreSQL is reached: pools that queries share. */
import { createHash } from 'node:crypto';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { StoreError } from '../error.ts';

/** A query that takes longer will not come back in time for anybody. */
const STATEMENT_MS = 15_000;
/** Waiting for somebody else's row lock. */
const LOCK_MS = 10_000;
const CONNECT_MS = 5_000;
const IDLE_MS = 30_000;

/** A pooler changes connections under us: the statement is not on this one, or somebody else's is. Nothing was done. */
const ELSEWHERE = new Set(['26000', '42P05']);

const INT8 = 20;
const NUMERIC = 1700;

/** Milliseconds and counts fit a double exactly; the driver hands them out as text otherwise. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format)),
};

export const connectionOf = (url: string): pg.ClientConfig => ({
  connectionString: url,
  types,
  connectionTimeoutMillis: CONNECT_MS,
  // What the driver waits for an answer when the server has fallen silent.
  query_timeout: STATEMENT_MS + 5_000,
  keepAlive: true,
  application_name: 'feishu-meeting-bot',
});

export interface Pool {
  /** As kysely wants it; whatever fails comes back as what `explain` makes of it. */
  readonly source: PostgresPool;
  /** @throws what `explain` makes of the server's words */
  query(text: string): Promise<unknown>;
  /** Each connection hears the text once. For what is planned alike whatever the tables hold. @throws as `query` */
  prepared<Row extends pg.QueryResultRow>(text: string): (values: unknown[]) => Promise<Row[]>;
  close(): Promise<void>;
}

/**
 * Connections are made when they are needed, and again after the server was away.
 * The limits are set by a query: a pooler between us and the server takes no unknown start-up parameters.
 */
export function createPool(url: string, most: number, explain: (error: unknown) => unknown): Pool {
  const pool = new pg.Pool({
    ...connectionOf(url),
    max: most,
    idleTimeoutMillis: IDLE_MS,
    onConnect: (client) =>
      client.query(
        `set statement_timeout = ${STATEMENT_MS}; set lock_timeout = ${LOCK_MS}; set idle_in_transaction_session_timeout = ${STATEMENT_MS}`,
      ),
  });
  // Without a listener, a connection that breaks while it is idle ends the process. Whoever asks next gets a new one.
  pool.on('error', () => {});
  let closing: Promise<void> | null = null;

  const told = (error: unknown): never => {
    throw explain(error);
  };

  const connect = async (): Promise<PostgresPoolClient> => {
    if (closing) throw new StoreError('closed', 'The store is closed');
    const client = await pool.connect().catch(told);
    // A connection that breaks while it is used says so to whoever waits for its answer, too.
    const broke = () => {};
    client.on('error', broke);
    const facade = {
      query: (text: string, values: readonly unknown[] = []) => client.query(text, [...values]).catch(told),
      release: () => {
        client.off('error', broke);
        client.release();
      },
    };
    // Cursors are for streams, which nobody here uses.
    return facade as unknown as PostgresPoolClient;
  };

  let named = true;

  function prepared<Row extends pg.QueryResultRow>(text: string): (values: unknown[]) => Promise<Row[]> {
    // Behind a pooler another version of the bot may have left a statement on the connection: no two texts share a name.
    const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
    return async (values) => {
      const asNamed = named;
      try {
        return (await pool.query<Row>({ text, values, ...(asNamed ? { name } : {}) })).rows;
      } catch (error) {
        if (!asNamed || !ELSEWHERE.has((error as { code?: string }).code ?? '')) return told(error);
        named = false;
        return (await pool.query<Row>({ text, values }).catch(told)).rows;
      }
    };
  }

  return {
    source: { connect, end: async () => {} },
    query: (text) => pool.query(text).catch(told),
    prepared,
    close() {
      closing ??= pool.end();
      return closing;
    },
  };
}
