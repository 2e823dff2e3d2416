import type { MarkdownIt } from 'markdown-it';

/**
 * Feishu's own tags inside markdown. Their names hold `_`, which CommonMark's inline HTML does not allow, and `link` is void in HTML;
 * so they are read by an inline rule and leave as custom elements, which DOMPurify then lets through by name.
 */
const ELEMENTS: Readonly<Record<string, string>> = {
  at: 'x-at',
  person: 'x-person',
  local_datetime: 'x-time',
  text_tag: 'x-tag',
  number_tag: 'x-number',
  link: 'x-link',
  font: 'x-font',
};

const ATTRIBUTES = new Set([
  'id',
  'ids',
  'email',
  'user_id',
  'color',
  'background_color',
  'font_color',
  'url',
  'pc_url',
  'icon',
  'millisecond',
  'format_type',
  'link',
  'show_name',
  'show_avatar',
  'style',
]);

const EMOJI: Readonly<Record<string, string>> = {
  OK: '👌',
  THUMBSUP: '👍',
  DONE: '✅',
  SMILE: '😄',
  APPLAUSE: '👏',
  HEART: '❤️',
  PRAISE: '👍',
  MUSCLE: '💪',
  FINGERHEART: '🫰',
  JIAYI: '➕1',
  CheckMark: '✅',
  CrossMark: '❌',
  Alarm: '⏰',
  Fire: '🔥',
  Party: '🎉',
  LGTM: '👍',
};

const isSpace = (char: string | undefined): boolean => char === ' ' || char === '\t' || char === '\n';
const isName = (char: string | undefined): boolean =>
  char !== undefined && ((char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z') || char === '_' || char === '-');

interface Tag {
  name: string;
  closing: boolean;
  attributes: readonly (readonly [name: string, value: string])[];
  end: number;
  selfClosing: boolean;
}

/** Reads one tag that starts at `start`; null when it is none of ours. */
function readTag(source: string, start: number, max: number): Tag | null {
  let at = start + 1;
  const closing = source[at] === '/';
  if (closing) at++;
  const from = at;
  while (at < max && isName(source[at])) at++;
  const name = source.slice(from, at).toLowerCase();
  if (!Object.hasOwn(ELEMENTS, name)) return null;
  const attributes: [string, string][] = [];
  while (at < max) {
    while (at < max && isSpace(source[at])) at++;
    if (source[at] === '>') return { name, closing, attributes, end: at + 1, selfClosing: false };
    if (source[at] === '/' && source[at + 1] === '>') return { name, closing, attributes, end: at + 2, selfClosing: true };
    const key = at;
    while (at < max && isName(source[at])) at++;
    if (at === key) return null;
    const attribute = source.slice(key, at).toLowerCase();
    while (at < max && isSpace(source[at])) at++;
    let value = '';
    if (source[at] === '=') {
      at++;
      while (at < max && isSpace(source[at])) at++;
      const quote = source[at];
      if (quote === '"' || quote === "'") {
        const close = source.indexOf(quote, at + 1);
        if (close < 0 || close >= max) return null;
        value = source.slice(at + 1, close);
        at = close + 1;
      } else {
        const begin = at;
        while (at < max && !isSpace(source[at]) && source[at] !== '>') at++;
        value = source.slice(begin, at);
      }
    }
    if (ATTRIBUTES.has(attribute)) attributes.push([attribute, value]);
  }
  return null;
}

/** markdown-it plugin: reads Feishu's tags and the `:DONE:` emoji. */
export function feishuTags(md: MarkdownIt): void {
  const { escapeHtml } = md.utils;
  md.inline.ruler.before('html_inline', 'feishu_tag', (state, silent) => {
    if (state.src[state.pos] !== '<') return false;
    const tag = readTag(state.src, state.pos, state.posMax);
    if (!tag) return false;
    if (!silent) {
      const element = ELEMENTS[tag.name];
      const attributes = tag.attributes.map(([name, value]) => ` data-${name}="${escapeHtml(value)}"`).join('');
      state.push('html_inline', '', 0).content = tag.closing
        ? `</${element}>`
        : `<${element}${attributes}>${tag.selfClosing ? `</${element}>` : ''}`;
    }
    state.pos = tag.end;
    return true;
  });
  md.inline.ruler.after('feishu_tag', 'feishu_emoji', (state, silent) => {
    if (state.src[state.pos] !== ':') return false;
    const close = state.src.indexOf(':', state.pos + 1);
    if (close < 0 || close - state.pos > 20) return false;
    const name = state.src.slice(state.pos + 1, close);
    if (!Object.hasOwn(EMOJI, name)) return false;
    if (!silent) state.push('text', '', 0).content = EMOJI[name] ?? '';
    state.pos = close + 1;
    return true;
  });
}
