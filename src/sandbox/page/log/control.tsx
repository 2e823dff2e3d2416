import type { ComponentChildren } from 'preact';
import { loadWorld } from '../data/load.ts';
import { refused, toast } from '../ui/toast.tsx';

/** Does something to the platform, looks at it again, and says how it went. */
export async function run(work: () => Promise<unknown>, said?: string): Promise<void> {
  try {
    await work();
    await loadWorld();
    if (said) toast('success', said);
  } catch (error) {
    refused(error);
  }
}

interface SectionProps {
  title: ComponentChildren;
  hint?: string;
  children: ComponentChildren;
}

export const Section = ({ title, hint, children }: SectionProps) => (
  <section class="control">
    <h3>{title}</h3>
    {hint && <p>{hint}</p>}
    {children}
  </section>
);

interface SwitchProps {
  label: string;
  on: boolean;
  onFlip: () => void;
  children: ComponentChildren;
}

export const Switch = ({ label, on, onFlip, children }: SwitchProps) => (
  <label class="switch-row">
    {children}
    <input type="checkbox" role="switch" class="switch" checked={on} aria-checked={on} aria-label={label} onChange={onFlip} />
  </label>
);

interface PickProps<T extends string> {
  label: string;
  value: T;
  options: readonly (readonly [value: T, text: string])[];
  onPick: (value: T) => void;
}

export const Pick = <T extends string>({ label, value, options, onPick }: PickProps<T>) => (
  <select class="field small" aria-label={label} value={value} onChange={(event) => onPick(event.currentTarget.value as T)}>
    {options.map(([key, text]) => (
      <option key={key} value={key} selected={key === value}>
        {text}
      </option>
    ))}
  </select>
);
