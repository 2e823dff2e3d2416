/** What becomes of a job whose run threw. */
import type { Millis } from '../domain/time.ts';

const FIRST: Millis = 1000;
const LONGEST: Millis = 5 * 60_000;
/** A platform that asks for more than this is not taken at its word. */
const LONGEST_ASKED: Millis = 2 * 60_000;
/** Runs in all, where the error says that another try can help. */
const TRIES = 8;
/** Runs in all where no answer of the platform's came, or it refuses the app itself: nobody could be told either, so it is asked for about eight hours. */
const TRIES_UNREACHABLE = 200;
/** Runs in all for errors that nobody foresaw: the first and three more. */
const TRIES_UNFORESEEN = 4;

/** @param failures runs that threw before this one */
export function retryIn(error: unknown, failures: number, random: () => number): Millis | 'dead' {
  const { retryAfter, tries } = hintsOf(error);
  if (failures + 1 >= tries) return 'dead';
  // Full jitter, so that jobs which failed together do not come back together.
  const wait = Math.min(LONGEST, FIRST * 2 ** failures);
  return Math.ceil(retryAfter === null ? random() * wait : retryAfter + random() * Math.min(wait, retryAfter + FIRST));
}

/** By shape, not by class: the platform's failure is not ours to import. */
function hintsOf(error: unknown): { retryAfter: Millis | null; tries: number } {
  if (typeof error !== 'object' || error === null) return { retryAfter: null, tries: TRIES_UNFORESEEN };
  const { retryAfter, verdict, code, appRefused, fault } = error as Partial<
    Record<'retryAfter' | 'verdict' | 'code' | 'appRefused' | 'fault', unknown>
  >;
  // Our own store is full, slow or away: what was acknowledged waits for it.
  if (typeof fault === 'string') return { retryAfter: null, tries: TRIES_UNREACHABLE };
  // The platform has decided: asked again, it would say the same. (`lost` is not final: what may be repeated is.)
  if (verdict === 'tell' || verdict === 'stop') return { retryAfter: null, tries: 1 };
  const asked = typeof retryAfter === 'number' && retryAfter >= 0 ? Math.min(retryAfter, LONGEST_ASKED) : null;
  if (verdict === 'retry') return { retryAfter: asked, tries: code === null || appRefused === true ? TRIES_UNREACHABLE : TRIES };
  return { retryAfter: asked, tries: verdict === undefined && asked !== null ? TRIES : TRIES_UNFORESEEN };
}

/** What was called or the error's name, code, log id and, unless the platform said no, the place. Never the message: it may quote what somebody wrote. */
export function describe(error: unknown): string {
  if (typeof error !== 'object' || error === null) return typeof error;
  const { name, code, logId, api, stack } = error as Partial<Record<'name' | 'code' | 'logId' | 'api' | 'stack', unknown>>;
  const parts = [typeof api === 'string' ? api : typeof name === 'string' ? name : 'Error'];
  if (typeof code === 'string' || typeof code === 'number') parts.push(String(code));
  if (typeof logId === 'string') parts.push(`log id ${logId}`);
  const answered = typeof api === 'string' && typeof code === 'number';
  const place = typeof stack === 'string' && !answered ? /^\s+at .*?([^/\\\s(]+:\d+:\d+)\)?$/m.exec(stack)?.[1] : undefined;
  if (place !== undefined) parts.push(`at ${place}`);
  return parts.join(' ').slice(0, 300);
}
