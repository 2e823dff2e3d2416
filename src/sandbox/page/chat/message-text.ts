import { findLinks } from '../card/markdown-source.ts';
import { t } from '../data/i18n.ts';
import { as, botName, isBot, nameOf, personOf } from '../data/state.ts';

/** A piece of a person's text: as typed, a mention, or a link. */
export type Part = string | { kind: 'at'; label: string; me: boolean } | { kind: 'link'; label: string; url: string };

export interface Mentioned {
  name: string;
  open_id: string;
}

/** A mention in the reader's language. */
function mentionOf(id: string, label: string): Part {
  if (id === 'all' || id === '@_all') return { kind: 'at', label: `@${t('everyone')}`, me: false };
  const person = personOf(id);
  return { kind: 'at', label: person ? `@${nameOf(person)}` : isBot(id) ? `@${botName()}` : label, me: id === as.value };
}

interface Span {
  from: number;
  to: number;
  part: Part;
}

const EVERYBODY = ['@所有人', '@all', '@everyone'].map((label) => ({ label, id: 'all' }));

/** The mentions a text holds, in order, longest names first where they overlap. */
function mentionSpans(text: string, mentions: readonly Mentioned[]): Span[] {
  const names = [...mentions.map((item) => ({ label: `@${item.name}`, id: item.open_id })), ...EVERYBODY];
  names.sort((a, b) => b.label.length - a.label.length);
  const spans: Span[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const found = names.find(({ label }) => text.startsWith(label, at));
    if (!found) continue;
    spans.push({ from: at, to: at + found.label.length, part: mentionOf(found.id, found.label) });
    at += found.label.length - 1;
  }
  return spans;
}

const linkSpans = (text: string): Span[] =>
  findLinks(text)
    .filter((link) => /^https?:/i.test(link.url))
    .map((link) => ({ from: link.index, to: link.lastIndex, part: { kind: 'link', label: link.raw, url: link.url } }));

/** A person's text with its mentions and links marked; everything else stays as typed. */
export function partsOf(text: string, mentions: readonly Mentioned[] = []): Part[] {
  const taken = mentionSpans(text, mentions);
  const free = linkSpans(text).filter(({ from, to }) => !taken.some((other) => from < other.to && other.from < to));
  const parts: Part[] = [];
  let at = 0;
  for (const { from, to, part } of [...taken, ...free].sort((a, b) => a.from - b.from)) {
    if (from > at) parts.push(text.slice(at, from));
    parts.push(part);
    at = to;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

/** A text with its mentions in the reader's language. */
export const inWords = (text: string, mentions?: readonly Mentioned[]): string =>
  partsOf(text, mentions)
    .map((part) => (typeof part === 'string' ? part : part.label))
    .join('');
