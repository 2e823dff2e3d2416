/** Recurrences, zones and the small words around times in English. */
import type { LinkRole, RepeatSpec } from './atoms.ts';
import { countEn, monthEn, weekdayEn } from './en-day.ts';
import { enNumber } from './numbers.ts';
import { after, before, en, follows } from './pattern.ts';
import type { Recogniser } from './scan.ts';
import { repeat, WORKDAYS } from './zh-more.ts';
import { ABBREVIATIONS, LATIN_PLACES, placeZone } from './zone.ts';

const WD = '(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nes(?:day)?|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?';
const LIST = `${WD}(?:(?:,? (?:and|&) |, ?|\\/| ?& ?)${WD}\\b){0,6}`;
const MONTH =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec';
const NTH = '(?:1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth|last)';
const N = '(?:\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';

function weekdays(list: string): { wd: number; nth: number }[] {
  const range = /^(\w+?)s? ?(?:-|to|through|thru) ?(\w+)$/i.exec(list.trim());
  const days = new Set<number>();
  if (range) for (let wd = weekdayEn(range[1]!); wd <= weekdayEn(range[2]!); wd += 1) days.add(wd);
  else for (const word of list.split(/[^a-z]+/i)) if (/^(?:mo|tu|we|th|fr|sa|su)/i.test(word)) days.add(weekdayEn(word));
  return [...days].sort((a, b) => a - b).map((wd) => ({ wd, nth: 0 }));
}

/** Behind a bare "weekly": what makes it an adjective of a topic. */
const NOUN =
  /\s(?!on\b|at\b|every\b|from\b|starting\b|until\b|till\b|for\b|between\b|mon|tue|wed|thu|fri|sat|sun|@|in\b|noon|midnight|morning|afternoon|evening|starts|beginning)[a-z]/iy;

const ADVERB: Record<string, Partial<RepeatSpec> & { freq: RepeatSpec['freq'] }> = {
  daily: { freq: 'DAILY' },
  weekly: { freq: 'WEEKLY', open: true },
  biweekly: { freq: 'WEEKLY', interval: 2, open: true },
  fortnightly: { freq: 'WEEKLY', interval: 2, open: true },
  monthly: { freq: 'MONTHLY', open: true },
  bimonthly: { freq: 'MONTHLY', interval: 2, open: true },
  quarterly: { freq: 'MONTHLY', interval: 3, open: true },
  yearly: { freq: 'YEARLY', open: true },
  annually: { freq: 'YEARLY', open: true },
};

