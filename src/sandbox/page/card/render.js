import { h } from '../dom.js';
import { t } from '../i18n.js';
import { icon } from '../icons.js';
import { lang, now, state, zone } from '../state.js';
import { button, overflow } from './button.js';
import { tagHue } from './color.js';
import { checker, input } from './fields.js';
import { form } from './form.js';
import { boxStyle, collapsible, columnSet, container, placeholder } from './layout.js';
import { markdown, personChip } from './markdown.js';
import { picker } from './picker.js';
import { select } from './select.js';
import { table } from './table.js';
import { componentIcon, space, text, textStyle, words } from './text.js';

const AVATARS = { extra_small: 16, small: 20, medium: 28, large: 40 };

function drawMarkdown(element, ctx) {
  const node = markdown(words(element, ctx.lang), ctx);
  const drawn = withIcon(element, ctx, node);
  for (const [name, value] of Object.entries(textStyle(element, ctx))) if (value) drawn.style.setProperty(name, value);
  return drawn;
}

function withIcon(element, ctx, node) {
  const drawn = componentIcon(element.icon, 16, ctx.config);
  return drawn ? h('div', { class: 'with-icon' }, drawn, node) : node;
}

function drawDiv(element, ctx) {
  const fields = element.fields?.map((field) =>
    h('div', { class: ['div-field', field.is_short && 'short'] }, text(field.text, ctx, 'div')),
  );
  return h(
    'div',
    { class: 'div', style: { width: /^\d+px$/.test(element.width ?? '') ? element.width : null } },
    element.text && withIcon(element, ctx, text(element.text, ctx, 'div')),
    fields?.length ? h('div', { class: 'div-fields' }, fields) : null,
    element.extra && ctx.draw(element.extra, ctx, ['extra']),
  );
}

function drawPersonList(element) {
  const size = AVATARS[element.size] ?? 20;
  const showName = element.show_name !== false;
  return h(
    'div',
    { class: ['person-list', !showName && 'stacked'] },
    (element.persons ?? []).map((person) => personChip(person.id, { showName, showAvatar: element.show_avatar !== false, size })),
  );
}

function drawImage(element, ctx) {
  const alt = words(element.alt, ctx.lang);
  return h(
    'figure',
    { class: 'img', role: 'img', 'aria-label': alt || t('image') },
    icon('image', 28),
    h('figcaption', null, alt || element.img_key),
  );
}

const DRAW = {
  markdown: drawMarkdown,
  lark_md: drawMarkdown,
  plain_text: (element, ctx) => text(element, ctx, 'div'),
  div: drawDiv,
  hr: () => h('hr', { class: 'card-hr' }),
  column_set: columnSet,
  collapsible_panel: collapsible,
  interactive_container: container,
  form,
  button,
  overflow,
  select_static: select,
  multi_select_static: select,
  select_person: select,
  multi_select_person: select,
  date_picker: picker,
  picker_time: picker,
  picker_datetime: picker,
  input,
  checker,
  person: (element) =>
    personChip(element.user_id, {
      showName: element.show_name === true,
      showAvatar: element.show_avatar !== false,
      capsule: element.style === 'capsule',
      size: AVATARS[element.size] ?? 28,
    }),
  person_list: drawPersonList,
  img: drawImage,
  table,
  // Of JSON 1.0 only what an ephemeral card may still hold.
  action: (element, ctx) => h('div', { class: 'action-row' }, ctx.stack(element.actions, ctx, element)),
  note: (element, ctx) => h('div', { class: 'note' }, ctx.stack(element.elements, ctx, element)),
};

function draw(element, ctx, step) {
  const path = [...ctx.path, ...step];
  const own = { ...ctx, path, key: element.element_id ?? element.name ?? path.join('.') };
  const node = (DRAW[element.tag] ?? (() => placeholder(element.tag)))(element, own);
  if (!node) return null;
  const margin = space(element.margin);
  if (margin) node.style.margin = margin;
  node.dataset.tag = element.tag;
  return node;
}

function stack(elements, ctx, _holder, step = []) {
  return (Array.isArray(elements) ? elements : []).map((element, index) => draw(element, ctx, [...step, index]));
}

function header(source, ctx) {
  if (!source?.title) return null;
  const tags = source.i18n_text_tag_list?.[ctx.lang] ?? source.text_tag_list ?? [];
  return h(
    'header',
    { class: 'card-header', data: { template: source.template ?? 'default' }, style: { padding: space(source.padding) } },
    componentIcon(source.icon ?? source.ud_icon, 20, ctx.config),
    h(
      'div',
      { class: 'card-titles' },
      h(
        'div',
        { class: 'card-title-line' },
        h('h3', { class: 'card-title' }, text(source.title, ctx)),
        tags.slice(0, 3).map((tag) => h('span', { class: 'text-tag', data: { hue: tagHue(tag.color) } }, words(tag.text, ctx.lang))),
      ),
      source.subtitle && words(source.subtitle, ctx.lang) && h('div', { class: 'card-subtitle' }, text(source.subtitle, ctx)),
    ),
  );
}

/** The elements of a card of either version, in the reader's language. */
function elementsOf(card, language) {
  if (card.body) return card.body.elements ?? [];
  return card.i18n_elements?.[language] ?? card.i18n_elements?.en_us ?? card.elements ?? [];
}

/**
 * Draws a card as the acting person sees it.
 * `memory` keeps what that person has typed, chosen and unfolded over redraws.
 */
export function renderCard(card, { messageId, sentAt, members, memory, live }) {
  const config = card.config ?? {};
  const ctx = {
    messageId,
    sentAt,
    members,
    memory,
    live,
    config,
    lang: lang(),
    zone: zone(),
    now,
    me: state.as,
    path: [],
    key: '',
    form: null,
    draw,
    stack,
  };
  const body = card.body ?? {};
  const width = ['default', 'compact', 'fill'].includes(config.width_mode) ? config.width_mode : 'default';
  const shown = stack(elementsOf(card, ctx.lang), ctx, body);
  return h(
    'article',
    { class: ['card', `card-${width}`], data: { testid: 'card', message: messageId } },
    header(card.header, ctx),
    shown.length > 0 && h('div', { class: 'card-body', style: boxStyle(body, { padding: '12px', config }) }, shown),
  );
}
