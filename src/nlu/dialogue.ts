/** What a message says to what was said before: a correction, a yes, two wishes at once. Built on what each of its parts means alone. */
import type { Act, Intent } from '../domain/intent.ts';
import type { TimeReading } from '../domain/time.ts';
import type { Hit } from './lexicon/lexeme.ts';
import type { Scan } from './lexicon/scan.ts';
import { TIME_ALONE, WHATEVER_BEFORE } from './mood/rules.ts';
import { tidy } from './tidy.ts';
import { prepare } from './time/prepare.ts';
import type { Context, Message, Understand, Understanding } from './understanding.ts';

const GAP = /^[\s,，、。.!！?？;；:：~～-]+/;
const GAP_END = /[\s,，、。.!！?？;；:：~～-]+$/;
/** Corrections, answers and thanks are short; a long text is no reply to what was just said. */
const MOST = 120;
const MOST_SPLITS = 6;
const CHANGES: ReadonlySet<Intent['want']> = new Set(['cancel', 'move', 'extend', 'change']);
/** Stretches of the text that say when, or nothing. */
const ONLY_WHEN: ReadonlySet<string> = new Set(['time', 'filler', 'bot']);
const LAST = { by: 'last' } as const;

interface Said {
  message: Message;
  ctx: Context;
  text: string;
  hits: readonly Hit[];
  alone: Understanding;
  understand(text: string): Understanding;
}

/** @param alone what a message means that nothing was said before */
export function withDialogue(alone: Understand, scan: Scan): Understand {
  return (message, ctx) => {
    const found = alone(message, ctx);
    const text = prepare(withoutBot(tidy(message.text), message)).text.trim();
    if (text === '' || text.length > MOST) return found;
    const hits = scan(text).filter((hit) => hit.role.startsWith('dialogue.'));
    const said: Said = { message, ctx, text, hits, alone: found, understand: (part) => alone({ ...message, text: part }, ctx) };
    const reply = readReply(said);
    if (reply) return reply;
    if (WHATEVER_BEFORE.has(found.because)) return found;
    return readCorrection(said) ?? readTwoWishes(said) ?? readLike(said) ?? readFragment(said) ?? found;
  };
}

const withoutBot = (text: string, { mentions, botOpenId }: Message): string =>
  mentions.filter((one) => one.openId === botOpenId).reduce((rest, one) => rest.replace(one.key, ' '), text);

const meaning = (said: Said, intent: Intent, act: Act, because: string): Understanding => ({ ...said.alone, intent, act, because });

/** Where the words of these roles that stand at `from`, one after the other, come to an end. */
function past({ text, hits }: Said, from: number, ...roles: string[]): number {
  let at = from + (GAP.exec(text.slice(from))?.[0].length ?? 0);
  for (;;) {
    const hit = hits.find((one) => one.from === at && roles.includes(one.role));
    if (!hit) return at;
    at = hit.to + (GAP.exec(text.slice(hit.to))?.[0].length ?? 0);
  }
}

/** The text up to the words of politeness and the like at its end. */
function beforeTail({ text, hits }: Said): string {
  let to = text.length;
  for (;;) {
    to -= GAP_END.exec(text.slice(0, to))?.[0].length ?? 0;
    const hit = hits.find((one) => one.to === to && one.role === 'dialogue.tail');
    if (!hit) return text.slice(0, to);
    to = hit.from;
  }
}

const is = (said: Said, ...roles: string[]): boolean => past(said, 0, ...roles) >= said.text.length;

