/** Feishu's markup in a text message, turned back into what the person typed. */

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** More is never read: see `prepare`. */
const REACH = 8_000;

/** Undoes HTML entities and keeps the words of rich links, `[words](address)`. */
export function tidy(text: string): string {
  let out = text.length > REACH ? text.slice(0, REACH) : text;
  // Nobody means anything by a hundred blanks or a thousand of any sign, and what looks back over them would do so from each.
  if (/\s{8}/.test(out)) out = out.replace(/\s{8,}/g, (run) => (run.includes('\n') ? `${run.slice(0, 3)}\n` : run.slice(0, 4)));
  if (out.length > 256) out = out.replace(/(\S)\1{256,}/g, (run) => run.slice(0, 256));
  if (out.includes('](')) out = out.replace(/\[([^[\]]{1,200})\]\(https?:\/\/[^()\s]{1,500}\)/g, '$1');
  if (out.includes('&')) {
    out = out.replace(/&(?:([a-z]{2,4})|#(\d{1,6})|#x([0-9a-f]{1,5}));/gi, (whole, name?: string, decimal?: string, hex?: string) => {
      if (name) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
  }
  return out;
}
