/** The long connection: would the platform take it, and does it get through. */
import WebSocket from 'ws';
import type { Config } from '../app/config.ts';
import { type Http, HttpAnswer, NoAnswer } from '../feishu/api/http.ts';
import { fields } from '../feishu/narrow.ts';
import { pageOf, twinOf } from './console.ts';
import { type Finding, found } from './finding.ts';

const PATIENCE_MS = 5000;
const AGENT = 'oapi-node-sdk/1.74.0';
const OTHER_BRAND = 1000040351;

/**
 * Asks where to connect, as a client does.
 * @param open also connects, and hangs up at once; not while the bot runs: an event could be sent to us, and come to it late
 */
export async function checkConnection(config: Config, http: Http, open: boolean): Promise<Finding> {
  const answer = await endpoint(config, http);
  if (typeof answer === 'string') return found('problem', 'connection', 'connection_unreachable', { reason: answer });
  const { code, msg, url } = answer;
  if (code !== 0 || url === null) {
    const other = twinOf(config.domain);
    if (code === OTHER_BRAND && other) return found('problem', 'domain', 'other_brand', { domain: config.domain, other });
    return found('problem', 'connection', 'connection_refused', { code, msg, link: pageOf(config, 'event') });
  }
  if (!open) return found('ok', 'connection', 'connection_accepted', undefined);
  const { host } = new URL(url);
  const trouble = await shakeHands(url);
  return trouble === null
    ? found('ok', 'connection', 'connection_ok', { host })
    : found('problem', 'connection', 'connection_blocked', { host, reason: trouble });
}

type Endpoint = { code: number; msg: string; url: string | null };

/** @returns why there was no answer, where there was none */
async function endpoint({ domain, appId, appSecret }: Config, http: Http): Promise<Endpoint | string> {
  try {
    const answer: unknown = await http.instance.request({
      method: 'POST',
      url: `${domain}/callback/ws/endpoint`,
      headers: { locale: 'zh', 'User-Agent': AGENT },
      data: { AppID: appId, AppSecret: appSecret },
    });
    const body = answer instanceof HttpAnswer ? fields(answer.body) : null;
    if (body === null) return answer instanceof HttpAnswer ? `HTTP ${answer.status}` : 'error';
    const { URL: url } = fields(body.data) ?? {};
    const usable = typeof url === 'string' && URL.canParse(url) ? url : null;
    return { code: Number(body.code), msg: typeof body.msg === 'string' ? body.msg.slice(0, 200) : '', url: usable };
  } catch (error) {
    return error instanceof NoAnswer ? error.reason : 'error';
  }
}

/** @returns what went wrong; null: the line was up, and is closed again */
function shakeHands(url: string): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, { handshakeTimeout: PATIENCE_MS });
    const end = (trouble: string | null): void => {
      resolve(trouble);
      socket.terminate();
    };
    socket.once('open', () => end(null));
    socket.once('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
    socket.once('unexpected-response', (_, response) => {
      const said = ['handshake-status', 'handshake-msg', 'handshake-autherrcode'].map((name) => response.headers[name]).filter(Boolean);
      end([`HTTP ${response.statusCode}`, ...said].join(' '));
    });
  });
}
