/** Second refiners: atoms that stand together become phrases, each one possible time. */
import type { Atom, AtomOf, DaySpec, LinkRole } from './atoms.ts';
import { company } from './languages.ts';
import { hasClock, open, type Phrase, type Side } from './phrase.ts';
import { place } from './place.ts';

/** Behind a time that owns what follows: 周五的发布. */
const OWNED = new RegExp(`^(?:${company.owned})`);
const BEFORE = new RegExp(`^(?:${company.before})$`);
const AFTER = new RegExp(`^(?:${company.after})$`);
const BETWEEN = new RegExp(`^(?:${company.amid})$`);
const ANY_OF = new RegExp(`^ ?(?:${company.anyOf})`, 'i');

/** Behind a meeting's time: the meeting is over then. */
const OVER = new RegExp(`^(?:${company.over})`, 'i');

/** Before and behind a day that something else is due on. */
const DUE = new RegExp(`(?:${company.due}) ?$`, 'i');
const DUE_NEXT = new RegExp(`^ ?(?:${company.dueNext})`, 'i');
const TRAILING = new RegExp(`^(?:${company.trailing})$`, 'i');

/** A range, not where a meeting is moved to. */
const RANGE_MARK = new RegExp(`^(?:[-~]|${company.rangeMark})`);
const JOIN = /^[\s,，、;；:：.。()（）[\]【】|·*_!！@/]{0,8}$/;

/** Links that may stand inside a phrase without ending it. */
const INNER = new Set<LinkRole>([
  'at',
  'on',
  'from',
  'between',
  'to',
  'until',
  'and',
  'before',
  'after',
  'starts',
  'ends',
  'for',
  'glue',
  'in',
  'later',
  'ago',
]);

const clocked = (phrase: Phrase): boolean => Boolean(phrase.start.clock || phrase.start.part || phrase.repeat?.byday.length);
const said = (side: Side): boolean => Boolean(side.day || side.clock || side.either || side.part);

export function phrases(atoms: readonly Atom[], text: string): Phrase[] {
  const out: Phrase[] = [];
  let current: Phrase | null = null;
  let ending = false;
  let moving = false;
  let links: AtomOf<'link'>[] = [];
  const has = (role: LinkRole): boolean => links.some((link) => link.role === role);

  for (const [i, atom] of atoms.entries()) {
    if (atom.kind === 'link') {
      if (atom.role === 'move' || atom.role === 'moveTo') moving = true;
      if (
        atom.role === 'not' &&
        current &&
        text.slice(current.to, atom.from).length <= 6 &&
        !/[。.;；\n]/.test(text.slice(current.to, atom.from))
      ) {
        current.marks.add('not');
      }
      if (atom.role === 'ends' && current && JOIN.test(text.slice(current.to, atom.from))) current.marks.add('ends');
      links.push(atom);
      continue;
    }
    if (atom.kind === 'stop' || atom.kind === 'number') {
      links = [];
      current = null;
      continue;
    }
    let placed = false;
    if (atom.kind === 'repeat' && current && ending && current.end?.day && !current.end.clock && !current.start.clock && !current.repeat) {
      // 下周一到下周五每天10点: the end of a recurrence
      current.until = current.end.day;
      current.end = null;
      ending = false;
    }
    if (current && joined(current, links, atom, text) && !another(current, ending, links, atom, atoms[i + 1], text)) {
      const move =
        moving && !current.marks.has('target') && has('to') && !links.some((link) => RANGE_MARK.test(text.slice(link.from, link.to)));
      const through =
        (has('to') || has('until') || (has('and') && current.marks.has('between'))) && !move && !dashed(current, links, atom, text);
      if (atom.kind === 'day' && current.repeat && (has('until') || (through && (current.start.day || clocked(current))))) {
        current.until = atom.day;
        current.to = atom.to;
        placed = true;
      } else if (!move) {
        const begins = through && (said(current.start) || current.offset !== null) && !current.end && timely(atom);
        if (begins) {
          if (atom.kind === 'day') shareMonth(current.start, atom.day);
          placed = place(current, atom, true);
          if (placed) ending = true;
          else current.end = null;
        } else if (!through) placed = place(current, atom, ending, text.slice(current.to, atom.from));
        if (placed && (has('starts') || has('from'))) current.marks.add('begins');
        if (placed && (has('between') || links.some((link) => BETWEEN.test(text.slice(link.from, link.to))))) current.marks.add('between');
        if (placed && has('before')) current.marks.add('before');
        if (placed && has('after')) current.marks.add('after');
      }
    }
    if (!placed) {
      const previous: Phrase | null = current;
      current = open(atom.from);
      ending = false;
      if (!place(current, atom, false)) {
        // a weak length: only its own words
        if (atom.kind === 'length') {
          current = null;
          links = [];
        }
        continue;
      }
      lead(current, links, text, moving, previous);
      out.push(current);
    }
    links = [];
  }
  let k = 0;
  for (const phrase of out) k = trail(phrase, atoms, text, k);
  return out;
}

/** 上午9点到11点，下午2点到4点: a part of the day behind a comma that leads a clock of its own. */
function another(
  current: Phrase,
  ending: boolean,
  links: readonly AtomOf<'link'>[],
  atom: Atom,
  next: Atom | undefined,
  text: string,
): boolean {
  const side = (ending && current.end) || current.start;
  if (atom.kind !== 'part' || !side.clock || links.length > 0 || next?.kind !== 'clock') return false;
  return /^\s*[,，、;；]\s*$/.test(text.slice(current.to, atom.from)) && text.slice(atom.to, next.from).trim() === '';
}

