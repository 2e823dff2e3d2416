/* biome-ignore-all lint/a11y/useSemanticElements: a message is an item of a list that is no <ul>: times stand between them */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Card } from '../card/card.tsx';
import { t } from '../data/i18n.ts';
import { app, as, chat, isBot, isOutside, lang, personOf, type Message as Said, zone } from '../data/state.ts';
import { clockOf, fullTime } from '../data/time.ts';
import { Avatar } from '../ui/avatar.tsx';
import { cx } from '../ui/classes.ts';
import { Icon } from '../ui/icons.tsx';
import { Actions } from './message-actions.tsx';
import { Body } from './message-body.tsx';
import { previewOf, senderName } from './preview.ts';
import { ReadMark } from './read-mark.tsx';

interface Props {
  message: Said;
  /** The message it answers, where that is known. */
  parent: Said | null;
  /** The one before is the same person's, moments earlier. */
  follows: boolean;
  /** It came while somebody was looking. */
  arriving: boolean;
}

function Marks({ message }: { message: Said }) {
  if (!message.ephemeral && !message.edited && !message.forwarded && !message.thread_id) return null;
  return (
    <div class="marks">
      {message.ephemeral && (
        <span class="mark mark-ephemeral">
          <Icon name="eye" size={12} />
          {t('only_you')}
        </span>
      )}
      {message.edited && <span class="mark">{t('edited')}</span>}
      {message.forwarded && (
        <span class="mark">
          <Icon name="forward" size={12} />
          {t('forwarded_mark')}
        </span>
      )}
      {message.thread_id && (
        <span class="mark">
          <Icon name="chat" size={12} />
          {t('thread')}
        </span>
      )}
    </div>
  );
}

function Sender({ message, bot }: { message: Said; bot: boolean }) {
  const at = message.created_at;
  const person = personOf(message.sender.id);
  return (
    <div class="message-head">
      <span class="message-name">{senderName(message)}</span>
      {bot && <span class="badge badge-bot">{t('bot')}</span>}
      {person && isOutside(person) && <span class="badge badge-external">{t('external')}</span>}
      <time class="message-time" title={fullTime(at, zone.value, lang.value)}>
        {clockOf(at, zone.value)}
      </time>
    </div>
  );
}

/** One message as the acting person sees it. */
export function Message({ message, parent, follows, arriving }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef(message);
  useLayoutEffect(() => {
    // A card that was changed under the reader's eyes says so for a moment.
    if (drawn.current !== message) box.current?.classList.add('redrawn');
    drawn.current = message;
  }, [message]);
  const common = { 'data-id': message.message_id, 'data-testid': 'message', 'data-type': message.msg_type };
  if (message.deleted || message.msg_type === 'system') {
    return (
      <div {...common} role="listitem" class="system-line">
        {message.deleted ? previewOf(message) : message.text}
      </div>
    );
  }
  const { sender } = message;
  const mine = sender.id === as.value;
  const bot = sender.type === 'app' || isBot(sender.id);
  const direct = chat.value?.chat_mode === 'p2p';
  return (
    <div
      {...common}
      role="listitem"
      ref={box}
      class={cx(
        'message',
        mine && 'mine',
        follows && 'follows',
        bot && 'from-bot',
        message.ephemeral && 'ephemeral',
        arriving && 'arriving',
      )}
      aria-label={`${senderName(message)} ${clockOf(message.created_at, zone.value)}`}
      onAnimationEnd={() => box.current?.classList.remove('redrawn')}
    >
      <div class="message-face">
        {!follows && <Avatar id={personOf(sender.id) ? sender.id : bot ? app.value.bot_open_id : ''} size={36} />}
      </div>
      <div class="message-main">
        {!follows && !mine && !(direct && !bot) && <Sender message={message} bot={bot} />}
        <div class="message-body">
          <Body message={message} parent={parent} card={<Card message={message} />} />
          <Actions message={message} />
          {message.read_by && <ReadMark chat={message.chat_id} readers={message.read_by} />}
        </div>
        <Marks message={message} />
      </div>
    </div>
  );
}
