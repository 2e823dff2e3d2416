import type { Settings } from '../domain/settings.ts';
import type { SettingsStore } from './ports/memory.ts';

/** What a group decides for the meetings booked in it; language, zone and how one joins stay each person's own. */
const OF_THE_GROUP = ['minutes', 'record', 'password', 'access', 'remind', 'invite'] as const;

/** What holds, and what of it the person and the group have set themselves. */
export interface Effective {
  settings: Settings;
  own: Partial<Settings>;
  group: Partial<Settings>;
}

/** Defaults from the environment ← the person's ← for meetings booked in a group: the group's. */
export async function effectiveSettings(
  who: { person: string; chat: string | null },
  defaults: Settings,
  store: SettingsStore,
): Promise<Effective> {
  const [own, group] = await Promise.all([
    store.get(who.person),
    who.chat === null ? Promise.resolve<Partial<Settings>>({}) : store.get(who.chat),
  ]);
  const settings = { ...defaults, ...group, ...own };
  for (const key of OF_THE_GROUP) if (group[key] !== undefined) Object.assign(settings, { [key]: group[key] });
  return { settings, own, group };
}
