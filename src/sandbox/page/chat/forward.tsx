import { signal } from '@preact/signals';
import { api } from '../data/api.ts';
import { t } from '../data/i18n.ts';
import { loadMessages } from '../data/load.ts';
import { as, chatName, type Message, myChats } from '../data/state.ts';
import { ChatAvatar } from '../ui/avatar.tsx';
import { ask } from '../ui/dialog.tsx';
import { refused, toast } from '../ui/toast.tsx';

const target = signal('');

const Targets = () => (
  <div class="tick-list">
    {myChats.value.map((chat) => (
      <label key={chat.chat_id}>
        <input
          type="radio"
          name="forward-to"
          value={chat.chat_id}
          checked={target.value === chat.chat_id}
          onChange={() => {
            target.value = chat.chat_id;
          }}
        />
        <ChatAvatar chat={chat} size={28} />
        {chatName(chat)}
      </label>
    ))}
  </div>
);

/** Asks where to and forwards a message there. */
export async function forward(message: Message): Promise<void> {
  target.value = myChats.peek()[0]?.chat_id ?? '';
  if (!(await ask({ title: t('forward_to'), confirm: t('forward'), content: <Targets /> })) || !target.value) return;
  try {
    await api.forward(message.message_id, as.value, target.value);
    toast('success', t('forwarded'));
    loadMessages(target.value);
  } catch (error) {
    refused(error);
  }
}
