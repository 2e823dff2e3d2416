/** Clocks, parts of the day and lengths in English. */
import type { DayPart } from '../../domain/time.ts';
import { countEn } from './en-day.ts';
import { enNumber } from './numbers.ts';
import { after, before, en, follows, spent } from './pattern.ts';
import type { Recogniser } from './scan.ts';

const HOUR = '(?:1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const HOUR_WORD = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const MINUTE_WORD =
  "(?:o[h']?[ -](?:one|two|three|four|five|six|seven|eight|nine)|(?:twenty|thirty|forty|fifty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|five|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)";
const HALF = '(?:\\s?([ap])\\.?\\s?m\\b\\.?)';
const NUM =
  '(?:\\d{1,4}(?:\\.\\d{1,2})?|\\.5|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty(?:[ -]five)?|thirty(?:[ -]five)?|forty(?:[ -]five)?|fifty(?:[ -]five)?|sixty|seventy(?:[ -]five)?|ninety|a couple(?: of)?|couple(?: of)?)';
const FIRST = '0123456789.abcdefghijklmnopqrstuvwxyz';

/** 1500 hours: a clock. */
const MILITARY = /^(?:[01]\d|2[0-3])[0-5]\d$/;

const half = (text: string | undefined): 'am' | 'pm' | null => (text ? (text.toLowerCase() === 'a' ? 'am' : 'pm') : null);

function clock(h: number, mi: number, mer: 'am' | 'pm' | null, firm = false) {
  return { kind: 'clock' as const, clock: { h, mi, s: 0, half: mer, firm: firm || h >= 13 || h === 0 }, weak: false };
}

const part = (name: DayPart, weak = false) => ({ kind: 'part' as const, part: name, weak });
const length = (minutes: number, days = 0, months = 0, weak = false) => ({ kind: 'length' as const, minutes, days, months, weak });

