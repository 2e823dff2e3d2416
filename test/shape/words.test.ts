import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const NLU = resolve(import.meta.dirname, '../../src/nlu');

/** How many patterns with words of a language in them a file outside the locales still has. None may gain any. */
const LEFT: Readonly<Record<string, number>> = {
  'clause-starts.ts': 1,
  'dialogue/dialogue.ts': 1,
  'dialogue/references.ts': 2,
  'dialogue/values.ts': 1,
  'entities/person.ts': 2,
  'intents/call.ts': 1,
  'intents/extend.ts': 1,
  'mood/facts.ts': 1,
  'mood/material.ts': 5,
  'mood/name.ts': 1,
  'noise/alternatives.ts': 5,
  'noise/corrections.ts': 10,
  'noise/quoted.ts': 8,
  'noise/salutations.ts': 12,
  'slots/labels.ts': 18,
  'slots/title-beside.ts': 5,
  'slots/title-book.ts': 35,
  'slots/title-cut.ts': 2,
  'slots/title-which.ts': 18,
  'slots/title.ts': 3,
  'tidy.ts': 1,
  'time/bare-numbers.ts': 2,
  'time/digits.ts': 1,
  'timing.ts': 6,
  'which.ts': 2,
  'windows.ts': 8,
  'words.ts': 3,
};

const REGEX = /(?<=[(=,:[!&|?;{}\n]\s*)\/(?![/*\s])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[dgimsuvy]*/g;
const QUOTED = /'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;

/** Without what stands for a shape: classes, escapes, names of groups and of properties. */
const plain = (source: string): string =>
  source
    .replace(/\/[dgimsuvy]*$/, '')
    .replace(/\(\?<[a-zA-Z]+>/g, '(')
    .replace(/\\p\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\[a-zA-Z]/g, ' ')
    .replace(/\[[^\]]*\]/g, (chars) => (/\p{Script=Han}/u.test(chars) ? chars : ' '));

function worded(file: string): number {
  const code = readFileSync(join(NLU, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$|\s\/\/ .*$|^import .*$/gm, '');
  const patterns = [...code.matchAll(REGEX)].filter(([source]) => /\p{Script=Han}|[a-z]{2}/iu.test(plain(source)));
  const pieces = [...code.replace(REGEX, '').matchAll(QUOTED)].filter(([text]) => /\p{Script=Han}/u.test(text) && /[|?[(]/.test(text));
  return patterns.length + pieces.length;
}

it('words stand in the locales, patterns elsewhere are for shapes', () => {
  const found = readdirSync(NLU, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('locales'))
    .map((file): [string, number] => [file.replaceAll('\\', '/'), worded(file)])
    .filter(([, count]) => count > 0);
  expect(found.filter(([file, count]) => count > (LEFT[file] ?? 0)).sort()).toEqual([]);
});
