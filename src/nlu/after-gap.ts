/** Beyond U+3000, and so for every Han character, nothing is a space. */
export function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // Nearly every character that is asked about is a letter, an ideograph or a plain space.
  if (code > 0x3000 || (code > 0x20 && code < 0x80)) return false;
  return code === 0x20 || /\s/.test(text.charAt(at));
}

/** Where what stands here begins, past spaces. */
export function afterGap(text: string, at: number): number {
  let to = at;
  while (isSpace(text, to)) to += 1;
  return to;
}
