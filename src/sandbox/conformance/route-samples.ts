/**
 * One good call of every emulated API, as the documents show it, and the answer that they show. `$name` stands for an id of the
 * sandbox's own. Sources: the page of each API (auth, im-v1, ephemeral, interactive, contact-v3, vc-v1, bot-v3, application-v6).
 */
export interface RouteSample {
  /** `project/resource/apiName/version` in the SDK; null: it has no method of its own, or none that names the answer (tokens). */
  sdk: string | null;
  /** `$name` in the path, too. */
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: object;
  /** As in the documents; null: the documents show none. */
  answer: object | null;
  /** From the answer: `name: 'data.message_id'`. */
  keep?: Record<string, string>;
  /** A refusal is the good answer: user tokens only. */
  refused?: number;
}

const CARD = { schema: '2.0', config: { update_multi: true }, body: { elements: [{ tag: 'markdown', content: 'hello' }] } };
const USER_ONLY = { answer: null, refused: 99991663 } as const;

const message = {
  message_id: 'om_dc13264520392913993dd051dba21dcf',
  msg_type: 'interactive',
  create_time: '1615380573411',
  update_time: '1615380573411',
  deleted: false,
  updated: false,
  chat_id: 'oc_5ad11d72b830411d72b836c20',
  sender: { id: 'cli_9f427eec54ae901b', id_type: 'app_id', sender_type: 'app', tenant_key: '736588c9260f175e' },
  body: { content: '{"text":"@_user_1 test content"}' },
};
const thread = { root_id: 'om_40eb06e7b84dc71c03e009ad3c754195', parent_id: 'om_d4be107c616aed9c1da8ed8068570a9f' };

const reserve = {
  id: '6911188411934973028',
  meeting_no: '112000358',
  password: '971024',
  url: 'https://vc.feishu.cn/j/337736498',
  live_link: 'https://meetings.feishu.cn/s/1gub381l4gglv',
  end_time: '1608883322',
};
const APP_LINK =
  'https://applink.feishu.cn/client/videochat/open?source=openplatform&action=join&idtype=reservationid&id={?}&preview={?}&mic={?}&speaker={?}&camera={?}';
const settings = {
  topic: 'my meeting',
  action_permissions: [{ permission: 1, permission_checkers: [{ check_field: 1, check_mode: 1, check_list: ['$me'] }] }],
  meeting_initial_type: 1,
  auto_record: true,
  assign_host_list: [{ user_type: 1, id: '$me' }],
  password: '971024',
};
const meeting = {
  id: '6911188411934433028',
  topic: 'my meeting',
  url: 'https://vc.feishu.cn/j/337736498',
  meeting_no: '123456789',
  password: '971024',
  create_time: '1608885566',
  start_time: '1608883322',
  end_time: '1608888867',
  host_user: { id: 'ou_3ec3f6a28a0d08c45d895276e8e5e19b', user_type: 1 },
  status: 2,
  participant_count: '10',
  participant_count_accumulated: '10',
  participants: [
    {
      id: 'ou_3ec3f6a28a0d08c45d895276e8e5e19b',
      first_join_time: '1624438144',
      final_leave_time: '1624438144',
      in_meeting_duration: '123',
      user_type: 1,
      is_host: true,
      is_cohost: false,
      is_external: false,
      status: 2,
    },
  ],
  ability: {
    use_video: true,
    use_audio: true,
    use_share_screen: true,
    use_follow_screen: true,
    use_recording: true,
    use_pstn: true,
  },
};
const token = { code: 0, msg: 'ok', tenant_access_token: 't-caecc734c2e3328a62489fe0648c4b98779515d3', expire: 7140 };
const appToken = { ...token, app_access_token: 't-caecc734c2e3328a62489fe0648c4b98779515d3' };
const CREDENTIALS = { app_id: '$app', app_secret: '$secret' };
const ok = (data: object = {}): object => ({ code: 0, msg: 'success', data });

