import type { audit as zhAudit, backup as zhBackup } from '../zh/audit.ts';
import { card } from './card.ts';

/** One that a later version wrote stays as it is. */
const named = (field: string): string => {
  const key = `admin_field_${field}`;
  return key in card ? String(card[key as keyof typeof card]) : field;
};

/** What `npm run audit` says. */
export const audit: typeof zhAudit = {
  usage: 'Usage: npm run audit -- [--csv] [--since 2026-11-01] [--person ou_…] [--meeting NUMBER]',
  none: 'Nobody booked, changed or cancelled a meeting in that time.',
  row: (at, { personId, did, meetingNo, meetingId, fields }) =>
    `${at}  ${personId} ${did} ${meetingNo || `series ${meetingId}`}${fields.length > 0 ? `: ${fields.map(named).join(', ')}` : ''}`,
  failed: (why) => `Could not be read: ${why}.`,
};

/** What `npm run backup` says. */
export const backup: typeof zhBackup = {
  usage: 'Usage: npm run backup -- FILE, for example npm run backup -- ./backup/bot-20261130.db',
  shared: 'Back up a PostgreSQL store with pg_dump.',
  missing: (path) => `${path} does not exist, there is nothing to back up.`,
  exists: (path) => `${path} exists already, nothing was done. Choose another name.`,
  done: (path, kb) => `Backed up to ${path} (${kb} KB). To restore: stop the bot, put it where DATABASE_URL says, start the bot.`,
  failed: (why) => `Not backed up: ${why}.`,
};
