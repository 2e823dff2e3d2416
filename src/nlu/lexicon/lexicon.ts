/** The words of all languages; what the product reads with. */
import { lexicon as en } from '../locales/en/lexicon.ts';
import { lexicon as zh } from '../locales/zh/lexicon.ts';
import type { Lexeme } from './lexeme.ts';

export const lexicon: readonly Lexeme[] = [...zh, ...en];
