/** 延长半小时, 30 more minutes, 提前15分钟结束: a meeting gets longer or shorter. */

import { silent } from '../../domain/silent-time.ts';
import type { Candidate, Scene } from '../candidate.ts';
import { amountAt, lengthAt } from '../entities/duration.ts';
import { phrase } from '../phrase.ts';
import type { Shapes } from '../phrase-shapes.ts';
import type { Span } from '../time/prepare.ts';
import type { Utterance } from '../utterance.ts';
import { claim, endsAt, isAskedFor, isDiscussed } from './clause.ts';
import { commanded } from './commanded.ts';

/** Nothing said by how much. */
const USUAL = 30;
/** 延长一下，15分钟 */
const BEHIND = phrase('COMMA length=LENGTH tail* CLOSE');

const LONGER = phrase(
  'meeting.formal? time.word? ( extend.verb | more=extend.more ) ( complement | meeting.formal )? time.word? ( extend.while COMMA? )? length=LENGTH',
);
const OVER = phrase('verb=extend.head ANY length=LENGTH');
const ADDED = phrase(
  'verb=( extend.strong | extend.add ) tail=( extend.by* length=LENGTH extend.more-after? ) | verb=( extend.strong | extend.add ) ANY tail=( extend.by* length=LENGTH extend.more-after? )',
);
/** make it 20 minutes longer */
const LONGER_EN = phrase('verb=( move.make it ) tail=( length=LENGTH extend.more-after )');
/** make the review half an hour longer, make the sync longer by 10 minutes */
const MADE_LONGER = phrase(
  'verb=move.make ANY tail=( length=LENGTH extend.more-after ) | verb=move.make ANY tail=( extend.more-after by? length=LENGTH )',
);
const EXTENDED = phrase('moved.be? extend.done extend.by* length=LENGTH');
const ALONE = phrase('meeting.formal? time.word? extend.alone ( bit | meeting.formal | tail )?');
const ANOTHER = phrase('extend.need? another? length=LENGTH more? tail* CLOSE | extend.need? another length=AMOUNT tail* CLOSE');
/** we need another hour */
const UNIT = phrase('extend.need? another unit=extend.unit tail* CLOSE');
/** 30 mins more on the demo */
const MORE_FOR = phrase(
  'extend.need? another? length=LENGTH more? extend.onto move.the | adds=extend.add length=AMOUNT extend.onto move.the',
);
/** can the demo run for 20 more minutes, let it go on for another half hour */
const RUNS = phrase('lead=( move.may | access.let ) ANY tail=( extend.runs extend.by* length=LENGTH more? ) tail* CLOSE');
/** the demo needs 15 more minutes */
const NEEDS = phrase('extend.needs another? length=LENGTH more? tail* CLOSE');
/** give the town hall another quarter of an hour */
const GIVEN = phrase('verb=extend.give move.the ANY? mood.meeting tail=( another? length=LENGTH more? ) tail* CLOSE');
const SHORTER = phrase('meeting.formal? time.word? shorten.verb ( complement | meeting.formal | time.word )* length=LENGTH');
const SHORTER_BY = phrase('verb=shorten.verb ANY? short=shorten.short? by=by length=LENGTH');
const EARLY_END = phrase('early length=LENGTH end.verb');
/** 延后半小时结束 */
const LATE_END = phrase('verb=( move.shift | move.late ) length=LENGTH end.verb');
const END_EARLY = phrase('end.early it? length=LENGTH earlier');
/** end the retro 15 minutes early */
const ENDED_EARLY = phrase('verb=end.early move.the ANY tail=( length=LENGTH earlier )');
/** 周会能延长半小时吗: asked kindly. */
const KINDLY = phrase('( ask.yes | tail )+ CLOSE');
/** extend by -15, 延长-15分钟 */
const NEGATIVE = /^[^,.;!?，。]{0,40}?-\s*(?=\S)/;
/** +30分钟, 周会 +30 */
const PLUS = /\+\s*(?=\d)/g;
const BARE = /^\s*(?:by|for|\+)?\s*(\d{1,3})\s*(?:please|pls)?\s*(?=$|[,;.]\s|(?:and|then)\b)/i;

export function readExtend(scene: Scene): readonly Candidate[] {
  if (scene.slots.label?.changing) return [];
  // Both name a new length, which no time to move to can mean.
  const shorter = readShorter(scene) ?? readMade(scene);
  if (shorter) return [{ ...shorter, kind: 'shorten' }];
  const longer = readPlus(scene) ?? readLonger(scene) ?? readAlone(scene) ?? readAdded(scene) ?? readAnother(scene);
  return longer ? [longer] : [];
}

