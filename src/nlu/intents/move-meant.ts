/** 应该是周五, 晚一点，5点开, 周会后天再开: a time in the place of another, said without a word that moves one there. */
import type { Candidate, Scene } from '../candidate.ts';
import { phrase } from '../phrase.ts';
import type { Shapes } from '../phrase-shapes.ts';
import { MEETING_WORDS } from '../utterance.ts';
import { target } from './move-target.ts';

/** 应该是周五, 还是3点半吧, no wait, Thursday: what was said before is meant otherwise. */
const MEANT = phrase('lead=( ( correct.is | correct.wait COMMA? ) ) &CLOCK');

/** the retro should be at 4 not 3 */
const SHOULD = phrase('move.the? object=mood.meeting verb=move.should at? &CLOCK');
const NOT_OLD = phrase('( dialogue.not | instead ) MOST');
/** 时间改一下，明天上午10点 */
const RETIMED = phrase('lead=( ( meeting.formal | start.verb )? time.word move.verb complement* COMMA? ) &CLOCK');

/** 晚一点，5点开 */
const NUDGED_TO = phrase('lead=( move.later start.alone? tail* COMMA ) &CLOCK');
/** 时间变了，六点开 */
const CHANGED_TO = phrase('lead=( ( meeting.formal | start.verb )? time.word move.changed le? tail* COMMA ) &CLOCK');

/** 这个会改天，下周三下午三点 */
const OTHER_DAY = phrase('lead=( move.other-day tail* COMMA ) &CLOCK');
export const STARTS = phrase('start.alone? tail* CLOSE');

/** 周会后天再开 */
const HELD_THEN = phrase('move.then-held tail* CLOSE');

/** can we do 4:30 instead of 4? */
export const ALL_SAID = phrase('tail* CLOSE');
const RATHER = phrase('lead=correct.do &CLOCK');
export const OLD = phrase('instead MOST');

export const readMeant = (scene: Scene, shapes: Shapes): Candidate | null =>
  inPlace(scene, shapes) ?? nudgedTo(scene, shapes) ?? heldThen(scene);

/** 晚一点，5点开: later, and when, and no more. */
function nudgedTo(scene: Scene, shapes: Shapes): Candidate | null {
  const { said, starts, time } = scene;
  const other = OTHER_DAY.find(said, 0, shapes)?.parts['lead'];
  const named = other && said.anyIn([...MEETING_WORDS, 'this'], { to: other.from });
  const lead =
    (NUDGED_TO.at(said, starts[0] ?? 0, shapes) ?? CHANGED_TO.at(said, starts[0] ?? 0, shapes))?.parts['lead'] ??
    (named ? other : undefined);
  const last = time.spans.at(-1);
  if (!lead || !last || STARTS.at(said, last.to) === null || time.reading.start?.grain !== 'minute') return null;
  return target(scene, { command: [lead], split: lead.to });
}

/** 周会后天再开: a meeting, when it is held instead, and no more. */
function heldThen(scene: Scene): Candidate | null {
  const { said, time, question } = scene;
  const found = HELD_THEN.find(said);
  const when = time.spans.at(-1);
  if (!found || !when || question !== null || said.text.slice(when.to, found.from).trim() !== '') return null;
  const first = time.spans.findLast((span, at) => at === 0 || /\S/.test(said.text.slice(time.spans[at - 1]!.to, span.from)))!;
  const named = said.anyIn(MEETING_WORDS, { to: first.from });
  return named ? target(scene, { command: [found], split: first.from }) : null;
}

/** A time in the place of another, where nothing else is said that would be a new meeting. */
function inPlace(scene: Scene, shapes: Shapes): Candidate | null {
  const { said, starts, time } = scene;
  const last = time.spans.at(-1);
  if (!last) return null;
  const should = SHOULD.at(said, starts[0] ?? 0, shapes);
  const not = should ? NOT_OLD.find(said, should.to) : null;
  const link = should && said.hits('at').findLast((hit) => hit.from >= should.parts['verb']!.to && hit.to <= should.to);
  if (should && not) return target(scene, { command: [should.parts['verb']!, not], split: link?.from ?? should.to });
  const alone = ALL_SAID.at(said, last.to) !== null || said.hits('correct.not').some((hit) => hit.from >= last.from);
  for (const at of starts) {
    const found = RETIMED.at(said, at, shapes) ?? (alone ? MEANT.at(said, at, shapes) : null);
    if (found) return target(scene, { command: [found.parts['lead']!], split: found.to });
    const rather = RATHER.at(said, at, shapes);
    const old = rather ? OLD.find(said, rather.to) : null;
    if (rather && old) return target(scene, { command: [rather.parts['lead']!, old], split: rather.to });
  }
  return null;
}
