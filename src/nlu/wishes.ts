/** The wishes that need more than a line: to book, to change, to move, cancel or extend. */
import type { Intent, Slots, Which } from '../domain/intent.ts';
import type { TimeReading } from '../domain/time.ts';
import type { Command } from './commands.ts';
import { agrees, onDayOf } from './days.ts';
import { freeOf, spansText } from './left.ts';
import type { Sheet } from './sheet.ts';
import type { SlotsSaid } from './slots/slots.ts';
import type { Span } from './time/prepare.ts';
import type { TimeContext, TimeRead } from './time/read.ts';
import { silent } from './time/silent.ts';
import { isRhythm, type Read } from './timing.ts';
import { topicOf, trimmed } from './topic.ts';
import { nearestCommand } from './typo.ts';
import { type NumberSaid, which, windowOf } from './which.ts';

/** What is known of the message when its wish is found. */
export interface Scene {
  sheet: Sheet;
  said: SlotsSaid;
  ctx: TimeContext;
  number: NumberSaid | null;
  /** Where a command may stand. */
  starts: number[];
  first: TimeRead;
  read: Read;
}

export interface Wish {
  intent: Intent;
  time: TimeReading;
}

type Near = NonNullable<ReturnType<typeof nearestCommand>>;

export const NO_TIME = silent();
const NOW = /现在|马上|立刻|立即|即刻|立马|这就|即时|快速会议|right now|right away|immediately|\bnow\b|\binstant\b|\basap\b/i;

const wish = (intent: Intent, time: TimeReading): Wish => ({ intent, time });

/** A topic that was labelled or quoted. */
export function markedTopic({ sheet, said }: Scene): string | null {
  return (said.label ? text(sheet, said.label) : said.quote ? text(sheet, said.quote) : null) || null;
}

export function booked(scene: Scene, meant: Near | null): Wish {
  const { sheet, said, ctx, first } = scene;
  const { reading } = first;
  if (meant) sheet.claim(sheet.text.indexOf(meant.typed), sheet.text.indexOf(meant.typed) + meant.typed.length, 'command');
  const topic = markedTopic(scene) ?? topicOf(sheet, 'book');
  const slots = topic === null ? said.slots : { ...said.slots, topic };
  if (topic !== null) sheet.say(`topic: ${topic}`);
  const soon = reading.start === null || (reading.start.grain === 'minute' && Math.abs(reading.start.at - ctx.now) < 60_000);
  const now =
    soon && reading.rrule === null && reading.problems.length === 0 && NOW.test(`${freeOf(sheet, null)} ${spansText(sheet, first.spans)}`);
  return wish({ want: 'book', now, time: reading, slots }, reading);
}

/** Something that exists is to become different. */
export function changed({ sheet, said, ctx, number, first }: Scene): Wish {
  const { reading } = first;
  const slots = { ...said.slots };
  const named = said.label ? said.quote : undefined;
  if (said.label) slots.topic = text(sheet, said.label);
  delete slots.attendees;
  if (slots.topic !== undefined) sheet.say(`topic: ${slots.topic}`);
  const old = said.old ? oldName(sheet, said.old) : null;
  const other = named && said.label && named.from !== said.label.from ? text(sheet, named) : null;
  const topic = old ?? other ?? (said.quote && !said.label ? text(sheet, said.quote) : topicOf(sheet, 'which'));
  return wish({ want: 'change', which: which(number, topic, windowOf(reading, ctx)), slots }, reading);
}

function oldName(sheet: Sheet, span: Span): string | null {
  const part = sheet.parts.find((one) => one.kind === 'quote' && one.from >= span.from && one.to <= span.to);
  if (part) return sheet.original(part.from + 1, part.to - 1);
  const name = trimmed(sheet.original(span.from, span.to)).replace(/^(?:the|my|our|this)\s+(?!one$)/i, '');
  return name === '' || /^(?:it|this|that|this one|meeting|call|会议|会)$/i.test(name) ? null : name;
}

export function commanded(scene: Scene, found: Command): Wish {
  const { sheet, ctx, first, read } = scene;
  if (found.want !== 'move' || found.split === null) {
    sheet.claim(found.from, found.to, 'command', found.want);
    const qualifier = found.want === 'cancel' ? first : read(sheet.parts);
    for (const span of qualifier.spans)
      if (sheet.free(span.from, span.to) && !isRhythm(sheet, span)) sheet.claim(span.from, span.to, 'time');
    sheet.steps.push(...qualifier.steps);
    const target = targetOf(scene, qualifier.reading);
    switch (found.want) {
      case 'cancel':
        return wish({ want: 'cancel', which: target }, first.reading);
      case 'extend':
        return wish(
          { want: 'extend', which: target, minutes: found.minutes, ...also(scene) },
          { ...NO_TIME, minutes: first.reading.minutes },
        );
      case 'move':
        return wish(
          { want: 'move', which: target, time: NO_TIME, shift: found.shift, ...also(scene) },
          { ...NO_TIME, minutes: first.reading.minutes },
        );
    }
  }
  const split = found.split;
  const whole = found.by ? read([...sheet.parts, found.by]) : first;
  sheet.claim(found.from, found.to, 'command', 'move');
  const to = read([...sheet.parts.filter((part) => part.to > split), { from: 0, to: split }]);
  const from = read([...sheet.parts.filter((part) => part.from < split), { from: split, to: sheet.text.length }]);
  for (const span of [...from.spans, ...to.spans])
    if (sheet.free(span.from, span.to) && !isRhythm(sheet, span)) sheet.claim(span.from, span.to, 'time');
  sheet.steps.push(...from.steps, ...to.steps);
  const apart = found.by ? onDayOf(to.reading, from.reading, ctx) : to.reading;
  const target = agrees(whole.reading, to.reading, ctx) ? { ...whole.reading, rrule: to.reading.rrule } : apart;
  const time = found.end ? { ...target, start: null, end: target.end ?? target.start } : target;
  return wish({ want: 'move', which: targetOf(scene, from.reading), time, shift: null, ...also(scene) }, time);
}

/** What the same sentence changes besides the time. */
function also({ sheet, said }: Scene): { slots?: Slots } {
  const slots = { ...said.slots };
  delete slots.attendees;
  if (said.label?.changing) slots.topic = text(sheet, said.label);
  return Object.keys(slots).length > 0 ? { slots } : {};
}

function targetOf(scene: Scene, qualifier: TimeReading): Which {
  return which(scene.number, meantTopic(scene) ?? topicOf(scene.sheet, 'which'), windowOf(qualifier, scene.ctx));
}

/** The marked name of the meeting that is meant: a label that changes it says the new one. */
function meantTopic(scene: Scene): string | null {
  const { sheet, said } = scene;
  if (said.label?.changing) return said.quote && said.quote.from !== said.label.from ? text(sheet, said.quote) : null;
  return markedTopic(scene);
}

/** Nothing to do; a command that is nearly written is suggested. */
export function notUnderstood({ sheet, starts }: Scene, time: TimeReading): Wish {
  const near = nearestCommand(sheet.text.slice(starts[0] ?? 0));
  sheet.say(near ? `typo: ${near.typed} → ${near.word}` : 'nothing: no time to meet, no command, no word that books');
  return wish(near ? { want: 'help', because: 'unknown', suggestion: near.word } : { want: 'help', because: 'unknown' }, time);
}

function text(sheet: Sheet, span: Span): string {
  return trimmed(sheet.original(span.from, span.to));
}
