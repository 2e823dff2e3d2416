import type { Meeting } from '../../domain/meeting.ts';
import type { View } from '../../domain/view.ts';
import type { Ask } from '../../meeting/ask.ts';
import { maySeePassword, withoutPassword } from '../../meeting/find.ts';
import { isOpen } from '../../meeting/rules.ts';
import { type Answer, tell } from '../answer.ts';
import type { Deps } from '../deps.ts';
import { refreshAll, refreshed } from '../follow-reserve.ts';
import { redrawJob } from '../job-kinds.ts';
import { poll } from '../poll-live.ts';
import { cardView } from '../redraw-cards.ts';
import { saveMeeting } from '../save-meeting.ts';
import { showInSeries } from '../show-series.ts';
import { aboutMeeting, type Doubts, harmless, type Intents, onMeeting, type Presses } from './action.ts';

async function show(meeting: Meeting, ask: Ask, deps: Deps): Promise<Answer> {
  const now = await refreshed(meeting, deps);
  const hidden = !maySeePassword(now, ask);
  const { chatId } = ask.place;
  // This card is redrawn like any other, and must not tell then what it does not tell now.
  if (hidden && !now.hiddenIn?.includes(chatId))
    await saveMeeting(now.id, (latest) => ({ hiddenIn: [...(latest.hiddenIn ?? []), chatId] }), [], deps);
  const view: View = { ...(await cardView(now, chatId, deps)), hidePassword: hidden };
  return { view, to: 'everyone', cardOf: now.id, effects: [{ did: 'shown', meetingId: now.id }] };
}

/** Not started and not existing are told apart by asking for the reserve first. */
async function who(meeting: Meeting, ask: Ask, deps: Deps): Promise<Answer> {
  const now = await refreshed(meeting, deps);
  if (!isOpen(now)) return tell({ key: now.status === 'released' ? 'released' : 'already_cancelled' });
  const active = await deps.reserves.active(now.reserveId);
  return { view: { show: 'who', meeting: withoutPassword(now, ask), active, now: deps.now() }, to: 'everyone' };
}

const showOne = aboutMeeting<'show'>({
  touch: false,
  pick: () => ({ act: 'show' }),
  run: (meeting, _, ask, deps) => show(meeting, ask, deps),
});

export const intents = {
  show: async (intent, ask, deps) => (await showInSeries(intent, ask, deps)) ?? showOne(intent, ask, deps),
  who: aboutMeeting<'who'>({ touch: false, pick: () => ({ act: 'who' }), run: (meeting, _, ask, deps) => who(meeting, ask, deps) }),
} satisfies Partial<Intents>;

export const presses = {
  show: onMeeting<'show'>({ touch: false, open: 'doing_list', run: (meeting, { ask }, deps) => show(meeting, ask, deps) }),
  who: onMeeting<'who'>({
    touch: false,
    open: 'doing_who',
    async run(meeting, { act, ask }, deps) {
      const answer = await who(meeting, ask, deps);
      if (act.onto === 'shared') return answer;
      return { ...answer, view: answer.view.show === 'who' ? { ...answer.view, own: true } : answer.view, to: 'asker' };
    },
  }),
  refresh: onMeeting<'refresh'>({
    touch: false,
    open: 'doing_refresh',
    async run(meeting, { ask }, deps) {
      if (ask.about) await deps.lives.forgetDrawn(ask.about);
      await refreshAll(meeting, deps);
      await poll(meeting.id, deps);
      await deps.enqueue([redrawJob(meeting.id, deps.now(), true)]);
      return null;
    },
  }),
} satisfies Partial<Presses>;

export const doubts = { show: harmless, who: harmless } satisfies Partial<Doubts>;
