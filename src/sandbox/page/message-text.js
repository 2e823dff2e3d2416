import { findLinks } from './card/markdown.js';
import { h } from './dom.js';
import { t } from './i18n.js';
import { wireLink } from './links.js';
import { botName, isBot, nameOf, personOf, state } from './state.js';

/** A mention in the reader's language. */
function shown({ id, label }) {
  const person = personOf(id);
  return person ? `@${nameOf(person)}` : isBot(id) ? `@${botName()}` : label;
}

/** The mentions a text holds: [start, end, node], in order, longest names first where they overlap. */
function mentionSpans(text, mentions) {
  const names = mentions.map((item) => ({ label: `@${item.name}`, id: item.open_id }));
  for (const label of ['@所有人', '@all', '@everyone']) names.push({ label, id: 'all' });
  names.sort((a, b) => b.label.length - a.label.length);
  const spans = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const found = names.find(({ label }) => text.startsWith(label, at));
    if (!found) continue;
    const node =
      found.id === 'all' || found.id === '@_all'
        ? h('span', { class: 'at' }, `@${t('everyone')}`)
        : h('span', { class: ['at', found.id === state.as && 'at-me'] }, shown(found));
    spans.push([at, at + found.label.length, node]);
    at += found.label.length - 1;
  }
  return spans;
}

const linkSpans = (text) =>
  findLinks(text)
    .filter((link) => /^https?:/i.test(link.url))
    .map((link) => [link.index, link.lastIndex, wireLink(h('a', null, link.raw), link.url)]);

/** A person's text with its mentions and links marked; everything else stays as typed. */
export function messageText(text, mentions = []) {
  const taken = mentionSpans(text, mentions);
  const free = linkSpans(text).filter(([from, to]) => !taken.some(([start, end]) => from < end && start < to));
  const parts = [];
  let at = 0;
  for (const [from, to, node] of [...taken, ...free].sort((a, b) => a[0] - b[0])) {
    if (from > at) parts.push(text.slice(at, from));
    parts.push(node);
    at = to;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}
