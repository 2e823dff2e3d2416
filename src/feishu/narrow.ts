/** Reading `unknown`: what has the wrong type is absent, never an exception. */

export type Fields = Record<string, unknown>;

/** A plain object; arrays and `null` are not. */
export function fields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

/** A non-empty string of at most `max` UTF-16 units; anything else is absent. */
export function str(value: unknown, max = 200): string | null {
  return typeof value === 'string' && value.length > 0 && value.length <= max ? value : null;
}

/** A string that fits `pattern`. */
export function matching(value: unknown, pattern: RegExp): string | null {
  return typeof value === 'string' && pattern.test(value) ? value : null;
}

export function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A platform time in milliseconds: seconds (10 digits), milliseconds (13), microseconds (16) or nanoseconds (19), as string or number.
 * Events carry milliseconds, `card.action.trigger` microseconds.
 */
export function millis(value: unknown): number | null {
  const digits = typeof value === 'number' ? String(value) : value;
  if (typeof digits !== 'string' || !/^[1-9]\d*$/.test(digits)) return null;
  const last = 13;
  if (![10, last, 16, 19].includes(digits.length)) return null;
  return Number(digits.slice(0, last).padEnd(last, '0'));
}

/** At most `max` UTF-16 units, never half a character; NUL goes because PostgreSQL cannot hold it. */
export function clip(text: string, max: number): string {
  if (text.length > max) {
    const last = text.charCodeAt(max - 1);
    text = text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max);
  }
  return text.includes('\0') ? text.replaceAll('\0', '') : text;
}

/** The beginning and the end of what is longer than `max`, a blank line between them; never half a character. */
export function clipMiddle(text: string, max: number): string {
  if (text.length <= max) return clip(text, max);
  const end = text.length - max / 2;
  const low = text.charCodeAt(end);
  return `${clip(text, max / 2)}\n\n${clip(text.slice(low >= 0xdc00 && low <= 0xdfff ? end + 1 : end), max)}`;
}

const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** A copy of parsed JSON that is safe to keep and to serialise: bounded in depth, breadth and text. */
export function bounded(value: Fields): Fields {
  let left = 500;
  const copy = (from: unknown, depth: number): unknown => {
    if (--left < 0) return undefined;
    if (typeof from === 'string') return clip(from, 4000);
    if (typeof from === 'number') return Number.isFinite(from) ? from + 0 : null;
    if (typeof from !== 'object' || from === null) return typeof from === 'boolean' ? from : null;
    if (depth === 0) return undefined;
    if (Array.isArray(from)) {
      const items: unknown[] = [];
      for (let i = 0; i < from.length && left > 0; i++) items.push(copy(from[i], depth - 1) ?? null);
      return items;
    }
    const out: Fields = {};
    for (const key of Object.keys(from)) {
      if (left <= 0) break;
      if (UNSAFE_KEYS.has(key) || key.length > 200) continue;
      const kept = copy((from as Fields)[key], depth - 1);
      if (kept !== undefined) out[key] = kept;
    }
    return out;
  };
  return copy(value, 6) as Fields;
}
