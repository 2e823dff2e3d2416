import { api } from './api.js';
import { avatarOf, chatAvatar } from './avatar.js';
import { $, fill, h, iconButton } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { openMenu, openPopover } from './popover.js';
import { botName, chat, chatName, loadWorld, nameOf, openChat, personOf, state } from './state.js';
import { refused } from './toast.js';

function openMembers(event) {
  const item = chat();
  const row = (id, name, bot) =>
    h('div', { class: 'member-row' }, avatarOf(id, 28), h('span', null, name), bot && h('span', { class: 'badge badge-bot' }, t('bot')));
  const panel = h(
    'div',
    { class: 'members', role: 'dialog', 'aria-label': t('members') },
    item.bot_in && row(state.world.app.bot_open_id, botName(), true),
    item.members
      .map(personOf)
      .filter(Boolean)
      .map((person) => row(person.open_id, nameOf(person), false)),
  );
  openPopover(event.currentTarget, panel);
}

async function setBot(isIn) {
  try {
    await api.botIn(state.chatId, state.as, isIn);
    await loadWorld();
  } catch (error) {
    refused(error);
  }
}

function openChatMenu(event) {
  const item = chat();
  openMenu(
    event.currentTarget,
    [
      item.bot_in
        ? { label: t('remove_bot'), icon: icon('minus', 16), danger: true, run: () => setBot(false) }
        : { label: t('add_bot'), icon: icon('add', 16), run: () => setBot(true) },
    ],
    { label: t('chat_menu') },
  );
}

/** Draws the bar above the messages. */
export function drawHead() {
  const root = $('#window-head');
  const item = chat();
  if (!item) {
    fill(root);
    return;
  }
  const direct = item.chat_mode === 'p2p';
  const people = item.members.length + (item.bot_in ? 1 : 0);
  fill(
    root,
    iconButton(icon('back', 20), t('back'), () => openChat(null, { push: true }), { class: 'icon-button back', 'data-testid': 'back' }),
    chatAvatar(item, 36),
    h(
      'div',
      { class: 'head-lines' },
      h('h2', null, chatName(item), direct && h('span', { class: 'badge badge-bot' }, t('bot'))),
      h(
        'div',
        { class: 'head-sub' },
        direct
          ? t('chat_direct')
          : h(
              'button',
              { type: 'button', class: 'head-members', 'aria-haspopup': 'dialog', on: { click: openMembers } },
              icon('person', 13),
              t('people_count', { n: people }),
            ),
        item.chat_mode === 'topic' && h('span', { class: 'badge' }, t('topic_group')),
        !item.bot_in && h('span', { class: 'head-warning' }, t('bot_absent')),
      ),
    ),
    h('span', { class: 'grow' }),
    !direct && iconButton(icon('more', 20), t('chat_menu'), openChatMenu, { 'aria-haspopup': 'menu', 'data-testid': 'chat-menu' }),
  );
}
