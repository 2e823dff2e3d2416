/** What every proof of the built bot under load needs: a platform, instances that can be killed, one address for all of them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { manifest } from '../app/manifest.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import type { Message, Reserve } from '../sandbox/world/world.ts';

/** Several runs may go on beside each other; below the range from which the system gives ports to connections. */
const FIRST_PORT = 20_000 + (process.pid % 1000) * 8;

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, Math.max(0, ms)));

/** One process of the built bot. */
export class Instance {
  private child: ChildProcess | null = null;
  /** Takes no events: it is being replaced. */
  leaving = false;
  kills = 0;

  constructor(
    readonly port: number,
    private readonly env: Record<string, string>,
  ) {}

  start(): void {
    this.leaving = false;
    this.child = spawn(process.execPath, [resolve('dist/main.js')], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...this.env, PORT: String(this.port), HOST: '127.0.0.1', LOG_LEVEL: 'silent' },
    });
  }

  private end(signal: NodeJS.Signals): Promise<number | null> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve(0);
    const gone = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
    child.kill(signal);
    return gone;
  }

  async kill(): Promise<void> {
    await this.end('SIGKILL');
    this.kills += 1;
  }

  /** As an upgrade does it: out of the balancer, SIGTERM, the next version. @returns what it ended with */
  async replace(): Promise<number | null> {
    this.leaving = true;
    const code = await this.end('SIGTERM');
    this.start();
    return code;
  }

  /** Stands still for so long, as a machine that is moved does. */
  async freeze(ms: number): Promise<void> {
    const { child } = this;
    child?.kill('SIGSTOP');
    await pause(ms);
    child?.kill('SIGCONT');
  }

  async ready(): Promise<void> {
    const isReady = () =>
      fetch(`http://127.0.0.1:${this.port}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      );
    while (!(await isReady())) await pause(100);
  }
}

interface Door {
  url: string;
  /** How long each acknowledgement took, in ms. */
  acks: number[];
  /** So many copies of each event go to instances in turn, all at once; 1 as a rule. */
  copies: number;
  close(): void;
}

/** One address for all instances: each event goes to the next that is up. */
function openDoor(instances: Instance[]): Promise<Door> {
  let turn = 0;
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const open: Door = { url: '', acks: [], copies: 1, close: () => door.close() };
  const door = createServer((req, res) => {
    const started = performance.now();
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const body = Buffer.concat(chunks);
      let waiting = open.copies;
      let worst: { status: number; body: Buffer } = { status: 200, body: Buffer.from('{}') };
      const answered = (status: number, said: Buffer): void => {
        if (status !== 200 || worst.status === 200) worst = { status, body: said };
        waiting -= 1;
        if (waiting > 0) return;
        if (worst.status === 200) open.acks.push(performance.now() - started);
        res.writeHead(worst.status, { 'content-type': 'application/json' }).end(worst.body);
      };
      for (let copy = 0; copy < open.copies; copy++) {
        const first = turn++;
        const ask = (tried: number): void => {
          const one = instances[(first + tried) % instances.length]!;
          const next = (): void => (tried + 1 < instances.length ? ask(tried + 1) : answered(502, Buffer.alloc(0)));
          if (one.leaving) {
            next();
            return;
          }
          const options = { host: '127.0.0.1', port: one.port, path: req.url, method: req.method, headers: req.headers, agent };
          const sent = request(options, (answer) => {
            const parts: Buffer[] = [];
            answer.on('data', (part: Buffer) => parts.push(part));
            answer.on('end', () => answered(answer.statusCode ?? 502, Buffer.concat(parts)));
            answer.on('error', () => {});
          });
          sent.on('error', next);
          sent.end(body);
        };
        ask(0);
      }
    });
  });
  return new Promise((done) =>
    door.listen(0, '127.0.0.1', () => {
      open.url = `http://127.0.0.1:${(door.address() as AddressInfo).port}/webhook/event`;
      done(open);
    }),
  );
}

export interface Control {
  post<T>(path: string, body: unknown): Promise<T>;
  get<T>(path: string): Promise<T>;
  /** What no instance took is pushed again by the platform, minutes later; here at once. */
  pushAgain(): void;
}

