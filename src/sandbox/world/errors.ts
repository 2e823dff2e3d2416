import type { Scope } from './scopes.ts';

/**
 * Documented error codes: HTTP status and text.
 * Sources: generic error codes; vc-v1 reserve, meeting, recording; im-v1 message; im-v1 chat; contact-v3 basic_batch; application-v6 scope; delayed card update.
 */
export const DOCUMENTED_ERRORS: Record<number, readonly [status: number, msg: string]> = {
  99991400: [429, 'request trigger frequency limit'],
  99991401: [400, 'ip is denied'],
  99991403: [400, 'monthly quota is used up'],
  99991543: [400, 'app_id or app_secret is invalid'],
  99991661: [400, 'Missing access token for authorization. Please make a request with token attached.'],
  99991662: [400, 'app is not in use'],
  99991663: [400, 'Invalid access token for authorization. Please make a request with token attached.'],
  99991664: [400, 'app access token invalid'],
  99991665: [400, 'tenant code or key invalid'],
  99991668: [400, 'Invalid access token for authorization. Please make a request with token attached.'],
  99991671: [400, 'Invalid access token, must start with "t-" or "u-"'],
  99991672: [400, 'Access denied.'],
  99991673: [400, 'app has no authority'],
  99991676: [400, 'token has no permission'],
  99991677: [400, 'user access token expired'],
  99991679: [400, 'Unauthorized. The user has not granted the scope.'],
  99992351: [400, 'The request you send is not a valid {open_id} or not exists.'],
  99992354: [400, 'The request you send is not a valid {message_id} or not exists.'],
  99992356: [400, 'The request you send is not a valid {open_chat_id} or not exists.'],
  99992361: [400, 'open_id cross app'],
  99992402: [400, 'field validation failed'],

  121001: [500, 'internal error'],
  121002: [400, 'not support'],
  121003: [400, 'param error'],
  121004: [404, 'data not exist'],
  121005: [403, 'no permission'],
  121006: [409, 'data conflict'],
  122001: [400, 'meeting status unexpected'],
  122002: [404, 'meeting not exist'],
  122003: [400, 'operator user not in meeting'],
  122004: [400, 'target user not in meeting'],
  122005: [400, 'cannot operate self'],
  122006: [400, 'participant exceed max limit'],
  122007: [400, 'callee is busy'],
  122008: [400, 'meeting is locked'],
  122009: [400, 'participant status not expected'],
  123002: [400, 'record param error'],
  123003: [400, 'assign host exceed max limit 10'],
  123004: [400, 'assign host error'],
  123006: [400, 'invalid password'],
  124002: [400, 'record processing'],

  230001: [400, 'Your request contains an invalid request parameter.'],
  230002: [400, 'The bot can not be outside the group.'],
  230006: [400, 'Bot ability is not activated.'],
  230009: [400, 'Message has expired when recall message.'],
  230011: [400, 'The message is recalled.'],
  230013: [400, 'Bot has NO availability to this user.'],
  230015: [400, 'P2P chat can NOT be shared.'],
  230017: [400, 'Bot is NOT the owner of the resource.'],
  230018: [400, 'These operations are NOT allowed at current group settings.'],
  230019: [400, 'The topic does NOT exist.'],
  230020: [400, 'This operation triggers the frequency limit.'],
  230022: [400, 'The content of the message contains sensitive information.'],
  230025: [400, 'The length of the message content reaches its limit.'],
  230026: [400, 'No permission to recall this message.'],
  230027: [400, 'Lack of necessary permissions.'],
  230028: [400, 'The messages do NOT pass the audit.'],
  230029: [400, 'User has resigned.'],
  230031: [400, 'Message can only be modified within 14 days after sending.'],
  230034: [400, 'The receive_id is invalid.'],
  230035: [400, 'Send Message Permission deny.'],
  230038: [400, 'Cross tenant p2p chat operate forbid.'],
  230049: [400, 'The message is being sent.'],
  230050: [400, 'The message is invisible to the operator.'],
  230053: [400, 'The user has stopped the bot from sending messages.'],
  230054: [400, 'This operation is not supported for this message type.'],
  230071: [400, 'The chat type does not support reply in thread.'],
  230072: [400, 'Aggregated messages do not support reply in thread.'],
  230099: [400, 'Failed to create card content'],
  230110: [400, 'Action unavailable as the message has been deleted.'],
  230111: [400, 'Action unavailable as the message will self-destruct soon.'],
  232001: [400, 'Your request contains an invalid request parameter.'],
  232006: [400, 'Your request specifies a chat_id which is invalid.'],
  232009: [400, 'Your request specifies a chat which has already been dissolved.'],
  232010: [400, 'Operator and chat can NOT be in different tenants.'],
  232011: [400, 'Operator can NOT be out of the chat.'],
  232025: [400, 'Bot ability is not activated.'],
  232033: [400, 'The operator or invited bots does NOT have the authority to manage external chats without the scope.'],
  232034: [400, 'The app is unavailable or inactivated by the tenant.'],
  40001: [400, 'param is invalid'],
  40002: [400, 'process root dept error'],
  40011: [400, 'page size is invalid'],
  41012: [400, 'user id invalid error'],
  41050: [400, 'no user authority'],

  210503: [400, 'invalid app_id'],
  210508: [400, 'insufficient permission level'],
  212100: [400, 'app not install'],

  10002: [400, 'card is invalid'],
  11311: [400, 'card is invalid'],
  18053: [400, 'chat can not be thread'],
  18051: [400, 'message is already deleted'],
  100000: [400, 'card is too big'],
  100030: [400, 'body is not json'],
  200000: [400, 'message is recalled'],
  200310: [400, 'card belongs to another app'],
  200320: [400, 'open_ids is invalid'],
  300020: [400, 'token is malformed'],
  300030: [400, 'token is expired'],
  300040: [400, 'token has been used up'],
  300090: [400, 'open_ids is empty'],

  190002: [400, 'invalid parameters in request'],
  190003: [500, 'internal service error'],
  190004: [429, 'method rate limited'],
  190005: [429, 'app rate limited'],
  190007: [404, 'app bot_id not found'],
  190010: [429, 'current operation rate limited'],
  190014: [400, 'invalid parameters in request'],
  191000: [404, 'calendar not found'],
  191002: [403, 'no calendar access role'],
  193001: [404, 'event not found'],
  193002: [403, 'no permission to operate event'],
  194002: [403, 'no permission to invite attendees'],
  195100: [404, 'user is dismissed or not exist in the tenant'],
};

