import type { Lang } from '../domain/settings.ts';
import type { Millis } from '../domain/time.ts';

/** An instant in the reader's own zone and language. Source: Feishu's page on the rich text component, `<local_datetime>`. */
export const instant = (at: Millis, format: 'date_short' | 'week_short' | 'time' | 'timezone'): string =>
  `<local_datetime millisecond='${at}' format_type='${format}'></local_datetime>`;

/** `1月31日(周六)`, `Sat, Jan 31`. */
export const dayTag = (at: Millis, lang: Lang): string =>
  lang === 'zh_cn'
    ? `${instant(at, 'date_short')}(${instant(at, 'week_short')})`
    : `${instant(at, 'week_short')}, ${instant(at, 'date_short')}`;

/** What stands between a day and a clock. */
export const beforeClock: Record<Lang, string> = { zh_cn: ' ', en_us: ', ' };
