import type { deadLetters as zhDeadLetters } from '../zh/dead-letters.ts';

/** What `npm run dead-letters` says. Nothing in it was written by anybody. */
export const deadLetters: typeof zhDeadLetters = {
  usage: 'Usage: npm run dead-letters -- list, or npm run dead-letters -- replay ID.',
  none: 'No job was given up.',
  count: (n) => `${n} ${n === 1 ? 'job was' : 'jobs were'} given up, newest first:`,
  row: (a) => `${a.id}  ${a.kind}  ${a.at}  ${a.attempts} ${a.attempts === 1 ? 'try' : 'tries'}  ${a.why}`,
  hint: 'Run one again: npm run dead-letters -- replay ID',
  replayed: (id) => `${id} is queued again and runs within seconds.`,
  unknown: (id) => `No job ${id} was given up; nothing was done.`,
  failed: (why) => `Not done: ${why}`,
};
