/** What one clause does: asks, orders, refuses, tells of somebody. Read from the roles of its words and where they stand. */
import { afterGap } from '../after-gap.ts';
import type { Hit } from '../lexicon/lexeme.ts';
import type { Utterance } from '../utterance.ts';
import type { Clause } from './clauses.ts';

export type Sign =
  // at the front, before what is wanted
  | 'polite' // asks the bot: 帮我, can you
  | 'wonders' // asks whether it can be: 能不能, can we
  | 'wants' // 我想, I'd like to
  | 'self'
  | 'we'
  | 'others'
  | 'you'
  | 'party' // a customer, the boss: somebody who may be spoken of
  | 'lets' // let's …
  | 'delegates' // 让我, asked me to
  | 'answers' // 收到, works for me
  // where the front ends
  | 'books' // an instruction to book: 约…, book …
  | 'makes' // a verb that books where a meeting stands behind it: 开…会, have a call
  | 'meets' // does what meetings are for: 碰一下, talk
  | 'holds' // 有个会, there's a call: says that there is one
  | 'errand' // does something that is no meeting: 叫我起床, turn off
  // anywhere
  | 'asks'
  | 'deliberates'
  | 'desires' // somebody wants it
  | 'refuses'
  | 'if'
  | 'kindly-if'
  | 'waits' // 等3点的会结束: says when, not whether
  | 'wishes'
  | 'reports'
  | 'past'
  | 'unable'
  | 'suits' // 3pm works for me
  | 'ongoing' // 都在开会
  | 'finite' // tells something: has a verb that a bare request has not
  | 'parts' // 明天见
  | 'deadline' // before, by a time
  | 'news' // 公告, your parcel
  | 'relays' // 说明天…: somebody said what would become of it
  | 'happens' // 起飞, 下班: takes place without anybody meeting
  | 'stays' // 不改了, 照常, as planned: says that nothing changes
  | 'invites' // join us for…, 诚邀: somebody asks people to come
  | 'records' // 纪要:, Status:: what was or will be, written down for others
  | 'narrates' // 还没写完, 都快九点了
  | 'exclaims' // 笑死, lol
  | 'meeting'
  | 'talks'
  | 'outing' // 聚餐, lunch: done together, and seldom on video
  | 'machine' // what a computer is told to do: a command, a process
  | 'thing' // something that is no meeting: 闹钟, a table
  // at its end
  | 'done'
  // as a whole
  | 'title' // 周一10点 谁来做数据治理: what stands behind a time and a gap is a name
  | 'together' // 和李娜…
  | 'named'; // a meeting's name ends it

/** Roles that may stand before what is wanted. */
const FRONT = ['light', 'polite', 'wonders', 'wants', 'self', 'we', 'delegates', 'others', 'you', 'party', 'kindly-if', 'answers'] as const;
/** Claims that may. */
const PASSED = new Set(['bot', 'mention', 'filler', 'attendees', 'time', 'slot', 'number']);
/** Roles that count where the front ends. */
const HEAD = ['books', 'makes', 'meets', 'holds', 'errand'] as const;
/** Roles that count anywhere, but not in a title. */
const SENTENCE = [
  'asks',
  'deliberates',
  'desires',
  'refuses',
  'if',
  'kindly-if',
  'wishes',
  'reports',
  'past',
  'unable',
  'ongoing',
  'others',
  'happens',
  'relays',
] as const;
/** Roles that count in a title as well. */
const EVERYWHERE = ['parts', 'deadline', 'outing', 'suits'] as const;

export interface ClauseMood extends Clause {
  /** Where its front ends: what is wanted begins here. */
  head: number;
  /** What is wanted is asked for in the front: 帮我…, can you …; not somewhere behind it. */
  asked: boolean;
  signs: ReadonlySet<Sign>;
}

/** Who is spoken of: what looks like a question behind it is none. */
const SUBJECT = ['self', 'we', 'you', 'others', 'party'] as const;

const roles = new Map<string, string>();

