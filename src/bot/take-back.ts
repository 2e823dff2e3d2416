import type { Meeting } from '../domain/meeting.ts';
import type { Ask } from '../meeting/ask.ts';
import { endedSay } from '../meeting/change.ts';
import type { Answer } from './answer.ts';
import { cancelMeeting } from './apply-change.ts';
import type { Deps } from './deps.ts';

/** A booking is taken back: the series that it began ends with it, once the platform has confirmed that the meeting is gone. */
export const takeBackBooking = (meeting: Meeting, ask: Ask, deps: Deps): Promise<Answer> =>
  cancelMeeting(meeting, endedSay(meeting, 'changed_undone', ask), ask, deps);
