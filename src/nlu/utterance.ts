/** A message as every reader sees it: its words, the words of the lexicon found in it, and what is understood of it so far. */
import type { Mention } from '../domain/event.ts';
import type { Hit } from './lexicon/lexeme.ts';
import { holdsAll, type Roles, rolesOf } from './lexicon/roles.ts';
import type { Scan } from './lexicon/scan.ts';
import { type Marks, marksOf, mayFind, type Needs } from './time/needs.ts';
import type { Prepared, Span } from './time/prepare.ts';

export type Kind =
  | 'bot'
  | 'mention'
  | 'link'
  | 'number'
  | 'phone'
  | 'quote'
  | 'label'
  | 'topic'
  | 'slot'
  | 'attendees'
  | 'time'
  | 'command'
  | 'filler';

/** A stretch of the text that is understood. `note`: what it was read as, for `--explain`. */
export interface Claim extends Span {
  kind: Kind;
  note?: string;
}

/** What a reader gives back: what it found, and the stretches of the text that say so. */
export interface Reading<T> {
  found: T;
  claims: readonly Claim[];
}

/**
 * A reader never changes what it is given. It looks at the free words (`said.free`, `said.hits`, `said.find`) and answers
 * what it found along with its claims; whoever called it goes on with `said.with(reading.claims)`.
 */
export type Reader<T> = (said: Utterance) => Reading<T>;

interface Words {
  prepared: Prepared;
  mentions: readonly Mention[];
  botOpenId: string | null;
  /** Each in the order of the text. */
  byRole: ReadonlyMap<string, readonly Hit[]>;
  /** By where they begin. */
  byPlace: readonly (readonly Hit[] | undefined)[];
  /** Made when it is asked for. */
  marks: Marks | null;
  roles: Roles;
}

/** The roles of what a meeting is called, whatever it is about. */
export const MEETING_WORDS = ['mood.meeting', 'meeting.itself'] as const;

const NO_HITS: readonly Hit[] = [];

export class Utterance {
  /** Half-width, simplified characters; every position refers to it. */
  readonly text: string;
  /** In the order of the text. */
  readonly claims: readonly Claim[];
  readonly #words: Words;
  /** How far each claim and those before it reach: claims may lie within each other. Made when it is asked for. */
  #reach: readonly number[] | null = null;

  private constructor(words: Words, claims: readonly Claim[]) {
    this.#words = words;
    this.text = words.prepared.text;
    this.claims = claims;
  }

  static of(prepared: Prepared, scan: Scan, mentions: readonly Mention[] = [], botOpenId: string | null = null): Utterance {
    const byRole = new Map<string, Hit[]>();
    const byPlace: (Hit[] | undefined)[] = new Array(prepared.text.length);
    for (const hit of scan(prepared.text)) {
      const ofRole = byRole.get(hit.role);
      if (ofRole) ofRole.push(hit);
      else byRole.set(hit.role, [hit]);
      const here = byPlace[hit.from];
      if (here) here.push(hit);
      else byPlace[hit.from] = [hit];
    }
    return new Utterance({ prepared, mentions, botOpenId, byRole, byPlace, marks: null, roles: rolesOf(byRole.keys()) }, []);
  }

  get prepared(): Prepared {
    return this.#words.prepared;
  }

  /** As the event names them; their placeholders (`@_user_1`) stand in the text. */
  get mentions(): readonly Mention[] {
    return this.#words.mentions;
  }

  get botOpenId(): string | null {
    return this.#words.botOpenId;
  }

  /** The same message with more of it understood. */
  with(claims: readonly Claim[]): Utterance {
    if (claims.length === 0) return this;
    const all = [...this.claims];
    for (const one of claims) if (one.to > one.from) all.push(one);
    return new Utterance(
      this.#words,
      all.sort((a, b) => a.from - b.from || a.to - b.to),
    );
  }

  /** The same message without what some claims cover, for a second look at them. */
  without(leave: (claim: Claim) => boolean): Utterance {
    return new Utterance(
      this.#words,
      this.claims.filter((one) => !leave(one)),
    );
  }

  /** Every word of this role, claimed or not, in the order of the text. */
  hits(role: string): readonly Hit[] {
    return this.#words.byRole.get(role) ?? NO_HITS;
  }

