/** What the sentence is about: what is left when times, slots, commands and fillers are gone. */

import type { Span } from '../time/prepare.ts';
import { type Claim, MEETING_WORDS, type Utterance } from '../utterance.ts';
import { cleanBook } from './title-book.ts';
import { BREAK, type Piece, pieces } from './title-piece.ts';
import { cleanWhich } from './title-which.ts';
import { trimmed } from './trim.ts';

/** `book`: a new meeting is described. `which`: one that exists is named. */
export type TopicMode = 'book' | 'which';

/** 小王，明天…: whom it is said to. */
const CALLED_TO = /^(?:[小老阿]\p{Script=Han}|\p{Script=Han}(?:总|哥|姐|工|老师|经理|主任|博士))$/u;

/** Meeting at all, where what it is about is said elsewhere. */
const LIGHT_EN = /^(?:(?:meeting|mtg|call|chat|time) (?:with|w\/) .{1,30}|catch[- ]?up|touch base|sync up|chat|quick chat|meet up|grab)$/i;
const BUT_FIRST =
  /^(?:我们?)?(?:想|要|打算)?(?:和|跟|与|同).{1,12}(?:约|开)(?:一?[个场次]|一下)?(?:短|小|视频|线上)?(?:会议?|时间)(?:你(?:帮|给)?(?:建|约|订|安排)(?:一?下|上)?)?$/;

/** [微笑]: what the client writes for a face. */
const SAYS_NOTHING = /^[^\p{L}\p{N}]+$/u;

/** The topic in the person's own characters, or null when nothing is left. */
export function nameOf(message: Utterance, mode: TopicMode): string | null {
  const said = withBrackets(message);
  const kept: Piece[] = [];
  const all = [...pieces(said)];
  for (const piece of all) {
    if (mode === 'which' && (isBeside(said, piece, all) || isTold(said, piece))) continue;
    const clean = mode === 'book' ? cleanBook(said, piece) : cleanWhich(said, piece);
    if (clean) kept.push(clean);
  }
  const marked =
    kept.length > 1 ? kept.find((one) => /^(?:讨论|关于|商量|商讨|聊一?下?|discuss)/i.test(said.text.slice(one.from, one.to))) : undefined;
  const plain = kept.filter((one) => {
    const words = said.text.slice(one.from, one.to);
    return (
      !SAYS_NOTHING.test(words) &&
      !(
        mode === 'book' &&
        (BUT_FIRST.test(words) || LIGHT_EN.test(words) || (one.before === 'start' && one.after === 'mark' && CALLED_TO.test(words)))
      )
    );
  });
  if (plain.length > 0 && plain.length < kept.length) kept.splice(0, kept.length, ...plain);
  if (mode === 'which' && kept.length > 0) kept.splice(0, kept.length, ...withoutReasons(said, withoutAsides(said, kept)));
  if (mode === 'book') kept.splice(0, kept.length, ...withoutWhy(said, kept));
  const chosen = marked ? [marked, ...kept.slice(kept.indexOf(marked) + 1).filter((one) => joined(said, marked, one))] : kept;
  let out = '';
  let last: Piece | undefined;
  for (const piece of chosen) {
    const words = said.original(piece.from, piece.to);
    if (last) out += joined(said, last, piece) ? said.original(last.to, piece.from) : ' ';
    out += words;
    last = piece;
  }
  out = trimmed(closed(trimmed(out.replace(/\s+/g, ' '))).replace(/[（(【[][\s,，、]*[）)】\]]/g, ''));
  return out === '' ? null : out;
}

/** cancel the demo, the client pulled out: words of another clause than the command's, which has its own, and that name no meeting. */
function isBeside(said: Utterance, piece: Piece, all: readonly Piece[]): boolean {
  const words = said.text.slice(piece.from, piece.to).trim();
  if (!LATIN_WORDS.test(words) || isOfCommand(said, piece) || namesMeeting(said, piece)) return false;
  const own = all.filter((one) => isOfCommand(said, one));
  // What stands before a command may be what "it" is.
  return own.some((one) => one.to <= piece.from || namesMeeting(said, one));
}

/** 记错日子了，…; 接孩子去了 …: a clause of its own that tells something and has no meeting in it. */
function isTold(said: Utterance, piece: Piece): boolean {
  const begins = piece.before === 'start' || piece.before === 'mark';
  const ends = piece.after === 'mark' || piece.after === 'end' || /\p{Script=Han}\s+$/u.test(said.text.slice(piece.from, piece.to));
  // What stands behind may tell that the whole is a story.
  const leads = said.claims.some(({ kind, from }) => from >= piece.to && OF_WISH.includes(kind));
  const end = piece.from + said.text.slice(piece.from, piece.to).trimEnd().length;
  const tells =
    said.anyIn(NOT_SO, piece) || said.hitEnding('mood.done', end) !== undefined || said.hitAt('title.because', piece.from) !== undefined;
  return begins && ends && leads && tells && !said.anyIn(STAYS, piece);
}

const namesMeeting = (said: Utterance, piece: Piece): boolean => said.anyIn(['mood.meeting', 'meeting.en'], piece);

/** Three words and more. */
const LATIN_WORDS = /^[^\p{Script=Han}]*\p{L}\S*(?:\s+\S+){2,}$/u;
const OF_WISH = ['command', 'slot', 'label'];

const isOfCommand = (said: Utterance, piece: Piece): boolean =>
  said.claims.some((one) => OF_WISH.includes(one.kind) && !isApart(said.text, one, piece));

