/** Several wishes in one message: 取消周会，再约周五10点评审; 周二和周四下午3点各约一场. */
import { completedTime } from '../../calendar/complete-time.ts';
import type { Intent } from '../../domain/intent.ts';
import type { Hit } from '../lexicon/lexeme.ts';
import type { Understanding } from '../understanding.ts';
import { readRebooking } from './like.ts';
import { changes, gapAt, isOfChange, past, type Said } from './said.ts';

type Booking = Extract<Intent, { want: 'book' }>;

const MOST_SPLITS = 6;

interface Split {
  from: number;
  to: number;
  /** Said with a word: 再, and then. */
  worded: boolean;
}

/** Each part means something of its own. */
export function readWishes(said: Said): Understanding | null {
  for (const { from, to, worded } of splits(said)) {
    // Understanding a part costs as much as the whole: only where it can be a change.
    if (!worded && !mayChange(said, from)) continue;
    const first = said.understand(said.text.slice(0, from));
    // Of two bookings the second is told by a word: 周五10点评审，再约…
    if (first.act !== 'do' || !(changes(first) || (worded && first.intent.want === 'book'))) continue;
    const behind = said.part(said.text.slice(to));
    const second = readRebooking(behind) ?? behind.alone;
    const pair = second.act === 'do' ? fitted({ said, first, second, behind, worded }) : null;
    if (pair) return { ...first, act: 'do', intents: pair, because: 'two wishes' };
  }
  return null;
}

/** Roles that only help others: 点 and 的 move nothing by themselves. */
const CHANGING: ReadonlySet<string> = new Set(['cancel', 'move', 'extend', 'shorten', 'change']);
const HELPS: ReadonlySet<string> = new Set([
  'move.may',
  'move.nudge',
  'move.topic',
  'moved.be',
  'extend.by',
  'extend.going',
  'extend.need',
  'extend.onto',
]);

/** Before `to` stands a word of change, or one that helps where a slot or a length may be what is changed. */
function mayChange({ hits, alone }: Said, to: number): boolean {
  const words = hits.filter((hit) => hit.to <= to && isOfChange(hit.role));
  if (words.length === 0 || words.some(({ role }) => !HELPS.has(role))) return words.length > 0;
  if (!alone.candidates.some(({ kind }) => CHANGING.has(kind.split('.')[0]!))) return false;
  return alone.time.minutes !== null || alone.marked.parts.some(({ kind }) => kind === 'slot' || kind === 'topic' || kind === 'command');
}

function splits(said: Said): Split[] {
  const { text, hits } = said;
  const gaps = [...text.matchAll(/[,，;；。\n]+/g)].map((match) => {
    const to = past(said, match.index, 'dialogue.then');
    return { from: match.index, to, worded: hits.some((hit) => hit.role === 'dialogue.then' && hit.from >= match.index && hit.to <= to) };
  });
  const words = hits
    .filter((hit) => hit.role === 'dialogue.then' && hit.from > 0)
    .map(({ from }) => ({ from, to: past(said, from, 'dialogue.then'), worded: true }));
  return [...gaps, ...words].slice(0, MOST_SPLITS);
}

interface Parts {
  said: Said;
  first: Understanding;
  second: Understanding;
  behind: Said;
  /** Joined by a word: 再, and then. */
  worded: boolean;
}

