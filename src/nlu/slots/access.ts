/** Who may join, become host, or invite, in people's own words. */
import type { Audience, PersonRef } from '../../domain/intent.ts';
import { type People, peopleAt } from '../entities/person.ts';
import type { Claim, Reading, Utterance } from '../utterance.ts';

/** What is read so far. */
interface Noted {
  said: Utterance;
  claims: Claim[];
}

function note(noted: Noted, claim: Claim): void {
  noted.claims.push(claim);
  noted.said = noted.said.with([claim]);
}

export interface AccessSaid {
  join?: Audience;
  canHost?: Audience;
  canInvite?: Audience;
  /** `@张三` of 只有@张三能进: asked to come by that alone. */
  people: PersonRef[];
}

const ONLY = '(?:仅限?于?|只限|仅允许|只允许|只让|只有|限|只能?|允许|让|请)';
const CHAT = '(?:本群|这个群|该群|此群|群内|群里|群)(?:里|内)?(?:的)?(?:成员|人员|的?人|同学|同事)?';
const COMPANY = '(?:本?公司|企业|组织|本?单位|内部|同事|自己人|内网)(?:内部?|里)?(?:的)?(?:员工|人员|成员|同事|的?人)?';
const ANYONE = '(?:任何人|所有人|谁|人人|大家|每个人|外部人员?|外部的?人|外人)';
const INVITED = '(?:受邀|被邀请|收到邀请|邀请)(?:的)?(?:人员?|者|成员|用户|参会人)?';
const JOIN = '(?:加入|参加|参会|入会|进入?会?议?|进来|来|与会|访问|可见)';
const HOST = '(?:当|做|担任|成为)?主持(?:人|会议)?';
const INVITE = '(?:邀请(?:别人|他人|其他人|人)?|拉人|加人)';
const CAN = '\\s*(?:才|都|均|也)?(?:能够?|可以|可|有权|允许)?(?:都)?\\s*';

