/** Who may join, become host, or invite, in people's own words. */
import type { Audience, PersonRef } from '../../domain/intent.ts';
import { clauseStarts } from '../clause-starts.ts';
import { type People, peopleAt } from '../entities/person.ts';
import { type Match, type Phrase, phrase } from '../phrase.ts';
import type { Claim, Reading, Utterance } from '../utterance.ts';
import { beginsAt, EDGES } from './edges.ts';

export interface AccessSaid {
  /** Said as a change of something that exists. */
  changing?: true;
  join?: Audience;
  canHost?: Audience;
  canInvite?: Audience;
  /** `@张三` of 只有@张三能进: asked to come by that alone. */
  people: PersonRef[];
}

type Right = 'join' | 'canHost' | 'canInvite';

const OF = 'slot.of? access.member? access.in?';
const CHAT = `( ${OF} chat=access.chat access.inside? slot.of? access.member? )`;
const COMPANY = `( ${OF} company=access.company access.inside? slot.of? access.member? )`;
const INVITED = '( invited=access.invited slot.of? access.member? )';
const SOME = `( ${CHAT} | ${COMPANY} | ${INVITED} | me=access.me | slot.article? invited=host.noun )`;
const ALL = `( ( access.linked? slot.of? all=access.anyone access.linked? | all=access.linked slot.of? ) ( access.in ( chat=access.chat | company=access.company ) )? )`;
const OUTSIDE = '( slot.article? ( access.outside slot.of? access.member? | access.guest ) )';
const MAY = '( join=access.join | invite=access.invite | host=access.host | access.become? slot.article? host=host.noun ) slot.it?';

const RULES = [
  /** 别让外人进来 */
  phrase(`slot.no access.let? ${OUTSIDE} access.can* company=( access.join )`),
  phrase(`( access.only | access.let ) ${SOME} access.can* ${MAY}`),
  phrase(`access.let? ${ALL} access.can+ ${MAY}`),
  phrase(`access.let ${ALL} access.can* join=access.join slot.it?`),
  /** let external people join, guests are welcome to join */
  phrase(`access.let all=${OUTSIDE} access.can* join=( access.join | access.in &( END | CLAIMED | name.determiner ) ) slot.it?`),
  /** let anyone in */
  phrase(`access.let ${ALL} join=access.in &END`),
  phrase(`( ${CHAT} | ${COMPANY} ) access.can+ ${MAY}`),
  /** 客户也要能进 */
  phrase(`access.let? all=access.guest ( access.also | access.can )+ access.can ${MAY}`),
  /** 外部人员不能进 */
  phrase(`access.outside slot.of? access.member? slot.no ( access.can | access.let )* company=( access.join )`),
];
/** Without a verb: 仅限本群, company only, open to anyone. */
const BARE = [
  phrase('all=access.open'),
  phrase(`( access.limit | access.only ) slot.it? ( ${CHAT} | ${COMPANY} | ${INVITED} ) _AFTER`),
  phrase(`( ${CHAT} | ${COMPANY} | ${INVITED} ) access.behind _AFTER`),
  /** 改成内部会议 */
  phrase(`access.made company=access.company meeting.noun _AFTER`),
];
/** lock the retro to this group, open the demo to everyone: the meeting stands between. */
const TO = `to=( access.apart? slot.into ( ${CHAT} | ${COMPANY} | ${INVITED} | all=access.anyone | all=${OUTSIDE} ) access.behind? ) &( END | tail | thanks )`;
const CONFINED = phrase(`lead=access.confine name=( name.determiner ANY ) ${TO}`);
const FAR = phrase(`lead=access.confine name=ANY ${TO}`);
const MAY_PEOPLE = phrase(`access.can* ${MAY}`);
const LABEL = phrase('access.label COLON');
/** … and make it company only */
const MADE = phrase('slot.ask? change.make slot.it');

export function readAccess(message: Utterance, people: People): Reading<AccessSaid> {
  const found: AccessSaid = { people: [] };
  const claims: Claim[] = [];
  let said = message;
  const take = (right: Right, who: Audience, claim: Claim): void => {
    found[right] = who;
    claims.push(claim);
    said = said.with([claim]);
  };
  for (const one of namedPeople(said, people)) {
    found.people.push(...one.people);
    take(one.right, { who: 'people', people: one.people }, one.claim);
  }
  for (const rule of RULES)
    for (let match = rule.find(said, 0, EDGES); match; match = rule.find(said, match.to, EDGES))
      if (said.text.charAt(match.to) !== ':') take(rightOf(match), audienceOf(match), claimOf(said, match));
  if (found.join) return { found, claims };
  const confined = readFar(said, CONFINED);
  if (confined) return confined;
  for (const bare of BARE) {
    const match = bare.find(said, 0, EDGES);
    if (!match || !(beginsAt(said, match.from) || said.hitEnding('meeting.noun', match.from) || said.hitAt('access.made', match.from)))
      continue;
    take('join', audienceOf(match), claimOf(said, match));
    break;
  }
  return (found.join ? null : readFar(said, FAR)) ?? { found, claims };

  function readFar(from: Utterance, pattern: Phrase): Reading<AccessSaid> | null {
    const far = pattern.find(from, 0, EDGES);
    const { lead, name, to } = far?.parts ?? {};
    if (!far || !lead || !name || !to || from.text.slice(name.from, name.to).trim() === '' || !clauseStarts(from).includes(far.from))
      return null;
    take('join', audienceOf(far), { from: to.from, to: to.to, kind: 'slot', note: `open to ${audienceOf(far).who}` });
    return { found: { ...found, changing: true }, claims: [...claims, { from: lead.from, to: lead.to, kind: 'slot' }] };
  }
}

function* namedPeople(said: Utterance, people: People): Generator<{ people: PersonRef[]; right: Right; claim: Claim }> {
  for (const only of said.freeHits('access.only')) {
    const at = only.to + (/^\s*/.exec(said.text.slice(only.to))?.[0].length ?? 0);
    const list = people.has(at) ? peopleAt(said, people, at, false) : null;
    const may = list && MAY_PEOPLE.at(said, list.to, EDGES);
    if (!list || !may) continue;
    const note = `only ${list.people.map((one) => one.name).join(', ')}`;
    yield { people: list.people, right: rightOf(may), claim: { from: only.from, to: may.to, kind: 'slot', note } };
  }
}

const rightOf = ({ parts }: Match): Right => (parts['host'] ? 'canHost' : parts['invite'] ? 'canInvite' : 'join');

function audienceOf({ parts: { chat, company, invited, me } }: Match): Audience {
  if (chat) return { who: 'chat' };
  if (company) return { who: 'company' };
  if (me) return { who: 'people', people: [{ name: String(me.hit?.worth) }] };
  return invited ? { who: 'people', people: [] } : { who: 'anyone' };
}

/** 加入权限：仅本群 is taken along with its label. */
function claimOf(said: Utterance, { from, to, parts }: Match): Claim {
  let before = from;
  while (said.text.charAt(before - 1) === ' ') before -= 1;
  const label = LABEL.ending(said, before, Math.max(0, from - 30), EDGES) ?? MADE.ending(said, before, Math.max(0, from - 20), EDGES);
  const { who } = audienceOf({ from, to, parts });
  return { from: label?.from ?? from, to, kind: 'slot', note: `open to ${who}` };
}
