import type { Lang } from '../../control/shapes.ts';
import type { TextObject } from './model.ts';

/** The words of a text object in the reader's language: that language, else the default, else English, else any. */
export function words(text: TextObject | string | null | undefined, lang: Lang): string {
  if (typeof text === 'string') return text;
  if (!text) return '';
  const own = text.i18n_content ?? text.i18n ?? {};
  return own[lang] || text.content || own.en_us || Object.values(own)[0] || '';
}
