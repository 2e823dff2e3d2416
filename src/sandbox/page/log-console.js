import { api } from './api.js';
import { avatarOf } from './avatar.js';
import { ask } from './dialog.js';
import { h } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { faultsSection } from './log-faults.js';
import { lang, loadWorld, nameOf, now, state, zone } from './state.js';
import { fullTime } from './time.js';
import { refused, toast } from './toast.js';

const MINUTE = 60_000;

/** Every scope that this page has seen granted: a revoked one stays on the list. */
const known = new Set();

async function run(work, said) {
  try {
    await work();
    await loadWorld();
    if (said) toast('success', said);
  } catch (error) {
    refused(error);
  }
}

const section = (title, hint, ...content) => h('section', { class: 'control' }, h('h3', null, title), hint && h('p', null, hint), content);
const button = (label, work, extra = {}) => h('button', { type: 'button', class: 'button small', ...extra, on: { click: work } }, label);

function clock() {
  const step = (key, ms) => button(t(key), () => run(() => api.clock({ advance_ms: ms })), { 'data-testid': key });
  return section(
    t('clock'),
    t('clock_hint'),
    h(
      'div',
      { class: 'clock-now' },
      icon('time', 18),
      h('time', { id: 'clock-now', data: { testid: 'clock' } }, fullTime(now(), zone(), lang())),
    ),
    h(
      'div',
      { class: 'row wrap' },
      step('plus_minute', MINUTE),
      step('plus_quarter', 15 * MINUTE),
      step('plus_hour', 60 * MINUTE),
      step('plus_day', 1440 * MINUTE),
    ),
  );
}

function scopes() {
  for (const scope of state.world.all_scopes ?? []) known.add(scope);
  for (const scope of state.world.scopes) known.add(scope);
  return section(
    t('scopes'),
    t('scopes_hint'),
    h(
      'div',
      { class: 'scope-list' },
      [...known].sort().map((scope) => {
        const granted = state.world.scopes.includes(scope);
        const change = () => run(() => api.scopes(granted ? { revoke: [scope] } : { grant: [scope] }));
        return h(
          'label',
          { class: 'switch-row' },
          h('code', null, scope),
          h('input', { type: 'checkbox', role: 'switch', class: 'switch', checked: granted, 'aria-label': scope, on: { change } }),
        );
      }),
    ),
  );
}

function online() {
  return section(
    t('online'),
    null,
    h(
      'div',
      { class: 'scope-list' },
      state.world.people.map((person) =>
        h(
          'label',
          { class: 'switch-row' },
          h('span', { class: 'person' }, avatarOf(person.open_id, 20), nameOf(person)),
          h('input', {
            type: 'checkbox',
            role: 'switch',
            class: 'switch',
            checked: person.online,
            'aria-label': nameOf(person),
            on: { change: () => run(() => api.person(person.open_id, { online: !person.online })) },
          }),
        ),
      ),
    ),
  );
}

function app() {
  const url = h('input', {
    type: 'url',
    class: 'field small',
    value: state.world.app.webhook_url ?? '',
    'aria-label': t('request_url'),
    placeholder: 'http://127.0.0.1:3000/webhook/event',
  });
  const save = (event) => {
    event.preventDefault();
    url.blur();
    run(() => api.webhook({ url: url.value.trim() }), t('saved'));
  };
  return section(
    t('app'),
    null,
    h('p', null, h('strong', null, state.world.app.name), ' ', h('code', null, state.world.app.app_id)),
    h('form', { class: 'row', on: { submit: save } }, url, h('button', { type: 'submit', class: 'button small' }, t('save'))),
    h(
      'div',
      { class: 'row' },
      button(t('revoke_tokens'), () => run(api.revokeTokens, t('tokens_revoked'))),
    ),
  );
}

function reset() {
  const go = async () => {
    if (!(await ask({ title: t('reset_ask'), text: t('reset_hint'), confirm: t('reset'), danger: true }))) return;
    await run(api.reset);
  };
  return section(t('reset'), t('reset_hint'), button(t('reset'), go, { class: 'button small button-danger', 'data-testid': 'reset' }));
}

/** The platform's switches: clock, faults, scopes, who is online, the app, reset. */
export const drawConsole = () => [clock(), faultsSection(run), scopes(), online(), app(), reset()];
