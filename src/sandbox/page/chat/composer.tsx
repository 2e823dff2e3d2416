import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ChatView, PersonView } from '../../control/shapes.ts';
import { api, type Outgoing } from '../data/api.ts';
import { draft, keepDraft } from '../data/drafts.ts';
import { colon, t } from '../data/i18n.ts';
import { loadMessages } from '../data/load.ts';
import { app, as, botName, chat, chatId, chatName, lang, personOf, replying } from '../data/state.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Icon } from '../ui/icons.tsx';
import { said, toast } from '../ui/toast.tsx';
import { insertText } from './composer-text.ts';
import { AttachButton, EmojiButton } from './composer-tools.tsx';
import { MarkedText } from './marked-text.tsx';
import { type MentionPicker, Mentions, optionId, useMentions } from './mentions.tsx';
import type { Mentioned } from './message-text.ts';
import { previewOf, senderName } from './preview.ts';

/** What a first visitor may type here. */
function example(item: ChatView): string {
  const mention = item.chat_mode === 'p2p' ? '' : `@${botName()} `;
  return mention + (lang.value === 'en_us' ? 'tomorrow 3-4:30pm weekly sync' : '明天下午3点到4点半 周会');
}

/** Names of the open chat as mentions, so that the input shows them as the message will. */
function knownMentions(item: ChatView): Mentioned[] {
  const people = item.members.map(personOf).filter((person): person is PersonView => person !== null);
  return [{ ...app.value, open_id: app.value.bot_open_id }, ...people]
    .flatMap(({ name, en_name, open_id }) => [
      { name, open_id },
      { name: en_name, open_id },
    ])
    .filter(({ name }) => name);
}

/** Sends to the open chat, as an answer where one is being written; says so when it was refused. */
async function post(message: Pick<Outgoing, 'text' | 'msg_type' | 'content'>): Promise<boolean> {
  const parent = replying.peek();
  const place = chatId.peek();
  if (!place) return false;
  const answering = parent ? { parent_id: parent.message_id, ...(parent.thread_id ? { thread_id: parent.thread_id } : {}) } : {};
  try {
    await api.send({ as: as.peek(), chat_id: place, ...message, ...answering });
    if (parent) replying.value = null;
    loadMessages(place);
    return true;
  } catch (error) {
    toast('error', t('send_failed', { why: said(error) }));
    return false;
  }
}

async function send(): Promise<void> {
  const before = draft.peek();
  const text = before.trim();
  if (!text) return;
  keepDraft('');
  if (!(await post({ text })) && !draft.peek()) keepDraft(before);
}

function Replying() {
  const parent = replying.value;
  if (!parent) return <div class="replying" hidden data-testid="replying" />;
  const stop = (): void => {
    replying.value = null;
  };
  return (
    <div class="replying" data-testid="replying">
      <span>{`${t('reply_to', { name: senderName(parent) })}${colon()}${previewOf(parent)}`}</span>
      <IconButton icon="close" size={14} label={t('cancel_reply')} onClick={stop} />
    </div>
  );
}

const LIKE_ARROWS = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);
const TALLEST = 180;

function onKey(event: KeyboardEvent, picker: MentionPicker): void {
  // While an input method composes, Enter and the arrows are its own; Safari reports that as key code 229 only.
  if (event.isComposing || event.keyCode === 229) return;
  if (picker.key(event)) return;
  if (event.key === 'Enter' && !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    send();
  } else if (event.key === 'Escape' && replying.peek()) replying.value = null;
}

/** The field grows with its text; a copy of it underneath colours the mentions. */
function Field({ chat: item, input, picker }: { chat: ChatView; input: RefObject<HTMLTextAreaElement | null>; picker: MentionPicker }) {
  const mirror = useRef<HTMLDivElement>(null);
  const text = draft.value;
  const scroll = (): void => {
    if (mirror.current && input.current) mirror.current.scrollTop = input.current.scrollTop;
  };
  useLayoutEffect(() => {
    const [field, copy] = [input.current, mirror.current];
    if (!field || !copy) return;
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight, TALLEST)}px`;
    copy.style.height = field.style.height;
    scroll();
  }, [text]);
  return (
    <div class="composer-field">
      <div ref={mirror} class="mirror" aria-hidden="true">
        <MarkedText text={text} mentions={knownMentions(item)} />
        {'\u200b'}
      </div>
      <textarea
        ref={input}
        id="composer-input"
        rows={1}
        aria-label={t('message_to', { name: chatName(item) })}
        aria-autocomplete="list"
        aria-controls="mentions"
        aria-activedescendant={picker.choice ? optionId(picker.choice.at) : undefined}
        enterkeyhint="send"
        data-testid="composer-input"
        placeholder={t('example', { text: example(item) })}
        value={text}
        onKeyDown={(event) => onKey(event, picker)}
        onInput={(event) => {
          keepDraft(event.currentTarget.value);
          picker.update();
        }}
        onCompositionEnd={picker.update}
        onClick={picker.update}
        onKeyUp={(event) => LIKE_ARROWS.has(event.key) && picker.update()}
        onBlur={picker.close}
        onScroll={scroll}
      />
    </div>
  );
}

/** The input of the open chat; text being typed stays with its person and chat. */
export function Composer() {
  const input = useRef<HTMLTextAreaElement>(null);
  const picker = useMentions(input);
  const item = chat.value;
  const owner = `${as.value} ${chatId.value}`;
  useLayoutEffect(picker.close, [owner]);
  if (!item) return <form id="composer" class="composer" hidden />;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    send();
    input.current?.focus();
  };
  const insert = (text: string): void => {
    if (input.current) insertText(input.current, text);
  };
  const mention = (): void => {
    const before = input.current?.value[input.current.selectionStart - 1];
    insert(before && /[A-Za-z0-9._-]/.test(before) ? ' @' : '@');
  };
  return (
    <form id="composer" class="composer" autocomplete="off" onSubmit={submit}>
      <Replying />
      <div class="composer-box">
        <Field chat={item} input={input} picker={picker} />
        <div class="composer-tools">
          <IconButton icon="at" size={18} label={t('mention')} onClick={mention} data-testid="mention-button" />
          <EmojiButton insert={insert} post={post} />
          <AttachButton post={post} />
          <button type="submit" class="send" disabled={!draft.value.trim()} aria-label={t('send')} title={t('send')} data-testid="send">
            <Icon name="send" size={20} />
          </button>
        </div>
      </div>
      <Mentions picker={picker} />
    </form>
  );
}
