/** Written text as people read it: what a client adds to words when it writes Markdown is taken off again. */
export function plainOf(markdown: string): string {
  return markdown
    .replace(/```[^\n`]*\n?([\s\S]*?)```/g, '$1')
    .replace(/`([^`\n]*)`/g, '$1')
    .replace(/!\[[^\]\n]*\]\([^()\s]*\)/g, '')
    .replace(/^[ \t]*(?:#{1,6}|>)[ \t]+/gm, '')
    .replace(/^[ \t]*(?:[-*_][ \t]*){3,}$/gm, '')
    .replace(/^[ \t]*[-*+][ \t]+/gm, '')
    .replace(/(\*\*|~~)(?=\S)([^\n]{0,500}?\S)\1/g, '$2')
    .replace(/(^|[\s(（])\*(?=\S)([^*\n]{0,500}[^*\s])\*/gm, '$1$2')
    .replace(/<\/?(?:u|b|i|s|em|strong|del)>|<br\s*\/?>/gi, (tag) => (/^<br/i.test(tag) ? '\n' : ''));
}

/** `[words](address)`, as clients send a link that was typed into a message: the words, which may be the address itself. */
export const withoutLinks = (text: string): string =>
  text.replace(
    /(!?)\[([^\][\n]{1,500})\]\((?:https?|lark|mailto|tel):[^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)/g,
    (_, picture: string, words: string) => (picture ? '' : words),
  );
