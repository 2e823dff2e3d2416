/** 时区东京, I'm in London, 语言英文, switch to Chinese: each in a clause of its own. */
import type { Lang } from '../../domain/settings.ts';
import type { Zone } from '../../domain/time.ts';
import { afterGap } from '../after-gap.ts';
import { phrase } from '../phrase.ts';
import { STOPS } from '../phrase-shapes.ts';
import type { Span } from '../time/prepare.ts';
import { readZone } from '../time/zone.ts';
import type { Claim, Utterance } from '../utterance.ts';

export interface PlaceAndTongue {
  zone?: Zone;
  lang?: Lang;
  unknown?: 'zone' | 'lang';
  /** One of them is called by its name: the rest is settings as well. */
  named: boolean;
  /** The clauses that say so. */
  claims: readonly Claim[];
  /** Something else is said beside them. */
  more: boolean;
}

/** A clause that begins with one of these ends the one before it: 时区东京 语言英文, … and default to 45 minutes. */
const STARTERS = [
  'settings.zone',
  'settings.lang',
  'settings.default',
  'settings.length',
  'password.noun',
  'password.random',
  'record.how',
  'record.noun',
  'access.only',
  'access.anyone',
  'slot.no',
  'join.enter',
];
/** What may stand before such a word behind "and". */
const OPENERS = [...STARTERS, 'settings.whose', 'slot.set', 'slot.change'];
/** What stands before the setting: 把我的…, set the group's …. */
const LEAD = ['settings.whose', 'settings.chat', 'settings.default', 'settings.each', 'slot.please', 'slot.ask', 'slot.of'];
const SET = ['slot.is', 'slot.into', 'slot.be', 'slot.set', 'settings.switch', 'settings.here'];
const TAIL = ['settings.tail', 'slot.particle', 'slot.please'];

const HERE = phrase('( slot.please | slot.ask | settings.meeting | settings.clock | slot.also )* settings.here');
const SPEAK = phrase(
  '( settings.speak | settings.here | slot.change | settings.switch | slot.ask | slot.please | slot.into | slot.set | slot.is )* tongue=settings.tongue',
);
const TOUCHED = phrase('( slot.into | slot.change | slot.it | slot.please )+ END');
const NAME_OF_TONGUE = /^[\p{L}_-]{2,20}$/u;
const LONGEST_NAME = 60;

type Said = Pick<PlaceAndTongue, 'zone' | 'lang' | 'unknown'> & { named?: true };

export function readPlaceAndTongue(message: Utterance, from: number): PlaceAndTongue {
  const found: Said[] = [];
  const claims: Claim[] = [];
  let more = false;
  for (const clause of clausesOf(message, from)) {
    const past = behind(message, LEAD, clause.from);
    if (past >= clause.to) continue;
    const said = readClause(message, clause, past);
    if (said) {
      found.push(said);
      claims.push({ ...clause, kind: 'command' });
    } else more = true;
  }
  const { named = false, ...all } = Object.assign({}, ...found) as Said;
  return { ...all, named, claims, more };
}

/** `past`: behind the words that lead up to it, which may be the verb of the setting itself: set it to Tokyo, switch to Tokyo time. */
function readClause(said: Utterance, clause: Span, past: number): Said | null {
  const zoneWord = said.hitsIn('settings.zone', clause)[0];
  const langWord = said.hitsIn('settings.lang', clause)[0];
  const named = zoneWord || langWord ? ({ named: true } as const) : {};
  // "switch to Chinese" is a language; "Chinese time" a zone.
  const lang = tongueIn(said, clause, past, langWord);
  if (lang) return { lang, ...named };
  const name = zoneWord
    ? nameBehind(said, zoneWord.to, clause)
    : nameBehind(said, (HERE.at(said, clause.from) ?? HERE.at(said, past))?.to ?? clause.to, clause);
  const zone = name ? zoneNamed(said, name) : null;
  if (zone) return { zone, ...named };
  if (zoneWord && name && zoneWord.from === past) return TOUCHED.at(said, zoneWord.to) ? { ...named } : { unknown: 'zone', ...named };
  if (langWord?.from === past) {
    const other = nameBehind(said, langWord.to, clause);
    if (other && NAME_OF_TONGUE.test(said.text.slice(other.from, other.to))) return { unknown: 'lang', ...named };
  }
  return null;
}

function tongueIn(said: Utterance, clause: Span, past: number, word: Span | undefined): Lang | null {
  const at = word
    ? behind(said, SET, word.to)
    : ((SPEAK.at(said, clause.from) ?? SPEAK.at(said, past))?.parts['tongue']?.from ?? clause.to);
  const tongue = said.hitAt('settings.tongue', at) ?? (word ? said.hitAt('settings.tongue-code', at) : undefined);
  return tongue && before(said, TAIL, clause) <= tongue.to ? (tongue.worth as Lang) : null;
}

/** What is called: behind the words that set it, before those that end the clause. */
function nameBehind(said: Utterance, at: number, clause: Span): Span | null {
  const from = afterGap(said.text, behind(said, SET, at));
  const to = Math.min(clause.to, from + LONGEST_NAME);
  return from < to ? { from, to } : null;
}

function zoneNamed(said: Utterance, name: Span): Zone | null {
  const ends = [name.to, before(said, TAIL, name), before(said, [...TAIL, 'settings.clock'], name)];
  for (const to of ends) {
    const zone = to > name.from ? readZone(said.text.slice(name.from, to)) : null;
    if (zone) return zone;
  }
  return null;
}

/** Where the words of these roles, and signs between them, end that begin at `at`. */
function behind(said: Utterance, roles: readonly string[], at: number): number {
  for (let to = at; ; ) {
    while (/[\s:=]/.test(said.text[to] ?? '')) to += 1;
    const hit = said.hitsAt(to).find(({ role }) => roles.includes(role));
    if (!hit) return to;
    to = hit.to;
  }
}

/** Where the words of these roles begin that end a clause. */
function before(said: Utterance, roles: readonly string[], { from, to: end }: Span): number {
  for (let to = end; ; ) {
    while (to > from && /\s/.test(said.text[to - 1]!)) to -= 1;
    const starts = roles.map((role) => said.hitEnding(role, to)?.from ?? to);
    const next = Math.min(...starts);
    if (next === to || next < from) return to;
    to = next;
  }
}

function clausesOf(said: Utterance, from: number): Span[] {
  const { text } = said;
  const clauses: Span[] = [];
  const starts = (at: number, roles: readonly string[]): boolean => roles.some((role) => said.hitAt(role, at) !== undefined);
  let begin = from;
  const cut = (to: number, next: number): void => {
    if (text.slice(begin, to).trim() !== '') clauses.push({ from: begin, to });
    begin = next;
  };
  for (let at = from; at < text.length; at += 1) {
    if (at < begin) continue;
    const and = said.hitAt('settings.and', at);
    if (STOPS.includes(text[at]!) && !/^[:.][\d\w]/.test(text.slice(at))) {
      if (text[at] !== ':') cut(at, at + 1);
    } else if (/\s/.test(text[at]!) && starts(afterGap(text, at), STARTERS)) cut(at, afterGap(text, at));
    else if (and && starts(afterGap(text, and.to), OPENERS)) cut(at, afterGap(text, and.to));
  }
  cut(text.length, text.length);
  return clauses;
}
