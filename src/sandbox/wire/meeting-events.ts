import { type Platform, userIds } from '../world/platform.ts';
import type { Meeting, Reserve } from '../world/world.ts';
import type { Deliverer } from './deliver.ts';

/** The payloads of `vc.meeting.*`. */

export const FEISHU_USER = 1;
export const PSTN_USER = 6;

export const eventUser = (platform: Platform, openId: string, role: number): object => {
  const someone = platform.world.people.get(openId);
  const id = someone ? userIds(platform.app, someone) : { union_id: null, user_id: null, open_id: openId };
  return { id, user_role: role, user_type: someone ? FEISHU_USER : PSTN_USER };
};

export const roleOf = (meeting: Meeting, openId: string): number => {
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

export function eventMeeting(platform: Platform, meeting: Meeting, reserve: Reserve): Record<string, unknown> {
  return {
    id: meeting.id,
    topic: reserve.topic,
    meeting_no: meeting.meetingNo,
    meeting_source: 4,
    start_time: seconds(meeting.startedAt),
    ...(meeting.endedAt === null ? {} : { end_time: seconds(meeting.endedAt) }),
    ...(meeting.hostId ? { host_user: eventUser(platform, meeting.hostId, 2) } : {}),
    owner: eventUser(platform, reserve.ownerId, roleOf(meeting, reserve.ownerId)),
    meeting_sub_type: 1,
    security_setting: securitySetting(platform, reserve),
  };
}

export function pushMeeting(
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
