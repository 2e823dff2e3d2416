/** What administrators see and do: in direct chats only, where nobody looks over their shoulder. */
import type { View } from '../../domain/view.ts';
import type { Ask } from '../../meeting/ask.ts';
import { spanOf } from '../../meeting/list.ts';
import { paceOf, undoneOf, whyNot } from '../../meeting/pace.ts';
import { DAY, MINUTE } from '../../meeting/rules.ts';
import { type Answer, line, tell } from '../answer.ts';
import type { Deps } from '../deps.ts';
import { type Doubts, doing, harmless, type Intents, type Presses, refused } from './action.ts';

type Panel = Extract<View, { show: 'admin' }>;

const MOST_DEAD = 5;
const MOST_DEEDS = 10;
const MOST_PEOPLE = 50;
const MOST_REFUSED = 5;
const MOST_TRACES = 300;
const HOUR = 60 * MINUTE;
const OF_LATE = 30 * DAY;

/** Why it is not told here; null: it may be. */
function refusedTo(ask: Ask, deps: Deps): Answer | null {
  if (!deps.admins.has(ask.from)) return tell({ key: 'admin_only' });
  return ask.place.kind === 'direct' ? null : tell({ key: 'admin_direct' });
}

interface Wanted {
  of: string | null;
  about?: Panel['about'] | undefined;
}

async function panel({ of, about }: Wanted, ask: Ask, deps: Deps): Promise<Answer> {
  const no = refusedTo(ask, deps);
  if (no) return no;
  const now = deps.now();
  const { from } = spanOf('today', now, ask.zone);
  const [today, jobs, dead, people, lately, undone] = await Promise.all([
    deps.audit.count(from),
    deps.jobs.count(),
    deps.jobs.dead(MOST_DEAD),
    deps.audit.people(now - OF_LATE, MOST_PEOPLE),
    deps.traces.since(now - HOUR, { most: MOST_TRACES }),
    deps.traces.since(from, { refused: true, most: MOST_TRACES }),
  ]);
  const view: Panel = {
    show: 'admin',
    today: { booked: today.booked ?? 0, changed: today.changed ?? 0, cancelled: today.cancelled ?? 0 },
    jobs: { waiting: jobs.waiting, running: jobs.running, dead: jobs.dead },
    trouble: deps.platformTrouble(),
    dead: dead.map(({ id, kind, diedAt, error }) => ({ id, kind, at: diedAt, error })),
    pace: paceOf(lately),
    undone: undoneOf(undone),
    about: about ?? null,
    person: of === null ? null : await personOf(of, deps),
    people,
    zone: ask.zone,
  };
  return { view, to: 'asker' };
}

async function personOf(openId: string, { audit, traces }: Deps): Promise<NonNullable<Panel['person']>> {
  const [entries, refused] = await Promise.all([
    audit.ofPerson(openId, MOST_DEEDS),
    traces.ofPerson(openId, { refused: true, most: MOST_REFUSED }),
  ]);
  return { openId, entries, refused: refused.map((trace) => ({ at: trace.at, ...whyNot(trace) })) };
}

export const intents = {
  async admin({ of, check, about }, ask, deps) {
    if (!check) return panel({ of: of?.openId ?? null, about }, ask, deps);
    return refusedTo(ask, deps) ?? { view: { show: 'diagnosis', checks: await deps.diagnose() }, to: 'asker' };
  },
} satisfies Partial<Intents>;

export const doubts = { admin: harmless } satisfies Partial<Doubts>;

export const presses = {
  admin: {
    async open({ ask, option }, deps) {
      if (!deps.admins.has(ask.from)) return refused({ key: 'admin_only' });
      const { view } = await panel({ of: option }, ask, deps);
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
