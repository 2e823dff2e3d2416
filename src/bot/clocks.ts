import type { Meeting } from '../domain/meeting.ts';
import type { Zone } from '../domain/time.ts';
import type { Ask } from '../meeting/ask.ts';
import type { Plan } from '../meeting/plan.ts';
import { apart } from '../meeting/whose-clock.ts';
import type { Deps } from './deps.ts';

/** More would not fit a line. */
const MOST_ZONES = 3;
/** Members whose zones are looked up. */
const MOST_MEMBERS = 50;

const firstBooking = (person: string): string => `zone-line:${person}`;

/** What a new meeting's card says of whose clock it is: that it was only assumed, or how late it is for the others. */
export async function clocksOf(plan: Plan, ask: Ask, deps: Deps): Promise<Pick<Meeting, 'zoneAssumed' | 'zones'>> {
  if (plan.kind === 'call') return {};
  if (ask.zoneAssumed) {
    const first = await deps.marks.once(firstBooking(ask.from), deps.now());
    const hint = ask.lang !== deps.defaults.lang;
    if ((first || hint) && !plan.zoneSaid) return { zoneAssumed: true };
  }
  const zones = ask.place.kind === 'group' ? await zonesIn(plan, ask, deps) : [];
  return zones.length > 1 ? { zones } : {};
}

/** The meeting's own zone first, then those of the group's members that are known and have another clock then. */
async function zonesIn({ zone, startAt }: Plan, { place, from }: Ask, deps: Deps): Promise<Zone[]> {
  const members = await deps.directory.members(place.chatId, MOST_MEMBERS).catch(() => null);
  const others = (members?.ids ?? []).filter((id) => id !== from).slice(0, MOST_MEMBERS);
  const known = await Promise.all(others.map(async (id) => (await deps.settings.get(id)).zone));
  const own = (await deps.settings.get(from)).zone;
  return apart([zone, own, ...known], startAt).slice(0, MOST_ZONES);
}
