/** Whether people who are not in the chat are invited in their direct chats: 以后不用私聊邀请不在群里的人, turn off direct invitations. */
import { phrase } from '../phrase.ts';
import type { Utterance } from '../utterance.ts';

export interface InviteSaid {
  invite: boolean;
  /** Of this group's meetings, whoever books them. */
  ofChat: boolean;
}

const ASK = '( slot.ask | slot.article )*';
const LEAD = '( slot.ask | slot.article | chat=invite.chat | COLON )*';
const CALL = '( invite.always | invite.directly )* invite.verb ( invite.directly | slot.article )*';
/** Which people, or how: without either it is said of the people of one meeting. */
const WHOM = `( ${CALL} invite.away | invite.to? invite.away invite.always* ${CALL} | invite.directly invite.verb invite.whom | invite.verb invite.whom invite.directly )`;
const THING = 'slot.article? invite.directly invite.verb';
const END = '( invite.directly | invite.always | slot.particle )* CLOSE';

const WAYS: readonly [invite: boolean, pattern: string][] = [
  [false, `${LEAD} invite.always* ${ASK} slot.no invite.always* ${WHOM} ${END}`],
  [false, `${LEAD} invite.always* slot.off ${WHOM} ${END}`],
  [false, `${LEAD} invite.always* ( slot.off | slot.no ) ${THING} ${END}`],
  [false, `${LEAD} ${THING} ( slot.off | slot.be? slot.is-off ) ${END}`],
  [false, `${LEAD} invite.always* invite.away invite.always* slot.no ${CALL} ${END}`],
  [true, `${LEAD} invite.always* slot.on ${THING} ${END}`],
  [true, `${LEAD} ${THING} slot.on ${END}`],
  [true, `${LEAD} invite.always+ ${ASK} ${WHOM} ${END}`],
  [true, `${LEAD} ( invite.to? invite.away invite.always+ ${CALL} | ${CALL} invite.away invite.always+ ) ${END}`],
  [true, `${LEAD} ( invite.directly invite.verb invite.away | invite.verb ( invite.away | invite.whom ) invite.directly ) ${END}`],
];
const PHRASES = WAYS.map(([invite, pattern]) => ({ invite, words: phrase(pattern) }));

/** @param starts where a command may stand */
export function readInvite(said: Utterance, starts: readonly number[]): InviteSaid | null {
  if (!said.has('invite.verb')) return null;
  for (const start of new Set([0, ...starts]))
    for (const { invite, words } of PHRASES) {
      const match = words.at(said, start);
      if (match) return { invite, ofChat: match.parts['chat'] !== undefined };
    }
  return null;
}
