/** Labels of buttons as people write them: as they stand on the card, and as they say them. */
import { LANGS, LANGUAGES } from './languages.ts';
import { SPOKEN, type SpokenLabel } from './spoken-labels.ts';

/** As it counts: without case, spaces and what stands at its end. */
export const plainLabel = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[’‘]/g, "'")
    .replace(/[\s.。!！?？~～,，]+$/u, '')
    .replace(/^[\s,，]+/u, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();

const KEYS = new Map<string, SpokenLabel>(
  LANGS.flatMap((lang) => {
    const { sentences, spoken } = LANGUAGES[lang];
    return SPOKEN.flatMap((key) => [String(sentences[key]), ...(spoken[key] ?? [])].map((text) => [plainLabel(text), key] as const));
  }),
);

/** The label that this is, in whichever language. */
export const spokenLabel = (text: string): SpokenLabel | null => KEYS.get(plainLabel(text)) ?? null;
