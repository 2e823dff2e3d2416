import { codeOf } from '../feishu/api/errors.ts';
import { type Http, type HttpAnswer, instanceOver, NoAnswer } from '../feishu/api/http.ts';
import { type Fields, fields, json } from '../feishu/narrow.ts';

export interface Asked {
  method: string;
  /** With its query. */
  path: string;
  body: unknown;
}

export type Send = (asked: Asked, options: Parameters<Http['instance']['request']>[0]) => Promise<HttpAnswer>;

export interface SentCall extends Asked {
  answer: { status: number; code: number | null } | { why: string };
}

/** Passes on to `send` whatever is asked, and tells `note` of it. */
export function recording(send: Send, note: (call: SentCall) => void, close: () => void = () => {}): Http {
  return {
    instance: instanceOver(async (options) => {
      const url = new URL(options.url ?? '');
      for (const [name, value] of Object.entries(options.params ?? {}))
        if (value !== undefined && value !== null) url.searchParams.append(name, String(value));
      const asked: Asked = { method: (options.method ?? 'GET').toUpperCase(), path: `${url.pathname}${url.search}`, body: options.data };
      try {
        const answer = await send(asked, options);
        note({ ...asked, answer: { status: answer.status, code: codeOf(answer.body) } });
        return answer;
      } catch (error) {
        note({ ...asked, answer: { why: error instanceof NoAnswer ? error.reason : 'error' } });
        throw error;
      }
    }),
    close,
  };
}

const SECRET = /^(app_secret|.*_access_token|token|ticket|encrypt_key|verification_token)$/;

/** A body on one line: cards as JSON instead of JSON in a string, secrets blanked. Empty when there is none. */
export function shownBody(body: unknown): string {
  const held = typeof body === 'string' ? json(body) : body;
  const given = fields(held);
  if (given === null || Object.keys(given).length === 0) return '';
  return JSON.stringify(blanked(given));
}

function blanked(given: Fields): Fields {
  const out: Fields = {};
  for (const [name, value] of Object.entries(given)) {
    if (SECRET.test(name)) out[name] = '***';
    else if (name === 'content' && typeof value === 'string') out[name] = fields(json(value)) ?? value;
    else out[name] = value;
  }
  return out;
}