export const enRepeats: Recogniser[] = [
  {
    name: 'en.every.day',
    first: 'e',
    pattern: en`(?:every|each) ?(?:single )?(day|morning|afternoon|evening|night)\b|everyday\b`,
    read(m, { from }) {
      const unit = m[1]?.toLowerCase();
      // leave the part of the day to its own recogniser
      return { ...repeat('DAILY'), ...(unit && unit !== 'day' ? { to: from + m[0].length - unit.length } : {}) };
    },
  },
  {
    name: 'en.every.weekday',
    first: 'ew',
    pattern: en`(?:every|each) (?:weekday|workday|working day|business day|work day)s?\b|(?:on )?weekdays\b|(?:every|each) (weekend)s?\b`,
    read: (m) => repeat('WEEKLY', { byday: m[1] ? [6, 7].map((wd) => ({ wd, nth: 0 })) : WORKDAYS }),
  },
  {
    name: 'en.every.name',
    first: 'e',
    pattern: en`(?:every|each) (?:(other|second|2nd|third|3rd) )?(${WD}_(?:-|to|through|thru)_${WD}|${LIST})(?![a-z])`,
    read: (m) => repeat('WEEKLY', { interval: m[1] ? (/third|3rd/i.test(m[1]) ? 3 : 2) : 1, byday: weekdays(m[2]!) }),
  },
  {
    // Mon-Fri 9am: on each of them
    name: 'en.workdays',
    first: 'm',
    pattern: en`mon(?:day)?_(?:-|to|through|thru)_fri(?:day)?(?=,? (?:at \d|\d{1,2}:\d\d|\d{1,2} ?[ap]\.?m))`,
    read: (_m, { text, from }) => (/from $/i.test(before(text, from, 5)) ? null : repeat('WEEKLY', { byday: WORKDAYS })),
  },
  {
    // every first Monday
    name: 'en.every.nth.weekday',
    first: 'e',
    pattern: en`every (first|1st|last) (${WD})(?: (?:of|in) (?:the|each|every) month)?\b`,
    read: (m) => repeat('MONTHLY', { byday: [{ wd: weekdayEn(m[2]!), nth: /last/i.test(m[1]!) ? -1 : 1 }] }),
  },
  {
    name: 'en.names',
    first: 'omtwfs',
    pattern: en`(?:on )?((?:mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)(?:(?:,? (?:and|&) |, ?|\/)(?:mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)){0,6})\b`,
    read: (m) => repeat('WEEKLY', { byday: weekdays(m[1]!) }),
  },
  {
    name: 'en.every.unit',
    first: 'eo',
    pattern: en`(?:every|each|once an?|once every) ?(?:(other|second|alternate|${N}) )?(days?|weeks?|months?|quarters?|years?|wks?|fortnight)\b(?: on (?:the )?)?(?:(${LIST})(?![a-z]))?`,
    read(m, { to }) {
      const word = m[1]?.toLowerCase();
      const n = !word ? 1 : /other|second|alternate/.test(word) ? 2 : countEn(word);
      const unit = m[2]!.toLowerCase();
      if (unit.startsWith('d')) return { ...repeat('DAILY', { interval: n }), ...trim(m, to) };
      if (unit.startsWith('w') || unit.startsWith('f')) {
        const interval = unit.startsWith('f') ? 2 : n;
        return repeat('WEEKLY', { interval, byday: m[3] ? weekdays(m[3]) : [], open: !m[3] });
      }
      if (unit.startsWith('m')) return { ...repeat('MONTHLY', { interval: n, open: true }), ...trim(m, to) };
      if (unit.startsWith('q')) return { ...repeat('MONTHLY', { interval: 3 * n, open: true }), ...trim(m, to) };
      return { ...repeat('YEARLY', { interval: n, open: true }), ...trim(m, to) };
    },
  },
  {
    name: 'en.every.month.day',
    first: 'em',
    pattern: en`(?:(?:every|each) (?:(other) )?month|monthly),? (?:on )?(?:the )?(?:(\d{1,2})(?:st|nd|rd|th)?(?![\d:]| ?[ap]m)|(last) day|(${NTH}) (${WD})|(first) day)(?![a-z])`,
    read(m) {
      const interval = m[1] ? 2 : 1;
      if (m[2]) return Number(m[2]) <= 31 ? repeat('MONTHLY', { interval, bymonthday: [Number(m[2])] }) : null;
      if (m[3]) return repeat('MONTHLY', { interval, bymonthday: [-1] });
      if (m[6]) return repeat('MONTHLY', { interval, bymonthday: [1] });
      return repeat('MONTHLY', { interval, byday: [{ wd: weekdayEn(m[5]!), nth: /last/i.test(m[4]!) ? -1 : enNumber(m[4]!) }] });
    },
  },
  {
    name: 'en.day.every.month',
    first: 'ot12345fsle',
    pattern: en`(?:on )?(?:the )?(?:(\d{1,2})(?:st|nd|rd|th)|(${NTH}) (${WD})|(last|first) day) (?:of |in )?(?:every|each|the) (other )?month\b`,
    read(m) {
      if (/the month$/i.test(m[0])) return null;
      const interval = m[5] ? 2 : 1;
      if (m[1]) return repeat('MONTHLY', { interval, bymonthday: [Number(m[1])] });
      if (m[4]) return repeat('MONTHLY', { interval, bymonthday: [/last/i.test(m[4]) ? -1 : 1] });
      return repeat('MONTHLY', { interval, byday: [{ wd: weekdayEn(m[3]!), nth: /last/i.test(m[2]!) ? -1 : enNumber(m[2]!) }] });
    },
  },
  {
    name: 'en.every.nth',
    first: 'e',
    pattern: en`every (?:(\d{1,2})(?:st|nd|rd|th)(?:,? (?:and|&) (?:the )?(\d{1,2})(?:st|nd|rd|th))?|(${NTH}) (${WD}) of the month|(${MONTH})\.? (\d{1,2})(?:st|nd|rd|th)?)\b`,
    read(m) {
      if (m[1]) return repeat('MONTHLY', { bymonthday: [m[1], m[2]].flatMap((d) => (d ? [Number(d)] : [])) });
      if (m[5]) return repeat('YEARLY', { bymonth: monthEn(m[5]), bymonthday: [Number(m[6])] });
      return repeat('MONTHLY', { byday: [{ wd: weekdayEn(m[4]!), nth: /last/i.test(m[3]!) ? -1 : enNumber(m[3]!) }] });
    },
  },
  {
    name: 'en.adverb',
    first: 'dwbfmqya',
    pattern: en`(daily|weekly|bi-?weekly|fortnightly|monthly|bi-?monthly|quarterly|yearly|annually)\b(?: (?:on )?(${LIST})(?![a-z]))?`,
    read(m, { text, to }) {
      const { freq, ...more } = ADVERB[m[1]!.toLowerCase().replace('-', '')]!;
      if (m[2] && freq === 'WEEKLY') return repeat(freq, { ...more, byday: weekdays(m[2]), open: false });
      return { ...repeat(freq, { ...more, loose: follows(text, to, NOUN) }), ...trim(m, to) };
    },
  },
  {
    name: 'en.count',
    first: 'fx0123456789twse',
    pattern: en`(?:for )?(?:the next )?(?:x ?)?(${N}) ?(times|occurrences|sessions|meetings|x\b)|for (?:the next )?(${N}) (?:(?:consecutive|straight) )?(days|weeks|months|years)\b(?: in a row\b| running\b| straight\b)?(?! of\b)|x ?(\d{1,2})\b|(${N}) (?:(?:consecutive|straight) (days|weeks|months)\b|(days|weeks|months) (?:in a row|running|straight|consecutively)\b)`,
    read(m) {
      if (m[6]) return { kind: 'count', n: countEn(m[6]), unit: (m[7] ?? m[8])!.toLowerCase() as 'days', run: true };
      if (m[3])
        return { kind: 'count', n: countEn(m[3]), unit: m[4]!.toLowerCase() as 'days', run: /consec|straight|row|running/i.test(m[0]) };
      const n = countEn(m[1] ?? m[5]!);
      return n >= 2 ? { kind: 'count', n, unit: 'times' } : null;
    },
  },
];

