import type { Page } from 'playwright-core';

/** WCAG 2.2, AA. */
const NORMAL = 4.5;
const LARGE = 3;

/** Runs in the page. Colours go through a canvas, which knows every way to write one. */
const AUDIT = `(() => {
  const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3]));
  const ground = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.backgroundImage !== 'none') return null;
      const colour = rgba(style.backgroundColor);
      if (colour[3] > 0) layers.unshift(colour);
      if (colour[3] === 1) break;
    }
    return layers.reduce((under, layer) => over(layer, under), [255, 255, 255]);
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const pale = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    const text = walk.currentNode.textContent.trim();
    if (!text || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (element.closest('[aria-disabled=true], :disabled, [aria-hidden=true]')) continue;
    const under = ground(element);
    if (!under) continue;
    const style = getComputedStyle(element);
    const [a, b] = [light(over(rgba(style.color), under)), light(under)];
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < (large ? ${LARGE} : ${NORMAL})) pale.add(text.slice(0, 20) + ' ' + ratio.toFixed(2));
  }
  const controls = [...document.querySelectorAll('button, a, input, select, textarea, [role=button]')].filter((one) => one.checkVisibility());
  const nameless = controls.filter((one) => !(one.getAttribute('aria-label') || one.innerText?.trim() || one.labels?.length || one.title));
  const messages = document.querySelector('#messages');
  return {
    pale: [...pale],
    nameless: nameless.map((one) => one.outerHTML.slice(0, 100)),
    wide: [document.documentElement, messages].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.localName),
  };
})()`;

/** Text too pale to read, controls that a screen reader cannot name, and what has to be scrolled sideways. */
export const audit = (page: Page): Promise<{ pale: string[]; nameless: string[]; wide: string[] }> => page.evaluate(AUDIT);
