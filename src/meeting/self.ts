import type { Audience, Intent, PersonRef, Slots, Understood } from '../domain/intent.ts';

const SELF = /^(?:我|我自己?|i|me|myself)$/i;

/** 我 and "me" are whoever asks: 只有我能邀请, only I can invite. */
export function withSelf(heard: Understood, openId: string): Understood {
  const intent = ofSelf(heard.intent, openId);
  return { ...heard, intent, ...(heard.intents ? { intents: heard.intents.map((one) => ofSelf(one, openId)) } : {}) };
}

function ofSelf(intent: Intent, openId: string): Intent {
  if (!('slots' in intent) || !intent.slots) return intent;
  const known = (people: PersonRef[]): PersonRef[] =>
    people.map((person) => (!person.openId && SELF.test(person.name) ? { ...person, openId } : person));
  const open = (audience: Audience): Audience => (audience.who === 'people' ? { who: 'people', people: known(audience.people) } : audience);
  const { hosts, attendees, join, canHost, canInvite } = intent.slots;
  const slots: Slots = {
    ...intent.slots,
    ...(hosts ? { hosts: known(hosts) } : {}),
    ...(attendees ? { attendees: known(attendees) } : {}),
    ...(join ? { join: open(join) } : {}),
    ...(canHost ? { canHost: open(canHost) } : {}),
    ...(canInvite ? { canInvite: open(canInvite) } : {}),
  };
  return { ...intent, slots };
}
