import type { Act } from '../domain/action.ts';
import { isOpenId } from '../text/index.ts';
import { type Node, same, type Words, weave, words } from './words.ts';

export type Template = 'blue' | 'green' | 'grey' | 'orange' | 'red' | 'turquoise';

export const plainText = (text: Words, more: Node = {}): Node => ({ tag: 'plain_text', words: text, ...more });

export const markdown = (text: Words, more: Node = {}): Node => ({ tag: 'markdown', words: text, ...more });

/** Names of Feishu's icon library; one that a client does not know is left out by it. */
export type Icon =
  | 'calendar_outlined'
  | 'copy_outlined'
  | 'group_outlined'
  | 'info_outlined'
  | 'lock_outlined'
  | 'phone_outlined'
  | 'robot_outlined'
  | 'setting_outlined'
  | 'share_outlined'
  | 'time_outlined'
  | 'video_outlined'
  | 'warning_outlined'
  | 'yes_outlined';

const icon = (token: Icon, more: Node = {}): Node => ({ tag: 'standard_icon', token, ...more });

/** A line that a picture leads in. */
export const iconLine = (token: Icon, text: Words, more: Node = {}): Node =>
  markdown(text, { icon: icon(token, { color: 'grey' }), ...more });

export const grey = (text: Words): Words => weave`<font color='grey'>${text}</font>`;

/** Small and grey, for what may be overlooked. */
export const aside = (text: Words): Node => markdown(grey(text), { text_size: 'notation' });

export const label = (text: Words): Node => markdown(grey(text));

interface ButtonLooks {
  type?: 'default' | 'primary' | 'primary_filled' | 'primary_text' | 'danger' | 'danger_text' | 'text';
  size?: 'tiny' | 'small' | 'medium';
  tip?: Words;
  confirm?: { title: Words; text: Words };
}

function button(text: Words, looks: ButtonLooks, rest: Node): Node {
  return {
    tag: 'button',
    text: plainText(text),
    ...(looks.type ? { type: looks.type } : {}),
    ...(looks.size ? { size: looks.size } : {}),
    ...(looks.tip ? { hover_tips: plainText(looks.tip) } : {}),
    ...(looks.confirm ? { confirm: { title: plainText(looks.confirm.title), text: plainText(looks.confirm.text) } } : {}),
    ...rest,
  };
}

/** Does `act` for whoever presses it and may; nothing in it grants a right. */
export const actButton = (text: Words, act: Act, looks: ButtonLooks = {}): Node =>
  button(text, looks, { behaviors: [{ type: 'callback', value: { ...act } }] });

export const linkButton = (text: Words, url: string, looks: ButtonLooks = {}): Node =>
  button(text, looks, { behaviors: [{ type: 'open_url', default_url: url }] });

/** A form's own button: what it does is in its name, as a value is not always delivered. */
export const formButton = (text: Words, name: string, action: 'submit' | 'reset', looks: ButtonLooks = {}): Node =>
  button(text, looks, { name, form_action_type: action });

/** Side by side, onto the next line where it is narrow. Unless `gap` is given, the platform leaves 8px between them. */
export const row = (elements: Node[], gap?: '12px'): Node => ({
  tag: 'column_set',
  flex_mode: 'flow',
  ...(gap ? { horizontal_spacing: gap } : {}),
  columns: elements.map((element) => ({ tag: 'column', width: 'auto', vertical_align: 'center', elements: [element] })),
});

/** A name on the left, its value on the right. */
export const fact = (name: Words, value: Node, { width = '104px', ...more }: { width?: string; margin?: string } = {}): Node => ({
  tag: 'column_set',
  ...more,
  columns: [
    { tag: 'column', width, elements: [{ tag: 'div', text: plainText(name, { text_color: 'grey' }) }] },
    { tag: 'column', width: 'weighted', weight: 1, elements: [value] },
  ],
});

/** Set off from the rest, `action` at its right; below it where it is narrow. */
export const callout = (colour: 'grey-50' | 'orange-50', elements: Node[], action?: Node): Node => ({
  tag: 'column_set',
  flex_mode: 'stretch',
  horizontal_spacing: '0px',
  background_style: colour,
  columns: [
    {
      tag: 'column',
      width: 'weighted',
      weight: 1,
      vertical_align: 'center',
      padding: '8px 12px 8px 12px',
      vertical_spacing: '4px',
      elements,
    },
    ...(action ? [{ tag: 'column', width: 'auto', vertical_align: 'center', padding: '8px 12px 8px 12px', elements: [action] }] : []),
  ],
});

/** Folded away until somebody wants it. */
export const panel = (title: Words, elements: Node[]): Node => ({
  tag: 'collapsible_panel',
  expanded: false,
  header: {
    title: plainText(title, { text_color: 'grey' }),
    padding: '4px 0px 4px 0px',
    icon: { tag: 'standard_icon', token: 'down-small-ccm_outlined', size: '16px 16px' },
    icon_position: 'follow_text',
    icon_expanded_angle: -180,
  },
  vertical_spacing: '8px',
  padding: '4px 0px 0px 0px',
  elements,
});

/** People by avatar and name. An id that the platform does not know is left out instead of breaking the card (100290). */
export function people(ids: readonly string[]): Node | null {
  const persons = [...new Set(ids)].filter(isOpenId).map((id) => ({ id }));
  if (persons.length === 0) return null;
  return { tag: 'person_list', persons, show_name: true, show_avatar: true, size: 'small', drop_invalid_user_id: true };
}

export const option = (value: string, text: Words): Node => ({ text: plainText(text), value });

export const code = (text: string): Words => same(`\`${text}\``);

/** A value that stays beside its name. */
export const named = (name: Words, value: Words): Words => weave`${name}\u00a0${value}`;

/** 112 000 358, as it is read out. */
export const grouped = (meetingNo: string): string => meetingNo.replace(/\D/g, '').replace(/(\d{3})(?=\d)/g, '$1 ');

export interface Frame {
  title: Words;
  subtitle?: Words;
  template: Template;
  icon?: Icon;
  tag?: { text: Words; color: 'blue' | 'green' | 'neutral' | 'orange' | 'red' };
  /** The line in the chat list and in notifications. */
  summary: Words;
  elements: Node[];
}

/** The card around its elements, still in every language. Source: card-json-v2-structure. */
export const frame = ({ title, subtitle, template, icon: token, tag, summary, elements }: Frame): Node => ({
  schema: '2.0',
  config: {
    update_multi: true,
    enable_forward: true,
    enable_forward_interaction: false,
    width_mode: 'default',
    summary: { words: summary },
  },
  header: {
    title: plainText(title),
    ...(subtitle ? { subtitle: plainText(subtitle) } : {}),
    template,
    ...(token ? { icon: icon(token) } : {}),
    ...(tag ? { text_tag_list: [{ tag: 'text_tag', text: plainText(tag.text), color: tag.color }] } : {}),
  },
  body: { direction: 'vertical', padding: '12px 12px 12px 12px', vertical_spacing: '12px', elements },
});

export const newMeeting = (): Node => actButton(words('new'), { act: 'new' }, { type: 'primary' });