/** 27 Nov – 16:00: a dash between a day and its clock is no range. */
function dashed(current: Phrase, links: readonly AtomOf<'link'>[], atom: Atom, text: string): boolean {
  const { start } = current;
  const [link] = links;
  if (!link || links.length > 1 || current.end || !/^[-~]+$/.test(text.slice(link.from, link.to))) return false;
  if (atom.kind === 'clock') return start.day !== null && !start.clock && !start.either && !start.part;
  return atom.kind === 'day' && start.clock !== null && start.day === null && text[link.from - 1] === ' ' && text[link.to] === ' ';
}

/** From the 13th to the 15th of July: the month stands behind both. */
function shareMonth(start: Side, end: DaySpec): void {
  const { day } = start;
  if (day?.is !== 'date' || end.is !== 'date' || day.mo !== null || day.months !== null || day.d < 1 || day.d > end.d) return;
  if (end.mo !== null || end.months !== null) start.day = { ...end, d: day.d };
}

const timely = (atom: Atom): boolean => atom.kind === 'day' || atom.kind === 'part' || atom.kind === 'clock' || atom.kind === 'either';

function joined(current: Phrase, links: readonly AtomOf<'link'>[], atom: Atom, text: string): boolean {
  let at = current.to;
  for (const link of links) {
    if (!INNER.has(link.role) || !JOIN.test(text.slice(at, Math.max(at, link.from)))) return false;
    at = Math.max(at, link.to);
  }
  return JOIN.test(text.slice(at, Math.max(at, atom.from)));
}

const isLength = (p: Phrase): boolean => p.length !== null && !p.start.day && !p.start.part && !hasClock(p.start) && p.offset === null;

/** Nothing follows that a length could be the measure of. */
const LENGTH_ENDS = /^(?:$|[\s,，。.;；、)）!！?？])/;

/** Marks from the words in front of a phrase; takes in those that belong to it. */
function lead(phrase: Phrase, links: readonly AtomOf<'link'>[], text: string, moving: boolean, previous: Phrase | null): void {
  for (let i = links.length - 1; i >= 0; i -= 1) {
    const link = links[i]!;
    const gap = text.slice(link.to, phrase.from);
    const close = JOIN.test(gap);
    if (link.role === 'about' || link.role === 'roughly') {
      const roughly = link.role === 'roughly' && close;
      // 讨论 45分钟: how long, not what
      if (isLength(phrase) && LENGTH_ENDS.test(text.slice(phrase.to))) break;
      if (gap.length <= 6 && !/[,，。;；:：\n]/.test(gap) && !(roughly && phrase.start.clock)) phrase.marks.add('about');
      else if (roughly) phrase.from = link.from;
      break;
    }
    if (!close) break;
    const role = link.role;
    if (role === 'target') phrase.marks.add('target');
    else if (role === 'move' || role === 'moveTo') {
      const away = links.slice(i + 1).some((other) => other.role === 'from');
      if (role === 'moveTo' && !away && gap.trim() === '') phrase.marks.add('target');
      break;
    } else if (role === 'label') phrase.marks.add('label');
    else if (role === 'between') phrase.marks.add('between');
    else if (role === 'from' || role === 'starts') phrase.marks.add('begins');
    else if (role === 'nor') phrase.marks.add('not');
    else if (role === 'to') {
      phrase.marks.add(moving ? 'target' : 'to');
    } else if (role === 'until') {
      phrase.marks.add('until');
      phrase.marks.add('ends');
    } else if (role === 'ends') phrase.marks.add('ends');
    else if (role === 'before') phrase.marks.add('before');
    else if (role === 'after') phrase.marks.add('after');
    else if (role === 'not' || role === 'ago' || role === 'later' || role === 'and') break;
    if (previous && link.from < previous.to) break;
    if (role !== 'target' && role !== 'label') phrase.from = link.from;
  }
}

/** Marks from the words behind a phrase; `k` is the index of an atom not behind it, the answer one for the next phrase. */
function trail(phrase: Phrase, atoms: readonly Atom[], text: string, k: number): number {
  let at = k;
  while (at < atoms.length && atoms[at]!.from < phrase.to) at += 1;
  for (let i = at; i < atoms.length; i += 1) {
    const atom = atoms[i]!;
    if (atom.from < phrase.to) continue;
    if (atom.kind !== 'link' || !/^ ?$/.test(text.slice(phrase.to, atom.from))) break;
    const word = text.slice(atom.from, atom.to);
    if (BEFORE.test(word)) phrase.marks.add('before');
    else if (AFTER.test(word)) phrase.marks.add('after');
    else if (atom.role === 'ends') phrase.marks.add('ends');
    else if (BETWEEN.test(word)) phrase.marks.add('between');
    else if (atom.role !== 'starts' && !TRAILING.test(word)) break;
    phrase.to = atom.to;
  }
  const behind = text.slice(phrase.to, phrase.to + 16);
  if (OWNED.test(behind)) phrase.marks.add('of');
  if (OVER.test(behind)) phrase.marks.add('after');
  if (phrase.end?.clock && ANY_OF.test(behind)) phrase.marks.add('between');
  if (!phrase.repeat && (DUE.test(text.slice(Math.max(0, phrase.from - 16), phrase.from)) || DUE_NEXT.test(behind)))
    phrase.marks.add('due');
  return at;
}
