import type { Db, Sql } from '../db.ts';

/** One step of the schema. Once it was released it is never edited: changes are further steps. */
export type Step = (db: Sql, serial: Db['serial']) => Promise<void>;
