import type { Wanted } from '../domain/action.ts';
import type { Incoming, Place } from '../domain/event.ts';
import type { Intent } from '../domain/intent.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { TimeReading } from '../domain/time.ts';
import type { View } from '../domain/view.ts';
import { type Answer, type Ask, formPlace, tell } from '../meeting/ask.ts';
import { book, call, formAttempt, redrawJob, retry } from '../meeting/book.ts';
import { cancel, change, extend, move, refusal, repeated, takeOther, undo } from '../meeting/change.ts';
import { findMeeting, withoutPassword } from '../meeting/find.ts';
import { draftOfMeeting, type FormRead, isComplete, readForm, readSettingsForm, slotsOf } from '../meeting/form.ts';
import { list, refresh, show, who } from '../meeting/look.ts';
import { pickerTime } from '../meeting/plan.ts';
import { mayChange } from '../meeting/rules.ts';
import { withSelf } from '../meeting/self.ts';
import { settings, wished } from '../meeting/settings.ts';
import { shareTo, shareView } from '../meeting/share.ts';
import { silent } from '../nlu/time/silent.ts';
import { understand } from '../nlu/understand.ts';
import { fieldOf, lookOf } from '../text/notices.ts';
import { askOf, pressAsk, settingsFor } from './context.ts';
import type { Deps } from './deps.ts';
import { forItsGroup, meetingIdOf, type Pressed, refused, shareTarget } from './press.ts';
import { readPress } from './read-press.ts';
import { send as sendOnce } from './reply.ts';

type Message = Extract<Incoming, { kind: 'message' }>;

/** Minutes that a button extends by at most. */
const MOST_PRESSED = 1440;

/** The story in one function: what came in → what it means → what is done → what goes back. */
export async function handle(incoming: Incoming, deps: Deps): Promise<void> {
  switch (incoming.kind) {
    case 'message':
      return message(incoming, deps);
    case 'press':
      return press(incoming, deps);
    case 'bot_added':
    case 'bot_chat_entered':
      return welcome(incoming, deps);
  }
}

async function message(incoming: Message, deps: Deps): Promise<void> {
  const bot = deps.bot();
  const mentioned = incoming.mentions.some((mention) => mention.openId === bot?.openId);
  if (incoming.place.kind === 'group' && !mentioned) return;
  const known = await settingsFor(incoming, deps);
  const read =
    incoming.content.type === 'other'
      ? null
      : understand(
          { text: incoming.content.text, mentions: incoming.mentions, botOpenId: bot?.openId ?? null },
          { now: incoming.at, zone: known.settings.zone },
        );
  // Written in a language = wants to be answered in it, unless a language is set.
  const setting = { under: incoming.id, about: incoming.parentId ?? null, lang: read?.lang ?? null, hint: incoming.lang ?? null };
  const ask = await askOf({ ...incoming, ...setting }, deps, known);
  if (!read) return send(help('text_only', null, ask, deps), ask, deps);
  await send(await orRefusal(() => carryOut(withSelf(read.intent, ask.from), ask, deps), deps), ask, deps);
}

/** What the platform refuses for good is an answer too; what may be asked again goes back to the queue. */
async function orRefusal<T extends Answer | null>(work: () => Promise<T>, deps: Deps): Promise<T | Answer> {
  try {
    return await work();
  } catch (error) {
    if (!deps.isFailure(error) || error.verdict === 'retry') throw error;
    return tell(deps.failureSay(error));
  }
}

/** What the platform will not carry as it is would be refused again: the asker hears why instead. */
async function send(answer: Answer, ask: Ask, deps: Deps): Promise<void> {
  try {
    await sendOnce(answer, ask, deps);
  } catch (error) {
    if (!deps.isFailure(error) || error.verdict !== 'tell') throw error;
    await sendOnce(tell(deps.failureSay(error)), { ...ask, id: `${ask.id}-why` }, deps);
  }
}

