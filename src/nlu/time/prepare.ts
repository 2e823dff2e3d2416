/** Makes one spelling of many before anything is read, and remembers where every character came from. */
import { PINYIN, PINYIN_CLOCK, PINYIN_LEAD } from '../locales/zh/pinyin.ts';
import { PAIRS } from '../locales/zh/traditional.ts';

/** A stretch of `Prepared.text`; `to` is exclusive. */
export interface Span {
  from: number;
  to: number;
}

export interface Prepared {
  /** Normalised: NFKC, plain dashes, simplified characters. Spans refer to it. */
  text: string;
  original: string;
  /** Index in `text` → index in `original`. */
  toOriginal(i: number): number;
}

/** Nobody asks for a meeting in more than this; more is never read in one go. */
export const LONGEST_READ = 2_000;

const simplified = new Map<number, string>();
for (let i = 0; i < PAIRS.length; i += 2) simplified.set(PAIRS.charCodeAt(i), PAIRS[i + 1]!);
for (const dash of '‐‑‒–—―−﹣─') simplified.set(dash.charCodeAt(0), '-');
for (const tilde of '〜∼˜') simplified.set(tilde.charCodeAt(0), '~');
for (const quote of '‘’ʼ′´') simplified.set(quote.charCodeAt(0), "'");
simplified.set('½'.charCodeAt(0), '.5');
simplified.set('¼'.charCodeAt(0), '.25');
simplified.set('¾'.charCodeAt(0), '.75');
simplified.set('∶'.charCodeAt(0), ':');
for (const invisible of [0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0xfe0f, 0x00ad]) simplified.set(invisible, '');

function plain(char: string, code: number): string {
  const known = simplified.get(code);
  if (known !== undefined) return known;
  if (code < 0x80 || (code >= 0x4e00 && code <= 0x9fff)) return char;
  return DIGIT.test(char) ? digitOf(char, code) : char.normalize('NFKC');
}

const DIGIT = /^\p{Nd}$/u;

/** ٣ and ३ are a 3: every script has its ten digits in a row. */
function digitOf(char: string, code: number): string {
  const folded = char.normalize('NFKC');
  if (folded !== char) return folded;
  let digit = 0;
  while (digit < 9 && DIGIT.test(String.fromCodePoint(code - digit - 1))) digit += 1;
  return String(digit);
}

/** What is written, and where each of its characters came from; one place more than there are characters. */
interface Spelling {
  text: string;
  map: number[];
  same: boolean;
}

/** Reads the first 2,000 characters: NFKC, one kind of dash, Traditional → Simplified where understanding needs it. */
export function prepare(original: string): Prepared {
  const { text, map, same } = unspaced(unpinyined(spell(original)));
  return {
    text,
    original,
    toOriginal: same ? (i) => i : (i) => map[Math.max(0, Math.min(i, map.length - 1))]!,
  };
}

function spell(original: string): Spelling {
  const end = Math.min(original.length, LONGEST_READ);
  let text = '';
  let same = true;
  const map: number[] = [];
  for (let i = 0; i < end; ) {
    const code = original.codePointAt(i)!;
    const size = code > 0xffff ? 2 : 1;
    if (i + size > end) break;
    const out = code < 0x80 ? original[i]! : plain(original.slice(i, i + size), code);
    if (out.length !== size) same = false;
    for (let k = 0; k < out.length; k += 1) map.push(out.length === size ? i + k : i);
    text += out;
    i += size;
  }
  map.push(map.length === 0 ? 0 : end);
  return { text, map, same };
}

const WORDS = new RegExp(
  `(?<![a-z])(?:${Object.keys(PINYIN)
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replace(/_/g, ' ?')})(?![a-z])`,
  'gi',
);
const HAN_OF = new Map(Object.entries(PINYIN).map(([word, han]) => [word.replace(/_/g, ''), han]));

/** mingtian xiawu 3dian */
function unpinyined(from: Spelling): Spelling {
  if (!PINYIN_CLOCK.test(from.text) || !PINYIN_LEAD.test(from.text)) return from;
  return replaced(from, WORDS, (word) => HAN_OF.get(word.toLowerCase().replace(/ /g, ''))!);
}

/** 明 天 下 午 3 点 */
const SPREAD = /(?<![^\s])[\u4e00-\u9fff\d](?: [\u4e00-\u9fff\d]){3,}(?![^\s])/g;

const unspaced = (from: Spelling): Spelling => (SPREAD.test(from.text) ? replaced(from, SPREAD, (run) => run.replace(/ /g, '')) : from);

/** Another spelling of some stretches; what is within one comes from its beginning. */
function replaced(from: Spelling, pattern: RegExp, by: (found: string) => string): Spelling {
  let text = '';
  const map: number[] = [];
  let at = 0;
  pattern.lastIndex = 0;
  for (const m of from.text.matchAll(pattern)) {
    text += from.text.slice(at, m.index);
    map.push(...from.map.slice(at, m.index));
    const out = by(m[0]);
    text += out;
    for (let k = 0; k < out.length; k += 1) map.push(from.map[m.index]!);
    at = m.index + m[0].length;
  }
  text += from.text.slice(at);
  map.push(...from.map.slice(at));
  return { text, map, same: false };
}
