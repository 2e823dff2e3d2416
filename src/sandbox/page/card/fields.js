import { h } from '../dom.js';
import { t } from '../i18n.js';
import { icon } from '../icons.js';
import { markError } from './form.js';
import { press } from './press.js';
import { text, widthOf, words } from './text.js';

/**
 * Remembers what a person has put into a component while the card is redrawn around it; a component that comes back
 * with another beginning starts from that.
 */
export function remembered(ctx, element, initial) {
  const before = ctx.memory.get(ctx.key);
  const start = JSON.stringify(initial ?? null);
  const known = before && before.start === start ? before.value : initial;
  const keep = (value) => ctx.memory.set(ctx.key, { start, value });
  return [known, keep, element];
}

/** Puts a field into the form it stands in, or arms it to call back by itself. */
export function enrol(ctx, element, box, field) {
  if (ctx.form && element.name) ctx.form.add(element.name, { box, required: !!element.required, ...field });
}

/** A small tick beside a component whose value is sent only when the person says so. */
export function okButton(onClick) {
  return h(
    'button',
    {
      type: 'button',
      class: 'ok-button',
      'aria-label': t('ok'),
      title: t('ok'),
      hidden: true,
      data: { testid: 'ok' },
      on: { click: onClick },
    },
    icon('yes', 14),
  );
}

/** `input`: one line, several lines, or a password. */
export function input(element, ctx) {
  const initial = element.default_value
    ? words({ content: element.default_value, i18n_content: element.i18n_default_value }, ctx.lang)
    : words({ i18n_content: element.i18n_default_value }, ctx.lang);
  const [value, keep] = remembered(ctx, element, initial);
  const multi = element.input_type === 'multiline_text';
  const secret = element.input_type === 'password';
  const max = Math.min(1000, Number(element.max_length) || 1000);
  const label = words(element.label, ctx.lang);
  const node = h(multi ? 'textarea' : 'input', {
    type: multi ? null : secret ? 'password' : 'text',
    class: 'field',
    value: value ?? '',
    rows: multi ? Number(element.rows) || 5 : null,
    maxlength: max,
    placeholder: words(element.placeholder, ctx.lang) || t('enter'),
    disabled: !!element.disabled,
    autocomplete: secret ? 'new-password' : 'off',
    'aria-label': label || words(element.placeholder, ctx.lang) || element.name,
    'aria-required': element.required ? 'true' : null,
    data: { focus: ctx.key, name: element.name },
  });
  const count = h('span', { class: 'field-count', 'aria-hidden': 'true' });
  const eye =
    secret &&
    h(
      'button',
      {
        type: 'button',
        class: 'field-eye',
        'aria-label': t('show_password'),
        on: {
          click: (event) => {
            const shown = node.type === 'text';
            node.type = shown ? 'password' : 'text';
            event.currentTarget.setAttribute('aria-label', t(shown ? 'show_password' : 'hide_password'));
          },
        },
      },
      icon('eye', 16),
    );
  const submit = () => {
    ok.hidden = true;
    press(node, element, ctx, { always: true, input: node.value });
  };
  const ok = okButton(submit);
  const box = h(
    'div',
    { class: ['input-box', element.label_position === 'left' && 'label-left'], style: { width: widthOf(element.width) } },
    element.label && h('label', { class: 'field-label' }, text(element.label, ctx), element.required && h('b', { class: 'star' }, '*')),
    h('div', { class: ['field-wrap', multi && 'multi'] }, node, eye, count, !ctx.form && ok),
  );
  const showCount = () => {
    count.textContent = multi || node.value.length > max * 0.8 ? `${node.value.length}/${max}` : '';
  };
  node.addEventListener('input', () => {
    keep(node.value);
    markError(box, '');
    showCount();
    ok.hidden = false;
  });
  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229 || multi || ctx.form) return;
    event.preventDefault();
    submit();
  });
  node.addEventListener('click', (event) => event.stopPropagation());
  showCount();
  enrol(ctx, element, box, {
    read: () => node.value,
    empty: () => !node.value.trim(),
    reset: () => {
      node.value = initial ?? '';
      keep(initial);
      showCount();
    },
  });
  return box;
}

/** `checker`: a tick box with a text; struck through when done, if the card asks for it. */
export function checker(element, ctx) {
  const [checked, keep] = remembered(ctx, element, !!element.checked);
  const box = h('input', { type: 'checkbox', checked, disabled: !!element.disabled, data: { focus: ctx.key, name: element.name } });
  const label = text(element.text, ctx);
  const node = h('label', { class: ['checker', element.overall_checkable === false && 'only-box'] }, box, label);
  const strike = element.checked_style?.show_strikethrough;
  const paint = () => label?.classList.toggle('struck', !!strike && box.checked);
  box.addEventListener('change', async () => {
    keep(box.checked);
    paint();
    if (ctx.form) return;
    const done = await press(node, element, ctx, { checked: box.checked });
    if (!done) {
      box.checked = !box.checked;
      keep(box.checked);
      paint();
    }
  });
  node.addEventListener('click', (event) => event.stopPropagation());
  paint();
  const wrap = h('div', { class: 'checker-box' }, node);
  enrol(ctx, element, wrap, {
    read: () => box.checked,
    empty: () => !box.checked,
    reset: () => {
      box.checked = !!element.checked;
      keep(box.checked);
      paint();
    },
  });
  return wrap;
}
