import type { Spoken } from '../spoken-labels.ts';

export const spoken: Spoken = {
  absent: ["I can't make it", "I can't come", "Can't come", "I won't make it", "I can't attend", "Can't attend", 'I cannot make it'],
  absent_undo: ['I can come', 'I can come now', 'I can make it', 'I can make it after all', 'I can make it now'],
  snooze: ['Remind me again later', 'Remind me again', 'Snooze'],
  series_next: ["When's the next one", 'When is the next one', 'The next one', 'Show the next one'],
  series_skip: ['Skip it', 'Skip this', 'Skip this time', 'Skip the next one', 'Skip next', 'Skip the next'],
  series_change: ['Change them all', 'Change all of them'],
  series_stop: ['Stop this series', 'End the series', 'End this series', 'Stop the whole series'],
};
