interface Alarm {
  at: number;
  task: () => void;
}

const LONGEST_TIMEOUT = 2 ** 31 - 1;

/** The platform's clock: real time that can be pushed ahead and sped up, or a clock that tests turn by hand. */
export class PlatformClock {
  private readonly source: () => number;
  private readonly running: boolean;
  private speed = 1;
  private realBase: number;
  private base: number;
  private frozen: number | null = null;
  private alarms: Alarm[] = [];
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  /**
   * @param source where real time comes from
   * @param running false: time stands still between `advance` calls
   */
  constructor(source: () => number, running: boolean) {
    this.source = source;
    this.running = running;
    this.realBase = source();
    this.base = this.realBase;
  }

  /** Unix milliseconds. */
  readonly now = (): number => {
    if (this.frozen !== null) return this.frozen;
    const passed = this.source() - this.realBase;
    return this.base + (this.running ? Math.floor(passed * this.speed) : passed);
  };

  /** Platform milliseconds per real millisecond. */
  get factor(): number {
    return this.speed;
  }

  /** Runs `task` once when the clock reaches `at`; the answer cancels it. */
  at(at: number, task: () => void): () => void {
    const alarm = { at, task };
    const index = this.alarms.findIndex((other) => other.at > at);
    this.alarms.splice(index < 0 ? this.alarms.length : index, 0, alarm);
    this.arm();
    return () => {
      this.alarms = this.alarms.filter((other) => other !== alarm);
      this.arm();
    };
  }

  /** Moves ahead, running what falls due in order, each task at its own moment. */
  advance(ms: number): void {
    const target = this.now() + ms;
    this.runDue(target);
    this.rebase(target);
    this.arm();
  }

  /** Jumps to a moment; going back runs nothing. */
  set(moment: number): void {
    if (moment > this.now()) this.advance(moment - this.now());
    else this.rebase(moment);
    this.arm();
  }

  setFactor(next: number): void {
    this.rebase(this.now());
    this.speed = next;
    this.arm();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    this.alarms = [];
  }

  private rebase(moment: number): void {
    this.base = moment;
    this.realBase = this.source();
  }

  private runDue(limit: number): void {
    for (let next = this.alarms[0]; next && next.at <= limit; next = this.alarms[0]) {
      this.alarms.shift();
      this.frozen = Math.max(next.at, this.frozen ?? next.at);
      try {
        next.task();
      } finally {
        this.frozen = null;
      }
    }
  }

  private arm(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const first = this.alarms[0];
    if (!this.running || !first || this.stopped) return;
    const wait = Math.max(0, Math.ceil((first.at - this.now()) / this.speed));
    this.timer = setTimeout(
      () => {
        this.runDue(this.now());
        this.arm();
      },
      Math.min(wait, LONGEST_TIMEOUT),
    );
    this.timer.unref();
  }
}
