/** Tells the other instances that there is work: LISTEN and NOTIFY. What gets lost is found by the worker's poll, 2 s later. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { connectionOf } from './connection.ts';

const CHANNEL = 'feishu_meeting_bot_jobs';
const AGAIN_MS = 1_000;
const AT_MOST_MS = 30_000;

export interface Announcer {
  /** Tells every other instance. Several calls at once are one. */
  announce(): void;
  close(): Promise<void>;
}

/**
 * @param send runs a query on any connection
 * @param heard called when another instance announced work, and after every reconnect, when something may have been missed
 */
export function createAnnouncer(url: string, send: (query: string) => Promise<unknown>, heard: () => void): Announcer {
  const stopping = new AbortController();
  const self = randomUUID();
  let sending = false;
  let again = false;

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

  async function drain(): Promise<void> {
    sending = true;
    while (again) {
      again = false;
      await send(`notify ${CHANNEL}, '${self}'`).catch(() => {});
    }
    sending = false;
  }

  return {
    announce() {
      again = true;
      if (!sending) void drain();
    },
    async close() {
      stopping.abort();
      await listening;
    },
  };
}
