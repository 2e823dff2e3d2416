/** Days that are named from today, weekdays and working days in English. */
import type { Lexeme } from '../../lexicon/lexeme.ts';
import type { Guard, Piece, Shape } from '../../time/locale.ts';

export const words: readonly Lexeme[] = [
  { role: 'time.day-word', words: { today: 0, tdy: 0, yesterday: -1, overmorrow: 2 }, examples: [] },
  {
    role: 'time.tomorrow',
    words: {
      tomorrow: 1,
      tomorow: 1,
      tommorow: 1,
      tommorrow: 1,
      tomorro: 1,
      tomoro: 1,
      tmr: 1,
      tmrw: 1,
      tmw: 1,
      tmow: 1,
      '2mor': 1,
      '2morr': 1,
      '2moro': 1,
      '2morro': 1,
      '2morow': 1,
      '2morrow': 1,
      tomoz: 1,
    },
    examples: [],
  },
  { role: 'time.tonight', words: ['tonight', 'tonite', 'tonigth', 'tonght', '2nite'], examples: [] },
  {
    role: 'time.weekday',
    words: {
      monday: 1,
      mon: 1,
      tuesday: 2,
      tues: 2,
      tue: 2,
      tuseday: 2,
      teusday: 2,
      wednesday: 3,
      wednes: 3,
      weds: 3,
      wed: 3,
      wensday: 3,
      wendsday: 3,
      thursday: 4,
      thurs: 4,
      thur: 4,
      thu: 4,
      thurday: 4,
      friday: 5,
      fri: 5,
      saturday: 6,
      sat: 6,
      satuday: 6,
      sunday: 7,
      sun: 7,
    },
    examples: [],
  },
  {
    role: 'time.weekday-plural',
    words: { mondays: 1, tuesdays: 2, wednesdays: 3, thursdays: 4, fridays: 5, saturdays: 6, sundays: 7 },
    examples: [],
  },
  {
    role: 'time.weekday-turn',
    words: {
      this: 'this',
      next: 1,
      'next next': 2,
      last: 'past',
      past: 'past',
      coming: 'later',
      upcoming: 'later',
      'this coming': 'later',
      'this upcoming': 'later',
      following: 'later',
    },
    examples: [],
  },
  { role: 'time.week-turn', words: { this: 0, next: 1, 'the following': 1, 'the next': 1, last: -1 }, examples: [] },
  { role: 'time.next-turn', words: { next: 1 }, examples: [] },
  {
    role: 'time.unit',
    words: {
      day: 'day',
      days: 'day',
      week: 'week',
      weeks: 'week',
      wk: 'week',
      wks: 'week',
      month: 'month',
      months: 'month',
      year: 'year',
      years: 'year',
    },
    examples: [],
  },
  {
    role: 'time.this-part',
    words: { morning: 'morning', afternoon: 'afternoon', evening: 'evening', night: 'evening', noon: 'noon' },
    examples: [],
  },
];

export const pieces: Record<string, Piece> = {
  today: { is: 'today|now' },
  tomorrowShort: { is: 'tomorrow|tmrw?', worth: 'tomorrow' },
  /** tomorrow's 3pm, Friday's standup: time; Friday's launch: a topic. */
  owned: { is: "(?:'s(?= (?:\\d|meeting|call|sync|stand-?up|noon|morning|afternoon|evening)))?" },
};

const OWNER: Guard = { before: "'s\\b", makes: 'weak' };
const ONE_UNIT = '^(?!(?:an?|one|1) )\\S+ (?:of )?(?:week|day|month|year|wk) ';

