/** The documents in Chinese say what those in English say. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quoted, ROOT, readExample, tableOf } from '../helpers/docs.ts';

const EN = 'README.md';
const ZH = 'src/docs/README.zh.md';
const text = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const variables = (file: string, heading: string): string[] => tableOf(file, heading).flatMap(([name]) => quoted(name!));

it.each([
  [EN, ZH],
  ['src/docs/administrator.md', 'src/docs/administrator.zh.md'],
])('%s and %s name each other in their first line', (one, other) => {
  const first = (file: string): string => text(file).split('\n')[0]!;
  expect(first(one)).toContain(`](${other.endsWith(ZH) ? ZH : other.split('/').at(-1)})`);
  expect(first(other)).toMatch(/\]\((\.\.\/\.\.\/README|administrator)\.md\)/);
});

describe('the README in Chinese', () => {
  it('has the same examples to say, each with its twin', () => {
    const en = tableOf(EN, '## What to say');
    const zh = tableOf(ZH, '## 可以这样说');
    expect(zh.map(([, ...examples]) => examples.flatMap(quoted))).toEqual(en.map(([, ...examples]) => examples.flatMap(quoted)));
  });

  it('explains the same commands', () => {
    const commands = (file: string, heading: string): string[] => tableOf(file, heading).map(([command]) => quoted(command!)[0]!);
    expect(commands(ZH, '## 命令')).toEqual(commands(EN, '## Commands'));
  });

  it('explains the same variables, with the same defaults', () => {
    expect(variables(ZH, '## 配置')).toEqual(variables(EN, '## Configuration'));
    const defaults = (file: string, heading: string): string[][] => tableOf(file, heading).map((row) => quoted(row.at(-1)!).sort());
    const [zh, en] = [defaults(ZH, '## 配置'), defaults(EN, '## Configuration')];
    expect(zh).toEqual(en);
  });

  it('explains the same metrics, and how long the same things are kept', () => {
    const named = (file: string, heading: string): string[] => tableOf(file, heading).flatMap(([first]) => quoted(first!));
    expect(named(ZH, '### 指标')).toEqual(named(EN, '### Metrics'));
    const days = (file: string): string[] =>
      [...text(file).matchAll(/^ {2}\| .* \| (.*) \|$/gm)].map(([, kept]) => (kept!.match(/\d+/g) ?? []).join());
    expect(days(ZH)).toEqual(days(EN));
  });

  it('has as many parts', () => {
    const parts = (file: string): number => text(file).match(/^##+ /gm)!.length;
    expect(parts(ZH)).toBe(parts(EN));
  });
});

it.each(['我的会议', '约会议', '帮助'])('the bot’s menu in the administrators’ page says what is understood: %s', (sentence) => {
  for (const page of ['src/docs/administrator.md', 'src/docs/administrator.zh.md']) expect(text(page)).toContain(`\`${sentence}\``);
  expect(readExample(sentence)).toMatchObject({ want: expect.stringMatching(/^(list|book|help)$/) });
});
