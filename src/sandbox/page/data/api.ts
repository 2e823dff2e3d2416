import type {
  Addons,
  CallRecord,
  Change,
  ChatView,
  Delivery,
  FaultsView,
  MessageView,
  PersonView,
  PresetView,
  PressResult,
  WorldView,
} from '../../control/shapes.ts';

/** Thrown for every answer that is not 2xx; `message` is the sandbox's own sentence. */
class ApiError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

async function call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  const init: RequestInit = { method, headers: { accept: 'application/json' } };
  if (body !== undefined) {
    init.headers = { ...init.headers, 'content-type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  const response = await fetch(path, init);
  const text = await response.text();
  let data: unknown = {};
  try {
    data = text ? JSON.parse(text) : {};
  } catch {
    if (response.ok) throw new ApiError(response.status, 'not JSON');
  }
  if (!response.ok) throw new ApiError(response.status, (data as { error?: string }).error ?? `HTTP ${response.status}`);
  return data as T;
}

const id = encodeURIComponent;
const post = <T = object>(path: string, body: object = {}): Promise<T> => call('POST', `/_sandbox/${path}`, body);
const get = <T>(path: string): Promise<T> => call('GET', `/_sandbox/${path}`);

export interface Outgoing {
  as: string;
  chat_id: string;
  text?: string;
  msg_type?: string;
  content?: object;
  parent_id?: string;
  thread_id?: string;
}

export interface Press {
  as: string;
  message_id: string;
  element: object;
  form_name?: string;
  form_value?: object;
}

export interface Joining {
  as: string;
  reserve_id?: string;
  meeting_no?: string;
  password?: string;
  mic: boolean;
  camera: boolean;
  preview: boolean;
}

interface Registering {
  user_code: string;
  confirm: boolean;
  brand: string;
  as: string;
  addons: Addons;
}

export const api = {
  world: () => get<WorldView>('world'),
  register: (answer: Registering) => post('registrations', answer),
  messages: (chatId: string, as: string) => get<{ messages: MessageView[] }>(`chats/${id(chatId)}/messages?as=${id(as)}`),
  send: (message: Outgoing) => post('messages', message),
  recall: (messageId: string, as: string) => post(`messages/${id(messageId)}/recall`, { as }),
  forward: (messageId: string, as: string, chatId: string) => post(`messages/${id(messageId)}/forward`, { as, chat_id: chatId }),
  press: (press: Press) => post<PressResult>('press', press),
  newChat: (chat: { as: string; name: string; members: string[]; with_bot: boolean }) => post<Pick<ChatView, 'chat_id'>>('chats', chat),
  botIn: (chatId: string, as: string, isIn: boolean) => post(`chats/${id(chatId)}/bot`, { as, in: isIn }),
  read: (chatId: string, as: string) => post(`chats/${id(chatId)}/read`, { as }),
  opened: (chatId: string, as: string) => post(`chats/${id(chatId)}/open`, { as }),
  join: (joining: Joining) => post('meetings/join', joining),
  leave: (as: string, meetingNo: string) => post('meetings/leave', { as, meeting_no: meetingNo }),
  end: (as: string, meetingNo: string) => post('meetings/end', { as, meeting_no: meetingNo }),
  person: (openId: string, change: Partial<PersonView>) => post(`people/${id(openId)}`, change),
  deliveries: () => get<{ deliveries: Delivery[] }>('deliveries?limit=100'),
  again: (deliveryId: string, times: number) => post(`deliveries/${id(deliveryId)}/again`, { times }),
  calls: () => get<{ calls: CallRecord[] }>('calls?limit=100'),
  clock: (change: { advance_ms?: number; factor?: number }) => post('clock', change),
  faults: (faults: Partial<FaultsView>) => post('faults', faults),
  faultPresets: () => get<{ presets: PresetView[] }>('faults'),
  faultPreset: (preset: string) => post('faults', { preset }),
  scene: () => get<object>('scene'),
  openScene: (scene: object) => post('scene', scene),
  scopes: (change: { grant?: string[]; revoke?: string[] }) => post('scopes', change),
  revokeTokens: () => post('tokens/revoke'),
  webhook: (webhook: { url: string }) => post('webhook', webhook),
  reset: () => post('reset'),
};

/** Listens for what changed on the platform; the browser reconnects by itself and `onOpen` runs again. */
export function listen(onEvent: (change: Change) => void, onOpen: () => void, onDown: () => void): void {
  const source = new EventSource('/_sandbox/stream');
  source.addEventListener('open', onOpen);
  source.addEventListener('error', onDown);
  source.addEventListener('message', (event: MessageEvent<string>) => {
    try {
      onEvent(JSON.parse(event.data) as Change);
    } catch (error) {
      console.warn('stream', error);
    }
  });
}