const control = (sandbox: Sandbox): Control => ({
  async post<T>(path: string, body: unknown): Promise<T> {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return (await fetch(`${sandbox.url}/_sandbox/${path}`, init)).json() as Promise<T>;
  },
  get: async <T>(path: string): Promise<T> => (await fetch(`${sandbox.url}/_sandbox/${path}`)).json() as Promise<T>,
  pushAgain() {
    const { deliver } = sandbox;
    for (const { id } of deliver.list(Number.POSITIVE_INFINITY).filter(({ state }) => state === 'retrying')) deliver.again(id, 1);
  },
});

export interface Rig {
  api: Control;
  instances: Instance[];
  door: Door;
  /** How the bot is mentioned. */
  bot: string;
  /** Groups with everybody who is in them. */
  groups: { id: string; people: string[] }[];
  /** All that was said, the oldest first; what is for one person alone among it, whether or not it is still there. */
  messages(): Iterable<Message>;
  reserves(): Iterable<Reserve>;
  /** @param keep the embedded store is left for whoever looks into it; @returns where it is */
  stop(keep: boolean): Promise<string>;
}

/** @param o.people in groups of twenty; without it six colleagues share sixty groups */
export async function startRig(o: { instances: number; databaseUrl: string | null; people: number }): Promise<Rig> {
  const dir = mkdtempSync(join(tmpdir(), 'meeting-bot-soak-'));
  const sandbox = await startSandbox({ ...manifest(), realTime: true });
  const api = control(sandbox);
  const env = {
    FEISHU_APP_ID: sandbox.appId,
    FEISHU_APP_SECRET: sandbox.appSecret,
    FEISHU_ENCRYPT_KEY: sandbox.encryptKey ?? '',
    FEISHU_VERIFICATION_TOKEN: sandbox.verificationToken ?? '',
    FEISHU_DOMAIN: sandbox.url,
    DATABASE_URL: o.databaseUrl ?? `file:${join(dir, 'bot.db')}`,
    BOT_QUOTA_PERSON: '0',
    BOT_QUOTA_CHAT: '0',
    BOT_REMIND_MINUTES: 'off',
  };
  const instances = Array.from({ length: o.instances }, (_, n) => new Instance(FIRST_PORT + n, env));
  const door = await openDoor(instances);
  for (const one of instances) one.start();
  await Promise.all(instances.map((one) => one.ready()));
  await sandbox.setWebhook(door.url);
  const groups = await makeGroups(api, o.people);
  // They are greeted, five a second and chat at most.
  await pause(3000);
  const { app } = await api.get<{ app: { name: string } }>('world');
  return {
    api,
    instances,
    door,
    bot: app.name,
    groups,
    messages: () => sandbox.platform.world.messages.values(),
    reserves: () => sandbox.platform.world.reserves.values(),
    async stop(keep) {
      await Promise.all(instances.map((one) => one.kill()));
      door.close();
      await sandbox.close();
      if (!keep) rmSync(dir, { recursive: true, force: true });
      return dir;
    },
  };
}

const EVERYBODY_S = 60;
const CROWD = 20;

async function makeGroups(api: Control, people: number): Promise<Rig['groups']> {
  const { people: known } = await api.get<{ people: { open_id: string; tenant_key: string }[] }>('world');
  const own = known.filter((one) => one.tenant_key === known[0]?.tenant_key).map((one) => one.open_id);
  const ids: string[] = [];
  const count = people > 0 ? Math.ceil(people / CROWD) : EVERYBODY_S;
  for (let n = 0; n < count; n++) {
    const made = { as: own[n % own.length]!, name: `soak ${n}`, members: people > 0 ? [] : own, with_bot: true };
    const { chat_id } = await api.post<{ chat_id: string }>('chats', made);
    if (people > 0) await api.post(`chats/${chat_id}`, { crowd: Math.min(CROWD, people - n * CROWD) });
    ids.push(chat_id);
  }
  const { chats } = await api.get<{ chats: { chat_id: string; members: string[] }[] }>('world');
  const members = new Map(chats.map((chat) => [chat.chat_id, chat.members]));
  // Whoever made the group is one of the six, and no simulated person.
  return ids.map((id) => ({ id, people: (members.get(id) ?? []).slice(people > 0 ? 1 : 0) }));
}
