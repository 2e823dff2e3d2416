/** The kinds of work that the bot leaves on disk, what each carries, and how one is made. */
import type { Incoming } from '../domain/event.ts';
import type { NewJob } from '../domain/job.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Millis } from '../domain/time.ts';
import { type Reminder, SNOOZE } from '../meeting/reminders.ts';
import type { Opened } from './press.ts';

type MeetingEvent = Extract<Incoming, { kind: 'meeting_event' }>;

/** What a job of each kind carries. */
export interface JobPayloads {
  /** An event to answer; a press among them was not opened in time. */
  incoming: Exclude<Incoming, MeetingEvent>;
  /** A press with all that was decided about it. */
  press: Opened;
  /** An event of a meeting; `waited`: for its row to appear. */
  meeting_event: { incoming: MeetingEvent; waited: Millis };
  /** Ask the platform what runs on a meeting's reserve. */
  poll: { meetingId: string };
  /** Hand out the polls that are due. */
  sweep: null;
  /** So much time has passed since a meeting's end that it counts. */
  grace: { meetingId: string };
  /** A recording can be looked at: say so. */
  recorded: { meetingId: string; sessionId: string };
  /** Bring every card of a meeting up to date. */
  redraw: { meetingId: string };
  /** Look again when the number should be given back. */
  expire: { meetingId: string };
  /** A word ahead of a meeting or at its start; `startAt`: of a meeting that was moved since it is none. Not before `leaves`. */
  remind: { meetingId: string; word: Reminder['word']; startAt: Millis; leaves: Millis };
  /** Tell a meeting's chat what was changed since. */
  news: { meetingId: string; since: Millis };
  /** The same once more, for one person who asked for it. */
  snooze: { meetingId: string; openId: string };
  /** The number is about to be given back: more time is offered to those inside. */
  expiring: { meetingId: string };
  /** Who is to come and is not in the chat gets the meeting directly. */
  invite: { meetingId: string };
  /** The next meeting of a series may be due. */
  series: { seriesId: string };
  /** The booking that began a series was taken back, on that day of it; `by`: which job did, and whose. */
  withdraw_series: { seriesId: string; day: string; by: { job: string; who: string; chatId: string } };
  /** Bring every card of a series up to date. */
  redraw_series: { seriesId: string };
}

export type JobKind = keyof JobPayloads;

/** What is asked once is answered once; what is kept up to date is looked at again. */
const REPEAT: Record<JobKind, NewJob['repeat']> = {
  incoming: 'ignore',
  press: 'ignore',
  recorded: 'ignore',
  // Read as `ignore` where it comes in: see `incomingJob`.
  meeting_event: 'rearm',
  poll: 'rearm',
  sweep: 'rearm',
  grace: 'rearm',
  redraw: 'rearm',
  expire: 'rearm',
  remind: 'rearm',
  snooze: 'rearm',
  news: 'ignore',
  expiring: 'rearm',
  invite: 'rearm',
  series: 'rearm',
  withdraw_series: 'ignore',
  redraw_series: 'rearm',
};

/** What nobody waits for, unless somebody just did something to it. */
const BACKGROUND: Record<JobKind, boolean> = {
  incoming: false,
  press: false,
  meeting_event: true,
  poll: true,
  sweep: true,
  grace: true,
  recorded: true,
  redraw: true,
  expire: true,
  remind: true,
  snooze: true,
  news: true,
  expiring: true,
  invite: true,
  series: true,
  withdraw_series: false,
  redraw_series: true,
};

type Row<K extends JobKind> = Pick<NewJob, 'id' | 'lane' | 'due' | 'background'> & { payload: JobPayloads[K] };

const newJob = <K extends JobKind>(kind: K, row: Row<K>): NewJob => ({
  background: BACKGROUND[kind],
  ...row,
  kind,
  repeat: REPEAT[kind],
});

/** Events of one chat share a lane. Due at once, whatever another machine's clock says, in the order of arrival. */
export function incomingJob(incoming: Incoming, opened?: Opened): NewJob {
  if (incoming.kind === 'meeting_event') return { ...meetingEventJob(incoming, { waited: 0, due: 0 }), repeat: 'ignore' };
  const lane = incoming.kind === 'message' ? incoming.place.chatId : incoming.chatId || incoming.from;
  const row = { id: incoming.id, lane, due: 0 };
  return opened ? newJob('press', { ...row, payload: opened }) : newJob('incoming', { ...row, payload: incoming });
}

/**
 * What a person asked for in a chat waits for the platform in a lane of its own: whatever the same person says there may
 * refer to it and takes its turn behind it, everybody else goes on.
 */
