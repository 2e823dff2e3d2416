/** What stands before and behind what is wanted and says nothing itself. */
import { type Match, type Phrase, phrase } from './phrase.ts';
import type { Shapes } from './phrase-shapes.ts';
import type { Utterance } from './utterance.ts';

const LEADS: readonly Phrase[] = [
  phrase('lead'),
  phrase('lead.all lead.crew? lead.hello?'),
  phrase('lead.robot lead.crew?'),
  phrase('lead.act &lead.act-next'),
  phrase('lead.hm+ &( lead.hm-next | GAP )'),
  phrase('lead.with HAN HAN? HAN? HAN? ( lead.agreed lead.done* | lead.arranged lead.done+ ) &( COMMA | CLAIMED | CLOSE )'),
  phrase('HAN HAN? lead.title lead.greets &GAP'),
  phrase('lead.said lead.there? lead.replied? lead.says of? be.zh?'),
  phrase('lead.char &( GAP | lead.char-next | lead.char-book ( book.count | bit | meeting.itself | GAP ) | book.open ANY meeting.itself )'),
  phrase('lead.anyone lead.free'),
  phrase('lead.help &( HAN | lead.help-next )'),
  phrase('lead.remind lead.team lead.that?'),
  phrase('lead.per lead.our lead.exchange'),
  phrase('lead.called &CALLED'),
];
const TAIL = phrase('tail+');

const SHAPES: Shapes = {
  GAP: (said, at) => (at >= said.text.length || /[\s,，、。!！~～:：]/.test(said.text[at]!) || !said.free(at, at + 1) ? at : null),
  CALLED: (said, at) => (/[,:!]/.test(said.text[at] ?? '') ? at : null),
};

/** The filler that begins at `at`. */
export function leadAt(said: Utterance, at: number): Match | null {
  let longest: Match | null = null;
  for (const one of LEADS) {
    const match = one.at(said, at, SHAPES);
    if (match && match.to > (longest?.to ?? at)) longest = match;
  }
  return longest;
}

/** The courtesies that end at `to`. */
export const tailAt = (said: Utterance, to: number, from: number): Match | null => TAIL.ending(said, to, from);
