import type { Lang } from '../../control/shapes.ts';

/** Cards as bots send them, JSON 2.0 and what is left of 1.0. The sandbox has checked them before: see `open-api/card-check.ts`. */

/** A text of a card: bare, or in several languages. */
export interface TextObject {
  tag?: string;
  content?: string;
  i18n_content?: Readonly<Record<string, string>>;
  i18n?: Readonly<Record<string, string>>;
  lines?: number;
  text_size?: string;
  text_color?: string;
  text_align?: string;
}

export type Words = TextObject | string;

export interface IconSource {
  tag?: string;
  token?: string;
  color?: string;
}

export interface Link {
  default_url?: string | undefined;
  pc_url?: string | undefined;
  url?: string | undefined;
}

export interface Behavior extends Link {
  type: string;
  value?: object;
}

export interface Option {
  text?: Words;
  value: string;
  icon?: IconSource;
  url?: string;
  multi_url?: Link;
}

/** Direction, spacing and alignment of whatever holds elements. */
export interface BoxSource {
  direction?: string;
  horizontal_spacing?: string;
  vertical_spacing?: string;
  horizontal_align?: string;
  vertical_align?: string;
  padding?: string;
  margin?: string;
  background_color?: string;
  background_style?: string;
}

interface Base extends BoxSource {
  tag: string;
  element_id?: string;
  name?: string;
}

/** What can be pressed. 1.0 cards write `value` and `url` on the component itself. */
export interface Pressable extends Base {
  behaviors?: readonly Behavior[];
  value?: unknown;
  url?: string;
  multi_url?: Link;
  confirm?: { title?: Words; text?: Words };
  disabled?: boolean;
  disabled_tips?: Words;
  hover_tips?: Words;
}

export interface ButtonElement extends Pressable {
  type?: string;
  size?: string;
  width?: string;
  text?: TextObject;
  icon?: IconSource;
  form_action_type?: string;
  action_type?: string;
}

export interface OverflowElement extends Pressable {
  options?: readonly Option[];
}

export interface InputElement extends Pressable {
  required?: boolean;
  width?: string;
  input_type?: string;
  rows?: number;
  max_length?: number;
  label?: TextObject;
  label_position?: string;
  placeholder?: Words;
  default_value?: string;
  i18n_default_value?: Readonly<Record<string, string>>;
}

export interface CheckerElement extends Pressable {
  required?: boolean;
  checked?: boolean;
  overall_checkable?: boolean;
  text?: TextObject;
  checked_style?: { show_strikethrough?: boolean };
}

export interface PickerElement extends Pressable {
  required?: boolean;
  width?: string;
  placeholder?: Words;
  initial_date?: string;
  initial_time?: string;
  initial_datetime?: string;
}

export interface SelectElement extends Pressable {
  type?: string;
  required?: boolean;
  width?: string;
  placeholder?: Words;
  options?: readonly Option[];
  initial_option?: string;
  initial_index?: number;
  selected_values?: readonly string[];
}

export interface ColumnElement extends Base {
  width?: string;
  weight?: number;
  elements?: readonly Element[];
}

export interface ColumnSetElement extends Base {
  flex_mode?: string;
  columns?: readonly ColumnElement[];
}

export interface CollapsibleElement extends Base {
  expanded?: boolean;
  elements?: readonly Element[];
  border?: { color?: string; corner_radius?: string };
  header?: {
    title?: TextObject;
    icon?: IconSource;
    icon_position?: string;
    icon_expanded_angle?: number;
    background_color?: string;
    padding?: string;
    width?: string;
  };
}

export interface ContainerElement extends Pressable {
  elements?: readonly Element[];
  has_border?: boolean;
  border_color?: string;
  corner_radius?: string;
  width?: string;
  height?: string;
}

export interface FormElement extends Base {
  elements?: readonly Element[];
}

export interface DivElement extends Base {
  width?: string;
  text?: TextObject;
  icon?: IconSource;
  fields?: readonly { is_short?: boolean; text?: TextObject }[];
  extra?: Element;
}

export interface TextElement extends Base, TextObject {
  tag: string;
  icon?: IconSource;
}

export interface PersonElement extends Base {
  user_id?: string;
  persons?: readonly { id: string }[];
  size?: string;
  style?: string;
  show_name?: boolean;
  show_avatar?: boolean;
}

export interface ImageElement extends Base {
  img_key?: string;
  alt?: Words;
}

export interface TableColumn {
  name: string;
  display_name?: Words;
  data_type?: string;
  date_format?: string;
  horizontal_align?: 'left' | 'center' | 'right';
  format?: { precision?: number; symbol?: string; separator?: boolean; seperator?: boolean };
}

export interface TableElement extends Base {
  page_size?: number;
  columns?: readonly TableColumn[];
  rows?: readonly Readonly<Record<string, unknown>>[];
}

/** Any element, before its tag has said which. */
export interface Element extends Base {
  text?: TextObject;
  elements?: readonly Element[];
  columns?: readonly Element[];
  actions?: readonly Element[];
}

interface Tag {
  text?: Words;
  color?: string;
}

export interface CardHeader {
  title?: TextObject;
  subtitle?: TextObject;
  template?: string;
  padding?: string;
  icon?: IconSource;
  ud_icon?: IconSource;
  text_tag_list?: readonly Tag[];
  i18n_text_tag_list?: Readonly<Record<string, readonly Tag[]>>;
}

export interface CardConfig {
  width_mode?: string;
  enable_forward_interaction?: boolean;
  summary?: TextObject;
  style?: {
    color?: Readonly<Record<string, { light_mode?: string; dark_mode?: string }>>;
    text_size?: Readonly<Record<string, { default?: string; pc?: string }>>;
  };
}

export interface CardSource {
  config?: CardConfig;
  header?: CardHeader;
  body?: BoxSource & { elements?: readonly Element[] };
  elements?: readonly Element[];
  i18n_elements?: Readonly<Record<string, readonly Element[]>>;
}

/** Who reads a text of a card, and when it was sent. */
export interface Reader {
  lang: Lang;
  zone: string;
  sentAt: number;
  config?: CardConfig;
}
