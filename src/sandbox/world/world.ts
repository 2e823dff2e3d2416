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
  /** open_department_ids, the main one first; nobody from outside has any. */
  departmentIds: string[];
}

export interface Department {
  /** open_department_id: `od-…` */
  departmentId: string;
  name: string;
  enName: string;
  /** Null right under the company. */
  parentId: string | null;
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
  /** Until then somebody is using the card, and it cannot be updated. */
  heldUntil?: number;
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
  departments: Map<string, Department>;
  chats: Map<string, Chat>;
  messages: Map<string, Message>;
  /** Chat → its messages, oldest first. */
  timeline: Map<string, Message[]>;
  reserves: Map<string, Reserve>;
  meetings: Map<string, Meeting>;
  /** A reserve that another app of the company made. */
  foreignReserveId: string;
}

/** The departments above one, the nearest first. */
export function departmentsAbove({ departments }: World, departmentId: string): Department[] {
  const above: Department[] = [];
  for (let parent = departments.get(departmentId)?.parentId; parent; parent = departments.get(parent)?.parentId) {
    const department = departments.get(parent);
    if (!department || above.includes(department)) break;
    above.push(department);
  }
  return above;
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
