import type { ComponentChildren } from 'preact';
import type { Lang } from '../../control/shapes.ts';
import { fullTime, localDatetime } from '../data/time.ts';
import { space } from './box.ts';
import { tagHue } from './color.ts';
import { type ComponentProps, type Context, useRemembered } from './context.ts';
import { Markdown } from './markdown.tsx';
import type { TableColumn, TableElement } from './model.ts';
import { Pages } from './pages.tsx';
import { PersonChip } from './people.tsx';
import { words } from './words.ts';

function numberOf(value: unknown, format: NonNullable<TableColumn['format']>, lang: Lang): string {
  const { precision } = format;
  const digits =
    precision !== undefined && Number.isInteger(precision) ? { minimumFractionDigits: precision, maximumFractionDigits: precision } : {};
  const shown = Number(value).toLocaleString(lang === 'en_us' ? 'en' : 'zh-CN', {
    useGrouping: format.separator !== false && !!format.seperator,
    ...digits,
  });
  return `${format.symbol ?? ''}${shown}`;
}

function dateOf(value: unknown, column: TableColumn, { zone, lang }: Context): string {
  const ms = Number(value);
  if (!Number.isFinite(ms)) return String(value ?? '');
  if (!column.date_format) return fullTime(ms, zone, lang);
  return `${localDatetime(ms, 'date_num', zone, lang)} ${localDatetime(ms, 'time', zone, lang)}`;
}

interface Tag {
  text?: string;
  color?: string;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

function cell(value: unknown, column: TableColumn, ctx: Context): ComponentChildren {
  if (value === null || value === undefined) return '';
  switch (column.data_type) {
    case 'number':
      return numberOf(value, column.format ?? {}, ctx.lang);
    case 'options':
      return listOf(value).map((item) => {
        const { text = String(item), color } = item as Tag;
        return (
          <span key={text} class="text-tag" data-hue={tagHue(color)}>
            {text}
          </span>
        );
      });
    case 'persons':
      return listOf(value).map((id) => <PersonChip key={String(id)} id={String(id)} />);
    case 'date':
      return dateOf(value, column, ctx);
    case 'lark_md':
    case 'markdown':
      return <Markdown content={String(value)} reader={ctx} />;
    default:
      return String(value);
  }
}

/** `table`: rows in pages of `page_size` (5). */
export function Table({ element, ctx }: ComponentProps<TableElement>) {
  const { columns = [], rows = [] } = element;
  const size = Math.min(10, Math.max(1, Number(element.page_size) || 5));
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const [turned, keep] = useRemembered(ctx, 0);
  const page = Math.min(turned, pages - 1);
  const from = page * size;
  return (
    <div class="md table-box" style={{ margin: space(element.margin) }}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} align={column.horizontal_align}>
                {words(column.display_name, ctx.lang) || column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(from, from + size).map((row, index) => (
            <tr key={from + index}>
              {columns.map((column) => (
                <td key={column.name} align={column.horizontal_align}>
                  {cell(row[column.name], column, ctx)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Pages page={page} pages={pages} show={keep} />
    </div>
  );
}
