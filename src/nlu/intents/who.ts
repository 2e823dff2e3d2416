/** 谁在会上, who's in the call, 参会名单. */
import type { Candidate, Scene } from '../candidate.ts';
import { phrase } from '../phrase.ts';
import type { Shapes } from '../phrase-shapes.ts';
import { isPointedAt } from '../pointed.ts';
import { nameOf } from '../slots/title.ts';
import { type Claim, MEETING_WORDS } from '../utterance.ts';
import { traitsOf, which } from '../which.ts';
import { claim, endOf, pastNoun } from './clause.ts';
import { markedName, withTimes } from './commanded.ts';

const WHO = [
  'who.host',
  'NAMED who.end? who.now+ who.person who.in? tail* CLOSE',
  'NAMED who.end? who.now* who.invited who.person tail* CLOSE',
  'NAMED who.end? who.now* who.arrived who.person tail* CLOSE',
  'who.attending of who.now* who.person tail* CLOSE',
  'NAMED who.end? who.now* who.anyone who.in? complement? ask.yes tail* CLOSE',
  'who.now* who.anyone who.in who.inside+ complement? ask.yes tail* CLOSE',
  'who.all-here tail* CLOSE',
  'who.is-any who.now* who.present tail* CLOSE',
  'who.now* who.arrived who.many ( tail | le )* CLOSE',
  'meeting.itself who.started tail* CLOSE',
  'who.has-it who.the-meeting who.started tail* CLOSE',
  'who.now* who.person who.now* who.in who.inside* complement? &( END | tail | ask.yes | QUOTE )',
  'who.now* who.person who.not who.in who.inside?',
  'who.there who.now* who.person',
  'who.now* who.there? who.now* who.many who.in who.inside* complement?',
  'who.now* who.there? who.now* who.many complement? tail* CLOSE',
  'who.now* who.attending who.roll who.which? &( END | QUESTION )',
  'who.en who.now* who.present ( who.of )*',
  'who.now who.now+ who.person tail* CLOSE',
  'ask.whether who.now* ( who.joined | who.arrived ) le? ask.yes? tail* CLOSE',
  'HAN HAN HAN? who.now* who.joined le? ask.yes tail* CLOSE',
  'who.has who.now* who.came show.yet* who.of?',
  'who.count who.are? who.present who.of*',
  'who.is-any who.now* who.in-at who.the-meeting+',
  'who.is-any who.now* ( who.in-at | who.came who.of? ) &MEETING',
  'who.is-any who.now* who.came who.now* CLOSE',
  'who.en who.now* who.expected ( to | who.of )? &MEETING',
  'who.en who.host-word',
  '( list.view list.link* )? who.list tail* &( show.of | END )',
  'who.has-it LATIN+ who.now* who.came ( who.now | tail | show.yet )* CLOSE',
  'who.is LATIN+ who.now* who.in-at who.the-meeting+',
  'who.is CLAIMED who.now* who.in-at who.the-meeting+',
].map(phrase);
/** has anyone joined the 10am yet */
const YET = phrase('( show.yet | who.now )+ tail* CLOSE');
/** 谁在周会上 */
const AT = phrase('at=who.at name=ANY end=who.end? tail* CLOSE');

/** `NAMED`: a meeting's name ends here. `MEETING`: one is named from here on. */
const shapesOf = ({ said, time }: Scene): Shapes => ({
  QUOTE: (_, at) => (said.claimAt(at)?.kind === 'quote' ? at : null),
  NAMED: endOf(NOUNS),
  MEETING: (_, at) => (said.anyIn(NOUNS, { from: at }) || time.spans.some((span) => span.to > at && isPointedAt(said, span)) ? at : null),
});

const NOUNS = [...MEETING_WORDS, 'meeting.en'];

export function readWho(scene: Scene): readonly Candidate[] {
  const { said, slots, number, ctx } = scene;
  if (slots.label) return [];
  const claims = whoClaims(scene);
  if (!claims) return [];
  return [
    {
      kind: 'who',
      strength: 'sure',
      claims,
      because: 'asks who is there',
      build() {
        const time = scene.read([...said.claims, ...claims]);
        const marked = withTimes(said.with(claims), time);
        const { reading } = time;
        return {
          intent: { want: 'who', which: which(number, markedName(scene) ?? nameOf(marked, 'which'), traitsOf(reading, ctx)) },
          time: reading,
          said: marked,
        };
      },
    },
  ];

  function whoClaims(one: Scene): Claim[] | null {
    const found = WHO.map((pattern) => pattern.find(said, 0, shapesOf(one)))
      .filter((match) => match !== null)
      .sort((a, b) => a.from - b.from)[0];
    if (found) {
      const last = YET.find(said, found.to);
      return [claim('command', { from: pastNoun(said, found.from), to: found.to }, 'who'), ...(last ? [claim('filler', last)] : [])];
    }
    const at = AT.find(said);
    return at ? [claim('command', at.parts['at']!, 'who'), ...(at.parts['end'] ? [claim('command', at.parts['end'])] : [])] : null;
  }
}
