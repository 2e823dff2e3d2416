import { useComputed, useSignal } from '@preact/signals';
import type { ChatView } from '../../control/shapes.ts';
import { draftOf } from '../data/drafts.ts';
import { colon, t } from '../data/i18n.ts';
import { openChat } from '../data/moves.ts';
import { as, chatId, chatName, lang, lastOf, me, myChats, nameOf, now, visible, zone } from '../data/state.ts';
import { listTime } from '../data/time.ts';
import { unreadOf } from '../data/unread.ts';
import { Avatar, ChatAvatar } from '../ui/avatar.tsx';
import { cx } from '../ui/classes.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Icon } from '../ui/icons.tsx';
import { List } from '../ui/list.tsx';
import { newGroup } from './new-group.tsx';
import { previewOf, senderName } from './preview.ts';

/** The newest thing that was said. */
function lastLine(chat: ChatView): string {
  const last = lastOf(chat.chat_id);
  if (!last) return chat.last?.text ?? '';
  const nobody = chat.chat_mode === 'p2p' || last.deleted || last.msg_type === 'system';
  const who = nobody ? '' : `${last.sender.id === as.value ? t('you') : senderName(last)}${colon()}`;
  return who + previewOf(last);
}

function LastLine({ chat }: { chat: ChatView }) {
  const draft = useComputed(() => draftOf(chat.chat_id)).value;
  return (
    <span class="chat-last">
      {draft ? (
        <>
          <span class="draft">{t('draft')}</span> {draft}
        </>
      ) : (
        lastLine(chat) || t('no_messages')
      )}
    </span>
  );
}

function ChatRow({ chat }: { chat: ChatView }) {
  const at = lastOf(chat.chat_id)?.created_at ?? chat.last?.at ?? null;
  const open = chat.chat_id === chatId.value;
  const unread = open && visible.value ? 0 : unreadOf(chat.chat_id);
  return (
    <li>
      <button
        type="button"
        class={cx('chat-row', open && 'open')}
        aria-current={open ? 'true' : undefined}
        data-testid="chat"
        data-chat={chat.chat_id}
        data-mode={chat.chat_mode}
        onClick={() => openChat(chat.chat_id, { push: true })}
      >
        <span class="chat-face">
          <ChatAvatar chat={chat} size={40} />
          {unread > 0 && (
            <span class="unread" role="img" aria-label={t('unread', { n: unread })}>
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </span>
        <span class="chat-lines">
          <span class="chat-line">
            <span class="chat-name">{chatName(chat)}</span>
            {chat.chat_mode === 'p2p' && <span class="badge badge-bot">{t('bot')}</span>}
            {chat.chat_mode === 'topic' && <span class="badge">{t('topic_group')}</span>}
            {chat.external && <span class="badge badge-external">{t('external')}</span>}
            {at !== null && <time class="chat-time">{listTime(at, now(), zone.value, lang.value)}</time>}
          </span>
          <LastLine chat={chat} />
        </span>
      </button>
    </li>
  );
}

/** The left column. */
export function ChatList() {
  const query = useSignal('');
  const person = me.value;
  const sought = query.value.trim().toLowerCase();
  const shown = myChats.value.filter((chat) => `${chat.name} ${chat.en_name} ${chatName(chat)}`.toLowerCase().includes(sought));
  return (
    <aside id="chats" class="chats" aria-label={t('messages')}>
      <div class="chats-head">
        <h2>{t('messages')}</h2>
        {person && (
          <span class="chats-me">
            <Avatar id={person.open_id} size={20} />
            {nameOf(person)}
          </span>
        )}
        <IconButton icon="add" size={20} label={t('new_group')} onClick={newGroup} data-testid="new-group" />
      </div>
      <label class="search" for="chat-search">
        <Icon name="search" size={16} />
        <input
          type="search"
          id="chat-search"
          placeholder={t('search_chats')}
          aria-label={t('search_chats')}
          value={query.value}
          onInput={(event) => {
            query.value = event.currentTarget.value;
          }}
        />
      </label>
      <List class="chat-list">
        {shown.map((chat) => (
          <ChatRow key={chat.chat_id} chat={chat} />
        ))}
        {shown.length === 0 && <li class="nothing">{t('no_chats')}</li>}
      </List>
    </aside>
  );
}
