import type { PlainKey, Say, SayKey, Sentences } from '../domain/say.ts';
import type { Lang } from '../domain/settings.ts';
import { type Ink, isOpenId, plain } from '../text/ink.ts';
import { each } from '../text/languages.ts';
import { say } from '../text/say.ts';
import type { Words } from './elements.ts';
import { clip, escapeMarkdown } from './escape.ts';
import { personTag } from './person-tag.ts';
import { dayTag, instant } from './time-tags.ts';

/** Longest piece of people's text inside a sentence. */
const IN_SENTENCE = 80;

/** The developer console: where an administrator grants what the bot lacks. Other addresses stay text. */
const CONSOLE = /^https:\/\/open\.(?:feishu\.cn|larksuite\.com|larkoffice\.com)\/[\w.~:/?#@!$&'*+,;=%-]+$/;

/** Plain text of a card: titles, labels, buttons. */
const inPlain: Ink = { ...plain, text: (text) => (CONSOLE.test(text) ? text : clip(text, IN_SENTENCE)) };

/** Markdown of a card: times in each reader's own zone, people by name. */
export const inMarkdown: Ink = {
  text: (text) => (CONSOLE.test(text) ? `[${escapeMarkdown(text)}](${text})` : escapeMarkdown(clip(text, IN_SENTENCE))),
  time: ({ at, zone }, lang) => ({
    ...plain.time({ at, zone }, lang),
    day: dayTag(at, lang),
    date: instant(at, 'date_short'),
    clock: instant(at, 'time'),
    zone: '',
  }),
  user: (openId, lang) => (isOpenId(openId) ? personTag(openId) : plain.user(openId, lang)),
};

/** The same in every language. */
export const same = (text: string): Words => each(() => text);

/** A sentence's key, and what it needs. */
type Saying = [key: PlainKey] | { [K in WithArgs]: [key: K, args: Sentences[K]] }[WithArgs];
type WithArgs = Exclude<SayKey, PlainKey>;

const saying = ([key, args]: Saying): Say => ({ key, args }) as Say;

/** For plain text. */
export const words = (...given: Saying): Words => told(saying(given), 'plain');

/** For markdown. */
export const marked = (...given: Saying): Words => told(saying(given), 'markdown');

/** A sentence that somebody else chose. */
export const told = (s: Say, into: 'plain' | 'markdown'): Words => each((lang) => say(s, lang, into === 'plain' ? inPlain : inMarkdown));

/** Puts texts together, language by language. */
export const weave = (strings: TemplateStringsArray, ...parts: (Words | string)[]): Words =>
  each((lang) => strings.reduce((sum, string, i) => sum + wordAt(parts[i - 1], lang) + string));

const wordAt = (part: Words | string | undefined, lang: Lang): string => (typeof part === 'string' ? part : (part?.[lang] ?? ''));

export const join = (parts: readonly Words[], between: Words | string): Words =>
  each((lang) => parts.map((part) => part[lang]).join(typeof between === 'string' ? between : between[lang]));
