/** Does a message ask about what there is, as against a request put as a question. */
import { phrase } from '../phrase.ts';
import type { Utterance } from '../utterance.ts';

export type Question = 'when' | 'yes_no' | null;

export const WHEN = phrase('( ( move.verb | move.end ) to? complement? | ask.be )? ask.when ( ask.does | ask.after )* ask.of*');
const YES = phrase('ask.yes CLOSE');
const ASKING = /[?？]\s*$/;

/** `said`: with nothing but the noise claimed. */
export function readQuestion(said: Utterance): Question {
  if (WHEN.find(said)) return 'when';
  return isYesNo(said) && !asksUs(said) ? 'yes_no' : null;
}

function isYesNo(said: Utterance): boolean {
  if (YES.find(said) || said.has('ask.whether')) return true;
  const first = /^\s*/.exec(said.text)![0].length;
  return said.hitAt('ask.opens', first) !== undefined && ASKING.test(said.text);
}

function asksUs(said: Utterance): boolean {
  if (said.has('ask.us')) return true;
  return suggests(said);
}

/** are you free at 3 to go over it: asks for a meeting. */
export function suggests(said: Utterance): boolean {
  return said.freeHits('ask.free').some((free) => said.hits('to').some((to) => to.from > free.to && /^ \w/.test(said.text.slice(to.to))));
}

/** when am I free, 我什么时候有空: asked of all of one's meetings. */
export const asksWhenFree = (said: Utterance): boolean => said.anyIn(FREE);
const FREE = ['list.am-free', 'list.free'];
