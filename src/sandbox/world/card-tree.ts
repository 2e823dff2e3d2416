import { isObject, type Json } from './content.ts';

/** Finding elements in a card, of JSON 2.0 or 1.0. */

function childrenOf(element: Json): Json[] {
  const lists = [element.elements, element.columns, element.actions];
  return lists.flatMap((list) => (Array.isArray(list) ? (list as unknown[]).filter(isObject) : []));
}

function rootElements(card: Json): Json[] {
  return childrenOf(isObject(card.body) ? card.body : card);
}

export interface Found {
  element: Json;
  /** The form around it. */
  form: Json | null;
}

/** Every element, depth first, with the form it stands in. */
export function* elementsOf(card: Json): Generator<Found> {
  function* walk(elements: Json[], form: Json | null): Generator<Found> {
    for (const element of elements) {
      yield { element, form };
      yield* walk(childrenOf(element), element.tag === 'form' ? element : form);
      const area = element.button_area;
      if (isObject(area) && Array.isArray(area.buttons)) yield* walk((area.buttons as unknown[]).filter(isObject), form);
    }
  }
  yield* walk(rootElements(card), null);
}

/** By indexes: `[2, 0, 1]` is the second child of the first column of the third element. */
export function elementAt(card: Json, path: readonly number[]): Found | null {
  let level = rootElements(card);
  let form: Json | null = null;
  let element: Json | undefined;
  for (const index of path) {
    if (element?.tag === 'form') form = element;
    element = level[index];
    if (!element) return null;
    level = childrenOf(element);
  }
  return element ? { element, form } : null;
}

export function callbackValue(element: Json): Json | undefined {
  const behaviors = Array.isArray(element.behaviors) ? (element.behaviors as unknown[]).filter(isObject) : [];
  const callback = behaviors.find((behavior) => behavior.type === 'callback');
  if (!callback) return isObject(element.value) ? element.value : undefined;
  return isObject(callback.value) ? callback.value : {};
}

export const hasCallback = (element: Json): boolean =>
  Array.isArray(element.behaviors) &&
  (element.behaviors as unknown[]).some((behavior) => isObject(behavior) && behavior.type === 'callback');

export const urlOf = (element: Json): string | null => {
  const behaviors = Array.isArray(element.behaviors) ? (element.behaviors as unknown[]).filter(isObject) : [];
  const open = behaviors.find((behavior) => behavior.type === 'open_url');
  return typeof open?.default_url === 'string' ? open.default_url : null;
};

export const optionsOf = (element: Json): Json[] => (Array.isArray(element.options) ? (element.options as unknown[]).filter(isObject) : []);

/** Is there an element of this kind anywhere in the card? */
export function holdsTag(card: Json, tag: string): boolean {
  for (const { element } of elementsOf(card)) if (element.tag === tag) return true;
  return false;
}
