/** Chooses among what a message may mean: by the table of rivals, then by strength, then by how much of the text is explained. */
import type { Candidate, Strength } from './candidate.ts';
import { winsOver } from './rivals.ts';

export interface Decision {
  winner: Candidate;
  /** The runner-up first; `why` each of them lost. */
  others: readonly { candidate: Candidate; why: string }[];
}

const RANK: Record<Strength, number> = { sure: 2, likely: 1, guess: 0 };
const explained = ({ claims }: Candidate): number => claims.reduce((sum, { from, to }) => sum + to - from, 0);

/** Negative: `a` goes before `b`; with the reason. */
function compare(a: Candidate, b: Candidate): { order: number; why: string } {
  if (winsOver(a, b)) return { order: -1, why: `${a.kind} wins over ${b.kind}` };
  if (winsOver(b, a)) return { order: 1, why: `${b.kind} wins over ${a.kind}` };
  if (a.strength !== b.strength) return { order: RANK[b.strength] - RANK[a.strength], why: `${a.strength} against ${b.strength}` };
  return { order: explained(b) - explained(a), why: 'explains more of the text' };
}

/** `candidates` in the order of the readers, at least one. */
export function decide(candidates: readonly Candidate[]): Decision {
  const [winner, ...others] = ranked(candidates);
  if (!winner) throw new Error('nothing was proposed');
  return { winner, others: others.map((candidate) => ({ candidate, why: compare(winner, candidate).why })) };
}

/** Best first. Who wins over whom is no order of its own (three may beat each other in turn), so each place is decided anew. */
function ranked(candidates: readonly Candidate[]): Candidate[] {
  const left = [...candidates];
  const out: Candidate[] = [];
  while (left.length > 0) {
    const best = left.reduce((one, other) => (compare(other, one).order < 0 ? other : one));
    out.push(...left.splice(left.indexOf(best), 1));
  }
  return out;
}
