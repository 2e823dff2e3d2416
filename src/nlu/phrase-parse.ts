/** Reads the pattern of a phrase; what it may consist of is told in `phrase`. */
import { ahead, choice, named, repeated, role, type Step, sequence, shape, words } from './phrase-steps.ts';

const TOKEN = /\s*([()|]|[&!_]|[a-z]+=|[A-Z]+|[a-z]+(?:[.-][a-z]+)*|[?*+])/gy;

export function parse(source: string): Step {
  const tokens = [...source.matchAll(TOKEN)].map((match) => match[1]!);
  if (tokens.join('') !== source.replace(/\s+/g, '')) throw new Error(`no phrase: ${source}`);
  let at = 0;
  const group = (): Step => {
    const options: Step[] = [];
    let row: Step[] = [];
    for (; at < tokens.length && tokens[at] !== ')'; ) {
      if (tokens[at] === '|') {
        at += 1;
        options.push(sequence(row));
        row = [];
      } else row.push(element());
    }
    options.push(sequence(row));
    return options.length === 1 ? options[0]! : choice(options);
  };
  const element = (tight = false): Step => {
    const token = tokens[at]!;
    at += 1;
    if (token === '&' || token === '!') return ahead(element(tight), token === '&');
    if (token === '_') return element(true);
    if (token.endsWith('=')) return suffixed(named(token.slice(0, -1), bare(tokens[at++]!, tight)));
    return suffixed(bare(token, tight));
  };
  const bare = (token: string, tight: boolean): Step => {
    if (token === '_') return bare(tokens[at++]!, true);
    if (token === '(') {
      const inner = group();
      at += 1;
      return inner;
    }
    if (token === 'ANY' || token === 'MOST') return words(token === 'MOST');
    return /^[A-Z]/.test(token) ? shape(token, tight) : role(token, tight);
  };
  const suffixed = (step: Step): Step => {
    const sign = tokens[at];
    if (sign === '?' || sign === '*' || sign === '+') {
      at += 1;
      return repeated(step, sign === '+' ? 1 : 0, sign === '?' ? 1 : 8);
    }
    return step;
  };
  return group();
}
