import type { Attendee, Live } from '../domain/live.ts';
import type { Millis } from '../domain/time.ts';
import { timeInside, totalOf } from './session.ts';

/** Everybody who was ever in, over all sessions: since when, and how long altogether. In order of arrival. */
export function attendanceOf(live: Live, now: Millis): { people: (Attendee & { from: Millis; length: Millis })[]; total: number } {
  const all = new Map<string, Attendee & { from: Millis; length: Millis }>();
  for (const session of live.sessions)
    for (const { id, userType, role, external, ...rest } of session.people) {
      const known = all.get(id);
      const from = rest.marks[0]?.at ?? session.startAt;
      const length = timeInside({ id, userType, ...rest }, session.endAt ?? now);
      const who: Attendee = { id, userType, ...(role ? { role } : {}), ...(external ? { external } : {}) };
      all.set(id, known ? { ...known, length: known.length + length } : { ...who, from, length });
    }
  const most = Math.max(0, ...live.sessions.map(totalOf));
  return { people: [...all.values()].sort((a, b) => a.from - b.from), total: Math.max(all.size, most) };
}
