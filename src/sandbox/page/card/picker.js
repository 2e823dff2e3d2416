import { h } from '../dom.js';
import { t } from '../i18n.js';
import { dayOf, wallOffset } from '../time.js';
import { enrol, okButton, remembered } from './fields.js';
import { markError } from './form.js';
import { press } from './press.js';
import { widthOf, words } from './text.js';

/** tag → the browser's input, where its beginning stands, and how the platform writes its value. */
const KINDS = {
  date_picker: { type: 'date', initial: 'initial_date', write: (value, zone) => `${value} ${wallOffset(value, '00:00', zone)}` },
  picker_time: {
    type: 'time',
    initial: 'initial_time',
    write: (value, zone, now) => `${value} ${wallOffset(dayOf(now, zone), value, zone)}`,
  },
  picker_datetime: {
    type: 'datetime-local',
    initial: 'initial_datetime',
    write: (value, zone) => {
      const [day, clock] = value.split('T');
      return `${day} ${clock} ${wallOffset(day, clock, zone)}`;
    },
  },
};

/** The pickers of dates and clocks; values travel with the person's own offset, as `2024-04-29 07:07 +0800`. */
export function picker(element, ctx) {
  const kind = KINDS[element.tag];
  const initial = (element[kind.initial] ?? '').replace(' ', 'T');
  const [value, keep] = remembered(ctx, element, initial);
  const label = words(element.placeholder, ctx.lang) || t('choose');
  const node = h('input', {
    type: kind.type,
    class: 'field',
    value: value ?? '',
    disabled: !!element.disabled,
    'aria-label': label,
    title: label,
    max: kind.type === 'time' ? null : kind.type === 'date' ? '9999-12-31' : '9999-12-31T23:59',
    lang: ctx.lang === 'en_us' ? 'en' : 'zh-CN',
    data: { focus: ctx.key, name: element.name },
  });
  // Browsers write dates in the way of their own language; at rest the field shows them as the client does.
  const hint = h('span', { class: 'picker-hint', 'aria-hidden': 'true' });
  const write = () => kind.write(node.value.slice(0, 16), ctx.zone, ctx.now());
  const submit = () => {
    if (!node.value) return;
    ok.hidden = true;
    press(node, element, ctx, { always: true, option: write(), timezone: ctx.zone });
  };
  const ok = okButton(submit);
  const box = h(
    'div',
    { class: ['input-box picker', `picker-${kind.type}`], style: { width: widthOf(element.width) } },
    h('div', { class: 'field-wrap' }, node, hint, !ctx.form && ok),
  );
  const paint = () => {
    box.classList.toggle('blank', !node.value);
    hint.textContent = node.value ? node.value.replace('T', ' ').slice(0, 16) : label;
  };
  node.addEventListener('input', () => {
    keep(node.value);
    markError(box, '');
    paint();
    ok.hidden = !node.value;
  });
  node.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !ctx.form) submit();
  });
  node.addEventListener('click', (event) => event.stopPropagation());
  paint();
  enrol(ctx, element, box, {
    read: () => (node.value ? write() : undefined),
    empty: () => !node.value,
    zone: ctx.zone,
    reset: () => {
      node.value = initial;
      keep(initial);
      paint();
    },
  });
  return box;
}
