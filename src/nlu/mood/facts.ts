/** What the rules look at: the signs of the clause that matters, and what the message as a whole consists of. */

import type { Intent } from '../../domain/intent.ts';
import type { Millis, TimeReading } from '../../domain/time.ts';
import { afterGap } from '../after-gap.ts';
import { tailAt } from '../filler.ts';
import { asksWhenFree, suggests } from '../intents/question.ts';
import type { Hit } from '../lexicon/lexeme.ts';
import { isLongOver } from '../long-over.ts';
import { ASIDE } from '../noise/put-off.ts';
import { QUOTE_NOTE } from '../noise/quoted.ts';
import { isPointedAt } from '../pointed.ts';
import type { Utterance } from '../utterance.ts';
import { isAdrift } from './adrift.ts';
import { commandFacts, isElsewhere, isNamed, isOfLooks, isOfObject, isOwnPassword, isVague } from './change-facts.ts';
import { type ClauseMood, haveSign, moodOf } from './clause-mood.ts';
import { clausesOf } from './clauses.ts';
import type { Fact } from './fact.ts';
import { FORWARDED, isAllQuoted, isCode, isMislabelled, isOfLog, isSpoken } from './material.ts';
import { isParting, isSlotted, nameOf } from './name.ts';
import { isOrder, isPlain, operative } from './orders.ts';
import { restOf } from './rest.ts';
import type { Sign } from './sign.ts';
import { isUnknownDeed } from './unknown-deed.ts';

export function factsOf(message: Utterance, intent: Intent, time: TimeReading, now: Millis): Set<Fact> {
  // A setting is read from the whole message: its words are looked at again.
  const said = intent.want === 'settings' ? message.without((claim) => claim.kind === 'command') : message;
  const clauses = clausesOf(said).map((clause) => moodOf(said, clause));
  const facts = new Set<Fact>();
  for (const clause of operative(said, clauses, intent)) for (const sign of clause.signs) facts.add(sign);
  const has = (...signs: Sign[]): boolean => haveSign(clauses, ...signs);
  if (has('meeting') || (intent.want === 'book' && has('talks')) || asksWhenFree(said)) facts.add('meeting');
  if (has('wants') || suggests(said)) facts.add('wishing');
  if (
    said.hits('list.meetings').length > 0 &&
    (has('asks', 'errand') || (has('self') && !has('finite')) || said.hits('list.any').length > 0)
  )
    facts.add('plural');
  if (facts.has('asks') && facts.has('meeting') && has('self') && !has('others')) facts.add('own-question');
  for (const sign of ['unable', 'deliberates'] as const) if (has(sign)) facts.add(sign);
  if (has('thing') && !isBesideThing(said, clauses, intent)) facts.add('thing');
  else facts.delete('thing');
  if (has('news') || (said.may(FORWARDED) && FORWARDED.test(said.text))) facts.add('news');
  if (intent.want === 'book' && has('stays')) facts.add('stays');
  for (const sign of ['exclaims', 'invites', 'records', 'narrates'] as const) if (has(sign)) facts.add(sign);
  if (clauses.at(-1)?.marked) facts.add('marked');
  if (isCode(said)) facts.add('code');
  if (isOfLog(said, clauses) || isAllQuoted(said.text)) facts.add('quoted');
  if (isSpoken(said)) facts.add('spoken');
  if (
    said.hits('mood.votes').some(({ from }) => clauses.some((clause) => afterGap(said.text, clause.from) === from)) ||
    OPTIONS.test(said.text)
  )
    facts.add('votes');
  if (intent.want !== 'book') {
    addChangeFacts(facts, said, clauses, intent, time, now);
    return facts;
  }
  const quoted = said.claims.filter((claim) => claim.note === QUOTE_NOTE);
  const times = said.claims.filter((claim) => claim.kind === 'time');
  if (quoted.length > 0 && times.every((time) => quoted.some((one) => one.from < time.to && one.to > time.from))) facts.add('quoted');
  if (isSlotted(intent.slots)) facts.add('slotted');
  if (isOfLooks(said, intent)) facts.add('thing');
  if (intent.now) facts.add('now');
  if (intent.now && clauses.some(({ head }) => said.hitAt('end.early', head))) facts.add('errand');
  if (intent.now && clauses.some((clause) => isPlaced(said, clause))) facts.add('ongoing');
  if (isRambling(said.text)) facts.add('rambling');
  if (time.rrule !== null && has('we') && !has('books', 'makes', 'polite', 'wants', 'wonders')) facts.add('habit');
  if (time.start?.grain === 'day' && time.end?.grain === 'day' && time.start.day < time.end.day) facts.add('days');
  if (time.start === null && time.rrule === null) facts.add('timeless');
  if (time.start?.grain === 'minute' && time.start.at < now) {
    facts.add('over');
    if (time.start.at < now - HALF_DAY_MS) facts.add('long-over');
    // 昨天 in its own time says no more than that.
    if (said.hits('mood.past').every((hit) => times.some(({ from, to }) => from <= hit.from && hit.to <= to))) facts.delete('past');
  }
  if (said.claims.some(({ kind }) => kind === 'topic' || (kind === 'label' && time.start !== null))) facts.add('form');
  if (times.some((time) => isPointedAt(said, time))) facts.add('pointed');
  if (isMislabelled(said)) {
    facts.delete('form');
    facts.add('records');
  }
  if (isClocked(said, false)) facts.add('clocked');
  if (isClocked(said, true)) facts.add('stated');
  const orders = clauses.filter((clause) => isOrder(said, clause, clauses));
  if (orders.length > 0) facts.add('order');
  if (
    orders.length > 0 &&
    !facts.has('meeting') &&
    !orders.some((clause) => isPlain(said, clause, !facts.has('timeless') || clause.signs.has('books')))
  )
    facts.add('unknown-object');
  if (orders.length === 0 && clauses.some((clause) => isUnknownDeed(said, clause))) facts.add('unknown-deed');
  if (has('answers')) facts.add('answers');
  if (isMocking(said, clauses)) facts.add('mocks');
  if (lastsLong(time)) facts.add('lasts');
  if ((said.text.match(CLOCKS)?.length ?? 0) > 2) facts.add('agenda');
  if (clauses.some((clause) => isPredicate(said, clause))) facts.add('predicate');
  if (isParting(said, clauses, intent.slots, time)) facts.add('parting');
  const name = nameOf(said, clauses, intent.slots, time);
  if (name) facts.add(name);
  return facts;
}

