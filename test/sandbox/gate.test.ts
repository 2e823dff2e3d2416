import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { type Api, type Controls, controls, openApi, startSandbox, still } from './start.ts';

let sandbox: Sandbox;
let api: Api;
let control: Controls;

beforeAll(async () => {
  sandbox = await startSandbox(still());
  api = await openApi(sandbox);
  control = controls(sandbox);
});
afterAll(() => sandbox.close());

const TOKEN_PATH = '/auth/v3/tenant_access_token/internal';

describe('the token endpoint', () => {
  it('answers at the top level, the same token while half an hour is left, then a second one beside it', async () => {
    const ask = async () => (await api.call('POST', TOKEN_PATH, { app_id: sandbox.appId, app_secret: sandbox.appSecret })).body;
    const first = await ask();
    expect(first).toMatchObject({ code: 0, msg: 'ok', expire: 7200 });
    expect(first.tenant_access_token).toMatch(/^t-/);
    sandbox.advance(5400_000 - 1000);
    expect(await ask()).toMatchObject({ tenant_access_token: first.tenant_access_token, expire: 1801 });
    sandbox.advance(2000);
    const second = await ask();
    expect(second.tenant_access_token).not.toBe(first.tenant_access_token);
    const info = (token: string) => api.call('GET', '/bot/v3/info', undefined, { authorization: `Bearer ${token}` });
    expect((await info(first.tenant_access_token)).status).toBe(200);
    expect((await info(second.tenant_access_token)).status).toBe(200);
    sandbox.advance(1800_000);
    expect((await info(first.tenant_access_token)).body.code).toBe(99991663);
    api.token = second.tenant_access_token;
  });

  it.each([
    ['an unknown app', { app_id: 'cli_0000000000000000', app_secret: 'x' }, 10003, 'invalid param'],
    ['a missing secret', {}, 10003, 'invalid param'],
  ])('refuses %s with HTTP 200', async (_name, body, code, msg) => {
    expect(await api.call('POST', TOKEN_PATH, body)).toMatchObject({ status: 200, body: { code, msg, data: {} } });
  });

  it('refuses a wrong secret without a token field, with or without the trailing slash', async () => {
    for (const path of [TOKEN_PATH, `${TOKEN_PATH}/`, '/auth/v3/app_access_token/internal']) {
      const { status, body } = await api.call('POST', path, { app_id: sandbox.appId, app_secret: 'wrong' });
      expect(status).toBe(200);
      expect(body).toEqual({ code: 10014, msg: 'app secret invalid' });
    }
  });
});

describe('the gate', () => {
  it.each([
    ['no header', undefined, 99991661],
    ['no Bearer', 'Basic abc', 99991661],
    ['a foreign prefix', 'Bearer abc', 99991671],
    ['a user token', 'Bearer u-abc', 99991668],
    ['a JWT', 'Bearer eyJhbGciOi', 99991668],
    ['an unknown token', 'Bearer t-abc', 99991663],
  ])('answers %s with HTTP 400', async (_name, authorization, code) => {
    const response = await fetch(`${sandbox.url}/open-apis/bot/v3/info`, authorization ? { headers: { authorization } } : {});
    const body = (await response.json()) as { code: number; error: { log_id: string; troubleshooter: string } };
    expect(response.status).toBe(400);
    expect(body.code).toBe(code);
    expect(body.error.log_id).toBe(response.headers.get('x-tt-logid'));
    expect(body.error.troubleshooter).toContain(`code=${code}`);
  });

  it.each([
    ['GET', '/vc/v1/nothing'],
    ['PATCH', '/vc/v1/reserves/apply'],
    ['GET', '/im/v1/messages/'],
    ['DELETE', '/bot/v3/info'],
  ])('does not know %s %s', async (method, path) => {
    const answer = await api.call(method, path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('text/plain');
    expect(answer.body).toBe('404 page not found');
  });

  it('names the missing scope, before it looks at parameters', async () => {
    await control.post('/scopes', { revoke: ['vc:reserve'] });
    const { status, body } = await api.call('POST', '/vc/v1/reserves/apply', {});
    expect(status).toBe(400);
    expect(body.code).toBe(99991672);
    expect(body.msg).toContain('[vc:reserve].应用尚未开通所需的应用身份权限：[vc:reserve]');
    expect(body.msg).toContain(`https://open.feishu.cn/app/${sandbox.appId}/auth?q=vc:reserve&op_from=openapi&token_type=tenant`);
    expect(body.error.permission_violations).toEqual([{ type: 'action_scope_required', subject: 'vc:reserve' }]);
    await control.post('/scopes', { grant: ['vc:reserve'] });
    expect((await api.call('POST', '/vc/v1/reserves/apply', {})).body.code).toBe(121003);
  });

  it('turns tenant tokens away where a user token is wanted', async () => {
    for (const [method, path] of [
      ['PATCH', '/vc/v1/meetings/1/end'],
      ['PATCH', '/vc/v1/meetings/1/invite'],
      ['PATCH', '/vc/v1/meetings/1/recording/start'],
      ['GET', '/vc/v1/meetings/search'],
    ] as const) {
      expect(await api.call(method, path, method === 'GET' ? undefined : {})).toMatchObject({ status: 400, body: { code: 99991663 } });
    }
  });

  it('lets 50 calls of one API a second through, and says how long to wait', async () => {
    sandbox.advance(61_000);
    const ask = () => api.call('GET', '/vc/v1/reserves/1');
    for (let turn = 0; turn < 50; turn++) expect((await ask()).body.code).toBe(121004);
    const refused = await ask();
    expect(refused).toMatchObject({ status: 429, body: { code: 99991400, msg: 'request trigger frequency limit' } });
    expect(refused.headers.get('x-ogw-ratelimit-limit')).toBe('50');
    expect(refused.headers.get('x-ogw-ratelimit-reset')).toBe('1');
    expect((await api.call('GET', `/im/v1/chats/${'x'}`)).body.code).toBe(232006);
    sandbox.advance(1000);
    expect((await ask()).body.code).toBe(121004);
  });

  it('lets 1000 calls a minute through', async () => {
    sandbox.advance(61_000);
    let allowed = 0;
    let last: Awaited<ReturnType<Api['call']>> | null = null;
    for (let second = 0; second < 22 && allowed === second * 50; second++) {
      for (let turn = 0; turn < 50; turn++) {
        last = await api.call('GET', '/vc/v1/reserves/1');
        if (last.status === 404) allowed += 1;
      }
      sandbox.advance(1000);
    }
    expect(allowed).toBe(1000);
    expect(last?.headers.get('x-ogw-ratelimit-limit')).toBe('1000');
    expect(Number(last?.headers.get('x-ogw-ratelimit-reset'))).toBeGreaterThan(30);
  });

  it('forgets every token on request', async () => {
    await control.post('/tokens/revoke');
    expect((await api.call('GET', '/bot/v3/info')).body.code).toBe(99991663);
    api = await openApi(sandbox);
    expect((await api.call('GET', '/bot/v3/info')).body).toMatchObject({
      msg: 'ok',
      bot: { open_id: sandbox.botOpenId, activate_status: 2 },
    });
  });
});
