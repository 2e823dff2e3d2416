import { type CardContext, checkDetails, type Used, type Where } from './card-rules.ts';
import { COMPONENTS, CONTAINERS, FIELDS, type Kind, LOCALES, PARTS, type Properties, RETIRED, ROOT } from './card-schema.ts';
import { type CardProblem, fail, isObject, type Json, KINDS, PARSE, Problem, show } from './card-values.ts';

const MAX_ELEMENTS = 200;
const MAX_DEPTH = 5;
const MAX_TEXT_TAGS = 3;

interface FormScope {
  names: Set<string>;
  submit: boolean;
}

class Checker {
  private readonly context: CardContext;
  private elements = 0;
  private readonly used: Used = { tables: 0, charts: 0, audios: 0 };
  private readonly ids = new Set<string>();
  private readonly formNames = new Set<string>();
  private readonly names = new Set<string>();
  private form: FormScope | null = null;

  constructor(context: CardContext) {
    this.context = context;
  }

  hasAudio(): boolean {
    return this.used.audios > 0;
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
    checkDetails(tag, value, where, this.context, this.used);
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
}

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
    const config = isObject(card.config) ? card.config : {};
    if (checker.hasAudio() && config.enable_forward !== false) {
      fail(200621, `${PARSE}; a card with audio must not be forwarded`, ['ROOT', 'config', 'enable_forward'], show(config.enable_forward));
    }
    return null;
  } catch (error) {
    if (error instanceof Problem) return error.problem;
    throw error;
  }
}
