/** What is left of a message between what is understood and the marks: each may be the name of a meeting. */
import type { Utterance } from '../utterance.ts';

export interface Piece {
  from: number;
  to: number;
  /** What stands directly before and after it. */
  before: 'start' | 'time' | 'mark' | 'other';
  after: 'end' | 'time' | 'mark' | 'other';
}

export const BREAK = /[,，、。;；!！?？\n~～…|]|\.{2,}|\.(?=\s|$)|\s-+\s/;

export function* pieces(said: Utterance): Generator<Piece> {
  const { text } = said;
  let at = 0;
  let before: Piece['before'] = 'start';
  const ends = [
    ...said.claims.filter((part) => part.kind !== 'link' && part.kind !== 'number'),
    { from: text.length, to: text.length, kind: 'end' as const },
  ];
  for (const part of ends) {
    let from = at;
    while (from < part.from) {
      const mark = BREAK.exec(text.slice(from, part.from));
      const to = mark ? from + mark.index : part.from;
      const after: Piece['after'] = mark ? 'mark' : part.kind === 'end' ? 'end' : part.kind === 'time' ? 'time' : 'other';
      if (to > from) yield { from, to, before, after };
      before = 'mark';
      from = mark ? to + mark[0].length : part.from;
    }
    at = Math.max(at, part.to);
    before = part.kind === 'time' ? 'time' : 'other';
  }
}
