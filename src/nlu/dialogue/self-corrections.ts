/** Said and taken back in one breath: 明天3点，不对，4点 周会; book tomorrow at 2, no wait, 3pm. */
import { completedTime } from '../../calendar/complete-time.ts';
import type { Intent, Slots } from '../../domain/intent.ts';
import type { TimeReading } from '../../domain/time.ts';
import type { Hit } from '../lexicon/lexeme.ts';
import type { Understanding } from '../understanding.ts';
import { changes, meaning, past, type Said } from './said.ts';
import { type Values, valuesIn } from './values.ts';

type Booking = Extract<Intent, { want: 'book' }>;

/** Each word that takes back, from the last one on: what stands before it holds but for what is said behind it. */
export function readSelfCorrection(said: Said): Understanding | null {
  const turns = said.hits.filter((hit) => turnsAt(said, hit));
  // 说错了 has a 错了 in it.
  const turn = turns.filter((hit) => !turns.some((one) => one.from < hit.from && one.to >= hit.to)).at(-1);
  if (!turn) return null;
  const behind = said.text.slice(past(said, turn.to, 'dialogue.wrong', 'dialogue.mean', 'dialogue.rather'));
  if (behind === '') return null;
  const before = said.part(said.text.slice(0, turn.from));
  const first = readSelfCorrection(before) ?? before.alone;
  if (first.act === 'none') return null;
  if (first.intent.want === 'book') return rebooked(said, before, first as Understanding & { intent: Booking }, behind);
  if (!changes(first) || first.intent.want === 'cancel') return null;
  return rechanged(said, first, behind);
}

const PAUSE_BEFORE = /[,，;；。.…-]\s*$/;
/** Or a number: sorry 4pm */
const PAUSE_BEHIND = /^\s*[,，;；。.…-]|^\s+\d/;

/** A word that takes back, in the middle of what is said; some need a pause on either side to mean that. */
function turnsAt(said: Said, { from, role, to }: Hit): boolean {
  const { text } = said;
  if (from === 0 || to >= text.length) return false;
  if (role === 'dialogue.turn') return true;
  return (
    role === 'dialogue.weak-turn' &&
    (PAUSE_BEFORE.test(text.slice(0, from)) || (/\d\s*$/.test(text.slice(0, from)) && /^\s+\d+\s*$/.test(text.slice(to)))) &&
    (PAUSE_BEHIND.test(text.slice(to)) || isTimed(said, to))
  );
}

/** 算了五点吧: a time stands right behind it. */
const isTimed = (said: Said, at: number): boolean => valuesIn(said, /^[^,，;；。!！]*/.exec(said.text.slice(at))![0])?.time !== undefined;

function rebooked(said: Said, before: Said, first: Understanding & { intent: Booking }, behind: string): Understanding | null {
  const { intent } = first;
  const values = slotMeant(first, behind) ?? valuesIn(said, behind);
  // A name can only take a name's place.
  const fits = values?.slots.topic === undefined || intent.slots.topic !== undefined;
  if (values && fits && values.shift === undefined) {
    const time = values.time ? completedTime(first.time, values.time, said.ctx.zone) : first.time;
    return booked(said, first, { ...intent.slots, ...values.slots }, time, first.act);
  }
  // More is said behind it than the value: read beside what holds of the rest.
  const rest = said.understand(behind);
  const whole = rest.time.start ? said.understand(`${withoutTimes(before.alone)} ${behind}`) : rest;
  // 周会 密码1357，不对，密码2468
  if (whole.intent.want === 'change' && changes(whole))
    return booked(said, first, { ...intent.slots, ...whole.intent.slots }, first.time, first.act);
  if (whole.intent.want !== 'book' || whole.act === 'none') return null;
  const slots = { ...intent.slots, ...whole.intent.slots };
  return booked(said, first, slots, completedTime(first.time, rest.time, said.ctx.zone), whole.act === 'do' ? 'do' : first.act);
}

const withoutTimes = ({ marked }: Understanding): string =>
  [...marked.parts]
    .reverse()
    .reduce((text, { from, to, kind }) => (kind === 'time' ? `${text.slice(0, from)} ${text.slice(to)}` : text), marked.text);

function booked(said: Said, first: Understanding, slots: Slots, time: TimeReading, act: Understanding['act']): Understanding {
  const { fragment, options, ...intent } = first.intent as Booking;
  return { ...meaning(said, { ...intent, time, slots }, act, 'corrects itself'), time, marked: first.marked };
}

/** 1530 behind a password is one, whatever it is elsewhere. */
function slotMeant({ intent, marked }: Understanding & { intent: Booking }, behind: string): Values | null {
  const last = marked.parts.filter(({ kind }) => kind === 'slot' || kind === 'time').at(-1);
  const digits = behind.replace(/[\s,，、。.!！]/g, '');
  if (!intent.slots.password || last?.kind !== 'slot' || !/^\d{4,9}$/.test(digits)) return null;
  return marked.text.slice(last.from, last.to).includes(intent.slots.password) ? { slots: { password: digits } } : null;
}

/** 改到3点，不对，4点 */
function rechanged(said: Said, first: Understanding, behind: string): Understanding | null {
  const { intent } = first;
  const again = said.understand(behind);
  if (changes(again) && again.intent.want === intent.want) return meaning(said, again.intent, 'do', 'corrects itself');
  const values = valuesIn(said, behind);
  if (!values) return null;
  if (values.time && intent.want === 'move' && intent.shift === null) {
    const time = completedTime(intent.time, values.time, said.ctx.zone);
    return { ...meaning(said, { ...intent, time }, 'do', 'corrects itself'), time };
  }
  const minutes = values.time?.minutes ?? null;
  if (minutes !== null && intent.want === 'extend') return meaning(said, { ...intent, minutes }, 'do', 'corrects itself');
  if (minutes !== null && intent.want === 'move' && intent.shift !== null)
    return meaning(said, { ...intent, shift: Math.sign(intent.shift) * minutes }, 'do', 'corrects itself');
  if (intent.want !== 'change') return null;
  const key = Object.keys(values.slots)[0] as keyof Slots | undefined;
  return key && intent.slots[key] !== undefined
    ? meaning(said, { ...intent, slots: { ...intent.slots, ...values.slots } }, 'do', 'corrects itself')
    : null;
}
