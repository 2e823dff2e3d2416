/** A new meeting: a word that books, or nothing but a time and what it is about. */
import type { Candidate, Meant, Scene, Strength } from '../candidate.ts';
import { freeText } from '../gist.ts';
import { phrase } from '../phrase.ts';
import { nameOf } from '../slots/title.ts';
import type { Utterance } from '../utterance.ts';
import { isBooking } from './booking.ts';
import { claim } from './clause.ts';
import { markedName } from './commanded.ts';
import { saysNothingElse } from './whole.ts';

const NOW = phrase('now');
const SOON_MS = 60_000;

export function readBook(scene: Scene): readonly Candidate[] {
  const { slots, time } = scene;
  const { start, end, minutes, rrule, problems } = time.reading;
  const asked = isBooking(scene);
  const timed = start !== null || rrule !== null || end !== null || minutes !== null || problems.length > 0;
  if (asked) return [book(scene, 'book', timed ? 'sure' : 'likely', 'a word that books')];
  if (timed) return [book(scene, 'book.timed', 'likely', 'a time to meet')];
  if (slots.label) return [book(scene, 'book.named', 'likely', 'a topic that was marked as one')];
  if (slots.changing === 'bare') return [book(scene, 'book.bare', 'guess', 'a setting, and what it is about')];
  return [];
}

function book(scene: Scene, kind: Meant, strength: Strength, because: string): Candidate {
  return {
    kind,
    strength,
    claims: [],
    because,
    build() {
      const { slots, time, ctx } = scene;
      const { reading } = time;
      const said = withoutTypo(scene);
      const topic = markedName(scene) ?? nameOf(said, 'book');
      const soon = reading.start === null || (reading.start.grain === 'minute' && Math.abs(reading.start.at - ctx.now) < SOON_MS);
      const now = soon && reading.rrule === null && reading.problems.length === 0 && saysNow(scene, said);
      return {
        intent: { want: 'book', now, time: reading, slots: topic === null ? slots.slots : { ...slots.slots, topic } },
        time: reading,
        said,
        steps: topic === null ? [] : [`topic: ${topic}`],
      };
    },
  };
}

/** shedule a call at 3 */
function withoutTypo(scene: Scene): Utterance {
  const { timed, said, starts } = scene;
  const near = saysNothingElse(scene) && !isBooking(scene) ? scene.nearest(said.text.slice(starts[0] ?? 0)) : null;
  if (!near) return timed;
  const from = said.text.indexOf(near.typed);
  return timed.with([claim('command', { from, to: from + near.typed.length })]);
}

function saysNow({ time, rescan }: Scene, said: Utterance): boolean {
  const words = time.spans.map((span) => said.text.slice(span.from, span.to)).join(' ');
  return NOW.find(rescan(`${freeText(said, (one) => one.kind !== 'link')} ${words}`)) !== null;
}