/** The same string each time: joined anew, it would be compared letter by letter. */
function role(name: string): string {
  const known = roles.get(name);
  if (known !== undefined) return known;
  const made = `mood.${name}`;
  roles.set(name, made);
  return made;
}

export function moodOf(said: Utterance, clause: Clause): ClauseMood {
  const { signs, head } = front(said, clause);
  const within = (name: string, from = head, before = clause.to): readonly Hit[] => {
    const hits = said.hits(role(name));
    return hits.length === 0
      ? hits
      : hits.filter((hit) => hit.from >= from && hit.to <= clause.to && hit.from < before && counts(said, hit));
  };
  const longest = (names: readonly string[]): number => Math.max(0, ...names.map((name) => said.hitAt(role(name), head)?.to ?? 0));
  const at = (name: string, rivals: readonly string[]): boolean => within(name, head, head + 1).some((hit) => hit.to >= longest(rivals));

  for (const name of HEAD) if (at(name, ['meeting'])) signs.add(name);
  for (const name of ['lets', 'bids'] as const)
    if (said.hitsIn(role(name), { from: clause.from, to: head }).some((hit) => afterGap(said.text, hit.to) >= head)) {
      if (name === 'lets') signs.add(name);
      // can you review the PR: a verb stands there, and none of ours.
      else if (!isOurs(said, head, clause)) signs.add('errand');
    }
  // I need an hour with the design team
  if (signs.has('wants') && isTimeWith(said, clause)) signs.add('books').add('meeting');
  const asked = signs.has('polite') || signs.has('wants') || signs.has('wonders');
  if (!asked && isDoing(said, head)) signs.add('errand');
  const spoken = SUBJECT.some((name) => signs.has(name));
  if (at('asks-first', ['deliberates', 'meeting']) && !asked && !spoken && !signs.has('title')) signs.add('asks');
  // is the 4pm still on: the question went to the time.
  const first = afterGap(said.text, clause.from);
  if (said.hitAt(role('asks-first'), first) && said.claimAt(first)?.kind === 'time') signs.add('asks');
  // can the retro be moved: asked for, where it is something that is done to one.
  if (said.hitAt('move.may', first) && said.claims.some(({ kind, from }) => kind === 'command' && from >= clause.from && from < clause.to))
    signs.add('wonders');
  if (orders(said, clause, within('polite', clause.from))) signs.add('books');
  // May 20 may be, and is a time.
  if (
    within('finite').some(
      (hit) => (!asked || hit.from > head) && !(said.claimAt(hit.from)?.kind === 'time' && /^\s*\d/.test(said.text.slice(hit.to))),
    )
  ) {
    signs.add('finite');
    signs.delete('title');
  }
  // the weekly starts at 9, 晨会九点开始的: the words are part of the time.
  if (
    !asked &&
    !signs.has('books') &&
    !signs.has('makes') &&
    (isTimedVerb(said, clause) || (meets(said, clause) && isToldLast(said, clause)))
  ) {
    signs.add('finite');
    signs.delete('title');
  }
  if (signs.has('together') && within('books').length > 0) signs.add('books');
  // Behind 讨论, about, and behind a time set apart: what the meeting is about, whatever it says.
  const about = signs.has('title') || isTitled(said, clause) ? head : (opening(said, clause, signs, within)?.to ?? clause.to);
  for (const name of SENTENCE) if (within(name, head, about).length > 0) signs.add(name);
  for (const name of EVERYWHERE) if (within(name).length > 0) signs.add(name);
  const meetings = within('meeting', clause.from);
  if (meetings.length > 0) signs.add('meeting');
  if (within('thing', clause.from).some((hit) => !describes(said, hit, meetings) && (!signs.has('title') || endsName(said, clause, hit))))
    signs.add('thing');
  if (!signs.has('title') && within('rings', head, head + 1).some((hit) => !endsName(said, clause, hit))) signs.add('errand');
  if (isDeadline(said, clause)) signs.add('deadline');
  if (within('machine', clause.from).length > 0) signs.add('machine');
  const parties = signs.has('delegates') ? [] : within('party', clause.from, about);
  if (parties.some((hit) => ['wants', 'desires'].some((name) => said.hitAt(role(name), afterGap(said.text, hit.to))))) signs.add('desires');
  if (parties.some((hit) => isSubject(said, hit))) signs.add('others');
  for (const name of ['past', 'if', 'refuses', 'wonders', 'relays'] as const)
    if (within(name, clause.from, about).length > 0) signs.add(name);
  // These tell, whatever else reads the same words.
  for (const name of ['news', 'ongoing', 'exclaims', 'stays', 'invites'] as const)
    if (said.hitsIn(role(name), { from: clause.from, to: Math.min(about, clause.to) }).length > 0) signs.add(name);
  if (said.hitsIn(role('records'), clause).length > 0) signs.add('records');
  if (within('narrates', clause.from, about).length > 0) signs.add('narrates');
  if (within('meets', clause.from).length > 0) signs.add('talks');
  if (signs.has('kindly-if')) signs.delete('if');
  if (waits(said, clause, within('if', clause.from))) signs.add('waits');
  readEnd(said, clause, signs, within);
  if (meetings.some((hit) => endsName(said, clause, hit))) signs.add('named');
  return { ...clause, head, asked, signs };
}

