/** A meeting that is pointed at: 第二个, the last one, 李娜约的那个, mine. */
import type { Intent, PersonRef, Which } from '../../domain/intent.ts';
import type { Hit } from '../lexicon/lexeme.ts';
import type { Understanding } from '../understanding.ts';
import { traitsOf } from '../which.ts';
import { readCorrection } from './corrections.ts';
import { meaning, past, type Said } from './said.ts';
import { timeIn } from './values.ts';

/** It, or what a correction corrects. */
const POINTED: ReadonlySet<string> = new Set(['context', 'last']);

interface Pointer {
  which: Which;
  from: number;
  to: number;
  /** The word that stands for it alone: 这个会, it. */
  it: string;
}

const NTH: Readonly<Record<string, number>> = {
  'refer.first': 1,
  'refer.second': 2,
  'refer.third': 3,
  'refer.fourth': 4,
  'refer.fifth': 5,
  'refer.final': -1,
  'refer.earliest': 1,
  'refer.latest': -1,
};

/** What the message wants, and of which: understood with a plain word in the pointer's place. */
export function readReference(said: Said): Understanding | null {
  const pointer = pointerIn(said);
  if (!pointer) return null;
  const { which, from, to, it } = pointer;
  const behind = past(said, to, 'dialogue.tail', 'dialogue.thanks');
  // 改李娜约的那个 is a wish, 选第一个 an answer.
  const chosen: 'dialogue.set'[] = said.hits.some((hit) => hit.role === 'refer.before' && hit.to === from) ? [] : ['dialogue.set'];
  if (past(said, 0, 'dialogue.rather', 'dialogue.tail', ...chosen) >= from && behind >= said.text.length)
    return meaning(said, { want: 'show', which }, 'do', 'points at one');
  const part = said.part(`${said.text.slice(0, from)}${it}${said.text.slice(to)}`);
  const plain = readCorrection(part) ?? part.alone;
  const { intent } = plain;
  if (intent.want === 'list') return meaning(said, { want: 'show', which }, 'do', 'points at one');
  if (plain.act === 'none' || !('which' in intent) || !POINTED.has(intent.which.by)) return null;
  const traits = intent.which.by === 'context' ? intent.which : {};
  const meant = which.by === 'context' ? { ...traits, ...which } : which;
  return { ...plain, intent: { ...intent, which: meant } as Intent };
}

function pointerIn(said: Said): Pointer | null {
  const { hits } = said;
  const plain = hits.find((hit) => hit.role in NTH || hit.role === 'refer.last' || hit.role === 'refer.other' || hit.role === 'refer.mine');
  const whole = plain && { which: whichOf(plain), from: plain.from, to: plain.to, it: String(plain.worth) };
  const counted = countedIn(said);
  const first = [whole, counted].flatMap((one) => one ?? []).sort((a, b) => a.from - b.from || b.to - a.to)[0];
  return first ?? ownedBehind(said) ?? ownedBefore(said) ?? namedOne(said);
}

/** the second call, last one: which of them, and a word for any meeting behind it. */
function countedIn({ hits, text }: Said): Pointer | null {
  const touch = (from: number, to: number): boolean => from < to && text.slice(from, to).trim() === '';
  for (const nth of hits) {
    const one = nth.role === 'refer.nth' ? hits.find((hit) => hit.role === 'refer.one' && touch(nth.to, hit.from)) : undefined;
    if (!one) continue;
    const the = hits.find((hit) => hit.role === 'refer.the' && touch(hit.to, nth.from));
    const which: Which = nth.worth === null ? { by: 'last' } : { by: 'nth', nth: Number(nth.worth) };
    return { which, from: the?.from ?? nth.from, to: one.to, it: String(one.worth) };
  }
  return null;
}

function whichOf({ role }: Hit): Which {
  if (role === 'refer.mine') return { by: 'context', owner: 'me' };
  if (role === 'refer.other') return { by: 'other' };
  const nth = NTH[role];
  if (nth === undefined) return { by: 'last' };
  return role === 'refer.earliest' || role === 'refer.latest' ? { by: 'nth', nth, inTime: true } : { by: 'nth', nth };
}

