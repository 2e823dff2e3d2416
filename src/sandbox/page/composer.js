import { api } from './api.js';
import { $, fill, h, iconButton } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { MentionPicker } from './mention.js';
import { messageText } from './message-text.js';
import { closePopover, openMenu, openPopover } from './popover.js';
import { previewOf, senderName } from './preview.js';
import { botName, chat, chatName, lang, loadMessages, personOf, replyTo, state } from './state.js';
import { EMOJI, SAMPLE_FILE, SAMPLE_IMAGE, STICKERS } from './stickers.js';
import { said, toast } from './toast.js';

const KEPT_DRAFTS = 'feishu-sandbox.drafts';

/** `as chat` → text that was typed and not sent; kept with the window, over a reload. */
const drafts = new Map(JSON.parse(sessionStorage.getItem(KEPT_DRAFTS) ?? '[]'));

function keepDraft(text) {
  if (text) drafts.set(draftKey(), text);
  else drafts.delete(draftKey());
  sessionStorage.setItem(KEPT_DRAFTS, JSON.stringify([...drafts]));
}

const draftKey = () => `${state.as} ${state.chatId}`;
export const draftOf = (chatId) => (chatId === state.chatId ? '' : (drafts.get(`${state.as} ${chatId}`) ?? ''));

let input;
let mirror;
let picker;
let sendButton;
let owner = '';

/** What a first visitor may type here. */
function example() {
  const item = chat();
  const mention = item?.chat_mode === 'p2p' ? '' : `@${botName()} `;
  return mention + (lang() === 'en_us' ? 'tomorrow 3-4:30pm weekly sync' : '明天下午3点到4点半 周会');
}

/** Names of the open chat as mentions, so that the input shows them as the message will. */
function knownMentions() {
  const item = chat();
  const people = (item?.members ?? []).map(personOf).filter(Boolean);
  return [
    ...[state.world.app.name, state.world.app.en_name].map((name) => ({ name, open_id: state.world.app.bot_open_id })),
    ...people.flatMap((person) => [
      { name: person.name, open_id: person.open_id },
      { name: person.en_name, open_id: person.open_id },
    ]),
  ].filter((mention) => mention.name);
}

/** The field grows with its text; a copy of it underneath colours the mentions. */
function fitInput() {
  fill(mirror, messageText(input.value, knownMentions()), '\u200b');
  input.style.height = 'auto';
  input.style.height = `${Math.min(input.scrollHeight, 180)}px`;
  mirror.style.height = input.style.height;
  mirror.scrollTop = input.scrollTop;
  sendButton.disabled = !input.value.trim();
}

async function post(message) {
  const parent = state.replyTo;
  const body = { as: state.as, chat_id: state.chatId, ...message };
  if (parent) body.parent_id = parent.message_id;
  if (parent?.thread_id) body.thread_id = parent.thread_id;
  try {
    await api.send(body);
    if (parent) replyTo(null);
    loadMessages(body.chat_id);
    return true;
  } catch (error) {
    toast('error', t('send_failed', { why: said(error) }));
    return false;
  }
}

async function send() {
  const text = input.value.trim();
  if (!text) return;
  const before = input.value;
  input.value = '';
  keepDraft('');
  fitInput();
  if (await post({ text })) return;
  if (!input.value) input.value = before;
  keepDraft(input.value);
  fitInput();
}

function onKey(event) {
  // While an input method composes, Enter and the arrows are its own; Safari reports that as key code 229 only.
  if (event.isComposing || event.keyCode === 229) return;
  if (picker.key(event)) return;
  if (event.key === 'Enter' && !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    send();
  } else if (event.key === 'Escape' && state.replyTo) {
    replyTo(null);
  }
}

