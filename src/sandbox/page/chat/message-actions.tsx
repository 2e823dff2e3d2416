import { api } from '../data/api.ts';
import { t } from '../data/i18n.ts';
import { loadMessages } from '../data/load.ts';
import { as, type Message, replying } from '../data/state.ts';
import { copy } from '../ui/copy.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Icon } from '../ui/icons.tsx';
import { MenuButton, type MenuEntry } from '../ui/menu.tsx';
import { refused } from '../ui/toast.tsx';
import { composerInput } from './composer-text.ts';
import { forward } from './forward.tsx';

async function recall(message: Message): Promise<void> {
  try {
    await api.recall(message.message_id, as.value);
    loadMessages(message.chat_id);
  } catch (error) {
    refused(error);
  }
}

function reply(message: Message): void {
  replying.value = message;
  composerInput()?.focus();
}

/** What can be done with a message; shown over it. */
export function Actions({ message }: { message: Message }) {
  const { text, ephemeral } = message;
  const more: MenuEntry[] = [];
  if (text) more.push({ label: t('copy'), icon: <Icon name="copy" size={16} />, run: () => copy(text) });
  if (message.sender.id === as.value) more.push({ label: t('recall'), icon: <Icon name="recall" size={16} />, run: () => recall(message) });
  return (
    <div class="actions" role="toolbar" aria-label={t('message_actions')}>
      {!ephemeral && <IconButton icon="reply" label={t('reply')} onClick={() => reply(message)} data-testid="reply" />}
      {!ephemeral && message.msg_type === 'interactive' && (
        <IconButton icon="forward" label={t('forward')} onClick={() => forward(message)} data-testid="forward" />
      )}
      {more.length > 0 && <MenuButton icon="more" label={t('more')} entries={more} testid="message-more" />}
    </div>
  );
}
