import { api } from './api.js';
import { avatarOf } from './avatar.js';
import { ask } from './dialog.js';
import { h } from './dom.js';
import { t } from './i18n.js';
import { botName, loadWorld, nameOf, openChat, state } from './state.js';
import { refused } from './toast.js';

/** Asks for a name and members and makes a group. */
export async function newGroup() {
  const name = h('input', {
    type: 'text',
    class: 'field',
    maxlength: 60,
    required: true,
    'aria-label': t('group_name'),
    placeholder: t('group_name'),
  });
  const withBot = h('input', { type: 'checkbox', checked: true });
  const boxes = state.world.people
    .filter((person) => person.open_id !== state.as)
    .map((person) => ({ person, box: h('input', { type: 'checkbox', value: person.open_id }) }));
  const done = await ask({
    title: t('new_group'),
    confirm: t('create'),
    content: h(
      'div',
      { class: 'dialog-form' },
      name,
      h('div', { class: 'dialog-label' }, t('group_members')),
      h(
        'div',
        { class: 'tick-list' },
        boxes.map(({ person, box }) => h('label', null, box, avatarOf(person.open_id, 24), nameOf(person))),
      ),
      h('label', { class: 'tick-one' }, withBot, t('with_bot', { bot: botName() })),
    ),
  });
  if (!done) return;
  const members = [state.as, ...boxes.filter(({ box }) => box.checked).map(({ person }) => person.open_id)];
  try {
    const { chat_id } = await api.newChat({ as: state.as, name: name.value.trim(), members, with_bot: withBot.checked });
    await loadWorld();
    openChat(chat_id, { push: true });
  } catch (error) {
    refused(error);
  }
}
