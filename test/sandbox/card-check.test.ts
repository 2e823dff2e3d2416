import { describe, expect, it } from 'vitest';
import { checkCard } from '../../src/sandbox/open-api/card-check.ts';
import { problemText } from '../../src/sandbox/open-api/card-values.ts';

const context = { knows: (id: string) => id === 'ou_known' };
const plain = (content: string) => ({ tag: 'plain_text', content });
const card = (...elements: object[]) => ({ schema: '2.0', body: { elements } });
const submit = { tag: 'button', name: 'ok', form_action_type: 'submit', text: plain('OK') };
const form = (...elements: object[]) => ({ tag: 'form', name: 'f', elements: [...elements, submit] });
const nest = (depth: number): object =>
  depth === 0 ? { tag: 'hr' } : { tag: 'column_set', columns: [{ tag: 'column', elements: [nest(depth - 1)] }] };

const PICTURE = 'img_v3_0000';
const both = { zh_cn: '中', en_us: 'en' };

const LEGAL: [string, object][] = [
  ['nothing in it', card()],
  ['no body', { schema: '2.0' }],
  [
    'every property of config',
    {
      schema: '2.0',
      config: {
        update_multi: true,
        enable_forward: false,
        enable_forward_interaction: true,
        width_mode: 'compact',
        summary: { content: 'x', i18n_content: both },
        locales: ['zh_cn'],
        use_custom_translation: true,
        streaming_mode: false,
        streaming_config: { print_frequency_ms: { default: 70 }, print_step: { default: 1 }, print_strategy: 'fast' },
        style: {
          text_size: { big: { default: 'heading', pc: 'normal', mobile: 'notation' } },
          color: { mine: { light_mode: 'rgba(0,0,0,1)' } },
        },
      },
      card_link: { url: 'https://example.com', pc_url: '', ios_url: '', android_url: '' },
      body: { direction: 'vertical', padding: '12px 8px 12px 8px', vertical_spacing: 'medium', horizontal_align: 'left', elements: [] },
    },
  ],
  [
    'a full header',
    {
      schema: '2.0',
      header: {
        title: { tag: 'plain_text', content: 'x', i18n_content: both },
        subtitle: { tag: 'lark_md', content: '**x**' },
        template: 'turquoise',
        icon: { tag: 'standard_icon', token: 'calendar_colorful', color: 'blue' },
        text_tag_list: [{ tag: 'text_tag', text: plain('Live'), color: 'green' }],
        i18n_text_tag_list: { zh_cn: [{ tag: 'text_tag', text: plain('进行中'), color: 'green' }] },
        padding: '12px',
      },
      body: { elements: [] },
    },
  ],
  [
    'text',
    card(
      {
        tag: 'markdown',
        content: '**a** <at id=ou_known></at>',
        i18n_content: both,
        text_size: 'normal',
        text_align: 'center',
        element_id: 'm1',
      },
      {
        tag: 'div',
        text: { tag: 'plain_text', content: 'a', text_size: 'notation', text_color: 'grey', lines: 2 },
        icon: { tag: 'custom_icon', img_key: PICTURE },
      },
      { tag: 'div', fields: [{ is_short: true, text: { tag: 'lark_md', content: 'a' } }] },
      { tag: 'hr', margin: '4px 0px 4px 0px' },
      { tag: 'markdown', content: '<at id=all></at> <at ids=ou_known></at> `<at id=ou_other></at>`' },
    ),
  ],
  [
    'containers',
    card(
      {
        tag: 'column_set',
        flex_mode: 'flow',
        horizontal_spacing: '8px',
        background_style: 'grey',
        columns: [{ tag: 'column', width: 'weighted', weight: 1, vertical_align: 'top', padding: '4px', elements: [{ tag: 'hr' }] }],
      },
      {
        tag: 'collapsible_panel',
        expanded: false,
        header: {
          title: { tag: 'markdown', content: 'More' },
          icon: { tag: 'standard_icon', token: 'down-small-ccm_outlined', size: '16px 16px' },
          icon_position: 'right',
          icon_expanded_angle: -180,
        },
        border: { color: 'grey', corner_radius: '5px' },
        elements: [{ tag: 'hr' }],
      },
      {
        tag: 'interactive_container',
        width: 'fill',
        has_border: true,
        corner_radius: '8px',
        behaviors: [{ type: 'callback', value: { a: 1 } }],
        elements: [{ tag: 'hr' }],
      },
      nest(5),
    ),
  ],
  [
    'people and pictures',
    card(
      { tag: 'person', user_id: 'ou_known', show_name: true, size: 'small', style: 'capsule' },
      { tag: 'person_list', persons: [{ id: 'ou_known' }], show_name: true, lines: 1 },
      { tag: 'person_list', persons: [{ id: 'ou_gone' }], drop_invalid_user_id: true },
      { tag: 'img', img_key: PICTURE, alt: plain(''), scale_type: 'crop_center', size: 'small', corner_radius: '10%' },
      { tag: 'img_combination', combination_mode: 'double', img_list: [{ img_key: PICTURE }] },
      { tag: 'chart', chart_spec: { type: 'line' }, aspect_ratio: '4:3' },
      { tag: 'table', page_size: 5, columns: [{ name: 'a', display_name: 'A', data_type: 'text' }], rows: [{ a: 'x' }] },
    ),
  ],
  [
    'every input outside a form',
    card(
      {
        tag: 'button',
        type: 'primary_filled',
        size: 'small',
        width: 'fill',
        text: { tag: 'plain_text', content: 'a', i18n_content: both },
        icon: { tag: 'standard_icon', token: 'video_outlined' },
        hover_tips: plain('x'),
        disabled: false,
        disabled_tips: plain('x'),
        confirm: { title: plain('x'), text: plain('y') },
        behaviors: [
          { type: 'open_url', default_url: 'https://x.example', pc_url: '', ios_url: '', android_url: '' },
          { type: 'callback', value: { id: '1' } },
        ],
      },
      {
        tag: 'overflow',
        options: [
          { text: plain('a'), value: 'a' },
          { text: plain('b'), multi_url: { url: 'https://x.example' } },
        ],
      },
      { tag: 'select_static', placeholder: plain('x'), initial_option: '60', options: [{ text: plain('1 h'), value: '60' }] },
      { tag: 'multi_select_static', selected_values: ['a'], options: [{ text: plain('a'), value: 'a' }] },
      { tag: 'select_person', options: [{ value: 'ou_known' }] },
      { tag: 'date_picker', initial_date: '2026-01-31' },
      { tag: 'picker_time', initial_time: '15:00' },
      { tag: 'picker_datetime', initial_datetime: '2026-01-31 15:00', placeholder: plain('x') },
      { tag: 'checker', checked: true, text: plain('x'), checked_style: { show_strikethrough: true, opacity: 0.5 } },
      {
        tag: 'input',
        label: plain('x'),
        label_position: 'top',
        default_value: '',
        max_length: 100,
        input_type: 'multiline_text',
        rows: 3,
        required: true,
      },
      { tag: 'select_img', options: [{ img_key: PICTURE, value: 'a' }], layout: 'bisect' },
    ),
  ],
  ['audio in a card that stays', { ...card({ tag: 'audio', file_key: 'file_v3_a', audio_id: 'a' }), config: { enable_forward: false } }],
  ['several people in a form', card(form({ tag: 'multi_select_person', name: 'who', type: 'text' }))],
  ['a form at the root', card(form({ tag: 'input', name: 'a' }, { tag: 'checker', name: 'b', text: plain('x') }))],
  [
    'a submit button with a callback value',
    card({ tag: 'form', name: 'f', elements: [{ ...submit, behaviors: [{ type: 'callback', value: {} }] }] }),
  ],
  [
    'buttons of a form in columns',
    card({ tag: 'form', name: 'f', elements: [{ tag: 'column_set', columns: [{ tag: 'column', elements: [submit] }] }] }),
  ],
];

