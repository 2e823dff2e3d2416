/** Series as they are kept. */
import type { NewJob } from '../../domain/job.ts';
import type { Series } from '../../domain/series.ts';
import type { Millis } from '../../domain/time.ts';
import type { ChangeDone } from './meetings.ts';
import type { AuditEntry } from './records.ts';

/** A series' card on somebody's screen. */
export interface SeriesCardRow {
  messageId: string;
  seriesId: string;
  chatId: string;
  sentAt: Millis;
}

/** Each call is one transaction; jobs given along are committed with it or not at all. */
export interface SeriesStore {
  get(id: string): Promise<Series | null>;
  /** One that is known already stays as it is, without these jobs. */
  add(series: Series, jobs: NewJob[], entry?: AuditEntry): Promise<void>;
  /** Writes `series` with version + 1, with what the job did to it; false when somebody else wrote since it was read. */
  save(series: Series, jobs: NewJob[], change?: ChangeDone): Promise<boolean>;
  /** Those that run, the newest first; of this topic before those that only hold it. */
  find(query: { chatId?: string; ownerId?: string; topic?: string; limit: number }): Promise<Series[]>;
  byCard(messageId: string): Promise<Series | null>;
  /** Which series a message speaks of, and of no single meeting: its card, a line of news. */
  byMessage(messageId: string): Promise<Series | null>;
  addCard(card: SeriesCardRow): Promise<void>;
  cards(seriesId: string): Promise<SeriesCardRow[]>;
  removeCard(messageId: string): Promise<void>;
}
