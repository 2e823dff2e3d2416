import { avatarOf, chatAvatar } from './avatar.js';
import { draftOf } from './composer.js';
import { $, fill, h, iconButton } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { newGroup } from './new-group.js';
import { previewOf, senderName } from './preview.js';
import { chatName, lang, lastOf, me, myChats, nameOf, now, openChat, state, zone } from './state.js';
import { listTime } from './time.js';
import { markRead, unreadOf } from './unread.js';

let query = '';

function preview(item) {
  const draft = draftOf(item.chat_id);
  if (draft) return [h('span', { class: 'draft' }, t('draft')), ' ', draft];
  const last = lastOf(item.chat_id);
  if (!last) return item.last?.text ?? '';
  const mine = last.sender.id === state.as;
  const who =
    item.chat_mode === 'p2p' || last.deleted || last.msg_type === 'system'
      ? ''
      : `${mine ? t('you') : senderName(last)}${lang() === 'en_us' ? ': ' : '：'}`;
  return [who, previewOf(last)];
}

function row(item) {
  const last = lastOf(item.chat_id);
  const at = last?.created_at ?? item.last?.at ?? null;
  const open = item.chat_id === state.chatId;
  const unread = open && document.visibilityState === 'visible' ? 0 : unreadOf(item.chat_id);
  const name = chatName(item);
  return h(
    'li',
    null,
    h(
      'button',
      {
        type: 'button',
        class: ['chat-row', open && 'open'],
        'aria-current': open ? 'true' : null,
        data: { testid: 'chat', chat: item.chat_id, mode: item.chat_mode },
        on: { click: () => openChat(item.chat_id, { push: true }) },
      },
      h(
        'span',
        { class: 'chat-face' },
        chatAvatar(item, 40),
        unread > 0 && h('span', { class: 'unread', 'aria-label': t('unread', { n: unread }) }, unread > 99 ? '99+' : unread),
      ),
      h(
        'span',
        { class: 'chat-lines' },
        h(
          'span',
          { class: 'chat-line' },
          h('span', { class: 'chat-name' }, name),
          item.chat_mode === 'p2p' && h('span', { class: 'badge badge-bot' }, t('bot')),
          item.chat_mode === 'topic' && h('span', { class: 'badge' }, t('topic_group')),
          at !== null && h('time', { class: 'chat-time' }, listTime(at, now(), zone(), lang())),
        ),
        h('span', { class: 'chat-last' }, preview(item) || t('no_messages')),
      ),
    ),
  );
}

/** Draws the left column. The search box is kept so that typing in it is not disturbed. */
export function drawChats() {
  const root = $('#chats');
  if (state.chatId && document.visibilityState === 'visible') markRead(state.chatId);
  root.setAttribute('aria-label', t('messages'));
  let list = $('.chat-list', root);
  if (!list) {
    list = h('ul', { class: 'chat-list', role: 'list' });
    const search = h('input', {
      type: 'search',
      id: 'chat-search',
      on: {
        input: (event) => {
          query = event.target.value.trim().toLowerCase();
          drawChats();
        },
      },
    });
    fill(
      root,
      h('div', { class: 'chats-head' }),
      h('label', { class: 'search', htmlFor: 'chat-search' }, icon('search', 16), search),
      list,
    );
  }
  const search = $('#chat-search', root);
  search.placeholder = t('search_chats');
  search.setAttribute('aria-label', t('search_chats'));
  const person = me();
  fill(
    $('.chats-head', root),
    h('h2', null, t('messages')),
    person && h('span', { class: 'chats-me' }, avatarOf(person.open_id, 20), nameOf(person)),
    iconButton(icon('add', 20), t('new_group'), newGroup, { 'data-testid': 'new-group' }),
  );
  const shown = myChats().filter((item) => `${item.name} ${item.en_name} ${chatName(item)}`.toLowerCase().includes(query));
  const focused = document.activeElement?.dataset?.chat;
  fill(list, shown.length ? shown.map(row) : h('li', { class: 'nothing' }, t('no_chats')));
  if (focused) list.querySelector(`[data-chat="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  drawTitle();
}

function drawTitle() {
  const unread = myChats().reduce((sum, item) => sum + (item.chat_id === state.chatId ? 0 : unreadOf(item.chat_id)), 0);
  const person = me();
  document.title = `${unread ? `(${unread}) ` : ''}${person ? `${nameOf(person)} · ` : ''}${t('title')}`;
}
