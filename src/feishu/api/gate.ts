import type { Millis } from '../../domain/time.ts';
import { notNow } from './errors.ts';
import type { Sleep } from './retry.ts';

/** At most `calls` in any `per` milliseconds. */
export interface Rate {
  calls: number;
  per: Millis;
}

/** Does somebody wait for it. */
export type Urgency = 'people' | 'background';

/** The platform counts arrivals, and the network squeezes what we spread out: windows are kept this much longer. */
const SLACK = 1.05;
/** Longer blocks are handed back to the caller, who can keep the work on disk meanwhile. */
const LONGEST_WAIT: Millis = 60_000;
/** A fifth of what an API takes is kept for what people wait for: 200 calls of 1,000 a minute. */
const KEPT_FOR_PEOPLE = 0.2;
/** Asked of the store at once. */
const MOST_DRAWN = 10;

/** The same limits for all processes at one store. */
export interface SharedRates {
  /** Counts up to `want` calls that leave now. `wait`: where none may, until when to leave it. */
  draw(key: string, rates: Rate[], want: number): Promise<{ granted: number; wait: Millis }>;
  /** Nothing to `key` for so long. */
  block(key: string, wait: Millis): Promise<void>;
}

export interface GateOptions {
  key: string;
  rates: Rate[];
  now(): Millis;
  sleep: Sleep;
  shared?: SharedRates | undefined;
  /** Background work may use all of it: what a single card or chat takes is not shared out. */
  undivided?: boolean;
}

interface Waiter {
  api: string;
  counted: boolean;
  go(): void;
  fail(error: Error): void;
}

/** The calls that wait for one limit: people first, each sort in the order of asking. */
export class Gate {
  private readonly o: GateOptions;
  private readonly windows: Record<Urgency, Window[]>;
  private readonly waiting: Record<Urgency, Waiter[]> = { people: [], background: [] };
  private readonly blocked: Record<Urgency, Millis> = { people: 0, background: 0 };
  private turning = false;
  private closed = false;
  private wakeUp: AbortController | null = null;

  constructor(options: GateOptions) {
    this.o = options;
    const all = options.rates.map((rate) => new Window(rate));
    const part = options.undivided ? [] : partOf(options.rates).map((rate) => new Window(rate));
    this.windows = { people: all, background: [...all, ...part] };
  }

  /** Resolves when a call may leave, right then. @param counted false: the caller says by `take` when it leaves */
  enter(urgency: Urgency, api: string, counted = true): Promise<void> {
    if (this.closed) return Promise.reject(notNow(api, 'closing', null));
    const now = this.o.now();
    if (!this.o.shared && !this.turning && this.wait(urgency, now) <= 0) {
      if (counted) this.take(urgency, now);
      return Promise.resolve();
    }
    return new Promise((go, fail) => {
      this.waiting[urgency].push({ api, counted, go, fail });
      if (!this.turning) void this.turn();
      else if (urgency === 'people') this.wakeUp?.abort();
    });
  }

  wait(urgency: Urgency, now: Millis): Millis {
    let wait = this.blocked[urgency] - now;
    for (const window of this.windows[urgency]) wait = Math.max(wait, window.wait(now));
    return wait;
  }

  take(urgency: Urgency, now: Millis): void {
    for (const window of this.windows[urgency]) window.take(now);
  }

  block(until: Millis): void {
    this.blocked.people = Math.max(this.blocked.people, until);
    this.blocked.background = Math.max(this.blocked.background, until);
  }

  /** Until when the platform wants to be left alone. */
  get blockedUntil(): Millis {
    return this.blocked.people;
  }

  idle(now: Millis): boolean {
    return !this.turning && this.blocked.background <= now && this.windows.background.every((window) => window.idle(now));
  }

  close(): void {
    this.closed = true;
    this.wakeUp?.abort();
    for (const one of [...this.waiting.people, ...this.waiting.background]) one.fail(notNow(one.api, 'closing', null));
    this.waiting.people = [];
    this.waiting.background = [];
  }

  private async turn(): Promise<void> {
    this.turning = true;
    for (let next = this.next(); next !== null; next = this.next()) {
      const wait = this.wait(next, this.o.now());
      if (wait > LONGEST_WAIT * SLACK) this.giveBack(next, wait);
      else if (wait > 0) await this.rest(wait);
      else await this.pass(next);
    }
    this.turning = false;
  }

  private next(): Urgency | null {
    const { people, background } = this.waiting;
    if (people.length > 0) return 'people';
    return background.length > 0 ? 'background' : null;
  }

  /** Whoever comes and is more urgent need not wait for the rest. */
  private async rest(wait: Millis): Promise<void> {
    this.wakeUp = new AbortController();
    await this.o.sleep(wait, this.wakeUp.signal).catch(() => {});
    this.wakeUp = null;
  }

  private async pass(urgency: Urgency): Promise<void> {
    let granted = 1;
    if (this.o.shared) {
      granted = await this.drawn(urgency);
      if (granted === 0) return;
    }
    const now = this.o.now();
    for (const one of this.waiting[urgency].splice(0, granted)) {
      if (one.counted) this.take(urgency, now);
      one.go();
    }
  }

  /** What the other processes left of it. A store that cannot be asked is no reason to stand still: then our own count has to do. */
  private async drawn(urgency: Urgency): Promise<number> {
    const { shared, key, rates, undivided } = this.o;
    const own = this.windows[urgency].reduce((most, window) => Math.min(most, window.room(this.o.now())), MOST_DRAWN);
    const want = Math.max(1, Math.min(this.waiting[urgency].length, own));
    const bounds = urgency === 'background' && !undivided ? partOf(rates) : rates;
    const answer = await shared?.draw(key, bounds, want).catch(() => null);
    if (!answer) return 1;
    if (answer.granted === 0) this.blocked[urgency] = Math.max(this.blocked[urgency], this.o.now() + Math.max(1, answer.wait));
    return answer.granted;
  }

  private giveBack(urgency: Urgency, wait: Millis): void {
    const all = this.waiting[urgency];
    this.waiting[urgency] = [];
    for (const one of all) one.fail(notNow(one.api, 'blocked by the platform', wait));
  }
}

/** What is left for what nobody waits for. */
const partOf = (rates: Rate[]): Rate[] =>
  rates.map(({ calls, per }) => ({ calls: Math.max(1, Math.floor(calls * (1 - KEPT_FOR_PEOPLE))), per }));

/** The times of the last `calls` calls in a ring: the oldest of them says when the next may go. */
class Window {
  private readonly times: Millis[];
  private readonly calls: number;
  private readonly span: Millis;
  private next = 0;

  constructor(rate: Rate) {
    this.calls = rate.calls;
    this.span = Math.ceil(rate.per * SLACK);
    this.times = [];
  }

  wait(now: Millis): Millis {
    const oldest = this.times[this.next];
    return oldest === undefined ? 0 : oldest + this.span - now;
  }

  /** How many may go now. */
  room(now: Millis): number {
    let free = 0;
    while (free < Math.min(this.calls, MOST_DRAWN)) {
      const time = this.times[(this.next + free) % this.calls];
      if (time !== undefined && time + this.span > now) break;
      free += 1;
    }
    return free;
  }

  take(now: Millis): void {
    this.times[this.next] = now;
    this.next = (this.next + 1) % this.calls;
  }

  idle(now: Millis): boolean {
    const newest = this.times[(this.next + this.calls - 1) % this.calls];
    return newest === undefined || newest + this.span <= now;
  }
}