/** A time or a setting behind a change belongs to it; a wish that names its own meeting is another one. */
function fitted({ said, first, second, behind, worded }: Parts): [Intent, Intent] | null {
  const [one, other] = [first.intent, second.intent];
  // 周三3点的评审重新约到周四: understood whole, it moves.
  if (one.want === 'book' && said.alone.intent.want === 'move') return null;
  if (one.want === 'book') {
    const again = behind.hits.some(({ role, from }) => role === 'dialogue.second' && from === past(behind, 0));
    return other.want === 'book' && worded ? bothBooked(said, one, other, again) : null;
  }
  if (other.want === 'book') {
    // 周五的会取消，改约下周一: understood whole, it moves. 取消周会，改约周五: it would move a “取消周会”.
    const whole = said.alone.intent;
    const misnamed = one.want === 'cancel' && 'which' in whole && topicOf(whole) !== topicOf(one);
    if (other.instead && whole.want === 'move' && !misnamed) return null;
    const ready = other.now || other.time.start?.grain === 'minute';
    // hosts Amy, Bob and Carol, tomorrow 9am: what a meeting has is no wish of its own.
    const ordered =
      worded &&
      behind.hits.some(({ role, from }) => role === 'dialogue.book' && from === past(behind, 0)) &&
      other.slots.topic !== undefined;
    return ready && (one.want === 'cancel' || ordered) ? [one, inItsPlace(one, other)] : null;
  }
  if (!('which' in other) || !changes(second)) return null;
  if (other.which.by !== 'context' || other.which.clocks || other.which.during) return [one, other];
  return other.want === 'change' && addsTo(said, one, other) && 'which' in one ? [one, { ...other, which: one.which }] : null;
}

const topicOf = ({ which }: Extract<Intent, { which: unknown }>): string | null => (which.by === 'topic' ? which.topic : null);

/** 取消，改约周五10点: booked again is what was just called off. */
function inItsPlace(one: Intent, { instead, ...other }: Booking): Booking {
  return one.want === 'cancel' && other.like ? { ...other, like: one.which } : other;
}

/** The change behind a move or an extension, where the reader of the whole has not heard it already. */
function addsTo({ alone: { intent } }: Said, one: Intent, { slots }: Extract<Intent, { want: 'change' }>): boolean {
  const carried = 'slots' in intent && Object.keys(intent.slots ?? {}).length > 0 && intent.want === one.want;
  return one.want !== 'cancel' && one.want !== 'change' && !carried && Object.keys(slots).length > 0;
}

/** Each has a time of its own; a day that only one of them names is the other's as well. */
function bothBooked({ ctx }: Said, one: Booking, other: Booking, again: boolean): [Booking, Booking] | null {
  if (one.time.start?.grain !== 'minute' || other.time.start?.grain !== 'minute' || one.options || other.options) return null;
  if (one.slots.topic === undefined && other.slots.topic === undefined && !again) return null;
  const dayless = ({ time: { assumed } }: Booking): boolean => assumed.includes('date') || assumed.includes('next_day');
  const onDayOf = (to: Booking, from: Booking): Booking =>
    dayless(to) && !dayless(from)
      ? { ...to, time: { ...completedTime({ ...from.time, minutes: null, end: null }, to.time, ctx.zone) } }
      : to;
  return [onDayOf(one, other), onDayOf(other, one)];
}

const MOST_IN_ROW = 4;

/** 约三点评审、四点复盘; 两点评审，三点排期会，都约一下: each part has a time and a name, and one order holds for all. */
export function readRow(said: Said): Understanding | null {
  const { text, hits } = said;
  const head = hits.find(({ role, from }) => role === 'dialogue.book' && from === 0);
  const foot = hits.find(({ role, from, to }) => role === 'dialogue.all' && from > 0 && past(said, to, 'dialogue.tail') >= text.length);
  if (!head && !foot) return null;
  const parts = text
    .slice(head?.to ?? 0, foot?.from ?? text.length)
    .split(/[、,，;；]/)
    .filter((part) => part.trim() !== '');
  if (parts.length < 2 || parts.length > MOST_IN_ROW) return null;
  const meant: Booking[] = [];
  for (const part of parts) {
    const one = said.understand(part.trim());
    if (one.act !== 'do' || one.intent.want !== 'book' || one.intent.slots.topic === undefined) return null;
    const pair: readonly Booking[] | null = meant.length === 0 ? [one.intent] : bothBooked(said, meant.at(-1)!, one.intent, false);
    if (!pair) return null;
    meant.push(pair.at(-1)!);
  }
  return {
    ...said.understand(parts[0]!.trim()),
    act: 'do',
    intent: meant[0]!,
    intents: meant,
    because: 'several wishes',
  };
}

