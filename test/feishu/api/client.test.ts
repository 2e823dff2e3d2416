import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { PlatformError } from '../../../src/feishu/api/errors.ts';
import { sdkLogger } from '../../../src/feishu/api/sdk.ts';
import { type Answer, failure, ok, SECRET, start } from './scripted.ts';

const APPLY = 'POST /open-apis/vc/v1/reserves/apply';
const GET = 'GET /open-apis/vc/v1/reserves/:id';
const PUT = 'PUT /open-apis/vc/v1/reserves/:id';
const DELETE = 'DELETE /open-apis/vc/v1/reserves/:id';
const REPLY = 'POST /open-apis/im/v1/messages/:id/reply';
const TOKEN = 'POST /open-apis/auth/v3/tenant_access_token/internal';

const booked = ok({ reserve: { id: '6911188411934973028', meeting_no: '112000358', url: 'https://vc.feishu.cn/j/337736498' } });
const found = booked;
const request = { ownerId: 'ou_asker', endAt: 1_800_000_000_000, settings: { topic: '周会' } };
const place = { chatId: 'oc_1', kind: 'group' as const };
const card = { schema: '2.0' as const };
const expired = failure(99991663);

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});
async function begin(options: Parameters<typeof start>[0] = {}) {
  const started = await start(options);
  stops.push(started.stop);
  return started;
}
async function failed(promise: Promise<unknown>): Promise<PlatformError> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof PlatformError)) throw new Error(`no PlatformError but ${String(error)}`);
  return error;
}

describe('the token on its way', () => {
  it('is sent with every call and fetched with the credentials', async () => {
    const { server, platform } = await begin();
    server.on(APPLY, booked);
    await platform.reserves.apply(request);
    expect(server.to(TOKEN)[0]?.body).toEqual({ app_id: 'cli_0123456789abcdef', app_secret: SECRET });
    expect(server.to(APPLY)[0]?.headers.authorization).toBe('Bearer t-scripted-1');
  });

  it('is renewed once for 100 calls that are refused at the same time', async () => {
    const { server, platform } = await begin();
    server.on(GET, (asked) => (asked.headers.authorization === 'Bearer t-scripted-1' ? { ...expired, after: 20 } : found));
    const all = await Promise.all(Array.from({ length: 100 }, (_, n) => platform.reserves.get(`r${n}`)));
    expect(all).toHaveLength(100);
    expect(server.to(TOKEN)).toHaveLength(2);
  });

  it.each([99991661, 99991663, 99991664, 99991668, 99991671, 99991677])(
    'is renewed after %i, also for a booking: the call was not carried out',
    async (code) => {
      const { server, platform } = await begin();
      server.on(APPLY, [failure(code), booked]);
      await expect(platform.reserves.apply(request)).resolves.toMatchObject({ meetingNo: '112000358' });
      expect(server.to(TOKEN)).toHaveLength(2);
    },
  );

  it('is renewed once and no more', async () => {
    const { server, platform } = await begin();
    server.on(APPLY, expired);
    expect(await failed(platform.reserves.apply(request))).toMatchObject({ code: 99991663, verdict: 'retry' });
    expect(server.to(APPLY)).toHaveLength(2);
  });

  it.each([10003, 10014, 10015])('cannot be had with bad credentials (%i): asked for again by whoever waits', async (code) => {
    const { server, platform } = await begin();
    server.on(TOKEN, { body: { code, msg: 'app secret invalid', data: {} } });
    expect(await failed(platform.ready())).toMatchObject({ code, verdict: 'retry', appRefused: true });
    expect(await failed(platform.reserves.apply(request))).toMatchObject({ code, verdict: 'retry', appRefused: true });
    expect(server.to(APPLY)).toHaveLength(0);
  });

  it('is asked for again when its endpoint stumbles, and ready says when it is there', async () => {
    const { server, platform } = await begin();
    server.on(TOKEN, [
      { silence: 'reset' },
      { raw: '<html>', status: 502 },
      { body: { code: 0, tenant_access_token: 't-third', expire: 7200 } },
    ]);
    await expect(platform.ready()).resolves.toBeUndefined();
    expect(server.to(TOKEN)).toHaveLength(3);
  });
});

