import { signal } from '@preact/signals';
import type { FaultsView } from '../../control/shapes.ts';
import type { ApiFault, DeliveryFault } from '../../world/faults.ts';
import { api } from '../data/api.ts';
import { t, type WordKey } from '../data/i18n.ts';
import { world } from '../data/state.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { List } from '../ui/list.tsx';
import { Pick, run, Section } from './control.tsx';

type Where = 'deliveries' | 'api';
type Mode = DeliveryFault['mode'] | ApiFault['mode'];
type Fault = ApiFault | DeliveryFault;

const MODES: Readonly<Record<Where, readonly [Mode, ...Mode[]]>> = {
  deliveries: ['drop', 'duplicate', 'delay', 'reorder', 'bad_signature', 'bad_token'],
  api: ['code', 'status', 'slow', 'hang', 'reset', 'garbage', 'lost'],
};

type Detail = 'ms' | 'code' | 'status';

/** What a kind of fault has beside its target and its number of times. */
const MORE: Readonly<Partial<Record<Mode, readonly Detail[]>>> = {
  delay: ['ms'],
  reorder: ['ms'],
  slow: ['ms'],
  hang: ['ms'],
  code: ['code', 'status'],
  status: ['status'],
};

/** The fault being put together; nothing of it stays behind once it is on. */
const EMPTY = { match: '', times: '1', ms: '', code: '', status: '' };
const draft = signal({ where: 'deliveries' as Where, mode: 'drop' as Mode, ...EMPTY });

const write = (change: Partial<typeof draft.value>): void => {
  draft.value = { ...draft.value, ...change };
};

interface Preset {
  key: WordKey;
  api: readonly ApiFault[];
  deliveries: readonly DeliveryFault[];
}

/** What goes wrong most, in one click: each works as often as it says and is gone. */
const PRESETS: readonly Preset[] = [
  { key: 'preset_busy', api: [{ path: '/open-apis/', mode: 'code', code: 99991400, times: 3 }], deliveries: [] },
  { key: 'preset_lost', api: [{ path: 'reserves/apply', mode: 'lost', times: 1 }], deliveries: [] },
  { key: 'preset_refused', api: [{ path: '/reply', mode: 'code', code: 230028, times: 1 }], deliveries: [] },
  { key: 'preset_slow', api: [{ path: '/open-apis/', mode: 'slow', ms: 2000, times: 10 }], deliveries: [] },
  { key: 'preset_twice', api: [], deliveries: [{ match: 'im.message.receive_v1', mode: 'duplicate', times: 1 }] },
  { key: 'preset_late', api: [], deliveries: [{ match: 'im.message.receive_v1', mode: 'delay', ms: 10_000, times: 1 }] },
];

const NONE: FaultsView = { deliveries: [], api: [], active_absent: 'error' };
const current = (): FaultsView => world.value?.faults ?? NONE;

function built(): Fault {
  const { where, mode, match, ...numbers } = draft.value;
  const fault: Record<string, unknown> = { mode };
  if (match.trim()) fault[where === 'api' ? 'path' : 'match'] = match.trim();
  else if (where === 'api') fault.path = '/open-apis/';
  if (mode === 'code') fault.code = 99991400;
  if (mode === 'status') fault.status = 500;
  for (const key of ['times', ...(MORE[mode] ?? [])] as const) if (numbers[key] !== '') fault[key] = Number(numbers[key]);
  return fault as unknown as Fault;
}

function add(event: SubmitEvent): void {
  event.preventDefault();
  const { where } = draft.value;
  const faults = { ...current(), [where]: [...current()[where], built()] };
  write(EMPTY);
  run(() => api.faults(faults));
}

function NumberField({ name, label }: { name: Detail | 'times'; label: WordKey }) {
  return (
    <input
      type="number"
      class="field small number"
      min={0}
      value={draft.value[name]}
      placeholder={t(label)}
      aria-label={t(label)}
      onInput={(event) => write({ [name]: event.currentTarget.value })}
    />
  );
}

