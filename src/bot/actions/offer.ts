import type { Open } from '../../conversation/memory.ts';
import type { Intent } from '../../domain/intent.ts';
import { type Answer, line, notice, tell } from '../answer.ts';
import type { Deps } from '../deps.ts';
import type { Press } from '../press.ts';
import { recalled } from '../recall.ts';
import { doing, type OnPress, type Presses, refused } from './action.ts';
import { draftForm } from './book.ts';
import { inOrder } from './in-order.ts';

type OnOffer = 'accept' | 'amend' | 'decline';

/** What was offered to this person here, if it is still open: nobody else's tap counts, nor one that comes too late. */
async function openOffer(press: Press, deps: Deps): Promise<Open | null> {
  const { open } = await recalled(press.ask, deps);
  return open && 'offer' in press.act && open.id === press.act.offer ? open : null;
}

interface Tap<A extends OnOffer> {
  open(press: Press, open: Open): ReturnType<typeof doing>;
  run(open: Open, press: Parameters<OnPress<A>['run']>[0], deps: Deps): Promise<Answer | null>;
}

const onOffer = <A extends OnOffer>(tap: Tap<A>): OnPress<A> => ({
  async open(press, deps) {
    const open = await openOffer(press as Press, deps);
    return open ? tap.open(press as Press, open) : refused({ key: 'offer_gone' });
  },
  async run(press, deps) {
    // Tapped twice: the first one did it.
    const open = await openOffer(press as Press, deps);
    return open ? tap.run(open, press, deps) : null;
  },
});

/** What the tap agrees to: all that was offered, or the one that was chosen. */
function agreedTo({ kind, intents, rest = [] }: Open, nth: number | undefined): Intent[] {
  if (kind !== 'choice') return intents;
  const chosen = intents[nth ?? 0];
  return chosen ? [chosen, ...rest] : [];
}

export const presses = {
  accept: onOffer<'accept'>({
    open: () => doing('doing_it'),
    async run(open, { act, ask }, deps) {
      const answer = await inOrder(agreedTo(open, act.nth), { ...ask, agreed: true }, deps);
      const effects = [{ did: 'agreed' as const }, ...(answer.effects ?? [])];
      if (answer.to === 'everyone' || ask.place.kind === 'direct') return { ...answer, onto: ask.about, effects };
      // Its buttons are used up; what is for the asker alone cannot stand there.
      const used: Answer = { view: line({ key: 'told_alone' }), to: 'everyone', onto: ask.about };
      return { ...answer, effects, more: [...(answer.more ?? []), used] };
    },
  }),

  amend: onOffer<'amend'>({
    open: () => doing('doing_form'),
    async run({ intents: [first, ...rest] }, { ask }, deps) {
      return first?.want === 'book' ? draftForm(first, ask, deps, rest) : tell({ key: 'stale_button' });
    },
  }),

  decline: onOffer<'decline'>({
    open: () => ({ ...doing('doing_nothing', notice({ key: 'offer_declined' })) }),
    run: async () => ({ ...tell({ key: 'offer_declined' }), silent: true, effects: [{ did: 'declined' }] }),
  }),
} satisfies Partial<Presses>;
