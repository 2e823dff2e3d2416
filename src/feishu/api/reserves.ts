import type { ActiveMeeting, ActiveParticipant } from '../../domain/meeting.ts';
import type { Clock, Millis } from '../../domain/time.ts';
import type {
  ActionPermission,
  ApplyRequest,
  Departure,
  MeetingSettings,
  PermissionChecker,
  Reserve,
  Reserves,
} from '../../meeting/ports/platform.ts';
import { type Fields, fields, millis, str } from '../narrow.ts';
import type { Call, CallResult } from './call.ts';
import { PlatformError } from './errors.ts';
import { checkId } from './ids.ts';

const OPEN_ID = { user_id_type: 'open_id' } as const;
const NOT_EXIST = 121004;
const NONE: ReadonlySet<number | null> = new Set([NOT_EXIST]);

/** vc-v1/reserve: all five calls, with the tenant token. */
export function createReserves(call: Call, clock: Clock): Reserves {
  return new ReserveApi(call, clock);
}

class ReserveApi implements Reserves {
  private readonly call: Call;
  private readonly clock: Clock;

  constructor(call: Call, clock: Clock) {
    this.call = call;
    this.clock = clock;
  }

  async apply({ ownerId, endAt, settings }: ApplyRequest, departure?: Departure): Promise<Reserve> {
    const api = 'vc.reserve.apply';
    checkId('user', ownerId, api);
    const data = {
      end_time: seconds(endAt),
      owner_id: ownerId,
      meeting_settings: settings,
    };
    const result = await this.call({
      api,
      repeat: 'once',
      departure,
      send: (client, options) => client.vc.v1.reserve.apply({ data, params: OPEN_ID }, options),
    });
    const reserve = reserveOf(result, null, this.clock.now());
    // Booked, and yet nothing to show for it: the asker decides, like after any answer that did not arrive.
    if (!reserve.id || !reserve.meetingNo) throw empty(api, 'lost');
    return reserve;
  }

  async get(reserveId: string): Promise<Reserve> {
    const api = 'vc.reserve.get';
    const path = { reserve_id: checkId('reserve', reserveId, api) };
    const result = await this.call({
      api,
      repeat: 'read',
      expected: NONE,
      send: (client, options) => client.vc.v1.reserve.get({ path, params: OPEN_ID }, options),
    });
    if (!fields(result.data.reserve)) throw empty(api, 'tell');
    return reserveOf(result, reserveId, this.clock.now());
  }

  async update(reserveId: string, change: Parameters<Reserves['update']>[1]): Promise<Reserve> {
    const api = 'vc.reserve.update';
    const path = { reserve_id: checkId('reserve', reserveId, api) };
    const data = {
      ...(change.endAt === undefined ? {} : { end_time: seconds(change.endAt) }),
      ...(change.settings === undefined ? {} : { meeting_settings: change.settings }),
    };
    const send: Parameters<Call>[0]['send'] = (client, options) => client.vc.v1.reserve.update({ path, data, params: OPEN_ID }, options);
    return reserveOf(await this.call({ api, repeat: 'safe', send }), reserveId, this.clock.now());
  }

  async delete(reserveId: string): Promise<void> {
    const api = 'vc.reserve.delete';
    const path = { reserve_id: checkId('reserve', reserveId, api) };
    let perhapsDone = false;
    const inDoubt = (): void => {
      perhapsDone = true;
    };
    try {
      await this.call({ api, repeat: 'safe', inDoubt, send: (client, options) => client.vc.v1.reserve.delete({ path }, options) });
    } catch (error) {
      // Our own earlier try did it and its answer got lost.
      if (!(error instanceof PlatformError && error.code === NOT_EXIST && perhapsDone)) throw error;
    }
  }

  async active(reserveId: string): Promise<ActiveMeeting | null> {
    const api = 'vc.reserve.get_active_meeting';
    const path = { reserve_id: checkId('reserve', reserveId, api) };
    const params = { ...OPEN_ID, with_participants: true };
    try {
      const result = await this.call({
        api,
        repeat: 'read',
        expected: NONE,
        send: (client, options) => client.vc.v1.reserve.getActiveMeeting({ path, params }, options),
      });
      return activeOf(fields(result.data.meeting));
    } catch (error) {
      if (error instanceof PlatformError && error.code === NOT_EXIST) return null;
      throw error;
    }
  }
}

/** Seconds as a string: what apply and update take. */
function seconds(at: Millis): string {
  return String(Math.floor(at / 1000));
}

function empty(api: string, verdict: 'lost' | 'tell'): PlatformError {
  return new PlatformError(
    {
      api,
      code: null,
      logId: null,
      verdict,
      retryAfter: null,
      scope: null,
      status: 200,
    },
    'answered without a reserve',
  );
}

/** Ids are decimal strings beyond 2^53; one that arrives as a number that large has lost its last digits and is no id. */
function idText(value: unknown): string | null {
  return str(value) ?? (Number.isSafeInteger(value) ? String(value) : null);
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(idText).filter((text) => text !== null) : [];
}

