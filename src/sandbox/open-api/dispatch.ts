import type { CallRecord } from '../control/shapes.ts';
import { missingScope, Refusal } from '../world/errors.ts';
import { type ApiFault, takeApiFault } from '../world/faults.ts';
import { hex, newLogId } from '../world/ids.ts';
import { hasAny } from '../world/platform.ts';
import { RateLimited } from './gate.ts';
import type { Call } from './route.ts';
import { findRoute } from './routes.ts';
import { checkToken } from './token.ts';

export interface HttpCall {
  method: string;
  /** Path without the query. */
  path: string;
  query: URLSearchParams;
  authorization: string | undefined;
  raw: Buffer;
}

export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** `hang`: the connection stays open without an answer. `reset`: it is torn down. */
export type Outcome = HttpAnswer | 'hang' | 'reset';

type Parts = Pick<Call, 'platform' | 'deliver' | 'limiter'>;

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const KEPT = 2000;
const SECRET_KEYS = ['app_secret', 'tenant_access_token', 'app_access_token', 'token'];

export const NOT_FOUND: HttpAnswer = { status: 404, headers: { 'content-type': 'text/plain' }, body: '404 page not found' };

function parse(raw: Buffer): unknown {
  if (raw.length === 0) return undefined;
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** A copy with tokens and secrets blanked; the token of an icon is but its name. */
function blank(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(blank);
  if (typeof value !== 'object' || value === null || ('tag' in value && value.tag === 'standard_icon')) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, SECRET_KEYS.includes(key) && typeof item === 'string' ? '***' : blank(item)]),
  );
}

function refusalAnswer(refusal: Refusal, logId: string): HttpAnswer {
  const troubleshooter = `排查建议查看(Troubleshooting suggestions): https://open.feishu.cn/search?from=openapi&log_id=${logId}&code=${refusal.code}&method_id=`;
  return {
    status: refusal.status,
    headers: { ...JSON_TYPE, 'x-tt-logid': logId, ...(refusal instanceof RateLimited ? refusal.headers : {}) },
    body: JSON.stringify({ code: refusal.code, msg: refusal.message, error: { ...refusal.detail, log_id: logId, troubleshooter } }),
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What a fault makes of a call before it is carried out; null = carry it out. */
function faultAnswer(fault: ApiFault | undefined, parts: Parts, call: HttpCall, logId: string): Outcome | null {
  switch (fault?.mode) {
    case 'hang':
    case 'reset':
      return fault.mode;
    case 'garbage':
      return { status: fault.status ?? 200, headers: JSON_TYPE, body: '<html><body>502 Bad Gateway</body></html>' };
    case 'status':
      return {
        status: fault.status ?? 500,
        headers: { 'content-type': 'text/plain', 'x-tt-logid': logId },
        body: fault.msg ?? 'upstream error',
      };
    case 'code': {
      const code = fault.code ?? 121001;
      const anyOf = findRoute(call.method, call.path)?.route.anyOf;
      if (code === 99991672 && anyOf && fault.msg === undefined) return refusalAnswer(missingScope(anyOf, parts.platform.app.appId), logId);
      if (code === 99991400) return refusalAnswer(new RateLimited(50, fault.reset ?? 1), logId);
      const options = {
        ...(fault.msg === undefined ? {} : { msg: fault.msg }),
        ...(fault.status === undefined ? {} : { status: fault.status }),
      };
      return refusalAnswer(new Refusal(code, options), logId);
    }
    default:
      return null;
  }
}

/** Token, scope, rate, parameters: in this order. */
function carryOut(parts: Parts, call: HttpCall, logId: string): HttpAnswer {
  const match = findRoute(call.method, call.path);
  if (!match) return NOT_FOUND;
  const { route, params } = match;
  const { platform, limiter } = parts;
  try {
    if (route.identity !== 'none') checkToken(platform, call.authorization);
    if (route.identity === 'tenant' && !hasAny(platform.app, route.anyOf)) throw missingScope(route.anyOf ?? [], platform.app.appId);
    if (route.tier) limiter.api(`${route.method} ${route.path}`, route.tier);
    const answer = route.handle({ ...parts, params, query: call.query, body: parse(call.raw), size: call.raw.length });
    return { status: 200, headers: { ...JSON_TYPE, 'x-tt-logid': logId }, body: JSON.stringify(answer) };
  } catch (error) {
    if (error instanceof Refusal) return refusalAnswer(error, logId);
    platform.log(`sandbox: ${call.method} ${call.path} broke: ${error instanceof Error ? error.stack : String(error)}`);
    return refusalAnswer(new Refusal(121001), logId);
  }
}

export interface Dispatcher {
  answer(call: HttpCall): Promise<Outcome>;
  calls(limit: number): CallRecord[];
  clear(): void;
}

export function createDispatcher(parts: Parts): Dispatcher {
  let records: CallRecord[] = [];

  const record = (call: HttpCall, outcome: Outcome, started: number, at: number): void => {
    const answered = typeof outcome === 'string' ? null : outcome;
    const response = answered ? (parse(Buffer.from(answered.body)) ?? answered.body) : outcome;
    const code = typeof response === 'object' && response !== null ? (response as { code?: unknown }).code : null;
    const search = call.query.toString();
    const entry: CallRecord = {
      id: `a_${hex(12)}`,
      at,
      method: call.method,
      path: search ? `${call.path}?${search}` : call.path,
      status: answered?.status ?? null,
      code: typeof code === 'number' ? code : null,
      ms: Math.round(performance.now() - started),
      request: blank(parse(call.raw) ?? null),
      response: blank(response),
    };
    records.push(entry);
    if (records.length > KEPT) records.shift();
    parts.platform.changed({ type: 'api', id: entry.id });
  };

  return {
    async answer(call) {
      const started = performance.now();
      const at = parts.platform.clock.now();
      const logId = newLogId(at);
      const fault = takeApiFault(parts.platform.faults.api, call.method, call.path, parts.platform.chance);
      let outcome: Outcome | null = faultAnswer(fault, parts, call, logId);
      if (!outcome) {
        const answer = carryOut(parts, call, logId);
        if (fault?.mode === 'slow') await pause(fault.ms ?? 1000);
        outcome = fault?.mode === 'lost' ? 'reset' : answer;
      } else if (fault?.ms && typeof outcome !== 'string') await pause(fault.ms);
      record(call, outcome, started, at);
      return outcome;
    },
    calls: (limit) => records.slice(-limit).reverse(),
    clear() {
      records = [];
    },
  };
}
