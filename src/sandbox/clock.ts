/** The platform's clock: real time that can be pushed ahead and sped up, or a clock that tests turn by hand. */
export interface PlatformClock {
  /** Unix milliseconds. */
  now(): number;
  /** Runs `task` once when the clock reaches `at`; the answer cancels it. */
  at(at: number, task: () => void): () => void;
  /** Moves ahead, running what falls due in order, each task at its own moment. */
  advance(ms: number): void;
  /** Jumps to a moment; going back runs nothing. */
  set(now: number): void;
  /** Platform milliseconds per real millisecond. */
  setFactor(factor: number): void;
  readonly factor: number;
  stop(): void;
}

interface Alarm {
  at: number;
  order: number;
  task: () => void;
}

const LONGEST_TIMEOUT = 2 ** 31 - 1;

/**
 * @param source where real time comes from
 * @param running false: time stands still between `advance` calls
 */
export function createClock(source: () => number, running: boolean): PlatformClock {
  let factor = 1;
  let realBase = source();
  let base = realBase;
  let frozen: number | null = null;
  let order = 0;
  let alarms: Alarm[] = [];
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const now = (): number => {
    if (frozen !== null) return frozen;
    return running ? base + Math.floor((source() - realBase) * factor) : base + (source() - realBase);
  };
  const rebase = (moment: number): void => {
    base = moment;
    realBase = source();
  };
  const due = (limit: number): Alarm | undefined => {
    const first = alarms[0];
    return first && first.at <= limit ? first : undefined;
  };
  const runDue = (limit: number): void => {
    for (let next = due(limit); next; next = due(limit)) {
      alarms.shift();
      frozen = Math.max(next.at, frozen ?? next.at);
      try {
        next.task();
      } finally {
        frozen = null;
      }
    }
  };
  const arm = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const first = alarms[0];
    if (!running || !first || stopped) return;
    const wait = Math.max(0, Math.ceil((first.at - now()) / factor));
    timer = setTimeout(
      () => {
        runDue(now());
        arm();
      },
      Math.min(wait, LONGEST_TIMEOUT),
    );
    timer.unref();
  };

  return {
    now,
    at(at, task) {
      const alarm = { at, order: order++, task };
      const index = alarms.findIndex((other) => other.at > at);
      alarms.splice(index < 0 ? alarms.length : index, 0, alarm);
      arm();
      return () => {
        alarms = alarms.filter((other) => other !== alarm);
        arm();
      };
    },
    advance(ms) {
      const target = now() + ms;
      runDue(target);
      rebase(target);
      arm();
    },
    set(moment) {
      if (moment > now()) this.advance(moment - now());
      else rebase(moment);
      arm();
    },
    setFactor(next) {
      rebase(now());
      factor = next;
      arm();
    },
    get factor() {
      return factor;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      alarms = [];
    },
  };
}
