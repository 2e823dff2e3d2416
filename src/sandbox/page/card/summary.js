import { markdown } from './markdown.js';
import { words } from './text.js';

/** The words that stand for a card in the chat list: its summary, else its title, else its first text. */
export function summaryOf(card, ctx) {
  const first = firstText(card.body?.elements ?? card.elements, ctx);
  const summary = words(card.config?.summary, ctx.lang);
  if (summary) return withNames(summary, first);
  return words(card.header?.title, ctx.lang) || first.map(({ shown }) => shown).join('');
}

/** The first text as parts; `name` or `time` where it says more than a summary can. */
function firstText(elements, ctx) {
  for (const element of elements ?? []) {
    const own = element.tag === 'markdown' || element.tag === 'plain_text' ? element : element.text;
    const content = words(own, ctx.lang);
    if (content) return own.tag === 'markdown' || own.tag === 'lark_md' ? trimmed(partsOf(markdown(content, ctx))) : [{ shown: content }];
    const inside = firstText(element.elements ?? element.columns, ctx);
    if (inside.length) return inside;
  }
  return [];
}

function partsOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ? [{ shown: node.textContent }] : [];
  if (node.matches?.('.at')) return [{ shown: node.textContent, name: node.textContent.replace(/^@/, '') }];
  if (node.matches?.('.person')) return [{ shown: node.title, name: node.title }];
  if (node.matches?.('time')) return [{ shown: node.textContent, time: true }];
  return [...node.childNodes].flatMap(partsOf);
}

/** Without the line break that ends a paragraph. */
const trimmed = (parts) => parts.slice(0, parts.findLastIndex(({ shown }) => shown.trim()) + 1);

const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

/**
 * A summary is plain text and cannot mention anybody. Where the card's first text is the same sentence with mentions, the names
 * take the places of what stands for them.
 */
function withNames(summary, parts) {
  const last = parts.findLastIndex(({ name }) => name);
  if (last < 0) return summary;
  const after = parts[last + 1];
  // Between a name and a time nothing tells where the one ends.
  if (after?.time || (after && !after.shown.trim())) return summary;
  const upTo = parts.slice(0, last + 2);
  const pattern = upTo.map(({ shown, name, time }) => (name || time ? '(.+?)' : `(${literally(shown)})`)).join('');
  const found = new RegExp(`^${pattern}${after ? '' : '$'}`, 'u').exec(summary);
  if (!found) return summary;
  return upTo.map(({ name }, index) => name ?? found[index + 1]).join('') + summary.slice(found[0].length);
}
