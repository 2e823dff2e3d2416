/** What administrators see and do: in direct chats only, where nobody looks over their shoulder. */
import type { View } from '../../domain/view.ts';
import type { Ask } from '../../meeting/ask.ts';
import { spanOf } from '../../meeting/list.ts';
import { DAY } from '../../meeting/rules.ts';
import { type Answer, line, tell } from '../answer.ts';
import type { Deps } from '../deps.ts';
import { type Doubts, doing, harmless, type Intents, type Presses, refused } from './action.ts';

const MOST_DEAD = 5;
const MOST_DEEDS = 10;
const MOST_PEOPLE = 50;
const OF_LATE = 30 * DAY;

/** Why it is not told here; null: it may be. */
function refusedTo(ask: Ask, deps: Deps): Answer | null {
  if (!deps.admins.has(ask.from)) return tell({ key: 'admin_only' });
  return ask.place.kind === 'direct' ? null : tell({ key: 'admin_direct' });
}

async function panel(of: string | null, ask: Ask, deps: Deps): Promise<Answer> {
  const no = refusedTo(ask, deps);
  if (no) return no;
  const now = deps.now();
  const [today, jobs, dead, people] = await Promise.all([
    deps.audit.count(spanOf('today', now, ask.zone).from),
    deps.jobs.count(),
    deps.jobs.dead(MOST_DEAD),
    deps.audit.people(now - OF_LATE, MOST_PEOPLE),
  ]);
  const view: Extract<View, { show: 'admin' }> = {
    show: 'admin',
    today: { booked: today.booked ?? 0, changed: today.changed ?? 0, cancelled: today.cancelled ?? 0 },
    jobs: { waiting: jobs.waiting, running: jobs.running, dead: jobs.dead },
    trouble: deps.platformTrouble(),
    dead: dead.map(({ id, kind, diedAt, error }) => ({ id, kind, at: diedAt, error })),
    person: of === null ? null : { openId: of, entries: await deps.audit.ofPerson(of, MOST_DEEDS) },
    people,
    zone: ask.zone,
  };
  return { view, to: 'asker' };
}

export const intents = {
  async admin({ of, check }, ask, deps) {
    if (!check) return panel(of?.openId ?? null, ask, deps);
    return refusedTo(ask, deps) ?? { view: { show: 'diagnosis', checks: await deps.diagnose() }, to: 'asker' };
  },
} satisfies Partial<Intents>;

export const doubts = { admin: harmless } satisfies Partial<Doubts>;

export const presses = {
  admin: {
    async open({ ask, option }, deps) {
      if (!deps.admins.has(ask.from)) return refused({ key: 'admin_only' });
      const { view } = await panel(option, ask, deps);
      return { toast: null, view, work: false };
    },
    run: async () => null,
  },
  replay: {
    open: async ({ ask }, deps) => (deps.admins.has(ask.from) ? doing('admin_replaying') : refused({ key: 'admin_only' })),
    async run({ act, ask }, deps) {
      if (!deps.admins.has(ask.from)) return tell({ key: 'admin_only' });
      const found = await deps.jobs.replay(act.job);
      return { view: line({ key: found ? 'admin_replayed' : 'admin_replay_gone' }), to: 'asker' };
    },
  },
} satisfies Partial<Presses>;
