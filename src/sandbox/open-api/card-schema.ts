/**
 * Card JSON 2.0 as a table: tags and their properties.
 * Sources: card-json-v2-structure, the card-json-v2-components pages, configure-multi-language-content.
 */

export type Kind =
  | 'string'
  | 'boolean'
  | 'number'
  | 'object'
  | 'strings'
  /** `8px`, or two or four of them. */
  | 'px'
  /** One size: `8px`, `12px`, small, medium, large, extra_large. */
  | 'spacing'
  /** default, fill, auto, or `120px`. */
  | 'width'
  | 'radius'
  | { oneOf: readonly (string | number | boolean)[] }
  | { range: readonly [number, number] }
  | { object: Properties }
  | { list: Properties }
  /** An element whose tag is one of these. */
  | { tag: readonly string[] }
  /** A list of elements; `null` = whatever may stand in a container. */
  | { tags: readonly string[] | null }
  /** Language → value. */
  | { i18n: Kind }
  | { map: Properties };

export interface Property {
  kind: Kind;
  required?: boolean;
}

export type Properties = Record<string, Property>;

export const LOCALES = [
  'zh_cn',
  'en_us',
  'zh_hk',
  'zh_tw',
  'ja_jp',
  'id_id',
  'vi_vn',
  'th_th',
  'pt_br',
  'es_es',
  'ko_kr',
  'de_de',
  'fr_fr',
  'it_it',
  'ru_ru',
  'ms_my',
] as const;

const S: Property = { kind: 'string' };
const B: Property = { kind: 'boolean' };
const N: Property = { kind: 'number' };
const O: Property = { kind: 'object' };
const PX: Property = { kind: 'px' };
const SPACING: Property = { kind: 'spacing' };
const WIDTH: Property = { kind: 'width' };
const RADIUS: Property = { kind: 'radius' };
const I18N: Property = { kind: { i18n: 'string' } };
const must = (property: Property): Property => ({ ...property, required: true });
const oneOf = (...values: (string | number | boolean)[]): Property => ({ kind: { oneOf: values } });

const PLAIN: Property = { kind: { tag: ['plain_text'] } };
const TEXT: Property = { kind: { tag: ['plain_text', 'lark_md'] } };
const ICON: Property = { kind: { tag: ['standard_icon', 'custom_icon'] } };
const H_ALIGN = oneOf('left', 'center', 'right');
const V_ALIGN = oneOf('top', 'center', 'bottom');
const DIRECTION = oneOf('vertical', 'horizontal');

const MULTI_URL: Properties = { url: S, pc_url: S, ios_url: S, android_url: S };
const CONFIRM: Property = { kind: { object: { title: must(PLAIN), text: PLAIN } } };
const BEHAVIORS: Property = {
  kind: {
    list: { type: must(oneOf('open_url', 'callback')), default_url: S, pc_url: S, ios_url: S, android_url: S, value: { kind: 'object' } },
  },
};
const CARD_ACTION: Property = { kind: { object: { multi_url: must({ kind: { object: MULTI_URL } }) } } };

const COMMON: Properties = { element_id: S, margin: PX };
const FLOW: Properties = {
  direction: DIRECTION,
  padding: PX,
  horizontal_spacing: SPACING,
  vertical_spacing: SPACING,
  horizontal_align: H_ALIGN,
  vertical_align: V_ALIGN,
};
const ELEMENTS: Property = { kind: { tags: null } };

const LETTERING: Properties = { text_size: S, text_align: H_ALIGN };
const TEXT_FIELDS: Properties = { content: S, i18n_content: I18N, ...LETTERING, text_color: S, lines: N, element_id: S };

/** What every component that takes input has. */
const INPUT: Properties = {
  ...COMMON,
  name: S,
  required: B,
  disabled: B,
  disabled_tips: PLAIN,
  hover_tips: PLAIN,
  behaviors: BEHAVIORS,
  confirm: CONFIRM,
  width: WIDTH,
  value: O,
};
const SELECT: Properties = { ...INPUT, type: oneOf('default', 'text'), placeholder: PLAIN };
const OPTIONS: Property = { kind: { list: { text: must(PLAIN), value: must(S), icon: ICON } } };
const PEOPLE: Property = { kind: { list: { value: must(S) } } };

const BUTTON_TYPES = [
  'default',
  'primary',
  'danger',
  'text',
  'primary_text',
  'danger_text',
  'primary_filled',
  'danger_filled',
  'laser',
] as const;

const TEMPLATES = [
  'blue',
  'wathet',
  'turquoise',
  'green',
  'yellow',
  'orange',
  'red',
  'carmine',
  'violet',
  'purple',
  'indigo',
  'grey',
  'default',
] as const;

const TAG_COLORS = [
  'neutral',
  'blue',
  'turquoise',
  'lime',
  'orange',
  'violet',
  'indigo',
  'wathet',
  'green',
  'yellow',
  'red',
  'purple',
  'carmine',
] as const;

