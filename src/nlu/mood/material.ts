/** Text that nobody says to anybody: quoted, passed on, logged, code. */
import { afterGap } from '../after-gap.ts';
import { freeText } from '../gist.ts';
import { MEETING_WORDS, type Utterance } from '../utterance.ts';
import type { ClauseMood } from './clause-mood.ts';

/** Nothing but lines of somebody else. */
export const isAllQuoted = (text: string): boolean =>
  text.trimStart().startsWith('>') && text.split('\n').every((line) => /^\s*(?:>|$)/.test(line));

/** 【滴滴出行】…: a message of some service, passed on. */
export const FORWARDED = /^(?:@_user_\d{1,3}|\s)*[【[][^】\]\n]{1,20}[】\]]/;

/** Flags, calls, statements, the prefix of a commit: nobody speaks so. */
const CODE =
  /(?:^|\s)--?[a-z][\w-]*(?:=|\s+\S+\s+--?[a-z])|[\w.]\((?:['"][^'"]*['"]|\d*)\)\s*;?|[{}]|;\s*$|&&|\$[A-Z{(]|=>|^(?:fix|feat|chore|refactor|docs|todo|cron|sudo|git|npm|docker|kubectl|curl|select|update|insert)(?:\([\w-]+\))?(?::\s|\s+(?:-|\*|\w+\s+(?:run|from|set|into|meetings?\b.*=)|\d+\s+[\d*]|rebase|push|commit|run|install))/i;
/** GET /api/orders 200 */
const REQUEST = /(?:^|\s)\p{Lu}{3,7}\s+\/[\w-]/u;
/** A name that was labelled as one may be anything. */
export const isCode = (said: Utterance): boolean =>
  REQUEST.test(said.original(0, said.text.length)) || CODE.test(freeText(said, ({ kind }) => kind === 'topic'));

/** Subject: Re: Friday; Agenda: 9:00 Welcome: what is labelled as a name is none. */
export const isMislabelled = (said: Utterance): boolean =>
  said.claims.some(({ kind, from, to }) => {
    if (kind !== 'topic') return false;
    const at = afterGap(said.text, from);
    const reply = said.hitAt('mood.reply', at);
    return CLOCK.test(said.text.slice(from, to)) || (reply !== undefined && /^\s*(?:$|[:：])/.test(said.text.slice(reply.to)));
  });
const CLOCK = /^\s*\d{1,2}[:：]\d{2}(?!\d)/;

/** 李雷 10:32：… , Tom 3:15 PM ⏎: a line of a chat, with who said it and when. A meeting's name is nobody. */
const LOGGED = /^(?:@_user_\d{1,3}|\s)*([\p{L}][\p{L}\s.]{0,24}?)\s+\d{1,2}:\d{2}(?:\s?[ap]m)?\s*(?::|\n(?=[\s\S]*\S))/iu;
/** Sarah Lee, 3:02 PM, 韩梅梅 昨天 15:03: the same, and nothing said. */
const HEADER =
  /^(?:@_user_\d{1,3}|\s)*(\p{Script=Han}{2,3}|\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+),?(?:\s+\p{Script=Han}{2})?\s+\d{1,2}:\d{2}(?:\s?[AaPp][Mm])?\s*$/u;

export function isOfLog(said: Utterance, clauses: readonly ClauseMood[]): boolean {
  const alone = HEADER.exec(said.original(0, said.text.length));
  if (alone && !said.has('mood.meeting') && isPerson(said, alone[1]!)) return true;
  const who = said.may(LOGGED) ? LOGGED.exec(said.text) : null;
  return who !== null && !said.hits('mood.meeting').some((hit) => hit.to <= who[0].length) && clauses[0]?.signs.has('books') !== true;
}

const isPerson = (said: Utterance, name: string): boolean =>
  /^\p{Lu}\p{Ll}+ /u.test(name) || said.hitAt('person.surname', said.text.indexOf(name)) !== undefined;

const SPEAKER = /^(?:@_user_\d{1,3}|\s)*(\p{Script=Han}{2,3})\s*:/u;

/** 王总：明天三点开会. A meeting's name and a label are nobody. */
export function isSpoken(said: Utterance): boolean {
  const who = said.may(SPEAKER) ? SPEAKER.exec(said.text) : null;
  if (!who) return false;
  const from = who[0].indexOf(who[1]!);
  const named = said.anyIn(MEETING_WORDS, { to: who[0].length });
  return !named && said.claimAt(from) === undefined && said.hitAt('person.surname', from) !== undefined;
}