/** One intent, one answer. */
async function carryOut(intent: Intent, ask: Ask, deps: Deps): Promise<Answer> {
  switch (intent.want) {
    case 'help':
      return help(intent.because, intent.suggestion ?? null, ask, deps);
    case 'book':
      return book(intent, ask, deps);
    case 'call':
      return call(intent, ask, deps);
    case 'list':
      return list(intent, ask, deps);
    case 'settings':
      return settings(intent, ask, deps.defaults, deps.settings);
    case 'show':
      return withMeeting(intent, ask, deps, false, (meeting) => show(meeting, ask, deps));
    case 'who':
      return withMeeting(intent, ask, deps, false, (meeting) => who(meeting, ask, deps));
    case 'invitation':
      return withMeeting(intent, ask, deps, false, async (meeting) => invite(meeting, ask));
    case 'share':
      return withMeeting(intent, ask, deps, true, (meeting) => shareView(meeting, ask, deps));
    case 'cancel':
      return withMeeting(intent, ask, deps, true, (meeting) => cancel(meeting, ask, deps));
    case 'extend':
      return withMeeting(intent, ask, deps, true, (meeting) => extend(meeting, intent.minutes, ask, deps, intent.slots));
    case 'change':
      return withMeeting(intent, ask, deps, true, async (meeting) =>
        Object.keys(intent.slots).length === 0 ? changeForm(meeting, ask) : change(meeting, intent.slots, ask, deps),
      );
    case 'move':
      return withMeeting(intent, ask, deps, true, (meeting) => move(meeting, intent, ask, deps));
  }
}

async function withMeeting(
  intent: Extract<Intent, { which: unknown }>,
  ask: Ask,
  deps: Deps,
  touch: boolean,
  then: (meeting: Meeting) => Promise<Answer>,
): Promise<Answer> {
  const found = await findMeeting(intent.which, ask, touch, deps);
  if (!('meeting' in found)) return found.view.show === 'list' ? { ...found, view: { ...found.view, pick: wantedOf(intent) } } : found;
  if (!touch) return then(found.meeting);
  return repeated(found.meeting, ask) ?? refusal(found.meeting, ask) ?? then(found.meeting);
}

/** What one press can do of it. A new time has no button: the form asks for it again. */
function wantedOf(intent: Extract<Intent, { which: unknown }>): Wanted {
  if (intent.want === 'extend' && intent.minutes <= MOST_PRESSED) return { act: 'extend', minutes: intent.minutes };
  return { act: intent.want === 'extend' || intent.want === 'move' ? 'change' : intent.want };
}

/** A button press is a sentence already parsed. Refusals were told in the toast; here they end quietly. */
async function press(incoming: Pressed, deps: Deps): Promise<void> {
  const read = readPress(incoming.action);
  if (!read) return;
  const id = meetingIdOf(read);
  const meeting = id === null ? null : await deps.store.get(id);
  const ask = await forItsGroup(read, await pressAsk(incoming, deps), deps);
  if (await refused(read, meeting, ask, deps)) return;
  const answer = await orRefusal(() => pressed(read, meeting, ask, deps), deps);
  if (!answer) return;
  // In a direct chat the redrawn card, where it is the one that was pressed, has said it already.
  const redrawn = ask.place.kind === 'direct' && ask.under !== null;
  if (redrawn && answer.to === 'everyone' && answer.view.show === 'notice' && lookOf(answer.view.say).tone === 'ok') return;
  await send(answer, ask, deps);
}

