import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildPage } from '../../src/sandbox/page/build.mjs';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { type Api, type Controls, controls, type Loose, NOON, openApi, startSandbox, still } from './start.ts';

let sandbox: Sandbox;
let api: Api;
let control: Controls;

beforeAll(async () => {
  sandbox = await startSandbox(still());
  control = controls(sandbox);
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await control.post('/reset');
  api = await openApi(sandbox);
});

describe('the world', () => {
  it('is a small company with a partner', async () => {
    const world = await control.world();
    expect(world.app).toMatchObject({ app_id: sandbox.appId, bot_open_id: sandbox.botOpenId, name: '会议助手', webhook_url: null });
    expect(world.app.app_id).toMatch(/^cli_[0-9a-f]{16}$/);
    expect(world.people).toHaveLength(7);
    expect(new Set(world.people.map((someone: Loose) => someone.zone))).toEqual(
      new Set(['Asia/Shanghai', 'Asia/Tokyo', 'America/New_York']),
    );
    expect(new Set(world.people.map((someone: Loose) => someone.tenant_key)).size).toBe(2);
    const modes = world.chats.map((chat: Loose) => chat.chat_mode);
    expect(modes.filter((mode: string) => mode === 'p2p')).toHaveLength(7);
    expect(modes).toContain('topic');
    expect(world.chats.filter((chat: Loose) => chat.external && chat.chat_mode === 'group')).toHaveLength(1);
    for (const someone of world.people) {
      expect(someone.open_id).toMatch(/^ou_[0-9a-f]{32}$/);
      expect(someone.union_id).toMatch(/^on_[0-9a-f]{32}$/);
    }
    for (const chat of world.chats) expect(chat.chat_id).toMatch(/^oc_[0-9a-f]{32}$/);
  });

  it('is another one after a reset; the app stays', async () => {
    const before = await control.world();
    await control.post('/messages', { as: before.people[0].open_id, chat_id: before.chats[0].chat_id, text: 'hi' });
    await control.post('/reset');
    const after = await control.world();
    expect(after.people[0].open_id).not.toBe(before.people[0].open_id);
    expect(after.app).toEqual(before.app);
    expect(after.chats[0].last).toBeNull();
    expect(await control.get('/calls')).toMatchObject({ calls: [] });
  });

  it('shows reserves and who is inside', async () => {
    const { people } = await control.world();
    const body = {
      end_time: String(sandbox.now() / 1000 + 600),
      owner_id: people[0].open_id,
      meeting_settings: { topic: '周会', password: '1234' },
    };
    const { reserve } = (await api.call('POST', '/vc/v1/reserves/apply', body)).body.data;
    await control.post('/meetings/join', { as: people[0].open_id, reserve_id: reserve.id });
    sandbox.advance(5000);
    const [shown] = (await control.world()).reserves;
    expect(shown).toMatchObject({
      id: reserve.id,
      meeting_no: reserve.meeting_no,
      owner_id: people[0].open_id,
      password: '1234',
      expired: false,
      deleted: false,
      meeting: {
        status: 2,
        host_id: people[0].open_id,
        participants: [{ open_id: people[0].open_id, status: 'in_meeting', host: true, seconds: 5 }],
      },
    });
  });
});