/** 飞机晚点，会议推迟一小时: the thing is a reason, and the order of another clause is about a meeting. */
function isBesideThing(said: Utterance, clauses: readonly ClauseMood[], intent: Intent): boolean {
  // My flight's late, push the 2pm: an hour that is pointed at is a meeting.
  const points = (clause: ClauseMood): boolean =>
    said.claims.some((one) => one.kind === 'time' && one.from >= clause.from && one.to <= clause.to && isPointedAt(said, one));
  const free = (clause: ClauseMood): boolean => (clause.signs.has('meeting') || points(clause)) && !clause.signs.has('thing');
  if (intent.want === 'book') return clauses.some((clause) => free(clause) && clause.signs.has('books') && isOrder(said, clause, clauses));
  const commands = said.claims.filter(({ kind }) => kind === 'command');
  return (
    commands.length > 0 &&
    commands.every((one) => clauses.some((clause) => clause.from <= one.from && clause.to > one.from && free(clause)))
  );
}

/** Of a meeting that exists, or a setting. */
function addChangeFacts(
  facts: Set<Fact>,
  said: Utterance,
  clauses: readonly ClauseMood[],
  intent: Exclude<Intent, { want: 'book' }>,
  time: TimeReading,
  now: Millis,
): void {
  if (intent.want === 'move' && intent.shift === null && isLongOver(intent.time, now)) facts.add('long-over');
  if (intent.want === 'extend' && time.minutes === null) facts.add('usual');
  if (intent.want === 'extend' && (time.minutes ?? 0) >= DAY_MINUTES) facts.add('lasts');
  if (isOfObject(said) || isOfLooks(said, intent)) facts.add('object');
  // what are my settings: shown, and nothing set.
  if (intent.want === 'settings' && Object.keys(intent.patch).length === 0) facts.delete('asks');
  if (isOwnPassword(intent) && haveSign(clauses, 'self') && !haveSign(clauses, 'wants', 'polite')) facts.add('own-password');
  // 改到周三，时间不变: said beside, and heard as such.
  const aside = ({ from, to }: ClauseMood): boolean => said.claims.some((one) => one.note === ASIDE && one.from <= from && one.to >= to);
  if (clauses.some((clause) => clause.signs.has('stays') && !aside(clause))) facts.add('kept');
  if (said.hits('mood.passive').length > 0) facts.add('passive');
  for (const fact of commandFacts(said, clauses)) facts.add(fact);
  if (said.may(VOTE) && VOTE.test(said.text)) facts.add('suits');
  if (clauses.length > 1 && said.hits('dialogue.thanks').some(({ from, to }) => from === clauses[0]!.from && to === clauses[0]!.to))
    facts.add('noted');
  if (isNamed(said, clauses, intent)) facts.add('named-unknown');
  if (isElsewhere(said, clauses, intent)) facts.add('elsewhere');
  if (isVague(said, intent)) facts.add('vague');
  if (isAdrift(said, clauses, intent, facts.has('imperative'))) facts.add('adrift');
  if (intent.want === 'call' && intent.name === null && restOf(said, { from: 0, to: clauses.at(-1)?.to ?? 0 }) !== '') facts.add('more');
}