const RULE_ZH = new RegExp(
  `(?:(${ONLY})\\s*(?:(${CHAT})|(${COMPANY})|(${INVITED})|(我自?己?)|(主持人))|(?:(?:允许|让)\\s*)?(${ANYONE})(?=\\s*[都均也可能]|(?<=(?:允许|让)\\s*${ANYONE})\\s*(?:加入|入会|参会|参加|进))|(?:(?:本|这个)?群(?:里|内)?(?:的)?(?:成员|人))(?=\\s*(?:都|均)?[可能])(群?)|(?:(?:本|我们)?公司(?:内部)?(?:的)?(?:成员|人|员工|同事)?)(?=\\s*(?:都|均|才)?[可能])(公?))${CAN}(?:(${JOIN})|(${HOST})|(${INVITE}))(?:会议|本?会)?`,
  'g',
);
/** Without a verb: 仅限本群, 仅公司内部, 仅受邀人. */
const BARE_ZH = new RegExp(
  `(?:仅限?于?|只限|仅允许|只允许|限)\\s*(?:(${CHAT})|(${COMPANY})|(${INVITED}))(?=$|[\\s,，、。;；!！?？~～…)）吧哦啊哈呀]|密码|录制|主持|加入)|(?<=^|[\\s,，、])(?:公开会议|对外公开|完全公开|不限制?(?:参会人|人员|加入|入会))`,
  'g',
);
const PEOPLE_ZH = /(?:仅限?于?|只限|仅允许|只允许|只让|只有|只能?)\s*(?=@)/g;
const PEOPLE_VERB_ZH = new RegExp(`${CAN}(?:(${JOIN})|(${HOST})|(${INVITE}))(?:会议|会)?`, 'y');
const RULE_EN =
  /\b(?:(?:only|just|limited? to|restrict(?:ed)? to|open (?:only )?to|for)\s+(?:(?:(?:members|people|those|anyone|everyone)\s+(?:in|of|from)\s+)?(?:this|the|our)\s+(group|chat|channel)(?:'?s)?(?:\s+members)?|(?:(?:members|people|those|anyone|everyone|staff|colleagues|employees)\s+(?:in|of|from|at)\s+)?(?:(?:my|our|the|this)\s+)?(compan(?:y|ies)|organi[sz]ation|tenant|org|colleagues|coworkers|employees|internal)(?:\s+(?:people|staff|members|users))?|(invited|invitees)(?:\s+(?:people|guests|users|ones|members|participants))?|(me|i|myself)|(?:the\s+)?(hosts?))|(any(?:one|body)|every(?:one|body)|all)(?:\s+in\s+(?:(?:my|our|the)\s+(company)|this\s+(group|chat)))?)\s+(?:(?:can|may|could|to|is allowed to|are allowed to|allowed to|should|will)\s+)?(?:be\s+able\s+to\s+)?(?:(join|enter|attend|get in)|(?:be(?:come)?\s+)?(?:the\s+)?(host)|(invite)(?:\s+(?:others|people))?)\b(?:\s+(?:it|the (?:meeting|call)))?/gi;
const BARE_EN =
  /\b(?:(?:restrict|limit)(?:ed)?(?: (?:it|this|that|access|joining|the (?:meeting|call)))? to (?:(this|the|our) (?:group|chat)|(?:my|our|the|this) (company|org|organi[sz]ation)|(invited people|invitees|invited))|(this (?:group|chat)|group(?: members)?|members) only|only (this (?:group|chat)|group members)|only (?:for |open to )?(?:(?:the )?(?:members|people) (?:in|of) )?(this (?:group|chat))|((?:(?:my|our|the) )?company|internal|in-house|colleagues|employees) only|only (?:for |open to )?((?:(?:my|our|the) )?company|colleagues|internal(?: people)?|employees)|(invite[des]?|invitation|invitees|invited people)[- ]only|only (?:for )?(invited(?: people| guests| users)?|invitees)|(open (?:(?:it|this|the meeting) (?:up )?)?to (?:anyone|everyone|all|the public)|public meeting|anyone can come))(?![\w-])/gi;
const PEOPLE_EN = /\b(?:only|just)\s+(?=@)/gi;
const PEOPLE_VERB_EN = /\s*(?:(?:can|may|to)\s+)?(?:(join|enter|attend)|(?:be(?:come)?\s+)?(host)|(invite))\b/iy;

export function readAccess(message: Utterance, people: People): Reading<AccessSaid> {
  const said: AccessSaid = { people: [] };
  const sheet: Noted = { said: message, claims: [] };
  if (
    !/仅|只|限|群|公司|任何|谁|人人|所有人|大家|每个人|外部|外人|公开|允许|让|only|just|any|every|all|open|limit|restrict|public|for/i.test(
      message.text,
    )
  )
    return { found: said, claims: [] };
  namedPeople(sheet, people, said, PEOPLE_ZH, PEOPLE_VERB_ZH);
  namedPeople(sheet, people, said, PEOPLE_EN, PEOPLE_VERB_EN);
  for (const rule of [...sheet.said.findAll(RULE_ZH, 6)]) {
    const who: Audience =
      rule[2] || rule[8] !== undefined
        ? { who: 'chat' }
        : rule[3] || rule[9] !== undefined
          ? { who: 'company' }
          : rule[5]
            ? { who: 'people', people: [{ name: '我' }] }
            : rule[4] || rule[6]
              ? { who: 'people', people: [] }
              : { who: 'anyone' };
    put(said, rule[10] ? 'join' : rule[11] ? 'canHost' : 'canInvite', who);
    mark(sheet, rule, who);
  }
  for (const rule of [...sheet.said.findAll(RULE_EN, 6)]) {
    const who: Audience =
      rule[1] || rule[8]
        ? { who: 'chat' }
        : rule[2] || rule[7]
          ? { who: 'company' }
          : rule[4]
            ? { who: 'people', people: [{ name: 'me' }] }
            : rule[3] || rule[5]
              ? { who: 'people', people: [] }
              : { who: 'anyone' };
    put(said, rule[9] ? 'join' : rule[10] ? 'canHost' : 'canInvite', who);
    mark(sheet, rule, who);
  }
  if (said.join) return { found: said, claims: sheet.claims };
  const zh = sheet.said.find(BARE_ZH);
  if (zh) {
    const who: Audience = zh[1] ? { who: 'chat' } : zh[2] ? { who: 'company' } : zh[3] ? { who: 'people', people: [] } : { who: 'anyone' };
    put(said, 'join', who);
    mark(sheet, zh, who);
    return { found: said, claims: sheet.claims };
  }
  const en = sheet.said.find(BARE_EN);
  if (en) {
    const who: Audience =
      en[1] || en[4] || en[5] || en[6]
        ? { who: 'chat' }
        : en[2] || en[7] || en[8]
          ? { who: 'company' }
          : en[3] || en[9] || en[10]
            ? { who: 'people', people: [] }
            : { who: 'anyone' };
    put(said, 'join', who);
    mark(sheet, en, who);
  }
  return { found: said, claims: sheet.claims };
}

function namedPeople(sheet: Noted, people: People, said: AccessSaid, lead: RegExp, verb: RegExp): void {
  for (const match of sheet.said.text.matchAll(lead)) {
    const list = peopleAt(sheet.said, people, match.index + match[0].length, false);
    if (!list) continue;
    verb.lastIndex = list.to;
    const able = verb.exec(sheet.said.text);
    if (!able) continue;
    said.people.push(...list.people);
    put(said, able[1] ? 'join' : able[2] ? 'canHost' : 'canInvite', { who: 'people', people: list.people });
    note(sheet, {
      from: match.index,
      to: list.to + able[0].length,
      kind: 'slot',
      note: `only ${list.people.map((one) => one.name).join(', ')}`,
    });
  }
}

function put(said: AccessSaid, slot: 'join' | 'canHost' | 'canInvite', who: Audience): void {
  said[slot] = who;
}

/** 加入权限：仅本群 */
const LABEL =
  /(?:(?:加入|参会|入会|会议|访问)?(?:权限|范围)|谁(?:可以|能)(?:加入|参加|进))\s*[:：=]\s*$|\b(?:open to|access|permissions?|who can (?:join|attend))\s*:\s*$/i;

function mark(sheet: Noted, match: RegExpExecArray, who: Audience): void {
  const label = LABEL.exec(sheet.said.text.slice(Math.max(0, match.index - 30), match.index));
  const from = match.index - (label?.[0].length ?? 0);
  note(sheet, { from: from, to: match.index + match[0].length, kind: 'slot', note: `open to ${who.who}` });
}
