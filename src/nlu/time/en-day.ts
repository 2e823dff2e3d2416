/** Days and stretches of days in English. */
import type { DaySpec } from './atoms.ts';
import { feastsEn } from './feasts.ts';
import { enNumber } from './numbers.ts';
import { before, en, follows } from './pattern.ts';
import type { Recogniser } from './scan.ts';

const WD =
  'mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nes(?:day)?|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|thurday|wensday|wendsday|tuseday|teusday|satuday';
const MONTH =
  'jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const ORD =
  '(?:\\d{1,2}(?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|twenty[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirty[ -]first)';
const N = '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|couple(?: of)?|a couple(?: of)?)';
const NTH = '(?:1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth|last)';

export const weekdayEn = (word: string): number => {
  const w = word.toLowerCase();
  if (w.startsWith('wen')) return 3;
  if (w.startsWith('te')) return 2;
  return ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'].indexOf(w.slice(0, 2)) + 1;
};
export const monthEn = (word: string): number =>
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(word.toLowerCase().slice(0, 3)) + 1;

export const countEn = (word: string): number => {
  const w = word.toLowerCase();
  return w.includes('couple') ? 2 : enNumber(w);
};

const day = (spec: DaySpec, weak = false) => ({ kind: 'day' as const, day: spec, weak });
const date = (y: number | null, years: number | null, mo: number | null, months: number | null, d: number): DaySpec => ({
  is: 'date',
  y,
  years,
  mo,
  months,
  d,
});

const WORDS: [RegExp, number][] = [
  [/^(?:today|tdy|2day)$/, 0],
  [/^yesterday$/, -1],
  [/before/, -2],
  [/after|over/, 2],
];

const year = (text: string | undefined): number | null => {
  if (!text) return null;
  const n = Number(text);
  return text.length === 2 ? 2000 + n : n;
};

