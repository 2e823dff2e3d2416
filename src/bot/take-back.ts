import type { Meeting } from '../domain/meeting.ts';
import type { Ask } from '../meeting/ask.ts';
import { endedSay } from '../meeting/change.ts';
import type { Answer } from './answer.ts';
import { cancelMeeting } from './apply-change.ts';
import { withdrawSeries } from './change-series.ts';
import type { Deps } from './deps.ts';

/** A booking is taken back: the series that it began ends once the platform has confirmed that the meeting is gone. */
export async function takeBackBooking(meeting: Meeting, ask: Ask, deps: Deps): Promise<Answer> {
  const answer = await cancelMeeting(meeting, endedSay(meeting, 'changed_undone', ask), ask, deps);
  if (!answer.effects) return answer;
  await withdrawSeries(meeting, ask, deps);
  return { ...answer, effects: [{ did: 'undone' }] };
}
