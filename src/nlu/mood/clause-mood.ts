/** What one clause does: asks, orders, refuses, tells of somebody. Read from the roles of its words and where they stand. */
import { afterGap } from '../after-gap.ts';
import type { Hit } from '../lexicon/lexeme.ts';
import type { Utterance } from '../utterance.ts';
import { endsName, readEnd } from './clause-end.ts';
import type { Clause } from './clauses.ts';
import { front } from './front.ts';
import { HEAD, role, SENTENCE, type Sign } from './sign.ts';

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

/** One of these clauses has one of these signs. */
export const haveSign = (clauses: readonly ClauseMood[], ...signs: readonly Sign[]): boolean =>
  clauses.some((clause) => signs.some((sign) => clause.signs.has(sign)));

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

  for (const name of HEAD) if (at(name, name === 'errand' ? ['meeting', 'books'] : ['meeting'])) signs.add(name);
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
  const meetings = addSigns({ said, clause, signs, head, about, within });
  readEnd(said, clause, signs, within);
  if (meetings.some((hit) => endsName(said, clause, hit))) signs.add('named');
  return { ...clause, head, asked, signs };
}

/** Where a sign of the clause is looked for. */
interface Looked {
  said: Utterance;
  clause: Clause;
  signs: Set<Sign>;
  head: number;
  /** What the meeting is about begins here: it tells nothing. */
  about: number;
  within(name: string, from?: number, before?: number): readonly Hit[];
}

/** The signs of words that count wherever they stand; the words for meetings. */
function addSigns({ said, clause, signs, head, about, within }: Looked): readonly Hit[] {
  for (const name of SENTENCE) if (within(name, head, about).length > 0) signs.add(name);
  for (const name of EVERYWHERE) if (within(name).length > 0) signs.add(name);
  const meetings = within('meeting', clause.from);
  // a call regarding vendor payment: what a meeting is about may be any thing.
  const named = meetings.some((hit) => hit.to <= about) && (signs.has('books') || signs.has('makes')) ? about : clause.to;
  if (meetings.length > 0) signs.add('meeting');
  if (
    within('thing', clause.from, named).some(
      (hit) => !describes(said, hit, meetings) && (!signs.has('title') || endsName(said, clause, hit)),
    )
  )
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
  // I'd be grateful if you could …: the if is of the courtesy.
  const kind = said.hitsIn(role('bids'), clause);
  const ifs = within('if', clause.from, about);
  if (signs.has('kindly-if') || (ifs.length > 0 && ifs.every((hit) => kind.some(({ from, to }) => from <= hit.from && to >= hit.to))))
    signs.delete('if');
  if (waits(said, clause, within('if', clause.from))) signs.add('waits');
  return meetings;
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
      !/^\s*\d/.test(said.text.slice(hit.to)) &&
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
