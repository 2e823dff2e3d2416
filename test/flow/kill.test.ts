import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifest } from '../../src/app/manifest.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { freePort } from '../helpers/free-port.ts';
import { until } from '../helpers/line.ts';
import { thorough } from '../helpers/thorough.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const KILLS = thorough ? 24 : 6;

let sandbox: Sandbox;
let dir: string;
let port: number;
let database: string;
let bot: ChildProcess;

function start(): void {
  bot = spawn(process.execPath, [join(ROOT, 'dist/main.js')], {
    cwd: dir,
    stdio: 'ignore',
    env: {
      ...process.env,
      FEISHU_APP_ID: sandbox.appId,
      FEISHU_APP_SECRET: sandbox.appSecret,
      FEISHU_ENCRYPT_KEY: sandbox.encryptKey ?? '',
      FEISHU_VERIFICATION_TOKEN: sandbox.verificationToken ?? '',
      FEISHU_DOMAIN: sandbox.url,
      DATABASE_URL: `file:${database}`,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'silent',
    },
  });
}

const listening = () => until(async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).ok, 'the bot to listen');

const kill = async (): Promise<void> => {
  const gone = new Promise((done) => bot.once('exit', done));
  bot.kill('SIGKILL');
  await gone;
};

const post = async <T>(path: string, body: unknown): Promise<T> => {
  const response = await fetch(`${sandbox.url}/_sandbox/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as T;
};
const get = async <T>(path: string): Promise<T> => (await fetch(`${sandbox.url}/_sandbox/${path}`)).json() as Promise<T>;

beforeAll(async () => {
  execFileSync('npm', ['run', '-s', 'build'], { cwd: ROOT, shell: process.platform === 'win32' });
  dir = mkdtempSync(join(tmpdir(), 'meeting-bot-kill-'));
  database = join(dir, 'bot.db');
  sandbox = await startSandbox({ ...manifest(), realTime: true });
  port = await freePort();
  start();
  await listening();
  // A busy machine may take longer for the first answer than the platform waits.
  await until(
    () =>
      sandbox.setWebhook(`http://127.0.0.1:${port}/webhook/event`).then(
        () => true,
        () => false,
      ),
    'the address to be taken',
  );
}, 180_000);

afterAll(async () => {
  await kill();
  await sandbox.close();
  rmSync(dir, { recursive: true, force: true });
});

describe('kill -9', () => {
  it(`at ${KILLS} random moments between ack and answer: every acknowledged message is answered, once`, { timeout: 180_000 }, async () => {
    const { people, chats } = await get<{
      people: { open_id: string; tenant_key: string }[];
      chats: { chat_id: string; chat_mode: string; members: string[] }[];
    }>('world');
    const colleagues = people.filter((one) => one.tenant_key === people[0]?.tenant_key).map((one) => one.open_id);
    const direct = chats.filter((chat) => chat.chat_mode === 'p2p' && colleagues.includes(chat.members[0] ?? ''));
    const asked: { chat: string; as: string; id: string }[] = [];
    for (let round = 0; round < KILLS; round++) {
      const chat = direct[round % direct.length];
      const as = chat?.members[0] ?? '';
      const { message_id } = await post<{ message_id: string }>('messages', {
        as,
        chat_id: chat?.chat_id,
        text: `明天下午3点 第${round}次会`,
      });
      asked.push({ chat: chat?.chat_id ?? '', as, id: message_id });
      await until(
        async () => (await get<{ deliveries: { state: string; body: unknown }[] }>('deliveries?limit=1')).deliveries[0]?.state === 'ok',
        'the ack',
      );
      // A random moment of what follows: claiming, applying, storing, replying.
      await new Promise((done) => setTimeout(done, Math.random() * 40));
      await kill();
      start();
      await listening();
    }
    const answers = async (one: (typeof asked)[number]): Promise<number> => {
      const { messages } = await get<{ messages: { sender: { type: string }; parent_id?: string }[] }>(
        `chats/${one.chat}/messages?as=${one.as}`,
      );
      return messages.filter((message) => message.sender.type === 'app' && message.parent_id === one.id).length;
    };
    await until(async () => (await Promise.all(asked.map(answers))).every((count) => count > 0), 'every answer', undefined, 60_000);
    expect(await Promise.all(asked.map(answers))).toEqual(asked.map(() => 1));
  });
});

