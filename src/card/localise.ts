import type { Lang } from '../domain/settings.ts';
import type { Card } from '../domain/view.ts';
import { FIRST } from '../text/languages.ts';
import type { CardTree, Words } from './elements.ts';

/** `words` → `content`, with `i18n_content` beside it unless the card speaks one language only. */
export const localise = (tree: CardTree, langs: 'both' | Lang): Card => written(tree, langs) as Card;

function written(node: unknown, langs: 'both' | Lang): unknown {
  if (Array.isArray(node)) return node.map((item) => written(item, langs));
  if (typeof node !== 'object' || node === null) return node;
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(node)) {
    if (name !== 'words') result[name] = written(value, langs);
    else Object.assign(result, contentOf(value as Words, langs));
  }
  return result;
}

const contentOf = (words: Words, langs: 'both' | Lang): object =>
  langs === 'both' ? { content: words[FIRST], i18n_content: { ...words } } : { content: words[langs] };
