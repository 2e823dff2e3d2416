/** Values and no wish: 下午3点; 三点吧; half an hour later; 主题：售后复盘. */

import { silent } from '../../domain/silent-time.ts';
import type { TimeReading } from '../../domain/time.ts';
import { TIME_ALONE } from '../mood/rules.ts';
import type { Understanding } from '../understanding.ts';
import { before, changes, isTimeAlone, meaning, past, type Said } from './said.ts';
import { timeIn } from './values.ts';

/** They fill in what is open here, or are said of what was just done. */
export function readFragment(said: Said): Understanding | null {
  const { alone } = said;
  const { intent } = alone;
  const open = intent.want === 'book' || (intent.want === 'help' && intent.because === 'unknown');
  if (!open) return null;
  const named = nameAlone(said);
  if (named) return named;
  // 每周都开 asks for no meeting of its own where one was just booked.
  const repeats = isRepeat(alone);
  if (alone.act === 'do' && !repeats) return null;
  const plain = isTimeAlone(alone) || alone.because === TIME_ALONE;
  const from = past(said, 0, 'dialogue.need', 'dialogue.agree');
  if (!plain && !repeats && from === 0 && alone.act !== 'none' && !settles(said)) return null;
  const time: TimeReading | null = plain ? alone.time : timeIn(said, said.text.slice(from));
  if (!time) return null;
  // 3点了, 两个小时吧: only an answer, if something was asked.
  const act = repeats ? alone.act : plain ? 'ask' : 'none';
  const fragment = { ...meaning(said, { want: 'book', now: false, time, slots: {}, fragment: true }, act, TIME_ALONE), time };
  // 后天或者大后天吧: of two days none is settled.
  return settles(said) && !(intent.want === 'book' && intent.options) ? { ...fragment, settles: true } : fragment;
}

/** How often, and no clock. */
const isRepeat = ({ intent, time }: Understanding): boolean =>
  intent.want === 'book' && time.rrule !== null && time.start?.grain !== 'minute' && Object.keys(intent.slots).length === 0;

/** 三点吧, 4pm then, 那就4点: a word beside the value says that it is to be so. */
export const settles = (said: Said): boolean => {
  const [from, to] = [past(said, 0, 'dialogue.agree'), before(said, 'dialogue.tail').length];
  return said.hits.some(({ role, worth, from: at, to: until }) => worth === true && SETTLING.has(role) && (at >= to || until <= from));
};
const SETTLING: ReadonlySet<string> = new Set(['dialogue.tail', 'dialogue.sigh']);

/** 主题：售后复盘 is no wish for a meeting of its own where one was just spoken of. */
function nameAlone({ hits, text, alone }: Said): Understanding | null {
  const { intent, act } = alone;
  if (act !== 'do' || intent.want !== 'book' || intent.now || intent.time.start || Object.keys(intent.slots).join() !== 'topic')
    return null;
  const name = hits.find(({ role, from }) => role === 'dialogue.name' && from === 0);
  return name && /^\s*[:：]/.test(text.slice(name.to)) ? { ...alone, intent: { ...intent, fragment: true } } : null;
}

/** half an hour later, 再往后半小时: by how much the last one is to move. */
export function readShift(said: Said): Understanding | null {
  const shift = said.hits.find(({ role }) => role === 'dialogue.shift');
  if (!shift || changes(said.alone)) return null;
  const whole = before(said, 'dialogue.tail');
  const from = past(said, 0, 'dialogue.agree', 'dialogue.then');
  if (shift.from < from || shift.to > whole.length) return null;
  const { minutes } = timeIn(said, `${whole.slice(from, shift.from)}${whole.slice(shift.to)}`) ?? { minutes: null };
  if (minutes === null) return null;
  return meaning(said, { want: 'move', which: { by: 'last' }, time: silent(), shift: Number(shift.worth) * minutes }, 'do', 'corrects');
}

const isMove = (role: string): boolean => /^move\.(?:verb|start|strong|by|object)$/.test(role);

/** push it another 30: a word that moves, and what stands for the meeting. */
const isMoving = ({ text, hits }: Said, from: number, to: number): boolean => {
  const verb = hits.find(({ role, from: at }) => at === from && isMove(role));
  return verb !== undefined && verb.to < to && text.slice(verb.to, to).trim().length <= LONGEST_PRONOUN;
};
const LONGEST_PRONOUN = 4;

/** another 15, 再来15分钟: the way it went before; without that it is a longer meeting, or nothing. */
export function readFurther(said: Said): Understanding | null {
  const { hits, text } = said;
  const word = hits.find((hit) => hit.role === 'dialogue.further' && (hit.from === past(said, 0) || isMoving(said, 0, hit.from)));
  if (!word) return null;
  const alone = isMoving(said, 0, word.from) ? said.understand(text.slice(word.from)) : said.alone;
  const behind = past(said, word.from, 'dialogue.further');
  const verb = hits.find(({ role, from: at }) => at === behind && isMove(role));
  const from = verb ? verb.to : behind;
  const further = { further: true } as const;
  if (alone.intent.want === 'extend') return { ...alone, intent: { ...alone.intent, ...further } };
  if (changes(alone) || alone.act === 'do') return null;
  const minutes = timeIn(said, before(said, 'dialogue.tail').slice(from))?.minutes;
  if (!minutes) return null;
  return meaning(said, { want: 'extend', which: { by: 'context' }, minutes, ...further }, 'none', 'as much again');
}
