/** 主持人@张三, hosted by Bob: who runs the meeting. */
import type { PersonRef } from '../../domain/intent.ts';
import { type People, peopleAt } from '../entities/person.ts';
import type { Claim, Reading, Utterance } from '../utterance.ts';
import { freeMatches } from './edges.ts';

export interface HostsSaid {
  people: PersonRef[];
  /** `sure`: 换成…; `likely`: 加…, make … the host. */
  changing: 'sure' | 'likely' | null;
}

const LEAD_ZH =
  /(?:把|将)?(?:联席|会议|共同|联合|新的?)?(?:(加|增加|添加|再加|换|改)(?:一个|个)?)?(?:联席|共同)?主持(?:人|者)?(?:们)?(?:\s*[,，]\s*(?=换成|换为|改成|改为))?\s*(换成|换为|改成|改为|改到|变成|加上?|增加|添加|设为|设成|设置为|设|是|为|请|让|由|用|[:：=])?\s*/g;
const LEAD_EN =
  /\b(?:(?:with|and|the|add|change the|change|set the|make the|new)\s+)*(?:co-?|joint )?hosts?\s*((?:is|are|will be|should be|to|as|by)\b|[:=]|就?是|就|为|由)?\s*(?:(to)\s+)?/gi;
const BY_EN = /\b(?:co-?)?(?:hosted|chaired|led|run) by\s+/gi;
const BY_ZH = /(?:(?:这次|本次|此次)?(?:轮到|换|改由)|由|让|请|指定|设置?|把|将|再?加上?|添加|增加)\s*(?=\S)/g;
/** make Bob the host */
const MAKE_EN = /\b(?:make|set|let|have)\s+(?=[A-Z])/g;
/** change the host of standup to @Alice: the meeting stands between. */
const HOST_OF_EN = /(\b(?:change|set|update)\s+(?:the\s+)?hosts?\s+(?:of|for)\s+)(.{1,60}?)(\s+to\s+)(?=\S)/gi;
/** Alice will host */
const NAMED_EN =
  /\b(?!(?:Who|What|Which|That|This|It|Someone|Anyone|Nobody)\b)[A-Z][\w'-]+(?: and [A-Z][\w'-]+)*(?= (?:will|to|can|should|is|are) (?:be )?(?:the )?(?:co-?)?host)/g;
/** Bob hosts, as a clause of its own. */
const ALONE_EN =
  /(?<=^|[,;.(]\s*|[\p{Script=Han}]\s)[A-Z][\w'-]+(?:(?:,| and| &) [A-Z][\w'-]+)*(?= (?:co-?)?(?:hosts?|hosting)\s*(?:$|[,.;。)]))/gu;
/** 张伟主持, as a clause of its own. */
const ALONE_ZH = /(?<=^|[\s,。;(是])(?!是)[^\s,。;(]{1,24}?主持(?:会议|一下)?(?=$|[\s,。;)吧])/gu;
const AFTER_ZH = /\s*(?:来|为|做|当|担任|作为|成为|设为|设成)*(?:会议|联席)?主持(?:人|会议|一下)?/y;
/** 把@张三设为周会的主持人: the meeting stands between. */
const OF_ZH = /^(\s*(?:加为|加成|设为|设成|设置为|改为|作为))([^,，。]{1,20}?)(的(?:联席)?主持人?)/;
const AFTER_EN =
  /\s*(?:(?:will|to|can|should) (?:be )?(?:the )?(?:co-?)?host(?:ing)?|as (?:an? |the )?(?:co-?)?hosts?|(?:is|are) (?:the )?(?:co-?)?host(?:s|ing)?|(?:a |the )?(?:co-?)?host(?:s|ing)?(?=$|[\s,，.;。)]))/iy;

const NONE =
  /(?:取消|去掉|去除|删除|删掉|移除|清空|不要|不设|无需|没有|无)(?:所有|全部|指定|其他)?(?:的)?主持人|主持人[:：]\s*无(?![\p{Script=Han}])|\b(?:no|remove|clear|without)(?: the| any| all)? (?:co-?)?hosts?\b/giu;

