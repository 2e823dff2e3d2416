import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure, ok, start } from './scripted.ts';

const NOW = 1_767_225_600_000;
const APPLY = 'POST /open-apis/vc/v1/reserves/apply';
const ONE = '/open-apis/vc/v1/reserves/:id';
const ACTIVE = 'GET /open-apis/vc/v1/reserves/:id/get_active_meeting';
const APP_LINK =
  'https://applink.feishu.cn/client/videochat/open?source=openplatform&action=join&idtype=reservationid&id={?}&preview={?}&mic={?}&speaker={?}&camera={?}';

/** The sample of the page on get. */
const full = {
  id: '6911188411934973028',
  meeting_no: '112000358',
  password: '971024',
  url: 'https://vc.feishu.cn/j/337736498',
  app_link: APP_LINK,
  live_link: 'https://meetings.feishu.cn/s/1gub381l4gglv',
  end_time: '1767232800',
  expire_status: 0,
  reserve_user_id: 'ou_owner',
  meeting_settings: {
    topic: 'my meeting',
    action_permissions: [{ permission: 1, permission_checkers: [{ check_field: 1, check_mode: 1, check_list: ['ou_a'] }] }],
    meeting_initial_type: 1,
    meeting_connect: true,
    call_setting: { callee: { id: 'ou_x', user_type: 6, pstn_sip_info: { nickname: 'dodo', main_address: '+86-02187654321' } } },
    auto_record: true,
    assign_host_list: [{ user_type: 1, id: 'ou_b' }],
  },
};

let started: Awaited<ReturnType<typeof start>>;
beforeEach(async () => {
  started = await start({ now: () => NOW });
});
afterEach(() => started.stop());

describe('apply', () => {
  it('sends exactly what the page says', async () => {
    started.server.on(APPLY, ok({ reserve: full }));
    const settings = {
      topic: '周会',
      password: '',
      auto_record: true,
      assign_host_list: [{ user_type: 1 as const, id: 'ou_b' }],
      action_permissions: [
        { permission: 3 as const, permission_checkers: [{ check_field: 3 as const, check_mode: 1 as const, check_list: ['tenant'] }] },
      ],
    };
    await started.platform.reserves.apply({ ownerId: 'ou_asker', endAt: 1_767_232_800_999, settings });
    const [sent] = started.server.to(APPLY);
    expect(sent?.query.toString()).toBe('user_id_type=open_id');
    expect(sent?.body).toEqual({ end_time: '1767232800', owner_id: 'ou_asker', meeting_settings: settings });
  });

  it('reads the whole answer', async () => {
    started.server.on(APPLY, ok({ reserve: full, reserve_correction_check_info: { invalid_host_id_list: ['ou_bad'] } }));
    expect(await started.platform.reserves.apply({ ownerId: 'ou_a', endAt: NOW, settings: {} })).toEqual({
      id: '6911188411934973028',
      meetingNo: '112000358',
      password: '971024',
      url: 'https://vc.feishu.cn/j/337736498',
      appLink: APP_LINK,
      liveLink: 'https://meetings.feishu.cn/s/1gub381l4gglv',
      endAt: 1_767_232_800_000,
      expired: false,
      ownerId: 'ou_owner',
      settings: full.meeting_settings && {
        ...full.meeting_settings,
        call_setting: { callee: { user_type: 6, pstn_sip_info: { nickname: 'dodo', main_address: '+86-02187654321' } } },
      },
      invalidHostIds: ['ou_bad'],
    });
  });

  it('makes do with an answer that says little', async () => {
    started.server.on(APPLY, ok({ reserve: { id: 'r1', meeting_no: '100000000', password: '', end_time: '' } }));
    expect(await started.platform.reserves.apply({ ownerId: 'ou_a', endAt: NOW, settings: {} })).toEqual({
      id: 'r1',
      meetingNo: '100000000',
      password: '',
      url: '',
      appLink: null,
      liveLink: null,
      endAt: null,
      expired: false,
      ownerId: null,
      settings: null,
      invalidHostIds: [],
    });
  });

  it('takes no id that has lost its last digits', async () => {
    started.server.on(APPLY, ok({ reserve: { ...full, id: Number('6911188411934973028') } }));
    await expect(started.platform.reserves.apply({ ownerId: 'ou_a', endAt: NOW, settings: {} })).rejects.toMatchObject({ verdict: 'lost' });
  });
});