describe('speaking', () => {
  it.each<[string, string, string[]]>([
    ['@会议助手 hi', '@会议助手 hi', ['会议助手']],
    ['@Meeting Assistant hi', '@会议助手 hi', ['会议助手']],
    ['@meeting assistant hi', '@会议助手 hi', ['会议助手']],
    ['@李娜@王芳 hi', '@李娜@王芳 hi', ['李娜', '王芳']],
    ['ask @Li Na, please', 'ask @李娜, please', ['李娜']],
    ['@allen and @all', '@allen and @所有人', []],
    ['a@b.example and @nobody', 'a@b.example and @nobody', []],
  ])('reads mentions in %s', async (text, shown, names) => {
    const { people, chats } = await control.world();
    await control.post('/messages', { as: people[0].open_id, chat_id: chats[0].chat_id, text });
    const { messages } = await control.get(`/chats/${chats[0].chat_id}/messages?as=${people[1].open_id}`);
    expect(messages[0].text).toBe(shown);
    expect((messages[0].mentions ?? []).map((mention: Loose) => mention.name)).toEqual(names);
    expect((await control.world()).chats[0].last).toMatchObject({ text: shown });
  });

  it.each(['sticker', 'image', 'file', 'post'])('sends %s', async (msg_type) => {
    const { people, chats } = await control.world();
    const { http } = await control.post('/messages', { as: people[0].open_id, chat_id: chats[0].chat_id, msg_type, text: '@会议助手 x' });
    expect(http).toBe(200);
    const { messages } = await control.get(`/chats/${chats[0].chat_id}/messages?as=${people[0].open_id}`);
    expect(messages[0].msg_type).toBe(msg_type);
    if (msg_type === 'post') expect(messages[0].text).toBe('@会议助手 x');
  });

  it('is for members alone', async () => {
    const { people, chats } = await control.world();
    const outsider = people.find((someone: Loose) => !chats[0].members.includes(someone.open_id));
    expect((await control.post('/messages', { as: outsider.open_id, chat_id: chats[0].chat_id, text: 'x' })).http).toBe(403);
    expect((await control.get(`/chats/${chats[0].chat_id}/messages?as=${outsider.open_id}`)).http).toBe(403);
    expect((await control.post('/messages', { as: 'ou_0', chat_id: chats[0].chat_id, text: 'x' })).http).toBe(404);
    expect((await control.post('/messages', { as: people[0].open_id, chat_id: 'oc_0', text: 'x' })).http).toBe(404);
  });

  it('can be taken back by the sender or the owner of the group', async () => {
    const { people, chats } = await control.world();
    const say = async () => (await control.post('/messages', { as: people[1].open_id, chat_id: chats[0].chat_id, text: 'x' })).message_id;
    expect((await control.post(`/messages/${await say()}/recall`, { as: people[2].open_id })).http).toBe(403);
    expect((await control.post(`/messages/${await say()}/recall`, { as: people[1].open_id })).http).toBe(200);
    expect((await control.post(`/messages/${await say()}/recall`, { as: people[0].open_id })).http).toBe(200);
  });
});

