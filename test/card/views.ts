import type { ActiveMeeting, ActiveParticipant, Meeting } from '../../src/domain/meeting.ts';
import type { Settings } from '../../src/domain/settings.ts';
import type { Draft, View } from '../../src/domain/view.ts';

export const ANNA = 'ou_1111111111111111111111111111aaaa';
const BEN = 'ou_2222222222222222222222222222bbbb';
export const KNOWN = new Set([ANNA, BEN]);

/** Friday 2026-11-20, 15:00 in Shanghai. */
export const START = Date.UTC(2026, 10, 20, 7);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export const APP_LINK =
  'https://applink.feishu.cn/client/videochat/open?source=openplatform&action=join&idtype=reservationid&id={?}&preview={?}&mic={?}&speaker={?}&camera={?}';

export const meeting = (change: Partial<Meeting> = {}): Meeting => ({
  id: 'mt_7f3a',
  reserveId: '6911188411934973028',
  meetingNo: '112000358',
  password: '971024',
  url: 'https://vc.feishu.cn/j/337736498',
  appLink: APP_LINK,
  liveLink: null,
  kind: 'meeting',
  topic: '周会',
  ownerId: ANNA,
  tenantKey: '736588c9260f175e',
  hostIds: [],
  startAt: START,
  endAt: START + 90 * MINUTE,
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
  chatId: 'oc_0123456789abcdef0123456789abcdef',
  chatKind: 'group',
  askedIn: 'om_1',
  assumed: [],
  other: null,
  refusedHostIds: [],
  undoUntil: START - 180 * MINUTE,
  status: 'booked',
  cancelledBy: null,
  createdAt: START - 180 * MINUTE,
  updatedAt: START - 180 * MINUTE,
  lastChange: null,
  version: 1,
  ...change,
});

export const participant = (change: Partial<ActiveParticipant> = {}): ActiveParticipant => ({
  id: ANNA,
  userType: 1,
  status: 'in_meeting',
  host: false,
  cohost: false,
  external: false,
  seconds: 754,
  ...change,
});

export const active = (change: Partial<ActiveMeeting> = {}): ActiveMeeting => ({
  id: '6911188411934433028',
  meetingNo: '112000358',
  topic: '周会',
  status: 'in_progress',
  startAt: START,
  hostId: ANNA,
  accumulated: 3,
  participants: [
    participant({ host: true }),
    participant({ id: BEN, seconds: 30 }),
    participant({ id: '+8613800138000', userType: 6, status: 'left' }),
  ],
  abilities: ['video', 'audio', 'share_screen'],
  ...change,
});

export const draft = (change: Partial<Draft> = {}): Draft => ({
  topic: '周会',
  start: '2026-11-20 15:00',
  minutes: '90',
  hosts: [BEN],
  password: '',
  record: true,
  access: 'anyone',
  ...change,
});

export const settings: Settings = {
  minutes: 60,
  lang: 'zh_cn',
  zone: 'Asia/Shanghai',
  join: { preview: false, mic: false, speaker: true, camera: false },
  record: false,
  password: 'owner',
  access: 'anyone',
  remind: 10,
  invite: true,
};

const now = START - 3 * 60 * MINUTE;
const rich: Partial<Meeting> = {
  hostIds: [BEN],
  refusedHostIds: ['ou_3333333333333333333333333333cccc', 'not-an-id'],
  record: true,
  connect: true,
  rrule: 'FREQ=WEEKLY;BYDAY=FR',
  join: { who: 'people', people: [{ name: '小王', openId: BEN }, { name: '<b>Li</b>' }] },
  canHost: { who: 'company' },
  canInvite: { who: 'chat' },
  liveLink: 'https://meetings.feishu.cn/s/1gub381l4gglv',
  assumed: ['afternoon', 'next_day', 'length'],
  other: { start: START - 12 * 60 * MINUTE + 24 * 60 * MINUTE, end: START - 12 * 60 * MINUTE + 25 * 60 * MINUTE },
};
const call: Partial<Meeting> = {
  kind: 'call',
  topic: null,
  callee: { phone: '+86-13800138000', name: '张三' },
  chatKind: 'direct',
  password: null,
};

