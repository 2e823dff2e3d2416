import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import type { CallRecord, Delivery } from '../../control/shapes.ts';
import { t } from '../data/i18n.ts';
import { logTab, panels, LOG_TABS as TABS, type LogTab as Tab } from '../data/panels.ts';
import { cx } from '../ui/classes.ts';
import { Empty } from '../ui/empty.tsx';
import { List } from '../ui/list.tsx';
import { PanelHead } from '../ui/panel.tsx';
import { Console } from './console.tsx';
import { describe } from './describe.ts';
import { CallRow, DeliveryRow } from './rows.tsx';
import { calls, deliveries, toggleLog } from './store.ts';

const sought = signal('');

function pick(tab: Tab): void {
  logTab.value = tab;
  document.querySelector<HTMLElement>(`#tab-${tab}`)?.focus();
}

function onTabKey(event: KeyboardEvent): void {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const next = TABS[(TABS.indexOf(logTab.value) + by + TABS.length) % TABS.length];
  if (!by || !next) return;
  event.preventDefault();
  pick(next);
}

const countOf = (tab: Tab): number => (tab === 'deliveries' ? deliveries : tab === 'calls' ? calls : { value: [] }).value.length;

const Tabs = () => (
  <div class="tabs" role="tablist" aria-label={t('platform_log')} onKeyDown={onTabKey}>
    {TABS.map((tab) => {
      const [on, count] = [tab === logTab.value, countOf(tab)];
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

interface RecordsProps<T> {
  records: readonly T[];
  draw: (record: T) => VNode;
  none: string;
}

/** The records in which the words of the filter are found, in what was sent and answered as well. */
function Records<T extends Delivery | CallRecord>({ records, draw, none }: RecordsProps<T>) {
  if (records.length === 0) return <Empty icon="log" text={none} />;
  const words = sought.value.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (record: T): boolean => {
    const text = `${JSON.stringify(record)} ${describe(record)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const found = words.length ? records.filter(fits) : records;
  return (
    <>
      <input
        type="search"
        class="field small log-filter"
        placeholder={t('log_filter')}
        aria-label={t('log_filter')}
        value={sought.value}
        data-testid="log-filter"
        onInput={(event) => (sought.value = event.currentTarget.value)}
      />
      {found.length === 0 ? <Empty icon="search" text={t('log_nothing')} /> : <List class="log-list">{found.map(draw)}</List>}
    </>
  );
}

const Deliveries = () => (
  <Records records={deliveries.value} draw={(one) => <DeliveryRow key={one.id} delivery={one} />} none={t('no_deliveries')} />
);

const Calls = () => <Records records={calls.value} draw={(one) => <CallRow key={one.id} call={one} />} none={t('no_calls')} />;

/** What the platform pushed, what it was asked, and its switches. */
export function LogPanel() {
  if (!panels.log.value) return null;
  const tab = logTab.value;
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