function count(value: unknown): number {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
  return Number.isSafeInteger(number) && number >= 0 ? number : 0;
}

function reserveOf({ data }: CallResult, knownId: string | null, now: Millis): Reserve {
  const reserve = fields(data.reserve) ?? {};
  const endAt = millis(reserve.end_time);
  const settings = fields(reserve.meeting_settings);
  return {
    id: idText(reserve.id) ?? knownId ?? '',
    meetingNo: idText(reserve.meeting_no) ?? '',
    // Empty is said, too: there is none.
    password: typeof reserve.password === 'string' ? reserve.password : null,
    url: str(reserve.url, 2000) ?? '',
    appLink: str(reserve.app_link, 2000),
    liveLink: str(reserve.live_link, 2000),
    endAt,
    expired: reserve.expire_status === 2 || (endAt !== null && endAt <= now),
    ownerId: str(reserve.reserve_user_id),
    settings: settings ? settingsOf(settings) : null,
    invalidHostIds: texts(fields(data.reserve_correction_check_info)?.invalid_host_id_list),
  };
}

function settingsOf(given: Fields): MeetingSettings {
  const settings: MeetingSettings = {};
  if (typeof given.topic === 'string') settings.topic = given.topic;
  if (Array.isArray(given.action_permissions))
    settings.action_permissions = given.action_permissions.map(permissionOf).filter((one) => one !== null);
  const initial = given.meeting_initial_type;
  if (initial === 1 || initial === 2) settings.meeting_initial_type = initial;
  if (typeof given.meeting_connect === 'boolean') settings.meeting_connect = given.meeting_connect;
  if (typeof given.auto_record === 'boolean') settings.auto_record = given.auto_record;
  if (typeof given.password === 'string') settings.password = given.password;
  if (Array.isArray(given.assign_host_list)) {
    settings.assign_host_list = texts(given.assign_host_list.map((host) => fields(host)?.id)).map((id) => ({ user_type: 1, id }));
  }
  const phone = fields(fields(fields(given.call_setting)?.callee)?.pstn_sip_info);
  const address = str(phone?.main_address);
  if (address) {
    const nickname = str(phone?.nickname);
    settings.call_setting = {
      callee: { user_type: 6, pstn_sip_info: { ...(nickname ? { nickname } : {}), main_address: address } },
    };
  }
  return settings;
}

function permissionOf(given: unknown): ActionPermission | null {
  const permission = fields(given)?.permission;
  if (permission !== 1 && permission !== 2 && permission !== 3) return null;
  const checkers = fields(given)?.permission_checkers;
  return {
    permission,
    permission_checkers: Array.isArray(checkers) ? checkers.map(checkerOf).filter((one) => one !== null) : [],
  };
}

function checkerOf(given: unknown): PermissionChecker | null {
  const { check_field: field, check_mode: mode, check_list: list } = fields(given) ?? {};
  if ((field !== 1 && field !== 2 && field !== 3) || (mode !== 1 && mode !== 2)) return null;
  return { check_field: field, check_mode: mode, check_list: texts(list) };
}

const MEETING_STATUS = { 1: 'calling', 2: 'in_progress', 3: 'ended' } as const;
const PARTICIPANT_STATUS = {
  1: 'calling',
  2: 'in_meeting',
  3: 'ringing',
  4: 'left',
} as const;
const ABILITIES = {
  use_video: 'video',
  use_audio: 'audio',
  use_share_screen: 'share_screen',
  use_follow_screen: 'follow_screen',
  use_recording: 'recording',
  use_pstn: 'pstn',
} as const;

/** Nothing running: no meeting in the answer. */
function activeOf(meeting: Fields | null): ActiveMeeting | null {
  const id = idText(meeting?.id);
  if (!meeting || !id) return null;
  const participants = Array.isArray(meeting.participants) ? meeting.participants.map(participantOf).filter((one) => one !== null) : [];
  const ability = fields(meeting.ability) ?? {};
  return {
    id,
    meetingNo: idText(meeting.meeting_no) ?? '',
    topic: str(meeting.topic, 4000),
    status: MEETING_STATUS[meeting.status as 1 | 2 | 3] ?? 'in_progress',
    startAt: millis(meeting.start_time),
    hostId: idText(fields(meeting.host_user)?.id),
    accumulated: count(meeting.participant_count_accumulated) || new Set(participants.map((one) => one.id)).size,
    participants,
    abilities: (Object.keys(ABILITIES) as (keyof typeof ABILITIES)[])
      .filter((name) => ability[name] === true)
      .map((name) => ABILITIES[name]),
  };
}

function participantOf(given: unknown): ActiveParticipant | null {
  const one = fields(given);
  const id = idText(one?.id);
  if (!one || !id) return null;
  return {
    id,
    userType: count(one.user_type) || 1,
    status: PARTICIPANT_STATUS[one.status as 1 | 2 | 3 | 4] ?? 'left',
    host: one.is_host === true,
    cohost: one.is_cohost === true,
    external: one.is_external === true,
    seconds: count(one.in_meeting_duration),
  };
}
