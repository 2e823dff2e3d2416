import { digits, hex, newChatId, newLongId, newMeetingNo, newOpenId, newTenantKey, newUnionId, newUserId, slug } from './ids.ts';

/** What the platform knows: people, chats, messages, reserves, meetings. Times are Unix milliseconds. */

export type Lang = 'zh_cn' | 'en_us';

export interface Person {
  openId: string;
  unionId: string;
  userId: string;
  email: string;
  name: string;
  enName: string;
  color: string;
  initials: string;
  lang: Lang;
  zone: string;
  tenantKey: string;
  online: boolean;
  /** Resigned people cannot be written to (230029). */
  resigned: boolean;
  /** In the app's availability range (else 230013). */
  available: boolean;
  /** Has stopped the bot from writing (230053). */
  blocksBot: boolean;
  /** Personal meeting setting: six digits for every meeting of theirs, or none. */
  meetingPassword: string | null;
}

export interface Chat {
  chatId: string;
  name: string;
  enName: string;
  mode: 'group' | 'topic' | 'p2p';
  members: string[];
  ownerId: string | null;
  botIn: boolean;
  external: boolean;
  dissolved: boolean;
  /** Only the group's owner may post (230018). */
  ownerPostsOnly: boolean;
}

export interface Mention {
  key: string;
  openId: string;
  name: string;
  bot: boolean;
  tenantKey: string;
}

export type MsgType =
  | 'text'
  | 'post'
  | 'interactive'
  | 'image'
  | 'sticker'
  | 'file'
  | 'audio'
  | 'media'
  | 'share_chat'
  | 'share_user'
  | 'system';

export interface Message {
  messageId: string;
  chatId: string;
  sender: { type: 'user' | 'app'; id: string };
  msgType: MsgType;
  /** Content as the API carries it: a JSON string. */
  content: string;
  mentions: Mention[];
  mentionsAll: boolean;
  /** The card as sent, for `interactive`. */
  card: Record<string, unknown> | null;
  createdAt: number;
  updatedAt: number;
  edits: number;
  recalled: boolean;
  /** The only person who sees it. */
  ephemeralTo: string | null;
  parentId: string | null;
  rootId: string | null;
  threadId: string | null;
  /** A forwarded copy of this message. */
  forwardOf: string | null;
}

export interface PermissionChecker {
  check_field: number;
  check_mode: number;
  /** User ids are kept as open_ids. */
  check_list: string[];
}

export interface ActionPermission {
  permission: number;
  permission_checkers: PermissionChecker[];
}

export interface Reserve {
  id: string;
  appId: string;
  meetingNo: string;
  /** The number in the link, which is not the meeting number. */
  urlNo: string;
  liveSlug: string;
  ownerId: string;
  topic: string;
  password: string;
  endTime: number;
  initialType: number;
  connect: boolean;
  autoRecord: boolean;
  hostIds: string[];
  permissions: ActionPermission[];
  callee: { id?: string; user_type: number; pstn_sip_info?: { nickname?: string; main_address: string } } | null;
  deleted: boolean;
}

export interface Participant {
  openId: string;
  /** 1 Feishu user, 6 PSTN. */
  userType: number;
  /** 1 calling, 2 in the meeting, 3 ringing, 4 left. */
  status: number;
  cohost: boolean;
  firstJoin: number;
  lastJoin: number;
  finalLeave: number | null;
  /** Time inside, of visits that are over. */
  elapsed: number;
}

export interface Meeting {
  id: string;
  reserveId: string;
  meetingNo: string;
  /** 1 calling, 2 in progress, 3 ended. */
  status: number;
  createdAt: number;
  startedAt: number;
  endedAt: number | null;
  hostId: string | null;
  participants: Participant[];
  peak: number;
  abilities: { video: boolean; audio: boolean; shareScreen: boolean; followScreen: boolean; recording: boolean; pstn: boolean };
  recording: { url: string; startedAt: number; endedAt: number | null; ready: boolean } | null;
}

export interface World {
  tenantKey: string;
  people: Map<string, Person>;
  chats: Map<string, Chat>;
  messages: Map<string, Message>;
  /** Chat → its messages, oldest first. */
  timeline: Map<string, Message[]>;
  reserves: Map<string, Reserve>;
  meetings: Map<string, Meeting>;
  /** A reserve that another app of the company made. */
  foreignReserveId: string;
}

const COLORS = ['#3370ff', '#f5871f', '#00b96b', '#7f3bf5', '#e8463b', '#00a3bf', '#c2410c', '#64748b'];

interface Seed {
  name: string;
  enName: string;
  initials: string;
  lang: Lang;
  zone: string;
  password: boolean;
  outside?: boolean;
}

const PEOPLE: readonly Seed[] = [
  { name: '张伟', enName: 'Zhang Wei', initials: '张', lang: 'zh_cn', zone: 'Asia/Shanghai', password: true },
  { name: '李娜', enName: 'Li Na', initials: '李', lang: 'zh_cn', zone: 'Asia/Shanghai', password: false },
  { name: '王芳', enName: 'Wang Fang', initials: '王', lang: 'zh_cn', zone: 'Asia/Shanghai', password: true },
  { name: '陈晨', enName: 'Chen Chen', initials: '陈', lang: 'zh_cn', zone: 'Asia/Shanghai', password: false },
  { name: '佐藤遥', enName: 'Haruka Sato', initials: 'HS', lang: 'en_us', zone: 'Asia/Tokyo', password: true },
  { name: '艾米丽', enName: 'Emily Carter', initials: 'EC', lang: 'en_us', zone: 'America/New_York', password: false },
  { name: '周明', enName: 'Ming Zhou', initials: '周', lang: 'zh_cn', zone: 'Asia/Shanghai', password: true, outside: true },
];

