/** What the rules look at: the signs of the clause that matters, and what the message as a whole consists of. */
import type { Intent } from '../../domain/intent.ts';
import type { Millis, TimeReading } from '../../domain/time.ts';
import { tailAt } from '../filler.ts';
import { freeText } from '../gist.ts';
import { suggests } from '../intents/question.ts';
import type { Hit } from '../lexicon/lexeme.ts';
import { QUOTE_NOTE } from '../noise/quoted.ts';
import type { Span } from '../time/prepare.ts';
import type { Utterance } from '../utterance.ts';
import { type ClauseMood, moodOf, type Sign } from './clause-mood.ts';
import { clausesOf } from './clauses.ts';
import { isParting, isSlotted, nameOf } from './name.ts';
import { restOf } from './rest.ts';

export type Fact =
  | Sign
  | 'order' // an instruction to book stands somewhere, and nothing takes it back
  | 'unknown-object' // an order about something that is not known to be a meeting
  | 'imperative' // what is to be done begins its clause
  | 'disposes' // 把…
  | 'named-unknown' // something is named, and perhaps no meeting
  | 'more' // besides a number that is to be called, something else is said
  | 'told' // 刚才推迟了, has been cancelled: done already
  | 'subject' // 项目经理又把…: somebody unknown stands before what is done
  | 'vague' // what is looked at may be anything: 打开微信, find my phone
  | 'thanked' // 谢谢取消: thanks for what was done
  | 'noted' // 收到，推迟到四点: says that it was heard
  | 'habit' // we meet on Thursdays
  | 'spoken' // 王总：…: as if somebody said it
  | 'code' // what a computer reads
  | 'days' // from one day to another: a journey, a leave
  | 'bare' // times, a meeting's name and settings, as people write to a bot
  | 'parting' // 改天聊: a verb that meetings are for, and no clock
  | 'loose' // a meeting’s name, and more is said beside it
  | 'set-apart' // a time, a gap, and a name that is not known to be a meeting’s
  | 'may-be' // bare, where the name is not known to be a meeting's
  | 'quoted' // the time was said by somebody else
  | 'wishing' // somewhere something is wanted
  | 'plural' // asks for meetings, whichever
  | 'own-question' // asks about one's own meetings
  | 'time-alone'
  | 'timeless'
  | 'predicate' // a meeting is the subject of something that is told
  | 'long-over' // at a time that is long over
  | 'rambling' // long, and no name
  | 'stated' // 面试时间是明天上午10点
  | 'clocked' // 工作时间：9:00-18:00: when something else takes place
  | 'own-password' // my password is …
  | 'object' // what is to be changed is no meeting: the font, the third slide
  | 'votes' // option B, 我选周四
  | 'elsewhere' // 今天不开会，大家专心干活: what would be the name stands in a sentence of its own
  | 'passive' // 周会被取消了
  | 'usual' // longer, and nothing said by how much
  | 'kept' // 会议不变，还是3点
  | 'over' // the time that is named has passed
  | 'marked' // a question mark at the end
  | 'now'
  | 'slotted' // what only a meeting has is said of it: a password, people who come, a recording
  | 'form'; // labelled lines

