/** What the audit trail says of a deed: who, what, which; of a change the names of what was changed, never the values. */
import type { Meeting } from '../domain/meeting.ts';
import type { Series } from '../domain/series.ts';
import type { Millis } from '../domain/time.ts';
import type { Ask } from '../meeting/ask.ts';
import type { ChangedField } from '../meeting/changed-fields.ts';
import type { AuditEntry } from '../meeting/ports/records.ts';

type Of = Pick<Meeting, 'id' | 'meetingNo' | 'ownerId'>;

interface Deed {
  /** Each request does one thing to one meeting: what runs again is the same entry. */
  key: string;
  personId: string;
  chatId: string;
  did: AuditEntry['did'];
  at: Millis;
  fields?: readonly ChangedField[];
}

export const entryOf = ({ id, meetingNo, ownerId }: Of, { fields = [], ...deed }: Deed): AuditEntry => ({
  ...deed,
  meetingId: id,
  meetingNo,
  ownerId,
  fields: [...fields],
});

/** Of all of a series, beside what is said of those of its meetings that have a number. */
export const seriesEntry = (
  { id, ownerId }: Pick<Series, 'id' | 'ownerId'>,
  ask: Pick<Ask, 'id' | 'from'> & { place: Pick<Ask['place'], 'chatId'> },
  deed: Pick<Deed, 'did' | 'at' | 'fields'>,
): AuditEntry =>
  entryOf({ id, ownerId, meetingNo: '' }, { ...deed, key: `${ask.id}-series`, personId: ask.from, chatId: ask.place.chatId });
