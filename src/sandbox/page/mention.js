import { avatarOf } from './avatar.js';
import { h } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { botName, chat, nameOf, personOf, state } from './state.js';

/** What may be mentioned in the open chat: the bot first, then everybody else, then all. */
function candidates() {
  const item = chat();
  if (!item) return [];
  const people = item.members
    .filter((id) => id !== state.as)
    .map(personOf)
    .filter(Boolean)
    .map((person) => ({
      id: person.open_id,
      label: nameOf(person),
      also: [person.name, person.en_name],
      hint: nameOf(person) === person.name ? person.en_name : person.name,
    }));
  const bot = {
    id: state.world.app.bot_open_id,
    label: botName(),
    also: [state.world.app.name, state.world.app.en_name],
    hint: t('bot'),
    bot: true,
  };
  const all = { id: 'all', label: t('everyone'), also: ['所有人', 'all', 'everyone'], hint: t('everyone_hint'), all: true };
  return item.chat_mode === 'p2p' ? [bot] : [...(item.bot_in ? [bot] : []), ...people, all];
}

/** The `@…` that the caret stands in: where it starts and what has been typed of it; null outside of one. */
function wordAt(text, caret) {
  const start = text.lastIndexOf('@', caret - 1);
  if (start < 0 || caret - start > 24) return null;
  const query = text.slice(start + 1, caret);
  if (/\s/.test(query)) return null;
  if (start > 0 && /[A-Za-z0-9._-]/.test(text[start - 1])) return null;
  return { start, query: query.toLowerCase() };
}

/**
 * The list that opens over the input at `@`. Keys are the input's: ↑ ↓ choose, Enter or Tab takes, Esc closes;
 * nothing happens while an input method is composing.
 */
export class MentionPicker {
  constructor(input, host) {
    this.input = input;
    this.host = host;
    this.at = 0;
    this.items = [];
    this.word = null;
    this.dismissed = -1;
    this.panel = h('div', { class: 'mentions', id: 'mentions', role: 'listbox', hidden: true, data: { testid: 'mentions' } });
    host.append(this.panel);
  }

  get isOpen() {
    return !this.panel.hidden;
  }

  /** Looks at the text around the caret and opens, narrows or closes. */
  update() {
    const word = wordAt(this.input.value, this.input.selectionStart ?? 0);
    if (!word || word.start === this.dismissed) {
      if (!word) this.dismissed = -1;
      return this.close();
    }
    this.items = candidates().filter((item) => item.also.some((name) => (name ?? '').toLowerCase().includes(word.query)));
    if (!this.items.length) return this.close();
    // A name that is already there in full needs no choosing: Enter sends.
    if (this.items.length === 1 && this.items[0].also.some((name) => (name ?? '').toLowerCase() === word.query)) return this.close();
    if (this.word?.start !== word.start || this.word?.query !== word.query) this.at = 0;
    this.word = word;
    this.panel.hidden = false;
    this.draw();
  }

  draw() {
    this.panel.setAttribute('aria-label', t('mention'));
    this.panel.replaceChildren(
      ...this.items.map((item, index) =>
        h(
          'div',
          {
            role: 'option',
            id: `mention-${index}`,
            class: ['mention', index === this.at && 'active'],
            'aria-selected': String(index === this.at),
            on: {
              pointerdown: (event) => {
                event.preventDefault();
                this.take(index);
              },
              pointermove: () => index !== this.at && this.select(index),
            },
          },
          item.all ? h('span', { class: 'avatar avatar-all', style: { '--size': '26px' } }, icon('group', 16)) : avatarOf(item.id, 26),
          h('span', { class: 'mention-name' }, item.label),
          item.bot ? h('span', { class: 'badge badge-bot' }, item.hint) : h('span', { class: 'mention-hint' }, item.hint),
        ),
      ),
      h('div', { class: 'mention-foot', 'aria-hidden': 'true' }, t('mention_hint')),
    );
    this.input.setAttribute('aria-activedescendant', `mention-${this.at}`);
    this.panel.children[this.at]?.scrollIntoView({ block: 'nearest' });
  }

  select(index) {
    this.at = index;
    this.draw();
  }

  take(index) {
    const item = this.items[index];
    const { start } = this.word;
    const caret = this.input.selectionStart;
    const after = this.input.value.slice(caret);
    const gap = after.startsWith(' ') ? '' : ' ';
    this.input.setRangeText(`@${item.label}${gap}`, start, caret, 'end');
    if (!gap) this.input.selectionStart = this.input.selectionEnd = this.input.selectionEnd + 1;
    this.close();
    this.input.dispatchEvent(new Event('input', { bubbles: true }));
    this.input.focus();
  }

  /** True when the key was the picker's. */
  key(event) {
    if (!this.isOpen) return false;
    const count = this.items.length;
    if (event.key === 'ArrowDown') this.select((this.at + 1) % count);
    else if (event.key === 'ArrowUp') this.select((this.at + count - 1) % count);
    else if (event.key === 'Enter' || event.key === 'Tab') this.take(this.at);
    else if (event.key === 'Escape') {
      this.dismissed = this.word.start;
      this.close();
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  close() {
    if (this.panel.hidden) return;
    this.panel.hidden = true;
    this.word = null;
    this.input.removeAttribute('aria-activedescendant');
  }
}
