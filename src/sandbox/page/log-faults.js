import { api } from './api.js';
import { h, iconButton } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { state } from './state.js';

const MODES = {
  deliveries: ['drop', 'duplicate', 'delay', 'reorder', 'bad_signature', 'bad_token'],
  api: ['code', 'status', 'slow', 'hang', 'reset', 'garbage', 'lost'],
};

/** What a kind of fault has beside its target and its number of times. */
const MORE = { delay: ['ms'], reorder: ['ms'], slow: ['ms'], hang: ['ms'], code: ['code', 'status'], status: ['status'] };

/** The fault being put together; nothing of it stays behind once it is on. */
const EMPTY = { match: '', times: '1', ms: '', code: '', status: '' };
const draft = { where: 'deliveries', mode: 'drop', ...EMPTY };

const current = () => ({ deliveries: [], api: [], active_absent: 'error', ...state.world.faults });

function describe(fault) {
  const target = fault.match ?? fault.path ?? '*';
  const extra = ['code', 'status', 'ms', 'times', 'p']
    .filter((key) => fault[key] !== undefined && fault[key] !== null)
    .map((key) => `${key} ${fault[key]}`);
  return [
    h('code', null, target),
    h('span', { class: 'text-tag', data: { hue: 'orange' } }, fault.mode),
    h('small', null, extra.join(' · ')),
  ];
}

function number(name, label) {
  return h('input', {
    type: 'number',
    class: 'field small number',
    min: 0,
    value: draft[name],
    placeholder: label,
    'aria-label': label,
    on: {
      input: (event) => {
        draft[name] = event.target.value;
      },
    },
  });
}

function built() {
  const fault = { mode: draft.mode };
  if (draft.match.trim()) fault[draft.where === 'api' ? 'path' : 'match'] = draft.match.trim();
  else if (draft.where === 'api') fault.path = '/open-apis/';
  if (draft.mode === 'code') fault.code = 99991400;
  if (draft.mode === 'status') fault.status = 500;
  for (const key of ['times', ...(MORE[draft.mode] ?? [])]) if (draft[key] !== '') fault[key] = Number(draft[key]);
  return fault;
}

function options(values, value, label, onChange) {
  return h(
    'select',
    { class: 'field small', 'aria-label': label, on: { change: (event) => onChange(event.target.value) } },
    values.map(([key, text]) => h('option', { value: key, selected: key === value }, text)),
  );
}

function form(run) {
  const box = h('form', { class: 'fault-form' });
  const draw = () =>
    box.replaceChildren(
      h(
        'div',
        { class: 'row' },
        options(
          [
            ['deliveries', t('fault_delivery')],
            ['api', t('fault_api')],
          ],
          draft.where,
          t('fault_where'),
          (where) => {
            Object.assign(draft, { where, mode: MODES[where][0] });
            draw();
          },
        ),
        options(
          MODES[draft.where].map((mode) => [mode, mode]),
          draft.mode,
          t('fault_mode'),
          (mode) => {
            draft.mode = mode;
            draw();
          },
        ),
      ),
      h('input', {
        type: 'text',
        class: 'field small',
        value: draft.match,
        placeholder: t('fault_match'),
        'aria-label': t('fault_match'),
        on: {
          input: (event) => {
            draft.match = event.target.value;
          },
        },
      }),
      h(
        'div',
        { class: 'row' },
        number('times', t('fault_times')),
        ...(MORE[draft.mode] ?? []).map((name) => number(name, t(`fault_${name}`))),
        h('button', { type: 'submit', class: 'button small' }, t('fault_add')),
      ),
    );
  box.addEventListener('submit', (event) => {
    event.preventDefault();
    document.activeElement?.blur();
    const faults = current();
    faults[draft.where] = [...faults[draft.where], built()];
    Object.assign(draft, EMPTY);
    draw();
    run(() => api.faults(faults));
  });
  draw();
  return box;
}

/** Faults of deliveries and of API calls: what is on, and one more. */
export function faultsSection(run) {
  const faults = current();
  const rows = ['deliveries', 'api'].flatMap((where) =>
    faults[where].map((fault, index) =>
      h(
        'li',
        null,
        h('span', { class: 'fault' }, h('b', null, t(where === 'api' ? 'fault_api' : 'fault_delivery')), describe(fault)),
        iconButton(icon('close', 14), t('fault_remove'), () =>
          run(() => api.faults({ ...faults, [where]: faults[where].filter((_, at) => at !== index) })),
        ),
      ),
    ),
  );
  return h(
    'section',
    { class: 'control' },
    h(
      'h3',
      null,
      t('faults'),
      rows.length > 0 &&
        h('button', { type: 'button', class: 'button small text', on: { click: () => run(() => api.faults({})) } }, t('fault_clear')),
    ),
    rows.length ? h('ul', { class: 'fault-list', role: 'list' }, rows) : h('p', null, t('faults_none')),
    form(run),
    h(
      'label',
      { class: 'switch-row' },
      h('span', null, t('active_absent')),
      options(
        [
          ['error', t('active_error')],
          ['empty', t('active_empty')],
        ],
        faults.active_absent,
        t('active_absent'),
        (value) => run(() => api.faults({ ...current(), active_absent: value })),
      ),
    ),
  );
}
