/** What reading one message costs: ours (intent, slots and time), its reader of time alone, chrono-node and Recognizers (time alone), in turns in one run. */
import { createRequire } from 'node:module';
import { prepare } from '../nlu/time/prepare.ts';
import { readTime } from '../nlu/time/read.ts';
import { understand } from '../nlu/understand.ts';

const require = createRequire(import.meta.url);
const ROUNDS = 9;
/** Until all that is often run has been compiled. */
const WARM_UP = 15;
const NOW = Date.parse('2026-11-20T10:15:00+08:00');
const ZONE = 'Asia/Shanghai';

const CHINESE = [
  '明天下午3点到4点半 周会',
  '帮我约个会，明天下午5点，20分钟，主题 对账',
  '约会议 主题：渠道复盘 时间：11月24日 15:00-16:00 密码：2468 主持人：@李四 需要录制',
  '每周一上午10点 周会 30分钟',
  '下周三下午两点半和法务过合同',
  '半小时后 开一个小时的复盘会',
  '把周会改到后天下午4点',
  '取消明天的周会',
  '谁在会上',
  '東京時間下周二上午10點 海外同步',
];
const ENGLISH = [
  'book tomorrow 3pm for 90 min topic "Q4 review" password 1234 host @Alice record',
  'next Tue 10am roadmap sync',
  'every other Thursday 4pm retro',
  'schedule "Launch plan" on Thursday at 2:15pm for 1.5h, passcode 4321, record it',
  'move standup to Monday 9am Tokyo time',
  'between 10 and 11am on Monday',
  'December 1, 2026 at 9:30 AM board meeting',
  'extend by 30 minutes',
  'could you book Wed 25 Nov, 16:00, 2 hrs, pwd 777888?',
  'in half an hour',
];

interface Reader {
  name: string;
  zh(text: string): unknown;
  en(text: string): unknown;
}

/** The peers' calls, as far as they are used here. */
interface Chrono {
  parse(text: string, reference: { instant: Date; timezone: number }, options: { forwardDate: boolean }): unknown;
  zh: { hans: { parse: Chrono['parse'] } };
}
interface Recognizers {
  Culture: { Chinese: string; English: string };
  recognizeDateTime(text: string, culture: string, options: number, reference: Date): unknown;
}

function readers(): Reader[] {
  const chrono = require('chrono-node') as Chrono;
  const recognizers = require('@microsoft/recognizers-text-date-time') as Recognizers;
  const ours = (text: string): unknown => understand({ text, mentions: [], botOpenId: null }, { now: NOW, zone: ZONE });
  const timeAlone = (text: string): unknown => readTime(prepare(text), { now: NOW, zone: ZONE });
  const reference = { instant: new Date(NOW), timezone: 480 };
  const forward = { forwardDate: true };
  const recognize = (culture: string) => (text: string) => recognizers.recognizeDateTime(text, culture, 0, new Date(NOW));
  return [
    { name: 'ours', zh: ours, en: ours },
    { name: 'its time', zh: timeAlone, en: timeAlone },
    {
      name: 'chrono-node',
      zh: (text) => chrono.zh.hans.parse(text, reference, forward),
      en: (text) => chrono.parse(text, reference, forward),
    },
    { name: 'Recognizers', zh: recognize(recognizers.Culture.Chinese), en: recognize(recognizers.Culture.English) },
  ];
}

/** Microseconds of this process's own time a message, one round. */
function round(reader: Reader): { zh: number; en: number } {
  const time = (texts: string[], read: (text: string) => unknown): number => {
    const times = Math.max(1, Math.round((reader.name === 'Recognizers' ? 20 : 400) / texts.length));
    const before = process.cpuUsage();
    for (let i = 0; i < times; i += 1) for (const text of texts) read(text);
    return process.cpuUsage(before).user / (times * texts.length);
  };
  return { zh: time(CHINESE, reader.zh), en: time(ENGLISH, reader.en) };
}

