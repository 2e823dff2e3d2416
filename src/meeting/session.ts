/** What can be read off the sessions of a meeting. */
import type { Attendance, Live, Session } from '../domain/live.ts';
import type { Millis } from '../domain/time.ts';

export const isRunning = ({ overAt, aliveAt }: Session): boolean => overAt === null || aliveAt > overAt;

export const runningOf = ({ sessions }: Live): Session | null => sessions.findLast(isRunning) ?? null;

const isIn = (one: Attendance): boolean => one.marks.at(-1)?.in ?? false;

/** Since when somebody has been inside without a break; null: they are not. */
export function sinceOf({ marks }: Attendance): Millis | null {
  if (!marks.at(-1)?.in) return null;
  const out = marks.findLastIndex((mark) => !mark.in);
  return marks[out + 1]?.at ?? null;
}

/** Host first, then whoever came first. */
export const insideOf = (session: Session): Attendance[] =>
  session.people
    .filter(isIn)
    .sort(
      (a, b) =>
        Number(b.id === session.hostId) - Number(a.id === session.hostId) ||
        (sinceOf(a) ?? 0) - (sinceOf(b) ?? 0) ||
        (a.id < b.id ? -1 : 1),
    );

/** Who went, the last first. */
export const goneOf = (session: Session): Attendance[] =>
  session.people.filter((one) => !isIn(one)).sort((a, b) => (b.marks.at(-1)?.at ?? 0) - (a.marks.at(-1)?.at ?? 0));

/** How long somebody was inside, until `now` where they still are. */
export function timeInside({ marks, before = 0 }: Attendance, now: Millis): Millis {
  let sum = before;
  let from: Millis | null = null;
  for (const mark of marks) {
    if (mark.in) from ??= mark.at;
    else if (from !== null) {
      sum += mark.at - from;
      from = null;
    }
  }
  return from === null ? sum : sum + Math.max(0, now - from);
}

/** Distinct people ever inside. */
export const totalOf = (session: Session): number => Math.max(session.accumulated, session.people.length);

/** When the last of them went, of what is known until then; null: somebody is inside, or nobody ever was. */
export const lastOut = (session: Session, at: Millis): Millis | null => {
  if (insideOf(session).length > 0 || session.people.length === 0) return null;
  const outs = session.people.flatMap((one) => one.marks.filter((mark) => !mark.in && mark.at <= at).map((mark) => mark.at));
  return outs.length > 0 ? Math.max(...outs) : null;
};
