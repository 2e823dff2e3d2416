import type { CSSProperties } from 'preact';
import { colour } from './color.ts';
import type { BoxSource, CardConfig } from './model.ts';

/** Sizes and spacings as cards write them. */

const SPACES: Readonly<Record<string, string>> = { small: '4px', medium: '8px', large: '12px', extra_large: '16px', default: '8px' };

/** A spacing: a name, or one to four px values between −99 and 99; null when it is neither. */
export function space(value: string | undefined): string | null {
  if (typeof value !== 'string') return null;
  const named = SPACES[value];
  if (named) return named;
  const parts = value.trim().split(/\s+/);
  if (parts.length > 4 || !parts.every((part) => /^-?\d{1,2}(px)?$/.test(part))) return null;
  return parts.map((part) => (part.endsWith('px') ? part : `${part}px`)).join(' ');
}

/** `default`, `auto`, `fill`, or a px width. */
export function widthOf(value: string | undefined): string | null {
  if (value === 'fill') return '100%';
  return typeof value === 'string' && /^\d{1,4}px$/.test(value) ? value : null;
}

const ALIGN: Readonly<Record<string, string>> = {
  left: 'flex-start',
  center: 'center',
  right: 'flex-end',
  top: 'flex-start',
  bottom: 'flex-end',
};

export const alignOf = (name: string | undefined): string | null => (name && ALIGN[name]) || null;

/** Direction, spacing, padding and alignment of anything that holds elements. */
export function boxStyle(
  source: BoxSource,
  { padding = null, config }: { padding?: string | null; config?: CardConfig | undefined } = {},
): CSSProperties {
  const horizontal = source.direction === 'horizontal';
  const { horizontal_align, vertical_align } = source;
  return {
    'flex-direction': horizontal ? 'row' : 'column',
    'flex-wrap': horizontal ? 'wrap' : null,
    gap: space(horizontal ? source.horizontal_spacing : source.vertical_spacing) ?? '8px',
    padding: space(source.padding) ?? padding,
    'align-items': alignOf(horizontal ? vertical_align : horizontal_align) ?? (horizontal ? 'center' : 'stretch'),
    'justify-content': alignOf(horizontal ? horizontal_align : vertical_align),
    'background-color': colour(source.background_color ?? source.background_style, config),
  };
}
