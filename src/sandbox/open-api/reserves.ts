import { isObject, type Json } from '../world/content.ts';
import { Refusal } from '../world/errors.ts';
import { digits } from '../world/ids.ts';
import { newReserve } from '../world/new-world.ts';
import { activeMeeting, idOf, type Reserve } from '../world/world.ts';
import { TIER_4 } from './gate.ts';
import { describeMeeting } from './meetings.ts';
import { checkCall, ownPassword, readEndTime, readOwner, readSettings } from './reserve-settings.ts';
import { type Call, type Route, success, userIdType } from './route.ts';

const DAY_MS = 86_400_000;
const APP_LINK =
  'https://applink.feishu.cn/client/videochat/open?source=openplatform&action=join&idtype=reservationid&id={?}&preview={?}&mic={?}&speaker={?}&camera={?}';

const reserveUrl = (reserve: Reserve): string => `https://vc.feishu.cn/j/${reserve.urlNo}`;

function describe(reserve: Reserve): Json {
  return {
    id: reserve.id,
    meeting_no: reserve.meetingNo,
    password: reserve.password,
    url: reserveUrl(reserve),
    live_link: `https://meetings.feishu.cn/s/${reserve.liveSlug}`,
    end_time: String(Math.floor(reserve.endTime / 1000)),
  };
}

const expireStatus = (call: Call, reserve: Reserve): number => (reserve.endTime > call.platform.clock.now() ? 1 : 2);

/** The caller's own reserve: of this app, and not deleted. */
function ownReserve(call: Call): Reserve {
  const id = call.params.reserve_id ?? '';
  if (!/^\d{1,20}$/.test(id)) throw new Refusal(121003);
  const reserve = call.platform.world.reserves.get(id);
  if (!reserve || reserve.deleted) throw new Refusal(121004);
  if (reserve.appId !== call.platform.app.appId) throw new Refusal(121005);
  return reserve;
}

const corrections = (invalidHosts: string[]): Json =>
  invalidHosts.length > 0 ? { reserve_correction_check_info: { invalid_host_id_list: invalidHosts } } : {};

function apply(call: Call): object {
  const { platform } = call;
  if (!isObject(call.body)) throw new Refusal(121003);
  const type = userIdType(call);
  const now = platform.clock.now();
  const { end_time: endTime, owner_id: ownerId, meeting_settings: settings } = call.body;
  const read = readSettings(platform, settings, type);
  const owner = readOwner(platform, ownerId, type);
  const oneToOne = read.changes.initialType === 2;
  const end = oneToOne && endTime === undefined ? now + DAY_MS : readEndTime(endTime, now);
  const reserve = newReserve({
    appId: platform.app.appId,
    ownerId: owner.openId,
    endTime: end,
    ...read.changes,
    password: read.password ?? ownPassword(owner),
  });
  checkCall(reserve);
  platform.world.reserves.set(reserve.id, reserve);
  platform.changed({ type: 'meeting', meeting_no: reserve.meetingNo, reserve_id: reserve.id });
  return success({ reserve: { ...describe(reserve), app_link: APP_LINK }, ...corrections(read.invalidHosts) });
}

function get(call: Call): object {
  const reserve = ownReserve(call);
  const type = userIdType(call);
  const { people } = call.platform.world;
  const idFor = (openId: string): string => {
    const someone = people.get(openId);
    return someone ? idOf(someone, type) : openId;
  };
  const permissions = reserve.permissions.map((entry) => ({
    permission: entry.permission,
    permission_checkers: entry.permission_checkers.map((checker) => ({
      ...checker,
      check_list: checker.check_field === 1 ? checker.check_list.map(idFor) : checker.check_list,
    })),
  }));
  return success({
    reserve: {
      ...describe(reserve),
      app_link: APP_LINK,
      expire_status: expireStatus(call, reserve),
      reserve_user_id: idFor(reserve.ownerId),
      meeting_settings: {
        topic: reserve.topic,
        action_permissions: permissions,
        meeting_initial_type: reserve.initialType,
        meeting_connect: reserve.connect,
        ...(reserve.callee ? { call_setting: { callee: reserve.callee } } : {}),
        auto_record: reserve.autoRecord,
        assign_host_list: reserve.hostIds.map((openId) => ({ user_type: 1, id: idFor(openId) })),
      },
    },
  });
}

function update(call: Call): object {
  const { platform } = call;
  const reserve = ownReserve(call);
  if (!isObject(call.body)) throw new Refusal(121003);
  const type = userIdType(call);
  const { end_time: endTime, meeting_settings: settings } = call.body;
  const read = settings === undefined ? null : readSettings(platform, settings, type);
  const changes: Partial<Reserve> = { ...read?.changes };
  if (changes.connect !== undefined && changes.connect !== reserve.connect) throw new Refusal(121002);
  if (changes.initialType !== undefined && changes.initialType !== reserve.initialType) throw new Refusal(121002);
  if (endTime !== undefined) changes.endTime = readEndTime(endTime, platform.clock.now());
  if (read?.password !== undefined) changes.password = read.password;
  else if (platform.faults.update_password === 'drawn' && reserve.password !== '') changes.password = digits(6);
  checkCall({ ...reserve, ...changes });
  Object.assign(reserve, changes);
  platform.changed({ type: 'meeting', meeting_no: reserve.meetingNo, reserve_id: reserve.id });
  return success({
    reserve: { ...describe(reserve), expire_status: expireStatus(call, reserve) },
    ...corrections(read?.invalidHosts ?? []),
  });
}

function remove(call: Call): object {
  const reserve = ownReserve(call);
  reserve.deleted = true;
  call.platform.changed({ type: 'meeting', meeting_no: reserve.meetingNo, reserve_id: reserve.id });
  return success();
}

function active(call: Call): object {
  const reserve = ownReserve(call);
  const type = userIdType(call);
  const meeting = activeMeeting(call.platform.world, reserve.id);
  if (!meeting) {
    if (call.platform.faults.active_absent === 'empty') return success();
    throw new Refusal(121004);
  }
  const withParticipants = call.query.get('with_participants') === 'true';
  return success({
    meeting: describeMeeting(call.platform, meeting, reserve, { type, withParticipants, withAbility: true, withConnect: true }),
  });
}

const ONE = '/open-apis/vc/v1/reserves/:reserve_id';

export const reserveRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/open-apis/vc/v1/reserves/apply',
    identity: 'tenant',
    anyOf: ['vc:reserve'],
    tier: TIER_4,
    note: 'without a password the owner has a fixed six-digit one or none; the platform may draw a random one',
    handle: apply,
  },
  { method: 'GET', path: ONE, identity: 'tenant', anyOf: ['vc:reserve:readonly'], tier: TIER_4, handle: get },
  {
    method: 'PUT',
    path: ONE,
    identity: 'tenant',
    anyOf: ['vc:reserve'],
    tier: TIER_4,
    note: 'changing meeting_connect or meeting_initial_type: 121002; an expired reserve comes back with its old number',
    handle: update,
  },
  {
    method: 'DELETE',
    path: ONE,
    identity: 'tenant',
    anyOf: ['vc:reserve'],
    tier: TIER_4,
    note: 'a running meeting goes on',
    handle: remove,
  },
  {
    method: 'GET',
    path: `${ONE}/get_active_meeting`,
    identity: 'tenant',
    anyOf: ['vc:reserve:readonly'],
    tier: TIER_4,
    note: 'nothing running: 121004, or an empty answer by switch (active_absent)',
    handle: active,
  },
];
