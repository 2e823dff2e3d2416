import type { Meeting } from '../../domain/meeting.ts';
import { silent } from '../../domain/silent-time.ts';
import type { Zone } from '../../domain/time.ts';
import type { Ask } from '../../meeting/ask.ts';
import { movedTo, planChange } from '../../meeting/change.ts';
import { isOpen } from '../../meeting/rules.ts';
import { exists } from '../../meeting/whose-clock.ts';
import { FIRST, LANGUAGES } from '../../text/languages.ts';
import { type Answer, line } from '../answer.ts';
import { applyChange, whileAlone } from '../apply-change.ts';
import type { Deps } from '../deps.ts';
import { redrawJob } from '../job-kinds.ts';
import { saveMeeting } from '../save-meeting.ts';
import { onMeeting, type Presses, refused } from './action.ts';

/** More buttons would not fit. */
const MOST_NAMED = 8;

/** Which zone is whose is their own to say; a meeting follows its organizer alone. */
async function settle(zone: Zone, meeting: Meeting, ask: Ask, deps: Deps): Promise<Answer | null> {
  await deps.settings.patch(ask.from, { zone, zoneFrom: 'card' });
  if (ask.from !== meeting.ownerId) return null;
  if (!meeting.zoneAssumed || !isOpen(meeting) || zone === meeting.zone) {
    await saveMeeting(meeting.id, () => ({ zoneAssumed: false }), [redrawJob(meeting.id, deps.now())], deps);
    return null;
  }
  return whileAlone(meeting, ask, deps, async (now) => {
    const to = movedTo(now, { ...silent(), zone });
    return applyChange(now, await planChange(now, { to, keep: { zoneAssumed: false } }, ask, deps), ask, deps);
  });
}

/** What the toast says of it. */
const noted = (zone: Zone, meeting: Meeting, { from }: Ask) => ({
  type: 'success' as const,
  say: { key: from === meeting.ownerId ? ('zone_noted' as const) : ('zone_noted_own' as const), args: { zone: { zone } } },
});

function which(meeting: Meeting): Answer {
  const zones = Object.keys(LANGUAGES[FIRST].writing.zones).filter((zone) => zone !== meeting.zone);
  const acts = zones.slice(0, MOST_NAMED).map((zone) => ({
    label: { key: 'zone_name' as const, args: { zone: { zone } } },
    act: { act: 'zone_set' as const, id: meeting.id, zone },
  }));
  return { view: { show: 'notice', say: { key: 'zone_which' }, acts }, to: 'asker' };
}

export const presses = {
  zone_is: onMeeting<'zone_is'>({
    touch: false,
    open: (meeting, { ask }) => ({ toast: noted(meeting.zone, meeting, ask), work: true }),
    run: (meeting, { ask }, deps) => settle(meeting.zone, meeting, ask, deps),
  }),
  zone_other: onMeeting<'zone_other'>({ touch: false, open: 'doing_form', run: async (meeting) => which(meeting) }),
  zone_set: onMeeting<'zone_set'>({
    touch: false,
    open(meeting, { act, ask }) {
      if (!exists(act.zone)) return refused({ key: 'zone_unknown' });
      const toast = noted(act.zone, meeting, ask);
      return { toast, view: line(toast.say), work: true };
    },
    run: (meeting, { act, ask }, deps) => settle(act.zone, meeting, ask, deps),
  }),
} satisfies Partial<Presses>;
