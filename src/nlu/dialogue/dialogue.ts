/** What a message says to what was said before: a correction, a yes, two wishes at once. Built on what each of its parts means alone. */

import { silent } from '../../domain/silent-time.ts';
import type { Hit, Lexeme } from '../lexicon/lexeme.ts';
import type { Scan } from '../lexicon/scan.ts';
import { WHATEVER_BEFORE } from '../mood/rules.ts';
import { tidy } from '../tidy.ts';
import { prepare } from '../time/prepare.ts';
import type { Context, Message, Understand, Understanding } from '../understanding.ts';
import { readCorrection } from './corrections.ts';
import { readFragment, readFurther, readShift } from './fragments.ts';
import { readLastClause } from './last-clause.ts';
import { readLike, readRebooking } from './like.ts';
import { readReference } from './references.ts';
import { before, changes, consistsOf, type DialogueRole, FIELDS, gapAt, has, isOfChange, meaning, past, type Said } from './said.ts';
import { readSelfCorrection } from './self-corrections.ts';
import { nameIn, timeIn } from './values.ts';
import { readBoth, readEach, readRow, readWishes } from './wishes.ts';

/** Corrections, answers and thanks are short; a long text is no reply to what was just said. */
const MOST = 120;

type Reader = (said: Said) => Understanding | null;

/** In this order: the first that finds something is right. */
const READERS: readonly Reader[] = [
  readRebooking,
  readSelfCorrection,
  readCorrection,
  readEach,
  readBoth,
  readRow,
  readWishes,
  readLike,
  readReference,
  readShift,
  readFurther,
  readFragment,
];

/** The words that it goes by. */
const isOfDialogue = (role: string): boolean =>
  /^(?:dialogue|refer)\.|^(?:mood\.meeting|mood\.looks|gist\.lead|password\.noun)$/.test(role) || isOfChange(role);

/** What a message means that nothing was said before, by the words that are found in it. */
export type Alone = (message: Message, ctx: Context, scan: Scan) => Understanding;

export function withDialogue(alone: Alone, words: readonly Lexeme[], scanAll: Scan): Understand {
  const roles = new Set(words.map(({ role }) => role).filter(isOfDialogue));
  return (message, ctx) => {
    const scanOnce = remembering(scanAll);
    const scan: Scan = (words) => scanOnce(words).filter(({ role }) => roles.has(role));
    const found = alone(message, ctx, scanOnce);
    const heard = prepare(withoutBot(tidy(message.text), message)).text.trim();
    if (heard.length > MOST) return found;
    const hits = scan(heard);
    const greeted = withoutGreeting(heard, hits);
    const text = withoutAside(greeted, scan);
    if (greeted === '') return found;
    // The same words are often asked for again: by several readers, or because nothing was to be taken away.
    const known = new Map([[message.text, found]]);
    const understand = (part: string): Understanding => {
      const before = known.get(part);
      if (before) return before;
      const meant = alone({ ...message, text: part }, ctx, scanOnce);
      known.set(part, meant);
      return meant;
    };
    const part = (of: string): Said => saidOf(of, scan(of), () => understand(of));
    const saidOf = (of: string, words: readonly Hit[], meant: () => Understanding): Said => {
      return lazily({ message, ctx, text: of, hits: words, understand, part }, meant);
    };
    const said = saidOf(text, text === heard ? hits : scan(text), () => (text === greeted ? found : understand(text)));
    return spokenOf(said, readSaid(said));
  };
}

function readSaid(said: Said): Understanding {
  const reply = readReply(said) ?? undoBeside(said);
  if (reply) return reply;
  const besides = readBesides(said);
  if (besides) return besides;
  const { alone: first } = said;
  if (WHATEVER_BEFORE.has(first.because))
    return takenBack(said, ASKS.has(first.because)) ?? pointedAt(said) ?? readLastClause(said) ?? first;
  for (const read of READERS) {
    const meant = read(said);
    if (meant) return meant;
  }
  return (first.act === 'none' ? readLastClause(said) : null) ?? asAnswer(said, first);
}

