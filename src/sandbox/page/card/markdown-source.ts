import DOMPurify, { type Config } from 'dompurify';
import MarkdownIt from 'markdown-it';
import { feishuTags } from './tags.ts';

/** Markdown of a card, parsed by markdown-it and cleaned by DOMPurify; Feishu's own tags stand in it as `x-…` elements. */

const md = new MarkdownIt({ html: true, breaks: true, linkify: true }).use(feishuTags).disable(['html_block']);
md.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

const { escapeHtml } = md.utils;

// Images are keys of the platform's store and never addresses; alignment of cells must not need a style attribute.
md.renderer.rules.image = (tokens, index) => `<x-img data-alt="${escapeHtml(tokens[index]?.content ?? '')}"></x-img>`;
md.renderer.rules.fence = (tokens, index) => {
  const { info = '', content = '' } = tokens[index] ?? {};
  return `<pre data-lang="${escapeHtml(info.trim().split(' ')[0] ?? '')}"><code>${escapeHtml(content)}</code></pre>`;
};
for (const rule of ['th_open', 'td_open'] as const) {
  md.renderer.rules[rule] = (tokens, index, options, _env, self) => {
    const token = tokens[index];
    const align = String(token?.attrGet('style') ?? '').split(':')[1];
    if (token && align) token.attrs = [['align', align]];
    return self.renderToken(tokens, index, options);
  };
}

const CLEAN = {
  ALLOWED_TAGS: [
    ...['p', 'br', 'hr', 'strong', 'b', 'em', 'i', 's', 'del', 'u', 'code', 'pre', 'blockquote', 'a', 'span'],
    ...['ul', 'ol', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  ALLOWED_ATTR: ['href', 'title', 'align', 'start'],
  ALLOWED_URI_REGEXP: /^https?:\/\//i,
  ADD_URI_SAFE_ATTR: ['align', 'start'],
  ALLOW_DATA_ATTR: true,
  ALLOW_ARIA_ATTR: false,
  CUSTOM_ELEMENT_HANDLING: { tagNameCheck: /^x-(at|person|time|tag|number|link|font|img)$/, attributeNameCheck: null },
} satisfies Config;

/** Where a link in somebody's text ends; used on plain messages too. */
export const findLinks = (content: string) => md.linkify.match(content) ?? [];

export function parseMarkdown(content: string): DocumentFragment {
  const clean = DOMPurify.sanitize(md.render(content), { ...CLEAN, RETURN_DOM_FRAGMENT: true });
  for (const rule of clean.querySelectorAll('hr')) {
    for (const beside of [rule.previousSibling, rule.nextSibling]) if (beside instanceof HTMLBRElement) beside.remove();
  }
  for (const paragraph of clean.querySelectorAll('p')) if (!paragraph.childNodes.length) paragraph.remove();
  return clean;
}
