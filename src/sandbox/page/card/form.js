import { h } from '../dom.js';
import { t } from '../i18n.js';
import { toast } from '../toast.js';

/**
 * The fields of one form. A field is `{ read(), empty(), reset(), box, required, zone? }`; `read` gives what goes into form_value,
 * undefined to leave it out.
 */
class FormFields {
  constructor(name) {
    this.name = name;
    this.fields = new Map();
  }

  add(name, field) {
    this.fields.set(name, field);
  }

  reset() {
    for (const field of this.fields.values()) {
      field.reset();
      markError(field.box, '');
    }
  }

  /** What the form would send, or null after showing what is missing. */
  collect() {
    const value = {};
    let first = null;
    let timezone;
    for (const [name, field] of this.fields) {
      const problem = field.problem?.() ?? (field.required && field.empty() ? t('required') : '');
      markError(field.box, problem);
      if (problem) first ??= field;
      const read = field.read();
      if (read !== undefined) value[name] = read;
      if (field.zone) timezone = field.zone;
    }
    if (!first) return { name: this.name, value, timezone };
    toast('warning', t('required_toast'));
    first.box.scrollIntoView({ block: 'nearest' });
    first.box.querySelector('input, textarea, button')?.focus({ preventScroll: true });
    return null;
  }
}

/** Says beside a field what is wrong with it; an empty sentence clears it. */
export function markError(box, sentence) {
  box.classList.toggle('wrong', !!sentence);
  box.querySelector('.field-error')?.remove();
  if (sentence) box.append(h('div', { class: 'field-error', role: 'alert' }, sentence));
}

/** `form`: children know it through `ctx.form`; nothing in it calls back until it is submitted. */
export function form(element, ctx) {
  const fields = new FormFields(element.name);
  const inner = { ...ctx, form: fields };
  return h(
    'div',
    { class: 'card-form', role: 'group', data: { testid: 'card-form', name: element.name } },
    ctx.stack(element.elements, inner, element),
  );
}
