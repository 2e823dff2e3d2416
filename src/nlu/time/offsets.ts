import type { Zone } from '../../domain/time.ts';

/** `UTC±hh:mm` of signed hours and minutes, or null beyond what exists. */
export function fixedZone(sign: string, hours: number, minutes: number): Zone | null {
  if (!(hours <= 14) || minutes > 59) return null;
  if (hours === 0 && minutes === 0) return 'UTC';
  return `UTC${sign}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
