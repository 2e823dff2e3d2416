import type { Intent, Settings } from '../model.ts';
import type { Answer, Ask } from './ask.ts';
import type { SettingsStore } from './ports.ts';

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

/** Shows settings, or changes and shows them. A group's settings are everybody's: anyone in it may set them, and everybody sees them change. */
export async function settings(
  intent: Extract<Intent, { want: 'settings' }>,
  ask: Ask,
  defaults: Settings,
  store: SettingsStore,
): Promise<Answer> {
  const scope = ask.place.kind === 'group' ? intent.scope : 'person';
  const owner = ownerOf(scope, ask);
  const changed = Object.keys(intent.patch).length > 0;
  if (changed) await store.patch(owner, intent.patch);
  const own = await store.get(owner);
  return {
    view: { show: 'settings', scope, effective: { ...defaults, ...own }, own, error: null },
    to: changed && scope === 'chat' ? 'everyone' : 'asker',
  };
}
