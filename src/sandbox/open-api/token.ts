import { Refusal } from '../world/errors.ts';
import { newTenantToken } from '../world/ids.ts';
import type { Platform } from '../world/platform.ts';

const RENEW_BELOW_SECONDS = 1800;

/** The current token, or a new one when less than 30 minutes are left; the old one stays valid until its own end. */
export function issueToken(platform: Platform): { token: string; expire: number } {
  const now = platform.clock.now();
  let token = '';
  let left = 0;
  for (const [known, expiresAt] of platform.tokens) {
    if (expiresAt <= now) platform.tokens.delete(known);
    else if ((expiresAt - now) / 1000 > left) [token, left] = [known, (expiresAt - now) / 1000];
  }
  const renewBelow = Math.min(RENEW_BELOW_SECONDS, platform.tokenSeconds / 4);
  if (token && left >= renewBelow) return { token, expire: Math.floor(left) };
  token = newTenantToken();
  platform.tokens.set(token, now + platform.tokenSeconds * 1000);
  return { token, expire: platform.tokenSeconds };
}

/** Throws what the gateway answers when the `Authorization` header does not carry a living tenant token. */
export function checkToken(platform: Platform, authorization: string | undefined): void {
  if (!authorization?.startsWith('Bearer ')) throw new Refusal(99991661);
  const token = authorization.slice('Bearer '.length).trim();
  if (token === '') throw new Refusal(99991661);
  if (token.startsWith('u-') || token.startsWith('eyJ')) throw new Refusal(99991668);
  if (!token.startsWith('t-')) throw new Refusal(99991671);
  const expiresAt = platform.tokens.get(token);
  if (expiresAt === undefined || expiresAt <= platform.clock.now()) throw new Refusal(99991663);
}
