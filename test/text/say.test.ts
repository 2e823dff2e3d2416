import { describe, expect, it } from 'vitest';
import type { Say, SayArg } from '../../src/domain/say.ts';
import { LANGUAGES } from '../../src/text/languages.ts';
import { say } from '../../src/text/say.ts';

const zh = LANGUAGES.zh_cn.sentences;
const en = LANGUAGES.en_us.sentences;

const ANNA = 'ou_1111111111111111111111111111aaaa';
const AT = Date.UTC(2026, 10, 20, 7);
const time = (hours: number, zone = 'Asia/Shanghai'): SayArg => ({ at: AT + hours * 3_600_000, zone });

const CJK = /[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF]/;

/** What holds the other language on purpose, and what only stands between others. */
const MIXED = new Set(['say_other', 'invitation_other', 'assumed_join', 'list_comma']);

describe('the sentences', () => {
  it.each(Object.keys(zh).filter((key) => !MIXED.has(key)))('%s is native in each language', (key) => {
    const part = new Proxy({}, { get: (_, name) => (name === Symbol.toPrimitive ? () => 'X' : 'X') });
    const args = new Proxy(
      {},
      { get: (_, name) => (/count|minutes|seconds|page|total|max|times/.test(String(name)) ? 2 : name === 'span' ? 'today' : part) },
    );
    const write = (sentence: unknown): string => (typeof sentence === 'function' ? sentence(args) : String(sentence));
    const zhText = write((zh as Record<string, unknown>)[key]);
    const enText = write((en as Record<string, unknown>)[key]);
    expect(enText).not.toMatch(CJK);
    expect(enText).not.toMatch(/[‘’“”]/);
    expect(enText).not.toBe(zhText);
    expect(zhText).not.toMatch(/[\u4E00-\u9FFF]\s*[,;!?](?!\S)|[\u4E00-\u9FFF]\.$/);
    for (const text of [zhText, enText]) expect(text).not.toMatch(/undefined|NaN|\s$/);
  });

  const errors = Object.keys(zh).filter((key) => key.startsWith('error_') && !key.startsWith('error_unknown'));

  it.each(errors)('%s says what to do next', (key) => {
    const args = { scopes: 'vc:reserve', link: 'https://open.feishu.cn/app' };
    const [zhText, enText] = (['zh_cn', 'en_us'] as const).map((lang) => say({ key, args } as never, lang));
    expect(zhText).toMatch(/请|发送「|需要对方|稍等/);
    expect(enText).toMatch(/please|try again|ask |check|send "|add |use |refresh|join first|they can|administrator|wait/i);
    for (const text of [zhText, enText]) {
      expect(text?.length).toBeLessThan(220);
      // The platform's own words are for developers.
      expect(text).not.toMatch(/\d{5,}|param|token invalid/);
    }
  });

  it.each([
    [
      'changed_moved',
      { who: { user: ANNA }, start: time(0), end: time(1.5) },
      `<at user_id="${ANNA}"></at> 把会议改到了 11月20日(周五) 15:00–16:30 (UTC+8)`,
      `<at user_id="${ANNA}"></at> moved the meeting to Fri, Nov 20, 15:00–16:30 (UTC+8)`,
    ],
    [
      'changed_moved',
      { who: { user: ANNA }, start: time(0), end: time(12) },
      `<at user_id="${ANNA}"></at> 把会议改到了 11月20日(周五) 15:00 (UTC+8) – 11月21日(周六) 03:00 (UTC+8)`,
      `<at user_id="${ANNA}"></at> moved the meeting to Fri, Nov 20, 15:00 (UTC+8) – Sat, Nov 21, 03:00 (UTC+8)`,
    ],
    [
      'changed_extended',
      { who: { user: 'x' }, minutes: 60, at: time(2, 'UTC+05:30') },
      '有人 把会议延长了 1 小时，到 11月20日(周五) 14:30 (UTC+5:30)',
      'Someone extended the meeting by 1 hour, until Fri, Nov 20, 14:30 (UTC+5:30)',
    ],
    [
      'changed_extended',
      { who: { user: 'x' }, minutes: 1, at: time(2, 'America/New_York') },
      '有人 把会议延长了 1 分钟，到 11月20日(周五) 04:00 (UTC-5)',
      'Someone extended the meeting by 1 minute, until Fri, Nov 20, 04:00 (UTC-5)',
    ],
    ['changed_topic', { who: { user: 'x' }, topic: '' }, '有人 去掉了会议主题', "Someone removed the meeting's topic"],
    ['list_page', { page: 1, pages: 1, total: 1 }, '第 1/1 页，共 1 场', 'Page 1 of 1 · 1 meeting'],
    [
      'hosts_refused',
      { count: 1 },
      '有 1 人没能设为主持人：只有本企业的飞书用户可以。',
      '1 person could not be made host: hosts must be Feishu users of our company.',
    ],
    ['who_inside', { seconds: 3720 }, '在会 1 小时 2 分钟', 'In for 1 hour 2 minutes'],
    ['who_inside', { seconds: 61 }, '在会 1 分钟', 'In for 1 minute'],
    ['too_many_hosts', { max: 10 }, '主持人最多 10 位。', 'A meeting can have 10 hosts at most.'],
    ['error_unknown', { code: '42', logId: '2026X' }, '错误码 42，日志 ID 2026X', 'Error 42, log ID 2026X'],
    ['error_unknown_code', { code: '42' }, '错误码 42', 'Error 42'],
    ['nobody_wrote_this', {}, zh.something_wrong, en.something_wrong],
    ['constructor', {}, zh.something_wrong, en.something_wrong],
  ] as [string, Record<string, SayArg>, string, string][])('%s %j', (key, args, inZh, inEn) => {
    expect(say({ key, args } as Say, 'zh_cn')).toBe(inZh);
    expect(say({ key, args } as Say, 'en_us')).toBe(inEn);
  });

  it('exist, with the arguments that they need: the compiler says so', () => {
    const said: Say[] = [
      { key: 'past' },
      { key: 'too_many_hosts', args: { max: 10 } },
      // @ts-expect-error nobody has a sentence for it
      { key: 'nobody_wrote_this' },
      // @ts-expect-error an argument is missing
      { key: 'too_many_hosts' },
      // @ts-expect-error an argument too many
      { key: 'too_many_hosts', args: { max: 10, min: 1 } },
      // @ts-expect-error a time is no string
      { key: 'changed_moved', args: { who: { user: ANNA }, start: '15:00', end: '16:00' } },
    ];
    expect(said).toHaveLength(6);
  });
});
