import { isInside, leave, secondsInside } from '../people/meeting-life.ts';
import { isObject, type Json } from '../world/content.ts';
import { Refusal } from '../world/errors.ts';
import type { Platform } from '../world/platform.ts';
import { findPerson, type IdType, idOf, type Meeting, type Participant, type Reserve } from '../world/world.ts';
import { TIER_3, TIER_4 } from './gate.ts';
import { type Call, type Route, success, userIdType } from './route.ts';

const NINETY_DAYS_MS = 90 * 86_400_000;
const MAX_PAGE = 50;

type UserIdType = Exclude<IdType, 'email'>;
const seconds = (ms: number): string => String(Math.floor(ms / 1000));

interface Detail {
  type: UserIdType;
  withParticipants: boolean;
  withAbility: boolean;
  withConnect: boolean;
}

function idFor(platform: Platform, participantId: string, type: UserIdType): string {
  const someone = platform.world.people.get(participantId);
  return someone ? idOf(someone, type) : participantId;
}

function describeParticipant(platform: Platform, meeting: Meeting, participant: Participant, type: UserIdType): Json {
  const someone = platform.world.people.get(participant.openId);
  return {
    id: idFor(platform, participant.openId, type),
    first_join_time: seconds(participant.firstJoin),
    ...(participant.finalLeave === null ? {} : { final_leave_time: seconds(participant.finalLeave) }),
    in_meeting_duration: String(secondsInside(participant, platform.clock.now())),
    user_type: participant.userType,
    is_host: participant.openId === meeting.hostId,
    is_cohost: participant.cohost,
    is_external: someone !== undefined && someone.tenantKey !== platform.world.tenantKey,
    status: participant.status,
  };
}

/** A meeting as get_active_meeting and meetings/:id answer it: counts and times are strings, the count is the peak. */
export function describeMeeting(platform: Platform, meeting: Meeting, reserve: Reserve, detail: Detail): Json {
  const { abilities } = meeting;
  // With user_id only Feishu users are listed.
  const listed = meeting.participants.filter((participant) => detail.type !== 'user_id' || participant.userType === 1);
  return {
    id: meeting.id,
    topic: reserve.topic,
    url: `https://vc.feishu.cn/j/${reserve.urlNo}`,
    meeting_no: meeting.meetingNo,
    password: reserve.password,
    create_time: seconds(meeting.createdAt),
    start_time: seconds(meeting.startedAt),
    end_time: seconds(meeting.endedAt ?? reserve.endTime),
    ...(meeting.hostId ? { host_user: { id: idFor(platform, meeting.hostId, detail.type), user_type: 1 } } : {}),
    ...(detail.withConnect ? { meeting_connect: reserve.connect } : {}),
    status: meeting.status,
    participant_count: String(meeting.peak),
    participant_count_accumulated: String(meeting.participants.filter(({ status }) => status === 2 || status === 4).length),
    ...(detail.withParticipants
      ? { participants: listed.map((participant) => describeParticipant(platform, meeting, participant, detail.type)) }
      : {}),
    ...(detail.withAbility
      ? {
          ability: {
            use_video: abilities.video,
            use_audio: abilities.audio,
            use_share_screen: abilities.shareScreen,
            use_follow_screen: abilities.followScreen,
            use_recording: abilities.recording,
            use_pstn: abilities.pstn,
          },
        }
      : {}),
  };
}

/** The caller's own meeting of the last 90 days, with its reserve. */
function ownMeeting(call: Call, missing: number): { meeting: Meeting; reserve: Reserve } {
  const id = call.params.meeting_id ?? '';
  if (!/^\d{1,20}$/.test(id)) throw new Refusal(121003);
  const { world, app, clock } = call.platform;
  const meeting = world.meetings.get(id);
  const reserve = meeting && world.reserves.get(meeting.reserveId);
  if (!meeting || !reserve || clock.now() - meeting.createdAt > NINETY_DAYS_MS) throw new Refusal(missing);
  if (reserve.appId !== app.appId) throw new Refusal(121005);
  return { meeting, reserve };
}

function get(call: Call): object {
  const { meeting, reserve } = ownMeeting(call, 121004);
  const type = userIdType(call);
  if (call.query.get('query_mode') === '1') return success({ related_artifacts: {} });
  return success({
    meeting: describeMeeting(call.platform, meeting, reserve, {
      type,
      withParticipants: call.query.get('with_participants') === 'true',
      withAbility: call.query.get('with_meeting_ability') === 'true',
      withConnect: false,
    }),
  });
}

