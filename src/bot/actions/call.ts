import { mainlandNumber } from '../../meeting/phone.ts';
import type { Plan } from '../../meeting/plan.ts';
import { MINUTE } from '../../meeting/rules.ts';
import { tell } from '../answer.ts';
import { bookPlan } from '../book-plan.ts';
import type { Doubts, Intents } from './action.ts';

export const intents = {
  /** A 1:1 call to a phone: `meeting_initial_type` 2, no recording (123002), no group to share it with. */
  async call(intent, ask, deps) {
    if (ask.foreign) return tell({ key: 'other_company' });
    if (ask.place.kind === 'group') return tell({ key: 'call_not_in_group' });
    if (intent.record) return tell({ key: 'call_no_record' });
    const phone = mainlandNumber(intent.phone);
    if (!phone) return tell({ key: 'phone_bad', args: { phone: intent.phone } });
    const now = deps.now();
    const plan: Plan = {
      kind: 'call',
      topic: null,
      startAt: now,
      endAt: now + ask.settings.minutes * MINUTE,
      zone: ask.zone,
      password: { set: 'owner' },
      hostIds: [],
      record: false,
      connect: null,
      join: { who: 'anyone' },
      canHost: null,
      canInvite: null,
      assumed: [],
      other: null,
      rrule: null,
      callee: { phone, name: intent.name },
    };
    return bookPlan(plan, ask, ask.id, deps);
  },
} satisfies Partial<Intents>;

export const doubts = {
  call: async (intent, ask) =>
    ask.foreign
      ? tell({ key: 'other_company' })
      : { say: { key: 'offer_call', args: { phone: intent.phone } }, yes: { key: 'offer_yes_call' }, intent },
} satisfies Partial<Doubts>;
