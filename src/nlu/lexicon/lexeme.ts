/** What a word is worth where it stands for something: 明天 = 1 day on, 半 = 30 minutes. */
export type Worth = string | number | boolean | null;

/** A real sentence and what it must mean: only the fields that are named here are compared. */
export interface Example {
  text: string;
  means: Readonly<Record<string, unknown>>;
}

/**
 * Words of one language that do the same thing in a sentence.
 *
 * `role` is `subject.part`, e.g. `cancel.verb`. `words` is a list, or a table of words and what each is worth.
 * Latin words count only as whole words; a space in them stands for any run of spaces.
 * `notAfter`, `notBefore`: the word does not count where one of these stands right before or right after it.
 * `examples` are tests: taking a word away must break one of them.
 */
export interface Lexeme {
  role: string;
  words: readonly string[] | Readonly<Record<string, Worth>>;
  notAfter?: readonly string[];
  notBefore?: readonly string[];
  examples: readonly Example[];
}

/** A word found at `from` (included) … `to` (excluded) of the text. */
export interface Hit {
  role: string;
  /** As the lexicon spells it. */
  word: string;
  worth: Worth;
  from: number;
  to: number;
}

export const wordsOf = (lexeme: Lexeme): [word: string, worth: Worth][] =>
  Array.isArray(lexeme.words) ? lexeme.words.map((word: string) => [word, null]) : Object.entries(lexeme.words as Record<string, Worth>);