/** the retro one, 周会那个: what it is called stands before the word. */
function namedOne(said: Said): Pointer | null {
  const { hits, text } = said;
  const one = hits.find(({ role }) => role === 'refer.that-one');
  if (!one) return null;
  const the = hits.findLast(({ role, to }) => role === 'refer.the' && to <= one.from);
  const verb = hits.findLast(({ role, to }) => role === 'refer.before' && to <= one.from);
  const from = the?.from ?? verb?.to ?? 0;
  const name = text.slice(the?.to ?? from, one.from).trim();
  if (!NAME.test(name) || (!the && !/\p{Script=Han}$/u.test(text.slice(0, one.to)))) return null;
  if (hits.some((hit) => VAGUE.has(hit.role) && hit.from >= from && hit.to <= one.from && hit !== the)) return null;
  const when = said.alone.act === 'do' && said.alone.intent.want !== 'book' ? null : timeIn(said, name);
  if (when?.start) return { which: { by: 'context', ...traitsOf(when, said.ctx) }, from, to: one.to, it: String(one.worth) };
  const { start, end, minutes, rrule } = said.understand(name).time;
  if (start || end || minutes !== null || rrule) return null;
  return { which: { by: 'topic', topic: name }, from, to: one.to, it: String(one.worth) };
}

const NAME = /^[^,，。.;；:：?？!！\n]{1,24}$/;
/** the other one, 我那个: tell nothing of what it is called. */
const VAGUE: ReadonlySet<string> = new Set(['refer.vague', 'refer.me', 'refer.nth', 'refer.booked-by']);

const MENTION = /@_user_\d{1,3}\s*$/;
const MENTIONED = /^\s*(@_user_\d{1,3})\s*/;

/** 李娜约的那个: who stands before the word. */
function ownedBehind(said: Said): Pointer | null {
  const { hits, text } = said;
  const by = hits.find((hit) => hit.role === 'refer.booked-by');
  if (!by) return null;
  const mention = MENTION.exec(text.slice(0, by.from));
  const me = hits.find((hit) => hit.role === 'refer.me' && hit.to === by.from);
  const from = mention?.index ?? me?.from ?? nameBefore(said, by.from);
  if (from === null || timeIn(said, text.slice(from, by.from))) return null;
  const owner = me ? 'me' : person(said, text.slice(from, by.from).trim());
  return { which: { by: 'context', owner }, from, to: by.to, it: String(by.worth) };
}

const HAN = /^\p{Script=Han}{2,4}$/u;

/** Where a name of two to four characters begins: behind a word that is known, or where nothing stands before it. */
function nameBefore({ text, hits }: Said, to: number): number | null {
  for (const length of [2, 3, 4]) {
    const from = to - length;
    if (from < 0 || hits.some((hit) => hit.from === from && VAGUE.has(hit.role)) || !HAN.test(text.slice(from, to))) continue;
    const opens =
      from === 0 || !/\p{Script=Han}/u.test(text[from - 1]!) || hits.some((hit) => hit.to === from && hit.role === 'refer.before');
    if (opens) return from;
  }
  return null;
}

/** the one Li Na booked, the one @b set up */
function ownedBefore(said: Said): Pointer | null {
  const { hits, text } = said;
  const the = hits.find((hit) => hit.role === 'refer.the-one');
  const done = the && hits.find((hit) => hit.role === 'refer.done' && hit.from > the.to);
  if (!the || !done) return null;
  const name = text.slice(the.to, done.from).trim();
  if (name === '' || name.length > 40) return null;
  const me = hits.some((hit) => hit.role === 'refer.me' && hit.from >= the.to && hit.to <= done.from);
  return { which: { by: 'context', owner: me ? 'me' : person(said, name) }, from: the.from, to: done.to, it: String(the.worth) };
}

function person({ message }: Said, name: string): PersonRef {
  const key = MENTIONED.exec(name)?.[1];
  const mention = key === undefined ? undefined : message.mentions.find((one) => one.key === key);
  return mention ? { name: mention.name, openId: mention.openId } : { name };
}
