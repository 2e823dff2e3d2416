import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { clip, escapeMarkdown } from '../../src/card/escape.ts';
import { render } from '../../src/card/render.ts';
import { plain } from '../../src/text/ink.ts';
import { say } from '../../src/text/say.ts';
import { objects } from './read.ts';
import { ANNA, meeting, views } from './views.ts';

const HOSTILE = [
  '<at id=all></at>',
  '<at user_id="all">all</at>',
  '**x** __y__ ~~z~~ *a* _b_',
  '](javascript:alert(1))',
  '[click](https://evil.example)',
  '![x](img_v2_1)',
  'https://evil.example/path',
  '`code` ```\nblock\n```',
  '# heading',
  '- item',
  '1) item',
  '> quote',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '<font color="red">red</font>',
  '&lt;at id=all&gt;',
  '&#60;at id=all>',
  '\\*not bold\\*',
  '$x$ {y} {?}',
  ':OK: :smile:',
  '---',
];

const md = new MarkdownIt({ html: true, linkify: true });

describe('people’s text in markdown', () => {
  it.each(HOSTILE)('stays text: %j', (text) => {
    const shown = clip(text, 100);
    const html = md.render(`**${escapeMarkdown(shown)}**\n${escapeMarkdown(shown)}`);
    expect(html.replace(/<\/?(?:p|strong)>/g, '')).not.toMatch(/<(?!br)/);
    const back = html
      .replace(/<[^>]+>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&')
      .trim();
    expect(back).toBe(`${shown}\n${shown}`);
  });

  it.each(HOSTILE)('mentions nobody and links nowhere in any card: %j', (text) => {
    const many = [
      { ...views.cancelled!, meeting: meeting({ status: 'cancelled', topic: text }) },
      { ...views.list!, meetings: [meeting({ topic: text })] },
      {
        ...views['booked with everything']!,
        meeting: meeting({ topic: text, rrule: text, join: { who: 'people' as const, people: [{ name: text }] } }),
      },
      { ...views.call!, meeting: meeting({ kind: 'call', callee: { phone: text, name: text } }) },
      { ...views['help for unknown words']!, suggestion: text, botName: text },
      { ...views['notice of a warning']!, say: { key: 'not_found_topic', args: { topic: text } } },
      { ...views.invitation!, meeting: meeting({ topic: text }) },
    ];
    for (const view of many) {
      for (const node of objects(render(view as (typeof views)[string], { langs: 'zh_cn' }))) {
        if (node.tag !== 'markdown') continue;
        const content = String(node.content).replace(/^```\n[\s\S]*\n```$|`[^`\n]*`/g, '');
        expect(content).not.toMatch(/<at|<a |!\[|\]\(javascript|\]\(https:\/\/evil|&lt;|```/);
      }
    }
  });

  it.each([
    ['\u202Etxt.exe\u202C', 'txt.exe'],
    ['a\u200Bb\u2060c\uFEFF', 'abc'],
    ['line\none\r\n\ttwo\u2028three', 'line one two three'],
    ['\u0000\u0007bell', 'bell'],
    ['👩‍👩‍👧‍👦 family', '👩‍👩‍👧‍👦 family'],
    ['ישיבה', '\u2068ישיבה\u2069'],
    ['  ', ''],
    ['\u200B\u200E', ''],
  ])('shows %j as %j', (text, shown) => {
    expect(clip(text, 50)).toBe(shown);
  });

  it.each([
    ['x'.repeat(500), 20, `${'x'.repeat(20)}…`],
    ['会'.repeat(20), 20, '会'.repeat(20)],
    ['会'.repeat(21), 20, `${'会'.repeat(20)}…`],
    ['👩‍👩‍👧‍👦'.repeat(10), 3, '…'],
    ['👍🏽'.repeat(30), 8, `${'👍🏽'.repeat(4)}…`],
    ['é'.normalize('NFD').repeat(30), 5, `${'é'.normalize('NFD').repeat(5)}…`],
    [`a${'\u0301'.repeat(5000)}`, 5, '…'],
  ])('cuts between graphemes and within bytes', (text, most, shown) => {
    expect(clip(text, most)).toBe(shown);
  });
});

describe('people’s text in a message', () => {
  it('neither mentions nor links', () => {
    const topic = '<at user_id="all">x</at> [a](https://evil.example)';
    expect(say({ key: 'changed_cancelled', args: { who: { user: ANNA }, topic } }, 'zh_cn')).toBe(
      `<at user_id="${ANNA}"></at> 取消了「＜at user_id="all"＞x＜/at＞ [a］(https://evil.example)」`,
    );
  });

  it('mentions only what can be an open id', () => {
    const by = (user: string) => ({ key: 'changed_cancelled_call', args: { who: { user } } }) as const;
    expect(say(by('all'), 'en_us')).toBe('Someone cancelled the call');
    expect(say(by(ANNA), 'zh_cn', plain)).toBe('有人 取消了通话');
  });
});
