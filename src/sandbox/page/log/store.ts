import { batch, signal } from '@preact/signals';
import type { CallRecord, Delivery } from '../../control/shapes.ts';
import { api } from '../data/api.ts';
import { coalesce } from '../data/load.ts';
import { panels, showPanel } from '../data/panels.ts';

/** What the platform has pushed and been asked, newest first. */
export const deliveries = signal<readonly Delivery[]>([]);
export const calls = signal<readonly CallRecord[]>([]);

async function load(): Promise<void> {
  if (!panels.log.peek()) return;
  try {
    const [pushed, asked] = await Promise.all([api.deliveries(), api.calls()]);
    batch(() => {
      deliveries.value = pushed.deliveries;
      calls.value = asked.calls;
    });
  } catch (error) {
    console.warn('log', error);
  }
}

/** Fetches the log again; bursts of events share one fetch. */
export const loadLog = coalesce(() => void load(), 150);

export function toggleLog(): void {
  showPanel('log', !panels.log.peek());
  loadLog();
}
