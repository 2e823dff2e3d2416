import type { Millis } from '../../domain/time.ts';
import type { PlatformFailure } from '../../meeting/ports/platform.ts';
import { type Fields, fields, matching, str } from '../narrow.ts';
import { CHAT_CLOSED, CODES, type CodeRule, GONE, UNAVAILABLE } from './codes.ts';
import { HttpAnswer, NoAnswer } from './http.ts';

/**
 * What repeating a call does. `read`: nothing. `safe`: nothing more than the first time (a `uuid`, or the same state again).
 * `once`: it would be done twice.
 */
export type Repeat = 'read' | 'safe' | 'once';

interface Details extends Omit<PlatformFailure, 'gone' | 'chatClosed' | 'unavailable' | 'appRefused' | 'mayBeDone' | 'leftBefore'> {
  api: string;
  mayBeDone?: boolean;
  status?: number | null;
  /** `ErrCode` inside the text of 230099. */
  sub?: number | null;
  /** Where in the card: `ROOT -> body -> elements -> [2](tag: chart)`. */
  cardPath?: string | null;
}

/** A failed call. Its message never holds the platform's own text: that may quote what people wrote. */
export class PlatformError extends Error implements PlatformFailure {
  readonly api: string;
  readonly code: number | null;
  readonly logId: string | null;
  readonly verdict: PlatformFailure['verdict'];
  readonly retryAfter: Millis | null;
  readonly scope: PlatformFailure['scope'];
  readonly status: number | null;
  readonly sub: number | null;
  readonly gone: boolean;
  readonly chatClosed: boolean;
  readonly unavailable: boolean;
  readonly appRefused: boolean;
  readonly leftBefore: boolean = false;
  /** Of any try of this call. */
  mayBeDone: boolean;

  constructor(details: Details, why: string) {
    const sub = details.sub ? ` (${details.sub}${details.cardPath ? ` at ${details.cardPath}` : ''})` : '';
    super(`${details.api}: ${why}${sub}${details.logId ? `, log id ${details.logId}` : ''}`);
    this.name = 'PlatformError';
    this.api = details.api;
    this.code = details.code;
    this.logId = details.logId;
    this.verdict = details.verdict;
    this.retryAfter = details.retryAfter;
    this.scope = details.scope;
    this.status = details.status ?? null;
    this.sub = details.sub ?? null;
    this.mayBeDone = details.mayBeDone ?? false;
    this.gone = GONE.has(this.code);
    this.chatClosed = CHAT_CLOSED.has(this.code);
    this.unavailable = UNAVAILABLE.has(this.code);
    this.appRefused = this.code !== null && CODES[this.code]?.because === 'app';
  }
}

export function isPlatformFailure(error: unknown): error is PlatformError {
  return error instanceof PlatformError;
}

/** A refusal of ours, before anything was sent. */
export function refused(api: string, why: string): PlatformError {
  return new PlatformError(
    {
      api,
      code: null,
      logId: null,
      verdict: 'tell',
      retryAfter: null,
      scope: null,
    },
    why,
  );
}

/** Not sent, because the platform wants to be left alone or we are closing: safe to ask again after `retryAfter`. */
export function notNow(api: string, why: string, retryAfter: Millis | null): PlatformError {
  return new PlatformError({ api, code: null, logId: null, verdict: 'retry', retryAfter, scope: null }, why);
}

/** The `code` of an answer's body; `null` when the body is not one of the platform's. */
export function codeOf(body: unknown): number | null {
  const code = fields(body)?.code;
  return typeof code === 'number' && Number.isInteger(code) ? code : null;
}

/**
 * One shape for every way a call fails: a thrown HTTP status (ours or axios's), a returned `code` ≠ 0, no answer at all,
 * an answer that is not the platform's. Where it may have been done, a `once` call is `lost`; the others may ask again.
 */
export function toPlatformError(cause: unknown, api: string, repeat: Repeat = 'once'): PlatformError {
  if (cause instanceof PlatformError) return cause;
  const perhapsDone = repeat === 'once' ? 'lost' : 'retry';
  if (cause instanceof HttpAnswer) return fromAnswer(cause, api, perhapsDone);
  const thrown = fields(cause);
  const answer = fields(thrown?.response);
  if (answer && typeof answer.status === 'number') {
    return fromAnswer(
      new HttpAnswer(answer.status, (fields(answer.headers) ?? {}) as HttpAnswer['headers'], answer.data),
      api,
      perhapsDone,
    );
  }
  const reason = cause instanceof NoAnswer ? cause.reason : (str(thrown?.code) ?? 'no answer');
  const left = cause instanceof NoAnswer ? cause.left : !NEVER_CONNECTED.has(reason);
  const why = left ? `no answer (${reason})` : `not reached (${reason})`;
  return new PlatformError(
    {
      api,
      code: null,
      logId: null,
      verdict: left ? perhapsDone : 'retry',
      mayBeDone: left,
      retryAfter: null,
      scope: null,
    },
    why,
  );
}