async function pressed(
  read: NonNullable<ReturnType<typeof readPress>>,
  meeting: Meeting | null,
  ask: Ask,
  deps: Deps,
): Promise<Answer | null> {
  const { act } = read;
  switch (act.act) {
    case 'help':
      return help('asked', null, ask, deps);
    case 'new':
      return book({ want: 'book', now: false, time: silent(), slots: {} }, ask, deps);
    case 'settings':
      return settings({ want: 'settings', scope: 'person', patch: {} }, ask, deps.defaults, deps.settings);
    case 'list':
      return act.turn ? null : list({ want: 'list', scope: act.scope, span: act.span }, ask, deps);
    case 'retry':
      return retry(act.id, ask, deps);
    case 'submit_settings': {
      const form = readSettingsForm(read.form);
      if (form.error) return null;
      const scope = act.scope ?? 'person';
      const patch = await wished(form.patch, scope, ask, deps.defaults, deps.settings);
      return settings({ want: 'settings', scope, patch }, ask, deps.defaults, deps.settings);
    }
    case 'submit_book': {
      const form = readForm(read.form, ask.zone, deps.now());
      if (!isComplete(form)) return null;
      const time: TimeReading = { ...silent(), start: { grain: 'minute', at: form.startAt }, end: { grain: 'minute', at: form.endAt } };
      const intent = { want: 'book', now: false, time, slots: slotsOf(form.draft, null) } as const;
      const answer = await book(intent, { ...ask, zone: form.zone }, deps, formAttempt(ask.about ?? ask.id));
      return formAgain(answer, 'book', null, form, ask);
    }
  }
  if (!meeting) return null;
  switch (act.act) {
    case 'refresh':
      await refresh(meeting, deps);
      await deps.enqueue([redrawJob(meeting.id, deps.now())]);
      return null;
    case 'show':
      return show(meeting, ask, deps);
    case 'who':
      return { ...(await who(meeting, ask, deps)), to: 'asker' };
    case 'invitation':
      return invite(meeting, ask);
    case 'share':
      return shareView(meeting, ask, deps);
    case 'change':
      return changeForm(meeting, ask);
    case 'submit_share': {
      const to = shareTarget(read);
      return to ? shareTo(meeting, to, ask, deps) : null;
    }
    case 'cancel':
      return repeated(meeting, ask) ?? cancel(meeting, ask, deps);
    case 'undo':
      return repeated(meeting, ask) ?? undo(meeting, ask, deps);
    case 'other_time':
      return repeated(meeting, ask) ?? (act.start === meeting.startAt ? null : takeOther(meeting, ask, deps));
    case 'extend':
      return repeated(meeting, ask) ?? extend(meeting, act.minutes, ask, deps);
    case 'submit_change': {
      const form = readForm(read.form, ask.zone, deps.now(), meeting.endAt - meeting.startAt);
      if (!isComplete(form)) return null;
      // A picker shows minutes only: a meeting that began at 10:00:30 was not moved by saving the form.
      const moved =
        pickerTime(meeting.startAt, form.zone) !== form.draft.start || meeting.endAt - meeting.startAt !== form.endAt - form.startAt;
      const window = moved ? { startAt: form.startAt, endAt: form.endAt, zone: meeting.zone } : null;
      const before = repeated(meeting, ask);
      return before ?? formAgain(await change(meeting, slotsOf(form.draft, meeting), ask, deps, window), 'change', meeting.id, form, ask);
    }
  }
}

/** Only the asker sees it; elsewhere than in the meeting's own chat, the password is for its owner and hosts. */
const invite = (meeting: Meeting, ask: Ask): Answer => ({
  view: { show: 'invitation', meeting: mayChange(meeting, ask.from) ? meeting : withoutPassword(meeting, ask) },
  to: 'asker',
});

const changeForm = (meeting: Meeting, ask: Ask): Answer => ({
  view: {
    show: 'form',
    mode: 'change',
    meetingId: meeting.id,
    draft: draftOfMeeting(meeting, ask.zone),
    errors: {},
    zone: ask.zone,
    inGroup: ask.place.kind === 'group',
  },
  to: 'asker',
});

/** What is refused after a form was handed in brings the form back, as typed, with the reason beside its field. */
function formAgain(answer: Answer, mode: 'book' | 'change', meetingId: string | null, form: FormRead, ask: Ask): Answer {
  const { view } = answer;
  const field = view.show === 'notice' ? fieldOf(view.say) : null;
  if (view.show !== 'notice' || field === null) return answer;
  const errors = { [field]: view.say };
  return { view: { show: 'form', mode, meetingId, draft: form.draft, errors, zone: form.zone, ...formPlace(ask.place) }, to: 'asker' };
}

function help(because: Extract<View, { show: 'help' }>['because'], suggestion: string | null, ask: Ask, deps: Deps): Answer {
  const view: View = { show: 'help', because, suggestion, inGroup: ask.place.kind === 'group', botName: deps.bot()?.name ?? '' };
  return { view, to: because === 'unknown' ? 'asker' : 'everyone' };
}

/** Once for each chat, however often it is opened. */
async function welcome(incoming: Extract<Incoming, { kind: 'bot_added' | 'bot_chat_entered' }>, deps: Deps): Promise<void> {
  const place: Place = { chatId: incoming.chatId, kind: incoming.kind === 'bot_added' ? 'group' : 'direct' };
  const ask = await askOf({ ...incoming, place, under: null, about: null, lang: null, hint: null }, deps);
  const key = `welcomed:${incoming.chatId}`;
  if (incoming.kind === 'bot_chat_entered' && !(await deps.marks.once(key, incoming.at))) return;
  await send(help('welcome', null, ask, deps), ask, deps);
}
