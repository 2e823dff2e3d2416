/** What stands beside the time in a message without a verb: the plain name of a meeting, something that may be one, or talk. */

import type { Slots } from '../../domain/intent.ts';
import type { TimeReading } from '../../domain/time.ts';
import { afterGap } from '../after-gap.ts';
import { leadAt } from '../filler.ts';
import type { Span } from '../time/prepare.ts';
import type { Utterance } from '../utterance.ts';
import { type ClauseMood, haveSign } from './clause-mood.ts';
import { restOf } from './rest.ts';
import type { Sign } from './sign.ts';

/** What a bare request has none of, where its time and its name stand, and elsewhere. */
const TELLS: readonly Sign[] = [
  'finite',
  'asks',
  'others',
  'self',
  'reports',
  'refuses',
  'if',
  'wishes',
  'parts',
  'errand',
  'unable',
  'done',
  'holds',
  'desires',
  'ongoing',
  'you',
  'happens',
];
const ELSEWHERE: readonly Sign[] = ['unable', 'parts', 'asks'];

/**
 * `bare`: times, a plain name and settings. `loose`: a meeting's name, and more is said beside it.
 * `set-apart`, `may-be`: the same as `bare`, where the name is not known to be a meeting's; a gap or a comma makes it likelier.
 */
export type Named = 'time-alone' | 'bare' | 'loose' | 'set-apart' | 'may-be';

export function nameOf(said: Utterance, clauses: readonly ClauseMood[], slots: Slots, time: TimeReading): Named | null {
  const times = said.claims.filter((claim) => claim.kind === 'time');
  const core = clauses.filter((clause) => clause.signs.has('named') || times.some(({ from, to }) => from < clause.to && to > clause.from));
  if (haveSign(core, ...TELLS) || haveSign(clauses, ...ELSEWHERE)) return null;
  if (core.some(({ signs }) => signs.has('we') && !signs.has('talks'))) return null;
  const words = wordsOf(said, clauses);
  if (words === '' && Object.keys(slots).length === 0) return time.start === null ? null : 'time-alone';
  const alone = isAlone(said, clauses, times) && !core.some((clause) => isCommanded(said, clause));
  if (haveSign(core, 'named', 'meets') || core.some(({ signs }) => signs.has('talks') && (signs.has('title') || signs.has('together'))))
    return isSlotted(slots) || (alone && words.length <= (HAN.test(words) ? 30 : 60)) ? 'bare' : 'loose';
  if (words === '' && slots.topic === undefined) return 'bare';
  if (
    (time.start?.grain !== 'minute' && time.rrule === null && !haveSign(core, 'outing')) ||
    times.length === 0 ||
    haveSign(clauses, ...TELLS)
  )
    return null;
  if (isSlotted(slots) && said.claims.some(({ kind }) => kind === 'quote')) return 'bare';
  const apart = isApart(said, clauses, times);
  if (!alone) return apart ? 'set-apart' : null;
  const ends = endsAsName(said, clauses) && !/[:：]\s*$/.test(said.text.slice(0, times[0]!.from));
  const each = HAN.test(words) ? (words.match(EACH_HAN)?.length ?? 0) : words.split(' ').length;
  if (HAN.test(words)) {
    if (!apart) return each <= (ends ? 10 : 6) ? 'may-be' : null;
    return ends || (each <= LEAD_HAN && leadsIn(said, times)) || haveSign(core, 'meeting') ? 'bare' : each <= 16 ? 'set-apart' : null;
  }
  if (ends && each <= 4 && (apart || each > 1)) return 'bare';
  if (apart && (haveSign(core, 'meeting') || (each <= 4 && leads(said, times, time)))) return 'bare';
  if (apart) return each <= 6 ? 'set-apart' : null;
  return each <= 3 && !/^[a-z]+ing\b|(?:^| )\d+(?: |$)/.test(words) ? 'may-be' : null;
}

const DONE_WITH = ['move.object', 'move.strong', 'cancel.verb', 'cancel.loose'];

/** move the sync from Wednesday: what is done with a meeting that is there, and not said to the end. */
const isCommanded = (said: Utterance, { head }: ClauseMood): boolean =>
  DONE_WITH.some((role) => {
    const verb = said.hitAt(role, head);
    return verb !== undefined && said.hitAt('mood.filling', afterGap(said.text, verb.to)) !== undefined;
  });

/** 渠道政策, vendor comparison: the last word is one that names of meetings end in. */
const endsAsName = (said: Utterance, clauses: readonly ClauseMood[]): boolean =>
  clauses.some((clause) =>
    said
      .hitsIn('mood.names', clause)
      .some(({ to }) => said.claimAt(afterGap(said.text, to))?.kind === 'time' || restOf(said, { from: to, to: clause.to }) === ''),
  );

