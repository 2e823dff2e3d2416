import { sql } from 'kysely';

/** Longer than any topic the platform takes; a longer pattern is an error to SQLite. */
const MAX_TOPIC = 1000;

/** What counts as the same topic: width, case and spaces around it do not. SQLite ends a text at a NUL. */
export const topicKey = (topic: string): string => topic.slice(0, MAX_TOPIC).normalize('NFKC').toLowerCase().replaceAll('\0', '').trim();

/** Topics that hold this one. */
export const containing = (key: string) => sql<boolean>`topic_key like ${`%${key.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;
