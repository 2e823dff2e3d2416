import type { RefObject } from 'preact';
import { t } from '../data/i18n.ts';
import { toast } from '../ui/toast.tsx';

/** One field of a form. */
export interface Field {
  box: RefObject<HTMLElement | null>;
  required: boolean;
  empty(): boolean;
  /** What goes into form_value; undefined to leave it out. */
  read(): unknown;
  reset(): void;
  /** Says beside the field what is wrong with it; an empty sentence clears it. */
  mark(sentence: string): void;
  /** The zone that a date or a clock is meant in. */
  zone?: string;
}

export interface FormValues {
  name: string | undefined;
  value: Record<string, unknown>;
  timezone: string | undefined;
}

/** The fields of one form, in the order in which they stand. */
export class FormFields {
  private readonly name: string | undefined;
  private readonly fields = new Map<string, Field>();

  constructor(name: string | undefined) {
    this.name = name;
  }

  set(name: string, field: Field): void {
    this.fields.set(name, field);
  }

  drop(name: string): void {
    this.fields.delete(name);
  }

  reset(): void {
    for (const field of this.fields.values()) {
      field.reset();
      field.mark('');
    }
  }

  /** What the form would send, or null after showing what is missing. */
  collect(): FormValues | null {
    const value: Record<string, unknown> = {};
    let first: Field | null = null;
    let timezone: string | undefined;
    for (const [name, field] of this.fields) {
      const missing = field.required && field.empty();
      field.mark(missing ? t('required') : '');
      if (missing) first ??= field;
      const read = field.read();
      if (read !== undefined) value[name] = read;
      timezone = field.zone ?? timezone;
    }
    if (!first) return { name: this.name, value, timezone };
    toast('warning', t('required_toast'));
    const box = first.box.current;
    box?.scrollIntoView({ block: 'nearest' });
    box?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true });
    return null;
  }
}
