import { h } from '../dom.js';
import { t } from '../i18n.js';
import { icon } from '../icons.js';
import { fullTime, localDatetime } from '../time.js';
import { tagHue } from './color.js';
import { markdown, personChip } from './markdown.js';
import { words } from './text.js';

function numberOf(value, format = {}, lang) {
  const digits = Number.isInteger(format.precision)
    ? { minimumFractionDigits: format.precision, maximumFractionDigits: format.precision }
    : {};
  const shown = Number(value).toLocaleString(lang === 'en_us' ? 'en' : 'zh-CN', {
    useGrouping: format.separator !== false && !!format.seperator,
    ...digits,
  });
  return `${format.symbol ?? ''}${shown}`;
}

function dateOf(value, column, ctx) {
  const ms = Number(value);
  if (!Number.isFinite(ms)) return String(value ?? '');
  return column.date_format
    ? `${localDatetime(ms, 'date_num', ctx.zone, ctx.lang)} ${localDatetime(ms, 'time', ctx.zone, ctx.lang)}`
    : fullTime(ms, ctx.zone, ctx.lang);
}

function cell(value, column, ctx) {
  if (value === null || value === undefined) return '';
  switch (column.data_type) {
    case 'number':
      return numberOf(value, column.format, ctx.lang);
    case 'options':
      return [value].flat().map((item) => h('span', { class: 'text-tag', data: { hue: tagHue(item?.color) } }, item?.text ?? String(item)));
    case 'persons':
      return [value].flat().map((id) => personChip(String(id)));
    case 'date':
      return dateOf(value, column, ctx);
    case 'lark_md':
    case 'markdown':
      return markdown(String(value), ctx);
    default:
      return String(value);
  }
}

/** `table`: rows in pages of `page_size` (5). */
export function table(element, ctx) {
  const columns = element.columns ?? [];
  const rows = element.rows ?? [];
  const size = Math.min(10, Math.max(1, Number(element.page_size) || 5));
  const pages = Math.max(1, Math.ceil(rows.length / size));
  let page = ctx.memory.get(ctx.key)?.value ?? 0;
  const body = h('tbody');
  const label = h('span');
  const show = (next) => {
    page = Math.min(pages - 1, Math.max(0, next));
    ctx.memory.set(ctx.key, { start: null, value: page });
    label.textContent = t('page_of', { page: page + 1, pages });
    body.replaceChildren(
      ...rows.slice(page * size, (page + 1) * size).map((row) =>
        h(
          'tr',
          null,
          columns.map((column) => h('td', { align: column.horizontal_align }, cell(row[column.name], column, ctx))),
        ),
      ),
    );
  };
  const turn = (by, name, key) =>
    h('button', { type: 'button', class: 'icon-button', 'aria-label': t(key), on: { click: () => show(page + by) } }, icon(name, 14));
  show(page);
  return h(
    'div',
    { class: 'md table-box' },
    h(
      'table',
      null,
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          columns.map((column) => h('th', { align: column.horizontal_align }, words(column.display_name, ctx.lang) || column.name)),
        ),
      ),
      body,
    ),
    pages > 1 && h('div', { class: 'table-pages' }, turn(-1, 'back', 'previous'), label, turn(1, 'right', 'next')),
  );
}
