import type { CardTree, Element, Form, IconToken, TagColor, Template, Words } from './elements.ts';
import { icon, plainText } from './parts.ts';

export interface Frame {
  title: Words;
  subtitle?: Words;
  template: Template;
  icon?: IconToken;
  tag?: { text: Words; color: TagColor };
  /** The line in the chat list and in notifications. */
  summary: Words;
  elements: (Element | Form)[];
}

const config = (summary: Words): CardTree['config'] => ({
  update_multi: true,
  enable_forward: true,
  enable_forward_interaction: false,
  width_mode: 'default',
  summary: { words: summary },
});

/** The card around its elements, still in every language. Source: card-json-v2-structure. */
export const frame = ({ title, subtitle, template, icon: token, tag, summary, elements }: Frame): CardTree => ({
  schema: '2.0',
  config: config(summary),
  header: {
    title: plainText(title),
    ...(subtitle ? { subtitle: plainText(subtitle) } : {}),
    template,
    ...(token ? { icon: icon(token) } : {}),
    ...(tag ? { text_tag_list: [{ tag: 'text_tag', text: plainText(tag.text), color: tag.color }] } : {}),
  },
  body: { direction: 'vertical', padding: '12px 12px 12px 12px', vertical_spacing: '12px', elements },
});

/** A card without a heading. */
export const bare = (summary: Words, elements: Element[]): CardTree => ({
  schema: '2.0',
  config: config(summary),
  body: { direction: 'vertical', padding: '8px 12px 8px 12px', vertical_spacing: '8px', elements },
});
