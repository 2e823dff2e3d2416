import type { Lang } from '../domain/settings.ts';
import type { Millis } from '../domain/time.ts';
import { LANGUAGES } from '../text/languages.ts';

/** An instant in the reader's own zone and language. Source: Feishu's page on the rich text component, `<local_datetime>`. */
export const instant = (at: Millis, format: 'date_short' | 'week_short' | 'time' | 'timezone'): string =>
  `<local_datetime millisecond='${at}' format_type='${format}'></local_datetime>`;

/** `1月31日(周六)`, `Sat, Jan 31`. */
export const dayTag = (at: Millis, lang: Lang): string =>
  LANGUAGES[lang].writing.dayOf(instant(at, 'date_short'), instant(at, 'week_short'));
