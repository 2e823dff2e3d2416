/** A thing about the meeting that is on or off. */
import { type Match, type Phrase, phrase } from '../phrase.ts';
import type { Claim, Reading, Utterance } from '../utterance.ts';
import { EDGES } from './edges.ts';

export interface Switch {
  value: boolean;
  /** Said as a change of something that exists: 关闭录制. */
  changing: boolean;
}

/** A way of saying it; `if`: what the phrase alone cannot tell. */
export interface Way {
  phrase: Phrase;
  value: boolean;
  if?: (said: Utterance, match: Match) => boolean;
}

export const way = (value: boolean, pattern: string, only?: Way['if']): Way => ({
  phrase: phrase(pattern),
  value,
  ...(only ? { if: only } : {}),
});

const CHANGES = ['slot.off', 'slot.on'];

/** The first way that is said, and whatever says the same once more. `note`: what on and off are called. */
export function readWays(said: Utterance, ways: readonly Way[], note: { on: string; off: string }): Reading<Switch | undefined> {
  const claims: Claim[] = [];
  let found: Switch | undefined;
  let now = said;
  for (const one of ways) {
    if (found && found.value !== one.value) continue;
    for (let match = first(now, one, 0); match; match = first(now, one, match.to)) {
      const { from, to } = match;
      const claim: Claim = { from, to, kind: 'slot', note: one.value ? note.on : note.off };
      const changing = said.anyIn(CHANGES, match);
      found = { value: one.value, changing: changing || (found?.changing ?? false) };
      claims.push(claim);
      now = now.with([claim]);
    }
  }
  return { found, claims };
}

function first(said: Utterance, { phrase: words, if: only }: Way, from: number): Match | null {
  let match = words.find(said, from, EDGES);
  while (match && only && !only(said, match)) match = words.find(said, match.from + 1, EDGES);
  return match;
}

/** 关闭周会的录制: the meeting stands between. `thing`: what is switched. */
export function readFar(said: Utterance, pattern: Phrase): Reading<Switch | undefined> {
  const match = pattern.find(said, 0, EDGES);
  const lead = match?.parts['lead'];
  const name = match?.parts['name'];
  if (!match || !lead || !name) return { found: undefined, claims: [] };
  const claims: Claim[] = [
    { from: match.from, to: name.from, kind: 'slot' },
    { from: name.to, to: match.to, kind: 'slot', note: said.text.slice(match.from, match.to) },
  ];
  return { found: { value: lead.hit?.role === 'slot.on', changing: true }, claims };
}
