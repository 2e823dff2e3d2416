import type { View } from '../model.ts';
import { actButton, frame, markdown, row, type Template } from './parts.ts';
import { type Node, told, words } from './words.ts';

type Notice = Extract<View, { show: 'notice' }>;

const TEMPLATES: Record<Notice['tone'], Template> = { ok: 'green', info: 'blue', warning: 'orange', error: 'red' };

export function noticeCard({ tone, title, say, acts }: Notice): Node {
  return frame({
    title: title ? told(title, 'plain') : words(`notice_${tone}`),
    template: TEMPLATES[tone],
    summary: told(say, 'plain'),
    elements: [
      markdown(told(say, 'markdown')),
      ...(acts.length > 0
        ? [row(acts.map(({ label, act }, i) => actButton(told(label, 'plain'), act, { type: i === 0 ? 'primary' : 'default' })))]
        : []),
    ],
  });
}
