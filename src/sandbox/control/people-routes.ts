import { NotPossible } from '../people/not-possible.ts';
import { chatFor, forward, messageFor, personOf, recallAs, say } from '../people/people.ts';
import { press } from '../people/press.ts';
import { pushMenu } from '../wire/events.ts';
import { isObject } from '../world/content.ts';
import { isZone } from '../world/zone.ts';
import { actor, type ControlRoute, flag, type Request, text } from './request.ts';

/** What people do and what they are. */

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
  if ('department_ids' in body) {
    const ids: unknown = body.department_ids;
    const { departments } = parts.platform.world;
    if (!Array.isArray(ids) || ids.some((id) => typeof id !== 'string' || !departments.has(id)))
      throw new NotPossible('department_ids must be a list of open_department_ids of this world.');
    someone.departmentIds = ids as string[];
  }
  parts.platform.changed({ type: 'world' });
  return {};
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

export const peopleRoutes: readonly ControlRoute[] = [
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
  {
    method: 'POST',
    path: '/_sandbox/messages/:message_id/hold',
    handle(request) {
      const { platform } = request.parts;
      const { message } = messageFor(platform, request.params.message_id, actor(request));
      const { ms } = request.body;
      if (typeof ms !== 'number' || ms < 0) throw new NotPossible('ms must be a number of milliseconds.');
      message.heldUntil = platform.clock.now() + ms;
      return {};
    },
  },
  { method: 'POST', path: '/_sandbox/press', handle: pressElement },
  {
    method: 'POST',
    path: '/_sandbox/menu',
    handle(request) {
      const key = text(request.body, 'event_key') ?? '';
      if (key.length < 1 || key.length > 30) throw new NotPossible('event_key must have 1 to 30 characters.');
      return { delivery_id: pushMenu(request.parts.platform, request.parts.deliver, actor(request), key)?.id ?? null };
    },
  },
  { method: 'POST', path: '/_sandbox/people/:open_id', handle: changePerson },
];
