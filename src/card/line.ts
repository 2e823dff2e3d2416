import type { View } from '../domain/view.ts';
import type { CardTree } from './elements.ts';
import { bare } from './frame.ts';
import { actButton, grey, markdown, row } from './parts.ts';
import { told } from './words.ts';

/** A card as light as a line of chat. */
export function lineCard({ say, acts = [] }: Extract<View, { show: 'line' }>): CardTree {
  const text = markdown(grey(told(say, 'markdown')));
  const buttons = acts.map(({ label, act }) => actButton(told(label, 'plain'), act, { type: 'text', size: 'tiny' }));
  return bare(told(say, 'plain'), [buttons.length > 0 ? row([text, ...buttons]) : text]);
}
