import { cx } from '../ui/classes.ts';
import { space } from './box.ts';
import { type ComponentProps, useRemembered } from './context.ts';
import { FieldError, useField } from './field.tsx';
import type { CheckerElement } from './model.ts';
import { usePress } from './press.ts';
import { Text } from './text.tsx';

/** `checker`: a tick box with a text; struck through when done, if the card asks for it. */
export function Checker({ element, ctx }: ComponentProps<CheckerElement>) {
  const initial = !!element.checked;
  const [checked, keep] = useRemembered(ctx, initial);
  const { busy, press } = usePress(element, ctx);
  const { box, error } = useField(ctx, element, { read: () => checked, empty: () => !checked, reset: () => keep(initial) });
  const change = async (): Promise<void> => {
    const next = !checked;
    keep(next);
    if (ctx.form) error.value = '';
    else if (!(await press({ checked: next }))) keep(checked);
  };
  const struck = element.checked_style?.show_strikethrough && checked;
  return (
    <div ref={box} class={cx('checker-box', error.value && 'wrong')} style={{ margin: space(element.margin) }}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: only keeps the press from the area around it; the keys are the box's own */}
      <label class={cx('checker', element.overall_checkable === false && 'only-box')} onClick={(event) => event.stopPropagation()}>
        <input
          type="checkbox"
          checked={checked}
          disabled={!!element.disabled}
          aria-busy={busy ? 'true' : undefined}
          data-name={element.name}
          onChange={change}
        />
        <Text of={element.text} reader={ctx} class={struck && 'struck'} />
      </label>
      <FieldError error={error} />
    </div>
  );
}
