/**
 * The built bot under load, with a platform that fails and kills at any moment: nothing that was acknowledged may stay unanswered,
 * be answered twice or be booked twice. `npm run soak -- --minutes 10 --rate 20 --kill 15 --instances 1`; several instances need
 * `SOAK_DATABASE_URL=postgres://…`. Exit 1 where a count is not 0.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { manifest } from '../app/manifest.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';

const CHATS = 60;
const FIRST_PORT = 42_000;
const FAULTS = [
  { path: '/open-apis/(im|vc|ephemeral)', mode: 'status', status: 500, p: 0.05 },
  { path: '/open-apis/(im|vc|ephemeral)', mode: 'hang', p: 0.02 },
  { path: '/open-apis/(im|vc|ephemeral)', mode: 'reset', p: 0.02 },
  { path: '/open-apis/(im|vc|ephemeral)', mode: 'code', code: 99991400, p: 0.01 },
];

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    rate: { type: 'string', default: '20' },
    kill: { type: 'string', default: '15' },
    instances: { type: 'string', default: '1' },
    calm: { type: 'boolean', default: false },
  },
});
const [minutes, rate, killEvery, count] = [values.minutes, values.rate, values.kill, values.instances].map(Number) as [
  number,
  number,
  number,
  number,
];

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

class Instance {
  private child: ChildProcess | null = null;
  kills = 0;

  constructor(
    readonly port: number,
    private readonly env: Record<string, string>,
  ) {}

  start(): void {
    this.child = spawn(process.execPath, [resolve('dist/main.js')], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...this.env, PORT: String(this.port), HOST: '127.0.0.1', LOG_LEVEL: 'silent' },
    });
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
    this.kills += 1;
  }
}

/** One address for all instances: each event goes to the next that is up. */
function balance(instances: Instance[], acks: number[]): Promise<{ url: string; close(): void }> {
  let turn = 0;
  const door = createServer((req, res) => {
    const started = performance.now();
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const body = Buffer.concat(chunks);
      const first = turn++;
      const ask = (tried: number): void => {
        const { port } = instances[(first + tried) % instances.length]!;
        const sent = request({ host: '127.0.0.1', port, path: req.url, method: req.method, headers: req.headers }, (answer) => {
          if (answer.statusCode === 200) acks.push(performance.now() - started);
          res.writeHead(answer.statusCode ?? 502, { 'content-type': 'application/json' });
          answer.pipe(res);
        });
        sent.on('error', () => (tried + 1 < instances.length ? ask(tried + 1) : res.writeHead(502).end()));
        sent.end(body);
      };
      ask(0);
    });
  });
  return new Promise((done) =>
    door.listen(0, '127.0.0.1', () =>
      done({ url: `http://127.0.0.1:${(door.address() as AddressInfo).port}/webhook/event`, close: () => door.close() }),
    ),
  );
}

interface Message {
  sender: { type: string };
  parent_id?: string;
}

const control = (sandbox: Sandbox) => ({
  async post<T>(path: string, body: unknown): Promise<T> {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return (await fetch(`${sandbox.url}/_sandbox/${path}`, init)).json() as Promise<T>;
  },
  get: async <T>(path: string): Promise<T> => (await fetch(`${sandbox.url}/_sandbox/${path}`)).json() as Promise<T>,
});

type Control = ReturnType<typeof control>;

interface Asked {
  id: string;
  chat: string;
  as: string;
  topic: string;
}

async function answersTo(asked: Asked[], { get }: Control): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const chat of new Set(asked.map((one) => one.chat))) {
    const { as } = asked.find((one) => one.chat === chat)!;
    const { messages } = await get<{ messages: Message[] }>(`chats/${chat}/messages?as=${as}`);
    for (const { sender, parent_id } of messages)
      if (sender.type === 'app' && parent_id) counts.set(parent_id, (counts.get(parent_id) ?? 0) + 1);
  }
  return counts;
}

const share = (sorted: number[], part: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);

