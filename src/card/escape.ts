/** What people wrote, made harmless for the place it goes to. */

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Controls, zero-width and direction marks: they hide text or reorder what stands beside them. Joiners stay, emoji need them. */
const INVISIBLE = /(?!\u200C|\u200D)[\p{Cc}\p{Cf}]/gu;

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** Bytes that a grapheme may fill on average: an emoji family is 25 bytes long, a pile of accents has no end. */
const BYTES_EACH = 4;

/**
 * At most `most` graphemes of one line of text, `…` where something was cut.
 * Right-to-left text is isolated, so that the digits beside it keep their order.
 */
export function clip(text: string, most: number): string {
  // Nobody reads past this, and the segmenter need not either.
  const line = text.slice(0, 2000).replace(/\s+/gu, ' ').replace(INVISIBLE, '').trim();
  const kept = line.length <= most ? line : cut(line, most);
  return RIGHT_TO_LEFT.test(kept) ? `\u2068${kept}\u2069` : kept;
}

function cut(line: string, most: number): string {
  let kept = '';
  let count = 0;
  let room = most * BYTES_EACH;
  for (const { segment } of graphemes.segment(line)) {
    room -= Buffer.byteLength(segment);
    if (count === most || room < 0) return `${kept.trimEnd()}…`;
    kept += segment;
    count += 1;
  }
  return kept;
}

const MARKUP = /[&<>*_~`[\]()#+\-=|\\!${}:]/g;

/** Text for a card's markdown, as HTML entities. Source: Feishu's page on the rich text component, special characters. */
export function escapeMarkdown(text: string): string {
  return text.replace(MARKUP, (character) => `&#${character.charCodeAt(0)};`);
}

/** Inside a code block nothing is unescaped, so what could end it or come alive is replaced by a look-alike. */
export function forCode(text: string): string {
  return text.replaceAll('`', 'ˋ').replaceAll('<', '‹').replaceAll('>', '›');
}
