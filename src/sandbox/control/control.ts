import type { IncomingMessage, ServerResponse } from 'node:http';
import { NotPossible } from '../people/not-possible.ts';
import { isObject } from '../world/content.ts';
import type { Platform } from '../world/platform.ts';
import type { ControlParts, ControlRoute } from './request.ts';
import { CONTROL_ROUTES } from './routes.ts';

export function stream(platform: Platform, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', connection: 'keep-alive' });
  response.write(': open\n\n');
  const stop = platform.onChange((change) => response.write(`data: ${JSON.stringify(change)}\n\n`));
  const beat = setInterval(() => response.write(': beat\n\n'), 15_000);
  beat.unref();
  request.on('close', () => {
    clearInterval(beat);
    stop();
  });
}

/** Loopback is not enough: a page elsewhere, or on another port of this machine, could make a browser ask here. */
export function isForeign({ headers }: Pick<IncomingMessage, 'headers'>, isControl: boolean): boolean {
  const { host, origin } = headers;
  if (!host || !/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host)) return true;
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) return true;
  // A page may be opened by a link from anywhere; what acts may not be asked for by anything but our own page.
  const site = headers['sec-fetch-site'];
  return isControl && site !== undefined && site !== 'same-origin' && site !== 'none';
}

function matchControl(method: string, path: string): { route: ControlRoute; params: Record<string, string> } | 'method' | null {
  const parts = path.split('/');
  let other = false;
  let best: { route: ControlRoute; params: Record<string, string> } | null = null;
  for (const route of CONTROL_ROUTES) {
    const wanted = route.path.split('/');
    const params: Record<string, string> = {};
    const fits =
      wanted.length === parts.length &&
      wanted.every((part, index) => {
        if (!part.startsWith(':')) return part === parts[index];
        params[part.slice(1)] = parts[index] ?? '';
        return parts[index] !== '';
      });
    if (!fits) continue;
    if (route.method !== method) other = true;
    else if (!best || Object.keys(params).length < Object.keys(best.params).length) best = { route, params };
  }
  return best ?? (other ? 'method' : null);
}

/** Answers one call of the control API. */
export async function control(
  parts: ControlParts,
  method: string,
  path: string,
  query: URLSearchParams,
  raw: Buffer,
): Promise<{ status: number; body: object }> {
  const match = matchControl(method, path);
  if (match === null) return { status: 404, body: { error: 'There is no such control.' } };
  if (match === 'method') return { status: 405, body: { error: `${method} does not work here.` } };
  let body: unknown = {};
  if (raw.length > 0) {
    try {
      body = JSON.parse(raw.toString('utf8'));
    } catch {
      return { status: 400, body: { error: 'The body is not JSON.' } };
    }
  }
  if (!isObject(body)) return { status: 400, body: { error: 'The body must be an object.' } };
  try {
    return { status: 200, body: await match.route.handle({ parts, params: match.params, query, body }) };
  } catch (error) {
    if (error instanceof NotPossible) return { status: error.status, body: { error: error.message } };
    throw error;
  }
}
