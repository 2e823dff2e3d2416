import { COMPONENTS, CONTAINERS, FIELDS, type Kind, LOCALES, PARTS, type Properties, RETIRED, ROOT } from './card-schema.ts';

/** Why the platform would not make a card of it. */
export interface CardProblem {
  errCode: number;
  errMsg: string;
  errorValue: string;
  /** `ROOT -> body -> elements -> [2](tag: chart)` */
  errPath: string;
}

export interface CardContext {
  /** Is this an id (open, union, user) of somebody that can be shown? */
  knows(id: string): boolean;
}

const MAX_ELEMENTS = 200;
const MAX_DEPTH = 5;
const MAX_TABLES = 5;
const MAX_CHARTS = 5;
const MAX_TEXT_TAGS = 3;
const MAX_MARKDOWN_TABLES = 4;
const MAX_TABLE_COLUMNS = 50;

class Problem extends Error {
  readonly problem: CardProblem;
  constructor(problem: CardProblem) {
    super(problem.errMsg);
    this.problem = problem;
  }
}

const PARSE = 'parse card json err, please check whether the card json is correct';

function fail(errCode: number, errMsg: string, path: readonly string[], errorValue = ''): never {
  throw new Problem({ errCode, errMsg, errorValue, errPath: path.join(' -> ') });
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const show = (value: unknown): string => (JSON.stringify(value) ?? 'undefined').slice(0, 120);

const PX_VALUE = /^-?\d{1,3}(\.\d+)?(px)?$/;
const SPACING_WORDS = ['small', 'medium', 'large', 'extra_large', 'default'];

const KINDS: Record<string, { ok: (value: unknown) => boolean; want: string }> = {
  string: { ok: (value) => typeof value === 'string', want: 'string' },
  boolean: { ok: (value) => typeof value === 'boolean', want: 'boolean' },
  number: { ok: (value) => typeof value === 'number', want: 'number' },
  object: { ok: (value) => typeof value === 'object' && value !== null, want: 'object' },
  strings: { ok: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'), want: 'string list' },
  px: {
    ok: (value) =>
      typeof value === 'string' && [1, 2, 4].includes(value.split(/\s+/).length) && value.split(/\s+/).every((part) => PX_VALUE.test(part)),
    want: 'one, two or four pixel values',
  },
  spacing: { ok: (value) => typeof value === 'string' && (SPACING_WORDS.includes(value) || PX_VALUE.test(value)), want: 'spacing' },
  width: { ok: (value) => typeof value === 'string' && /^(default|fill|auto|weighted|\d{1,4}px)$/.test(value), want: 'width' },
  radius: { ok: (value) => typeof value === 'string' && /^\d{1,3}(px|%)$/.test(value), want: 'corner radius' },
};

interface Where {
  path: readonly string[];
  /** Containers around. */
  depth: number;
  /** Tag of the element around, '' at the root of body. */
  parent: string;
  inForm: boolean;
}

interface FormScope {
  names: Set<string>;
  submit: boolean;
}

class Checker {
  private readonly context: CardContext;
  private elements = 0;
  private tables = 0;
  private charts = 0;
  private readonly ids = new Set<string>();
  private readonly formNames = new Set<string>();
  private readonly names = new Set<string>();
  private form: FormScope | null = null;

  constructor(context: CardContext) {
    this.context = context;
  }

  properties(value: Json, properties: Properties, where: Where, tagged: boolean): void {
    for (const key of Object.keys(value)) {
      if (tagged && key === 'tag') continue;
      if (!Object.hasOwn(properties, key)) fail(200621, `${PARSE}; unknown property, property: ${key}`, [...where.path, key], key);
    }
    for (const [key, property] of Object.entries(properties)) {
      const item = value[key];
      const path = [...where.path, key];
      if (item === undefined) {
        if (property.required) fail(200621, `${PARSE}; required property is missing, property: ${key}`, path, key);
        continue;
      }
      this.kind(item, property.kind, { ...where, path });
    }
  }

  kind(value: unknown, kind: Kind, where: Where): void {
    if (typeof kind === 'string') {
      const rule = KINDS[kind]!;
      if (!rule.ok(value)) fail(200621, `${PARSE}; invalid value, want: ${rule.want}`, where.path, show(value));
      return;
    }
    if ('oneOf' in kind) {
      if (!(kind.oneOf as readonly unknown[]).includes(value))
        fail(200621, `${PARSE}; invalid value, want one of: ${kind.oneOf.join(', ')}`, where.path, show(value));
      return;
    }
    if ('range' in kind) {
      const [low, high] = kind.range;
      if (typeof value !== 'number' || value < low || value > high)
        fail(200621, `${PARSE}; invalid value, want: ${low} to ${high}`, where.path, show(value));
      return;
    }
    if ('tag' in kind) {
      if (!isObject(value)) fail(200621, `${PARSE}; invalid value, want: object with tag`, where.path, show(value));
      this.element(value, kind.tag, where);
      return;
    }
    if ('tags' in kind || 'list' in kind) {
      if (!Array.isArray(value)) fail(200621, `${PARSE}; invalid value, want: list`, where.path, show(value));
      for (const [index, item] of value.entries()) {
        const tag = isObject(item) && typeof item.tag === 'string' ? `(tag: ${item.tag})` : '';
        const here = { ...where, path: [...where.path, `[${index}]${tag}`] };
        if (!isObject(item)) fail(200621, `${PARSE}; invalid value, want: object`, here.path, show(item));
        if ('tags' in kind) this.element(item, kind.tags, here);
        else this.properties(item, kind.list, here, false);
      }
      return;
    }
    if (!isObject(value)) fail(200621, `${PARSE}; invalid value, want: object`, where.path, show(value));
    if ('object' in kind) this.properties(value, kind.object, where, false);
    else if ('i18n' in kind) {
      for (const [locale, item] of Object.entries(value)) {
        if (!(LOCALES as readonly string[]).includes(locale))
          fail(200621, `${PARSE}; unknown property, property: ${locale}`, [...where.path, locale], locale);
        this.kind(item, kind.i18n, { ...where, path: [...where.path, locale] });
      }
    } else {
      for (const [name, item] of Object.entries(value)) this.kind(item, { object: kind.map }, { ...where, path: [...where.path, name] });
    }
  }

  element(value: Json, allowed: readonly string[] | null, where: Where): void {
    const tag = value.tag;
    if (typeof tag !== 'string') fail(200621, `${PARSE}; tag is missing`, where.path, show(tag));
    if (RETIRED.includes(tag))
      fail(200861, `cards of schema V2 no longer support this capability; unsupported tag ${tag}`, where.path, tag);
    const properties = Object.hasOwn(COMPONENTS, tag) ? COMPONENTS[tag] : Object.hasOwn(PARTS, tag) ? PARTS[tag] : undefined;
    const fits = allowed ? allowed.includes(tag) : Object.hasOwn(COMPONENTS, tag) && tag !== 'column';
    if (!properties || !fits) fail(200621, `${PARSE}; type of element is not supported, tag: ${tag}`, where.path, tag);

    this.elements += 1;
    if (this.elements > MAX_ELEMENTS) fail(11310, `element exceeds the limit, at most ${MAX_ELEMENTS}`, where.path, String(this.elements));
    const atRoot = where.parent === '';
    if ((tag === 'form' || tag === 'table') && !atRoot)
      fail(200621, `${PARSE}; type of element is not supported, tag: ${tag}`, where.path, tag);
    const depth = where.depth + (CONTAINERS.includes(tag) ? 1 : 0);
    if (depth > MAX_DEPTH) fail(11310, `nesting of elements exceeds the limit, at most ${MAX_DEPTH}`, where.path, tag);

    this.identity(value, where);
    this.inputName(tag, value, where);
    const inner: Where = {
      path: where.path,
      depth,
      parent: Object.hasOwn(COMPONENTS, tag) ? tag : where.parent,
      inForm: where.inForm || tag === 'form',
    };
    const outerForm = this.form;
    if (tag === 'form') this.openForm(value, where);
    this.properties(value, properties, inner, true);
    this.special(tag, value, where);
    if (tag === 'form') {
      if (!this.form?.submit) fail(11310, 'form must contain a button with form_action_type submit', where.path, String(value.name));
      this.form = outerForm;
    }
  }

  private identity(value: Json, where: Where): void {
    const id = value.element_id;
    if (typeof id !== 'string') return;
    if (!/^[A-Za-z][A-Za-z0-9_]{0,19}$/.test(id)) fail(200621, `${PARSE}; element_id is invalid`, [...where.path, 'element_id'], id);
    if (this.ids.has(id)) fail(300301, 'Duplicate element_id in card component', [...where.path, 'element_id'], id);
    this.ids.add(id);
  }

  private openForm(value: Json, where: Where): void {
    const name = value.name;
    if (typeof name === 'string') {
      if (name === '') fail(200530, 'name of form can not be empty', where.path);
      if (this.formNames.has(name)) fail(11310, 'form name is duplicated', where.path, name);
      this.formNames.add(name);
    }
    this.form = { names: new Set(), submit: false };
  }

  private inputName(tag: string, value: Json, where: Where): void {
    if (!FIELDS.includes(tag)) return;
    const name = value.name;
    if (where.inForm) {
      if (typeof name !== 'string' || name === '') fail(200530, 'name of interactive element in form can not be empty', where.path, tag);
      if (this.names.has(name)) fail(11310, 'name of element is duplicated', where.path, name);
      this.names.add(name);
      if (tag === 'button' && value.form_action_type === 'submit' && this.form) this.form.submit = true;
    } else if (tag === 'button' && value.form_action_type !== undefined) {
      fail(200621, `${PARSE}; form_action_type is only supported in form`, where.path, show(value.form_action_type));
    }
  }

  private special(tag: string, value: Json, where: Where): void {
    if (tag === 'markdown' || tag === 'lark_md') this.markdown(value, where);
    if (tag === 'person') this.person(value.user_id, where);
    if (tag === 'person_list' && value.drop_invalid_user_id !== true) {
      for (const item of value.persons as Json[]) this.person(item.id, where);
    }
    if (tag === 'img' || tag === 'custom_icon') this.image(value.img_key, where);
    if (tag === 'img_combination') for (const item of value.img_list as Json[]) this.image(item.img_key, where);
    if (tag === 'select_img') {
      for (const item of value.options as Json[]) this.image(item.img_key, where);
      if (value.multi_select === true && !where.inForm) fail(200621, `${PARSE}; multi_select is only supported in form`, where.path, tag);
    }
    if (tag === 'select_static' || tag === 'multi_select_static') this.options(value, where);
    if (tag === 'table') this.table(value, where);
    if (tag === 'chart') {
      this.charts += 1;
      if (this.charts > MAX_CHARTS) fail(11310, `chart number over limit, at most ${MAX_CHARTS}`, where.path, String(this.charts));
      const spec = value.chart_spec;
      if (!isObject(spec) || typeof spec.type !== 'string') fail(200550, 'chart spec is invalid', where.path, show(spec));
    }
    if (tag === 'date_picker' && value.initial_date !== undefined) this.format(value, 'initial_date', /^\d{4}-\d{2}-\d{2}$/, where);
    if (tag === 'picker_time' && value.initial_time !== undefined) this.format(value, 'initial_time', /^\d{2}:\d{2}$/, where);
    if (tag === 'picker_datetime' && value.initial_datetime !== undefined) {
      this.format(value, 'initial_datetime', /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, where);
    }
    for (const behavior of Array.isArray(value.behaviors) ? (value.behaviors as Json[]) : []) {
      const url = behavior.type === 'open_url';
      if (url && typeof behavior.default_url !== 'string') fail(200621, `${PARSE}; default_url is missing`, [...where.path, 'behaviors']);
      if (!url && behavior.value !== undefined && !isObject(behavior.value)) {
        fail(200621, `${PARSE}; value of callback must be an object`, [...where.path, 'behaviors'], show(behavior.value));
      }
    }
  }

  private format(value: Json, key: string, pattern: RegExp, where: Where): void {
    if (!pattern.test(String(value[key])))
      fail(200621, `${PARSE}; invalid value, property: ${key}`, [...where.path, key], show(value[key]));
  }

  private person(id: unknown, where: Where): void {
    if (typeof id !== 'string' || !this.context.knows(id))
      fail(100290, 'invalid user resource(at/person) in your card', where.path, show(id));
  }

  private image(key: unknown, where: Where): void {
    if (typeof key !== 'string' || !/^img_[\w-]+$/.test(key)) fail(200570, 'card contains invalid image keys', where.path, show(key));
  }

  private options(value: Json, where: Where): void {
    const seen = new Set<unknown>();
    for (const option of Array.isArray(value.options) ? (value.options as Json[]) : []) {
      if (seen.has(option.value)) fail(11310, 'option value is duplicated', [...where.path, 'options'], show(option.value));
      seen.add(option.value);
    }
  }

  private table(value: Json, where: Where): void {
    this.tables += 1;
    if (this.tables > MAX_TABLES) fail(11310, `card table number over limit, at most ${MAX_TABLES}`, where.path, String(this.tables));
    const columns = value.columns as Json[];
    const names = columns.map((column) => column.name);
    if (columns.length === 0 || columns.length > MAX_TABLE_COLUMNS || new Set(names).size !== names.length)
      fail(200915, 'table columns is invalid', where.path);
    const rows = value.rows;
    if (!Array.isArray(rows) || rows.some((row) => !isObject(row) || Object.keys(row).some((key) => !names.includes(key)))) {
      fail(200914, 'table rows is invalid', where.path);
    }
  }

  private markdown(value: Json, where: Where): void {
    const texts = [value.content, ...Object.values(isObject(value.i18n_content) ? value.i18n_content : {})];
    for (const text of texts) {
      if (typeof text !== 'string') continue;
      for (const id of mentionedIds(text)) this.person(id, where);
      if (tableCount(text) > MAX_MARKDOWN_TABLES)
        fail(11310, `markdown table number over limit, at most ${MAX_MARKDOWN_TABLES}`, where.path);
    }
  }
}

/** Ids in `<at id=…>`, `<at ids=a,b>` and `<person id=…>`, outside code. */
function mentionedIds(text: string): string[] {
  const ids: string[] = [];
  const prose = text.replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
  for (const [, , many, quoted, bare] of prose.matchAll(/<(at|person)\s[^>]*?\bid(s?)\s*=\s*(?:["']([^"'>]*)["']|([^\s"'>]+))/g)) {
    const value = quoted ?? bare ?? '';
    ids.push(...(many ? value.split(',') : [value]).map((id) => id.trim()));
  }
  return ids.filter((id) => id !== 'all');
}

const tableCount = (text: string): number =>
  text.split('\n').filter((line) => line.length < 2000 && line.includes('|') && line.includes('-') && /^[\s|:-]+$/.test(line)).length;

/** Null when the platform would take this card JSON 2.0. */
export function checkCard(card: unknown, context: CardContext): CardProblem | null {
  const checker = new Checker(context);
  const root: Where = { path: ['ROOT'], depth: 0, parent: '', inForm: false };
  try {
    if (!isObject(card)) fail(200621, PARSE, root.path, show(card));
    checker.properties(card, ROOT, root, false);
    const header = card.header;
    if (isObject(header) && Array.isArray(header.text_tag_list) && header.text_tag_list.length > MAX_TEXT_TAGS) {
      fail(
        200621,
        `${PARSE}; text_tag_list has at most ${MAX_TEXT_TAGS} tags`,
        ['ROOT', 'header', 'text_tag_list'],
        String(header.text_tag_list.length),
      );
    }
    return null;
  } catch (error) {
    if (error instanceof Problem) return error.problem;
    throw error;
  }
}

/** The platform's sentence: `Failed to create card content, ext=ErrCode: …; ErrMsg: …; ErrorValue: …;` */
export function problemText(problem: CardProblem): string {
  const path = problem.errPath ? ` ErrPath: ${problem.errPath};` : '';
  return `ErrCode: ${problem.errCode}; ErrMsg: ${problem.errMsg}; ErrorValue: ${problem.errorValue};${path}`;
}
