import type { Say } from '../../domain/say.ts';
import { CODES } from './codes.ts';

/** What the sentence needs of a `PlatformFailure`. */
export interface Failure {
  code: number | null;
  /** What exactly is wrong with a card (230099). */
  sub?: number | null;
  logId: string | null;
  verdict: 'retry' | 'tell' | 'stop' | 'lost';
  scope: { names: string[]; link: string | null } | null;
}

/** Its text names one of the other codes. */
const CARD_REFUSED = 230099;

const ANSWERLESS = { retry: 'error_unreachable', lost: 'error_lost', tell: 'error_refused', stop: 'error_refused' } as const;

/** Which sentence a failure gets. A code that is not documented shows itself and the log id, nothing else. */
export function failureSay({ code, sub, logId, verdict, scope }: Failure): Say {
  if (scope && scope.names.length > 0) {
    const scopes = scope.names.join(', ');
    return scope.link ? { key: 'error_scope_link', args: { scopes, link: scope.link } } : { key: 'error_scope', args: { scopes } };
  }
  if (code === null) return { key: ANSWERLESS[verdict] };
  const rule = (code === CARD_REFUSED && sub ? CODES[sub] : undefined) ?? CODES[code];
  if (rule) return { key: rule.says };
  return logId
    ? { key: 'error_unknown', args: { code: String(code), logId } }
    : { key: 'error_unknown_code', args: { code: String(code) } };
}