/** +1: agrees. */
const VOTE = /^(?:@_user_\d{1,3}|\s)*\+\s*(?:\d\s*$|1\s(?!\s*(?:h|m|小时|分)))/i;

/** A) Monday 10am B) Tuesday 2pm */
const OPTIONS = /(?:^|\s)[Aa]\s?[.)）、:：][\s\S]{2,80}?[\s/,，;；][Bb]\s?[.)）、:：]/;

/** in the review now, now in a meeting */
function isPlaced(said: Utterance, { from, to }: ClauseMood): boolean {
  const first = said.claimAt(afterGap(said.text, from));
  const starts = [afterGap(said.text, from), first?.kind === 'time' ? afterGap(said.text, first.to) : from];
  return starts.some((at) => at < to && said.hitAt('mood.place', at) !== undefined);
}

/** Now is said of much in so long a sentence. */
const isRambling = (text: string): boolean => text.length >= 40 && RAMBLING.test(text);
const RAMBLING = /[\s\S]{90}|(?:\p{Script=Han}[^\p{Script=Han}]{0,2}){40}/u;

/** What a label of a meeting's time may begin with. */
const OWN_TIME = ['mood.meeting', 'meeting.itself', 'start.verb', 'end.verb', 'book.any', 'mood.books', 'mood.outing'];

/** 工作时间：, 提测时间：: the label of a time that no meeting has. `stated`: 面试时间是…, of a meeting as well. */
const isClocked = (said: Utterance, stated: boolean): boolean =>
  said.hits('time.word').some(({ from, to }) => {
    const tells = said.hitAt('be.zh', to) !== undefined;
    if (!/\p{Script=Han}$/u.test(said.text.slice(0, from)) || (stated ? !tells : !tells && !/^\s*[:：]/.test(said.text.slice(to))))
      return false;
    return stated || !OWN_TIME.some((role) => said.hitEnding(role, from) !== undefined);
  });

/** oh sure, let's meet at midnight; another 8am call, lovely: praise behind one more of them, and nothing else in its clause. */
function isMocking(said: Utterance, clauses: readonly ClauseMood[]): boolean {
  const first = clauses[0];
  if (!first) return false;
  if (said.hitAt('mood.mocks', afterGap(said.text, first.from))) return true;
  // another day, another 8am
  const more = (clause: ClauseMood | undefined): Hit | undefined => clause && said.hitAt('mood.one-more', afterGap(said.text, clause.from));
  if (more(first) && more(first)?.word === more(clauses[1])?.word) return true;
  const one = clauses.find((clause) => said.hitsIn('mood.one-more', clause).length > 0);
  if (!one || ASKS.some((sign) => one.signs.has(sign))) return false;
  return clauses.some((clause) => clause !== one && isPraise(said, clause));
}

const ASKS: readonly Sign[] = ['polite', 'wants', 'books', 'wonders'];

const isPraise = (said: Utterance, { from, to }: ClauseMood): boolean =>
  said
    .hits('mood.praise')
    .some(
      (hit) => hit.from >= from && hit.to <= to && restOf(said, { from, to: hit.from }) === '' && restOf(said, { from: hit.to, to }) === '',
    );

/** 10:00 评审 14:00 联调 16:00 写文档: each clock has words of its own. */
const CLOCKS = /(?<![\d:：~-]\s?)\d{1,2}[:：]\d{2}(?=[\s,，]*\p{L})/gu;

const LONG_MINUTES = 360;
const DAY_MINUTES = 1440;

/** 8 hours on the deck; Mon-Fri 9am-5pm: so long nobody meets on video without saying so, unless once from one clock to another. */
const lastsLong = ({ start, end, minutes, rrule }: TimeReading): boolean =>
  start?.grain === 'minute' && end?.grain === 'minute'
    ? rrule !== null && end.at - start.at >= LONG_MINUTES * 60_000
    : minutes !== null && minutes >= LONG_MINUTES;

const HALF_DAY_MS = 43_200_000;

/** 下午的会好无聊, the demo is called off: right behind the meeting, or its verb, stands what nobody understood. */
function isPredicate(said: Utterance, clause: ClauseMood): boolean {
  const inside = (role: string): readonly Hit[] => said.hitsIn(role, clause);
  const meeting = inside('mood.meeting')[0];
  if (!meeting || clause.signs.has('wonders') || clause.signs.has('talks')) return false;
  const verb = inside('mood.finite').findLast((hit) => hit.from >= meeting.to);
  const itself = inside('meeting.itself').at(-1);
  const done = itself && inside('mood.done').some((hit) => hit.from >= itself.to);
  if (!verb && (!done || clause.signs.has('named'))) return false;
  const from = verb?.to ?? itself!.to;
  const tail = tailAt(said, clause.to, clause.from);
  return from < clause.to && restOf(said, { from, to: Math.max(from, tail?.from ?? clause.to) }) !== '';
}
