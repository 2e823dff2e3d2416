/**
 * What the bot's heap gains over 200,000 messages, in about ten minutes: most of them talk in groups that is not meant for it, some said
 * to it, each fiftieth a booking. `npm run prebench && node dist/bench/heap.js [MESSAGES]`; exit 1 above 2 MB.
 * What is told is what garbage collection leaves, each tenth of the way.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../app/config.ts';
import { startApp } from '../app/start-app.ts';
import { nextPush } from './load/push.ts';
import { Stub } from './load/stub.ts';
import { botEnvironment } from './load/target.ts';

const MOST_MB = 2;
const PARTS = 10;
const TOGETHER = 32;
const SAID = ['thanks, see you', 'list my meetings', '明天天气怎么样', 'help', 'what can you do?', '今天的会议', '好的', 'who is in?'];

/** The bot, in a process of its own that tells the size of its heap. */
async function bot(): Promise<void> {
  const read = readConfig(process.env);
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  const app = await startApp(read.config);
  process.on('message', async () => {
    await app.idle();
    for (let n = 0; n < 3; n += 1) {
      globalThis.gc?.();
      await pause(50);
    }
    process.send?.({ heap: process.memoryUsage().heapUsed, rss: process.memoryUsage().rss });
  });
  process.send?.({ port: app.port });
}

const message = (n: number) => {
  if (n % 50 === 0) return nextPush();
  return nextPush({ text: SAID[n % SAID.length]!, group: n % 5 !== 1 });
};

async function send(port: number, n: number): Promise<void> {
  const { body, headers } = message(n);
  const { 'content-length': _, ...rest } = headers;
  const answer = await fetch(`http://127.0.0.1:${port}/webhook/event`, { method: 'POST', headers: rest, body });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`answered with ${answer.status}`);
}

async function main(messages: number): Promise<void> {
  const stub = new Stub();
  const dir = mkdtempSync(join(tmpdir(), 'bench-heap-'));
  const child = fork(fileURLToPath(import.meta.url), ['bot'], {
    execArgv: ['--expose-gc'],
    env: {
      ...botEnvironment(await stub.listen()),
      PORT: '0',
      DATABASE_URL: `file:${join(dir, 'bot.db')}`,
      LOG_LEVEL: 'error',
    },
  });
  const told = async <T>(): Promise<T> => ((await once(child, 'message')) as [T])[0];
  try {
    const { port } = await told<{ port: number }>();
    const heaps: number[] = [];
    for (let part = 0, n = 0; part < PARTS; part += 1) {
      const until = Math.round(((part + 1) * messages) / PARTS);
      const sender = async (): Promise<void> => {
        while (n < until) await send(port, n++);
      };
      await Promise.all(Array.from({ length: TOGETHER }, sender));
      child.send('measure');
      const { heap, rss } = await told<{ heap: number; rss: number }>();
      heaps.push(heap / 2 ** 20);
      process.stdout.write(`${until} messages: heap ${(heap / 2 ** 20).toFixed(1)} MB, memory ${(rss / 2 ** 20).toFixed(0)} MB\n`);
    }
    // What is kept of the last half hour, of a thousand people and chats, is there after the first part.
    const grown = heaps.at(-1)! - heaps[0]!;
    process.stdout.write(`heap grown by ${grown.toFixed(2)} MB\n`);
    process.exitCode = grown > MOST_MB ? 1 : 0;
  } finally {
    child.kill('SIGKILL');
    stub.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

await (process.argv[2] === 'bot' ? bot() : main(Number(process.argv[2] ?? 200_000)));