export const shapes: readonly Shape[] = [
  {
    name: 'en.day.word',
    says: 'shift',
    is: '(?:{shift=day-word}|{shift=tomorrow})\\b{owned}',
    unless: [{ words: '^today', before: "'s" }, { words: "^today's" }, OWNER],
  },
  { name: 'en.day.after', says: 'shift', is: '(?:the )?day after {tomorrow}\\b{owned}', as: { shift: 2 }, unless: [OWNER] },
  { name: 'en.day.before', says: 'shift', is: '(?:the )?day before yesterday\\b{owned}', as: { shift: -2 }, unless: [OWNER] },
  { name: 'en.day.next', says: 'shift', is: '(?:the )?(?:next|following) day\\b', as: { shift: 1, onward: true } },
  { name: 'en.tonight', says: 'shift', is: "{tonight}\\b(?!'s)", as: { shift: 0, part: 'evening' } },
  { name: 'en.last.night', says: 'shift', is: "last night\\b(?!'s)", as: { shift: -1, part: 'evening' } },
  { name: 'en.this.part', says: 'shift', is: "this {part=this-part}\\b(?!'s)", as: { shift: 0 } },
  { name: 'en.tomorrow.night', says: 'shift', is: "(?:tomorrow|tmrw?) night\\b(?!'s)", as: { shift: 1, part: 'evening' } },
  {
    name: 'en.weekday',
    says: 'weekday',
    is: '(?:{turn=weekday-turn} )?{wd=weekday}\\b(?!\\.? (?:night live|school|best)){owned}',
    unless: [
      { words: '^fri', after: '\\bblack ' },
      { words: '^wed$', letters: 'lower', after: '(?:\\bto|\\bbe|\\bget|\\bwas|\\bwere) ' },
      { words: '^(?:sat|sun)$', letters: 'lower', after: '(?:\\bwe|\\bthe|\\bin the|\\bhe|\\bshe|\\bi|\\bthey) ' },
      { words: '^(?:sat|sun)$', letters: 'lower', makes: 'weak' },
      OWNER,
    ],
  },
  { name: 'en.weekday.after', says: 'weekday', is: '(?:the )?{wd=weekday} after next\\b', as: { turn: 2 } },
  {
    name: 'en.weekday.of',
    says: 'weekday',
    is: '{wd=weekday},? (?:of |in )?(?:{turn=week-turn} week|(?:the )?week after next(?: week)?)\\b(?! ?(?:month|year|mon|tue|wed|thu|fri|sat|sun|\\d))',
    as: { turn: 2 },
  },
  {
    // a week from Monday, two weeks from today
    name: 'en.weeks.from',
    says: 'fromDay',
    is: '{n=count} {unit=unit} (?:from|after|on|(?<back>before)) (?:this |{turn=next-turn} )?(?:{wd=weekday}|{today}|{shift=tomorrowShort})\\b',
    unless: [{ words: ONE_UNIT }],
  },
  {
    // Monday week, a week on Tuesday
    name: 'en.day.week',
    says: 'fromDay',
    is: '(?:(?:{wd=weekday}|today|{shift=tomorrowShort}) week\\b(?!ly)|week (?:from|on) (?:{wd=weekday}|today|{shift=tomorrowShort})\\b)',
  },
  {
    name: 'en.weeks.today',
    says: 'fromDay',
    is: "{n=count} weeks? (?:today|{shift=tomorrowShort})\\b(?!'s)",
  },
  {
    // two Fridays from now
    name: 'en.weekdays.from',
    says: 'weekdaysAhead',
    is: '(?<n>two|three|four|\\d) {wd=weekday-plural} from (?:now|today)\\b',
  },
  { name: 'en.workday.next', says: 'workday', is: '(?:the )?next (?:business|working|work) ?day\\b' },
  {
    name: 'en.workday',
    says: 'workday',
    is: '(?:in )?{n=count} (?:business|working|work) ?days?(?: (?:from (?:now|today)|later|hence))?\\b',
    unless: [{ notWords: '^in|from|later|hence' }],
  },
  { name: 'en.ago', says: 'ahead', is: '{n=count} {unit=unit} (?<back>ago|back|earlier)\\b' },
  { name: 'en.few.days', says: 'vague', is: '(?:in )?(?:the )?next (?:few|couple of|several) (?:days|weeks|months)\\b', as: { day: true } },
];
