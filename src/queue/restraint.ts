import type { Clock, Millis } from '../domain/time.ts';

/** Less than this part of what ended here since the last claim is a scant one: its lanes went to others. */
const SCANT = 0.5;
/** The rest after the first scant claim, or as long as it took; after each further one twice as long. */
const FIRST: Millis = 4;
const LONGEST: Millis = 40;

/**
 * Where others work at the same jobs, what is due after a scant claim is left to them for a moment: each of them looks again
 * when it has what it is taking, two that ask by turns get in each other's way, and a small claim costs nearly what a large one does.
 */
export class Restraint {
  private readonly clock: Clock;
  private readonly random: () => number;
  private longest: Millis = 0;
  private until = Number.NEGATIVE_INFINITY;
  private scant = false;
  private endedHere = 0;

  constructor(clock: Clock, random: () => number) {
    this.clock = clock;
    this.random = random;
  }

  /** So many runs ended, and freed their lanes. */
  ended(count: number): void {
    this.endedHere += count;
  }

  /** A claim got so many jobs, and took so long. */
  claimed(got: number, took: Millis): void {
    this.scant = got === 0 || got < this.endedHere * SCANT;
    this.endedHere = 0;
    this.longest = this.scant ? Math.min(LONGEST, Math.max(FIRST, took, 2 * this.longest)) : 0;
  }

  /** All that was due is in hand. */
  nothingDue(): void {
    this.longest = 0;
  }

  /** Something is due. @returns how long it is left to the others; 0: it may be claimed now */
  rest(): Millis {
    const now = this.clock.now();
    if (this.scant) {
      this.until = now + Math.ceil((this.longest * (1 + this.random())) / 2);
      this.scant = false;
    }
    return Math.max(0, this.until - now);
  }
}