/** One view of each kind that people meet, by name. */
export const views: Record<string, View> = {
  booked: { show: 'meeting', meeting: meeting(), now },
  'booked with everything': { show: 'meeting', meeting: meeting(rich), now },
  'booked a moment ago': { show: 'meeting', meeting: meeting({ undoUntil: now + MINUTE }), now },
  'booked without topic and password': { show: 'meeting', meeting: meeting({ topic: null, password: null }), now },
  'booked in a direct chat': { show: 'meeting', meeting: meeting({ chatKind: 'direct' }), now },
  'booked elsewhere': { show: 'meeting', meeting: meeting(), now, hidePassword: true },
  'booked without app_link': { show: 'meeting', meeting: meeting({ appLink: '' }), now },
  'booked without any link': { show: 'meeting', meeting: meeting({ appLink: '', url: '' }), now },
  'booked over midnight': { show: 'meeting', meeting: meeting({ endAt: START + 12 * 60 * MINUTE }), now },
  'booked to join with camera': {
    show: 'meeting',
    meeting: meeting({ joinPreset: { preview: false, mic: true, speaker: true, camera: true } }),
    now,
  },
  due: { show: 'meeting', meeting: meeting(), now: START + MINUTE },
  live: { show: 'meeting', meeting: meeting({ status: 'live', ...rich, other: null, assumed: [] }), now: START + MINUTE },
  'live with people': {
    show: 'meeting',
    meeting: meeting({ status: 'live' }),
    now: START,
    live: {
      running: {
        startAt: START,
        recording: true,
        inside: [
          { id: ANNA, userType: 1, host: true, since: START },
          { id: BEN, userType: 1, role: 'cohost', external: true, host: false, since: START + MINUTE },
          ...[2, 6, 7, 3, 9, 2, 2].map((userType, n) => ({ id: `x${n}`, userType, host: false, since: START + MINUTE })),
        ],
        gone: [
          { id: BEN, userType: 1 },
          { id: 'x9', userType: 6 },
        ],
      },
      held: [],
      asked: true,
    },
  },
  held: {
    show: 'meeting',
    meeting: meeting({ status: 'ended' }),
    now: START + 60 * MINUTE,
    live: {
      running: null,
      held: [
        { startAt: START + 2 * MINUTE, endAt: START + 20 * MINUTE, count: 3, recorded: null },
        {
          startAt: START + 30 * MINUTE,
          endAt: START + 75 * MINUTE,
          count: 5,
          recorded: { url: 'https://meetings.feishu.cn/minutes/obcn', length: 45 * MINUTE },
        },
      ],
      asked: true,
    },
  },
  recorded: { show: 'recorded', meeting: meeting(), url: 'https://meetings.feishu.cn/minutes/obcn', length: 45 * MINUTE },
  reminder: { show: 'reminder', meeting: meeting(), word: 'before', now: START - 10 * MINUTE, pinged: [ANNA, BEN] },
  'reminder at the start': { show: 'reminder', meeting: meeting(), word: 'start', now: START, pinged: [] },
  invited: { show: 'invited', meeting: meeting(), absent: false },
  'invited, and cannot': { show: 'invited', meeting: meeting(), absent: true },
  'invited to what is over': { show: 'invited', meeting: meeting({ status: 'released' }), absent: false },
  'invited to what is off': { show: 'invited', meeting: meeting({ status: 'cancelled', cancelledBy: ANNA }), absent: true },
  attendance: {
    show: 'attendance',
    meeting: meeting({ status: 'ended' }),
    people: [
      { id: ANNA, userType: 1, from: START, length: 45 * MINUTE, name: null },
      { id: 'x1', userType: 6, from: START, length: MINUTE, name: null },
    ],
    total: 3,
  },
  series: {
    show: 'series',
    series: {
      ...{ id: 's-om_1', ownerId: ANNA, tenantKey: null, chatId: 'oc_1', chatKind: 'group', lang: 'zh_cn', zone: 'Asia/Shanghai' },
      ...{ rrule: 'FREQ=WEEKLY;BYDAY=FR', workdays: false, firstAt: START, length: 90 * MINUTE, exceptions: {}, doneTo: null },
      plan: {
        ...{ topic: '周会', password: { set: 'owner' }, hostIds: [], guestIds: [], record: false, connect: null },
        ...{ join: { who: 'anyone' }, canHost: null, canInvite: null, remind: 10, joinPreset: settings.join },
      },
      ...{ meetings: {}, status: 'on', stoppedBy: null, createdAt: START, version: 1 },
    },
    next: [
      { day: '2026-11-20', startAt: START, endAt: START + 90 * MINUTE, meeting: meeting(), bookAt: START },
      {
        ...{ day: '2027-01-01', startAt: START + 42 * DAY, endAt: START + 42 * DAY + 90 * MINUTE },
        ...{ meeting: null, bookAt: START + 90 * MINUTE },
      },
    ],
    now: START - MINUTE,
  },
  'asked to be cancelled': { show: 'meeting', meeting: meeting(), now, asksCancel: now + MINUTE },
  'asked to be cancelled while live': {
    show: 'meeting',
    meeting: meeting({ status: 'live' }),
    now: START + MINUTE,
    asksCancel: START + 2 * MINUTE,
  },
  'call asked to be cancelled': { show: 'meeting', meeting: meeting(call), now, asksCancel: now + MINUTE },
  cancelled: { show: 'meeting', meeting: meeting({ status: 'cancelled', cancelledBy: BEN }), now },
  released: { show: 'meeting', meeting: meeting({ status: 'released' }), now: START + 200 * MINUTE },
  call: { show: 'meeting', meeting: meeting(call), now },
  'call due': { show: 'meeting', meeting: meeting({ ...call, startAt: now, endAt: now + 60 * MINUTE }), now },
  'call cancelled': { show: 'meeting', meeting: meeting({ ...call, status: 'cancelled' }), now },
  who: { show: 'who', meeting: meeting({ status: 'live' }), active: active(), now: START + 20 * MINUTE },
  'who before the start': { show: 'who', meeting: meeting(), active: null, now },
  'who when all left': {
    show: 'who',
    meeting: meeting(),
    active: active({ participants: [participant({ status: 'left' })], abilities: [], hostId: null, startAt: null }),
    now,
  },
  'who on a call': {
    show: 'who',
    meeting: meeting({ ...call, status: 'live' }),
    active: active({ participants: [participant({ host: true }), participant({ id: 'x', userType: 6, seconds: 130 })] }),
    now: START + 20 * MINUTE,
  },
  'who after the end': { show: 'who', meeting: meeting(), active: active({ status: 'ended' }), now },
  'who while ringing': {
    show: 'who',
    meeting: meeting(call),
    active: active({ status: 'calling', participants: [participant({ status: 'ringing', userType: 6 })] }),
    now,
  },
  list: {
    show: 'list',
    scope: 'mine',
    span: 'all',
    meetings: [meeting(), meeting({ id: 'mt_2', topic: null, status: 'live' }), meeting({ id: 'mt_3', ...call })],
    page: 1,
    pages: 3,
    total: 12,
    now,
    hidePasswords: false,
  },
  'list that asks': {
    show: 'list',
    scope: 'chat',
    span: 'today',
    meetings: [meeting(), meeting({ id: 'mt_2', topic: '评审' })],
    page: 0,
    pages: 1,
    total: 2,
    now,
    window: { from: START - 15 * 60 * MINUTE, until: START + 9 * 60 * MINUTE, zone: 'Asia/Shanghai' },
    hidePasswords: false,
    asksCancel: { id: 'mt_7f3a', until: now + MINUTE },
  },
  'list to pick from': {
    show: 'list',
    scope: 'mine',
    span: 'all',
    meetings: [meeting(), meeting({ id: 'mt_2', topic: '评审' })],
    page: 0,
    pages: 1,
    total: 3,
    now,
    hidePasswords: true,
    pick: { act: 'cancel' },
  },
  'list with hidden passwords': {
    show: 'list',
    scope: 'chat',
    span: 'this_week',
    window: { from: START - (4 * 24 + 15) * 60 * MINUTE, until: START + (2 * 24 + 9) * 60 * MINUTE, zone: 'Asia/Shanghai' },
    meetings: [meeting()],
    page: 0,
    pages: 1,
    total: 1,
    now,
    hidePasswords: true,
  },
  'list of nothing': { show: 'list', scope: 'chat', span: 'today', meetings: [], page: 0, pages: 1, total: 0, now, hidePasswords: false },
  'form to book': { show: 'form', mode: 'book', meetingId: null, draft: draft(), errors: {}, zone: 'Asia/Shanghai', inGroup: true },
  'form to change': {
    show: 'form',
    mode: 'change',
    meetingId: 'mt_7f3a',
    draft: draft({ access: 'people', minutes: '75', password: '971024' }),
    errors: {},
    zone: 'UTC+05:30',
    inGroup: false,
    was: { startAt: START, endAt: START + 75 * MINUTE },
  },
  'form with mistakes': {
    show: 'form',
    mode: 'book',
    meetingId: null,
    draft: draft({ topic: '', start: 'tomorrow', minutes: 'long', password: '12ab', hosts: ['nobody'] }),
    errors: {
      start: { key: 'form_start_missing' },
      minutes: { key: 'form_minutes_bad' },
      password: { key: 'password_bad' },
      hosts: { key: 'too_many_hosts', args: { max: 10 } },
    },
    zone: 'America/New_York',
    inGroup: false,
  },
  'settings of a person': { show: 'settings', scope: 'person', effective: settings, own: { minutes: 60 }, error: null },
  'settings of a group': {
    show: 'settings',
    scope: 'chat',
    effective: { ...settings, zone: 'Africa/Lagos', minutes: 25, join: { preview: true, mic: true, speaker: false, camera: false } },
    own: { zone: 'Africa/Lagos' },
    error: { key: 'zone_unknown' },
  },
  'form in the past': {
    show: 'form',
    mode: 'book',
    meetingId: null,
    draft: draft(),
    errors: { start: { key: 'past' } },
    zone: 'Asia/Shanghai',
    inGroup: false,
  },
  invitation: { show: 'invitation', meeting: meeting() },
  'invitation to a call': { show: 'invitation', meeting: meeting(call) },
  share: {
    show: 'share',
    meeting: meeting(),
    chats: [
      { chatId: 'oc_a', name: '产品群' },
      { chatId: 'oc_b', name: '' },
    ],
  },
  'share with more to look at': { show: 'share', meeting: meeting(), chats: [{ chatId: 'oc_a', name: '产品群' }], more: true },
  'share with nowhere to go': { show: 'share', meeting: meeting(), chats: [] },
  'help when asked': { show: 'help', because: 'asked', suggestion: null, inGroup: false },
  'help as a greeting': { show: 'help', because: 'greeting', suggestion: null, inGroup: true },
  'help for unknown words': { show: 'help', because: 'unknown', suggestion: '取消 周会', inGroup: true },
  'help without a guess': { show: 'help', because: 'unknown', suggestion: null, inGroup: false },
  'help as a welcome': { show: 'help', because: 'welcome', suggestion: null, inGroup: true },
  'help for a sticker': { show: 'help', because: 'text_only', suggestion: null, inGroup: false },
  'line of a change': {
    show: 'line',
    say: {
      key: 'changed',
      args: {
        who: { user: ANNA },
        topic: '周会',
        news: [
          {
            key: 'now_time',
            args: { start: { at: START, zone: 'Asia/Shanghai' }, end: { at: START + 60 * MINUTE, zone: 'Asia/Shanghai' } },
          },
        ],
        others: [{ key: 'name_password' }, { key: 'name_hosts' }],
      },
    },
    acts: [{ label: { key: 'show' }, act: { act: 'show', id: 'mt_7f3a' } }],
  },
  'line of a cancellation': { show: 'line', say: { key: 'changed_cancelled', args: { who: { user: ANNA }, topic: '周会' } } },
  'line of settings': {
    show: 'line',
    say: {
      key: 'settings_done',
      args: {
        what: [
          { key: 'set_minutes', args: { minutes: 30 } },
          { key: 'set_zone', args: { zone: { zone: 'Asia/Tokyo' } } },
        ],
      },
    },
  },
  'notice of what was not booked': { show: 'notice', failed: 'book', say: { key: 'password_bad' }, acts: [] },
  'notice of a lost answer': {
    show: 'notice',
    say: { key: 'answer_lost' },
    acts: [{ label: { key: 'book_again' }, act: { act: 'retry', id: 'at_1' } }],
  },
  'notice of a warning': {
    show: 'notice',
    say: { key: 'not_found_topic', args: { topic: '周会' } },
    acts: [],
  },
};