const ILLEGAL: [string, object, number, string][] = [
  ['no schema', { body: { elements: [] } }, 200621, 'schema'],
  [
    'elements at the root, as in 1.0',
    { schema: '2.0', elements: [], body: { elements: [] } },
    200621,
    'unknown property, property: elements',
  ],
  ['i18n_elements', { schema: '2.0', i18n_elements: {}, body: { elements: [] } }, 200621, 'i18n_elements'],
  ['wide_screen_mode', { schema: '2.0', config: { wide_screen_mode: true }, body: { elements: [] } }, 200621, 'wide_screen_mode'],
  ['an exclusive card', { schema: '2.0', config: { update_multi: false }, body: { elements: [] } }, 200621, 'update_multi'],
  ['ud_icon in the header', { schema: '2.0', header: { title: plain('x'), ud_icon: {} }, body: { elements: [] } }, 200621, 'ud_icon'],
  ['an unknown template', { schema: '2.0', header: { title: plain('x'), template: 'pink' }, body: { elements: [] } }, 200621, 'template'],
  ['a note', card({ tag: 'note', elements: [] }), 200861, 'unsupported tag note'],
  ['an action', card({ tag: 'action', actions: [] }), 200861, 'unsupported tag action'],
  ['an unknown tag', card({ tag: 'carousel' }), 200621, 'type of element is not supported, tag: carousel'],
  ['plain_text as an element', card(plain('x')), 200621, 'tag: plain_text'],
  ['an unknown property', card({ tag: 'markdown', content: 'a', colour: 'red' }), 200621, 'unknown property, property: colour'],
  ['a button with url', card({ tag: 'button', text: plain('x'), url: 'https://x.example' }), 200621, 'url'],
  ['a button with value', card({ tag: 'button', text: plain('x'), value: {} }), 200621, 'value'],
  ['a text that is a string', card({ tag: 'button', text: 'x' }), 200621, 'text'],
  ['a markdown without content', card({ tag: 'markdown' }), 200621, 'content'],
  ['an unknown language', card({ tag: 'markdown', content: 'a', i18n_content: { klingon: 'x' } }), 200621, 'klingon'],
  ['a callback with a string', card({ tag: 'button', text: plain('x'), behaviors: [{ type: 'callback', value: 'x' }] }), 200621, 'value'],
  ['a link without address', card({ tag: 'button', text: plain('x'), behaviors: [{ type: 'open_url' }] }), 200621, 'default_url'],
  ['a bad element_id', card({ tag: 'hr', element_id: '1st' }), 200621, 'element_id'],
  ['a long element_id', card({ tag: 'hr', element_id: 'a23456789012345678901' }), 200621, 'element_id'],
  ['one element_id twice', card({ tag: 'hr', element_id: 'a' }, { tag: 'hr', element_id: 'a' }), 300301, 'Duplicate element_id'],
  ['a bad margin', card({ tag: 'hr', margin: 'wide' }), 200621, 'margin'],
  ['a column without its set', card({ tag: 'column', elements: [] }), 200621, 'tag: column'],
  ['a set of sets', card({ tag: 'column_set', columns: [{ tag: 'column_set', columns: [] }] }), 200621, 'tag: column_set'],
  ['a weight of six', card({ tag: 'column_set', columns: [{ tag: 'column', weight: 6, elements: [] }] }), 200621, 'weight'],
  [
    'a form in a column',
    card({ tag: 'column_set', columns: [{ tag: 'column', elements: [form()] }] }),
    200621,
    'type of element is not supported, tag: form',
  ],
  ['a form in a panel', card({ tag: 'collapsible_panel', header: { title: plain('x') }, elements: [form()] }), 200621, 'tag: form'],
  ['a form in a form', card(form(form())), 200621, 'tag: form'],
  ['a table in a form', card(form({ tag: 'table', columns: [{ name: 'a' }], rows: [] })), 200621, 'tag: table'],
  ['a form without submit', card({ tag: 'form', name: 'f', elements: [{ tag: 'input', name: 'a' }] }), 11310, 'submit'],
  ['a nameless field in a form', card(form({ tag: 'input' })), 200530, 'name'],
  ['an empty name in a form', card(form({ tag: 'input', name: '' })), 200530, 'name'],
  ['two fields of one name', card(form({ tag: 'input', name: 'a' }, { tag: 'checker', name: 'a', text: plain('x') })), 11310, 'duplicated'],
  ['submit outside a form', card(submit), 200621, 'form_action_type'],
  [
    'two options of one value',
    card({
      tag: 'select_static',
      options: [
        { text: plain('a'), value: '1' },
        { text: plain('b'), value: '1' },
      ],
    }),
    11310,
    'duplicated',
  ],
  ['a date with slashes', card({ tag: 'date_picker', initial_date: '2026/01/31' }), 200621, 'initial_date'],
  ['an input of 2000 characters', card({ tag: 'input', max_length: 2000 }), 200621, 'max_length'],
  ['a person nobody knows', card({ tag: 'person', user_id: 'ou_other' }), 100290, 'There is an invalid user'],
  ['a list with a stranger', card({ tag: 'person_list', persons: [{ id: 'ou_other' }] }), 100290, 'invalid user'],
  ['a false mention', card({ tag: 'markdown', content: 'hi <at id=ou_other></at>' }), 100290, 'invalid user'],
  [
    'a false mention in one language',
    card({ tag: 'markdown', content: 'hi', i18n_content: { zh_cn: '<at id="ou_other"></at>' } }),
    100290,
    'invalid user',
  ],
  ['a false picture', card({ tag: 'img', img_key: 'x', alt: plain('') }), 200570, 'image'],
  ['several people outside a form', card({ tag: 'multi_select_person' }), 200621, 'multi_select_person'],
  ['a chart in a form', card(form({ tag: 'chart', chart_spec: { type: 'pie' } })), 200621, 'tag: chart'],
  ['audio in a card that may be forwarded', card({ tag: 'audio', file_key: 'file_v3_a' }), 200621, 'must not be forwarded'],
  ['audio without a file', card({ tag: 'audio', file_key: 'a' }), 200621, 'file_key'],
  ['a chart without a type', card({ tag: 'chart', chart_spec: {} }), 200550, 'chart'],
  ['a table with stray cells', card({ tag: 'table', columns: [{ name: 'a' }], rows: [{ b: 1 }] }), 200914, 'rows'],
  ['a table with a column twice', card({ tag: 'table', columns: [{ name: 'a' }, { name: 'a' }], rows: [] }), 200915, 'columns'],
  [
    'six tables',
    card(...Array.from({ length: 6 }, () => ({ tag: 'table', columns: [{ name: 'a' }], rows: [] }))),
    11310,
    'table number over limit',
  ],
  ['five tables in one text', card({ tag: 'markdown', content: '|a|\n|-|\n|1|\n\n'.repeat(5) }), 11310, 'table number'],
  ['201 elements', card(...Array.from({ length: 101 }, () => ({ tag: 'div', text: plain('x') }))), 11310, 'element exceeds the limit'],
  ['six containers deep', card(nest(6)), 11310, 'nesting'],
  [
    'four tags in the header',
    {
      schema: '2.0',
      header: { title: plain('x'), text_tag_list: Array(4).fill({ tag: 'text_tag', text: plain('x') }) },
      body: { elements: [] },
    },
    200621,
    'text_tag_list',
  ],
];

describe('card JSON 2.0', () => {
  it.each(LEGAL)('takes %s', (_name, legal) => {
    expect(checkCard(legal, context)).toBeNull();
  });

  it.each(ILLEGAL)('refuses %s', (_name, illegal, errCode, says) => {
    const problem = checkCard(illegal, context);
    expect(problem?.errCode).toBe(errCode);
    expect(problemText(problem!)).toContain(says);
  });

  it('counts every tagged object: 200 are allowed', () => {
    expect(checkCard(card(...Array.from({ length: 100 }, () => ({ tag: 'div', text: plain('x') }))), context)).toBeNull();
  });

  it('says where, as the platform does', () => {
    const problem = checkCard(card({ tag: 'hr' }, { tag: 'hr' }, { tag: 'carousel' }), context);
    expect(problemText(problem!)).toBe(
      'ErrCode: 200621; ErrPath: ROOT -> body -> elements -> [2](tag: carousel); ErrMsg: parse card json err, please check whether the card json is correct; type of element is not supported, tag: carousel; ErrorValue: carousel;',
    );
  });
});
