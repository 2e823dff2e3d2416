import type { Effect } from '../../conversation/memory.ts';
import type { Page } from '../../domain/action.ts';
import type { View } from '../../domain/view.ts';
import type { Ask } from '../../meeting/ask.ts';
import { withoutPassword } from '../../meeting/find.ts';
import { spanOf } from '../../meeting/list.ts';
import type { FindMeetings } from '../../meeting/ports/meetings.ts';
import { AHEAD } from '../../meeting/rules.ts';
import type { Answer } from '../answer.ts';
import type { Deps } from '../deps.ts';
import { type Doubts, doing, harmless, type Intents, type Presses } from './action.ts';

type ListView = Extract<View, { show: 'list' }>;

const PAGE = 5;

/** @param apart a meeting that is being cancelled in this moment */
export async function listView(wanted: Page, ask: Ask, deps: Deps, apart?: string): Promise<ListView> {
  const now = deps.now();
  const { from, until } = spanOf(wanted.span, now, ask.zone);
  const query: FindMeetings = {
    statuses: AHEAD,
    order: 'start',
    from: Math.max(from, now),
    ...(until === undefined ? {} : { until }),
    ...(wanted.scope === 'mine' ? { personId: ask.from } : { chatId: ask.place.chatId }),
    limit: PAGE,
    offset: wanted.page * PAGE,
  };
  const { meetings, total } = await deps.store.find(query);
  return {
    show: 'list',
    scope: wanted.scope,
    span: wanted.span,
    meetings: meetings.filter(({ id }) => id !== apart).map((meeting) => withoutPassword(meeting, ask)),
    page: wanted.page,
    pages: Math.max(1, Math.ceil(total / PAGE)),
    total,
    now,
    ...(until === undefined ? {} : { window: { from, until, zone: ask.zone } }),
    hidePasswords: ask.place.kind === 'group' && wanted.scope === 'mine',
  };
}

const listed = ({ meetings, scope, span, page, pages }: ListView): Effect => ({
  did: 'listed',
  ids: meetings.map(({ id }) => id),
  page: { scope, span, page, pages },
});

/** Mine concerns the asker alone; what is booked in the group concerns the group. */
async function list(wanted: Page, ask: Ask, deps: Deps): Promise<Answer> {
  const view = await listView(wanted, ask, deps);
  return { view, to: wanted.scope === 'mine' ? 'asker' : 'everyone', effects: [listed(view)] };
}

export const intents = {
  list: ({ scope, span, page = 0 }, ask, deps) => list({ scope, span, page }, ask, deps),
} satisfies Partial<Intents>;

export const presses = {
  list: {
    /** A page of the pressed list itself is turned in the answer; what was turned to is what "the second" means from now on. */
    async open({ act, ask }, deps) {
      if (!act.turn) return doing('doing_list');
      const view = await listView(act, ask, deps);
      return { toast: null, view, did: [listed(view)], work: false };
    },
    run: ({ act, ask }, deps) => list({ ...act, page: 0 }, ask, deps),
  },
} satisfies Partial<Presses>;

export const doubts = { list: harmless } satisfies Partial<Doubts>;
