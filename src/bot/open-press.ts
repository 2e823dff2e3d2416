import { render } from '../card/render.ts';
import { toast } from '../card/toast.ts';
import { readAct } from '../domain/action.ts';
import type { Incoming, PressAction } from '../domain/event.ts';
import type { Say } from '../domain/say.ts';
import type { Lang } from '../domain/settings.ts';
import type { Card, Toast, View } from '../domain/view.ts';
import type { Ask } from '../meeting/ask.ts';
import { onPressOf } from './actions/presses.ts';
import { notAllowed } from './allowed.ts';
import { pressAsk } from './context.ts';
import type { Deps } from './deps.ts';
import { withoutWords } from './note.ts';
import type { FormValues, Opened, Opening, Press } from './press.ts';

export type Pressed = Extract<Incoming, { kind: 'press' }>;

/** What the platform shows inside its three seconds. */
export interface PressAnswer {
  toast?: { type: Toast['type']; content: string; i18n: Record<Lang, string> };
  card?: { type: 'raw'; data: Card };
}

/** Reads a press, finds what it is about, checks rights, decides what is answered and what is left to do. */
export async function openPress(pressed: Pressed, deps: Deps): Promise<{ opened: Opened; opening: Opening }> {
  const asked = await pressAsk(pressed, deps);
  const act = readAct(pressed.action);
  if (!act) return closed(asked, null, { key: 'stale_button' });
  const no = await notAllowed(asked, deps);
  if (no) return closed(asked, act.act, no);
  const read: Press = { act, form: readForm(pressed.action), option: pressed.action.option ?? null, ask: asked };
  const action = onPressOf(read);
  const ask = (await action.inPlace?.(read, deps)) ?? asked;
  const press: Press = { ...read, ask, ...(ask.place.chatId === asked.place.chatId ? {} : { shownIn: asked.place }) };
  const opening = await action.open(press, deps);
  // What it shows from now on is the answer, not what was drawn on it last.
  if (opening.view?.show === 'meeting' || opening.view?.show === 'invited') await deps.lives.forgetDrawn(pressed.messageId);
  const did = opening.did ? { did: opening.did } : {};
  const later = deps.cardAnswer === 'patch' && opening.view ? { view: opening.view } : {};
  return { opened: { ask, press: opening.work ? press : null, told: toldBy(act.act, opening), ...did, ...later }, opening };
}

/** Refused before anything is looked at. */
const closed = (ask: Ask, act: string | null, say: Say): { opened: Opened; opening: Opening } => {
  const opening: Opening = { toast: { type: 'warning', say }, work: false };
  return { opened: { ask, press: null, told: toldBy(act, opening) }, opening };
};

/** Kept with the press: without the words that people wrote. */
const toldBy = (act: string | null, { toast, view }: Opening): NonNullable<Opened['told']> => ({
  act,
  ...(toast && (toast.type === 'warning' || toast.type === 'error') ? { no: withoutWords(toast.say) } : {}),
  ...(view ? { show: view.show } : {}),
});

/** The toast, and the view that takes the pressed card's place. */
export function answerOf(opening: Opening, ask: Ask, how: Deps['cardAnswer']): PressAnswer {
  return {
    ...(opening.view && how === 'card'
      ? { card: { type: 'raw', data: render(opening.view, { langs: sharedBy(opening.view, ask) ? 'both' : ask.lang }) } }
      : {}),
    ...(opening.toast ? { toast: toast(opening.toast) } : {}),
  };
}

/** A card that only the asker sees has one language; a meeting's, a question's, a group's list or settings are everybody's. */
export const sharedBy = (view: View, ask: Ask): boolean =>
  ask.place.kind === 'direct' ||
  view.show === 'meeting' ||
  view.show === 'notice' ||
  ((view.show === 'list' || view.show === 'settings') && view.scope === 'chat');

function readForm({ form }: PressAction): FormValues {
  const values: FormValues = {};
  for (const [name, value] of Object.entries(form ?? {})) {
    if (typeof value === 'string' || typeof value === 'boolean') values[name] = value;
    else if (typeof value === 'number') values[name] = String(value);
    else if (Array.isArray(value)) values[name] = value.filter((one): one is string => typeof one === 'string');
  }
  return values;
}
