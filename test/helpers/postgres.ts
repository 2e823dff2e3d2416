/** A PostgreSQL of the tests' own: the one that `TEST_DATABASE_URL` names, or installed binaries on a free port. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.ts';

export interface Postgres {
  /** With a schema of its own each time, dropped with the server. */
  freshUrl(): Promise<string>;
  /** As a machine that loses power would. */
  crash(): Promise<void>;
  /** Up again on the same port with the same data. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Where the server's programs are; null when there are none. */
function binaries(): string | null {
  const installed = '/usr/lib/postgresql';
  const versions = existsSync(installed) ? readdirSync(installed).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [...versions.map((version) => join(installed, version, 'bin')), ...(process.env['PATH'] ?? '').split(delimiter)];
  return places.find((place) => place !== '' && existsSync(join(place, 'initdb')) && existsSync(join(place, 'postgres'))) ?? null;
}

/** Why the tests that need a server are skipped; null when there is one. */
export const missingPostgres: string | null =
  process.env['TEST_DATABASE_URL'] || binaries() ? null : 'no PostgreSQL: set TEST_DATABASE_URL or install the server';

/** The server refuses to run as root. */
function user(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const found = spawnSync('id', ['-u', name], { encoding: 'utf8' });
    if (found.status === 0) return { uid: Number(found.stdout), gid: Number(execFileSync('id', ['-g', name], { encoding: 'utf8' })) };
  }
  throw new Error('no user for PostgreSQL to run as');
}

export async function startPostgres(): Promise<Postgres> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) {
    const cannot = async () => {
      throw new Error('The server of TEST_DATABASE_URL is not ours to stop');
    };
    return { freshUrl: () => freshSchema(given), crash: cannot, start: cannot, stop: async () => {} };
  }
  const bin = binaries();
  if (!bin) throw new Error(missingPostgres ?? '');
  const as = user();
  const dir = mkdtempSync(join(tmpdir(), 'bot-postgres-'));
  if (as) chownSync(dir, as.uid, as.gid);
  const data = join(dir, 'data');
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'bot', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'], { ...as, stdio: 'ignore' });
  const port = await freePort();
  let running: ChildProcess | null = null;

  const gone = async (signal: NodeJS.Signals): Promise<void> => {
    const child = running;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exit = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await exit;
  };

  const start = async (): Promise<void> => {
    const options = ['-D', data, '-p', String(port), '-k', dir, '-h', '127.0.0.1', '-c', 'fsync=off', '-c', 'max_connections=200'];
    running = spawn(join(bin, 'postgres'), options, { ...as, stdio: 'ignore' });
    const url = `postgres://bot@127.0.0.1:${port}/postgres`;
    for (;;) {
      const client = new pg.Client({ connectionString: url });
      client.on('error', () => {});
      try {
        await client.connect();
        await client.end();
        return;
      } catch {
        if (running.exitCode !== null) throw new Error('PostgreSQL did not start');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  };

  await start();
  return {
    freshUrl: () => freshSchema(`postgres://bot@127.0.0.1:${port}/postgres`),
    // SIGQUIT: no checkpoint, no farewell; what was committed is recovered from the log.
    crash: () => gone('SIGQUIT'),
    start,
    async stop() {
      // Its data go with it: nothing has to be written first.
      await gone('SIGQUIT');
      // Ten thousand small files: that goes on behind the tests.
      spawn('rm', ['-rf', dir], { detached: true, stdio: 'ignore' }).unref();
    },
  };
}

let schemas = 0;

async function freshSchema(url: string): Promise<string> {
  schemas += 1;
  const name = `t${process.pid}_${schemas}_${Date.now().toString(36)}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create schema ${name}`);
  await client.end();
  const own = new URL(url);
  own.searchParams.set('options', `-c search_path=${name}`);
  return own.href;
}
