import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

export type PostFailure = 'connect' | 'dns' | 'timeout' | 'broken' | 'url';

export type PostResult =
  | { ok: true; status: number; body: string; ms: number }
  | { ok: false; failure: PostFailure; error: string; ms: number };

const MAX_ANSWER = 1 << 20;
const CONNECT_MS = 2000;

function failureOf(code: string | undefined): PostFailure {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'dns';
  return code === 'ECONNREFUSED' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH' ? 'connect' : 'broken';
}

/** One POST on a connection of its own; redirects are not followed. */
export function post(url: string, headers: Record<string, string>, body: string, limitMs: number): Promise<PostResult> {
  const started = performance.now();
  const ms = (): number => Math.round(performance.now() - started);
  return new Promise((resolve) => {
    let target: URL;
    try {
      target = new URL(url);
    } catch {
      resolve({ ok: false, failure: 'url', error: 'not a URL', ms: 0 });
      return;
    }
    const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
    const call = send(target, { method: 'POST', agent: false, headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) } });
    let settled = false;
    const settle = (result: PostResult): void => {
      if (settled) return;
      settled = true;
      clearTimeout(whole);
      clearTimeout(connecting);
      resolve(result);
      call.destroy();
    };
    const whole = setTimeout(() => settle({ ok: false, failure: 'timeout', error: `no answer within ${limitMs} ms`, ms: ms() }), limitMs);
    const connecting = setTimeout(
      () => settle({ ok: false, failure: 'connect', error: 'TCP connect took too long', ms: ms() }),
      CONNECT_MS,
    );
    call.on('socket', (socket) => socket.once('connect', () => clearTimeout(connecting)));
    call.on('error', (error: NodeJS.ErrnoException) =>
      settle({ ok: false, failure: failureOf(error.code), error: error.code ?? error.message, ms: ms() }),
    );
    call.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= MAX_ANSWER) chunks.push(chunk);
      });
      response.on('end', () =>
        settle({ ok: true, status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8'), ms: ms() }),
      );
      response.on('error', (error) => settle({ ok: false, failure: 'broken', error: error.message, ms: ms() }));
    });
    call.end(body);
  });
}
