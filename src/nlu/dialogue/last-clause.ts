/** What stands before says why, the last clause what is wanted: 3点我要接孩子，4点半吧; don't cancel it, move it to 4. */
import type { Understanding } from '../understanding.ts';
import { readCorrection } from './corrections.ts';
import { readFragment } from './fragments.ts';
import { readReference } from './references.ts';
import { changes, has, meaning, past, type Said } from './said.ts';

const LAST = { by: 'last' } as const;

/** Whatever the last clause would be alone: a condition holds for it, and what somebody else said is not wanted. */
const HOLDS_FOR_ALL: ReadonlySet<string> = new Set([
  'only if',
  'quotes somebody',
  'stays as it is',
  'mocks',
  'about something else',
  'something else is to be done',
]);

export function readLastClause(said: Said): Understanding | null {
  const { text, alone } = said;
  const gap = [...text.matchAll(/[,，;；。!！\n…]+\s*|(?<=\D)\.\s+/g)].filter((one) => one.index + one[0].length < text.length).at(-1);
  if (!gap || gap.index === 0 || /[?？]/.test(text) || HOLDS_FOR_ALL.has(alone.because)) return null;
  const before = said.understand(text.slice(0, gap.index));
  if (before.act === 'do' || HOLDS_FOR_ALL.has(before.because)) return null;
  const part = said.part(text.slice(gap.index + gap[0].length));
  // either is fine, take the first
  const pointed = readReference(part);
  if (pointed?.intent.want === 'show' && pointed.intent.which.by === 'nth') return { ...pointed, act: 'none' };
  const from = past(part, 0);
  // 会议不变，还是3点: only an instruction changes what is to stay.
  const corrected = readCorrection(part);
  const rather = part.hits.some(({ role, from }) => role === 'dialogue.rather' && from === 0);
  if (has(said, 'dialogue.keep') && (corrected || rather)) return null;
  const meant = corrected ?? (from > 0 ? said.understand(part.text.slice(from)) : part.alone);
  // 文档加密，密码1234: what is only asked about alone is not done for what stands before it.
  if (changes(meant) && 'which' in meant.intent && meant.intent.want !== 'cancel')
    return corrected || meant.act === 'do' ? ofIt(said, meant) : null;
  const value = readFragment(part);
  // Said of what was just done, or of nothing.
  return value?.settles ? { ...value, act: 'none' } : null;
}

/** Said of what was spoken of: named is a meeting only where it is another one. */
function ofIt(said: Said, { intent }: Understanding): Understanding | null {
  if (intent.want === 'change' && intent.anyName) return null;
  if (intent.want !== 'move' && intent.want !== 'change' && intent.want !== 'extend') return null;
  const which = intent.which.by === 'context' && !intent.which.during && !intent.which.clocks ? LAST : intent.which;
  return meaning(said, { ...intent, which }, 'do', 'corrects');
}
