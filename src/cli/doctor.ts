/** `npm run doctor`: would the bot work as it is configured, and if not, what is to be done. */
import { type Diagnosing, diagnose } from '../doctor/diagnose.ts';
import type { Finding } from '../doctor/finding.ts';
import type { Lang } from '../domain/settings.ts';
import type { CheckLevel } from '../domain/view.ts';
import { DOCTOR } from '../text/commands.ts';
import { LANGUAGES } from '../text/languages.ts';
import { type Env, langOf } from './environment.ts';

export interface DoctorIo extends Diagnosing {
  stdout: { write(text: string): unknown };
}

/** Prints what was found. Returns the exit code: 1 if the bot could not work. */
export async function doctorCommand(env: Env, io: DoctorIo): Promise<number> {
  const findings = await diagnose(env, io);
  io.stdout.write(printed(findings, langOf(env)));
  return findings.some((one) => one.level === 'problem') ? 1 : 0;
}

const MARK: Record<CheckLevel, string> = { ok: '✓', warning: '!', problem: '✗' };

/** A line a finding, the next step below it, and the verdict at the end. */
function printed(findings: readonly Finding[], lang: Lang): string {
  const table = DOCTOR[lang];
  const { colon } = LANGUAGES[lang].writing;
  const lines = findings.flatMap(({ level, about, words }) => {
    const [says, next] = words(lang);
    return [`${MARK[level]} ${table.about[about]}${colon}${says}`, ...(next ? [`  → ${next}`] : [])];
  });
  const count = (level: CheckLevel): number => findings.filter((one) => one.level === level).length;
  return `${[...lines, '', table.verdict(count('problem'), count('warning'))].join('\n')}\n`;
}
