import type { Intent, Slots, Understood, Which } from '../domain/intent.ts';
import { silent } from '../domain/silent-time.ts';
import type { TimeReading } from '../domain/time.ts';
import type { Deed, Memory, Open } from './memory.ts';

type Move = Extract<Intent, { want: 'move' }>;
export type Booking = Extract<Intent, { want: 'book' }>;

/** A message in the light of what was said before. */
export type Meant =
  /** `agreed`: a yes to what was offered, so nothing is asked again. */
  /** `corrects`: a plain correction of what this person did not do here. */
  | { means: 'do' | 'ask'; intents: Intent[]; agreed?: true; corrects?: true }
  /** Values for the booking that is half said, or offered. */
  | { means: 'fill'; open: Open; more: { time: TimeReading | null; slots: Slots } }
  /** One of what was offered to choose from: by what it says of the time, or by its place, from 0. */
  | { means: 'choose'; open: Open; by: TimeReading | number }
  | { means: 'decline'; open: Open }
  /** Nothing to do; the intent says why. */
  | { means: 'nothing'; intent: Intent };

/**
 * Pure: what was understood, and what is remembered of this person here → what is meant.
 * @param repliedTo the meeting whose card the message replies to
 */
export function interpret(heard: Understood, memory: Memory, repliedTo: string | null): Meant {
  const { open } = memory;
  const intents = heard.intents ?? [heard.intent];
  const [first] = intents;
  if (!first) return { means: 'nothing', intent: heard.intent };
  if (first.want === 'agree') return agreed(open, first);
  if (first.want === 'decline') return open ? { means: 'decline', open } : { means: 'nothing', intent: first };
  // 再约一场 to a double that was asked about.
  if (
    open?.kind === 'offer' &&
    open.intents[0]?.want === 'book' &&
    first.want === 'book' &&
    first.another &&
    !first.time.start &&
    !first.now
  )
    return { means: 'do', intents: open.intents, agreed: true };
  if (first.want === 'list' && first.turn) return turned(first.turn, memory);
  if (open && intents.length === 1 && repliedTo === null) {
    const answer = answering(first, heard, open, memory);
    if (answer) return answer;
  }
  const removed = intents.length === 1 && repliedTo === null ? removedField(heard, memory) : null;
  if (removed) return { means: 'ask', intents: [removed] };
  const length = intents.length === 1 ? lengthOfLast(first, memory, repliedTo) : null;
  if (length) return { means: 'do', intents: [length] };
  const repeat = intents.length === 1 ? repeatOfLast(first, memory) : null;
  if (repeat) return { means: 'do', intents: [repeat] };
  const named = intents.length === 1 ? nameOfLast(first, memory, repliedTo) : null;
  if (named) return { means: 'do', intents: [named] };
  const when = intents.length === 1 ? whenOfLast(heard, memory, repliedTo) : null;
  if (when) return { means: heard.settles && !isWhole(when.time) ? 'do' : 'ask', intents: [when] };
  const further = intents.length === 1 ? furtherOn(first, memory, repliedTo) : null;
  if (further) return { means: 'do', intents: [further] };
  if (heard.act === 'none') return { means: 'nothing', intent: first.want === 'book' ? { want: 'nothing', because: 'talk' } : first };
  const pointed = intents.map((intent) => pointing(intent, memory, repliedTo));
  // What corrects something that nobody remembers may be about something else.
  const lost = intents.some((intent, n) => isLast(intent) && !('which' in pointed[n]! && pointed[n].which.by === 'id'));
  const known = heard.ifSpokenOf === true && pointed.every((intent) => 'which' in intent && intent.which.by === 'id');
  const doubted = lost || intents.some((intent) => namesAnother(intent, memory));
  const meant = { means: doubted ? ('ask' as const) : known ? ('do' as const) : heard.act, intents: pointed };
  return lost && heard.act === 'do' ? { ...meant, corrects: true } : meant;
}

/** remove it, right after its password was asked for: that, and not the meeting, may be meant. */
function removedField({ intent, ofIt }: Understood, memory: Memory): Intent | null {
  if (!memory.field || !ofIt || intent.want !== 'cancel' || intent.all || !isIt(intent.which)) return null;
  return { want: 'change', which: lastOf(memory), slots: { [memory.field.of]: null } };
}