const middle = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function compare(): void {
  const all = readers();
  const rounds = new Map(all.map((one) => [one.name, { zh: [] as number[], en: [] as number[] }]));
  for (const one of all) for (let i = 0; i < (one.name === 'Recognizers' ? 3 : WARM_UP); i += 1) round(one);
  for (let i = 0; i < ROUNDS; i += 1) {
    for (const one of all) {
      const { zh, en } = round(one);
      rounds.get(one.name)?.zh.push(zh);
      rounds.get(one.name)?.en.push(en);
    }
  }
  console.log(`reading a message, µs (median of ${ROUNDS} rounds in turns; ×: ours = 1)`);
  const base = rounds.get('ours');
  for (const [name, { zh, en }] of rounds) {
    const ratio = (own: number[], ours: number[] | undefined): string => `${(middle(own) / middle(ours ?? own)).toFixed(2)} ×`;
    console.log(
      `  ${name.padEnd(12)} Chinese ${middle(zh).toFixed(1).padStart(8)}  ${ratio(zh, base?.zh).padStart(9)}   English ${middle(en).toFixed(1).padStart(8)}  ${ratio(en, base?.en).padStart(9)}`,
    );
  }
}

const LONG = 150_000;
const LONG_MS = 10;
const FUZZED = 300;

/** What messages are made of, and what readers stumble over: open brackets and quotes, marks without end, runs of one sort. */
const PIECES = [
  ...['明天下午3点', '3点到4点-', '"主题：', '@张三、', 'no password record ', '(((((', '周会改到', '延长', '1 2 3 4 5 6 7 8 9 ', '讨论'],
  ...[
    '每周一',
    '、和',
    '12:00-',
    '2026-11-',
    '密码',
    '密码：123',
    '主持人',
    '取消',
    '不对，',
    '是',
    '的',
    '「',
    '【',
    '《',
    '“',
    "'",
    '\n',
    '\t',
  ],
  ...[
    'at ',
    'to ',
    'from ',
    'every ',
    'next ',
    'and ',
    'or ',
    '10',
    ':',
    '.',
    ',',
    '+08:00 ',
    'https://a.b/',
    'UTC+',
    'a',
    ' ',
    '半',
    '两',
    '十',
  ],
  ...['\u200b', '\u202e', '\u0301', '👨‍👩‍👧', '🏴', '\ud800', '１２３', 'ＡＢ', '𝟑', 'ⅷ', '٣', 'ｐｍ', '०', '\0'],
];

/** Numbers by chance, the same for the same seed. */
function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A few pieces, over and over, each for a run of its own length. */
function longText(seed: number): string {
  const next = chance(seed);
  const own = Array.from({ length: 1 + next(6) }, () => PIECES[next(PIECES.length)]!);
  let text = '';
  while (text.length < LONG) text += own[next(own.length)]!.repeat(1 + next(next(4) === 0 ? 2000 : 4));
  return text.slice(0, LONG);
}

/** Milliseconds of this process's own time: on a busy machine the clock tells of others. */
function cost(text: string): number {
  const times = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    understand({ text, mentions: [], botOpenId: null }, { now: NOW, zone: ZONE });
    return process.cpuUsage(before).user / 1000;
  });
  return Math.min(...times);
}

/** A long message costs no more than its first stretch: the time grows with neither its size nor its repetitions. */
function long(): void {
  for (let seed = 0; seed < 20; seed += 1) cost(longText(1000 + seed));
  const alone = PIECES.map((piece) => ({
    what: JSON.stringify(piece),
    ms: cost(piece.repeat(Math.ceil(LONG / piece.length)).slice(0, LONG)),
  }));
  const mixed = Array.from({ length: FUZZED }, (_, seed) => ({ what: `seed ${seed}`, ms: cost(longText(seed)) }));
  const all = [...alone, ...mixed].sort((one, other) => other.ms - one.ms);
  const [worst, half] = [all[0]!, all[Math.floor(all.length / 2)]!];
  console.log(
    `  a message of 150 KB, ${alone.length} repetitions and ${mixed.length} mixtures: median ${half.ms.toFixed(1)} ms, worst ${worst.ms.toFixed(1)} ms (${worst.what}), ${all.filter(({ ms }) => ms > LONG_MS).length} above ${LONG_MS} ms`,
  );
}

compare();
long();
