import { randomBytes } from 'node:crypto';
import type { Meeting } from '../domain/meeting.ts';
import { HttpAnswer } from '../feishu/api/http.ts';
import { type Fields, fields, json, str } from '../feishu/narrow.ts';
import type { Send } from './record-calls.ts';

const APP_LINK =
  'https://applink.feishu.cn/client/videochat/open?source=openplatform&action=join&idtype=reservationid&id={?}&preview={?}&mic={?}&speaker={?}&camera={?}';

/** What is known of the world from the event alone. */
export interface Scene {
  botOpenId: string;
  botName: string;
  chatId: string;
  mode: 'group' | 'p2p';
  /** open_id → name. */
  people: Map<string, string>;
  meeting: Meeting | null;
}

/** A platform that grants whatever is asked. Shapes: the pages of each API; a reserve is remembered for as long as this runs. */
export function canned(scene: Scene): Send {
  const reserves = new Map<string, Fields>();
  let last = 0;
  if (scene.meeting) reserves.set(scene.meeting.reserveId, reserveOf(scene.meeting));

  const booked = (body: Fields): Fields => {
    last += 1;
    const settings = fields(body.meeting_settings) ?? {};
    const reserve = {
      id: `700000000000000000${last}`,
      meeting_no: String(100_000_000 + last),
      password: typeof settings.password === 'string' ? settings.password : '',
      url: `https://vc.feishu.cn/j/${100_000_000 + last}`,
      app_link: APP_LINK,
      live_link: `https://meetings.feishu.cn/s/${last}`,
      end_time: body.end_time,
      reserve_user_id: body.owner_id,
      meeting_settings: settings,
      expire_status: 1,
    };
    reserves.set(reserve.id, reserve);
    return reserve;
  };

  const changed = (id: string, body: Fields): Fields => {
    const before = reserves.get(id) ?? booked({});
    const settings = fields(body.meeting_settings) ?? {};
    const after = {
      ...before,
      id,
      ...(body.end_time === undefined ? {} : { end_time: body.end_time }),
      ...(typeof settings.password === 'string' ? { password: settings.password } : {}),
      meeting_settings: { ...fields(before.meeting_settings), ...settings },
    };
    reserves.set(id, after);
    return after;
  };

  const members = (): Fields[] => [...scene.people].map(([id, name]) => ({ member_id_type: 'open_id', member_id: id, name }));

  const answers: [method: string, path: RegExp, answer: (body: Fields, id: string) => Fields | number][] = [
    ['POST', /\/auth\/v3\/\w+\/internal\/?$/, () => ({ tenant_access_token: 't-made-up', expire: 7200 })],
    ['GET', /\/bot\/v3\/info$/, () => ({ bot: { activate_status: 2, app_name: scene.botName, open_id: scene.botOpenId } })],
    ['POST', /\/vc\/v1\/reserves\/apply$/, (body) => ({ data: { reserve: booked(body) } })],
    ['GET', /\/vc\/v1\/reserves\/\w+\/get_active_meeting$/, () => 121004],
    ['GET', /\/vc\/v1\/reserves\/(\w+)$/, (_, id) => ({ data: { reserve: reserves.get(id) ?? changed(id, {}) } })],
    ['PUT', /\/vc\/v1\/reserves\/(\w+)$/, (body, id) => ({ data: { reserve: changed(id, body) } })],
    ['DELETE', /\/vc\/v1\/reserves\/(\w+)$/, () => ({ data: {} })],
    ['POST', /\/im\/v1\/messages(\/\w+\/reply)?$/, () => ({ data: { message_id: newMessageId(), chat_id: scene.chatId } })],
    ['PATCH', /\/im\/v1\/messages\/\w+$/, () => ({ data: {} })],
    ['POST', /\/ephemeral\/v1\/send$/, () => ({ data: { message_id: newMessageId() } })],
    ['GET', /\/im\/v1\/chats$/, () => ({ data: { items: [{ chat_id: scene.chatId, name: scene.chatId }], has_more: false } })],
    ['GET', /\/im\/v1\/chats\/\w+$/, () => ({ data: { name: scene.chatId, chat_mode: scene.mode } })],
    ['GET', /\/im\/v1\/chats\/\w+\/members$/, () => ({ data: { items: members(), has_more: false, member_total: scene.people.size } })],
    ['GET', /\/im\/v1\/chats\/\w+\/members\/is_in_chat$/, () => ({ data: { is_in_chat: true } })],
    ['POST', /\/contact\/v3\/users\/basic_batch$/, (body) => ({ data: { users: namesOf(body.user_ids) } })],
  ];

  const namesOf = (ids: unknown): Fields[] =>
    (Array.isArray(ids) ? ids : []).map((id) => ({ user_id: id, name: scene.people.get(String(id)) ?? String(id) }));

  return async ({ method, path, body }) => {
    const bare = path.split('?')[0] ?? path;
    for (const [verb, pattern, answer] of answers) {
      const match = verb === method ? pattern.exec(bare) : null;
      if (!match) continue;
      const given = fields(typeof body === 'string' ? json(body) : body) ?? {};
      const said = answer(given, str(match[1]) ?? '');
      if (typeof said === 'number') return new HttpAnswer(404, {}, { code: said, msg: 'data not exist' });
      return new HttpAnswer(200, {}, { code: 0, msg: 'success', ...said });
    }
    return new HttpAnswer(404, {}, undefined);
  };
}

const newMessageId = (): string => `om_${randomBytes(16).toString('hex')}`;

const reserveOf = (meeting: Meeting): Fields => ({
  id: meeting.reserveId,
  meeting_no: meeting.meetingNo,
  password: meeting.password ?? '',
  url: meeting.url,
  app_link: meeting.appLink,
  end_time: String(Math.floor(meeting.endAt / 1000)),
  reserve_user_id: meeting.ownerId,
  meeting_settings: { topic: meeting.topic ?? '', auto_record: meeting.record },
  expire_status: 1,
});

/** What a pressed card may have been about. */
export function madeUpMeeting(id: string, o: { owner: string; chatId: string; now: number; other: boolean; config: Defaults }): Meeting {
  const startAt = (Math.floor(o.now / 3_600_000) + 24) * 3_600_000;
  const endAt = startAt + 3_600_000;
  return {
    id,
    reserveId: '7000000000000000000',
    meetingNo: '100000000',
    password: null,
    url: 'https://vc.feishu.cn/j/100000000',
    appLink: APP_LINK,
    liveLink: null,
    kind: 'meeting',
    topic: null,
    ownerId: o.owner,
    tenantKey: null,
    hostIds: [],
    startAt,
    endAt,
    zone: o.config.zone,
    lang: o.config.lang,
    record: false,
    connect: false,
    join: { who: 'anyone' },
    canHost: null,
    canInvite: null,
    joinPreset: { preview: false, mic: false, speaker: true, camera: false },
    callee: null,
    rrule: null,
    chatId: o.chatId,
    chatKind: 'group',
    askedIn: newMessageId(),
    assumed: [],
    other: o.other ? { start: startAt + 3_600_000, end: endAt + 3_600_000 } : null,
    refusedHostIds: [],
    undoUntil: o.now + 60_000,
    status: 'booked',
    cancelledBy: null,
    createdAt: o.now,
    updatedAt: o.now,
    lastChange: null,
    version: 1,
  };
}

type Defaults = Pick<Meeting, 'zone' | 'lang'>;
