/** A message with the words in it that speak to what was said before, and what its parts mean alone. */
import type { Act, Intent } from '../../domain/intent.ts';
import type { Hit } from '../lexicon/lexeme.ts';
import type { Context, Message, Understanding } from '../understanding.ts';

export interface Said {
  message: Message;
  ctx: Context;
  /** As it is read: without the bot's name. */
  text: string;
  /** Words of dialogue, in the order of the text. */
  hits: readonly Hit[];
  alone: Understanding;
  understand(text: string): Understanding;
  /** The same for a part of the text. */
  part(text: string): Said;
}

export type DialogueRole = `dialogue.${string}`;

const GAP = /^[\s,，、。.!！?？;；:：~～…-]+/;
const GAP_END = /[\s,，、。.!！?？;；:：~～…-]+$/;
/** Stretches of the text that say when, or nothing. */
const ONLY_WHEN: ReadonlySet<string> = new Set(['time', 'filler', 'bot']);

export const gapAt = (text: string, at: number): number => GAP.exec(text.slice(at))?.[0].length ?? 0;

/** A change of meetings that exist. */
const CHANGES: ReadonlySet<Intent['want']> = new Set(['cancel', 'move', 'extend', 'change']);
export const changes = ({ intent, act, ifSpokenOf }: Understanding): boolean =>
  CHANGES.has(intent.want) && (act === 'do' || ifSpokenOf === true);

/** A word of what is done to a meeting that exists. */
export const isOfChange = (role: string): boolean => /^(?:cancel|move|moved|extend|shorten|change|end|early)\./.test(role);

export const meaning = (said: Said, intent: Intent, act: Act, because: string): Understanding => ({ ...said.alone, intent, act, because });

/** Where the words of these roles that stand at `from`, one after the other, come to an end; sighs between them count for nothing. */
export function past({ text, hits }: Said, from: number, ...roles: DialogueRole[]): number {
  let at = from + gapAt(text, from);
  for (;;) {
    const hit = hits.find((one) => one.from === at && (roles as string[]).includes(one.role)) ?? sigh(hits, at);
    if (!hit || hits.some((one) => one.from === at && one.to > hit.to && FIELDS.has(one.role))) return at;
    at = hit.to + gapAt(text, hit.to);
  }
}

/** Words that name what is corrected: they may begin like words that correct (it should be, it should be called). */
export const FIELDS: ReadonlySet<string> = new Set(['dialogue.field', 'dialogue.name', 'dialogue.when']);

const sigh = (hits: readonly Hit[], at: number): Hit | undefined => hits.find((one) => one.from === at && one.role === 'dialogue.sigh');

/** The text up to words of these roles at its end. */
export function before({ text, hits }: Said, ...roles: DialogueRole[]): string {
  let to = text.length;
  for (;;) {
    to -= GAP_END.exec(text.slice(0, to))?.[0].length ?? 0;
    const hit = hits.find((one) => one.to === to && (roles as string[]).includes(one.role));
    if (!hit) return text.slice(0, to);
    to = hit.from;
  }
}

export const has = ({ hits }: Said, ...roles: DialogueRole[]): boolean => hits.some((hit) => (roles as string[]).includes(hit.role));

/** Nothing but words of these roles. */
export const consistsOf = (said: Said, ...roles: DialogueRole[]): boolean => past(said, 0, ...roles) >= said.text.length;

/** What is left of a text when what is understood of it is taken away. */
export function leftOf({ marked }: Understanding, taken: ReadonlySet<string>): string {
  let left = marked.text;
  for (const { from, to, kind } of [...marked.parts].reverse()) if (taken.has(kind)) left = left.slice(0, from) + left.slice(to);
  return left.replace(/[\s,，、。.!！?？;；:：~～-]/g, '');
}

/** Nothing is said but when, how long or in which zone. */
export function isTimeAlone(meant: Understanding): boolean {
  const { marked, time } = meant;
  if (!time.start && !time.end && time.minutes === null && !time.zone) return false;
  return marked.parts.every(({ kind }) => ONLY_WHEN.has(kind)) && leftOf(meant, ONLY_WHEN) === '';
}
