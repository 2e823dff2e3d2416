import { h } from './dom.js';
import { icon } from './icons.js';
import { chatName, isBot, personOf, state } from './state.js';

function face(person, size) {
  return h('span', {
    class: 'avatar',
    'aria-hidden': 'true',
    // Drawn, not said: who it is stands beside it or in the label.
    data: { initials: person.initials || (person.name ?? '?').slice(-2) },
    style: { '--size': `${size}px`, '--face': person.color || 'var(--hue-blue)' },
  });
}

/** A person's or the bot's avatar, by id; unknown ids get a grey one. */
export function avatarOf(id, size = 36) {
  const person = personOf(id);
  if (person) return face(person, size);
  if (isBot(id)) {
    return h(
      'span',
      { class: 'avatar avatar-bot', 'aria-hidden': 'true', style: { '--size': `${size}px` } },
      icon('video', Math.round(size * 0.58)),
    );
  }
  return h(
    'span',
    { class: 'avatar avatar-none', 'aria-hidden': 'true', style: { '--size': `${size}px` } },
    icon('person', Math.round(size * 0.55)),
  );
}

/** A chat's avatar: the bot's own for a direct chat, a mosaic of members for a group. */
export function chatAvatar(chat, size = 40) {
  if (chat.chat_mode === 'p2p') return avatarOf(state.world.app.bot_open_id, size);
  const faces = chat.members.slice(0, 4).map(personOf).filter(Boolean);
  return h(
    'span',
    { class: 'avatar avatar-group', 'aria-hidden': 'true', style: { '--size': `${size}px` }, title: chatName(chat) },
    faces.map((person) => h('i', { data: { initials: (person.initials ?? '').slice(0, 1) }, style: { '--face': person.color } })),
  );
}
