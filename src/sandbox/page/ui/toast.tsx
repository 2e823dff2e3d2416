import { signal } from '@preact/signals';
import { sentence, t } from '../data/i18n.ts';
import { Disc, type DiscName } from './icons.tsx';

const SIGNS: Readonly<Record<string, DiscName>> = { success: 'succeed', error: 'error', warning: 'warning', info: 'info' };

interface Toast {
  id: number;
  type: string;
  text: string;
  going: boolean;
}

const toasts = signal<readonly Toast[]>([]);
let last = 0;

const GOING_MS = 3600;
const GONE_MS = 4000;

/** Shows a toast at the top in place of the one before, as the client does; `type`: info, success, error, warning. */
export function toast(type: string, text: string): void {
  const id = ++last;
  toasts.value = [{ id, type, text, going: false }];
  setTimeout(() => {
    toasts.value = toasts.value.map((one) => (one.id === id ? { ...one, going: true } : one));
  }, GOING_MS);
  setTimeout(() => {
    toasts.value = toasts.value.filter((one) => one.id !== id);
  }, GONE_MS);
}

/** Why the sandbox refused something, in the acting person's language where we know the sentence. */
export const said = (error: unknown): string => sentence(error instanceof Error ? error.message : String(error));

/** Says that something the person did was refused, and why. */
export const refused = (error: unknown): void => toast('error', t('failed', { why: said(error) }));

export function Toasts() {
  return (
    <div id="toasts" class="toasts" role="status" aria-live="polite">
      {toasts.value.map(({ id, type, text, going }) => {
        const sign = SIGNS[type] ?? 'info';
        return (
          <div
            key={id}
            class={`toast toast-${sign}${going ? ' going' : ''}`}
            data-testid="toast"
            data-type={type}
            role={type === 'error' ? 'alert' : undefined}
          >
            <Disc name={sign} size={18} />
            <span>{text}</span>
          </div>
        );
      })}
    </div>
  );
}
