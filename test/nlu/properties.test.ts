import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Intent } from '../../src/domain/intent.ts';
import { understand } from '../../src/nlu/understand.ts';
import { runs } from '../helpers/thorough.ts';
import { asking } from './cases.asking.ts';
import { bookEn } from './cases.book-en.ts';
import { bookZh } from './cases.book-zh.ts';
import { changing } from './cases.changing.ts';
import { habits } from './cases.habits.ts';
import { people } from './cases.people.ts';

/** The same sentences each time. */
const SEED = 20_261_120;
/** Before all of the clocks below: what has passed is another matter. */
const ctx = { now: Date.parse('2026-11-20T09:15:00+08:00'), zone: 'Asia/Shanghai' };
const read = (text: string, now = ctx): Intent => understand({ text, mentions: [], botOpenId: null }, now).intent;

const chinese = (message: string): boolean => /\p{Script=Han}/u.test(message) && !/[a-z]/i.test(message);

const zh = [...bookZh, ...changing, ...asking].map(([message]) => message).filter(chinese);
const bookings = [...bookZh, ...people, ...habits].filter(([, told]) => told.startsWith('book')).map(([message]) => message);
const english = bookEn.map(([message]) => message);

/** Sentences built of parts, so that their meaning is known beforehand. */
const DAYS = ['今天', '明天', '后天', '下周三', '周五', '11月25日'];
const CLOCKS = ['下午3点', '下午三点半', '15:30', '晚上8点', '上午10点'];
const TOPICS = ['周会', '产品评审', '预算讨论', '1on1', 'Q4 复盘', '面试候选人', '线上分享'];
const SLOTS = ['', '密码2468', '录制', '不录制', '仅限本群', '主持人@李四', '免密'];
const GREETINGS = ['', '你好，', '您好 ', '大家好，', '嗨，', 'hi，'];
const REQUESTS = ['', '帮我约', '麻烦帮我预约', '请帮忙订一下', '我想约一个', '预约', '帮我安排'];
const THANKS = ['', '，谢谢', '！', '，麻烦了', ' 谢谢', '，辛苦了', '吧', '～'];

const sentence = fc.record({
  day: fc.constantFrom(...DAYS),
  clock: fc.constantFrom(...CLOCKS),
  topic: fc.constantFrom(...TOPICS),
  slot: fc.constantFrom(...SLOTS),
});

describe('courtesy changes nothing', () => {
  it('in a booking built of known parts', () => {
    fc.assert(
      fc.property(
        sentence,
        fc.constantFrom(...GREETINGS),
        fc.constantFrom(...REQUESTS),
        fc.constantFrom(...THANKS),
        ({ day, clock, topic, slot }, greeting, request, thanks) => {
          const plain = read(`${day}${clock} ${topic} ${slot}`);
          expect(plain).toMatchObject({ want: 'book', slots: { topic } });
          expect(read(`${greeting}${request}${day}${clock}的${topic} ${slot}${thanks}`)).toEqual(plain);
        },
      ),
      runs(133, SEED),
    );
  });

  it('before and after what people wrote', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...bookings.filter((one) => !/^[@/?？]/.test(one))),
        fc.constantFrom('你好，', '您好！', '麻烦，', 'hi, '),
        (text, greeting) => {
          expect(read(`${greeting}${text}`)).toEqual(read(text));
        },
      ),
      runs(100, SEED),
    );
    fc.assert(
      fc.property(fc.constantFrom(...english), fc.constantFrom('hi, ', 'hello, ', 'please '), (text, greeting) => {
        expect(read(`${greeting}${text}`)).toEqual(read(text));
      }),
      runs(100, SEED),
    );
  });
});

describe('order changes nothing', () => {
  it('of day and clock, topic and slots', () => {
    fc.assert(
      fc.property(sentence, ({ day, clock, topic, slot }) => {
        const first = read(`${day}${clock} ${topic} ${slot}`);
        expect(read(`${topic} ${day}${clock} ${slot}`)).toEqual(first);
        expect(read(`${slot} ${day}${clock} ${topic}`)).toEqual(first);
        expect(read(`${day}${clock}，${topic}，${slot}`)).toEqual(first);
      }),
      runs(100, SEED),
    );
  });
});

const full = (text: string): string =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).replace(/ /g, '\u3000');
const half = (value: unknown): unknown =>
  typeof value === 'string'
    ? value.normalize('NFKC')
    : Array.isArray(value)
      ? value.map(half)
      : value && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, half(one)]))
        : value;

describe('width and spaces change nothing', () => {
  it('full-width letters and digits', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...bookings, ...english).filter((text) => !/[@[&"']|https?:/.test(text)),
        (text) => {
          expect(half(read(full(text)))).toEqual(half(read(text)));
        },
      ),
      runs(100, SEED),
    );
  });

  it('spaces between the words of a Chinese sentence', () => {
    fc.assert(
      fc.property(sentence, ({ day, clock, topic, slot }) => {
        const close = read(`${day}${clock}，${topic}，${slot}`);
        expect(read(` ${day}  ${clock}  ， ${topic} ，  ${slot} `)).toEqual(close);
        if (!slot.includes('@') && !(/\d$/.test(clock) && /^\w/.test(topic)))
          expect(read(`${day}${clock}${topic}，${slot}`)).toEqual(close);
      }),
      runs(100, SEED),
    );
  });

  it('a full stop or a blank line at the end', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zh), fc.constantFrom('。', ' ', '\n', '。\n'), (text, end) => {
        expect(read(`${text}${end}`)).toEqual(read(text));
      }),
      runs(100, SEED),
    );
  });
});

describe('anything at all', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        ...bookings,
        ...english,
        ...zh,
        '“',
        '”',
        '"',
        '(',
        '@_user_1',
        '@_all',
        '\n',
        '密码',
        '主持人',
        '改到',
        '取消',
        '延长',
        '🎉',
        '\u0000',
        '\ud800',
      ),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
    ),
    { maxLength: 12 },
  );

  it('is understood as something, with its topic taken from it', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        const { intent, steps } = understand(
          { text, mentions: [{ key: '@_user_1', openId: 'ou_bot', name: 'bot' }], botOpenId: 'ou_bot' },
          ctx,
        );
        expect(typeof intent.want).toBe('string');
        expect(Array.isArray(steps)).toBe(true);
        if (intent.want === 'book' && intent.slots.topic !== undefined) expect(intent.slots.topic.trim()).not.toBe('');
      }),
      runs(200, SEED),
    );
  });
});

describe('the process', () => {
  const was = process.env.TZ;
  afterAll(() => {
    if (was === undefined) delete process.env.TZ;
    else process.env.TZ = was;
  });

  it('keeps its own time zone to itself', () => {
    const texts = [...bookings, ...english].slice(0, 200);
    const answers = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'].map((zone) => {
      process.env.TZ = zone;
      return JSON.stringify(texts.map((text) => read(text)));
    });
    expect(new Set(answers).size).toBe(1);
  });

  it('keeps its own clock to itself', () => {
    const later = { ...ctx, now: Date.parse('2031-03-05T10:15:00+08:00') };
    const then = read('明天下午3点 周会', later);
    expect(then).toMatchObject({ time: { start: { at: Date.parse('2031-03-06T15:00:00+08:00') } } });
    expect(read('明天下午3点 周会')).toEqual(read('明天下午3点 周会'));
  });
});
