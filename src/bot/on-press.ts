import type { Act } from '../domain/action.ts';
import type { Say } from '../domain/say.ts';
import type { Ask } from '../meeting/ask.ts';
import { inOrder } from './actions/in-order.ts';
import { onPressOf } from './actions/presses.ts';
import { type Answer, line, tell } from './answer.ts';
import { deliver, drawPressed, isUsedUp } from './deliver.ts';
import type { Deps } from './deps.ts';
import { TooLate } from './late.ts';
import { openPress, type Pressed } from './open-press.ts';
import type { Opened, Opening, Press } from './press.ts';
import { keep, recalled } from './recall.ts';
import { orRefusal, send } from './reply.ts';

/** A press that could not be opened while the presser's client waited: whoever heard nothing then is told now. */
export async function onLatePress(pressed: Pressed, deps: Deps): Promise<void> {
  const { opened, opening } = await openPress(pressed, deps);
  noted(opened, deps);
  await keep(opened.did, opened.ask, deps);
  if (opened.press) await runPress(opened.press, deps);
  else await tellLate(opening, opened.ask, deps);
}

/** Refusals were told in the toast; here they end quietly. */
export async function onPress(opened: Opened, deps: Deps): Promise<void> {
  const { ask, press, view } = opened;
  noted(opened, deps);
  await keep(opened.did, ask, deps);
  if (view && !(press && isUsedUp(press))) await drawPressed(view, ask, deps);
  if (press) await runPress(press, deps);
}

/** A label that was written: what the toast would have said is the answer, where nothing else is. */
export async function pressWritten(press: Press, deps: Deps): Promise<Answer | null> {
  deps.note.pressed(press.act.act);
  const { toast, view, work } = await onPressOf(press).open(press, deps);
  if (work) return (await orLate(press, deps)) ?? (toast && { view: line(toast.say), to: 'asker' });
  return view ? { view, to: 'asker' } : toast && tell(toast.say);
}

function noted({ ask, told }: Opened, { note }: Deps): void {
  note.asked({ id: ask.id, kind: 'press', at: ask.at, personId: ask.from, chatId: ask.place.chatId, messageId: ask.about ?? ask.id });
  note.pressed(told?.act ?? null);
  if (told?.no) note.refused(told.no);
  if (told?.show && ask.about !== null) note.shown(told.show, ask.at, ask.about);
}

async function tellLate({ view, toast }: Opening, ask: Ask, deps: Deps): Promise<void> {
  if (view) await send({ view, to: 'asker' }, ask, deps);
  else if (toast) await send(tell(toast.say), ask, deps);
}

/** What comes too late is not done; the same button once more does it. */
async function orLate(press: Press, deps: Deps): Promise<Answer | null> {
  try {
    return await runWithRest(press, deps);
  } catch (error) {
    if (!(error instanceof TooLate)) throw error;
    const say: Say = { key: 'late_not_done', args: { minutes: error.minutes } };
    const act: Act = press.act.act === 'cancel' ? { act: 'cancel', id: press.act.id, sure: true } : press.act;
    return { view: { show: 'notice', say, acts: [{ label: { key: 'offer_yes_late' }, act: { ...act, onto: 'own' } }] }, to: 'asker' };
  }
}

async function runPress(press: Press, deps: Deps): Promise<void> {
  await deliver(await orRefusal(() => orLate(press, deps), deps), press, deps);
}

/** What waited for a form is done once that has booked. */
async function runWithRest(press: Press, deps: Deps): Promise<Answer | null> {
  const { act, ask } = press;
  const { open } = act.act === 'submit_book' ? await recalled(ask, deps) : { open: null };
  const answer = await onPressOf(press).run(press, deps);
  const rest = open?.kind === 'draft' ? (open.rest ?? []) : [];
  if (rest.length === 0 || !answer?.effects?.some((effect) => effect.did === 'booked')) return answer;
  return { ...answer, more: [...(answer.more ?? []), await inOrder(rest, { ...ask, id: `${ask.id}-rest` }, deps)] };
}
