import type { Timers } from '../../src/queue/timers.ts';

/** Time that moves only when a test says so, and the timers that hang on it. */
export class HandClock implements Timers {
  private at: number;
  private pending: { at: number; run: () => void }[] = [];

  constructor(at = 1_750_000_000_000) {
    this.at = at;
  }

  now = (): number => this.at;

  set = (run: () => void, ms: number): (() => void) => {
    const timer = { at: this.at + ms, run };
    this.pending.push(timer);
    return () => {
      this.pending = this.pending.filter((other) => other !== timer);
    };
  };

  /** Time passes while nothing can run, as when a laptop sleeps. */
  leap(ms: number): void {
    this.at += ms;
  }

  /** Fires what falls due on the way, in order, each at its own time. `between` lets what was started settle. */
  async advance(ms: number, between: () => Promise<unknown> = async () => {}): Promise<void> {
    const until = this.at + ms;
    for (;;) {
      const next = this.pending.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.pending = this.pending.filter((timer) => timer !== next);
      this.at = Math.max(this.at, next.at);
      next.run();
      await between();
    }
    this.at = until;
  }
}
