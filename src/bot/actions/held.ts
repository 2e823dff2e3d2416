import { render } from '../../card/render.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { silent } from '../../domain/silent-time.ts';
import type { Ask } from '../../meeting/ask.ts';
import { attendanceOf } from '../../meeting/attendance.ts';
import { likeMeeting } from '../../meeting/complete.ts';
import { noLife } from '../../meeting/live.ts';
import { type Answer, tell } from '../answer.ts';
import type { Deps } from '../deps.ts';
import { doing, onMeeting, type Presses, refused } from './action.ts';
import { draftForm } from './book.ts';

/** When the next one is to be is not said: the form has all but that. */
function again(meeting: Meeting, ask: Ask, deps: Deps): Answer {
  const like = likeMeeting({ want: 'book', now: false, time: silent(), slots: {} }, meeting, deps.now());
  return draftForm({ ...like, time: { ...like.time, start: null } }, ask, deps);
}

/** Who was in and how long is the owner's business, in private. */
async function attendance(meeting: Meeting, ask: Ask, deps: Deps): Promise<Answer | null> {
  const live = (await deps.lives.get(meeting.id)) ?? noLife(meeting.id);
  const { people, total } = attendanceOf(live, deps.now());
  if (total === 0) return tell({ key: 'attendance_none' });
  const names = await deps.directory.names(people.filter((one) => one.external && one.userType === 1).map((one) => one.id));
  const view = { show: 'attendance' as const, meeting, people: people.map((one) => ({ ...one, name: names.get(one.id) ?? null })), total };
  await deps.messages.send({ openId: ask.from }, render(view, { langs: 'both' }), `${ask.id}-list`);
  return null;
}

export const presses = {
  again: onMeeting<'again'>({ touch: false, open: 'doing_form', run: async (meeting, { ask }, deps) => again(meeting, ask, deps) }),
  attendance: onMeeting<'attendance'>({
    touch: false,
    open: (meeting, { ask }) => (meeting.ownerId === ask.from ? doing('doing_attendance') : refused({ key: 'attendance_owner' })),
    run: (meeting, { ask }, deps) => attendance(meeting, ask, deps),
  }),
} satisfies Partial<Presses>;
