import { render } from '../card/render.ts';
import type { NewJob } from '../domain/job.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { View } from '../domain/view.ts';
import { isUseful, leavesAt, MOST_EARLY, type ReminderWord, remindedIds, remindersOf } from '../meeting/reminders.ts';
import { isOpen, MINUTE } from '../meeting/rules.ts';
import type { Deps } from './deps.ts';
import { type JobPayloads, remindJob } from './job-kinds.ts';
import { sendLine } from './send-under-card.ts';
import { unlessRefused } from './unless-refused.ts';

/** The jobs that remind of a meeting as it stands now; they replace those of before it was moved. */
export async function reminderJobs(meeting: Meeting, deps: Pick<Deps, 'leaving' | 'now'>): Promise<NewJob[]> {
  const now = deps.now();
  const all = remindersOf(meeting, now);
  if (all.length === 0) return [];
  const times = all.map(({ at }) => at);
  const first = Math.min(...times);
  const leaving = await deps.leaving(first - (first % MINUTE) - MOST_EARLY, Math.max(...times) + MINUTE);
  return all.map(({ word, at }) => remindJob(meeting.id, { word }, meeting.startAt, leavesAt(at, now, leaving)));
}

/** Says it where the meeting was booked, and to those directly who are not there. */
export async function remind({ meetingId, word, startAt, leaves }: JobPayloads['remind'], deps: Deps): Promise<void> {
  const meeting = await deps.store.get(meetingId);
  if (!meeting || !isOpen(meeting) || meeting.startAt !== startAt) return;
  const now = deps.now();
  if (now < leaves) return deps.enqueue([remindJob(meetingId, { word }, startAt, leaves)]);
  if (!isUseful(word, meeting, now)) {
    deps.log.info({ meeting: meetingId, word, due: leaves, lateMs: now - leaves }, 'a reminder was of no use any more');
    return;
  }
  const key = `remind-${meetingId}-${word}-${startAt}`;
  await inChat(meeting, word, key, deps);
  deps.remindedAfter(Math.max(0, deps.now() - leaves));
  for (const openId of directly(meeting)) await toPerson(meeting, word, openId, `${key}-${openId}`, deps);
}

/** Once more, to the one who wanted to be reminded later. */
export async function snoozed({ meetingId, openId }: JobPayloads['snooze'], deps: Deps): Promise<void> {
  const meeting = await deps.store.get(meetingId);
  const now = deps.now();
  if (!meeting || !isOpen(meeting) || now >= meeting.endAt) return;
  await toPerson(meeting, now < meeting.startAt ? 'before' : 'start', openId, `snooze-${meetingId}-${openId}-${now}`, deps);
}

/** In a direct chat nobody else hears what is said; in a group those do not who are not in it. */
function directly(meeting: Meeting): string[] {
  const all = remindedIds(meeting).filter((id) => id !== meeting.ownerId);
  return meeting.chatKind === 'direct' ? all : all.filter((id) => meeting.invitedIds?.includes(id));
}

type ReminderView = Extract<View, { show: 'reminder' }>;

async function inChat(meeting: Meeting, word: ReminderWord, key: string, deps: Deps): Promise<void> {
  const group = meeting.chatKind === 'group';
  const pinged = group ? remindedIds(meeting).filter((id) => !meeting.invitedIds?.includes(id)) : [];
  const view: ReminderView = { show: 'reminder', meeting, word, now: deps.now(), pinged };
  const send = async (shown: ReminderView, as: string): Promise<void> => {
    await sendLine(meeting, { chatId: meeting.chatId }, render(shown, { langs: 'both' }), as, deps);
  };
  await unlessRefused(
    () => send(view, key),
    deps,
    (failure) => {
      // The group can't be written to: its owner can. Else somebody in it is unknown by now, who must not keep it from the others.
      if (group && failure.chatClosed) return toPerson(meeting, word, meeting.ownerId, `${key}-own`, deps);
      if (pinged.length > 0 && failure.verdict === 'tell') return send({ ...view, pinged: [] }, `${key}-plain`);
      return notSent(meeting, failure, deps);
    },
  );
}

/** Who cannot be written to is left out. */
async function toPerson(meeting: Meeting, word: ReminderWord, openId: string, key: string, deps: Deps): Promise<void> {
  const view: ReminderView = { show: 'reminder', meeting, word, now: deps.now(), pinged: [] };
  await unlessRefused(
    () => sendLine(meeting, { openId }, render(view, { langs: 'both' }), key, deps),
    deps,
    (failure) => notSent(meeting, failure, deps),
  );
}

const notSent = (meeting: Meeting, { code }: { code: number | null }, deps: Deps): void =>
  deps.log.info({ meeting: meeting.id, code }, 'a reminder could not be sent');
