import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../data/i18n.ts';
import { personOf } from '../data/state.ts';
import { Avatar } from '../ui/avatar.tsx';
import { cx } from '../ui/classes.ts';
import { Icon } from '../ui/icons.tsx';
import { type Popover, PopoverPanel, usePopover } from '../ui/popover.tsx';
import { space, widthOf } from './box.ts';
import { type ComponentProps, type Context, useRemembered } from './context.ts';
import { FieldError, useField } from './field.tsx';
import type { SelectElement } from './model.ts';
import { labelOf } from './people.tsx';
import { usePress } from './press.ts';
import { componentIcon } from './text.tsx';
import { words } from './words.ts';

interface Choice {
  value: string;
  label: string;
  /** Where a search finds it. */
  search: string;
  isPerson: boolean;
  icon: VNode | null;
}

function people(element: SelectElement, ctx: Context): Choice[] {
  const ids = element.options?.length ? element.options.map((option) => option.value) : ctx.members;
  return ids.map((id) => {
    const [label, person] = [labelOf(id), personOf(id)];
    const search = `${label} ${person?.name ?? ''} ${person?.en_name ?? ''}`.toLowerCase();
    return { value: id, label, search, isPerson: true, icon: null };
  });
}

function statics(element: SelectElement, ctx: Context): Choice[] {
  return (element.options ?? []).map((option) => {
    const label = words(option.text, ctx.lang);
    const icon = componentIcon(option.icon, 16, ctx.config);
    return { value: option.value, label, search: label.toLowerCase(), isPerson: false, icon };
  });
}

/** What is chosen when the card is drawn. */
function beginning(element: SelectElement, options: readonly Choice[], many: boolean): string[] {
  const { selected_values = [], initial_option, initial_index = 0 } = element;
  const wanted = many ? selected_values : [initial_option ?? options[initial_index - 1]?.value];
  return wanted.filter((value): value is string => options.some((option) => option.value === value));
}

interface ListProps {
  of: Popover;
  label: string;
  options: readonly Choice[];
  chosen: readonly string[];
  many: boolean;
  searchable: boolean;
  pick: (value: string) => void;
  onClose: () => void;
}

/** What can be chosen, with a search where there is much. */
function Listbox({ of, label, options, chosen, many, searchable, pick, onClose }: ListProps) {
  const query = useSignal('');
  const closed = useRef(onClose);
  closed.current = onClose;
  useEffect(() => () => closed.current(), []);
  const sought = query.value.trim().toLowerCase();
  const found = options.filter((option) => option.search.includes(sought));
  return (
    <PopoverPanel of={of} class="listbox-panel" focus={['.listbox-search', '[aria-selected="true"]', '[data-item]']}>
      {searchable && (
        <input
          type="text"
          class="listbox-search"
          placeholder={t('search')}
          aria-label={t('search')}
          value={query.value}
          onInput={(event) => (query.value = event.currentTarget.value)}
        />
      )}
      <div role="listbox" class="listbox" aria-multiselectable={many ? 'true' : undefined} aria-label={label}>
        {found.map((option) => {
          const isChosen = chosen.includes(option.value);
          return (
            <button
              key={option.value}
              type="button"
              role="option"
              class="option"
              aria-selected={isChosen}
              data-item=""
              data-value={option.value}
              onClick={() => pick(option.value)}
            >
              {option.isPerson && <Avatar id={option.value} size={24} />}
              {option.icon}
              <span class="option-label">{option.label}</span>
              {isChosen && <Icon name="yes" size={16} />}
            </button>
          );
        })}
        {found.length === 0 && <div class="nothing">{t('nothing_found')}</div>}
      </div>
    </PopoverPanel>
  );
}

function Chosen({ picked, many }: { picked: readonly Choice[]; many: boolean }) {
  const [only] = picked;
  if (!many && only && !only.isPerson) return <>{only.label}</>;
  return (
    <>
      {picked.map((option) => (
        <span key={option.value} class={cx('chosen', many && 'chosen-many')}>
          {option.isPerson && <Avatar id={option.value} size={18} />}
          <span>{option.label}</span>
        </span>
      ))}
    </>
  );
}

interface ClosedProps {
  of: Popover;
  element: SelectElement;
  label: string;
  picked: readonly Choice[];
  many: boolean;
  busy: boolean;
  onClick: () => void;
}

/** The field itself: what is chosen, and what opens the list. */
const Closed = ({ of, element, label, picked, many, busy, onClick }: ClosedProps) => (
  <button
    type="button"
    class={cx('field select', element.type === 'text' && 'select-text')}
    ref={of.anchor}
    disabled={!!element.disabled}
    aria-haspopup="listbox"
    aria-expanded={of.isOpen}
    aria-busy={busy ? 'true' : undefined}
    aria-label={`${label}${picked.length ? `: ${picked.map((option) => option.label).join(', ')}` : ''}`}
    data-name={element.name}
    data-testid="select"
    onClick={(event) => {
      event.stopPropagation();
      onClick();
    }}
  >
    <span class={cx('select-value', picked.length === 0 && 'placeholder')}>
      {picked.length === 0 ? label : <Chosen picked={picked} many={many} />}
    </span>
    <Icon name="down" size={14} />
  </button>
);

const MANY_OPTIONS = 8;

/** `select_static`, `multi_select_static`, `select_person`, `multi_select_person`. */
export function Select({ element, ctx }: ComponentProps<SelectElement>) {
  const many = element.tag.startsWith('multi_');
  const persons = element.tag.endsWith('_person');
  const options = persons ? people(element, ctx) : statics(element, ctx);
  const initial = beginning(element, options, many);
  const [chosen, keep] = useRemembered<readonly string[]>(ctx, initial);
  const { busy, press } = usePress(element, ctx);
  const list = usePopover();
  /** What was chosen when the list was opened. */
  const before = useRef('');
  const { box, error } = useField(ctx, element, {
    read: () => (many ? chosen : chosen[0]),
    empty: () => chosen.length === 0,
    reset: () => keep(initial),
  });
  const set = (next: readonly string[]): void => {
    keep(next);
    error.value = '';
  };
  const pick = (value: string): void => {
    if (many) set(chosen.includes(value) ? chosen.filter((item) => item !== value) : [...chosen, value]);
    else {
      set([value]);
      list.close();
      if (!ctx.form) press({ always: true, option: value });
    }
  };
  const closed = (): void => {
    if (many && !ctx.form && chosen.join('\n') !== before.current) press({ always: true, options: chosen });
  };
  const placeholder = words(element.placeholder, ctx.lang) || t(persons ? 'choose_person' : 'choose');
  return (
    <div ref={box} class={cx('input-box', error.value && 'wrong')} style={{ width: widthOf(element.width), margin: space(element.margin) }}>
      <Closed
        of={list}
        element={element}
        label={placeholder}
        picked={chosen.flatMap((value) => options.find((option) => option.value === value) ?? [])}
        many={many}
        busy={busy}
        onClick={() => {
          before.current = chosen.join('\n');
          list.toggle();
        }}
      />
      {list.isOpen && (
        <Listbox
          of={list}
          label={placeholder}
          options={options}
          chosen={chosen}
          many={many}
          searchable={persons || options.length > MANY_OPTIONS}
          pick={pick}
          onClose={closed}
        />
      )}
      <FieldError error={error} />
    </div>
  );
}
