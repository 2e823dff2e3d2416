/** A bot under load: started, watched, stopped. Linux: CPU and memory are read from /proc. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { freshSchema } from './fresh-schema.ts';
import { APP, nextPush, type Push } from './push.ts';

export type Mode = 'ack' | 'async' | 'sync';

export interface Kind {
  name: string;
  script: string;
  /** The PostgreSQL that it stores in; absent: a file. */
  databaseUrl?: string;
}

/** Of a bot that is measured: our app at that platform, without quotas. */
export const botEnvironment = (domain: string): NodeJS.ProcessEnv => ({
  ...process.env,
  FEISHU_APP_ID: APP.id,
  FEISHU_APP_SECRET: APP.secret,
  FEISHU_ENCRYPT_KEY: APP.key,
  FEISHU_VERIFICATION_TOKEN: APP.token,
  FEISHU_DOMAIN: domain,
  FEISHU_TRANSPORT: 'webhook',
  HOST: '127.0.0.1',
  BOT_QUOTA_PERSON: '0',
  BOT_QUOTA_CHAT: '0',
});

let schemas = 0;

const TICKS = Number(existsSync('/proc/self/stat') ? execFileSync('getconf', ['CLK_TCK']).toString() : 100);

export class Target {
  readonly port: number;
  private readonly child: ChildProcess;
  private readonly dir: string;
  private readonly drop: () => Promise<void>;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });

  private constructor(port: number, child: ChildProcess, dir: string, drop: () => Promise<void>) {
    this.port = port;
    this.child = child;
    this.dir = dir;
    this.drop = drop;
  }

  static async start(kind: Kind, stub: string, mode: Mode): Promise<Target> {
    const port = await freePort();
    const dir = mkdtempSync(join(tmpdir(), 'bench-'));
    const schema = kind.databaseUrl ? await freshSchema(kind.databaseUrl, `bench_${process.pid}_${++schemas}`) : null;
    const child = spawn(process.execPath, [resolve(kind.script)], {
      cwd: dir,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...botEnvironment(stub),
        PORT: String(port),
        DATABASE_URL: schema?.url ?? `file:${join(dir, 'bot.db')}`,
        BOT_LANGUAGE: 'en_us',
        LOG_LEVEL: 'warn',
        BENCH_MODE: mode,
      },
    });
    return new Target(port, child, dir, async () => schema?.drop());
  }

  /** Milliseconds from now to the first event that was acknowledged. */
  async firstAck(): Promise<number> {
    const from = performance.now();
    for (;;) {
      const status = await this.send(nextPush()).catch(() => 0);
      if (status === 200) return performance.now() - from;
      if (performance.now() - from > 60_000) throw new Error('it never came up');
      await new Promise((done) => setTimeout(done, 10));
    }
  }

  send(push: Push): Promise<number> {
    return new Promise((done, fail) => {
      const asked = request(
        { host: '127.0.0.1', port: this.port, path: '/webhook/event', method: 'POST', agent: this.agent, headers: push.headers },
        (response) => {
          response.resume();
          response.on('end', () => done(response.statusCode ?? 0));
        },
      );
      asked.on('error', fail);
      asked.end(push.body);
    });
  }

  /** User and system time so far, in milliseconds. */
  cpu(): number {
    const stat = readFileSync(`/proc/${this.child.pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
  }

  /** Megabytes, now and at most. */
  memory(): { now: number; peak: number } {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'latin1');
    const of = (field: string): number => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
    return { now: of('VmRSS'), peak: of('VmHWM') };
  }

  async stop(): Promise<void> {
    this.agent.destroy();
    if (this.child.exitCode === null) {
      const gone = new Promise<void>((done) => this.child.once('exit', () => done()));
      this.child.kill('SIGKILL');
      await gone;
    }
    await this.drop();
    rmSync(this.dir, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}
