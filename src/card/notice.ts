import type { View } from '../domain/view.ts';
import type { SayKey } from '../text/index.ts';
import { actButton, frame, type Icon, markdown, row, type Template } from './parts.ts';
import { type Node, told } from './words.ts';

type Notice = Extract<View, { show: 'notice' }>;

const TEMPLATES: Record<Notice['tone'], Template> = { ok: 'green', info: 'blue', warning: 'orange', error: 'red' };

const ICONS: Record<Notice['tone'], Icon> = {
  ok: 'yes_outlined',
  info: 'info_outlined',
  warning: 'warning_outlined',
  error: 'warning_outlined',
};

/** A title that says more than its tone, by the sentence below it. */
const TITLES: [RegExp, SayKey][] = [
  [/^changed_(?:cancelled|undone)$/, 'head_cancelled'],
  [/^changed_/, 'title_changed'],
  [/^(?:not_found|none_here)/, 'title_not_found'],
  [/^(?:not_yours|only_owner)$/, 'title_not_allowed'],
  [/^(?:past|end_before_start|too_long|too_far|no_such_date|no_such_time|vague|move_where)$/, 'title_time'],
  [/^answer_lost$/, 'title_lost'],
  [/^platform_busy$/, 'title_busy'],
  [/^shared$/, 'title_shared'],
];

const titleOf = (key: string): SayKey | undefined => TITLES.find(([keys]) => keys.test(key))?.[1];

export function noticeCard({ tone, title, say, also, acts }: Notice): Node {
  return frame({
    title: told(title ?? { key: titleOf(say.key) ?? `notice_${tone}` }, 'plain'),
    template: TEMPLATES[tone],
    icon: ICONS[tone],
    summary: told(say, 'plain'),
    elements: [
      markdown(told(say, 'markdown')),
      ...(also ?? []).map((more) => markdown(told(more, 'markdown'))),
      ...(acts.length > 0
        ? [row(acts.map(({ label, act }, i) => actButton(told(label, 'plain'), act, { type: i === 0 ? 'primary' : 'default' })))]
        : []),
    ],
  });
}
