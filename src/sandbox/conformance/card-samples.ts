/** One good element of every tag of card JSON 2.0, as its page in the documents shows it. Source: card-json-v2-components. */

const plain = (content: string): object => ({ tag: 'plain_text', content });
const callback = [{ type: 'callback', value: { key: 'value' } }];
const option = { text: plain('1 h'), value: '60' };

export interface CardSample {
  element: object;
  /** A form, a column or a header that it has to stand in. */
  within?: 'form' | 'column_set' | 'div' | 'icon' | 'header' | 'unforwarded';
  /** What is not as on the platform. */
  note?: string;
}

export const CARD_SAMPLES: Record<string, CardSample> = {
  column_set: {
    element: { tag: 'column_set', flex_mode: 'flow', columns: [{ tag: 'column', width: 'weighted', weight: 1, elements: [] }] },
  },
  column: { element: { tag: 'column', width: 'auto', vertical_align: 'top', elements: [{ tag: 'hr' }] }, within: 'column_set' },
  form: {
    element: {
      tag: 'form',
      name: 'form_1',
      elements: [
        { tag: 'input', name: 'topic', required: true, max_length: 100, label: plain('Topic') },
        { tag: 'button', name: 'submit', form_action_type: 'submit', type: 'primary_filled', text: plain('Save') },
      ],
    },
  },
  interactive_container: {
    element: {
      tag: 'interactive_container',
      width: 'fill',
      has_border: true,
      corner_radius: '8px',
      behaviors: callback,
      elements: [{ tag: 'hr' }],
    },
  },
  collapsible_panel: {
    element: {
      tag: 'collapsible_panel',
      expanded: false,
      header: { title: plain('More'), icon_position: 'right', icon_expanded_angle: -180 },
      border: { color: 'grey', corner_radius: '5px' },
      elements: [{ tag: 'hr' }],
    },
  },
  div: { element: { tag: 'div', text: { ...plain('text'), text_size: 'notation', text_color: 'grey', lines: 2 } } },
  plain_text: { element: plain('text'), within: 'div' },
  lark_md: { element: { tag: 'lark_md', content: '**No.**' }, within: 'div' },
  standard_icon: {
    element: { tag: 'standard_icon', token: 'calendar_colorful' },
    within: 'icon',
    note: 'any token passes; those that the page has no drawing of show nothing',
  },
  custom_icon: { element: { tag: 'custom_icon', img_key: 'img_v2_38811724' }, within: 'icon', note: 'pictures are drawn as a placeholder' },
  text_tag: { element: { tag: 'text_tag', text: plain('Live'), color: 'green' }, within: 'header' },
  markdown: { element: { tag: 'markdown', content: '**bold** <at id=all></at>', text_size: 'normal' } },
  hr: { element: { tag: 'hr', margin: '4px 0px 4px 0px' } },
  img: { element: { tag: 'img', img_key: 'img_v2_38811724', alt: plain('alt') }, note: 'any img_… key passes; drawn as a placeholder' },
  img_combination: {
    element: { tag: 'img_combination', combination_mode: 'triple', img_list: [{ img_key: 'img_v2_38811724' }] },
    note: 'any img_… key passes; drawn as a placeholder',
  },
  person: { element: { tag: 'person', user_id: '$me', show_name: true, size: 'small', style: 'normal' } },
  person_list: { element: { tag: 'person_list', persons: [{ id: '$me' }], show_name: true, size: 'small', lines: 1 } },
  chart: {
    element: {
      tag: 'chart',
      aspect_ratio: '16:9',
      chart_spec: { type: 'line', data: { values: [{ x: 1, y: 2 }] }, xField: 'x', yField: 'y' },
    },
    note: 'the inside of chart_spec is not checked; drawn as a placeholder',
  },
  audio: {
    element: { tag: 'audio', file_key: 'file_v3_0065' },
    within: 'unforwarded',
    note: 'lesser properties are from memory; drawn as a placeholder, without sound',
  },
  table: {
    element: {
      tag: 'table',
      page_size: 5,
      columns: [{ name: 'topic', display_name: 'Topic', data_type: 'text' }],
      rows: [{ topic: 'sync' }],
    },
  },
  button: {
    element: {
      tag: 'button',
      type: 'primary_filled',
      text: plain('Join'),
      behaviors: [{ type: 'open_url', default_url: 'https://vc.feishu.cn/j/337736498' }],
    },
  },
  input: { element: { tag: 'input', name: 'topic', label: plain('Topic'), label_position: 'top', max_length: 100, input_type: 'text' } },
  select_static: { element: { tag: 'select_static', placeholder: plain('Duration'), initial_option: '60', options: [option] } },
  multi_select_static: { element: { tag: 'multi_select_static', name: 'opts', options: [option] }, within: 'form' },
  select_person: { element: { tag: 'select_person', placeholder: plain('Host'), options: [{ value: '$me' }] } },
  multi_select_person: { element: { tag: 'multi_select_person', name: 'hosts', placeholder: plain('Hosts') }, within: 'form' },
  date_picker: { element: { tag: 'date_picker', initial_date: '2026-01-31', placeholder: plain('Date') } },
  picker_time: { element: { tag: 'picker_time', initial_time: '15:00', placeholder: plain('Time') } },
  picker_datetime: { element: { tag: 'picker_datetime', initial_datetime: '2026-01-31 15:00', placeholder: plain('Ends') } },
  overflow: {
    element: {
      tag: 'overflow',
      options: [option, { text: plain('Docs'), multi_url: { url: 'https://example.com', pc_url: '', ios_url: '', android_url: '' } }],
    },
  },
  checker: { element: { tag: 'checker', name: 'rec', checked: false, text: plain('Record'), behaviors: callback } },
  select_img: {
    element: { tag: 'select_img', name: 'pic', options: [{ img_key: 'img_v2_38811724', value: 'a' }] },
    within: 'form',
    note: 'any img_… key passes; drawn as a placeholder',
  },
};

/** Tags of the documents that the sandbox does not take, and since when the platform does not either. */
export const REFUSED_TAGS: Record<string, string> = {
  note: 'gone since JSON 2.0: refused with 200861, as on the platform',
  action: 'gone since JSON 2.0: refused with 200861, as on the platform',
};
