import { api } from './api.js';
import { avatarOf } from './avatar.js';
import { copy } from './card/markdown.js';
import { renderCard } from './card/render.js';
import { h, iconButton } from './dom.js';
import { forward } from './forward.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { messageText } from './message-text.js';
import { openMenu } from './popover.js';
import { previewOf, senderName } from './preview.js';
import { chat, isBot, lang, loadMessages, personOf, replyTo, state, zone } from './state.js';
import { stickerOf } from './stickers.js';
import { clockOf, fullTime } from './time.js';
import { refused } from './toast.js';

/** message_id → what the acting person has typed, chosen and unfolded in that card. */
const memories = new Map();

function memoryOf(message) {
  const key = `${state.as} ${message.message_id}`;
  if (!memories.has(key)) memories.set(key, new Map());
  return memories.get(key);
}

/** Whom a person picker without options offers: the people of the chat. */
function membersOf(item) {
  return item?.members ?? [];
}

function drawCard(message) {
  try {
    return renderCard(message.card ?? {}, {
      messageId: message.message_id,
      sentAt: message.created_at,
      members: membersOf(chat()),
      memory: memoryOf(message),
      live: !message.forwarded || message.card?.config?.enable_forward_interaction === true,
    });
  } catch (error) {
    console.error('card', error);
    return h('div', { class: 'bubble broken' }, t('card_broken'));
  }
}

function postLine(line, mentions) {
  return (line ?? []).map((part) => {
    if (part.tag === 'at') return messageText(`@${part.user_name ?? ''}`, mentions);
    if (part.tag === 'a') return messageText(part.href ? `${part.text} (${part.href})` : part.text, mentions);
    if (part.tag === 'img' || part.tag === 'media') return t('image');
    return messageText(part.text ?? '', mentions);
  });
}

function drawPost(message) {
  const content = message.content?.zh_cn ?? message.content?.en_us ?? message.content;
  if (!Array.isArray(content?.content)) return messageText(message.text ?? '', message.mentions);
  return [
    content.title && h('strong', { class: 'post-title' }, content.title),
    ...content.content.map((line) => h('div', null, postLine(line, message.mentions))),
  ];
}

function drawBody(message, quote) {
  switch (message.msg_type) {
    case 'interactive':
      return [quote, drawCard(message)];
    case 'sticker':
      return [quote, h('div', { class: 'sticker', role: 'img', 'aria-label': t('sticker') }, stickerOf(message.content?.file_key))];
    case 'image':
      return [quote, h('div', { class: 'photo', role: 'img', 'aria-label': t('image') }, icon('image', 36))];
    case 'file':
      return [
        quote,
        h(
          'div',
          { class: 'file' },
          h('span', { class: 'file-icon' }, icon('file', 26)),
          h(
            'span',
            null,
            h('strong', null, message.content?.file_name ?? t('file')),
            h('small', null, message.content?.file_size ?? '1.2 MB'),
          ),
        ),
      ];
    default:
      return [
        h(
          'div',
          { class: 'bubble' },
          quote,
          h(
            'div',
            { class: 'bubble-text' },
            message.msg_type === 'post' ? drawPost(message) : messageText(message.text ?? '', message.mentions),
          ),
        ),
      ];
  }
}

function drawQuote(message) {
  if (!message.quote) return null;
  const parent = state.messages.get(message.chat_id)?.find((item) => item.message_id === message.parent_id);
  const who = parent ? senderName(parent) : message.quote.sender_name;
  const said = parent ? previewOf(parent) : message.quote.text;
  return h(
    'button',
    {
      type: 'button',
      class: 'quote',
      data: { testid: 'quote' },
      on: { click: () => document.querySelector(`[data-id="${CSS.escape(message.parent_id)}"]`)?.scrollIntoView({ block: 'center' }) },
    },
    h('span', null, `${t('reply_to', { name: who })}${lang() === 'en_us' ? ': ' : '：'}${said}`),
  );
}

function actions(message) {
  const mine = message.sender.id === state.as;
  const canForward = !message.ephemeral && message.msg_type === 'interactive';
  const reply = () => {
    replyTo(message);
    document.querySelector('#composer-input')?.focus();
  };
  const recall = async () => {
    try {
      await api.recall(message.message_id, state.as);
      loadMessages(message.chat_id);
    } catch (error) {
      refused(error);
    }
  };
  const more = [
    message.text && { label: t('copy'), icon: icon('copy', 16), run: () => copy(message.text) },
    mine && { label: t('recall'), icon: icon('recall', 16), run: recall },
  ].filter(Boolean);
  return h(
    'div',
    { class: 'actions', role: 'toolbar', 'aria-label': t('message_actions') },
    !message.ephemeral && iconButton(icon('reply', 16), t('reply'), reply, { 'data-testid': 'reply' }),
    canForward && iconButton(icon('forward', 16), t('forward'), () => forward(message), { 'data-testid': 'forward' }),
    more.length > 0 &&
      iconButton(icon('more', 16), t('more'), (event) => openMenu(event.currentTarget, more, { label: t('more') }), {
        'data-testid': 'message-more',
        'aria-haspopup': 'menu',
      }),
  );
}

/** One message as the acting person sees it. `follows`: the one before is the same person's, moments earlier. */
export function drawMessage(message, follows) {
  const base = { 'data-id': message.message_id, data: { testid: 'message', type: message.msg_type }, role: 'listitem' };
  if (message.deleted || message.msg_type === 'system') {
    return h('div', { ...base, class: 'system-line' }, message.deleted ? previewOf(message) : message.text);
  }
  const mine = message.sender.id === state.as;
  const bot = message.sender.type === 'app' || isBot(message.sender.id);
  const direct = chat()?.chat_mode === 'p2p';
  const marks = [
    message.ephemeral && h('span', { class: 'mark mark-ephemeral' }, icon('eye', 12), t('only_you')),
    message.edited && h('span', { class: 'mark' }, t('edited')),
    message.forwarded && h('span', { class: 'mark' }, icon('forward', 12), t('forwarded_mark')),
    message.thread_id && h('span', { class: 'mark' }, icon('chat', 12), t('thread')),
  ].filter(Boolean);
  return h(
    'div',
    {
      ...base,
      class: ['message', mine && 'mine', follows && 'follows', bot && 'from-bot', message.ephemeral && 'ephemeral'],
      'aria-label': `${senderName(message)} ${clockOf(message.created_at, zone())}`,
    },
    h(
      'div',
      { class: 'message-face' },
      !follows && avatarOf(personOf(message.sender.id) ? message.sender.id : bot ? state.world.app.bot_open_id : '', 36),
    ),
    h(
      'div',
      { class: 'message-main' },
      !follows &&
        !mine &&
        !(direct && !bot) &&
        h(
          'div',
          { class: 'message-head' },
          h('span', { class: 'message-name' }, senderName(message)),
          bot && h('span', { class: 'badge badge-bot' }, t('bot')),
          h('time', { class: 'message-time', title: fullTime(message.created_at, zone(), lang()) }, clockOf(message.created_at, zone())),
        ),
      h('div', { class: 'message-body' }, drawBody(message, drawQuote(message)), actions(message)),
      marks.length > 0 && h('div', { class: 'marks' }, marks),
    ),
  );
}
