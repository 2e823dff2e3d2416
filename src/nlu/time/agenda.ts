/** Agenda lines, each with its own length: not the meeting's. */
import type { Atom } from './atoms.ts';
import { company } from './languages.ts';

const ITEM = /^[ \t]*(?:\d{1,2}[.)、]|[-*•·]|[①-⑳])/;
const AGENDA = new RegExp(`(?:${company.agenda})`, 'i');

/** The line that a place is in, up to there. */
const lineBefore = (text: string, at: number): string => text.slice(text.lastIndexOf('\n', at - 1) + 1, at);

/** Leaves out the lengths of two and more items, and those behind the word agenda. */
export function withoutAgenda(atoms: readonly Atom[], text: string): Atom[] {
  const lengths = atoms.filter((atom) => atom.kind === 'length');
  if (lengths.length < 2) return [...atoms];
  const heading = AGENDA.exec(text);
  const listed = lengths.filter(({ from }) => ITEM.test(lineBefore(text, from)) || (heading !== null && from > heading.index));
  return listed.length < 2 ? [...atoms] : atoms.filter((atom) => !listed.some((one) => one === atom));
}