/** The next page of what was shown; past the last one comes the last one again. */
function turned(by: 1 | -1, { listed }: Memory): Meant {
  if (!listed?.page) return { means: 'nothing', intent: { want: 'help', because: 'unknown' } };
  const { scope, span, page, pages } = listed.page;
  return { means: 'do', intents: [{ want: 'list', scope, span, page: Math.min(Math.max(page + by, 0), pages - 1) }] };
}

const isLast = (intent: Intent): boolean => 'which' in intent && intent.which.by === 'last';

function agreed(open: Open | null, intent: Intent): Meant {
  if (open?.kind === 'offer') return { means: 'do', intents: open.intents, agreed: true };
  // A yes to a question that it does not answer.
  return open ? { means: 'ask', intents: open.intents.slice(0, 1) } : { means: 'nothing', intent };
}

/** Does it answer what is open here: values alone, a correction of it, its place in the row, or a name for it. */
function answering(intent: Intent, heard: Understood, open: Open, memory: Memory): Meant | null {
  if (open.kind === 'choice' && intent.want === 'show' && intent.which.by === 'nth') {
    const { nth, inTime } = intent.which;
    const by = (inTime ? inOrderOfTime(open.intents) : open.intents.map((_, n) => n)).at(nth > 0 ? nth - 1 : nth);
    return by === undefined ? null : { means: 'choose', open, by };
  }
  const booking = open.intents.find((one): one is Booking => one.want === 'book');
  if (!booking) return null;
  if (heard.asNumber) return numbered(heard.asNumber, open, booking);
  const values = valuesOf(intent, open, memory, booking);
  if (values)
    return open.kind === 'choice' && values.time ? { means: 'choose', open, by: values.time } : { means: 'fill', open, more: values };
  const named = heard.act === 'none' && booking.slots.topic === undefined && heard.asTopic !== undefined;
  return named && open.kind === 'draft' ? { means: 'fill', open, more: { time: null, slots: { topic: heard.asTopic! } } } : null;
}

const startOf = (intent: Intent): number =>
  'time' in intent && intent.time.start?.grain === 'minute' ? intent.time.start.at : Number.POSITIVE_INFINITY;

/** Their places, the earliest first. */
const inOrderOfTime = (intents: Intent[]): number[] => intents.map((_, n) => n).sort((a, b) => startOf(intents[a]!) - startOf(intents[b]!));

const HALF_DAY_MS = 43_200_000;

/** 3: the hour that is asked for; among several the one that is at three, else the third. */
function numbered({ n, hour }: NonNullable<Understood['asNumber']>, open: Open, booking: Booking): Meant | null {
  if (open.kind === 'draft')
    return booking.time.start?.grain === 'minute' ? null : { means: 'fill', open, more: { time: hour, slots: {} } };
  if (open.kind === 'offer' || hour.start?.grain !== 'minute') return null;
  const { at } = hour.start;
  const then = open.intents.flatMap((one, nth) => {
    const start = 'time' in one ? one.time.start : null;
    return start?.grain === 'minute' && (start.at - at) % HALF_DAY_MS === 0 ? [nth] : [];
  });
  const by = then.length === 1 ? then[0]! : then.length === 0 && n <= open.intents.length ? n - 1 : -1;
  return by < 0 ? null : { means: 'choose', open, by };
}

function valuesOf(intent: Intent, open: Open, memory: Memory, booking: Booking): { time: TimeReading | null; slots: Slots } | null {
  switch (intent.want) {
    case 'book': {
      if (intent.like || intent.options || intent.now) return null;
      // A wish of its own is another subject, unless it is just what the draft waits for.
      const fits = intent.slots.topic === undefined || booking.slots.topic === undefined;
      const awaited = open.kind === 'draft' && intent.time.start?.grain === 'minute' && fits;
      // Beside an offer, a day with its hour is another one to be asked about; only a part of it answers the question.
      if (open.kind === 'offer' && isWhole(intent.time)) return null;
      return intent.fragment || awaited ? { time: intent.time, slots: intent.slots } : null;
    }
    case 'move':
      return correctsOpen(intent.which, open, memory) && intent.shift === null ? { time: intent.time, slots: intent.slots ?? {} } : null;
    case 'change':
      return correctsOpen(intent.which, open, memory) ? { time: null, slots: intent.slots } : null;
    default:
      return null;
  }
}

