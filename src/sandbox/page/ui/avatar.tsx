import type { ChatView, PersonView } from '../../control/shapes.ts';
import { app, chatName, isBot, personOf } from '../data/state.ts';
import { Icon } from './icons.tsx';

/** A person's or the bot's avatar, by id; unknown ids get a grey one. */
export function Avatar({ id, size = 36 }: { id: string; size?: number }) {
  const person = personOf(id);
  const sized = { '--size': `${size}px` };
  if (person) {
    // Drawn, not said: who it is stands beside it or in the label.
    const initials = person.initials || person.name.slice(-2);
    const style = { ...sized, '--face': person.color || 'var(--hue-blue)' };
    return <span class="avatar" aria-hidden="true" data-initials={initials} style={style} />;
  }
  const bot = isBot(id);
  return (
    <span class={bot ? 'avatar avatar-bot' : 'avatar avatar-none'} aria-hidden="true" style={sized}>
      <Icon name={bot ? 'video' : 'person'} size={Math.round(size * (bot ? 0.58 : 0.55))} />
    </span>
  );
}

/** A chat's avatar: the bot's own for a direct chat, a mosaic of members for a group. */
export function ChatAvatar({ chat, size = 40 }: { chat: ChatView; size?: number }) {
  if (chat.chat_mode === 'p2p') return <Avatar id={app.value.bot_open_id} size={size} />;
  const faces = chat.members
    .slice(0, 4)
    .map(personOf)
    .filter((person): person is PersonView => person !== null);
  return (
    <span class="avatar avatar-group" aria-hidden="true" style={{ '--size': `${size}px` }} title={chatName(chat)}>
      {faces.map((person) => (
        <i key={person.open_id} data-initials={person.initials.slice(0, 1)} style={{ '--face': person.color }} />
      ))}
    </span>
  );
}
