import type { Lang } from '../../src/domain/settings.ts';
import type { Card } from '../../src/domain/view.ts';

type Json = Record<string, unknown>;

export function* objects(node: unknown): Generator<Json> {
  if (Array.isArray(node)) for (const item of node) yield* objects(item);
  else if (typeof node === 'object' && node !== null) {
    yield node as Json;
    for (const value of Object.values(node)) yield* objects(value);
  }
}

const entity = (text: string): string => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

/** All texts as a reader of that language sees them, line by line; markup that only looks is gone. */
export function seen(card: Card, lang: Lang): string {
  const lines: string[] = [];
  for (const node of objects(card)) {
    const text = (node.i18n_content as Json | undefined)?.[lang] ?? node.content;
    if (typeof text === 'string') lines.push(entity(text.replace(/<\/?(?:font|text_tag)[^>]*>/g, '')));
    if (typeof node.default_value === 'string') lines.push(node.default_value);
  }
  return lines.join('\n');
}

export const links = (card: Card): string[] => [...objects(card)].map((node) => node.default_url).filter((url) => typeof url === 'string');

export const acts = (card: Card): Json[] => [...objects(card)].filter((node) => node.type === 'callback').map((node) => node.value as Json);

export const bytes = (card: Card): number => Buffer.byteLength(JSON.stringify(card));
