import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mention } from '../../src/domain/event.ts';
import { understand } from '../../src/nlu/understand.ts';

export const ROOT = join(import.meta.dirname, '../..');
/** A Monday in Shanghai. */
const NOW = Date.UTC(2026, 10, 16, 3);

/** The rows of the first table in a file of ours, after `heading` where one is given. */
export function tableOf(file: string, heading = ''): string[][] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const section = text.slice(text.indexOf(heading));
  const end = section.indexOf('\n#', 1);
  return section
    .slice(0, end < 0 ? undefined : end)
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

export const quoted = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);

/** What an example means, as a client sends it: names that are mentioned become placeholders. */
export function readExample(example: string) {
  const mentions: Mention[] = [];
  const text = example.replace(/@(\p{L}{2,})(?=$|[\s,，@]|加入)/gu, (_, name: string) => {
    const key = `@_user_${mentions.length + 1}`;
    mentions.push({ key, openId: `ou_${name}`, name });
    return key;
  });
  return understand({ text, mentions, botOpenId: null }, { now: NOW, zone: 'Asia/Shanghai' }).intent;
}
