/** Every block of code in the documents is executed: here, by the test that is named, or not at all, with the reason. */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifest } from '../../src/app/manifest.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import { openStore } from '../../src/store/open.ts';
import { ROOT, readExample } from '../helpers/docs.ts';
import { missingPostgres, type Postgres, startPostgres } from '../helpers/postgres.ts';
import { tempDir } from '../helpers/temp-dir.ts';
import { rawReceiver } from '../sandbox/start.ts';

const DOCS = [
  'README.md',
  'src/docs/README.zh.md',
  'src/docs/administrator.md',
  'src/docs/administrator.zh.md',
  'src/sandbox/README.md',
  '.github/CONTRIBUTING.md',
  '.github/SECURITY.md',
  'src/feishu/api/reserve-fields.md',
];

const run = promisify(execFile);
const dir = tempDir('blocks');
let postgres: Postgres | null = null;
beforeAll(async () => {
  postgres = missingPostgres ? null : await startPostgres();
});
afterAll(() => postgres?.stop());

/** As it stands in the document, in the project's root, but for places of the reader's own. */
async function shell(block: string, env: Record<string, string> = {}, cwd = ROOT): Promise<string> {
  const { stdout } = await run('sh', ['-ec', block.replaceAll('/var/backups', dir)], { cwd, env: { ...process.env, ...env } });
  return stdout;
}

async function storeWith(url: string, jobs: number): Promise<void> {
  const store = await openStore(url, { now: Date.now });
  for (let n = 0; n < jobs; n++) await store.jobs.add([{ id: `j${n}`, lane: 'l', kind: 'remind', due: Date.now(), payload: {} } as never]);
  await store.close();
}

async function waiting(url: string): Promise<number> {
  const store = await openStore(url, { now: Date.now });
  const { waiting: count } = await store.jobs.count();
  await store.close();
  return count;
}

type How = { by: string } | { not: string } | { run(block: string): Promise<void>; needs?: 'postgres' };

/** By the beginning of the block. */
const HOW: Record<string, How> = {
  'npm install\nnpm start\n': { by: 'test/docs/clone.test.ts' },
  '@会议助手': {
    async run(block) {
      expect(readExample(block.replace('@会议助手', '').trim())).toMatchObject({ want: 'book', slots: { topic: '周会' } });
    },
  },
  "export DATABASE_URL='postgres": { by: 'test/flow/instances.test.ts' },
  'bytes → event': { not: 'no code: the way of a message' },
  'node -p "JSON.stringify({ scopes:': {
    async run(block) {
      const { scopes } = JSON.parse(await shell(block)) as { scopes: { tenant: string[]; user: string[] } };
      expect(scopes).toEqual({ tenant: manifest().scopes, user: [] });
    },
  },
  "node -p \"require('./app.manifest.json').events": {
    run: async (block) => expect((await shell(block)).trim().split('\n')).toEqual(manifest().events),
  },
  'npm run doctor\n': {
    run: async (block) => {
      const env = {
        DATABASE_URL: `file:${join(dir, 'doctor.db')}`,
        PORT: '0',
        SANDBOX_PORT: '0',
        FEISHU_APP_ID: '',
        BOT_LANGUAGE: 'en_us',
      };
      expect(await shell(block, env)).toContain('Ready to run');
    },
  },
  'npm ci --no-audit --no-fund\nnpm run build': { by: 'test/docs/clone.test.ts' },
  'useradd --system': { not: 'makes a user and a service of this machine; the unit itself is verified in test/docs/deploy.test.ts' },
  'podman build': {
    not: 'needs a container engine; test/docs/deploy.test.ts builds where there is one, and test/docs/clone.test.ts runs its steps',
  },
  createuser: {
    needs: 'postgres',
    async run(block) {
      const url = new URL(await postgres!.freshUrl());
      const env = { PGHOST: url.hostname, PGPORT: url.port, PGUSER: url.username, PGPASSWORD: url.password };
      await shell(block.replaceAll(/\bbot\b/g, 'docs_bot'), env);
      expect(await waiting(`postgres://docs_bot@${url.host}/docs_bot`)).toBe(0);
    },
  },
  'export DATABASE_URL=postgres://bot:PASSWORD': {
    needs: 'postgres',
    async run(block) {
      const [from, to] = [`file:${join(dir, 'from.db')}`, await postgres!.freshUrl()];
      await storeWith(from, 3);
      await shell(block.replace(/postgres:\/\/bot:PASSWORD\S+/, `'${to}'`).replace('file:./data/bot.db', from));
      expect(await waiting(to)).toBe(3);
    },
  },
  'npm run backup': {
    async run(block) {
      const url = `file:${join(dir, 'live.db')}`;
      await storeWith(url, 2);
      const store = await openStore(url, { now: Date.now });
      await shell(block, { DATABASE_URL: url });
      await store.close();
      expect(existsSync(join(dir, 'bot.db'))).toBe(true);
    },
  },
  'rm -f data/bot.db': {
    async run(block) {
      const home = join(dir, 'home');
      mkdirSync(join(home, 'data'), { recursive: true });
      await storeWith(`file:${join(home, 'data/bot.db')}`, 5);
      // From the copy that the block before this one made.
      await shell(block, {}, home);
      expect(await waiting(`file:${join(home, 'data/bot.db')}`)).toBe(2);
    },
  },
  pg_dump: {
    needs: 'postgres',
    async run(block) {
      const { url } = await ownDatabase('dumped');
      await storeWith(url, 4);
      await shell(block, { DATABASE_URL: url });
      expect(existsSync(join(dir, 'bot.dump'))).toBe(true);
    },
  },
  pg_restore: {
    needs: 'postgres',
    async run(block) {
      const { url } = await ownDatabase('restored');
      await storeWith(url, 1);
      await shell(block, { DATABASE_URL: url });
      expect(await waiting(url)).toBe(4);
    },
  },
  'git pull --ff-only': { not: 'pulls from where the reader cloned; install, build and doctor are executed above' },
  'const sandbox = await startSandbox(': {
    async run(block) {
      const bot = await rawReceiver(() => ({ body: challenge(bot.bodies.at(-1) ?? '{}') }));
      const code = block.replace('port: 4000', 'port: 0, encryptKey: null').replace(/'http:[^']+'/, `'${bot.url}'`);
      const started = (await new (Object.getPrototypeOf(async () => {}).constructor)('startSandbox', `${code}\nreturn sandbox;`)(
        startSandbox,
      )) as Awaited<ReturnType<typeof startSandbox>>;
      expect(started.platform.app.webhookUrl).toBe(bot.url);
      await started.close();
      await bot.close();
    },
  },
  'npm run sandbox -- --all': { by: 'test/sandbox/strangers.test.ts' },
  'npm install\nnpm start        #': { not: 'what the tests themselves begin with: `npm install` and `npm test`' },
};

