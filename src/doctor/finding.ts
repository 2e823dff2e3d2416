import type { Lang } from '../domain/settings.ts';
import type { Checked, CheckLevel } from '../domain/view.ts';
import { DOCTOR, type DoctorWords } from '../text/commands.ts';
import { each } from '../text/languages.ts';

type Table = Omit<DoctorWords, 'about' | 'verdict'>;
type Key = keyof Table;
type Args<K extends Key> = Parameters<Table[K]>[0];

/** One thing that was checked. A problem keeps the bot from working. */
export interface Finding {
  level: CheckLevel;
  about: keyof DoctorWords['about'];
  words(lang: Lang): readonly [says: string, next?: string | undefined];
}

/** @param args what the sentence needs; a function of the language where parts of it are sentences themselves */
export function found<K extends Key>(
  level: CheckLevel,
  about: Finding['about'],
  key: K,
  args: Args<K> | ((lang: Lang) => Args<K>),
): Finding {
  return {
    level,
    about,
    words(lang) {
      const say = DOCTOR[lang][key] as (a: unknown) => readonly [string, string?];
      return say(typeof args === 'function' ? (args as (lang: Lang) => unknown)(lang) : args);
    },
  };
}

/** The same for a card, in every language. */
export function checked({ level, about, words }: Finding): Checked {
  const next = each((lang) => words(lang)[1] ?? '');
  return { level, about: each((lang) => DOCTOR[lang].about[about]), says: each((lang) => words(lang)[0]), next };
}
