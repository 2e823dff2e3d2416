import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Who may not see how the bot is doing: nobody who brings the token, and nobody on this machine, unless a proxy stands
 * between, which brings the whole world in from loopback.
 */
export function isStranger(req: Pick<IncomingMessage, 'headers' | 'socket'>, token: string | null): boolean {
  if (token !== null && brings(req.headers.authorization, token)) return false;
  const forwarded = Object.keys(req.headers).some((name) => PROXIED.has(name) || name.startsWith('x-forwarded-'));
  return forwarded || !isLoopback(req.socket.remoteAddress ?? '');
}

const PROXIED = new Set(['forwarded', 'via', 'x-real-ip']);

/** As digests: the comparison takes as long whatever was brought. */
function brings(authorization: string | undefined, token: string): boolean {
  const brought = /^bearer +(\S+)$/i.exec(authorization?.trim() ?? '')?.[1];
  return brought !== undefined && timingSafeEqual(digest(brought), digest(token));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const isLoopback = (address: string): boolean => address === '::1' || /^(::ffff:)?127(\.\d{1,3}){3}$/i.test(address);
