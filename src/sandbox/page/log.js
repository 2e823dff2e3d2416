import { api } from './api.js';
import { $, coalesce, fill, h, iconButton } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { drawConsole } from './log-console.js';
import { callRow, deliveryRow } from './log-rows.js';
import { emit, on, roomForTwo } from './state.js';

const TABS = ['deliveries', 'calls', 'controls'];
const log = { open: false, tab: 'deliveries', deliveries: [], calls: [] };
/** Rows that are unfolded. */
const unfolded = new Set();

export function toggleLog() {
  log.open = !log.open;
  emit('panels', log.open ? 'log' : null);
  if (log.open) loadLog();
}

// Where there is room for one panel only, the other gives way.
on('panels', (opened) => {
  if (opened === 'meeting' && !roomForTwo()) log.open = false;
});

async function load() {
  if (!log.open) return;
  try {
    const [{ deliveries }, { calls }] = await Promise.all([api.deliveries(), api.calls()]);
    Object.assign(log, { deliveries, calls });
    drawLog();
  } catch (error) {
    console.warn('log', error);
  }
}

/** Fetches the log again; bursts of events share one fetch. */
export const loadLog = coalesce(load, 150);

function pick(tab) {
  log.tab = tab;
  drawLog();
  $(`#tab-${tab}`)?.focus();
}

function onTabKey(event) {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (!by) return;
  event.preventDefault();
  pick(TABS[(TABS.indexOf(log.tab) + by + TABS.length) % TABS.length]);
}

function tabs() {
  const counts = { deliveries: log.deliveries.length, calls: log.calls.length };
  return h(
    'div',
    { class: 'tabs', role: 'tablist', 'aria-label': t('platform_log'), on: { keydown: onTabKey } },
    TABS.map((tab) =>
      h(
        'button',
        {
          type: 'button',
          role: 'tab',
          id: `tab-${tab}`,
          class: ['tab', tab === log.tab && 'on'],
          'aria-selected': String(tab === log.tab),
          'aria-controls': 'log-body',
          tabIndex: tab === log.tab ? 0 : -1,
          on: { click: () => pick(tab) },
        },
        t(tab),
        counts[tab] > 0 && h('small', null, counts[tab] >= 100 ? '100+' : String(counts[tab])),
      ),
    ),
  );
}

function rows(items, draw, empty) {
  if (!items.length) return h('div', { class: 'empty' }, icon('log', 40), empty);
  return h(
    'div',
    { class: 'log-list', role: 'list' },
    items.map((item) => draw(item, unfolded)),
  );
}

/** Draws the platform's log. The console tab is left alone while somebody types in it. */
export function drawLog() {
  const root = $('#log');
  root.hidden = !log.open;
  if (!log.open) return;
  root.setAttribute('aria-label', t('platform_log'));
  const old = $('.panel-scroll', root);
  const typing =
    log.tab === 'controls' && old?.contains(document.activeElement) && document.activeElement.matches('input:not([type=checkbox]), select');
  if (typing) return;
  const scroll = old?.dataset.tab === log.tab ? old.scrollTop : 0;
  const body = h(
    'div',
    { class: 'panel-scroll', id: 'log-body', role: 'tabpanel', 'aria-labelledby': `tab-${log.tab}`, data: { tab: log.tab } },
    log.tab === 'deliveries'
      ? rows(log.deliveries, deliveryRow, t('no_deliveries'))
      : log.tab === 'calls'
        ? rows(log.calls, callRow, t('no_calls'))
        : drawConsole(),
  );
  fill(
    root,
    h(
      'header',
      { class: 'panel-head-bar' },
      h('h2', null, t('platform_log')),
      h('span', { class: 'grow' }),
      iconButton(icon('close', 18), t('close'), toggleLog),
    ),
    tabs(),
    body,
  );
  body.scrollTop = scroll;
}