/** The whole message answers, thanks or takes back. */
function readReply(said: Said): Understanding | null {
  if (said.hits.some((hit) => hit.role === 'dialogue.undo') && is(said, 'dialogue.undo', 'dialogue.tail'))
    return meaning(said, { want: 'undo' }, 'do', 'takes back');
  const declines = said.hits.some((hit) => hit.role === 'dialogue.decline');
  if (declines && is(said, 'dialogue.decline', 'dialogue.tail', 'dialogue.thanks'))
    return meaning(said, { want: 'decline' }, 'none', 'declines');
  if (!is(said, 'dialogue.thanks', 'dialogue.agree', 'dialogue.tail')) return null;
  const thanks = said.hits.some((hit) => hit.role === 'dialogue.thanks');
  if (!thanks && !said.hits.some((hit) => hit.role === 'dialogue.agree')) return null;
  return thanks
    ? meaning(said, { want: 'nothing', because: 'thanks' }, 'none', 'thanks')
    : meaning(said, { want: 'agree' }, 'none', 'agrees');
}

/** What is left when the words that correct are taken away says what was meant. */
function readCorrection(said: Said): Understanding | null {
  const lead = past(said, 0, 'dialogue.wrong', 'dialogue.rather', 'dialogue.not');
  const whole = beforeTail(said);
  if (lead >= whole.length) return null;
  const field = said.hits.find((hit) => hit.role === 'dialogue.field' && hit.from === lead);
  if (field) return readField(said, field, whole);
  if (lead === 0) return readNot(said, whole);
  const not = said.hits.find((hit) => hit.role === 'dialogue.not');
  const rather = said.hits.filter((hit) => hit.role === 'dialogue.rather' && hit.from > lead).at(-1);
  // 不是明天，是后天: what follows is meant; Thursday not Wednesday: what stands before is.
  const rest =
    not && not.from < lead && rather ? whole.slice(rather.to) : not && not.from > lead ? whole.slice(lead, not.from) : whole.slice(lead);
  const strong = said.hits.some((hit) => hit.from < lead && (hit.role === 'dialogue.wrong' || hit.role === 'dialogue.not'));
  if (!strong && CHANGES.has(said.alone.intent.want) && said.alone.act === 'do') return null;
  return corrected(said, said.understand(asClock(said, rest, lead)), strong);
}

/** make it 5: behind such a word a bare number is an hour. */
function asClock({ hits }: Said, rest: string, lead: number): string {
  if (!/^\s*\d{1,2}\s*$/.test(rest)) return rest;
  const word = hits.filter((hit) => hit.from < lead && typeof hit.worth === 'string').at(-1);
  return word ? `${word.worth}${rest}` : rest;
}

/** 密码错了，是4321; the password should be 5678: the field is named, and what it should be. */
function readField(said: Said, field: Hit, whole: string): Understanding | null {
  const from = past(said, field.to, 'dialogue.wrong', 'dialogue.rather', 'dialogue.not');
  const corrects = said.hits.some(
    (hit) => hit.from >= field.to && hit.from < from && (hit.role === 'dialogue.wrong' || hit.role === 'dialogue.rather'),
  );
  if (!corrects || from >= whole.length) return null;
  // 名字改成Q3规划 is a change that stands alone; 名字错了，改成Q3规划 corrects.
  const wrong = said.hits.some((hit) => hit.role === 'dialogue.wrong' && hit.from < from);
  if (!wrong && CHANGES.has(said.alone.intent.want) && said.alone.act === 'do') return null;
  return corrected(said, said.understand(`${field.worth}${whole.slice(from)}`), true);
}

/** Thursday not Wednesday */
function readNot(said: Said, whole: string): Understanding | null {
  const not = said.hits.find((hit) => hit.role === 'dialogue.not' && hit.from > 0);
  if (!not || !isTimeAlone(said.understand(whole.slice(not.to)))) return null;
  return corrected(said, said.understand(whole.slice(0, not.from)), false);
}

function corrected(said: Said, meant: Understanding, strong: boolean): Understanding | null {
  const { intent } = meant;
  if (isTimeAlone(meant)) return meaning(said, { want: 'move', which: LAST, time: meant.time, shift: null }, 'do', 'corrects');
  if (!strong || meant.act !== 'do') return null;
  if (intent.want === 'move' || intent.want === 'change' || intent.want === 'extend')
    return meaning(said, { ...intent, which: intent.which.by === 'context' ? LAST : intent.which }, 'do', 'corrects');
  return null;
}

