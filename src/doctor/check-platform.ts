import type { Config } from '../app/config.ts';
import type { Lang } from '../domain/settings.ts';
import { createPlatform, type Platform } from '../feishu/api/client.ts';
import { isPlatformFailure } from '../feishu/api/errors.ts';
import { failureSay } from '../feishu/api/failure-say.ts';
import { type Http, type HttpAnswer, NoAnswer } from '../feishu/api/http.ts';
import { createLog } from '../observability/log.ts';
import { plain } from '../text/ink.ts';
import { say } from '../text/say.ts';
import { checkClock } from './check-machine.ts';
import { consoleOf, scopePage } from './console.ts';
import { type Finding, found } from './finding.ts';

const PATIENCE_MS = 5000;
const ENABLED = 2;
/** Upgraded and not yet enabled: the version before may still run. */
const UPGRADED = 4;
const REFUSED_CREDENTIALS = new Set<number | null>([10003, 10014, 10015, 99991543]);
const IP_REFUSED = 99991401;

/** What else grants the same. Source: the permission line of each API and event page. */
const ALSO: Record<string, string[]> = {
  'im:message:send_as_bot': ['im:message', 'im:message:send'],
  'im:message.p2p_msg:readonly': ['im:message.p2p_msg'],
  'im:message.group_at_msg:readonly': ['im:message.group_at_msg', 'im:message.group_at_msg.include_bot:readonly', 'im:message.group_msg'],
  'im:chat:read': ['im:chat', 'im:chat:readonly'],
  'im:chat.members:read': ['im:chat', 'im:chat:readonly'],
  'im:chat.members:bot_access': ['im:chat', 'im:chat:readonly'],
};

/** Without one of these nobody gets a meeting where they ask for it. */
const MUST = new Set([
  'im:message:send_as_bot',
  'im:message.p2p_msg:readonly',
  'im:message.group_at_msg:readonly',
  'vc:reserve',
  'vc:reserve:readonly',
]);

/** For the doctor's own questions: nothing is logged, nobody waits long. */
export const platformFor = (config: Config, now: () => number, domain = config.domain): Platform =>
  createPlatform({
    appId: config.appId,
    appSecret: config.appSecret,
    domain,
    clock: { now },
    log: createLog('silent'),
    timeoutMs: PATIENCE_MS,
  });

/** Any answer at all counts: what it says is the next check's. */
export async function reach(domain: string, http: Http, now: () => number): Promise<{ ok: boolean; findings: Finding[] }> {
  const started = performance.now();
  try {
    const answer: HttpAnswer = await http.instance.request({ method: 'GET', url: `${domain}/` });
    const ms = Math.round(performance.now() - started);
    const date = Date.parse(String(answer.headers.date ?? ''));
    const seconds = Number.isFinite(date) ? Math.round((now() - date) / 1000) : 0;
    return { ok: true, findings: [found('ok', 'domain', 'domain_ok', { domain, ms }), ...checkClock(seconds)] };
  } catch (error) {
    const reason = error instanceof NoAnswer ? error.reason : 'error';
    return { ok: false, findings: [found('problem', 'domain', 'domain_unreachable', { domain, reason, kind: kindOf(reason) })] };
  }
}

/** Of a failed connection, by Node's code. */
function kindOf(reason: string): 'dns' | 'tls' | 'refused' | 'silent' {
  if (/^(ENOTFOUND|EAI_AGAIN)$/.test(reason)) return 'dns';
  if (/CERT|SSL|TLS|^EPROTO$|UNABLE_TO/.test(reason)) return 'tls';
  return reason === 'ECONNREFUSED' ? 'refused' : 'silent';
}

/** @param twin the platform of the other brand: an app that is unknown here may be known there */
export async function checkCredentials(
  platform: Pick<Platform, 'ready'>,
  config: Config,
  twin: { domain: string; ready(): Promise<void> } | null,
): Promise<Finding> {
  const domain = new URL(config.domain).origin;
  try {
    await platform.ready();
    return found('ok', 'credentials', 'credentials_ok', undefined);
  } catch (error) {
    if (!isPlatformFailure(error)) throw error;
    if (REFUSED_CREDENTIALS.has(error.code)) {
      const known = await twin?.ready().then(
        () => true,
        () => false,
      );
      if (twin && known) return found('problem', 'domain', 'other_brand', { domain, other: twin.domain });
      return found('problem', 'credentials', 'credentials_refused', (lang) => ({
        why: whyOf(error, lang),
        console: consoleOf(config.domain),
      }));
    }
    if (error.code === null && error.status !== null && error.status < 500) return found('problem', 'domain', 'not_platform', { domain });
    return found('problem', 'credentials', 'call_failed', (lang) => ({ why: whyOf(error, lang) }));
  }
}

export async function checkBot(platform: Pick<Platform, 'directory'>, config: Config): Promise<Finding> {
  try {
    const { name, status = ENABLED } = await platform.directory.bot();
    if (status === ENABLED) return found('ok', 'bot', 'bot_ok', { name });
    return found(status >= 0 && status < 7 && status !== UPGRADED ? 'problem' : 'warning', 'bot', 'bot_status', { name, status });
  } catch (error) {
    if (!isPlatformFailure(error)) throw error;
    if (error.code === IP_REFUSED) return found('problem', 'bot', 'call_failed', (lang) => ({ why: whyOf(error, lang) }));
    if (error.verdict === 'retry' && !error.appRefused)
      return found('problem', 'bot', 'call_failed', (lang) => ({ why: whyOf(error, lang) }));
    return found('problem', 'bot', 'bot_refused', (lang) => ({ why: whyOf(error, lang), console: consoleOf(config.domain) }));
  }
}

export async function checkScopes(platform: Pick<Platform, 'scopes'>, needed: string[], config: Config): Promise<Finding[]> {
  try {
    const granted = await platform.scopes();
    const missing = needed.filter((scope) => ![scope, ...(ALSO[scope] ?? [])].some((one) => granted.get(one)));
    if (missing.length === 0) return [found('ok', 'scopes', 'scopes_ok', { count: needed.length })];
    return missing.map((scope) =>
      found(MUST.has(scope) ? 'problem' : 'warning', 'scopes', granted.has(scope) ? 'scope_waiting' : 'scope_missing', {
        scope,
        link: scopePage(config, scope),
      }),
    );
  } catch (error) {
    if (!isPlatformFailure(error)) throw error;
    const level = error.verdict === 'stop' || error.appRefused ? 'problem' : 'warning';
    return [found(level, 'scopes', 'scopes_unknown', (lang) => ({ why: whyOf(error, lang) }))];
  }
}

/** Our words for the platform's code, with its number for whoever looks it up. */
function whyOf(error: Parameters<typeof failureSay>[0], lang: Lang): string {
  const sentence = say(failureSay(error), lang, plain);
  const known = [error.code, error.logId].filter((one) => one !== null).join(', ');
  return known && !sentence.includes(String(error.code)) ? `${sentence} (${known})` : sentence;
}
