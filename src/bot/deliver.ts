import { render } from '../card/render.ts';
import type { View } from '../domain/view.ts';
import type { Ask } from '../meeting/ask.ts';
import { refuses } from '../text/notices.ts';
import { type Answer, line } from './answer.ts';
import type { Deps } from './deps.ts';
import { redrawJob } from './job-kinds.ts';
import { sharedBy } from './open-press.ts';
import type { Press } from './press.ts';
import { hasDone, noted, sendAll } from './reply.ts';
import { tellLater } from './tell-others.ts';
import { unlessRefused } from './unless-refused.ts';

/** Its card is a form that was handed in, asked, or promises what is to come: the outcome takes its place. */
export const isUsedUp = ({ act }: Press): boolean => act.onto !== undefined || act.act === 'retry' || act.act.startsWith('submit_');

/** In a group only the presser sees it; such a card can be taken away, not redrawn. Source: message-card, "visible to specified person". */
const isWhispered = ({ act, ask, shownIn }: Press): boolean =>
  (shownIn ?? ask.place).kind === 'group' &&
  act.onto !== 'shared' &&
  act.act !== 'retry' &&
  !(act.act === 'submit_settings' && act.scope === 'chat');

/** What a press led to; null: the redrawn card says it all. */
export async function deliver(answer: Answer | null, press: Press, deps: Deps): Promise<void> {
  const { ask, shownIn } = press;
  if (!isUsedUp(press) || (press.act.onto && answer && isRefusal(answer))) {
    if (answer) await sendAll(await quiet(answer, ask, deps), ask, deps);
    return;
  }
  const outcome = answer && !isTaken(answer) ? answer : null;
  if (isWhispered(press)) {
    // What asked goes, and with it the only answer to what was said: the outcome is told at once.
    if (outcome) await sendAll(press.act.onto ? outcome : await quiet(outcome, ask, deps), ask, deps);
    if (ask.about !== null) await deps.messages.unwhisper(ask.about);
  } else if (outcome === null) {
    // Where the redrawn meeting says it all, the question has been answered.
    if (press.act.onto === 'own') await drawPressed(line({ key: 'notice_ok' }), ask, deps);
    else await redrawn(ask, deps);
  } else if (shownIn && outcome.to === 'everyone') {
    await sendAll(outcome, ask, deps);
    await drawPressed(line({ key: 'done_there' }), { ...ask, place: shownIn }, deps);
  } else {
    await sendAll({ ...outcome, to: 'everyone', onto: ask.about }, shownIn ? { ...ask, place: shownIn } : ask, deps);
  }
}

/** What asked stays, to be answered in another way or once more. */
const isRefusal = ({ view }: Answer): boolean => view.show === 'notice' && refuses(view.say);

/** Pressed twice: the first press has done it. */
const isTaken = ({ view }: Answer): boolean => view.show === 'notice' && view.say.key === 'retry_gone';

/** The card that the first press put there stands for this one too. */
async function redrawn({ about }: Ask, deps: Pick<Deps, 'store' | 'enqueue' | 'now'>): Promise<void> {
  const meeting = about === null ? null : await deps.store.byCard(about);
  if (meeting) await deps.enqueue([redrawJob(meeting.id, deps.now())]);
}

/** A press has its toast and the redrawn card; the others are told a little later, of all that was changed until then. */
async function quiet(answer: Answer, ask: Ask, deps: Deps): Promise<Answer> {
  if (answer.view.show !== 'line' || !hasDone(answer)) return answer;
  const { alsoTo, ...rest } = answer;
  // The card that asked becomes the answer, for everybody here to see.
  if (answer.onto && !alsoTo) return answer;
  await tellLater(answer, ask, deps);
  return answer.onto ? rest : { ...rest, silent: true };
}

/** Another card in the place of the pressed one. Where that can't be done any more, the toast has to do. */
export async function drawPressed(
  view: View,
  ask: Ask,
  deps: Pick<Deps, 'messages' | 'lives' | 'isFailure' | 'note' | 'now'>,
): Promise<void> {
  const { about, from, id, lang, place } = ask;
  if (about === null) return;
  const card = render(view, { langs: sharedBy(view, ask) ? 'both' : lang });
  await unlessRefused(async () => {
    if (sharedBy(view, ask)) {
      await noted(view, () => deps.messages.patch(about, card).then(() => ({ messageId: about })), deps);
      return deps.lives.forgetDrawn(about);
    }
    const to = { chatId: place.chatId, openId: from, place: place.kind };
    await noted(view, () => deps.messages.whisper(to, card, `${id}-view`), deps);
    return deps.messages.unwhisper(about);
  }, deps);
}