describe('a booking whose answer is lost', () => {
  const ways: [string, Answer][] = [
    ['silence', { silence: 'hang' }],
    ['a reset', { silence: 'reset' }],
    ['a reset after the headers', { silence: 'reset_after_headers' }],
    ['a reset in the body', { silence: 'reset_in_body' }],
    ['garbage', { raw: '<html>hello</html>' }],
    ['half an answer', { raw: '{"code":0,"data":', type: 'application/json' }],
    ['an answer without a code', { body: {} }],
    ['an answer without a reserve', ok({})],
    ['a 502 page', { raw: '<html>bad gateway</html>', status: 502 }],
    ['a 504', { raw: '', status: 504 }],
    ['a 500 with an unknown code', failure(5000, 500)],
    ['a redirect', { raw: '', status: 302 }],
  ];
  it.each(ways)('%s: sent once, never again', async (_, answer) => {
    const { server, platform } = await begin({ timeoutMs: 200 });
    server.on(APPLY, [answer, booked]);
    await platform.ready();
    expect(await failed(platform.reserves.apply(request))).toMatchObject({ verdict: 'lost' });
    expect(server.to(APPLY)).toHaveLength(1);
  });

  it('a connection that was kept open and is reset: sent once', async () => {
    const { server, platform } = await begin();
    server.on(APPLY, [booked, { silence: 'reset' }, booked]);
    await platform.reserves.apply(request);
    expect(await failed(platform.reserves.apply(request))).toMatchObject({ verdict: 'lost' });
    expect(server.to(APPLY)).toHaveLength(2);
  });
});

describe('a booking that was certainly not carried out', () => {
  it('is sent again after a limit, when the platform allows it', async () => {
    const { server, platform, slept } = await begin();
    server.on(APPLY, [failure(99991400, 429, {}, { 'x-ogw-ratelimit-reset': '0.05' }), booked]);
    await expect(platform.reserves.apply(request)).resolves.toMatchObject({ meetingNo: '112000358' });
    expect(server.to(APPLY)).toHaveLength(2);
    expect(Math.max(...slept)).toBeGreaterThan(20);
  });

  it.each<[string, Answer[], string[]]>([
    ['at once', [booked], ['leaves']],
    ['after a limit', [failure(99991400, 429, {}, { 'x-ogw-ratelimit-reset': '0.05' }), booked], ['leaves', 'failed', 'leaves']],
    ['after a refused token', [expired, booked], ['leaves', 'failed', 'leaves']],
    ['never, as it was refused', [failure(121003)], ['leaves', 'failed']],
    ['perhaps, as the answer got lost', [{ silence: 'reset' }], ['leaves']],
  ])('tells when it leaves, and when that came to nothing: done %s', async (_, answers, told) => {
    const { server, platform } = await begin();
    server.on(APPLY, answers);
    const heard: string[] = [];
    const departure = {
      async leaves() {
        heard.push('leaves');
        expect(server.to(APPLY)).toHaveLength(heard.filter((one) => one === 'leaves').length - 1);
      },
      async failed() {
        heard.push('failed');
      },
    };
    await platform.reserves.apply(request, departure).catch(() => {});
    expect(heard).toEqual(told);
  });

  it('does not leave where its turn came too late', async () => {
    const { server, platform } = await begin();
    server.on(APPLY, booked);
    const late = new Error('too late');
    await expect(platform.reserves.apply(request, { leaves: () => Promise.reject(late), failed: async () => {} })).rejects.toBe(late);
    expect(server.to(APPLY)).toEqual([]);
  });

  it('goes back to the caller when the platform wants more than a minute, and for two at most', async () => {
    const { server, platform } = await begin();
    server.on(APPLY, failure(99991400, 429, {}, { 'x-ogw-ratelimit-reset': '300' }));
    expect(await failed(platform.reserves.apply(request))).toMatchObject({ verdict: 'retry', retryAfter: 120_000, code: 99991400 });
    expect(server.to(APPLY)).toHaveLength(1);
    // The API is left alone meanwhile.
    expect(await failed(platform.reserves.apply(request))).toMatchObject({ verdict: 'retry' });
    expect(server.to(APPLY)).toHaveLength(1);
  });

  it('goes back to the caller after the documented internal error', async () => {
    const { server, platform } = await begin();
    server.on(APPLY, failure(121001, 500));
    expect(await failed(platform.reserves.apply(request))).toMatchObject({ code: 121001, verdict: 'retry', logId: 'LOG0001' });
    expect(server.to(APPLY)).toHaveLength(1);
  });

  it('may be asked for again when nobody listens', async () => {
    const { server, platform } = await begin();
    await platform.ready();
    await server.close();
    expect(await failed(platform.reserves.apply(request))).toMatchObject({ verdict: 'retry', code: null });
  });

  it('may be asked for again when the connection never came to be', async () => {
    // Takes the connection and never shakes hands: with TLS not one byte of the request leaves.
    const mute: Server = createServer(() => undefined);
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    stops.push(async () => void mute.close());
    const port = (mute.address() as AddressInfo).port;
    const { platform } = await begin({ domain: `https://127.0.0.1:${port}`, timeoutMs: 100 });
    expect(await failed(platform.reserves.apply(request))).toMatchObject({ verdict: 'retry', code: null });
  });

  it.each([121002, 121003, 123002, 123003, 123004, 123006, 99991672])('is final after %i', async (code) => {
    const { server, platform } = await begin();
    server.on(APPLY, failure(code));
    expect(await failed(platform.reserves.apply(request))).toMatchObject({ code, verdict: 'tell' });
    expect(server.to(APPLY)).toHaveLength(1);
  });
});

