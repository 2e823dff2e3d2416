/** What stands before what is wanted: greetings, times, persons, politeness. */
import type { Hit } from '../lexicon/lexeme.ts';
import type { Utterance } from '../utterance.ts';
import type { Clause } from './clauses.ts';
import { HEAD, role, SENTENCE, type Sign } from './sign.ts';

/** Roles that may stand before what is wanted. */
const FRONT = ['light', 'polite', 'wonders', 'wants', 'self', 'we', 'delegates', 'others', 'you', 'party', 'kindly-if', 'answers'] as const;

/** Claims that may. */
const PASSED = new Set(['bot', 'mention', 'filler', 'attendees', 'time', 'slot', 'number']);

/** Who may still speak behind a time and a gap. */
const SPEAKS = ['polite', 'wonders', 'self', 'delegates', 'others', 'kindly-if'];

/** What may be meant instead of a word of the front. */
const RIVALS = [...HEAD, ...SENTENCE.filter((name) => name !== 'desires'), 'asks-first', 'parts'].map(role);

/** Past greetings, times, persons, politeness; what is met on the way is a sign. */
export function front(said: Utterance, clause: Clause): { signs: Set<Sign>; head: number } {
  const signs = new Set<Sign>();
  let at = clause.from;
  let timed = false;
  for (let turn = 0; turn < 40 && at < clause.to; turn += 1) {
    const before = at;
    while (at < clause.to && /[\s:：、~～]/.test(said.text[at]!)) at += 1;
    const claim = said.claimAt(at);
    if (claim && PASSED.has(claim.kind)) {
      // 约张三: who comes is read with the verb.
      if (claim.kind === 'attendees' && said.hitAt(role('books'), claim.from)) signs.add('books');
      at = claim.to;
      timed ||= claim.kind === 'time';
      continue;
    }
    const apart = timed && at > before && at < clause.to;
    let longest: { name: (typeof FRONT)[number]; hit: Hit } | null = null;
    for (const name of said.hitsAt(at).length > 0 ? FRONT : []) {
      const hit = said.hitAt(role(name), at);
      if (hit && hit.to <= clause.to && hit.to > (longest?.hit.to ?? at)) longest = { name, hit };
    }
    // 约一下 begins like 约 and 要 like 要不要: the longer word is meant.
    if (apart && !(longest && SPEAKS.includes(longest.name)) && !said.hitAt(role('errand'), at)) {
      signs.add('title');
      break;
    }
    if (longest && (longest.name === 'others' || RIVALS.every((name) => (said.hitAt(name, at)?.to ?? 0) <= longest!.hit.to))) {
      if (longest.name !== 'light' && !(longest.name === 'self' && signs.has('together'))) signs.add(longest.name);
      if (said.hitAt(role('together'), at)) signs.add('together');
      at = longest.hit.to;
    }
    if (at === before) break;
  }
  return { signs, head: at };
}
