import { type Logger, pino } from 'pino';

export type Log = Logger;

export interface LogOptions {
  /** Values that must never be written, whatever they are part of: app secret, encrypt key, verification token. */
  secrets?: readonly (string | null | undefined)[];
  /** Where lines go instead of stdout. */
  write?(line: string): void;
}

const CENSORED = '[redacted]';

/** Names under which secrets and people's words travel in our own and the platform's objects. */
const HIDDEN = new Set([
  ...['secret', 'appSecret', 'app_secret', 'encryptKey', 'encrypt_key', 'verificationToken', 'verification_token'],
  ...['token', 'tenant_access_token', 'app_access_token', 'authorization', 'Authorization', 'password'],
  ...['text', 'content', 'topic', 'body', 'raw', 'payload', 'headers', 'challenge', 'encrypt', 'incoming', 'card', 'action'],
]);

const MAX_DEPTH = 5;

const BEARER = /\bBearer\s+[^\s"\\]+|\b[tua]-[A-Za-z0-9_-]{20,}/g;

/**
 * JSON lines on stdout. Errors are reduced to message, code and stack (a call that failed has none); fields named like secrets or message texts are
 * censored wherever they stand; known secret values and access tokens are cut out of the finished line.
 */
export function createLog(level: string, o: LogOptions = {}): Log {
  const censor = censorOf(o.secrets ?? []);
  return pino(
    {
      level,
      // Not pino's own `redact`: it knows paths, not names at any depth, and costs 30 µs a line for this list.
      formatters: { level: (label) => ({ level: label }), log: clean, bindings: clean },
      // The errors are plain by now.
      serializers: { err: (err: unknown) => err },
      hooks: { streamWrite: censor },
    },
    o.write === undefined ? pino.destination(1) : { write: o.write },
  );
}

function clean(fields: Record<string, unknown>): Record<string, unknown> {
  return cleanFields(fields, MAX_DEPTH);
}

function cleanFields(fields: object, depth: number): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) out[key] = HIDDEN.has(key) ? CENSORED : cleanValue(value, depth - 1);
  return out;
}

function cleanValue(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  // An HTTP client's error drags its request along, with headers and body.
  if (value instanceof Error) return plainError(value);
  if (depth <= 0) return '[deep]';
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => cleanValue(item, depth - 1));
  return value instanceof Date ? value : cleanFields(value, depth);
}

function plainError(err: Error): { message: string; code?: unknown; stack?: string } {
  // The platform's answer says it all; where in our code it was read does not.
  const answered = 'api' in err && 'verdict' in err;
  const code = 'code' in err ? err.code : undefined;
  return {
    message: err.message,
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(err.stack !== undefined && !answered && { stack: err.stack }),
  };
}

function censorOf(secrets: readonly (string | null | undefined)[]): (line: string) => string {
  const spellings = new Set<string>();
  for (const secret of secrets) {
    // Shorter ones would censor ordinary words.
    if (!secret || secret.length < 4) continue;
    spellings.add(secret).add(JSON.stringify(secret).slice(1, -1)).add(encodeURIComponent(secret));
  }
  const known = [...spellings].sort((a, b) => b.length - a.length);
  return (line) => {
    let clean = line;
    for (const secret of known) if (clean.includes(secret)) clean = clean.replaceAll(secret, CENSORED);
    return clean.replace(BEARER, CENSORED);
  };
}