/** Parts that carry a tag but are no components of their own. */
export const PARTS: Record<string, Properties> = {
  plain_text: TEXT_FIELDS,
  lark_md: TEXT_FIELDS,
  standard_icon: { token: must(S), color: S, size: S },
  custom_icon: { img_key: must(S), size: S },
  text_tag: { text: must(PLAIN), color: oneOf(...TAG_COLORS), element_id: S },
};

/** Components: what may stand in `elements`. */
export const COMPONENTS: Record<string, Properties> = {
  // containers
  column_set: {
    ...COMMON,
    ...FLOW,
    flex_mode: oneOf('none', 'stretch', 'flow', 'bisect', 'trisect'),
    background_style: S,
    action: CARD_ACTION,
    columns: must({ kind: { tags: ['column'] } }),
  },
  column: {
    ...COMMON,
    ...FLOW,
    width: WIDTH,
    weight: { kind: { range: [1, 5] } },
    background_style: S,
    action: CARD_ACTION,
    elements: ELEMENTS,
  },
  form: { ...COMMON, ...FLOW, name: must(S), confirm: CONFIRM, elements: must(ELEMENTS) },
  interactive_container: {
    ...COMMON,
    ...FLOW,
    width: WIDTH,
    height: S,
    background_style: S,
    has_border: B,
    border_color: S,
    corner_radius: RADIUS,
    behaviors: BEHAVIORS,
    disabled: B,
    disabled_tips: PLAIN,
    hover_tips: PLAIN,
    confirm: CONFIRM,
    name: S,
    elements: must(ELEMENTS),
  },
  collapsible_panel: {
    ...COMMON,
    ...FLOW,
    expanded: B,
    background_color: S,
    border: { kind: { object: { color: S, corner_radius: RADIUS } } },
    header: must({
      kind: {
        object: {
          title: { kind: { tag: ['plain_text', 'lark_md', 'markdown'] } },
          background_color: S,
          vertical_align: V_ALIGN,
          padding: PX,
          position: oneOf('top', 'bottom'),
          width: S,
          icon: ICON,
          icon_position: oneOf('left', 'right', 'follow_text'),
          icon_expanded_angle: oneOf(-180, -90, 90, 180),
        },
      },
    }),
    elements: ELEMENTS,
  },

  // content
  div: {
    ...COMMON,
    text: TEXT,
    icon: ICON,
    width: WIDTH,
    fields: { kind: { list: { is_short: B, text: must(TEXT) } } },
  },
  markdown: { ...COMMON, ...LETTERING, content: must(S), i18n_content: I18N, icon: ICON },
  hr: COMMON,
  img: {
    ...COMMON,
    img_key: must(S),
    i18n_img_key: I18N,
    alt: must(PLAIN),
    title: TEXT,
    scale_type: oneOf('crop_center', 'crop_top', 'fit_horizontal'),
    size: S,
    corner_radius: RADIUS,
    transparent: B,
    preview: B,
  },
  img_combination: {
    ...COMMON,
    combination_mode: must(oneOf('double', 'triple', 'bisect', 'trisect')),
    combination_transparent: B,
    corner_radius: RADIUS,
    img_list: must({ kind: { list: { img_key: must(S) } } }),
  },
  person: {
    ...COMMON,
    user_id: must(S),
    size: oneOf('extra_small', 'small', 'medium', 'large'),
    show_avatar: B,
    show_name: B,
    style: oneOf('normal', 'capsule'),
  },
  person_list: {
    ...COMMON,
    persons: must({ kind: { list: { id: must(S) } } }),
    size: oneOf('extra_small', 'small', 'medium', 'large'),
    show_avatar: B,
    show_name: B,
    lines: N,
    drop_invalid_user_id: B,
    icon: ICON,
    ud_icon: ICON,
  },
  chart: {
    ...COMMON,
    chart_spec: must(O),
    aspect_ratio: oneOf('1:1', '2:1', '4:3', '16:9'),
    color_theme: oneOf('brand', 'rainbow', 'complementary', 'converse', 'primary'),
    height: S,
    preview: B,
  },
  audio: {
    ...COMMON,
    file_key: must(S),
    audio_id: S,
    style: oneOf('normal', 'speak'),
    width: S,
    background_color: S,
    show_time: B,
    show_progress_bar: B,
    fallback: O,
  },
  table: {
    ...COMMON,
    page_size: { kind: { range: [1, 10] } },
    row_height: S,
    row_max_height: S,
    freeze_first_column: B,
    header_style: {
      kind: { object: { text_align: H_ALIGN, text_size: S, background_style: oneOf('grey', 'none'), text_color: S, bold: B, lines: N } },
    },
    columns: must({
      kind: {
        list: {
          name: must(S),
          display_name: S,
          i18n_display_name: I18N,
          data_type: oneOf('text', 'lark_md', 'options', 'number', 'persons', 'date', 'markdown'),
          width: S,
          horizontal_align: H_ALIGN,
          vertical_align: V_ALIGN,
          format: { kind: { object: { precision: N, symbol: S, separator: B } } },
          date_format: S,
        },
      },
    }),
    rows: must({ kind: 'object' }),
  },

  // interaction
  button: {
    ...COMMON,
    text: PLAIN,
    type: oneOf(...BUTTON_TYPES),
    size: oneOf('tiny', 'small', 'medium', 'large'),
    width: WIDTH,
    icon: ICON,
    hover_tips: PLAIN,
    disabled: B,
    disabled_tips: PLAIN,
    confirm: CONFIRM,
    behaviors: BEHAVIORS,
    name: S,
    required: B,
    form_action_type: oneOf('submit', 'reset'),
  },
  input: {
    ...INPUT,
    placeholder: PLAIN,
    default_value: S,
    i18n_default_value: I18N,
    label: PLAIN,
    label_position: oneOf('top', 'left'),
    input_type: oneOf('text', 'multiline_text', 'password'),
    show_icon: B,
    rows: N,
    auto_resize: B,
    max_rows: N,
    max_length: { kind: { range: [1, 1000] } },
  },
  select_static: { ...SELECT, options: OPTIONS, initial_option: S, initial_index: N },
  multi_select_static: { ...SELECT, options: OPTIONS, selected_values: { kind: 'strings' } },
  select_person: { ...SELECT, options: PEOPLE, initial_option: S },
  multi_select_person: { ...SELECT, options: PEOPLE, selected_values: { kind: 'strings' } },
  date_picker: { ...INPUT, placeholder: PLAIN, initial_date: S },
  picker_time: { ...INPUT, placeholder: PLAIN, initial_time: S },
  picker_datetime: { ...INPUT, placeholder: PLAIN, initial_datetime: S },
  overflow: {
    ...COMMON,
    name: S,
    width: WIDTH,
    options: must({ kind: { list: { text: PLAIN, value: S, multi_url: { kind: { object: MULTI_URL } } } } }),
    behaviors: BEHAVIORS,
    confirm: CONFIRM,
    value: O,
    disabled: B,
  },
  checker: {
    ...INPUT,
    checked: B,
    text: TEXT,
    overall_checkable: B,
    padding: PX,
    button_area: { kind: { object: { pc_display_rule: oneOf('always', 'on_hover'), buttons: { kind: { tags: ['button'] } } } } },
    checked_style: { kind: { object: { show_strikethrough: B, opacity: N } } },
  },
  select_img: {
    ...INPUT,
    multi_select: B,
    layout: oneOf('stretch', 'bisect', 'trisect'),
    can_preview: B,
    aspect_ratio: oneOf('1:1', '4:3', '16:9'),
    options: must({ kind: { list: { img_key: must(S), value: must(S), disabled: B, disabled_tips: PLAIN, hover_tips: PLAIN } } }),
  },
};