export function factsOf(message: Utterance, intent: Intent, time: TimeReading, now: Millis): Set<Fact> {
  // A setting is read from the whole message: its words are looked at again.
  const said = intent.want === 'settings' ? message.without((claim) => claim.kind === 'command') : message;
  const clauses = clausesOf(said).map((clause) => moodOf(said, clause));
  const facts = new Set<Fact>();
  for (const clause of operative(said, clauses, intent)) for (const sign of clause.signs) facts.add(sign);
  const has = (...signs: Sign[]): boolean => clauses.some((clause) => signs.some((sign) => clause.signs.has(sign)));
  if (
    has('meeting') ||
    (intent.want === 'book' && has('talks')) ||
    ['list.am-free', 'list.free'].some((role) => said.hits(role).length > 0)
  )
    facts.add('meeting');
  if (has('wants') || suggests(said)) facts.add('wishing');
  if (
    said.hits('list.meetings').length > 0 &&
    (has('asks', 'errand') || (has('self') && !has('finite')) || said.hits('list.any').length > 0)
  )
    facts.add('plural');
  if (facts.has('asks') && facts.has('meeting') && has('self') && !has('others')) facts.add('own-question');
  for (const sign of ['thing', 'unable', 'deliberates'] as const) if (has(sign)) facts.add(sign);
  if (has('news') || (said.may(FORWARDED) && FORWARDED.test(said.text))) facts.add('news');
  if (intent.want === 'book' && has('stays')) facts.add('stays');
  for (const sign of ['exclaims', 'invites', 'records', 'narrates'] as const) if (has(sign)) facts.add(sign);
  if (clauses.at(-1)?.marked) facts.add('marked');
  if (isCode(said)) facts.add('code');
  if (isOfLog(said, clauses) || isAllQuoted(said.text)) facts.add('quoted');
  if (isSpoken(said)) facts.add('spoken');
  if (
    said.hits('mood.votes').some(({ from }) => clauses.some((clause) => gapAfter(said.text, clause.from) === from)) ||
    OPTIONS.test(said.text)
  )
    facts.add('votes');
  if (intent.want !== 'book') {
    if (isLongOver(intent, now)) facts.add('long-over');
    if (intent.want === 'extend' && time.minutes === null) facts.add('usual');
    if (isOfObject(said) || isOfLooks(said, intent)) facts.add('object');
    if (isOwnPassword(intent) && has('self') && !has('wants', 'polite')) facts.add('own-password');
    if (has('stays')) facts.add('kept');
    if (said.hits('mood.passive').length > 0) facts.add('passive');
    for (const fact of commandFacts(said, clauses)) facts.add(fact);
    if (said.may(VOTE) && VOTE.test(said.text)) facts.add('suits');
    if (clauses.length > 1 && said.hits('dialogue.thanks').some(({ from, to }) => from === clauses[0]!.from && to === clauses[0]!.to))
      facts.add('noted');
    if (isNamed(said, clauses, intent)) facts.add('named-unknown');
    if (isElsewhere(said, clauses, intent)) facts.add('elsewhere');
    if (isVague(said, intent)) facts.add('vague');
    if (intent.want === 'call' && intent.name === null && restOf(said, { from: 0, to: clauses.at(-1)?.to ?? 0 }) !== '') facts.add('more');
    return facts;
  }
  const quoted = said.claims.filter((claim) => claim.note === QUOTE_NOTE);
  const times = said.claims.filter((claim) => claim.kind === 'time');
  if (quoted.length > 0 && times.every((time) => quoted.some((one) => one.from < time.to && one.to > time.from))) facts.add('quoted');
  if (isSlotted(intent.slots)) facts.add('slotted');
  if (intent.now) facts.add('now');
  if (intent.now && clauses.some(({ head }) => said.hitAt('end.early', head))) facts.add('errand');
  if (intent.now && clauses.some((clause) => isPlaced(said, clause))) facts.add('ongoing');
  if (RAMBLING.test(said.text)) facts.add('rambling');
  if (time.rrule !== null && has('we') && !has('books', 'makes', 'polite', 'wants', 'wonders')) facts.add('habit');
  if (time.start?.grain === 'day' && time.end?.grain === 'day' && time.start.day < time.end.day) facts.add('days');
  if (time.start === null && time.rrule === null) facts.add('timeless');
  if (time.start?.grain === 'minute' && time.start.at < now) {
    facts.add('over');
    if (time.start.at < now - HALF_DAY_MS) facts.add('long-over');
    // 昨天 in its own time says no more than that.
    if (said.hits('mood.past').every((hit) => times.some(({ from, to }) => from <= hit.from && hit.to <= to))) facts.delete('past');
  }
  if (said.claims.some(({ kind }) => kind === 'topic' || (kind === 'label' && time.start !== null))) facts.add('form');
  if (isClocked(said, false)) facts.add('clocked');
  if (isClocked(said, true)) facts.add('stated');
  const orders = clauses.filter((clause) => isOrder(said, clause, clauses));
  if (orders.length > 0) facts.add('order');
  if (
    orders.length > 0 &&
    !facts.has('meeting') &&
    !orders.some((clause) => isPlain(said, clause, !facts.has('timeless') || clause.signs.has('books')))
  )
    facts.add('unknown-object');
  if (has('answers')) facts.add('answers');
  if (clauses.some((clause) => isPredicate(said, clause))) facts.add('predicate');
  if (isParting(said, clauses, intent.slots, time)) facts.add('parting');
  const name = nameOf(said, clauses, intent.slots, time);
  if (name) facts.add(name);
  return facts;
}

