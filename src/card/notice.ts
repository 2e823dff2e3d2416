import type { View } from '../domain/view.ts';
import { lookOf, type Tone } from '../text/notices.ts';
import type { CardTree, Element, IconToken, Template } from './elements.ts';
import { frame } from './frame.ts';
import { joinLink } from './link.ts';
import { actButton, linkButton, markdown, row } from './parts.ts';
import { told, words } from './words.ts';

type Notice = Extract<View, { show: 'notice' }>;

const TEMPLATES: Record<Tone, Template> = { ok: 'green', info: 'blue', warning: 'orange', error: 'red' };

const ICONS: Record<Tone, IconToken> = {
  ok: 'yes_outlined',
  info: 'info_outlined',
  warning: 'warning_outlined',
  error: 'warning_outlined',
};

const FAILED = { book: 'title_not_booked', change: 'title_not_changed' } as const;

export function noticeCard({ say, failed, also, acts, join }: Notice): CardTree {
  const { tone, title } = lookOf(say);
  return frame({
    title: told({ key: failed ? FAILED[failed] : title }, 'plain'),
    template: TEMPLATES[tone],
    icon: ICONS[tone],
    summary: told(say, 'plain'),
    elements: [markdown(told(say, 'markdown')), ...(also ?? []).map((more) => markdown(told(more, 'markdown'))), ...buttonRow(acts, join)],
  });
}

function buttonRow(acts: Notice['acts'], meeting: Notice['join']): Element[] {
  const link = meeting ? joinLink(meeting, meeting.joinPreset) : '';
  const buttons = [
    ...(link ? [linkButton(words('join'), link, { type: 'primary_filled' })] : []),
    ...acts.map(({ label, act }, i) => actButton(told(label, 'plain'), act, { type: i === 0 && !link ? 'primary' : 'default' })),
  ];
  return buttons.length > 0 ? [row(buttons)] : [];
}