const GROUPS: readonly { name: string; enName: string; mode: 'group' | 'topic'; members: number[] }[] = [
  { name: '产品周会', enName: 'Product', mode: 'group', members: [0, 1, 2, 3, 4, 5] },
  { name: '设计讨论', enName: 'Design', mode: 'group', members: [1, 2, 4] },
  { name: '需求池', enName: 'Requests', mode: 'topic', members: [0, 1, 3, 5] },
  { name: '星河合作群', enName: 'Partners', mode: 'group', members: [0, 5, 6] },
];

/** Somebody of the company whom nobody knows by name: groups can be large. */
export function newColleague(index: number, tenantKey: string): Person {
  const name = `同事${index}`;
  const seed: Seed = { name, enName: `Colleague ${index}`, initials: '同', lang: 'zh_cn', zone: 'Asia/Shanghai', password: false };
  return person(seed, index, tenantKey);
}

function person(seed: Seed, index: number, tenantKey: string): Person {
  return {
    openId: newOpenId(),
    unionId: newUnionId(),
    userId: newUserId(),
    email: `${seed.enName.toLowerCase().replace(/\s+/g, '.')}@${seed.outside ? 'partner' : 'company'}.example`,
    name: seed.name,
    enName: seed.enName,
    color: COLORS[index % COLORS.length]!,
    initials: seed.initials,
    lang: seed.lang,
    zone: seed.zone,
    tenantKey,
    online: true,
    resigned: false,
    available: true,
    blocksBot: false,
    meetingPassword: seed.password ? digits(6) : null,
  };
}

export function newChat(fields: Pick<Chat, 'name' | 'enName' | 'mode' | 'members'> & Partial<Chat>): Chat {
  return {
    chatId: newChatId(),
    ownerId: fields.members[0] ?? null,
    botIn: true,
    external: false,
    dissolved: false,
    ownerPostsOnly: false,
    ...fields,
  };
}

export function newReserve(fields: Pick<Reserve, 'appId' | 'ownerId' | 'endTime'> & Partial<Reserve>): Reserve {
  const meetingNo = newMeetingNo();
  let urlNo = newMeetingNo();
  while (urlNo === meetingNo) urlNo = newMeetingNo();
  return {
    id: newLongId(),
    meetingNo,
    urlNo,
    liveSlug: `1${slug(12)}`,
    topic: '',
    password: '',
    initialType: 1,
    connect: false,
    autoRecord: false,
    hostIds: [],
    permissions: [],
    callee: null,
    deleted: false,
    ...fields,
  };
}

/** A small company, a partner of theirs, four groups, and a direct chat with the bot for everybody. */
export function createWorld(now: number, tenantKey: string): World {
  const world: World = {
    tenantKey,
    people: new Map(),
    chats: new Map(),
    messages: new Map(),
    timeline: new Map(),
    reserves: new Map(),
    meetings: new Map(),
    foreignReserveId: '',
  };
  const partnerTenant = newTenantKey();
  const people = PEOPLE.map((seed, index) => person(seed, index, seed.outside ? partnerTenant : tenantKey));
  for (const someone of people) world.people.set(someone.openId, someone);
  for (const group of GROUPS) {
    const members = group.members.map((index) => people[index]!);
    const external = members.some((member) => member.tenantKey !== tenantKey);
    const chat = newChat({
      name: group.name,
      enName: group.enName,
      mode: group.mode,
      members: members.map((member) => member.openId),
      external,
    });
    world.chats.set(chat.chatId, chat);
  }
  for (const someone of people) {
    const chat = newChat({
      name: someone.name,
      enName: someone.enName,
      mode: 'p2p',
      members: [someone.openId],
      ownerId: null,
      external: someone.tenantKey !== tenantKey,
    });
    world.chats.set(chat.chatId, chat);
  }
  const foreign = newReserve({ appId: `cli_${hex(16)}`, ownerId: people[3]!.openId, endTime: now + 7 * 86_400_000, topic: '客户回访' });
  world.reserves.set(foreign.id, foreign);
  world.foreignReserveId = foreign.id;
  return world;
}

export type IdType = 'open_id' | 'union_id' | 'user_id' | 'email';

export function findPerson(world: World, id: string, type: IdType): Person | undefined {
  if (type === 'open_id') return world.people.get(id);
  for (const someone of world.people.values()) {
    if ((type === 'union_id' && someone.unionId === id) || (type === 'user_id' && someone.userId === id)) return someone;
    if (type === 'email' && someone.email === id) return someone;
  }
  return undefined;
}

export function idOf(someone: Person, type: IdType): string {
  if (type === 'union_id') return someone.unionId;
  if (type === 'user_id') return someone.userId;
  return type === 'email' ? someone.email : someone.openId;
}

export function p2pChatOf(world: World, openId: string): Chat | undefined {
  for (const chat of world.chats.values()) if (chat.mode === 'p2p' && chat.members[0] === openId) return chat;
  return undefined;
}

export function activeMeeting(world: World, reserveId: string): Meeting | undefined {
  for (const meeting of world.meetings.values()) if (meeting.reserveId === reserveId && meeting.status !== 3) return meeting;
  return undefined;
}

/** May this message be seen by this person at all? */
export function sees(message: Message, openId: string): boolean {
  return message.ephemeralTo === null || message.ephemeralTo === openId;
}
