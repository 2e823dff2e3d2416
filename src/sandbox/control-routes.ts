import { isObject, type Json } from './content.ts';
import { COVERAGE } from './coverage.ts';
import type { Deliverer } from './deliver.ts';
import { pushMenu } from './events.ts';
import { checkApiFaults, checkDeliveryFaults } from './faults.ts';
import { end, join, joinProblem, leave } from './meetings.ts';
import type { Dispatcher } from './open-api/dispatch.ts';
import { chatFor, createGroup, forward, messageFor, openChat, personOf, recallAs, say, setBotIn } from './people.ts';
import { noFaults, type Platform } from './platform.ts';
import { NotPossible, press } from './press.ts';
import { SCOPES } from './scopes.ts';
import { messagesView, worldView } from './view.ts';
import { activeMeeting, type Meeting, newColleague, type Person, type Reserve } from './world.ts';
import { isZone } from './zone.ts';

/** `/_sandbox/…`: the world seen from outside, and people acted from outside. */

export interface ControlParts {
  platform: Platform;
  deliver: Deliverer;
  dispatcher: Dispatcher;
  setWebhook(url: string | null): Promise<void>;
  reset(): void;
}

interface Request {
  parts: ControlParts;
  params: Record<string, string>;
  query: URLSearchParams;
  body: Json;
}

export interface ControlRoute {
  method: 'GET' | 'POST';
  path: string;
  handle(request: Request): object | Promise<object>;
}

const text = (body: Json, key: string): string | undefined => {
  const value = body[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new NotPossible(`${key} must be a string.`);
  return value;
};

const flag = (body: Json, key: string): boolean | undefined => {
  const value = body[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'boolean') throw new NotPossible(`${key} must be true or false.`);
  return value;
};

const strings = (body: Json, key: string): string[] => {
  const value = body[key] ?? [];
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'string')) throw new NotPossible(`${key} must be a list of strings.`);
  return value as string[];
};

const actor = ({ parts, body }: Request): Person => personOf(parts.platform, body.as);

const limitOf = (query: URLSearchParams): number => {
  const limit = Number(query.get('limit') ?? 100);
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, 2000) : 100;
};

/** By id, by number, or by the number in the link. */
function reserveFor({ parts, body }: Request): Reserve {
  const { world } = parts.platform;
  const id = text(body, 'reserve_id');
  const no = text(body, 'meeting_no')?.replace(/\s/g, '');
  const named = [...world.reserves.values()].filter((reserve) =>
    id ? reserve.id === id : reserve.meetingNo === no || reserve.urlNo === no,
  );
  const reserve = named.find((other) => !other.deleted) ?? named[0];
  if (!reserve) throw new NotPossible('There is no such meeting.', 404);
  return reserve;
}

function runningFor(request: Request): { reserve: Reserve; meeting: Meeting } {
  const reserve = reserveFor(request);
  const meeting = activeMeeting(request.parts.platform.world, reserve.id);
  if (!meeting) throw new NotPossible('The meeting is not running.', 409);
  return { reserve, meeting };
}

function joinMeeting(request: Request): object {
  const { parts, body } = request;
  const { platform, deliver } = parts;
  const someone = actor(request);
  const reserve = reserveFor(request);
  const problem = joinProblem(platform, reserve, someone, {
    byNumber: text(body, 'reserve_id') === undefined,
    password: text(body, 'password'),
  });
  if (problem) throw new NotPossible(problem, 403);
  const meeting = join(platform, deliver, reserve, someone, { mic: flag(body, 'mic') ?? false, camera: flag(body, 'camera') ?? false });
  return { ok: true, meeting_id: meeting.id };
}

