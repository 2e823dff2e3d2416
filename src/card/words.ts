import type { Lang } from '../domain/settings.ts';
import { type Ink, isOpenId, plain, type SayKey, say, saying } from '../text/index.ts';
import { clip, escapeMarkdown } from './escape.ts';
import { dayTag, instant } from './time-tags.ts';

/** One text in every language that we speak. */
export type Words = Record<Lang, string>;

/** A part of a card; wherever it has `words`, a text of one or of every language takes their place in the end. */
export interface Node {
  [property: string]: unknown;
}

export const LANGS: readonly Lang[] = ['zh_cn', 'en_us'];

/** Longest piece of people's text inside a sentence. */
const IN_SENTENCE = 100;

/** The developer console: where an administrator grants what the bot lacks. Other addresses stay text. */
const CONSOLE = /^https:\/\/open\.(?:feishu\.cn|larksuite\.com|larkoffice\.com)\/[\w.~:/?#@!$&'*+,;=%-]+$/;

/** Plain text of a card: titles, labels, buttons. */
const inPlain: Ink = { ...plain, text: (text) => (CONSOLE.test(text) ? text : clip(text, IN_SENTENCE)) };

/** Markdown of a card: times in each reader's own zone, people as mentions. */
const inMarkdown: Ink = {
  text: (text) => (CONSOLE.test(text) ? `[${escapeMarkdown(text)}](${text})` : escapeMarkdown(clip(text, IN_SENTENCE))),
  time: ({ at, zone }, lang) => ({
    ...plain.time({ at, zone }, lang),
    day: dayTag(at, lang),
    clock: instant(at, 'time'),
    zone: '',
  }),
  user: (openId, lang) => (isOpenId(openId) ? `<at id=${openId}></at>` : plain.user(openId, lang)),
};

export const each = (text: (lang: Lang) => string): Words => ({ zh_cn: text('zh_cn'), en_us: text('en_us') });

/** The same in every language. */
export const same = (text: string): Words => each(() => text);

export const words = <K extends SayKey>(...given: Parameters<typeof saying<K>>): Words => {
  const s = saying(...given);
  return each((lang) => say(s, lang, inPlain));
};

export const marked = <K extends SayKey>(...given: Parameters<typeof saying<K>>): Words => {
  const s = saying(...given);
  return each((lang) => say(s, lang, inMarkdown));
};

/** A sentence that somebody else chose. */
export const told = (s: { key: string; args?: Parameters<typeof say>[0]['args'] }, into: 'plain' | 'markdown'): Words =>
  each((lang) => say(s.args ? { key: s.key, args: s.args } : { key: s.key }, lang, into === 'plain' ? inPlain : inMarkdown));

/** Puts texts together, language by language. */
export const weave = (strings: TemplateStringsArray, ...parts: (Words | string)[]): Words =>
  each((lang) => strings.reduce((sum, string, i) => sum + wordAt(parts[i - 1], lang) + string));

const wordAt = (part: Words | string | undefined, lang: Lang): string => (typeof part === 'string' ? part : (part?.[lang] ?? ''));

export const join = (parts: readonly Words[], between: Words | string): Words =>
  each((lang) => parts.map((part) => part[lang]).join(typeof between === 'string' ? between : between[lang]));

/** `words` → `content`, with `i18n_content` beside it unless the card speaks one language only. */
export function localise(node: unknown, langs: 'both' | Lang): unknown {
  if (Array.isArray(node)) return node.map((item) => localise(item, langs));
  if (typeof node !== 'object' || node === null) return node;
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(node)) {
    if (name !== 'words') result[name] = localise(value, langs);
    else if (langs === 'both') {
      const both = value as Words;
      result.content = both.zh_cn;
      result.i18n_content = { ...both };
    } else result.content = (value as Words)[langs];
  }
  return result;
}
