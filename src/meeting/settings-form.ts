import * as z from 'zod/mini';
import { isZone } from '../calendar/zones.ts';
import type { Say } from '../domain/say.ts';
import type { Settings } from '../domain/settings.ts';
import { isRemind } from './reminders.ts';
import { isDefaultLength } from './rules.ts';

/** How the Join button enters, by the name that forms and the environment use. */
export const JOIN_PRESETS: Record<'muted' | 'open' | 'preview', Settings['join']> = {
  muted: { preview: false, mic: false, speaker: true, camera: false },
  open: { preview: false, mic: true, speaker: true, camera: true },
  preview: { preview: true, mic: false, speaker: true, camera: false },
};

/** A submitted settings form: what it sets, as typed, and what can't be. */
export interface SettingsFormRead {
  patch: Partial<Settings>;
  error: Say | null;
}

export function readSettingsForm(form: unknown): SettingsFormRead {
  const fields = z.record(z.string(), z.unknown()).safeParse(form ?? {});
  const get = (name: string): string => (fields.success ? String(fields.data[name] ?? '').slice(0, 64) : '');
  const minutes = get('minutes');
  const zone = get('zone');
  const patch: Partial<Settings> = remindOf(get('remind'));
  let error: Say | null = null;
  if (minutes !== '') {
    patch.minutes = Number(minutes);
    if (!isDefaultLength(patch.minutes)) error = { key: 'form_minutes_bad' };
  }
  if (zone) {
    patch.zone = zone;
    if (!isZone(zone)) error ??= { key: 'zone_unknown' };
  }
  const preset = oneOf(['muted', 'open', 'preview'] as const, get('join'));
  if (preset) patch.join = JOIN_PRESETS[preset];
  const lang = oneOf(['zh_cn', 'en_us'] as const, get('lang'));
  if (lang) patch.lang = lang;
  const password = oneOf(['owner', 'none', 'random'] as const, get('password'));
  if (password) patch.password = password;
  const access = oneOf(['anyone', 'company', 'chat'] as const, get('access'));
  if (access) patch.access = access;
  for (const name of ['record', 'invite'] as const) {
    const said = oneOf(['true', 'false'] as const, get(name));
    if (said) patch[name] = said === 'true';
  }
  return { patch, error };
}

const oneOf = <T extends string>(values: readonly T[], said: string): T | undefined => values.find((value) => value === said);

/** Minutes before the start, or `off`. */
function remindOf(said: string): Pick<Partial<Settings>, 'remind'> {
  if (said === 'off') return { remind: said };
  return /^\d{1,4}$/.test(said) && isRemind(Number(said)) ? { remind: Number(said) } : {};
}
