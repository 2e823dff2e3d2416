import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a directory and what is missing above it, for this user alone: it holds message texts and passwords.
 * Step by step: where a file system makes no directories at all (`/proc`), Node's own `recursive` never comes to an end.
 * @returns the uppermost that was made, undefined when all were there
 * @throws what the file system says
 */
export function makeDirectory(path: string): string | undefined {
  if (isDirectory(path)) return undefined;
  const parent = dirname(path);
  const above = parent === path ? undefined : makeDirectory(parent);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process was quicker.
    if (!isDirectory(path)) throw error;
  }
  return above ?? path;
}

const isDirectory = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
