/** Readers of zones and of the small words around times. */
import { isZone } from '../../../calendar/zones.ts';
import type { Finding, LinkRole } from '../atoms.ts';
import { fixedZone } from '../offsets.ts';
import type { Said } from '../said.ts';

export const link = (said: Said): Finding => ({ kind: 'link', role: said.worth('role') as LinkRole });
export const now = (): Finding => ({ kind: 'offset', seconds: 0 });
export const stop = (): Finding => ({ kind: 'stop' });
export const vague = (said: Said): Finding => (said.has('day') ? { kind: 'vague', day: true } : { kind: 'vague' });

export function zone(said: Said): Finding | null {
  const name = said.worth('zone') ?? said.text('iana');
  // Asia/Pacific sync: looks like a zone, and is none.
  return typeof name === 'string' && isZone(name) ? { kind: 'zone', zone: name, weak: said.has('weak') } : null;
}

export function zoneOffset(said: Said): Finding | null {
  if (!said.has('sign')) return { kind: 'zone', zone: 'UTC', weak: !/^z$/i.test(said.words) };
  const found = fixedZone(String(said.worth('sign') ?? said.text('sign')), said.num('h') ?? Number.NaN, said.num('mi') ?? 0);
  return found ? { kind: 'zone', zone: found, weak: false } : null;
}