/** Gives back what an optional weekday list swallowed where it means nothing. */
function trim(m: RegExpExecArray, to: number): { to?: number } {
  const tail = m[m.length - 1];
  return tail ? { to: to - tail.length } : {};
}

const link = (name: string, first: string, role: LinkRole, pattern: RegExp): Recogniser => ({
  name: `en.link.${name}`,
  first,
  pattern,
  read: () => ({ kind: 'link', role }),
});

export const enLinks: Recogniser[] = [
  link('at', 'a@', 'at', /at\b|@/iy),
  link('around', 'arc', 'at', /(?:around|approx(?:imately)?\.?|roughly|circa)(?![a-z])/iy),
  link('on', 'o', 'on', /(?<![a-z]-)on(?: the)?\b/iy),
  link('from', 'f', 'from', /from\b/iy),
  link('between', 'b', 'between', /between\b/iy),
  link('to', 't', 'to', /to\b|through\b|thru\b/iy),
  link('until', 'ut', 'until', /until\b|till?\b|up to\b/iy),
  link('and', 'a&', 'and', /and\b|&/iy),
  link('before', 'bpn', 'before', en`(?:before|by|prior to|no later than)\b`),
  link('after', 'a', 'after', /after\b/iy),
  link('in', 'iw', 'in', en`(?<![a-z]-)(?:in|within)(?: (?:about|around|approximately|roughly|exactly|another))?\b`),
  link('later', 'flhna', 'later', en`(?:from (?:now|today)(?! (?:until|till?|to|through|on)\b)|later|hence|from this moment)\b`),
  link('ago', 'a', 'ago', /ago\b/iy),
  link('for', 'f', 'for', /for(?: about| around)?\b|lasting\b|takes?\b/iy),
  link(
    'glue',
    'taisorcpwlef',
    'glue',
    en`(?:the|in the|of|is|ish|sharp|or so|exactly|first thing|early|late|local|which is|maybe|say|please|with|time|that|let's (?:do|say))\b`,
  ),
  link(
    'starts',
    'sbk',
    'starts',
    en`(?:start(?:s|ing)?|begin(?:s|ning)?|kick(?:s|ing) off|kick off(?= (?:at|from|\d)))(?: (?:at|on|from))?\b`,
  ),
  link('ends', 'ef', 'ends', en`(?:end(?:s|ing)?|finish(?:es|ing)?)(?: (?:at|on|by))?\b`),
  link('label', 'tdw', 'label', /(?:time|date|when|start time|date ?(?:and|&|\/) ?time) ?[:=]/iy),
  link('about', 'ardstcnf', 'about', en`(?:about|regarding|re:|discuss(?:ing)?|topic|subject|titled|called|named|agenda)\b`),
  link(
    'move',
    'mrpsdbc',
    'move',
    en`(?:move|reschedule|push|shift|postpone|delay|bring|change(?! (?:management|request|control|log|order|advisory|board|process|plan|review|impact))|switch|rebook|bump|make it|make that|(?:moved|moves|moving|rescheduled|rescheduling|shifted|shifts|changed|changes|switched|pushed|postponed|bumped|delayed|brought)(?: (?:back|forward|up|out))?(?= (?:from|to)\b))\b`,
  ),
  link(
    'not',
    'dwcniub',
    'not',
    en`(?:doesn't work|does not work|don't work|won't work|isn't good|not good|is no good|no good|is out|can't make it|cannot|can't|conflicts?|not available|unavailable|is busy|am busy|i'm busy|not possible|not gonna work|is taken|is bad)\b`,
  ),
  link('nor', 'n', 'nor', en`(?:not(?: at| on)?|instead of|rather than)\b`),
  link(
    'right',
    'nsaiorhwl',
    'target',
    en`(?:how about|what about|let's (?:do|say|make it)|no,? wait,?|no,|sorry,?|actually,?|i mean,?|make (?:that|it)|scratch that,?|oops,?|rather,|correction:?)(?=\s|$)`,
  ),
];

