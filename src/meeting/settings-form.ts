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
  const patch: Partial<Settings> = {};
  let error: Say | null = null;
  if (get('minutes') !== '') {
    patch.minutes = Number(get('minutes'));
    if (!isDefaultLength(patch.minutes)) error = { key: 'form_minutes_bad' };
  }
  const lang = get('lang');
  if (lang === 'zh_cn' || lang === 'en_us') patch.lang = lang;
  const zone = get('zone');
  if (zone) {
    patch.zone = zone;
    if (!isZone(zone)) error ??= { key: 'zone_unknown' };
  }
  const join = get('join');
  if (join === 'muted' || join === 'open' || join === 'preview') patch.join = JOIN_PRESETS[join];
  const record = get('record');
  if (record === 'true' || record === 'false') patch.record = record === 'true';
  const password = get('password');
  if (password === 'owner' || password === 'none' || password === 'random') patch.password = password;
  const access = get('access');
  const invite = get('invite');
  if (invite === 'true' || invite === 'false') patch.invite = invite === 'true';
  const remind = get('remind');
  if (remind === 'off') patch.remind = remind;
  else if (/^\d{1,4}$/.test(remind) && isRemind(Number(remind))) patch.remind = Number(remind);
  if (access === 'anyone' || access === 'company' || access === 'chat') patch.access = access;
  return { patch, error };
}
