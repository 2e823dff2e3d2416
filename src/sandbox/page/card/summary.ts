import { localDatetime } from '../data/time.ts';
import { parseMarkdown } from './markdown-source.ts';
import type { CardSource, Element, Reader } from './model.ts';
import { idsOf, labelOf, mentionLabel } from './people.tsx';
import { words } from './words.ts';

/** A piece of a card's first text; `name` or `time` where it says more than a summary can. */
interface Part {
  shown: string;
  name?: string;
  time?: boolean;
}

/** The words that stand for a card in the chat list: its summary, else its title, else its first text. */
export function summaryOf(source: object, reader: Reader): string {
  const card = source as CardSource;
  const first = firstText(card.body?.elements ?? card.elements, reader);
  const summary = words(card.config?.summary, reader.lang);
  if (summary) return withNames(summary, first);
  return words(card.header?.title, reader.lang) || first.map(({ shown }) => shown).join('');
}

function firstText(elements: readonly Element[] = [], reader: Reader): Part[] {
  for (const element of elements) {
    const own = element.tag === 'markdown' || element.tag === 'plain_text' ? element : element.text;
    const content = words(own, reader.lang);
    if (content) return own?.tag === 'markdown' || own?.tag === 'lark_md' ? marked(content, reader) : [{ shown: content }];
    const inside = firstText(element.elements ?? element.columns, reader);
    if (inside.length) return inside;
  }
  return [];
}

/** Without the line break that ends a paragraph. */
function marked(content: string, reader: Reader): Part[] {
  const parts = partsOf(parseMarkdown(content), reader);
  return parts.slice(0, parts.findLastIndex(({ shown }) => shown.trim()) + 1);
}

function named(ids: readonly string[]): Part[] {
  return ids.flatMap((id, index) => {
    const label = mentionLabel(id);
    return [...(index > 0 ? [{ shown: ' ' }] : []), { shown: label, name: label.replace(/^@/, '') }];
  });
}

function partsOf(node: Node, reader: Reader): Part[] {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ? [{ shown: node.textContent }] : [];
  if (node instanceof HTMLElement) {
    const { dataset } = node;
    if (node.localName === 'x-at') return named(idsOf(dataset));
    if (node.localName === 'x-person') return idsOf(dataset).map((id) => ({ shown: labelOf(id), name: labelOf(id) }));
    if (node.localName === 'x-time') {
      const ms = Number(dataset.millisecond) || reader.sentAt;
      return [{ shown: localDatetime(ms, dataset.format_type, reader.zone, reader.lang), time: true }];
    }
  }
  return [...node.childNodes].flatMap((child) => partsOf(child, reader));
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

/**
 * A summary is plain text and cannot mention anybody. Where the card's first text is the same sentence with mentions, the names
 * take the places of what stands for them.
 */
function withNames(summary: string, parts: readonly Part[]): string {
  const last = parts.findLastIndex(({ name }) => name);
  if (last < 0) return summary;
  const after = parts[last + 1];
  // Between a name and a time nothing tells where the one ends.
  if (after?.time || (after && !after.shown.trim())) return summary;
  const upTo = parts.slice(0, last + 2);
  const pattern = upTo.map(({ shown, name, time }) => (name || time ? '(.+?)' : `(${literally(shown)})`)).join('');
  const found = new RegExp(`^${pattern}${after ? '' : '$'}`, 'u').exec(summary);
  if (!found) return summary;
  return upTo.map(({ name }, index) => name ?? found[index + 1] ?? '').join('') + summary.slice(found[0].length);
}
