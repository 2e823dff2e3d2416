/** The reader of time: recognise small pieces, refine them into one time, convert it once. Pure: now and zone are arguments. */

import { silent } from '../../domain/silent-time.ts';
import type { Millis, TimeReading, Zone } from '../../domain/time.ts';
import { withoutAgenda } from './agenda.ts';
import type { LinkRole } from './atoms.ts';
import { promote } from './bare-numbers.ts';
import { recognisersOfAll } from './languages.ts';
import { phrases } from './phrases.ts';
import type { Prepared, Span } from './prepare.ts';
import { choose } from './rank.ts';
import { around, offsets } from './relative.ts';
import { resolve } from './resolve.ts';
import { scan, type Table } from './scan.ts';

export interface TimeContext {
  now: Millis;
  /** The asker's zone; one that the text names wins. */
  zone: Zone;
}

export interface TimeRead {
  reading: TimeReading;
  /** Where in `Prepared.text` the words of time stand, in order, not overlapping. */
  spans: Span[];
  /** Whole readings that are offered beside it: 三点或者四点. */
  beside: TimeReading[];
  /** Which recogniser and refiner said what. */
  steps: string[];
}

/** What the text says about time; `blocked` stretches (quoted topics, passwords, numbers, addresses) are never time. */
export type ReadTime = (text: Prepared, ctx: TimeContext, opts?: { blocked?: Span[] }) => TimeRead;

/** A reader that knows these words: the product's, or those with a word taken away. */
export function createReadTime(table: Table): ReadTime {
  return (text, ctx, opts = {}) => read(text, ctx, opts.blocked ?? [], table);
}

export const readTime: ReadTime = createReadTime(recognisersOfAll);

const LABELS = new Set<LinkRole>(['label', 'starts', 'ends', 'to', 'from']);

/** 日期：, Start time: */
export const isTimeLabel = (words: string): boolean =>
  scan(words, recognisersOfAll, []).some((atom) => atom.kind === 'link' && LABELS.has(atom.role));

/** The first day that is named by its distance or its name of the week (今晚, next Tuesday), with the part of it. */
export function firstDay(text: Prepared, blocked: readonly Span[]): Span | null {
  const atoms = scan(
    text.text,
    recognisersOfAll,
    [...blocked].sort((a, b) => a.from - b.from),
  );
  const at = atoms.findIndex((atom) => atom.kind === 'day' && (atom.day.is === 'shift' || atom.day.is === 'weekday'));
  const day = atoms[at];
  if (!day) return null;
  const part = atoms[at + 1];
  return { from: day.from, to: part?.kind === 'part' && part.from <= day.to + 1 ? Math.max(part.to, day.to) : day.to };
}

function read(text: Prepared, ctx: TimeContext, out: readonly Span[], table: Table): TimeRead {
  const source = text.text;
  const steps: string[] = [];
  const blocked = [...out].sort((a, b) => a.from - b.from);
  let atoms = withoutAgenda(scan(source, table, blocked), source);
  for (const atom of atoms) {
    if (atom.kind !== 'link' && atom.kind !== 'number') steps.push(`${atom.by}: ${source.slice(atom.from, atom.to)}`);
  }
  atoms = around(offsets(atoms, source, steps), source, steps);
  atoms = promote(atoms, source, steps);
  const choice = choose(phrases(atoms, source), source, steps);
  if (!choice) return { reading: silent(), spans: [], beside: [], steps };
  const reading = resolve(choice.phrase, { now: ctx.now, zone: ctx.zone });
  const said = reading.start || reading.end || reading.minutes !== null || reading.rrule || reading.zone || reading.problems.length > 0;
  if (!said) return { reading, spans: [], beside: [], steps };
  const beside = choice.beside.map((phrase) => resolve(phrase, { now: ctx.now, zone: ctx.zone }));
  return { reading, spans: merge(choice.used, source), beside, steps };
}

/** Takes in the brackets around what was read: (周日), （东京时间）. */
function bracketed(span: Span, text: string): Span {
  const inner = text.slice(span.from, span.to);
  const opened = inner.lastIndexOf('(') > inner.lastIndexOf(')');
  if (opened && text[span.to] === ')') return { from: span.from, to: span.to + 1 };
  const closed = inner.includes(')') && !inner.includes('(');
  if (closed && text[span.from - 1] === '(') return { from: span.from - 1, to: span.to };
  if (text[span.from - 1] === '(' && text[span.to] === ')') return { from: span.from - 1, to: span.to + 1 };
  return span;
}

function merge(used: readonly Span[], text: string): Span[] {
  const spans: Span[] = [];
  for (const { from, to } of used.map((span) => bracketed(span, text)).sort((a, b) => a.from - b.from)) {
    const last = spans[spans.length - 1];
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else spans.push({ from, to });
  }
  for (const span of spans) while (span.to > span.from && text[span.to - 1] === ' ') span.to -= 1;
  return spans;
}
