/** Words without the marks at their edges. */
import type { Span } from '../time/prepare.ts';
import type { Utterance } from '../utterance.ts';

const EDGE = /^[\s,，、。.;；:：!！?？~～…·|/\\*_>=-]+|[\s,，、。.;；:：!！?？~～…·|/\\*_>=-]+$/g;
const OPENERS = '（(【[《「『<{';
const CLOSERS = '）)】]》」』>}';

/** Without marks at the edges; a bracket goes when its other half is missing. */
export function trimmed(text: string): string {
  let out = text.replace(EDGE, '');
  for (;;) {
    const first = OPENERS.indexOf(out.charAt(0));
    const last = CLOSERS.indexOf(out.slice(-1));
    if (out !== '' && first >= 0 && !out.includes(CLOSERS.charAt(first))) out = out.slice(1);
    else if (out !== '' && last >= 0 && !out.includes(OPENERS.charAt(last))) out = out.slice(0, -1);
    else if (out !== '' && CLOSERS.includes(out.charAt(0))) out = out.slice(1);
    else if (/^[（(【[]\s*[）)】\]]$/.test(out)) out = '';
    else if (/^\[[^[\]]+\]$/.test(out)) out = out.slice(1, -1);
    else return out;
    out = out.replace(EDGE, '');
  }
}

/** The person's own words of a stretch, without marks at its edges. */
export const spanText = (said: Utterance, span: Span): string => trimmed(said.original(span.from, span.to));
