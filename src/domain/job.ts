/** Work that waits on disk. Types only. */
import type { Millis } from './time.ts';

/** A row of the job table. `lane`: jobs of one lane run one after the other. */
export interface NewJob {
  id: string;
  lane: string;
  /** Which handler runs it; the queue and the table know none by name. */
  kind: string;
  due: Millis;
  payload: unknown;
  /** A job of this id that is known already: stays as it is, or is armed again with the earlier due time and the newer payload. */
  repeat: 'ignore' | 'rearm';
  /** Nobody waits for it: what people wait for goes first. A job that is armed again by somebody who waits is no longer in the background. */
  background?: boolean;
}
