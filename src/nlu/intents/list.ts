/** 我的会议, what's on today, 明天有哪些会: what there is. */
import type { ListScope, ListSpan } from '../../domain/intent.ts';
import type { Built, Candidate, Scene } from '../candidate.ts';
import { spanOf } from '../days.ts';
import { gistOf } from '../gist.ts';
import { phrase } from '../phrase.ts';
import type { Utterance } from '../utterance.ts';
import { coveredBy } from './covered.ts';

const ROLES = [
  'list.what',
  'list.roll',
  'list.noun',
  'list.kind',
  'list.view',
  'list.rest',
  'list.all',
  'list.roll',
  'list.booked',
  'list.tail',
  'list.link',
  'list.whose',
  'list.free',
];
const ROLES_PLURAL = ['list.view', 'list.meetings', 'list.whose', 'list.place', 'list.all', 'list.link'];
const OPEN = phrase('list.opens list.things | list.have list.some* list.thing | list.am-free');
const ANY = phrase('list.any list.thing list.planned* CLOSE');
const DAYS = phrase('of? list.noun list.days? CLOSE | list.ask-of-day CLOSE');
const FREE = phrase('list.whose* list.free list.tail* list.whose? CLOSE');
const LONGEST = 80;
const OWNER = /^\p{Lu}\p{Ll}{1,20}'s\s+/u;

export const readScope = (said: Utterance): ListScope => (said.hits('list.group').length > 0 ? 'chat' : 'mine');

/** A week named as a whole. */
export const weekOf = (said: Utterance): { span: ListSpan; from: number; to: number } | null => {
  const [hit] = said.hits('list.week');
  return hit ? { span: hit.worth as ListSpan, from: hit.from, to: hit.to } : null;
};

export function readList(scene: Scene): readonly Candidate[] {
  const { slots, number, question, time } = scene;
  const { reading } = time;
  const ahead = isFromNow(scene);
  const clock = hasClock(scene) && !ahead;
  if (slots.changing !== null || slots.label || slots.quote || number || (question === null && clock)) return [];
  const week = weekOf(scene.said);
  const gist = gistOf(scene, week);
  if (!isList(gist, ahead || reading.start !== null || reading.rrule !== null ? !clock : week !== null)) return [];
  return [{ kind: 'list', strength: 'sure', claims: [], because: gist.text, build: () => listed(scene, spanMeant(scene)) }];
}

/** is my afternoon free: which day is meant where none is named. */
const spanMeant = ({ said }: Scene): ListSpan =>
  (said.hits('list.am-free').find(({ worth }) => worth !== null)?.worth as ListSpan) ?? 'all';

/** In the next two hours: a stretch of time that begins now. */
const isFromNow = ({ time: { reading }, ctx, said }: Scene): boolean =>
  reading.start?.grain === 'minute' && Math.abs(reading.start.at - ctx.now) < 60_000 && reading.end !== null && !said.has('now');

export const hasClock = ({ time: { reading } }: Scene): boolean =>
  reading.start?.grain === 'minute' || reading.minutes !== null || reading.rrule !== null;

/** `otherwise`: where no day is named. */
export function listed({ said, timed, time, ctx }: Scene, otherwise: ListSpan = 'all'): Built {
  return {
    intent: { want: 'list', scope: readScope(said), span: weekOf(said)?.span ?? spanOf(time.reading, ctx, otherwise) },
    time: time.reading,
    said: timed,
  };
}

/** Is it a wish for a list. `gist` has no times in it; `dayOnly`: a day was named and no clock. */
export function isList(gist: Utterance, dayOnly: boolean): boolean {
  const { text } = gist;
  if (text.trim() === '' || text.length > LONGEST) return false;
  if (ANY.at(gist, 0) || OPEN.at(gist, 0) || FREE.at(gist, 0) || (dayOnly && DAYS.at(gist, 0))) return true;
  return isAlone(gist) || isNamed(gist) || isPlural(gist);
}

/** 我有哪些会, 查看会议, 会议列表: somebody's, or looked at, or asked for. */
function isNamed(gist: Utterance): boolean {
  const found = coveredBy(gist, ROLES);
  if (!found) return false;
  const has = (role: string): boolean => found.includes(role);
  if (has('list.roll') && !has('list.booked')) return true;
  // 明天有几个评审: of a kind they are counted, or asked for.
  if (has('list.kind')) return gist.hits('list.what').some(({ word }) => word.length > 1);
  const noun = has('list.noun') || has('list.roll');
  return noun && (has('list.whose') || has('list.what') || has('list.rest') || (has('list.view') && !has('list.booked')));
}

function isPlural(gist: Utterance): boolean {
  // Dana's meetings
  const owner = OWNER.exec(gist.text)?.[0].length ?? 0;
  const found = coveredBy(gist, ROLES_PLURAL, owner);
  if (owner > 0) return found?.includes('list.meetings') === true;
  return found?.includes('list.meetings') === true && (found.includes('list.view') || found.includes('list.whose'));
}

/** list, my day, what's on */
function isAlone(gist: Utterance): boolean {
  const alone = gist.hitAt('list.alone', 0);
  if (alone && coveredBy(gist, ['list.link', 'list.place'], alone.to)) return true;
  const ask = gist.hitAt('list.ask', 0);
  return ask !== undefined && coveredBy(gist, ['list.on', 'list.place'], ask.to) !== null;
}
