/** 复制邀请, 分享到别的群: the meeting's words, given to others. */

import type { Candidate, Scene } from '../candidate.ts';
import { clauseStarts } from '../clause-starts.ts';
import { type Match, phrase } from '../phrase.ts';
import { nameOf } from '../slots/title.ts';
import type { Span } from '../time/prepare.ts';
import { MEETING_WORDS } from '../utterance.ts';
import { traitsOf, which } from '../which.ts';
import { isBooking } from './booking.ts';
import { claim } from './clause.ts';
import { markedName } from './commanded.ts';
import { hasClock } from './list.ts';

const PLACE = 'share.to* share.other? share.place &END';
const SHARE = [
  phrase(`verb=share.verb ANY to=( share.to share.other? share.place ) &END`),
  phrase(`verb=take ANY to=( share.give ${PLACE} )`),
  phrase(`to=( share.give ${PLACE} )`),
  phrase(`verb=( take )? ANY to=( share.give ${PLACE} )`),
  phrase('to=( share.give share.to+ ANY share.place ) &END'),
  phrase('verb=take ANY to=( share.give share.to+ ANY share.place ) &END'),
  phrase('verb=take ANY to=( share.verb share.to? )'),
  phrase('verb=share.verb share.this? &( END | QUOTE | DIGIT )'),
  phrase('verb=( share.en share.with MOST ) CLOSE'),
  phrase('verb=share.en it to=( share.with MOST ) CLOSE'),
  phrase('verb=share.en move.the ANY to=( share.with ANY share.place ) CLOSE'),
  phrase('verb=share.verb ANY to=( share.to+ ANY share.place ) &END'),
  phrase('verb=share.post move.the ANY to=( share.in ANY share.place ) CLOSE'),
  phrase('verb=share.verb to=( share.to ( MENTION | HAN HAN HAN? ) ) tail* CLOSE'),
  phrase('to=( share.send share.other share.place ) tail* CLOSE'),
  phrase('verb=( take? share.card ) to=( share.send ANY share.place ) tail* CLOSE'),
  /** 会议转发给质检组 */
  phrase('&( take? ANY? ( this | meeting.itself ) ) verb=( take )? ANY to=( share.give share.to+ HAN HAN HAN? HAN? HAN? ) tail* CLOSE'),
  phrase('verb=share.en'),
];
const ELSEWHERE = phrase('share.in share.other share.place | share.people');
const INVITE = [
  phrase('invitation.bit* invitation.word &( END | CLAIMED | invitation.next )'),
  phrase('invitation.copy invitation.bit* ( invitation.full-link | invitation.link | invitation.info )'),
  phrase('invitation.full-link'),
  phrase('invitation.get invitation.a? invitation.noun invitation.of*'),
  phrase('this? invitation.opens invitation.of*'),
  phrase('this invitation.noun tail* CLOSE'),
];
const LINK = phrase(
  'of? ( invitation.full-link | invitation.link | invitation.info ) invitation.lost COMMA? lead? invitation.give tail* CLOSE | of? ( invitation.full-link | invitation.link ) ( invitation.give? ) tail* CLOSE | of invitation.word tail* CLOSE',
);
/** 把例会的卡片再发一下 */
const AGAIN = phrase('of? ( invitation.card again? | invitation.info ) invitation.give tail* CLOSE');
const SEND = phrase('invitation.send bit?');
const GIVE = phrase('invitation.give tail* CLOSE');
const SHAPES = {
  QUOTE: (said: Scene['said'], at: number) => (said.claimAt(at)?.kind === 'quote' ? at : null),
  MENTION: (said: Scene['said'], at: number) => (said.claimAt(at)?.kind === 'mention' ? said.claimAt(at)!.to : null),
};

