import type { Meeting } from '../domain/meeting.ts';

/** What a change touched, in words of the reserve API's documents; the rest follows from these. `day`: one of a series. */
export type ChangedField = 'day' | 'time' | 'topic' | 'password' | 'hosts' | 'record' | 'access' | 'reminder';

const FIELDS: Partial<Record<keyof Meeting, ChangedField>> = {
  startAt: 'time',
  endAt: 'time',
  topic: 'topic',
  password: 'password',
  hostIds: 'hosts',
  record: 'record',
  join: 'access',
  canHost: 'access',
  canInvite: 'access',
  connect: 'access',
  remind: 'reminder',
};

export const changedFields = (before: Partial<Meeting>): ChangedField[] => [
  ...new Set(Object.keys(before).flatMap((key) => FIELDS[key as keyof Meeting] ?? [])),
];
