/** `1 meeting`, `2 meetings` */
export const many = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`;

/** `a`, `a and b`, `a, b and c` */
export const and = (names: string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** `1st`, `22nd` */
export function ordinal(n: number): string {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${ending}`;
}

/** `1 hour`, `90 minutes`; in a sentence, where `h` and `min` would not be read aloud. */
export const minutes = (n: number): string => (n > 0 && n % 60 === 0 ? many(n / 60, 'hour') : many(n, 'minute'));

/** `1 hour 2 minutes` */
export function lasting(seconds: number): string {
  const total = Math.floor(seconds / 60);
  const [hours, rest] = [Math.floor(total / 60), total % 60];
  if (hours === 0) return many(rest, 'minute');
  return rest === 0 ? many(hours, 'hour') : `${many(hours, 'hour')} ${many(rest, 'minute')}`;
}
