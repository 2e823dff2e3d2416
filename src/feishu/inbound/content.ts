import type { Incoming } from '../../domain/event.ts';
import { clip, clipMiddle, type Fields, fields, json, matching } from '../narrow.ts';
import { plainOf, withoutLinks } from './markdown.ts';
import { type Mentions, readAtTags } from './mentions.ts';

type Content = Extract<Incoming, { kind: 'message' }>['content'];

/** Legal text messages reach 150 KB. No request for a meeting is that long, but one may stand above or below what was pasted. */
const TEXT_LIMIT = 20_000;

/**
 * What a message holds. Rich text becomes plain lines, whoever is named a placeholder (`@_user_1`), a link its words.
 * `null` when there is nothing: empty, or recalled before it was delivered.
 * Source: im-v1 "Message content received"; posts also come wrapped in a language, and as `content_v2` with `md` tags.
 */
export function contentOf(messageType: unknown, content: unknown, mentions: Mentions): Content | null {
  const type = matching(messageType, /^[a-z_]{1,40}$/) ?? 'unknown';
  const held = typeof content === 'string' ? fields(json(content)) : null;
  if (held === null) return null;
  if (type === 'text') return textContent(readAtTags(withoutLinks(ofText(held.text)), mentions));
  if (type !== 'post') return { type: 'other', messageType: type };
  const post = unwrapped(held);
  const lines = post && linesOf(post);
  if (!post || !lines) return null;
  return textContent(flatten(post, lines, mentions)) ?? (lines.length > 0 ? { type: 'other', messageType: type } : null);
}

function textContent(text: string): Content | null {
  const clipped = clipMiddle(text, TEXT_LIMIT);
  return clipped.trim() === '' ? null : { type: 'text', text: clipped };
}

const isPost = (value: Fields): boolean => 'content' in value || 'content_v2' in value || typeof value.title === 'string';

/** The post itself, or the first language of `{"zh_cn": {…}, "en_us": {…}}`, perhaps under `post`. */
function unwrapped(held: Fields, depth = 2): Fields | null {
  if (isPost(held)) return held;
  if (depth === 0) return null;
  for (const inner of Object.values(held).slice(0, 20)) {
    const found = fields(inner);
    const post = found && unwrapped(found, depth - 1);
    if (post) return post;
  }
  return null;
}

const paragraphs = (value: unknown): unknown[] | null => {
  if (typeof value === 'string') return value === '' ? null : [[{ tag: 'md', text: value }]];
  if (!Array.isArray(value) || value.length === 0) return null;
  return value.some(Array.isArray) ? value : [value];
};

function linesOf(post: Fields): unknown[] | null {
  return paragraphs(post.content) ?? paragraphs(post.content_v2) ?? (Array.isArray(post.content) ? [] : null);
}

function flatten(post: Fields, lines: unknown[], mentions: Mentions): string {
  let text = typeof post.title === 'string' && post.title !== '' ? `${clip(post.title, TEXT_LIMIT)}\n` : '';
  for (const [i, line] of lines.entries()) {
    if (i > 0) text += '\n';
    if (!Array.isArray(line)) continue;
    for (const part of line) {
      text += textOf(fields(part), mentions);
      if (text.length > 2 * TEXT_LIMIT) text = clipMiddle(text, TEXT_LIMIT);
    }
  }
  return text;
}

function textOf(part: Fields | null, mentions: Mentions): string {
  switch (part?.tag) {
    case 'text':
      return readAtTags(withoutLinks(ofText(part.text)), mentions);
    case 'md':
    case 'markdown':
    case 'lark_md':
      return readAtTags(plainOf(withoutLinks(ofText(part.text) || ofText(part.content))), mentions);
    case 'code_block':
    case 'code':
      return ofText(part.text);
    case 'a':
      return ofText(part.text) || ofText(part.href);
    case 'at':
      return mentions.placeholder(part.user_id ?? part.open_id, part.user_name ?? part.text);
    case 'hr':
      return '\n';
    default:
      return '';
  }
}

const ofText = (value: unknown): string => (typeof value === 'string' ? clipMiddle(value, TEXT_LIMIT) : '');
