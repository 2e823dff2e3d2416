import { api } from './api.js';
import { $, fill, h } from './dom.js';
import { sentence, t } from './i18n.js';
import { icon } from './icons.js';
import { lang, state } from './state.js';
import { applyTheme } from './theme.js';

/** Where a scanned code leads: somebody sees what an app asks for, and creates it or not. */

const params = new URLSearchParams(location.search);

/** JSON, gzip, base64 for addresses: as the SDK puts it into the link. */
async function readAddons() {
  const packed = params.get('addons');
  if (!packed) return {};
  const bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return JSON.parse(await new Response(stream).text());
}

const list = (title, items) =>
  items?.length > 0 && h('section', null, h('h2', null, title), h('ul', null, ...items.map((item) => h('li', null, item))));

function asked(addons) {
  return [
    list(t('register_scopes'), addons.scopes?.tenant),
    list(t('register_events'), addons.events?.items?.tenant),
    list(t('register_callbacks'), addons.callbacks?.items),
  ];
}

const place = $('#register');
const said = (text) => fill(place, h('h1', null, text));

async function decide(confirm, addons) {
  const person = state.world.people[0];
  const brand = $('#brand').value;
  try {
    await api.register({ user_code: params.get('user_code') ?? '', confirm, brand, as: person.open_id, addons });
    said(t(confirm ? 'register_done' : 'register_declined'));
  } catch (error) {
    said(sentence(error.message));
  }
}

applyTheme();
const language = params.get('lang') ?? (navigator.language.startsWith('zh') ? 'zh_cn' : 'en_us');
state.world = { ...(await api.world()), lang_default: language === 'en_us' ? 'en_us' : 'zh_cn' };
document.documentElement.lang = lang() === 'en_us' ? 'en' : 'zh-CN';
const addons = await readAddons().catch(() => ({}));
const button = (key, kind, confirm) =>
  h('button', { type: 'button', class: kind, data: { testid: key }, on: { click: () => decide(confirm, addons) } }, t(key));
fill(
  place,
  icon('robot', 48),
  h('h1', null, t(params.get('clientID') ? 'register_update' : 'register_new', { app: params.get('clientID') ?? '' })),
  h('p', null, t('register_hint')),
  asked(addons),
  h(
    'label',
    null,
    t('register_brand'),
    h(
      'select',
      { id: 'brand' },
      h('option', { value: 'feishu' }, t('register_feishu')),
      h('option', { value: 'lark' }, t('register_lark')),
    ),
  ),
  h('div', { class: 'register-foot' }, button('register_confirm', 'primary', true), button('register_decline', 'plain', false)),
);