export const enDays: Recogniser[] = [
  {
    name: 'en.day.word',
    first: 'todyb2',
    pattern: en`(?:the )?day after (?:tomorrow|tmrw?|tomorow|tommorow|tommorrow)\b|overmorrow\b|(?:the )?day before yesterday\b|today\b(?!'s)|tomm?orr?ow\b|tomorr?o\b|tmrw?\b|tmo?w\b|2morr?o?w?\b|tomoz\b|tdy\b|yesterday\b`,
    read: (m, { text, to }) => owner(text, to, day({ is: 'shift', days: shiftOf(m[0]) })),
  },
  {
    name: 'en.day.next',
    first: 'tnf',
    pattern: en`(?:the )?(?:next|following) day\b`,
    read: () => day({ is: 'shift', days: 1, onward: true }),
  },
  {
    name: 'en.day.tonight',
    first: 'tl2',
    pattern: en`(?:(?:tonight|tonite|tonigth|tonght|2nite)|(last night)|this (morning|afternoon|evening|night|noon)|(tomorrow|tmrw?) night)\b(?!'s)`,
    read(m) {
      const part = m[2]?.toLowerCase();
      const also = {
        kind: 'part' as const,
        part: part === 'noon' ? ('noon' as const) : part === 'morning' || part === 'afternoon' ? part : ('evening' as const),
        weak: false,
      };
      return { ...day({ is: 'shift', days: m[1] ? -1 : m[3] ? 1 : 0 }), also };
    },
  },
  {
    name: 'en.weekday',
    first: 'mtwfsnlcup',
    pattern: en`(?:(this coming|this upcoming|this|next next|next|last|past|coming|upcoming|following) )?(${WD})\b\.?(?! (?:night live|school|best))`,
    read(m, { text, from, to }) {
      const word = m[2]!;
      const turn = m[1]?.toLowerCase();
      const short = word.length <= 4 && !/^(?:mond|tues|thur)/i.test(word);
      const capital = /^[A-Z]/.test(word);
      if (/\bblack $/i.test(before(text, from, 6)) && /^fri/i.test(word)) return null;
      const weak = short && !capital && !turn && /^(?:sat|sun)$/i.test(word);
      if (word === 'wed' && /(?:\bto|\bbe|\bget|\bwas|\bwere) $/i.test(before(text, from, 6))) return null;
      if (weak && /(?:\bwe|\bthe|\bin the|\bhe|\bshe|\bi|\bthey) $/i.test(before(text, from, 8))) return null;
      const wd = weekdayEn(word);
      const end = m[0].endsWith('.') ? to - 1 : to;
      let spec: DaySpec = { is: 'weekday', wd, week: null };
      if (turn?.startsWith('this') && !turn.includes('ing')) spec = { ...spec, week: 0, coming: true };
      else if (turn === 'next next') spec = { ...spec, week: 2 };
      else if (turn === 'next') spec = { ...spec, week: 1 };
      else if (turn === 'last' || turn === 'past') spec = { ...spec, past: true };
      else if (turn) spec = { ...spec, later: true };
      return { to: end, ...owner(text, end, day(spec, weak)) };
    },
  },
  {
    name: 'en.weekday.after',
    first: 'tmwfs',
    pattern: en`(?:the )?(${WD}) after next\b`,
    read: (m) => day({ is: 'weekday', wd: weekdayEn(m[1]!), week: 2 }),
  },
  {
    name: 'en.weekday.of',
    first: 'mtwfs',
    pattern: en`(${WD})(?:,)? (?:of |in )?(this|next|the following|the next|last|the week after next|week after next)(?: week)?\b(?! ?(?:month|year|mon|tue|wed|thu|fri|sat|sun|\d))`,
    read(m) {
      const turn = m[2]!.toLowerCase();
      if (!/week/i.test(m[0])) return null;
      const week = turn.includes('after next') ? 2 : /next|following/.test(turn) ? 1 : turn === 'last' ? -1 : 0;
      return day({ is: 'weekday', wd: weekdayEn(m[1]!), week });
    },
  },
  {
    // a week from Monday, two weeks from today, Monday week, a week on Tuesday
    name: 'en.weeks.from',
    first: 'aotwfsm123456789c',
    pattern: en`(${N}) (weeks?|days?|months?|years?|wks?) (from|after|on|before) (?:(this|next) )?(${WD}|today|tomorrow|tmrw?|now)\b|(${WD}|today|tomorrow) week\b(?!ly)|week (?:from|on) (${WD}|today|tomorrow)\b|(${N}) weeks? (today|tomorrow)\b(?!'s)`,
    read(m) {
      const name = (m[5] ?? m[6] ?? m[7] ?? m[9])!.toLowerCase();
      const base: DaySpec = /^(?:today|now)$/.test(name)
        ? { is: 'shift', days: 0 }
        : /^t(?:om|m)/.test(name)
          ? { is: 'shift', days: 1 }
          : { is: 'weekday', wd: weekdayEn(name), week: m[4]?.toLowerCase() === 'next' ? 1 : null };
      const said = m[1] ?? m[8];
      const n = (said ? countEn(said) : 1) * (m[3]?.toLowerCase() === 'before' ? -1 : 1);
      if (Number.isNaN(n)) return null;
      const unit = m[2]?.toLowerCase() ?? 'week';
      if (n > 1 && !unit.endsWith('s') && !m[8]) return null;
      if (unit.startsWith('d')) return day({ is: 'after', base, days: n });
      if (unit.startsWith('m')) return day({ is: 'after', base, days: 0, months: n });
      if (unit.startsWith('y')) return day({ is: 'after', base, days: 0, months: n * 12 });
      return day({ is: 'after', base, days: n * 7 });
    },
  },
  {
    name: 'en.month.day',
    first: 'jfmasond',
    pattern: en`(${MONTH})\.?_(?:the )?_(${ORD})(?![\d:]|\.\d|\s?[ap]\.?m\b|%)(?:,?_(\d{4})(?![\d:])|,? '(\d{2})\b)?\b`,
    read(m, { text, to }) {
      const d = enNumber(m[2]!);
      if (/^may$/.test(m[1]!) && !/^\d/.test(m[2]!)) return null;
      if (follows(text, to, /\s?(?:people|persons|items?|o'?clock|days|hours?|hrs?|minutes?|mins?)\b/iy)) return null;
      if (!(d >= 1)) return null;
      if (d > 31) return d < 40 ? { kind: 'bad', problem: 'no_such_date' } : null;
      return day(date(year(m[3] ?? m[4]), null, monthEn(m[1]!), null, d));
    },
  },
  {
    name: 'en.day.month',
    first: '0123456789tfsen',
    pattern: en`(?:the )?(${ORD})[\s-]{0,2}(?:of )?(${MONTH})\b\.?(?:,?[\s-](\d{4})(?![\d:]))?`,
    read(m, { text, from, to }) {
      const d = enNumber(m[1]!);
      if (!(d >= 1)) return null;
      // at 10 Nov 25: the number before is the clock
      if (/(?:at|@|-|to) $/i.test(before(text, from, 4)) && follows(text, to, /\s\d{1,2}(?:st|nd|rd|th)?(?![\d:]|\s?[ap]m)/iy)) return null;
      if (d > 31) return d < 40 ? { kind: 'bad', problem: 'no_such_date' } : null;
      return day(date(year(m[3]), null, monthEn(m[2]!), null, d));
    },
  },
  {
    name: 'en.day.number',
    first: 'tfsen0123456789',
    pattern: en`(?:the )?(\d{1,2}(?:st|nd|rd|th)|(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|[a-z]{3,6}teenth)|twentieth|thirtieth)\b(?: day)?(?: of (this|the|next|the following) month\b)?`,
    read(m, { text, from, to }) {
      const d = enNumber(m[1]!);
      const digits = /^\d/.test(m[1]!);
      if (!(d >= 1)) return null;
      const led = /(?:\bon|\bby|\btill|\buntil|\bto|\bfrom|-) (?:the )?$/i.test(before(text, from, 12));
      const the = /^the/i.test(m[0]) || /\bthe $/i.test(before(text, from, 5));
      if (!m[2]) {
        if (!digits && !(the && (led || follows(text, to, /\s(?:at|@) ?\d/iy)))) return null;
        if (
          !the &&
          !led &&
          follows(text, to, /\s[a-z]/iy) &&
          !follows(text, to, /\s(?:at|from|between|in the|\d|noon|morning|afternoon|evening)/iy)
        )
          return null;
        if (
          follows(
            text,
            to,
            /\s(?:floor|anniversary|time|quarter(?! to| past)|round|place|version|birthday|grade|street|avenue|century|draft|attempt|sprint|step|item|point|iteration|gen)/iy,
          )
        )
          return null;
      }
      if (d > 31) return d < 40 && the ? { kind: 'bad', problem: 'no_such_date' } : null;
      return day(date(null, null, null, m[2] ? (/next|following/i.test(m[2]) ? 1 : 0) : null, d));
    },
  },
  {
    // next month on the 5th, next month 5th
    name: 'en.month.number',
    first: 'nt',
    pattern: en`(this|next) month,? (?:on )?(?:the )?(\d{1,2})(?:st|nd|rd|th)\b`,
    read: (m) => day(date(null, null, null, m[1]!.toLowerCase() === 'next' ? 1 : 0, Number(m[2]))),
  },
  {
    name: 'en.nth.weekday',
    first: 'tfsl12345',
    pattern: en`(?:the )?(${NTH}) (${WD})(?: (?:of|in) (?:(the|this|next|the following) month|(${MONTH})(?:,? (\d{4}))?))?\b(?! (?:of|in) (?:every|each))`,
    read: (m) =>
      // last Friday: the one that is over
      /^last$/i.test(m[1]!) && !m[3] && !m[4]
        ? null
        : day({
            is: 'nth',
            n: m[1]!.toLowerCase() === 'last' ? -1 : enNumber(m[1]!),
            wd: weekdayEn(m[2]!),
            y: year(m[5]),
            mo: m[4] ? monthEn(m[4]) : null,
            months: m[4] || !m[3] || /^the$/i.test(m[3]) ? null : /next|following/i.test(m[3]) ? 1 : 0,
          }),
  },
  {
    name: 'en.edge',
    first: 'tebslmf',
    pattern: en`(?:the )?(end|beginning|start|middle|last day|first day) of (?:(the|this|next|the next|the following) )?(week|month|year|quarter|${MONTH})\b`,
    read(m) {
      const where = m[1]!.toLowerCase();
      const shift = /next|following/i.test(m[2] ?? '') ? 1 : 0;
      const unit = m[3]!.toLowerCase();
      const edge = /end|last/.test(where) ? 'last' : where === 'middle' ? 'middle' : 'first';
      if (/^(?:week|month|year|quarter)$/.test(unit)) {
        return day({ is: 'period', unit: unit as 'week', shift, y: null, n: null, edge });
      }
      return day({ is: 'period', unit: 'month', shift: null, y: null, n: monthEn(unit), edge });
    },
  },
  {
    name: 'en.edge.short',
    first: 'ems',
    pattern: /(eow|eom|eoy|month[ -]end|year[ -]end|end of month)\b/iy,
    read(m) {
      const word = m[1]!.toLowerCase();
      const unit = word === 'eow' ? 'week' : word.startsWith('eoy') || word.startsWith('year') ? 'year' : 'month';
      return day({ is: 'period', unit, shift: 0, y: null, n: null, edge: 'last' });
    },
  },
  {
    name: 'en.period',
    first: 'tnlcw',
    pattern: en`(?:(this|next|last|the coming|the following|the next|coming|the) )?(weekend|week|month|quarter|year)(?!ly|s\b|-end|day)\b`,
    read(m, { text, from, to }) {
      const turn = m[1]?.toLowerCase();
      const unit = m[2]!.toLowerCase() as 'weekend';
      if ((!turn || turn === 'the') && unit !== 'weekend') return null;
      if (!turn && !/(?:on|the|over|this|,) $/i.test(before(text, from, 6))) return null;
      if (follows(text, to, /'s\b/iy)) return null;
      const glued = follows(
        text,
        to,
        /\s(?:plan|goal|report|review|roadmap|target|budget|summary|priorit|release|schedule|forecast|result|number|okr|strategy|agenda|sprint|launch|topic|kickoff|planning)/iy,
      );
      if (glued) return null;
      const free = follows(
        text,
        to,
        /\s*(?:$|[,.;:!?)]|at\b|on\b|for\b|from\b|with\b|to\b|please|pls|some|and\b|or\b|\d|mon|tue|wed|thu|fri|sat|sun|[\u4e00-\u9fff])/iy,
      );
      const coming = turn?.includes('coming') && unit !== 'weekend';
      const shift = coming ? 1 : !turn || /^(?:this|the|coming|the coming)$/.test(turn) ? 0 : turn === 'last' ? -1 : 1;
      return day({ is: 'period', unit, shift, y: null, n: null, edge: 'all' }, unit !== 'weekend' && !free);
    },
  },
  {
    // two Fridays from now
    name: 'en.weekdays.from',
    first: 't23456f',
    pattern: en`(two|three|four|\d) (mon|tues|wednes|thurs|fri|satur|sun)days from (?:now|today)\b`,
    read: (m) =>
      day({ is: 'after', base: { is: 'weekday', wd: weekdayEn(m[2]!), week: null, later: true }, days: (enNumber(m[1]!) - 1) * 7 }),
  },
  {
    // first week of December, mid December, late next month
    name: 'en.month.part',
    first: 'tfslem1234',
    pattern: en`(?:(?:the )?(${NTH}) week (?:of|in)|(early|mid|late|later)(?: |-)(?:in )?) ?(?:(the|this|next) (month|week)|(${MONTH}))\b`,
    read(m) {
      if (m[4]?.toLowerCase() === 'week') {
        if (m[1]) return null;
        const shift = m[3]!.toLowerCase() === 'next' ? 1 : 0;
        const where = m[2]!.toLowerCase();
        if (where === 'later') return day({ is: 'period', unit: 'week', shift, y: null, n: null, edge: 'all' }, true);
        const days: [number, number] = where === 'early' ? [1, 2] : where === 'mid' ? [2, 4] : [4, 5];
        return day({ is: 'period', unit: 'week', shift, y: null, n: null, edge: 'all', days });
      }
      if (m[2]?.toLowerCase() === 'later') return null;
      const where = (m[1] ?? m[2])!.toLowerCase();
      const n = m[1] && where !== 'last' ? enNumber(where) : 0;
      const days: [number, number] = n
        ? [n * 7 - 6, n * 7]
        : where === 'last'
          ? [25, 31]
          : where === 'early'
            ? [1, 10]
            : where === 'mid'
              ? [11, 20]
              : [21, 31];
      const shift = m[5] ? null : m[3]!.toLowerCase() === 'next' ? 1 : 0;
      return day({ is: 'period', unit: 'month', shift, y: null, n: m[5] ? monthEn(m[5]) : null, edge: 'all', days }, true);
    },
  },
  {
    name: 'en.week.after',
    first: 'tw',
    pattern: en`(?:the )?week after next\b`,
    read: () => day({ is: 'period', unit: 'week', shift: 2, y: null, n: null, edge: 'all' }, true),
  },
  {
    name: 'en.month',
    first: 'itnljfmasod',
    pattern: en`(?:(?:in|this|next|last) )?(${MONTH})(?:,? (?:of )?(\d{4}))?(?![a-z\d])(?! ?\d)`,
    read(m, { text, to }) {
      const name = m[1]!;
      // a month alone only where nothing else could be meant
      if (m[0].length === name.length && (!/^[A-Z]/.test(name) || name.length === 3 || !follows(text, to, /\s*(?:$|[,.;!?])/iy)))
        return null;
      if (/^(?:may|mar|march)$/i.test(name) && !/^[A-Z]/.test(name)) return null;
      return day({ is: 'period', unit: 'month', shift: null, y: year(m[2]), n: monthEn(name), edge: 'all' }, true);
    },
  },
  {
    // in 2027, Q1, Q1 2027, next summer
    name: 'en.months',
    first: 'iqtnl',
    pattern: en`in (20\d\d)(?![\d.:,]| ?[a-z])|q([1-4])(?:(?: of)? (20\d\d))?(?![a-z\d])|(this|next|last) (spring|summer|autumn|fall|winter)\b`,
    read(m) {
      if (m[1]) return day({ is: 'period', unit: 'year', shift: null, y: Number(m[1]), n: null, edge: 'all' }, true);
      if (m[2]) {
        const first = Number(m[2]) * 3 - 2;
        return day({ is: 'months', first, last: first + 2, y: year(m[3]), years: null }, true);
      }
      const season = m[5]!.toLowerCase();
      const first = season === 'spring' ? 3 : season === 'summer' ? 6 : season === 'winter' ? 12 : 9;
      const turn = m[4]!.toLowerCase();
      return day({ is: 'months', first, last: first + 2, y: null, years: turn === 'last' ? -1 : turn === 'next' ? null : 0 }, true);
    },
  },
  {
    name: 'en.few.days',
    first: 'tn',
    pattern: en`(?:in )?(?:the )?next (?:few|couple of|several) (?:days|weeks|months)\b`,
    read: () => ({ kind: 'vague', day: true }),
  },
  {
    // the next business day, 3 business days from now
    name: 'en.workday',
    first: 'tnifo123456789sea',
    pattern: en`(?:the )?next (?:business|working|work) ?day\b|(?:in )?(${N}) (?:business|working|work) ?days?(?: (?:from (?:now|today)|later|hence))?\b`,
    read(m) {
      if (m[1] && !/^in|from|later|hence/i.test(m[0])) return null;
      const n = m[1] ? countEn(m[1]) : 1;
      return n > 0 && n < 100 ? day({ is: 'workday', n }) : null;
    },
  },
  {
    name: 'en.window',
    first: 'tnfclp',
    pattern: en`(?:(?:in|for|over|during) )?(?:the )?(next|following|coming|last|past|previous) (${N}) (days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?|seconds?)\b`,
    read(m, { text, to }) {
      const n = countEn(m[2]!);
      const sign = /last|past|prev/i.test(m[1]!) ? -1 : 1;
      if (!(n > 0)) return null;
      const unit = m[3]!.toLowerCase();
      const minutes = unit.startsWith('h') ? 60 : unit.startsWith('mi') ? 1 : unit.startsWith('s') ? 1 / 60 : 0;
      if (minutes)
        return {
          kind: 'offset',
          seconds: sign < 0 ? -n * minutes * 60 : 0,
          also: { kind: 'length', minutes: n * minutes, days: 0, months: 0, weak: false },
        };
      if (follows(text, to, /(?:'| of\b)/iy)) return null;
      const name = unit.startsWith('d') ? 'day' : unit.startsWith('w') ? 'week' : unit.startsWith('mo') ? 'month' : 'year';
      return day({ is: 'window', unit: name, from: sign > 0 ? 1 : -n, to: sign > 0 ? n : -1 }, true);
    },
  },
  {
    name: 'en.ago',
    first: 'aotwfsn123456789c',
    pattern: en`(${N}) (days?|weeks?|months?|years?) (ago|back|earlier)\b`,
    read(m) {
      const n = countEn(m[1]!);
      const unit = m[2]!.toLowerCase();
      if (Number.isNaN(n)) return null;
      if (unit.startsWith('d')) return day({ is: 'shift', days: -n });
      if (unit.startsWith('w')) return day({ is: 'shift', days: -7 * n });
      return day({ is: 'shift', days: 0, months: -n * (unit.startsWith('y') ? 12 : 1) });
    },
  },
  ...feastsEn,
];

/** tomorrow's 3pm, Friday's standup: time; Friday's launch: a topic. */
function owner<T extends { weak: boolean }>(text: string, to: number, said: T): T & { to?: number } {
  if (!follows(text, to, /'s\b/iy)) return said;
  return follows(text, to, /'s (?:\d|meeting|call|sync|stand-?up|noon|morning|afternoon|evening)/iy)
    ? { ...said, to: to + 2 }
    : { ...said, weak: true };
}

function shiftOf(word: string): number {
  const w = word.toLowerCase();
  for (const [pattern, days] of WORDS) if (pattern.test(w)) return days;
  return 1;
}
