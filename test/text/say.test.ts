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
const MIXED = new Set(['say_other', 'invitation_other', 'assumed_join', 'list_comma', 'summary_call', 'zone_name', 'zone_clock']);

describe('the sentences', () => {
  it.each(Object.keys(zh).filter((key) => !MIXED.has(key)))('%s is native in each language', (key) => {
    const part = new Proxy({}, { get: (_, name) => (name === Symbol.toPrimitive ? () => 'X' : 'X') });
    const args = new Proxy(
      {},
      {
        get: (_, name) =>
          /count|minutes|seconds|page|total|max|times/.test(String(name))
            ? 2
            : /news|others|what|why/.test(String(name))
              ? ['X']
              : name === 'lang'
                ? 'zh_cn'
                : part,
      },
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

  const changed = (topic: string, news: Say[], others: Say[] = []) => ({ who: { user: 'x' }, topic, news, others });
  const moved = (start: SayArg, end: SayArg) => ({ key: 'now_time', args: { start, end } }) as Say;

  it.each([
    [
      'changed',
      { ...changed('周会', [moved(time(0), time(1.5))]), who: { user: ANNA } },
      `<at user_id="${ANNA}"></at> 更新了「周会」：时间 → 11月20日(周五) 15:00–16:30 (UTC+8)`,
      `<at user_id="${ANNA}"></at> updated "周会": now Fri, Nov 20, 3–4:30 PM (UTC+8)`,
    ],
    [
      'changed',
      changed(
        '',
        [moved(time(0), time(12)), { key: 'now_topic', args: { topic: '月会' } }],
        [{ key: 'name_password' }, { key: 'name_hosts' }],
      ),
      '有人 更新了会议：时间 → 11月20日(周五) 15:00 (UTC+8) – 11月21日(周六) 03:00 (UTC+8)；主题 → 「月会」；密码、主持人已改',
      'Someone updated the meeting: now Fri, Nov 20, 3 PM (UTC+8) – Sat, Nov 21, 3 AM (UTC+8); renamed to "月会"; password and hosts changed',
    ],
    [
      'changed',
      changed('周会', [{ key: 'now_longer', args: { minutes: 60, at: time(2, 'UTC+05:30') } } as Say]),
      '有人 更新了「周会」：延长 1 小时，到 11月20日(周五) 14:30 (UTC+5:30)',
      'Someone updated "周会": 1 hour longer, until Fri, Nov 20, 2:30 PM (UTC+5:30)',
    ],
    [
      'changed',
      changed('周会', [{ key: 'now_shorter', args: { minutes: 1, at: time(2, 'America/New_York') } } as Say]),
      '有人 更新了「周会」：缩短 1 分钟，到 11月20日(周五) 04:00 (UTC-5)',
      'Someone updated "周会": 1 minute shorter, until Fri, Nov 20, 4 AM (UTC-5)',
    ],
    [
      'changed',
      changed('周会', [{ key: 'now_topic', args: { topic: '' } }]),
      '有人 更新了「周会」：去掉了主题',
      'Someone updated "周会": topic removed',
    ],
    ['changed_undone', { who: { user: 'x' }, topic: '' }, '有人 撤销了会议的预约', 'Someone undid the booking of the meeting'],
    [
      'settings_done',
      {
        what: [
          { key: 'set_minutes', args: { minutes: 30 } },
          { key: 'set_zone', args: { zone: { zone: 'Asia/Tokyo' } } },
          { key: 'set_record_on' },
        ],
      },
      '好，以后默认 30 分钟，按东京时间算，自动录制',
      'OK, from now on: 30 minutes by default, times in Tokyo time and record automatically',
    ],
    ['too_far', { last: time(0) }, '只能约 30 天内的会（11月20日前）。', 'I can only book within 30 days (before Nov 20).'],
    ['assumed_clock', { clock: time(-1) }, '没说上午还是下午，按 14:00 约的', 'Assumed 2 PM'],
    ['assumed_clock', { clock: time(-2.75) }, '没说上午还是下午，按 12:15 约的', 'Assumed 12:15 PM'],
    ['assumed_length', { minutes: 60 }, '没说结束时间，先约 1 小时', 'No end time given, so I booked 1 hour'],
    ['list_page', { page: 1, pages: 1, total: 1 }, '第 1/1 页，共 1 场', 'Page 1 of 1 · 1 meeting'],
    [
      'hosts_refused',
      { count: 1 },
      '有 1 人没能设为主持人：主持人只能是本企业的飞书用户。',
      "1 person couldn't be made host: hosts must be Feishu users in our company.",
    ],
    [
      'series_named',
      { topic: '周会', rule: { rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=5' }, at: time(0) },
      '周会 · 每周一 15:00，共 5 次',
      '周会 · every Monday at 3 PM, 5 times',
    ],
    [
      'series_rule',
      { often: '每月 1 号', clock: '10:00', end: '，到 3月1日' },
      '每月 1 号 10:00，到 3月1日',
      '每月 1 号 at 10:00，到 3月1日',
    ],
    ['who_inside', { seconds: 3720 }, '入会 1 小时 2 分钟', 'In for 1 hour 2 minutes'],
    ['who_inside', { seconds: 61 }, '入会 1 分钟', 'In for 1 minute'],
    ['who_inside', { seconds: 59 }, '刚入会', 'Just joined'],
    ['too_many_hosts', { max: 10 }, '主持人最多 10 位。', 'A meeting can have 10 hosts at most.'],
    ['form_look', { count: 1 }, '有 1 处要改，见红字。', '1 field needs another look; see the red note.'],
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
      { key: 'now_time', args: { start: '15:00', end: '16:00' } },
    ];
    expect(said).toHaveLength(6);
  });
});