/** +1: agrees. */
const VOTE = /^(?:@_user_\d{1,3}|\s)*\+\s*(?:\d\s*$|1\s(?!\s*(?:h|m|小时|分)))/i;

/** Nothing but lines of somebody else. */
const isAllQuoted = (text: string): boolean =>
  text.trimStart().startsWith('>') && text.split('\n').every((line) => /^\s*(?:>|$)/.test(line));

/** 【滴滴出行】…: a message of some service, passed on. */
const FORWARDED = /^(?:@_user_\d{1,3}|\s)*[【[][^】\]\n]{1,20}[】\]]/;

/** Flags, calls, statements, the prefix of a commit: nobody speaks so. */
const CODE =
  /(?:^|\s)--?[a-z][\w-]*(?:=|\s+\S+\s+--?[a-z])|[\w.]\((?:['"][^'"]*['"]|\d*)\)\s*;?|[{}]|;\s*$|&&|\$[A-Z{(]|=>|^(?:fix|feat|chore|refactor|docs|todo|cron|sudo|git|npm|docker|kubectl|curl|select|update|insert)(?:\([\w-]+\))?(?::\s|\s+(?:-|\*|\w+\s+(?:run|from|set|into|meetings?\b.*=)|\d+\s+[\d*]|rebase|push|commit|run|install))/i;
/** A name that was labelled as one may be anything. */
const isCode = (said: Utterance): boolean => CODE.test(freeText(said, ({ kind }) => kind === 'topic'));

/** 李雷 10:32：… , Tom 3:15 PM ⏎: a line of a chat, with who said it and when. A meeting's name is nobody. */
const LOGGED = /^(?:@_user_\d{1,3}|\s)*([\p{L}][\p{L}\s.]{0,24}?)\s+\d{1,2}:\d{2}(?:\s?[ap]m)?\s*(?::|\n(?=[\s\S]*\S))/iu;
/** Sarah Lee, 3:02 PM, 韩梅梅 昨天 15:03: the same, and nothing said. */
const HEADER =
  /^(?:@_user_\d{1,3}|\s)*(\p{Script=Han}{2,3}|\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+),?(?:\s+\p{Script=Han}{2})?\s+\d{1,2}:\d{2}(?:\s?[AaPp][Mm])?\s*$/u;

function isOfLog(said: Utterance, clauses: readonly ClauseMood[]): boolean {
  const alone = HEADER.exec(said.original(0, said.text.length));
  if (alone && !said.has('mood.meeting') && isPerson(said, alone[1]!)) return true;
  const who = said.may(LOGGED) ? LOGGED.exec(said.text) : null;
  return who !== null && !said.hits('mood.meeting').some((hit) => hit.to <= who[0].length) && clauses[0]?.signs.has('books') !== true;
}

const isPerson = (said: Utterance, name: string): boolean =>
  /^\p{Lu}\p{Ll}+ /u.test(name) || said.hitAt('person.surname', said.text.indexOf(name)) !== undefined;

const SPEAKER = /^(?:@_user_\d{1,3}|\s)*(\p{Script=Han}{2,3})\s*:/u;

/** 王总：明天三点开会. A meeting's name and a label are nobody. */
function isSpoken(said: Utterance): boolean {
  const who = said.may(SPEAKER) ? SPEAKER.exec(said.text) : null;
  if (!who) return false;
  const from = who[0].indexOf(who[1]!);
  const named = ['mood.meeting', 'meeting.itself'].some((role) => said.hits(role).some((hit) => hit.to <= who[0].length));
  return !named && said.claimAt(from) === undefined && said.hitAt('person.surname', from) !== undefined;
}

/** A) Monday 10am B) Tuesday 2pm */
const OPTIONS = /(?:^|\s)[Aa]\s?[.)）、:：][\s\S]{2,80}?[\s/,，;；][Bb]\s?[.)）、:：]/;