/** Words that begin what is done to a meeting. */
const OBJECTED: ReadonlySet<string> = new Set(['cancel.verb', 'cancel.loose', 'move.start']);
/** the 3pm, my 10:30: a meeting that is named by its hour. */
const HOUR = String.raw`\p{L}+\s+\d{1,2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?`;
const BY_HOUR = new RegExp(String.raw`^\s*${HOUR}\s*$`, 'iu');
const BEGINS_HOUR = new RegExp(String.raw`^${HOUR}(?=\s|[,.;!]|$)`, 'iu');
const VERBS: ReadonlySet<string> = new Set([
  ...OBJECTED,
  'move.verb',
  'extend.strong',
  'extend.add',
  'shorten.verb',
  'change.make',
  'change.into',
  'change.edit-first',
  'dialogue.book',
]);
const FARTHEST = 40;

/** cancel standup and retro, move both the demo and the retro to Friday: each of the two is an object of the verb. */
export function readBoth(said: Said): Understanding | null {
  const { text, hits } = said;
  const verb = hits.find(({ role }) => OBJECTED.has(role));
  const and = verb && hits.find(({ role, from }) => role === 'dialogue.and' && from > verb.to);
  if (!verb || !and || verb.from > FARTHEST) return null;
  const both = hits.find(({ role, from }) => role === 'dialogue.both' && from === verb.to + gapAt(text, verb.to));
  const [head, one] = [text.slice(0, verb.to), text.slice(both?.to ?? verb.to, and.from)];
  const meets = (from: number, to: number): Hit[] => hits.filter((hit) => hit.role === 'mood.meeting' && hit.from >= from && hit.to <= to);
  const behind = and.to + gapAt(text, and.to);
  const ends = endOfObject(said, behind);
  if (ends === null || hits.some((hit) => hit.from === behind && VERBS.has(hit.role))) return null;
  if (!BY_HOUR.test(one) && !meets(verb.to, and.from).some(({ to }) => text.slice(to, and.from).trim() === '')) return null;
  const rest = text.slice(ends);
  const [first, second] = [said.understand(`${head} ${one.trim()}${rest}`), said.understand(`${head} ${text.slice(behind, ends)}${rest}`)];
  const alike = first.intent.want === second.intent.want && [first, second].every(names);
  return alike ? { ...first, act: 'do', intents: [first.intent, second.intent], because: 'two meetings' } : null;
}

/** Where the second of the two ends: behind its hour, or the first word for a meeting. */
function endOfObject({ text, hits }: Said, from: number): number | null {
  const hour = BEGINS_HOUR.exec(text.slice(from));
  if (hour) return from + hour[0].length;
  const noun = hits.find((hit) => hit.role === 'mood.meeting' && hit.from >= from && hit.from - from <= FARTHEST);
  return noun && !/[,;.!?]/.test(text.slice(from, noun.from)) ? noun.to : null;
}

const names = (one: Understanding): boolean => {
  const { intent } = one;
  if (!(changes(one) || one.ifNamed) || !('which' in intent)) return false;
  return intent.which.by === 'topic' || (intent.which.by === 'context' && (intent.which.clocks ?? intent.which.during) !== undefined);
};

/** Of several times each is wanted: 周二和周四下午3点各约一场. */
export function readEach(said: Said): Understanding | null {
  const each = said.hits.find((hit) => hit.role === 'dialogue.each');
  if (!each) return null;
  const text = `${said.text.slice(0, each.from)}${each.worth ?? ''}${said.text.slice(each.to)}`;
  const meant = said.understand(text);
  const { intent } = meant;
  if (meant.act === 'none' || intent.want !== 'book' || !intent.options) return null;
  const { options, ...booking } = intent;
  const intents: Intent[] = options.map((time) => ({ ...booking, time }));
  return { ...meant, act: 'do', intent: intents[0]!, intents, because: 'several wishes' };
}
