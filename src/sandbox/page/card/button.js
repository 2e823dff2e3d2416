import { h } from '../dom.js';
import { t } from '../i18n.js';
import { icon } from '../icons.js';
import { openLink } from '../links.js';
import { openMenu } from '../popover.js';
import { toast } from '../toast.js';
import { press } from './press.js';
import { componentIcon, text, widthOf, words } from './text.js';

const TYPES = new Set(['default', 'primary', 'danger', 'text', 'primary_text', 'danger_text', 'primary_filled', 'danger_filled', 'laser']);
const SIZES = new Set(['tiny', 'small', 'medium', 'large']);
const OLD_ACTIONS = { form_submit: 'submit', form_reset: 'reset' };

/** `button`: links, callbacks, and a form's submit and reset. */
export function button(element, ctx) {
  const type = TYPES.has(element.type) ? element.type : 'default';
  const size = SIZES.has(element.size) ? element.size : 'medium';
  const action = element.form_action_type ?? OLD_ACTIONS[element.action_type];
  const tips = words(element.disabled ? element.disabled_tips : element.hover_tips, ctx.lang);
  const label = text(element.text, ctx);
  const node = h(
    'button',
    {
      type: 'button',
      class: ['cb', `cb-${type}`, `cb-${size}`],
      style: { width: widthOf(element.width) },
      title: tips || null,
      'aria-disabled': element.disabled ? 'true' : null,
      'aria-label': label?.textContent ? null : tips || t('more'),
      data: { focus: ctx.key, name: element.name, testid: 'card-button' },
    },
    componentIcon(element.icon, size === 'large' ? 18 : size === 'tiny' ? 14 : 16, ctx.config),
    label,
  );
  node.addEventListener('click', async (event) => {
    event.stopPropagation();
    if (element.disabled) {
      if (tips) toast('info', tips);
      return;
    }
    if (action === 'reset') ctx.form?.reset();
    else if (action === 'submit' && ctx.form) {
      const form = ctx.form.collect();
      if (!form) return;
      await press(node, element, ctx, { always: true, form, timezone: form.timezone });
    } else await press(node, element, ctx);
  });
  return node;
}

/** `overflow`: a menu behind three dots; entries call back or lead somewhere. */
export function overflow(element, ctx) {
  const node = h(
    'button',
    {
      type: 'button',
      class: 'cb cb-default cb-medium cb-more',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'aria-label': t('more'),
      data: { focus: ctx.key, testid: 'overflow' },
    },
    icon('more', 16),
  );
  node.addEventListener('click', (event) => {
    event.stopPropagation();
    const entries = (element.options ?? []).map((option) => ({
      label: words(option.text, ctx.lang),
      icon: componentIcon(option.icon, 16, ctx.config),
      run: () => {
        const link = option.multi_url?.pc_url || option.multi_url?.url || option.url;
        if (link) openLink(link);
        else press(node, element, ctx, { always: true, option: option.value });
      },
    }));
    openMenu(node, entries, { label: t('more') });
  });
  return node;
}
