import { signal, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { api } from '../data/api.ts';
import { t } from '../data/i18n.ts';
import { app, clock, lang, nameOf, people, world, zone } from '../data/state.ts';
import { fullTime } from '../data/time.ts';
import { Avatar } from '../ui/avatar.tsx';
import { ask } from '../ui/dialog.tsx';
import { Icon } from '../ui/icons.tsx';
import { run, Section, Switch } from './control.tsx';
import { Faults } from './faults.tsx';
import { SceneFile } from './scene-file.tsx';

const MINUTE = 60_000;

const STEPS = [
  ['plus_minute', MINUTE],
  ['plus_ten', 10 * MINUTE],
  ['plus_hour', 60 * MINUTE],
  ['plus_day', 1440 * MINUTE],
] as const;

const FAST = 60;

function RunFast() {
  const fast = (world.value?.factor ?? 1) > 1;
  return (
    <Switch label={t('run_fast')} on={fast} onFlip={() => run(() => api.clock({ factor: fast ? 1 : FAST }))}>
      <span>{t('run_fast')}</span>
    </Switch>
  );
}

const Clock = () => (
  <Section title={t('clock')} hint={t('clock_hint')}>
    <div class="clock-now">
      <Icon name="time" size={18} />
      <time id="clock-now" data-testid="clock">
        {fullTime(clock.value, zone.value, lang.value)}
      </time>
    </div>
    <div class="row wrap">
      {STEPS.map(([key, ms]) => (
        <button key={key} type="button" class="button small" data-testid={key} onClick={() => run(() => api.clock({ advance_ms: ms }))}>
          {t(key)}
        </button>
      ))}
    </div>
    <RunFast />
  </Section>
);

/** Every scope that this page has seen granted: a revoked one stays on the list. */
const known = signal<ReadonlySet<string>>(new Set());

function Scopes() {
  const granted = world.value?.scopes ?? [];
  const all = [...new Set([...known.peek(), ...granted])].sort();
  known.value = new Set(all);
  const flip = (scope: string) => (): Promise<void> =>
    run(() => api.scopes(granted.includes(scope) ? { revoke: [scope] } : { grant: [scope] }));
  return (
    <Section title={t('scopes')} hint={t('scopes_hint')}>
      <div class="scope-list">
        {all.map((scope) => (
          <Switch key={scope} label={scope} on={granted.includes(scope)} onFlip={flip(scope)}>
            <code>{scope}</code>
          </Switch>
        ))}
      </div>
    </Section>
  );
}

const Online = () => (
  <Section title={t('online')}>
    <div class="scope-list">
      {people.value.map((person) => (
        <Switch
          key={person.open_id}
          label={nameOf(person)}
          on={person.online}
          onFlip={() => run(() => api.person(person.open_id, { online: !person.online }))}
        >
          <span class="person">
            <Avatar id={person.open_id} size={20} />
            {nameOf(person)}
          </span>
        </Switch>
      ))}
    </div>
  </Section>
);

function App() {
  const saved = app.value.webhook_url ?? '';
  const typed = useSignal<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    field.current?.blur();
    await run(() => api.webhook({ url: (typed.value ?? saved).trim() }), t('saved'));
    typed.value = null;
  };
  return (
    <Section title={t('app')}>
      <p>
        <strong>{app.value.name}</strong> <code>{app.value.app_id}</code>
      </p>
      <form class="row" onSubmit={save}>
        <input
          ref={field}
          type="url"
          class="field small"
          value={typed.value ?? saved}
          aria-label={t('request_url')}
          placeholder="http://127.0.0.1:3000/webhook/event"
          onInput={(event) => (typed.value = event.currentTarget.value)}
        />
        <button type="submit" class="button small">
          {t('save')}
        </button>
      </form>
      <div class="row">
        <button type="button" class="button small" onClick={() => run(api.revokeTokens, t('tokens_revoked'))}>
          {t('revoke_tokens')}
        </button>
      </div>
    </Section>
  );
}

async function reset(): Promise<void> {
  if (await ask({ title: t('reset_ask'), text: t('reset_hint'), confirm: t('reset'), danger: true })) await run(api.reset);
}

/** The platform's switches: clock, faults, scopes, who is online, the app, reset. */
export const Console = () => (
  <>
    <Clock />
    <Faults />
    <Scopes />
    <Online />
    <App />
    <SceneFile />
    <Section title={t('reset')} hint={t('reset_hint')}>
      <button type="button" class="button small button-danger" data-testid="reset" onClick={reset}>
        {t('reset')}
      </button>
    </Section>
  </>
);
