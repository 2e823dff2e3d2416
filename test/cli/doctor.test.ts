import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { manifest } from '../../src/app/manifest.ts';
import { type DoctorIo, doctorCommand } from '../../src/cli/doctor.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { openStore } from '../../src/store/open.ts';
import { Line } from '../helpers/line.ts';

type Env = Record<string, string | undefined>;

let sandbox: Sandbox;
let dir: string;
const servers: Server[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({ ...manifest() });
  dir = mkdtempSync(join(tmpdir(), 'doctor-'));
});
afterEach(async () => {
  await control('scopes', { grant: manifest().scopes });
  await control('app', { enabled: true });
  await control('faults', {});
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});
afterAll(async () => {
  await sandbox.close();
  rmSync(dir, { recursive: true, force: true });
});

const control = async (path: string, body: unknown): Promise<void> => {
  const answer = await fetch(`${sandbox.url}/_sandbox/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
};

const good = (): Env => ({
  FEISHU_APP_ID: sandbox.appId,
  FEISHU_APP_SECRET: sandbox.appSecret,
  FEISHU_ENCRYPT_KEY: sandbox.encryptKey ?? undefined,
  FEISHU_VERIFICATION_TOKEN: sandbox.verificationToken ?? undefined,
  FEISHU_DOMAIN: sandbox.url,
  HOST: '127.0.0.1',
  PORT: '0',
  DATABASE_URL: `file:${join(dir, 'bot.db')}`,
});

async function run(env: Env, io: Partial<DoctorIo> = {}): Promise<{ code: number; out: string }> {
  let out = '';
  const code = await doctorCommand(env, { stdout: { write: (text) => (out += text) }, now: Date.now, node: 'v22.11.0', ...io });
  // Whatever is wrong: nothing that has to stay secret.
  for (const secret of [sandbox.appSecret, sandbox.encryptKey, sandbox.verificationToken]) expect(out).not.toContain(secret);
  expect(out).not.toMatch(/\bt-\w{8}/);
  return { code, out };
}

const BOTH = ['zh_cn', 'en_us'] as const;

async function listening(handler: Parameters<typeof createServer>[1] = () => {}): Promise<number> {
  const server = createServer(handler).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return (server.address() as AddressInfo).port;
}

describe('doctor with an app', () => {
  it.each([
    ['zh_cn', /✓ 应用凭证.*正确[\s\S]*✓ 机器人：“会议助手”已启用[\s\S]*✓ 权限：需要的 \d+ 个都已开通[\s\S]*webhook\/event/],
    ['en_us', /✓ Credentials.*accepted[\s\S]*✓ Bot: “会议助手” is enabled[\s\S]*✓ Permissions: all \d+ are granted[\s\S]*webhook\/event/],
  ])('finds all well (%s)', async (lang, said) => {
    const port = await listening();
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
    const { code, out } = await run({ ...good(), PORT: String(port), BOT_LANGUAGE: lang });
    expect(out).toMatch(said);
    expect(out).toMatch(lang === 'zh_cn' ? /\n可以运行。\n$/ : /\nReady to run\.\n$/);
    expect(code).toBe(0);
  });

  const troubles: [name: string, change: (env: Env) => Promise<Env>, code: 0 | 1, zh: RegExp, en: RegExp][] = [
    [
      'a wrong secret',
      async (env) => ({ ...env, FEISHU_APP_SECRET: 'not-the-secret' }),
      1,
      /✗ 应用凭证：.*10014[\s\S]*FEISHU_APP_SECRET.*open\.feishu\.cn\/app/,
      /✗ Credentials: .*10014[\s\S]*FEISHU_APP_SECRET.*open\.feishu\.cn\/app/,
    ],
    [
      'a scope that nothing works without',
      async (env) => {
        await control('scopes', { revoke: ['vc:reserve'] });
        return env;
      },
      1,
      /✗ 权限：vc:reserve 还没有授权：约不了会议\n {2}→ .*\/auth\?q=vc:reserve&/,
      /✗ Permissions: vc:reserve is not granted: no meeting can be booked\n {2}→ .*\/auth\?q=vc:reserve&/,
    ],
    [
      'a scope that only some wishes need',
      async (env) => {
        await control('scopes', { revoke: ['im:chat.members:read'] });
        return env;
      },
      0,
      /! 权限：im:chat\.members:read/,
      /! Permissions: im:chat\.members:read/,
    ],
    [
      'departments that may not be read',
      async (env) => {
        await control('scopes', { grant: ['contact:contact.base:readonly'] });
        return { ...env, BOT_ALLOW_USERS: 'od-4e6ac4d14bcd5071a37a39de902c7141' };
      },
      0,
      /! 权限：contact:user\.department:readonly/,
      /! Permissions: contact:user\.department:readonly/,
    ],
    [
      'a scope that a wider one stands for',
      async (env) => {
        await control('scopes', { revoke: ['im:message:send_as_bot', 'im:chat:read'], grant: ['im:message', 'im:chat:readonly'] });
        return env;
      },
      0,
      /✓ 权限/,
      /✓ Permissions/,
    ],
    [
      'a bot that is switched off',
      async (env) => {
        await control('app', { enabled: false });
        return env;
      },
      1,
      /✗ 机器人：.*230006[\s\S]*→ .*添加应用能力/,
      /✗ Bot: .*230006[\s\S]*→ .*Add Features/,
    ],
    [
      'an app that is not installed',
      async (env) => {
        await control('faults', { api: [{ path: '/scopes', mode: 'code', code: 212100 }] });
        return env;
      },
      1,
      /✗ 权限：读不到.*212100/,
      /✗ Permissions: .*212100/,
    ],
    [
      'a platform without the list of scopes',
      async (env) => {
        await control('faults', { api: [{ path: '/scopes', mode: 'status', status: 404 }] });
        return env;
      },
      0,
      /! 权限：读不到[\s\S]*app\.manifest\.json/,
      /! Permissions: .*cannot be read[\s\S]*app\.manifest\.json/,
    ],
    [
      'a platform that is not there',
      async (env) => ({ ...env, FEISHU_DOMAIN: 'http://127.0.0.1:9' }),
      1,
      /✗ 开放平台：连不上 http:\/\/127\.0\.0\.1:9：.*ECONNREFUSED[\s\S]*→ 核对 FEISHU_DOMAIN/,
      /✗ Open platform: .*cannot be reached.*ECONNREFUSED[\s\S]*→ check FEISHU_DOMAIN/,
    ],
    [
      'another site at that address',
      async (env) => ({ ...env, FEISHU_DOMAIN: `http://127.0.0.1:${await listening((_, res) => res.end('<html>hello</html>'))}` }),
      1,
      /✗ 开放平台：.*不是开放平台/,
      /✗ Open platform: something other/,
    ],
    [
      'a port that is taken',
      async (env) => ({ ...env, PORT: String(await listening()) }),
      1,
      /✗ 端口：PORT 127\.0\.0\.1:\d+ 已被别的程序占用/,
      /✗ Port: another program uses PORT 127\.0\.0\.1:\d+/,
    ],
    [
      'an address that this machine does not have',
      async (env) => ({ ...env, HOST: '192.0.2.1' }),
      1,
      /✗ 端口：本机没有 192\.0\.2\.1/,
      /✗ Port: this machine has no address 192\.0\.2\.1/,
    ],
    ['any free port', async (env) => ({ ...env, PORT: '0' }), 0, /! 端口：PORT 0/, /! Port: PORT 0/],
    [
      'no encrypt key',
      async (env) => ({ ...env, FEISHU_ENCRYPT_KEY: undefined }),
      0,
      /! 事件推送：.*没有 FEISHU_ENCRYPT_KEY/,
      /! Webhook: .*without FEISHU_ENCRYPT_KEY/,
    ],
    [
      'a damaged store',
      async (env) => {
        writeFileSync(join(dir, 'broken.db'), 'this is no database, '.repeat(200));
        return { ...env, DATABASE_URL: `file:${join(dir, 'broken.db')}` };
      },
      1,
      /✗ 存储：.*broken\.db 不是数据库/,
      /✗ Store: .*broken\.db is no database/,
    ],
    [
      'a store where none can be',
      async (env) => ({ ...env, DATABASE_URL: 'file:/dev/null/bot.db' }),
      1,
      /✗ 存储：\/dev\/null\/bot\.db 写不进去/,
      /✗ Store: \/dev\/null\/bot\.db cannot be written/,
    ],
  ];
  it.each(troubles)('says what to do about %s', async (_, change, code, zh, en) => {
    const env = await change(good());
    const said = { zh_cn: zh, en_us: en };
    for (const lang of BOTH) {
      const found = await run({ ...env, BOT_LANGUAGE: lang });
      expect(found.out).toMatch(said[lang]);
      expect(found.code, found.out).toBe(code);
    }
  });

  it.each([
    [-40_000, 0, /! Clock: this machine is (39|40|41) s behind/],
    [400_000, 1, /✗ Clock: this machine is (399|400|401) s ahead/],
  ])('notices a clock that is %i ms off', async (off, code, said) => {
    const found = await run({ ...good(), BOT_LANGUAGE: 'en_us' }, { now: () => Date.now() + off });
    expect(found.out).toMatch(said);
    expect(found.code).toBe(code);
  });

  it.each([
    [0, '✗'],
    [1, '✗'],
    [3, '✗'],
    [4, '!'],
    [5, '✗'],
    [6, '✗'],
    [9, '!'],
  ])('reads the app’s status %i from the platform', async (activate_status, mark) => {
    const port = await listening((req, res) => {
      const answers: Record<string, object> = {
        '/open-apis/auth/v3/tenant_access_token/internal': { code: 0, tenant_access_token: 't-00000000', expire: 7200 },
        '/open-apis/bot/v3/info': { code: 0, msg: 'ok', bot: { activate_status, app_name: 'Meetings', open_id: 'ou_1' } },
        '/open-apis/application/v6/scopes': {
          code: 0,
          data: { scopes: manifest().scopes.map((scope_name) => ({ scope_name, grant_status: 1 })) },
        },
      };
      res.setHeader('date', new Date().toUTCString());
      res.setHeader('content-type', 'application/json').end(JSON.stringify(answers[req.url ?? ''] ?? { code: 1 }));
    });
    const { code, out } = await run({ ...good(), FEISHU_DOMAIN: `http://127.0.0.1:${port}`, BOT_LANGUAGE: 'en_us' });
    expect(out).toContain(`${mark} Bot: “Meetings” is `);
    expect(code).toBe(mark === '!' ? 0 : 1);
  });

  it('tells all problems of the configuration at once', async () => {
    const { code, out } = await run({ FEISHU_APP_ID: 'abc', PORT: '99999', BOT_TIMEZONE: 'Mars/Base', BOT_LANGUAGE: 'en_us' });
    expect(code).toBe(1);
    for (const name of ['FEISHU_APP_ID', 'FEISHU_APP_SECRET', 'PORT', 'BOT_TIMEZONE']) expect(out).toContain(`✗ Configuration: ${name}: `);
  });

  it('refuses an old Node, and not a newer one', async () => {
    expect(
      await run({ BOT_LANGUAGE: 'en_us', DATABASE_URL: good().DATABASE_URL, PORT: '0', SANDBOX_PORT: '0' }, { node: 'v20.18.3' }),
    ).toMatchObject({
      code: 1,
      out: expect.stringMatching(/✗ Node: v20\.18\.3 is too old/),
    });
    for (const node of ['v20.19.0', 'v22.0.0', 'v24.1.0']) expect((await run(good(), { node })).out).toContain(`✓ Node：${node}`);
  });
});