/** A mark stands between the two. */
const isApart = (text: string, one: Span, other: Span): boolean =>
  BREAK.test(text.slice(Math.min(one.to, other.to), Math.max(one.from, other.from)));

/** 再延半小时，客户还在路上; 没人接着用，多开20分钟: clauses beside a change of time that name no meeting. */
function withoutAsides(said: Utterance, kept: readonly Piece[]): readonly Piece[] {
  const [command, ...others] = said.claims.filter(({ kind }) => kind === 'command');
  if (!command || others.length > 1) return kept;
  const apart = (piece: Piece): boolean => isApart(said.text, command, piece);
  const names = (span: Span): boolean => said.anyIn(NAMING, span);
  // 车坏了，会取消: the command's own clause has its meeting.
  const told = said.hits('mood.done').some((hit) => hit.from >= command.from && hit.from <= command.to);
  const shifts = SHIFTS.has(command.note ?? '') && !told;
  if (names(clauseAround(said.text, command)))
    return kept.filter((piece) => !apart(piece) || names(piece) || (piece.from > command.from && !shifts));
  if (!shifts) return kept;
  const held = command.note === 'extend' && said.anyIn(HELD, command);
  return kept.filter((piece) => !apart(piece) || names(piece) || (piece.from < command.from && !(held && said.anyIn(TELLING, piece))));
}

function clauseAround(text: string, { from, to }: Span): Span {
  const behind = BREAK.exec(text.slice(to));
  let start = from;
  while (start > 0 && !BREAK.test(text[start - 1]!)) start -= 1;
  return { from: start, to: behind ? to + behind.index : text.length };
}

/** 孩子要去医院，帮我约明天下午3点的评审: why, before an order that has its own name. */
function withoutWhy(said: Utterance, kept: readonly Piece[]): readonly Piece[] {
  const [first, ...others] = kept;
  if (!first || others.length === 0 || (first.before !== 'start' && first.before !== 'mark') || first.after !== 'mark') return kept;
  const books = said.hits('mood.books').some((hit) => hit.from >= first.to && hit.to <= others[0]!.from);
  const why = said.anyIn(WHY, first) || said.hitAt('title.because', first.from) !== undefined;
  return books && why && !said.anyIn(NAMING, first) ? others : kept;
}

const WHY = ['mood.finite', 'mood.not', 'mood.unable', 'mood.done', 'mood.wants', 'mood.others', 'mood.self', 'mood.reports'];
const SHIFTS: ReadonlySet<string> = new Set(['extend', 'move']);
const NAMING = [...MEETING_WORDS, 'meeting.en', 'this'];
const STAYS = [...NAMING, 'mood.refuses', 'mood.stays', 'dialogue.unfit', 'dialogue.keep'];
const NOT_SO = ['mood.finite', 'mood.not', 'mood.unable'];
const TELLING = [...NOT_SO, 'mood.done'];

/** What only a meeting can be: 延长, 多开. */
const HELD = ['extend.verb', 'extend.head', 'extend.held'];

/** 取消培训，讲师病了: the name is said already, and behind the command follows why. */
function withoutReasons(said: Utterance, kept: readonly Piece[]): readonly Piece[] {
  const command = said.claims.find(({ kind }) => kind === 'command');
  if (!command) return kept;
  const named = kept.some((one) => one.before !== 'mark' || one.to <= command.from);
  return named ? kept.filter((one) => one.from < command.to || one.before !== 'mark' || said.anyIn(MEETING_WORDS, one)) : kept;
}

const BRACKETS = /[([【]([^()[\]【】]{1,80})[)\]】]/g;

/** （录制，密码1234）: brackets whose words are all understood. */
function withBrackets(said: Utterance): Utterance {
  const claims: Claim[] = [];
  if (!said.may(BRACKETS)) return said;
  for (const match of said.text.matchAll(BRACKETS)) {
    const from = match.index;
    const to = from + match[0].length;
    if (!said.free(from, from + 1) || !said.free(to - 1, to)) continue;
    let at = from + 1;
    let rest = '';
    let known = 0;
    for (const part of said.claims) {
      if (part.to <= from || part.from >= to) continue;
      rest += said.text.slice(at, Math.max(at, part.from));
      at = Math.max(at, part.to);
      if (part.kind !== 'link' && part.kind !== 'number') known += 1;
      else rest += 'x';
    }
    rest += said.text.slice(at, to - 1);
    if (known === 0 || !/^[\s,，、;；:]*$/.test(rest)) continue;
    claims.push({ from, to: from + 1, kind: 'filler' }, { from: to - 1, to, kind: 'filler' });
  }
  return said.with(claims);
}

/** （P0，录制）: what is left of a bracket stays in one. */
function closed(text: string): string {
  const open = [...text].filter((char) => '(（'.includes(char)).length - [...text].filter((char) => ')）'.includes(char)).length;
  return open === 1 ? `${text}${text.includes('（') ? '）' : ')'}` : text;
}

/** Nothing but punctuation between two pieces: they are one phrase. */
function joined(said: Utterance, a: Piece, b: Piece): boolean {
  return (
    a.to <= b.from &&
    said.free(a.to, b.from) &&
    /^[\s,，、:：~～…|-]*$/.test(said.text.slice(a.to, b.from)) &&
    !said.text.slice(a.to, b.from).includes('\n')
  );
}
