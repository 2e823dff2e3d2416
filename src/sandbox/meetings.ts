import type { Deliverer } from './deliver.ts';
import { newLongId, slug } from './ids.ts';
import { type Platform, userIds } from './platform.ts';
import { activeMeeting, type Meeting, type Participant, type Person, type Reserve } from './world.ts';

/** Life inside a meeting: who comes, who goes, who is host, and the `vc.meeting.*` events of it. */

export const RECORDING_READY_AFTER_MS = 30_000;
const PSTN_ANSWERS_AFTER_MS = 5000;
const FEISHU_USER = 1;
const PSTN_USER = 6;

export const isInside = (participant: Participant): boolean => participant.status === 2;

const openIdsOf = (platform: Platform, ids: readonly string[]): Set<string> => {
  const open = new Set(ids);
  for (const someone of platform.world.people.values()) if (open.has(someone.unionId) || open.has(someone.userId)) open.add(someone.openId);
  return open;
};

/** Several checkers and several entries of one permission are OR-ed; without an entry everybody passes. */
export function isAllowed(platform: Platform, reserve: Reserve, permission: number, someone: Person): boolean {
  const checkers = reserve.permissions.filter((entry) => entry.permission === permission).flatMap((entry) => entry.permission_checkers);
  if (checkers.length === 0) return true;
  return checkers.some((checker) => {
    const listed =
      checker.check_field === 1
        ? openIdsOf(platform, checker.check_list).has(someone.openId)
        : checker.check_list.includes(checker.check_field === 2 ? String(FEISHU_USER) : someone.tenantKey);
    return checker.check_mode === 1 ? listed : !listed;
  });
}

const isNamedHost = (reserve: Reserve, openId: string): boolean => openId === reserve.ownerId || reserve.hostIds.includes(openId);

/** A sentence that says why this person is kept out, or null. */
export function joinProblem(
  platform: Platform,
  reserve: Reserve,
  someone: Person,
  how: { byNumber: boolean; password: string | undefined },
): string | null {
  const running = activeMeeting(platform.world, reserve.id);
  if (reserve.deleted) return 'The meeting was cancelled.';
  if (reserve.endTime <= platform.clock.now() && !running) return 'The meeting number was released: the reserve has expired.';
  if (someone.openId !== reserve.ownerId && !isAllowed(platform, reserve, 3, someone))
    return 'This person is not allowed to join the meeting.';
  const needed = reserve.password !== '' && !isNamedHost(reserve, someone.openId);
  const typed = how.password !== undefined && how.password !== '';
  if (needed && (how.byNumber || typed) && how.password !== reserve.password)
    return typed ? 'Wrong password.' : 'The meeting asks for a password.';
  return null;
}

const eventUser = (platform: Platform, openId: string, role: number): object => {
  const someone = platform.world.people.get(openId);
  const id = someone ? userIds(platform.app, someone) : { union_id: null, user_id: null, open_id: openId };
  return { id, user_role: role, user_type: someone ? FEISHU_USER : PSTN_USER };
};

const roleOf = (meeting: Meeting, openId: string): number => {
  if (meeting.hostId === openId) return 2;
  return meeting.participants.find((participant) => participant.openId === openId)?.cohost ? 3 : 1;
};

const seconds = (ms: number): string => String(Math.floor(ms / 1000));

/** Who may join, in the words of events: everybody, the company, named people. */
function securitySetting(platform: Platform, reserve: Reserve): object {
  const checkers = reserve.permissions.filter((entry) => entry.permission === 3).flatMap((entry) => entry.permission_checkers);
  const named = checkers
    .filter((checker) => checker.check_field === 1 && checker.check_mode === 1)
    .flatMap((checker) => checker.check_list);
  const company = checkers.some((checker) => checker.check_field === 3 && checker.check_mode === 1);
  return {
    security_level: named.length > 0 ? 3 : company ? 2 : 1,
    group_ids: [],
    user_ids: named.flatMap((openId) => {
      const someone = platform.world.people.get(openId);
      return someone ? [userIds(platform.app, someone)] : [];
    }),
    room_ids: [],
    has_set_security_contacts_and_group: named.length > 0,
  };
}

