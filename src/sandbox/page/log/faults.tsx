import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FaultsView, PresetView } from '../../control/shapes.ts';
import type { ApiFault, DeliveryFault } from '../../world/faults.ts';
import { api } from '../data/api.ts';
import { t, type WordKey } from '../data/i18n.ts';
import { lang, world } from '../data/state.ts';
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

const NONE: FaultsView = { deliveries: [], api: [], active_absent: 'error', connection: {} };
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

/** What goes wrong in life; known by the sandbox. */
const presets = signal<readonly PresetView[]>([]);

/** One click puts one of them in the place of all faults. */
function Presets() {
  useEffect(() => {
    api
      .faultPresets()
      .then((known) => (presets.value = known.presets))
      .catch((error: unknown) => console.warn('presets', error));
  }, []);
  return (
    <div class="row wrap" role="toolbar" aria-label={t('presets')}>
      {presets.value.map(({ id, name, about }) => (
        <button
          key={id}
          type="button"
          class="button small"
          title={about[lang.value]}
          data-testid={`preset-${id}`}
          onClick={() => run(() => api.faultPreset(id))}
        >
          {name[lang.value]}
        </button>
      ))}
    </div>
  );
}

/** What is wrong with the long connection. */
function ConnectionRow() {
  const { connection } = current();
  const parts = Object.entries(connection).map(([name, value]) => `${name} ${value}`);
  if (parts.length === 0) return null;
  return (
    <li>
      <span class="fault">
        <b>{t('fault_connection')}</b>
        <small>{parts.join(' · ')}</small>
      </span>
      <IconButton
        icon="close"
        size={14}
        label={t('fault_remove')}
        onClick={() => run(() => api.faults({ ...current(), connection: {} }))}
      />
    </li>
  );
}

/** Faults of deliveries and of API calls: what is on, and one more. */
export function Faults() {
  const faults = current();
  const rows = (['deliveries', 'api'] as const).flatMap((where) =>
    faults[where].map((_, index) => <FaultRow key={`${where} ${index}`} where={where} index={index} />),
  );
  const some = rows.length > 0 || Object.keys(faults.connection).length > 0;
  const clear = some && (
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
      {some ? (
        <List class="fault-list">
          {rows}
          <ConnectionRow />
        </List>
      ) : (
        <p>{t('faults_none')}</p>
      )}
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
