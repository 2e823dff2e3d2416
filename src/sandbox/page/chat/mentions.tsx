import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PersonView } from '../../control/shapes.ts';
import { t } from '../data/i18n.ts';
import { app, as, botName, chat, nameOf, personOf } from '../data/state.ts';
import { Avatar } from '../ui/avatar.tsx';
import { cx } from '../ui/classes.ts';
import { Icon } from '../ui/icons.tsx';

interface Candidate {
  id: string;
  label: string;
  /** Names by which it is found. */
  also: readonly string[];
  hint: string;
  kind: 'person' | 'bot' | 'all';
}

function personCandidate(person: PersonView): Candidate {
  const label = nameOf(person);
  const hint = label === person.name ? person.en_name : person.name;
  return { id: person.open_id, label, also: [person.name, person.en_name], hint, kind: 'person' };
}

/** What may be mentioned in the open chat: the bot first, then everybody else, then all. */
function candidates(): Candidate[] {
  const item = chat.value;
  if (!item) return [];
  const people = item.members
    .filter((id) => id !== as.value)
    .map(personOf)
    .filter((person): person is PersonView => person !== null)
    .map(personCandidate);
  const { bot_open_id, name, en_name } = app.value;
  const bot: Candidate = { id: bot_open_id, label: botName(), also: [name, en_name], hint: t('bot'), kind: 'bot' };
  const everybody = ['所有人', 'all', 'everyone'];
  const all: Candidate = { id: 'all', label: t('everyone'), also: everybody, hint: t('everyone_hint'), kind: 'all' };
  return item.chat_mode === 'p2p' ? [bot] : [...(item.bot_in ? [bot] : []), ...people, all];
}

interface Word {
  start: number;
  query: string;
}

/** The `@…` that the caret stands in: where it starts and what has been typed of it; null outside of one. */
function wordAt(text: string, caret: number): Word | null {
  const start = text.lastIndexOf('@', caret - 1);
  if (start < 0 || caret - start > 24) return null;
  const query = text.slice(start + 1, caret);
  if (/\s/.test(query)) return null;
  if (start > 0 && /[A-Za-z0-9._-]/.test(text[start - 1] ?? '')) return null;
  return { start, query: query.toLowerCase() };
}

const matches = (item: Candidate, query: string): boolean => item.also.some((name) => name.toLowerCase().includes(query));
const isWhole = (item: Candidate, query: string): boolean => item.also.some((name) => name.toLowerCase() === query);

/** What the picker shows: these, the one at `at` marked. */
interface Choice {
  word: Word;
  items: readonly Candidate[];
  at: number;
}

export interface MentionPicker {
  choice: Choice | null;
  /** Looks at the text around the caret and opens, narrows or closes. */
  update(): void;
  /** True when the key was the picker's. */
  key(event: KeyboardEvent): boolean;
  select(at: number): void;
  take(at: number): void;
  close(): void;
}

/** Puts the name in the place of what was typed of it. */
function writeMention(input: HTMLTextAreaElement, label: string, start: number): void {
  const caret = input.selectionStart;
  const gap = input.value.slice(caret).startsWith(' ') ? '' : ' ';
  input.setRangeText(`@${label}${gap}`, start, caret, 'end');
  if (!gap) input.setSelectionRange(input.selectionEnd + 1, input.selectionEnd + 1);
}

/**
 * The list that opens over the input at `@`. Keys are the input's: ↑ ↓ choose, Enter or Tab takes, Esc closes;
 * nothing happens while an input method is composing.
 */
export function useMentions(input: RefObject<HTMLTextAreaElement | null>): MentionPicker {
  const choice = useSignal<Choice | null>(null);
  const dismissed = useRef(-1);
  const close = (): void => {
    choice.value = null;
  };
  const update = (): void => {
    const field = input.current;
    const word = field && wordAt(field.value, field.selectionStart);
    if (!word) dismissed.current = -1;
    const items = word ? candidates().filter((item) => matches(item, word.query)) : [];
    const [only] = items;
    // A name that is already there in full needs no choosing: Enter sends.
    const isDone = word && only && items.length === 1 && isWhole(only, word.query);
    if (!word || word.start === dismissed.current || !only || isDone) {
      close();
      return;
    }
    const before = choice.peek();
    const same = before?.word.start === word.start && before.word.query === word.query;
    choice.value = { word, items, at: same ? before.at : 0 };
  };
  const select = (at: number): void => {
    const open = choice.peek();
    if (open) choice.value = { ...open, at: (at + open.items.length) % open.items.length };
  };
  const take = (at: number): void => {
    const [open, field] = [choice.peek(), input.current];
    const item = open?.items[at];
    if (!open || !item || !field) return;
    writeMention(field, item.label, open.word.start);
    close();
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
  };
  const key = (event: KeyboardEvent): boolean => {
    const open = choice.peek();
    if (!open) return false;
    if (event.key === 'ArrowDown') select(open.at + 1);
    else if (event.key === 'ArrowUp') select(open.at - 1);
    else if (event.key === 'Enter' || event.key === 'Tab') take(open.at);
    else if (event.key === 'Escape') {
      dismissed.current = open.word.start;
      close();
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { choice: choice.value, update, key, select, take, close };
}

export const optionId = (at: number): string => `mention-${at}`;

function Face({ item }: { item: Candidate }) {
  if (item.kind !== 'all') return <Avatar id={item.id} size={26} />;
  return (
    <span class="avatar avatar-all" style={{ '--size': '26px' }}>
      <Icon name="group" size={16} />
    </span>
  );
}

export function Mentions({ picker }: { picker: MentionPicker }) {
  const panel = useRef<HTMLDivElement>(null);
  const { choice } = picker;
  useLayoutEffect(() => {
    if (choice) panel.current?.children[choice.at]?.scrollIntoView({ block: 'nearest' });
  }, [choice]);
  return (
    <div ref={panel} class="mentions" id="mentions" role="listbox" aria-label={t('mention')} hidden={!choice} data-testid="mentions">
      {choice?.items.map((item, index) => (
        <div
          key={item.id}
          role="option"
          tabIndex={-1}
          id={optionId(index)}
          class={cx('mention', index === choice.at && 'active')}
          aria-selected={index === choice.at}
          onPointerDown={(event) => {
            event.preventDefault();
            picker.take(index);
          }}
          onPointerMove={() => index !== choice.at && picker.select(index)}
        >
          <Face item={item} />
          <span class="mention-name">{item.label}</span>
          <span class={item.kind === 'bot' ? 'badge badge-bot' : 'mention-hint'}>{item.hint}</span>
        </div>
      ))}
      {choice && (
        <div class="mention-foot" aria-hidden="true">
          {t('mention_hint')}
        </div>
      )}
    </div>
  );
}