function listByNo(call: Call): object {
  const { query } = call;
  const no = query.get('meeting_no') ?? '';
  const [from, to] = ['start_time', 'end_time'].map((key) =>
    /^\d{1,12}$/.test(query.get(key) ?? '') ? Number(query.get(key)) * 1000 : Number.NaN,
  );
  const size = Number(query.get('page_size') ?? 20);
  const start = Number(query.get('page_token') || 0);
  const { world, clock, app } = call.platform;
  if (!/^\d{9}$/.test(no) || from === undefined || to === undefined || !(from < to)) throw new Refusal(121003);
  if (from < clock.now() - NINETY_DAYS_MS || !(size >= 1 && size <= MAX_PAGE) || !Number.isInteger(start)) throw new Refusal(121003);
  const found = [...world.meetings.values()].filter((meeting) => {
    const reserve = world.reserves.get(meeting.reserveId);
    return meeting.meetingNo === no && reserve?.appId === app.appId && meeting.startedAt >= from && meeting.startedAt <= to;
  });
  const page = found.slice(start, start + size);
  const more = found.length > start + size;
  return success({
    has_more: more,
    ...(more ? { page_token: String(start + size) } : {}),
    meeting_briefs: page.map((meeting) => {
      const reserve = world.reserves.get(meeting.reserveId);
      return { id: meeting.id, meeting_no: meeting.meetingNo, topic: reserve?.topic ?? '', password: reserve?.password ?? '' };
    }),
  });
}

function personOf(call: Call, value: unknown): string {
  const id = isObject(value) && typeof value.id === 'string' ? value.id : undefined;
  if (id === undefined) throw new Refusal(121003);
  return findPerson(call.platform.world, id, userIdType(call))?.openId ?? id;
}

function kickout(call: Call): object {
  const { meeting, reserve } = ownMeeting(call, 122002);
  const users: unknown = isObject(call.body) ? call.body.kickout_users : undefined;
  if (!Array.isArray(users) || users.length === 0) throw new Refusal(121003);
  if (meeting.status === 3) throw new Refusal(122001);
  const results = (users as unknown[]).map((user) => {
    const openId = personOf(call, user);
    const gone = leave(call.platform, call.deliver, meeting, reserve, openId, 3);
    return { ...(user as Json), user_type: (user as Json).user_type ?? 1, result: gone ? 1 : 2 };
  });
  return success({ kickout_results: results });
}

function setHost(call: Call): object {
  const { meeting } = ownMeeting(call, 122002);
  const body = isObject(call.body) ? call.body : {};
  const next = personOf(call, body.host_user);
  const expected = body.old_host_user === undefined ? undefined : personOf(call, body.old_host_user);
  if (meeting.status === 3) throw new Refusal(122001);
  if (expected !== undefined && expected !== meeting.hostId) throw new Refusal(121006);
  if (!meeting.participants.some((participant) => participant.openId === next && isInside(participant))) throw new Refusal(122004);
  meeting.hostId = next;
  for (const participant of meeting.participants) if (participant.openId === next) participant.cohost = false;
  call.platform.changed({ type: 'meeting', meeting_no: meeting.meetingNo, meeting_id: meeting.id });
  return success({ host_user: { id: idFor(call.platform, next, userIdType(call)), user_type: 1 } });
}

function recording(call: Call): object {
  const { meeting } = ownMeeting(call, 122002);
  const made = meeting.recording;
  if (!made) throw new Refusal(121004);
  if (!made.ready || made.endedAt === null) throw new Refusal(124002);
  return success({ recording: { url: made.url, duration: String(made.endedAt - made.startedAt) } });
}

const ONE = '/open-apis/vc/v1/meetings/:meeting_id';

/** The platform wants a user token here, so a tenant token is turned away. */
const userOnly = (method: Route['method'], path: string): Route => ({
  method,
  path,
  identity: 'user',
  note: 'takes a user token only, which is not emulated: a tenant token is refused (99991663), as on the platform',
  handle: () => {
    throw new Refusal(99991663);
  },
});

export const meetingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/open-apis/vc/v1/meetings/list_by_no',
    identity: 'tenant',
    anyOf: ['vc:meeting.meetingid:read', 'vc:meeting:readonly'],
    tier: TIER_3,
    handle: listByNo,
  },
  userOnly('GET', '/open-apis/vc/v1/meetings/search'),
  {
    method: 'GET',
    path: ONE,
    identity: 'tenant',
    anyOf: ['vc:meeting.meetingevent:read', 'vc:meeting:readonly'],
    tier: TIER_4,
    note: 'no notes or transcripts',
    handle: get,
  },
  { method: 'POST', path: `${ONE}/kickout`, identity: 'tenant', anyOf: ['vc:meeting'], tier: TIER_4, handle: kickout },
  { method: 'PATCH', path: `${ONE}/set_host`, identity: 'tenant', anyOf: ['vc:meeting'], tier: TIER_4, handle: setHost },
  userOnly('PATCH', `${ONE}/invite`),
  userOnly('PATCH', `${ONE}/end`),
  userOnly('PATCH', `${ONE}/recording/start`),
  userOnly('PATCH', `${ONE}/recording/stop`),
  userOnly('PATCH', `${ONE}/recording/set_permission`),
  { method: 'GET', path: `${ONE}/recording`, identity: 'tenant', anyOf: ['vc:record:readonly'], tier: TIER_4, handle: recording },
];
