import type { Config } from '../app/config.ts';
import { createPlatform, type Platform } from '../feishu/api/client.ts';
import { isPlatformFailure } from '../feishu/api/errors.ts';
import { failureSay } from '../feishu/api/failure-say.ts';
import { createHttp, type HttpAnswer, NoAnswer } from '../feishu/api/http.ts';
import { createLog } from '../observability/log.ts';
import { plain } from '../text/ink.ts';
import { say } from '../text/say.ts';
import { type Finding, found } from './finding.ts';

const PATIENCE_MS = 5000;
const ENABLED = 2;
/** Upgraded and not yet enabled: the version before may still run. */
const UPGRADED = 4;
/** The door refuses pushes from more than five minutes ahead. */
const FAR_OFF_S = 300;
const OFF_S = 30;
const REFUSED_CREDENTIALS = new Set<number | null>([10003, 10014, 10015, 99991543]);

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

/** Is it there, does it know the app, is the bot on, what was granted. What hangs on a failed answer is not asked. */
export async function checkPlatform(config: Config, needed: string[] | null, now: () => number): Promise<Finding[]> {
  const domain = new URL(config.domain).origin;
  const reached = await reach(domain, now);
  if (!reached.ok) return reached.findings;
  const platform = createPlatform({
    appId: config.appId,
    appSecret: config.appSecret,
    domain: config.domain,
    clock: { now },
    log: createLog('silent'),
    timeoutMs: PATIENCE_MS,
  });
  try {
    const credentials = await checkCredentials(platform, domain, config);
    if (credentials.level === 'problem') return [...reached.findings, credentials];
    return [
      ...reached.findings,
      credentials,
      await checkBot(platform, config),
      ...(needed ? await checkScopes(platform, needed, config) : [found('warning', 'scopes', 'manifest_missing', undefined)]),
    ];
  } finally {
    platform.close();
  }
}

/** Any answer at all counts: what it says is the next check's. */
async function reach(domain: string, now: () => number): Promise<{ ok: boolean; findings: Finding[] }> {
  const http = createHttp({ timeoutMs: PATIENCE_MS });
  const started = performance.now();
  try {
    const answer: HttpAnswer = await http.instance.request({ method: 'GET', url: `${domain}/` });
    const ms = Math.round(performance.now() - started);
    const date = Date.parse(String(answer.headers.date ?? ''));
    const seconds = Number.isFinite(date) ? Math.round((now() - date) / 1000) : 0;
    const off = Math.abs(seconds) > OFF_S;
    const level = Math.abs(seconds) > FAR_OFF_S ? 'problem' : 'warning';
    return {
      ok: true,
      findings: [found('ok', 'domain', 'domain_ok', { domain, ms }), ...(off ? [found(level, 'clock', 'clock_off', { seconds })] : [])],
    };
  } catch (error) {
    const reason = error instanceof NoAnswer ? error.reason : 'error';
    return { ok: false, findings: [found('problem', 'domain', 'domain_unreachable', { domain, reason, kind: kindOf(reason) })] };
  } finally {
    http.close();
  }
}

/** Of a failed connection, by Node's code. */
function kindOf(reason: string): 'dns' | 'tls' | 'refused' | 'silent' {
  if (/^(ENOTFOUND|EAI_AGAIN)$/.test(reason)) return 'dns';
  if (/CERT|SSL|TLS|^EPROTO$|UNABLE_TO/.test(reason)) return 'tls';
  return reason === 'ECONNREFUSED' ? 'refused' : 'silent';
}

async function checkCredentials(platform: Platform, domain: string, config: Config): Promise<Finding> {
  try {
    await platform.ready();
    return found('ok', 'credentials', 'credentials_ok', undefined);
  } catch (error) {
    if (!isPlatformFailure(error)) throw error;
    if (REFUSED_CREDENTIALS.has(error.code))
      return found('problem', 'credentials', 'credentials_refused', { why: whyOf(error, config), console: consoleOf(config) });
    if (error.code === null && error.status !== null && error.status < 500) return found('problem', 'domain', 'not_platform', { domain });
    return found('problem', 'credentials', 'call_failed', { why: whyOf(error, config) });
  }
}

async function checkBot(platform: Platform, config: Config): Promise<Finding> {
  try {
    const { name, status = ENABLED } = await platform.directory.bot();
    if (status === ENABLED) return found('ok', 'bot', 'bot_ok', { name });
    return found(status >= 0 && status < 7 && status !== UPGRADED ? 'problem' : 'warning', 'bot', 'bot_status', { name, status });
  } catch (error) {
    if (!isPlatformFailure(error)) throw error;
    const why = whyOf(error, config);
    if (error.verdict === 'retry' && !error.appRefused) return found('problem', 'bot', 'call_failed', { why });
    return found('problem', 'bot', 'bot_refused', { why, console: consoleOf(config) });
  }
}

async function checkScopes(platform: Platform, needed: string[], config: Config): Promise<Finding[]> {
  try {
    const granted = await platform.scopes();
    const missing = needed.filter((scope) => ![scope, ...(ALSO[scope] ?? [])].some((one) => granted.get(one)));
    if (missing.length === 0) return [found('ok', 'scopes', 'scopes_ok', { count: needed.length })];
    return missing.map((scope) =>
      found(MUST.has(scope) ? 'problem' : 'warning', 'scopes', granted.has(scope) ? 'scope_waiting' : 'scope_missing', {
        scope,
        link: `${consoleOf(config)}/${config.appId}/auth?q=${scope}&op_from=openapi&token_type=tenant`,
      }),
    );
  } catch (error) {
    if (!isPlatformFailure(error)) throw error;
    const level = error.verdict === 'stop' || error.appRefused ? 'problem' : 'warning';
    return [found(level, 'scopes', 'scopes_unknown', { why: whyOf(error, config) })];
  }
}

/** Our words for the platform's code, with its number for whoever looks it up. */
function whyOf(error: Parameters<typeof failureSay>[0], config: Config): string {
  const sentence = say(failureSay(error), config.lang, plain);
  const known = [error.code, error.logId].filter((one) => one !== null).join(', ');
  return known && !sentence.includes(String(error.code)) ? `${sentence} (${known})` : sentence;
}

/** Lark has a console of its own; a sandbox has none. */
function consoleOf(config: Config): string {
  const { origin, hostname } = new URL(config.domain);
  return /(^|\.)(feishu\.cn|larksuite\.com)$/.test(hostname) ? `${origin}/app` : 'https://open.feishu.cn/app';
}
