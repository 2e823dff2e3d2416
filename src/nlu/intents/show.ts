/** 周会几点开, 会议号是多少, show the standup, a bare number: one meeting, looked at. */
import type { Candidate, Scene } from '../candidate.ts';
import { freeText, gistOf } from '../gist.ts';
import { phrase } from '../phrase.ts';
import { nameOf } from '../slots/title.ts';
import type { Claim, Utterance } from '../utterance.ts';
import { traitsOf, which } from '../which.ts';
import { isBooking } from './booking.ts';
import { claim } from './clause.ts';
import { markedName } from './commanded.ts';
import { coveredBy } from './covered.ts';
import { unknown } from './help.ts';
import { hasClock, isList, listed, weekOf } from './list.ts';
import { asksWhenFree, WHEN } from './question.ts';

const HELD = phrase('( start.verb | end.verb | ask.held ) of? &( END | CLAIMED | tail | ask.yes )');
/** has the standup started yet */
const STARTED = phrase('has=who.has-it move.the ANY started=( ( who.started | show.fate ) show.yet* ) tail* CLOSE');
const DETAIL = phrase('of? show.detail ( list.view | show.verb | invitation.give )? tail* CLOSE');
const NUMBER = phrase('of? password.of? show.number ( be.zh? show.what show.again? | invitation.give ) tail* CLOSE');
const OF = phrase('of show.info list.view? tail* CLOSE | of? show.when list.view? tail* CLOSE');
/** 112-000-358 是哪个会 */
const WHICH = phrase(
  'be.zh? show.which meeting.itself tail* CLOSE | show.which-is be &CLAIMED | ( this | share.this ) meeting.itself? be.zh show.which tail* CLOSE',
);
/** meeting number please */
const FIELD = phrase('move.the? show.field tail* CLOSE');
/** 刚刚约的那个会看看 */
const LOOKED_AT = phrase('meeting.itself verb=( list.view+ ) tail* CLOSE');
const LINK_OF = phrase('show.field show.of');
const VERB = phrase('show.verb');
const ANYWHERE = phrase('show.strong | show.detail | show.any | show.number be.zh? show.what show.again? | show.ask show.field show.of?');
/** Its small words may be the time's: details of the 3pm demo. */
const OPENS = phrase('show.strong | show.detail | show.ask show.field show.of | show.field show.of');
const FULL = ['show.strong', 'show.detail', 'show.ask', 'show.field'];
/** show the 3pm demo, show me tomorrow's demo: one that there is. */
const pointsAt = (said: Utterance, at: number): boolean =>
  (POINTS.at(said, at) !== null || POSSESSIVE.test(said.text.slice(at))) && said.hits('mood.meeting').some(({ from }) => from >= at);
const POINTS = phrase('move.the');
const POSSESSIVE = /^\s*\p{L}+'s\s/u;
const MORE = phrase('of? ( show.detail | show.info-word )');
const LONGEST_NAME = 24;

/** When is it: one meeting if it is named, else the day's list. */
export function readWhen(scene: Scene): readonly Candidate[] {
  const { said, question, number, ctx, time } = scene;
  if (question !== 'when') return [];
  const open = said.without((one) => one.kind !== 'filler');
  if (open.has('ask.elsewhere')) return [unknown(scene, 'when', 'asks for what is kept elsewhere')];
  const claims = whenClaims(scene);
  const meeting = said.anyIn(['ask.meeting', 'mood.meeting']);
  const marked = scene.timed.with(claims);
  const free = asksWhenFree(said);
  const name = free ? null : (markedName(scene) ?? singular(nameOf(marked, 'which'), scene));
  // 这场会几点结束: one that is pointed at.
  const ends = name === null && time.reading.start === null && marked.hits('end.verb').length > 0 && said.hits('list.things').length === 0;
  const pointed = said.hits('ask.this').length > 0 || ends;
  const one = number !== null || (pointed && name === null) || (name !== null && name.length <= LONGEST_NAME && meeting);
  if (!one && !meeting) return [unknown(scene, 'when', 'asks when, and names no meeting')];
  return [
    {
      kind: 'when',
      strength: 'sure',
      claims,
      because: 'asks when',
      build: () =>
        one
          ? { intent: { want: 'show', which: which(number, name, traitsOf(time.reading, ctx)) }, time: time.reading, said: marked }
          : listed(scene, free || said.hits('ask.next').length > 0 ? 'all' : 'today'),
    },
  ];
}

