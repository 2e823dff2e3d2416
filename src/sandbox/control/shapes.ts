import type { ApiFault, ConnectionFault, DeliveryFault } from '../world/faults.ts';

/** What the control API (`/_sandbox/…`) says, as the server writes it and the page reads it. Times are Unix milliseconds. */

export type Lang = 'zh_cn' | 'en_us';

export interface PersonView {
  open_id: string;
  union_id: string;
  user_id: string;
  name: string;
  en_name: string;
  color: string;
  initials: string;
  lang: Lang;
  zone: string;
  tenant_key: string;
  online: boolean;
  resigned: boolean;
  available: boolean;
  blocks_bot: boolean;
  meeting_password: string | null;
  department_ids: string[];
}

export interface DepartmentView {
  open_department_id: string;
  name: string;
  en_name: string;
  /** `0` right under the company, as the platform has it. */
  parent_department_id: string;
}

export interface ChatView {
  chat_id: string;
  name: string;
  en_name: string;
  chat_mode: 'group' | 'topic' | 'p2p';
  members: string[];
  owner_id: string | null;
  bot_in: boolean;
  external: boolean;
  dissolved: boolean;
  owner_posts_only: boolean;
  last: { text: string; at: number } | null;
}

export interface ParticipantView {
  open_id: string;
  status: 'in_meeting' | 'left' | 'ringing';
  host: boolean;
  cohost: boolean;
  joined_at: number;
  /** Time inside so far. */
  seconds: number;
}

export interface MeetingView {
  id: string;
  /** 1 calling, 2 in progress, 3 ended. */
  status: number;
  host_id: string | null;
  started_at: number;
  participants: ParticipantView[];
}

export interface RecordingView {
  url: string;
  ready: boolean;
  seconds: number;
}

export interface ReserveView {
  id: string;
  meeting_no: string;
  url: string;
  live_link: string;
  recordings: RecordingView[];
  topic: string;
  owner_id: string;
  password: string;
  end_time: number;
  expired: boolean;
  deleted: boolean;
  auto_record: boolean;
  host_ids: string[];
  meeting: MeetingView | null;
}

export interface AppView {
  app_id: string;
  name: string;
  en_name: string;
  bot_open_id: string;
  webhook_url: string | null;
  enabled: boolean;
}

/** `GET world` */
export interface WorldView {
  now: number;
  /** Platform milliseconds per real millisecond. */
  factor: number;
  lang_default: Lang;
  tenant_key: string;
  app: AppView;
  departments: DepartmentView[];
  people: PersonView[];
  chats: ChatView[];
  reserves: ReserveView[];
  foreign_reserve_id: string;
  faults: FaultsView;
  /** What a newcomer could say. */
  suggestions: Record<Lang, string>[];
  scopes: string[];
  /** Subscribed event types; null: all. */
  events: string[] | null;
}

export interface FaultsView {
  deliveries: DeliveryFault[];
  api: ApiFault[];
  active_absent: 'error' | 'empty';
  connection: ConnectionFault;
}

/** `GET faults`: what goes wrong in life, ready to be chosen. */
export interface PresetView {
  id: string;
  name: Record<Lang, string>;
  about: Record<Lang, string>;
}

export interface MentionView {
  key: string;
  open_id: string;
  name: string;
}

/** `GET chats/:chat_id/messages?as=…` */
export interface MessageView {
  message_id: string;
  chat_id: string;
  sender: { type: 'user' | 'app'; id: string; name: string };
  msg_type: string;
  text?: string;
  /** JSON in a string, as the open API carries it. */
  content?: string;
  card?: Record<string, unknown>;
  mentions?: MentionView[];
  created_at: number;
  updated_at: number;
  edited: boolean;
  deleted: boolean;
  ephemeral: boolean;
  forwarded: boolean;
  parent_id?: string;
  root_id?: string;
  thread_id?: string;
  quote?: { sender_name: string; text: string };
  /** Of the asking person's own messages in a group: who has seen it so far. */
  read_by?: string[];
}

export interface Attempt {
  at: number;
  /** HTTP status; null when nothing came back. */
  status: number | null;
  ms: number;
  error?: string;
}

/** `GET deliveries`: one thing that was pushed to the app. */
export interface Delivery {
  id: string;
  kind: 'event' | 'callback' | 'verification';
  event_type: string;
  event_id: string;
  at: number;
  state: 'ok' | 'retrying' | 'failed';
  attempts: Attempt[];
  next_at: number | null;
  /** The event as JSON before encryption. */
  body: unknown;
  /** What came back, cut at 4 KB. */
  answer: string | null;
}

/** `GET calls`: one call of the open API. */
export interface CallRecord {
  id: string;
  at: number;
  method: string;
  path: string;
  status: number | null;
  code: number | null;
  ms: number;
  request: unknown;
  response: unknown;
}

/** `POST press`: what became of it. */
export interface PressResult {
  /** HTTP status of the app's answer; null when nothing was sent or nothing came back. */
  status: number | null;
  toast: { type: string; content: string } | null;
  /** 0, or the code that the client shows. */
  code: number;
  card_replaced: boolean;
  open_url: string | null;
}

/** What an app asks for when it is registered: as the SDK packs it into the link. */
export interface Addons {
  scopes?: { tenant?: string[] };
  events?: { items?: { tenant?: string[] } };
  callbacks?: { items?: string[] };
}

/** `GET stream`: something changed that a page may want to fetch again. */
export interface Change {
  type: 'message' | 'patched' | 'deleted' | 'read' | 'chat' | 'meeting' | 'delivery' | 'api' | 'clock' | 'world';
  chat_id?: string;
  [id: string]: unknown;
}
