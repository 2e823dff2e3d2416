import { useSignal } from '@preact/signals';
import { t } from '../data/i18n.ts';
import { cx } from '../ui/classes.ts';
import { Icon } from '../ui/icons.tsx';
import { space, widthOf } from './box.ts';
import { type ComponentProps, useRemembered } from './context.ts';
import { FieldError, OkButton, useField } from './field.tsx';
import type { InputElement } from './model.ts';
import { usePress } from './press.ts';
import { Text } from './text.tsx';
import { words } from './words.ts';

const LONGEST = 1000;

function Eye({ isShown, flip }: { isShown: boolean; flip: () => void }) {
  return (
    <button type="button" class="field-eye" aria-label={t(isShown ? 'hide_password' : 'show_password')} onClick={flip}>
      <Icon name="eye" size={16} />
    </button>
  );
}

function Label({ element: { label, required }, ctx }: ComponentProps<InputElement>) {
  if (!label) return null;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field has the same name by aria-label; a card has no ids to point with
    <label class="field-label">
      <Text of={label} reader={ctx} />
      {required && <b class="star">*</b>}
    </label>
  );
}

interface TypedProps extends ComponentProps<InputElement> {
  value: string;
  /** Characters. */
  max: number;
  busy: boolean;
  hide: boolean;
  write: (value: string) => void;
  onEnter: () => void;
}

/** What is typed into. Inside a form Enter sends nothing: its button does. */
function Typed({ element, ctx, value, max, busy, hide, write, onEnter }: TypedProps) {
  const placeholder = words(element.placeholder, ctx.lang);
  const field = {
    class: 'field',
    value,
    maxLength: max,
    placeholder: placeholder || t('enter'),
    disabled: !!element.disabled,
    'aria-label': words(element.label, ctx.lang) || placeholder || element.name,
    'aria-required': element.required ? ('true' as const) : undefined,
    'aria-busy': busy ? ('true' as const) : undefined,
    'data-name': element.name,
    onClick: (event: MouseEvent) => event.stopPropagation(),
    onInput: (event: InputEvent) => write((event.currentTarget as HTMLInputElement | HTMLTextAreaElement).value),
  };
  if (element.input_type === 'multiline_text') return <textarea {...field} rows={Number(element.rows) || 5} />;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229 || ctx.form) return;
    event.preventDefault();
    onEnter();
  };
  const autocomplete = element.input_type === 'password' ? 'new-password' : 'off';
  return <input {...field} {...(hide ? { type: 'password' } : { type: 'text' })} autocomplete={autocomplete} onKeyDown={onKeyDown} />;
}

/** `input`: one line, several lines, or a password. */
export function Input({ element, ctx }: ComponentProps<InputElement>) {
  const { default_value: content, i18n_default_value: i18n_content } = element;
  const initial = words({ ...(content && { content }), ...(i18n_content && { i18n_content }) }, ctx.lang);
  const [value, keep] = useRemembered(ctx, initial);
  const changed = useSignal(false);
  const isShown = useSignal(false);
  const { busy, press } = usePress(element, ctx);
  const { box, error } = useField(ctx, element, { read: () => value, empty: () => !value.trim(), reset: () => keep(initial) });
  const multi = element.input_type === 'multiline_text';
  const secret = element.input_type === 'password';
  const max = Math.min(LONGEST, Number(element.max_length) || LONGEST);
  const submit = (): void => {
    changed.value = false;
    press({ always: true, input: value });
  };
  return (
    <div
      ref={box}
      class={cx('input-box', element.label_position === 'left' && 'label-left', error.value && 'wrong')}
      style={{ width: widthOf(element.width), margin: space(element.margin) }}
    >
      <Label element={element} ctx={ctx} />
      <div class={cx('field-wrap', multi && 'multi')}>
        <Typed
          element={element}
          ctx={ctx}
          value={value}
          max={max}
          busy={busy}
          hide={secret && !isShown.value}
          write={(next) => {
            keep(next);
            error.value = '';
            changed.value = true;
          }}
          onEnter={submit}
        />
        {secret && <Eye isShown={isShown.value} flip={() => (isShown.value = !isShown.value)} />}
        <span class="field-count" aria-hidden="true">
          {(multi || value.length > max * 0.8) && `${value.length}/${max}`}
        </span>
        {!ctx.form && <OkButton hidden={!changed.value} onClick={submit} />}
      </div>
      <FieldError error={error} />
    </div>
  );
}
