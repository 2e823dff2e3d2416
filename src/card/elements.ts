/** Elements of a card, as far as ours have them. Source: Feishu card-json-v2-structure and the page of each component. */
import type { Lang } from '../domain/settings.ts';

/** Source: the page of the input component. */
export const MOST_INPUT = 1000;

/** One text in every language that we speak. */
export type Words = Record<Lang, string>;

/** `words` becomes `content`, with `i18n_content` beside it, when the card is written. */
interface Texts {
  words: Words;
}

/** One, two or four sides, in px. */
export type Space = `${number}px` | `${number}px ${number}px ${number}px ${number}px`;

export interface PlainText extends Texts {
  tag: 'plain_text';
  text_color?: 'grey' | 'red';
  text_size?: TextSize;
}

export type TextSize = 'heading' | 'normal' | 'notation';

/** Names of Feishu's icon library; one that a client does not know is left out by it. */
export type IconToken =
  | 'calendar_outlined'
  | 'copy_outlined'
  | 'down-small-ccm_outlined'
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

export interface Icon {
  tag: 'standard_icon';
  token: IconToken;
  color?: 'grey';
  size?: '16px 16px';
}

export interface Markdown extends Texts {
  tag: 'markdown';
  text_size?: TextSize;
  text_align?: 'left' | 'center' | 'right';
  icon?: Icon;
  margin?: Space;
}

export interface Div {
  tag: 'div';
  text: PlainText;
}

export interface Rule {
  tag: 'hr';
}

/** `callback` sends its value to us, `open_url` opens a link. */
export type Behavior = { type: 'callback'; value: Record<string, unknown> } | { type: 'open_url'; default_url: string };

export interface Button {
  tag: 'button';
  text: PlainText;
  type?: 'default' | 'primary' | 'primary_filled' | 'primary_text' | 'danger' | 'danger_text' | 'text';
  size?: 'tiny' | 'small' | 'medium';
  hover_tips?: PlainText;
  confirm?: { title: PlainText; text: PlainText };
  behaviors?: Behavior[];
}

/** A form's own button. */
export interface FormButton extends Omit<Button, 'behaviors' | 'confirm'> {
  name: string;
  form_action_type: 'submit' | 'reset';
}

export interface PersonList {
  tag: 'person_list';
  persons: { id: string }[];
  show_name: boolean;
  show_avatar: boolean;
  size: 'small';
  /** An id that the platform does not know is left out instead of breaking the card (100290). */
  drop_invalid_user_id: true;
}

export interface Column<E> {
  tag: 'column';
  width: 'auto' | 'weighted' | Space;
  weight?: 1 | 2 | 3 | 4 | 5;
  vertical_align?: 'top' | 'center' | 'bottom';
  vertical_spacing?: Space;
  padding?: Space;
  elements: E[];
}

export interface ColumnSet<E> {
  tag: 'column_set';
  flex_mode?: 'none' | 'stretch' | 'flow' | 'bisect' | 'trisect';
  horizontal_spacing?: Space;
  background_style?: 'grey-50' | 'orange-50';
  margin?: Space;
  columns: Column<E>[];
}

export interface Panel {
  tag: 'collapsible_panel';
  expanded: boolean;
  header: { title: PlainText; padding: Space; icon: Icon; icon_position: 'follow_text'; icon_expanded_angle: -180 | -90 | 90 | 180 };
  vertical_spacing: Space;
  padding: Space;
  elements: Element[];
}

export interface Option {
  text: PlainText;
  value: string;
}

interface Field {
  name: string;
  placeholder: PlainText;
  width: 'fill';
}

export interface Input extends Field {
  tag: 'input';
  label?: PlainText;
  label_position?: 'top' | 'left';
  default_value: string;
  max_length: number;
}

export interface Select extends Field {
  tag: 'select_static';
  options: Option[];
  /** Shown only when it is among the options. */
  initial_option?: string;
}

export interface DateTimePicker extends Field {
  tag: 'picker_datetime';
  /** `YYYY-MM-DD HH:mm`, without a zone. */
  initial_datetime?: string;
}

export interface PersonPicker extends Field {
  tag: 'multi_select_person';
  selected_values?: string[];
}

/** Outside of a form: whoever is picked comes with the callback at once. `options`: open_ids. */
export interface PersonSelect {
  tag: 'select_person';
  placeholder: PlainText;
  options: { value: string }[];
  initial_option?: string;
  behaviors: Behavior[];
}

export interface Checker {
  tag: 'checker';
  name: string;
  checked: boolean;
  text: PlainText;
}

export type FormField = Input | Select | DateTimePicker | PersonPicker | Checker;

export type FormPart = Markdown | Div | FormField | FormButton;

/** What may stand in a form: no form and no panel. */
export type FormElement = FormPart | ColumnSet<FormPart>;

/** Stands at the root of the body only. */
export interface Form {
  tag: 'form';
  name: string;
  vertical_spacing: Space;
  elements: FormElement[];
}

export type Element = Markdown | Div | Rule | Button | PersonList | PersonSelect | ColumnSet<Element> | Panel;

export type Template = 'blue' | 'green' | 'grey' | 'orange' | 'red' | 'turquoise';

export interface CardTree {
  schema: '2.0';
  config: {
    update_multi: true;
    enable_forward: boolean;
    enable_forward_interaction: boolean;
    width_mode: 'default';
    summary: Texts;
  };
  header?: {
    title: PlainText;
    subtitle?: PlainText;
    template: Template;
    icon?: Icon;
    text_tag_list?: { tag: 'text_tag'; text: PlainText; color: TagColor }[];
  };
  body: { direction: 'vertical'; padding: Space; vertical_spacing: Space; elements: (Element | Form)[] };
}

export type TagColor = 'blue' | 'green' | 'neutral' | 'orange' | 'red';