/** 等3点的会结束, and nothing else that puts a condition. */
function waits(said: Utterance, clause: Clause, conditions: readonly Hit[]): boolean {
  return (
    conditions.length > 0 &&
    conditions.every(({ from }) => said.hitAt('mood.waits', from) !== undefined) &&
    said.hits('end.verb').some(({ from, to }) => from >= clause.from && said.text.slice(to, clause.to).trim() === '')
  );
}

const meets = (said: Utterance, clause: Clause): boolean => said.hitsIn(role('meeting'), clause).length > 0;

/** … starts at 9: something stands before it, and it begins no request. */
const isTimedVerb = (said: Utterance, clause: Clause): boolean =>
  said.hitsIn(role('finite'), clause).some((hit) => {
    const claim = said.claimAt(hit.from);
    return (
      claim?.kind === 'time' &&
      hit.to < claim.to &&
      /\p{L}/u.test(said.text.slice(clause.from, hit.from)) &&
      meets(said, { ...clause, to: hit.from })
    );
  });

/** …九点的 */
const isToldLast = (said: Utterance, clause: Clause): boolean =>
  said
    .hitsIn(role('tells-last'), clause)
    .some((hit) => afterGap(said.text, hit.to) >= clause.to && said.claims.some((claim) => claim.kind === 'time' && claim.to === hit.from));

/** Behind the wish stands a time, and with whom. */
const isTimeWith = (said: Utterance, clause: Clause): boolean =>
  said.hits(role('wants')).some((hit) => {
    const time = hit.from >= clause.from && hit.to <= clause.to ? said.claimAt(afterGap(said.text, hit.to)) : undefined;
    return time?.kind === 'time' && said.hitAt(role('along'), afterGap(said.text, time.to)) !== undefined;
  });

const SMALL_WORDS = ['beside', 'filling', 'light'];

/** heading to the office, skipping the retro: what somebody is at; running club is a name. */
function isDoing(said: Utterance, at: number): boolean {
  const verb = said.hitAt(role('does'), at);
  return verb !== undefined && SMALL_WORDS.some((name) => said.hitAt(role(name), afterGap(said.text, verb.to)) !== undefined);
}

/** What is asked for at `at` is done with meetings, or is one. */
function isOurs(said: Utterance, at: number, clause: Clause): boolean {
  if (at >= clause.to || said.claimAt(at)) return true;
  if ([...HEAD, 'opens'].some((name) => name !== 'errand' && said.hitAt(role(name), at) !== undefined)) return true;
  return said.hits(role('meeting')).some((hit) => hit.from > at && hit.to <= clause.to && counts(said, hit));
}