describe('faults of the API', () => {
  const ask = (timeout = 2000) =>
    fetch(`${sandbox.url}/open-apis/bot/v3/info`, {
      headers: { authorization: `Bearer ${api.token}` },
      signal: AbortSignal.timeout(timeout),
    });
  const faults = (...list: object[]) => control.post('/faults', { api: list });

  it('answer a code, a status, garbage; as often as asked', async () => {
    await faults(
      { path: '/bot/', mode: 'code', code: 99991663, times: 1 },
      { path: '/bot/', mode: 'status', status: 502, times: 1 },
      { path: '^/open-apis/bot/v\\d/info$', mode: 'garbage', times: 1 },
    );
    expect(await (await ask()).json()).toMatchObject({ code: 99991663 });
    expect((await ask()).status).toBe(502);
    await expect((await ask()).json()).rejects.toThrow();
    expect(await (await ask()).json()).toMatchObject({ code: 0 });
  });

  it('hang, break off, come late', async () => {
    await faults(
      { path: '/bot/', mode: 'hang', times: 1 },
      { path: '/bot/', mode: 'reset', times: 1 },
      { path: '/bot/', mode: 'slow', ms: 80, times: 1 },
    );
    await expect(ask(150)).rejects.toThrow(/timeout/i);
    await expect(ask()).rejects.toThrow('fetch failed');
    const started = performance.now();
    expect((await ask()).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(70);
  });

  it('lose the answer after the work was done', async () => {
    await faults({ method: 'POST', path: '/reserves/apply', mode: 'lost', times: 1 });
    const { people } = await control.world();
    const body = { end_time: String(sandbox.now() / 1000 + 600), owner_id: people[0].open_id, meeting_settings: {} };
    await expect(api.call('POST', '/vc/v1/reserves/apply', body)).rejects.toThrow('fetch failed');
    expect((await control.world()).reserves).toHaveLength(1);
  });

  it('are checked, shown and cleared', async () => {
    expect((await faults({ path: 'x', mode: 'explode' })).http).toBe(400);
    expect((await faults({ path: 'x', mode: 'code' })).error).toBe('mode code needs a code');
    expect((await control.post('/faults', { active_absent: 'maybe' })).http).toBe(400);
    await faults({ path: 'x', mode: 'hang' });
    expect((await control.world()).faults.api).toEqual([{ path: 'x', mode: 'hang' }]);
    await control.post('/faults', {});
    expect((await control.world()).faults).toEqual({
      deliveries: [],
      api: [],
      active_absent: 'error',
      bad_hosts: 'soft',
      update_password: 'kept',
      connection: {},
    });
  });
});

describe('looking on', () => {
  it('lists calls, newest first, without tokens and secrets', async () => {
    await api.call('GET', '/bot/v3/info?x=1');
    const { calls } = await control.get('/calls');
    expect(calls[0]).toMatchObject({ method: 'GET', path: '/open-apis/bot/v3/info?x=1', status: 200, code: 0, response: { bot: {} } });
    const all = JSON.stringify(calls);
    expect(all).not.toContain(sandbox.appSecret);
    expect(all).not.toContain(api.token);
    expect((await control.get('/calls?limit=1')).calls).toHaveLength(1);
  });

  it('streams what changes', async () => {
    const leave = new AbortController();
    const response = await fetch(`${sandbox.url}/_sandbox/stream`, { signal: leave.signal });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = response.body!.getReader();
    const { people, chats } = await control.world();
    const { message_id: id } = await control.post('/messages', { as: people[0].open_id, chat_id: chats[0].chat_id, text: 'hi' });
    let text = '';
    while (!text.includes('"message"')) text += new TextDecoder().decode((await reader.read()).value);
    expect(text).toContain(`data: ${JSON.stringify({ type: 'message', message_id: id, chat_id: chats[0].chat_id })}\n\n`);
    leave.abort();
  });

  it('moves the clock', async () => {
    const before = (await control.world()).now;
    expect((await control.post('/clock', { advance_ms: 60_000 })).now).toBe(before + 60_000);
    expect((await control.post('/clock', { now: NOON + 10 * 86_400_000 })).now).toBe(NOON + 10 * 86_400_000);
    expect((await control.post('/clock', { advance_ms: -1 })).http).toBe(400);
    expect((await control.post('/clock', { factor: 0 })).http).toBe(400);
  });

  it('changes people', async () => {
    const { people } = await control.world();
    await control.post(`/people/${people[0].open_id}`, { lang: 'en_us', zone: 'Europe/London', online: false });
    expect((await control.world()).people[0]).toMatchObject({ lang: 'en_us', zone: 'Europe/London', online: false });
    expect((await control.post(`/people/${people[0].open_id}`, { zone: 'Mars/Base' })).http).toBe(400);
    expect((await control.post(`/people/${people[0].open_id}`, { lang: 'fr' })).http).toBe(400);
  });
});

describe('the door of the control API', () => {
  const raw = (headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      const call = request({ host: '127.0.0.1', port: sandbox.port, path: '/_sandbox/world', headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      call.on('error', reject);
      call.end();
    });

  it.each<[Record<string, string>, number]>([
    [{ host: 'localhost:4000' }, 200],
    [{ host: '127.0.0.1:1', origin: 'http://127.0.0.1:1' }, 200],
    [{ host: 'evil.example' }, 403],
    [{ host: '127.0.0.1.evil.example' }, 403],
    [{ host: '127.0.0.1', origin: 'https://evil.example' }, 403],
    [{ host: '127.0.0.1', origin: 'null' }, 403],
    [{ host: '127.0.0.1:4000', origin: 'http://127.0.0.1:3000' }, 403],
    [{ host: '127.0.0.1:4000', origin: 'http://localhost:4000' }, 403],
    [{ host: '127.0.0.1:4000', origin: 'https://127.0.0.1:4000' }, 403],
    [{ host: 'LOCALHOST:4000', origin: 'http://localhost:4000' }, 200],
    [{ host: 'localhost:4000', 'sec-fetch-site': 'same-origin' }, 200],
    [{ host: 'localhost:4000', 'sec-fetch-site': 'none' }, 200],
    [{ host: 'localhost:4000', 'sec-fetch-site': 'same-site' }, 403],
    [{ host: 'localhost:4000', 'sec-fetch-site': 'cross-site' }, 403],
  ])('%j → %i', async (headers, status) => {
    expect(await raw(headers)).toBe(status);
  });

  it('answers mistakes with a sentence', async () => {
    const call = async (path: string, init?: RequestInit) => {
      const response = await fetch(`${sandbox.url}/_sandbox${path}`, init);
      return { status: response.status, body: (await response.json()) as { error: string } };
    };
    expect(await call('/nothing')).toMatchObject({ status: 404, body: { error: expect.any(String) } });
    expect((await call('/world', { method: 'POST' })).status).toBe(405);
    expect((await call('/press', { method: 'POST', body: '{' })).status).toBe(400);
    expect((await call('/press', { method: 'POST', body: '[]' })).status).toBe(400);
    expect((await call('/scopes', { method: 'POST', body: '{"grant":["no:such"]}' })).status).toBe(400);
  });

  it('serves the page with its libraries as one script, and nothing beside it', async () => {
    const response = await fetch(`${sandbox.url}/page/main.js`);
    expect(response.headers.get('content-type')).toContain('javascript');
    const script = await response.text();
    for (const says of ['linkify', 'DOMPurify', '/_sandbox/stream']) expect(script).toContain(says);
    expect(script).not.toMatch(/^import |from"/m);
    // All that the first look loads, as it would travel.
    const page = await (await fetch(sandbox.url)).text();
    const parts = [...page.matchAll(/(?:href|src)="(\/page\/[^"]+)"/g)].map(([, path]) => path!);
    expect(parts).toContain('/page/main.js');
    const sizes = await Promise.all(
      parts.map(async (path) => gzipSync(Buffer.from(await (await fetch(sandbox.url + path)).arrayBuffer())).length),
    );
    expect(sizes.reduce((sum, size) => sum + size, gzipSync(page).length)).toBeLessThan(150_000);
    for (const name of ['constructor', '__proto__', 'vendor/constructor', 'vendor/__proto__', 'hasOwnProperty', '%00', 'main.js%00'])
      expect((await fetch(`${sandbox.url}/page/${name}`)).status, name).toBeGreaterThanOrEqual(400);
    for (const path of ['/page/none.js', '/page/..%2fserver.ts', '/page/../server.ts', '/package.json']) {
      expect((await fetch(sandbox.url + path)).status).toBe(404);
    }
  });
});

it('lets the page load nothing from elsewhere, nor stand in a frame', async () => {
  for (const path of ['/', '/page/main.js', '/page/register.html', '/page/nothing']) {
    const { headers } = await fetch(sandbox.url + path);
    const policy = headers.get('content-security-policy');
    for (const said of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"]) expect(policy).toContain(said);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});

describe('starting', () => {
  it('serves the page from under a folder whose name begins with a dot', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), '.hidden-')), 'page');
    await buildPage(fileURLToPath(new URL('../../src/sandbox/page', import.meta.url)), folder);
    const hidden = await startSandbox({ pageDir: folder });
    for (const path of ['/', '/page/main.js', '/page/css/base.css', '/page/recording.html'])
      expect((await fetch(hidden.url + path)).status).toBe(200);
    await hidden.close();
    rmSync(dirname(folder), { recursive: true });
  });

  it('refuses an app id that the SDK would not take', async () => {
    await expect(startSandbox({ appId: 'cli_1' })).rejects.toThrow('cli_');
    await expect(startSandbox({ encryptKey: 'x'.repeat(33) })).rejects.toThrow('32');
  });

  it('says when the port is taken', async () => {
    await expect(startSandbox({ port: sandbox.port })).rejects.toThrow('EADDRINUSE');
  });

  it('runs on real time by itself, faster on request', async () => {
    const live = await startSandbox();
    const before = live.now();
    expect(Math.abs(before - Date.now())).toBeLessThan(1000);
    await controls(live).post('/clock', { factor: 1000 });
    await expect.poll(() => live.now() - before).toBeGreaterThan(10_000);
    await live.close();
  });
});
