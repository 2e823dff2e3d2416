import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { type Api, type Controls, controls, type Loose, openApi, type Receiver, sdkReceiver, startSandbox, still } from './start.ts';

let sandbox: Sandbox;
let api: Api;
let control: Controls;
let bot: Receiver;
let world: Loose;
let people: Loose[];
let outsider: Loose;

beforeAll(async () => {
  sandbox = await startSandbox(still());
  control = controls(sandbox);
  bot = await sdkReceiver(sandbox);
});
afterAll(async () => {
  await sandbox.close();
  await bot.close();
});
beforeEach(async () => {
  await control.post('/reset');
  sandbox.advance(60_000);
  api = await openApi(sandbox);
  world = await control.world();
  people = world.people;
  outsider = people.find((someone) => someone.tenant_key !== world.tenant_key);
  bot.events.length = 0;
});

async function booked(settings: object = {}): Promise<Loose> {
  const body = {
    end_time: String(Math.floor(sandbox.now() / 1000) + 86_400),
    owner_id: people[0]!.open_id,
    meeting_settings: { topic: '周会', password: '', ...settings },
  };
  return (await api.call('POST', '/vc/v1/reserves/apply', body)).body.data.reserve;
}

const join = (who: Loose, reserve: Loose, more: object = {}) =>
  control.post('/meetings/join', { as: who.open_id, meeting_no: reserve.meeting_no, ...more });
const leave = (who: Loose, reserve: Loose) => control.post('/meetings/leave', { as: who.open_id, meeting_no: reserve.meeting_no });
const types = () => bot.events.map((event) => event.event_type.replace(/^vc\.meeting\.|_v1$/g, ''));
const allow = (permission: number, field: number, mode: number, list: string[]) => ({
  action_permissions: [{ permission, permission_checkers: [{ check_field: field, check_mode: mode, check_list: list }] }],
});

/** Events may overtake one another on the wire; each step waits for its own. */
const settled = () => sandbox.idle();

describe('events', () => {
  it('tell a meeting from its start to its end', async () => {
    const reserve = await booked();
    const [first, second, third] = people;
    const meetingId = (await join(first!, reserve)).meeting_id;
    await settled();
    for (const someone of [second, third]) {
      await join(someone!, reserve);
      await settled();
    }
    sandbox.advance(60_000);
    await leave(third!, reserve);
    await settled();
    await control.post('/meetings/end', { as: first!.open_id, meeting_no: reserve.meeting_no });
    await settled();
    expect([...types().slice(0, 5)].sort()).toEqual(['join_meeting', 'join_meeting', 'join_meeting', 'leave_meeting', 'meeting_started']);
    expect([...types().slice(5)].sort()).toEqual(['leave_meeting', 'leave_meeting', 'meeting_ended']);
    const deliveries = (await control.get('/deliveries')).deliveries.reverse().map((one: Loose) => one.event_type);
    expect(deliveries).toEqual([
      'vc.meeting.meeting_started_v1',
      'vc.meeting.join_meeting_v1',
      'vc.meeting.join_meeting_v1',
      'vc.meeting.join_meeting_v1',
      'vc.meeting.leave_meeting_v1',
      'vc.meeting.leave_meeting_v1',
      'vc.meeting.leave_meeting_v1',
      'vc.meeting.meeting_ended_v1',
    ]);
    for (const event of bot.events)
      expect(event.meeting).toMatchObject({ id: meetingId, meeting_no: reserve.meeting_no, topic: '周会', meeting_source: 4 });

    const started = bot.events.find((event) => event.event_type.includes('started'));
    expect(started.operator).toEqual({
      id: { open_id: first!.open_id, union_id: first!.union_id, user_id: first!.user_id },
      user_role: 2,
      user_type: 1,
    });
    expect(started.meeting).toMatchObject({
      host_user: { id: { open_id: first!.open_id }, user_role: 2 },
      owner: { id: { open_id: first!.open_id } },
    });
    expect(started.meeting.start_time).toMatch(/^\d{10}$/);
    expect(JSON.stringify(started)).not.toContain(reserve.id);
    const left = bot.events.filter((event) => event.event_type.includes('leave'));
    expect(left[0]).toMatchObject({ leave_reason: 1, leave_user: { id: { open_id: third!.open_id }, user_type: 1 } });
    expect(left[1]).toMatchObject({ leave_reason: 2 });
    expect(bot.events.find((event) => event.event_type.includes('ended')).meeting.end_time).toMatch(/^\d{10}$/);
  });

  it('end the meeting when the last one goes; the next start is another meeting of the same number', async () => {
    const reserve = await booked();
    const one = (await join(people[0]!, reserve)).meeting_id;
    await leave(people[0]!, reserve);
    await settled();
    expect(types()).toContain('meeting_ended');
    const two = (await join(people[0]!, reserve)).meeting_id;
    expect(two).not.toBe(one);
    const query = `meeting_no=${reserve.meeting_no}&start_time=${Math.floor(sandbox.now() / 1000) - 60}&end_time=${Math.floor(sandbox.now() / 1000) + 60}`;
    expect((await api.call('GET', `/vc/v1/meetings/list_by_no?${query}`)).body.data).toMatchObject({
      has_more: false,
      meeting_briefs: [{ id: one, meeting_no: reserve.meeting_no, topic: '周会' }, { id: two }],
    });
    expect((await api.call('GET', `/vc/v1/meetings/list_by_no?${query}&page_size=1`)).body.data).toMatchObject({
      has_more: true,
      page_token: '1',
    });
    expect((await api.call('GET', '/vc/v1/meetings/list_by_no?meeting_no=1')).body.code).toBe(121003);
  });

  it('tell of a recording when it was asked for, ready a little later', async () => {
    const reserve = await booked({ auto_record: true });
    const { meeting_id: id } = await join(people[0]!, reserve);
    const recording = () => api.call('GET', `/vc/v1/meetings/${id}/recording`);
    expect((await recording()).body.code).toBe(124002);
    sandbox.advance(30_000);
    await leave(people[0]!, reserve);
    await settled();
    expect(types()).not.toContain('recording_ready');
    sandbox.advance(30_000);
    await settled();
    const ready = bot.events.find((event) => event.event_type.includes('ready'));
    expect(ready).toMatchObject({
      event_type: 'vc.meeting.recording_ready_v1',
      duration: '30000',
      meeting: { id, meeting_no: reserve.meeting_no },
    });
    expect((await recording()).body.data.recording).toEqual({ url: ready.url, duration: '30000' });
    const plain = await booked();
    const other = (await join(people[0]!, plain)).meeting_id;
    expect((await api.call('GET', `/vc/v1/meetings/${other}/recording`)).body.code).toBe(121004);
  });

  it('ring the phone of a 1:1 call', async () => {
    const call_setting = { callee: { user_type: 6, pstn_sip_info: { main_address: '+86-13800138000' } } };
    const reserve = await booked({ meeting_initial_type: 2, call_setting });
    await join(people[0]!, reserve);
    const active = async () =>
      (await api.call('GET', `/vc/v1/reserves/${reserve.id}/get_active_meeting?with_participants=true`)).body.data.meeting;
    expect(await active()).toMatchObject({
      status: 1,
      participant_count_accumulated: '1',
      participants: [{ status: 2 }, { user_type: 6, status: 3 }],
    });
    sandbox.advance(5000);
    expect(await active()).toMatchObject({ status: 2, participant_count: '2', ability: { use_pstn: true } });
  });
});

