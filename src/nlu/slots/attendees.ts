/** Who else is asked to come. */
import type { PersonRef } from '../../domain/intent.ts';
import { type People, peopleAt } from '../entities/person.ts';
import { phrase } from '../phrase.ts';
import type { Shapes } from '../phrase-shapes.ts';
import type { Claim, Reading, Utterance } from '../utterance.ts';
import { beginsAt, EDGES } from './edges.ts';

const SHAPES: Shapes = { ...EDGES, SIGN: (said, at) => (/[:：=]/.test(said.text.charAt(at)) ? at + 1 : null) };
/** 参会人：…, cc … */
const LISTED = phrase('( attend.noun | attend.verb &SIGN ) sign=( slot.is | attend.are | SIGN )?');
/** 约张三明天聊: a name, and then when or why. */
const THEN = phrase('END | DIGIT | attend.then');

/** Everyone mentioned who is not a host, with the words that join them to the sentence. */
export function readAttendees(message: Utterance, people: People, taken: readonly PersonRef[]): Reading<PersonRef[]> {
  const found: PersonRef[] = [];
  const claims: Claim[] = [];
  let said = message;
  const claim = (...more: Claim[]): void => {
    claims.push(...more);
    said = said.with(more);
  };
  const join = (from: number, at: number, loose: boolean, goesOn = (_: number): boolean => true): void => {
    const list = peopleAt(said, people, at, loose);
    if (!list || !goesOn(list.to)) return;
    found.push(...list.people);
    claim({ from, to: list.to, kind: 'attendees', note: list.people.map((one) => one.name).join(', ') });
  };
  for (const meet of said.freeHits('attend.meet'))
    if (asked(said, meet.from)) join(meet.from, meet.to, false, (to) => THEN.at(said, to, SHAPES) !== null);
  for (const lead of LISTED.all(said, SHAPES)) join(lead.from, lead.to, lead.parts['sign'] !== undefined);
  for (const [at, person] of people) {
    if (said.claimAt(at)?.kind !== 'mention' || taken.includes(person) || found.includes(person)) continue;
    found.push(person);
    const word = said.hitEnding('attend.with', wordEnd(said, at));
    if (!word || !said.free(word.from, at)) continue;
    claim({ from: word.from, to: at, kind: 'attendees', note: person.name });
  }
  return { found, claims };
}

const asked = (said: Utterance, at: number): boolean => beginsAt(said, at) || said.hitEnding('attend.asker', at) !== undefined;

function wordEnd(said: Utterance, at: number): number {
  let to = at;
  while (/\s/.test(said.text.charAt(to - 1))) to -= 1;
  return to;
}