/** A refusal on its way to the HTTP answer. */
export class Refusal extends Error {
  readonly code: number;
  readonly status: number;
  /** Goes under `error` in the answer, beside `log_id`. */
  readonly detail: Record<string, unknown>;

  constructor(code: number, options: { msg?: string; ext?: string; status?: number; detail?: Record<string, unknown> } = {}) {
    const [status, text] = DOCUMENTED_ERRORS[code] ?? [400, `error ${code}`];
    const msg = options.msg ?? text;
    super(options.ext ? `${msg.replace(/\.$/, '')}, ext=${options.ext}` : msg);
    this.code = code;
    this.status = options.status ?? status;
    this.detail = options.detail ?? {};
  }
}

/** 99991672 as the platform words it, with the link that an administrator can follow. */
export function missingScope(anyOf: readonly Scope[], appId: string): Refusal {
  const names = anyOf.join(', ');
  const link = `https://open.feishu.cn/app/${appId}/auth?q=${anyOf.join(',')}&op_from=openapi&token_type=tenant`;
  return new Refusal(99991672, {
    msg:
      `Access denied. One of the following scopes is required: [${names}].` +
      `应用尚未开通所需的应用身份权限：[${names}]，点击链接申请并开通任一权限即可：${link}`,
    detail: {
      message:
        'Refer to the documentation to fix the error: https://open.feishu.cn/document/server-docs/getting-started/server-error-codes',
      permission_violations: anyOf.map((subject) => ({ type: 'action_scope_required', subject })),
    },
  });
}