describe('what may be repeated is', () => {
  it.each<[string, Answer[]]>([
    ['resets', [{ silence: 'reset' }, { silence: 'reset_in_body' }]],
    ['5xx', [{ raw: '', status: 503 }, failure(121001, 500)]],
    ['garbage', [{ raw: 'x' }]],
    ['silence', [{ silence: 'hang' }]],
  ])('reads, updates and replies after %s', async (_, answers) => {
    const { server, platform } = await begin({ timeoutMs: 300 });
    for (const [route, last] of [
      [GET, found],
      [PUT, found],
      [REPLY, ok({ message_id: 'om_answer' })],
    ] as const) {
      server.on(route, [...answers, last]);
    }
    await platform.ready();
    await platform.reserves.get('r1');
    await platform.reserves.update('r1', { endAt: 1_800_000_000_000 });
    await expect(platform.messages.reply({ messageId: 'om_asked', place }, card, 'key')).resolves.toEqual({ messageId: 'om_answer' });
    expect(server.to(GET)).toHaveLength(answers.length + 1);
    // The same uuid each time: the platform sends it once.
    expect(new Set(server.to(REPLY).map((one) => (one.body as { uuid: string }).uuid)).size).toBe(1);
  });

  it('but only a few times: the rest is for the queue', async () => {
    const { server, platform } = await begin();
    server.on(GET, { raw: '', status: 503 });
    expect(await failed(platform.reserves.get('r1'))).toMatchObject({ verdict: 'retry' });
    expect(server.to(GET)).toHaveLength(3);
  });

  it('a deletion that our own lost try carried out is done', async () => {
    const { server, platform } = await begin();
    server.on(DELETE, [{ silence: 'reset' }, failure(121004, 404)]);
    await expect(platform.reserves.delete('r1')).resolves.toBeUndefined();
    server.on(DELETE, [expired, expired, expired, failure(121004, 404)]);
    expect(await failed(platform.reserves.delete('r2'))).toMatchObject({ code: 121004, verdict: 'tell' });
  });

  it('a busy chat waits for itself alone', async () => {
    const { server, platform, slept } = await begin();
    server.on(REPLY, [failure(230020), ok({ message_id: 'om_answer' })]);
    await platform.messages.reply({ messageId: 'om_asked', place }, card, 'key');
    expect(server.to(REPLY)).toHaveLength(2);
    expect(slept.some((ms) => ms > 500)).toBe(true);
    const before = slept.length;
    await platform.messages.reply({ messageId: 'om_other', place: { ...place, chatId: 'oc_2' } }, card, 'key2');
    expect(slept).toHaveLength(before);
  });
});

