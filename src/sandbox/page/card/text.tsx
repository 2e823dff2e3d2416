import type { CSSProperties, VNode } from 'preact';
import { tokenIcon } from '../ui/icons.tsx';
import { colour, textColour } from './color.ts';
import { Markdown } from './markdown.tsx';
import type { CardConfig, IconSource, Reader, TextObject } from './model.ts';
import { words } from './words.ts';

const SIZES: Readonly<Record<string, number>> = {
  'heading-0': 30,
  'heading-1': 24,
  'heading-2': 20,
  'heading-3': 18,
  'heading-4': 16,
  heading: 16,
  normal: 14,
  notation: 12,
  'xxxx-large': 30,
  'xxx-large': 24,
  'xx-large': 20,
  'x-large': 18,
  large: 16,
  medium: 14,
  small: 12,
  'x-small': 10,
};

function pixels(size: string, config: CardConfig | undefined): number | null {
  const own = config?.style?.text_size?.[size];
  if (own) return SIZES[own.pc ?? ''] ?? SIZES[own.default ?? ''] ?? null;
  return SIZES[size] ?? null;
}

/** Size, colour and alignment that a text object or component asks for. */
export function textStyle(source: TextObject, reader: Reader): CSSProperties {
  const { text_size = '', text_align = '' } = source;
  const size = pixels(text_size, reader.config);
  return {
    'font-size': size && size !== 14 ? `${size}px` : null,
    'font-weight': text_size.startsWith('heading') ? '600' : null,
    color: textColour(source.text_color, reader.config),
    'text-align': ['left', 'center', 'right'].includes(text_align) ? text_align : null,
  };
}

interface Props {
  of: TextObject | undefined;
  reader: Reader;
  as?: 'span' | 'div';
  style?: CSSProperties;
  class?: string | false | undefined;
}

/** A text object (plain_text, lark_md, markdown). */
export function Text({ of, reader, as: Tag = 'span', style, class: name, ...root }: Props) {
  if (!of) return null;
  const content = words(of, reader.lang);
  const asked = { ...textStyle(of, reader), ...style };
  if (of.tag === 'lark_md' || of.tag === 'markdown') return <Markdown {...root} content={content} reader={reader} style={asked} />;
  const clamp = of.lines && of.lines > 0 ? { '--lines': of.lines } : {};
  return (
    <Tag {...root} class={`plain-text${of.lines ? ' clamp' : ''}${name ? ` ${name}` : ''}`} style={{ ...asked, ...clamp }}>
      {content}
    </Tag>
  );
}

/** A component's icon; null for tokens we have no drawing of. */
export function componentIcon(source: IconSource | undefined, size = 16, config?: CardConfig): VNode | null {
  if (!source) return null;
  if (source.tag === 'custom_icon') return <span class="custom-icon" style={{ '--size': `${size}px` }} aria-hidden="true" />;
  const drawn = tokenIcon(source.token, size, colour(source.color, config));
  return drawn && <span class="component-icon">{drawn}</span>;
}