export const enZones: Recogniser[] = [
  {
    name: 'en.zone.place',
    first: [...new Set(LATIN_PLACES.map((name) => name[0]!))].join(''),
    pattern: new RegExp(
      `(${LATIN_PLACES.map((name) => name.replace(/-/g, '[ -]')).join('|')})(?:'s)?(?: (?:local|standard|daylight|summer))?[ ]?(?:time(?:zone)?\\b(?! ?(?:out|box|line|sheet|off|frame))|时间)`,
      'iy',
    ),
    read(m) {
      const zone = placeZone(m[1]!);
      return zone ? { kind: 'zone', zone, weak: false } : null;
    },
  },
  {
    name: 'en.zone.short',
    first: [...new Set(Object.keys(ABBREVIATIONS).map((name) => name[0]!))].join(''),
    pattern: new RegExp(
      `(${Object.keys(ABBREVIATIONS)
        .sort((a, b) => b.length - a.length)
        .join('|')})(?![A-Za-z0-9])(?: (?:time)\\b)?`,
      'iy',
    ),
    read(m, { text, from }) {
      const name = m[1]!;
      const upper = name === name.toUpperCase();
      const zone = ABBREVIATIONS[name.toLowerCase()]!;
      const clockBefore = /(?:\d|[ap]\.?m\.?|点|半|钟|noon|midnight|o'?clock|分) ?[（(]?$/i.test(before(text, from, 8));
      if (!upper && !clockBefore) return null;
      if (name.length === 2 && !clockBefore) return null;
      return { kind: 'zone', zone, weak: !clockBefore };
    },
  },
  {
    // 9am Pacific, 10am London tomorrow, 3pm (Tokyo)
    name: 'en.zone.bare',
    first: [...new Set(LATIN_PLACES.map((name) => name[0]!))].join(''),
    pattern: new RegExp(
      `(${LATIN_PLACES.filter((name) => name.length > 3)
        .map((name) => name.replace(/-/g, '[ -]'))
        .join('|')})(?=\\s*(?:$|[,.;!?)（(]|(?:tomorrow|today|tonight|on|next|this|for|mon|tue|wed|thu|fri)\\b))`,
      'iy',
    ),
    read(m, { text, from }) {
      if (!/(?:\d|[ap]\.?m\.?|noon) ?\(?$/i.test(before(text, from, 7)) || !/^[A-Z]/.test(m[1]!)) return null;
      const zone = placeZone(m[1]!);
      return zone && /\d ?(?:[ap]\.?m\.?)? ?\(?$|noon ?\(?$/i.test(before(text, from, 8)) ? { kind: 'zone', zone, weak: false } : null;
    },
  },
  {
    name: 'zone.iana',
    first: 'aepiu',
    pattern: /(?:Asia|Europe|America|Australia|Pacific|Africa|Atlantic|Indian)\/[A-Za-z_]{2,20}(?:\/[A-Za-z_]{2,20})?/y,
    read: (m) => ({ kind: 'zone', zone: m[0], weak: false }),
  },
];

export const enVague: Recogniser[] = [
  {
    name: 'en.now',
    first: 'nrias',
    pattern: en`(?:right now|now|immediately|asap|right away|straight away|at once|instantly|as soon as possible)\b`,
    read(_m, { text, from, to }) {
      if (
        (/from $/i.test(before(text, from, 5)) && !follows(text, to, / (?:until|till?|to|through)\b/iy)) ||
        /^now (?:that|and then)/i.test(text.slice(from, to + 9)) ||
        /\bfor $/i.test(before(text, from, 4))
      )
        return null;
      return { kind: 'offset', seconds: 0 };
    },
  },
  {
    name: 'en.vague',
    first: 'lsias',
    pattern: en`(?:later(?! than)|soon|in a (?:bit|while|moment|sec|minute or two|little while|jiffy)|sometime|some time|shortly|in a few(?: (?:minutes|mins|hours|days|weeks))?)\b`,
    read(m, { text, from, to }) {
      if (/as $/i.test(before(text, from, 3)) || /\d (?:\w+ )?$/.test(before(text, from, 10))) return null;
      if (
        /^later/i.test(m[0]) &&
        /(?:hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?|you|or|talk|speak) $/i.test(before(text, from, 9))
      )
        return null;
      if (/no $/i.test(before(text, from, 3)) || /^ than/i.test(after(text, to, 5))) return null;
      return { kind: 'vague' };
    },
  },
];
