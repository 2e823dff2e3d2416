import { copy } from './card/markdown.js';
import { h } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';

const LONG = 2_000;

function scalar(value) {
  if (typeof value === 'string')
    return h('span', { class: 'j-string' }, JSON.stringify(value.length > LONG ? `${value.slice(0, LONG)}…` : value));
  return h('span', { class: value === null ? 'j-null' : `j-${typeof value}` }, String(value));
}

function lines(value, depth) {
  if (value === null || typeof value !== 'object') return [scalar(value)];
  const array = Array.isArray(value);
  const entries = Object.entries(value);
  const [open, close] = array ? '[]' : '{}';
  if (!entries.length) return [open + close];
  const pad = '  '.repeat(depth + 1);
  const parts = [`${open}\n`];
  entries.forEach(([key, item], index) => {
    parts.push(
      pad,
      !array && [h('span', { class: 'j-key' }, JSON.stringify(key)), ': '],
      lines(item, depth + 1),
      index < entries.length - 1 ? ',\n' : '\n',
    );
  });
  parts.push('  '.repeat(depth), close);
  return parts;
}

/** Message contents travel as JSON inside a string; they are shown opened up. */
function unfold(value, key = '') {
  if (typeof value === 'string' && (key === 'content' || key === 'card') && /^[[{]/.test(value)) {
    try {
      return unfold(JSON.parse(value));
    } catch {
      return value;
    }
  }
  if (Array.isArray(value)) return value.map((item) => unfold(item));
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, unfold(item, name)]));
  return value;
}

function parsed(value) {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** A titled block of formatted JSON (or plain text) with a copy button. */
export function jsonBlock(title, source) {
  if (source === undefined || source === null || source === '') return null;
  const value = parsed(source);
  const shown = typeof value === 'string' ? value : lines(unfold(value), 0);
  const raw = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return h(
    'div',
    { class: 'json' },
    h(
      'div',
      { class: 'json-head' },
      h('span', null, title),
      h(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': `${t('copy')} ${title}`, title: t('copy'), on: { click: () => copy(raw) } },
        icon('copy', 13),
      ),
    ),
    h('pre', { tabindex: 0 }, h('code', null, shown)),
  );
}
