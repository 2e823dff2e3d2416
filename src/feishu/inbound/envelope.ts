import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { type Fields, fields, json, matching, millis, str } from '../narrow.ts';

/** What the developer console shows under "Events and callbacks → Encryption strategy". */
export interface Secrets {
  readonly appId: string;
  readonly encryptKey: string | null;
  readonly verificationToken: string | null;
}

/** Why a request was refused: for our own log, never for the answer. */
export type Refusal = 'signature' | 'token' | 'app_id' | 'stale' | 'shape';

export type Opened =
  | { ok: true; kind: 'challenge'; challenge: string }
  | { ok: true; kind: 'event'; event: unknown }
  | { ok: false; status: 400 | 401; why: Refusal };

/** The platform's last retry comes 6 h 5 min after the first push. */
const OLDEST = 8 * 3_600_000;
const FARTHEST_AHEAD = 5 * 60_000;

/** Only the address check comes unsigned, and it is small: nothing bigger is read before it is verified. */
const UNSIGNED_LIMIT = 4096;

interface Derived {
  encryptKey: string | null;
  aesKey: Buffer | null;
  token: Buffer | null;
}

const derivedOf = new WeakMap<Secrets, Derived>();

function derive(secrets: Secrets): Derived {
  let derived = derivedOf.get(secrets);
  if (derived === undefined) {
    // An empty key would be a key that everybody knows.
    const encryptKey = secrets.encryptKey || null;
    derived = {
      encryptKey,
      aesKey: encryptKey === null ? null : createHash('sha256').update(encryptKey).digest(),
      token: secrets.verificationToken ? Buffer.from(secrets.verificationToken) : null,
    };
    derivedOf.set(secrets, derived);
  }
  return derived;
}

const refuse = (status: 400 | 401, why: Refusal): Opened => ({ ok: false, status, why });

/**
 * Verifies one webhook request and takes it apart.
 *
 * With an encrypt key: signature over the raw bytes, then AES-256-CBC, then token, app id and age. The address check
 * (`url_verification`) may come unsigned; that it could be decrypted and holds the token speaks for it.
 * Without one: the verification token alone.
 *
 * 401: signature, token or app id missing or wrong, or too old or too far ahead; 400: authentic or unprotected, but no envelope.
 * Source: "Receive and handle events", "Configure request URL", "Event overview".
 */
export function open(raw: Buffer, headers: Record<string, string | string[] | undefined>, secrets: Secrets, now: number): Opened {
  const derived = derive(secrets);
  if (derived.aesKey === null) return openPlain(raw, headers, secrets.appId, derived, now);

  if (!isSigned(raw, headers, derived.encryptKey!)) {
    const opened = raw.length > UNSIGNED_LIMIT ? null : challengeOf(unseal(raw, derived.aesKey), derived);
    return opened?.ok ? opened : refuse(401, 'signature');
  }
  if (!isFresh(headers['x-lark-request-timestamp'], now)) return refuse(401, 'stale');
  const envelope = unseal(raw, derived.aesKey);
  if (envelope === null) return refuse(400, 'shape');
  return challengeOf(envelope, derived) ?? openEvent(envelope, secrets.appId, derived, now);
}

function openPlain(
  raw: Buffer,
  headers: Record<string, string | string[] | undefined>,
  appId: string,
  derived: Derived,
  now: number,
): Opened {
  if (derived.token === null) return refuse(401, 'token');
  const sentAt = headers['x-lark-request-timestamp'];
  if (sentAt !== undefined && !isFresh(sentAt, now)) return refuse(401, 'stale');
  const envelope = fields(json(raw.toString('utf8')));
  if (envelope === null) return refuse(400, 'shape');
  return challengeOf(envelope, derived) ?? openEvent(envelope, appId, derived, now);
}

/** `X-Lark-Signature` = hex SHA-256 of timestamp + nonce + encrypt key + raw body. */
function isSigned(raw: Buffer, headers: Record<string, string | string[] | undefined>, encryptKey: string): boolean {
  const timestamp = matching(headers['x-lark-request-timestamp'], /^\d{10}(\d{3})?$/);
  const nonce = matching(headers['x-lark-request-nonce'], /^[\x21-\x7e]{1,128}$/);
  const signature = matching(headers['x-lark-signature'], /^[0-9a-f]{64}$/);
  if (timestamp === null || nonce === null || signature === null) return false;
  const expected = createHash('sha256')
    .update(timestamp + nonce + encryptKey)
    .update(raw)
    .digest();
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'));
}

function unseal(raw: Buffer, aesKey: Buffer): Fields | null {
  const sealed = fields(json(raw.toString('utf8')))?.encrypt;
  const plain = typeof sealed === 'string' ? decrypt(sealed, aesKey) : null;
  return plain === null ? null : fields(json(plain));
}

/** AES-256-CBC, key = SHA-256 of the encrypt key, IV in front, base64. `null` when it does not come out. */
export function decrypt(sealed: string, aesKey: Buffer): string | null {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < 32 || bytes.length % 16 !== 0) return null;
  try {
    const decipher = createDecipheriv('aes-256-cbc', aesKey, bytes.subarray(0, 16));
    return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** `null` when it is no address check. */
function challengeOf(envelope: Fields | null, derived: Derived): Opened | null {
  if (envelope === null || envelope.type !== 'url_verification') return null;
  if (!isToken(envelope.token, derived)) return refuse(401, 'token');
  const challenge = str(envelope.challenge, 1000);
  return challenge === null ? refuse(400, 'shape') : { ok: true, kind: 'challenge', challenge };
}

function openEvent(envelope: Fields, appId: string, derived: Derived, now: number): Opened {
  const header = fields(envelope.header);
  const v1 = header === null && envelope.type === 'event_callback';
  if (!isToken(v1 ? envelope.token : header?.token, derived)) return refuse(401, 'token');
  if (v1) {
    const said = fields(envelope.event)?.app_id;
    return said === undefined || said === appId ? { ok: true, kind: 'event', event: envelope } : refuse(401, 'app_id');
  }
  if (header === null || str(header.event_type) === null) return refuse(400, 'shape');
  if (header.app_id !== appId) return refuse(401, 'app_id');
  // Some events bear no time, or none that says anything; their age then rests on the signed header.
  const known = millis(header.create_time) !== null || derived.aesKey === null;
  return !known || isFresh(header.create_time, now) ? { ok: true, kind: 'event', event: envelope } : refuse(401, 'stale');
}

function isToken(given: unknown, derived: Derived): boolean {
  if (derived.token === null) return true;
  if (typeof given !== 'string' || given.length > 256) return false;
  const bytes = Buffer.from(given);
  return bytes.length === derived.token.length && timingSafeEqual(bytes, derived.token);
}

function isFresh(time: unknown, now: number): boolean {
  const at = millis(time);
  return at !== null && at <= now + FARTHEST_AHEAD && at >= now - OLDEST;
}
