import { render } from '../card/render.ts';
import { toast } from '../card/toast.ts';
import type { Incoming } from '../domain/event.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { PlainKey, Say } from '../domain/say.ts';
import type { Lang } from '../domain/settings.ts';
import type { Card, Toast, View } from '../domain/view.ts';
import { type Ask, formPlace, notice } from '../meeting/ask.ts';
import { formAttempt, takenBy } from '../meeting/book.ts';
import { refusal, repeated } from '../meeting/change.ts';
import { mayLook } from '../meeting/find.ts';
import { isComplete, readForm, readSettingsForm } from '../meeting/form.ts';
import { listView } from '../meeting/look.ts';
import { MAX_MEMBERS } from '../meeting/rules.ts';
import { settingsAgain } from '../meeting/settings.ts';
import { askOf } from './context.ts';
import type { Deps } from './deps.ts';
import { type Press, readPress } from './read-press.ts';

export type Pressed = Extract<Incoming, { kind: 'press' }>;

/** What the platform shows inside its three seconds. */
export interface PressAnswer {
  toast?: { type: Toast['type']; content: string; i18n: Record<Lang, string> };
  card?: { type: 'raw'; data: Card };
}

const CHANGES = new Set(['cancel', 'undo', 'change', 'other_time', 'extend', 'submit_change', 'share', 'submit_share']);

/** Acts that concern one meeting carry its id; `retry` carries an attempt's. */
export const meetingIdOf = (press: Press): string | null => ('id' in press.act && press.act.act !== 'retry' ? press.act.id : null);

/** The chat that a share goes to; empty when none was chosen. */
export const shareTarget = (press: Press): string => String(press.form.chat ?? press.option ?? '');

/** A form that could only be shown in the direct chat books for the group where it was asked for, if who submits it is in there. */
export async function forItsGroup(press: Press, ask: Ask, deps: Deps): Promise<Ask> {
  const chatId = press.act.act === 'submit_book' ? press.act.chatId : undefined;
  if (chatId === undefined || chatId === ask.place.chatId) return ask;
  const members = await deps.directory.members(chatId, MAX_MEMBERS).catch(() => null);
  if (!members?.ids.includes(ask.from)) return ask;
  const { tenantKey, ...same } = ask;
  const place = { chatId, kind: 'group' } as const;
  return askOf({ ...same, ...(tenantKey === null ? {} : { tenantKey }), place, under: null, lang: null, hint: ask.lang }, deps);
}

/** What a press is refused with at once, or null when the work can begin. Rights come from who pressed, never from the card. */
export async function refused(
  press: Press,
  meeting: Meeting | null,
  ask: Ask,
  deps: Pick<Deps, 'directory' | 'store' | 'now'>,
): Promise<Say | null> {
  if (press.act.act === 'retry') {
    const attempt = await deps.store.attempt(press.act.id);
    if (attempt?.state !== 'lost') return { key: 'retry_gone' };
    return attempt.ownerId === ask.from ? null : { key: 'retry_not_yours' };
  }
  if (press.act.act === 'submit_book' && ask.about && takenBy(await deps.store.attempt(formAttempt(ask.about)), ask))
    return { key: 'retry_gone' };
  if (meetingIdOf(press) === null) return null;
  if (!meeting || !(await mayLook(meeting, ask, deps))) return { key: 'not_found' };
  if (!CHANGES.has(press.act.act)) return null;
  if (press.act.act === 'undo' && meeting.ownerId === ask.from && ask.at >= meeting.undoUntil && meeting.status === 'booked')
    return { key: 'undo_late' };
  if (repeated(meeting, ask)) return null;
  const answer = refusal(meeting, ask);
  if (answer?.view.show === 'notice') return answer.view.say;
  return press.act.act === 'undo' && meeting.ownerId !== ask.from ? { key: 'only_owner' } : null;
}

const DOING: Partial<Record<Press['act']['act'], PlainKey>> = {
  help: 'doing_help',
  settings: 'doing_help',
  list: 'doing_list',
  show: 'doing_list',
  new: 'doing_form',
  change: 'doing_form',
  share: 'doing_form',
  invitation: 'doing_invitation',
  refresh: 'doing_refresh',
  cancel: 'doing_cancel',
  undo: 'doing_undo',
  who: 'doing_who',
  other_time: 'doing_change',
  extend: 'doing_extend',
  submit_book: 'doing_book',
  retry: 'doing_book',
  submit_change: 'doing_change',
  submit_settings: 'doing_settings',
  submit_share: 'doing_share',
};

/** The toast, and the views that need no outside call: a turned page, a form with its mistakes. */
export async function answerPress(pressed: Pressed, asked: Ask, deps: Deps): Promise<PressAnswer> {
  const press = readPress(pressed.action);
  if (!press) return { toast: toast({ type: 'warning', say: { key: 'stale_button' } }) };
  const ask = await forItsGroup(press, asked, deps);
  const id = meetingIdOf(press);
  const meeting = id === null ? null : await deps.store.get(id);
  const no = await refused(press, meeting, ask, deps);
  if (no) return { toast: toast({ type: 'warning', say: no }) };
  if (press.act.act === 'list' && press.act.turn) return cardAnswer(await listView(press.act, ask, deps), ask);
  if (press.act.act === 'submit_share') {
    const sent = notice({ key: 'doing_share' });
    if (!shareTarget(press)) return { toast: toast({ type: 'error', say: { key: 'share_hint' } }) };
    return { ...cardAnswer(sent, ask), toast: toast({ type: 'info', say: { key: 'doing_share' } }) };
  }
  if (press.act.act === 'submit_book' || press.act.act === 'submit_change') {
    const form = readForm(press.form, ask.zone, deps.now(), meeting ? meeting.endAt - meeting.startAt : 0);
    if (!isComplete(form)) {
      const mode = press.act.act === 'submit_book' ? 'book' : 'change';
      const view: View = {
        show: 'form',
        mode,
        meetingId: id,
        draft: form.draft,
        errors: form.errors,
        zone: form.zone,
        ...formPlace(ask.place),
      };
      return { ...cardAnswer(view, ask), toast: toast({ type: 'error', say: { key: 'form_look' } }) };
    }
    const doing = press.act.act === 'submit_book' ? 'doing_book' : 'doing_change';
    return { ...cardAnswer(notice({ key: 'form_sent' }), ask), toast: toast({ type: 'info', say: { key: doing } }) };
  }
  if (press.act.act === 'submit_settings') {
    const read = readSettingsForm(press.form);
    if (read.error) {
      const again = await settingsAgain(read, press.act.scope ?? 'person', ask, deps.defaults, deps.settings);
      return { ...cardAnswer(again, ask), toast: toast({ type: 'error', say: read.error }) };
    }
  }
  // Asked for once: the button is gone, and what comes of it follows as a card.
  if (press.act.act === 'retry')
    return { ...cardAnswer(notice({ key: 'doing_book' }), ask), toast: toast({ type: 'info', say: { key: 'doing_book' } }) };
  const doing = DOING[press.act.act];
  return doing ? { toast: toast({ type: 'info', say: { key: doing } }) } : {};
}

/** A card that only the asker sees has one language; a group's list or settings are everybody's. */
const cardAnswer = (view: View, ask: Ask): PressAnswer => {
  const shared = ask.place.kind === 'direct' || ((view.show === 'list' || view.show === 'settings') && view.scope === 'chat');
  return { card: { type: 'raw', data: render(view, { langs: shared ? 'both' : ask.lang }) } };
};