/** What is said besides times and settings. */
const wordsOf = (said: Utterance, clauses: readonly ClauseMood[]): string =>
  clauses
    .map((clause) => restOf(said, clause))
    .join(' ')
    .trim();

/** 改天聊, talk tomorrow: said at parting. A verb alone asks for a meeting where a clock, a length or people stand beside it. */
export function isParting(said: Utterance, clauses: readonly ClauseMood[], slots: Slots, time: TimeReading): boolean {
  if ((time.start?.grain !== 'day' && !time.problems.includes('vague')) || time.minutes !== null || time.rrule !== null || isSlotted(slots))
    return false;
  if (clauses.some(({ signs }) => signs.has('named') || signs.has('together') || signs.has('books'))) return false;
  const verb = wordsOf(said, clauses) || slots.topic;
  return verb !== undefined && verb !== '' && said.hits('mood.meets').some(({ from, to }) => said.text.slice(from, to) === verb);
}

const ONLY_MEETINGS = ['password', 'record', 'hosts', 'attendees', 'join'] as const satisfies readonly (keyof Slots)[];

/** What only a meeting has is said: a password, people who come, a recording. */
export const isSlotted = (slots: Slots): boolean => ONLY_MEETINGS.some((slot) => slots[slot] !== undefined);

/** The longest name that is taken for one behind a time, whatever it is. */
const LEAD_HAN = 8;

/** 15点 代码: the time begins the message. 机会难得，周六上午10点; 明早8点，官宣; 10:15 告警：CPU: what stands before a comma or a colon or behind it may be anything. */
const leadsIn = (said: Utterance, times: readonly Span[]): boolean =>
  restOf(said, { from: 0, to: times[0]!.from }) === '' && !/^\s*[,，]|[:：]/.test(said.text.slice(times.at(-1)!.to));

/** Mon 10am pricing: a day and a clock begin the message, and a name follows without a mark. */
function leads(said: Utterance, times: readonly Span[], time: TimeReading): boolean {
  const last = times.at(-1)!;
  if (time.assumed.some((what) => what === 'date' || what === 'next_day')) return false;
  return restOf(said, { from: 0, to: last.to }) === '' && /^\s+[\p{L}\d]/u.test(said.text.slice(last.to));
}

const EACH_HAN = /\p{Script=Han}/gu;
const HAN = /\p{Script=Han}/u;
/** 1）需求评审 30分钟: a line of an agenda. */
const ITEM = /^\s*(?:\d{1,2}\s*[.、)）]|[-•*·])/;

/** call at 3pm about the launch */
const ABOUT = ['mood.opens', 'mood.with', 'mood.beside'];

/** The name stands on one side of the time, and nothing else is said besides: no other clause, no other sentence. */
function isAlone(said: Utterance, clauses: readonly ClauseMood[], times: readonly Span[]): boolean {
  if (said.claims.some(({ kind }) => kind === 'topic' || kind === 'label')) return true;
  const spoken = clauses.filter(
    (clause) =>
      restOf(said, clause) !== '' &&
      (leadAt(said, clause.from)?.to ?? 0) < clause.to &&
      !(said.text[clause.from - 1] === '\n' && ITEM.test(said.text.slice(clause.from, clause.to))),
  );
  if (spoken.length > 1) return false;
  return spoken.every((clause) => {
    const own = times.filter(({ from, to }) => from < clause.to && to > clause.from);
    if (own.length === 0 || clause.signs.has('together')) return true;
    // A name that was typed and is no mention
    const called = /^\s*@\S+\s/.exec(said.text.slice(clause.from, own[0]!.from))?.[0].length ?? 0;
    const before = restOf(said, { from: clause.from + called, to: own[0]!.from });
    const last = own.at(-1)!.to;
    const after = restOf(said, { from: last, to: clause.to });
    return before === '' || after === '' || ABOUT.some((name) => said.hitAt(name, afterGap(said.text, last)));
  });
}

/** 15点 代码, 客户名单：明天3点: set apart from the time as a name is. */
function isApart(said: Utterance, clauses: readonly ClauseMood[], times: readonly Span[]): boolean {
  const { text } = said;
  const [first, last] = [times[0]!, times.at(-1)!];
  // Mon 10am
  const lead = times.find((time, at) => at + 1 === times.length || text.slice(time.to, times[at + 1]!.from).trim() !== '')!;
  const exact = /\d|\s|\p{Script=Han}/u.test(text.slice(first.from, lead.to).trim());
  if (exact && restOf(said, { from: 0, to: first.from }) === '' && /^[\s,，:：、;；-]/.test(text.slice(lead.to))) return true;
  return (
    restOf(said, { from: last.to, to: clauses.at(-1)?.to ?? last.to }) === '' &&
    /(?:\p{Script=Han}\s|[,，:：;；(（-]\s*)$/u.test(text.slice(0, first.from))
  );
}
