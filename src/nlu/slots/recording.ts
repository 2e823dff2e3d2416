/** Is the meeting recorded: not the 录 of 目录 or the record of "world record". */
import { type Match, phrase } from '../phrase.ts';
import type { Reading, Utterance } from '../utterance.ts';
import { beginsAt, EDGES, endsAt } from './edges.ts';
import { readFar, readWays, type Switch, way } from './switch.ts';

const WORD = '( record.noun | record.last | record.verb )';
/** 录制也 …, turn the recording …: the setting by its name. */
const NAMED = '( slot.turn slot.article? )? record.how? ( record.noun | record.last ) slot.also?';

const FAR = phrase('lead=( slot.off | slot.on ) slot.done? name=ANY slot.of record.how? record.noun _AFTER');

/** A noun of some other kind of record: track record. */
const ofAnother = (said: Utterance, { from }: Match): boolean =>
  said.hits('record.other').some((hit) => hit.to <= from && said.text.slice(hit.to, from).trim() === '');

const WAYS = [
  way(false, `( slot.no | slot.off ) slot.article? ( record.how | slot.on )* ${WORD} slot.it? slot.needless?`),
  way(false, `${NAMED} ( slot.off | slot.be? COLON? slot.is-off | COLON slot.no-value )`),
  way(false, 'record.unrecorded'),
  way(
    true,
    `( slot.ask | slot.on | record.how )+ slot.article? ( record.how | slot.it )* ${WORD} slot.it? record.down? record.kept? _AFTER`,
  ),
  way(true, `${NAMED} ( slot.on | slot.be? COLON? slot.is-on | COLON slot.yes-value )`),
  way(true, 'record.whole | record.last slot.it'),
  way(true, '( record.how | slot.it )* record.noun slot.it? record.kept? _AFTER', (said, { from }) => beginsAt(said, from)),
  way(true, 'record.how? record.noun _AFTER', (said, { from }) => said.hitEnding('meeting.noun', from) !== undefined),
  way(true, 'record.last &record.whose', (said, { from }) => from === 0 || /[,.;，。]\s*$/.test(said.text.slice(0, from))),
];

const BARE = [way(true, 'record.how? record.last slot.please? END', (said, match) => !ofAnother(said, match))];
const NEXT_TO = phrase('slot.and? ( record.noun | record.last )');
const NOTE = { on: 'record', off: 'do not record' };

export function readRecording(said: Utterance): Reading<Switch | undefined> {
  if (!said.has('record.noun', 'record.last', 'record.verb', 'record.whole', 'record.unrecorded')) return { found: undefined, claims: [] };
  const far = readFar(said, FAR);
  if (far.found) return far;
  const clear = readWays(said, WAYS, NOTE);
  if (clear.found) return clear;
  return readNextToSlot(said) ?? readWays(said, BARE, NOTE);
}

/** "host @Alice record", "密码1234录制": directly behind another slot. */
function readNextToSlot(said: Utterance): Reading<Switch> | null {
  for (const { kind, to } of said.claims) {
    const match = kind === 'slot' || kind === 'quote' ? NEXT_TO.at(said, to, EDGES) : null;
    if (match && endsAt(said, match.to))
      return { found: { value: true, changing: false }, claims: [{ from: match.from, to: match.to, kind: 'slot', note: NOTE.on }] };
  }
  return null;
}