describe('doctor while the bot runs', () => {
  it('finds the store held and the bot ready', async () => {
    const line = await Line.start();
    try {
      const env = {
        ...good(),
        FEISHU_APP_ID: line.sandbox.appId,
        FEISHU_APP_SECRET: line.sandbox.appSecret,
        FEISHU_ENCRYPT_KEY: line.sandbox.encryptKey ?? undefined,
        FEISHU_DOMAIN: line.sandbox.url,
        DATABASE_URL: line.config().databaseUrl,
        PORT: String(line.app.port),
      };
      const io = { now: () => line.clock.now() };
      const { code, out } = await run({ ...env, BOT_LANGUAGE: 'en_us' }, io);
      expect(out).toMatch(/✓ Store: .* is held by the running bot/);
      expect(out).toMatch(/✓ Running bot: .* is ready/);
      expect(code).toBe(0);
      await line.post('tokens/revoke', {});
      await line.post('faults', { api: [{ path: 'bot/v3/info', mode: 'code', code: 99991662 }] });
      expect((await run({ ...env, BOT_LANGUAGE: 'en_us' }, io)).code).toBe(1);
    } finally {
      await line.stop();
    }
  });

  it.each([
    ['a stranger', undefined, /! Running bot: http:\S+ is not ready, and tells strangers no reason\n {2}→ set METRICS_TOKEN/],
    ['who knows the token', 'open-sesame', /! Running bot: http:\S+ is not ready: the worker is not running\n/],
  ])('hears why it is not ready as %s', async (_, METRICS_TOKEN, said) => {
    const port = await listening((req, res) => {
      const known = req.headers.authorization === 'Bearer open-sesame';
      res.writeHead(503, { 'content-type': 'application/json' });
      res.end(JSON.stringify({ ok: false, ...(known ? { reasons: ['the worker is not running'] } : {}) }));
    });
    const path = join(dir, `mute-${port}.db`);
    const store = await openStore(`file:${path}`, { now: Date.now });
    const { code, out } = await run({ ...good(), DATABASE_URL: `file:${path}`, PORT: String(port), BOT_LANGUAGE: 'en_us', METRICS_TOKEN });
    await store.close();
    expect(out).toMatch(said);
    expect(code).toBe(0);
  });

  it('says when whoever holds the store does not answer', async () => {
    const store = await openStore(`file:${join(dir, 'held.db')}`, { now: Date.now });
    const { code, out } = await run({ ...good(), DATABASE_URL: `file:${join(dir, 'held.db')}`, PORT: '9', BOT_LANGUAGE: 'en_us' });
    await store.close();
    expect(out).toMatch(/! Running bot: the store is in use, but no bot answers at http:\/\/127\.0\.0\.1:9/);
    expect(code).toBe(0);
  });
});

