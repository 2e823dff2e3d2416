/** `meeting_connect`: may other conferencing systems dial in. */
import type { Reading, Utterance } from '../utterance.ts';
import { beginsAt } from './edges.ts';
import { readWays, type Switch, way } from './switch.ts';

const SYSTEMS = 'connect.other slot.of? connect.video* connect.system connect.people? connect.dial*';

const WAYS = [
  way(false, `( slot.no | slot.off ) slot.any? ( slot.allow | slot.on )* ${SYSTEMS}`),
  way(false, '( slot.no | slot.off ) slot.article? connect.video? ( slot.allow | slot.on )? connect.noun'),
  way(true, `( slot.allow | slot.on | slot.ask )+ slot.any? ${SYSTEMS}`),
  way(true, '( slot.allow | slot.on | slot.ask )+ connect.video? connect.noun'),
  way(true, 'connect.video? connect.noun _AFTER', (said, { from }) => beginsAt(said, from)),
];

const NOTE = { on: 'interconnection', off: 'no interconnection' };

export function readConnect(said: Utterance): Reading<Switch | undefined> {
  if (!said.has('connect.noun', 'connect.system')) return { found: undefined, claims: [] };
  const { found, claims } = readWays(said, WAYS, NOTE);
  const named = said.hits('connect.system').some((hit) => claims.some((one) => one.from <= hit.from && one.to >= hit.to));
  return { found: found && named ? { ...found, changing: true } : found, claims };
}
