import type { Checked, View } from '../domain/view.ts';
import type { CardTree, Element, Words } from './elements.ts';
import { escapeMarkdown } from './escape.ts';
import { frame } from './frame.ts';
import { grey, label, markdown } from './parts.ts';
import { join, same, weave, words } from './words.ts';

/** Addresses of the developer console: they can be opened from the card. */
const CONSOLE = /https:\/\/open\.(?:feishu\.cn|larksuite\.com)\/app[\w.~:/?#&=%-]*/g;

/** What keeps the bot from working first, then what is worth a look; what is well comes last, in small print. */
export function diagnosisCard({ checks }: Extract<View, { show: 'diagnosis' }>): CardTree {
  const of = (level: Checked['level']): Checked[] => checks.filter((one) => one.level === level);
  const [problems, warnings, well] = [of('problem'), of('warning'), of('ok')];
  const verdict = words('diagnosis_verdict', { problems: problems.length, warnings: warnings.length });
  return frame({
    title: words('diagnosis_title'),
    template: problems.length > 0 ? 'red' : warnings.length > 0 ? 'orange' : 'green',
    icon: 'setting_outlined',
    summary: verdict,
    elements: [
      markdown(verdict, { text_size: 'heading' }),
      ...[...problems, ...warnings].map(toMend),
      ...(well.length > 0
        ? [
            label(
              join(
                well.map(({ about, says }) => weave`✓ ${linked(about)} · ${linked(says)}`),
                '\n',
              ),
            ),
          ]
        : []),
    ],
  });
}

const toMend = ({ level, about, says, next }: Checked): Element => {
  const mark = same(level === 'problem' ? '❌' : '⚠️');
  const head = weave`${mark} **${linked(about)}** ${linked(says)}`;
  return markdown(next.zh_cn === '' ? head : weave`${head}\n${grey(linked(next))}`);
};

/** Harmless, but for links into the console. */
function linked(text: Words): Words {
  const shown = (one: string): string => {
    let [out, from] = ['', 0];
    for (const { 0: url, index } of one.matchAll(CONSOLE)) {
      out += `${escapeMarkdown(one.slice(from, index))}[${escapeMarkdown(url.replace(/^https:\/\/|\?.*$/g, ''))}](${url})`;
      from = index + url.length;
    }
    return out + escapeMarkdown(one.slice(from));
  };
  return join([mapped(text, shown)], '');
}

const mapped = (text: Words, to: (one: string) => string): Words =>
  Object.fromEntries(Object.entries(text).map(([lang, one]) => [lang, to(one)])) as Words;