describe('doctor without any Feishu variable', () => {
  it.each(BOTH)('says that the sandbox would run, and checks what it needs (%s)', async (lang) => {
    const path = join(dir, 'new', 'folder', 'bot.db');
    const { code, out } = await run({ DATABASE_URL: `file:${path}`, PORT: '0', SANDBOX_PORT: '0', BOT_LANGUAGE: lang });
    expect(out).toMatch(lang === 'zh_cn' ? /✓ 配置：没有设置任何 FEISHU_ 变量/ : /✓ Configuration: no FEISHU_ variable is set/);
    expect(out).toContain('SANDBOX_PORT 0');
    expect(out).not.toMatch(/[!✗]/);
    expect(code).toBe(0);
    // What was not there is not left behind either.
    expect(existsSync(join(dir, 'new'))).toBe(false);
    expect(readdirSync(dir).filter((name) => name.startsWith('.doctor'))).toEqual([]);
  });

  it('notices a port of the sandbox that is taken', async () => {
    const port = await listening();
    const { code, out } = await run({
      DATABASE_URL: `file:${join(dir, 'new.db')}`,
      PORT: '0',
      SANDBOX_PORT: String(port),
      BOT_LANGUAGE: 'en_us',
    });
    expect(out).toContain(`✗ Port: another program uses SANDBOX_PORT 127.0.0.1:${port}`);
    expect(code).toBe(1);
  });
});
