import type { Lang } from '../domain/settings.ts';
import type { Trace } from '../domain/trace.ts';
import type { View } from '../domain/view.ts';
import { LANGS } from '../text/languages.ts';
import { type TraceLine, traceLines } from '../text/trace-lines.ts';
import type { CardTree, Element, Words } from './elements.ts';
import { frame } from './frame.ts';
import { grey, label, markdown } from './parts.ts';
import { inMarkdown, marked, weave, words } from './words.ts';

type Traced = Extract<View, { show: 'trace' }>;

const inCode = (text: string): string => `\`${text.replaceAll('`', "'")}\``;

/** What became of a message, in the order in which it happened; why not comes first, where it was refused. */
export function traceCard({ traces, others, zone }: Traced): CardTree {
  const [first] = traces;
  const refused = first?.outcome === 'refused' || first?.outcome === 'failed';
  const title = words('trace_title');
  return frame({
    title,
    template: refused ? 'orange' : 'blue',
    icon: 'info_outlined',
    summary: title,
    elements: traces.flatMap((trace, n): Element[] => [
      ...(n > 0 ? [{ tag: 'hr' } as const] : []),
      ...(others ? [label(marked('trace_who', { who: { user: trace.personId } }))] : []),
      ...rowsOf(trace, zone).map(([name, value]) => markdown(weave`${grey(name)}  ${value}`)),
    ]),
  });
}

/** Each line in every language. */
function rowsOf(trace: Trace, zone: string): [Words, Words][] {
  const told = LANGS.map((lang) => [lang, sorted(traceLines(trace, zone, lang, inMarkdown, inCode))] as const);
  const [, first] = told[0]!;
  const of = (n: number, field: 'name' | 'value'): Words =>
    Object.fromEntries(told.map(([lang, lines]) => [lang, lines[n]![field]])) as Record<Lang, string>;
  return first.map((_, n) => [of(n, 'name'), of(n, 'value')]);
}

/** Why comes first: it is what was asked. */
const sorted = (lines: readonly TraceLine[]): TraceLine[] => [
  ...lines.filter(({ row }) => row === 'reason'),
  ...lines.filter(({ row }) => row !== 'reason'),
];
