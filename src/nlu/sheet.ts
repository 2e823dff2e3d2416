/** The message with what has been understood of it marked, so that every reader sees what is still free. */
import type { Prepared, Span } from './time/prepare.ts';
import type { Kind, Reading, Utterance } from './utterance.ts';

export interface Part extends Span {
  kind: Kind;
}

export class Sheet {
  readonly text: string;
  readonly steps: string[] = [];
  readonly #prepared: Prepared;
  #parts: Part[] = [];

  readonly #said: Utterance;

  constructor(prepared: Prepared, said: Utterance) {
    this.#prepared = prepared;
    this.#said = said;
    this.text = prepared.text;
  }

  /** Marked spans, in order of the text. */
  get parts(): readonly Part[] {
    return this.#parts;
  }

  /** What the pure readers look at. */
  get said(): Utterance {
    return this.#said.with(this.#parts);
  }

  /** Takes over what a pure reader claims: `sheet.take(readRecord(sheet.said))`. */
  take<T>({ found, claims }: Reading<T>): T {
    for (const { from, to, kind, note } of claims) this.claim(from, to, kind, note);
    return found;
  }

  claim(from: number, to: number, kind: Kind, note?: string): void {
    if (to <= from) return;
    const at = this.#parts.findIndex((part) => part.from >= from);
    const part: Part = { from, to, kind };
    if (at < 0) this.#parts.push(part);
    else this.#parts.splice(at, 0, part);
    if (note !== undefined) this.steps.push(`${kind}: "${this.text.slice(from, to).trim()}" → ${note}`);
  }

  release(kind: Kind): void {
    this.#parts = this.#parts.filter((part) => part.kind !== kind);
  }

  /** Back to marks taken from `parts` earlier. */
  restore(parts: readonly Part[]): void {
    this.#parts = [...parts];
  }

  say(step: string): void {
    this.steps.push(step);
  }

  free(from: number, to: number): boolean {
    for (const part of this.#parts) if (part.from < to && part.to > from) return false;
    return true;
  }

  /** The part that covers position `i`. */
  partAt(i: number): Part | undefined {
    return this.#parts.find((part) => part.from <= i && part.to > i);
  }

  /** Where the next marked part begins at or after `i`; the end of the text when there is none. */
  nextPart(i: number): number {
    for (const part of this.#parts) if (part.from >= i) return part.from;
    return this.text.length;
  }

  /** First match of a global pattern that lies wholly in free text. */
  find(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(this.text); match; match = pattern.exec(this.text)) {
      if (match[0] !== '' && this.free(match.index, match.index + match[0].length)) return match;
      pattern.lastIndex = match.index + 1;
    }
    return null;
  }

  /** Up to `most` matches in free text, one after the other; each may be claimed before the next is looked for. */
  *findAll(pattern: RegExp, most: number): Generator<RegExpExecArray> {
    let found = 0;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(this.text); match && found < most; match = pattern.exec(this.text)) {
      const next = match[0] === '' ? match.index + 1 : match.index + match[0].length;
      if (match[0] !== '' && this.free(match.index, next)) {
        found += 1;
        yield match;
        pattern.lastIndex = next;
      } else pattern.lastIndex = match.index + 1;
    }
  }

  /** The person's own characters of a stretch: script and case as typed. */
  original(from: number, to: number): string {
    const start = this.#prepared.toOriginal(from);
    const end = to >= this.text.length ? this.#prepared.toOriginal(this.text.length) : this.#prepared.toOriginal(to);
    return this.#prepared.original.slice(start, end);
  }
}
