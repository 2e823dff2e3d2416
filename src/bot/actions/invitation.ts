import type { Meeting } from '../../domain/meeting.ts';
import type { Ask } from '../../meeting/ask.ts';
import { withoutPassword } from '../../meeting/find.ts';
import { mayChange } from '../../meeting/rules.ts';
import type { Answer } from '../answer.ts';
import { aboutMeeting, type Doubts, harmless, type Intents, onMeeting, type Presses } from './action.ts';

/** Only the asker sees it; elsewhere than in the meeting's own chat, the password is for its owner and hosts. */
const invitation = async (meeting: Meeting, ask: Ask): Promise<Answer> => ({
  view: { show: 'invitation', meeting: mayChange(meeting, ask.from) ? meeting : withoutPassword(meeting, ask) },
  to: 'asker',
});

export const intents = {
  invitation: aboutMeeting<'invitation'>({
    touch: false,
    pick: () => ({ act: 'invitation' }),
    run: (meeting, _, ask) => invitation(meeting, ask),
  }),
} satisfies Partial<Intents>;

export const presses = {
  invitation: onMeeting<'invitation'>({ touch: false, open: 'doing_invitation', run: (meeting, { ask }) => invitation(meeting, ask) }),
} satisfies Partial<Presses>;

export const doubts = { invitation: harmless } satisfies Partial<Doubts>;