/** in the review now, now in a meeting */
function isPlaced(said: Utterance, { from, to }: ClauseMood): boolean {
  const first = said.claimAt(gapAfter(said.text, from));
  const starts = [gapAfter(said.text, from), first?.kind === 'time' ? gapAfter(said.text, first.to) : from];
  return starts.some((at) => at < to && said.hitAt('mood.place', at) !== undefined);
}

/** Now is said of much in so long a sentence. */
const RAMBLING = /[\s\S]{90}|(?:\p{Script=Han}[^\p{Script=Han}]{0,2}){40}/u;

/** What a label of a meeting's time may begin with. */
const OWN_TIME = ['mood.meeting', 'meeting.itself', 'start.verb', 'end.verb', 'book.any', 'mood.books', 'mood.outing'];

/** 工作时间：, 提测时间：: the label of a time that no meeting has. `stated`: 面试时间是…, of a meeting as well. */
const isClocked = (said: Utterance, stated: boolean): boolean =>
  said.hits('time.word').some(({ from, to }) => {
    const tells = said.hitAt('be.zh', to) !== undefined;
    if (!/\p{Script=Han}$/u.test(said.text.slice(0, from)) || (stated ? !tells : !tells && !/^\s*[:：]/.test(said.text.slice(to))))
      return false;
    return stated || !OWN_TIME.some((role) => said.hitEnding(role, from) !== undefined);
  });

const gapAfter = (text: string, at: number): number => at + /^\s*/.exec(text.slice(at))![0].length;

/** The last slide, 会议纪要: such a thing, and not one that says which meeting (slide review). */
function isOfObject(said: Utterance): boolean {
  const meetings = said.hits('mood.meeting').concat(said.hits('meeting.itself'));
  return said.hits('mood.object').some((hit) => !meetings.some((one) => one.from >= hit.to && one.from - hit.to <= 1));
}

const HALF_DAY_MS = 43_200_000;
const LONG_MS = 3 * 86_400_000;

/** 我记得，是2015年7月21日: no meeting is moved there. */
function isLongOver(intent: Intent, now: Millis): boolean {
  if (intent.want !== 'move' || intent.shift !== null || !intent.time.problems.includes('past')) return false;
  const { start } = intent.time;
  return start?.grain === 'minute' ? start.at < now - LONG_MS : start?.grain === 'day' && Date.parse(start.day) < now - LONG_MS;
}

const isOwnPassword = (intent: Intent): boolean =>
  intent.want === 'change' &&
  intent.which.by === 'context' &&
  typeof intent.slots.password === 'string' &&
  Object.keys(intent.slots).length === 1;

/** 标题改成红色, make the title bold: nobody says which meeting, and the new name tells what something looks like. */
function isOfLooks(said: Utterance, intent: Intent): boolean {
  if (intent.want !== 'change' || intent.which.by !== 'context' || intent.slots.topic === undefined) return false;
  const { topic } = intent.slots;
  return said
    .hits('mood.looks')
    .some(({ from, to }) => topic.length - (to - from) <= 1 && topic.toLowerCase().startsWith(said.text.slice(from, to).toLowerCase()));
}

/** 下午的会好无聊, the demo is called off: right behind the meeting, or its verb, stands what nobody understood. */
function isPredicate(said: Utterance, clause: ClauseMood): boolean {
  const inside = (role: string): Hit[] => said.hits(role).filter((hit) => hit.from >= clause.from && hit.to <= clause.to);
  const meeting = inside('mood.meeting')[0];
  if (!meeting || clause.signs.has('wonders') || clause.signs.has('talks')) return false;
  const verb = inside('mood.finite').findLast((hit) => hit.from >= meeting.to);
  const itself = inside('meeting.itself').at(-1);
  const done = itself && inside('mood.done').some((hit) => hit.from >= itself.to);
  if (!verb && (!done || clause.signs.has('named'))) return false;
  const from = verb?.to ?? itself!.to;
  const tail = tailAt(said, clause.to, clause.from);
  return from < clause.to && restOf(said, { from, to: Math.max(from, tail?.from ?? clause.to) }) !== '';
}

