import type { Meeting } from '../../src/domain/meeting.ts';

const HOUR = 3_600_000;

/** A booked meeting, an hour from `now`, with what a test cares about on top. */
export function meetingAt(now: number, change: Partial<Meeting> = {}): Meeting {
  return {
    id: 'm1',
    reserveId: '6911188411934433028',
    meetingNo: '112000358',
    password: '971024',
    url: 'https://vc.feishu.cn/j/112000358',
    appLink: 'https://applink.feishu.cn/client/videochat/open?source=openplatform&action=join&id={?}',
    liveLink: null,
    kind: 'meeting',
    topic: '周会',
    ownerId: 'ou_owner',
    tenantKey: null,
    hostIds: [],
    startAt: now + HOUR,
    endAt: now + 2 * HOUR,
    zone: 'Asia/Shanghai',
    lang: 'zh_cn',
    record: false,
    connect: false,
    join: { who: 'anyone' },
    canHost: null,
    canInvite: null,
    joinPreset: { preview: false, mic: false, speaker: true, camera: false },
    callee: null,
    rrule: null,
    chatId: 'oc_team',
    chatKind: 'group',
    askedIn: 'om_1',
    assumed: [],
    other: null,
    refusedHostIds: [],
    undoUntil: now + 60_000,
    status: 'booked',
    cancelledBy: null,
    createdAt: now,
    updatedAt: now,
    lastChange: null,
    version: 1,
    ...change,
  };
}