const NEVER_CONNECTED: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

function fromAnswer(answer: HttpAnswer, api: string, perhapsDone: 'lost' | 'retry'): PlatformError {
  const { status } = answer;
  const body = fields(answer.body) ?? {};
  const code = codeOf(body);
  const message = str(body.msg, 100_000) ?? '';
  const rule = code === null ? undefined : isLock(code, message) ? LOCKED : CODES[code];
  const limited = rule?.because === 'limit' || status === 429;
  // 408 and everything from 500 on is said by whatever stood between: the call may have gone through. So may it behind a page
  // that is not the platform's, unless the status says no.
  const unclear = status >= 500 || status === 408 || (status < 400 && (code === null || code === 0));
  const verdict = limited ? 'retry' : (rule?.verdict ?? (unclear ? perhapsDone : 'tell'));
  const known = {
    ...cardError(message),
    scope: rule?.because === 'scope' ? missingScope(body, message) : null,
  };
  const details = {
    api,
    code,
    logId: logIdOf(answer, body),
    verdict,
    retryAfter: limited || verdict === 'retry' ? waitOf(answer) : null,
    mayBeDone: !limited && rule === undefined && unclear,
    status,
    ...known,
  };
  return new PlatformError(details, code === null ? `answered HTTP ${status} without a code` : `code ${code}, HTTP ${status}`);
}

const CARD_REFUSED = 230099;
const CARD_LIMIT = 11310;

/** Somebody is using the card right now. The same number also means that a card has too many tables, which is final: only the text tells. */
const isLock = (code: number, message: string): boolean =>
  (code === CARD_LIMIT || (code === CARD_REFUSED && cardError(message).sub === CARD_LIMIT)) && /card action is lock/i.test(message);

const LOCKED: CodeRule = { verdict: 'retry', says: 'error_busy' };

function headerOf(answer: HttpAnswer, name: string): string | null {
  const value = answer.headers[name];
  return str(Array.isArray(value) ? value[0] : value);
}

function logIdOf(answer: HttpAnswer, body: Fields): string | null {
  const id = fields(body.error)?.log_id ?? body.log_id;
  return matching(id, /^[\w.-]{1,100}$/) ?? matching(headerOf(answer, 'x-tt-logid'), /^[\w.-]{1,100}$/);
}

/** No header silences the bot for longer: after that it asks again. */
const LONGEST_ASKED: Millis = 2 * 60_000;

/** `x-ogw-ratelimit-reset` (seconds; docs: rate-limit strategy), else a proxy's `retry-after`. */
function waitOf(answer: HttpAnswer): Millis | null {
  const seconds = Number(headerOf(answer, 'x-ogw-ratelimit-reset') ?? headerOf(answer, 'retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, LONGEST_ASKED) : null;
}

function cardError(message: string): { sub: number | null; cardPath: string | null } {
  const sub = /\bErrCode: (\d{1,9})\b/.exec(message)?.[1];
  const path = /\bErrPath: (ROOT(?: -> (?:[a-z_]{1,40}|\[\d{1,4}\](?:\(tag: [a-z_]{1,40}\))?))*)/.exec(message)?.[1];
  return { sub: sub ? Number(sub) : null, cardPath: path ?? null };
}

/** The names stand in `permission_violations` and, in brackets, in the text; the console link only in the text. */
function missingScope(body: Fields, message: string): PlatformFailure['scope'] {
  const violations = fields(body.error)?.permission_violations;
  const subjects = Array.isArray(violations) ? violations.map((violation) => fields(violation)?.subject) : [];
  const inText = /\[([\w:.,\s]{3,400})\]/.exec(message)?.[1]?.split(/[,\s]+/) ?? [];
  const named = [...subjects, ...inText].filter((name): name is string => matching(name, /^[a-z][\w.]*(?::[\w.]+)+$/i) !== null);
  const link = /https?:\/\/[\w.:[\]-]{3,100}\/app\/[\w-]{1,60}\/auth\?[\w=&:.,%-]{1,400}/.exec(message)?.[0] ?? null;
  return named.length > 0 || link ? { names: [...new Set(named)], link } : null;
}
