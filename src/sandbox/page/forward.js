import { api } from './api.js';
import { chatAvatar } from './avatar.js';
import { ask } from './dialog.js';
import { h } from './dom.js';
import { t } from './i18n.js';
import { chatName, loadMessages, myChats, state } from './state.js';
import { refused, toast } from './toast.js';

/** Asks where to and forwards a message there. */
export async function forward(message) {
  const choices = myChats().map((item, index) => ({
    item,
    box: h('input', { type: 'radio', name: 'forward-to', value: item.chat_id, checked: index === 0 }),
  }));
  const done = await ask({
    title: t('forward_to'),
    confirm: t('forward'),
    content: h(
      'div',
      { class: 'tick-list' },
      choices.map(({ item, box }) => h('label', null, box, chatAvatar(item, 28), chatName(item))),
    ),
  });
  const target = choices.find(({ box }) => box.checked)?.item;
  if (!done || !target) return;
  try {
    await api.forward(message.message_id, state.as, target.chat_id);
    toast('success', t('forwarded'));
    loadMessages(target.chat_id);
  } catch (error) {
    refused(error);
  }
}
