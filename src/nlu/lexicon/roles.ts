/** Roles as bits: whether a message has words of any of them is asked of every phrase, hundreds of times a message. */
import { mayMatch, type Needs } from '../time/needs.ts';

/** A bit for each role that some word of a message has. */
export type Roles = readonly number[];

/** More than there are; beyond it two share a bit, and more phrases are tried than need be. */
const WORDS = 64;

const NONE: readonly number[] = new Array<number>(WORDS).fill(0);

const known = new Map<string, number>();

function numberOf(role: string): number {
  let number = known.get(role);
  if (number === undefined) {
    number = known.size % (WORDS * 32);
    known.set(role, number);
  }
  return number;
}

export function rolesOf(names: Iterable<string>): Roles {
  // No typed array: one of this size is kept outside of the heap, and making it costs more than all that is asked of it.
  const roles = NONE.slice();
  for (const name of names) {
    const number = numberOf(name);
    roles[number >> 5]! |= 1 << (number & 31);
  }
  return roles;
}

/** What `holdsAll` asks for: of each of these sets one role. */
export const askedOf = (sets: readonly ReadonlySet<string>[]): readonly Needs[] =>
  sets.map((names) => {
    const bits = new Map<number, number>();
    for (const name of names) {
      const number = numberOf(name);
      bits.set(number >> 5, (bits.get(number >> 5) ?? 0) | (1 << (number & 31)));
    }
    return [...bits].flat();
  });

export function holdsAll(roles: Roles, asked: readonly Needs[]): boolean {
  for (const needs of asked) if (!mayMatch(needs, roles)) return false;
  return true;
}
