/**
 * A message around something long that was pasted into it: whoever wants something says so above it or below it. So a
 * long message is understood by its first and its last paragraph, each read like a message of its own.
 */
import type { Act, Intent } from '../domain/intent.ts';
import { BARE } from './mood/judge.ts';
import { tidy } from './tidy.ts';
import { LONGEST_READ } from './time/prepare.ts';
import type { Understand, Understanding } from './understanding.ts';

/** Characters of an edge, and of a line at it: what is longer was pasted as well. */
const EDGE = 400;
const LINE = 200;

interface Edge {
  text: string;
  /** `line`: only the first or last one of lines that no blank line parts: it may be the beginning or the end of what was pasted. */
  is: 'paragraph' | 'line' | 'lines';
  below: boolean;
}

/** Messages of up to 2,000 characters are read whole. */
export function withEdges(whole: Understand): Understand {
  return (message, ctx) => {
    const { text } = message;
    if (text.length <= LONGEST_READ || (text.length <= 2 * LONGEST_READ && tidy(text).length <= LONGEST_READ)) return whole(message, ctx);
    let first: Understanding | null = null;
    let offered: Understanding | null = null;
    for (const edge of edgesOf(text.trim())) {
      const meant = whole({ ...message, text: edge.text }, ctx);
      const act = actOf(meant, edge);
      if (act === 'do' && (edge.is !== 'line' || saysAll(meant))) return meant;
      if (act !== 'none') offered ??= act === meant.act ? meant : { ...meant, act };
      first ??= act === 'none' && meant.act !== 'none' ? { ...meant, act, intent: { want: 'help', because: 'unknown' } } : meant;
    }
    return offered ?? first!;
  };
}

const DEEDS: ReadonlySet<Intent['want']> = new Set(['book', 'cancel', 'move', 'extend', 'change']);

/** The plan of a meeting, or the last line of a chat, may be what was pasted: that is offered, not done. */
function actOf({ act, intent, because }: Understanding, { is, below }: Edge): Act {
  if (act === 'none' || !DEEDS.has(intent.want)) return act;
  const instructs = act === 'do' && because !== BARE;
  if (is === 'line' && !instructs) return 'none';
  return instructs && (is === 'paragraph' || !below) ? 'do' : 'ask';
}

/** A form goes on in the next lines. */
const saysAll = ({ intent, time }: Understanding): boolean => intent.want !== 'book' || time.start !== null;

const BLANK_LINE = /\n[^\S\n]*\n/g;

const edgesOf = (text: string): Edge[] => [...top(text.slice(0, EDGE)), ...bottom(text.slice(-EDGE))];

function top(stretch: string): Edge[] {
  const blank = stretch.search(BLANK_LINE);
  const line = stretch.split('\n', 1)[0]!;
  const lines = blank >= 0 ? stretch.slice(0, blank) : stretch.slice(0, Math.max(stretch.lastIndexOf('\n'), 0) || EDGE);
  return edges(line, lines, blank >= 0, false);
}

function bottom(stretch: string): Edge[] {
  const blank = [...stretch.matchAll(BLANK_LINE)].at(-1);
  const line = stretch.split('\n').at(-1)!;
  const lines = stretch.slice(blank ? blank.index + blank[0].length : stretch.indexOf('\n') + 1);
  return edges(line, lines, blank !== undefined, true);
}

function edges(line: string, lines: string, parted: boolean, below: boolean): Edge[] {
  if (parted) return [{ text: lines, is: 'paragraph', below }];
  const all: Edge = { text: lines, is: 'lines', below };
  return line.length > LINE || lines.length <= line.length ? [all] : [{ text: line, is: 'line', below }, all];
}
