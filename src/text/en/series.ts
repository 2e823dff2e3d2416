import { at, type In } from '../language.ts';
import type { series as zh } from '../zh/series.ts';
import { writing } from './writing.ts';

const called = (topic: string): string => (topic ? `"${topic}"` : 'the series');

export const series: In<typeof zh> = {
  series: 'Recurring meeting',
  series_tag: 'Series',
  series_tag_stopped: 'Stopped',
  series_tag_over: 'Over',
  series_rule: (a) => `${a.rule} at ${a.clock}`,
  series_number: (a) => `Meeting ID ${a.no}`,
  series_number_follows: (a) => `number follows on ${a.at.day}`,
  series_number_soon: 'number follows shortly',
  series_ends: 'None after that',
  series_year_unknown: (a) => `The holidays of ${a.year} are not announced yet: Monday to Friday for now, corrected when they are`,
  series_stopped_note: 'There are no further meetings and no reminders.',
  series_over_note: 'All meetings of this series have taken place.',
  summary_series: (a) => `Recurring: ${a.topic} · ${a.rule}`,
  series_next: 'Next one',
  series_skip: 'Skip this one',
  series_skip_day: 'Skip',
  series_change: 'Change all',
  series_stop: 'Stop',
  series_stop_sure: 'Stop it',
  series_to_workday: (a) => `Move to ${a.at.day}`,
  series_ask_stop: (a) => `Stop ${called(a.topic)} for good? Meetings still to come are cancelled.`,
  series_only_this: 'Only this one',
  series_all_of_it: 'Stop the series',
  offer_series_cancel: (a) =>
    `${a.topic ? called(a.topic) : 'This'} is a series. Cancel only the one on ${at(writing, a.at)}, or all of it?`,
  offer_series_stop: (a) => `Stop ${called(a.topic)} altogether?`,
  offer_yes_stop: 'Stop it',
  series_holiday_row: (a) => `${a.en}; takes place as usual`,
  series_weekdays: 'Monday to Friday',
  series_holiday: (a) => `${a.at.day} is ${a.en}. The meeting stands; skip it or move it?`,
  series_skipped: (a) => `${a.who} skipped ${called(a.topic)} on ${a.at.day}`,
  series_shifted: (a) => `${a.who} moved ${called(a.topic)} of ${a.at.day} to ${at(writing, a.to)}`,
  series_was_stopped: (a) => `${a.who} stopped ${called(a.topic)} for good`,
  series_changed: (a) => `${a.who} updated ${called(a.topic)}: from now on ${a.rule} at ${a.at.clock}`,
  series_withdrawn: (a) => `This meeting of ${called(a.topic)} is cancelled`,
  series_not_booked: (a) => `${a.topic ? called(a.topic) : 'The meeting'} on ${a.at.day} could not be booked:`,
  series_follows: (a) => `The meeting ID for ${at(writing, a.at)} will be posted here when its time comes.`,
  series_none_then: 'This series has no meeting then.',
  series_none: (a) =>
    `There is no series${a.topic ? ` called "${a.topic}"` : ''} here. To have one, say for example: every Monday 10am weekly sync`,
  series_gone: 'This series has been stopped.',
  series_empty: 'No meeting ever falls on that rule. Please check it.',
  series_cannot_move: 'The days of this series cannot be changed like that. Stop it and book a new one instead.',
  series_same: 'It is like that already.',
  form_series: 'Change all to come',
  doing_series: 'Right away',
};
