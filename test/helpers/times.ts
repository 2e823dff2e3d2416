/** `21T15:00`: in November 2026, on the clock of Shanghai. */
export const at = (iso: string): number => Date.parse(`2026-11-${iso}:00+08:00`);
/** As a reserve's end_time. */
export const end = (iso: string): string => String(at(iso) / 1000);
/** As a card carries it. */
export const shown = (ms: number): string => `millisecond='${ms}'`;
