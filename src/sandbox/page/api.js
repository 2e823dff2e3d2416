/** Thrown for every answer that is not 2xx; `message` is the sandbox's own sentence. */
class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function call(method, path, body) {
  const init = { method, headers: { accept: 'application/json' } };
  if (body !== undefined) {
    init.headers['content-type'] = 'application/json';
    init.body = JSON.stringify(body);
  }
  const response = await fetch(path, init);
  const text = await response.text();
  let data = {};
  try {
    data = text ? JSON.parse(text) : {};
  } catch {
    if (response.ok) throw new ApiError(response.status, 'not JSON');
  }
  if (!response.ok) throw new ApiError(response.status, data.error ?? `HTTP ${response.status}`);
  return data;
}

const id = encodeURIComponent;
const post = (path, body = {}) => call('POST', `/_sandbox/${path}`, body);
const get = (path) => call('GET', `/_sandbox/${path}`);

export const api = {
  world: () => get('world'),
  register: (answer) => post('registrations', answer),
  messages: (chatId, as) => get(`chats/${id(chatId)}/messages?as=${id(as)}`),
  send: (message) => post('messages', message),
  recall: (messageId, as) => post(`messages/${id(messageId)}/recall`, { as }),
  forward: (messageId, as, chatId) => post(`messages/${id(messageId)}/forward`, { as, chat_id: chatId }),
  press: (press) => post('press', press),
  newChat: (chat) => post('chats', chat),
  botIn: (chatId, as, isIn) => post(`chats/${id(chatId)}/bot`, { as, in: isIn }),
  opened: (chatId, as) => post(`chats/${id(chatId)}/open`, { as }),
  join: (body) => post('meetings/join', body),
  leave: (as, meetingNo) => post('meetings/leave', { as, meeting_no: meetingNo }),
  end: (as, meetingNo) => post('meetings/end', { as, meeting_no: meetingNo }),
  person: (openId, change) => post(`people/${id(openId)}`, change),
  deliveries: () => get('deliveries?limit=100'),
  again: (deliveryId, times) => post(`deliveries/${id(deliveryId)}/again`, { times }),
  calls: () => get('calls?limit=100'),
  clock: (change) => post('clock', change),
  faults: (faults) => post('faults', faults),
  scopes: (change) => post('scopes', change),
  revokeTokens: () => post('tokens/revoke'),
  webhook: (webhook) => post('webhook', webhook),
  reset: () => post('reset'),
};

/** Listens for what changed on the platform; the browser reconnects by itself and `onOpen` runs again. */
export function listen(onEvent, onOpen, onDown) {
  const source = new EventSource('/_sandbox/stream');
  source.addEventListener('open', onOpen);
  source.addEventListener('error', onDown);
  source.addEventListener('message', (event) => {
    try {
      onEvent(JSON.parse(event.data));
    } catch (error) {
      console.warn('stream', error);
    }
  });
  return source;
}
