/** What the documents show inside `event`, by type. Sources: the page of each event (im-v1, application-v6, vc-v1, cardkit). */

const user = { union_id: 'on_8ed6aa67826108097d9ee143816345', user_id: 'e33ggbyz', open_id: 'ou_84aad35d084aa403a838cf73ee18467' };
const attendee = { id: user, user_role: 1, user_type: 1 };
const meeting = {
  id: '6911188411934433028',
  topic: 'my meeting',
  meeting_no: '235812466',
  meeting_source: 4,
  start_time: '1608883322',
  end_time: '1608883899',
  host_user: { id: user, user_role: 2, user_type: 1 },
  owner: attendee,
  meeting_sub_type: 1,
  security_setting: { security_level: 1, group_ids: [], user_ids: [], room_ids: [], has_set_security_contacts_and_group: false },
};
const bot = {
  chat_id: 'oc_413779bd9f2d93e58cb0bf5c8be31b97',
  operator_id: user,
  external: false,
  operator_tenant_key: '736588c9260f175e',
  name: 'test',
  i18n_names: { zh_cn: '测试', en_us: 'test' },
};

export const EVENT_SAMPLES: Record<string, object> = {
  'im.message.receive_v1': {
    sender: { sender_id: user, sender_type: 'user', tenant_key: '736588c9260f175e' },
    message: {
      message_id: 'om_5ce6d572455d361153b7cb51da133945',
      create_time: '1609073151345',
      update_time: '1687343654666',
      chat_id: 'oc_5ce6d572455d361153b7xx51da133945',
      chat_type: 'group',
      message_type: 'text',
      content: '{"text":"@_user_1 hello"}',
      mentions: [{ key: '@_user_1', id: user, mentioned_type: 'user', name: 'Tom', tenant_key: '736588c9260f175e' }],
      user_agent: 'Mozilla/5.0 (Windows NT 10.0; WOW64) Lark/6.7.5 LarkLocale/en_US ttnet SDK-Version/6.7.8',
    },
  },
  'im.message.recalled_v1': {
    message_id: 'om_dc13264520392913993dd051dba21dcf',
    chat_id: 'oc_5ce6d572455d361153b7xx51da133945',
    recall_time: '1615380573411',
    recall_type: 'message_owner',
  },
  'im.chat.member.bot.added_v1': bot,
  'im.chat.member.bot.deleted_v1': bot,
  'im.chat.access_event.bot_p2p_chat_entered_v1': {
    chat_id: 'oc_413779bd9f2d93e58cb0bf5c8be31b97',
    operator_id: user,
    last_message_id: 'om_dc13264520392913993dd051dba21dcf',
    last_message_create_time: '1615380573411',
  },
  'application.bot.menu_v6': { operator: { operator_name: '张三', operator_id: user }, event_key: 'event_key', timestamp: 1669364458 },
  'vc.meeting.meeting_started_v1': { meeting, operator: attendee },
  'vc.meeting.meeting_ended_v1': { meeting, operator: attendee },
  'vc.meeting.join_meeting_v1': { meeting, operator: attendee },
  'vc.meeting.leave_meeting_v1': { meeting, operator: attendee, leave_reason: 1, leave_user: attendee },
  'vc.meeting.recording_started_v1': {
    meeting: { id: '6911188411934433028', topic: 'my meeting', meeting_no: '235812466' },
    operator: attendee,
  },
  'vc.meeting.recording_ended_v1': {
    meeting: { id: '6911188411934433028', topic: 'my meeting', meeting_no: '235812466' },
    operator: attendee,
  },
  'vc.meeting.recording_ready_v1': {
    meeting: {
      id: '6911188411934433028',
      topic: 'my meeting',
      meeting_no: '235812466',
      meeting_source: 4,
      owner: { id: user },
      meeting_sub_type: 1,
    },
    url: 'https://meetings.feishu.cn/minutes/obcn37dxcftoc3656rgyejm7',
    duration: '30000',
  },
  'card.action.trigger': {
    operator: { tenant_key: '736588c9260f175e', ...user },
    token: 'c-295ee57216a5dc9de90fefd0aadb4b1d7dxxxx',
    action: { value: { key: 'value' }, tag: 'button' },
    host: 'im_message',
    context: { open_message_id: 'om_574d639e4a44e4dd646eaf628e2a6f91', open_chat_id: 'oc_e4d2605ca917e695f54f11aaf56372da' },
  },
};
