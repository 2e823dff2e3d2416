import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quoted, ROOT, readExample as read, tableOf } from '../helpers/docs.ts';

const SPEAKS: Record<string, (example: string) => object> = {
  book: () => ({ want: 'book', now: false, time: { start: { grain: 'minute' } } }),
  'book now': () => ({ want: 'book', now: true }),
  'book with details': () => ({ want: 'book', slots: { password: '1234', record: true, hosts: [expect.objectContaining({})] } }),
  'book by form': () => ({ want: 'book', now: false, time: { start: null } }),
  'see meetings': () => ({ want: 'list' }),
  look: () => ({ want: 'show', which: { by: 'meeting_no', meetingNo: '112000358' } }),
  'who is in': () => ({ want: 'who' }),
  move: () => ({ want: 'move' }),
  extend: () => ({ want: 'extend', minutes: 30 }),
  'rename, password, hosts, record, access': () => ({ want: 'change' }),
  cancel: () => ({ want: 'cancel' }),
  correct: () => ({ want: expect.stringMatching(/^(move|change)$/), which: { by: 'last' } }),
  'offer times to choose from': () => ({ want: 'book', options: [expect.anything(), expect.anything()] }),
  'the same again': () => ({ want: 'book', like: { by: 'last' } }),
  'point at one': () => ({ which: { by: expect.stringMatching(/^(context|nth|last)$/) } }),
  'take back what you did last (five minutes)': () => ({ want: 'undo' }),
  'two wishes at once': () => ({ want: 'cancel' }),
  'call a phone': () => ({ want: 'call', phone: expect.stringContaining('138') }),
  'invite, share': (example) => ({ want: /分享|share/.test(example) ? 'share' : 'invitation' }),
  settings: () => ({ want: 'settings' }),
};

describe('what the README tells people to say', () => {
  const rows = tableOf('README.md', '## What to say');

  it('is every kind of thing there is to say', () => {
    expect(rows.map(([to]) => to)).toEqual(Object.keys(SPEAKS));
  });

  it.each(rows.flatMap(([to, zh, en]) => [zh!, en!].flatMap(quoted).map((example) => [to!, example] as const)))('%s: %s', (to, example) => {
    expect(read(example)).toMatchObject(SPEAKS[to]!(example));
  });
});

const DOCS = [
  'README.md',
  'src/docs/README.zh.md',
  'src/docs/administrator.md',
  'src/docs/administrator.zh.md',
  'src/sandbox/README.md',
  'src/feishu/api/reserve-fields.md',
  '.github/CONTRIBUTING.md',
  '.github/SECURITY.md',
  '.github/CHANGELOG.md',
];

describe.each(DOCS)('%s', (doc) => {
  const text = readFileSync(join(ROOT, doc), 'utf8');

  it('names only files that are there', () => {
    const named = quoted(text.replace(/```[\s\S]*?```/g, '')).filter((one) => /^(src|test|\.github|\.ci)\/[\w./-]*[\w]$/.test(one));
    const linked = [...text.replace(/`[^`\n]*`/g, '').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => join(dirname(doc), match[1]!));
    expect([...named, ...linked].filter((one) => !existsSync(join(ROOT, one)))).toEqual([]);
  });

  it('names only commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm (?:run )?(?:-s )?([a-z-]+)/g)].map((match) => match[1]!);
    expect(named.filter((one) => !scripts[one] && !['install', 'uninstall', 'ci', 'prune'].includes(one))).toEqual([]);
  });
});
