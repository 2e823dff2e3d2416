/**
 * `TEST_NOW=2026-02-28T23:57:00-08:00 node --import ./test/helpers/shift-clock.mjs …`: that is the time when the first
 * process starts; from there the clock runs, and child processes and threads go on where their parents are.
 */
const RealDate = Date;
// Taken now: whoever puts a clock of their own on Date and takes it off again leaves ours on the real one.
const realNow = RealDate.now;
process.env.TEST_CLOCK_SHIFT ??= String(RealDate.parse(process.env.TEST_NOW ?? '') - realNow());
const shift = Number(process.env.TEST_CLOCK_SHIFT);
if (!Number.isFinite(shift)) throw new Error('TEST_NOW must be a time such as 2026-02-28T23:57:00-08:00');

const now = () => realNow() + shift;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
});