/** Nothing is said but when, how long or in which zone. */
function isTimeAlone({ marked, time }: Understanding): boolean {
  if (!time.start && !time.end && time.minutes === null && !time.zone) return false;
  let left = marked.text;
  for (const { from, to, kind } of [...marked.parts].reverse()) {
    if (!ONLY_WHEN.has(kind)) return false;
    left = left.slice(0, from) + left.slice(to);
  }
  return left.replace(/[\s,，、。.!！?？;；:：~～-]/g, '') === '';
}

/** 取消周会，再约周五10点评审: each part means something of its own. */
function readTwoWishes(said: Said): Understanding | null {
  if (!CHANGES.has(said.alone.intent.want) && said.alone.intent.want !== 'book') return null;
  for (const at of splits(said)) {
    const first = said.understand(said.text.slice(0, at.from));
    if (first.act !== 'do' || !CHANGES.has(first.intent.want)) continue;
    const second = said.understand(said.text.slice(at.to));
    if (second.act !== 'do' || !fits(first.intent, second.intent, said.alone.intent)) continue;
    return { ...first, act: 'do', intents: [first.intent, sameMeeting(second.intent, first.intent)], because: 'two wishes' };
  }
  return null;
}

/** A time or a setting behind a change belongs to it; a booking behind a cancellation is another wish. */
function fits(first: Intent, second: Intent, alone: Intent): boolean {
  if (second.want === 'book') return first.want === 'cancel' && (second.now || second.time.start?.grain === 'minute');
  const carried = 'slots' in alone && Object.keys(alone.slots ?? {}).length > 0 && alone.want === first.want;
  return second.want === 'change' && first.want !== 'cancel' && first.want !== 'change' && !carried && Object.keys(second.slots).length > 0;
}

const sameMeeting = (second: Intent, first: Intent): Intent =>
  second.want === 'change' && second.which.by === 'context' && 'which' in first ? { ...second, which: first.which } : second;

function splits({ text, hits }: Said): { from: number; to: number }[] {
  const gaps = [...text.matchAll(/[,，;；。\n]+/g)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
  const words = hits.filter((hit) => hit.role === 'dialogue.then' && hit.from > 0).map(({ from, to }) => ({ from, to }));
  return [...gaps, ...words].slice(0, MOST_SPLITS);
}

/** 再约一个后天同一时间的, another one at 2pm: what is not said is as it was last time. */
function readLike(said: Said): Understanding | null {
  const like = said.hits.filter((hit) => hit.role === 'dialogue.same' || hit.role === 'dialogue.another');
  if (like.length === 0 || CHANGES.has(said.alone.intent.want)) return null;
  const rest = [...like].reverse().reduce((text, hit) => `${text.slice(0, hit.from)} ${text.slice(hit.to)}`, said.text);
  const meant = said.understand(rest);
  const { time } = meant;
  if (!time.start || (meant.intent.want === 'book' && (meant.intent.slots.topic ?? '').length > 2)) return null;
  const slots = meant.intent.want === 'book' ? meant.intent.slots : {};
  return meaning(said, { want: 'book', now: false, time, slots, like: LAST }, 'do', 'like the last one');
}

/** Values and no wish: they fill in what is open here. */
function readFragment(said: Said): Understanding | null {
  const { alone } = said;
  const { intent } = alone;
  if (intent.want !== 'book' && !(intent.want === 'help' && intent.because === 'unknown')) return null;
  if (alone.act === 'do' || !(isTimeAlone(alone) || alone.because === TIME_ALONE)) return null;
  const time: TimeReading = alone.time;
  return meaning(said, { want: 'book', now: false, time, slots: {}, fragment: true }, 'ask', TIME_ALONE);
}