describe('get, update, delete', () => {
  it.each([
    [{ expire_status: 2 }, true],
    [{ expire_status: 1 }, false],
    [{ expire_status: 0 }, false],
    [{ expire_status: 1, end_time: '1767225599' }, true],
    [{ end_time: undefined }, false],
  ])('%j: expired is %s', async (part, expired) => {
    started.server.on(`GET ${ONE}`, ok({ reserve: { ...full, ...part } }));
    expect((await started.platform.reserves.get('6911188411934973028')).expired).toBe(expired);
  });

  it('update sends only what changes; empty means cleared', async () => {
    const { server, platform } = started;
    server.on(`PUT ${ONE}`, ok({ reserve: { ...full, app_link: undefined, expire_status: 1 } }));
    await platform.reserves.update('r1', { endAt: 1_767_300_000_000 });
    await platform.reserves.update('r1', { settings: { password: '', assign_host_list: [] } });
    expect(server.to(`PUT ${ONE}`).map((one) => one.body)).toEqual([
      { end_time: '1767300000' },
      { meeting_settings: { password: '', assign_host_list: [] } },
    ]);
    expect((await platform.reserves.update('r1', {})).appLink).toBeNull();
  });

  it('update knows its id when the answer is empty', async () => {
    started.server.on(`PUT ${ONE}`, ok({}));
    expect(await started.platform.reserves.update('r1', {})).toMatchObject({ id: 'r1', password: null, expired: false });
  });

  it('get and delete go to the reserve, without a body', async () => {
    const { server, platform } = started;
    server.on(`GET ${ONE}`, ok({ reserve: full }));
    server.on(`DELETE ${ONE}`, ok());
    await platform.reserves.get('6911188411934973028');
    await platform.reserves.delete('6911188411934973028');
    for (const route of [`GET ${ONE}`, `DELETE ${ONE}`]) {
      expect(server.to(route)[0]).toMatchObject({ path: '/open-apis/vc/v1/reserves/6911188411934973028', body: undefined });
    }
  });

  it.each([
    [121003, 400, 'tell'],
    [121004, 404, 'tell'],
    [121005, 403, 'tell'],
    [123004, 400, 'tell'],
  ])('%i with HTTP %i is final', async (code, status, verdict) => {
    const { server, platform } = started;
    for (const method of ['GET', 'PUT', 'DELETE']) server.on(`${method} ${ONE}`, failure(code, status));
    for (const call of [platform.reserves.get('r'), platform.reserves.update('r', {}), platform.reserves.delete('r')]) {
      await expect(call).rejects.toMatchObject({ code, verdict, logId: 'LOG0001' });
    }
  });
});

describe('the active meeting', () => {
  const meeting = {
    id: '6911188411934433028',
    topic: 'my meeting',
    meeting_no: '123456789',
    start_time: '1767225000',
    host_user: { id: 'ou_h', user_type: 1 },
    status: 2,
    participant_count: '10',
    participant_count_accumulated: '12',
    participants: [
      { id: 'ou_h', in_meeting_duration: '123', user_type: 1, is_host: true, is_cohost: false, is_external: false, status: 2 },
      { id: 'ou_p', in_meeting_duration: '', user_type: 6, is_host: false, is_cohost: true, is_external: true, status: 4 },
      { id: 'ou_r', status: 3 },
      { nobody: true },
    ],
    ability: { use_video: true, use_audio: true, use_share_screen: false, use_follow_screen: false, use_recording: true, use_pstn: false },
  };

  it('is put in our words', async () => {
    started.server.on(ACTIVE, ok({ meeting }));
    expect(await started.platform.reserves.active('r1')).toEqual({
      id: '6911188411934433028',
      meetingNo: '123456789',
      topic: 'my meeting',
      status: 'in_progress',
      startAt: 1_767_225_000_000,
      hostId: 'ou_h',
      accumulated: 12,
      participants: [
        { id: 'ou_h', userType: 1, status: 'in_meeting', host: true, cohost: false, external: false, seconds: 123 },
        { id: 'ou_p', userType: 6, status: 'left', host: false, cohost: true, external: true, seconds: 0 },
        { id: 'ou_r', userType: 1, status: 'ringing', host: false, cohost: false, external: false, seconds: 0 },
      ],
      abilities: ['video', 'audio', 'recording'],
    });
    const query = started.server.to(ACTIVE)[0]?.query;
    expect([query?.get('with_participants'), query?.get('user_id_type')]).toEqual(['true', 'open_id']);
  });

  it.each([
    ['121004', failure(121004, 404)],
    ['no data', { body: { code: 0, msg: 'success' } }],
    ['an answer without a meeting', ok({})],
    ['an empty meeting', ok({ meeting: {} })],
  ])('is none after %s', async (_, answer) => {
    started.server.on(ACTIVE, answer);
    expect(await started.platform.reserves.active('r1')).toBeNull();
  });

  it('is not taken for none when the bot may not look', async () => {
    started.server.on(ACTIVE, failure(121005, 403));
    await expect(started.platform.reserves.active('r1')).rejects.toMatchObject({ code: 121005 });
  });
});
