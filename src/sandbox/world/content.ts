import type { Message, MsgType, World } from './world.ts';

/** Reading message contents: what the API takes, what the page shows. */

export type Json = Record<string, unknown>;
export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

export function parseObject(text: unknown): Json | null {
  if (typeof text !== 'string') return null;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export const MSG_TYPES: readonly MsgType[] = [
  'text',
  'post',
  'interactive',
  'image',
  'sticker',
  'file',
  'audio',
  'media',
  'share_chat',
  'share_user',
  'system',
];

const POST_TAGS = ['text', 'a', 'at', 'img', 'media', 'emotion', 'hr', 'code_block', 'md'];

/** A sentence about what is wrong with this content, or null. Cards are checked elsewhere. */
export function contentProblem(msgType: string, content: Json): string | null {
  const needs = (key: string): string | null => (typeof content[key] === 'string' && content[key] !== '' ? null : `${key} is required`);
  switch (msgType) {
    case 'text':
      return needs('text');
    case 'image':
      return needs('image_key');
    case 'sticker':
    case 'file':
    case 'audio':
    case 'media':
      return needs('file_key');
    case 'share_chat':
      return needs('chat_id');
    case 'share_user':
      return needs('user_id');
    case 'post':
      return postProblem(content);
    default:
      return null;
  }
}

function postProblem(content: Json): string | null {
  const locales = Object.values(content);
  if (locales.length === 0) return 'post is empty';
  for (const locale of locales) {
    if (!isObject(locale) || !Array.isArray(locale.content)) return 'post content must be a list of paragraphs';
    for (const paragraph of locale.content as unknown[]) {
      if (!Array.isArray(paragraph)) return 'post paragraph must be a list';
      for (const node of paragraph as unknown[]) {
        if (!isObject(node) || !POST_TAGS.includes(String(node.tag))) return 'unknown post tag';
      }
    }
  }
  return null;
}

function postText(content: Json): string {
  const body = Array.isArray(content.content) ? content : (content.zh_cn ?? content.en_us ?? Object.values(content)[0]);
  if (!isObject(body) || !Array.isArray(body.content)) return '';
  const lines = (body.content as unknown[]).map((paragraph) =>
    (Array.isArray(paragraph) ? (paragraph as unknown[]) : [])
      .map((node) => {
        if (!isObject(node)) return '';
        if (node.tag === 'at') return `@${String(node.user_name ?? node.user_id ?? '')}`;
        return typeof node.text === 'string' ? node.text : '';
      })
      .join(''),
  );
  const title = typeof body.title === 'string' && body.title ? [body.title] : [];
  return [...title, ...lines].join('\n');
}

/** Text as people read it, mentions as `@name`. */
export function plainText(message: Message): string {
  const content = parseObject(message.content) ?? {};
  let text = '';
  if (message.msgType === 'text') text = typeof content.text === 'string' ? content.text : '';
  else if (message.msgType === 'post') text = postText(content);
  else if (message.msgType === 'system') text = typeof content.text === 'string' ? content.text : '';
  for (const mention of [...message.mentions].sort((a, b) => b.key.length - a.key.length))
    text = text.replaceAll(mention.key, `@${mention.name}`);
  return text.replaceAll('@_all', '@所有人');
}

const LABELS: Partial<Record<MsgType, string>> = { image: '[图片]', sticker: '[表情]', file: '[文件]', audio: '[语音]', media: '[视频]' };

/** One line for a list of chats or a quote. */
export function summaryOf(message: Message): string {
  if (message.recalled) return '[已撤回]';
  if (message.msgType === 'interactive') return cardTitle(message.card) || '[卡片]';
  return LABELS[message.msgType] ?? plainText(message).replace(/\s+/g, ' ').slice(0, 80);
}

function cardTitle(card: Json | null): string {
  const config = isObject(card?.config) ? card.config : {};
  const summary = isObject(config.summary) ? config.summary : {};
  if (typeof summary.content === 'string' && summary.content) return summary.content;
  const header = isObject(card?.header) ? card.header : {};
  const title = isObject(header.title) ? header.title : {};
  return typeof title.content === 'string' ? title.content : '';
}

/** The reduced form in which the API and events show a card: title and rows of text. */
export function reducedCard(card: Json | null): Json {
  const header = isObject(card?.header) ? card.header : {};
  const title = isObject(header.title) && typeof header.title.content === 'string' ? header.title.content : '';
  const rows: { tag: string; text: string }[][] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value as unknown[]) walk(item);
    else if (isObject(value)) {
      if ((value.tag === 'markdown' || value.tag === 'plain_text' || value.tag === 'lark_md') && typeof value.content === 'string') {
        rows.push([{ tag: 'text', text: value.content }]);
        return;
      }
      for (const [key, item] of Object.entries(value)) if (key !== 'behaviors' && key !== 'confirm') walk(item);
    }
  };
  walk(isObject(card?.body) ? card.body.elements : card?.elements);
  return { title, elements: rows };
}

/** The deepest message a reply hangs under, for its root. */
export function rootOf(world: World, message: Message): Message {
  return (message.rootId ? world.messages.get(message.rootId) : undefined) ?? message;
}
