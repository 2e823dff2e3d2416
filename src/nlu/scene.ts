/** Everything that is known of a message before anybody asks what it wants. */
import type { TimeReading } from '../domain/time.ts';
import type { Scene } from './candidate.ts';
import { clauseStarts } from './clause-starts.ts';
import { leadAt } from './filler.ts';
import { readQuestion } from './intents/question.ts';
import { fallbacks, readAlternatives } from './noise/alternatives.ts';
import { readCorrections } from './noise/corrections.ts';
import { readInvitations } from './noise/invitations.ts';
import { readPutOff } from './noise/put-off.ts';
import { readQuoted } from './noise/quoted.ts';
import { readSalutations } from './noise/salutations.ts';
import { readSlots } from './slots/slots.ts';
import type { TimeContext } from './time/read.ts';
import { dayAlone, hasNothing, readFirst, timeReader } from './timing.ts';
import type { Claim, Utterance } from './utterance.ts';
import { readNumber } from './which.ts';
import { readWindows } from './windows.ts';
import { readTwin } from './zone-twin.ts';

export function readScene(message: Utterance, ctx: TimeContext, tools: Pick<Scene, 'rescan' | 'nearest'>): Scene {
  const own = [readQuoted, readInvitations, readSalutations, readCorrections, readPutOff].reduce(
    (said, read) => said.with(read(said).claims),
    message,
  );
  const slots = readSlots(own);
  const slotted = own.with(slots.claims);
  const question = readQuestion(withNoiseOnly(slotted));
  const once = slotted.with(readAlternatives(slotted, ctx).claims);
  const greeted = once.with(once.freeHits('greeting.time').map(({ from, to }): Claim => ({ from, to, kind: 'filler' })));
  const starts = clauseStarts(greeted);
  const number = readNumber(greeted);
  const labelled = number ? greeted.with([{ from: number.from, to: number.to, kind: 'number', note: number.digits }]) : greeted;
  const { plain, read } = timeReader(labelled, ctx);
  const first = readFirst(labelled, slots.found.label, read);
  const said = relabelled(labelled, slots.found.label, first.label);
  const asks = question !== null || withNoiseOnly(said).has('ask.there-is');
  const time = (hasNothing(first.time.reading) && asks ? dayAlone(said, ctx) : null) ?? first.time;
  const { said: timed, beside } = readWindows(said.with(time.spans.map((span) => ({ ...span, kind: 'time' as const }))), plain, ctx, time);
  const options = offeredTimes(time.reading, [
    ...time.beside,
    ...beside,
    ...fallbacks(once, plain, ctx, time.reading),
    ...readTwin(said, time.reading, ctx),
  ]);
  return {
    said,
    timed,
    options,
    slots: { ...slots.found, label: first.label },
    number,
    starts,
    behind: startsBehind(timed, starts, time.reading),
    time,
    read,
    question,
    ctx,
    ...tools,
  };
}

/** 现在就取消周会, today cancel the retro: a day at the start leaves room for a command, an hour for a name (3pm cancel culture talk). */
function startsBehind(timed: Utterance, starts: readonly number[], { start }: TimeReading): number[] {
  const now = (from: number, to: number): boolean => timed.hits('now').some((hit) => hit.from >= from && hit.to <= to);
  return timed.claims
    .filter(({ kind, from, to }) => kind === 'time' && starts.includes(from) && (start?.grain !== 'minute' || now(from, to)))
    .map(({ to }) => pastHurry(timed, to))
    .filter((at) => at < timed.text.length && timed.free(at, at + 1) && !starts.includes(at));
}

function pastHurry(said: Utterance, from: number): number {
  let at = from;
  for (;;) {
    while (/\s/.test(said.text[at] ?? '')) at += 1;
    const next = said.hitAt('hurry', at) ?? leadAt(said, at);
    if (!next) return at;
    at = next.to;
  }
}

/** The first one and those beside it that begin at another time. */
function offeredTimes(first: TimeReading, beside: readonly TimeReading[]): TimeReading[] {
  if (!first.start || first.rrule || beside.length === 0) return [first];
  const starts = new Set([JSON.stringify(first.start)]);
  const fresh = beside.filter(({ start }) => start !== null && !starts.has(JSON.stringify(start)) && starts.add(JSON.stringify(start)));
  return [first, ...fresh];
}

const withNoiseOnly = (said: Utterance): Utterance => said.without((one) => one.kind !== 'filler');

type Label = Scene['slots']['label'];

/** A label that turned out to be shorter. */
function relabelled(said: Utterance, before: Label, label: Label): Utterance {
  if (!before || !label || before.to === label.to) return said;
  return said.without((one) => one.kind === 'topic' && one.from === before.from).with([{ from: label.from, to: label.to, kind: 'topic' }]);
}
