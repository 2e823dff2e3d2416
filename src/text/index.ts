import type { Say, SayArg } from '../domain/say.ts';
import type { Lang } from '../domain/settings.ts';
import { en } from './en.ts';
import { ERROR_TEXTS } from './errors.ts';
import { plainTime } from './moment.ts';
import type { When } from './shown.ts';
import { zh } from './zh.ts';

export type SayKey = keyof typeof zh;

type ArgsOf<K extends SayKey> = (typeof zh)[K] extends (a: infer A) => string ? A : undefined;

type Given<T> = T extends When
  ? Extract<SayArg, { at: number }>
  : T extends number
    ? number
    : string extends T
      ? string | { user: string }
      : T;

/** How the parts of a sentence that are not ours are written in one place. */
export interface Ink {
  /** People's own text. */
  text(text: string): string;
  time(time: Extract<SayArg, { at: number }>, lang: Lang): When;
  user(openId: string, lang: Lang): string;
}

/** Open ids are handed out by the platform; anything else in a mention would break or widen it. */
export const isOpenId = (id: string): boolean => /^ou_[A-Za-z0-9_-]{1,64}$/.test(id);

const someone: Record<Lang, string> = { zh_cn: '有人', en_us: 'Someone' };

/** For toasts, titles and buttons, where nothing is marked up. */
export const plain: Ink = {
  text: (text) => text,
  time: plainTime,
  user: (_, lang) => someone[lang],
};

/** For text messages, where `<at>` and `[text](url)` would come alive. Source: im-v1 message content. */
const message: Ink = {
  text: (text) => text.replaceAll('<', '＜').replaceAll('>', '＞').replaceAll('](', '］('),
  time: plainTime,
  user: (openId, lang) => (isOpenId(openId) ? `<at user_id="${openId}"></at>` : someone[lang]),
};

const tables: Record<Lang, Record<string, unknown>> = { zh_cn: { ...ERROR_TEXTS.zh_cn, ...zh }, en_us: { ...ERROR_TEXTS.en_us, ...en } };

/** A sentence in one language. A key that nobody wrote a sentence for says that something went wrong. */
export function say(s: Say, lang: Lang, ink: Ink = message): string {
  const table = tables[lang];
  const sentence = Object.hasOwn(table, s.key) ? table[s.key] : table.something_wrong;
  if (typeof sentence !== 'function') return String(sentence);
  const shown: Record<string, string | number | When> = {};
  for (const [name, arg] of Object.entries(s.args ?? {})) shown[name] = show(arg, lang, ink);
  return sentence(shown);
}

function show(arg: SayArg, lang: Lang, ink: Ink): string | number | When {
  if (typeof arg === 'number') return arg;
  if (typeof arg === 'string') return ink.text(arg);
  return 'user' in arg ? ink.user(arg.user, lang) : ink.time(arg, lang);
}

/** A `Say` whose key exists and whose arguments fit. */
export function saying<K extends SayKey>(
  key: K,
  ...args: ArgsOf<K> extends undefined ? [] : [{ [P in keyof ArgsOf<K>]: Given<ArgsOf<K>[P]> }]
): Say {
  const [given] = args as [Record<string, SayArg>?];
  return given ? { key, args: given } : { key };
}
