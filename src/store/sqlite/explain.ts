import { StoreError, type StoreFault } from '../error.ts';

const FAULTS: [RegExp, StoreFault, (path: string) => string][] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'full', (path) => `The disk of ${path} is full. Free some space; nothing that was acknowledged is lost`],
  [/^SQLITE_(BUSY|LOCKED)/, 'busy', (path) => `Another program keeps ${path} locked. Close whatever has it open besides the bot`],
  [
    /^(SQLITE_(READONLY|PERM|CANTOPEN|IOERR|AUTH)|EACCES|EPERM|EROFS|EIO|EISDIR|ENOTDIR|ENOENT|ELOOP|ENAMETOOLONG|EEXIST)/,
    'unwritable',
    (path) =>
      `${path} cannot be written. Check that its directory exists on a working disk and belongs to the bot's user, or set DATABASE_URL`,
  ],
  [
    /^SQLITE_(CORRUPT|NOTADB)/,
    'damaged',
    (path) => `${path} is no database or is damaged. Restore a backup, or move the file away to start with an empty store`,
  ],
];

/** Turns what the driver or the file system threw into a sentence; other errors pass as they are. */
export function explainer(path: string): (error: unknown) => unknown {
  return (error) => {
    if (error instanceof StoreError || !(error instanceof Error)) return error;
    const code = 'code' in error ? String(error.code) : /^ConnectionFailed/.test(error.message) ? 'SQLITE_CANTOPEN' : '';
    for (const [pattern, fault, say] of FAULTS) if (pattern.test(code)) return new StoreError(fault, `${say(path)} (${code})`, error);
    return error;
  };
}
