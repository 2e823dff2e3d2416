import { elementsOf, optionsOf } from '../world/card-tree.ts';
import type { Json } from '../world/content.ts';
import type { Chat, Person } from '../world/world.ts';
import { withOffset } from '../world/zone.ts';
import { NotPossible } from './not-possible.ts';

/** What the fields of a card hold, as a client collects it for a person. */

export const PICKERS: readonly string[] = ['date_picker', 'picker_time', 'picker_datetime'];
export const MULTI: readonly string[] = ['multi_select_static', 'multi_select_person'];

export interface Actor {
  someone: Person;
  chat: Chat;
  zone: string;
  now: number;
}

export const asString = (value: unknown): string => (typeof value === 'string' ? value : '');

export function choice(element: Json, value: unknown, actor: Actor): string {
  const option = asString(value);
  const offered = optionsOf(element).map((item) => item.value);
  const people = element.tag === 'select_person' || element.tag === 'multi_select_person';
  const valid = people && offered.length === 0 ? actor.chat.members : offered;
  if (!valid.includes(option)) throw new NotPossible(`${option || 'nothing'} is not among the options.`);
  return option;
}

export const choices = (element: Json, value: unknown, actor: Actor): string[] =>
  (Array.isArray(value) ? (value as unknown[]) : []).map((item) => choice(element, item, actor));

export function picked(element: Json, value: unknown, actor: Actor): string {
  try {
    return withOffset(asString(element.tag), asString(value), actor.zone, actor.now);
  } catch (error) {
    throw new NotPossible(error instanceof Error ? error.message : 'not a time');
  }
}

export function typed(element: Json, value: unknown): string {
  const text = asString(value);
  const limit = typeof element.max_length === 'number' ? element.max_length : 1000;
  if ([...text].length > limit) throw new NotPossible(`${asString(element.name) || 'the input'} takes at most ${limit} characters.`);
  return text;
}

/** What a field holds when nobody touched it. */
function initialValue(element: Json): unknown {
  switch (element.tag) {
    case 'input':
      return element.default_value;
    case 'checker':
      return element.checked ?? false;
    case 'select_static':
      return element.initial_option ?? optionsOf(element)[Number(element.initial_index ?? 0) - 1]?.value;
    case 'select_person':
      return element.initial_option;
    case 'date_picker':
      return element.initial_date;
    case 'picker_time':
      return element.initial_time;
    case 'picker_datetime':
      return element.initial_datetime;
    default:
      return element.selected_values;
  }
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

function fieldValue(element: Json, value: unknown, actor: Actor): unknown {
  const tag = asString(element.tag);
  if (tag === 'input') return typed(element, value);
  if (tag === 'checker') return value === true;
  if (MULTI.includes(tag) || (tag === 'select_img' && element.multi_select === true)) return choices(element, value, actor);
  return PICKERS.includes(tag) ? picked(element, value, actor) : choice(element, value, actor);
}

/** The whole form as the client collects it; empty optional fields are left out. */
export function collect(card: Json, form: Json, given: Json, actor: Actor): Json {
  const values: Json = {};
  const names = new Set<string>();
  for (const { element, form: around } of elementsOf(card)) {
    const name = asString(element.name);
    if (around !== form || name === '' || element.tag === 'button') continue;
    names.add(name);
    const value = name in given ? given[name] : initialValue(element);
    if (isEmpty(value)) {
      if (element.required === true) throw new NotPossible(`${name} is required.`);
      continue;
    }
    values[name] = fieldValue(element, value, actor);
  }
  const stray = Object.keys(given).find((name) => !names.has(name));
  if (stray !== undefined) throw new NotPossible(`The form has no field ${stray}.`);
  return values;
}
