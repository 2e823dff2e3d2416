import { batch, signal } from '@preact/signals';
import type { ReserveView } from '../../control/shapes.ts';
import { api } from '../data/api.ts';
import type { Entrance, MeetingTarget } from '../data/links.ts';
import { loadWorld } from '../data/load.ts';
import { showPanel } from '../data/panels.ts';
import { as } from '../data/state.ts';
import { refused, said, toast } from '../ui/toast.tsx';
import { amIn, findReserve, runsIt } from './reserve.ts';

/** What the meeting panel shows: the list, or one meeting with the switches of the person about to join. */

export type Device = 'mic' | 'speaker' | 'camera';

const switches = (entrance?: Partial<Entrance>) => ({
  mic: entrance?.mic ?? true,
  speaker: entrance?.speaker ?? true,
  camera: entrance?.camera ?? false,
});

/** Which meeting is shown; null: the list. `missing`: a link or number that leads nowhere. */
export const shown = signal<{ reserveId: string | null; missing: boolean; byNumber: boolean } | null>(null);
export const devices = signal<Record<Device, boolean>>(switches());
const preview = signal(true);
export const password = signal('');
export const wrong = signal('');

/** By its number only, and hosts and the owner never: a link to the meeting carries the right to come in. */
export const asksPassword = (reserve: ReserveView): boolean => !!shown.value?.byNumber && !!reserve.password && !runsIt(reserve);

export function show(reserve: ReserveView | null, entrance?: Entrance, byNumber = false): void {
  batch(() => {
    shown.value = { reserveId: reserve?.id ?? null, missing: !reserve, byNumber };
    devices.value = switches(entrance);
    preview.value = entrance?.preview ?? true;
    password.value = '';
    wrong.value = '';
    showPanel('meeting', true);
  });
}

export function showList(): void {
  shown.value = null;
}

export function toggleMeetings(isOpen: boolean): void {
  batch(() => {
    if (!isOpen) showList();
    showPanel('meeting', !isOpen);
  });
}

export function flip(device: Device): void {
  devices.value = { ...devices.value, [device]: !devices.value[device] };
}

export async function act(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
    await loadWorld();
  } catch (error) {
    refused(error);
  }
}

export async function join(reserve: ReserveView): Promise<void> {
  const { mic, camera } = devices.peek();
  wrong.value = '';
  try {
    const by = shown.peek()?.byNumber ? { meeting_no: reserve.meeting_no } : { reserve_id: reserve.id };
    const typed = password.peek() ? { password: password.peek() } : {};
    await api.join({ as: as.peek(), ...by, ...typed, mic, camera, preview: preview.peek() });
    password.value = '';
    await loadWorld();
  } catch (error) {
    wrong.value = said(error);
    if (!asksPassword(reserve)) toast('error', wrong.value);
  }
}

/** Follows a link to a meeting: the settings page first, or straight in when the link says so. */
export async function openMeetingLink(target: MeetingTarget): Promise<void> {
  await loadWorld();
  const reserve = findReserve(target);
  show(reserve, target.entrance);
  if (reserve && !amIn(reserve) && target.entrance?.preview === false) await join(reserve);
}