function changePerson({ parts, params, body }: Request): object {
  const someone = personOf(parts.platform, params.open_id);
  const lang = text(body, 'lang');
  const zone = text(body, 'zone');
  if (lang !== undefined && lang !== 'zh_cn' && lang !== 'en_us') throw new NotPossible('lang must be zh_cn or en_us.');
  if (zone !== undefined && !isZone(zone)) throw new NotPossible(`${zone} is no time zone.`);
  if (lang) someone.lang = lang;
  if (zone) someone.zone = zone;
  someone.online = flag(body, 'online') ?? someone.online;
  someone.resigned = flag(body, 'resigned') ?? someone.resigned;
  someone.available = flag(body, 'available') ?? someone.available;
  someone.blocksBot = flag(body, 'blocks_bot') ?? someone.blocksBot;
  if ('meeting_password' in body) {
    const password = text(body, 'meeting_password') ?? null;
    if (password !== null && !/^\d{4,9}$/.test(password)) throw new NotPossible('meeting_password must be 4 to 9 digits, or null.');
    someone.meetingPassword = password;
  }
  parts.platform.changed({ type: 'world' });
  return {};
}

function changeChat({ parts, params, body }: Request): object {
  const chat = parts.platform.world.chats.get(params.chat_id ?? '');
  if (!chat) throw new NotPossible('There is no such chat.', 404);
  for (const openId of strings(body, 'add')) if (!chat.members.includes(openId)) chat.members.push(personOf(parts.platform, openId).openId);
  const crowd = body.crowd ?? 0;
  if (typeof crowd !== 'number' || !Number.isInteger(crowd) || crowd < 0 || crowd > 2000) throw new NotPossible('crowd must be 0 to 2000.');
  const { people, tenantKey } = parts.platform.world;
  for (let i = 0; i < crowd; i++) {
    const someone = newColleague(people.size + 1, tenantKey);
    people.set(someone.openId, someone);
    chat.members.push(someone.openId);
  }
  const gone = strings(body, 'remove');
  chat.members = chat.members.filter((openId) => !gone.includes(openId));
  chat.dissolved = flag(body, 'dissolved') ?? chat.dissolved;
  chat.ownerPostsOnly = flag(body, 'owner_posts_only') ?? chat.ownerPostsOnly;
  parts.platform.changed({ type: 'chat', chat_id: chat.chatId });
  return {};
}

function setFaults({ parts, body }: Request): object {
  const { platform } = parts;
  const problem = checkDeliveryFaults(body.deliveries ?? []) ?? checkApiFaults(body.api ?? []);
  if (problem) throw new NotPossible(problem);
  const absent = body.active_absent ?? 'error';
  const hosts = body.bad_hosts ?? 'soft';
  if (absent !== 'error' && absent !== 'empty') throw new NotPossible('active_absent must be error or empty.');
  if (hosts !== 'soft' && hosts !== 'hard') throw new NotPossible('bad_hosts must be soft or hard.');
  Object.assign(platform.faults, noFaults(), structuredClone({ deliveries: body.deliveries ?? [], api: body.api ?? [] }), {
    active_absent: absent,
    bad_hosts: hosts,
  });
  platform.changed({ type: 'world' });
  return platform.faults;
}

function moveClock({ parts, body }: Request): object {
  const { clock } = parts.platform;
  const number = (key: string): number | undefined => {
    const value = body[key];
    if (value !== undefined && (typeof value !== 'number' || !Number.isFinite(value))) throw new NotPossible(`${key} must be a number.`);
    return value;
  };
  const [by, to, factor] = [number('advance_ms'), number('now'), number('factor')];
  if (by !== undefined && by < 0) throw new NotPossible('advance_ms must not be negative.');
  if (factor !== undefined && factor <= 0) throw new NotPossible('factor must be positive.');
  if (factor !== undefined) clock.setFactor(factor);
  if (to !== undefined) clock.set(to);
  if (by !== undefined) clock.advance(by);
  parts.platform.changed({ type: 'clock', now: clock.now() });
  return { now: clock.now() };
}

function changeScopes({ parts, body }: Request): object {
  const { scopes } = parts.platform.app;
  const grant = strings(body, 'grant');
  const unknown = grant.find((scope) => !(SCOPES as readonly string[]).includes(scope));
  if (unknown !== undefined) throw new NotPossible(`${unknown} is no scope that this platform knows.`);
  for (const scope of strings(body, 'revoke')) scopes.delete(scope);
  for (const scope of grant) scopes.add(scope);
  parts.platform.changed({ type: 'world' });
  return { scopes: [...scopes] };
}

