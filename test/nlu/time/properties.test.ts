/** What holds for every message, whatever it says. */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { offsetAt } from '../../../src/calendar/zones.ts';
import type { Millis, TimeReading, Zone } from '../../../src/domain/time.ts';
import { prepare } from '../../../src/nlu/time/prepare.ts';
import { readTime } from '../../../src/nlu/time/read.ts';
import { runs } from '../../helpers/thorough.ts';
import { tables } from './tables.ts';
import { type Case, HERE, NOW, tell } from './tell.ts';

const SEED = 20261120;

const ALL = Object.values(tables).flatMap((table) => Object.values(table).flatMap((rows) => rows.map(([text]) => text)));
/** One group of a table. */
const group = (table: string, name: string): readonly Case[] => tables[table]?.[name] ?? [];

const reading = (text: string, now: Millis = NOW, zone: Zone = HERE): TimeReading => readTime(prepare(text), { now, zone }).reading;

const ZONES = ['Asia/Shanghai', 'America/New_York', 'Europe/London', 'Australia/Sydney', 'Asia/Kolkata', 'UTC', 'UTC-11:00'];
const moments = fc.integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2029-12-31T00:00:00Z') });
const zones = fc.constantFrom(...ZONES);

/** Sentences that mean something. */
const pick = (...words: string[]) => fc.constantFrom(...words);
const hour = fc.integer({ min: 0, max: 25 }).map(String);
const minute = pick('', '半', '一刻', '三刻', '05分', '20', '整');
const day = pick(
  '',
  '今天',
  '明天',
  '后天',
  '周五',
  '下周一',
  '25号',
  '11月30日',
  '2月29日',
  '月底',
  '昨天',
  '下个月5号',
  '三天后',
  '周末',
);
const part = pick('', '上午', '下午', '晚上', '凌晨', '中午', '早上');
const clock = fc.tuple(part, hour, pick('点', ':00', '点钟'), minute).map(([p, h, unit, mi]) => p + h + unit + (unit === '点' ? mi : ''));
const zhRange = fc.tuple(day, clock, pick('到', '-', '至', '~'), day, clock).map((words) => words.join(''));
const enClock = fc.tuple(hour, pick('', ':30', ':15'), pick('', 'am', 'pm', ' pm')).map((words) => words.join(''));
const enRange = fc
  .tuple(
    pick('', 'tomorrow ', 'Friday ', 'Nov 30 ', 'today '),
    pick('', 'from ', 'between '),
    enClock,
    pick(' to ', '-', ' until '),
    enClock,
  )
  .map((words) => words.join(''));
const length = fc
  .tuple(clock, pick('开', ' ', '，'), pick('1', '2', '半', '一个半', '30', '90'), pick('小时', '分钟'))
  .map((words) => words.join(''));
/** Pieces of sentences, thrown together. */
const rubble = fc
  .array(fc.constantFrom(...ALL.flatMap((text) => text.split(/(?<=[\u4e00-\u9fff])(?=[a-z\d])|[ ,，]/i)).filter(Boolean)), {
    minLength: 1,
    maxLength: 8,
  })
  .chain((words) => pick('', ' ', '，').map((glue) => words.join(glue)));

const anything = fc.oneof(zhRange, enRange, length, rubble);

