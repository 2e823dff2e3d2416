/** People in a message: mention placeholders, `@names` and plain names after a word that calls for one. */
import type { PersonRef } from '../../domain/intent.ts';
import { recognisersOfAll } from '../time/languages.ts';
import { scan } from '../time/scan.ts';
import type { Claim, Reading, Utterance } from '../utterance.ts';

/** By the position of their `@`. */
export type People = ReadonlyMap<number, PersonRef>;

interface Found {
  to: number;
  people: PersonRef[];
}

const PLACEHOLDER = /@_(?:user_\d{1,4}|all)/g;
const AT_NAME = /(?<![\w.])@([\p{L}\p{N}_.·-]{1,40})/gu;
const HAN_RUN = /[\p{Script=Han}·]{1,40}/uy;
const LATIN_NAME = /[A-Z][\w'-]*(?: [A-Z][a-z'-]+)?/y;
const LOWER_NAME = /[a-z][\w'-]*/iy;
/** More people than a message is read for. */
const MOST = 100;
/** Claims every mention; the bot is nobody. */
export function readMentions(said: Utterance): Reading<People> {
  const people = new Map<number, PersonRef>();
  const claims: Claim[] = [];
  if (!said.text.includes('@')) return { found: people, claims };
  let seen = 0;
  for (const match of said.text.matchAll(PLACEHOLDER)) {
    if (++seen > MOST) break;
    const to = match.index + match[0].length;
    const mention = said.mentions.find((one) => one.key === match[0]);
    const isBot = mention !== undefined && mention.openId === said.botOpenId;
    claims.push({ from: match.index, to, kind: isBot || !mention ? 'bot' : 'mention' });
    if (mention && !isBot)
      people.set(match.index, { name: mention.name, openId: mention.openId, ...(mention.type === 'bot' ? { bot: true as const } : {}) });
  }
  const rest = said.with(claims);
  for (const match of said.text.matchAll(AT_NAME)) {
    if (++seen > MOST) break;
    const whole = match[1] ?? '';
    if (isTime(said, match.index + 1)) continue;
    const isBot = isWord(said, match.index + 1, match.index + 1 + whole.length, 'person.bot');
    const name = isBot
      ? whole
      : /^\p{Script=Han}/u.test(whole)
        ? cutName(said, match.index + 1, whole)
        : (/^[\w.-]+/.exec(whole)?.[0] ?? whole).replace(/[.-]+$/, '');
    const to = match.index + 1 + name.length;
    if (!name || !rest.free(match.index, to)) continue;
    const first = said.text.slice(0, match.index).trim() === '';
    if (isBot || isWord(said, match.index + 1, to, 'person.bot', 'person.all') || (first && /bot$/i.test(name))) {
      claims.push({ from: match.index, to, kind: 'bot' });
    } else {
      claims.push({ from: match.index, to, kind: 'mention' });
      people.set(match.index, { name: said.original(match.index + 1, to) });
    }
  }
  return { found: people, claims };
}

/** The list of people that begins at `at`. `loose`: a sign or a space announced it, so any short word is a name. */
export function peopleAt(said: Utterance, people: People, at: number, loose: boolean): Found | null {
  const found: PersonRef[] = [];
  let end = at;
  let next = at;
  while (found.length < 50) {
    const { to: start, joint, firm } = jointAt(said, next);
    if (found.length === 0 && /[^\s]/.test(joint)) break;
    const part = said.claimAt(start);
    const mention = part?.kind === 'mention' ? people.get(part.from) : undefined;
    if (part && mention) {
      found.push(mention);
      end = part.to;
    } else if (!part) {
      if (
        found.length > 0 &&
        !/[^\s]/.test(joint) &&
        !(joint !== '' && namedElsewhere(said) && SPACED_NAME.test(said.text.slice(start, start + 6)))
      )
        break;
      // Behind a mere comma the sentence may go on: 王磊，全程录制.
      if (
        /^[,，;；]/.test(joint.trim()) &&
        !/^(?:\p{Script=Han}{2,3}(?!\p{Script=Han})|[A-Za-z@])/u.test(said.text.slice(start, start + 4))
      )
        break;
      if (/^[,，;；]/.test(joint.trim()) && isSentence(said, start)) break;
      const sure = loose && (found.length === 0 || firm);
      const name = plainName(said, start, sure);
      if (!name) break;
      found.push({ name: said.original(start, start + name.length) });
      end = start + name.length;
    } else break;
    next = end;
  }
  return found.length > 0 ? { to: end, people: found } : null;
}

/** 主持人 张三 李四: a space joins names only where the topic cannot stand there. */
const SPACED_NAME = /^\p{Script=Han}{2,3}(?:[\s,，。;；]|$)/u;
function namedElsewhere(said: Utterance): boolean {
  return said.claims.some((part) => part.kind === 'quote') || said.hits('person.topic').length > 0;
}

function plainName(said: Utterance, at: number, loose: boolean): string | null {
  const limit = said.nextClaim(at);
  HAN_RUN.lastIndex = at;
  const run = HAN_RUN.exec(said.text)?.[0].slice(0, Math.max(0, limit - at));
  if (run) {
    const name = cutName(said, at, run);
    if (name.length < 2 || name.length > 4 || within(said, 'person.courtesy', at, at + name.length)) return null;
    if (within(said, 'person.surname', at, at + name.length) && name.length <= 3) return name;
    return loose ? name : null;
  }
  LATIN_NAME.lastIndex = at;
  let name = LATIN_NAME.exec(said.text)?.[0];
  const [given = '', family] = name?.split(' ') ?? [];
  if (family && isWord(said, at + given.length + 1, at + given.length + 1 + family.length, 'person.no-name')) name = given;
  if (!name && loose) {
    LOWER_NAME.lastIndex = at;
    name = LOWER_NAME.exec(said.text)?.[0];
  }
  if (!name || at + name.length > limit) return null;
  if (isDate(said, at, at + name.length)) return null;
  const first = at + name.search(/[ -]|$/);
  return isWord(said, at, at + name.length, 'person.no-name') || isWord(said, at, first, 'person.no-name') ? null : name;
}

/** Is a stretch one word of these roles. */
const isWord = (said: Utterance, from: number, to: number, ...roles: string[]): boolean =>
  roles.some((role) => said.hitAt(role, from)?.to === to);

/** Does a stretch begin with a word of this role. */
function within(said: Utterance, role: string, from: number, to: number): boolean {
  const hit = said.hitAt(role, from);
  return hit !== undefined && hit.to <= to;
}

const atomAt = (said: Utterance, at: number) => {
  const [atom] = scan(said.text.slice(at, at + 24), recognisersOfAll, []);
  return atom?.from === 0 ? atom : undefined;
};

/** 周会@明天下午3点, retro @2pm: behind the sign stands no person. */
function isTime(said: Utterance, at: number): boolean {
  const atom = atomAt(said, at);
  return atom !== undefined && (atom.kind === 'day' || atom.kind === 'part' || atom.kind === 'clock' || atom.kind === 'number');
}

/** April may come, April 3 is a day. */
function isDate(said: Utterance, from: number, to: number): boolean {
  if (!/^\.?\s*\d/.test(said.text.slice(to, to + 4))) return false;
  const atom = atomAt(said, from);
  return atom?.kind === 'day' && atom.to > to - from;
}

/** Behind a name and a comma: a sentence, not the next name. */
function isSentence(said: Utterance, at: number): boolean {
  const name = /^[A-Za-z][\w'-]* (?=[a-z])/.exec(said.text.slice(at, at + 40))?.[0];
  return name !== undefined && said.hitAt('person.after', at + name.length) === undefined;
}

/** What joins two names; `firm`: a name must follow. */
function jointAt(said: Utterance, from: number): { to: number; joint: string; firm: boolean } {
  let at = from + spacesAt(said.text, from);
  const sign = /[、,，;；/&+]/.test(said.text.charAt(at)) ? said.text.charAt(at) : '';
  const word = sign ? undefined : said.hitAt('person.and', at);
  at = word ? word.to : at + sign.length;
  at += spacesAt(said.text, at);
  return { to: at, joint: said.text.slice(from, at), firm: word?.worth === true || /[、/&+]/.test(sign) };
}

const spacesAt = (text: string, at: number): number => /^\s*/.exec(text.slice(at))![0].length;

/** A run of characters up to where a name can no longer go on. */
function cutName(said: Utterance, at: number, run: string): string {
  let to = 1;
  while (to < run.length && !endsName(said, at, at + to)) to += 1;
  return run.slice(0, to).replace(/[.-]+$/, '');
}

/** A slot or another name may follow the first character, anything else the second. */
function endsName(said: Utterance, from: number, at: number): boolean {
  const joint = said.hitAt('person.and', at) ?? said.hitAt('person.cut', at);
  if (joint || said.hitAt('person.next', at)) return true;
  if (at < from + 2) return false;
  const ask = said.hitAt('slot.ask', at);
  return (
    said.hitAt('person.stop', at) !== undefined ||
    (ask !== undefined && said.hitAt('person.stop', ask.to) !== undefined) ||
    /\d/.test(said.text.charAt(at))
  );
}
