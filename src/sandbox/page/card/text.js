import { h } from '../dom.js';
import { tokenIcon } from '../icons.js';
import { colour, textColour } from './color.js';
import { markdown } from './markdown.js';

/** The words of a text object in the reader's language: that language, else the default, else English, else any. */
export function words(text, lang) {
  if (typeof text === 'string') return text;
  if (!text) return '';
  const own = text.i18n_content ?? text.i18n ?? {};
  return own[lang] || text.content || own.en_us || Object.values(own)[0] || '';
}

const SIZES = {
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

function pixels(size, config) {
  const own = config?.style?.text_size?.[size];
  if (own) return SIZES[own.pc] ?? SIZES[own.default] ?? null;
  return SIZES[size] ?? null;
}

/** Size, colour, alignment and line clamp that a text object or component asks for. */
export function textStyle(source, ctx) {
  const size = pixels(source.text_size, ctx.config);
  const heavy = /^heading/.test(source.text_size ?? '');
  return {
    'font-size': size && size !== 14 ? `${size}px` : null,
    'font-weight': heavy ? '600' : null,
    color: textColour(source.text_color, ctx.config),
    'text-align': ['left', 'center', 'right'].includes(source.text_align) ? source.text_align : null,
  };
}

/** A text object (plain_text, lark_md, markdown) as an element. */
export function text(object, ctx, tag = 'span') {
  if (!object) return null;
  const content = words(object, ctx.lang);
  if (object.tag === 'lark_md' || object.tag === 'markdown') {
    const element = markdown(content, ctx);
    style(element, textStyle(object, ctx));
    return element;
  }
  const element = h(tag, { class: 'plain-text', style: textStyle(object, ctx) }, content);
  if (object.lines > 0) {
    element.classList.add('clamp');
    element.style.setProperty('--lines', object.lines);
  }
  return element;
}

function style(element, styles) {
  for (const [name, value] of Object.entries(styles)) if (value) element.style.setProperty(name, value);
}

/** A component's icon; tokens we have no drawing of show nothing. */
export function componentIcon(source, size = 16, config = null) {
  if (!source) return null;
  if (source.tag === 'custom_icon') return h('span', { class: 'custom-icon', style: { '--size': `${size}px` }, 'aria-hidden': 'true' });
  const drawn = tokenIcon(source.token, size);
  if (!drawn) return null;
  const tint = source.color ? colour(source.color, config) : null;
  if (tint) drawn.style.color = tint;
  return h('span', { class: 'component-icon' }, drawn);
}

const SPACES = { small: '4px', medium: '8px', large: '12px', extra_large: '16px', default: '8px' };

/** A spacing: a name, or one to four px values between −99 and 99; null when it is neither. */
export function space(value) {
  if (typeof value !== 'string') return null;
  if (value in SPACES) return SPACES[value];
  const parts = value.trim().split(/\s+/);
  if (parts.length > 4 || !parts.every((part) => /^-?\d{1,2}(px)?$/.test(part))) return null;
  return parts.map((part) => (part.endsWith('px') ? part : `${part}px`)).join(' ');
}

/** `default`, `auto`, `fill`, or a px width. */
export function widthOf(value) {
  if (value === 'fill') return '100%';
  return typeof value === 'string' && /^\d{1,4}px$/.test(value) ? value : null;
}