/** In the order in which they are called. */
export const ROUTE_SAMPLES: Record<string, RouteSample> = {
  'POST /open-apis/auth/v3/tenant_access_token/internal': { sdk: null, body: CREDENTIALS, answer: token },
  'POST /open-apis/auth/v3/tenant_access_token/internal/': {
    sdk: null,
    body: CREDENTIALS,
    answer: token,
    keep: { token: 'tenant_access_token' },
  },
  'POST /open-apis/auth/v3/app_access_token/internal': { sdk: null, body: CREDENTIALS, answer: appToken },
  'POST /open-apis/auth/v3/app_access_token/internal/': { sdk: null, body: CREDENTIALS, answer: appToken },
  'POST /callback/ws/endpoint': {
    sdk: null,
    body: { AppID: '$app', AppSecret: '$secret' },
    answer: {
      code: 0,
      msg: '',
      data: { URL: 'wss://…', ClientConfig: { ReconnectCount: -1, ReconnectInterval: 120, ReconnectNonce: 30, PingInterval: 120 } },
    },
  },
  'GET /open-apis/bot/v3/info': {
    sdk: null,
    answer: {
      code: 0,
      msg: 'ok',
      bot: {
        activate_status: 2,
        app_name: 'name',
        avatar_url: 'https://…',
        ip_white_list: [],
        open_id: 'ou_e6e14f667cfe239d7b129b521dce0569',
      },
    },
  },
  'GET /open-apis/application/v6/scopes': {
    sdk: 'application/scope/list/v6',
    answer: ok({ scopes: [{ scope_name: 'im:message', grant_status: 1, scope_type: 'tenant' }] }),
  },
  'GET /open-apis/application/v6/applications/:app_id': {
    sdk: 'application/application/get/v6',
    path: { app_id: '$app' },
    query: { lang: 'zh_cn' },
    answer: ok({
      app: {
        app_id: 'cli_9b445f5258795107',
        creator_id: 'ou_d317f090b7258ad0372aa53963cda70d',
        status: 1,
        scene_type: 0,
        payment_type: 0,
        redirect_urls: [],
        online_version_id: 'oav_d317f090b7258ad0372aa53963cda70d',
        app_name: 'name',
        avatar_url: 'https://…',
        description: 'description',
        scopes: [{ scope: 'contact:user.base', description: 'description', level: 1 }],
        i18n: [{ i18n_key: 'zh_cn', name: 'name', description: 'description' }],
        primary_language: 'zh_cn',
        common_categories: [],
        owner: { type: 0 },
      },
    }),
  },
  'POST /open-apis/im/v1/messages': {
    sdk: 'im/message/create/v1',
    query: { receive_id_type: 'chat_id' },
    body: { receive_id: '$chat', msg_type: 'interactive', content: JSON.stringify(CARD), uuid: 'a0d69e20-1dd1-458b-k525-dfeca4015204' },
    answer: ok(message),
    keep: { card: 'data.message_id' },
  },
  'POST /open-apis/im/v1/messages/:message_id/reply': {
    sdk: 'im/message/reply/v1',
    path: { message_id: '$card' },
    body: { content: '{"text":"test content"}', msg_type: 'text', reply_in_thread: false, uuid: 'a0d69e20-1dd1-458b-k525-dfeca4015205' },
    answer: ok({ ...message, ...thread }),
    keep: { text: 'data.message_id' },
  },
  'PATCH /open-apis/im/v1/messages/:message_id': {
    sdk: 'im/message/patch/v1',
    path: { message_id: '$card' },
    body: { content: JSON.stringify(CARD) },
    answer: { code: 0, msg: 'ok', data: {} },
  },
  'PUT /open-apis/im/v1/messages/:message_id': {
    sdk: 'im/message/update/v1',
    path: { message_id: '$text' },
    body: { msg_type: 'text', content: '{"text":"another"}' },
    answer: ok(message),
  },
  'GET /open-apis/im/v1/messages/:message_id': {
    sdk: 'im/message/get/v1',
    path: { message_id: '$card' },
    query: { card_msg_content_type: 'user_card_content' },
    answer: ok({ items: [message] }),
  },
  'DELETE /open-apis/im/v1/messages/:message_id': { sdk: 'im/message/delete/v1', path: { message_id: '$text' }, answer: ok() },
  'POST /open-apis/ephemeral/v1/send': {
    sdk: null,
    body: { chat_id: '$chat', open_id: '$me', msg_type: 'interactive', card: CARD },
    answer: { code: 0, msg: 'ok', data: { message_id: 'om_a8f2294b7f92d78e' } },
    keep: { whisper: 'data.message_id' },
  },
  'POST /open-apis/ephemeral/v1/delete': { sdk: null, body: { message_id: '$whisper' }, answer: { code: 0, msg: 'ok' } },
  'POST /open-apis/interactive/v1/card/update': {
    sdk: null,
    body: { token: '$card_token', card: CARD },
    answer: { code: 0, msg: 'ok' },
  },
  'GET /open-apis/im/v1/chats': {
    sdk: 'im/chat/list/v1',
    query: { page_size: '10' },
    answer: ok({
      items: [
        {
          chat_id: 'oc_a0553eda9014c201e6969b478895c230',
          avatar: 'https://…',
          name: 'test',
          description: '',
          owner_id: 'ou_7d8a6e6df7621556ce0d21922b676706',
          owner_id_type: 'open_id',
          external: false,
          tenant_key: '736588c9260f175e',
        },
      ],
      page_token: 'dmJCRHhpd3JRbGV1VEVNRFFyTitRWDY5ZFkybmYrMEUwMUFYT0VMMWdENEtuYUhsNUxGMDIwemtvdE5ORjBNQQ==',
      has_more: true,
    }),
  },
  'GET /open-apis/im/v1/chats/:chat_id': {
    sdk: 'im/chat/get/v1',
    path: { chat_id: '$chat' },
    answer: ok({
      avatar: 'https://…',
      name: 'name',
      description: '',
      i18n_names: { zh_cn: '群聊', en_us: 'group chat', ja_jp: 'グループチャット' },
      owner_id: 'ou_7d8a6e6df7621556ce0d21922b676706',
      owner_id_type: 'open_id',
      group_message_type: 'chat',
      chat_mode: 'group',
      chat_type: 'private',
      external: false,
      tenant_key: '736588c9260f175e',
      user_count: '1',
      bot_count: '3',
      chat_status: 'normal',
    }),
  },
  'GET /open-apis/im/v1/chats/:chat_id/members': {
    sdk: 'im/chat.members/get/v1',
    path: { chat_id: '$chat' },
    query: { member_id_type: 'open_id', page_size: '2' },
    answer: ok({
      items: [
        { member_id_type: 'open_id', member_id: 'ou_9204a37300b3700d61effaa439f34295', name: 'name', tenant_key: '736588c9260f175e' },
      ],
      page_token: 'WWxHTStrOEs5WHZpNktGbU94bUcvMWlxdDUzTWt4OXNrTmlLaGRNVTArUEhJSlZqSXVtc2tqTm9SN3VCOGJ4NQ==',
      has_more: false,
      member_total: 2,
    }),
  },
  'GET /open-apis/im/v1/chats/:chat_id/members/is_in_chat': {
    sdk: 'im/chat.members/is_in_chat/v1',
    path: { chat_id: '$chat' },
    answer: ok({ is_in_chat: true }),
  },
  'POST /open-apis/contact/v3/users/basic_batch': {
    sdk: 'contact/user/basic_batch/v3',
    query: { user_id_type: 'open_id' },
    body: { user_ids: ['$me'] },
    answer: ok({
      users: [
        { user_id: 'ou_7d8a6e6df7621556ce0d21922b676706', name: '张三', i18n_name: { zh_cn: '张三', ja_jp: '張三', en_us: 'Zhang San' } },
      ],
    }),
  },
  'GET /open-apis/contact/v3/users/:user_id': {
    sdk: 'contact/user/get/v3',
    path: { user_id: '$me' },
    query: { user_id_type: 'open_id', department_id_type: 'open_department_id' },
    answer: ok({
      user: {
        union_id: 'on_94a1ee5551019f18cd73d9f111898cf2',
        user_id: '3e3cf96b',
        open_id: 'ou_7dab8a3d3cdcc9da365777c7ad535d62',
        name: '张三',
        en_name: 'San Zhang',
        department_ids: ['od-4e6ac4d14bcd5071a37a39de902c7141'],
      },
    }),
  },
  'GET /open-apis/contact/v3/departments/parent': {
    sdk: 'contact/department/parent/v3',
    query: { department_id_type: 'open_department_id', department_id: '$department' },
    answer: ok({
      has_more: false,
      items: [
        {
          name: 'DemoName',
          i18n_name: { zh_cn: 'Demo名称', ja_jp: 'デモ名', en_us: 'Demo Name' },
          parent_department_id: 'D067',
          open_department_id: 'od-4e6ac4d14bcd5071a37a39de902c7141',
        },
      ],
    }),
  },
  'POST /open-apis/vc/v1/reserves/apply': {
    sdk: 'vc/reserve/apply/v1',
    query: { user_id_type: 'open_id' },
    body: { end_time: '$tomorrow', owner_id: '$me', meeting_settings: { ...settings, meeting_connect: true } },
    answer: ok({ reserve: { ...reserve, app_link: APP_LINK } }),
    keep: { reserve: 'data.reserve.id', number: 'data.reserve.meeting_no' },
  },
  'GET /open-apis/vc/v1/reserves/:reserve_id': {
    sdk: 'vc/reserve/get/v1',
    path: { reserve_id: '$reserve' },
    answer: ok({
      reserve: {
        ...reserve,
        app_link: APP_LINK,
        expire_status: 0,
        reserve_user_id: 'ou_3ec3f6a28a0d08c45d895276e8e5e19b',
        meeting_settings: { ...settings, password: undefined },
      },
    }),
  },
  'PUT /open-apis/vc/v1/reserves/:reserve_id': {
    sdk: 'vc/reserve/update/v1',
    path: { reserve_id: '$reserve' },
    body: { end_time: '$tomorrow', meeting_settings: settings },
    answer: ok({ reserve: { ...reserve, expire_status: 0 } }),
  },
  'GET /open-apis/vc/v1/reserves/:reserve_id/get_active_meeting': {
    sdk: 'vc/reserve/get_active_meeting/v1',
    path: { reserve_id: '$reserve' },
    query: { with_participants: 'true' },
    answer: ok({ meeting: { ...meeting, meeting_connect: true } }),
    keep: { meeting: 'data.meeting.id' },
  },
  'GET /open-apis/vc/v1/meetings/list_by_no': {
    sdk: 'vc/meeting/list_by_no/v1',
    query: { meeting_no: '$number', start_time: '$yesterday', end_time: '$tomorrow' },
    answer: ok({
      has_more: false,
      meeting_briefs: [{ id: '6911188411934433028', meeting_no: '235812466', topic: 'my meeting', password: '971024' }],
    }),
  },
  'GET /open-apis/vc/v1/meetings/search': { sdk: 'vc/meeting/search/v1', ...USER_ONLY },
  'GET /open-apis/vc/v1/meetings/:meeting_id': {
    sdk: 'vc/meeting/get/v1',
    path: { meeting_id: '$meeting' },
    query: { with_participants: 'true', with_meeting_ability: 'true' },
    answer: ok({ meeting }),
  },
  'POST /open-apis/vc/v1/meetings/:meeting_id/kickout': {
    sdk: 'vc/meeting/kickout/v1',
    path: { meeting_id: '$meeting' },
    body: { kickout_users: [{ id: '$other', user_type: 1 }] },
    answer: ok({ kickout_results: [{ id: 'ou_3ec3f6a28a0d08c45d895276e8e5e19b', user_type: 1, result: 1 }] }),
  },
  'PATCH /open-apis/vc/v1/meetings/:meeting_id/set_host': {
    sdk: 'vc/meeting/set_host/v1',
    path: { meeting_id: '$meeting' },
    body: { host_user: { id: '$me', user_type: 1 }, old_host_user: { id: '$me', user_type: 1 } },
    answer: ok({ host_user: { id: 'ou_3ec3f6a28a0d08c45d895276e8e5e19b', user_type: 1 } }),
  },
  'PATCH /open-apis/vc/v1/meetings/:meeting_id/invite': { sdk: 'vc/meeting/invite/v1', path: { meeting_id: '$meeting' }, ...USER_ONLY },
  'PATCH /open-apis/vc/v1/meetings/:meeting_id/end': { sdk: 'vc/meeting/end/v1', path: { meeting_id: '$meeting' }, ...USER_ONLY },
  'PATCH /open-apis/vc/v1/meetings/:meeting_id/recording/start': {
    sdk: 'vc/meeting.recording/start/v1',
    path: { meeting_id: '$meeting' },
    ...USER_ONLY,
  },
  'PATCH /open-apis/vc/v1/meetings/:meeting_id/recording/stop': {
    sdk: 'vc/meeting.recording/stop/v1',
    path: { meeting_id: '$meeting' },
    ...USER_ONLY,
  },
  'PATCH /open-apis/vc/v1/meetings/:meeting_id/recording/set_permission': {
    sdk: 'vc/meeting.recording/set_permission/v1',
    path: { meeting_id: '$meeting' },
    ...USER_ONLY,
  },
  'GET /open-apis/vc/v1/meetings/:meeting_id/recording': {
    sdk: 'vc/meeting.recording/get/v1',
    path: { meeting_id: '$over' },
    answer: ok({ recording: { url: 'https://meetings.feishu.cn/minutes/obcn37dxcftoc3656rgyejm7', duration: '30000' } }),
  },
  'DELETE /open-apis/vc/v1/reserves/:reserve_id': { sdk: 'vc/reserve/delete/v1', path: { reserve_id: '$reserve' }, answer: ok() },
};
