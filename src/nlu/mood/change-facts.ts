/** What holds of a message that wants something done with a meeting that is there. */

import type { Intent } from '../../domain/intent.ts';
import { afterGap } from '../after-gap.ts';
import type { Span } from '../time/prepare.ts';
import type { Utterance } from '../utterance.ts';
import type { ClauseMood } from './clause-mood.ts';
import type { Fact } from './fact.ts';
import { isLook } from './looks.ts';
import { operative } from './orders.ts';
import { restOf } from './rest.ts';
import type { Sign } from './sign.ts';

/** The last slide, 会议纪要: such a thing, and not one that says which meeting (slide review). */
export function isOfObject(said: Utterance): boolean {
  const meetings = said.hits('mood.meeting').concat(said.hits('meeting.itself'));
  const slotted = (hit: Span): boolean => said.claims.some(({ kind, from, to }) => kind === 'slot' && from <= hit.from && to >= hit.to);
  return said.hits('mood.object').some((hit) => !slotted(hit) && !meetings.some((one) => one.from >= hit.to && one.from - hit.to <= 1));
}

export const isOwnPassword = (intent: Intent): boolean =>
  intent.want === 'change' &&
  intent.which.by === 'context' &&
  typeof intent.slots.password === 'string' &&
  Object.keys(intent.slots).length === 1;

/** 标题改成红色, make the title bold: nobody says which meeting, and the new name tells what something looks like. */
export function isOfLooks(said: Utterance, intent: Intent): boolean {
  const anybody = (intent.want === 'change' && intent.which.by === 'context') || (intent.want === 'book' && intent.time.start === null);
  if (!anybody || intent.slots.topic === undefined) return false;
  const { topic } = intent.slots;
  return said.hits('mood.looks').some((hit) => isLook(topic, said.text, hit));
}

/** The meeting is named in the words of the command's own clause, not by a reason before it (客户迟到了，推迟15分钟), and without quotes. */
export function isNamed(said: Utterance, clauses: readonly ClauseMood[], intent: Intent): boolean {
  if (!('which' in intent) || intent.which.by !== 'topic' || said.claims.some((claim) => claim.kind === 'quote')) return false;
  const words = intent.which.topic.split(/\s+/).filter((word) => !/^[a-z]?$/i.test(word));
  if (words.length === 0) return false;
  const holds = (clause: ClauseMood, word: string): boolean => said.original(clause.from, clause.to).includes(word);
  const own = operative(said, clauses, intent);
  if (own.some((clause) => words.some((word) => holds(clause, word)))) return true;
  return clauses.some((clause) => words.every((word) => holds(clause, word)) && !REASONS.some((sign) => clause.signs.has(sign)));
}

export function isElsewhere(said: Utterance, clauses: readonly ClauseMood[], intent: Intent): boolean {
  if (!('which' in intent) || intent.which.by !== 'topic' || said.claims.some((claim) => claim.kind === 'quote')) return false;
  const { topic } = intent.which;
  const command = said.claims.find((claim) => claim.kind === 'command');
  const clause = clauses.find((one) => said.original(one.from, one.to).includes(topic));
  return command !== undefined && clause !== undefined && clause.from >= command.to && !clause.signs.has('meeting');
}

const OF_MEETINGS = ['meeting.itself', 'meeting.en', 'show.number', 'show.field', 'invitation.noun', 'mood.meets'];

/** Looked at is a name that no meeting need have: no time, no number, none of the words for what only a meeting has. */
export function isVague(said: Utterance, intent: Intent): boolean {
  if (intent.want === 'deeds') return intent.which.by === 'topic' && said.claims.every(({ kind }) => kind !== 'quote');
  if (intent.want !== 'show' || intent.which.by !== 'topic' || /^\p{Lu}/u.test(intent.which.topic)) return false;
  if (said.claims.some(({ kind }) => kind === 'quote' || kind === 'time' || kind === 'number')) return false;
  return !said.anyIn(OF_MEETINGS);
}

/** 客户迟到了，推迟15分钟 */
const REASONS: readonly Sign[] = ['done', 'unable', 'finite', 'others', 'party', 'self', 'we', 'past', 'reports'];

export function commandFacts(said: Utterance, clauses: readonly ClauseMood[]): Fact[] {
  const command = said.claims.find((claim) => claim.kind === 'command');
  if (!command) return [];
  const clause = clauses.find((one) => one.from <= command.from && one.to > command.from);
  const facts: Fact[] = [];
  const before = said.text.slice(0, command.from).trimEnd().length;
  if (clause && clause.head >= command.from) facts.push('imperative');
  if (clause && said.hitsIn('mood.disposes', clause).length > 0) facts.push('disposes');
  // 周四的面谈帮我退了
  if (said.hitEnding('mood.bids', before) && clause && !['others', 'party'].some((sign) => clause.signs.has(sign as Sign)))
    facts.push('polite');
  if (said.hitEnding('mood.not', before)) facts.push('refuses');
  // 出差改到下周三
  if (said.hitEnding('mood.unable', before)) facts.push('object');
  if (said.hitEnding('dialogue.thanks', before)) facts.push('thanked');
  const after = said.hitAt('mood.done', command.to);
  const told = said.hitEnding('mood.past', before) ?? said.hitEnding('mood.did', before);
  // 把我名下的会删了: the doer does not stand behind 把.
  const byMe =
    clause !== undefined &&
    !said.hitAt('mood.disposes', afterGap(said.text, clause.from)) &&
    !KINDLY.some((sign) => clause.signs.has(sign)) &&
    DOERS.some((sign) => clause.signs.has(sign));
  const did = after !== undefined || said.hits('mood.done').some((hit) => hit.from > command.from && hit.to <= command.to);
  if (told || (byMe && did) || (after && clause && after.to < clause.to && !facts.includes('disposes'))) facts.push('told');
  if (clause && isPassive(said, clause, command)) facts.push('done');
  if (clause && hasSubject(said, clause, command)) facts.push('subject');
  const at = afterGap(said.text, command.from);
  if (said.hitAt('mood.be', at) ?? said.hitEnding('mood.be', before)) facts.push('done');
  return facts;
}

/** the standup got pushed to 10:30: a verb that tells, and the command is another. */
function isPassive(said: Utterance, clause: ClauseMood, command: Span): boolean {
  if (clause.head >= command.from || KINDLY.some((sign) => clause.signs.has(sign))) return false;
  const tells = said.hitsIn('mood.finite', { from: clause.from, to: command.to });
  return tells.length > 1 && tells.some((hit) => hit.from >= command.from) && tells.at(-1)!.from - tells.at(-2)!.to <= 1;
}

/** 客户那边已经把明天的会取消了: before 把 stands nobody but the meeting itself. */
function hasSubject(said: Utterance, clause: ClauseMood, command: Span): boolean {
  const disposes = said.hitsIn('mood.disposes', { from: clause.from, to: command.to })[0];
  if (!disposes || KINDLY.some((sign) => clause.signs.has(sign))) return false;
  const meant = said.hitsIn('mood.meeting', { from: clause.from, to: disposes.from }).length > 0;
  return !meant && restOf(said, { from: clause.from, to: disposes.from }) !== '';
}

/** 我把会推迟了半小时 tells; 帮我把会推迟半小时 asks. */
const DOERS: readonly Sign[] = ['self', 'we', 'others'];
const KINDLY: readonly Sign[] = ['polite', 'wants', 'wonders', 'delegates'];
