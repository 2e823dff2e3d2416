/** 周会改到后天4点, move the sync to Friday: where to is said. */
import type { Candidate, Scene } from '../candidate.ts';
import { type Match, phrase } from '../phrase.ts';
import type { Shape, Shapes } from '../phrase-shapes.ts';
import { MEETING_WORDS, type Utterance } from '../utterance.ts';
import { endOf, timeShapes } from './clause.ts';
import { ALL_SAID, OLD, readMeant } from './move-meant.ts';
import { target } from './move-target.ts';

const TO = phrase(
  'meeting.formal? ( start.verb | edge=end.verb )? time.word? ( move.verb | edge=move.end ) complement? meeting.formal? time.word? to le? &TIME',
);

/** 周会改时间：周四3点 */
const RETIME = phrase('move.retime complement? ( COLON | COMMA )? &TIME');
const DIRECT = phrase('move.direct &FIRST !( ANY to )');
const OVER = phrase('verb=move.head complement? object=ANY link=to &CLOCK');

const LINKED = phrase(
  'verb=move.start !change.topic ANY? link=( to begin.at? ) &TIME | verb=move.on ANY? link=( !from to.on begin.at? ) &TIME | verb=move.hold move.the ANY link=( to.on begin.at? ) &TIME',
);

/** retro to 5pm please */
const BARE_TO = phrase('move.the? object=mood.meeting link=move.bare-to &CLOCK');

/** make the retro 4pm */
const MADE = phrase(
  'verb=move.make ( move.the | &OWNED ) object=( ANY? mood.meeting ) &CLOCK | verb=move.new object=( ANY? mood.meeting ) link=COLON? &CLOCK',
);

/** set the retro to 4pm */
const SET = phrase('verb=move.set move.the object=ANY link=( moved.verb? to ) &CLOCK');
const PUT_OFF = phrase('verb=move.put ANY link=( move.off to ) &CLOCK');
const OBJECT = phrase('move.object it it.be? &TIME');
const TOLD = phrase('lead=( moved.be? moved.verb direction? from ) ANY link=to &CLOCK | moved.be? moved.verb direction? to &CLOCK');
const CHANGED = phrase('verb=( meeting.formal? move.told le? notice? ( COLON | COMMA )? from ) ANY link=( move.verb? to ) &CLOCK');

/** 把5点的会提到4点, 将周会安排到周五: a meeting is taken to a time, and no more is said. */
const TAKEN = phrase('take ANY NAMED lead=( move.taken complement? move.onto ) CLOCK start.alone? tail* CLOSE');

const UNTIL = phrase(
  [
    'verb=extend.until ANY? link=to &TIME',
    'verb=extend.keep ANY? way=extend.going link=to &CLOCK',
    'verb=extend.going link=to &CLOCK',
    'verb=extend.run move.the ANY link=to &CLOCK',
  ].join(' | '),
);

/** end the retro at 4 instead, wrap up at 4 */
const ENDS = phrase('verb=end.early ANY? link=at &CLOCK | verb=end.early link=at &CLOCK');

/** shorten the retro to 30 minutes */
const SHORTENED = phrase('verb=shorten.verb ANY? link=to &LENGTH');

export function readTarget(scene: Scene): Candidate | null {
  const { said, starts } = scene;
  const shapes = timeShapes(scene);
  const changed = CHANGED.find(said, 0, shapes);
  if (changed) return target(scene, { command: [changed.parts['verb']!, changed.parts['link']!], split: changed.to });
  const told = TOLD.all(said, shapes).find(({ from }) => from > 0);
  if (told) return target(scene, { command: told.parts['link'] ? [told.parts['lead']!, told.parts['link']] : [told], split: told.to });
  const last = [...TO.all(said, shapes), ...DIRECT.all(said, shapes), ...RETIME.all(said, shapes).filter(({ from }) => from > 0)]
    .sort((a, b) => a.from - b.from)
    .at(-1);
  if (last) return target(scene, { command: [last], split: last.to, end: last.parts['edge'] !== undefined || endFollows(said, last.to) });
  for (const at of starts) {
    const found = lasting(scene, at, shapes) ?? over(scene, at, shapes) ?? linked(scene, at, shapes);
    if (found) return found;
  }
  const taken = TAKEN.find(said, 0, { ...shapes, NAMED: endOf(MEETING_WORDS) })?.parts['lead'];
  if (taken) return target(scene, { command: [taken], split: taken.to });
  return bareTo(scene, shapes) ?? readMeant(scene, shapes);
}