/** A day that was said, and an hour. */
const isWhole = ({ start, assumed }: TimeReading): boolean =>
  start?.grain === 'minute' && !assumed.includes('date') && !assumed.includes('next_day');

/** What is corrected is what was spoken of last: the open one, unless something was done since. */
function correctsOpen(which: Which, open: Open, memory: Memory): boolean {
  const [latest] = memory.deeds;
  return (which.by === 'last' || isIt(which)) && (!latest || latest.at <= open.at);
}

/** 不对，是月会 right after another was moved: rather the wrong one was moved than that it has another name. */
const namesAnother = (intent: Intent, { deeds: [latest] }: Memory): boolean =>
  intent.want === 'change' &&
  isLast(intent) &&
  intent.anyName === true &&
  (latest?.did === 'cancelled' || (latest?.did === 'changed' && !('topic' in latest.before)));

/** 主题：售后复盘 right after a booking: what that one is called. */
function nameOfLast(intent: Intent, { deeds: [latest] }: Memory, repliedTo: string | null): Intent | null {
  if (intent.want !== 'book' || !intent.fragment || intent.slots.topic === undefined) return null;
  const id = repliedTo ?? (latest?.did === 'booked' || latest?.did === 'changed' ? latest.meetingId : undefined);
  return id === undefined ? null : { want: 'change', which: { by: 'id', id }, slots: intent.slots };
}

/** 4点, 周四, London time right after a booking: it may be meant for that one, and is asked about; 4点吧 is meant for it. */
function whenOfLast({ intent, settles }: Understood, memory: Memory, repliedTo: string | null): Move | null {
  if (intent.want !== 'book' || !intent.fragment || intent.time.rrule || (isWhole(intent.time) && !settles)) return null;
  const { start, zone, end, minutes } = intent.time;
  const zoneAlone = !start && !end && minutes === null && zone !== null;
  if (start?.grain !== 'minute' && start?.grain !== 'day' && !zoneAlone) return null;
  const latest = memory.deeds[0];
  const id = repliedTo ?? (latest?.did === 'booked' || latest?.did === 'changed' ? latest.meetingId : undefined);
  return moveOf(id, intent.time);
}

/** 每周都开 books nothing: it is how often the one is that was just booked. */
function repeatOfLast(intent: Intent, { deeds: [latest] }: Memory): Intent | null {
  if (intent.want !== 'book' || !intent.fragment || !intent.time.rrule || intent.time.start?.grain === 'minute') return null;
  if (latest?.did !== 'booked') return null;
  return { want: 'change', which: { by: 'id', id: latest.meetingId }, slots: {}, repeat: intent.time.rrule };
}

/** 两个小时吧 books nothing: it is said of the one that was just booked or changed. */
function lengthOfLast(intent: Intent, memory: Memory, repliedTo: string | null): Intent | null {
  if (intent.want !== 'book' || !intent.fragment || intent.time.start || intent.time.end || intent.time.minutes === null) return null;
  const id = repliedTo ?? alive(memory.deeds[0])?.meetingId;
  return moveOf(id, intent.time);
}

const moveOf = (id: string | undefined, time: TimeReading): Move | null =>
  id === undefined ? null : { want: 'move', which: { by: 'id', id }, time, shift: null };

/** another 15: right after it was moved or made longer, the same way again. */
function furtherOn(intent: Intent, { deeds: [latest] }: Memory, repliedTo: string | null): Intent | null {
  if (intent.want !== 'extend' || !intent.further || !isIt(intent.which)) return null;
  const by = latest?.did === 'changed' && (repliedTo === null || repliedTo === latest.meetingId) ? latest.by : undefined;
  if (!latest || !by) return null;
  const which = { by: 'id', id: latest.meetingId } as const;
  const { minutes } = intent;
  return 'longer' in by
    ? { want: 'extend', which, minutes: by.longer ? minutes : -minutes }
    : { want: 'move', which, time: silent(), shift: by.later ? minutes : -minutes };
}

const alive = (deed: Deed | undefined): Deed | null => (deed && deed.did !== 'cancelled' ? deed : null);