function insert(text) {
  input.focus();
  input.setRangeText(text, input.selectionStart, input.selectionEnd, 'end');
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Puts a text into the input, for the person to send. */
export function fillComposer(text) {
  input.value = text;
  input.focus();
  input.setSelectionRange(text.length, text.length);
  keepDraft(text);
  fitInput();
  picker.close();
}

function openEmoji(event) {
  const anchor = event.currentTarget;
  const cell = (glyph, label, run, extra) => {
    const click = () => {
      closePopover();
      run();
    };
    return h('button', { type: 'button', class: 'emoji', 'aria-label': label, ...extra, data: { item: '' }, on: { click } }, glyph);
  };
  const panel = h(
    'div',
    { class: 'emoji-panel', role: 'dialog', 'aria-label': t('emoji') },
    h('div', { class: 'emoji-title' }, t('emoji')),
    h(
      'div',
      { class: 'emoji-grid' },
      EMOJI.map((glyph) => cell(glyph, glyph, () => insert(glyph))),
    ),
    h('div', { class: 'emoji-title' }, t('send_sticker')),
    h(
      'div',
      { class: 'emoji-grid stickers' },
      STICKERS.map(({ key, glyph }) =>
        cell(glyph, `${t('send_sticker')} ${glyph}`, () => post({ msg_type: 'sticker', content: { file_key: key } }), {
          'data-testid': 'sticker',
        }),
      ),
    ),
  );
  openPopover(anchor, panel);
}

function openAttach(event) {
  openMenu(
    event.currentTarget,
    [
      { label: t('send_image'), icon: icon('image', 16), run: () => post({ msg_type: 'image', content: SAMPLE_IMAGE }) },
      {
        label: t('send_file', { name: SAMPLE_FILE.file_name }),
        icon: icon('file', 16),
        run: () => post({ msg_type: 'file', content: SAMPLE_FILE }),
      },
    ],
    { label: t('attach') },
  );
}

function openMentions() {
  const before = input.value[input.selectionStart - 1];
  insert(before && /[A-Za-z0-9._-]/.test(before) ? ' @' : '@');
}

function build(root) {
  input = h('textarea', {
    id: 'composer-input',
    rows: 1,
    'aria-autocomplete': 'list',
    'aria-controls': 'mentions',
    enterkeyhint: 'send',
    data: { testid: 'composer-input' },
  });
  mirror = h('div', { class: 'mirror', 'aria-hidden': 'true' });
  sendButton = h('button', { type: 'submit', class: 'send', disabled: true, data: { testid: 'send' } }, icon('send', 20));
  const field = h('div', { class: 'composer-field' }, mirror, input);
  fill(
    root,
    h('div', { class: 'replying', hidden: true, data: { testid: 'replying' } }),
    h('div', { class: 'composer-box' }, field, h('div', { class: 'composer-tools' })),
  );
  picker = new MentionPicker(input, root);
  input.addEventListener('keydown', onKey);
  input.addEventListener('input', () => {
    keepDraft(input.value);
    fitInput();
    picker.update();
  });
  input.addEventListener('compositionend', () => picker.update());
  input.addEventListener('click', () => picker.update());
  input.addEventListener('keyup', (event) => {
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight' || event.key === 'Home' || event.key === 'End') picker.update();
  });
  input.addEventListener('blur', () => picker.close());
  input.addEventListener('scroll', () => {
    mirror.scrollTop = input.scrollTop;
  });
  root.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
    input.focus();
  });
}

/** Draws the input of the open chat; text being typed stays with its person and chat. */
export function drawComposer() {
  const root = $('#composer');
  if (!input) build(root);
  root.hidden = !chat();
  if (!chat()) return;
  if (owner !== draftKey()) {
    owner = draftKey();
    input.value = drafts.get(owner) ?? '';
    picker.close();
  }
  const name = chatName(chat());
  input.setAttribute('aria-label', t('message_to', { name }));
  input.placeholder = t('example', { text: example() });
  sendButton.setAttribute('aria-label', t('send'));
  sendButton.title = t('send');
  fill(
    $('.composer-tools', root),
    iconButton(icon('at', 18), t('mention'), openMentions, { 'data-testid': 'mention-button' }),
    iconButton(icon('smile', 18), t('emoji'), openEmoji, { 'aria-haspopup': 'dialog', 'data-testid': 'emoji-button' }),
    iconButton(icon('clip', 18), t('attach'), openAttach, { 'aria-haspopup': 'menu', 'data-testid': 'attach-button' }),
    sendButton,
  );
  const replying = $('.replying', root);
  const parent = state.replyTo;
  replying.hidden = !parent;
  if (parent) {
    fill(
      replying,
      h('span', null, t('reply_to', { name: senderName(parent) }), lang() === 'en_us' ? ': ' : '：', previewOf(parent)),
      iconButton(icon('close', 14), t('cancel_reply'), () => replyTo(null)),
    );
  }
  fitInput();
}