/** our mtgs, 接下来的: no name of one meeting. */
const singular = (name: string | null, { rescan }: Scene): string | null =>
  name !== null && coveredBy(rescan(name), ['list.meetings', 'ask.next', 'meeting.itself', 'of']) ? null : name;

function whenClaims({ said, timed }: Scene): Claim[] {
  const when = WHEN.find(said);
  const held = HELD.find(when ? timed.with([claim('command', when)]) : timed);
  const link = when ? LINK_OF.find(timed, when.to) : null;
  return [
    ...(link ? [claim('command', link)] : []),
    ...(when ? [claim('command', when, 'a question')] : []),
    ...(held ? [claim('command', held)] : []),
  ];
}

/** 明天有会吗 */
export function readWhether(scene: Scene): readonly Candidate[] {
  const { said, question } = scene;
  const { start, rrule } = scene.time.reading;
  if (question !== 'yes_no' || !(start !== null || rrule !== null || isBooking(scene))) return [];
  if (said.hits('ask.meeting').length === 0) return [unknown(scene, 'whether', 'asks, and names no meeting')];
  return [{ kind: 'whether', strength: 'likely', claims: [], because: 'asks whether', build: () => listed(scene, 'today') }];
}

export function readShow(scene: Scene): readonly Candidate[] {
  const { said, timed, slots, starts, number } = scene;
  if (slots.label) return [];
  const tail = DETAIL.find(timed) ?? NUMBER.find(timed) ?? afterMeeting(scene);
  if (tail) {
    const verb = timed.freeHits('show.verb')[0];
    return [show(scene, [claim('command', tail, 'show'), ...(verb ? [claim('command', verb)] : [])], true)];
  }
  const { has, started } = (starts[0] === undefined ? null : STARTED.at(said, starts[0]))?.parts ?? {};
  if (has && started && said.hits('mood.meeting').length > 0)
    return [show(scene, [claim('command', has, 'show'), claim('command', started)], true)];
  const looked = LOOKED_AT.find(timed)?.parts['verb'];
  if (looked && said.anyIn(['this', 'ask.this'], { to: looked.from })) return [show(scene, [claim('command', looked, 'show')], true)];
  const field = starts[0] === undefined ? null : FIELD.at(timed, starts[0]);
  if (field) return [show(scene, [claim('command', field, 'show')], true)];
  const which = number ? WHICH.find(timed) : null;
  if (which) return [show(scene, [claim('command', which, 'show')], true)];
  for (const at of starts) {
    if (!timed.free(at, at + 1)) continue;
    const match = OPENS.at(said, at) ?? VERB.at(timed, at) ?? ANYWHERE.find(timed, at);
    if (!match || (match.from > at && match.to > timed.nextClaim(at))) continue;
    const more = MORE.find(timed, match.to);
    const strong = FULL.some((role) => said.hitAt(role, match.from) !== undefined) || pointsAt(said, match.to);
    const one = show(scene, [claim('command', match, 'show'), ...(more ? [claim('command', more)] : [])], strong);
    return [one];
  }
  const rest = slots.changing === null && !slots.quote && number ? said.text : null;
  return rest !== null && onlyNumber(scene)
    ? [{ ...show(scene, [], true), kind: 'show.number', because: 'a meeting number and no more' }]
    : [];
}

function afterMeeting({ timed }: Scene): { from: number; to: number } | null {
  const found = OF.find(timed);
  return found && timed.hitEnding('show.after', found.from) ? found : null;
}

function onlyNumber({ said, rescan }: Scene): boolean {
  return coveredBy(rescan(freeText(said, () => true)), ['number.word']) !== null;
}

function show(scene: Scene, claims: readonly Claim[], sure: boolean): Candidate {
  const { timed, number, time, ctx } = scene;
  const marked = timed.with(claims);
  const name = markedName(scene) ?? nameOf(marked, 'which');
  const weak = !sure && hasClock(scene) && !number && name !== null;
  const list = name === null && !number && isList(gistOf(scene, weekOf(scene.said)), time.reading.start !== null);
  return {
    kind: 'show',
    strength: weak ? 'guess' : 'sure',
    claims,
    because: 'a word that looks',
    build: () =>
      list
        ? listed(scene)
        : { intent: { want: 'show', which: which(number, name, traitsOf(time.reading, ctx)) }, time: time.reading, said: marked },
  };
}