/** The last one, the second: what this person did or saw here. What nobody can point at stays as it was said. */
function pointing(intent: Intent, memory: Memory, repliedTo: string | null): Intent {
  if ('which' in intent) {
    // A cancellation needs to know which: nobody guesses between several.
    const which = isIt(intent.which) && intent.want !== 'cancel' ? ({ by: 'last' } as const) : intent.which;
    if (intent.want === 'move' && intent.again) return movedAgain(intent, pointed(which, memory, repliedTo), memory);
    return corrected({ ...intent, which: pointed(which, memory, repliedTo) }, isLast(intent), memory);
  }
  if (intent.want === 'book' && intent.like) {
    const like = pointed(intent.like, memory, repliedTo);
    if (intent.own && like.by !== 'id') return onItsOwn(intent);
    if (intent.instead && like.by === 'id' && stands(like.id, memory))
      return {
        want: 'move',
        which: like,
        time: intent.time,
        shift: null,
        ...(Object.keys(intent.slots).length > 0 ? { slots: intent.slots } : {}),
      };
    return { ...intent, like };
  }
  return intent;
}

function onItsOwn({ like, own, ...intent }: Booking): Booking {
  return intent;
}

/** 重新约到4点 of one that was called off: booked again. */
function movedAgain({ again, ...intent }: Extract<Intent, { want: 'move' }>, which: Which, memory: Memory): Intent {
  if (which.by !== 'id' || stands(which.id, memory)) return { ...intent, which };
  return { want: 'book', now: false, time: intent.time, slots: intent.slots ?? {}, like: which };
}

/** As far as this person's own deeds tell. */
const stands = (id: string, { deeds }: Memory): boolean => deeds.find((deed) => deed.meetingId === id)?.did !== 'cancelled';

/** sorry, I meant @Li Na: of whom it was said is known from what was changed last. */
function corrected(intent: Intent, corrects: boolean, { deeds }: Memory): Intent {
  const [latest] = deeds;
  if (!corrects || intent.want !== 'change' || !intent.slots.hosts || latest?.did !== 'changed') return intent;
  if (!('join' in latest.before) || 'hostIds' in latest.before) return intent;
  const { hosts, ...others } = intent.slots;
  return { ...intent, slots: { ...others, join: { who: 'people', people: hosts } } };
}

/** It, this one, nothing said. */
const isIt = (which: Which): boolean => which.by === 'context' && !which.during && !which.clocks && !which.owner;

function pointed(which: Which, memory: Memory, repliedTo: string | null): Which {
  if (repliedTo !== null && (which.by === 'last' || isIt(which))) return { by: 'id', id: repliedTo };
  if (which.by === 'last') return lastOf(memory);
  if (which.by === 'other') return otherOf(memory);
  if (which.by === 'context' && which.owner === 'me' && !which.during && !which.clocks) {
    const last = lastOf(memory, (deed) => deed.did !== 'shown');
    return last.by === 'id' ? last : which;
  }
  return which.by === 'nth' ? nthOf(which, memory) : which;
}

function lastOf({ deeds }: Memory, wanted: (deed: Deed) => boolean = () => true): Which {
  const latest = deeds.find(wanted);
  return latest ? { by: 'id', id: latest.meetingId } : { by: 'context' };
}

/** Of more than two nobody knows which is the other one. */
function otherOf({ deeds, listed }: Memory): Which {
  const done = [...new Set(deeds.map(({ meetingId }) => meetingId))];
  const ids = done.length > 1 ? done : [...new Set([...done, ...(listed?.ids ?? [])])];
  const [, other] = ids;
  return ids.length === 2 && other !== undefined ? { by: 'id', id: other } : { by: 'context' };
}

/** Of the list just shown; without one, "the last one" is what was done last, and of several nobody guesses. */
function nthOf(which: Extract<Which, { by: 'nth' }>, memory: Memory): Which {
  const { listed, deeds } = memory;
  const older = listed !== null && which.nth === -1 && deeds[0] !== undefined && deeds[0].did !== 'shown' && deeds[0].at > listed.at;
  if (!listed || older) return which.nth === -1 ? lastOf(memory) : deeds.length > 0 ? { by: 'context' } : which;
  const id = listed.ids.at(which.nth > 0 ? which.nth - 1 : which.nth);
  return id === undefined ? which : { by: 'id', id };
}
