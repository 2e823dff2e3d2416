import DOMPurify from 'dompurify';
import MarkdownIt from 'markdown-it';
import { avatarOf } from '../avatar.js';
import { h } from '../dom.js';
import { t } from '../i18n.js';
import { icon, tokenIcon } from '../icons.js';
import { wireLink } from '../links.js';
import { botName, isBot, nameOf, personOf } from '../state.js';
import { localDatetime } from '../time.js';
import { toast } from '../toast.js';
import { colour, tagHue, textColour } from './color.js';
import { feishuTags } from './tags.js';

const md = new MarkdownIt({ html: true, breaks: true, linkify: true }).use(feishuTags).disable(['html_block']);
md.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

// Images are keys of the platform's store and never addresses; alignment of cells must not need a style attribute.
md.renderer.rules.image = (tokens, index) => `<x-img data-alt="${md.utils.escapeHtml(tokens[index].content)}"></x-img>`;
md.renderer.rules.fence = (tokens, index) => {
  const { info, content } = tokens[index];
  const { escapeHtml } = md.utils;
  return `<pre data-lang="${escapeHtml(info.trim().split(' ')[0])}"><code>${escapeHtml(content)}</code></pre>`;
};
for (const rule of ['th_open', 'td_open']) {
  md.renderer.rules[rule] = (tokens, index, options, _env, self) => {
    const token = tokens[index];
    const align = token.attrGet('style')?.split(':')[1];
    if (align) token.attrs = [['align', align]];
    return self.renderToken(tokens, index, options);
  };
}

