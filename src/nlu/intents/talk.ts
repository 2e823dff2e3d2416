/** What is told and asks for nothing: 文件收到了, see you at 3, have a nice weekend. */
import type { Scene } from '../candidate.ts';
import { phrase } from '../phrase.ts';
import type { Utterance } from '../utterance.ts';
import { isAskedWithin, opensBooking } from './booking.ts';
import { coveredBy } from './covered.ts';

const LONGEST = 80;
const JUST_DONE = phrase('talk.just ANY talk.done');
const DONE = phrase('talk.did complement? talk.le tail* CLOSE | talk.i ANY? talk.late | talk.be-late ANY? talk.late-word | talk.way');
const GOODBYE = phrase('( talk.ok | COMMA )* talk.later? talk.meet tail* CLOSE');
const WISH = phrase('talk.happy CLOSE | talk.wish-en');
const NEWS = phrase('talk.weather');
const SEE = phrase('( talk.ok | COMMA )* talk.see talk.whom ( talk.when | CLAIMED )* CLOSE');
const SEE_THEM = phrase('( talk.ok | COMMA )* ( talk.see | talk.to ) talk.whom');
const SEE_REACH = 60;
const PAST = phrase('talk.failed | talk.who ANY? talk.past | talk.did-you');

/** `timed`: a clock still to come is named; `over`: the time that is named has passed. */
export function isTalk(scene: Scene, timed: boolean, over: boolean): boolean {
  const { said } = scene;
  const open = scene.rescan(
    said
      .without((one) => one.kind !== 'filler')
      .claims.reduce((text, one) => text.slice(0, one.from) + ' '.repeat(one.to - one.from) + text.slice(one.to), said.text)
      .trim(),
  );
  const { text } = open;
  if (text === '' || text.length > LONGEST) return false;
  if (JUST_DONE.at(open, 0)) return !timed;
  if (coveredBy(open, ['talk.wish-en', 'talk.wish-bit'])?.includes('talk.wish-en') || SEE.at(scene.timed, scene.starts[0] ?? 0))
    return true;
  const done = DONE.find(open) !== null;
  const past = over && PAST.find(open) !== null;
  const plain =
    !timed &&
    (GOODBYE.at(open, 0) ?? WISH.find(open) ?? NEWS.find(open) ?? overLe(open) ?? overFirst(scene, open) ?? (sees(open) ? true : null)) !==
      null;
  if (!done && !past && !plain) return false;
  return !scene.starts.some((at) => opensBooking(said, at)) && !isAskedWithin(scene);
}

/** 昨天开到晚上11点，累死了 */
function overLe(open: Utterance): true | null {
  const over = open.hitAt('talk.over', 0);
  return over && open.hits('talk.le').some((hit) => hit.from >= over.to) ? true : null;
}

/** Yesterday was fun. With a clock of its own (yesterday 3pm sync) it may be a slip, which is told. */
function overFirst({ timed }: Scene, open: Utterance): true | null {
  const clocked = timed.claims.filter(({ kind }) => kind === 'time').map(({ from, to }) => timed.text.slice(from, to).trim().toLowerCase());
  const words = open.hits('talk.over-first').map(({ from, to }) => open.text.slice(from, to).toLowerCase());
  return words.some((word) => !clocked.some((time) => time !== word && time.includes(word))) ? true : null;
}

/** see you all on the other side */
const sees = (open: Utterance): boolean =>
  SEE_THEM.at(open, 0) !== null && !open.has('ask.meeting') && !/[;\n]/.test(open.text) && open.text.length <= SEE_REACH;
