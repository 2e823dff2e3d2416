import type { Millis } from '../../domain/time.ts';

const MINUTE: Millis = 60_000;

interface Refused {
  /** For whoever runs the bot. */
  words: string;
  /** When it is worth asking again without anybody's doing. */
  again: Millis;
}

/** Refusals of `/callback/ws/endpoint`. Source: constants of node-sdk and of the Go SDK; 1000040351 from reports. */
const REFUSED: Record<number, Refused> = {
  1: { words: 'the platform is busy; trying again', again: MINUTE / 6 },
  403: {
    words: 'the app may not use it: choose "Receive events through persistent connection" in the console, for a self-built app',
    again: 5 * MINUTE,
  },
  514: { words: 'app id and secret do not belong together: check FEISHU_APP_ID and FEISHU_APP_SECRET', again: 5 * MINUTE },
  1000040350: { words: 'the app has 50 connections already: stop clients that are still running somewhere', again: MINUTE },
  1000040351: {
    words:
      'the app belongs to the other platform: set FEISHU_DOMAIN to https://open.larksuite.com for Lark, https://open.feishu.cn for Feishu',
    again: 5 * MINUTE,
  },
};

export const explain = (code: number, msg: string): string => REFUSED[code]?.words ?? (msg || 'no reason given');

export const retryAfter = (code: number): Millis => REFUSED[code]?.again ?? MINUTE;
