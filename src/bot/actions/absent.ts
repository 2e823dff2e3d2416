import { render } from '../../card/render.ts';
import type { ActOf } from '../../domain/action.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { guestsOf } from '../../meeting/guests.ts';
import { isOpen } from '../../meeting/rules.ts';
import { line } from '../answer.ts';
import type { Deps } from '../deps.ts';
import type { Opening, Press } from '../press.ts';
import { saveMeeting } from '../save-meeting.ts';
import { unlessRefused } from '../unless-refused.ts';
import { onMeeting, type Presses, refused } from './action.ts';

type Absent = Press<ActOf<'absent'>>;

/** For those who were asked to come. The pressed card says what they said. */
function open(meeting: Meeting, { act, ask }: Absent): Opening {
  if (!guestsOf(meeting).includes(ask.from)) return refused({ key: 'absent_not_asked' });
  if (!isOpen(meeting)) return refused({ key: meeting.status === 'released' ? 'released' : 'already_cancelled' });
  const absent = act.back !== true;
  return {
    toast: { type: 'success', say: { key: absent ? 'absent_noted' : 'absent_back' } },
    view: { show: 'invited', meeting, absent },
    work: true,
  };
}

async function run(meeting: Meeting, { act, ask }: Absent, deps: Deps): Promise<null> {
  const absent = act.back !== true;
  const saved = await saveMeeting(
    meeting.id,
    (now) => {
      const others = (now.absentIds ?? []).filter((id) => id !== ask.from);
      return { absentIds: absent ? [...others, ask.from] : others };
    },
    [],
    deps,
  );
  if (!saved) return null;
  const args = { who: { user: ask.from }, topic: meeting.topic ?? '', at: { at: meeting.startAt, zone: meeting.zone } };
  const view = line({ key: absent ? 'absent_told' : 'absent_back_told', args });
  // The card says it as well.
  await unlessRefused(() => deps.messages.send({ openId: meeting.ownerId }, render(view, { langs: 'both' }), `${ask.id}-told`), deps);
  return null;
}

export const presses = {
  absent: onMeeting<'absent'>({ touch: false, open, run }),
} satisfies Partial<Presses>;
