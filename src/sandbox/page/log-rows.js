import { api } from './api.js';
import { h } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { jsonBlock } from './json-view.js';
import { lang, zone } from './state.js';
import { secondsOf, separatorTime, stampTime } from './time.js';
import { refused } from './toast.js';

const HUES = { ok: 'green', retrying: 'orange', failed: 'red', pending: 'blue' };

/** One line that unfolds; what is unfolded is remembered over redraws. */
function row(id, unfolded, { kind, summary, content }) {
  const box = h('details', { class: 'log-row', data: { testid: kind } }, h('summary', null, summary));
  const open = () => {
    if (box.childElementCount === 1) box.append(h('div', { class: 'log-content' }, content()));
  };
  if (unfolded.has(id)) {
    box.open = true;
    open();
  }
  box.addEventListener('toggle', () => {
    if (box.open) {
      unfolded.add(id);
      open();
    } else unfolded.delete(id);
  });
  return h('div', { role: 'listitem' }, box);
}

const tag = (text, hue) => h('span', { class: 'text-tag', data: { hue } }, text);

async function again(delivery, times) {
  try {
    await api.again(delivery.id, times);
  } catch (error) {
    refused(error);
  }
}

function attempts(delivery) {
  return h(
    'table',
    { class: 'attempts' },
    h('caption', null, t('attempts')),
    h(
      'tbody',
      null,
      delivery.attempts.map((attempt, index) =>
        h(
          'tr',
          null,
          h('td', null, `#${index + 1}`),
          h('td', null, stampTime(attempt.at, zone())),
          h('td', null, attempt.status ? `HTTP ${attempt.status}` : '—'),
          h('td', null, Number.isFinite(attempt.ms) ? t('ms', { n: Math.round(attempt.ms) }) : ''),
          h('td', { class: 'error-text' }, attempt.error ?? ''),
        ),
      ),
    ),
  );
}

export function deliveryRow(delivery, unfolded) {
  const last = delivery.attempts.at(-1);
  const summary = [
    h(
      'span',
      { class: 'log-line' },
      icon('right', 12),
      h('time', null, secondsOf(delivery.at, zone())),
      h('code', { class: 'log-name', title: delivery.event_type }, delivery.event_type || t(`kind_${delivery.kind}`)),
    ),
    h(
      'span',
      { class: 'log-line log-meta' },
      tag(t(`state_${delivery.state}`), HUES[delivery.state] ?? 'grey'),
      h('span', null, t(`kind_${delivery.kind}`)),
      delivery.attempts.length > 1 && h('span', null, `× ${delivery.attempts.length}`),
      last?.status && h('span', null, `HTTP ${last.status}`),
      Number.isFinite(last?.ms) && h('span', null, t('ms', { n: Math.round(last.ms) })),
      last?.error && h('span', { class: 'log-error' }, last.error),
      delivery.next_at && h('span', null, t('next_at', { time: separatorTime(delivery.next_at, delivery.at, zone(), lang()) })),
    ),
  ];
  const content = () => [
    delivery.kind === 'event' &&
      h(
        'div',
        { class: 'log-buttons' },
        h(
          'button',
          { type: 'button', class: 'button small', on: { click: () => again(delivery, 1) } },
          icon('refresh', 14),
          t('push_again'),
        ),
        h('button', { type: 'button', class: 'button small', on: { click: () => again(delivery, 20) } }, t('push_20')),
      ),
    attempts(delivery),
    jsonBlock(t('body'), delivery.body),
    jsonBlock(t('answer'), delivery.answer),
  ];
  return row(`d${delivery.id}`, unfolded, { kind: 'delivery', summary, content });
}

export function callRow(call, unfolded) {
  const fine = call.code === 0 && call.status < 400;
  const summary = [
    h(
      'span',
      { class: 'log-line' },
      icon('right', 12),
      h('time', null, secondsOf(call.at, zone())),
      h('b', { class: 'method' }, call.method),
      h('code', { class: 'log-name', title: call.path }, call.path.replace('/open-apis/', '')),
    ),
    h(
      'span',
      { class: 'log-line log-meta' },
      tag(call.status ? `HTTP ${call.status}` : '—', fine ? 'green' : 'red'),
      call.code !== null && call.code !== undefined && h('span', null, `code ${call.code}`),
      Number.isFinite(call.ms) && h('span', null, t('ms', { n: Math.round(call.ms) })),
    ),
  ];
  const content = () => [
    h('code', { class: 'full-path' }, `${call.method} ${call.path}`),
    jsonBlock(t('request'), call.request),
    jsonBlock(t('response'), call.response),
  ];
  return row(`c${call.id}`, unfolded, { kind: 'call', summary, content });
}
