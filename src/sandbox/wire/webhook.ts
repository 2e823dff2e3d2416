import type { Delivery } from '../control/shapes.ts';
import type { DeliveryFault } from '../world/faults.ts';
import { hex } from '../world/ids.ts';
import type { Platform } from '../world/platform.ts';
import type { DeliveryLog } from './delivery.ts';
import { type PostResult, post } from './post.ts';
import { encrypt, signature } from './seal.ts';

/** Pushes to the app's request URL. */

const ANSWER_MS = 3000;
const VERIFY_MS = 1000;
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

const spoiled = (body: unknown): unknown => {
  const copy = structuredClone(body) as { header?: { token?: string } };
  if (copy.header) copy.header.token = hex(32);
  return copy;
};

/** One try: compact JSON, encrypted and signed when there is an encrypt key. */
export function postDelivery(platform: Platform, delivery: Delivery, fault?: DeliveryFault): Promise<PostResult> {
  const { app, clock } = platform;
  if (!app.webhookUrl) return Promise.resolve({ ok: false, failure: 'url', error: 'no request URL is set', ms: 0 });
  const plain = JSON.stringify(fault?.mode === 'bad_token' ? spoiled(delivery.body) : delivery.body);
  const headers: Record<string, string> = { ...JSON_TYPE, 'user-agent': 'feishu-sandbox' };
  if (!app.encryptKey) return post(app.webhookUrl, headers, plain, ANSWER_MS);
  const sealed = JSON.stringify({ encrypt: encrypt(app.encryptKey, plain) });
  const timestamp = String(Math.floor(clock.now() / 1000));
  const nonce = hex(16);
  const key = fault?.mode === 'bad_signature' ? hex(32) : app.encryptKey;
  headers['X-Lark-Request-Timestamp'] = timestamp;
  headers['X-Lark-Request-Nonce'] = nonce;
  headers['X-Lark-Signature'] = signature(timestamp, nonce, key, sealed);
  return post(app.webhookUrl, headers, sealed, ANSWER_MS);
}

/** The reason why an address does not pass, or null. */
function challengeProblem(result: PostResult, challenge: string): string | null {
  if (!result.ok) return result.error;
  if (result.status !== 200) return `it answered HTTP ${result.status}`;
  let answered: unknown;
  try {
    answered = JSON.parse(result.body);
  } catch {
    return 'its answer is not JSON';
  }
  return (answered as { challenge?: unknown } | null)?.challenge === challenge ? null : 'it did not answer the challenge';
}

/** Address verification; throws a sentence when the address does not pass. */
export async function verifyAddress(platform: Platform, log: DeliveryLog, url: string): Promise<void> {
  const { app } = platform;
  const challenge = `${hex(8)}-${hex(8)}-${hex(16)}`;
  const body = { challenge, token: app.verificationToken ?? '', type: 'url_verification' };
  const delivery = log.record('verification', 'url_verification', '', body);
  const plain = JSON.stringify(body);
  const sealed = app.encryptKey ? JSON.stringify({ encrypt: encrypt(app.encryptKey, plain) }) : plain;
  const result = await post(url, JSON_TYPE, sealed, VERIFY_MS);
  log.attempted(delivery, result);
  const problem = challengeProblem(result, challenge);
  log.settle(delivery, problem === null ? 'ok' : 'failed');
  if (problem !== null) throw new Error(`the request URL was not accepted: ${problem}`);
}