describe('ids that would change the path', () => {
  const bad = ['', '../apply', 'r1/../x', 'r 1', 'r%2f', 'r?x=1', 'r#', 'a'.repeat(65), 'é'];
  it.each(bad)('reserve %j is not sent', async (id) => {
    const { server, platform } = await begin();
    for (const call of [
      platform.reserves.get(id),
      platform.reserves.delete(id),
      platform.reserves.update(id, {}),
      platform.reserves.active(id),
    ]) {
      expect(await failed(call)).toMatchObject({ verdict: 'tell', code: null });
    }
    expect(server.asked).toHaveLength(0);
  });
  it.each(['om_', 'om_a/b', 'oc_1', 'om_a?b', 'OM_a', ' om_a', 'om_a\n'])('message %j is not sent', async (id) => {
    const { server, platform } = await begin();
    expect(await failed(platform.messages.patch(id, card))).toMatchObject({ verdict: 'tell' });
    expect(await failed(platform.messages.reply({ messageId: id, place }, card, 'k'))).toMatchObject({ verdict: 'tell' });
    expect(server.asked).toHaveLength(0);
  });
  it.each(['oc_', 'om_1', 'oc_a/members', 'oc_a%'])('chat %j is not sent', async (id) => {
    const { server, platform } = await begin();
    for (const call of [
      platform.directory.chat(id),
      platform.directory.members(id, 5),
      platform.directory.isMember(id),
      platform.messages.send({ chatId: id }, card, 'k'),
    ]) {
      expect(await failed(call)).toMatchObject({ verdict: 'tell' });
    }
    expect(await failed(platform.messages.send({ openId: 'on_1' }, card, 'k'))).toMatchObject({ verdict: 'tell' });
    expect(server.asked).toHaveLength(0);
  });
});

describe('what is written down', () => {
  it('never a secret, a token or what people wrote', async () => {
    const { server, platform, log, calls } = await begin({ timeoutMs: 200 });
    const secrets = ['裁员名单', SECRET, 't-scripted', 'Bearer', '971024'];
    const settings = { topic: '裁员名单', password: '971024' };
    for (const answer of [
      booked,
      failure(123004, 400, { msg: `bad ${secrets.join(' ')}` }),
      { silence: 'reset' as const },
      { raw: secrets.join(' ') },
      failure(1, 500),
      expired,
    ]) {
      server.on(APPLY, answer);
      await platform.reserves
        .apply({ ...request, settings })
        .catch((error: Error) => log.push(error.message, error.stack ?? '', JSON.stringify(error)));
    }
    server.on(TOKEN, { body: { code: 10014, msg: `app secret ${SECRET} invalid` } });
    await platform.reserves.apply(request).catch((error: Error) => log.push(error.message, JSON.stringify(error)));
    for (const secret of secrets) expect(log.join('\n')).not.toContain(secret);
    expect(log.length).toBeGreaterThan(6);
    expect(calls).toContain('vc.reserve.apply ok');
    expect(calls).toContain('vc.reserve.apply 123004');
    expect(calls).toContain('vc.reserve.apply no_answer');
  });
});

describe('what the SDK writes', () => {
  it.each([
    `app_secret: ${SECRET}`,
    'Authorization: Bearer t-g1044ghJRUIJJ5',
    'got t-g1044ghJRUIJJ5ELPEC',
    '{"tenant_access_token":"abcdefg","expire":7200}',
    '{"app_secret":"abcdefg"}',
    'wss://msg-frontier.feishu.cn/ws/v2?device_id=1&access_key=abcdefg&ticket=abcdefg',
  ])('%s: comes without its secret', (said) => {
    const lines: string[] = [];
    const write = (fields: object) => void lines.push(JSON.stringify(fields));
    sdkLogger({ debug: write, info: write, warn: write, error: write }, [SECRET]).error([said, { config: { data: SECRET } }]);
    expect(lines).toHaveLength(1);
    for (const secret of [SECRET, 'g1044gh', 'abcdefg']) expect(lines[0]).not.toContain(secret);
  });
});

describe('closing', () => {
  it('fails what waits, as safe to ask again', async () => {
    const { server, platform } = await begin();
    server.on(APPLY, failure(99991400, 429, {}, { 'x-ogw-ratelimit-reset': '30' }));
    const waiting = failed(platform.reserves.apply(request));
    platform.close();
    expect(await waiting).toMatchObject({ verdict: 'retry' });
  });
});
