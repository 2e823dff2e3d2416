import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../data/i18n.ts';
import { Icon } from '../ui/icons.tsx';
import type { Context } from './context.ts';
import type { Field } from './form-fields.ts';

export interface FieldState {
  box: RefObject<HTMLDivElement | null>;
  error: Signal<string>;
}

type Reading = Pick<Field, 'empty' | 'read' | 'reset' | 'zone'>;

/** Puts a component into the form it stands in. */
export function useField(ctx: Context, element: { name?: string; required?: boolean }, reading: Reading): FieldState {
  const box = useRef<HTMLDivElement>(null);
  const error = useSignal('');
  const { form } = ctx;
  const { name, required = false } = element;
  const mark = (sentence: string): void => {
    error.value = sentence;
  };
  useLayoutEffect(() => {
    if (name) form?.set(name, { ...reading, box, required, mark });
  });
  useEffect(() => () => form?.drop(name ?? ''), [form, name]);
  return { box, error };
}

/** What is wrong with a field, under it. */
export const FieldError = ({ error }: { error: Signal<string> }) =>
  error.value ? (
    <div class="field-error" role="alert">
      {error}
    </div>
  ) : null;

/** A small tick beside a component whose value is sent only when the person says so. */
export const OkButton = ({ hidden, onClick }: { hidden: boolean; onClick: () => void }) => (
  <button type="button" class="ok-button" aria-label={t('ok')} title={t('ok')} hidden={hidden} data-testid="ok" onClick={onClick}>
    <Icon name="yes" size={14} />
  </button>
);
