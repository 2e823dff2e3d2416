/** Scanning to get an app, with the SDK's own `registerApp` over TLS against the sandbox. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { globalAgent } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { setupCommand } from '../../src/cli/setup.ts';
import { changeEnv } from '../../src/cli/write-env.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';

let sandbox: Sandbox;
let dir: string;
let env: string;
const trusted = globalAgent.options.ca;

beforeAll(async () => {
  sandbox = await startSandbox({ accounts: { pollSeconds: 0.02 }, scopes: [], realTime: true });
  globalAgent.options.ca = sandbox.accounts!.certificate;
});
afterAll(async () => {
  globalAgent.options.ca = trusted;
  await sandbox.close();
});
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'setup-'));
  env = join(dir, '.env');
  return () => rmSync(dir, { recursive: true, force: true });
});

const parse = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name!, value!]));

type Answer = { confirm?: boolean; brand?: 'feishu' | 'lark' };

/** Runs it, and scans as soon as the link is there. */
async function setup(answer: Answer | null, more: string[] = [], { isTTY = false, lang = 'zh_cn', signal = new AbortController() } = {}) {
  const { host, larkHost } = sandbox.accounts!;
  let said = '';
  const link = new Promise<URL>((resolve) => {
    const write = (text: string): void => {
      said += text;
      const url = /https?:\/\/\S+user_code=\S+/.exec(said)?.[0];
      if (url) resolve(new URL(url));
    };
    Object.assign(io.stdout, { write });
  });
  const done = setupCommand(
    ['--env', env, '--accounts', host, '--lark-accounts', larkHost, ...more],
    { BOT_LANGUAGE: lang },
    { ...io, stdout: { ...io.stdout, isTTY }, signal: signal.signal },
  );
  const url = await Promise.race([link, done.then(() => null)]);
  const packed = url?.searchParams.get('addons');
  const addons = packed ? JSON.parse(gunzipSync(Buffer.from(packed, 'base64url')).toString()) : undefined;
  if (url && answer) {
    const body = {
      as: [...sandbox.platform.world.people.values()][0]!.openId,
      user_code: url.searchParams.get('user_code'),
      addons,
      ...answer,
    };
    const response = await fetch(`${sandbox.url}/_sandbox/registrations`, { method: 'POST', body: JSON.stringify(body) });
    expect(await response.json()).toEqual({});
  }
  return { done, url, addons, said: () => said, signal };
}
const io = { stdout: { write: (_text: string): void => {} }, now: () => Date.UTC(2026, 10, 30, 4, 5, 6) };