/** The clauses that hold what is to be done, and those before them in a sentence that put a condition. */
function operative(said: Utterance, clauses: readonly ClauseMood[], intent: Intent): ClauseMood[] {
  const kinds = intent.want === 'book' ? ['time'] : ['command', 'slot', 'phone'];
  const spans = said.claims.filter((claim) => kinds.includes(claim.kind));
  const found = clauses.filter((clause) => spans.some((span) => span.from < clause.to && span.to > clause.from));
  if (found.length === 0) return [...clauses];
  return [...found, ...clauses.filter((one) => found.some((clause) => governs(one, clause)))];
}

const governs = (one: ClauseMood, clause: ClauseMood): boolean =>
  one.sentence === clause.sentence && one.from < clause.from && (one.signs.has('if') || (one.signs.has('asks') && !one.marked));

/** The meeting is named in the words of the command's own clause, not by a reason before it (客户迟到了，推迟15分钟), and without quotes. */
function isNamed(said: Utterance, clauses: readonly ClauseMood[], intent: Intent): boolean {
  if (!('which' in intent) || intent.which.by !== 'topic' || said.claims.some((claim) => claim.kind === 'quote')) return false;
  const words = intent.which.topic.split(/\s+/).filter((word) => !/^[a-z]?$/i.test(word));
  if (words.length === 0) return false;
  const holds = (clause: ClauseMood, word: string): boolean => said.original(clause.from, clause.to).includes(word);
  const own = operative(said, clauses, intent);
  if (own.some((clause) => words.some((word) => holds(clause, word)))) return true;
  return clauses.some((clause) => words.every((word) => holds(clause, word)) && !REASONS.some((sign) => clause.signs.has(sign)));
}

function isElsewhere(said: Utterance, clauses: readonly ClauseMood[], intent: Intent): boolean {
  if (!('which' in intent) || intent.which.by !== 'topic' || said.claims.some((claim) => claim.kind === 'quote')) return false;
  const { topic } = intent.which;
  const command = said.claims.find((claim) => claim.kind === 'command');
  const clause = clauses.find((one) => said.original(one.from, one.to).includes(topic));
  return command !== undefined && clause !== undefined && clause.from >= command.to && !clause.signs.has('meeting');
}

const OF_MEETINGS = ['meeting.itself', 'meeting.en', 'show.number', 'show.field', 'invitation.noun', 'mood.meets'];

/** Looked at is a name that no meeting need have: no time, no number, none of the words for what only a meeting has. */
function isVague(said: Utterance, intent: Intent): boolean {
  if (intent.want !== 'show' || intent.which.by !== 'topic' || /^\p{Lu}/u.test(intent.which.topic)) return false;
  if (said.claims.some(({ kind }) => kind === 'quote' || kind === 'time' || kind === 'number')) return false;
  return !OF_MEETINGS.some((role) => said.hits(role).length > 0);
}

/** 客户迟到了，推迟15分钟 */
const REASONS: readonly Sign[] = ['done', 'unable', 'finite', 'others', 'party', 'self', 'we', 'past', 'reports'];

function commandFacts(said: Utterance, clauses: readonly ClauseMood[]): Fact[] {
  const command = said.claims.find((claim) => claim.kind === 'command');
  if (!command) return [];
  const clause = clauses.find((one) => one.from <= command.from && one.to > command.from);
  const facts: Fact[] = [];
  const before = said.text.slice(0, command.from).trimEnd().length;
  if (clause && clause.head >= command.from) facts.push('imperative');
  if (clause && said.hits('mood.disposes').some((hit) => hit.from >= clause.from && hit.to <= clause.to)) facts.push('disposes');
  if (said.hitEnding('mood.not', before)) facts.push('refuses');
  // 出差改到下周三
  if (said.hitEnding('mood.unable', before)) facts.push('object');
  if (said.hitEnding('dialogue.thanks', before)) facts.push('thanked');
  const after = said.hitAt('mood.done', command.to);
  const told = said.hitEnding('mood.past', before) ?? said.hitEnding('mood.did', before);
  const byMe = clause !== undefined && !KINDLY.some((sign) => clause.signs.has(sign)) && DOERS.some((sign) => clause.signs.has(sign));
  const did = after !== undefined || said.hits('mood.done').some((hit) => hit.from > command.from && hit.to <= command.to);
  if (told || (byMe && did) || (after && clause && after.to < clause.to && !facts.includes('disposes'))) facts.push('told');
  if (clause && isPassive(said, clause, command)) facts.push('done');
  if (clause && hasSubject(said, clause, command)) facts.push('subject');
  const at = command.from + /^\s*/.exec(said.text.slice(command.from))![0].length;
  if (said.hitAt('mood.be', at) ?? said.hitEnding('mood.be', before)) facts.push('done');
  return facts;
}