function eventMeeting(platform: Platform, meeting: Meeting, reserve: Reserve): Record<string, unknown> {
  return {
    id: meeting.id,
    topic: reserve.topic,
    meeting_no: meeting.meetingNo,
    meeting_source: 4,
    start_time: seconds(meeting.startedAt),
    ...(meeting.endedAt === null ? {} : { end_time: seconds(meeting.endedAt) }),
    ...(meeting.hostId ? { host_user: eventUser(platform, meeting.hostId, 2) } : {}),
    owner: eventUser(platform, reserve.ownerId, roleOf(meeting, reserve.ownerId)),
    security_setting: securitySetting(platform, reserve),
  };
}

function push(
  platform: Platform,
  deliver: Deliverer,
  type: string,
  meeting: Meeting,
  reserve: Reserve,
  operatorId: string,
  more: object = {},
): void {
  // Another app's reserve: its events are that app's.
  if (reserve.appId !== platform.app.appId) return;
  deliver.push(`vc.meeting.${type}_v1`, {
    meeting: eventMeeting(platform, meeting, reserve),
    operator: eventUser(platform, operatorId, roleOf(meeting, operatorId)),
    ...more,
  });
}

/** Named hosts in their order, then the owner, then whoever is host now or may become it. */
function chooseHost(platform: Platform, meeting: Meeting, reserve: Reserve): string | null {
  const inside = meeting.participants.filter((participant) => isInside(participant) && participant.userType === FEISHU_USER);
  for (const openId of [...reserve.hostIds, reserve.ownerId]) {
    if (inside.some((participant) => participant.openId === openId)) return openId;
  }
  const current = inside.find((participant) => participant.openId === meeting.hostId);
  if (current) return current.openId;
  const next = inside.find((participant) => {
    const someone = platform.world.people.get(participant.openId);
    return someone !== undefined && isAllowed(platform, reserve, 1, someone);
  });
  return next?.openId ?? null;
}

function enter(meeting: Meeting, openId: string, now: number, userType: number): void {
  const known = meeting.participants.find((participant) => participant.openId === openId);
  if (known) {
    known.status = 2;
    known.lastJoin = now;
    known.finalLeave = null;
  } else {
    meeting.participants.push({ openId, userType, status: 2, cohost: false, firstJoin: now, lastJoin: now, finalLeave: null, elapsed: 0 });
  }
  meeting.peak = Math.max(meeting.peak, meeting.participants.filter(isInside).length);
}

export function join(
  platform: Platform,
  deliver: Deliverer,
  reserve: Reserve,
  someone: Person,
  devices: { mic?: boolean; camera?: boolean } = {},
): Meeting {
  const { world, clock } = platform;
  const now = clock.now();
  let meeting = activeMeeting(world, reserve.id);
  const first = meeting === undefined;
  if (!meeting) {
    meeting = {
      id: newLongId(),
      reserveId: reserve.id,
      meetingNo: reserve.meetingNo,
      status: reserve.initialType === 2 ? 1 : 2,
      createdAt: now,
      startedAt: now,
      endedAt: null,
      hostId: null,
      participants: [],
      peak: 0,
      abilities: { video: false, audio: false, shareScreen: false, followScreen: false, recording: false, pstn: false },
      recording: null,
    };
    world.meetings.set(meeting.id, meeting);
  }
  if (meeting.participants.some((participant) => participant.openId === someone.openId && isInside(participant))) return meeting;
  enter(meeting, someone.openId, now, FEISHU_USER);
  meeting.abilities.audio ||= devices.mic === true;
  meeting.abilities.video ||= devices.camera === true;
  meeting.hostId = chooseHost(platform, meeting, reserve);
  for (const participant of meeting.participants) {
    participant.cohost = participant.openId !== meeting.hostId && reserve.hostIds.includes(participant.openId);
  }
  if (first) {
    push(platform, deliver, 'meeting_started', meeting, reserve, someone.openId);
    if (reserve.autoRecord) startRecording(platform, deliver, meeting, reserve, someone.openId);
    if (reserve.callee) ring(platform, deliver, meeting, reserve);
  }
  push(platform, deliver, 'join_meeting', meeting, reserve, someone.openId);
  platform.changed({ type: 'meeting', meeting_no: meeting.meetingNo, meeting_id: meeting.id });
  return meeting;
}

function startRecording(platform: Platform, deliver: Deliverer, meeting: Meeting, reserve: Reserve, operatorId: string): void {
  meeting.abilities.recording = true;
  meeting.recording = {
    url: `https://meetings.feishu.cn/minutes/obcn${slug(20)}`,
    startedAt: platform.clock.now(),
    endedAt: null,
    ready: false,
  };
  push(platform, deliver, 'recording_started', meeting, reserve, operatorId);
}

