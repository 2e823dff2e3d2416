import { NotPossible } from '../people/not-possible.ts';
import { chatFor, createGroup, openChat, personOf, setBotIn } from '../people/people.ts';
import { newColleague } from '../world/new-world.ts';
import { actor, type ControlRoute, flag, limitOf, type Request, strings, text } from './request.ts';
import { messagesView } from './view.ts';

/** Chats: what is in them, who is in them. */

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

export const chatRoutes: readonly ControlRoute[] = [
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
    path: '/_sandbox/chats/:chat_id/read',
    handle(request) {
      const { platform } = request.parts;
      const someone = actor(request);
      const { chatId } = chatFor(platform, request.params.chat_id, someone);
      platform.reads.set(`${chatId} ${someone.openId}`, platform.clock.now());
      platform.changed({ type: 'read', chat_id: chatId });
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
];
