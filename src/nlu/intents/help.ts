/** 你好, 怎么用, chanel the meeting: what is answered with words alone. */

import { silent } from '../../domain/silent-time.ts';
import type { TimeReading } from '../../domain/time.ts';
import type { Candidate, Meant, Scene } from '../candidate.ts';
import { freeText, trimmedGist } from '../gist.ts';
import { phrase } from '../phrase.ts';
import { isBooking } from './booking.ts';
import { coveredBy } from './covered.ts';
import { isTalk } from './talk.ts';
import { saysNothingElse, wholeOf } from './whole.ts';

/** Nobody greets, or asks for help, in more than this. */
const LONGEST = 80;
const HELP = phrase('help.ask help.bit* CLOSE | help.how !help.join MOST CLOSE');
/** can you cancel meetings? */
const ABLE = phrase('help.able ( cancel.verb | move.verb | extend.strong | mood.books | help.does ) help.several tail* CLOSE');
const MARKS_ONLY = /^\s*[?？]+\s*$/;

export function readHelp(scene: Scene): readonly Candidate[] {
  if (!saysNothingElse(scene)) return [];
  const whole = wholeOf(scene);
  if (whole === '') return [help(scene, 'greeting', 'greeting', 'only called')];
  if (whole.length > LONGEST) return [];
  const one = scene.rescan(whole);
  if (coveredBy(one, ['greeting']) && !MARKS_ONLY.test(whole)) return [help(scene, 'greeting', 'greeting', whole)];
  const gist = trimmedGist(whole, scene.rescan);
  const asked = MARKS_ONLY.test(whole) || ABLE.at(one, 0) !== null || HELP.at(gist, /^\/?/.exec(gist.text)![0].length) !== null;
  return asked ? [help(scene, 'help', 'asked', whole)] : [];
}

function help(scene: Scene, kind: Meant, because: 'greeting' | 'asked', words: string): Candidate {
  return {
    kind,
    strength: 'sure',
    claims: [],
    because: words === '' ? 'nothing but a mention' : words,
    build: () => ({ intent: { want: 'help', because }, time: silent(), said: scene.said }),
  };
}

/** Told, not asked. */
export function readTalk(scene: Scene): readonly Candidate[] {
  const { time, ctx, timed } = scene;
  const { reading } = time;
  const past = reading.start?.grain === 'minute' ? reading.start.at < ctx.now : reading.problems.includes('past');
  const clocked = reading.start?.grain === 'minute';
  if (!saysNothingElse(scene) || !isTalk(scene, clocked && !past, past)) return [];
  const kept: TimeReading = freeText(timed, (one) => one.kind !== 'link').trim() === '' ? reading : silent();
  return [
    {
      kind: 'talk',
      strength: 'sure',
      claims: [],
      because: 'tells, and asks for nothing',
      build: () => ({ intent: { want: 'help', because: 'unknown' }, time: kept, said: timed }),
    },
  ];
}

/** Nothing to do; a command that is nearly written is suggested. */
export function unknown(scene: Scene, kind: Meant, because: string): Candidate {
  const { said, starts, timed, time } = scene;
  const near = scene.nearest(said.text.slice(starts[0] ?? 0));
  return {
    kind,
    strength: kind === 'nothing' ? 'guess' : 'likely',
    claims: [],
    because,
    build: () => ({
      intent: near ? { want: 'help', because: 'unknown', suggestion: near.word } : { want: 'help', because: 'unknown' },
      time: time.reading,
      said: timed,
    }),
  };
}

export const readUnknown = (scene: Scene): readonly Candidate[] => [
  unknown(scene, 'nothing', 'no time to meet, no command, no word that books'),
];

/** cancle the sync, 取肖周会 */
export function readTypo(scene: Scene): readonly Candidate[] {
  if (!saysNothingElse(scene) || isBooking(scene)) return [];
  const { said, starts, time, timed } = scene;
  const near = scene.nearest(said.text.slice(starts[0] ?? 0));
  if (!near) return [];
  const { start, rrule } = time.reading;
  const weak = near.loose && (start !== null || rrule !== null);
  if (weak) return [];
  return [
    {
      kind: 'typo',
      strength: 'likely',
      claims: [],
      because: `${near.typed} → ${near.word}`,
      build: () => ({ intent: { want: 'help', because: 'unknown', suggestion: near.word }, time: time.reading, said: timed }),
    },
  ];
}
