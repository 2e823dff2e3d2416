/**
 * `npm run proofs` looks harder than `npm test`: more kills, more sentences, another seed each time. What it finds is told
 * with its seed, and becomes a row of a table.
 */
export const thorough = process.env.MODE === 'proofs';

/** For fast-check: the same sentences each time in `npm test`. */
export const runs = (numRuns: number, seed: number): { numRuns: number; seed?: number } =>
  thorough ? { numRuns: numRuns * 10 } : { numRuns, seed };
