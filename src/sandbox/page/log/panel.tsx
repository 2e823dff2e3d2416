import { signal } from '@preact/signals';
import { t } from '../data/i18n.ts';
import { panels } from '../data/panels.ts';
import { cx } from '../ui/classes.ts';
import { Empty } from '../ui/empty.tsx';
import { List } from '../ui/list.tsx';
import { PanelHead } from '../ui/panel.tsx';
import { Console } from './console.tsx';
import { CallRow, DeliveryRow } from './rows.tsx';
import { calls, deliveries, toggleLog } from './store.ts';

const TABS = ['deliveries', 'calls', 'controls'] as const;
type Tab = (typeof TABS)[number];

const current = signal<Tab>('deliveries');

function pick(tab: Tab): void {
  current.value = tab;
  document.querySelector<HTMLElement>(`#tab-${tab}`)?.focus();
}

function onTabKey(event: KeyboardEvent): void {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const next = TABS[(TABS.indexOf(current.value) + by + TABS.length) % TABS.length];
  if (!by || !next) return;
  event.preventDefault();
  pick(next);
}

const countOf = (tab: Tab): number => (tab === 'deliveries' ? deliveries : tab === 'calls' ? calls : { value: [] }).value.length;

const Tabs = () => (
  <div class="tabs" role="tablist" aria-label={t('platform_log')} onKeyDown={onTabKey}>
    {TABS.map((tab) => {
      const [on, count] = [tab === current.value, countOf(tab)];
      return (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`tab-${tab}`}
          class={cx('tab', on && 'on')}
          aria-selected={on}
          aria-controls="log-body"
          tabIndex={on ? 0 : -1}
          onClick={() => pick(tab)}
        >
          {t(tab)}
          {count > 0 && <small>{count >= 100 ? '100+' : count}</small>}
        </button>
      );
    })}
  </div>
);

const Deliveries = () =>
  deliveries.value.length === 0 ? (
    <Empty icon="log" text={t('no_deliveries')} />
  ) : (
    <List class="log-list">
      {deliveries.value.map((delivery) => (
        <DeliveryRow key={delivery.id} delivery={delivery} />
      ))}
    </List>
  );

const Calls = () =>
  calls.value.length === 0 ? (
    <Empty icon="log" text={t('no_calls')} />
  ) : (
    <List class="log-list">
      {calls.value.map((call) => (
        <CallRow key={call.id} call={call} />
      ))}
    </List>
  );

/** What the platform pushed, what it was asked, and its switches. */
export function LogPanel() {
  if (!panels.log.value) return null;
  const tab = current.value;
  return (
    <aside id="log" class="panel log" data-testid="log-panel" aria-label={t('platform_log')}>
      <PanelHead title={t('platform_log')} onClose={toggleLog} />
      <Tabs />
      <div key={tab} class="panel-scroll" id="log-body" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === 'deliveries' ? <Deliveries /> : tab === 'calls' ? <Calls /> : <Console />}
      </div>
    </aside>
  );
}