/** A 1:1 call: the phone rings, then is picked up. */
function ring(platform: Platform, deliver: Deliverer, meeting: Meeting, reserve: Reserve): void {
  const phone = reserve.callee?.pstn_sip_info?.main_address ?? '';
  const now = platform.clock.now();
  meeting.participants.push({
    openId: phone,
    userType: PSTN_USER,
    status: 3,
    cohost: false,
    firstJoin: now,
    lastJoin: now,
    finalLeave: null,
    elapsed: 0,
  });
  platform.clock.at(now + PSTN_ANSWERS_AFTER_MS, () => {
    if (meeting.status === 3 || !platform.world.meetings.has(meeting.id)) return;
    meeting.status = 2;
    meeting.abilities.pstn = true;
    enter(meeting, phone, platform.clock.now(), PSTN_USER);
    push(platform, deliver, 'join_meeting', meeting, reserve, phone);
    platform.changed({ type: 'meeting', meeting_no: meeting.meetingNo, meeting_id: meeting.id });
  });
}

/** `reason`: 1 left, 2 the meeting ended, 3 removed. */
function exit(
  platform: Platform,
  deliver: Deliverer,
  meeting: Meeting,
  reserve: Reserve,
  participant: Participant,
  reason: number,
  operatorId: string,
): void {
  const now = platform.clock.now();
  const role = roleOf(meeting, participant.openId);
  if (isInside(participant)) participant.elapsed += now - participant.lastJoin;
  participant.status = 4;
  participant.finalLeave = now;
  if (reason !== 2 && meeting.hostId === participant.openId) meeting.hostId = chooseHost(platform, meeting, reserve);
  push(platform, deliver, 'leave_meeting', meeting, reserve, operatorId, {
    leave_reason: reason,
    leave_user: eventUser(platform, participant.openId, role),
  });
}

/** False when this person is not inside. The last one to leave ends the meeting. */
export function leave(
  platform: Platform,
  deliver: Deliverer,
  meeting: Meeting,
  reserve: Reserve,
  openId: string,
  reason: 1 | 3 = 1,
): boolean {
  const participant = meeting.participants.find((other) => other.openId === openId && isInside(other));
  if (!participant || meeting.status === 3) return false;
  exit(platform, deliver, meeting, reserve, participant, reason, reason === 1 ? openId : reserve.ownerId);
  const people = meeting.participants.filter((other) => isInside(other) && other.userType === FEISHU_USER);
  if (people.length === 0) end(platform, deliver, meeting, reserve, openId);
  platform.changed({ type: 'meeting', meeting_no: meeting.meetingNo, meeting_id: meeting.id });
  return true;
}

export function end(platform: Platform, deliver: Deliverer, meeting: Meeting, reserve: Reserve, operatorId: string): void {
  if (meeting.status === 3) return;
  const { clock } = platform;
  for (const participant of meeting.participants) {
    if (participant.status !== 4) exit(platform, deliver, meeting, reserve, participant, 2, participant.openId);
  }
  meeting.status = 3;
  meeting.endedAt = clock.now();
  const { recording } = meeting;
  if (recording) {
    recording.endedAt = clock.now();
    push(platform, deliver, 'recording_ended', meeting, reserve, operatorId);
    clock.at(clock.now() + RECORDING_READY_AFTER_MS, () => {
      recording.ready = true;
      if (!platform.world.meetings.has(meeting.id) || reserve.appId !== platform.app.appId) return;
      const { id, topic, meeting_no, meeting_source, owner } = eventMeeting(platform, meeting, reserve);
      deliver.push('vc.meeting.recording_ready_v1', {
        meeting: { id, topic, meeting_no, meeting_source, owner: { id: (owner as { id: unknown }).id } },
        url: recording.url,
        duration: String((recording.endedAt ?? recording.startedAt) - recording.startedAt),
      });
    });
  }
  push(platform, deliver, 'meeting_ended', meeting, reserve, operatorId);
  platform.changed({ type: 'meeting', meeting_no: meeting.meetingNo, meeting_id: meeting.id });
}

export function secondsInside(participant: Participant, now: number): number {
  return Math.floor((participant.elapsed + (isInside(participant) ? now - participant.lastJoin : 0)) / 1000);
}
