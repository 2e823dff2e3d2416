import { words } from './text.js';

/** The words that stand for a card in the chat list: its summary, else its title, else its first text. */
export function summaryOf(card, lang) {
  const summary = words(card.config?.summary, lang) || words(card.header?.title, lang);
  return summary || firstWords(card.body?.elements ?? card.elements, lang);
}

function firstWords(elements, lang) {
  for (const element of elements ?? []) {
    const own = element.tag === 'markdown' || element.tag === 'plain_text' ? words(element, lang) : words(element.text, lang);
    const found = own || firstWords(element.elements ?? element.columns, lang);
    if (found) return found;
  }
  return '';
}
