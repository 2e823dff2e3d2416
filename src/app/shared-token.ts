import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { SharedToken } from '../feishu/api/token.ts';
import type { Store } from '../store/open.ts';

const CIPHER = 'aes-256-gcm';
const IV = 12;
const TAG = 16;

/** The platform token of this app, for all instances at one store. It lies there sealed with the app's secret: a backup gives nothing away. */
export function sharedToken(
  store: Pick<Store, 'shared' | 'locks' | 'clock'>,
  { appId, appSecret }: { appId: string; appSecret: string },
): SharedToken {
  const name = `token:${appId}`;
  const key = Buffer.from(hkdfSync('sha256', appSecret, appId, 'tenant access token', 32));
  return {
    alone: (work) => store.locks.alone(name, work),
    async get() {
      const data = await store.shared.get(name);
      const known = data === null ? null : unseal(data, key);
      return known && { token: known.token, left: known.until - store.clock.now() };
    },
    put: (token, life) => store.shared.put(name, seal(JSON.stringify({ token, until: store.clock.now() + life }), key)),
  };
}

function seal(text: string, key: Buffer): string {
  const iv = randomBytes(IV);
  const cipher = createCipheriv(CIPHER, key, iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
}

/** Null: sealed with another secret, or not ours. */
function unseal(data: string, key: Buffer): { token: string; until: number } | null {
  try {
    const bytes = Buffer.from(data, 'base64');
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV), { authTagLength: TAG });
    decipher.setAuthTag(bytes.subarray(IV, IV + TAG));
    const text = Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8');
    return JSON.parse(text) as { token: string; until: number };
  } catch {
    return null;
  }
}