/** The asker owns the meeting, and so may host it anyway. */
const SELF =
  /由?我(?:自己|本人)?来?(?:当|做|担任)?主持(?:人|会议)?(?=$|[\s,，。;；])|主持人?\s*(?:就?是|为|由|:)?\s*我(?:自己|本人)?来?(?=$|[\s,，。;；])|主持人?\s*:?\s*(?:还没定|未定|待定|暂定|再定|tbd)(?=$|[\s,，。;；])|\bi(?:'ll| will|'m going to|'m| am) (?:be )?(?:the )?host(?:ing)?\b|\bhost(?:s|ed)?\s*(?:is|by|:)?\s*(?:me|myself)\b/gi;

/** An empty list: said that there is to be none. */
export function readHosts(message: Utterance, people: People): Reading<HostsSaid | undefined> {
  if (!/主持|host|chaired|led by|run by/i.test(message.text)) return { found: undefined, claims: [] };
  const self = message.find(NONE) ? null : message.find(SELF);
  const own: Claim[] = self ? [{ from: self.index, to: self.index + self[0].length, kind: 'filler' }] : [];
  const { found, claims } = readNamed(message.with(own), people);
  return { found, claims: [...own, ...claims] };
}

function readNamed(said: Utterance, people: People): Reading<HostsSaid | undefined> {
  const none = said.find(NONE);
  if (none) return taken(none.index, none.index + none[0].length, [], /取消|去|删|移|清|remove|clear/i.test(none[0]) ? 'sure' : null);
  for (const lead of freeMatches(said, LEAD_ZH)) {
    const at = lead.index + lead[0].length;
    const list = peopleAt(said, people, at, lead[2] !== undefined || /\s$/.test(lead[0]));
    if (list) return taken(lead.index, list.to, list.people, /换|改|变/.test(lead[0]) ? 'sure' : /加/.test(lead[0]) ? 'likely' : null);
  }
  for (const by of freeMatches(said, BY_ZH)) {
    const list = peopleAt(said, people, by.index + by[0].length, true);
    const of = list && OF_ZH.exec(said.text.slice(list.to, list.to + 40));
    if (list && of?.[1] && of[2]) {
      const named = list.to + of[1].length;
      return taken(by.index, named, list.people, 'likely', { from: named + of[2].length, to: list.to + of[0].length, kind: 'slot' });
    }
    const to = list && after(said.text, AFTER_ZH, list.to);
    if (list && to) return taken(by.index, to, list.people, /[设把将加]/.test(by[0]) ? 'likely' : null);
  }
  for (const at of people.keys()) {
    const list = peopleAt(said, people, at, false);
    const to = list && (after(said.text, AFTER_ZH, list.to) ?? after(said.text, AFTER_EN, list.to));
    if (list && to) {
      const make = /\b(?:make|add|with|set|let|have)\s+$/i.exec(said.text.slice(0, at));
      return taken(make ? make.index : at, to, list.people, make !== null && !/with|have/i.test(make[0]) ? 'likely' : null);
    }
  }
  for (const make of freeMatches(said, MAKE_EN)) {
    const at = make.index + make[0].length;
    const list = peopleAt(said, people, at, false);
    const to = list && after(said.text, AFTER_EN, list.to);
    if (list && to) return taken(make.index, to, list.people, 'likely');
  }
  const of = said.find(HOST_OF_EN);
  if (of?.[1] && of[2] && of[3]) {
    const at = of.index + of[0].length;
    const list = peopleAt(said, people, at, true);
    if (list) {
      const named = of.index + of[1].length;
      return taken(named + of[2].length, list.to, list.people, 'sure', { from: of.index, to: named, kind: 'slot' });
    }
  }
  for (const clause of freeMatches(said, ALONE_ZH)) {
    const list = peopleAt(said, people, clause.index, false);
    const to = list && after(said.text, AFTER_ZH, list.to);
    if (list && to === clause.index + clause[0].length) return taken(clause.index, to, list.people, null);
  }
  for (const name of [...freeMatches(said, NAMED_EN), ...freeMatches(said, ALONE_EN)]) {
    const list = peopleAt(said, people, name.index, false);
    const to = list && after(said.text, AFTER_EN, list.to);
    if (list && to) return taken(name.index, to, list.people, null);
  }
  for (const pattern of [BY_EN, LEAD_EN]) {
    for (const lead of freeMatches(said, pattern)) {
      const at = lead.index + lead[0].length;
      const list = peopleAt(said, people, at, pattern === BY_EN || lead[1] !== undefined);
      if (list)
        return taken(
          lead.index,
          list.to,
          list.people,
          /change|\bto\b/i.test(lead[0]) ? 'sure' : /add|set the|make the/i.test(lead[0]) ? 'likely' : null,
        );
    }
  }
  return { found: undefined, claims: [] };
}

function after(text: string, pattern: RegExp, at: number): number | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match ? at + match[0].length : undefined;
}

function taken(from: number, to: number, people: PersonRef[], changing: HostsSaid['changing'], ...more: Claim[]): Reading<HostsSaid> {
  const note = `hosts ${people.map((one) => one.name).join(', ')}`;
  return { found: { people, changing }, claims: [...more, { from, to, kind: 'slot', note }] };
}