describe('who may come in', () => {
  it('asks for the password by number, not through the link, and not of hosts', async () => {
    const reserve = await booked({ password: '1234', assign_host_list: [{ id: people[2]!.open_id }] });
    expect(await join(people[1]!, reserve)).toMatchObject({ http: 403, error: expect.stringContaining('password') });
    expect(await join(people[1]!, reserve, { password: '4321' })).toMatchObject({ http: 403, error: 'Wrong password.' });
    expect(await join(people[1]!, reserve, { password: '1234' })).toMatchObject({ ok: true });
    expect(await join(people[2]!, reserve)).toMatchObject({ ok: true });
    expect(await control.post('/meetings/join', { as: people[3]!.open_id, reserve_id: reserve.id })).toMatchObject({ ok: true });
    const number = reserve.url.split('/').at(-1);
    expect(await control.post('/meetings/join', { as: people[4]!.open_id, meeting_no: number, password: '1234' })).toMatchObject({
      ok: true,
    });
  });

  it.each<[string, () => object, () => Loose[], () => Loose[]]>([
    ['named people', () => allow(3, 1, 1, [people[1]!.open_id]), () => [people[0]!, people[1]!], () => [people[2]!, outsider]],
    ['everybody but', () => allow(3, 1, 2, [people[1]!.open_id]), () => [people[0]!, people[2]!, outsider], () => [people[1]!]],
    ['the company', () => allow(3, 3, 1, [world.tenant_key]), () => [people[0]!, people[3]!], () => [outsider]],
    ['Feishu users', () => allow(3, 2, 1, ['1']), () => [people[0]!, outsider], () => []],
    ['rooms only', () => allow(3, 2, 1, ['2']), () => [people[0]!], () => [people[1]!]],
  ])('lets in %s', async (_name, settings, welcome, refused) => {
    const reserve = await booked(settings());
    for (const someone of welcome()) expect(await join(someone, reserve)).toMatchObject({ ok: true });
    for (const someone of refused()) expect(await join(someone, reserve)).toMatchObject({ http: 403 });
  });

  it('ors several entries of the same permission', async () => {
    const [one] = allow(3, 1, 1, [people[1]!.open_id]).action_permissions;
    const [two] = allow(3, 3, 1, [outsider.tenant_key]).action_permissions;
    const reserve = await booked({ action_permissions: [one, two] });
    expect(await join(people[1]!, reserve)).toMatchObject({ ok: true });
    expect(await join(outsider, reserve)).toMatchObject({ ok: true });
    expect(await join(people[2]!, reserve)).toMatchObject({ http: 403 });
  });

  it('keeps everybody out of what was cancelled, and lets a running meeting go on', async () => {
    const reserve = await booked();
    await join(people[0]!, reserve);
    await api.call('DELETE', `/vc/v1/reserves/${reserve.id}`);
    expect(await join(people[1]!, reserve)).toMatchObject({ http: 403, error: 'The meeting was cancelled.' });
    expect(await leave(people[0]!, reserve)).toMatchObject({ ok: true });
    expect(await join(people[0]!, { meeting_no: '100000000' })).toMatchObject({ http: 404 });
  });
});

