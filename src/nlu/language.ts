/** Which of the two languages a message was written in. */
import type { Lang } from '../domain/settings.ts';

const HAN = /\p{Script=Han}/gu;
const LATIN = /[a-z\u017f\u212a]/i;
const WORD = /(?<![\p{L}\d])[a-z][a-z']+(?![\p{L}\d])/giu;

/** `text` without mentions and quoted topics; null where it holds no words. A tie is broken by `first`, the command's word. */
export function languageOf(text: string): Lang | null {
  const han = text.match(HAN)?.length ?? 0;
  const words = LATIN.test(text) ? (text.match(WORD)?.length ?? 0) : 0;
  if (han === 0 && words === 0) return null;
  return han >= words ? 'zh_cn' : 'en_us';
}