const minutesAt = (said: Utterance, length: Span): number => amountAt(said, length.from)?.minutes ?? 0;
const AMOUNT: Shapes = { AMOUNT: (said, at) => amountAt(said, at)?.to ?? null };

function extend(scene: Scene, spans: readonly Span[], minutes: number): Candidate {
  const claims = spans.map((span) => claim('command', span, 'extend'));
  return {
    kind: 'extend',
    strength: 'sure',
    claims,
    because: 'a word that makes it longer or shorter, and by how much',
    build: () =>
      commanded(scene, claims, {
        qualifier: scene.read(scene.said.with(claims).claims),
        intent: (which, also) => ({ want: 'extend', which, minutes, ...also }),
        time: { ...silent(), minutes: scene.time.reading.minutes },
      }),
  };
}

function readMade(scene: Scene): Candidate | null {
  for (const at of scene.starts) {
    const { verb, tail, length } = (LONGER_EN.at(scene.said, at) ?? MADE_LONGER.at(scene.said, at))?.parts ?? {};
    if (verb && tail && length) return extend(scene, [verb, tail], minutesAt(scene.said, length));
  }
  return null;
}

function readShorter(scene: Scene): Candidate | null {
  const { said } = scene;
  for (const match of SHORTER.all(said))
    if (endsAt(said, match.to)) return extend(scene, [match], -minutesAt(said, match.parts['length']!));
  const early = EARLY_END.find(said) ?? END_EARLY.find(said);
  if (early) return extend(scene, [early], -minutesAt(said, early.parts['length']!));
  for (const at of scene.starts) {
    const { verb, tail, length } = ENDED_EARLY.at(said, at)?.parts ?? {};
    if (verb && tail && endsAt(said, tail.to)) return extend(scene, [verb, tail], -minutesAt(said, length!));
  }
  const by = SHORTER_BY.find(said);
  if (by && endsAt(said, by.to)) {
    const { verb, length } = by.parts;
    return extend(scene, [verb!, { from: (by.parts['short'] ?? by.parts['by']!).from, to: length!.to }], -minutesAt(said, length!));
  }
  return readNegative(scene);
}

function readNegative(scene: Scene): Candidate | null {
  const { said } = scene;
  for (const verb of said.freeHits('extend.strong', 'extend.alone', 'extend.verb')) {
    const lead = NEGATIVE.exec(said.text.slice(verb.to));
    const at = verb.to + (lead?.[0].length ?? 0);
    const length = lead ? lengthAt(said.text, at) : null;
    if (!lead || !length || !endsAt(said, length.to)) continue;
    const by = said.hitEnding('by', said.text.slice(0, at).replace(/\s*-\s*$/, '').length);
    return extend(scene, [verb, { from: by?.from ?? at - (/-\s*$/.exec(lead[0])?.[0].length ?? 0), to: length.to }], -length.minutes);
  }
  return null;
}

function readPlus(scene: Scene): Candidate | null {
  const { said, starts, time } = scene;
  const timed = time.reading.start?.grain === 'minute';
  for (const match of said.findAll(PLUS, 3)) {
    const at = match.index + match[0].length;
    const head = starts.includes(match.index);
    if (!head && (timed || !/[\s\p{Script=Han}]$/u.test(said.text.slice(0, match.index)))) continue;
    const length = lengthAt(said.text, at);
    if (length && (head || endsAt(said, length.to))) return extend(scene, [{ from: match.index, to: length.to }], length.minutes);
    const bare = head ? BARE.exec(said.text.slice(at)) : null;
    if (bare) return extend(scene, [{ from: match.index, to: said.text.length }], Number(bare[1]));
  }
  return null;
}

function readLonger(scene: Scene): Candidate | null {
  const { said, starts } = scene;
  for (const match of LONGER.all(said)) {
    const kindly = KINDLY.at(said, match.to) !== null && isAskedFor(said, match.from);
    if (isDiscussed(scene, match.from) || !(endsAt(said, match.to) || kindly || starts.includes(match.from))) continue;
    if (match.parts['more'] && said.hitAt('of', match.to)) continue;
    return extend(scene, [match], minutesAt(said, match.parts['length']!));
  }
  const later = LATE_END.find(said);
  if (later && Number(later.parts['verb']?.hit?.worth) > 0 && endsAt(said, later.to))
    return extend(scene, [later], minutesAt(said, later.parts['length']!));
  const extended = EXTENDED.find(said);
  if (extended && endsAt(said, extended.to)) return extend(scene, [extended], minutesAt(said, extended.parts['length']!));
  for (const at of starts) {
    const match = OVER.at(said, at);
    if (match && endsAt(said, match.to))
      return extend(scene, [match.parts['verb']!, match.parts['length']!], minutesAt(said, match.parts['length']!));
  }
  return null;
}

