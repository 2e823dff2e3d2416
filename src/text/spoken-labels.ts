/** Labels that are understood wherever it is plain what they are about. */
export const SPOKEN = [
  'absent',
  'absent_undo',
  'again',
  'attendance',
  'join_back',
  'recording_open',
  'series_all_of_it',
  'series_change',
  'series_next',
  'series_only_this',
  'series_skip',
  'series_skip_day',
  'series_stop',
  'series_stop_sure',
  'snooze',
  'zone_other',
] as const;

export type SpokenLabel = (typeof SPOKEN)[number];

/** What else is said for a label. */
export type Spoken = Partial<Record<SpokenLabel, readonly string[]>>;
