/** 例会频率改成两周一次, make standup every other week: a series takes place more or less often. */

import { silent } from '../../domain/silent-time.ts';
import type { Candidate, Scene } from '../candidate.ts';
import { phrase } from '../phrase.ts';
import { claim, timeShapes } from './clause.ts';
import { commanded } from './commanded.ts';

const INTO = phrase('series.often? ( series.into | move.verb to ) &TIME');
/** 周会改成双周会 */
const INTO_KIND = phrase('series.often? ( series.into | move.verb to ) rhythm=series.rhythm tail* CLOSE');
const MAKE = phrase('verb=series.make ANY link=( to | series.to )? &TIME | verb=move.may ( ANY? mood.meeting ) link=series.be &TIME');

export function readRepeat(scene: Scene): readonly Candidate[] {
  const { said, time, starts } = scene;
  const { start } = time.reading;
  const kind = INTO_KIND.find(said);
  const rrule = kind ? String(kind.parts['rhythm']?.hit?.worth) : time.reading.rrule;
  // With a clock it is moved there.
  if (rrule === null || start?.grain === 'minute') return [];
  const shapes = timeShapes(scene);
  const spans = (kind ? [kind] : INTO.all(said, shapes)).slice(-1).map(({ from, to }) => ({ from, to }));
  if (spans.length === 0) {
    const made = starts.flatMap((at) => MAKE.at(said, at, shapes) ?? [])[0];
    const { verb, link } = made?.parts ?? {};
    if (!verb) return [];
    spans.push(verb, ...(link ? [link] : []));
  }
  const often = said.freeHits('series.often').map((hit) => claim('command', hit));
  const claims = [...spans.map((span) => claim('command', span, 'repeat')), ...often, ...time.spans.map((span) => claim('time', span))];
  return [
    {
      kind: 'change.repeat',
      strength: 'sure',
      claims,
      because: 'says how often it is to be',
      build: () =>
        commanded(scene, claims, {
          qualifier: { ...time, spans: [], reading: silent() },
          intent: (which) => ({
            want: 'change',
            which,
            slots: {},
            repeat: rrule,
            ...(time.reading.workdays ? { workdays: true as const } : {}),
          }),
          time: time.reading,
        }),
    },
  ];
}
