import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replayCommand } from '../../src/cli/replay.ts';
import { FIXTURES, fixture, SECRETS, seal } from '../feishu/inbound/push.ts';
import { Line } from '../helpers/line.ts';

type Env = Record<string, string | undefined>;

const FOLDER = new URL('../fixtures/events/', import.meta.url).pathname;
const dir = mkdtempSync(join(tmpdir(), 'replay-test-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const OURS: Env = {
  FEISHU_APP_ID: SECRETS.appId,
  FEISHU_APP_SECRET: 'a-secret-of-ours',
  FEISHU_ENCRYPT_KEY: SECRETS.encryptKey,
  FEISHU_VERIFICATION_TOKEN: SECRETS.verificationToken,
};

interface Run {
  code: number;
  out: string;
  err: string;
  /** Method and path of each call, without the query. */
  calls: string[];
  bodies: Record<string, unknown>[];
}

async function run(argv: string[], env: Env = {}, now = Date.now): Promise<Run> {
  let out = '';
  let err = '';
  const io = { stdout: { write: (text: string) => (out += text) }, stderr: { write: (text: string) => (err += text) }, now };
  const code = await replayCommand(argv, env, io);
  for (const secret of [env.FEISHU_APP_SECRET, env.FEISHU_ENCRYPT_KEY, env.FEISHU_VERIFICATION_TOKEN, 't-made-up'])
    if (secret) expect(out + err).not.toContain(secret);
  const calls = [...out.matchAll(/^(GET|POST|PUT|PATCH|DELETE) (\/[^?\n]*)/gm)].map((one) => `${one[1]} ${one[2]}`);
  const bodies = [...out.matchAll(/^ {2}(\{.*\})$/gm)].map((one) => JSON.parse(one[1]!) as Record<string, unknown>);
  return { code, out, err, calls, bodies };
}

const event = (name: string): string => join(FOLDER, `${name}.json`);

function saved(name: string, content: unknown): string {
  const path = join(dir, `${name}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const TOKEN = 'POST /open-apis/auth/v3/tenant_access_token/internal';
const BOT = 'GET /open-apis/bot/v3/info';
const APPLY = 'POST /open-apis/vc/v1/reserves/apply';
const ASKED = 'om_5ce6d572455d361153b7cb51da133945';
const REPLY = `POST /open-apis/im/v1/messages/${ASKED}/reply`;

describe('replay', () => {
  it.each([
    ['zh_cn', /明天下午3点到4点半 周会[\s\S]*共 4 次调用，一次也没有发出/],
    ['en_us', /明天下午3点到4点半 周会[\s\S]*4 calls, none of them sent/],
  ])('shows what a booking calls, up to its card (%s)', async (lang, said) => {
    const { code, out, err, calls, bodies } = await run([event('message-text-direct')], { BOT_LANGUAGE: lang });
    expect({ code, err, calls }).toEqual({ code: 0, err: '', calls: [TOKEN, BOT, APPLY, REPLY] });
    expect(out).toMatch(said);
    const [token, apply, reply] = bodies;
    expect(token).toEqual({ app_id: SECRETS.appId, app_secret: '***' });
    // 明天 is the day after the event, not after today: 2026-01-01 16:30 in Shanghai.
    expect(apply).toMatchObject({ end_time: String(Date.parse('2026-01-01T16:30:00+08:00') / 1000), meeting_settings: { topic: '周会' } });
    expect(reply).toMatchObject({ msg_type: 'interactive', uuid: ASKED, content: { schema: '2.0' } });
    expect(JSON.stringify(reply)).toContain('100 000 001');
  });

  it('reads the event as if it came in now, when that is wanted', async () => {
    const now = Date.parse('2026-11-20T10:15:00+08:00');
    const { bodies } = await run([event('message-text-direct'), '--now'], {}, () => now);
    expect(bodies[1]).toMatchObject({ end_time: String(Date.parse('2026-11-21T16:30:00+08:00') / 1000) });
  });

  it('opens the encrypted body with the key that is configured', async () => {
    const sealed = saved('sealed', { encrypt: seal(JSON.stringify(fixture('message-text-direct'))) });
    const { code, calls } = await run([sealed], OURS);
    expect({ code, calls }).toEqual({ code: 0, calls: [TOKEN, BOT, APPLY, REPLY] });
  });

  it('shows what a press is answered and what it calls', async () => {
    const { code, out, calls } = await run([event('press-button')], OURS);
    expect(code).toBe(0);
    expect(out).toContain('立即回给点击的人：{"toast":{"type":"info"');
    expect(out).toContain('会议 m1 是编的');
    expect(calls).toEqual([TOKEN, BOT, 'DELETE /open-apis/vc/v1/reserves/7000000000000000000', `PATCH /open-apis/im/v1/messages/${ASKED}`]);
  });

  const acts: [act: object, called: RegExp][] = [
    [{ act: 'extend', id: 'm1', minutes: 30 }, /^PUT .*\/reserves\/7000000000000000000$/],
    [{ act: 'undo', id: 'm1' }, /^DELETE .*\/reserves\//],
    [{ act: 'other_time', id: 'm1' }, /^PUT .*\/reserves\//],
    [{ act: 'who', id: 'm1' }, /^GET .*\/get_active_meeting$/],
    [{ act: 'refresh', id: 'm1' }, /^GET .*\/reserves\/7000000000000000000$/],
    [{ act: 'share', id: 'm1' }, /^GET .*\/im\/v1\/chats$/],
    [{ act: 'change', id: 'm1' }, /^POST .*\/ephemeral\/v1\/send$/],
    [{ act: 'invitation', id: 'm1' }, /^POST .*\/ephemeral\/v1\/send$/],
    [{ act: 'list', scope: 'mine', span: 'all', page: 0 }, /^POST .*\/ephemeral\/v1\/send$/],
    [{ act: 'new' }, /^POST .*\/ephemeral\/v1\/send$/],
  ];
  it.each(acts)('goes on behind a press of %j', async (value, called) => {
    const pressed = fixture('press-button');
    pressed.event.action.value = value;
    const { code, calls, out } = await run([saved('pressed', pressed)]);
    expect(code).toBe(0);
    expect(
      calls.some((call) => called.test(call)),
      out,
    ).toBe(true);
  });

  it('welcomes', async () => {
    for (const name of ['bot-added', 'bot-chat-entered-first']) {
      const { code, calls } = await run([event(name)]);
      expect({ code, calls }, name).toEqual({ code: 0, calls: [TOKEN, BOT, 'POST /open-apis/im/v1/messages'] });
    }
  });

  it.each(FIXTURES)('has an answer to the recording %s', async (name) => {
    const { code, out, err, calls } = await run([event(name)]);
    // Either the line was walked, or a sentence says why not.
    if (code === 0 && calls.length > 0) expect(out).toMatch(/一次也没有发出/);
    else expect(code === 0 ? out : err).toMatch(/。\n$/);
    expect(calls.length === 0 || calls.length > 1).toBe(true);
  });

  it.each([
    ['message-from-bot', /是机器人或应用发的/, /A bot or an app sent this/],
    ['message-text-unmentioned', /没有 @ 机器人/, /does not mention the bot/],
    ['message-recalled', /消息是空的/, /The message is empty/],
  ])('says why the bot ignores %s', async (name, zh, en) => {
    expect(await run([event(name)])).toMatchObject({ code: 0, out: expect.stringMatching(zh), calls: [] });
    expect(await run([event(name)], { BOT_LANGUAGE: 'en_us' })).toMatchObject({ code: 0, out: expect.stringMatching(en), calls: [] });
  });
});

describe('replay of what cannot be', () => {
  const text = JSON.stringify(fixture('message-text-direct'));
  const noIds = fixture('message-text-direct');
  noIds.event.message = {};
  const odd: [name: string, path: string, env: Env, zh: RegExp, en: RegExp][] = [
    [
      'a kind that the bot does not take',
      event('menu'),
      {},
      /不处理 application\.bot\.menu_v6.*im\.message\.receive_v1/,
      /does nothing with application\.bot\.menu_v6/,
    ],
    ['an old kind', event('p2p-chat-create-v1'), {}, /不处理 p2p_chat_create/, /does nothing with p2p_chat_create/],
    ['the check of the address', event('url-verification'), {}, /请求地址的验证/, /check of the request URL/],
    ['a file that is cut off', saved('cut', text.slice(0, -20)), {}, /不是 JSON/, /is not JSON/],
    ['an empty file', saved('empty', ''), {}, /不是 JSON/, /is not JSON/],
    ['a list', saved('list', '[]'), {}, /没有事件/, /no event in this file/],
    ['something else', saved('else', '{"a":1}'), {}, /没有事件/, /no event in this file/],
    ['an event without its ids', saved('ids', noIds), {}, /缺少机器人需要的内容/, /lacks what the bot needs/],
    ['no such file', join(dir, 'nowhere.json'), {}, /读不到 .*nowhere\.json（ENOENT）/, /nowhere\.json cannot be read \(ENOENT\)/],
    ['an encrypted one without a key', saved('nokey', { encrypt: seal(text) }), {}, /设置.*FEISHU_ENCRYPT_KEY/, /Set FEISHU_ENCRYPT_KEY/],
    ['an encrypted one of another key', saved('key', { encrypt: seal(text, 'another') }), OURS, /解不开/, /does not open this event/],
    ['an encrypted one that is damaged', saved('damaged', { encrypt: 'AAAA' }), OURS, /解不开/, /does not open this event/],
    [
      'another app’s',
      event('message-text-direct'),
      { ...OURS, FEISHU_APP_ID: 'cli_a1b2c3d4e5f60718' },
      /属于应用 cli_9f1b2c3d4e5f6071，而配置的是 cli_a1b2c3d4e5f60718/,
      /for app cli_9f1b2c3d4e5f6071, but cli_a1b2c3d4e5f60718 is configured/,
    ],
    ['a forged one', event('message-text-direct'), { ...OURS, FEISHU_VERIFICATION_TOKEN: 'real-token' }, /不可信/, /cannot be trusted/],
    ['a wrong configuration', event('message-text-direct'), { FEISHU_APP_ID: 'x' }, /npm run doctor/, /npm run doctor/],
  ];
  it.each(odd)('says what to do about %s', async (_, path, env, zh, en) => {
    const said = { zh_cn: zh, en_us: en };
    for (const lang of ['zh_cn', 'en_us'] as const) {
      const { code, err, calls } = await run([path], { ...env, BOT_LANGUAGE: lang });
      expect(err).toMatch(said[lang]);
      expect({ code, calls }).toEqual({ code: 1, calls: [] });
    }
  });

  it.each([[[]], [['a.json', 'b.json']], [['a.json', '--force']]])('explains itself when called with %j', async (argv) => {
    expect(await run(argv)).toMatchObject({ code: 1, err: expect.stringMatching(/npm run replay -- /) });
  });

  it('does not go live without an app', async () => {
    expect(await run([event('message-text-direct'), '--live'])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/FEISHU_APP_ID/),
      calls: [],
    });
  });
});

describe('replay --live', () => {
  let line: Line;
  let path: string;
  let env: Env;

  beforeAll(async () => {
    line = await Line.start();
    const tom = line.colleague(0);
    const asked = await line.ask(tom, line.direct(tom), '帮助');
    const { deliveries } = await line.get<{ deliveries: { body: { header?: { event_type: string } } }[] }>('deliveries?limit=50');
    const recorded = JSON.parse(
      JSON.stringify(deliveries.find((one) => JSON.stringify(one).includes('im.message.receive_v1'))?.body ?? null),
    ) as { event: { message: { content: string } } };
    expect(asked).toBeDefined();
    recorded.event.message.content = JSON.stringify({ text: '明天下午3点 上线评审' });
    path = saved('live', recorded);
    env = {
      FEISHU_APP_ID: line.sandbox.appId,
      FEISHU_APP_SECRET: line.sandbox.appSecret,
      FEISHU_ENCRYPT_KEY: line.sandbox.encryptKey ?? undefined,
      FEISHU_VERIFICATION_TOKEN: line.sandbox.verificationToken ?? undefined,
      FEISHU_DOMAIN: line.sandbox.url,
      DATABASE_URL: line.config().databaseUrl,
    };
  });
  afterAll(() => line.stop());

  const booked = async (): Promise<number> => (await line.reserves()).filter((one) => one.topic === '上线评审').length;

  it('calls nothing without --live', async () => {
    const before = (await line.calls()).length;
    expect((await run([path], env, () => line.clock.now())).code).toBe(0);
    expect((await line.calls()).length).toBe(before);
  });

  it('calls the platform, and says that the running bot will not know', async () => {
    const { code, out, calls } = await run([path, '--live'], env, () => line.clock.now());
    expect(code).toBe(0);
    expect(out).toMatch(/存储正被运行中的机器人使用[\s\S]*都已发出/);
    expect(calls).toContain(APPLY);
    expect(await booked()).toBe(1);
  });

  it('books once on the bot’s own store, however often it is replayed', async () => {
    await line.app.stop(3000);
    for (let times = 0; times < 2; times++) expect((await run([path, '--live'], env, () => line.clock.now())).code).toBe(0);
    expect(await booked()).toBe(2);
    await line.startBot();
  });

  it('says what hinders it', async () => {
    expect(await run([path, '--live'], { ...env, FEISHU_APP_SECRET: 'not-the-secret' }, () => line.clock.now())).toMatchObject({
      code: 1,
      err: expect.stringMatching(/npm run doctor/),
    });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toBeDefined();
  });
});