describe('a reading makes sense', () => {
  it('never ends before it starts', () => {
    fc.assert(
      fc.property(anything, moments, zones, (text, now, zone) => {
        const { start, end } = reading(text, now, zone);
        if (start?.grain === 'minute' && end?.grain === 'minute') expect(end.at).toBeGreaterThan(start.at);
        if (start && start.grain !== 'minute' && end && end.grain !== 'minute') expect(end.day >= start.day).toBe(true);
      }),
      runs(2000, SEED),
    );
  });

  it('never starts in the past without saying so', () => {
    fc.assert(
      fc.property(anything, moments, zones, (text, now, zone) => {
        const { start, problems } = reading(text, now, zone);
        if (start?.grain === 'minute' && start.at < Math.floor(now / 60_000) * 60_000) expect(problems).toContain('past');
      }),
      runs(2000, SEED),
    );
  });

  it('takes a clock without a day for the next time it comes round', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          clock,
          length,
          enClock.map((text) => `at ${text}`),
        ),
        moments,
        zones,
        (text, now, zone) => {
          const { start, problems } = reading(text, now, zone);
          if (start?.grain !== 'minute') return;
          expect(problems).not.toContain('past');
          // a day at most, and one hour more where the clocks change
          expect(start.at - now).toBeLessThanOrEqual(25.5 * 3_600_000);
        },
      ),
      runs(1333, SEED),
    );
  });

  it('names what lies ahead too far, or lasts too long', () => {
    fc.assert(
      fc.property(anything, moments, zones, (text, now, zone) => {
        const { start, end, problems } = reading(text, now, zone);
        if (start?.grain !== 'minute') return;
        const last = end?.grain === 'minute' ? end.at : start.at;
        if (last - now > 30 * 86_400_000) expect(problems).toContain('too_far');
        if (last - start.at > 86_400_000) expect(problems).toContain('too_long');
      }),
      runs(1000, SEED),
    );
  });

  it('offers no other reading that has passed or is the same', () => {
    fc.assert(
      fc.property(anything, moments, zones, (text, now, zone) => {
        const { start, other } = reading(text, now, zone);
        if (!other || start?.grain !== 'minute') return;
        expect(other.start).toBeGreaterThanOrEqual(Math.floor(now / 60_000) * 60_000);
        expect(other.start).not.toBe(start.at);
        if (other.end !== null) expect(other.end).toBeGreaterThan(other.start);
      }),
      runs(1333, SEED),
    );
  });

  it('stands on words of the message, in order, whatever the message is', () => {
    const noise = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(
        fc.oneof(
          noise,
          fc.tuple(noise, anything, noise).map((parts) => parts.join('')),
        ),
        moments,
        zones,
        (text, now, zone) => {
          const prepared = prepare(text);
          const { spans, reading: found } = readTime(prepared, { now, zone });
          let last = 0;
          for (const { from, to } of spans) {
            expect(from).toBeGreaterThanOrEqual(last);
            expect(to).toBeGreaterThan(from);
            last = to;
          }
          expect(last).toBeLessThanOrEqual(prepared.text.length);
          if (found.start || found.end || found.minutes !== null || found.rrule) expect(spans.length).toBeGreaterThan(0);
        },
      ),
      runs(1000, SEED),
    );
  });

  it('says on every run the same', () => {
    for (const text of ALL) expect(reading(text)).toEqual(reading(text));
  });
});

describe('writing changes nothing', () => {
  const wide = (text: string): string =>
    text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).replace(/ /g, '\u3000');

  it('full width', () => {
    for (const text of ALL) expect([text, tell(wide(text))]).toEqual([text, tell(text)]);
  });

  it('spaces between Chinese words', () => {
    const words = fc.tuple(
      pick('明天', '后天', '下周三', '11月30日', '25号', '每周一', '今天'),
      pick('', '下午', '晚上'),
      pick('3', '8', '10', '三', '十'),
      pick('点'),
      pick('', '半', '20分'),
      pick('', '到', '至'),
      pick('4', '9', '11'),
      pick('点', '点半'),
    );
    fc.assert(
      fc.property(words, pick(' ', '\u3000', '\u00a0'), ([d, p, h, unit, mi, to, h2, unit2], space) => {
        const all = to ? [d, p, h, unit, mi, to, h2, unit2] : [d, p, h, unit, mi];
        const said = all.filter(Boolean);
        expect(tell(said.join(space))).toBe(tell(said.join('')));
      }),
      runs(500, SEED),
    );
  });

  it('invisible characters, kinds of dash and of colon', () => {
    for (const text of ALL) {
      expect(tell(text.replace(/-/g, '–'))).toBe(tell(text));
      expect(tell([...text].join('\u200b'))).toBe(tell(text));
      expect(tell(text.replace(/:/g, '：'))).toBe(tell(text));
    }
  });

  it('capitals in English clocks and days', () => {
    for (const [text] of group('days', 'English, named days')) expect(tell(text.toLowerCase())).toBe(tell(text));
    for (const [text] of [...group('ranges', 'English, ranges'), ...group('days', 'English, weekdays')]) {
      expect(tell(text.replace(/\b[a-z]/g, (char) => char.toUpperCase()))).toBe(tell(text));
    }
  });

  it('Traditional characters', () => {
    const SIMPLE =
      '点时后周礼开会议约预订录制码号两个钟间从现马过里东纽伦讨论关于题标参与员长对齐复盘设计划线网络线总结节庆国岁农阳阴历腊龙单双连续终迟缓调换变动闹确认门权许仅组织团队经负责办处厅楼层区这边还为无没来见给让说谁应该当将报';
    const TRADITIONAL =
      '點時後週禮開會議約預訂錄製碼號兩個鐘間從現馬過裡東紐倫討論關於題標參與員長對齊復盤設計劃線網絡線總結節慶國歲農陽陰曆臘龍單雙連續終遲緩調換變動鬧確認門權許僅組織團隊經負責辦處廳樓層區這邊還為無沒來見給讓說誰應該當將報';
    expect([...SIMPLE].length).toBe([...TRADITIONAL].length);
    const traditional = (text: string): string =>
      [...text].map((char) => ([...SIMPLE].includes(char) ? [...TRADITIONAL][[...SIMPLE].indexOf(char)]! : char)).join('');
    for (const text of ALL) expect([text, tell(traditional(text))]).toEqual([text, tell(text)]);
  });
});

