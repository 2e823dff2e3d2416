import type { Lang } from '../domain/settings.ts';
import { DOCTOR, type DoctorWords } from '../text/commands.ts';
import { LANGUAGES } from '../text/languages.ts';

export type Level = 'ok' | 'warning' | 'problem';

type Table = Omit<DoctorWords, 'about' | 'verdict'>;
type Key = keyof Table;
type Args<K extends Key> = Parameters<Table[K]>[0];

/** One thing that was checked. A problem keeps the bot from working. */
export interface Finding<K extends Key = Key> {
  level: Level;
  about: keyof DoctorWords['about'];
  key: K;
  args: Args<K>;
}

export function found<K extends Key>(level: Level, about: Finding['about'], key: K, args: Args<K>): Finding {
  return { level, about, key, args };
}

const MARK: Record<Level, string> = { ok: '✓', warning: '!', problem: '✗' };

/** A line a finding, the next step below it, and the verdict at the end. */
export function printed(findings: readonly Finding[], lang: Lang): string {
  const table = DOCTOR[lang];
  const { colon } = LANGUAGES[lang].writing;
  const lines = findings.flatMap(({ level, about, key, args }) => {
    const [says, next] = (table[key] as (a: unknown) => readonly [string, string?])(args);
    return [`${MARK[level]} ${table.about[about]}${colon}${says}`, ...(next ? [`  → ${next}`] : [])];
  });
  const count = (level: Level): number => findings.filter((one) => one.level === level).length;
  return `${[...lines, '', table.verdict(count('problem'), count('warning'))].join('\n')}\n`;
}
