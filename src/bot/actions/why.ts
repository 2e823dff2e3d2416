/** What became of a message, and who did what to a meeting: to those whom it concerns, and to administrators. */
import type { Which } from '../../domain/intent.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Series } from '../../domain/series.ts';
import type { Trace } from '../../domain/trace.ts';
import type { Ask } from '../../meeting/ask.ts';
import { mayLook } from '../../meeting/find.ts';
import { type Answer, tell } from '../answer.ts';
import { calledThat } from '../called-that.ts';
import type { Deps } from '../deps.ts';
import { type Doubts, harmless, type Intents } from './action.ts';
import { mayLook as mayLookAtSeries } from './series.ts';

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
  if (found.length === 0) return aboutMeeting(ask, deps);
  const isAdmin = deps.admins.has(from);
  const theirs = isAdmin ? found : found.filter(({ personId }) => personId === from);
  if (theirs.length === 0) return tell({ key: 'trace_not_yours' });
  return shown(theirs.slice(0, MOST_SHOWN), isAdmin, ask);
}

/** What the bot said of itself, such as a reminder or a line of news: nobody asked for it there, but somebody did something to the meeting. */
async function aboutMeeting(ask: Ask, deps: Deps): Promise<Answer> {
  const named = await namedBy({ by: 'context' }, ask, deps);
  return named && (await mayAsk(named.of, ask, deps)) ? deedsOf(named, ask, deps) : tell({ key: 'trace_none' });
}

const shown = (traces: Trace[], isAdmin: boolean, { from, zone }: Ask): Answer => ({
  view: { show: 'trace', traces, others: isAdmin && traces.some(({ personId }) => personId !== from), zone },
  to: 'asker',
});

/** Also of a meeting that is gone; of several that were called that, of each. */
async function deeds(which: Which, ask: Ask, deps: Deps): Promise<Answer> {
  if (which.by === 'topic') {
    const called = await calledThat(which.topic, ask, deps);
    const told = await Promise.all(called.map((meeting) => deedsOf(namedMeeting(meeting), ask, deps)));
    const [first, ...more] = told;
    return first ? { ...first, more } : tell({ key: 'not_found_topic', args: { topic: which.topic } });
  }
  const named = await namedBy(which, ask, deps);
  if (!named) return tell({ key: 'deeds_which' });
  return (await mayAsk(named.of, ask, deps)) ? deedsOf(named, ask, deps) : tell({ key: 'deeds_not_yours' });
}

async function deedsOf({ meetingNo, of }: Named, { zone }: Ask, { audit }: Deps): Promise<Answer> {
  const entries = await audit.ofMeeting(of ? { ids: idsOf(of) } : { meetingNo }, MOST_DEEDS);
  return { view: { show: 'deeds', meetingNo, entries, zone }, to: 'asker' };
}

interface Named {
  /** Empty: a series. */
  meetingNo: string;
  /** Ours; null: only its number is known, or was. */
  of: Meeting | Series | null;
}

const namedMeeting = (meeting: Meeting): Named => ({ meetingNo: meeting.meetingNo, of: meeting });

async function namedBy(which: Which, { about }: Ask, deps: Deps): Promise<Named | null> {
  if (which.by === 'meeting_no') return { meetingNo: which.meetingNo, of: await deps.store.byMeetingNo(which.meetingNo) };
  const spokenOf = about === null ? null : await deps.store.byMessage(about);
  const meeting = which.by === 'id' ? await deps.store.get(which.id) : spokenOf;
  // What replies to a series is about all of it, whichever of its meetings comes next.
  const series = about === null || (meeting && spokenOf) ? null : await deps.series.byMessage(about);
  if (series) return { meetingNo: '', of: series };
  return meeting && namedMeeting(meeting);
}

/** A series, and those of its meetings that are known. */
const idsOf = (of: Meeting | Series): string[] => ('meetings' in of ? [of.id, ...Object.values(of.meetings)] : [of.id]);

/** What everybody who may see the meeting is told anyway. */
async function mayAsk(of: Meeting | Series | null, ask: Ask, deps: Deps): Promise<boolean> {
  if (deps.admins.has(ask.from)) return true;
  if (of === null) return false;
  return 'meetings' in of ? mayLookAtSeries(of, ask, deps) : mayLook(of, ask, deps);
}

export const intents = {
  why: (_, ask, deps) => why(ask, deps),
  deeds: ({ which }, ask, deps) => deeds(which, ask, deps),
} satisfies Partial<Intents>;

export const doubts = { why: harmless, deeds: harmless } satisfies Partial<Doubts>;