async function changeWebhook({ parts, body }: Request): Promise<object> {
  const { app } = parts.platform;
  const before = { encryptKey: app.encryptKey, verificationToken: app.verificationToken };
  if ('encrypt_key' in body) app.encryptKey = text(body, 'encrypt_key') || null;
  if ('verification_token' in body) app.verificationToken = text(body, 'verification_token') || null;
  try {
    await parts.setWebhook(text(body, 'url') || null);
  } catch (error) {
    Object.assign(app, before);
    throw new NotPossible(error instanceof Error ? error.message : String(error), 422);
  }
  return { webhook_url: app.webhookUrl };
}

async function pressElement(request: Request): Promise<object> {
  const { parts, body } = request;
  const someone = actor(request);
  const { message, chat } = messageFor(parts.platform, body.message_id, someone);
  if (!isObject(body.element)) throw new NotPossible('element must be an object.');
  const formValue = body.form_value;
  if (formValue !== undefined && !isObject(formValue)) throw new NotPossible('form_value must be an object.');
  return press(parts.platform, parts.deliver, someone, chat, message, {
    element: body.element,
    formName: text(body, 'form_name') ?? null,
    formValue: formValue ?? null,
  });
}

function speak(request: Request): object {
  const { parts, body } = request;
  const someone = actor(request);
  const chat = chatFor(parts.platform, body.chat_id, someone);
  const content = body.content;
  if (content !== undefined && !isObject(content)) throw new NotPossible('content must be an object.');
  const [words, msgType, parentId, threadId] = [
    text(body, 'text'),
    text(body, 'msg_type'),
    text(body, 'parent_id'),
    text(body, 'thread_id'),
  ];
  const { message, delivery } = say(parts.platform, parts.deliver, someone, chat, {
    ...(words === undefined ? {} : { text: words }),
    ...(msgType === undefined ? {} : { msgType }),
    ...(content === undefined ? {} : { content }),
    ...(parentId === undefined ? {} : { parentId }),
    ...(threadId === undefined ? {} : { threadId }),
  });
  return { message_id: message.messageId, delivery_id: delivery?.id ?? null };
}