/** 讨论…; 评审 and 复盘 only name a meeting, unless one is ordered to do that. What is commanded behind it is no topic. */
function opening(said: Utterance, clause: Clause, signs: ReadonlySet<Sign>, within: (name: string) => readonly Hit[]): Hit | undefined {
  const ordered = signs.has('books') || signs.has('makes');
  const command = said.claims.find((claim) => claim.kind === 'command' && claim.from >= clause.from && claim.to <= clause.to);
  return [...within('opens'), ...(ordered ? within('opens-ordered') : [])]
    .sort((a, b) => a.from - b.from)
    .find((hit) => !command || hit.from > command.from);
}

/** 连续三周迟到问题讨论 明天3点: a name, a gap, a time. */
function isTitled(said: Utterance, clause: Clause): boolean {
  const last = said.claims.findLast((claim) => claim.kind === 'time' && claim.from >= clause.from && claim.to <= clause.to);
  return (
    last !== undefined &&
    said.text.slice(last.to, clause.to).trim() === '' &&
    /\p{Script=Han}\s+$/u.test(said.text.slice(clause.from, last.from))
  );
}

/** Words inside of what is understood say nothing of the mood, but for times and people, and where they reach out of it. */
function counts(said: Utterance, hit: Hit): boolean {
  return (
    !isMadeUp(said, hit) &&
    said.claims.every(
      (claim) =>
        claim.to <= hit.from ||
        claim.from >= hit.to ||
        claim.kind === 'time' ||
        claim.kind === 'attendees' ||
        hit.from < claim.from ||
        hit.to > claim.to,
    )
  );
}

/** no reminder|for the standup: a setting ends within the word, and what it is of begins. */
function isMadeUp(said: Utterance, { from, to }: Hit): boolean {
  const first = said.claimAt(from);
  return first?.kind === 'slot' && first.to < to && said.claimAt(afterGap(said.text, first.to))?.kind === 'command';
}

function readEnd(said: Utterance, clause: Clause, signs: Set<Sign>, within: (name: string, from?: number) => readonly Hit[]): void {
  const end = lastWord(said, clause);
  const any = (name: string): boolean => said.hitsIn(role(name), { from: clause.from, to: end }).length > 0;
  const urged = said.hitAt(role('urges'), end) || any('not') || any('refuses') || any('disposes');
  if (said.hitEnding(role('done'), end) && !urged) signs.add('done');
  if (said.hitEnding(role('books-last'), end)) signs.add('books');
  const last = said.hitEnding(role('asks-last'), end);
  if (!last || last.from < clause.from || said.hitEnding(role('polite-last'), end)) return;
  // 明天的会能推迟吗
  const able = said.claims.some(
    ({ kind, from }) => kind === 'command' && from >= clause.from && from < clause.to && said.hitAt('can', from),
  );
  if (signs.has('polite') || signs.has('wonders') || able || within('wonders').length > 0) signs.add('wonders');
  else signs.add('asks');
}

/** …有个会帮我约上: an order in the middle of a clause. */
function orders(said: Utterance, clause: Clause, polite: readonly Hit[]): boolean {
  return polite.some(({ to }) => {
    const next = afterGap(said.text, to);
    return next < clause.to && ['books', 'makes', 'books-last'].some((name) => said.hitAt(role(name), next));
  });
}

/** The alarm of “alarm review” only says which review. */
const describes = (said: Utterance, thing: Hit, meetings: readonly Hit[]): boolean =>
  meetings.some(
    (meeting) =>
      meeting.to > thing.to &&
      said.claims.every((claim) => claim.from >= meeting.from || claim.to <= thing.to) &&
      said.hits(role('filling')).every((hit) => hit.from >= meeting.from || hit.to <= thing.to),
  );

/** 12点前, by noon: the small word touches the time. */
function isDeadline(said: Utterance, clause: Clause): boolean {
  return said.claims.some(({ kind, from, to }) => {
    if (kind !== 'time' || from < clause.from || to > clause.to) return false;
    const before = said.text.slice(0, from).trimEnd().length;
    return (
      [to, to - 1, to - 2].some((end) => said.hitAt(role('before'), end)) ||
      said.hitEnding(role('by'), before) !== undefined ||
      said.hitAt(role('by'), from) !== undefined
    );
  });
}