/** does it have a password? and remove it: what is spoken of, for the next message, and that it may be that. */
function spokenOf(said: Said, meant: Understanding): Understanding {
  const { want } = meant.intent;
  if (want === 'cancel') return said.hits.some(({ role }) => role === 'mood.meeting') ? meant : marked(meant, { ofIt: true });
  const asks = want === 'show' || want === 'help' || want === 'nothing';
  return asks && said.hits.some(({ role }) => role === 'password.noun') ? marked(meant, { ofField: 'password' }) : meant;
}

/** What is read late stays so. */
const marked = (meant: Understanding, more: Pick<Understanding, 'ofIt' | 'ofField'>): Understanding =>
  Object.defineProperties({ ...more }, Object.getOwnPropertyDescriptors(meant)) as Understanding;

/** Parts of a message are looked at by many: each is gone through once. */
function remembering(scan: Scan): Scan {
  const known = new Map<string, Hit[]>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const hits = scan(text);
    known.set(text, hits);
    return hits;
  };
}

/** 啊不，还是三点; no, the topic is pricing; should be 4:30: no question, whatever the rest would be alone. */
function takenBack(said: Said, asks: boolean): Understanding | null {
  const begin = said.hits.filter(({ from }) => from <= past(said, 0)).map(({ role }) => role);
  const begins = begin.includes('dialogue.wrong') || begin.includes('dialogue.it') || (asks && begin.includes('dialogue.rather'));
  const unfit = said.hits.some(({ role }) => role === 'dialogue.unfit' || role === 'dialogue.cannot');
  const meant = (begins || unfit) && !/[?？]/.test(said.text) ? readCorrection(said) : null;
  return meant?.intent.want === 'move' || said.hits.some(({ role }) => FIELDS.has(role)) ? meant : null;
}

/** cancel the first item; remove the last item may be said of any list. */
const pointedAt = (said: Said): Understanding | null =>
  said.hits.some(({ role }) => role === 'cancel.loose') ? null : readReference(said);

/** should be 4:30 begins as a question does. */
const ASKS: ReadonlySet<string> = new Set(['a question', 'a question about something else']);

/** A part is understood by itself only where that is asked for. */
function lazily(said: Omit<Said, 'alone'>, meant: () => Understanding): Said {
  let known: Understanding | undefined;
  return {
    ...said,
    get alone() {
      known ??= meant();
      return known;
    },
  };
}

const withoutBot = (text: string, { mentions, botOpenId }: Message): string =>
  mentions.filter((one) => one.openId === botOpenId).reduce((rest, one) => rest.replace(one.key, ' '), text);

/** hi, 麻烦: courtesy changes nothing. */
function withoutGreeting(text: string, hits: readonly Hit[]): string {
  const leads = hits.filter(({ role }) => role === 'gist.lead');
  let from = 0;
  for (let lead = leads.find((one) => one.from === 0); lead; lead = leads.find((one) => one.from === from))
    from = lead.to + gapAt(text, lead.to);
  return text.slice(from);
}

/** 对了, by the way: says only that something else is said, where something is. */
function withoutAside(text: string, scan: Scan): string {
  const aside = scan(text).find(({ role, from }) => role === 'dialogue.aside' && from === 0);
  const to = aside ? aside.to + gapAt(text, aside.to) : 0;
  return to < text.length ? text.slice(to) : text;
}

/** Such a word, and nothing but courtesy and the like beside it. */
const isWholly = (said: Said, role: DialogueRole, ...beside: DialogueRole[]): boolean =>
  has(said, role) && consistsOf(said, role, ...beside);

