import { avatarOf } from './avatar.js';
import { $, fill, h } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { drawMessage } from './message.js';
import { botName, chat, lang, now, state, zone } from './state.js';
import { separatorTime } from './time.js';
import { markRead } from './unread.js';

const PAGE = 200;
const GAP = 5 * 60_000;

/** What is on the screen: message_id → { signature, element }. */
let shown = new Map();
let shownFor = '';
let limit = PAGE;

const box = () => $('#messages');
const nearBottom = () => box().scrollHeight - box().scrollTop - box().clientHeight < 120;
const toBottom = () => {
  box().scrollTop = box().scrollHeight;
};

/** The first message that is in view, and where; so that a redraw above it does not move it. */
function anchorOf() {
  const top = box().getBoundingClientRect().top;
  for (const { element } of shown.values()) {
    const at = element.getBoundingClientRect();
    if (at.bottom > top) return { id: element.dataset.id, offset: at.top };
  }
  return null;
}

function restore(anchor) {
  const element = anchor && shown.get(anchor.id)?.element;
  if (element) box().scrollTop += element.getBoundingClientRect().top - anchor.offset;
}

const follows = (message, before) =>
  !!before &&
  !before.deleted &&
  !message.deleted &&
  before.sender.id === message.sender.id &&
  before.msg_type !== 'system' &&
  message.created_at - before.created_at < GAP &&
  !message.ephemeral === !before.ephemeral;

/** Puts the focus back into a card that was redrawn while somebody was in it. */
function refocus(from, to) {
  const active = document.activeElement;
  if (!from.contains(active)) return null;
  const key = active.dataset?.focus;
  const selection = 'selectionStart' in active ? [active.selectionStart, active.selectionEnd] : null;
  return () => {
    const target = key ? [...to.querySelectorAll('[data-focus]')].find((item) => item.dataset.focus === key) : null;
    target?.focus({ preventScroll: true });
    if (target && selection?.[0] !== null && target.setSelectionRange && target.type !== 'date') {
      try {
        target.setSelectionRange(...selection);
      } catch {
        // Pickers have no selection.
      }
    }
  };
}

/** Draws the open chat. Messages that did not change keep their elements; patched cards are redrawn in place. */
export function drawMessages({ jump = false } = {}) {
  const root = box();
  const owner = `${state.as} ${state.chatId} ${lang()} ${zone()} ${state.world?.app.app_id}`;
  const fresh = owner !== shownFor;
  if (fresh) {
    shown = new Map();
    shownFor = owner;
    limit = PAGE;
  }
  root.setAttribute('aria-label', t('messages'));
  const all = state.messages.get(state.chatId) ?? [];
  const messages = all.slice(-limit);
  const stick = fresh || jump || nearBottom();
  const anchor = stick ? null : anchorOf();
  const before = shown;
  const refocuses = [];
  const grew = messages.length > 0 && before.size > 0 && !before.has(messages.at(-1).message_id);
  const mine = grew && messages.at(-1).sender.id === state.as;
  const people = state.world?.people.map((person) => person.name + person.color).join() ?? '';
  const wanted = [];
  if (all.length > messages.length) {
    const more = () => {
      limit += PAGE;
      drawMessages();
    };
    wanted.push(h('button', { type: 'button', class: 'earlier', on: { click: more } }, t('earlier')));
  }
  shown = new Map();
  messages.forEach((message, index) => {
    const previous = messages[index - 1];
    if (!previous || message.created_at - previous.created_at > GAP) {
      wanted.push(h('div', { class: 'time-line' }, separatorTime(message.created_at, now(), zone(), lang())));
    }
    const isFollowing = follows(message, previous) && message.created_at - previous.created_at <= GAP;
    const parent = message.parent_id ? all.find((item) => item.message_id === message.parent_id) : null;
    const signature = JSON.stringify([message, isFollowing, parent?.deleted, parent?.updated_at, people]);
    const old = before.get(message.message_id);
    const element = old?.signature === signature ? old.element : drawMessage(message, isFollowing);
    if (old && element !== old.element) {
      refocuses.push(refocus(old.element, element));
      element.classList.add('redrawn');
    } else if (!old && grew) element.classList.add('arriving');
    shown.set(message.message_id, { signature, element });
    wanted.push(element);
  });
  if (!messages.length && state.messages.has(state.chatId)) wanted.push(hello());
  const current = $('.message-list', root);
  if (current && !fresh) sync(current, wanted);
  else fill(root, h('div', { class: 'message-list', role: 'list' }, wanted));
  for (const focus of refocuses) focus?.();
  if (stick || mine) toBottom();
  else restore(anchor);
  drawPill(!stick && !mine && grew);
  if (document.visibilityState === 'visible' && state.chatId) markRead(state.chatId);
}

/** A chat in which nothing was said yet tells how to begin. */
function hello() {
  const item = chat();
  if (!item?.bot_in) return h('div', { class: 'empty' }, icon('chat', 40), t('no_messages'));
  return h(
    'div',
    { class: 'hello' },
    avatarOf(state.world.app.bot_open_id, 56),
    h('h3', null, t('hello', { bot: botName() })),
    h('p', null, t(item.chat_mode === 'p2p' ? 'hello_hint' : 'hello_hint_group')),
  );
}

/** Makes `current` hold exactly `wanted`, leaving those already in place untouched: moving an element would drop its focus. */
function sync(current, wanted) {
  const keep = new Set(wanted);
  for (const child of [...current.children]) if (!keep.has(child)) child.remove();
  wanted.forEach((child, index) => {
    if (current.children[index] !== child) current.insertBefore(child, current.children[index] ?? null);
  });
}

function drawPill(visible) {
  const old = $('.new-below');
  if (!visible) {
    if (nearBottom()) old?.remove();
    return;
  }
  old?.remove();
  const go = () => {
    toBottom();
    pill.remove();
  };
  const pill = h('button', { type: 'button', class: 'new-below', on: { click: go } }, icon('down', 14), t('new_below'));
  $('#window').append(pill);
}

/** Keeps the end in view when the window changes around it, and drops the pill once the reader is there. */
export function watchScroll() {
  let atEnd = true;
  new ResizeObserver(() => {
    if (atEnd) toBottom();
  }).observe(box());
  box().addEventListener(
    'scroll',
    () => {
      atEnd = nearBottom();
      if (atEnd) $('.new-below')?.remove();
    },
    { passive: true },
  );
}
