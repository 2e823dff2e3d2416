/** A message without what is understood already and without courtesies: what readers of whole messages look at. */
import type { Scene } from './candidate.ts';
import { phrase } from './phrase.ts';
import type { Span } from './time/prepare.ts';
import type { Claim, Utterance } from './utterance.ts';

const LEAD = phrase('( gist.lead | COMMA | MARK )+');
const TAIL = phrase('( tail | thanks | gist.tail )+');
const MARKS = /[\s,，、。.!！?？~～:：/]/;
/** Nobody greets, or asks for help or a list, in more than this. */
const LONGEST = 240;

/** The free words of a message, put together. */
export function freeText(said: Utterance, leave: (claim: Claim) => boolean, week: Span | null = null): string {
  let out = '';
  let at = 0;
  for (const one of said.claims) {
    if (!leave(one)) continue;
    if (one.from > at) out += said.text.slice(at, one.from);
    at = Math.max(at, one.to);
  }
  out += said.text.slice(at);
  return week ? out.replace(said.text.slice(week.from, week.to), '') : out;
}

export const gistOf = (scene: Scene, week: Span | null): Utterance =>
  trimmedGist(
    freeText(scene.timed, (one) => one.kind !== 'link', week),
    scene.rescan,
  );

/** Without courtesies at both ends. */
export function trimmedGist(text: string, rescan: (text: string) => Utterance): Utterance {
  if (text.length > LONGEST) return rescan(text);
  const one = rescan(text.replace(/\s+/g, ' ').trim());
  let from = 0;
  let to = one.text.length;
  for (;;) {
    while (from < to && MARKS.test(one.text[from]!)) from += 1;
    const lead = LEAD.at(one, from, { MARK: () => null });
    if (!lead || lead.to >= to || lead.to === from) break;
    from = lead.to;
  }
  for (;;) {
    while (to > from && MARKS.test(one.text[to - 1]!)) to -= 1;
    const tail = TAIL.ending(one, to, from);
    if (!tail) break;
    to = tail.from;
  }
  return rescan(one.text.slice(from, to));
}