export function readShare(scene: Scene): readonly Candidate[] {
  const { timed, starts, slots } = scene;
  if (slots.label) return [];
  const brought = bringsIn(scene);
  if (brought) return [brought];
  for (const at of starts) {
    if (!timed.free(at, at + 1)) continue;
    const match = SHARE.map((one) => one.at(timed, at, SHAPES)).find((one) => one !== null);
    if (!match) continue;
    const elsewhere = ELSEWHERE.find(timed);
    const spans = [...namedParts(match), ...(elsewhere ? [elsewhere] : [])];
    const sure = timed.hits('share.other').length > 0 || timed.hits('share.place').length > 0 || elsewhere !== null;
    return [passOn(scene, 'share', spans, sure)];
  }
  return [];
}

const INTO = phrase('share.into &( this | move.the | CLAIMED | ANY mood.meeting )');

/** add @Ken to the demo, loop in @Ben: somebody is to come to one that there is, and gets its words. */
function bringsIn(scene: Scene): Candidate | null {
  const { said, starts, slots } = scene;
  if (!slots.slots.attendees || slots.changing !== null || isBooking(scene)) return null;
  const verb = said.hits('share.invite').find(({ from }) => said.claimAt(from)?.kind === 'attendees');
  if (!verb || clauseStarts(said.without(({ kind }) => kind === 'attendees' || kind === 'mention'))[0] !== verb.from) return null;
  const at = starts[0];
  if (at === undefined) return passOn(scene, 'share', [], true);
  const into = INTO.at(said, at);
  const named = said.anyIn([...MEETING_WORDS, 'meeting.en'], { from: at });
  if (!into || !(named || said.hitAt('it', into.to + 1) || said.hitAt('name.none', into.to + 1))) return null;
  return passOn(scene, 'share', [into], true);
}

export function readInvitation(scene: Scene): readonly Candidate[] {
  const { timed, starts, slots } = scene;
  if (slots.label) return [];
  for (const at of starts) {
    if (!timed.free(at, at + 1)) continue;
    const until = timed.nextClaim(at);
    const match = INVITE.map((one) => one.find(timed, at, SHAPES))
      .filter((one) => one !== null && one.to <= until)
      .sort((a, b) => a!.from - b!.from || b!.to - a!.to)[0];
    if (!match || !(match.from === at || isChinese(timed.text, match))) continue;
    const marked = timed.with([claim('command', match)]);
    const more = [SEND.find(marked), GIVE.find(marked)].filter((one) => one !== null);
    const sure = ['invitation.sure', 'invitation.link', 'invitation.full-link', 'invitation.info', 'invitation.copy'].some((role) =>
      timed.hits(role).some((hit) => hit.from >= match.from && hit.to <= match.to),
    );
    return [passOn(scene, 'invitation', [match, ...more], sure)];
  }
  const link = LINK.find(timed) ?? AGAIN.find(timed);
  if (!link) return [];
  const send = SEND.find(timed.with([claim('command', link)]));
  return [passOn(scene, 'invitation', [link, ...(send ? [send] : [])], true)];
}

const isChinese = (text: string, { from }: Match): boolean => /\p{Script=Han}/u.test(text[from] ?? '');

const namedParts = (match: Match): Span[] => {
  const parts = ['verb', 'to'].flatMap((name) => match.parts[name] ?? []);
  return parts.length > 0 ? parts : [match];
};

function passOn(scene: Scene, want: 'share' | 'invitation', spans: readonly Span[], sure: boolean): Candidate {
  const { timed, number, time, ctx } = scene;
  const claims = spans.map((span) => claim('command', span, want));
  const marked = timed.with(claims);
  const name = markedName(scene) ?? nameOf(marked, 'which');
  const weak = !sure && hasClock(scene) && !number && name !== null;
  return {
    kind: want,
    strength: weak ? 'guess' : 'sure',
    claims,
    because: want === 'share' ? 'a word that shares' : 'names the invitation',
    build: () => ({ intent: { want, which: which(number, name, traitsOf(time.reading, ctx)) }, time: time.reading, said: marked }),
  };
}
