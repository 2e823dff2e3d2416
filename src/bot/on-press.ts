import type { Ask } from '../meeting/ask.ts';
import { onPressOf } from './actions/presses.ts';
import { tell } from './answer.ts';
import type { Deps } from './deps.ts';
import { openPress, type Pressed } from './open-press.ts';
import type { Opened, Opening, Press } from './press.ts';
import { orRefusal, send, sendAll } from './reply.ts';

/** A press that could not be opened while the presser's client waited: whoever heard nothing then is told now. */
export async function onLatePress(pressed: Pressed, deps: Deps): Promise<void> {
  const { opened, opening } = await openPress(pressed, deps);
  if (opened.press) await runPress(opened.press, deps);
  else await tellLate(opening, opened.ask, deps);
}

/** Refusals were told in the toast; here they end quietly. */
export async function onPress({ press }: Opened, deps: Deps): Promise<void> {
  if (press) await runPress(press, deps);
}

async function tellLate({ view, toast }: Opening, ask: Ask, deps: Deps): Promise<void> {
  if (view) await send({ view, to: 'asker' }, ask, deps);
  else if (toast) await send(tell(toast.say), ask, deps);
}

async function runPress(press: Press, deps: Deps): Promise<void> {
  const { ask } = press;
  const answer = await orRefusal(() => onPressOf(press).run(press, deps), deps);
  if (!answer) return;
  // In a direct chat the redrawn card, where it is the one that was pressed, has said it already.
  const redrawn = ask.place.kind === 'direct' && ask.under !== null;
  const saidIt = redrawn && answer.to === 'everyone' && answer.view.show === 'line';
  await sendAll(saidIt ? { ...answer, silent: true } : answer, ask, deps);
}
