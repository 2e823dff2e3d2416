/** A plan in the platform's words, and its answer in ours. */
import type { Meeting } from '../domain/meeting.ts';
import type { Ask } from './ask.ts';
import type { Plan } from './plan.ts';
import type { MeetingSettings, Reserve } from './ports/platform.ts';
import { UNDO_WINDOW } from './rules.ts';

/** @param digits six random ones, where a password is wanted and none was said */
export function settingsOf(plan: Plan, digits: () => string): MeetingSettings {
  const settings: MeetingSettings = {};
  if (plan.topic) settings.topic = plan.topic;
  if (plan.kind === 'call' && plan.callee) {
    settings.meeting_initial_type = 2;
    settings.call_setting = {
      callee: {
        user_type: 6,
        pstn_sip_info: { ...(plan.callee.name ? { nickname: plan.callee.name } : {}), main_address: plan.callee.phone },
      },
    };
    return settings;
  }
  settings.meeting_initial_type = 1;
  settings.auto_record = plan.record;
  if (plan.connect !== null) settings.meeting_connect = plan.connect;
  if (plan.hostIds.length > 0) settings.assign_host_list = plan.hostIds.map((id) => ({ user_type: 1, id }));
  if (plan.password.set === 'none') settings.password = '';
  else if (plan.password.set === 'digits') settings.password = plan.password.digits;
  else if (plan.password.set === 'random') settings.password = digits();
  return settings;
}

export function meetingOf(
  plan: Plan,
  reserve: Reserve,
  ask: Ask,
  made: { id: string; now: number; clash: Meeting['clash']; clocks: Pick<Meeting, 'zoneAssumed' | 'zones'> },
): Meeting {
  const { id, now, clash, clocks } = made;
  const refused = plan.hostIds.filter((host) => reserve.invalidHostIds.includes(host));
  return {
    id,
    reserveId: reserve.id,
    meetingNo: reserve.meetingNo,
    password: reserve.password || null,
    url: reserve.url,
    appLink: reserve.appLink ?? '',
    liveLink: reserve.liveLink,
    kind: plan.kind,
    topic: reserve.settings?.topic || plan.topic,
    ownerId: ask.from,
    tenantKey: ask.tenantKey,
    hostIds: plan.hostIds.filter((host) => !refused.includes(host)),
    startAt: plan.startAt,
    endAt: reserve.endAt ?? plan.endAt,
    zone: plan.zone,
    ...(plan.zoneSaid ? { zoneSaid: true as const } : {}),
    ...clocks,
    lang: ask.lang,
    record: plan.record,
    connect: plan.connect ?? false,
    join: plan.join,
    canHost: plan.canHost,
    canInvite: plan.canInvite,
    joinPreset: ask.settings.join,
    callee: plan.callee,
    rrule: plan.rrule,
    ...(plan.series ? { series: plan.series } : {}),
    chatId: ask.place.chatId,
    chatKind: ask.place.kind,
    askedIn: ask.under ?? '',
    assumed: plan.assumed,
    other: plan.other,
    ...(clash ? { clash } : {}),
    refusedHostIds: [...(plan.botIds ?? []), ...refused],
    undoUntil: now + UNDO_WINDOW,
    status: 'booked',
    cancelledBy: null,
    createdAt: now,
    updatedAt: now,
    lastChange: null,
    ...(plan.remind === undefined ? {} : { remind: plan.remind }),
    ...(plan.guestIds?.length ? { guestIds: plan.guestIds } : {}),
    version: 1,
  };
}