/** A small disk of its own; null where this user may not make one. */
function smallDisk(): { path: string; fill(): void; free(): void; remove(): void } | null {
  const path = mkdtempSync(join(tmpdir(), 'meeting-bot-disk-'));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'none', path]).status !== 0) return null;
  const filler = join(path, 'filler');
  return {
    path,
    fill() {
      const file = openSync(filler, 'a');
      for (const size of [65_536, 4096, 512]) {
        try {
          for (;;) writeSync(file, Buffer.alloc(size));
        } catch {
          // Full.
        }
      }
      closeSync(file);
    },
    free: () => rmSync(filler),
    remove: () => {
      spawnSync('umount', [path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null ? Promise.resolve(child.exitCode) : new Promise((done) => child.once('exit', (code) => done(code)));

const answersTo = async (chat: string, as: string, id: string): Promise<{ card?: unknown }[]> => {
  const { messages } = await get<{ messages: { sender: { type: string }; parent_id?: string; card?: unknown }[] }>(
    `chats/${chat}/messages?as=${as}`,
  );
  return messages.filter((message) => message.sender.type === 'app' && message.parent_id === id);
};

const somebody = async (): Promise<{ as: string; chat_id: string }> => {
  const { people, chats } = await get<{
    people: { open_id: string }[];
    chats: { chat_id: string; chat_mode: string; members: string[] }[];
  }>('world');
  const as = people[0]!.open_id;
  return { as, chat_id: chats.find((chat) => chat.chat_mode === 'p2p' && chat.members.includes(as))!.chat_id };
};

const disk = smallDisk();
afterAll(() => disk?.remove());

it.skipIf(disk === null)(
  'a full disk: nothing is acknowledged, SIGTERM ends in 0, and what came meanwhile is answered once there is room',
  { timeout: 180_000 },
  async () => {
    await kill();
    const before = database;
    database = join(disk!.path, 'bot.db');
    start();
    await listening();
    const who = await somebody();
    disk!.fill();
    const { message_id } = await post<{ message_id: string }>('messages', { ...who, text: '后天下午3点 满盘' });
    const delivery = () => get<{ deliveries: { id: string; attempts: { status: number | null }[] }[] }>('deliveries?limit=1');
    await until(async () => (await delivery()).deliveries[0]?.attempts[0]?.status === 503, 'a refusal');
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
    expect([ready.status, await ready.text()]).toEqual([503, expect.stringContaining('the store cannot be written')]);
    bot.kill('SIGTERM');
    expect(await ended(bot)).toBe(0);
    disk!.free();
    start();
    await listening();
    await post(`deliveries/${(await delivery()).deliveries[0]!.id}/again`, {});
    await until(async () => (await answersTo(who.chat_id, who.as, message_id)).length === 1, 'the answer');
    await kill();
    database = before;
    start();
    await listening();
  },
);

it.skipIf(!thorough)('a process that was frozen for 40 seconds gives the answer that came meanwhile', { timeout: 120_000 }, async () => {
  await post('faults', { api: [{ path: 'reserves/apply', mode: 'slow', ms: 3000, times: 1 }] });
  const who = await somebody();
  const { message_id } = await post<{ message_id: string }>('messages', { ...who, text: '后天下午4点 冻住' });
  // The call is on its way, and its answer comes two seconds later.
  await new Promise((done) => setTimeout(done, 1000));
  bot.kill('SIGSTOP');
  await new Promise((done) => setTimeout(done, 40_000));
  bot.kill('SIGCONT');
  const [answer] = await until(async () => {
    const all = await answersTo(who.chat_id, who.as, message_id);
    return all.length > 0 && all;
  }, 'the answer');
  expect(JSON.stringify(answer?.card)).toContain('会议号');
  const { reserves } = await get<{ reserves: { topic: string }[] }>('world');
  expect(reserves.filter(({ topic }) => topic === '冻住')).toHaveLength(1);
  await post('faults', {});
});

it('the built bot reaches for PostgreSQL, and says in words that there is none', () => {
  const env = {
    ...process.env,
    FEISHU_APP_ID: sandbox.appId,
    FEISHU_APP_SECRET: sandbox.appSecret,
    FEISHU_ENCRYPT_KEY: sandbox.encryptKey ?? '',
    FEISHU_DOMAIN: sandbox.url,
    DATABASE_URL: 'postgres://bot@127.0.0.1:1/bot',
    PORT: '0',
  };
  const { status, stderr, stdout } = spawnSync(process.execPath, [join(ROOT, 'dist/main.js')], {
    cwd: dir,
    env,
    encoding: 'utf8',
    timeout: 120_000,
  });
  expect(status).toBe(1);
  expect(stderr + stdout).toContain('PostgreSQL at 127.0.0.1:1/bot cannot be reached');
});
