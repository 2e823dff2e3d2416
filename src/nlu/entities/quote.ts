/** Names in quotes, and in book marks: 「周会」, 《方案》. */
import { phrase } from '../phrase.ts';
import type { Shapes } from '../phrase-shapes.ts';
import { recognisersOfAll } from '../time/languages.ts';
import { scan } from '../time/scan.ts';
import type { Claim, Reading, Utterance } from '../utterance.ts';

/** The words between the quotes. */
export interface Quoted {
  from: number;
  to: number;
}

const QUOTES =
  /「([^」\n]{1,120})」|『([^』\n]{1,120})』|“([^”\n]{1,120})”|"([^"\n]{1,120})"|(?<![\p{L}\p{N}])'([^'\n]{2,120})'(?![\p{L}\p{N}])/gu;
/** 【录制】, 【密码：1234】: up to the closing bracket. */
const BARE_SLOT = [
  phrase('( record.how | slot.no | slot.ask )? record.noun CLOSED'),
  phrase('slot.it? password.of? password.noun ( COLON | slot.is )? VALUE CLOSED'),
];
const BOOK_MARKS = /《([^》\n]{1,120})》|【([^】\n]{1,120})】/g;

/** Claims quoted stretches, so that nothing inside is taken for a time or a command. Found are those that stand alone: names. */
export function readQuotes(message: Utterance): Reading<Quoted[]> {
  const found: Quoted[] = [];
  const claims: Claim[] = [];
  let said = message;
  const claim = (one: Claim): void => {
    claims.push(one);
    said = said.with([one]);
  };
  if (/[「『“"']/.test(said.text)) {
    for (const match of said.text.matchAll(QUOTES)) {
      const to = match.index + match[0].length;
      if (!said.free(match.index, to)) continue;
      const within = said.hitAt('quote.goes-on', to) !== undefined;
      claim({ from: match.index, to, kind: within ? 'link' : 'quote', note: within ? 'part of a name' : 'a name' });
      if (within) continue;
      found.push({ from: match.index + 1, to: to - 1 });
    }
  }
  if (/[《【]/.test(said.text)) {
    for (const match of said.text.matchAll(BOOK_MARKS)) {
      const to = match.index + match[0].length;
      const alone = /^\s*$|[\s,，。:：;；]$/.test(said.text.slice(0, match.index)) || !said.free(match.index - 1, match.index);
      const free = /^\s*$|^[\s,，。;；]/.test(said.text.slice(to)) || !said.free(to, to + 1);
      if (!said.free(match.index, to) || (match[2] !== undefined && isSlot(said, match.index + 1, to - 1))) continue;
      claim({ from: match.index, to, kind: alone && free ? 'quote' : 'link' });
      if (alone && free) found.push({ from: match.index + 1, to: to - 1 });
    }
  }
  return { found, claims };
}

/** A slot or a time in brackets is what it is without them. */
function isSlot(said: Utterance, from: number, to: number): boolean {
  const shapes: Shapes = {
    CLOSED: (_, at) => (at === to ? at : null),
    VALUE: (_, at) => (at < to && /^[\w*#!-]+$/.test(said.text.slice(at, to)) ? to : null),
  };
  if (BARE_SLOT.some((one) => one.at(said, from, shapes) !== null)) return true;
  const inner = said.text.slice(from, to);
  const atoms = scan(inner, recognisersOfAll, []);
  const last = atoms.at(-1);
  return atoms[0]?.from === 0 && last?.to === inner.length && atoms.some((one) => one.kind === 'clock');
}
