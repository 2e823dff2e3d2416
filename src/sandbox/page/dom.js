/**
 * Builds an element. Text children become text nodes, so nothing a person wrote is ever read as HTML.
 * Props: `class`, `data` (data-*), `style` (properties or --variables), `on` (listeners), `value`/`checked`/`disabled`/… as properties,
 * everything else as attributes; null, undefined and false leave an attribute out.
 */
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) setProp(element, name, value);
  append(element, children);
  return element;
}

const PROPERTIES = new Set(['value', 'checked', 'disabled', 'readOnly', 'selected', 'tabIndex', 'htmlFor', 'hidden']);

function setProp(element, name, value) {
  if (value === null || value === undefined) return;
  if (name === 'class') element.className = [value].flat().filter(Boolean).join(' ');
  else if (name === 'data') for (const [key, item] of Object.entries(value)) setData(element, key, item);
  else if (name === 'style') for (const [key, item] of Object.entries(value)) setStyle(element, key, item);
  else if (name === 'on') for (const [type, listener] of Object.entries(value)) listener && element.addEventListener(type, listener);
  else if (PROPERTIES.has(name)) element[name] = value;
  else if (value !== false) element.setAttribute(name, value === true ? '' : String(value));
}

function setData(element, key, value) {
  if (value !== null && value !== undefined && value !== false) element.dataset[key] = String(value);
}

function setStyle(element, key, value) {
  if (value === null || value === undefined || value === '') return;
  element.style.setProperty(key, String(value));
}

function append(element, children) {
  for (const child of children.flat(Number.POSITIVE_INFINITY)) {
    if (child === null || child === undefined || child === false || child === '') continue;
    element.append(child instanceof Node ? child : String(child));
  }
}

/** Replaces what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

export const $ = (selector, root = document) => root.querySelector(selector);

/** Runs `work` once, `ms` after the first of a burst of calls. */
export function coalesce(work, ms) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      work();
    }, ms);
  };
}

/** A button that shows only an icon; its label is read aloud and shown as a hint. */
export function iconButton(icon, label, onClick, extra = {}) {
  return h('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: label, ...extra, on: { click: onClick } }, icon);
}
