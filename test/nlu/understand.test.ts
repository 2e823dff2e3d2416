import { describe, expect, it } from 'vitest';
import type { Mention } from '../../src/domain/event.ts';
import type { Lang } from '../../src/domain/settings.ts';
import { understand } from '../../src/nlu/understand.ts';
import { tell } from './tell.ts';

/** A Friday. */
const ctx = { now: Date.parse('2026-11-20T10:15:00+08:00'), zone: 'Asia/Shanghai' };
const at = (local: string): number => Date.parse(`${local}:00+08:00`);

const BOT: Mention = { key: '@_user_1', openId: 'ou_bot', name: '会议助手' };
const ZHANG: Mention = { key: '@_user_2', openId: 'ou_zhang', name: '张三' };
const LI: Mention = { key: '@_user_3', openId: 'ou_li', name: '李四' };

const read = (text: string, mentions: Mention[] = [BOT, ZHANG, LI]) => understand({ text, mentions, botOpenId: 'ou_bot' }, ctx);
const slots = (text: string) => {
  const { intent } = read(text);
  return intent.want === 'book' || intent.want === 'change' ? intent.slots : null;
};

describe('mentions', () => {
  const zhang = { name: '张三', openId: 'ou_zhang' };
  const li = { name: '李四', openId: 'ou_li' };

  it.each<[string, object]>([
    ['@_user_1 明天下午3点 周会', { topic: '周会' }],
    ['明天下午3点 周会 @_user_1', { topic: '周会' }],
    ['@_user_1 明天下午3点 周会 主持人@_user_2', { topic: '周会', hosts: [zhang] }],
    ['@_user_1 明天下午3点 周会 主持人：@_user_2、@_user_3', { topic: '周会', hosts: [zhang, li] }],
    ['@_user_1 明天下午3点 周会 @_user_2 @_user_3', { topic: '周会', attendees: [zhang, li] }],
    ['@_user_1 明天下午3点和@_user_2过合同，主持人 @_user_3', { topic: '过合同', hosts: [li], attendees: [zhang] }],
    ['@_user_1 book tomorrow 3pm sync host @_user_2 with @_user_3', { topic: 'sync', hosts: [zhang], attendees: [li] }],
    [
      '@_user_1 明天下午3点 周会 只有 @_user_2 和 @_user_3 能进',
      { topic: '周会', join: { who: 'people', people: [zhang, li] }, attendees: [zhang, li] },
    ],
    ['@_user_1 明天下午3点 周会 仅受邀人 @_user_2', { topic: '周会', join: { who: 'people', people: [zhang] }, attendees: [zhang] }],
    ['@_user_1 明天下午3点 周会 @_all', { topic: '周会' }],
    ['@_user_1 明天下午3点 周会 @_user_9', { topic: '周会' }],
  ])('%s', (text, expected) => {
    expect(slots(text)).toEqual(expected);
  });

  it('of the bot alone are a greeting', () => {
    expect(tell(read('@_user_1').intent)).toBe('help greeting');
    expect(tell(read('@_user_1 ').intent)).toBe('help greeting');
    expect(tell(read('').intent)).toBe('help greeting');
  });
});

describe('what the client adds', () => {
  it.each([
    ['明天下午3点 R&amp;D &quot;周会&quot;', '周会'],
    ['明天下午3点 A &lt; B 评审', 'A < B 评审'],
    ['明天下午3点 [设计稿](https://example.com/x?y=1) 评审', '设计稿 评审'],
    ['明天下午3点 评审 https://example.com/2026-12-01/15:00', '评审'],
  ])('%s', (text, topic) => {
    expect(slots(text)?.topic).toBe(topic);
  });
});

describe('a topic', () => {
  it.each([
    ['明天下午3點 產品評審', '產品評審'],
    ['明天下午3点 ＰＲＤ　评审', 'ＰＲＤ 评审'],
    ['tomorrow 3pm iOS Release Review', 'iOS Release Review'],
    ['明天下午3点 #abc123', '#abc123'],
    ['明天下午3点 “周五的版本”', '周五的版本'],
    ['明天下午3点 主题：下周三的发布', '下周三的发布'],
  ])('%s: keeps the person’s own characters', (text, topic) => {
    expect(slots(text)?.topic).toBe(topic);
  });

  it('in quotes is never a time or a command', () => {
    const { intent } = read('明天下午3点 “取消周五10点的会”');
    expect(intent).toMatchObject({ want: 'book', slots: { topic: '取消周五10点的会' }, time: { start: { at: at('2026-11-21T15:00') } } });
  });

  it('may be followed by its time', () => {
    const { intent } = read('topic: Friday release review tomorrow 3pm');
    expect(intent).toMatchObject({ slots: { topic: 'Friday release review' }, time: { start: { at: at('2026-11-21T15:00') } } });
  });
});

