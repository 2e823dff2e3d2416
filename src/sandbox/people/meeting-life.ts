import type { Deliverer } from '../wire/deliver.ts';
import { eventMeeting, eventUser, FEISHU_USER, PSTN_USER, pushMeeting, roleOf } from '../wire/meeting-events.ts';
import { newLongId, slug } from '../world/ids.ts';
import type { Platform } from '../world/platform.ts';
import { activeMeeting, type Meeting, type Participant, type Person, type Reserve } from '../world/world.ts';
import { isAllowed } from './meeting-access.ts';

/** Life inside a meeting: who comes, who goes, who is host, and the `vc.meeting.*` events of it. */

const RECORDING_READY_AFTER_MS = 30_000;
const PSTN_ANSWERS_AFTER_MS = 5000;

export const isInside = (participant: Participant): boolean => participant.status === 2;

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
    pushMeeting(platform, deliver, 'meeting_started', meeting, reserve, someone.openId);
    if (reserve.autoRecord) startRecording(platform, deliver, meeting, reserve, someone.openId);
    if (reserve.callee) ring(platform, deliver, meeting, reserve);
  }
  pushMeeting(platform, deliver, 'join_meeting', meeting, reserve, someone.openId);
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
  pushMeeting(platform, deliver, 'recording_started', meeting, reserve, operatorId);
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
    pushMeeting(platform, deliver, 'join_meeting', meeting, reserve, phone);
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
  pushMeeting(platform, deliver, 'leave_meeting', meeting, reserve, operatorId, {
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
    pushMeeting(platform, deliver, 'recording_ended', meeting, reserve, operatorId);
    clock.at(clock.now() + RECORDING_READY_AFTER_MS, () => {
      recording.ready = true;
      if (!platform.world.meetings.has(meeting.id) || reserve.appId !== platform.app.appId) return;
      const { id, topic, meeting_no, meeting_source, owner, meeting_sub_type } = eventMeeting(platform, meeting, reserve);
      deliver.push('vc.meeting.recording_ready_v1', {
        meeting: { id, topic, meeting_no, meeting_source, owner: { id: (owner as { id: unknown }).id }, meeting_sub_type },
        url: recording.url,
        duration: String((recording.endedAt ?? recording.startedAt) - recording.startedAt),
      });
    });
  }
  pushMeeting(platform, deliver, 'meeting_ended', meeting, reserve, operatorId);
  platform.changed({ type: 'meeting', meeting_no: meeting.meetingNo, meeting_id: meeting.id });
}

export function secondsInside(participant: Participant, now: number): number {
  return Math.floor((participant.elapsed + (isInside(participant) ? now - participant.lastJoin : 0)) / 1000);
}
