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
 * `forms` are words put together of pieces.
 * Latin words count only as whole words; a space in them stands for any run of spaces.
 * `notAfter`, `notBefore`: the word does not count where one of these stands right before or right after it.
 * `drops`: what people leave out of its words when they type: a word without it is the word all the same.
 * `includes`: roles whose words, with their guards, have this role as well; such a word stands once, there.
 * `examples` are tests: taking a word away must break one of them.
 */
export interface Lexeme {
  role: string;
  words: readonly string[] | Readonly<Record<string, Worth>>;
  forms?: readonly Form[];
  notAfter?: readonly string[];
  notBefore?: readonly string[];
  drops?: RegExp;
  includes?: readonly string[];
  /** The roles that include this one; see `composed`. */
  also?: readonly string[];
  examples: readonly Example[];
}

/** Words that all stand in the same sentence, each held by it. */
export const inSentences = (words: readonly string[], sentence: (word: string) => Example): Pick<Lexeme, 'words' | 'examples'> => ({
  words,
  examples: words.map(sentence),
});

/** The lexemes of one language, each told which roles include its own, directly or through another. */
export function composed(lexemes: readonly Lexeme[]): Lexeme[] {
  const includers = new Map<string, string[]>();
  for (const { role, includes = [] } of lexemes) for (const one of includes) includers.set(one, [...(includers.get(one) ?? []), role]);
  const including = (role: string): string[] => (includers.get(role) ?? []).flatMap((one) => [one, ...including(one)]);
  return lexemes.map((lexeme) => {
    const also = including(lexeme.role);
    return also.length === 0 ? lexeme : { ...lexeme, also: [...new Set(also)] };
  });
}

/** One piece of each row, one row after the other: 再|也, 约|开, 一个|一场. An empty piece: the row may be left out. */
export interface Form {
  rows: readonly (readonly string[])[];
  worth?: Worth;
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

/** Every word, those that are put together included. */
export const wordsOf = (lexeme: Lexeme): [word: string, worth: Worth][] => [...listed(lexeme), ...(lexeme.forms ?? []).flatMap(formed)];

const listed = ({ words }: Lexeme): [word: string, worth: Worth][] =>
  Array.isArray(words) ? words.map((word: string) => [word, null]) : Object.entries(words as Record<string, Worth>);

const formed = ({ rows, worth = null }: Form): [word: string, worth: Worth][] =>
  rows.reduce((heads, row) => heads.flatMap((head) => row.map((piece) => head + piece)), ['']).map((word) => [word, worth]);

/** What can be taken out of a lexeme by itself, a word or a piece of a form, and the words that are then gone. */
export function piecesOf(lexeme: Lexeme): { piece: string; words: ReadonlySet<string> }[] {
  const all = wordsOf(lexeme).map(([word]) => word);
  const plain = listed(lexeme);
  const goneWithout = (words: Lexeme['words'], forms: readonly Form[]): ReadonlySet<string> => {
    const left = new Set(wordsOf({ ...lexeme, words, forms }).map(([word]) => word));
    return new Set(all.filter((word) => !left.has(word)));
  };
  const { forms = [] } = lexeme;
  const ofForms = forms.flatMap(({ rows }, f) =>
    rows.flatMap((row, r) =>
      row.filter(Boolean).map((piece) => ({
        piece,
        words: goneWithout(
          lexeme.words,
          forms.with(f, {
            ...forms[f]!,
            rows: rows.with(
              r,
              row.filter((one) => one !== piece),
            ),
          }),
        ),
      })),
    ),
  );
  return [
    ...plain.map(([piece]) => ({ piece, words: goneWithout(Object.fromEntries(plain.filter(([one]) => one !== piece)), forms) })),
    ...ofForms,
  ];
}