describe('a move', () => {
  it.each([
    ['把明天下午3点的周会改到后天下午4点', '2026-11-22T16:00'],
    ['明天下午3点的会改到4点', '2026-11-21T16:00'],
    ['今天下午6点的会挪到7点', '2026-11-20T19:00'],
    ['今晚9点不行，改到明天晚上8点', '2026-11-21T20:00'],
    ['move standup from 3pm to 4pm', '2026-11-20T16:00'],
    ['change the 3pm meeting to 4pm', '2026-11-20T16:00'],
    ["move Friday's retro to Monday 10am", '2026-11-23T10:00'],
  ])('%s: goes to the new time', (text, local) => {
    expect(read(text).intent).toMatchObject({ want: 'move', shift: null, time: { start: { grain: 'minute', at: at(local) } } });
  });

  it.each([
    ['延长到下午5点', '2026-11-20T17:00'],
    ['改到下午5点结束', '2026-11-20T17:00'],
    ['结束时间改到下午5点', '2026-11-20T17:00'],
    ['extend until 5pm', '2026-11-20T17:00'],
  ])('%s: moves the end alone', (text, local) => {
    expect(read(text).intent).toMatchObject({ want: 'move', time: { start: null, end: { at: at(local) } } });
  });

  it('names its meeting by when it is', () => {
    expect(read('取消明天下午的周会').intent).toEqual({
      want: 'cancel',
      which: { by: 'topic', topic: '周会', during: { from: at('2026-11-21T12:00'), until: at('2026-11-21T19:00') } },
    });
    expect(read('取消明天的会').intent).toEqual({
      want: 'cancel',
      which: { by: 'context', during: { from: at('2026-11-21T00:00'), until: at('2026-11-22T00:00') } },
    });
  });
});

describe('the language of a message', () => {
  it.each<[string, Lang | null]>([
    ['明天下午3点 周会', 'zh_cn'],
    ['book tomorrow 3pm', 'en_us'],
    ['book 明天下午3点 周会', 'zh_cn'],
    ['明天下午3点 PRD review', 'zh_cn'],
    ['book a meeting tomorrow "周会"', 'en_us'],
    ['@_user_2 cancel it', 'en_us'],
    ['15:00', null],
    ['112 000 358', null],
    ['🎉', null],
    ['', null],
  ])('%s: %s', (text, lang) => {
    expect(read(text).lang).toBe(lang);
  });
});

describe('steps', () => {
  it('say who read what and keep the password to themselves', () => {
    const { steps } = read('@_user_1 明天下午3点 周会 密码2468 主持人@_user_2 录制');
    const all = steps.join('\n');
    expect(all).toContain('record');
    expect(all).toContain('hosts 张三');
    expect(all).toContain('want: book');
    expect(all).toContain('topic: 周会');
  });
});

describe('a long message', () => {
  const seeds = [
    '明天下午3点',
    '3点到4点-',
    '"主题：',
    '@张三、',
    '@_user_2 ',
    'no password record ',
    '(((((',
    '周会改到',
    '延长',
    '1 2 3 4 5 6 7 8 9 ',
    '谢谢哈',
    'thank you ',
    '谁都能进',
    '密码',
    '「',
    '\n',
    '&amp;',
    '[a](http://x) ',
    'rename it of to ',
    '主持人',
  ];
  /** The quickest of three: what else the machine does is not the message's. */
  const cost = (text: string): number =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const start = performance.now();
        read(text);
        return performance.now() - start;
      }),
    );

  it.each(seeds)('of %j costs no more than one that is a tenth of it, ten times over', (seed) => {
    const long = (size: number): string => seed.repeat(Math.ceil(size / seed.length));
    read(long(1500));
    // Ten times as much for what is passed over, and slack for what is too quick to be measured; twice a square would be a hundred.
    expect(cost(long(150_000))).toBeLessThan(20 * cost(long(15_000)) + 20);
  });
});
