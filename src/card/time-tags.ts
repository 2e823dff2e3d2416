import type { Millis } from '../model.ts';

/** An instant in the reader's own zone and language. Source: Feishu's page on the rich text component, `<local_datetime>`. */
export const instant = (at: Millis, format: 'date_short' | 'week_short' | 'time' | 'timezone'): string =>
  `<local_datetime millisecond='${at}' format_type='${format}'></local_datetime>`;
