/** Cards that a bot could send, for the page to draw. */

type Json = Record<string, unknown>;

export const plain = (zh: string, en = zh): Json => ({ tag: 'plain_text', content: en, i18n_content: { zh_cn: zh, en_us: en } });
export const markdown = (zh: string, en = zh): Json => ({ tag: 'markdown', content: en, i18n_content: { zh_cn: zh, en_us: en } });
export const callback = (value: Json): Json => ({ type: 'callback', value });
export const opens = (url: string): Json => ({ type: 'open_url', default_url: url });
export const button = (label: string, more: Json): Json => ({ tag: 'button', type: 'default', text: plain(label), ...more });
const column = (...elements: Json[]): Json => ({ tag: 'column', width: 'auto', elements });
const row = (...elements: Json[]): Json => ({ tag: 'column_set', flex_mode: 'flow', columns: elements.map((element) => column(element)) });

export const card = (elements: Json[], more: Json = {}): Json => ({
  schema: '2.0',
  config: { update_multi: true },
  body: { elements },
  ...more,
});

/** A booked meeting: 2026-11-22 15:00–16:30 in Shanghai. */
export function bookedCard(reserveId: string, owner: string): Json {
  const start = Date.parse('2026-11-22T15:00:00+08:00');
  const end = start + 90 * 60_000;
  const time = (ms: number, type: string): string => `<local_datetime millisecond='${ms}' format_type='${type}'></local_datetime>`;
  const when = `${time(start, 'date')} ${time(start, 'week_short')} ${time(start, 'time')} – ${time(end, 'time')} ${time(start, 'timezone')}`;
  const link = (preview: 0 | 1): string =>
    `https://applink.feishu.cn/client/videochat/open?source=openplatform&action=join&idtype=reservationid&id=${reserveId}&preview=${preview}&mic=0&speaker=1&camera=1`;
  return {
    schema: '2.0',
    config: { update_multi: true, summary: { content: 'Booked: 周会', i18n_content: { zh_cn: '已预约：周会', en_us: 'Booked: 周会' } } },
    header: {
      title: plain('周会'),
      subtitle: plain('会议已预约', 'Meeting booked'),
      template: 'blue',
      icon: { tag: 'standard_icon', token: 'video_outlined' },
      text_tag_list: [{ tag: 'text_tag', text: plain('已预约', 'Booked'), color: 'blue' }],
    },
    body: {
      elements: [
        markdown(when),
        markdown('会议号 `112 000 358` 密码 `971024`', 'Meeting ID `112 000 358` Password `971024`'),
        markdown(`组织者 <person id='${owner}'></person>`, `Organizer <person id='${owner}'></person>`),
        row(
          {
            ...button('入会', { behaviors: [opens(link(0))] }),
            type: 'primary_filled',
            icon: { tag: 'standard_icon', token: 'video_outlined' },
          },
          button('先检查设备', { behaviors: [opens(link(1))] }),
        ),
        {
          tag: 'collapsible_panel',
          expanded: false,
          header: { title: plain('更多', 'More') },
          elements: [
            markdown('谁都可以入会', 'Anyone may join'),
            row(
              button('+15', { behaviors: [callback({ act: 'extend', minutes: 15 })] }),
              button('取消', {
                type: 'danger',
                behaviors: [callback({ act: 'cancel' })],
                confirm: { title: plain('取消会议？', 'Cancel the meeting?'), text: plain('链接会失效。', 'The link stops working.') },
              }),
            ),
          ],
        },
      ],
    },
  };
}

export const bookForm = (topic = ''): Json =>
  card(
    [
      {
        tag: 'form',
        name: 'book',
        elements: [
          { tag: 'input', name: 'topic', required: true, max_length: 100, label: plain('主题', 'Topic'), default_value: topic },
          { tag: 'picker_datetime', name: 'start', placeholder: plain('开始', 'Starts'), required: true },
          { tag: 'date_picker', name: 'until', placeholder: plain('日期', 'Date') },
          { tag: 'picker_time', name: 'remind', initial_time: '14:50' },
          {
            tag: 'select_static',
            name: 'minutes',
            initial_option: '60',
            options: ['30', '60'].map((value) => ({ text: plain(value), value })),
          },
          { tag: 'multi_select_person', name: 'hosts', placeholder: plain('主持人', 'Hosts') },
          { tag: 'input', name: 'password', input_type: 'password', max_length: 9, label: plain('密码', 'Password') },
          { tag: 'checker', name: 'record', checked: false, text: plain('录制', 'Record') },
          row(
            { tag: 'button', name: 'book__', type: 'primary_filled', form_action_type: 'submit', text: plain('预约', 'Book') },
            { tag: 'button', name: 'reset1', type: 'default', form_action_type: 'reset', text: plain('重置', 'Reset') },
          ),
        ],
      },
    ],
    { header: { title: plain('预约会议', 'Book a meeting'), template: 'wathet' } },
  );
