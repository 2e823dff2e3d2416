import { fail, isObject, type Json, mentionedIds, PARSE, show, tableCount } from './card-values.ts';

/** What holds for single components beyond their properties. */

export interface CardContext {
  /** Is this an id (open, union, user) of somebody that can be shown? */
  knows(id: string): boolean;
}

export interface Where {
  path: readonly string[];
  /** Containers around. */
  depth: number;
  /** Tag of the element around, '' at the root of body. */
  parent: string;
  inForm: boolean;
}

const MAX_TABLES = 5;
const MAX_CHARTS = 5;
const MAX_MARKDOWN_TABLES = 4;
const MAX_TABLE_COLUMNS = 50;

/** What one card has used so far. */
export interface Used {
  tables: number;
  charts: number;
  audios: number;
}

type Rule = (value: Json, where: Where, context: CardContext, used: Used) => void;

const RULES: Record<string, Rule> = {
  markdown,
  lark_md: markdown,
  person: (value, where, context) => person(value.user_id, where, context),
  person_list(value, where, context) {
    if (value.drop_invalid_user_id !== true) for (const item of value.persons as Json[]) person(item.id, where, context);
  },
  img: (value, where) => image(value.img_key, where),
  custom_icon: (value, where) => image(value.img_key, where),
  img_combination(value, where) {
    for (const item of value.img_list as Json[]) image(item.img_key, where);
  },
  select_img(value, where) {
    for (const item of value.options as Json[]) image(item.img_key, where);
    if (value.multi_select === true && !where.inForm) {
      fail(200621, `${PARSE}; multi_select is only supported in form`, where.path, 'select_img');
    }
  },
  multi_select_person(_value, where) {
    if (!where.inForm)
      fail(200621, `${PARSE}; type of element is not supported, tag: multi_select_person`, where.path, 'multi_select_person');
  },
  audio,
  select_static: options,
  multi_select_static: options,
  table,
  chart,
  date_picker: (value, where) => format(value, 'initial_date', /^\d{4}-\d{2}-\d{2}$/, where),
  picker_time: (value, where) => format(value, 'initial_time', /^\d{2}:\d{2}$/, where),
  picker_datetime: (value, where) => format(value, 'initial_datetime', /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, where),
};

/** Throws what is wrong with this element beyond its properties. */
export function checkDetails(tag: string, value: Json, where: Where, context: CardContext, used: Used): void {
  if (Object.hasOwn(RULES, tag)) RULES[tag]?.(value, where, context, used);
  for (const behavior of Array.isArray(value.behaviors) ? (value.behaviors as Json[]) : []) {
    const url = behavior.type === 'open_url';
    if (url && typeof behavior.default_url !== 'string') fail(200621, `${PARSE}; default_url is missing`, [...where.path, 'behaviors']);
    if (!url && behavior.value !== undefined && !isObject(behavior.value)) {
      fail(200621, `${PARSE}; value of callback must be an object`, [...where.path, 'behaviors'], show(behavior.value));
    }
  }
}

function audio(value: Json, where: Where, _context: CardContext, used: Used): void {
  used.audios += 1;
  if (!/^file_[\w-]+$/.test(String(value.file_key))) fail(200621, `${PARSE}; invalid file_key`, where.path, show(value.file_key));
}

function chart(value: Json, where: Where, _context: CardContext, used: Used): void {
  if (where.inForm) fail(200621, `${PARSE}; type of element is not supported, tag: chart`, where.path, 'chart');
  used.charts += 1;
  if (used.charts > MAX_CHARTS) fail(11310, `chart number over limit, at most ${MAX_CHARTS}`, where.path, String(used.charts));
  const spec = value.chart_spec;
  if (!isObject(spec) || typeof spec.type !== 'string') fail(200550, 'chart spec is invalid', where.path, show(spec));
}

function format(value: Json, key: string, pattern: RegExp, where: Where): void {
  if (value[key] !== undefined && !pattern.test(String(value[key])))
    fail(200621, `${PARSE}; invalid value, property: ${key}`, [...where.path, key], show(value[key]));
}

function person(id: unknown, where: Where, context: CardContext): void {
  if (typeof id !== 'string' || !context.knows(id))
    fail(100290, 'There is an invalid user resource(at/person) in your card', where.path, show(id));
}

function image(key: unknown, where: Where): void {
  if (typeof key !== 'string' || !/^img_[\w-]+$/.test(key)) fail(200570, 'card contains invalid image keys', where.path, show(key));
}

function options(value: Json, where: Where): void {
  const seen = new Set<unknown>();
  for (const option of Array.isArray(value.options) ? (value.options as Json[]) : []) {
    if (seen.has(option.value)) fail(11310, 'option value is duplicated', [...where.path, 'options'], show(option.value));
    seen.add(option.value);
  }
}

function table(value: Json, where: Where, _context: CardContext, used: Used): void {
  used.tables += 1;
  if (used.tables > MAX_TABLES) fail(11310, `card table number over limit, at most ${MAX_TABLES}`, where.path, String(used.tables));
  const columns = value.columns as Json[];
  const names = columns.map((column) => column.name);
  if (columns.length === 0 || columns.length > MAX_TABLE_COLUMNS || new Set(names).size !== names.length)
    fail(200915, 'table columns is invalid', where.path);
  const rows = value.rows;
  if (!Array.isArray(rows) || rows.some((row) => !isObject(row) || Object.keys(row).some((key) => !names.includes(key)))) {
    fail(200914, 'table rows is invalid', where.path);
  }
}

function markdown(value: Json, where: Where, context: CardContext): void {
  const texts = [value.content, ...Object.values(isObject(value.i18n_content) ? value.i18n_content : {})];
  for (const text of texts) {
    if (typeof text !== 'string') continue;
    for (const id of mentionedIds(text)) person(id, where, context);
    if (tableCount(text) > MAX_MARKDOWN_TABLES) fail(11310, `markdown table number over limit, at most ${MAX_MARKDOWN_TABLES}`, where.path);
  }
}
