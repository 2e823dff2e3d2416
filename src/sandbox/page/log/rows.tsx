import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { CallRecord, Delivery } from '../../control/shapes.ts';
import { api } from '../data/api.ts';
import { t } from '../data/i18n.ts';
import { lang, zone } from '../data/state.ts';
import { secondsOf, separatorTime, stampTime } from '../data/time.ts';
import { copy } from '../ui/copy.ts';
import { Icon } from '../ui/icons.tsx';
import { JsonBlock } from '../ui/json-view.tsx';
import { refused } from '../ui/toast.tsx';
import { describe } from './describe.ts';

const HUES = { ok: 'green', retrying: 'orange', failed: 'red' } as const;

/** Rows that are unfolded. */
const unfolded = signal<ReadonlySet<string>>(new Set());

function remember(id: string, open: boolean): void {
  const next = new Set(unfolded.peek());
  if (open) next.add(id);
  else next.delete(id);
  unfolded.value = next;
}

interface RowProps {
  id: string;
  kind: 'delivery' | 'call';
  summary: ComponentChildren;
  content: () => ComponentChildren;
}

/** One line that unfolds; what is unfolded stays so. */
function Row({ id, kind, summary, content }: RowProps) {
  const open = unfolded.value.has(id);
  return (
    <li>
      <details class="log-row" data-testid={kind} open={open} onToggle={(event) => remember(id, event.currentTarget.open)}>
        <summary>{summary}</summary>
        {open && <div class="log-content">{content()}</div>}
      </details>
    </li>
  );
}

const Tag = ({ text, hue }: { text: string; hue: string }) => (
  <span class="text-tag" data-hue={hue}>
    {text}
  </span>
);

/** Who, and what. */
const Said = ({ text }: { text: string }) => (text ? <span class="log-line log-said">{text}</span> : null);

const lasting = (ms: number): string => t('ms', { n: Math.round(ms) });

const pushAgain = (delivery: Delivery, times: number) => (): Promise<unknown> => api.again(delivery.id, times).catch(refused);

const Attempts = ({ delivery }: { delivery: Delivery }) => (
  <table class="attempts">
    <caption>{t('attempts')}</caption>
    <tbody>
      {delivery.attempts.map((attempt, index) => (
        <tr key={index}>
          <td>{`#${index + 1}`}</td>
          <td>{stampTime(attempt.at, zone.value)}</td>
          <td>{attempt.status ? `HTTP ${attempt.status}` : '—'}</td>
          <td>{lasting(attempt.ms)}</td>
          <td class="error-text">{attempt.error}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

function DeliverySummary({ delivery }: { delivery: Delivery }) {
  const last = delivery.attempts.at(-1);
  const kind = t(`kind_${delivery.kind}`);
  const next = delivery.next_at && separatorTime(delivery.next_at, delivery.at, zone.value, lang.value);
  return (
    <>
      <span class="log-line">
        <Icon name="right" size={12} />
        <time>{secondsOf(delivery.at, zone.value)}</time>
        <code class="log-name" title={delivery.event_type}>
          {delivery.event_type || kind}
        </code>
      </span>
      <Said text={describe(delivery)} />
      <span class="log-line log-meta">
        <Tag text={t(`state_${delivery.state}`)} hue={HUES[delivery.state]} />
        <span>{kind}</span>
        {delivery.attempts.length > 1 && <span>{`× ${delivery.attempts.length}`}</span>}
        {last?.status && <span>{`HTTP ${last.status}`}</span>}
        {last && <span>{lasting(last.ms)}</span>}
        {last?.error && <span class="log-error">{last.error}</span>}
        {next && <span>{t('next_at', { time: next })}</span>}
      </span>
    </>
  );
}

const DeliveryContent = ({ delivery }: { delivery: Delivery }) => (
  <>
    {delivery.kind === 'event' && (
      <div class="log-buttons">
        <button type="button" class="button small" onClick={pushAgain(delivery, 1)}>
          <Icon name="refresh" size={14} />
          {t('push_again')}
        </button>
        <button type="button" class="button small" onClick={pushAgain(delivery, 20)}>
          {t('push_20')}
        </button>
        <button type="button" class="button small" onClick={() => copy(JSON.stringify(delivery.body, null, 2))}>
          <Icon name="copy" size={14} />
          {t('copy_event')}
        </button>
      </div>
    )}
    <Attempts delivery={delivery} />
    <JsonBlock title={t('body')} source={delivery.body} />
    <JsonBlock title={t('answer')} source={delivery.answer} />
  </>
);

export const DeliveryRow = ({ delivery }: { delivery: Delivery }) => (
  <Row
    id={delivery.id}
    kind="delivery"
    summary={<DeliverySummary delivery={delivery} />}
    content={() => <DeliveryContent delivery={delivery} />}
  />
);

const CallSummary = ({ call }: { call: CallRecord }) => (
  <>
    <span class="log-line">
      <Icon name="right" size={12} />
      <time>{secondsOf(call.at, zone.value)}</time>
      <b class="method">{call.method}</b>
      <code class="log-name" title={call.path}>
        {call.path.replace('/open-apis/', '')}
      </code>
    </span>
    <Said text={describe(call)} />
    <span class="log-line log-meta">
      <Tag text={call.status ? `HTTP ${call.status}` : '—'} hue={call.code === 0 && (call.status ?? 0) < 400 ? 'green' : 'red'} />
      {call.code !== null && <span>{`code ${call.code}`}</span>}
      <span>{lasting(call.ms)}</span>
    </span>
  </>
);

const CallContent = ({ call }: { call: CallRecord }) => (
  <>
    <code class="full-path">{`${call.method} ${call.path}`}</code>
    <JsonBlock title={t('request')} source={call.request} />
    <JsonBlock title={t('response')} source={call.response} />
  </>
);

export const CallRow = ({ call }: { call: CallRecord }) => (
  <Row id={call.id} kind="call" summary={<CallSummary call={call} />} content={() => <CallContent call={call} />} />
);
