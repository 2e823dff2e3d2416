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
      return doubt(meant, memory, ask, deps);
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

type Doubted = Pick<Extract<Meant, { means: 'do' | 'ask' }>, 'intents' | 'corrects'>;

const isIdle = ({ view, to }: Answer): boolean => view.show === 'notice' && to === 'asker';

/** 不对，是4点 of somebody else's meeting: that only its owner may is said. */
const isRefused = ({ view }: Answer): boolean => view.show === 'notice' && view.say.key === 'not_yours';

/** Offered, never twice for one matter; what harms nobody is just done. */
async function doubt({ intents, corrects }: Doubted, memory: Memory, ask: Ask, deps: Deps): Promise<Answer | null> {
  const [first, ...rest] = intents;
  if (!first) return null;
  const question = await doubtOf(first, ask, deps);
  if (!question) return inOrder(intents, ask, deps);
  // Why it could not be done even if it was meant: of no use to a group that only talks.
  if ('view' in question) return isIdle(question) && ask.place.kind === 'group' && !(corrects && isRefused(question)) ? null : question;
  const before = offeredBefore([question.intent, ...rest], memory);
  if (before === 'settled') return ask.place.kind === 'group' ? null : tell({ key: 'offer_declined' });
  return before ?? offer(question, rest, ask, deps);
}

type Timed = Extract<Intent, { want: 'book' | 'move' }>;
const isTimed = (intent: Intent): intent is Timed => intent.want === 'book' || intent.want === 'move';

/** Slot by slot: booked as soon as it is whole, else the next thing is asked. */
async function fill({ open, more }: Extract<Meant, { means: 'fill' }>, ask: Ask, deps: Deps): Promise<Answer> {
  const drafts = open.intents.filter((one): one is Booking => one.want === 'book').map((one) => completed(one, more, ask.zone));
  const [booking, ...others] = drafts;
  if (!booking) return tell({ key: 'not_understood' });
  // Said of all that are offered: which one is meant is still open.
  if (open.kind === 'choice' && others.length > 0)
    return inOrder([{ ...booking, options: drafts.map(({ time }) => time) }, ...(open.rest ?? [])], ask, deps);
  const rest = open.kind === 'offer' ? open.intents.slice(1) : (open.rest ?? []);
  const planned = planBooking(booking, ask, deps.now());
  if ('open' in planned) {
    const day = booking.time.start !== null;
    return {
      ...tell({ key: day ? 'draft_when' : 'draft_which_day' }),
      effects: [{ did: 'opened', open: { id: ask.id, kind: 'draft', intents: [booking], ...(rest.length > 0 ? { rest } : {}) } }],
    };
  }
  const answer = await agree([booking, ...rest], ask, deps);
  // The form beside it is done with.
  return open.kind === 'draft' ? { ...answer, effects: [...(answer.effects ?? []), { did: 'filled' }] } : answer;
}

async function choose({ open, by }: Extract<Meant, { means: 'choose' }>, ask: Ask, deps: Deps): Promise<Answer> {
  const rest = open.rest ?? [];
  if (typeof by === 'number') return agree([...open.intents.slice(by, by + 1), ...rest], ask, deps);
  const among = open.intents.filter(isTimed);
  const [one, ...others] = fitting(among, by, ask.zone);
  if (one && others.length === 0) return agree([one, ...rest], ask, deps);
  const [first] = among;
  if (!first) return tell({ key: 'not_understood' });
  // Still several of them, or another time altogether.
  if (one) return inOrder([{ ...first, options: [one, ...others].map(({ time }) => time) }, ...rest], ask, deps);
  return inOrder(
    [first.want === 'book' ? completed(first, { time: by, slots: {} }, ask.zone) : { ...first, time: by }, ...rest],
    ask,
    deps,
  );
}

/** Talk is left alone in a group; whoever writes to the bot directly gets a word. */
async function nothing(intent: Intent, ask: Ask, deps: Deps): Promise<Answer | null> {
  if (intent.want === 'nothing' && intent.because === 'talk' && ask.place.kind === 'group') return null;
  return inOrder([intent], ask, deps);
}
