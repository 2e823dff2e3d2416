import { signal } from '@preact/signals';
import { Component, type ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../data/i18n.ts';
import { app, as, botName, chat, chatId, lang, messages, now, opened, type Message as Said, zone } from '../data/state.ts';
import { separatorTime } from '../data/time.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Icon } from '../ui/icons.tsx';
import { Message } from './message.tsx';

const PAGE = 200;
const GAP_MS = 5 * 60_000;

/** How many of the open chat's messages are drawn. */
const limit = signal(PAGE);
/** Something came below what is in view. */
const newBelow = signal(false);

const box = (): HTMLElement | null => document.querySelector<HTMLElement>('#messages');

function isNearEnd(): boolean {
  const place = box();
  return !place || place.scrollHeight - place.scrollTop - place.clientHeight < 120;
}

function toEnd(): void {
  const place = box();
  if (place) place.scrollTop = place.scrollHeight;
}

interface Anchor {
  id: string;
  top: number;
}

const elementOf = (id: string): Element | null => document.querySelector(`#messages [data-id="${CSS.escape(id)}"]`);

/** The first message that is in view, and where; so that a redraw above it does not move it. */
function anchorOf(): Anchor | null {
  const place = box();
  if (!place) return null;
  const edge = place.getBoundingClientRect().top;
  for (const element of place.querySelectorAll<HTMLElement>('[data-id]')) {
    const at = element.getBoundingClientRect();
    if (at.bottom > edge) return { id: element.dataset.id ?? '', top: at.top };
  }
  return null;
}

function restore(anchor: Anchor | null): void {
  const place = box();
  const element = anchor && elementOf(anchor.id);
  if (place && element) place.scrollTop += element.getBoundingClientRect().top - anchor.top;
}

const isClose = (message: Said, before: Said | undefined): before is Said => !!before && message.created_at - before.created_at <= GAP_MS;

const follows = (message: Said, before: Said | undefined): boolean =>
  isClose(message, before) &&
  !before.deleted &&
  !message.deleted &&
  before.sender.id === message.sender.id &&
  before.msg_type !== 'system' &&
  message.ephemeral === before.ephemeral;

/** A chat in which nothing was said yet tells how to begin. */
function Hello() {
  const item = chat.value;
  if (!item?.bot_in)
    return (
      <div class="empty">
        <Icon name="chat" size={40} />
        {t('no_messages')}
      </div>
    );
  return (
    <div class="hello">
      <Avatar id={app.value.bot_open_id} size={56} />
      <h3>{t('hello', { bot: botName() })}</h3>
      <p>{t(item.chat_mode === 'p2p' ? 'hello_hint' : 'hello_hint_group')}</p>
    </div>
  );
}

interface Before {
  atEnd: boolean;
  anchor: Anchor | null;
}

/** The messages of one chat for one reader; keeps the end in view, or else what the reader looks at. */
class List extends Component<{ chat: string }> {
  private readonly known = new Set<string>();
  private newest = '';

  private get all(): readonly Said[] {
    return messages.value.get(this.props.chat) ?? [];
  }

  override componentDidMount(): void {
    this.remember();
    toEnd();
  }

  override getSnapshotBeforeUpdate(): Before {
    const atEnd = isNearEnd();
    return { atEnd, anchor: atEnd ? null : anchorOf() };
  }

  override componentDidUpdate(_props: unknown, _state: unknown, { atEnd, anchor }: Before): void {
    const last = this.all.at(-1);
    const grew = !!last && this.newest !== '' && this.newest !== last.message_id && !this.known.has(last.message_id);
    const mine = grew && last.sender.id === as.value;
    this.remember();
    if (atEnd || mine) toEnd();
    else restore(anchor);
    if (grew || isNearEnd()) newBelow.value = grew && !atEnd && !mine;
  }

  private remember(): void {
    for (const { message_id } of this.all) this.known.add(message_id);
    this.newest = this.all.at(-1)?.message_id ?? '';
  }

  override render(): ComponentChildren {
    const all = this.all;
    const shown = all.slice(-limit.value);
    const drawn = shown.flatMap((message, index) => {
      const before = shown[index - 1];
      const time = !isClose(message, before) && (
        <div key={`t${message.message_id}`} class="time-line">
          {separatorTime(message.created_at, now(), zone.value, lang.value)}
        </div>
      );
      const parent = message.parent_id ? (all.find((item) => item.message_id === message.parent_id) ?? null) : null;
      const arriving = this.newest !== '' && !this.known.has(message.message_id);
      return [
        time,
        <Message key={message.message_id} message={message} parent={parent} follows={follows(message, before)} arriving={arriving} />,
      ];
    });
    const earlier = (): void => {
      limit.value += PAGE;
    };
    return (
      // biome-ignore lint/a11y/useSemanticElements: times stand between the messages, which a <ul> may not hold
      <div class="message-list" role="list">
        {all.length > shown.length && (
          <button key="earlier" type="button" class="earlier" onClick={earlier}>
            {t('earlier')}
          </button>
        )}
        {drawn}
        {all.length === 0 && messages.value.has(this.props.chat) && <Hello key="hello" />}
      </div>
    );
  }
}

/** The messages of the open chat. */
export function Messages() {
  const place = useRef<HTMLElement>(null);
  const owner = `${as.value} ${chatId.value} ${lang.value} ${zone.value} ${app.value.app_id}`;
  useLayoutEffect(() => {
    limit.value = PAGE;
    newBelow.value = false;
    toEnd();
  }, [owner, opened.value]);
  useLayoutEffect(() => {
    // Keeps the end in view when the window changes around it.
    let atEnd = true;
    const observer = new ResizeObserver(() => atEnd && toEnd());
    const onScroll = (): void => {
      atEnd = isNearEnd();
      if (atEnd) newBelow.value = false;
    };
    const element = place.current;
    if (!element) return;
    observer.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, []);
  return (
    <section ref={place} id="messages" class="messages" data-testid="messages" role="log" aria-label={t('messages')}>
      <List key={owner} chat={chatId.value ?? ''} />
    </section>
  );
}

/** Leads to what came below while the reader looks at something earlier. */
export function NewBelow() {
  if (!newBelow.value) return null;
  return (
    <button
      type="button"
      class="new-below"
      onClick={() => {
        toEnd();
        newBelow.value = false;
      }}
    >
      <Icon name="down" size={14} />
      {t('new_below')}
    </button>
  );
}
