/** Whole messages that are made of nothing but certain words. */
import type { Utterance } from '../utterance.ts';

/** Is everything from `from` on made of words of these roles; answers those that were met, in their order. */
export function coveredBy(said: Utterance, roles: readonly string[], from = 0): string[] | null {
  const { text } = said;
  const known = new Map<number, string[] | null>();
  const walk = (at: number): string[] | null => {
    while (at < text.length && /[\s,，、。.!！?？~～:：;；]/.test(text[at]!)) at += 1;
    if (at >= text.length) return [];
    const before = known.get(at);
    if (before !== undefined) return before;
    known.set(at, null);
    for (const role of roles) {
      const hit = said.hitAt(role, at);
      const rest = hit && said.free(hit.from, hit.to) ? walk(hit.to) : null;
      if (rest) {
        const found = [role, ...rest];
        known.set(at, found);
        return found;
      }
    }
    return null;
  };
  return walk(from);
}