const CLEAN = {
  ALLOWED_TAGS: [
    ...['p', 'br', 'hr', 'strong', 'b', 'em', 'i', 's', 'del', 'u', 'code', 'pre', 'blockquote', 'a', 'span'],
    ...['ul', 'ol', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  ALLOWED_ATTR: ['href', 'title', 'align', 'start'],
  ALLOWED_URI_REGEXP: /^https?:\/\//i,
  ADD_URI_SAFE_ATTR: ['align', 'start'],
  ALLOW_DATA_ATTR: true,
  ALLOW_ARIA_ATTR: false,
  CUSTOM_ELEMENT_HANDLING: { tagNameCheck: /^x-(at|person|time|tag|number|link|font|img)$/, attributeNameCheck: null },
  RETURN_DOM_FRAGMENT: true,
};

/** Where a link in somebody's text ends; used on plain messages too. */
export const findLinks = (content) => md.linkify.match(content) ?? [];

function mention(id, ctx) {
  if (id === 'all') return h('span', { class: 'at' }, `@${t('everyone')}`);
  const person = personOf(id);
  const label = person ? nameOf(person) : isBot(id) ? botName() : t('unknown_user');
  return h('span', { class: ['at', id === ctx.me && 'at-me'] }, `@${label}`);
}

/** A person with avatar and name, as <person> and the person components show. */
export function personChip(id, { showName = true, showAvatar = true, capsule = false, size = 20 } = {}) {
  const person = personOf(id);
  const label = person ? nameOf(person) : isBot(id) ? botName() : t('unknown_user');
  return h(
    'span',
    { class: ['person', capsule && 'capsule'], title: label },
    showAvatar && avatarOf(id, size),
    showName && h('span', { class: 'person-name' }, label),
  );
}

const BUILD = {
  'x-at': (data, _children, ctx) => {
    const ids = (data.ids || data.id || data.user_id || '').split(',').filter(Boolean);
    return ids.flatMap((id, index) => (index ? [' ', mention(id.trim(), ctx)] : [mention(id.trim(), ctx)]));
  },
  'x-person': (data) =>
    personChip(data.id || data.user_id || '', {
      showName: data.show_name !== 'false',
      showAvatar: data.show_avatar !== 'false',
      capsule: data.style === 'capsule',
    }),
  'x-time': (data, _children, ctx) => {
    const ms = Number(data.millisecond) || ctx.sentAt;
    const shown = localDatetime(ms, data.format_type, ctx.zone, ctx.lang);
    return data.link ? wireLink(h('a', null, shown), data.link) : h('time', { datetime: new Date(ms).toISOString() }, shown);
  },
  'x-tag': (data, children) => h('span', { class: 'text-tag', data: { hue: tagHue(data.color) } }, children),
  'x-number': (data, children, ctx) => {
    const style = { 'background-color': colour(data.background_color, ctx.config), color: colour(data.font_color, ctx.config) };
    const badge = h('span', { class: 'number-tag', style }, children);
    const url = data.pc_url || data.url;
    return url ? wireLink(h('a', { class: 'bare' }, badge), url) : badge;
  },
  'x-link': (data, children) => {
    const drawn = tokenIcon(data.icon, 14);
    return wireLink(h('a', { class: drawn && 'icon-link' }, drawn, children), data.pc_url || data.url || '');
  },
  'x-font': (data, children, ctx) => h('span', { style: { color: textColour(data.color, ctx.config) } }, children),
  'x-img': (data) => h('span', { class: 'img-inline', title: data.alt }, icon('image', 18), data.alt),
};

/** Copies text and says so. */
export async function copy(content) {
  try {
    await navigator.clipboard.writeText(content);
  } catch {
    const area = h('textarea', { value: content, class: 'offscreen' });
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
  toast('success', t('copied'));
}

function dressCode(pre) {
  const box = h('div', { class: 'code-block' });
  const button = h(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': t('copy'),
      title: t('copy'),
      on: { click: () => copy(pre.textContent.trimEnd()) },
    },
    icon('copy', 14),
  );
  pre.replaceWith(box);
  box.append(h('div', { class: 'code-head' }, h('span', null, pre.dataset.lang ?? ''), button), pre);
}

const ROWS = 5;

/** Long tables are shown five rows at a time, as the client does. */
function dressTable(table) {
  const rows = [...table.querySelectorAll('tbody tr')];
  const box = h('div', { class: 'table-box' });
  table.replaceWith(box);
  box.append(table);
  if (rows.length <= ROWS) return;
  const pages = Math.ceil(rows.length / ROWS);
  let page = 0;
  const label = h('span');
  const show = (next) => {
    page = Math.min(pages - 1, Math.max(0, next));
    rows.forEach((row, index) => {
      row.hidden = Math.floor(index / ROWS) !== page;
    });
    label.textContent = t('page_of', { page: page + 1, pages });
  };
  const turn = (by, name, key) =>
    h('button', { type: 'button', class: 'icon-button', 'aria-label': t(key), on: { click: () => show(page + by) } }, icon(name, 14));
  box.append(h('div', { class: 'table-pages' }, turn(-1, 'back', 'previous'), label, turn(1, 'right', 'next')));
  show(0);
}

/** Markdown of a card as elements: parsed by markdown-it, cleaned by DOMPurify, Feishu's tags then drawn as parts of the page. */
export function markdown(content, ctx) {
  const clean = DOMPurify.sanitize(md.render(content), CLEAN);
  // Inner tags first, so that what is moved into an outer one is already drawn.
  for (const element of [...clean.querySelectorAll(Object.keys(BUILD).join(','))].reverse()) {
    const built = BUILD[element.localName](element.dataset, [...element.childNodes], ctx);
    element.replaceWith(...[built].flat());
  }
  for (const anchor of clean.querySelectorAll('a[href]:not([rel])')) wireLink(anchor, anchor.getAttribute('href'));
  for (const pre of clean.querySelectorAll('pre')) dressCode(pre);
  for (const table of clean.querySelectorAll('table')) dressTable(table);
  for (const rule of clean.querySelectorAll('hr')) {
    for (const beside of [rule.previousSibling, rule.nextSibling]) if (beside?.localName === 'br') beside.remove();
  }
  for (const paragraph of clean.querySelectorAll('p')) if (!paragraph.childNodes.length) paragraph.remove();
  const element = h('div', { class: 'md' });
  element.append(clean);
  return element;
}