export function waitingLane(kind: string, payload: unknown): string | null {
  switch (kind as JobKind) {
    case 'incoming': {
      const incoming = payload as JobPayloads['incoming'];
      return `${incoming.kind === 'message' ? incoming.place.chatId : incoming.chatId}|${incoming.from}`;
    }
    case 'press': {
      const { ask } = payload as JobPayloads['press'];
      return `${ask.place.chatId}|${ask.from}`;
    }
    default:
      return null;
  }
}

/** All that tells of one meeting takes its turn: its number is known before its row. */
const liveLane = (meetingNo: string): string => `live:${meetingNo}`;

/** @param o.waited so far, for the row of its meeting */
export const meetingEventJob = (incoming: MeetingEvent, { waited, due }: { waited: Millis; due: Millis }): NewJob =>
  newJob('meeting_event', { id: incoming.id, lane: liveLane(incoming.meetingNo), due, payload: { incoming, waited } });

export const pollJob = ({ id, meetingNo }: Pick<Meeting, 'id' | 'meetingNo'>, due: Millis): NewJob =>
  newJob('poll', { id: `poll:${id}`, lane: liveLane(meetingNo), due, payload: { meetingId: id } });

export const graceJob = ({ id, meetingNo }: Pick<Meeting, 'id' | 'meetingNo'>, due: Millis): NewJob =>
  newJob('grace', { id: `grace:${id}`, lane: liveLane(meetingNo), due, payload: { meetingId: id } });

const SECOND: Millis = 1000;

/**
 * One for all instances, on a full second that has not come yet: once a second at most, however often it is asked for. What a
 * sweep hands out beyond that fills the places of everything else that nobody waits for.
 */
export function sweepJob(due: Millis, now: Millis): NewJob {
  const second = Math.ceil(Math.max(due, now + 1) / SECOND) * SECOND;
  return newJob('sweep', { id: 'sweep', lane: 'sweep', due: second, payload: null });
}

export const recordedJob = (meetingId: string, sessionId: string, due: Millis): NewJob =>
  newJob('recorded', { id: `recorded:${sessionId}`, lane: `card:${meetingId}`, due, payload: { meetingId, sessionId } });

/** One writer per meeting. */
const ofCard = (kind: 'redraw' | 'expire', meetingId: string, due: Millis, background = true): NewJob =>
  newJob(kind, { id: `${kind}:${meetingId}`, lane: `card:${meetingId}`, due, payload: { meetingId }, background });

/** @param awaited somebody changed it and looks at the card */
export const redrawJob = (meetingId: string, due: Millis, awaited = false): NewJob => ofCard('redraw', meetingId, due, !awaited);

export const expireJob = (meetingId: string, due: Millis): NewJob => ofCard('expire', meetingId, due);

/** One that is armed anew for later may still run at its old time; then it waits on. */
export const remindJob = (meetingId: string, { word }: Pick<Reminder, 'word'>, startAt: Millis, leaves: Millis): NewJob =>
  newJob('remind', {
    id: `remind:${meetingId}:${word}`,
    lane: `remind:${meetingId}`,
    due: leaves,
    payload: { meetingId, word, startAt, leaves },
  });

export const snoozeJob = (meetingId: string, openId: string, now: Millis): NewJob =>
  newJob('snooze', {
    id: `snooze:${meetingId}:${openId}`,
    lane: `remind:${meetingId}`,
    due: now + SNOOZE,
    payload: { meetingId, openId },
  });

export const newsJob = (meetingId: string, since: Millis, due: Millis): NewJob =>
  newJob('news', { id: `news:${meetingId}:${since}`, lane: `card:${meetingId}`, due, payload: { meetingId, since } });

/** Armed anew for later, it may still look at its old time. */
export const seriesJob = (seriesId: string, due: Millis): NewJob =>
  newJob('series', { id: `series:${seriesId}`, lane: `series:${seriesId}`, due, payload: { seriesId } });

export const withdrawSeriesJob = (
  { id, day }: NonNullable<Meeting['series']>,
  by: JobPayloads['withdraw_series']['by'],
  due: Millis,
): NewJob => newJob('withdraw_series', { id: `withdraw:${id}`, lane: `series:${id}`, due, payload: { seriesId: id, day, by } });

export const redrawSeriesJob = (seriesId: string, due: Millis): NewJob =>
  newJob('redraw_series', { id: `redraw_series:${seriesId}`, lane: `series-card:${seriesId}`, due, payload: { seriesId } });

export const expiringJob = (meetingId: string, due: Millis): NewJob =>
  newJob('expiring', { id: `expiring:${meetingId}`, lane: `remind:${meetingId}`, due, payload: { meetingId } });

export const inviteJob = (meetingId: string, due: Millis): NewJob =>
  newJob('invite', { id: `invite:${meetingId}`, lane: `remind:${meetingId}`, due, payload: { meetingId } });
