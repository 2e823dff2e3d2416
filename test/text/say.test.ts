import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SayArg } from '../../src/domain/say.ts';
import type { Lang } from '../../src/domain/settings.ts';
import { en } from '../../src/text/en.ts';
import { ERROR_TEXTS } from '../../src/text/errors.ts';
import { say, saying } from '../../src/text/index.ts';
import { zh } from '../../src/text/zh.ts';

const ANNA = 'ou_1111111111111111111111111111aaaa';
const AT = Date.UTC(2026, 10, 20, 7);
const time = (hours: number, zone = 'Asia/Shanghai'): SayArg => ({ at: AT + hours * 3_600_000, zone });

const CJK = /[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF]/;

/** What holds the other language on purpose, and what only stands between others. */
const MIXED = new Set(['say_other', 'invitation_other', 'assumed_join', 'list_comma']);

describe('the sentences', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh));
  });

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
    ['error_121004', {}, String(ERROR_TEXTS.zh_cn.error_121004), String(ERROR_TEXTS.en_us.error_121004)],
    ['nobody_wrote_this', {}, zh.something_wrong, en.something_wrong],
    ['constructor', {}, zh.something_wrong, en.something_wrong],
  ] as [string, Record<string, SayArg>, string, string][])('%s %j', (key, args, inZh, inEn) => {
    expect(say({ key, args }, 'zh_cn')).toBe(inZh);
    expect(say({ key, args }, 'en_us')).toBe(inEn);
  });

  it('are built with the arguments that they need', () => {
    expect(saying('too_many_hosts', { max: 10 })).toEqual({ key: 'too_many_hosts', args: { max: 10 } });
    expect(saying('past')).toEqual({ key: 'past' });
    // @ts-expect-error an argument is missing
    saying('too_many_hosts');
    // @ts-expect-error a time is no string
    saying('changed_moved', { who: { user: ANNA }, start: '15:00', end: '16:00' });
  });
});

describe('what the code says', () => {
  const root = join(import.meta.dirname, '../../src');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/^(sandbox|text|bench)\b/.test(file),
  );
  const asked = new Set(
    files.flatMap((file) => {
      const source = readFileSync(join(root, file), 'utf8');
      return [...source.matchAll(/\bkey: '([a-z]+_[a-z_]+)'|\b(?:tell|notice)\('[a-z]+', '([a-z_]+)'/g)].map(
        (match) => match[1] ?? match[2]!,
      );
    }),
  );

  /** What can speak: everything behind the doors, the cards among it. */
  const speakers = files
    .filter((file) => /^(?:domain|card|meeting|bot|app)[\\/]/.test(file))
    .map((file) => readFileSync(join(root, file), 'utf8'));
  const quoted = new Set(speakers.flatMap((source) => [...source.matchAll(/'([a-z]+(?:_[a-z]+)*)'/g)].map((match) => match[1])));
  const woven = speakers.flatMap((source) =>
    [...source.matchAll(/`([a-z_]*)\$\{[^{}`]+\}([a-z_]*)`/g)]
      .filter(([, before, after]) => before?.endsWith('_') || after?.startsWith('_'))
      .map(([, before, after]) => new RegExp(`^${before}[a-z_]+${after}$`)),
  );

  it.each(Object.keys(zh))('%s is said somewhere', (key) => {
    expect(quoted.has(key) || woven.some((pattern) => pattern.test(key))).toBe(true);
  });

  it.each([...asked])('%s has its sentence', (key) => {
    for (const lang of ['zh_cn', 'en_us'] as Lang[])
      expect({ ...{ zh_cn: zh, en_us: en }[lang], ...ERROR_TEXTS[lang] }).toHaveProperty(key);
  });
});
