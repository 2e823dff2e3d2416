/** What became of a message, and who did what to a meeting: to those whom it concerns, and to administrators. */
import type { Which } from '../../domain/intent.ts';
import type { Trace } from '../../domain/trace.ts';
import type { Ask } from '../../meeting/ask.ts';
import { mayLook } from '../../meeting/find.ts';
import { type Answer, tell } from '../answer.ts';
import type { Deps } from '../deps.ts';
import { type Doubts, harmless, type Intents } from './action.ts';

const MOST_LOOKED = 20;
const MOST_SHOWN = 3;
const MOST_DEEDS = 15;

const isAbout = ({ understood }: Trace): boolean => understood.every(({ want }) => want !== 'why');

/** Of the message that is replied to; else of the asker's last one here. */
async function why(ask: Ask, deps: Deps): Promise<Answer> {
  const { from, about, place } = ask;
  if (about === null) {
    const last = (await deps.traces.ofPerson(from, { chatId: place.chatId, most: MOST_LOOKED })).find(isAbout);
    return last ? shown([last], false, ask) : tell({ key: 'trace_which' });
  }
  const found = (await deps.traces.of(about, MOST_LOOKED)).filter((trace) => trace.id !== ask.id);
  if (found.length === 0) return tell({ key: 'trace_none' });
  const isAdmin = deps.admins.has(from);
  const theirs = isAdmin ? found : found.filter(({ personId }) => personId === from);
  if (theirs.length === 0) return tell({ key: 'trace_not_yours' });
  return shown(theirs.slice(0, MOST_SHOWN), isAdmin, ask);
}

const shown = (traces: Trace[], isAdmin: boolean, { from, zone }: Ask): Answer => ({
  view: { show: 'trace', traces, others: isAdmin && traces.some(({ personId }) => personId !== from), zone },
  to: 'asker',
});

/** Also of a meeting that is gone. */
async function deeds(which: Which, ask: Ask, deps: Deps): Promise<Answer> {
  const named = await namedBy(which, ask, deps);
  if (!named) return tell({ key: 'deeds_which' });
  const { meetingNo, id } = named;
  const entries = await deps.audit.ofMeeting(id === null ? { meetingNo } : { id }, MOST_DEEDS);
  if (!(await mayAsk(named, ask, deps))) return tell({ key: 'deeds_not_yours' });
  return { view: { show: 'deeds', meetingNo, entries, zone: ask.zone }, to: 'asker' };
}

interface Named {
  meetingNo: string;
  /** Ours; null: only its number is known, or was. */
  id: string | null;
}

async function namedBy(which: Which, { about }: Ask, deps: Deps): Promise<Named | null> {
  if (which.by === 'meeting_no') {
    const meeting = await deps.store.byMeetingNo(which.meetingNo);
    return { meetingNo: which.meetingNo, id: meeting?.id ?? null };
  }
  const meeting = which.by === 'id' ? await deps.store.get(which.id) : about === null ? null : await deps.store.byCard(about);
  return meeting ? { meetingNo: meeting.meetingNo, id: meeting.id } : null;
}

/** What everybody who may see the meeting is told anyway. */
async function mayAsk({ id }: Named, ask: Ask, deps: Deps): Promise<boolean> {
  if (deps.admins.has(ask.from)) return true;
  const meeting = id === null ? null : await deps.store.get(id);
  return meeting !== null && (await mayLook(meeting, ask, deps));
}

export const intents = {
  why: (_, ask, deps) => why(ask, deps),
  deeds: ({ which }, ask, deps) => deeds(which, ask, deps),
} satisfies Partial<Intents>;

export const doubts = { why: harmless, deeds: harmless } satisfies Partial<Doubts>;