  /** Those that stand wholly inside, in the order of the text. */
  hitsIn(role: string, { from, to }: Span): readonly Hit[] {
    const hits = this.hits(role);
    return hits.length === 0 ? hits : hits.filter((hit) => hit.from >= from && hit.to <= to);
  }

  /** Does a word of any of these roles stand wholly inside, claimed or not. */
  anyIn(roles: readonly string[], { from = 0, to = this.text.length }: Partial<Span> = {}): boolean {
    for (const role of roles) for (const hit of this.hits(role)) if (hit.from >= from && hit.to <= to) return true;
    return false;
  }

  /** Words of these roles that nobody has claimed. */
  freeHits(...roles: string[]): Hit[] {
    if (roles.length === 1) {
      const hits = this.hits(roles[0]!);
      return hits.length === 0 ? [] : hits.filter((hit) => this.free(hit.from, hit.to));
    }
    return roles.flatMap((role) => this.hits(role).filter((hit) => this.free(hit.from, hit.to))).sort((a, b) => a.from - b.from);
  }

  has(...roles: string[]): boolean {
    for (const role of roles) for (const hit of this.hits(role)) if (this.free(hit.from, hit.to)) return true;
    return false;
  }

  /** Of each of these sets of roles there may be a word, claimed or not. */
  mayHold(asked: readonly Needs[]): boolean {
    return holdsAll(this.#words.roles, asked);
  }

  /** Every word that begins at `at`, claimed or not. */
  hitsAt(at: number): readonly Hit[] {
    return this.#words.byPlace[at] ?? NO_HITS;
  }

  /** The word of this role that begins at `at`; there is at most one. */
  hitAt(role: string, at: number): Hit | undefined {
    for (const hit of this.hitsAt(at)) if (hit.role === role) return hit;
    return undefined;
  }

  /** The longest word of this role that ends at `to`. */
  hitEnding(role: string, to: number): Hit | undefined {
    for (const hit of this.hits(role)) if (hit.to === to) return hit;
    return undefined;
  }

  free(from: number, to: number): boolean {
    const next = this.#endingBehind(from);
    return next === undefined || next.from >= to || from >= to;
  }

  /** The first claim that covers this place. */
  claimAt(at: number): Claim | undefined {
    const next = this.#endingBehind(at);
    return next && next.from <= at ? next : undefined;
  }

  /** The first claim that ends behind `at`: those before it end earlier, those behind it begin no earlier. */
  #endingBehind(at: number): Claim | undefined {
    let low = 0;
    let high = this.claims.length;
    if (high === 0) return undefined;
    this.#reach ??= reached(this.claims);
    const reach = this.#reach;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (reach[middle]! > at) high = middle;
      else low = middle + 1;
    }
    return this.claims[low];
  }

  /** Where the next claim begins at or after `at`; the end of the text when there is none. */
  nextClaim(at: number): number {
    return this.claims.find((one) => one.from >= at)?.from ?? this.text.length;
  }

  /** The text holds what a match of this pattern must have in it. */
  may(pattern: RegExp): boolean {
    const words = this.#words;
    words.marks ??= marksOf(this.text);
    return mayFind(pattern, words.marks);
  }

  /** For shapes (numbers, addresses, brackets): the first match of a global pattern that lies wholly in free text. */
  find(pattern: RegExp): RegExpExecArray | null {
    if (!this.may(pattern)) return null;
    for (const match of this.findAll(pattern, 1)) return match;
    return null;
  }

  /** Up to `most` matches in free text, one behind the other. */
  *findAll(pattern: RegExp, most: number): Generator<RegExpExecArray> {
    if (!this.may(pattern)) return;
    let found = 0;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(this.text); match && found < most; match = pattern.exec(this.text)) {
      const to = match.index + Math.max(1, match[0].length);
      if (match[0] !== '' && this.free(match.index, to)) {
        found += 1;
        yield match;
        pattern.lastIndex = to;
      } else pattern.lastIndex = match.index + 1;
    }
  }

  /** The person's own characters of a stretch: script and case as typed. */
  original(from: number, to: number): string {
    const { prepared } = this.#words;
    return prepared.original.slice(prepared.toOriginal(from), prepared.toOriginal(Math.min(to, this.text.length)));
  }
}

function reached(claims: readonly Claim[]): number[] {
  let reach = 0;
  return claims.map(({ to }) => {
    reach = Math.max(reach, to);
    return reach;
  });
}
