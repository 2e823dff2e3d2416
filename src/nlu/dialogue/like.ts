/** Another one like one that is known: 再约一个后天同一时间的, same time next week, book it for Thursday instead. */
import type { Intent } from '../../domain/intent.ts';
import { silent } from '../../domain/silent-time.ts';
import type { Hit } from '../lexicon/lexeme.ts';
import type { Understanding } from '../understanding.ts';
import { before, changes, consistsOf, has, meaning, past, type Said } from './said.ts';

const LAST = { by: 'last' } as const;

/** What is not said is as it was last time. */
export function readLike(said: Said): Understanding | null {
  const all = said.hits.filter((hit) => LIKE.has(hit.role));
  // "and another" has an "another" in it.
  const like = all.filter((hit) => !all.some((one) => one !== hit && one.from <= hit.from && one.to >= hit.to));
  if (like.length === 0 || changes(said.alone) || TELLING.has(said.alone.because)) return null;
  const rest = without(said.text, like);
  if (isRightAfter(said, rest))
    return meaning(said, { want: 'book', now: false, time: silent(), slots: {}, like: LAST, after: true }, 'do', LIKE_LAST);
  const later = daysLater(said, rest);
  if (later !== null)
    return meaning(said, { want: 'book', now: false, time: said.understand(rest).time, slots: {}, like: LAST, later }, 'do', LIKE_LAST);
  const meant = said.understand(rest);
  if (!meant.time.start) return null;
  if (named(meant)) return all.some(({ role }) => role === 'dialogue.another') ? ofItsOwn(said, meant) : null;
  return meaning(said, another(meant), 'do', LIKE_LAST);
}

/** lol another meeting at 5 */
const TELLING: ReadonlySet<string> = new Set([
  'tells of something',
  'tells of others',
  'tells of oneself',
  'tells what was said',
  'is over',
  'news',
]);

const LIKE: ReadonlySet<string> = new Set(['dialogue.same', 'dialogue.another']);
const LIKE_LAST = 'like the last one';

const without = (text: string, hits: readonly Hit[]): string =>
  [...hits].reverse().reduce((left, hit) => `${left.slice(0, hit.from)} ${left.slice(hit.to)}`, text);

/** Nothing else is said but that, and that it is to be booked. */
function isRightAfter(said: Said, rest: string): boolean {
  const part = said.part(rest.trim());
  return has(part, 'dialogue.right-after') && consistsOf(part, 'dialogue.right-after', 'dialogue.tail', 'dialogue.book', 'dialogue.agree');
}

/** same time next week: so many days after that one, whichever day this is. */
function daysLater(said: Said, rest: string): number | null {
  const part = said.part(before(said.part(rest), 'dialogue.tail').trim());
  const later = part.hits.find((hit) => hit.role === 'dialogue.later' && hit.from === 0 && hit.to === part.text.length);
  return later ? Number(later.worth) : null;
}

/** 4点再约一个客户B沟通: on the day that was just spoken of. */
function ofItsOwn(said: Said, { intent, time, act }: Understanding): Understanding | null {
  const dayless = time.start?.grain === 'minute' && (time.assumed.includes('date') || time.assumed.includes('next_day'));
  if (intent.want !== 'book' || intent.like || intent.options || act === 'none' || said.alone.act === 'none' || !dayless) return null;
  return meaning(said, { ...intent, like: LAST, own: true }, 'do', LIKE_LAST);
}

/** It is about something of its own. */
const named = ({ intent }: Understanding): boolean => intent.want === 'book' && (intent.slots.topic ?? '').length > 2;

function another({ intent, time }: Understanding): Extract<Intent, { want: 'book' }> {
  return { want: 'book', now: false, time, slots: intent.want === 'book' ? intent.slots : {}, like: LAST };
}

/** 改约周五10点, book it for Friday instead, book it again for 5pm: what was called off, or what is to be moved. */
export function readRebooking(said: Said): Understanding | null {
  const begins = [past(said, 0, 'dialogue.wrong'), past(said, 0, 'dialogue.wrong', 'dialogue.then')];
  const again = said.hits.find((hit) => hit.role === 'dialogue.rebook' && begins.includes(hit.from));
  if (!again) return null;
  const { alone } = said;
  if (alone.intent.want === 'move' && alone.intent.which.by === 'topic') return alone;
  if (alone.intent.want === 'move' && alone.marked.parts.some(({ kind, to }) => kind === 'command' && to > again.to))
    return { ...alone, intent: { ...alone.intent, again: true } };
  const rest = before(said, 'dialogue.tail', 'dialogue.mean').slice(again.to);
  const meant = said.understand(rest);
  if (!meant.time.start) return null;
  if (named(meant)) return meant.act === 'none' ? null : { ...meant, act: 'do' };
  const { slots } = another(meant);
  const { topic, ...others } = slots;
  return meaning(said, { ...another(meant), slots: others, instead: true }, 'do', LIKE_LAST);
}
