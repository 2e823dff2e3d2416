import { describe, expect, it } from 'vitest';
import { understand } from '../../src/nlu/understand.ts';
import { LANGS, LANGUAGES } from '../../src/text/languages.ts';

const tables = LANGS.map((lang) => LANGUAGES[lang].sentences);

const NOW = Date.UTC(2026, 10, 16, 3);
const read = (text: string) => understand({ text, mentions: [], botOpenId: null }, { now: NOW, zone: 'Asia/Shanghai' }).intent;

const WANTS = {
  say_book: { want: 'book', slots: {} },
  say_book_now: { want: 'book', now: true },
  say_book_more: { want: 'book', slots: { password: '1234', record: true } },
  say_list: { want: 'list', span: 'today' },
  say_move: { want: 'move', which: { by: 'topic' } },
  say_extend: { want: 'extend', minutes: 30 },
  say_who: { want: 'who' },
  say_cancel: { want: 'cancel', which: { by: 'topic' } },
  say_settings: { want: 'settings', patch: { minutes: 30 } },
  say_other: { want: 'book' },
} as const;

describe('what we tell people to say is understood', () => {
  it.each(Object.entries(WANTS))('%s', (key, want) => {
    for (const table of tables) expect(read(String(table[key as keyof typeof WANTS]))).toMatchObject(want);
  });

  it.each([
    ['改到后天上午10点', { want: 'move' }],
    ['推迟半小时', { want: 'move', shift: 30 }],
    ['move it to Friday 10am', { want: 'move' }],
    ['postpone by 30 minutes', { want: 'move', shift: 30 }],
    ['时区东京', { want: 'settings', patch: { zone: 'Asia/Tokyo' } }],
    ['set timezone to Tokyo', { want: 'settings', patch: { zone: 'Asia/Tokyo' } }],
    ['默认30分钟', { want: 'settings', patch: { minutes: 30 } }],
    ['default 30 minutes', { want: 'settings', patch: { minutes: 30 } }],
    ['语言英文', { want: 'settings', patch: { lang: 'en_us' } }],
    ['language Chinese', { want: 'settings', patch: { lang: 'zh_cn' } }],
    ['仅限公司内部', { want: 'change', slots: { join: { who: 'company' } } }],
    ['only our company', { want: 'change', slots: { join: { who: 'company' } } }],
  ])('%s', (text, want) => {
    expect(read(text)).toMatchObject(want);
    const sentences = tables.flatMap((table) => Object.values(table));
    expect(sentences.some((sentence) => typeof sentence === 'string' && sentence.includes(text))).toBe(true);
  });
});
