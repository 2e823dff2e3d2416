import type { Place } from '../domain/event.ts';
import type { Lang } from '../domain/settings.ts';
import type { Ask } from '../meeting/ask.ts';
import { effectiveSettings } from '../meeting/settings.ts';
import type { Deps } from './deps.ts';
import type { Pressed } from './press.ts';

interface Setting {
  id: string;
  from: string;
  tenantKey?: string;
  at: number;
  place: Place;
  under: string | null;
  about: string | null;
  /** The language it was written in, where that is certain. */
  lang: Lang | null;
  /** What the client said its language is. */
  hint: Lang | null;
}

type Effective = Awaited<ReturnType<typeof effectiveSettings>>;

/** What holds for this person in this place. */
export const settingsFor = ({ from, place }: Pick<Setting, 'from' | 'place'>, deps: Deps): Promise<Effective> =>
  effectiveSettings({ person: from, chat: place.kind === 'group' ? place.chatId : null }, deps.defaults, deps.settings);

/**
 * The request in its setting: with the language, zone and settings of who asks, where.
 * @param known the settings, where they were needed before the language was known
 */
export async function askOf(setting: Setting, deps: Deps, known?: Effective): Promise<Ask> {
  const { settings, own, group } = known ?? (await settingsFor(setting, deps));
  const spoken = await spokenBy(setting, deps);
  return {
    id: setting.id,
    from: setting.from,
    tenantKey: setting.tenantKey ?? null,
    at: setting.at,
    place: setting.place,
    under: setting.under,
    about: setting.about,
    lang: own.lang ?? group.lang ?? setting.lang ?? spoken ?? setting.hint ?? settings.lang,
    zone: settings.zone,
    settings,
  };
}

/** The language that this person wrote in last: a press and a bare `3pm` have none of their own. */
async function spokenBy({ from, lang }: Setting, deps: Deps): Promise<Lang | undefined> {
  const key = `spoken:${from}`;
  const before = (await deps.settings.get(key)).lang;
  if (lang && lang !== before) await deps.settings.patch(key, { lang });
  return lang ?? before;
}

/** A press says neither the kind of its chat nor the presser's language; a picker's zone is learned where none is set. */
export async function pressAsk(incoming: Pressed, deps: Deps): Promise<Ask> {
  const meeting = await deps.store.byCard(incoming.messageId);
  const kind = meeting?.chatId === incoming.chatId ? meeting.chatKind : await chatKind(incoming.chatId, deps);
  const zone = incoming.action.timezone;
  if (zone) {
    const own = await deps.settings.get(incoming.from);
    if (own.zone === undefined) await deps.settings.patch(incoming.from, { zone });
  }
  const place: Place = { chatId: incoming.chatId, kind };
  return askOf(
    { ...incoming, place, under: meeting ? incoming.messageId : null, about: incoming.messageId, lang: null, hint: meeting?.lang ?? null },
    deps,
  );
}

/** Not known means group: what is personal then goes to the person alone. */
async function chatKind(chatId: string, deps: Deps): Promise<Place['kind']> {
  const chat = await deps.directory.chat(chatId).catch(() => null);
  return chat?.mode === 'p2p' ? 'direct' : 'group';
}
