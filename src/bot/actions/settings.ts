import type { Say } from '../../domain/say.ts';
import type { Settings, ZoneFrom } from '../../domain/settings.ts';
import type { View } from '../../domain/view.ts';
import type { Ask } from '../../meeting/ask.ts';
import { isDefaultLength } from '../../meeting/rules.ts';
import { readSettingsForm, type SettingsFormRead } from '../../meeting/settings-form.ts';
import { settingsNews } from '../../meeting/settings-news.ts';
import { type Answer, line, tell } from '../answer.ts';
import type { Deps } from '../deps.ts';
import { again, type Doubts, doing, type IntentOf, type Intents, type Presses, simply } from './action.ts';

type Scope = IntentOf<'settings'>['scope'];

const ownerOf = (scope: Scope, ask: Ask): string => (scope === 'chat' && ask.place.kind === 'group' ? ask.place.chatId : ask.from);

/** What counts where nothing is set: a person is spoken to in the language that they write. */
const unset = (scope: Scope, { lang }: Ask, { defaults }: Deps): Settings => (scope === 'person' ? { ...defaults, lang } : defaults);

/** Shows settings, or changes them and says so in a line. A group's settings are everybody's: anyone in it may set them, and everybody sees them. */
async function settings(intent: IntentOf<'settings'>, ask: Ask, deps: Deps, from: ZoneFrom = 'said'): Promise<Answer> {
  const { scope } = intent;
  if (scope === 'chat' && ask.place.kind === 'direct') return tell({ key: 'settings_in_group' });
  const owner = ownerOf(scope, ask);
  const before = await deps.settings.get(owner);
  const { patch, error } = checked(intent, { ...deps.defaults, ...before });
  const noted = patch.zone !== undefined && scope === 'person' ? { ...patch, zoneFrom: from } : patch;
  if (Object.keys(patch).length > 0) await deps.settings.patch(owner, noted);
  const own = { ...before, ...noted };
  const set = error === null && Object.keys(patch).length > 0;
  return {
    view: set
      ? line(settingsNews(scope, patch))
      : { show: 'settings', scope, effective: { ...unset(scope, ask, deps), ...own }, own, error },
    to: scope === 'chat' ? 'everyone' : 'asker',
    // Who asks for another language is answered in it.
    ...(scope === 'person' && patch.lang ? { lang: patch.lang } : {}),
  };
}

/** What was said of joining changes those switches only; a length that no meeting can have changes nothing. */
function checked(intent: IntentOf<'settings'>, before: Settings): { patch: Partial<Settings>; error: Say | null } {
  const { join, minutes, ...rest } = intent.patch;
  const patch: Partial<Settings> = { ...rest, ...(join ? { join: { ...before.join, ...join } } : {}) };
  if (minutes === undefined) return { patch, error: intent.unknown ? { key: `${intent.unknown}_unknown` } : null };
  return isDefaultLength(minutes) ? { patch: { ...patch, minutes }, error: null } : { patch, error: { key: 'form_minutes_bad' } };
}

/** A form hands in every field. Only what differs from what it showed is a wish; the rest stays free to follow the defaults. */
async function wished(patch: Partial<Settings>, scope: Scope, ask: Ask, deps: Deps): Promise<Partial<Settings>> {
  const shown: Settings = { ...unset(scope, ask, deps), ...(await deps.settings.get(ownerOf(scope, ask))) };
  const differs = ([key, value]: [string, unknown]): boolean => JSON.stringify(shown[key as keyof Settings]) !== JSON.stringify(value);
  return Object.fromEntries(Object.entries(patch).filter(differs));
}

/** The form as it was handed in, with what is wrong in it beside its field. */
async function formAgain(form: SettingsFormRead, scope: Scope, ask: Ask, deps: Deps): Promise<View> {
  const own = await deps.settings.get(ownerOf(scope, ask));
  return { show: 'settings', scope, effective: { ...unset(scope, ask, deps), ...own, ...form.patch }, own, error: form.error };
}

export const intents = { settings: (intent, ask, deps) => settings(intent, ask, deps) } satisfies Partial<Intents>;

/** What was said in passing sets nothing: what is set is shown. */
export const doubts = { settings: (intent, ask, deps) => settings({ ...intent, patch: {} }, ask, deps) } satisfies Partial<Doubts>;

export const presses = {
  settings: simply('doing_help', ({ ask }, deps) => settings({ want: 'settings', scope: 'person', patch: {} }, ask, deps)),

  submit_settings: {
    async open({ act, form, ask }, deps) {
      const read = readSettingsForm(form);
      return read.error ? again(read.error, await formAgain(read, act.scope ?? 'person', ask, deps)) : doing('doing_settings');
    },
    async run({ act, form, ask }, deps) {
      const scope = act.scope ?? 'person';
      const patch = await wished(readSettingsForm(form).patch, scope, ask, deps);
      if (Object.keys(patch).length === 0) return { view: line({ key: 'nothing_to_change' }), to: 'asker' };
      return settings({ want: 'settings', scope, patch }, ask, deps, 'form');
    },
  },
} satisfies Partial<Presses>;