function FaultForm() {
  const { where, mode, match } = draft.value;
  return (
    <form class="fault-form" onSubmit={add}>
      <div class="row">
        <Pick
          label={t('fault_where')}
          value={where}
          options={[
            ['deliveries', t('fault_delivery')],
            ['api', t('fault_api')],
          ]}
          onPick={(next) => write({ where: next, mode: MODES[next][0] })}
        />
        <Pick
          label={t('fault_mode')}
          value={mode}
          options={MODES[where].map((one) => [one, one])}
          onPick={(next) => write({ mode: next })}
        />
      </div>
      <input
        type="text"
        class="field small"
        value={match}
        placeholder={t('fault_match')}
        aria-label={t('fault_match')}
        onInput={(event) => write({ match: event.currentTarget.value })}
      />
      <div class="row">
        <NumberField name="times" label="fault_times" />
        {(MORE[mode] ?? []).map((name) => (
          <NumberField key={name} name={name} label={`fault_${name}`} />
        ))}
        <button type="submit" class="button small">
          {t('fault_add')}
        </button>
      </div>
    </form>
  );
}

const targetOf = (fault: Fault): string => ('path' in fault ? fault.path : 'match' in fault ? fault.match : undefined) ?? '*';

/** Numbers of a fault, each with its name. */
const numbersOf = (fault: Fault): string =>
  ['code', 'status', 'ms', 'times', 'p']
    .flatMap((key) => {
      const value = (fault as unknown as Record<string, unknown>)[key];
      return value === undefined || value === null ? [] : `${key} ${value}`;
    })
    .join(' · ');

function FaultRow({ where, index }: { where: Where; index: number }) {
  const faults = current();
  const fault = faults[where][index];
  if (!fault) return null;
  const remove = (): Promise<void> =>
    run(() => api.faults({ ...faults, [where]: (faults[where] as Fault[]).filter((_, at) => at !== index) }));
  return (
    <li>
      <span class="fault">
        <b>{t(where === 'api' ? 'fault_api' : 'fault_delivery')}</b>
        <code>{targetOf(fault)}</code>
        <span class="text-tag" data-hue="orange">
          {fault.mode}
        </span>
        <small>{numbersOf(fault)}</small>
      </span>
      <IconButton icon="close" size={14} label={t('fault_remove')} onClick={remove} />
    </li>
  );
}

function Presets() {
  const put = (preset: Preset) => (): Promise<void> => {
    const faults = current();
    const more = { api: [...faults.api, ...preset.api], deliveries: [...faults.deliveries, ...preset.deliveries] };
    return run(() => api.faults({ ...faults, ...more }));
  };
  return (
    <div class="row wrap" role="toolbar" aria-label={t('presets')}>
      {PRESETS.map((preset) => (
        <button key={preset.key} type="button" class="button small" data-testid={preset.key} onClick={put(preset)}>
          {t(preset.key)}
        </button>
      ))}
    </div>
  );
}

/** Faults of deliveries and of API calls: what is on, and one more. */
export function Faults() {
  const faults = current();
  const rows = (['deliveries', 'api'] as const).flatMap((where) =>
    faults[where].map((_, index) => <FaultRow key={`${where} ${index}`} where={where} index={index} />),
  );
  const clear = rows.length > 0 && (
    <button type="button" class="button small text" onClick={() => run(() => api.faults({}))}>
      {t('fault_clear')}
    </button>
  );
  return (
    <Section
      title={
        <>
          {t('faults')}
          {clear}
        </>
      }
    >
      {rows.length > 0 ? <List class="fault-list">{rows}</List> : <p>{t('faults_none')}</p>}
      <Presets />
      <FaultForm />
      <div class="switch-row">
        <span>{t('active_absent')}</span>
        <Pick
          label={t('active_absent')}
          value={faults.active_absent}
          options={[
            ['error', t('active_error')],
            ['empty', t('active_empty')],
          ]}
          onPick={(value) => run(() => api.faults({ ...current(), active_absent: value }))}
        />
      </div>
    </Section>
  );
}
