/** 周会改到后天4点, move the sync to Friday: where to is said. */
import type { Candidate, Scene } from '../candidate.ts';
import { agrees, onDayOf } from '../days.ts';
import { type Match, phrase } from '../phrase.ts';
import type { Shape, Shapes } from '../phrase-shapes.ts';
import type { Span } from '../time/prepare.ts';
import { type Claim, MEETING_WORDS, type Utterance } from '../utterance.ts';
import { claim, timeShapes } from './clause.ts';
import { alsoChanged, targetOf, withTimes } from './commanded.ts';

/** Where the new time begins; what stands before it names the old one. */
interface Target {
  command: readonly Span[];
  split: number;
  /** It is the new end. */
  end?: boolean;
  /** A shift that was said as well. */
  by?: Span;
}

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
const ALL_SAID = phrase('tail* CLOSE');
const RATHER = phrase('lead=correct.do &CLOCK');
const OLD = phrase('instead MOST');

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
  const taken = TAKEN.find(said, 0, { ...shapes, NAMED: meetingEnds })?.parts['lead'];
  if (taken) return target(scene, { command: [taken], split: taken.to });
  const bare = bareTo(scene, shapes);
  if (bare) return bare;
  const meant = readMeant(scene, shapes) ?? nudgedTo(scene, shapes) ?? heldThen(scene);
  if (meant) return meant;
  return null;
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

const meetingEnds: Shape = (said, at) => (MEETING_WORDS.some((role) => said.hitEnding(role, at) !== undefined) ? at : null);

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
function readMeant(scene: Scene, shapes: Shapes): Candidate | null {
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

const VERBS = ['move.alone', 'move.vague', 'move.verb'];

/** 面试推迟，改到周五; 往后推一推推到5点: that it moves is said twice. */
function saidBefore(said: Utterance, from: number): Claim[] {
  const spans: Claim[] = [];
  let at = from;
  for (let turn = 0; turn < 6; turn += 1) {
    at = said.text.slice(0, at).replace(/[\s,，]+$/, '').length;
    const small = said.hitEnding('complement', at) ?? said.hitEnding('le', at);
    const [verb] = VERBS.flatMap((role) => said.hitEnding(role, at) ?? []).sort((a, b) => a.from - b.from);
    const hit = verb && (!small || verb.from <= small.from) ? verb : small;
    if (!hit || hit.from === 0 || !said.free(hit.from, hit.to)) break;
    if (hit === verb) spans.push(claim('filler', { from: hit.from, to: from }));
    at = hit.from;
  }
  return spans.slice(-1);
}

export function target(scene: Scene, { command, split, end, by }: Target): Candidate {
  const { said, ctx, read, time } = scene;
  const claims = [...command.map((span) => claim('command', span, 'move')), ...saidBefore(said, command[0]!.from)];
  return {
    kind: 'move.to',
    strength: 'sure',
    claims,
    because: 'a word that moves, and where to',
    build() {
      const all = said
        .with(claims)
        .freeHits('series.all')
        .map((hit) => claim('filler', hit));
      const taken = said.with(claims).with(all);
      const whole = by ? read([...said.claims, by]) : time;
      const to = read([...taken.claims.filter((one) => one.to > split), { from: 0, to: split }]);
      const from = read([...taken.claims.filter((one) => one.from < split), { from: split, to: said.text.length }]);
      const marked = withTimes(taken, from, to);
      const apart = by || to.reading.start?.grain === 'part' ? onDayOf(to.reading, from.reading, ctx) : to.reading;
      const meant = agrees(whole.reading, to.reading, ctx) ? { ...whole.reading, rrule: to.reading.rrule } : apart;
      const moved = end ? { ...meant, start: null, end: meant.end ?? meant.start } : meant;
      return {
        intent: {
          want: 'move',
          which: targetOf(scene, marked, from.reading),
          time: moved,
          shift: null,
          ...alsoChanged(scene),
          ...(all.length > 0 || moved.rrule ? { all: true as const } : {}),
        },
        time: moved,
        said: marked,
        steps: [...from.steps, ...to.steps],
      };
    },
  };
}
