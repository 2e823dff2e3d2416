/** Values in a `.env` file: changed where they stand, added at the end; whatever else is there stays. */
import { chmodSync, copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Only the owner may read: it holds the app's secret. */
const MODE = 0o600;

/** `null` takes a value away: its line stays as a comment without the value. */
export function changeEnv(text: string, values: Readonly<Record<string, string | null>>): string {
  const left = new Map(Object.entries(values));
  const lines = text.split('\n').map((line) => {
    const name = /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=/.exec(line)?.[1];
    if (name === undefined || !(name in values)) return line;
    left.delete(name);
    return values[name] === null ? `# ${name}=` : `${name}=${values[name]}`;
  });
  while (lines.at(-1) === '') lines.pop();
  for (const [name, value] of left) if (value !== null) lines.push(`${name}=${value}`);
  return `${lines.join('\n')}\n`;
}

/** The values of a `.env` text, without quotes. */
export const envValue = (text: string, name: string): string | null =>
  new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=\\s*["']?([^"'\\n#]*)`, 'm').exec(text)?.[1]?.trim() || null;

/** Writes in one step, mode 600. @returns where the file that was there is kept, or null */
export function writeEnv(path: string, text: string, now: number): string | null {
  let kept: string | null = null;
  if (existsSync(path)) {
    kept = `${path}.${new Date(now).toISOString().slice(0, 19).replace(/\D/g, '')}`;
    copyFileSync(path, kept);
    chmodSync(kept, MODE);
  }
  const made = `${path}.new`;
  writeFileSync(made, text, { mode: MODE });
  chmodSync(made, MODE);
  renameSync(made, path);
  return kept;
}

export const readEnv = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
