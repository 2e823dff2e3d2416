import type { Lexeme } from '../../lexicon/lexeme.ts';

/** Every subject of this language. */
export const lexicon: readonly Lexeme[] = [];
