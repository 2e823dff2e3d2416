/** Record the 3pm, tomorrow's 9:30, the interview at 4: a time that names a meeting that is there. */
import { afterGap } from './after-gap.ts';
import type { Span } from './time/prepare.ts';
import type { Utterance } from './utterance.ts';

const CLOCK = /^\d{1,2}(?:(?:[:.]\d\d)?\s?[ap]\.?m\b|[:.]\d\d\b)/i;
const HOUR = /^[\p{L}\d]{1,6} ?$/u;

/** With a clock alone, the article makes it the meeting that begins then. */
export const isPointedAt = (said: Utterance, time: Span): boolean =>
  [...said.hitsIn('mood.definite', time), ...said.hitsIn('mood.owns', time)].some(({ to }) =>
    isClock(said, { from: afterGap(said.text, to), to: time.to }),
  ) ||
  (isClock(said, time) && said.hitEnding('mood.definite', said.text.slice(0, time.from).trimEnd().length) !== undefined);

/** 3pm, 9:30, four o'clock. */
function isClock(said: Utterance, { from, to }: Span): boolean {
  if (CLOCK.test(said.text.slice(from, to))) return true;
  const [hour] = said.hitsIn('mood.oclock', { from, to });
  return hour !== undefined && HOUR.test(said.text.slice(from, hour.from));
}

const REACH = 40;

/** The interview at 4, tomorrow's interview at 4: the time stands behind a meeting that is there. */
export const isOfMeeting = (said: Utterance, time: Span): boolean =>
  said
    .hits('mood.meeting')
    .some(
      (noun) =>
        noun.to === said.text.slice(0, time.from).trimEnd().length &&
        said
          .hits('mood.definite')
          .some(({ to }) => to < noun.from + 1 && noun.from - to < REACH && !/[,.;!?\n]/.test(said.text.slice(to, noun.from))),
    );

/** Tomorrow's standup: the day is the meeting's. */
export const isOwning = (said: Utterance, time: Span): boolean =>
  said.hitAt('mood.owns', time.to) !== undefined || said.hitsIn('mood.owns', time).some(({ to }) => to === time.to);
