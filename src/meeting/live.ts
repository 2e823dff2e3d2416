/** The life of a meeting as a pure fold: facts in any order, once or more often, lead to the same state. */
import type { Attendance, Attendee, Live, LiveFact, Mark, Session, SessionFact } from '../domain/live.ts';
import type { ActiveMeeting, Meeting, MeetingStatus } from '../domain/meeting.ts';
import type { Millis } from '../domain/time.ts';
import { isRunning, lastOut } from './session.ts';

/** After an end: so long people may come back before it counts. */
const GRACE: Millis = 20_000;
const MOST_SESSIONS = 20;
const MOST_PEOPLE = 500;
const MOST_MARKS = 40;
/** The platform's clock may be that much ahead of its own events. */
const SKEW: Millis = 5000;

export const noLife = (meetingId: string): Live => ({ meetingId, sessions: [], seenAt: null, version: 0 });

/** @returns the same object where the fact says nothing new */
export function fold(live: Live, fact: LiveFact): Live {
  const next = fact.fact === 'seen' ? seen(live, fact.at, fact.active) : told(live, fact);
  return JSON.stringify(next.sessions) === JSON.stringify(live.sessions) && next.seenAt === live.seenAt ? live : next;
}

function told(live: Live, fact: SessionFact): Live {
  const known = live.sessions.find((one) => one.id === fact.sessionId) ?? newSession(fact);
  let session = after(known, fact);
  let { sessions } = live;
  // One meeting at a time runs on a reserve: another one that is alive later says that this one is over.
  if (fact.fact === 'started' || fact.fact === 'joined') sessions = overBy(sessions, fact.at, session.id, fact.at);
  for (const other of sessions)
    if (other.id !== session.id && other.startAt > session.startAt && session.aliveAt <= other.startAt)
      session = over(session, other.startAt, other.startAt);
  // The platform was asked since, and it did not run: whatever is told late of it is over.
  const { seenAt } = live;
  if (seenAt !== null && isRunning(session) && session.aliveAt < seenAt && session.seen?.at !== seenAt)
    session = over(session, seenAt, lastOut(session, seenAt) ?? seenAt);
  return { ...live, sessions: withSession(sessions, session) };
}

function newSession(fact: SessionFact): Session {
  const said = 'startAt' in fact ? fact.startAt : null;
  const startAt = said !== null && said <= fact.at + SKEW ? Math.min(said, fact.at) : fact.at;
  // Of a recording alone nobody knows whether it still runs; it is made while it does, or after.
  const alive = fact.fact === 'recorded' || fact.fact === 'ended' ? startAt - 1 : fact.at;
  const isOver = fact.fact === 'recorded' ? { overAt: fact.at, endAt: fact.at } : { overAt: null, endAt: null };
  return {
    ...{ id: fact.sessionId, startAt, aliveAt: alive, ...isOver, graceUntil: 0, hostId: null, people: [], accumulated: 0 },
    ...{ seen: null, recording: null, recorded: null },
  };
}

function after(session: Session, fact: SessionFact): Session {
  const base =
    'startAt' in fact && fact.startAt !== null && fact.startAt < session.startAt ? { ...session, startAt: fact.startAt } : session;
  switch (fact.fact) {
    case 'started':
      return hosted({ ...base, aliveAt: Math.max(base.aliveAt, fact.at) }, fact.hostId, fact.at);
    case 'joined': {
      const alive = hosted({ ...base, aliveAt: Math.max(base.aliveAt, fact.at) }, fact.hostId, fact.at);
      return fact.who ? marked(alive, fact.who, { at: fact.at, in: true }) : alive;
    }
    case 'left': {
      const alive = hosted(base, fact.hostId, fact.at);
      return fact.who ? marked(alive, fact.who, { at: fact.at, in: false }) : alive;
    }
    case 'ended': {
      const { endAt, at } = fact;
      return over(base, at, endAt !== null && endAt >= base.startAt && endAt <= at + SKEW ? endAt : at, at + GRACE);
    }
    case 'recording':
      return (base.recording?.at ?? 0) > fact.at ? base : { ...base, recording: { at: fact.at, on: fact.on } };
    case 'recorded':
      return { ...base, recorded: { url: fact.url, length: fact.length } };
  }
}

/** The newest word on who is host. */
const hosted = (session: Session, hostId: string | null, at: Millis): Session =>
  hostId !== null && at >= session.aliveAt && at >= (session.seen?.at ?? 0) ? { ...session, hostId } : session;

/** @param endAt as exactly as it is known; what was known earlier is more exact */
function over(session: Session, at: Millis, endAt: Millis, graceUntil: Millis = 0): Session {
  if (session.overAt !== null && session.overAt >= at && session.aliveAt <= session.overAt) {
    const end = Math.min(session.endAt ?? endAt, Math.max(endAt, session.startAt));
    return { ...session, endAt: end, graceUntil: Math.min(session.graceUntil, graceUntil) };
  }
  const again = isRunning(session);
  return {
    ...session,
    overAt: Math.max(at, session.overAt ?? at),
    endAt: session.aliveAt > at ? session.endAt : again ? Math.max(endAt, session.startAt) : Math.min(session.endAt ?? endAt, endAt),
    graceUntil: again ? graceUntil : Math.min(session.graceUntil, graceUntil),
  };
}