describe('nothing leaks in', () => {
  const own = process.env.TZ;
  afterEach(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  it('the zone of the process', () => {
    const shown = new Set<string>();
    const offsets = new Set<number>();
    for (const zone of ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Apia', 'Asia/Kathmandu']) {
      process.env.TZ = zone;
      offsets.add(new Date(NOW).getTimezoneOffset());
      shown.add(ALL.map((text) => tell(text)).join('\n'));
      expect(offsetAt(NOW, 'Europe/London')).toBe(0);
    }
    // else the process did not take the zones, and this proves nothing
    expect(offsets.size).toBe(5);
    expect(shown.size).toBe(1);
  });

  it('the clock of the process', () => {
    const before = ALL.map((text) => tell(text));
    const real = Date.now;
    Date.now = () => {
      throw new Error('the clock was asked');
    };
    try {
      expect(ALL.map((text) => tell(text))).toEqual(before);
    } finally {
      Date.now = real;
    }
  });
});

describe('length', () => {
  const seeds = [
    ...[
      '3点到',
      '1',
      '1 ',
      '下',
      '-',
      '3-',
      '3:',
      '12:30-',
      '明天下午3点',
      '一',
      '十',
      '半个',
      '周一、',
      '每周一、',
      '1小时',
      '2026年',
      '一月',
    ],
    ...[
      'at 3 ',
      'every Monday and ',
      'mon ',
      'an hour ',
      'to ',
      '3 days after ',
      'twenty-',
      '11/25 ',
      '2026-11-25T10:00 ',
      '1.',
      '(',
      '@',
      ' ',
      '后',
      '改到',
    ],
  ];

  it.each(seeds)('150 KB of %j mean what their first stretch means', (seed) => {
    const text = seed.repeat(Math.ceil(150_000 / seed.length));
    expect(prepare(text).text.length).toBeLessThan(6_100);
    expect(tell(text)).toBe(tell(text.slice(0, 2_000)));
  });

  it('costs in proportion, also where nothing bounds what is read', () => {
    const whole = (text: string) => ({ text, original: text, toOriginal: (i: number) => i });
    const cost = (text: string): number => {
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 3; i += 1) {
        const from = process.cpuUsage();
        readTime(whole(text), { now: NOW, zone: HERE });
        const { user, system } = process.cpuUsage(from);
        least = Math.min(least, user + system);
      }
      return least;
    };
    for (const seed of seeds) {
      const small = cost(seed.repeat(Math.ceil(2_000 / seed.length)));
      const large = cost(seed.repeat(Math.ceil(16_000 / seed.length)));
      // eight times the text: eight times the work; its square would be sixty-four. The slack is for a busy machine
      expect([seed, large < 24 * small + 60_000]).toEqual([seed, true]);
    }
  });
});
