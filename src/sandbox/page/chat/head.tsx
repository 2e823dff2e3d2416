import type { ChatView, PersonView } from '../../control/shapes.ts';
import { api } from '../data/api.ts';
import { t } from '../data/i18n.ts';
import { loadWorld } from '../data/load.ts';
import { openChat } from '../data/moves.ts';
import { app, as, botName, chat, chatName, isOutside, nameOf, personOf } from '../data/state.ts';
import { Avatar, ChatAvatar } from '../ui/avatar.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Icon } from '../ui/icons.tsx';
import { MenuButton } from '../ui/menu.tsx';
import { PopoverPanel, usePopover } from '../ui/popover.tsx';
import { refused } from '../ui/toast.tsx';

interface MemberProps {
  id: string;
  name: string;
  bot?: boolean;
  owner?: boolean;
  outside?: boolean;
}

const Member = ({ id, name, bot, owner, outside }: MemberProps) => (
  <div class="member-row">
    <Avatar id={id} size={28} />
    <span>{name}</span>
    {owner && <span class="badge">{t('owner')}</span>}
    {bot && <span class="badge badge-bot">{t('bot')}</span>}
    {outside && <span class="badge badge-external">{t('external')}</span>}
  </div>
);

/** How many people are in the chat; opens their list. */
function Members({ chat: item }: { chat: ChatView }) {
  const list = usePopover();
  const people = item.members.map(personOf).filter((person): person is PersonView => person !== null);
  return (
    <>
      <button
        type="button"
        class="head-members"
        ref={list.anchor}
        aria-haspopup="dialog"
        aria-expanded={list.isOpen}
        onClick={list.toggle}
        data-testid="members-button"
      >
        <Icon name="person" size={13} />
        {t('people_count', { n: item.members.length + (item.bot_in ? 1 : 0) })}
      </button>
      {list.isOpen && (
        <PopoverPanel of={list} class="members" role="dialog" aria-label={t('members')} data-testid="members">
          {item.bot_in && <Member id={app.value.bot_open_id} name={botName()} bot />}
          {people.map((person) => (
            <Member
              key={person.open_id}
              id={person.open_id}
              name={nameOf(person)}
              owner={person.open_id === item.owner_id}
              outside={isOutside(person)}
            />
          ))}
        </PopoverPanel>
      )}
    </>
  );
}

async function setBot(item: ChatView, isIn: boolean): Promise<void> {
  try {
    await api.botIn(item.chat_id, as.peek(), isIn);
    await loadWorld();
  } catch (error) {
    refused(error);
  }
}

function ChatMenu({ chat: item }: { chat: ChatView }) {
  const entry = item.bot_in
    ? { label: t('remove_bot'), icon: <Icon name="minus" size={16} />, danger: true, run: () => setBot(item, false) }
    : { label: t('add_bot'), icon: <Icon name="add" size={16} />, run: () => setBot(item, true) };
  return <MenuButton icon="more" size={20} label={t('chat_menu')} entries={[entry]} testid="chat-menu" />;
}

/** The bar above the messages. */
export function Head() {
  const item = chat.value;
  if (!item) return <header id="window-head" class="window-head" />;
  const direct = item.chat_mode === 'p2p';
  return (
    <header id="window-head" class="window-head">
      <IconButton
        icon="back"
        size={20}
        label={t('back')}
        class="icon-button back"
        data-testid="back"
        onClick={() => openChat(null, { push: true })}
      />
      <ChatAvatar chat={item} size={36} />
      <div class="head-lines">
        <h2>
          {chatName(item)}
          {direct && <span class="badge badge-bot">{t('bot')}</span>}
        </h2>
        <div class="head-sub">
          {direct ? t('chat_direct') : <Members chat={item} />}
          {item.external && <span class="badge badge-external">{t('external')}</span>}
          {item.chat_mode === 'topic' && <span class="badge">{t('topic_group')}</span>}
          {!item.bot_in && <span class="head-warning">{t('bot_absent')}</span>}
        </div>
      </div>
      <span class="grow" />
      {!direct && <ChatMenu chat={item} />}
    </header>
  );
}