/** Until when, or how long it is to be: keep it open till 5, shorten the retro to 30 minutes. */
function lasting(scene: Scene, at: number, shapes: Shapes): Candidate | null {
  const { said, time } = scene;
  const { verb, way, link } = UNTIL.at(said, at, shapes)?.parts ?? {};
  if (verb && link) {
    // The reader of time needs its "till" to take a bare 5 for a clock.
    const inTime = time.spans.some((span) => span.from <= link.from && span.to > link.to);
    const command = [verb, ...(way ? [way] : []), ...(inTime ? [] : [link])];
    return target(scene, { command, split: inTime ? link.from : link.to, end: true });
  }
  const shorter = SHORTENED.at(said, at);
  if (shorter) return target(scene, { command: [shorter.parts['verb']!, shorter.parts['link']!], split: shorter.to });
  const ends = ENDS.at(said, at, shapes);
  if (ends) {
    const old = OLD.find(said, ends.to);
    return target(scene, { command: [ends.parts['verb']!, ...(old ? [old] : [])], split: ends.parts['link']!.from, end: true });
  }
  return null;
}

/** friday's */
const ownedDay =
  ({ time }: Scene): Shape =>
  (said, at) =>
    time.spans.some((span) => span.from === at && /^'s\s/.test(said.text.slice(span.to))) ? at : null;

/** retro to 5pm please: a meeting, and a time it goes to, and no more. */
function bareTo(scene: Scene, shapes: Shapes): Candidate | null {
  const { said, starts, time } = scene;
  const found = BARE_TO.at(said, starts[0] ?? 0, shapes);
  const { object, link } = found?.parts ?? {};
  const last = time.spans.at(-1);
  if (!found || !object || !link || !last || ALL_SAID.at(said, last.to) === null) return null;
  if (time.spans.some((span) => span.from < link.from)) return null;
  return target(scene, { command: [link], split: found.to });
}

/** 改到5点结束 */
const endFollows = (said: Utterance, at: number): boolean =>
  said.hits('end.verb').some((hit) => hit.from > at && hit.from - at <= 14 && !/[,，。;；]/.test(said.text.slice(at, hit.from)));

/** 改周会到4点; 改造项目 3点到4点 is a meeting from three to four. */
function over({ said, time, ...scene }: Scene, at: number, shapes: Shapes): Candidate | null {
  const match = OVER.at(said, at, shapes);
  if (!match) return null;
  const { verb, object, link } = match.parts;
  // 改版评审安排在明天3点: arranged, not moved.
  if (said.hitEnding('book.counted', link!.from)) return null;
  const range = time.spans.some((span) => span.from > object!.from && span.from < link!.from && span.to > link!.to);
  return range ? null : target({ said, time, ...scene }, { command: [verb!, link!], split: match.to });
}

function linked(scene: Scene, at: number, shapes: Shapes): Candidate | null {
  const { said } = scene;
  const off = PUT_OFF.at(said, at, shapes);
  if (off) return target(scene, { command: [off.parts['verb']!, off.parts['link']!], split: off.to });
  const made = MADE.at(said, at, { ...shapes, OWNED: ownedDay(scene) }) ?? SET.at(said, at, shapes);
  const named = made?.parts['object'];
  if (
    made &&
    named &&
    said.hits('mood.meeting').some((hit) => hit.from >= named.from && hit.to <= made.to && said.text.slice(hit.to, named.to).trim() === '')
  )
    return target(scene, { command: [made.parts['verb']!, ...(made.parts['link'] ? [made.parts['link']] : [])], split: made.to });
  const object = OBJECT.at(said, at, shapes);
  const match = LINKED.at(said, at, shapes);
  if (match && isMoving(said, match)) {
    const { verb, link } = match.parts;
    // can we do the review at 3 rather than 2: behind it the old one is said.
    const rather = said.hitAt('move.hold', at) ? OLD.find(said, match.to) : null;
    const old = rather ? [rather] : [];
    // The reader of time needs its "at" to take a bare 4 for a clock.
    if (said.hitAt('at', link!.from)) return target(scene, { command: [verb!, ...old], split: link!.from });
    return target(scene, { command: [verb!, link!, ...old], split: match.to });
  }
  return object ? target(scene, { command: [object], split: object.to }) : null;
}

/** start the sync at 4 instead, make it 4: these verbs alone do not move. */
function isMoving(said: Utterance, { from, parts }: Match): boolean {
  if (said.hitAt('move.open', from)) return said.has('instead');
  // have the demo today instead of tomorrow is no move by itself.
  if (said.hitAt('move.hold', from)) return said.freeHits('instead').some(({ to }) => !said.hitAt('show.of', to + 1));
  return (
    !said.hitAt('move.make', from) || said.hits('it').some((hit) => hit.from >= parts['verb']!.to && hit.from <= parts['verb']!.to + 1)
  );
}
