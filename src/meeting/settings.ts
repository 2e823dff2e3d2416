import type { Intent, Settings } from '../model.ts';
import type { Answer, Ask } from './ask.ts';
import type { SettingsStore } from './ports.ts';

/** A person's own settings win over the group's, those over the defaults from the environment. */
export async function effectiveSettings(who: { person: string; chat: string | null }, defaults: Settings, store: SettingsStore): Promise<{ settings: Settings; own: Partial<Settings> }> {
  const [own, group] = await Promise.all([store.get(who.person), who.chat === null ? Promise.resolve({}) : store.get(who.chat)]);
  return { settings: { ...defaults, ...group, ...own }, own };
}

/** Shows settings, or changes and shows them. A group's settings are everybody's: anyone in it may set them, and everybody sees who did. */
export async function settings(intent: Extract<Intent, { want: 'settings' }>, ask: Ask, defaults: Settings, store: SettingsStore): Promise<Answer> {
  const scope = ask.place.kind === 'group' ? intent.scope : 'person';
  const owner = scope === 'chat' ? ask.place.chatId : ask.from;
  const changed = Object.keys(intent.patch).length > 0;
  if (changed) await store.patch(owner, intent.patch);
  const own = await store.get(owner);
  const effective = { ...defaults, ...(ask.place.kind === 'group' ? await store.get(ask.place.chatId) : {}), ...own };
  return { view: { show: 'settings', scope, effective, own, error: null }, to: changed && scope === 'chat' ? 'everyone' : 'asker' };
}
