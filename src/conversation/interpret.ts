import type { Intent, Slots, Understood, Which } from '../domain/intent.ts';
import type { TimeReading } from '../domain/time.ts';
import type { Memory, Open } from './memory.ts';

export type Booking = Extract<Intent, { want: 'book' }>;

/** A message in the light of what was said before. */
export type Meant =
  /** `agreed`: a yes to what was offered, so nothing is asked again. */
  | { means: 'do' | 'ask'; intents: Intent[]; agreed?: true }
  /** Values for the booking that is half said, or offered. */
  | { means: 'fill'; open: Open; more: { time: TimeReading | null; slots: Slots } }
  /** One of what was offered to choose from. */
  | { means: 'choose'; open: Open; time: TimeReading }
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
  if (open && intents.length === 1) {
    const answer = repliedTo === null ? answering(first, heard, open, memory) : null;
    if (answer) return answer;
  }
  const pointed = intents.map((intent) => pointing(intent, memory, repliedTo));
  if (heard.act === 'none') return { means: 'nothing', intent: first };
  return { means: heard.act, intents: pointed };
}

function agreed(open: Open | null, intent: Intent): Meant {
  if (open?.kind === 'offer') return { means: 'do', intents: open.intents, agreed: true };
  // A yes to a question that it does not answer.
  return open ? { means: 'ask', intents: open.intents.slice(0, 1) } : { means: 'nothing', intent };
}

/** Does it answer what is open here: values alone, a correction of it, or a name for it. */
function answering(intent: Intent, heard: Understood, open: Open, memory: Memory): Meant | null {
  const booking = open.intents.find((one): one is Booking => one.want === 'book');
  if (!booking) return null;
  const values = valuesOf(intent, open, memory, booking);
  if (values)
    return open.kind === 'choice' && values.time ? { means: 'choose', open, time: values.time } : { means: 'fill', open, more: values };
  const named = heard.act === 'none' && booking.slots.topic === undefined && heard.asTopic !== undefined;
  return named && open.kind === 'draft' ? { means: 'fill', open, more: { time: null, slots: { topic: heard.asTopic! } } } : null;
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
  return which.by === 'last' && (!latest || latest.at <= open.at);
}

/** The last one, the second: what this person did or saw here. What nobody can point at stays as it was said. */
function pointing(intent: Intent, memory: Memory, repliedTo: string | null): Intent {
  if ('which' in intent) {
    // A cancellation needs to know which: nobody guesses between several.
    const which = isIt(intent.which) && intent.want !== 'cancel' ? ({ by: 'last' } as const) : intent.which;
    return { ...intent, which: pointed(which, memory, repliedTo) };
  }
  if (intent.want === 'book' && intent.like) return { ...intent, like: pointed(intent.like, memory, repliedTo) };
  return intent;
}

/** It, this one, nothing said. */
const isIt = (which: Which): boolean => which.by === 'context' && !which.during && !which.clocks && !which.owner;

function pointed(which: Which, memory: Memory, repliedTo: string | null): Which {
  if (repliedTo !== null && (which.by === 'last' || isIt(which))) return { by: 'id', id: repliedTo };
  if (which.by === 'last') {
    const [latest] = memory.deeds;
    return latest ? { by: 'id', id: latest.meetingId } : { by: 'context' };
  }
  if (which.by === 'nth') {
    const id = memory.listed?.ids.at(which.nth > 0 ? which.nth - 1 : which.nth);
    return id === undefined ? which : { by: 'id', id };
  }
  return which;
}
