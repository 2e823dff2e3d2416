/** Set-ups that are broken in one place: the doctor names that place, says what to do and where, and accuses nothing else. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { manifest } from '../../src/app/manifest.ts';
import { type DoctorIo, doctorCommand } from '../../src/cli/doctor.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { tempDir } from '../helpers/temp-dir.ts';

type Env = Record<string, string | undefined>;
type SetUp = { env?: Env; io?: Partial<DoctorIo> };

let sandbox: Sandbox;
/** The platform of the other brand, where nobody knows our app. */
let lark: Sandbox;
const dir = tempDir('doctor-broken');
const servers: Server[] = [];
const MB = 1024 * 1024;

beforeAll(async () => {
  const { scopes, ...rest } = manifest();
  sandbox = await startSandbox({ ...rest, scopes: [...scopes, 'application:application:self_manage'] });
  lark = await startSandbox(manifest());
});
afterEach(async () => {
  const { scopes, ...subscribed } = manifest();
  await control('scopes', { grant: scopes });
  await control('app', { enabled: true, ...subscribed });
  await control('faults', {});
  sandbox.platform.app.webhookUrl = null;
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});
afterAll(() => Promise.all([sandbox.close(), lark.close()]));

const control = async (path: string, body: unknown): Promise<void> => {
  const answer = await fetch(`${sandbox.url}/_sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
  expect(answer.status).toBe(200);
};

async function listening(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return (server.address() as AddressInfo).port;
}

const BOTH = ['zh_cn', 'en_us'] as const;

async function run(
  { env = {}, io = {} }: SetUp,
  lang: string,
): Promise<{ code: number; out: string; problems: string[]; warnings: string[] }> {
  let out = '';
  const code = await doctorCommand(
    {
      FEISHU_APP_ID: sandbox.appId,
      FEISHU_APP_SECRET: sandbox.appSecret,
      FEISHU_DOMAIN: sandbox.url,
      HOST: '127.0.0.1',
      PORT: '0',
      DATABASE_URL: `file:${join(dir, 'bot.db')}`,
      BOT_LANGUAGE: lang,
      ...env,
    },
    { stdout: { write: (text) => (out += text) }, now: Date.now, node: 'v22.11.0', twin: () => null, ...io },
  );
  expect(out).not.toContain(sandbox.appSecret);
  const marked = (mark: string): string[] =>
    [...out.matchAll(new RegExp(`^${mark} (.*)\\n(?: {2}→ (.*))?`, 'gm'))].map(([, says, next]) => `${says} → ${next ?? ''}`);
  return { code, out, problems: marked('✗'), warnings: marked('!') };
}

it.each(BOTH)('finds nothing to mend in a good one (%s)', async (lang) => {
  const { code, problems, warnings, out } = await run({}, lang);
  expect([problems, warnings]).toEqual([[], []]);
  expect(code).toBe(0);
  expect(out).toMatch(lang === 'zh_cn' ? /✓ 长连接：可以连上 127\.0\.0\.1/ : /✓ Long connection: 127\.0\.0\.1:\d+ can be reached/);
  expect(out).toMatch(lang === 'zh_cn' ? /✓ 事件与回调：需要的 \d+ 个都已订阅/ : /✓ Events and callbacks: all \d+/);
  // It has hung up.
  await expect.poll(() => sandbox.deliver.connections.list()).toEqual([]);
});

const BROKEN: [name: string, make: () => SetUp | Promise<SetUp>, zh: RegExp, en: RegExp][] = [
  [
    'the secret of another app',
    () => ({ env: { FEISHU_APP_SECRET: 'x'.repeat(32) } }),
    /^应用凭证：.*10014.*→ .*FEISHU_APP_SECRET.*\/app/,
    /^Credentials: .*10014.*→ .*FEISHU_APP_SECRET.*\/app/,
  ],
  [
    'a Lark app on Feishu’s domain',
    () => ({ env: { FEISHU_DOMAIN: lark.url }, io: { twin: () => sandbox.url } }),
    /^开放平台：这个应用不在 .*，而在 .* → 把 FEISHU_DOMAIN 设为 http/,
    /^Open platform: this app is not at .* but at .* → set FEISHU_DOMAIN to http/,
  ],
  [
    'an app that the long connection is not for',
    async () => {
      await control('faults', { connection: { code: 403 } });
      return {};
    },
    /^长连接：.*403.*不能用长连接 → .*使用长连接接收事件.*\/event$/,
    /^Long connection: refused \(403\).* → .*persistent connection.*\/event$/,
  ],
  [
    'stray clients everywhere',
    async () => {
      await control('faults', { connection: { code: 1000040350 } });
      return {};
    },
    /^长连接：.*50 个连接 → .*没停掉的客户端/,
    /^Long connection: refused \(1000040350\): the app has 50 connections already → clients are still running somewhere: stop them/,
  ],
  [
    'a firewall that lets no WebSocket through',
    async () => {
      await control('faults', { connection: { handshake: 'refuse' } });
      return {};
    },
    /^长连接：平台接受，可是连不上 127\.0\.0\.1.*401.* → .*防火墙/,
    /^Long connection: accepted, but 127\.0\.0\.1:\d+ cannot be reached \(HTTP 401 514.* → .*firewall/,
  ],
  [
    'a bot that was never switched on',
    async () => {
      await control('app', { enabled: false });
      return {};
    },
    /^机器人：.*230006.*→ .*添加应用能力/,
    /^Bot: .*230006.*→ .*Add Features/,
  ],
  [
    'a scope that waits for its version',
    async () => {
      await control('scopes', { revoke: ['vc:reserve'] });
      return {};
    },
    /^权限：vc:reserve 还没有授权：约不了会议 → 发布版本.*\/auth\?q=vc:reserve/,
    /^Permissions: vc:reserve is not granted: no meeting can be booked → publish a version.*\/auth\?q=vc:reserve/,
  ],
  [
    'nobody subscribed to messages',
    async () => {
      await control('app', { events: manifest().events.filter((one) => one !== 'im.message.receive_v1') });
      return {};
    },
    /^事件与回调：没有订阅 im\.message\.receive_v1：听不到任何消息 → .*\/event$/,
    /^Events and callbacks: im\.message\.receive_v1 is not subscribed to: no message is heard → .*\/event$/,
  ],
  [
    'a callback that was forgotten',
    async () => {
      await control('app', { callbacks: [] });
      return {};
    },
    /^事件与回调：没有订阅 card\.action\.trigger：卡片上的按钮都不能用/,
    /^Events and callbacks: card\.action\.trigger is not subscribed to: no button on a card works/,
  ],
  [
    'a console that still sends to a request URL',
    () => {
      sandbox.platform.app.webhookUrl = 'https://old.example.com/webhook/event';
      return {};
    },
    /^事件与回调：后台选的是发送到请求地址.* → .*FEISHU_TRANSPORT=webhook.*\/event$/,
    /^Events and callbacks: the console sends to a request URL.* → .*FEISHU_TRANSPORT=webhook.*\/event$/,
  ],
  [
    'a clock that is an hour off',
    () => ({ io: { now: () => Date.now() + 3_600_000 } }),
    /^时钟：本机时间比开放平台快 3[56]\d\d 秒 → .*NTP/,
    /^Clock: this machine is 3[56]\d\d s ahead of the open platform → .*NTP/,
  ],
  [
    'a Node that is too old',
    () => ({ io: { node: 'v18.20.4' } }),
    /^Node：v18\.20\.4 太旧 → .*20\.19/,
    /^Node: v18\.20\.4 is too old → .*20\.19/,
  ],
  ['a full disk', () => ({ io: { free: () => 12 * MB } }), /^磁盘：.* 只剩 12 MB → 腾出/, /^Disk: only 12 MB left at .* → free some space/],
  [
    'a PostgreSQL that is down',
    () => ({ env: { DATABASE_URL: 'postgres://bot:hidden@127.0.0.1:9/bot' } }),
    /^存储：PostgreSQL at 127\.0\.0\.1:9\/bot 连不上 → .*数据库在运行/,
    /^Store: PostgreSQL at 127\.0\.0\.1:9\/bot cannot be reached → check that the server runs/,
  ],
  [
    'a port that somebody has',
    async () => ({ env: { PORT: String(await listening()) } }),
    /^端口：PORT 127\.0\.0\.1:\d+ 已被别的程序占用 → /,
    /^Port: another program uses PORT 127\.0\.0\.1:\d+ → /,
  ],
  [
    'no platform behind the address',
    () => ({ env: { FEISHU_DOMAIN: 'http://127.0.0.1:9' } }),
    /^开放平台：连不上 .*ECONNREFUSED.*→ 核对 FEISHU_DOMAIN/,
    /^Open platform: .*cannot be reached.*ECONNREFUSED.*→ check FEISHU_DOMAIN/,
  ],
];

describe('says what is broken, and only that', () => {
  it.each(BROKEN)('%s', async (_, make, zh, en) => {
    const setUp = await make();
    for (const [lang, said] of [
      ['zh_cn', zh],
      ['en_us', en],
    ] as const) {
      const { code, problems, warnings, out } = await run(setUp, lang);
      expect(out).not.toContain('hidden');
      expect(problems).toEqual([expect.stringMatching(said)]);
      expect(warnings).toEqual([]);
      expect(code).toBe(1);
    }
  });
});

it('warns of a disk that fills up before it is full', async () => {
  const { code, problems, warnings } = await run({ io: { free: () => 200 * MB } }, 'en_us');
  expect([code, problems, warnings]).toEqual([0, [], [expect.stringMatching(/^Disk: only 200 MB left/)]]);
});

it('says what to subscribe to, and how it could see that itself, where the platform does not tell', async () => {
  await control('scopes', { revoke: ['application:application:self_manage'] });
  const { out, warnings } = await run({}, 'en_us');
  expect(warnings).toEqual([]);
  expect(out).toMatch(
    /✓ Events and callbacks: the platform does not tell.*\n {2}→ .*im\.message\.receive_v1.*card\.action\.trigger.*q=application:application:self_manage/,
  );
  await control('scopes', { grant: ['application:application:self_manage'] });
});
