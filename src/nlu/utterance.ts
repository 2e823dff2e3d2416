/** A message as every reader sees it: its words, the words of the lexicon found in it, and what is understood of it so far. */
import type { Mention } from '../domain/event.ts';
import type { Hit } from './lexicon/lexeme.ts';
import type { Scan } from './lexicon/scan.ts';
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
  byRole: ReadonlyMap<string, readonly Hit[]>;
  /** role → place → hit; filled when asked for. */
  starts: Map<string, Map<number, Hit>>;
}

const NO_HITS: readonly Hit[] = [];

export class Utterance {
  /** Half-width, simplified characters; every position refers to it. */
  readonly text: string;
  /** In the order of the text. */
  readonly claims: readonly Claim[];
  readonly #words: Words;
  /** For every place: one more than the claim that covers it first; 0 where it is free. Filled when asked for. */
  #covered: Uint16Array | null = null;

  private constructor(words: Words, claims: readonly Claim[]) {
    this.#words = words;
    this.text = words.prepared.text;
    this.claims = claims;
  }

  static of(prepared: Prepared, scan: Scan, mentions: readonly Mention[] = [], botOpenId: string | null = null): Utterance {
    const byRole = new Map<string, Hit[]>();
    for (const hit of scan(prepared.text)) {
      const list = byRole.get(hit.role);
      if (list) list.push(hit);
      else byRole.set(hit.role, [hit]);
    }
    return new Utterance({ prepared, mentions, botOpenId, byRole, starts: new Map() }, []);
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
    const all = [...this.claims, ...claims.filter((one) => one.to > one.from)].sort((a, b) => a.from - b.from || a.to - b.to);
    return new Utterance(this.#words, all);
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

  /** Words of these roles that nobody has claimed. */
  freeHits(...roles: string[]): Hit[] {
    return roles.flatMap((role) => this.hits(role).filter((hit) => this.free(hit.from, hit.to))).sort((a, b) => a.from - b.from);
  }

  has(...roles: string[]): boolean {
    return roles.some((role) => this.hits(role).some((hit) => this.free(hit.from, hit.to)));
  }

  /** The word of this role that begins at `at`; there is at most one. */
  hitAt(role: string, at: number): Hit | undefined {
    let places = this.#words.starts.get(role);
    if (!places) {
      places = new Map(this.hits(role).map((hit) => [hit.from, hit]));
      this.#words.starts.set(role, places);
    }
    return places.get(at);
  }

  /** The longest word of this role that ends at `to`. */
  hitEnding(role: string, to: number): Hit | undefined {
    return this.hits(role).find((hit) => hit.to === to);
  }

  free(from: number, to: number): boolean {
    if (this.claims.length === 0) return true;
    const covered = this.#places();
    for (let at = Math.max(0, from); at < to && at < covered.length; at += 1) if (covered[at] !== 0) return false;
    return true;
  }

  claimAt(at: number): Claim | undefined {
    return this.claims.length === 0 || at < 0 ? undefined : this.claims[(this.#places()[at] ?? 0) - 1];
  }

  #places(): Uint16Array {
    if (this.#covered) return this.#covered;
    const covered = new Uint16Array(this.text.length);
    for (let i = this.claims.length - 1; i >= 0; i -= 1) covered.fill(i + 1, this.claims[i]!.from, this.claims[i]!.to);
    this.#covered = covered;
    return covered;
  }

  /** Where the next claim begins at or after `at`; the end of the text when there is none. */
  nextClaim(at: number): number {
    return this.claims.find((one) => one.from >= at)?.from ?? this.text.length;
  }

  /** For shapes (numbers, addresses, brackets): the first match of a global pattern that lies wholly in free text. */
  find(pattern: RegExp): RegExpExecArray | null {
    for (const match of this.findAll(pattern, 1)) return match;
    return null;
  }

  /** Up to `most` matches in free text, one behind the other. */
  *findAll(pattern: RegExp, most: number): Generator<RegExpExecArray> {
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
