/** Several instances of the bot at one PostgreSQL, behind one address that deals events out. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readConfig } from '../../src/app/config.ts';
import { manifest } from '../../src/app/manifest.ts';
import { type App, startApp } from '../../src/app/start-app.ts';
import { createLog } from '../../src/observability/log.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';

export interface Instances {
  sandbox: Sandbox;
  apps: App[];
  logged: string[];
  /** How many copies of each event go to every instance; 0: one copy to one of them, in turn. */
  copies: number;
  post<T = unknown>(path: string, body: unknown): Promise<T>;
  get<T>(path: string): Promise<T>;
  stop(): Promise<void>;
}

export async function startInstances(databaseUrl: string, count: number): Promise<Instances> {
  // Instances at one server go by the server's clock, which is the machine's even where ours is shifted; so does the platform.
  const now = () => Date.now() - Number(process.env.TEST_CLOCK_SHIFT ?? 0);
  const sandbox = await startSandbox({ ...manifest(), now, realTime: true });
  const logged: string[] = [];
  const log = createLog('info', { secrets: [sandbox.appSecret], write: (text: string) => logged.push(text) });
  const read = readConfig({
    FEISHU_APP_ID: sandbox.appId,
    FEISHU_APP_SECRET: sandbox.appSecret,
    FEISHU_ENCRYPT_KEY: sandbox.encryptKey ?? '',
    FEISHU_VERIFICATION_TOKEN: sandbox.verificationToken ?? '',
    FEISHU_DOMAIN: sandbox.url,
    DATABASE_URL: databaseUrl,
    HOST: '127.0.0.1',
    PORT: '0',
    BOT_QUOTA_PERSON: '0',
    BOT_QUOTA_CHAT: '0',
  });
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  const { config } = read;
  // All at the same time: each brings the empty store up to date.
  const apps = await Promise.all(Array.from({ length: count }, () => startApp(config, { log })));
  let turn = 0;
  const door = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const body = Buffer.concat(chunks);
      const to = (app: App): Promise<{ status: number; body: Buffer }> =>
        new Promise((resolve) => {
          const sent = request(`${app.url}${req.url}`, { method: req.method, headers: req.headers }, (answer) => {
            const parts: Buffer[] = [];
            answer.on('data', (part: Buffer) => parts.push(part));
            answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts) }));
          });
          sent.on('error', () => resolve({ status: 502, body: Buffer.alloc(0) }));
          sent.end(body);
        });
      const targets = all.copies > 0 ? Array.from({ length: all.copies }, () => apps).flat() : [apps[turn++ % apps.length]!];
      void Promise.all(targets.map(to)).then((answers) => {
        const worst = answers.find(({ status }) => status !== 200) ?? answers[0]!;
        res.writeHead(worst.status, { 'content-type': 'application/json' }).end(worst.body);
      });
    });
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const call = async <T>(path: string, body?: unknown): Promise<T> => {
    const how = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return (await fetch(`${sandbox.url}/_sandbox/${path}`, how)).json() as Promise<T>;
  };
  const all: Instances = {
    sandbox,
    apps,
    logged,
    copies: 0,
    post: (path, body) => call(path, body),
    get: (path) => call(path),
    async stop() {
      await Promise.all(apps.map((app) => app.stop(3000)));
      await new Promise((resolve) => door.close(resolve));
      await sandbox.close();
    },
  };
  await sandbox.setWebhook(`http://127.0.0.1:${(door.address() as AddressInfo).port}/webhook/event`);
  return all;
}
