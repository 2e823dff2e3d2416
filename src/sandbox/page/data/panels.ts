import { batch, signal } from '@preact/signals';

/** The two panels at the right. */
export const panels = { meeting: signal(false), log: signal(false) };

export const LOG_TABS = ['deliveries', 'calls', 'controls'] as const;
export type LogTab = (typeof LOG_TABS)[number];
export const logTab = signal<LogTab>('deliveries');

/** Two panels beside each other leave the chat too little. */
const roomForTwo = (): boolean => window.innerWidth >= 1560;

/** Where there is room for one panel only, the other gives way. */
export function showPanel(name: keyof typeof panels, open: boolean): void {
  batch(() => {
    panels[name].value = open;
    const other = name === 'log' ? panels.meeting : panels.log;
    if (open && !roomForTwo()) other.value = false;
  });
}
