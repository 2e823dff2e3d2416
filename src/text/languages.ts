import type { Lang } from '../domain/settings.ts';
import { en } from './en/en.ts';
import type { In, Writing } from './language.ts';
import type { Spoken } from './spoken-labels.ts';
import { zh } from './zh/zh.ts';

interface Language {
  sentences: In<typeof zh.sentences>;
  writing: Writing;
  spoken: Spoken;
  trace: typeof zh.trace;
}

/** Every language that we speak. */
export const LANGUAGES: Readonly<Record<Lang, Language>> = { zh_cn: zh, en_us: en };

export const LANGS = Object.keys(LANGUAGES) as readonly Lang[];

/** Shown where a client's language has no text of its own. */
export const FIRST: Lang = 'zh_cn';

/** The same from each language. */
export const each = <T>(from: (lang: Lang) => T): Record<Lang, T> =>
  Object.fromEntries(LANGS.map((lang) => [lang, from(lang)])) as Record<Lang, T>;
