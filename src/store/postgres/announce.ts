/** Tells the other instances that there is work: LISTEN and NOTIFY. What gets lost is found by the worker's poll, 2 s later. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { connectionOf } from './connection.ts';

const CHANNEL = 'feishu_meeting_bot_jobs';
const AGAIN_MS = 1_000;
const AT_MOST_MS = 30_000;
/** Who commits work does it too, and mostly alone: the others hear of all that came in so long, since each notice takes a commit. */
const GATHER_MS = 20;

export interface Announcer {
  /** Tells every other instance, soon. All calls until then are one. */
  announce(): void;
  /** What is to be told is told before. */
  close(): Promise<void>;
}

/**
 * @param send runs a query on any connection
 * @param heard called when another instance announced work, and after every reconnect, when something may have been missed
 */
export function createAnnouncer(url: string, send: (query: string) => Promise<unknown>, heard: () => void): Announcer {
  const stopping = new AbortController();
  const self = randomUUID();
  let soon: NodeJS.Timeout | null = null;

  const listening = listen();

  async function listen(): Promise<void> {
    let wait = AGAIN_MS;
    while (!stopping.signal.aborted) {
      const client = new pg.Client(connectionOf(url));
      try {
        await ended(client, async () => {
          await client.query(`listen ${CHANNEL}`);
          wait = AGAIN_MS;
          heard();
        });
      } catch {
        // The worker polls meanwhile.
      }
      await client.end().catch(() => {});
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => {});
      wait = Math.min(wait * 2, AT_MOST_MS);
    }
  }

  /** Connects, and resolves when the connection is gone. */
  async function ended(client: pg.Client, connected: () => Promise<void>): Promise<void> {
    const gone = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', resolve);
      stopping.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    client.on('notification', ({ payload }) => payload !== self && heard());
    await client.connect();
    await connected();
    await gone;
  }

  async function tell(): Promise<void> {
    soon = null;
    await send(`notify ${CHANNEL}, '${self}'`).catch(() => {});
  }

  return {
    announce() {
      soon ??= setTimeout(() => void tell(), GATHER_MS);
    },
    async close() {
      if (soon) {
        clearTimeout(soon);
        await tell();
      }
      stopping.abort();
      await listening;
    },
  };
}
