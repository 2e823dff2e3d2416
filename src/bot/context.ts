import type { Incoming, Place, PressAction } from '../domain/event.ts';
import type { Lang, Settings } from '../domain/settings.ts';
import type { Zone } from '../domain/time.ts';
import type { Ask } from '../meeting/ask.ts';
import { type Effective, effectiveSettings } from '../meeting/settings.ts';
import type { Deps } from './deps.ts';

type Pressed = Extract<Incoming, { kind: 'press' }>;

/** Who asks, where and when; what is under way before anybody knows in which language. */
interface Request {
  id: string;
  from: string;
  tenantKey?: string | null;
  /** The company that the app belongs to; absent where the platform did not say. */
  appTenantKey?: string | null;
  foreign?: true;
  at: number;
  place: Place;
  /** The message to answer under. */
  under: string | null;
  /** What it replies to, or the card that was pressed. */
  about: string | null;
  /** What the client, or the card, said its language is. */
  hint: Lang | null;
}

/** A request with all that is set for this person in this place, read once. */
export interface Context extends Request, Effective {
  /** The language that this person wrote in last: a press and a bare `3pm` have none of their own. */
  spoken: Lang | undefined;
  /** A picker's zone that was not assumed. */
  zoneLearned?: Zone;
}

/** A press does not say that its card stands in a thread: remembered when it was sent. */
export const inThread = (messageId: string): string => `thread:${messageId}`;

const spokenKey = (person: string): string => `spoken:${person}`;

export async function loadContext(request: Request, deps: Pick<Deps, 'settings' | 'defaults'>): Promise<Context> {
  const chat = request.place.kind === 'group' ? request.place.chatId : null;
  const [effective, spoken] = await Promise.all([
    effectiveSettings({ person: request.from, chat }, deps.defaults, deps.settings),
    deps.settings.get(spokenKey(request.from)),
  ]);
  return { ...request, ...effective, spoken: spoken.lang };
}

const isForeign = ({ tenantKey, appTenantKey }: Request): boolean => Boolean(tenantKey && appTenantKey && tenantKey !== appTenantKey);

/** @param written the language that the text has shown; answered in it unless another is set, and remembered */
export async function askOf(context: Context, written: Lang | null, deps: Pick<Deps, 'settings'>): Promise<Ask> {
  const { id, from, at, place, under, about, hint, own, group, settings, spoken } = context;
  if (written && written !== spoken) await deps.settings.patch(spokenKey(from), { lang: written });
  return {
    id,
    from,
    tenantKey: context.tenantKey ?? null,
    ...(context.foreign || isForeign(context) ? { foreign: true as const } : {}),
    at,
    place,
    under,
    about,
    lang: own.lang ?? group.lang ?? written ?? spoken ?? hint ?? settings.lang,
    zone: settings.zone,
    settings,
    ...(own.zone === undefined ? { zoneAssumed: true as const } : {}),
    ...(context.zoneLearned ? { zoneLearned: context.zoneLearned } : {}),
  };
}

/** A press says neither the kind of its chat nor the presser's language; a picker's zone is learned where none is set. */
export async function pressAsk(pressed: Pressed, deps: Deps): Promise<Ask> {
  const { id, from, tenantKey, appTenantKey, at, messageId, action } = pressed;
  const meeting = await deps.store.byCard(messageId);
  const chatId = pressed.chatId || (meeting?.chatId ?? '');
  const kind = meeting?.chatId === chatId ? meeting.chatKind : await deps.chatKinds.of(chatId);
  const threaded = kind === 'group' && (await deps.marks.has(inThread(messageId)));
  const context = await loadContext(
    {
      id,
      from,
      tenantKey: tenantKey ?? null,
      appTenantKey: appTenantKey ?? null,
      at,
      place: { chatId, kind, ...(threaded ? { threadId: messageId } : {}) },
      under: meeting || threaded ? messageId : null,
      about: messageId,
      hint: meeting?.lang ?? null,
    },
    deps,
  );
  return askOf(await withZone(context, hasPicker(action) ? action.timezone : undefined, deps), null, deps);
}

/** Only what a picker of theirs says is their clock. */
const hasPicker = ({ tag, form }: PressAction): boolean =>
  (tag ?? '').startsWith('picker_') || Object.keys(form ?? {}).some((name) => name === 'start' || name.startsWith('start__'));

async function withZone(context: Context, zone: Zone | undefined, deps: Deps): Promise<Context> {
  if (zone === undefined || context.own.zone !== undefined) return context;
  await deps.settings.patch(context.from, { zone, zoneFrom: 'picker' });
  const settings: Settings = { ...context.settings, zone };
  const learned = zone === context.settings.zone ? {} : { zoneLearned: zone };
  return { ...context, settings, own: { ...context.own, zone }, ...learned };
}

/** The same request as if it had been made in that group. */
export async function askIn(chatId: string, ask: Ask, deps: Deps): Promise<Ask> {
  const place: Place = { chatId, kind: 'group' };
  return askOf(await loadContext({ ...ask, place, under: null, hint: ask.lang }, deps), null, deps);
}
