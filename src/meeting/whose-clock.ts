/** Zones as far as meetings care: which exist, and which show another clock. Pure. */
import { isZone, offsetAt } from '../calendar/zones.ts';
import type { Millis, Zone } from '../domain/time.ts';

export const exists = (zone: string): boolean => isZone(zone);

/** One zone for each clock that they show at that instant, in order; undefined: nobody knows. */
export function apart(zones: readonly (Zone | undefined)[], at: Millis): Zone[] {
  const byClock = new Map<number, Zone>();
  for (const zone of zones) if (zone !== undefined && !byClock.has(offsetAt(at, zone))) byClock.set(offsetAt(at, zone), zone);
  return [...byClock.values()];
}
