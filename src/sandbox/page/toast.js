import { $, h } from './dom.js';
import { sentence, t } from './i18n.js';
import { disc } from './icons.js';

const SIGNS = { success: 'succeed', error: 'error', warning: 'warning', info: 'info' };

/** Shows a toast at the top, as the client does; `type`: info, success, error, warning. */
export function toast(type, text) {
  const sign = SIGNS[type] ?? 'info';
  const element = h(
    'div',
    { class: `toast toast-${sign}`, data: { testid: 'toast', type }, role: type === 'error' ? 'alert' : null },
    disc(sign, 18),
    h('span', null, text),
  );
  const box = $('#toasts');
  while (box.children.length > 2) box.firstElementChild.remove();
  box.append(element);
  setTimeout(() => element.classList.add('going'), 3600);
  setTimeout(() => element.remove(), 4000);
}

/** Why the sandbox refused something, in the acting person's language where we know the sentence. */
export const said = (error) => sentence(error.message);

/** Says that something the person did was refused, and why. */
export const refused = (error) => toast('error', t('failed', { why: said(error) }));
