import type { Booking, Meant } from '../conversation/interpret.ts';
import type { Memory } from '../conversation/memory.ts';
import type { Intent } from '../domain/intent.ts';
import type { Ask } from '../meeting/ask.ts';
import { completed, fitting } from '../meeting/complete.ts';
import { planBooking } from '../meeting/plan.ts';
import { inOrder } from './actions/in-order.ts';
import { doubtOf } from './actions/intents.ts';
import { type Answer, tell } from './answer.ts';
import type { Deps } from './deps.ts';
import { offer, offeredBefore } from './offer.ts';

/** What a message means here → the answer; null: silence. */
export async function converse(meant: Meant, memory: Memory, ask: Ask, deps: Deps): Promise<Answer | null> {
  switch (meant.means) {
    case 'do':
      return meant.agreed ? agree(meant.intents, ask, deps) : inOrder(meant.intents, ask, deps);
    case 'ask':
      return doubt(meant.intents, memory, ask, deps);
    case 'fill':
      return fill(meant, ask, deps);
    case 'choose':
      return choose(meant, ask, deps);
    case 'decline':
      return { ...tell({ key: 'offer_declined' }), effects: [{ did: 'declined' }] };
    case 'nothing':
      return nothing(meant.intent, ask, deps);
  }
}

async function agree(intents: Intent[], ask: Ask, deps: Deps): Promise<Answer> {
  const answer = await inOrder(intents, { ...ask, agreed: true }, deps);
  return { ...answer, effects: [{ did: 'agreed' }, ...(answer.effects ?? [])] };
}

/** Offered, never twice for one matter; what harms nobody is just done. */
async function doubt(intents: Intent[], memory: Memory, ask: Ask, deps: Deps): Promise<Answer | null> {
  const [first, ...rest] = intents;
  if (!first) return null;
  const question = await doubtOf(first, ask, deps);
  if (!question) return inOrder(intents, ask, deps);
  // Why it could not be done even if it was meant: of no use to a group that only talks.
  if ('view' in question) return question.view.show === 'notice' && question.to === 'asker' && ask.place.kind === 'group' ? null : question;
  const before = offeredBefore([question.intent, ...rest], memory);
  if (before === 'settled') return ask.place.kind === 'group' ? null : tell({ key: 'offer_declined' });
  return before ?? offer(question, rest, ask);
}

/** Slot by slot: booked as soon as it is whole, else the next thing is asked. */
async function fill({ open, more }: Extract<Meant, { means: 'fill' }>, ask: Ask, deps: Deps): Promise<Answer> {
  const [, ...rest] = open.intents;
  const booking = completed(open.intents.find((one): one is Booking => one.want === 'book')!, more, ask.zone);
  const planned = planBooking(booking, ask, deps.now());
  if ('open' in planned) {
    const day = booking.time.start !== null;
    return {
      ...tell({ key: day ? 'draft_when' : 'draft_which_day' }),
      effects: [{ did: 'opened', open: { id: ask.id, kind: 'draft', intents: [booking, ...rest] } }],
    };
  }
  return agree([booking, ...rest], ask, deps);
}

async function choose({ open, time }: Extract<Meant, { means: 'choose' }>, ask: Ask, deps: Deps): Promise<Answer> {
  const among = open.intents.filter((one): one is Booking => one.want === 'book');
  const [one, ...others] = fitting(among, time, ask.zone);
  if (one && others.length === 0) return agree([one], ask, deps);
  // Another time altogether, or still several of them.
  const [first] = among;
  const again = { ...first!, options: (one ? [one, ...others] : []).map((each) => each.time) };
  return inOrder([one ? again : completed(first!, { time, slots: {} }, ask.zone)], ask, deps);
}

/** Talk is left alone in a group; whoever writes to the bot directly gets a word. */
async function nothing(intent: Intent, ask: Ask, deps: Deps): Promise<Answer | null> {
  if (intent.want === 'nothing' && intent.because === 'talk' && ask.place.kind === 'group') return null;
  return inOrder([intent], ask, deps);
}
