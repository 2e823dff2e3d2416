import type { Place } from '../domain/event.ts';
import type { Audience, PersonRef, Slots } from '../domain/intent.ts';
import type { Say } from '../domain/say.ts';
import type { Settings } from '../domain/settings.ts';
import { isPassword, MAX_HOSTS } from './rules.ts';

/** Long enough for any topic; longer ones would push the meeting off its own card. */
const MAX_TOPIC = 200;

/** Controls and direction marks would hide or reorder what stands beside them; joiners stay, emoji need them. */
const visible = (text: string): string => text.replace(/\p{Cc}/gu, ' ').replace(/(?!\u200C|\u200D)\p{Cf}/gu, '');

export const cutTopic = (topic: string | undefined): string | null => {
  const points = [...visible(topic ?? '').trim()];
  return points.length === 0 ? null : points.slice(0, MAX_TOPIC).join('');
};

/** People named as hosts or guests must be @-mentioned: a name alone is nobody. */
export function peopleProblem(people: PersonRef[]): Say | null {
  const unknown = people.filter((person) => !person.openId).map((person) => person.name);
  return unknown.length > 0 ? { key: 'people_unknown', args: { names: unknown.join('、') } } : null;
}

const idsOf = (people: PersonRef[]): string[] => [...new Set(people.map((one) => one.openId).filter((id) => id !== undefined))];

export const hostIdsOf = (hosts: PersonRef[] | undefined): string[] => idsOf((hosts ?? []).filter((host) => !host.bot));

/** Other bots that were named as hosts: nobody could be one less. */
export const botsIn = (hosts: PersonRef[] | undefined): string[] => idsOf((hosts ?? []).filter((host) => host.bot));

/** Only the invited: the people named, or else everybody mentioned in the message. A direct chat is no group to keep it to. */
export function joinOf(slots: Slots, settings: Settings, kind: Place['kind']): Audience {
  const usual = kind === 'direct' && settings.access === 'chat' ? 'company' : settings.access;
  const join = slots.join ?? { who: usual };
  return join.who === 'people' && join.people.length === 0 ? { who: 'people', people: slots.attendees ?? [] } : join;
}

/** @param kind of the meeting's own chat */
export function slotsProblem(slots: Slots, kind: Place['kind']): Say | null {
  if (kind === 'direct' && [slots.join, slots.canHost, slots.canInvite].some((open) => open?.who === 'chat'))
    return { key: 'access_no_group' };
  if (typeof slots.password === 'string' && !isPassword(slots.password)) return { key: 'password_bad' };
  if ((slots.hosts?.length ?? 0) > MAX_HOSTS) return { key: 'too_many_hosts', args: { max: MAX_HOSTS } };
  return peopleProblem([...(slots.hosts ?? []), ...(slots.join?.who === 'people' ? slots.join.people : [])]);
}