/** The whole message answers, thanks or takes back. */
function readReply(said: Said): Understanding | null {
  if (isWholly(said, 'dialogue.undo', 'dialogue.may', 'dialogue.whether', 'dialogue.tail', 'dialogue.wrong'))
    return meaning(said, { want: 'undo' }, 'do', 'takes back');
  if (isWholly(said, 'dialogue.back', 'dialogue.tail', 'dialogue.wrong', 'dialogue.rather'))
    return meaning(said, { want: 'undo', only: 'change' }, 'do', 'as it was');
  if (isWholly(said, 'dialogue.decline', 'dialogue.tail', 'dialogue.thanks')) return meaning(said, { want: 'decline' }, 'none', 'declines');
  if (isWholly(said, 'dialogue.look', 'dialogue.tail'))
    return meaning(said, { want: 'show', which: { by: 'context' } }, 'do', 'what the card opens');
  if (isWholly(said, 'dialogue.call-off', 'dialogue.tail'))
    return meaning(said, { want: 'cancel', which: { by: 'context' } }, 'do', 'calls off a call');
  if (isWholly(said, 'dialogue.other-time', 'dialogue.tail'))
    return meaning(said, { want: 'move', which: { by: 'context' }, time: silent(), shift: null }, 'do', 'wants another time');
  if (isWholly(said, 'dialogue.one-more', 'dialogue.agree', 'dialogue.tail'))
    return meaning(said, { want: 'book', now: false, another: true, time: silent(), slots: {} }, 'do', 'one more');
  const turn = said.hits.find(({ role }) => role === 'dialogue.page');
  if (turn && consistsOf(said, 'dialogue.page', 'dialogue.tail'))
    return meaning(said, { want: 'list', scope: 'mine', span: 'all', turn: turn.worth === 1 ? 1 : -1 }, 'none', 'turns a page');
  if (!consistsOf(said, 'dialogue.thanks', 'dialogue.agree', 'dialogue.tail')) return null;
  const thanks = has(said, 'dialogue.thanks');
  if (!thanks && !has(said, 'dialogue.agree')) return null;
  return thanks
    ? meaning(said, { want: 'nothing', because: 'thanks' }, 'none', 'thanks')
    : meaning(said, { want: 'agree' }, 'none', 'agrees');
}

/** that was a mistake, undo it; undo that, wrong meeting; 手滑了，撤销一下 */
function undoBeside(said: Said): Understanding | null {
  const clauses = said.text.split(CLAUSE_END).filter((clause) => clause.trim() !== '');
  if (clauses.length < 2 || !has(said, 'dialogue.undo', 'dialogue.back')) return null;
  const ends: [own: string, others: readonly string[]][] = [
    [clauses.at(-1)!, clauses.slice(0, -1)],
    [clauses[0]!, clauses.slice(1)],
  ];
  for (const [own, others] of ends) {
    const undone = readReply(said.part(own.trim()));
    if (undone?.intent.want === 'undo' && said.understand(others.join(', ').trim()).act !== 'do') return undone;
  }
  return null;
}
const CLAUSE_END = /[,，;；。!！\n…]+|\.\s/;

/** 时间不用改，主题改成月会: what stays is said before what does not. */
function readBesides(said: Said): Understanding | null {
  const field = said.hits.find(({ role, from }) => from === 0 && FIELDS.has(role));
  const keep = field && said.hits.find(({ role, from }) => role === 'dialogue.keep' && from === field.to + gapAt(said.text, field.to));
  const comma = keep && /^\s*[,，;；。]/.exec(said.text.slice(keep.to));
  if (!comma) return null;
  const rest = said.part(said.text.slice(keep.to + comma[0].length).trim());
  const meant = readCorrection(rest) ?? rest.alone;
  return changes(meant) && meant.intent.want !== 'cancel' ? { ...said.alone, ...meant } : null;
}

/** What it says only where something was asked: what a meeting would be called, or an hour. Read when somebody asks, for that is seldom and costs two more readings. */
function asAnswer(said: Said, found: Understanding): Understanding {
  if (found.intent.want !== 'help' || found.intent.because !== 'unknown') return found;
  const n = /^\d{1,2}$/.test(before(said, 'dialogue.tail')) ? Number(before(said, 'dialogue.tail')) : 0;
  const hour = n > 0 && n <= 24 ? timeIn(said, `${n}:00`) : null;
  if (hour) return { ...found, asNumber: { n, hour } };
  let name: string | null | undefined;
  return {
    ...found,
    get asTopic() {
      if (name === undefined) name = nameIn(said, said.text);
      return name ?? undefined;
    },
  };
}