/** 延长周会, 周会延长一下 */
function readAlone(scene: Scene): Candidate | null {
  const { said, starts } = scene;
  const alone = ALONE.find(said);
  if (!alone) return null;
  const length = BEHIND.find(said, alone.to)?.parts['length'];
  if (length) return extend(scene, [alone, length], minutesAt(said, length));
  // 今天的会能延长吗
  if (said.hitEnding('can', alone.from) && KINDLY.at(said, alone.to)) return extend(scene, [alone], USUAL);
  const rest = said.text.slice(alone.to);
  const object =
    rest === '' || /^\s/.test(rest) || !said.free(alone.to, alone.to + 1) || said.hitAt('meeting.itself', alone.to) !== undefined;
  const named = said.hits('meeting.itself').some((hit) => hit.to === said.text.length);
  const head = starts.includes(alone.from) && (object || named);
  return head || (endsAt(said, alone.to) && !isDiscussed(scene, alone.from)) ? extend(scene, [alone], USUAL) : null;
}

/** extend standup by 15 minutes */
function readAdded(scene: Scene): Candidate | null {
  const { said, starts } = scene;
  for (const at of starts) {
    const strong = said.hitAt('extend.strong', at);
    const match = ADDED.at(said, at);
    if (match) return extend(scene, [match.parts['verb']!, match.parts['tail']!], minutesAt(said, match.parts['length']!));
    if (!strong || !said.free(strong.from, strong.to)) continue;
    const bare = BARE.exec(said.text.slice(strong.to));
    if (bare) return extend(scene, [{ from: at, to: strong.to + bare[0].length }], Number(bare[1]));
    const by = ['by', 'extend.by']
      .flatMap((role) => said.hits(role))
      .find((hit) => hit.from > strong.to && BARE.test(said.text.slice(hit.to)));
    const much = by && BARE.exec(said.text.slice(by.to));
    if (by && much) return extend(scene, [strong, { from: by.from, to: by.to + much[0].length }], Number(much[1]));
    if (!said.hits('to').some((hit) => /^\s+\S*\d/.test(said.text.slice(hit.to)))) return extend(scene, [strong], USUAL);
  }
  return null;
}

const saysMore = (said: Utterance, within: Span): boolean => said.anyIn(['more', 'another'], within);

function readAnother(scene: Scene): Candidate | null {
  const { said, starts, time } = scene;
  const at = starts[0] ?? 0;
  const unit = UNIT.at(said, at)?.parts['unit'];
  if (unit) return extend(scene, [{ from: at, to: said.text.length }], Number(unit.hit?.worth));
  const { lead, tail, length } = RUNS.at(said, at)?.parts ?? {};
  if (lead && tail && length && saysMore(said, tail)) return extend(scene, [lead, tail], minutesAt(said, length));
  const needs = NEEDS.find(said);
  if (needs && saysMore(said, needs)) return extend(scene, [needs], minutesAt(said, needs.parts['length']!));
  const onto = MORE_FOR.at(said, at, AMOUNT);
  if (onto?.parts['length'] && (onto.parts['adds'] || saysMore(said, onto)))
    return extend(scene, [onto], minutesAt(said, onto.parts['length']));
  const given = starts.map((start) => GIVEN.at(said, start)).find((one) => one && saysMore(said, one));
  if (given) return extend(scene, [given.parts['verb']!, given.parts['tail']!], minutesAt(said, given.parts['length']!));
  for (const start of starts) {
    const match = ANOTHER.at(said, start, AMOUNT);
    if (!match || !said.has('another', 'more')) continue;
    // we're running over, give us another ten: behind a reason it is asked for.
    const reasoned = start !== at && time.reading.start === null && said.anyIn(['extend.need'], match);
    if (start === at || reasoned) return extend(scene, [{ from: start, to: said.text.length }], minutesAt(said, match.parts['length']!));
  }
  return null;
}
