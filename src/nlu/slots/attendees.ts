/** Who else is asked to come. */
import type { PersonRef } from '../../domain/intent.ts';
import { type People, peopleAt } from '../entities/person.ts';
import type { Claim, Reading, Utterance } from '../utterance.ts';
import { freeMatches } from './edges.ts';

const ATTENDEES =
  /(?:参加的?人员?|参会人员?|参会者|参与人员?|参与者|与会人员?|与会者|(?:参会|与会|参加|出席|参与)(?=\s*[:：])|邀请人?|邀请|抄送|叫上|拉上|喊上|attendees?|participants?|invitees?|invite|guests?|cc)\s*(是|有|为|are|[:：=])?\s*/gi;
/** 约张三明天聊: a name, and then when or why. */
const MEET_ZH = /(?<=^|[\s,，!！。.~:：;；我想请要忙])约(?:一下|下|上)?\s*/g;
const MEET_NEXT = /^\s*(?:$|[,，。]|今|明|后天|下|上午|周|一起|聊|谈|开会|碰|见|\d)/;
const WITH =
  /(?:和|跟|与|同|约|叫|喊|请|拉|邀请|以及|还有|及|@|w\/|(?:叫|喊|请|拉|约|通知)(?:一下|上|一声)|\b(?:with|and|invite|including|include|for|plus|cc)\b)\s*$/i;

/** Everyone mentioned who is not a host, with the words that join them to the sentence. */
export function readAttendees(said: Utterance, people: People, taken: readonly PersonRef[]): Reading<PersonRef[]> {
  const found: PersonRef[] = [];
  const claims: Claim[] = [];
  if (people.size === 0 && !/约|参|与会|邀请|抄送|[叫拉喊]上|attend|participant|invite|guest|cc/i.test(said.text)) return { found, claims };
  for (const lead of freeMatches(said, MEET_ZH)) {
    const list = peopleAt(said, people, lead.index + lead[0].length, false);
    if (!list || !MEET_NEXT.test(said.text.slice(list.to))) continue;
    found.push(...list.people);
    claims.push({ from: lead.index, to: list.to, kind: 'attendees', note: list.people.map((one) => one.name).join(', ') });
  }
  for (const lead of freeMatches(said, ATTENDEES)) {
    const list = peopleAt(said, people, lead.index + lead[0].length, lead[1] !== undefined);
    if (!list) continue;
    found.push(...list.people);
    claims.push({ from: lead.index, to: list.to, kind: 'attendees', note: list.people.map((one) => one.name).join(', ') });
  }
  for (const [at, person] of people) {
    const part = said.claimAt(at);
    if (part?.kind !== 'mention' || taken.includes(person) || found.includes(person)) continue;
    found.push(person);
    const from = said.text.slice(0, at);
    const joined = WITH.exec(from);
    if (joined && joined[0].trim() !== '@' && said.free(joined.index, at)) {
      claims.push({ from: joined.index, to: at, kind: 'attendees', note: person.name });
      const stem = /(?:我|我们|咱们?)$/.exec(said.text.slice(0, joined.index));
      if (stem && said.free(stem.index, joined.index)) claims.push({ from: stem.index, to: joined.index, kind: 'filler' });
    }
  }
  return { found, claims };
}