describe('the host', () => {
  const host = async (reserve: Loose) =>
    (await api.call('GET', `/vc/v1/reserves/${reserve.id}/get_active_meeting`)).body.data.meeting.host_user?.id;

  it('is a named one before the owner, and the owner before others', async () => {
    const reserve = await booked({ assign_host_list: [{ id: people[2]!.open_id }] });
    await join(people[1]!, reserve);
    expect(await host(reserve)).toBe(people[1]!.open_id);
    await join(people[0]!, reserve);
    expect(await host(reserve)).toBe(people[0]!.open_id);
    await join(people[2]!, reserve);
    expect(await host(reserve)).toBe(people[2]!.open_id);
    await leave(people[2]!, reserve);
    expect(await host(reserve)).toBe(people[0]!.open_id);
  });

  it('is nobody who may not become one', async () => {
    const reserve = await booked(allow(1, 1, 1, [people[3]!.open_id]));
    await join(people[1]!, reserve);
    expect(await host(reserve)).toBeUndefined();
    await join(people[3]!, reserve);
    expect(await host(reserve)).toBe(people[3]!.open_id);
  });

  it('is changed by compare-and-set, and may not be somebody outside', async () => {
    const reserve = await booked();
    const { meeting_id: id } = await join(people[0]!, reserve);
    await join(people[1]!, reserve);
    const set = (next: Loose, old?: Loose) =>
      api.call('PATCH', `/vc/v1/meetings/${id}/set_host`, {
        host_user: { id: next.open_id, user_type: 1 },
        ...(old ? { old_host_user: { id: old.open_id } } : {}),
      });
    expect(await set(people[1]!, people[2]!)).toMatchObject({ status: 409, body: { code: 121006 } });
    expect((await set(people[2]!)).body.code).toBe(122004);
    expect((await set(people[1]!, people[0]!)).body).toMatchObject({ code: 0, data: { host_user: { id: people[1]!.open_id } } });
    expect(await host(reserve)).toBe(people[1]!.open_id);
  });

  it('may not be ended over by a bystander', async () => {
    const reserve = await booked();
    await join(people[0]!, reserve);
    await join(people[1]!, reserve);
    expect(await control.post('/meetings/end', { as: people[1]!.open_id, meeting_no: reserve.meeting_no })).toMatchObject({ http: 403 });
  });
});

describe('meetings of an app', () => {
  it('are read with people and abilities on request', async () => {
    const reserve = await booked();
    const { meeting_id: id } = await join(people[0]!, reserve, { camera: true });
    const bare = (await api.call('GET', `/vc/v1/meetings/${id}`)).body.data.meeting;
    expect(bare).toMatchObject({ id, topic: '周会', status: 2 });
    expect(bare).not.toHaveProperty('participants');
    expect(bare).not.toHaveProperty('ability');
    const full = (await api.call('GET', `/vc/v1/meetings/${id}?with_participants=true&with_meeting_ability=true&user_id_type=user_id`)).body
      .data.meeting;
    expect(full).toMatchObject({ participants: [{ id: people[0]!.user_id }], ability: { use_video: true } });
    expect(await api.call('GET', '/vc/v1/meetings/7000000000000000001')).toMatchObject({ status: 404, body: { code: 121004 } });
  });

  it('lose a participant by kickout', async () => {
    const reserve = await booked();
    const { meeting_id: id } = await join(people[0]!, reserve);
    await join(people[1]!, reserve);
    const kick = (who: Loose[]) =>
      api.call('POST', `/vc/v1/meetings/${id}/kickout`, { kickout_users: who.map((someone) => ({ id: someone.open_id, user_type: 1 })) });
    expect((await kick([people[1]!, people[2]!])).body.data.kickout_results).toEqual([
      { id: people[1]!.open_id, user_type: 1, result: 1 },
      { id: people[2]!.open_id, user_type: 1, result: 2 },
    ]);
    await settled();
    expect(bot.events.find((event) => event.leave_reason)).toMatchObject({
      leave_reason: 3,
      leave_user: { id: { open_id: people[1]!.open_id } },
    });
    await leave(people[0]!, reserve);
    expect((await kick([people[0]!])).body.code).toBe(122001);
    expect((await api.call('POST', '/vc/v1/meetings/7000000000000000001/kickout', { kickout_users: [] })).body.code).toBe(122002);
  });
});
