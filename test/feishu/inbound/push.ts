/** Pushes as the platform makes them, from its documentation; nothing here is the bot's own code. */
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../fixtures/events/', import.meta.url);

export const FIXTURES = readdirSync(folder).map((name) => name.replace('.json', ''));

// biome-ignore lint/suspicious/noExplicitAny: tests reach into events freely
export const fixture = (name: string): any => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));

/** When the fixtures were sent. */
export const SENT = 1_767_150_000_000;
export const BOT = `ou_${'b'.repeat(32)}`;
export const ASKER = `ou_${'1'.repeat(32)}`;

export const SECRETS = { appId: 'cli_9f1b2c3d4e5f6071', encryptKey: 'test key', verificationToken: 'test-verification-token' };
export const PLAIN = { ...SECRETS, encryptKey: null };

export function seal(plain: string, encryptKey: string = SECRETS.encryptKey): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(encryptKey).digest(), iv);
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64');
}

export interface Push {
  body: Buffer;
  headers: Record<string, string>;
}

export interface PushOptions {
  encryptKey?: string;
  at?: number;
  timestamp?: string;
  nonce?: string;
}

/** Signs a body that is ready. */
export function signed(body: string | Buffer, o: PushOptions = {}): Push {
  const bytes = Buffer.from(body);
  const timestamp = o.timestamp ?? String(Math.floor((o.at ?? SENT) / 1000));
  const nonce = o.nonce ?? '1470093312';
  const text = Buffer.concat([Buffer.from(timestamp + nonce + (o.encryptKey ?? SECRETS.encryptKey)), bytes]);
  return {
    body: bytes,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-lark-request-timestamp': timestamp,
      'x-lark-request-nonce': nonce,
      'x-lark-signature': createHash('sha256').update(text).digest('hex'),
    },
  };
}

/** Encrypted and signed. */
export function push(event: unknown, o: PushOptions = {}): Push {
  return signed(JSON.stringify({ encrypt: seal(typeof event === 'string' ? event : JSON.stringify(event), o.encryptKey) }), o);
}

/** As it comes to an app without an encrypt key, and as the address check comes. */
export function unsigned(body: unknown): Push {
  return {
    body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
    headers: { 'content-type': 'application/json; charset=utf-8' },
  };
}

/** The fixture with some of its header fields replaced; `undefined` takes one away. */
export function withHeader(name: string, header: Record<string, unknown>): unknown {
  const event = fixture(name);
  return { ...event, header: { ...event.header, ...header } };
}
