/** Zones as people write them alone, and fixed offsets. */
import { canonicalZone } from '../../calendar/zones.ts';
import type { Zone } from '../../domain/time.ts';
import { company, recognisersOfAll, wordTable } from './languages.ts';
import { fixedZone } from './offsets.ts';
import { prepare } from './prepare.ts';
import { scan } from './scan.ts';

const OFFSET = /^([+-])\s?(\d{1,2})(?::?([0-5]\d))?$/;
const SUFFIX = new RegExp(`(?:${company.zoneSuffix})$`, 'i');
const places = wordTable('time.place');
const names = wordTable('time.zone-name');

/** A zone written alone, as in a setting: `东京`, `东京时间`, `Asia/Tokyo`, `UTC+9`, `+5:30`, `JST`, `东八区`. */
export function readZone(text: string): Zone | null {
  const t = prepare(text).text.trim().replace(SUFFIX, '').trim();
  if (t === '') return null;
  const offset = OFFSET.exec(t);
  if (offset) return fixedZone(offset[1]!, Number(offset[2]), Number(offset[3] ?? 0));
  const name = t.toLowerCase().replace(/[\s_-]+/g, ' ');
  const known = places.get(name) ?? names.get(name);
  if (typeof known === 'string') return known;
  const [said, more] = scan(t, recognisersOfAll, []);
  if (said?.kind === 'zone' && !more && said.to === t.length && !t.includes('/')) return said.zone;
  if (!t.includes('/')) return null;
  const official = canonicalZone(t);
  return official && /[A-Z]/.test(t) ? t : official;
}
