/** Chinese for the reader of time, subject by subject. */
import type { TimeLocale } from '../../time/locale.ts';
import * as clocks from './time-clocks.ts';
import { company, cues } from './time-company.ts';
import * as dates from './time-dates.ts';
import * as days from './time-days.ts';
import * as feasts from './time-feasts.ts';
import * as lengths from './time-lengths.ts';
import * as links from './time-links.ts';
import * as numbers from './time-numbers.ts';
import * as repeats from './time-repeats.ts';
import * as vague from './time-vague.ts';
import * as zones from './time-zones.ts';

export const time: TimeLocale = {
  words: [numbers, days, dates, feasts, clocks, lengths, repeats, zones, links, vague].flatMap(({ words }) => words),
  pieces: {
    ...numbers.pieces,
    ...days.pieces,
    ...dates.pieces,
    ...clocks.pieces,
    ...lengths.pieces,
    ...repeats.pieces,
    ...zones.pieces,
    ...links.pieces,
  },
  // of two matches of one length the earlier shape's counts
  shapes: [repeats, days, dates, feasts, clocks, lengths, zones, vague, links].flatMap(({ shapes }) => shapes),
  cues,
  company,
  spaced: false,
};
