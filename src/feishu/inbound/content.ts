import type { Incoming } from '../../domain/event.ts';
import { clip, type Fields, fields, json, matching } from '../narrow.ts';

type Content = Extract<Incoming, { kind: 'message' }>['content'];

/** Legal text messages reach 150 KB; no request for a meeting is that long. */
const TEXT_LIMIT = 20_000;

/**
 * What a message holds. Rich text becomes plain lines, mentions keep their placeholder (`@_user_1`).
 * `null` when there is nothing: empty, or recalled before it was delivered.
 * Source: im-v1 "Message content received".
 */
export function contentOf(messageType: unknown, content: unknown): Content | null {
  const type = matching(messageType, /^[a-z_]{1,40}$/) ?? 'unknown';
  const held = typeof content === 'string' ? fields(json(content)) : null;
  if (held === null) return null;
  if (type === 'text') return textContent(held.text);
  if (type !== 'post') return { type: 'other', messageType: type };
  const lines = linesOf(held);
  if (lines === null) return null;
  return textContent(flatten(held, lines)) ?? (lines.length > 0 ? { type: 'other', messageType: type } : null);
}

function textContent(text: unknown): Content | null {
  if (typeof text !== 'string') return null;
  const clipped = clip(text, TEXT_LIMIT);
  return clipped.trim() === '' ? null : { type: 'text', text: clipped };
}

function linesOf(post: Fields): unknown[] | null {
  return Array.isArray(post.content) ? post.content : null;
}

function flatten(post: Fields, lines: unknown[]): string {
  let text = typeof post.title === 'string' && post.title !== '' ? `${clip(post.title, TEXT_LIMIT)}\n` : '';
  for (const [i, line] of lines.entries()) {
    if (i > 0) text += '\n';
    if (!Array.isArray(line)) continue;
    for (const part of line) {
      text += textOf(fields(part));
      if (text.length > TEXT_LIMIT) return text;
    }
  }
  return text;
}

function textOf(part: Fields | null): string {
  switch (part?.tag) {
    case 'text':
    case 'code_block':
      return ofText(part.text);
    case 'a':
      return ofText(part.text) || ofText(part.href);
    case 'at':
      return ofText(part.user_id);
    case 'hr':
      return '\n';
    default:
      return '';
  }
}

const ofText = (value: unknown): string => (typeof value === 'string' ? value : '');