export const CONTROL_ROUTES: readonly ControlRoute[] = [
  { method: 'GET', path: '/_sandbox/world', handle: ({ parts }) => worldView(parts.platform) },
  { method: 'GET', path: '/_sandbox/coverage', handle: () => ({ routes: COVERAGE }) },
  {
    method: 'GET',
    path: '/_sandbox/chats/:chat_id/messages',
    handle({ parts, params, query }) {
      const someone = personOf(parts.platform, query.get('as'));
      const messages = messagesView(parts.platform, chatFor(parts.platform, params.chat_id, someone), someone);
      const after = query.get('after');
      const later = messages.slice(after === null ? 0 : messages.findIndex((message) => message.message_id === after) + 1);
      return { messages: query.has('limit') ? later.slice(-limitOf(query)) : later };
    },
  },
  { method: 'POST', path: '/_sandbox/messages', handle: speak },
  {
    method: 'POST',
    path: '/_sandbox/messages/:message_id/recall',
    handle(request) {
      const { platform, deliver } = request.parts;
      const someone = actor(request);
      const { message, chat } = messageFor(platform, request.params.message_id, someone);
      recallAs(platform, deliver, someone, message, chat);
      return {};
    },
  },
  {
    method: 'POST',
    path: '/_sandbox/messages/:message_id/forward',
    handle(request) {
      const { platform, deliver } = request.parts;
      const someone = actor(request);
      const { message } = messageFor(platform, request.params.message_id, someone);
      const copy = forward(platform, deliver, someone, message, chatFor(platform, request.body.chat_id, someone));
      return { message_id: copy.message.messageId, delivery_id: copy.delivery?.id ?? null };
    },
  },
  { method: 'POST', path: '/_sandbox/press', handle: pressElement },
  {
    method: 'POST',
    path: '/_sandbox/chats',
    handle(request) {
      const { parts, body } = request;
      const name = text(body, 'name') ?? '新群';
      const chat = createGroup(
        parts.platform,
        parts.deliver,
        actor(request),
        name,
        strings(body, 'members'),
        flag(body, 'with_bot') ?? true,
      );
      return { chat_id: chat.chatId };
    },
  },
  { method: 'POST', path: '/_sandbox/chats/:chat_id', handle: changeChat },
  {
    method: 'POST',
    path: '/_sandbox/chats/:chat_id/bot',
    handle(request) {
      const { platform, deliver } = request.parts;
      const someone = actor(request);
      setBotIn(platform, deliver, someone, chatFor(platform, request.params.chat_id, someone), flag(request.body, 'in') ?? true);
      return {};
    },
  },
  {
    method: 'POST',
    path: '/_sandbox/chats/:chat_id/open',
    handle(request) {
      const { platform, deliver } = request.parts;
      const someone = actor(request);
      openChat(platform, deliver, someone, chatFor(platform, request.params.chat_id, someone));
      return {};
    },
  },
  {
    method: 'POST',
    path: '/_sandbox/menu',
    handle(request) {
      const key = text(request.body, 'event_key') ?? '';
      if (key.length < 1 || key.length > 30) throw new NotPossible('event_key must have 1 to 30 characters.');
      return { delivery_id: pushMenu(request.parts.platform, request.parts.deliver, actor(request), key)?.id ?? null };
    },
  },
  { method: 'POST', path: '/_sandbox/meetings/join', handle: joinMeeting },
  {
    method: 'POST',
    path: '/_sandbox/meetings/leave',
    handle(request) {
      const { reserve, meeting } = runningFor(request);
      if (!leave(request.parts.platform, request.parts.deliver, meeting, reserve, actor(request).openId)) {
        throw new NotPossible('That person is not in the meeting.', 409);
      }
      return { ok: true };
    },
  },
  {
    method: 'POST',
    path: '/_sandbox/meetings/end',
    handle(request) {
      const { reserve, meeting } = runningFor(request);
      const { openId } = actor(request);
      if (openId !== meeting.hostId && openId !== reserve.ownerId)
        throw new NotPossible('Only the host or the owner may end the meeting.', 403);
      end(request.parts.platform, request.parts.deliver, meeting, reserve, openId);
      return { ok: true };
    },
  },
  { method: 'POST', path: '/_sandbox/people/:open_id', handle: changePerson },
  { method: 'GET', path: '/_sandbox/deliveries', handle: ({ parts, query }) => ({ deliveries: parts.deliver.list(limitOf(query)) }) },
  {
    method: 'POST',
    path: '/_sandbox/deliveries/:id/again',
    handle({ parts, params, body }) {
      const times = body.times ?? 1;
      if (typeof times !== 'number' || !Number.isInteger(times) || times < 1 || times > 1000)
        throw new NotPossible('times must be 1 to 1000.');
      if (!parts.deliver.again(params.id ?? '', times)) throw new NotPossible('There is no such delivery.', 404);
      return {};
    },
  },
  {
    method: 'GET',
    path: '/_sandbox/calls',
    handle({ parts, query }) {
      const path = query.get('path') ?? '';
      const calls = parts.dispatcher.calls(Number.POSITIVE_INFINITY).filter((call) => call.path.includes(path));
      return { calls: calls.slice(0, limitOf(query)) };
    },
  },
  { method: 'POST', path: '/_sandbox/clock', handle: moveClock },
  { method: 'POST', path: '/_sandbox/faults', handle: setFaults },
  { method: 'POST', path: '/_sandbox/scopes', handle: changeScopes },
  {
    method: 'POST',
    path: '/_sandbox/app',
    handle({ parts, body }) {
      const { app } = parts.platform;
      app.botEnabled = flag(body, 'enabled') ?? app.botEnabled;
      if ('events' in body) app.events = body.events === null ? null : strings(body, 'events');
      if ('callbacks' in body) app.callbacks = body.callbacks === null ? null : strings(body, 'callbacks');
      parts.platform.changed({ type: 'world' });
      return {};
    },
  },
  {
    method: 'POST',
    path: '/_sandbox/tokens/revoke',
    handle({ parts }) {
      parts.platform.tokens.clear();
      return {};
    },
  },
  { method: 'POST', path: '/_sandbox/webhook', handle: changeWebhook },
  {
    method: 'POST',
    path: '/_sandbox/reset',
    handle({ parts }) {
      parts.reset();
      return {};
    },
  },
];
