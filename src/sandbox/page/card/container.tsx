import { cx } from '../ui/classes.ts';
import { toast } from '../ui/toast.tsx';
import { boxStyle, space, widthOf } from './box.ts';
import { colour } from './color.ts';
import type { ComponentProps } from './context.ts';
import type { ContainerElement, Element } from './model.ts';
import { usePress } from './press.ts';
import { words } from './words.ts';

const PRESSABLE = /^(button|overflow|input|checker|select_|multi_select_|date_picker|picker_|interactive_container)/;

/** Whether something inside can be pressed by itself; a link in a text counts as well. */
const holdsControl = (elements: readonly Element[] = []): boolean =>
  elements.some(
    (element) =>
      PRESSABLE.test(element.tag) ||
      holdsControl(element.elements) ||
      holdsControl(element.columns) ||
      /<link|<a |\]\(|https?:/.test(JSON.stringify(element)),
  );

/** `interactive_container`: a whole area that can be pressed. */
export function Container({ element, ctx }: ComponentProps<ContainerElement>) {
  const { busy, press } = usePress(element, ctx);
  const { disabled = false } = element;
  const tips = words(disabled ? element.disabled_tips : element.hover_tips, ctx.lang);
  const go = (): void => {
    if (!disabled) press();
    else if (tips) toast('info', tips);
  };
  const height = widthOf(element.height);
  const style = {
    ...boxStyle(element, { padding: '4px 12px', config: ctx.config }),
    width: widthOf(element.width),
    height: height === '100%' ? null : height,
    'border-color': colour(element.border_color, ctx.config),
    'border-radius': space(element.corner_radius),
    margin: space(element.margin),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    go();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role says that it is a button, or a group that can be pressed as a whole
    <div
      class={cx('container', element.has_border && 'bordered', disabled && 'disabled', element.background_style === 'laser' && 'laser')}
      style={style}
      role={holdsControl(element.elements) ? 'group' : 'button'}
      tabIndex={disabled ? undefined : 0}
      title={tips || undefined}
      aria-disabled={disabled ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      data-name={element.name}
      data-testid="container"
      onClick={(event) => {
        event.stopPropagation();
        go();
      }}
      onKeyDown={onKeyDown}
    >
      <ctx.Stack elements={element.elements} ctx={ctx} />
    </div>
  );
}
