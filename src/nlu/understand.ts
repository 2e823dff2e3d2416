/** What a message means. Pure: the clock and the asker's zone come in as arguments. */
import type { Act, Intent } from '../domain/intent.ts';
import type { Candidate, Scene } from './candidate.ts';
import { type Decision, decide } from './decide.ts';
import { type Alone, withDialogue } from './dialogue/dialogue.ts';
import { withEdges } from './edges.ts';
import { freeText } from './gist.ts';
import { listed } from './intents/list.ts';
import { readers } from './intents/readers.ts';
import { languageOf } from './language.ts';
import type { Lexeme } from './lexicon/lexeme.ts';
import { lexicon } from './lexicon/lexicon.ts';
import { createScan, type Scan } from './lexicon/scan.ts';
import { judge } from './mood/judge.ts';
import { ABOUT_MEETINGS, MAY_NAME, NAME_UNKNOWN, NO_MEETING } from './mood/rules.ts';
import { readScene } from './scene.ts';
import { tidy } from './tidy.ts';
import { prepare } from './time/prepare.ts';
import { createNearestCommand } from './typo.ts';
import type { Understand, Understanding } from './understanding.ts';
import { Utterance } from './utterance.ts';

/** A reader of messages that knows these words. `scanFor`: how they are looked for, for trying the words out. */
export function createUnderstand(words: readonly Lexeme[], scanFor: (words: readonly Lexeme[]) => Scan = createScan): Understand {
  return withEdges(withDialogue(createAlone(words), words, scanFor(words)));
}

/** What a message means by itself. */
function createAlone(words: readonly Lexeme[]): Alone {
  const nearest = createNearestCommand(words);
  return ({ text, mentions, botOpenId }, ctx, scan) => {
    const message = Utterance.of(prepare(tidy(text)), scan, mentions, botOpenId);
    const others = new Map(mentions.length === 0 ? [[message.text, message]] : []);
    const rescan = (other: string): Utterance => {
      const known = others.get(other) ?? Utterance.of(prepare(other), scan);
      others.set(other, known);
      return known;
    };
    const scene = readScene(message, ctx, { rescan, nearest });
    const candidates = readers.flatMap((read) => read(scene));
    return told(decide(candidates), scene);
  };
}

/** `text` as Feishu sends it, with mention placeholders; plain `@names` work too. */
export const understand: Understand = createUnderstand(lexicon);

function told({ winner, others }: Decision, scene: Scene): Understanding {
  const { said, ctx } = scene;
  const built = winner.build();
  const judged = judge(built.said, built.intent, built.time, ctx.now);
  const looks = judged.because === ABOUT_MEETINGS;
  const { intent, time, said: marked, steps = [] } = looks ? listed(scene, 'today') : built;
  const { because } = judged;
  // Nothing is done about a time that cannot be: what is wrong with it is told, not offered.
  const impossible = intent.want === 'book' && judged.act === 'ask' && because !== MAY_NAME && time.problems.some((one) => one !== 'past');
  const several = !impossible && offersTimes(intent, scene);
  // Of several times to book none is taken; to which of them a meeting is moved is asked by itself.
  const choosing = several && intent.want === 'book' && judged.act === 'do';
  // Which of the two was a slip nobody knows.
  const torn = time.otherWeekday === true && judged.act === 'do' && !impossible;
  const act: Act = looks || impossible ? 'do' : choosing || torn ? 'ask' : judged.act;
  const words = freeText(said, (one) => one.kind === 'bot' || one.kind === 'mention' || one.kind === 'quote' || one.kind === 'topic');
  const left: Intent = { want: 'help', because: 'unknown' };
  return {
    intent:
      act === 'none' && intent.want !== 'help' && because !== NAME_UNKNOWN
        ? left
        : several
          ? ({ ...intent, options: [...scene.options] } as Intent)
          : intent,
    act,
    because,
    ...(because === NAME_UNKNOWN ? { ifNamed: true as const } : {}),
    ...(because === NO_MEETING ? { ifSpokenOf: true as const } : {}),
    lang: languageOf(words) ?? languageOf(said.text),
    time,
    steps: [...noted(marked), ...steps, `${winner.kind}: ${winner.because}`, `want: ${intent.want}`, `act: ${act}, ${because}`],
    marked: { text: marked.text, parts: marked.claims },
    candidates: [proposed(winner, null), ...others.map(({ candidate, why }) => proposed(candidate, why))],
  };
}

function offersTimes(intent: Intent, { options }: Scene): boolean {
  if (options.length < 2 || (intent.want !== 'book' && intent.want !== 'move')) return false;
  return intent.want === 'book' || (intent.shift === null && JSON.stringify(intent.time.start) === JSON.stringify(options[0]!.start));
}

const proposed = ({ kind, strength, because }: Candidate, lost: string | null): Understanding['candidates'][number] => ({
  kind,
  strength,
  because,
  lost,
});

const noted = (said: Utterance): string[] =>
  said.claims.flatMap(({ kind, from, to, note }) =>
    note === undefined ? [] : [`${kind}: "${said.text.slice(from, to).trim()}" → ${note}`],
  );
