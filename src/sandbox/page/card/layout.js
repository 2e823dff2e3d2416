import { h } from '../dom.js';
import { t } from '../i18n.js';
import { toast } from '../toast.js';
import { colour } from './color.js';
import { press } from './press.js';
import { componentIcon, space, text, widthOf, words } from './text.js';

const ALIGN = { left: 'flex-start', center: 'center', right: 'flex-end', top: 'flex-start', bottom: 'flex-end' };

/** Direction, spacing, padding and alignment of anything that holds elements. */
export function boxStyle(source, { gap = '8px', padding = null, config = null } = {}) {
  const horizontal = source.direction === 'horizontal';
  const wanted = space(horizontal ? source.horizontal_spacing : source.vertical_spacing);
  return {
    'flex-direction': horizontal ? 'row' : 'column',
    'flex-wrap': horizontal ? 'wrap' : null,
    gap: wanted ?? gap,
    padding: space(source.padding) ?? padding,
    'align-items': (horizontal ? ALIGN[source.vertical_align] : ALIGN[source.horizontal_align]) ?? (horizontal ? 'center' : 'stretch'),
    'justify-content': (horizontal ? ALIGN[source.horizontal_align] : ALIGN[source.vertical_align]) ?? null,
    'background-color': colour(source.background_color ?? source.background_style, config),
  };
}

/** `column_set`: columns side by side; `flex_mode` says what happens where there is little room. */
export function columnSet(element, ctx) {
  const columns = Array.isArray(element.columns) ? element.columns : [];
  const mode = ['none', 'stretch', 'flow', 'bisect', 'trisect'].includes(element.flex_mode) ? element.flex_mode : 'none';
  return h(
    'div',
    {
      class: ['column-set', `flex-${mode}`],
      style: {
        '--gap': space(element.horizontal_spacing) ?? '8px',
        'justify-content': ALIGN[element.horizontal_align] ?? null,
        'background-color': colour(element.background_style, ctx.config),
        padding: space(element.padding),
      },
    },
    columns.map((column, index) => oneColumn(column, ctx, index)),
  );
}

function oneColumn(column, ctx, index) {
  const fixed = widthOf(column.width);
  const weighted = column.width === 'weighted';
  const weight = Math.min(5, Math.max(1, Number(column.weight) || 1));
  const node = h(
    'div',
    {
      class: 'column',
      style: {
        ...boxStyle(column, { config: ctx.config }),
        'justify-content': ALIGN[column.direction === 'horizontal' ? column.horizontal_align : column.vertical_align] ?? null,
        'align-self': column.vertical_align === 'center' ? 'center' : column.vertical_align === 'bottom' ? 'flex-end' : null,
        '--flex': weighted ? `${weight} 1 0` : fixed ? `0 0 ${fixed}` : '0 1 auto',
        margin: space(column.margin),
      },
    },
    ctx.stack(column.elements, ctx, column, [index]),
  );
  return node;
}

/** `collapsible_panel`: open or closed as the person left it, whatever the card is patched to. */
export function collapsible(element, ctx) {
  const id = ctx.key;
  let open = ctx.memory.get(id)?.value ?? !!element.expanded;
  const header = element.header ?? {};
  const position = header.icon_position ?? 'right';
  const angle = Number(header.icon_expanded_angle ?? 180);
  const sign = componentIcon(header.icon ?? { tag: 'standard_icon', token: 'down-small-ccm_outlined' }, 16, ctx.config);
  const body = h(
    'div',
    { class: 'panel-body', style: boxStyle(element, { padding: '8px', config: null }) },
    ctx.stack(element.elements, ctx, element),
  );
  const head = h(
    'button',
    {
      type: 'button',
      class: ['panel-head', `icon-${position}`],
      style: {
        'background-color': colour(header.background_color, ctx.config),
        padding: space(header.padding),
        width: header.width === 'auto' ? 'auto' : widthOf(header.width),
      },
      data: { focus: id, testid: 'collapsible' },
    },
    text(header.title, ctx),
    sign,
  );
  const box = h(
    'div',
    {
      class: ['collapsible', element.border && 'bordered'],
      style: {
        'border-color': colour(element.border?.color, ctx.config),
        'border-radius': space(element.border?.corner_radius),
        'background-color': colour(element.background_color, ctx.config),
      },
    },
    head,
    body,
  );
  const paint = () => {
    head.setAttribute('aria-expanded', String(open));
    body.hidden = !open;
    if (sign) sign.style.rotate = open ? `${angle}deg` : '0deg';
  };
  head.addEventListener('click', (event) => {
    event.stopPropagation();
    open = !open;
    ctx.memory.set(id, { start: null, value: open });
    paint();
    if (open) box.scrollIntoView({ block: 'nearest' });
  });
  paint();
  return box;
}

/** `interactive_container`: a whole area that can be pressed. */
export function container(element, ctx) {
  const inner = ctx.stack(element.elements, ctx, element);
  const holder = h(
    'div',
    {
      class: [
        'container',
        element.has_border && 'bordered',
        element.disabled && 'disabled',
        element.background_style === 'laser' && 'laser',
      ],
      style: {
        ...boxStyle(element, { padding: '4px 12px', config: ctx.config }),
        width: widthOf(element.width),
        height: widthOf(element.height) === '100%' ? null : widthOf(element.height),
        'border-color': colour(element.border_color, ctx.config),
        'border-radius': space(element.corner_radius),
      },
      title: words(element.disabled ? element.disabled_tips : element.hover_tips, ctx.lang) || null,
      data: { focus: ctx.key, name: element.name, testid: 'container' },
    },
    inner,
  );
  const nested = holder.querySelector('button, input, textarea, a');
  holder.setAttribute('role', nested ? 'group' : 'button');
  if (element.disabled) holder.setAttribute('aria-disabled', 'true');
  else holder.tabIndex = 0;
  const go = () => {
    if (!element.disabled) press(holder, element, ctx);
    else if (holder.title) toast('info', holder.title);
  };
  holder.addEventListener('click', (event) => {
    event.stopPropagation();
    go();
  });
  holder.addEventListener('keydown', (event) => {
    if (event.target !== holder || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    go();
  });
  return holder;
}

/** What stands for a component that is not drawn. */
export const placeholder = (tag) => h('div', { class: 'unsupported' }, t('unsupported', { tag }));
