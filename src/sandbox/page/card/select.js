import { avatarOf } from '../avatar.js';
import { h } from '../dom.js';
import { t } from '../i18n.js';
import { icon } from '../icons.js';
import { closePopover, isOpen, openPopover } from '../popover.js';
import { botName, isBot, nameOf, personOf } from '../state.js';
import { enrol, remembered } from './fields.js';
import { markError } from './form.js';
import { press } from './press.js';
import { componentIcon, widthOf, words } from './text.js';

function people(element, ctx) {
  const ids = element.options?.length ? element.options.map((option) => option.value) : ctx.members;
  return ids.map((id) => {
    const person = personOf(id);
    const label = person ? nameOf(person) : isBot(id) ? botName() : t('unknown_user');
    return { value: id, label, search: `${label} ${person?.name ?? ''} ${person?.en_name ?? ''}`.toLowerCase(), avatar: true };
  });
}

function statics(element, ctx) {
  return (element.options ?? []).map((option) => {
    const label = words(option.text, ctx.lang);
    return { value: option.value, label, search: label.toLowerCase(), icon: () => componentIcon(option.icon, 16, ctx.config) };
  });
}

/** What is chosen when the card is drawn. */
function beginning(element, options, many) {
  if (many) return (element.selected_values ?? []).filter((value) => options.some((option) => option.value === value));
  const byIndex = element.initial_index > 0 ? options[element.initial_index - 1]?.value : undefined;
  const value = element.initial_option ?? byIndex;
  return options.some((option) => option.value === value) ? [value] : [];
}

/** `select_static`, `multi_select_static`, `select_person`, `multi_select_person`. */
export function select(element, ctx) {
  const many = element.tag.startsWith('multi_');
  const persons = element.tag.endsWith('_person');
  const options = persons ? people(element, ctx) : statics(element, ctx);
  const initial = beginning(element, options, many);
  const [value, keep] = remembered(ctx, element, initial);
  let chosen = [...value];
  const placeholder = words(element.placeholder, ctx.lang) || t(persons ? 'choose_person' : 'choose');

  const shown = h('span', { class: 'select-value' });
  const node = h(
    'button',
    {
      type: 'button',
      class: ['field select', element.type === 'text' && 'select-text'],
      disabled: !!element.disabled,
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      data: { focus: ctx.key, name: element.name, testid: 'select' },
    },
    shown,
    icon('down', 14),
  );
  const box = h('div', { class: 'input-box', style: { width: widthOf(element.width) } }, node);

  const paint = () => {
    const picked = chosen.map((item) => options.find((option) => option.value === item)).filter(Boolean);
    shown.replaceChildren();
    shown.classList.toggle('placeholder', !picked.length);
    node.setAttribute('aria-label', `${placeholder}${picked.length ? `: ${picked.map((option) => option.label).join(', ')}` : ''}`);
    if (!picked.length) shown.textContent = placeholder;
    else if (!many && !persons) shown.textContent = picked[0].label;
    else {
      for (const option of picked) {
        shown.append(
          h(
            'span',
            { class: ['chosen', many && 'chosen-many'] },
            option.avatar && avatarOf(option.value, 18),
            h('span', null, option.label),
          ),
        );
      }
    }
  };
  const set = (next) => {
    chosen = next;
    keep(chosen);
    markError(box, '');
    paint();
  };

  const open = () => {
    if (isOpen(node)) return closePopover();
    const before = chosen.join('\n');
    const panel = h('div', { class: 'listbox-panel' });
    const list = h('div', { role: 'listbox', class: 'listbox', 'aria-multiselectable': many ? 'true' : null, 'aria-label': placeholder });
    const pick = (option) => {
      if (many) {
        set(chosen.includes(option.value) ? chosen.filter((item) => item !== option.value) : [...chosen, option.value]);
        draw();
        return;
      }
      set([option.value]);
      closePopover();
      if (!ctx.form) press(node, element, ctx, { always: true, option: option.value });
    };
    let query = '';
    const draw = () => {
      const at = list.contains(document.activeElement) ? document.activeElement.dataset.value : null;
      const found = options.filter((option) => option.search.includes(query));
      list.replaceChildren(
        ...found.map((option) => {
          const isChosen = chosen.includes(option.value);
          return h(
            'button',
            {
              type: 'button',
              role: 'option',
              class: 'option',
              'aria-selected': String(isChosen),
              data: { item: '', value: option.value },
              on: { click: () => pick(option) },
            },
            option.avatar && avatarOf(option.value, 24),
            option.icon?.(),
            h('span', { class: 'option-label' }, option.label),
            isChosen && icon('yes', 16),
          );
        }),
      );
      if (!found.length) list.append(h('div', { class: 'nothing' }, t('nothing_found')));
      if (at) [...list.children].find((child) => child.dataset.value === at)?.focus();
    };
    const search =
      (persons || options.length > 8) &&
      h('input', {
        type: 'text',
        class: 'listbox-search',
        placeholder: t('search'),
        'aria-label': t('search'),
        on: {
          input: (event) => {
            query = event.target.value.trim().toLowerCase();
            draw();
          },
        },
      });
    if (search) panel.append(search);
    panel.append(list);
    draw();
    const changed = () => chosen.join('\n') !== before;
    openPopover(node, panel, {
      width: node.offsetWidth,
      onClose: () => {
        if (many && !ctx.form && changed()) press(node, element, ctx, { always: true, options: chosen });
      },
    });
    (search || panel.querySelector('[aria-selected="true"]') || panel.querySelector('[data-item]'))?.focus({ preventScroll: true });
  };
  node.addEventListener('click', (event) => {
    event.stopPropagation();
    open();
  });
  paint();
  enrol(ctx, element, box, {
    read: () => (many ? chosen : chosen[0]),
    empty: () => !chosen.length,
    reset: () => set([...initial]),
  });
  return box;
}