async function main(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'meeting-bot-soak-'));
  const sandbox = await startSandbox({ ...manifest(), realTime: true });
  const api = control(sandbox);
  const env = {
    FEISHU_APP_ID: sandbox.appId,
    FEISHU_APP_SECRET: sandbox.appSecret,
    FEISHU_ENCRYPT_KEY: sandbox.encryptKey ?? '',
    FEISHU_VERIFICATION_TOKEN: sandbox.verificationToken ?? '',
    FEISHU_DOMAIN: sandbox.url,
    DATABASE_URL: process.env['SOAK_DATABASE_URL'] ?? `file:${join(dir, 'bot.db')}`,
    BOT_QUOTA_PERSON: '0',
    BOT_QUOTA_CHAT: '0',
    BOT_REMIND_MINUTES: 'off',
  };
  const instances = Array.from({ length: count }, (_, n) => new Instance(FIRST_PORT + n, env));
  const acks: number[] = [];
  const door = await balance(instances, acks);
  for (const one of instances) one.start();
  for (const { port } of instances)
    while (
      !(await fetch(`http://127.0.0.1:${port}/readyz`)
        .then((answer) => answer.ok)
        .catch(() => false))
    )
      await pause(100);
  await sandbox.setWebhook(door.url);
  const world = await api.get<{ app: { name: string }; people: { open_id: string; tenant_key: string }[] }>('world');
  const people = world.people.filter((one) => one.tenant_key === world.people[0]?.tenant_key).map((one) => one.open_id);
  const chats: { id: string; as: string }[] = [];
  for (let n = 0; n < CHATS; n++) {
    const as = people[n % people.length]!;
    const { chat_id } = await api.post<{ chat_id: string }>('chats', { as, name: `soak ${n}`, members: people, with_bot: true });
    chats.push({ id: chat_id, as });
  }
  await pause(3000);
  if (!values.calm) await api.post('faults', { api: FAULTS });

  const asked: Asked[] = [];
  const started = performance.now();
  let killedAt = started;
  for (let n = 0; performance.now() - started < minutes * 60_000; n++) {
    const { id: chat, as } = chats[n % chats.length]!;
    const topic = `soak${n}`;
    const text = `@${world.app.name} 后天下午3点 ${topic}`;
    api
      .post<{ message_id: string }>('messages', { as, chat_id: chat, text })
      .then(({ message_id }) => asked.push({ id: message_id, chat, as, topic }))
      .catch(() => {});
    if (killEvery > 0 && performance.now() - killedAt > killEvery * 1000) {
      killedAt = performance.now();
      const victim = instances[Math.floor(Math.random() * instances.length)]!;
      void victim.kill().then(() => victim.start());
    }
    await pause(Math.max(0, started + (n + 1) * (1000 / rate) - performance.now()));
  }
  const loaded = performance.now();
  await api.post('faults', {});
  // What no instance took is pushed again by the platform, minutes later; here at once.
  let left = asked.length;
  for (let n = 0; n < 120 && left > 0; n++) {
    await pause(2000);
    const { deliveries } = await api.get<{ deliveries: { id: string; state: string }[] }>('deliveries?limit=2000');
    for (const { id, state } of deliveries) if (state === 'retrying') await api.post(`deliveries/${id}/again`, {});
    const counts = await answersTo(asked, api);
    left = asked.filter(({ id }) => !counts.has(id)).length;
    process.stderr.write(`${left} of ${asked.length} unanswered\n`);
  }
  const counts = await answersTo(asked, api);
  const { reserves } = await api.get<{ reserves: { topic: string }[] }>('world');
  const booked = new Map<string, number>();
  for (const { topic } of reserves) booked.set(topic, (booked.get(topic) ?? 0) + 1);
  const sorted = acks.sort((a, b) => a - b);
  const result = {
    instances: count,
    messages: asked.length,
    kills: instances.reduce((sum, one) => sum + one.kills, 0),
    unanswered: left,
    answeredTwice: [...counts.values()].filter((one) => one > 1).length,
    bookedTwice: asked.filter(({ topic }) => (booked.get(topic) ?? 0) > 1).length,
    booked: asked.filter(({ topic }) => booked.has(topic)).length,
    ackMs: { p50: share(sorted, 0.5), p99: share(sorted, 0.99) },
    caughtUpAfterS: Math.round((performance.now() - loaded) / 1000),
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
  await Promise.all(instances.map((one) => one.kill()));
  door.close();
  await sandbox.close();
  rmSync(dir, { recursive: true, force: true });
  process.exitCode = result.unanswered + result.answeredTwice + result.bookedTwice > 0 ? 1 : 0;
}

await main();
