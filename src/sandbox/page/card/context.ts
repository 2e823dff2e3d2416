import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { FormFields } from './form-fields.ts';
import type { CardConfig, Element, Reader } from './model.ts';

/** What somebody has put into a component, and what the component began with then. */
interface Kept {
  start: string;
  value: unknown;
}

/** What a reader has typed, chosen and unfolded in one card: by the key of the component. */
export type Memory = Map<string, Kept>;

/** What every component of a card knows. */
export interface Context extends Reader {
  config: CardConfig;
  messageId: string;
  /** Whom a person picker without options offers: the people of the chat. */
  members: readonly string[];
  memory: Memory;
  /** False: a forwarded copy, whose elements do nothing. */
  live: boolean;
  /** Where the component stands: indexes from the top. */
  path: readonly (number | string)[];
  /** Its id, its name, or else its place. */
  key: string;
  /** The form around it. */
  form: FormFields | null;
  /** Draws what a component holds. */
  Stack: ComponentType<StackProps>;
}

export interface StackProps {
  elements: readonly Element[] | undefined;
  ctx: Context;
  /** How to get from the holder to the list. */
  step?: readonly (number | string)[];
}

export interface ComponentProps<E> {
  element: E;
  ctx: Context;
}

/**
 * What a person has put into a component, kept while the card is redrawn around it and over visits to other chats;
 * a component that comes back with another beginning starts from that.
 */
export function useRemembered<T>(ctx: Context, initial: T): [value: T, keep: (value: T) => void] {
  const drawn = useSignal(0);
  void drawn.value;
  const start = JSON.stringify(initial ?? null);
  const before = ctx.memory.get(ctx.key);
  const value = before?.start === start ? (before.value as T) : initial;
  const keep = (next: T): void => {
    ctx.memory.set(ctx.key, { start, value: next });
    drawn.value = drawn.peek() + 1;
  };
  return [value, keep];
}
