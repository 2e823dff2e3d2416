import { useMemo, useRef } from 'preact/hooks';
import { t } from '../data/i18n.ts';
import { cx } from '../ui/classes.ts';
import { alignOf, boxStyle, space, widthOf } from './box.ts';
import { colour } from './color.ts';
import { type ComponentProps, type Context, useRemembered } from './context.ts';
import { FormFields } from './form-fields.ts';
import type { CollapsibleElement, ColumnElement, ColumnSetElement, FormElement } from './model.ts';
import { componentIcon, Text } from './text.tsx';

const MODES = new Set(['none', 'stretch', 'flow', 'bisect', 'trisect']);

function Column({ column, ctx, index }: { column: ColumnElement; ctx: Context; index: number }) {
  const fixed = widthOf(column.width);
  const weight = Math.min(5, Math.max(1, Number(column.weight) || 1));
  const { vertical_align } = column;
  const style = {
    ...boxStyle(column, { config: ctx.config }),
    'justify-content': alignOf(column.direction === 'horizontal' ? column.horizontal_align : vertical_align),
    'align-self': vertical_align === 'center' ? 'center' : vertical_align === 'bottom' ? 'flex-end' : null,
    '--flex': column.width === 'weighted' ? `${weight} 1 0` : fixed ? `0 0 ${fixed}` : '0 1 auto',
    margin: space(column.margin),
  };
  return (
    <div class="column" style={style}>
      <ctx.Stack elements={column.elements} ctx={ctx} step={[index]} />
    </div>
  );
}

/** `column_set`: columns side by side; `flex_mode` says what happens where there is little room. */
export function ColumnSet({ element, ctx }: ComponentProps<ColumnSetElement>) {
  const mode = MODES.has(element.flex_mode ?? '') ? element.flex_mode : 'none';
  const style = {
    '--gap': space(element.horizontal_spacing) ?? '8px',
    'justify-content': alignOf(element.horizontal_align),
    'background-color': colour(element.background_style, ctx.config),
    padding: space(element.padding),
    margin: space(element.margin),
  };
  return (
    <div class={`column-set flex-${mode}`} style={style}>
      {(element.columns ?? []).map((column, index) => (
        <Column key={index} column={column} ctx={ctx} index={index} />
      ))}
    </div>
  );
}

const DOWN = { tag: 'standard_icon', token: 'down-small-ccm_outlined' };

/** `collapsible_panel`: open or closed as the person left it, whatever the card is patched to. */
export function Collapsible({ element, ctx }: ComponentProps<CollapsibleElement>) {
  const box = useRef<HTMLDivElement>(null);
  const [open, keep] = useRemembered(ctx, !!element.expanded);
  const { header = {}, border } = element;
  const flip = (event: MouseEvent): void => {
    event.stopPropagation();
    keep(!open);
    if (!open) requestAnimationFrame(() => box.current?.scrollIntoView({ block: 'nearest' }));
  };
  const around = {
    'border-color': colour(border?.color, ctx.config),
    'border-radius': space(border?.corner_radius),
    'background-color': colour(element.background_color, ctx.config),
    margin: space(element.margin),
  };
  const head = {
    'background-color': colour(header.background_color, ctx.config),
    padding: space(header.padding),
    width: header.width === 'auto' ? 'auto' : widthOf(header.width),
    '--turn': open ? `${Number(header.icon_expanded_angle ?? 180)}deg` : '0deg',
  };
  const { background_color: _, ...inner } = element;
  return (
    <div ref={box} class={cx('collapsible', !!border && 'bordered')} style={around}>
      <button
        type="button"
        class={`panel-head icon-${header.icon_position ?? 'right'}`}
        style={head}
        aria-expanded={open}
        data-testid="collapsible"
        onClick={flip}
      >
        <Text of={header.title} reader={ctx} />
        {componentIcon(header.icon ?? DOWN, 16, ctx.config)}
      </button>
      <div class="panel-body" style={boxStyle(inner, { padding: '8px' })} hidden={!open}>
        <ctx.Stack elements={element.elements} ctx={ctx} />
      </div>
    </div>
  );
}

/** `form`: nothing in it calls back until it is submitted. */
export function Form({ element, ctx }: ComponentProps<FormElement>) {
  const form = useMemo(() => new FormFields(element.name), [element.name]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a width of its own
    <div class="card-form" role="group" style={{ margin: space(element.margin) }} data-testid="card-form" data-name={element.name}>
      <ctx.Stack elements={element.elements} ctx={{ ...ctx, form }} />
    </div>
  );
}

/** What stands for a component that is not drawn. */
export const Unsupported = ({ tag }: { tag: string }) => <div class="unsupported">{t('unsupported', { tag })}</div>;
