/** Take the kickoff to Friday, put back the 3pm to 4: whatever the verb is, a meeting that is there goes to another time. */
import type { Candidate, Scene } from '../candidate.ts';
import { phrase } from '../phrase.ts';
import type { Shape, Shapes } from '../phrase-shapes.ts';
import type { Utterance } from '../utterance.ts';
import { timeShapes } from './clause.ts';
import { target } from './move-target.ts';

const OBJECT = 'object=( move.the ( HOUR | ANY? mood.meeting ) | OWNED ANY? mood.meeting )';
const WAY = '( direction | move.off | move.apart )';
const FRAME = phrase(`verb=( VERB ${WAY}* ) ${OBJECT} way=${WAY}? link=move.bare-to &CLOCK`);
/** Until says how long something goes on, but for what is held back. */
const HELD = phrase(`verb=( move.held ${WAY}* ) ${OBJECT} way=direction? link=to &CLOCK`);

/** weekly meeting change to Thursday 3pm, the 5pm call can shift to 6: the verb behind its meeting, as one says it in China and Singapore. */
const BEHIND = phrase('move.the? ANY? mood.meeting ( move.may | please | slot.please )* command=( move.start move.bare-to ) &CLOCK');
/** can the pricing call go to 3:45, could the retro begin at 4:30 instead */
const GOES = phrase(
  'may=move.may ( move.the ANY? mood.meeting | OWNED ANY? mood.meeting | move.the HOUR ) ( command=( move.go move.bare-to ) | command=move.begin at? ) &CLOCK',
);
/** my 3pm → 3:30 */
const ARROW = phrase('move.the HOUR command=ARROWED &CLOCK');

/** move retro fri 10am, push the demo friday 3pm: no word leads to the time, and nothing follows it. */
const TERSE = phrase('verb=move.terse ( move.the ANY? | _SPACE ) mood.meeting &TIME | verb=move.start move.the ANY? mood.meeting &TIME');
const STILL = ['move.make', 'move.open', 'move.change'];
const LINKS = ['to', 'to.on', 'from'];
const CLOSES = phrase('tail* CLOSE');

/** These do something else with a time, or begin no order. */
const OTHERS = [
  'mood.books',
  'book.en',
  'slot.on',
  'extend.until',
  'extend.keep',
  'mood.self',
  'mood.we',
  'mood.you',
  'mood.others',
  'mood.definite',
];

const VERB = /[a-z][a-z-]+/iy;
const ARROW_SIGN = /→|->/y;
const HOUR_WORDS = /\d{1,2}(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?/iy;

const sticky = (pattern: RegExp, text: string, at: number): string | null => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
};

const SHAPES: Shapes = {
  VERB(said, at) {
    const word = sticky(VERB, said.text, at);
    return word && said.free(at, at + word.length) && !OTHERS.some((role) => said.hitAt(role, at)) ? at + word.length : null;
  },
  ARROWED(said, at) {
    const arrow = sticky(ARROW_SIGN, said.text, at);
    return arrow ? at + arrow.length : null;
  },
  HOUR(said, at) {
    const hour = sticky(HOUR_WORDS, said.text, at);
    return hour ? at + hour.length : null;
  },
};

export function readFrame(scene: Scene): Candidate | null {
  const { said, starts, time } = scene;
  const owned = (_: Utterance, at: number): number | null => {
    const span = time.spans.find(({ from }) => from === at);
    return span ? (said.hitAt('mood.owns', span.to)?.to ?? said.hitsIn('mood.owns', span)[0]?.to ?? null) : null;
  };
  const shapes = { ...timeShapes(scene), ...SHAPES, OWNED: owned };
  for (const at of starts) {
    const found = HELD.at(said, at, shapes) ?? FRAME.at(said, at, shapes);
    if (found) {
      const { verb, way, link } = found.parts;
      return target(scene, { command: [verb!, { from: way?.from ?? link!.from, to: link!.to }], split: found.to });
    }
    const told = (BEHIND.at(said, at, shapes) ?? GOES.at(said, at, shapes) ?? ARROW.at(said, at, shapes))?.parts['command'];
    if (told) return target(scene, { command: [told], split: told.to });
  }
  return terse(scene, shapes);
}

function terse(scene: Scene, shapes: Shapes): Candidate | null {
  const { said, starts, time } = scene;
  const last = time.spans.at(-1);
  const spaced: Shape = (_, at) => (/^\s/.test(said.text.slice(at)) ? at : null);
  if (!last || time.reading.start?.grain !== 'minute' || CLOSES.at(said, last.to) === null) return null;
  for (const at of starts) {
    const found = TERSE.at(said, at, { ...shapes, SPACE: spaced });
    const verb = found?.parts['verb'];
    if (!found || !verb || last.from < found.to || STILL.some((role) => said.hitAt(role, at))) continue;
    // drag the team into the review at 3; move the sync from Wednesday at 4: another way, or away from there.
    if (said.anyIn(LINKS, { from: verb.to, to: found.to }) || said.anyIn(['from'], { from: found.to })) continue;
    return target(scene, { command: [verb], split: found.to });
  }
  return null;
}
