/**
 * Between two pieces of work that take their time: whoever stands at the door waits for an acknowledgement, and has a turn first.
 * One piece a turn, however many messages are answered at the same time.
 */
export function breathe(): Promise<void> {
  last = last.then(nextTurn);
  return last;
}

let last: Promise<void> = Promise.resolve();

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