/** the standup got pushed to 10:30: a verb that tells, and the command is another. */
function isPassive(said: Utterance, clause: ClauseMood, command: Span): boolean {
  if (clause.head >= command.from || KINDLY.some((sign) => clause.signs.has(sign))) return false;
  const tells = said.hits('mood.finite').filter((hit) => hit.from >= clause.from && hit.to <= command.to);
  return tells.length > 1 && tells.some((hit) => hit.from >= command.from) && tells.at(-1)!.from - tells.at(-2)!.to <= 1;
}

/** 客户那边已经把明天的会取消了: before 把 stands nobody but the meeting itself. */
function hasSubject(said: Utterance, clause: ClauseMood, command: Span): boolean {
  const disposes = said.hits('mood.disposes').find((hit) => hit.from >= clause.from && hit.to <= command.to);
  if (!disposes || KINDLY.some((sign) => clause.signs.has(sign))) return false;
  const meant = said.hits('mood.meeting').some((hit) => hit.from >= clause.from && hit.to <= disposes.from);
  return !meant && restOf(said, { from: clause.from, to: disposes.from }) !== '';
}

/** 我把会推迟了半小时 tells; 帮我把会推迟半小时 asks. */
const DOERS: readonly Sign[] = ['self', 'we', 'others'];
const KINDLY: readonly Sign[] = ['polite', 'wants', 'wonders', 'delegates'];

const TAKES_BACK: readonly Sign[] = [
  'refuses',
  'asks',
  'deliberates',
  'done',
  'if',
  'errand',
  'reports',
  'wishes',
  'parts',
  'past',
  'ongoing',
  'finite',
  'desires',
  'happens',
];

function isOrder(said: Utterance, clause: ClauseMood, clauses: readonly ClauseMood[]): boolean {
  const { signs } = clause;
  // please list my meetings: asked for, and there already.
  const several = said.hits('list.meetings').some((hit) => hit.from >= clause.from && hit.to <= clause.to);
  const asked = !several && clause.asked;
  const verb =
    signs.has('books') ||
    (signs.has('makes') && (signs.has('meeting') || signs.has('talks'))) ||
    (asked && signs.has('meeting')) ||
    (signs.has('makes') && isPlain(said, clause)) ||
    (signs.has('meets') && !signs.has('holds'));
  if (!verb || TAKES_BACK.some((sign) => signs.has(sign) && !(sign === 'deliberates' && signs.has('polite')))) return false;
  if (signs.has('others') && !signs.has('delegates')) return false;
  if (signs.has('thing')) return false;
  return !clauses.some((one) => governs(one, clause));
}

/** Booked is a time, and nothing besides that could be something else. */
function isPlain(said: Utterance, clause: ClauseMood, timed = true): boolean {
  const verb = ['mood.books', 'mood.makes', 'mood.meets'].map((role) => said.hitAt(role, clause.head)).find((hit) => hit !== undefined);
  const later = said.hits('mood.books').find((hit) => hit.from >= clause.head && hit.to <= clause.to);
  const from = (verb ?? later)?.to ?? clause.head;
  if (restOf(said, { from, to: clause.to }) === '') return true;
  if (timed && said.hitAt('mood.one', from)) return true;
  const next = from + /^\s*/.exec(said.text.slice(from))![0].length;
  return said.claimAt(next)?.kind === 'time';
}
