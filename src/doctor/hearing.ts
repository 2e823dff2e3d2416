/** So many, and it is no accident: now and then a look is faster than an event. */
const LEAST = 3;
const SHARE = 0.1;

/** Do all events of meetings come here? Each goes to one of the app's clients: where another one is connected, some never come. */
export interface Hearing {
  /** `heard`: told by an event. `missed`: seen by asking, and no event had told it. */
  note(how: 'heard' | 'missed'): void;
  /** How many were missed since the start, where it is worth a word; else 0. */
  missed(): number;
}

export function createHearing(): Hearing {
  const count = { heard: 0, missed: 0 };
  return {
    note(how) {
      count[how] += 1;
    },
    missed: () => (count.missed >= LEAST && count.missed >= SHARE * count.heard ? count.missed : 0),
  };
}
