/** A message in the pieces that people say one after the other. */
import type { Span } from '../time/prepare.ts';
import type { Utterance } from '../utterance.ts';

export interface Clause extends Span {
  /** Counts the sentences: clauses of one sentence share it. */
  sentence: number;
  /** A question mark stands behind it. */
  marked: boolean;
}

const STOP = '.。!！?？\n';
/** A longer message is judged by its beginning: so many clauses, so many characters. */
const MOST = 40;
const LONGEST = 1000;
const PAUSE = ',，;；';
const isStop = (char: string): boolean => char !== '' && STOP.includes(char);
const isPause = (char: string): boolean => char !== '' && PAUSE.includes(char);

/** Marks inside what is understood already (a time, a quote) do not count, nor do points inside words and numbers. */
export function clausesOf(said: Utterance): Clause[] {
  const text = said.text.slice(0, LONGEST);
  const cuts = new Map<number, 'stop' | 'pause'>();
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!;
    const kind = isStop(char) ? 'stop' : isPause(char) ? 'pause' : null;
    if (!kind || (char === '.' && /\S/.test(text.charAt(at + 1)))) continue;
    const claim = said.claimAt(at);
    if (claim && claim.kind !== 'filler' && claim.to > at + 1 && claim.from < at) continue;
    cuts.set(at, kind);
  }
  for (const hit of said.freeHits('mood.joins')) if (hit.from > 0) cuts.set(hit.from - 1, 'pause');
  const found: Clause[] = [];
  let from = 0;
  let sentence = 0;
  for (const at of [...[...cuts.keys()].sort((a, b) => a - b), text.length]) {
    const to = cuts.get(at) === undefined || isStop(text.charAt(at)) || isPause(text.charAt(at)) ? at : at + 1;
    if (found.length === MOST) break;
    if (text.slice(from, to).trim() !== '') found.push({ from, to, sentence, marked: /[?？]/.test(text.charAt(at)) });
    if (cuts.get(at) === 'stop') sentence += 1;
    from = at === to ? at + 1 : to;
  }
  return found;
}
