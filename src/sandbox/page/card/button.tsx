import { t } from '../data/i18n.ts';
import { Icon } from '../ui/icons.tsx';
import { openLink } from '../ui/link.tsx';
import { Menu } from '../ui/menu.tsx';
import { usePopover } from '../ui/popover.tsx';
import { toast } from '../ui/toast.tsx';
import { space, widthOf } from './box.ts';
import type { ComponentProps } from './context.ts';
import type { ButtonElement, OverflowElement } from './model.ts';
import { usePress } from './press.ts';
import { componentIcon, Text } from './text.tsx';
import { words } from './words.ts';

const TYPES = new Set(['default', 'primary', 'danger', 'text', 'primary_text', 'danger_text', 'primary_filled', 'danger_filled', 'laser']);
const SIZES = new Set(['tiny', 'small', 'medium', 'large']);
const OLD_ACTIONS: Readonly<Record<string, string>> = { form_submit: 'submit', form_reset: 'reset' };
const ICONS: Readonly<Record<string, number>> = { large: 18, tiny: 14 };

/** `button`: links, callbacks, and a form's submit and reset. */
export function Button({ element, ctx }: ComponentProps<ButtonElement>) {
  const { busy, press } = usePress(element, ctx);
  const type = TYPES.has(element.type ?? '') ? element.type : 'default';
  const size = element.size && SIZES.has(element.size) ? element.size : 'medium';
  const action = element.form_action_type ?? OLD_ACTIONS[element.action_type ?? ''];
  const tips = words(element.disabled ? element.disabled_tips : element.hover_tips, ctx.lang);
  const click = (event: MouseEvent): void => {
    event.stopPropagation();
    if (element.disabled) {
      if (tips) toast('info', tips);
    } else if (action === 'reset') ctx.form?.reset();
    else if (action === 'submit' && ctx.form) {
      const form = ctx.form.collect();
      if (form) press({ always: true, form, timezone: form.timezone });
    } else press();
  };
  return (
    <button
      type="button"
      class={`cb cb-${type} cb-${size}`}
      style={{ width: widthOf(element.width), margin: space(element.margin) }}
      title={tips || undefined}
      aria-disabled={element.disabled ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      aria-label={words(element.text, ctx.lang) ? undefined : tips || t('more')}
      data-name={element.name}
      data-testid="card-button"
      onClick={click}
    >
      {componentIcon(element.icon, ICONS[size] ?? 16, ctx.config)}
      <Text of={element.text} reader={ctx} />
    </button>
  );
}

/** `overflow`: a menu behind three dots; entries call back or lead somewhere. */
export function Overflow({ element, ctx }: ComponentProps<OverflowElement>) {
  const { busy, press } = usePress(element, ctx);
  const menu = usePopover();
  const entries = (element.options ?? []).map((option) => ({
    label: words(option.text, ctx.lang),
    icon: componentIcon(option.icon, 16, ctx.config),
    run: () => {
      const link = option.multi_url?.pc_url || option.multi_url?.url || option.url;
      if (link) openLink(link);
      else press({ always: true, option: option.value });
    },
  }));
  return (
    <>
      <button
        type="button"
        class="cb cb-default cb-medium cb-more"
        style={{ margin: space(element.margin) }}
        ref={menu.anchor}
        aria-haspopup="menu"
        aria-expanded={menu.isOpen}
        aria-busy={busy ? 'true' : undefined}
        aria-label={t('more')}
        data-testid="overflow"
        onClick={(event) => {
          event.stopPropagation();
          menu.toggle();
        }}
      >
        <Icon name="more" size={16} />
      </button>
      {menu.isOpen && <Menu of={menu} label={t('more')} entries={entries} />}
    </>
  );
}