describe('a scan that is confirmed', () => {
  it('gives an app with what the manifest asks for, and an environment to start with', async () => {
    const { done, addons, said } = await setup({});
    expect(await done).toBe(0);
    const manifest = JSON.parse(readFileSync('app.manifest.json', 'utf8'));
    expect(addons).toEqual({ preset: false, scopes: manifest.scopes, events: manifest.events, callbacks: manifest.callbacks });
    expect([...sandbox.platform.app.scopes].sort()).toEqual([...manifest.scopes.tenant].sort());
    expect(statSync(env).mode & 0o777).toBe(0o600);
    const values = parse(readFileSync(env, 'utf8'));
    expect(values).toEqual({
      FEISHU_APP_ID: sandbox.appId,
      FEISHU_APP_SECRET: sandbox.appSecret,
      BOT_ADMINS: expect.stringMatching(/^ou_/),
    });
    expect(readConfig(values)).toMatchObject({ config: { mode: 'feishu', transport: 'websocket', domain: 'https://open.feishu.cn' } });
    expect(said()).toContain(`https://open.feishu.cn/app/${sandbox.appId}`);
    expect(said()).not.toContain(sandbox.appSecret);
  });

  it('on Lark goes on at Lark, whose platform is written down', async () => {
    const { done, said } = await setup({ brand: 'lark' }, [], { lang: 'en_us' });
    expect(await done).toBe(0);
    expect(said()).toContain('This company is on Lark');
    expect(parse(readFileSync(env, 'utf8'))).toMatchObject({ FEISHU_DOMAIN: 'https://open.larksuite.com' });
  });

  it('keeps what was there, and a copy of it; secrets of another app go', async () => {
    const before = 'FEISHU_APP_ID=cli_0000000000000000\nFEISHU_ENCRYPT_KEY=old\n# mine\nBOT_TIMEZONE=Asia/Tokyo\n';
    writeFileSync(env, before);
    const { done } = await setup({}, ['--domain', sandbox.url]);
    expect(await done).toBe(0);
    const values = parse(readFileSync(env, 'utf8'));
    expect(values).toMatchObject({ FEISHU_APP_ID: sandbox.appId, FEISHU_DOMAIN: sandbox.url, BOT_TIMEZONE: 'Asia/Tokyo' });
    expect(values).not.toHaveProperty('FEISHU_ENCRYPT_KEY');
    expect(readFileSync(env, 'utf8')).toContain('# mine');
    const copy = readdirSync(dir).find((name) => name !== '.env')!;
    expect(copy).toBe('.env.20261130040506');
    expect(readFileSync(join(dir, copy), 'utf8')).toBe(before);
    expect(statSync(join(dir, copy)).mode & 0o777).toBe(0o600);
  });

  it('brings an app up to date that is there already: its other secrets stay', async () => {
    writeFileSync(env, `FEISHU_APP_ID=${sandbox.appId}\nFEISHU_ENCRYPT_KEY=mine\nBOT_ADMINS=ou_1\n`);
    const { done, url } = await setup({}, ['--app-id', sandbox.appId]);
    expect(url?.searchParams.get('clientID')).toBe(sandbox.appId);
    expect(await done).toBe(0);
    expect(parse(readFileSync(env, 'utf8'))).toMatchObject({ FEISHU_ENCRYPT_KEY: 'mine', BOT_ADMINS: 'ou_1' });
  });

  it('shows a code in a terminal, and only the link elsewhere', async () => {
    for (const isTTY of [true, false]) {
      const { done, said } = await setup({}, [], { isTTY });
      await done;
      expect(/[█▀▄]/.test(said())).toBe(isTTY);
    }
  });
});

describe('nothing is written when', () => {
  it.each<[string, Answer, string, string]>([['it is declined', { confirm: false }, '扫码的人取消了', 'said no']])(
    '%s',
    async (_, answer, zh, en) => {
      for (const [lang, words] of [
        ['zh_cn', zh],
        ['en_us', en],
      ] as const) {
        const { done, said } = await setup(answer, [], { lang });
        expect(await done).toBe(1);
        expect(said()).toContain(words);
        expect(existsSync(env)).toBe(false);
      }
    },
  );

  it('it is given up', async () => {
    const { done, signal, said } = await setup(null);
    signal.abort();
    expect(await done).toBe(1);
    expect(said()).toContain('已取消');
    expect(existsSync(env)).toBe(false);
  });

  it('nobody scans it in time', async () => {
    const { done, said } = await setup(null);
    sandbox.advance(601_000);
    expect(await done).toBe(1);
    expect(said()).toContain('二维码过期了');
    expect(existsSync(env)).toBe(false);
  });

  it('nobody answers there', async () => {
    const { done, said } = await setup(null, ['--accounts', '127.0.0.1:9']);
    expect(await done).toBe(1);
    expect(said()).toContain('连不上飞书');
  });

  it('an argument is unknown', async () => {
    const { done, said } = await setup(null, ['--nonsense']);
    expect(await done).toBe(1);
    expect(said()).toContain('npm run setup');
  });
});

it.each([
  ['', { A: '1' }, 'A=1\n'],
  ['A=0\nB=2\n', { A: '1' }, 'A=1\nB=2\n'],
  ['export A=0', { A: '1' }, 'A=1\n'],
  ['# A=\n', { A: '1' }, '# A=\nA=1\n'],
  ['A=0\n', { A: null }, '# A=\n'],
  ['', { A: null }, '\n'],
])('%j with %j', (text, values, changed) => {
  expect(changeEnv(text, values)).toBe(changed);
});