/** 老板说…, the client wants …: a party is spoken of where a verb or a time follows; 客户成功案例 is a topic. */
function isSubject(said: Utterance, hit: Hit): boolean {
  const next = afterGap(said.text, hit.to);
  if (said.claimAt(next)?.kind === 'time') return true;
  return ['reports', 'wants', 'desires', 'unable', 'not', 'done', 'holds', 'wonders', 'finite', 'delegates'].some((name) =>
    said.hitAt(role(name), next),
  );
}

/** The standup, 产品评审, a call with Bob: the name ends here. */
function endsName(said: Utterance, clause: Clause, last: Hit): boolean {
  const gap = /^\s*/.exec(said.text.slice(last.to))![0].length;
  const next = last.to + gap;
  if (next >= clause.to || said.claimAt(next) || !/\p{L}/u.test(said.text.charAt(next))) return true;
  if (gap > 0 && !/\p{Script=Latin}/u.test(said.text.charAt(next))) return true;
  return ['filling', 'opens', 'closes', 'light', 'polite-last'].some((name) => said.hitAt(role(name), next));
}

/** Who may still speak behind a time and a gap. */
const SPEAKS = ['polite', 'wonders', 'self', 'delegates', 'others', 'kindly-if'];

/** What may be meant instead of a word of the front. */
const RIVALS = [...HEAD, ...SENTENCE.filter((name) => name !== 'desires'), 'asks-first', 'parts'].map(role);

/** Past greetings, times, persons, politeness; what is met on the way is a sign. */
function front(said: Utterance, clause: Clause): { signs: Set<Sign>; head: number } {
  const signs = new Set<Sign>();
  let at = clause.from;
  let timed = false;
  for (let turn = 0; turn < 40 && at < clause.to; turn += 1) {
    const before = at;
    while (at < clause.to && /[\s:：、~～]/.test(said.text[at]!)) at += 1;
    const claim = said.claimAt(at);
    if (claim && PASSED.has(claim.kind)) {
      // 约张三: who comes is read with the verb.
      if (claim.kind === 'attendees' && said.hitAt(role('books'), claim.from)) signs.add('books');
      at = claim.to;
      timed ||= claim.kind === 'time';
      continue;
    }
    const apart = timed && at > before && at < clause.to;
    let longest: { name: (typeof FRONT)[number]; hit: Hit } | null = null;
    for (const name of said.hitsAt(at).length > 0 ? FRONT : []) {
      const hit = said.hitAt(role(name), at);
      if (hit && hit.to <= clause.to && hit.to > (longest?.hit.to ?? at)) longest = { name, hit };
    }
    // 约一下 begins like 约 and 要 like 要不要: the longer word is meant.
    if (apart && !(longest && SPEAKS.includes(longest.name)) && !said.hitAt(role('errand'), at)) {
      signs.add('title');
      break;
    }
    if (longest && (longest.name === 'others' || RIVALS.every((name) => (said.hitAt(name, at)?.to ?? 0) <= longest!.hit.to))) {
      if (longest.name !== 'light' && !(longest.name === 'self' && signs.has('together'))) signs.add(longest.name);
      if (said.hitAt(role('together'), at)) signs.add('together');
      at = longest.hit.to;
    }
    if (at === before) break;
  }
  return { signs, head: at };
}

/** The end of the clause without what only closes it. */
function lastWord(said: Utterance, clause: Clause): number {
  let to = clause.to;
  for (let turn = 0; turn < 6; turn += 1) {
    while (to > clause.from && /[\s~～…)）"”]/.test(said.text[to - 1]!)) to -= 1;
    const hit = said.hitEnding(role('closes'), to);
    if (!hit || hit.from < clause.from) return to;
    to = hit.from;
  }
  return to;
}
