import type { Say, SayArg } from '../domain/say.ts';
import type { Lang } from '../domain/settings.ts';
import type { Zone } from '../domain/time.ts';
import { type Ink, message } from './ink.ts';
import { LANGUAGES } from './languages.ts';
import { zoneName } from './moment.ts';
import { ruleWords } from './recurrence.ts';
import type { RuleWords } from './rule.ts';
import type { When } from './when.ts';
import type { zh } from './zh/zh.ts';

/** What a sentence gets written, and what whoever says it gives. */
type Given<T> = T extends When
  ? Extract<SayArg, { at: number }>
  : T extends RuleWords
    ? Extract<SayArg, { rrule: string }>
    : T extends number
      ? number
      : T extends readonly string[]
        ? Extract<SayArg, readonly unknown[]>
        : string extends T
          ? string | { user: string } | { zone: Zone }
          : T;

type Needs<T> = T extends (a: infer A) => string ? { [P in keyof A]: Given<A[P]> } : null;

type Catalogue = { [K in keyof typeof zh.sentences]: Needs<(typeof zh.sentences)[K]> };

declare module '../domain/say.ts' {
  interface Sentences extends Catalogue {}
}

type Shown = string | number | When | RuleWords | string[];

/** A sentence in one language. A stored key that nobody has a sentence for any more says that something went wrong. */
export function say(s: Say, lang: Lang, ink: Ink = message): string {
  const table: Record<string, unknown> = LANGUAGES[lang].sentences;
  const sentence = Object.hasOwn(table, s.key) ? table[s.key] : table.something_wrong;
  if (typeof sentence !== 'function') return String(sentence);
  const shown: Record<string, Shown> = {};
  for (const [name, arg] of Object.entries<SayArg>(s.args ?? {})) shown[name] = show(arg, lang, ink);
  return sentence(shown);
}

function show(arg: SayArg, lang: Lang, ink: Ink): Shown {
  if (typeof arg === 'number') return arg;
  if (typeof arg === 'string') return ink.text(arg);
  if (isList(arg)) return arg.map((one) => say(one, lang, ink));
  if ('user' in arg) return ink.user(arg.user, lang);
  if ('rrule' in arg) return ruleWords(arg.rrule, lang) ?? { often: arg.rrule, end: '' };
  return 'at' in arg ? ink.time(arg, lang) : zoneName(arg.zone, lang);
}

const isList = (arg: SayArg): arg is readonly Say[] => Array.isArray(arg);
