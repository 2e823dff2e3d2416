/**
 * `npm run proofs` looks harder than `npm test`: more kills, more sentences, and with `PROOFS_SEED=…` other ones. What it
 * finds is told with its seed, and becomes a row of a table.
 */
export const thorough = process.env.MODE === 'proofs';

const other = process.env.PROOFS_SEED === undefined ? null : Number(process.env.PROOFS_SEED);

/** For fast-check: the same sentences each time. */
export const runs = (numRuns: number, seed: number): { numRuns: number; seed: number } => ({
  numRuns: thorough ? numRuns * 10 : numRuns,
  seed: other ?? seed,
});