/** Components that hold others; the depth of these is limited. */
export const CONTAINERS: readonly string[] = ['column_set', 'form', 'interactive_container', 'collapsible_panel'];

/** Components that a form collects: each needs a name there. */
export const FIELDS: readonly string[] = [
  'button',
  'input',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'date_picker',
  'picker_time',
  'picker_datetime',
  'checker',
  'select_img',
];

/** Gone since JSON 1.0. */
export const RETIRED: readonly string[] = ['note', 'action'];

export const ROOT: Properties = {
  schema: must(oneOf('2.0')),
  config: {
    kind: {
      object: {
        update_multi: oneOf(true),
        enable_forward: B,
        enable_forward_interaction: B,
        width_mode: oneOf('default', 'compact', 'fill'),
        summary: { kind: { object: { content: S, i18n_content: I18N } } },
        locales: { kind: 'strings' },
        use_custom_translation: B,
        streaming_mode: B,
        streaming_config: {
          kind: {
            object: {
              print_frequency_ms: { kind: { object: { default: N, android: N, ios: N, pc: N } } },
              print_step: { kind: { object: { default: N, android: N, ios: N, pc: N } } },
              print_strategy: oneOf('fast', 'delay'),
            },
          },
        },
        style: {
          kind: {
            object: {
              text_size: { kind: { map: { default: S, pc: S, mobile: S } } },
              color: { kind: { map: { light_mode: S, dark_mode: S } } },
            },
          },
        },
      },
    },
  },
  card_link: { kind: { object: MULTI_URL } },
  header: {
    kind: {
      object: {
        title: must(TEXT),
        subtitle: TEXT,
        template: oneOf(...TEMPLATES),
        icon: ICON,
        text_tag_list: { kind: { tags: ['text_tag'] } },
        i18n_text_tag_list: { kind: { i18n: { tags: ['text_tag'] } } },
        padding: PX,
      },
    },
  },
  body: { kind: { object: { ...FLOW, elements: ELEMENTS } } },
};
