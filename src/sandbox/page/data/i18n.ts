import { lang } from './state.ts';
import { SENTENCES, WORDS } from './words.ts';

export type WordKey = keyof typeof WORDS;

/** A word of the page in the acting person's language. */
export function t(key: WordKey, args: Readonly<Record<string, string | number>> = {}): string {
  let text: string = WORDS[key][lang.value === 'en_us' ? 1 : 0];
  for (const [name, value] of Object.entries(args)) text = text.replaceAll(`{${name}}`, String(value));
  return text;
}

/** One of the sandbox's own (English) sentences in the acting person's language. */
export const sentence = (text: string): string => (lang.value === 'en_us' ? text : (SENTENCES[text] ?? text));

/** What stands between who spoke and what was said. */
export const colon = (): string => (lang.value === 'en_us' ? ': ' : '：');

export const knows = (key: string): key is WordKey => Object.hasOwn(WORDS, key);
