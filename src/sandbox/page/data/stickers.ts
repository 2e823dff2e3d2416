/** Samples of what people send besides text; keys are in the platform's shape. */
export const STICKERS: readonly { key: string; glyph: string }[] = [
  { key: 'b6a1e5f0-thumbs', glyph: '👍' },
  { key: 'b6a1e5f0-party0', glyph: '🎉' },
  { key: 'b6a1e5f0-coffee', glyph: '☕' },
  { key: 'b6a1e5f0-rocket', glyph: '🚀' },
  { key: 'b6a1e5f0-panda0', glyph: '🐼' },
  { key: 'b6a1e5f0-thanks', glyph: '🙏' },
];

export const stickerOf = (key: unknown): string => STICKERS.find((sticker) => sticker.key === key)?.glyph ?? '😊';

export const EMOJI: readonly string[] = [
  '😀',
  '😄',
  '😂',
  '😊',
  '😉',
  '😍',
  '🤔',
  '😅',
  '😭',
  '🙏',
  '👍',
  '👌',
  '👏',
  '💪',
  '🎉',
  '🔥',
  '✅',
  '❌',
  '⏰',
  '📅',
  '☕',
  '🚀',
  '❤️',
  '👀',
];

export const SAMPLE_IMAGE = { image_key: 'img_v3_02ab_5f1c8a5e-4d2b-4f7e-9c3a-sample00000g' };
export const SAMPLE_FILE = { file_key: 'file_v3_00ab_7d2e9f4c-1a3b-4c5d-8e6f-sample00000g', file_name: '需求评审.pdf' };
