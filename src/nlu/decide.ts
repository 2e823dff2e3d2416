/** Chooses among what a message may mean: by the table of rivals, then by strength, then by how much of the text is explained. */
import type { Candidate, Strength } from './candidate.ts';
import { winsOver } from './rivals.ts';

export interface Decision {
  winner: Candidate;
  runnerUp: Candidate | null;
  /** Why the runner-up lost. */
  why: string | null;
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

const best = (candidates: readonly Candidate[]): Candidate | undefined =>
  candidates.reduce<Candidate | undefined>((one, other) => (one && compare(other, one).order >= 0 ? one : other), undefined);

/** `candidates` in the order of the readers, at least one. */
export function decide(candidates: readonly Candidate[]): Decision {
  const winner = best(candidates);
  if (!winner) throw new Error('nothing was proposed');
  const runnerUp = best(candidates.filter((one) => one !== winner)) ?? null;
  return { winner, runnerUp, why: runnerUp && compare(winner, runnerUp).why };
}