export const enClocks: Recogniser[] = [
  {
    name: 'en.part',
    first: 'mafeintdl',
    pattern: en`(?:(?:in|during|on) the |at |late |early |mid[ -])?(morning|afternoon|evening|night|noon|midday|lunchtime|dawn|eve)(?!s\b|ing)\b`,
    read(m, { text, from, to }) {
      const word = m[1]!.toLowerCase();
      const led = m[0].length > word.length;
      if (/good $/i.test(before(text, from, 5))) return { kind: 'stop' };
      if (word === 'noon' || word === 'midday') return clock(12, 0, 'pm');
      if (word === 'eve') return null;
      if (word === 'night' && !led && follows(text, to, /\s(?:shift|owl|mode)/iy)) return null;
      const name: DayPart = word === 'night' ? 'night' : word === 'lunchtime' ? 'noon' : word === 'dawn' ? 'dawn' : (word as 'morning');
      return part(name, !led);
    },
  },
  {
    // tomorrow am, Friday pm
    name: 'en.part.half',
    first: 'ap',
    pattern: en`([ap])\.?m\b\.?`,
    read(m, { text, from, to }) {
      const led = /[点半钟分] ?$|(?:day|tomorrow|tmrw?|\b(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)|\d(?:st|nd|rd|th)) $/i.test(
        before(text, from, 10),
      );
      if (!led || (m[0] !== m[0].toLowerCase() && !follows(text, to, /\s*(?:$|[,.;!?])/y))) return null;
      return part(m[1]!.toLowerCase() === 'a' ? 'morning' : 'afternoon');
    },
  },
  {
    // after lunch, first thing tomorrow
    name: 'en.part.named',
    first: 'adofb',
    pattern: en`(after) lunch\b|(?:at|over|during) lunch(?:time| time| break)?\b|(before) lunch\b|(after work)\b|(first thing)(?: in the morning)?\b(?! (?:we|to|i|you|is|on|about)\b)`,
    read: (m) => part(m[1] ? 'afternoon' : m[2] || m[4] ? 'morning' : m[3] ? 'evening' : 'noon', true),
  },
  {
    name: 'en.greeting',
    first: 'g',
    pattern: /good (?:morning|afternoon|evening|night|day)\b/iy,
    read: () => ({ kind: 'stop' }),
  },
  {
    name: 'en.eod',
    first: 'ectb',
    pattern: en`(?:the )?(?:eod|cob|eob|end of (?:the |this |my )?(?:business )?day|close of business|end of business)\b`,
    read: () => part('eod'),
  },
  {
    name: 'en.midnight',
    first: 'm',
    pattern: /midnight\b/iy,
    read: () => ({ kind: 'clock', clock: { h: 24, mi: 0, s: 0, half: null, firm: true, midnight: true }, weak: false }),
  },
  {
    name: 'en.same',
    first: 'ats',
    pattern: en`(?:(?:at )?(?:this|about this) time|(?:at )?(?:the )?same time(?: as now)?)\b(?! ?zone| as\b)`,
    read: () => ({ kind: 'clock', clock: { h: 0, mi: 0, s: 0, half: null, firm: true, same: true }, weak: true }),
  },
  {
    name: 'en.noon',
    first: 'n12',
    pattern: en`(?:12 ?)noon\b|noonish\b`,
    read: () => clock(12, 0, 'pm'),
  },
  {
    name: 'en.oclock',
    first: FIRST,
    pattern: en`(${HOUR}|1[3-9]|2[0-4]) ?o[' ]?clock\b${HALF}?`,
    read: (m) => clock(enNumber(m[1]!), 0, half(m[2])),
  },
  {
    name: 'en.ish',
    first: '0123456789',
    pattern: en`(\d{1,2})(?::([0-5]\d))?_?-?ish\b`,
    read: (m) => (Number(m[1]) <= 24 ? clock(Number(m[1]), Number(m[2] ?? 0), null) : null),
  },
  {
    name: 'en.past',
    first: FIRST,
    pattern: en`(?:(half|a quarter|quarter|(?:\d{1,2}|${MINUTE_WORD})(?: (?:minutes|mins|min))?)[ -](past|after|to|before|till?|of|until)[ -](${HOUR}|noon|midnight)|(half) (${HOUR}))(?![:\d%])(?: ?o'?clock)?${HALF}?\b`,
    read(m, { text, from, to }) {
      const lead = (m[1] ?? m[4])!.toLowerCase();
      const name = (m[3] ?? m[5])!.toLowerCase();
      const h = name === 'noon' ? 12 : name === 'midnight' ? 24 : enNumber(name);
      const word = m[2]?.toLowerCase();
      let mi = lead === 'half' ? 30 : lead.includes('quarter') ? 15 : enNumber(lead.replace(/ ?min.*$/, ''));
      if (!(mi > 0 && mi < 60)) return null;
      // "half 3" is British for 3:30; "10 to 5" may be a range of hours
      if (m[4] && follows(text, to, /\s?(?:hour|hr|day|price|the|of|people|million|an?)/iy)) return null;
      if (/^(?:to|till?|of|until|before|after)$/.test(word ?? '') && /^\d/.test(lead) && !/min/.test(lead)) {
        if (mi % 5 !== 0 || mi < 5) return null;
        if (/(?:from|between|-|:|\.) ?$/i.test(before(text, from, 8)) || word === 'of') return null;
        if ((mi <= 12 || mi === 15) && word !== 'past' && (follows(text, to, /\s?[ap]\.?m/iy) || m[6] || mi <= 11)) return null;
        if (/^(?:after|before|until|till?)$/.test(word!)) return null;
      }
      if (word === 'of' && !lead.includes('quarter')) return null;
      const back = /^(?:to|before|till?|of|until)$/.test(word ?? '');
      mi = back ? 60 - mi : mi;
      return clock(back ? (h === 1 ? 12 : h - 1) : h, mi, name === 'noon' ? (back ? 'am' : 'pm') : half(m[6]), name === 'midnight');
    },
  },
  {
    // three thirty, nine fifteen pm, three pm
    name: 'en.clock.words',
    first: 'otfsen',
    pattern: en`(${HOUR_WORD})(?:[ -](${MINUTE_WORD}))?${HALF}?(?![a-z])`,
    read(m, { text, from, to }) {
      const h = enNumber(m[1]!);
      const mi = m[2] ? enNumber(m[2].replace(/^o[h']?[ -]/i, '')) : 0;
      if (m[3]) return clock(h, mi, half(m[3]));
      if (
        follows(
          text,
          to,
          /\s(?:point|time|place|stage|go|least|most|moment|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|people|of|more|by|another|items?|percent|am|third|quarters?|and a)\b/iy,
        )
      )
        return null;
      if (m[2] && mi < 60 && !/^(?:one|two) (?:twenty|thirty) people/i.test(m[0])) {
        if (
          /(?:at|from|until|till|to|around|about|@|by|-) ?$/i.test(before(text, from, 8)) ||
          follows(text, to, /\s(?:tomorrow|today|tonight|on|in the)\b/iy)
        )
          return clock(h, mi, null);
      }
      return { kind: 'number', n: h, mi: null, digits: 0, to: from + m[1]!.length };
    },
  },
];

export const enLengths: Recogniser[] = [
  {
    name: 'en.hours',
    first: FIRST,
    pattern: en`(${NUM})(?:[ -]| and (an? half|a quarter|three quarters)[ -]| (1\/2) )?(?:hours?|hrs?|h(?=\d|[^a-z\d]|$))(?:(?: and)? (?:a |an )?(half|quarter)(?! past|[ -]an)| ?(?:,|and|&)? ?(\d{1,2}|${MINUTE_WORD})(?: |-)?(?:m|mins?|minutes?)\b|(?:and )?([0-5]\d)(?![\d:]))?(?![a-z])`,
    read(m, { text, from, to }) {
      let n = countEn(m[1]!);
      if (Number.isNaN(n) || spent(text, from) || MILITARY.test(m[1]!)) return null;
      // open 24 hours, 24-hour support
      if (n === 24 && (/^24-/.test(m[0]) || /\bopen $/i.test(before(text, from, 5)))) return { kind: 'stop' };
      if (m[2]) n += m[2].toLowerCase().includes('three') ? 0.75 : m[2].toLowerCase().includes('half') ? 0.5 : 0.25;
      if (m[3]) n = /^an?$/i.test(m[1]!) ? 0.5 : n + 0.5;
      let minutes = n * 60;
      if (m[4]) minutes += m[4].toLowerCase() === 'half' ? 30 : 15;
      if (m[5]) minutes += enNumber(m[5]);
      if (m[6]) minutes += Number(m[6]);
      if (/^an?$/i.test(m[1]!) && /(?:half|quarters?(?: of)?) $/i.test(before(text, from, 12))) return null;
      if (follows(text, to, /\s(?:a (?:day|week|month)|per)\b/iy)) return null;
      return minutes > 0 ? length(minutes) : null;
    },
  },
  {
    name: 'en.hours.fraction',
    first: 'ahtoq13',
    pattern: en`(?:([13]\/[24]) ?(?:of an hour|an hour|hour|hr|h)|(a )?half[ -](?:an |a )?hour|half[ -]hour|(an? )?hour and (?:a )?(half|quarter)|(?:a |one )?quarter(?: of an)? hour|(?:three|3)[ -]quarters? of an hour|quarter hour)s?\b`,
    read(m) {
      const t = m[0].toLowerCase();
      if (m[1]) return m[1] === '3/2' ? null : length((60 * Number(m[1][0])) / Number(m[1][2]));
      if (m[4]) return length(m[4].toLowerCase() === 'half' ? 90 : 75);
      if (/^(?:three|3)/.test(t)) return length(45);
      return length(t.includes('half') ? 30 : 15);
    },
  },
  {
    name: 'en.minutes',
    first: FIRST,
    pattern: en`(${NUM})(?: |-)?(?:minutes?|mins?|mintues|m(?=[^a-z\d']|$)|'(?=\s|$))(?![a-z])`,
    read(m, { text, from, to }) {
      const n = countEn(m[1]!);
      const bare = /m$/i.test(m[0]) && !/min/i.test(m[0]);
      if (Number.isNaN(n) || n <= 0 || spent(text, from)) return null;
      if (m[0].endsWith("'")) return null;
      if (bare && (n < 5 || n > 300 || /[$¥€£]/.test(before(text, from)) || /\s/.test(m[0]) || /^an?m$/i.test(m[0]) || !/^\d/.test(m[0])))
        return null;
      if (bare && follows(text, to, /\s(?:users|rows|dollars|budget|revenue|usd|rmb|people|race|run)/iy)) return null;
      if (follows(text, to, /\s(?:read|walk|drive|break)\b/iy)) return null;
      // remind us 10 minutes before: no length
      if (follows(text, to, /\s(?:early|in advance|beforehand|ahead|prior|notice|before(?=\s*(?:$|[,.;!?]|the|it|that|start|we)))/iy))
        return { kind: 'stop' };
      return length(n);
    },
  },
  {
    name: 'en.seconds',
    first: FIRST,
    pattern: en`(${NUM})[ -]?(?:seconds?|secs?)\b`,
    read(m) {
      const n = countEn(m[1]!);
      return n > 0 ? length(n / 60, 0, 0, true) : null;
    },
  },
  {
    name: 'en.days',
    first: FIRST,
    pattern: en`(${NUM})[ -]?(days?|weeks?|wks?|months?|years?|fortnights?)\b(?: and a (half))?`,
    read(m, { text, from, to }) {
      const n = countEn(m[1]!) + (m[3] ? 0.5 : 0);
      if (Number.isNaN(n)) return null;
      const unit = m[2]!.toLowerCase();
      const days = unit.startsWith('d') ? n : unit.startsWith('f') ? n * 14 : unit.startsWith('w') ? n * 7 : 0;
      const months = unit.startsWith('m') ? n : unit.startsWith('y') ? n * 12 : 0;
      const whole = text.slice(0, from).trim() === '' && text.slice(to).trim() === '';
      return length((days + months * 30) * 1440, days, months, !whole && !/(?:for|lasting|lasts|takes) $/i.test(before(text, from, 9)));
    },
  },
  {
    name: 'en.few',
    first: 'as',
    pattern: en`(?:a few|several|some) (?:minutes?|mins?|hours?|days?|weeks?)\b`,
    read: (_m, { text, to }) => (/^ (?:later|from)/i.test(after(text, to, 6)) ? { kind: 'vague', to: to + 6 } : { kind: 'stop' }),
  },
];
