/** 密码改成1234, rename it, turn recording on: something that exists is to become different. */
import { afterGap } from '../after-gap.ts';
import type { Candidate, Meant, Scene, Strength } from '../candidate.ts';
import { phrase } from '../phrase.ts';
import { nameOf } from '../slots/title.ts';
import { spanText, trimmed } from '../slots/trim.ts';
import type { Span } from '../time/prepare.ts';
import type { Claim, Utterance } from '../utterance.ts';
import { traitsOf, which } from '../which.ts';
import { isBooking } from './booking.ts';
import { claim, pastNoun } from './clause.ts';
import { markedName, otherName } from './commanded.ts';
import { hasClock } from './list.ts';
import { askedOf, isOfHour, reasonsBeside, settingOf, settingOfTimed } from './setting-of.ts';
import { saysNothingElse } from './whole.ts';

/** 改线上 */
const WAY = phrase('of? meeting.itself? change.verb to? change.way ( start.verb | meeting.itself | tail | complement )*');
const EDIT = phrase('( change.edit complement? &( HAN | END | _SPACE ) | change.edit-first )');
const INTO = phrase('change.into');
const MAKES = phrase('lead? ( change.make | take )');
const SPACE = {
  SPACE: (said: Utterance, at: number) => (/^[\s"'「『“]/.test(said.text.slice(at)) ? at : null),
  QUOTE: (said: Utterance, at: number) => (said.claimAt(at)?.kind === 'quote' ? at : null),
};

export function readChange(scene: Scene): readonly Candidate[] {
  const { slots, time, said, timed } = scene;
  const { start, rrule, minutes } = time.reading;
  const pointed = slots.changing !== null && isOfHour(scene);
  const hasStart = !pointed && (start !== null || rrule !== null);
  const booking = isBooking(scene);
  const found: Candidate[] = [];
  if (slots.changing === 'sure' && !(booking && hasStart) && (slots.label?.changing || !slots.label))
    found.push(change(scene, 'change', 'sure', [], 'says what becomes different'));
  if (slots.changing === 'likely' && !hasStart && !booking && minutes === null)
    found.push(change(scene, 'change.likely', 'sure', [], 'a setting, and no time to meet'));
  if (slots.changing === 'bare' && pointed && !booking)
    found.push(change(scene, 'change.likely', 'sure', [], 'a setting of the meeting of that hour'));
  if (saysNothingElse(scene)) {
    const way = WAY.all(timed).at(-1);
    if (way && /^[\s。.!！]*$/.test(said.text.slice(way.to)))
      found.push(
        change(
          scene,
          'change.way',
          'likely',
          [claim('command', { from: pastNoun(timed, way.from), to: way.to }, 'change')],
          'says how it is held',
        ),
      );
    const at = scene.starts[0] ?? 0;
    const edit = hasClock(scene) || scene.nearest(said.text.slice(at)) ? null : EDIT.at(timed, at, SPACE);
    if (edit) found.push(change(scene, 'change.edit', 'likely', [claim('command', edit, 'change')], 'a word that edits'));
  }
  if (slots.changing === 'bare' && slots.slots.remind !== undefined && isWhole(scene))
    found.push(change(scene, 'change.remind', 'sure', [], 'a reminder, and nothing else'));
  const of = settingOf(scene);
  if (of) found.push(change(scene, 'change.likely', 'sure', of, 'a setting of a meeting that is named'));
  const timedOne = settingOfTimed(scene);
  if (timedOne) found.push(change(scene, 'change', 'sure', timedOne, 'a setting of a meeting that its time names'));
  const may = slots.changing === 'bare' && !hasStart ? askedOf(scene) : null;
  if (may) found.push(change(scene, 'change.likely', 'sure', [may], 'a setting that a meeting is asked to have'));
  const why = slots.changing === 'bare' && !hasClock(scene) && !booking ? reasonsBeside(scene) : [];
  if (why.length > 0) found.push(change(scene, 'change', 'sure', why, 'a setting, and why'));
  else if (slots.changing === 'bare') {
    const into = INTO.find(timed);
    const claims = into ? [claim('command', into)] : [];
    const name = markedName(scene) ?? nameOf(timed.with(claims), 'which');
    if (name === null || scene.number || into || isAttached(scene))
      found.push(change(scene, 'change.bare', 'likely', claims, 'a setting, and nothing that is new'));
  }
  return found;
}

/** All that is said is understood. */
const isWhole = ({ said }: Scene): boolean => !/[\p{L}\p{N}]/u.test([...said.text].filter((_, at) => said.free(at, at + 1)).join(''));

function change(scene: Scene, kind: Meant, strength: Strength, claims: readonly Claim[], because: string): Candidate {
  return {
    kind,
    strength,
    claims,
    because,
    build() {
      const { slots, number, time, ctx } = scene;
      const said = scene.timed.with(claims);
      const wanted = { ...slots.slots };
      if (slots.label) wanted.topic = spanText(said, slots.label);
      delete wanted.attendees;
      const name = (slots.old ? oldName(scene, slots.old) : null) ?? otherName(scene) ?? nameOf(said, 'which');
      const target = slots.quote && !slots.label ? (oldNameOr(scene) ?? spanText(said, slots.quote)) : name;
      return {
        intent: { want: 'change', which: which(number, target, traitsOf(time.reading, ctx)), slots: wanted },
        time: time.reading,
        said,
      };
    },
  };
}

const oldNameOr = (scene: Scene): string | null => (scene.slots.old ? oldName(scene, scene.slots.old) : null);

function oldName({ said, time }: Scene, span: Span): string | null {
  const part = said.claims.find((one) => one.kind === 'quote' && one.from >= span.from && one.to <= span.to);
  if (part) return said.original(part.from + 1, part.to - 1);
  const determiner = said.hitAt('name.determiner', span.from);
  const named = determiner && determiner.to < span.to ? determiner.to : span.from;
  // rename the 3pm standup: when it is stands before its name.
  const rest = time.spans.find(({ from, to }) => from <= afterGap(said.text, named) && to > named && to <= span.to)?.to ?? named;
  const from = rest + /^\s*/.exec(said.text.slice(rest, span.to))![0].length;
  const name = trimmed(said.original(from, span.to));
  const plain = said.hitAt('name.none', from);
  return name === '' || (plain !== undefined && said.text.slice(plain.to, span.to).trim() === '') ? null : name;
}

/** 周会不要密码, make standup company only: said of a meeting, where "周会 密码1234" describes a new one. */
function isAttached({ said, starts }: Scene): boolean {
  const first = /^\s*/.exec(said.text)![0].length;
  if (
    MAKES.at(
      said.without((one) => one.kind === 'slot'),
      first,
    ) ||
    said.without((one) => one.kind === 'slot').hitAt('change.make', starts[0] ?? 0)
  )
    return true;
  return said.claims.some(
    (one) =>
      one.kind === 'slot' && one.from > 0 && said.free(one.from - 1, one.from) && /\p{Script=Han}/u.test(said.text.charAt(one.from - 1)),
  );
}
