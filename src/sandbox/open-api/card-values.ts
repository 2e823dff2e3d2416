/** What single values of a card may be, and how a refusal is worded. */

/** Why the platform would not make a card of it. */
export interface CardProblem {
  errCode: number;
  errMsg: string;
  errorValue: string;
  /** `ROOT -> body -> elements -> [2](tag: chart)` */
  errPath: string;
}

export class Problem extends Error {
  readonly problem: CardProblem;
  constructor(problem: CardProblem) {
    super(problem.errMsg);
    this.problem = problem;
  }
}

export const PARSE = 'parse card json err, please check whether the card json is correct';

export function fail(errCode: number, errMsg: string, path: readonly string[], errorValue = ''): never {
  throw new Problem({ errCode, errMsg, errorValue, errPath: path.join(' -> ') });
}

export type Json = Record<string, unknown>;
export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
export const show = (value: unknown): string => (JSON.stringify(value) ?? 'undefined').slice(0, 120);

const PX_VALUE = /^-?\d{1,3}(\.\d+)?(px)?$/;
const SPACING_WORDS = ['small', 'medium', 'large', 'extra_large', 'default'];

export const KINDS: Record<string, { ok: (value: unknown) => boolean; want: string }> = {
  string: { ok: (value) => typeof value === 'string', want: 'string' },
  boolean: { ok: (value) => typeof value === 'boolean', want: 'boolean' },
  number: { ok: (value) => typeof value === 'number', want: 'number' },
  object: { ok: (value) => typeof value === 'object' && value !== null, want: 'object' },
  strings: { ok: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'), want: 'string list' },
  px: {
    ok: (value) =>
      typeof value === 'string' && [1, 2, 4].includes(value.split(/\s+/).length) && value.split(/\s+/).every((part) => PX_VALUE.test(part)),
    want: 'one, two or four pixel values',
  },
  spacing: { ok: (value) => typeof value === 'string' && (SPACING_WORDS.includes(value) || PX_VALUE.test(value)), want: 'spacing' },
  width: { ok: (value) => typeof value === 'string' && /^(default|fill|auto|weighted|\d{1,4}px)$/.test(value), want: 'width' },
  radius: { ok: (value) => typeof value === 'string' && /^\d{1,3}(px|%)$/.test(value), want: 'corner radius' },
};

/** Ids in `<at id=…>`, `<at ids=a,b>` and `<person id=…>`, outside code. */
export function mentionedIds(text: string): string[] {
  const ids: string[] = [];
  const prose = text.replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
  for (const [, , many, quoted, bare] of prose.matchAll(/<(at|person)\s[^>]*?\bid(s?)\s*=\s*(?:["']([^"'>]*)["']|([^\s"'>]+))/g)) {
    const value = quoted ?? bare ?? '';
    ids.push(...(many ? value.split(',') : [value]).map((id) => id.trim()));
  }
  return ids.filter((id) => id !== 'all');
}

export const tableCount = (text: string): number =>
  text.split('\n').filter((line) => line.length < 2000 && line.includes('|') && line.includes('-') && /^[\s|:-]+$/.test(line)).length;

/** The platform's sentence: `Failed to create card content, ext=ErrCode: …; ErrPath: …; ErrMsg: …; ErrorValue: …;` */
export function problemText(problem: CardProblem): string {
  const path = problem.errPath ? ` ErrPath: ${problem.errPath};` : '';
  return `ErrCode: ${problem.errCode};${path} ErrMsg: ${problem.errMsg}; ErrorValue: ${problem.errorValue};`;
}
