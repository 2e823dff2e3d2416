/** Takes off a piece what is no name, at its start and at its end. */
import { leadAt, tailAt } from '../filler.ts';
import { BOOK, SHAPES as BOOK_SHAPES } from '../intents/booking-words.ts';
import { phrase } from '../phrase.ts';
import type { Utterance } from '../utterance.ts';
import type { Piece } from './title-piece.ts';
import { trimmed } from './trim.ts';

/** A meeting and nothing more: 会, 线上会议, 碰头. */
const MEETING_ZH = phrase(`${'_meeting.kind? '.repeat(3)}( _meeting.itself | _meeting.meet )`);

/** In these patterns § stands for it. */
const MARK = '§';
const MEETING_ONLY_ZH = /^(?:[一这那]?[个场次])?的?(?:§|碰个头|碰(?:一下|下|个面|面)?|见个?面)(?:一下|了|啦)?$/;
const OF_ZH = /(?:的|[这那][个场])(?:一?[个场次])?/g;

/** Fillers are looked for this far from an edge: a long text costs no more than a short one. */
const REACH = 48;
const EDITS = phrase('lead? change.edit complement');

export class Cut {
  readonly #said: Utterance;
  readonly #text: string;
  from: number;
  to: number;
  constructor(said: Utterance, piece: Piece) {
    this.#said = said;
    this.#text = said.text;
    this.from = piece.from;
    this.to = piece.to;
  }
  get rest(): string {
    return this.#text.slice(this.from, this.to);
  }
  /** Cuts a match at the start or, for a pattern that ends in `$`, at the end. */
  lead(pattern: RegExp): boolean {
    const match = pattern.exec(this.rest.slice(0, REACH));
    if (!match || match[0] === '') return false;
    this.from += match.index + match[0].length;
    this.trim();
    return true;
  }
  tail(pattern: RegExp): boolean {
    const at = Math.max(this.from, this.to - REACH);
    const match = pattern.exec(this.#text.slice(at, this.to));
    return match !== null && match[0] !== '' && this.#endAt(at + match.index);
  }
  /** Cuts a meeting that stands here, with what the pattern has beside it. */
  meeting(pattern: RegExp): boolean {
    const { text, longer } = this.#withMark();
    const match = pattern.exec(text.slice(0, REACH));
    return match !== null && this.#cutTo(this.from + match[0].length + (match[0].includes(MARK) ? longer : 0));
  }
  /** Nothing but a meeting is left: 一个线上会议, 碰个头. */
  isMeeting(): boolean {
    return MEETING_ONLY_ZH.test(this.#withMark().text);
  }
  /** The rest with § for the first meeting in it, and how much longer that is. */
  #withMark(): { text: string; longer: number } {
    const { rest } = this;
    const found = MEETING_ZH.find(this.#said, this.from);
    if (!found || found.to > this.to) return { text: rest, longer: 0 };
    const [from, to] = [found.from - this.from, found.to - this.from];
    return { text: `${rest.slice(0, from)}${MARK}${rest.slice(to)}`, longer: to - from - MARK.length };
  }
  /** Cuts 的会议 at the end. */
  ofMeeting(): boolean {
    const at = Math.max(this.from, this.to - REACH);
    const of = [...this.#text.slice(at, this.to).matchAll(OF_ZH)].find(
      (match) => this.#meetingAt(at + match.index + match[0].length) === this.to,
    );
    return of !== undefined && this.#endAt(at + of.index);
  }
  #meetingAt(at: number): number | null {
    const to = MEETING_ZH.at(this.#said, at)?.to ?? null;
    return to !== null && to <= this.to ? to : null;
  }
  /** Cuts what says nothing at the start. */
  filler(): boolean {
    return this.#cutTo(leadAt(this.#said, this.from)?.to);
  }
  /** Cuts a word that books. */
  books(): boolean {
    const found = BOOK.flatMap((one) => one.at(this.#said, this.from, BOOK_SHAPES) ?? []).map((match) => match.to);
    return this.#cutTo(found.length > 0 ? Math.max(...found) : undefined);
  }
  /** Cuts a word that edits: 改一下周会… */
  edits(): boolean {
    return this.#cutTo(EDITS.at(this.#said, this.from)?.to);
  }
  /** Cuts a word of this role at the start. */
  role(name: string): boolean {
    return this.#cutTo(this.#said.hitAt(name, this.from)?.to);
  }
  /** Cuts a word of this role at the end, where something is left. */
  ending(name: string): boolean {
    const hit = this.#said.hitEnding(name, this.to);
    return hit !== undefined && hit.from > this.from && this.#endAt(hit.from);
  }
  /** Cuts a word of this role at the end, whatever is left. */
  last(name: string): boolean {
    const hit = this.#said.hitEnding(name, this.to);
    return hit !== undefined && hit.from >= this.from && this.#endAt(hit.from);
  }
  /** 评审定明天9点半: cuts a word that sets the time, behind a meeting. */
  arranged(): void {
    const hit = this.#said.hitEnding('title.arranged', this.to);
    if (hit && this.#said.hitEnding('mood.meeting', hit.from) !== undefined) this.#endAt(hit.from);
  }
  /** Cuts courtesies at the end. */
  courtesies(): boolean {
    const found = tailAt(this.#said, this.to, Math.max(this.from, this.to - REACH));
    return found !== null && this.#endAt(found.from);
  }
  /** Cuts why: because the client is out. */
  reason(): void {
    const why = this.#said.hits('title.why').find((hit) => hit.from >= this.from && hit.to < this.to);
    if (why) this.#endAt(why.from);
  }
  /** Where the piece ends but for a small word that closes a verb: 弄一下. */
  afterBit(): number {
    return this.#said.hitEnding('complement', this.to)?.from ?? this.to;
  }
  #endAt(to: number): true {
    this.to = to;
    this.trim();
    return true;
  }
  #cutTo(to: number | undefined): boolean {
    if (to === undefined || to <= this.from) return false;
    this.from = Math.min(to, this.to);
    this.trim();
    return true;
  }
  trim(): void {
    const rest = this.rest;
    const clean = trimmed(rest);
    const at = clean === '' ? 0 : rest.indexOf(clean);
    this.from += at;
    this.to = this.from + clean.length;
  }
}
