import type { Intent } from '../domain/intent.ts';
import type { Say } from '../domain/say.ts';
import type { Settings } from '../domain/settings.ts';
import type { View } from '../domain/view.ts';
import { type Answer, type Ask, tell } from './ask.ts';
import type { SettingsFormRead } from './form.ts';
import type { SettingsStore } from './ports.ts';
import { isDefaultLength } from './rules.ts';

/** What a group decides for the meetings booked in it; language, zone and how one joins stay each person's own. */
const OF_THE_GROUP = ['minutes', 'record', 'password', 'access'] as const;

/** Defaults from the environment ← the person's ← for meetings booked in a group: the group's. */
export async function effectiveSettings(
  who: { person: string; chat: string | null },
  defaults: Settings,
  store: SettingsStore,
): Promise<{ settings: Settings; own: Partial<Settings>; group: Partial<Settings> }> {
  const [own, group] = await Promise.all([
    store.get(who.person),
    who.chat === null ? Promise.resolve<Partial<Settings>>({}) : store.get(who.chat),
  ]);
  const settings = { ...defaults, ...group, ...own };
  for (const key of OF_THE_GROUP) if (group[key] !== undefined) Object.assign(settings, { [key]: group[key] });
  return { settings, own, group };
}

/** A form hands in every field. Only what differs from what it showed is a wish; the rest stays free to follow the defaults. */
export async function wished(
  patch: Partial<Settings>,
  scope: 'person' | 'chat',
  ask: Ask,
  defaults: Settings,
  store: SettingsStore,
): Promise<Partial<Settings>> {
  const shown: Settings = { ...defaults, ...(await store.get(ownerOf(scope, ask))) };
  const differs = ([key, value]: [string, unknown]): boolean => JSON.stringify(shown[key as keyof Settings]) !== JSON.stringify(value);
  return Object.fromEntries(Object.entries(patch).filter(differs));
}

const ownerOf = (scope: 'person' | 'chat', ask: Ask): string =>
  scope === 'chat' && ask.place.kind === 'group' ? ask.place.chatId : ask.from;

/** What was said of joining changes those switches only; a length that no meeting can have changes nothing. */
function checked(intent: SettingsIntent, before: Settings): { patch: Partial<Settings>; error: Say | null } {
  const { join, minutes, ...rest } = intent.patch;
  const patch: Partial<Settings> = { ...rest, ...(join ? { join: { ...before.join, ...join } } : {}) };
  if (minutes === undefined) return { patch, error: intent.unknown ? { key: `${intent.unknown}_unknown` } : null };
  return isDefaultLength(minutes) ? { patch: { ...patch, minutes }, error: null } : { patch, error: { key: 'form_minutes_bad' } };
}

type SettingsIntent = Extract<Intent, { want: 'settings' }>;

/** Shows settings, or changes and shows them. A group's settings are everybody's: anyone in it may set them, and everybody sees them. */
export async function settings(intent: SettingsIntent, ask: Ask, defaults: Settings, store: SettingsStore): Promise<Answer> {
  const { scope } = intent;
  if (scope === 'chat' && ask.place.kind === 'direct') return tell({ key: 'settings_in_group' });
  const owner = ownerOf(scope, ask);
  const { patch, error } = checked(intent, { ...defaults, ...(await store.get(owner)) });
  if (Object.keys(patch).length > 0) await store.patch(owner, patch);
  const own = await store.get(owner);
  return {
    view: { show: 'settings', scope, effective: { ...defaults, ...own }, own, error },
    to: scope === 'chat' ? 'everyone' : 'asker',
    // Who asks for another language is answered in it.
    ...(scope === 'person' && patch.lang ? { lang: patch.lang } : {}),
  };
}

/** The form as it was handed in, with what is wrong in it beside its field. */
export async function settingsAgain(
  form: SettingsFormRead,
  scope: 'person' | 'chat',
  ask: Ask,
  defaults: Settings,
  store: SettingsStore,
): Promise<View> {
  const own = await store.get(ownerOf(scope, ask));
  return { show: 'settings', scope, effective: { ...defaults, ...own, ...form.patch }, own, error: form.error };
}
