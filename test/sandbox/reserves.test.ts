import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { type Api, type Controls, controls, type Loose, NOON, openApi, sdkClient, startSandbox, still } from './start.ts';

let sandbox: Sandbox;
let api: Api;
let control: Controls;
let world: Loose;
const now = () => Math.floor(sandbox.now() / 1000);

beforeAll(async () => {
  sandbox = await startSandbox(still());
  api = await openApi(sandbox);
  control = controls(sandbox);
  world = await control.world();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  sandbox.advance(2000);
  await control.post('/faults', {});
});

const owner = () => world.people[0];
const outsider = () => world.people.find((someone: Loose) => someone.tenant_key !== world.tenant_key);
const request = (settings: object = {}, more: object = {}) => ({
  end_time: String(now() + 3600),
  owner_id: owner().open_id,
  meeting_settings: { topic: '周会', ...settings },
  ...more,
});
const apply = (body: object) => api.call('POST', '/vc/v1/reserves/apply', body);
const booked = async (settings: object = {}): Promise<Loose> => (await apply(request(settings))).body.data.reserve;
const one = (id: string) => `/vc/v1/reserves/${id}`;

describe('apply', () => {
  it('answers through the SDK with everything that the page documents', async () => {
    const answer: Loose = await sdkClient(sandbox).vc.v1.reserve.apply({ data: request({ password: '971024' }) as Loose });
    expect(answer).toMatchObject({ code: 0, msg: 'success' });
    const { reserve } = answer.data;
    expect(reserve.id).toMatch(/^\d{19}$/);
    expect(Number(reserve.id)).toBeGreaterThan(Number.MAX_SAFE_INTEGER);
    expect(reserve.meeting_no).toMatch(/^\d{9}$/);
    expect(reserve.url).toMatch(/^https:\/\/vc\.feishu\.cn\/j\/\d{9}$/);
    expect(reserve.url).not.toContain(reserve.meeting_no);
    expect(reserve.app_link).toBe(
      'https://applink.feishu.cn/client/videochat/open?source=openplatform&action=join&idtype=reservationid&id={?}&preview={?}&mic={?}&speaker={?}&camera={?}',
    );
    expect(reserve.live_link).toMatch(/^https:\/\/meetings\.feishu\.cn\/s\//);
    expect(reserve).toMatchObject({ password: '971024', end_time: String(now() + 3600) });
    expect(answer.data.reserve_correction_check_info).toBeUndefined();
  });

  it.each([
    ['the owner has one', 0, undefined, /^\d{6}$/],
    ['the owner has none', 1, undefined, /^$/],
    ['none is wanted', 0, '', /^$/],
    ['one is given', 1, '1234', /^1234$/],
    ['a long one is given', 0, '123456789', /^123456789$/],
  ])('chooses the password when %s', async (_name, person, password, expected) => {
    const body = request(password === undefined ? {} : { password }, { owner_id: world.people[person].open_id });
    expect((await apply(body)).body.data.reserve.password).toMatch(expected);
  });

  const call = { callee: { user_type: 6, pstn_sip_info: { nickname: 'dodo', main_address: '+86-13800138000' } } };

  it.each<[string, () => object, number, number]>([
    ['no settings', () => request({}, { meeting_settings: undefined }), 400, 121003],
    ['no owner', () => request({}, { owner_id: undefined }), 400, 121003],
    ['an owner nobody knows', () => request({}, { owner_id: 'ou_0' }), 400, 121003],
    ['an owner of another company', () => request({}, { owner_id: outsider().open_id }), 400, 121003],
    ['no end', () => request({}, { end_time: undefined }), 400, 121003],
    ['an end as a number', () => request({}, { end_time: now() + 60 }), 400, 121003],
    ['an end in milliseconds', () => request({}, { end_time: String(NOON + 60_000) }), 400, 121003],
    ['an end in the past', () => request({}, { end_time: String(now() - 60) }), 400, 121003],
    ['an end 31 days ahead', () => request({}, { end_time: String(now() + 31 * 86_400) }), 400, 121003],
    ['an unknown permission', () => request({ action_permissions: [{ permission: 4, permission_checkers: [] }] }), 400, 121003],
    ['a topic that is no text', () => request({ topic: 5 }), 400, 121003],
    ['a recorded 1:1 call', () => request({ meeting_initial_type: 2, call_setting: call, auto_record: true }), 400, 123002],
    ['a 1:1 call of nobody', () => request({ meeting_initial_type: 2 }), 400, 121003],
    [
      'a 1:1 call of a Feishu user',
      () => request({ meeting_initial_type: 2, call_setting: { callee: { ...call.callee, user_type: 1 } } }),
      400,
      121002,
    ],
    [
      'a 1:1 call abroad',
      () =>
        request({ meeting_initial_type: 2, call_setting: { callee: { user_type: 6, pstn_sip_info: { main_address: '+1-2025550123' } } } }),
      400,
      121003,
    ],
    ['eleven hosts', () => request({ assign_host_list: Array(11).fill({ user_type: 1, id: owner().open_id }) }), 400, 123003],
    ['a host that is a room', () => request({ assign_host_list: [{ user_type: 2, id: 'omm_1' }] }), 400, 123004],
    ['three digits', () => request({ password: '123' }), 400, 123006],
    ['ten digits', () => request({ password: '1234567890' }), 400, 123006],
    ['letters', () => request({ password: 'abcd' }), 400, 123006],
  ])('refuses %s', async (_name, body, status, code) => {
    expect(await apply(body())).toMatchObject({ status, body: { code } });
  });

  it('takes a call of a mainland phone, with or without an end', async () => {
    for (const address of ['+86-13800138000', '+86-02187654321']) {
      const settings = { meeting_initial_type: 2, call_setting: { callee: { user_type: 6, pstn_sip_info: { main_address: address } } } };
      expect((await apply(request(settings, { end_time: undefined }))).body.code).toBe(0);
    }
  });

  it('lists bad hosts softly, or refuses them by switch', async () => {
    const hosts = [
      { user_type: 1, id: world.people[1].open_id },
      { user_type: 1, id: 'ou_nobody' },
      { user_type: 1, id: outsider().open_id },
    ];
    const soft = await apply(request({ assign_host_list: hosts }));
    expect(soft.body.data.reserve_correction_check_info).toEqual({ invalid_host_id_list: ['ou_nobody', outsider().open_id] });
    const kept = (await api.call('GET', one(soft.body.data.reserve.id))).body.data.reserve.meeting_settings.assign_host_list;
    expect(kept).toEqual([{ user_type: 1, id: world.people[1].open_id }]);
    await control.post('/faults', { bad_hosts: 'hard' });
    expect(await apply(request({ assign_host_list: hosts }))).toMatchObject({
      status: 400,
      body: { code: 123004, msg: 'assign host error' },
    });
  });
});

describe('get, update, delete', () => {
  const permissions = () => [{ permission: 3, permission_checkers: [{ check_field: 1, check_mode: 1, check_list: [owner().open_id] }] }];

  it('gives back what was asked for, in the kind of id that was asked for', async () => {
    const reserve = await booked({ action_permissions: permissions(), auto_record: true, meeting_connect: true });
    const got = (await api.call('GET', `${one(reserve.id)}?user_id_type=union_id`)).body.data.reserve;
    expect(got).toMatchObject({
      ...reserve,
      expire_status: 1,
      reserve_user_id: owner().union_id,
      meeting_settings: { topic: '周会', auto_record: true, meeting_connect: true, meeting_initial_type: 1 },
    });
    expect(got.meeting_settings.action_permissions[0].permission_checkers[0].check_list).toEqual([owner().union_id]);
  });

  it('leaves alone what is absent and clears what is empty', async () => {
    const reserve = await booked({ password: '1234', action_permissions: permissions(), assign_host_list: [{ id: owner().open_id }] });
    const changed = await api.call('PUT', one(reserve.id), { meeting_settings: { topic: '新主题' } });
    expect(changed.body.data.reserve).toMatchObject({ id: reserve.id, password: '1234', expire_status: 1 });
    expect(changed.body.data.reserve).not.toHaveProperty('app_link');
    const settings = async () => (await api.call('GET', one(reserve.id))).body.data.reserve.meeting_settings;
    expect(await settings()).toMatchObject({
      topic: '新主题',
      action_permissions: permissions(),
      assign_host_list: [{ id: owner().open_id }],
    });
    const cleared = await api.call('PUT', one(reserve.id), {
      meeting_settings: { topic: '', password: '', action_permissions: [], assign_host_list: [] },
    });
    expect(cleared.body.data.reserve.password).toBe('');
    expect(await settings()).toMatchObject({ topic: '', action_permissions: [], assign_host_list: [] });
  });

  it.each<[string, object, number]>([
    ['meeting_connect', { meeting_settings: { meeting_connect: true } }, 121002],
    ['the kind of meeting', { meeting_settings: { meeting_initial_type: 2 } }, 121002],
    ['the end to nothing', { end_time: '' }, 121003],
    ['the password to a word', { meeting_settings: { password: 'word' } }, 123006],
    ['hosts to eleven', { meeting_settings: { assign_host_list: Array(11).fill({ id: 'ou_1' }) } }, 123003],
  ])('does not change %s', async (_name, body, code) => {
    expect((await api.call('PUT', one((await booked()).id), body)).body.code).toBe(code);
  });

  it('expires, and comes back when extended', async () => {
    const reserve = await booked();
    sandbox.advance(3601_000);
    api = await openApi(sandbox);
    expect((await api.call('GET', one(reserve.id))).body.data.reserve.expire_status).toBe(2);
    expect((await control.post('/meetings/join', { as: owner().open_id, meeting_no: reserve.meeting_no })).error).toContain('released');
    const extended = await api.call('PUT', one(reserve.id), { end_time: String(now() + 1800) });
    expect(extended.body.data.reserve).toMatchObject({ expire_status: 1, meeting_no: reserve.meeting_no, end_time: String(now() + 1800) });
  });

  it('is gone once deleted', async () => {
    const reserve = await booked();
    expect((await api.call('DELETE', one(reserve.id))).body).toEqual({ code: 0, msg: 'success', data: {} });
    for (const [method, path] of [
      ['GET', one(reserve.id)],
      ['PUT', one(reserve.id)],
      ['DELETE', one(reserve.id)],
      ['GET', `${one(reserve.id)}/get_active_meeting`],
    ] as const) {
      expect(await api.call(method, path, method === 'PUT' ? {} : undefined)).toMatchObject({ status: 404, body: { code: 121004 } });
    }
  });

  it("shows nothing of another app's reserve", async () => {
    const id = world.foreign_reserve_id;
    expect(await api.call('GET', one(id))).toMatchObject({ status: 403, body: { code: 121005, msg: 'no permission' } });
    expect((await api.call('DELETE', one(id))).body.code).toBe(121005);
    expect((await api.call('GET', one('abc'))).body.code).toBe(121003);
  });
});

describe('get_active_meeting', () => {
  it('tells nothing running as an error, or as an empty answer by switch', async () => {
    const reserve = await booked();
    const ask = () => api.call('GET', `${one(reserve.id)}/get_active_meeting`);
    expect(await ask()).toMatchObject({ status: 404, body: { code: 121004, msg: 'data not exist' } });
    await control.post('/faults', { active_absent: 'empty' });
    expect(await ask()).toMatchObject({ status: 200, body: { code: 0, data: {} } });
  });

  it('counts in strings: the peak, everybody who came, and who is inside', async () => {
    const reserve = await booked({ password: '' });
    const [first, second] = world.people;
    for (const someone of [first, second])
      await control.post('/meetings/join', { as: someone.open_id, meeting_no: reserve.meeting_no, mic: true });
    sandbox.advance(90_000);
    await control.post('/meetings/leave', { as: second.open_id, meeting_no: reserve.meeting_no });
    const short = (await api.call('GET', `${one(reserve.id)}/get_active_meeting`)).body.data.meeting;
    expect(short).not.toHaveProperty('participants');
    const { meeting } = (await api.call('GET', `${one(reserve.id)}/get_active_meeting?with_participants=true`)).body.data;
    expect(meeting).toMatchObject({
      topic: '周会',
      url: reserve.url,
      meeting_no: reserve.meeting_no,
      status: 2,
      participant_count: '2',
      participant_count_accumulated: '2',
      host_user: { id: first.open_id, user_type: 1 },
      ability: { use_audio: true, use_video: false, use_pstn: false },
    });
    expect(meeting.id).toMatch(/^\d{19}$/);
    expect(meeting.id).not.toBe(reserve.id);
    expect(meeting.participants).toEqual([
      expect.objectContaining({ id: first.open_id, is_host: true, status: 2, in_meeting_duration: '90', is_external: false, user_type: 1 }),
      expect.objectContaining({
        id: second.open_id,
        is_host: false,
        status: 4,
        in_meeting_duration: '90',
        final_leave_time: String(now()),
      }),
    ]);
  });
});

describe('every documented code of the five calls, on demand', () => {
  const CODES: [number, number, string][] = [
    [121001, 500, 'internal error'],
    [121002, 400, 'not support'],
    [121003, 400, 'param error'],
    [121004, 404, 'data not exist'],
    [121005, 403, 'no permission'],
    [123002, 400, 'record param error'],
    [123003, 400, 'assign host exceed max limit 10'],
    [123004, 400, 'assign host error'],
    [123006, 400, 'invalid password'],
    [99991400, 429, 'request trigger frequency limit'],
  ];
  const CALLS: [string, string][] = [
    ['POST', '/vc/v1/reserves/apply'],
    ['GET', '/vc/v1/reserves/1'],
    ['PUT', '/vc/v1/reserves/1'],
    ['DELETE', '/vc/v1/reserves/1'],
    ['GET', '/vc/v1/reserves/1/get_active_meeting'],
  ];
  it.each(CODES)('%i', async (code, status, msg) => {
    for (const [method, path] of CALLS) {
      await control.post('/faults', { api: [{ method, path: `${path}$`, mode: 'code', code, times: 1 }] });
      expect(await api.call(method, path, method === 'GET' ? undefined : {})).toMatchObject({ status, body: { code, msg } });
      expect((await control.world()).faults.api).toEqual([]);
    }
  });
});