const challenge = (body: string): string => JSON.stringify({ challenge: (JSON.parse(body) as { challenge?: string }).challenge });

async function ownDatabase(name: string): Promise<{ url: string }> {
  const url = new URL(await postgres!.freshUrl());
  const env = { ...process.env, PGHOST: url.hostname, PGPORT: url.port, PGUSER: url.username, PGPASSWORD: url.password };
  execFileSync('createdb', [name], { env });
  return { url: `postgres://${url.username}@${url.host}/${name}` };
}

const blocksOf = (doc: string): string[] =>
  [...readFileSync(join(ROOT, doc), 'utf8').matchAll(/^```\w*\n([\s\S]*?)^```/gm)].map(([, block]) => block!);

const howOf = (block: string): [string, How] | undefined => Object.entries(HOW).find(([start]) => block.startsWith(start));

const blocks = [...new Set(DOCS.flatMap(blocksOf))];

it('every block is known, and every one that is known is there', () => {
  expect(blocks.filter((block) => !howOf(block))).toEqual([]);
  expect(Object.keys(HOW).filter((start) => !blocks.some((block) => block.startsWith(start)))).toEqual([]);
});

it('whatever is named as executing one is there', () => {
  const named = Object.values(HOW).flatMap((how) => ('by' in how ? [how.by] : []));
  expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

describe('executed as it stands', () => {
  const runnable = blocks.flatMap((block) => {
    const how = howOf(block)?.[1];
    return how && 'run' in how ? [{ name: block.trim().split('\n')[0]!, block, how }] : [];
  });
  for (const { name, block, how } of runnable) {
    const why = how.needs === 'postgres' ? missingPostgres : null;
    it.skipIf(why !== null)(why ? `${name} (${why})` : name, () => how.run(block));
  }
});

it('both languages show the same blocks', () => {
  expect(blocksOf('src/docs/README.zh.md')).toEqual(blocksOf('README.md'));
  expect(blocksOf('src/docs/administrator.zh.md')).toEqual(blocksOf('src/docs/administrator.md'));
});
