/** `+0800` for a zone at a wall-clock time, as pickers send it. */
function offsetOf(zone: string, wallClockUtc: number): string {
  const at = (instant: number): number => {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    }).formatToParts(instant);
    const part = (type: string): number => Number(parts.find((item) => item.type === type)?.value);
    return Math.round((Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) - instant) / 60_000);
  };
  const minutes = at(wallClockUtc - at(wallClockUtc) * 60_000);
  const sign = minutes < 0 ? '-' : '+';
  const pad = (value: number): string => String(Math.abs(Math.trunc(value))).padStart(2, '0');
  return `${sign}${pad(minutes / 60)}${pad(minutes % 60)}`;
}

/** A picker's value with the offset of the zone it was picked in; one that has an offset stays. */
export function withOffset(tag: string, value: string, zone: string, now: number): string {
  if (/[+-]\d{4}$/.test(value) && value.includes(' ')) return value;
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})?\s*(\d{2}:\d{2})?$/.exec(value.trim()) ?? [];
  if ((tag !== 'picker_time' && !date) || (tag !== 'date_picker' && !time)) throw new RangeError(`not a value of ${tag}: ${value}`);
  const wall = date ? Date.parse(`${date}T${time ?? '00:00'}:00Z`) : now;
  return `${value.trim()} ${offsetOf(zone, wall)}`;
}

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
