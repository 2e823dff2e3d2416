import type { Span } from '../time/prepare.ts';

/** 红色, bold: such a word is all that something would be called. */
export const isLook = (topic: string, text: string, { from, to }: Span): boolean =>
  topic.length - (to - from) <= 1 && topic.toLowerCase().startsWith(text.slice(from, to).toLowerCase());
