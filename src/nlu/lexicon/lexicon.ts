/** The words of all languages; what the product reads with. */
import { lexicon as en } from '../locales/en/lexicon.ts';
import { lexicon as zh } from '../locales/zh/lexicon.ts';
import type { Lexeme } from './lexeme.ts';

/** Language by language, in the order in which time is read. */
export const locales: Readonly<Record<string, readonly Lexeme[]>> = { zh, en };

export const lexicon: readonly Lexeme[] = Object.values(locales).flat();