/** @param until whatever is known to have run later than that still does */
const overBy = (sessions: Session[], at: Millis, but: string, endAt: Millis, until: Millis = at): Session[] =>
  sessions.map((one) => (one.id !== but && isRunning(one) && one.aliveAt <= until ? over(one, at, lastOut(one, at) ?? endAt) : one));

/** An answer of the platform's: what runs, and who is in, at that moment. */
function seen(live: Live, at: Millis, active: ActiveMeeting | null): Live {
  const seenAt = Math.max(at, live.seenAt ?? at);
  const running = active && active.status !== 'ended' ? active : null;
  const sessions = overBy(live.sessions, at, running?.id ?? '', at, at - 1);
  if (!running) return { ...live, seenAt, sessions };
  const startAt = Math.min(running.startAt ?? at, at);
  const fresh: Session = { ...newSession({ fact: 'started', at, sessionId: running.id, startAt, hostId: null }) };
  const known = sessions.find((one) => one.id === running.id) ?? fresh;
  return { ...live, seenAt, sessions: withSession(sessions, looked({ ...known, startAt: Math.min(known.startAt, startAt) }, at, running)) };
}

function looked(session: Session, at: Millis, active: ActiveMeeting): Session {
  const accumulated = Math.max(session.accumulated, active.accumulated);
  if ((session.seen?.at ?? -1) > at) return { ...session, accumulated };
  const inside = active.participants.filter((one) => one.status === 'in_meeting');
  const base = { ...session, accumulated, aliveAt: Math.max(session.aliveAt, at), seen: { at, ids: inside.map((one) => one.id) } };
  const people = active.participants
    .filter((one) => one.status === 'in_meeting' || one.status === 'left')
    .reduce<Attendance[]>((all, one) => {
      const role = one.host ? ('host' as const) : one.cohost ? ('cohost' as const) : undefined;
      const who: Attendee = { id: one.id, userType: one.userType, ...(role ? { role } : {}), ...(one.external ? { external: true } : {}) };
      // Who was not known yet has been in since then, unless they came and went before.
      const since = { at: at - one.seconds * 1000, in: true };
      const known = all.some((other) => other.id === one.id);
      return put(all, who, known || one.seconds === 0 || one.status === 'left' ? null : since);
    }, session.people);
  const host = active.hostId !== null && base.aliveAt === at ? { hostId: active.hostId } : {};
  return { ...base, ...host, people: people.map((one) => corrected(one, base.seen)) };
}

/** Where marks and the platform's answer disagree about that moment, the answer is right; of that very millisecond an event knows more. */
function corrected(one: Attendance, look: Session['seen']): Attendance {
  if (!look) return one;
  const was = one.marks.findLast((mark) => mark.at < look.at)?.in ?? false;
  const is = look.ids.includes(one.id);
  return was === is ? one : { ...one, marks: inOrder([...one.marks, { at: look.at, in: is }]) };
}

const marked = (session: Session, who: Attendee, mark: Mark): Session => ({
  ...session,
  people: put(session.people, who, mark).map((one) => (one.id === who.id ? corrected(one, session.seen) : one)),
});

function put(people: Attendance[], who: Attendee, mark: Mark | null): Attendance[] {
  const known = people.find((one) => one.id === who.id);
  if (!known) return people.length < MOST_PEOPLE ? [...people, { ...who, marks: mark ? [mark] : [] }] : people;
  const { role: _, ...rest } = known;
  const marks = mark ? inOrder([...known.marks, mark]) : known.marks;
  const role = who.role ? { role: who.role } : mark && !mark.in && known.role ? { role: known.role } : {};
  const next = shortened({ ...rest, ...role, ...(who.external ? { external: true as const } : {}), marks });
  return people.map((one) => (one.id === who.id ? next : one));
}

/** Each once. At one moment coming is before going. */
const inOrder = (marks: Mark[]): Mark[] =>
  marks
    .filter((mark, n) => marks.findIndex((other) => other.at === mark.at && other.in === mark.in) === n)
    .sort((a, b) => a.at - b.at || Number(b.in) - Number(a.in));

function shortened(one: Attendance): Attendance {
  if (one.marks.length <= MOST_MARKS) return one;
  const [first, second, ...marks] = one.marks;
  const length = first?.in && second && !second.in ? second.at - first.at : 0;
  return { ...one, marks, before: (one.before ?? 0) + length };
}

function withSession(sessions: Session[], session: Session): Session[] {
  const others = sessions.filter((one) => one.id !== session.id);
  return [...others, session].sort((a, b) => a.startAt - b.startAt || (a.id < b.id ? -1 : 1)).slice(-MOST_SESSIONS);
}

/** What the facts make of an open meeting. Who only came together before its start has not held it yet. */
export function statusOf(
  live: Live,
  { startAt }: Pick<Meeting, 'startAt'>,
  now: Millis,
): Extract<MeetingStatus, 'booked' | 'live' | 'ended'> {
  if (live.sessions.some((one) => isRunning(one) || one.graceUntil > now)) return 'live';
  return live.sessions.some((one) => (one.endAt ?? one.overAt ?? 0) > startAt) ? 'ended' : 'booked';
}

/** When that changes although nothing happens: a grace is over. */
export function graceEnd(live: Live, now: Millis): Millis | null {
  const ends = live.sessions.filter((one) => !isRunning(one) && one.graceUntil > now).map((one) => one.graceUntil);
  return ends.length > 0 ? Math.max(...ends) : null;
}
