/** Builds what is done to a meeting that exists: its words, the times that name it, and what else the sentence changes. */

import { monday } from '../../calendar/dates.ts';
import { instantOf, localOf } from '../../calendar/wall-clock.ts';
import type { Intent, Slots, Which } from '../../domain/intent.ts';
import type { TimeReading, Window } from '../../domain/time.ts';
import type { Built, Scene } from '../candidate.ts';
import type { Labelled } from '../slots/labels.ts';
import { nameOf } from '../slots/title.ts';
import { spanText } from '../slots/trim.ts';
import type { TimeRead } from '../time/read.ts';
import { isRhythm } from '../timing.ts';
import type { Claim, Utterance } from '../utterance.ts';
import { traitsOf, which } from '../which.ts';
import { claim } from './clause.ts';

export interface Plan {
  /** The time that names the meeting, if any. */
  qualifier: TimeRead;
  intent(target: Which, also: { slots?: Slots; all?: true }): Intent;
  /** What of the time is told as the message's. */
  time: TimeReading;
}

export function commanded(scene: Scene, claims: readonly Claim[], { qualifier, intent, time }: Plan): Built {
  const taken = scene.said.with(claims);
  const all = taken.freeHits('series.all').map((hit) => claim('filler', hit));
  const [week] = taken.freeHits('which.week');
  const said = withTimes(taken.with(all).with(week ? [claim('time', week)] : []), qualifier);
  const also = all.length > 0 ? { ...alsoChanged(scene), all: true as const } : alsoChanged(scene);
  const named = targetOf(scene, said, qualifier.reading);
  const target = week && (named.by === 'topic' || named.by === 'context') ? { during: weekOf(Number(week.worth), scene), ...named } : named;
  return { intent: intent(target, also), time, said, steps: qualifier.steps };
}

/** This week's, next week's: the whole week. */
function weekOf(weeks: number, { ctx }: Scene): Window {
  const first = monday(localOf(ctx.now, ctx.zone).day) + 7 * weeks;
  return { from: instantOf(first, 0, ctx.zone), until: instantOf(first + 7, 0, ctx.zone) };
}

/** Claims the words of a time, but for rhythms that are a part of a name. */
export function withTimes(said: Utterance, ...times: readonly TimeRead[]): Utterance {
  return said.with(
    times.flatMap(({ spans }) =>
      spans.filter((span) => said.free(span.from, span.to) && !isRhythm(said, span)).map((span) => claim('time', span)),
    ),
  );
}

/** What the same sentence changes besides the time. */
export function alsoChanged({ said, slots }: Scene): { slots?: Slots } {
  const also = { ...slots.slots };
  delete also.attendees;
  if (slots.label && isNew(slots.label)) also.topic = spanText(said, slots.label);
  return Object.keys(also).length > 0 ? { slots: also } : {};
}

export function targetOf(scene: Scene, said: Utterance, qualifier: TimeReading): Which {
  return which(scene.number, meantName(scene) ?? nameOf(said, 'which'), traitsOf(qualifier, scene.ctx));
}

/** A name that was labelled or quoted. */
export function markedName({ said, slots }: Scene): string | null {
  return (slots.label ? spanText(said, slots.label) : slots.quote ? spanText(said, slots.quote) : null) || null;
}

/** A quoted name beside the one that was labelled. */
export function otherName({ said, slots }: Scene): string | null {
  const { label, quote } = slots;
  return label && quote && quote.from !== label.from ? spanText(said, quote) : null;
}

/** The name that it is to have. */
const isNew = ({ changing, called }: Labelled): boolean => changing || called === true;

/** The marked name of the meeting that is meant: a label that changes it says the new one. */
function meantName(scene: Scene): string | null {
  const { label } = scene.slots;
  return label && isNew(label) ? otherName(scene) : markedName(scene);
}
