/** Small questions about a clause that several readers of intents ask. */
import type { Scene } from '../candidate.ts';
import { phrase } from '../phrase.ts';
import type { Shape, Shapes } from '../phrase-shapes.ts';
import type { Span } from '../time/prepare.ts';
import type { Claim, Kind, Utterance } from '../utterance.ts';

export const claim = (kind: Kind, span: Span, note?: string): Claim => ({
  from: span.from,
  to: span.to,
  kind,
  ...(note === undefined ? {} : { note }),
});

const LAST = phrase('( tail | start.verb | direction | more | this | to | to.on )* END');

/** The clause is over here, but for a courtesy. */
export const endsAt = (said: Utterance, at: number): boolean => LAST.at(said, at) !== null;

/** 评审会上有几个人, 周会改线下: the 会 is the name's. */
export function pastNoun(said: Utterance, from: number): number {
  const noun = said.hitAt('meeting.itself', from);
  const named =
    from > 0 && said.free(from - 1, from) && /\p{L}/u.test(said.text[from - 1]!) && !NO_NAME.some((role) => said.hitEnding(role, from));
  return noun && named ? noun.to : from;
}
const NO_NAME = ['of', 'this', 'take', 'who.now', 'be.zh', 'book.count', 'lead'];

const ASKED = ['mood.wonders', 'mood.polite'];

/** 能…, 可以…: what stands at `at` is asked for kindly. */
export const isAskedFor = (said: Utterance, at: number): boolean => said.anyIn(ASKED, { to: at });

const DISCUSSED_REACH = 16;

/** 讨论取消订单: the verb is what is talked about. */
export function isDiscussed({ said, time }: Scene, at: number): boolean {
  return said.hits('discuss').some((hit) => {
    if (hit.to > at || at - hit.to > DISCUSSED_REACH || /[,，。;；]/.test(said.text.slice(hit.to, at))) return false;
    return begins(said, hit.from) || time.spans.some((span) => span.to === hit.from);
  });
}

/** A clause begins here, or whoever talks was just named: 我们讨论…. */
function begins(said: Utterance, at: number): boolean {
  return (
    at === 0 || /[\s,，、：:\d]/.test(said.text[at - 1]!) || ['we', 'meeting.itself'].some((role) => said.hitEnding(role, at) !== undefined)
  );
}

/** A word of one of these roles ends here. */
export const endOf =
  (roles: readonly string[]): Shape =>
  (said, at) =>
    roles.some((role) => said.hitEnding(role, at) !== undefined) ? at : null;

/** `TIME`: a time of the message goes on here. `FIRST`: it begins here, and says when. `CLOCK`: words that are a time by themselves do, whichever time the message has. */
export function timeShapes({ time, said, read }: Scene): Shapes {
  const { text } = said;
  const inTime = (at: number): number | null =>
    time.spans.find((span) => span.from <= at + 2 && span.to > at && /^[\s:：]*$/.test(text.slice(at, Math.max(at, span.from))))?.to ??
    null;
  return {
    TIME: (_, at) => inTime(at),
    FIRST: (_, at) => (time.reading.start && time.spans.some((span) => span.from === at) ? at : null),
    CLOCK: (_, at) => inTime(at) ?? timeFrom(at),
  };

  function timeFrom(at: number): number | null {
    if (at >= text.length) return null;
    const until = Math.min(text.length, at + 24);
    const { spans, reading } = read([...said.claims, { from: 0, to: at }, { from: until, to: text.length }]);
    const first = spans[0];
    return first && reading.start && first.from <= at + 1 ? first.to : null;
  }
}
