/** The command word that somebody most likely meant. */
import { type Lexeme, wordsOf } from './lexicon/lexeme.ts';

export interface Meant {
  word: string;
  /** What stands there instead. */
  typed: string;
  /** The word stands in names as well. */
  loose: boolean;
}

/** The nearest command to the first words of a text, or null when nothing is near. */
export type NearestCommand = (text: string) => Meant | null;

interface Command {
  word: string;
  loose: boolean;
  /** The letters that it has. */
  letters: number;
}

const LATIN = /^\W*([a-z]{3,14})(?![a-z])/i;
const IDEOGRAPHS = /^[\s\p{P}]*(\p{Script=Han}{2,8})/u;

/** Letters are compared by what it takes to mend them, ideographs by their place and sound. */
export function createNearestCommand(lexicon: readonly Lexeme[]): NearestCommand {
  const entries = (role: string): [string, unknown][] => lexicon.filter((one) => one.role === role).flatMap((one) => wordsOf(one));
  const prepared = () => {
    const commands = entries('typo.command').map(
      ([word, worth]): Command => ({ word, loose: worth === 'loose', letters: lettersOf(word) }),
    );
    return {
      spelled: commands.filter(({ word }) => /^[a-z]/.test(word)),
      drawn: commands.filter(({ word }) => !/^[a-z]/.test(word)),
      real: new Set(entries('typo.real').map(([word]) => word)),
      sounds: new Map(entries('typo.sound').map(([char, others]) => [char, String(others)])),
    };
  };
  let known: ReturnType<typeof prepared> | null = null;
  const nearest: NearestCommand = (text) => {
    known ??= prepared();
    const { spelled, drawn, real, sounds } = known;
    const latin = LATIN.exec(text)?.[1];
    if (latin) return real.has(latin.toLowerCase()) ? null : nearestSpelled(latin, spelled);
    const drawnText = IDEOGRAPHS.exec(text)?.[1];
    return drawnText === undefined ? null : nearestDrawn(drawnText, drawn, sounds);
  };
  // Several readers ask about the same words.
  let last: { text: string; meant: Meant | null } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, meant: nearest(text) };
    return last.meant;
  };
}

function nearestSpelled(latin: string, commands: readonly Command[]): Meant | null {
  const typed = latin.toLowerCase();
  const most = typed.length <= 4 ? 1 : 2;
  let best: (Command & { distance: number }) | null = null;
  const letters = lettersOf(typed);
  for (const command of commands) {
    if (apart(letters ^ command.letters) > 2 * most) continue;
    const distance = edits(typed, command.word, most);
    if (distance === 0) return null;
    if (distance <= most && distance * 3 <= command.word.length && (!best || distance < best.distance)) best = { ...command, distance };
  }
  return best && { word: best.word, typed: latin, loose: best.loose };
}

/** A bit for each letter; no edit changes more than two of them. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i += 1) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

function apart(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

function nearestDrawn(text: string, commands: readonly Command[], sounds: ReadonlyMap<string, string>): Meant | null {
  for (const { word, loose } of commands) {
    const typed = text.slice(0, word.length);
    if (typed.length !== word.length || typed === word) continue;
    const short = text.length <= word.length + 4;
    if (
      word.length > 2
        ? alike(typed, word) >= word.length - 1
        : word.length === 2 && short && (isSwapped(typed, word) || sounding(typed, word, sounds))
    )
      return { word, typed, loose };
  }
  return null;
}

/** In how many places they are the same. */
function alike(typed: string, word: string): number {
  let same = 0;
  for (let i = 0; i < word.length; i += 1) if (typed[i] === word[i]) same += 1;
  return same;
}

const isSwapped = (typed: string, word: string): boolean => typed[0] === word[1] && typed[1] === word[0];

/** Is every character that differs one that sounds the same. */
function sounding(typed: string, word: string, sounds: ReadonlyMap<string, string>): boolean {
  for (let i = 0; i < word.length; i += 1) if (typed[i] !== word[i] && !(sounds.get(word[i]!)?.includes(typed[i]!) ?? false)) return false;
  return true;
}

/** Damerau-Levenshtein distance, given up beyond `most`. */
function edits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most && Math.min(...last) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}
