/** How long before a meeting people are reminded: 提前20分钟提醒, 不用提醒, remind us 5 min before. Not what else to remind them of. */
import type { Remind } from '../../domain/settings.ts';
import { lengthAt } from '../entities/duration.ts';
import { type Match, type Phrase, phrase } from '../phrase.ts';
import type { Shape, Shapes } from '../phrase-shapes.ts';
import type { Reading, Utterance } from '../utterance.ts';
import { EDGES, endsAt } from './edges.ts';

export interface RemindSaid {
  value: Remind;
  /** Said as a change of something that exists: 提醒改成提前5分钟. */
  changing: boolean;
}

/** Longest that a length is written. */
const REACH = 14;

/** A length by itself: what stands around it says that it is none of the meeting's. */
function lengthBy(text: string, at: number): { minutes: number; to: number } | null {
  let found: { minutes: number; to: number } | null = null;
  for (let to = at + 2; to <= Math.min(text.length, at + REACH); to += 1) {
    const length = lengthAt(text.slice(at, to), 0);
    if (length && at + length.to === to) found = { minutes: length.minutes, to };
  }
  return found;
}

const ahead: Shape = (said, at) => {
  const length = lengthBy(said.text, at);
  return length && said.free(at, length.to) ? length.to : null;
};

const SHAPES: Shapes = { ...EDGES, AHEAD: ahead, SIGN: (said, at) => (/[:：=]/.test(said.text.charAt(at)) ? at + 1 : null) };

const CALL = '( remind.verb | remind.noun )';
const TO = '( remind.whom | slot.it )*';
const ASK = '( slot.ask | remind.send | remind.whom )*';

interface Way {
  phrase: Phrase;
  value: Remind | 'said';
}
const way = (value: Way['value'], pattern: string): Way => ({ phrase: phrase(pattern), value });

const WAYS: readonly Way[] = [
  way('off', `slot.no ( slot.article | remind.send | slot.set )* ${CALL} ${TO} slot.needless? _AFTER`),
  way('off', `slot.off slot.article? ${CALL} _AFTER`),
  way('off', `remind.noun ( slot.off | slot.be? slot.is-off | SIGN slot.no-value ) _AFTER`),
  way('said', `${ASK} remind.ahead length=AHEAD ( slot.ask | remind.send | remind.whom )* ${CALL} ${TO} _AFTER`),
  way('said', `remind.noun ( change=slot.into | slot.is | SIGN )* remind.ahead? length=AHEAD remind.before? _AFTER`),
  way('said', `${ASK} slot.article? ${CALL} ${TO} remind.ahead? length=AHEAD remind.before _AFTER`),
  way('said', `${ASK} slot.article? length=AHEAD remind.before? remind.noun _AFTER`),
  way('said', `${ASK} slot.article? remind.noun ${TO} remind.ahead length=AHEAD _AFTER`),
  way(0, `${ASK} remind.at-start ${ASK} ${CALL} ${TO} _AFTER`),
  way(0, `${ASK} slot.article? ${CALL} ${TO} ( slot.into | slot.is )? remind.at-start _AFTER`),
];

export function readRemind(said: Utterance): Reading<RemindSaid | undefined> {
  if (!said.has('remind.verb', 'remind.noun')) return { found: undefined, claims: [] };
  const ways = WAYS.flatMap((one) => waysOf(said, one));
  const [best] = ways.sort((a, b) => b.match.to - b.match.from - (a.match.to - a.match.from));
  if (!best) return { found: undefined, claims: [] };
  const { match, remind } = best;
  const note = remind === 'off' ? 'no reminder' : `remind ${remind} min before`;
  return {
    found: { value: remind, changing: match.parts['change'] !== undefined },
    claims: [{ from: match.from, to: match.to, kind: 'slot', note }],
  };
}

function waysOf(said: Utterance, { phrase: words, value }: Way): { match: Match; remind: Remind }[] {
  const found: { match: Match; remind: Remind }[] = [];
  for (let match = words.find(said, 0, SHAPES); match; match = words.find(said, match.from + 1, SHAPES)) {
    const remind = value === 'said' ? minutesIn(said, match) : value;
    if (remind !== null && endsAt(said, match.to)) found.push({ match, remind });
  }
  return found;
}

/** Nobody is reminded more than a day ahead. */
const MOST = 1440;

function minutesIn(said: Utterance, { parts }: Match): number | null {
  const length = parts['length'] ? lengthBy(said.text, parts['length'].from) : null;
  return length && length.minutes <= MOST ? length.minutes : null;
}
