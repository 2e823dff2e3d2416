/** Whose a setting is, where nothing says that it becomes another: record the 3pm, no reminder for the standup, can the demo be recorded. */
import { afterGap } from '../after-gap.ts';
import type { Scene } from '../candidate.ts';
import { clauseStarts } from '../clause-starts.ts';
import { leadAt } from '../filler.ts';
import { clausesOf } from '../mood/clauses.ts';
import { restOf } from '../mood/rest.ts';
import { phrase } from '../phrase.ts';
import { isOfMeeting, isOwning, isPointedAt } from '../pointed.ts';
import type { Span } from '../time/prepare.ts';
import { type Claim, MEETING_WORDS, type Utterance } from '../utterance.ts';
import { isBooking } from './booking.ts';
import { claim } from './clause.ts';
import { hasClock } from './list.ts';

/** Record the 3pm; set a password for the interview at 4: the time says which meeting, where the setting stands before a meeting with a name. */
export function isOfHour({ said, time }: Scene): boolean {
  const { start, rrule } = time.reading;
  if (start === null || rrule !== null) return false;
  const setting = said.claims.find(({ kind }) => kind === 'slot' || kind === 'label');
  const behind = (span: Span): boolean =>
    setting !== undefined && setting.from < span.from && (isOfMeeting(said, span) || isOwning(said, span));
  return time.spans.every((span) => isPointedAt(said, span) || behind(span));
}

const TELLS = ['mood.finite', 'mood.not', 'mood.unable', 'mood.done', 'mood.self', 'mood.why'];
const NAMES = [...MEETING_WORDS, 'meeting.en'];

/** 密码不要了，太麻烦: the setting is a clause of its own, and the others tell why. */
export function reasonsBeside({ said, starts }: Scene): Claim[] {
  const clauses = clausesOf(said);
  const isSlot = (clause: Span): boolean =>
    said.claims.some(({ kind, from, to }) => kind === 'slot' && from < clause.to && to > clause.from);
  const others = clauses.filter((clause) => !isSlot(clause));
  if (others.length === 0 || clauses.some((clause) => isSlot(clause) && restOf(said, clause) !== '')) return [];
  const why = others.every(
    (clause) =>
      said.anyIn(TELLS, clause) &&
      !said.anyIn(NAMES, clause) &&
      !starts.some((at) => at >= clause.from && at < clause.to && COMMANDS.some((role) => said.hitAt(role, at) !== undefined)),
  );
  return why ? others.map((clause) => claim('filler', clause)) : [];
}
const COMMANDS = ['cancel.verb', 'move.verb', 'extend.verb', 'book.verb'];

const OF = phrase('of=slot.for? &( move.the | TIME )');

/** no reminder for the standup, no password for tomorrow's training: the clause begins with the setting, and behind it stands whose it is. */
export function settingOf(scene: Scene): Claim[] | null {
  const { said, time, slots } = scene;
  if (slots.changing !== 'bare' || slots.slots.anyPassword || hasClock(scene) || isBooking(scene)) return null;
  const setting = said.claims.findLast(({ kind }) => kind === 'slot');
  // I want @Lee to host the review: whom it is said of may stand before the setting's own words.
  const begins = setting && clauseStarts(said.without((one) => one === setting)).some((at) => at >= setting.from && at < setting.to);
  if (!setting || !begins) return null;
  const shapes = { TIME: (_: Utterance, at: number) => time.spans.find((span) => span.from <= at && span.to > at)?.to ?? null };
  const whose = OF.at(said, setting.to, shapes);
  if (!whose || !said.hits('mood.meeting').some(({ from }) => from > whose.from)) return null;
  const of = whose.parts['of'];
  return of && of.to > of.from ? [claim('command', of)] : [];
}

/** 三点的会别录, 给五点那场加个密码: right behind a meeting that its time names stands what becomes different. */
export function settingOfTimed({ said, time, slots }: Scene): Claim[] | null {
  const when = time.spans.at(-1);
  if (slots.changing === null || slots.label || time.reading.rrule || !when) return null;
  const noun = TIMED.at(said, when.to);
  const setting = noun && said.claims.find(({ kind, from }) => kind === 'slot' && from >= noun.to);
  if (!noun || !setting || !said.anyIn(ALTERS, setting)) return null;
  const between = { from: noun.to, to: setting.from };
  if (/[\s,，;；]/.test(said.text.slice(between.from, between.to)) || restOf(said, between) !== '') return null;
  return between.to > between.from ? [claim('filler', between)] : [];
}
const TIMED = phrase('( of ( mood.meeting | meeting.itself ) | which.there ) !of');
/** What begins to be, or ends: 密码1234 behind a time describes a meeting as well. */
const ALTERS = ['slot.on', 'slot.off', 'slot.remove', 'slot.no', 'slot.set', 'slot.put', 'slot.change', 'access.let'];

/** can the standup be recorded */
const PASSIVE = phrase('may=move.may move.the ANY? mood.meeting CLAIMED tail* CLOSE');

export function askedOf({ said }: Scene): Claim | null {
  const start = afterGap(said.text, 0);
  const asked = said
    .hits('move.may')
    .map((hit) => PASSIVE.at(said, hit.from))
    .find((one) => one !== null);
  const may = asked?.parts['may'];
  return may && (may.from === start || leadAt(said, start)?.to !== undefined) ? claim('command', may) : null;
}
