import { createRequire } from 'node:module';

export type Sdk = typeof import('@larksuiteoapi/node-sdk');

/** Any pino logger fits. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Set by the build: the SDK without its comments, its names and what nobody uses, 0.8 MB instead of 6. */
declare const BUILT_SDK: string | undefined;

let loaded: Sdk | undefined;

/** The SDK, on first use. Required as CommonJS it costs 36 MB (imported as ESM 67 MB), as built 14 MB. */
export function sdk(): Sdk {
  loaded ??= createRequire(import.meta.url)(typeof BUILT_SDK === 'string' ? BUILT_SDK : '@larksuiteoapi/node-sdk') as Sdk;
  return loaded;
}

/**
 * The SDK's logger, fitted to ours. The SDK prints whole requests with their tokens, secrets and message texts, so only
 * bare sentences pass, without anything that looks like a secret. Everything goes to `debug`: our own calls are logged by us.
 */
export function sdkLogger(
  log: Log,
  secrets: string[],
): Record<'error' | 'warn' | 'info' | 'debug' | 'trace', (...parts: unknown[]) => void> {
  const level =
    (name: string) =>
    (...parts: unknown[]): void => {
      const said = parts.flat().filter((part): part is string => typeof part === 'string');
      if (said.length > 0) log.debug({ sdk: name, said: redact(said.join(' '), secrets).slice(0, 300) }, 'sdk');
    };
  return {
    error: level('error'),
    warn: level('warn'),
    info: level('info'),
    debug: level('debug'),
    trace: level('trace'),
  };
}

/** `text` without the given secrets, tokens, callback credentials and query strings. */
function redact(text: string, secrets: string[]): string {
  let safe = text;
  for (const secret of secrets) if (secret) safe = safe.replaceAll(secret, '***');
  return safe
    .replace(/\b[tua]-[A-Za-z0-9_.-]{6,}/g, '***')
    .replace(/\bBearer\s+\S+/gi, 'Bearer ***')
    .replace(/("?(?:app_?secret|ticket|access_key|encrypt_?key|token|password)"?\s*[:=]\s*"?)[^"\s,}&]+/gi, '$1***')
    .replace(/\?[^\s"']+/g, '?***');
}
