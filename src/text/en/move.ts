import type { move as zhMove } from '../zh/move.ts';

/** What `npm run move` says. */
export const move: typeof zhMove = {
  usage:
    'Usage: npm run move -- FROM TO, for example npm run move -- file:./data/bot.db postgres://USER:PASSWORD@HOST/DATABASE. Stop the bot first.',
  same: 'FROM and TO are the same store; nothing was done.',
  missing: (path) => `${path} does not exist; nothing was done.`,
  moved: (table, rows) => `${table}  ${rows}`,
  done: (to) => `Moved, and the counts agree. Now set DATABASE_URL to ${to} and start the bot; the old store was left as it is.`,
  failed: (why) => `Not moved: ${why}. The old store was left as it is.`,
};
