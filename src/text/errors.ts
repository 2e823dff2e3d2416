/** What a code of the platform means to the person who asked, and what to do next. Source: the error tables of the API pages. */
import type { Say } from '../domain/say.ts';

export interface Sentence {
  zh_cn: string;
  en_us: string;
}

const say = (zh_cn: string, en_us: string): Sentence => ({ zh_cn, en_us });

const busy = say(
  '飞书这会儿太忙，没来得及处理。请稍等一分钟再试。',
  'Feishu is busy right now and did not get to it. Please try again in a minute.',
);
const inside = say(
  '飞书内部出了点问题，这次没有办成。请过一会儿再试；一直这样的话，请告诉管理员。',
  'Something went wrong inside Feishu and nothing was done. Please try again shortly; if it keeps happening, tell your administrator.',
);
const credentials = say(
  '机器人的应用凭证不对，飞书不让它登录。请管理员到开发者后台核对 App ID 和 App Secret，再重启机器人。',
  'Feishu does not accept the bot’s app credentials. An administrator should check the App ID and App Secret in the developer console, then restart the bot.',
);
const disabled = say(
  '这个应用在本企业没有安装或已停用。请管理员在管理后台启用它，再试一次。',
  'This app is not installed or has been disabled in your organization. Ask an administrator to enable it in the Admin Console, then try again.',
);
const noBotAbility = say(
  '这个应用还没有开启机器人能力。请管理员在开发者后台添加「机器人」能力并发布版本。',
  'The bot ability of this app is off. Ask an administrator to add “Bot” in the developer console and publish a version.',
);
const token = say(
  '飞书没有认可机器人的访问凭证，这次没有办成。请过一会儿再试；一直这样的话，请管理员检查应用是否正常。',
  'Feishu did not accept the bot’s access token, so nothing was done. Please try again shortly; if it keeps happening, ask an administrator to check the app.',
);
const scope = say(
  '机器人缺少做这件事的权限。请管理员在开发者后台开通权限并发布版本。',
  'The bot lacks a permission it needs for this. Ask an administrator to grant it in the developer console and publish a version.',
);
const botOutside = say(
  '机器人已经不在这个群里。请先把它加回来，再试一次。',
  'The bot is no longer in this group. Add it back first, then try again.',
);
const notVisible = say(
  '机器人没法给这个人发消息：对方不在应用的可用范围内，或者已经离职。请管理员在开发者后台调整可用范围。',
  'The bot cannot message this person: they are outside the app’s availability or have left the company. An administrator can change the availability in the developer console.',
);
const resigned = say(
  '对方已经离职，消息发不到。请换一个人。',
  'This person has left the company and cannot be messaged. Please choose someone else.',
);
const dissolved = say(
  '这个群已经解散。请换一个群，或者私聊机器人。',
  'This group has been disbanded. Please use another group or message the bot directly.',
);
const messageGone = say('那条消息已经撤回或删除了。请重新发一条。', 'That message has been recalled or deleted. Please send a new one.');
const sensitive = say(
  '飞书认为内容里有敏感信息，没有发出去。请换个主题或说法再试。',
  'Feishu found sensitive content and did not send it. Please change the topic or wording and try again.',
);
const audit = say(
  '内容没有通过企业的数据安全检查（例如含有电话号码或邮箱）。请去掉这些内容再试。',
  'The content did not pass your organization’s data checks (a phone number or e-mail address, for example). Please remove it and try again.',
);
const cardBroken = say(
  '卡片没能显示出来，这是机器人的问题。请把这件事告诉管理员。',
  'The card could not be shown. This is a fault in the bot; please tell your administrator.',
);
const cardPerson = say(
  '卡片里有一位飞书找不到的人。请检查提到的人，再试一次。',
  'Feishu cannot find one of the people named. Please check who is mentioned and try again.',
);
const cardExpired = say(
  '这张卡片太久了，不能再更新。发送「我的会议」可以得到新卡片。',
  'This card is too old to be updated. Send “my meetings” for a new one.',
);
const badRequest = say(
  '飞书没有接受这次请求里的内容。请检查时间、主题和人员，再试一次。',
  'Feishu did not accept what was asked. Please check the time, topic and people, then try again.',
);
const unknownPerson = say(
  '飞书找不到其中一个人，或者他不在机器人所在的企业。请用 @ 重新选人再试。',
  'Feishu cannot find one of the people, or they are outside this bot’s organization. Please pick them again with @ and retry.',
);
const chatUnknown = say(
  '飞书找不到这个群。请在群里 @机器人 再试一次。',
  'Feishu cannot find this chat. Please mention the bot in the group and try again.',
);
const otherTenant = say(
  '这个群属于另一个企业，机器人不能在里面操作。请在本企业的群里试。',
  'This chat belongs to another organization, where the bot cannot act. Please use a chat of your own organization.',
);
const external = say(
  '这是外部群，机器人没有权限。请换到内部群，或者请管理员开通对外共享。',
  'This is an external group and the bot may not act here. Use an internal group, or ask an administrator to allow external sharing.',
);
const calendarGone = say(
  '日历里找不到这场日程，可能已经删除。请重新约一场。',
  'The calendar event no longer exists; it may have been deleted. Please book again.',
);
const calendarDenied = say(
  '机器人没有这个日历的编辑权限。请日历的所有者授权后再试。',
  'The bot may not edit this calendar. Ask its owner for access, then try again.',
);

export const ERROR_SENTENCES: Record<number, Sentence> = {
  // Video meetings
  121001: inside,
  121002: say(
    '飞书暂时不支持这样设置会议。请换一种设置再试。',
    'Feishu does not support this meeting setting yet. Please try a different one.',
  ),
  121003: say(
    '飞书没有接受会议的设置。请检查时间（不超过 30 天）、主题和人员，再试一次。',
    'Feishu did not accept the meeting’s settings. Please check the time (within 30 days), topic and people, then try again.',
  ),
  121004: say(
    '这场会议不在了：可能已经取消，或者会议号到期被收回。请重新约一场。',
    'This meeting no longer exists: it was cancelled, or its number has expired. Please book a new one.',
  ),
  121005: say(
    '机器人无权操作这场会议，它不是由这个机器人预约的。请让预约的人来改。',
    'The bot may not touch this meeting because it was booked elsewhere. Ask whoever booked it to make the change.',
  ),
  121006: say(
    '刚刚有人同时改了这场会议。请点「刷新」看看最新情况，再改一次。',
    'Someone else changed this meeting at the same moment. Refresh to see where it stands, then try again.',
  ),
  122001: say(
    '会议现在的状态不允许这样做，可能还没开始或已经结束。请点「刷新」看看。',
    'The meeting’s current state does not allow this; it may not have started or may be over. Refresh to check.',
  ),
  122002: say(
    '找不到这场会议，可能已经结束。请点「刷新」看看，或重新约一场。',
    'The meeting cannot be found; it may be over. Refresh to check, or book a new one.',
  ),
  122003: say('要先进入会议才能这样做。请入会后再试。', 'You have to be in the meeting to do this. Join first, then try again.'),
  122004: say('对方不在会议里。请等对方入会后再试。', 'That person is not in the meeting. Try again once they have joined.'),
  122005: say('不能对自己这样做。请选择另一个人。', 'You cannot do this to yourself. Please choose someone else.'),
  122006: say(
    '会议人数已满。请有人离会后再试，或请管理员升级会议容量。',
    'The meeting is full. Try again when someone leaves, or ask an administrator for a larger plan.',
  ),
  122007: say('对方正忙，没有接通。请过一会儿再呼叫。', 'The line is busy. Please call again later.'),
  122008: say('会议已锁定，暂时不能加入。请让主持人解锁后再试。', 'The meeting is locked. Ask a host to unlock it, then try again.'),
  122009: say(
    '对方现在的状态不允许这样做，可能已经离会。请点「刷新」看看。',
    'That person’s current state does not allow this; they may have left. Refresh to check.',
  ),
  123002: say(
    '一对一通话不能自动录制。请去掉录制再约。',
    'One-to-one calls cannot be recorded automatically. Please book again without recording.',
  ),
  123003: say('指定的主持人太多了，最多 10 位。请减少几位再试。', 'Too many hosts: ten at most. Please name fewer and try again.'),
  123004: say(
    '有人不能当主持人：只有本企业的飞书用户可以。请换人再试。',
    'Someone cannot be a host: only Feishu users of your own organization can. Please choose others and try again.',
  ),
  123006: say(
    '密码不合要求，必须是 4 到 9 位数字。请换一个再试。',
    'The password must be 4 to 9 digits. Please choose another and try again.',
  ),
  124002: say('录制文件还在生成。请过几分钟再看。', 'The recording is still being processed. Please look again in a few minutes.'),

  // Messages
  230001: badRequest,
  230002: botOutside,
  230006: noBotAbility,
  230009: say(
    '这条消息发出太久，不能再撤回了。请联系群管理员处理。',
    'This message is too old to be recalled. Please ask a group administrator.',
  ),
  230011: messageGone,
  230013: notVisible,
  230015: say('私聊不能分享。请选一个群。', 'A direct chat cannot be shared. Please choose a group.'),
  230017: say(
    '机器人不是这份内容的所有者，不能发送。请重新上传后再试。',
    'The bot does not own this content and cannot send it. Please upload it again and retry.',
  ),
  230018: say(
    '这个群的设置不让机器人发言。请群管理员放开发言权限，或者私聊机器人。',
    'This group’s settings do not let the bot post. Ask a group administrator to allow it, or message the bot directly.',
  ),
  230019: say('这个话题已经不在了。请在群里重新发一条。', 'This topic no longer exists. Please write in the group again.'),
  230020: busy,
  230022: sensitive,
  230025: say(
    '内容太长，发不出去。请缩短主题或减少人员再试。',
    'The content is too long to send. Please shorten the topic or name fewer people and try again.',
  ),
  230026: say(
    '机器人不能撤回这条消息。请发送者或群管理员来撤回。',
    'The bot may not recall this message. Ask its sender or a group administrator.',
  ),
  230027: scope,
  230028: audit,
  230029: resigned,
  230031: cardExpired,
  230034: say('收消息的人或群不对。请重新选择再试。', 'The recipient is not valid. Please choose again and retry.'),
  230035: say(
    '机器人不能在这里发言：可能开了禁言，或者被屏蔽、被企业限制。请群管理员或管理员放开后再试。',
    'The bot may not post here: the chat may be muted, or the bot blocked or restricted. Ask a group or company administrator to lift this, then try again.',
  ),
  230036: say(
    '企业的加密密钥已删除，消息发不出去。请联系企业管理员。',
    'Your organization’s encryption key has been deleted, so nothing can be sent. Please contact your administrator.',
  ),
  230038: say(
    '不能给其他企业的人发私聊消息。请在群里联系对方。',
    'People of other organizations cannot be messaged directly. Please reach them in a group.',
  ),
  230049: say('同一条消息正在发送。请稍等几秒。', 'The same message is already on its way. Please wait a few seconds.'),
  230050: say(
    '机器人看不到那条消息，可能是在它入群之前发的。请重新发一条。',
    'The bot cannot see that message; it may date from before the bot joined. Please send a new one.',
  ),
  230053: say(
    '对方已关闭这个机器人的消息。需要对方在机器人的聊天里重新开启。',
    'This person has turned off messages from the bot. They can turn them back on in their chat with it.',
  ),
  230054: say(
    '这种会话里不能发卡片消息。请换到普通群或私聊机器人。',
    'Cards cannot be sent in this kind of chat. Please use an ordinary group or message the bot directly.',
  ),
  230055: say(
    '文件类型和消息类型不一致。请重新上传再发。',
    'The file’s type does not match the message’s. Please upload it again and resend.',
  ),
  230071: say(
    '这个群不支持话题回复。请在群里直接发。',
    'This group does not support replies in threads. Please write in the group itself.',
  ),
  230072: say(
    '合并的消息不能用话题回复。请在群里直接发。',
    'Merged messages cannot be answered in a thread. Please write in the group itself.',
  ),
  230075: say('密聊里不能使用机器人。请换到普通聊天。', 'Bots cannot be used in encrypted chats. Please use an ordinary chat.'),
  230099: cardBroken,
  230110: messageGone,
  230111: say(
    '那条消息马上会自动消失，不能回复。请在普通消息里再说一次。',
    'That message is about to self-destruct and cannot be answered. Please ask again in an ordinary message.',
  ),

  // Chats
  232001: badRequest,
  232004: disabled,
  232006: chatUnknown,
  232009: dissolved,
  232010: otherTenant,
  232011: botOutside,
  232019: busy,
  232024: notVisible,
  232025: noBotAbility,
  232033: external,
  232034: disabled,

  // Cards for one person, and the older message codes
  10002: botOutside,
  11205: noBotAbility,
  11206: say('对方不在这个群里。请先把对方拉进群。', 'That person is not in this group. Please add them first.'),
  11225: notVisible,
  11228: say('这个操作只能在群里用。请在群里 @机器人 再试。', 'This works in groups only. Please mention the bot in a group.'),
  11232: busy,
  11233: busy,
  11236: resigned,
  11242: say(
    '这个会话已被封禁，机器人不能回复。请换一个会话。',
    'This chat has been banned and the bot cannot answer here. Please use another chat.',
  ),
  11246: cardBroken,
  11247: busy,
  11248: sensitive,
  11310: cardBroken,
  11311: cardBroken,
  11312: audit,
  18051: messageGone,
  18053: say(
    '消息没能发出去。请过一会儿再试；一直这样的话，请告诉管理员。',
    'The message could not be sent. Please try again shortly; if it keeps happening, tell your administrator.',
  ),
  18054: sensitive,
  18120: notVisible,
  18121: say('同一条消息正在发送。请稍等几秒。', 'The same message is already on its way. Please wait a few seconds.'),

  // What is wrong with a card
  100290: cardPerson,
  200380: cardBroken,
  200381: cardBroken,
  200550: cardBroken,
  200570: cardBroken,
  200621: cardBroken,
  200732: cardBroken,
  200737: cardBroken,
  200830: cardBroken,
  200861: cardBroken,
  200914: cardBroken,
  200915: cardBroken,
  100000: say('卡片内容太多，放不下。请减少内容再试。', 'There is too much on this card. Please ask for less and try again.'),
  100030: cardBroken,
  200000: say('这张卡片已经撤回。发送「我的会议」可以得到新卡片。', 'This card has been recalled. Send “my meetings” for a new one.'),
  200310: say(
    '这张卡片是另一个应用发的，机器人改不了。发送「我的会议」可以得到新卡片。',
    'This card was sent by another app, so the bot cannot change it. Send “my meetings” for a new one.',
  ),
  200320: cardPerson,
  300000: inside,
  300020: cardBroken,
  300030: say('这次点按等太久，失效了。请再点一次。', 'This press has expired. Please press again.'),
  300040: say('这次点按已经处理过了。请再点一次。', 'This press has already been used. Please press again.'),
  300090: cardBroken,

  // Directory
  40001: unknownPerson,

  // Credentials
  10003: credentials,
  10005: credentials,
  10012: credentials,
  10013: credentials,
  10014: credentials,
  10015: credentials,

  // Tokens, scopes, limits, ids
  99991400: busy,
  99991401: say(
    '飞书拒绝了机器人所在的服务器地址。请管理员在开发者后台把它的出口 IP 加入白名单。',
    'Feishu refuses the bot’s server address. An administrator should add its outgoing IP to the app’s allow list in the developer console.',
  ),
  99991403: say(
    '企业这个月的接口调用次数用完了。请管理员升级版本或等到下个月。',
    'Your organization has used up this month’s API calls. Ask an administrator to upgrade, or wait until next month.',
  ),
  99991543: credentials,
  99991661: token,
  212100: disabled,
  99991662: disabled,
  99991663: token,
  99991664: token,
  99991665: token,
  99991668: token,
  99991671: token,
  99991672: scope,
  99991673: disabled,
  99991676: scope,
  99991677: token,
  99991679: scope,
  99992351: unknownPerson,
  99992354: messageGone,
  99992356: chatUnknown,
  99992361: unknownPerson,
  99992402: badRequest,

  // Calendar
  190002: badRequest,
  190003: inside,
  190004: busy,
  190005: busy,
  190006: credentials,
  190007: noBotAbility,
  190010: busy,
  190013: sensitive,
  190014: badRequest,
  191000: say(
    '找不到这个日历。请检查日历是否还在，再试一次。',
    'The calendar cannot be found. Please check that it still exists, then try again.',
  ),
  191002: calendarDenied,
  193001: calendarGone,
  193002: calendarDenied,
  193101: say(
    '由机器人组织的日程不能指定主持人。请去掉主持人再试。',
    'Hosts cannot be named for an event that the bot organizes. Please leave them out and try again.',
  ),
  194002: say(
    '机器人不能给这场日程添加参与人。请日程的组织者来添加。',
    'The bot may not add attendees to this event. Please ask its organizer to.',
  ),
  195100: resigned,
};

/** What the sentences below need of a `PlatformFailure`. */
export interface Failure {
  code: number | null;
  /** What exactly is wrong with a card (230099). */
  sub?: number | null;
  logId: string | null;
  verdict: 'retry' | 'tell' | 'stop' | 'lost';
  scope: { names: string[]; link: string | null } | null;
}

type Texts = Record<string, string | ((args: Record<string, string>) => string)>;

/** The same sentences by key, in the shape of the other catalogues: `error_121004`, and those that are about no known code. */
export const ERROR_TEXTS: { zh_cn: Texts; en_us: Texts } = {
  zh_cn: {
    ...texts('zh_cn'),
    error_scope: (a) => `机器人缺少权限 ${a.scopes}。请管理员在开发者后台开通并发布版本。`,
    error_scope_link: (a) => `机器人缺少权限 ${a.scopes}。请管理员打开这个链接开通：${a.link}`,
    error_unknown: (a) => `错误码 ${a.code}，日志 ID ${a.log_id}`,
    error_unknown_code: (a) => `错误码 ${a.code}`,
    error_unreachable: '暂时连不上飞书。请过一会儿再试。',
    error_lost: '飞书没有回话，不知道办成了没有。请先看看结果，再决定要不要重来。',
    error_refused: '飞书没有接受这次请求。请检查内容再试；一直这样的话，请告诉管理员。',
  },
  en_us: {
    ...texts('en_us'),
    error_scope: (a) =>
      `The bot lacks the permission ${a.scopes}. Ask an administrator to grant it in the developer console and publish a version.`,
    error_scope_link: (a) => `The bot lacks the permission ${a.scopes}. An administrator can grant it here: ${a.link}`,
    error_unknown: (a) => `Error ${a.code}, log ID ${a.log_id}`,
    error_unknown_code: (a) => `Error ${a.code}`,
    error_unreachable: 'Feishu cannot be reached right now. Please try again shortly.',
    error_lost: 'Feishu did not answer, so it may or may not have been done. Please check the result before trying again.',
    error_refused: 'Feishu did not accept the request. Please check it and try again; if it keeps happening, tell your administrator.',
  },
};

function texts(lang: keyof Sentence): Record<string, string> {
  return Object.fromEntries(Object.entries(ERROR_SENTENCES).map(([code, sentence]) => [`error_${code}`, sentence[lang]]));
}

/** Its text names one of the codes above. */
const CARD_REFUSED = 230099;

/** Which sentence a failure gets. A code that is not documented shows itself and the log id, nothing else. */
export function failureSay(failure: Failure): Say {
  const { code, sub, logId, verdict, scope: missing } = failure;
  if (missing && missing.names.length > 0) {
    const scopes = missing.names.join(', ');
    return missing.link ? { key: 'error_scope_link', args: { scopes, link: missing.link } } : { key: 'error_scope', args: { scopes } };
  }
  if (code === CARD_REFUSED && sub && sub in ERROR_SENTENCES) return { key: `error_${sub}` };
  if (code !== null && code in ERROR_SENTENCES) return { key: `error_${code}` };
  if (code !== null) {
    // As a string: a catalogue may group the digits of numbers.
    return logId
      ? { key: 'error_unknown', args: { code: String(code), log_id: logId } }
      : { key: 'error_unknown_code', args: { code: String(code) } };
  }
  return {
    key: verdict === 'retry' ? 'error_unreachable' : verdict === 'lost' ? 'error_lost' : 'error_refused',
  };
}

/** The sentence itself, for logs of the administrator, the doctor and plain text. */
export function failureSentence(failure: Failure): Sentence {
  const { key, args = {} } = failureSay(failure);
  const words = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, String(value)]));
  const write = (text: Texts[string] | undefined): string => (typeof text === 'function' ? text(words) : (text ?? ''));
  return {
    zh_cn: write(ERROR_TEXTS.zh_cn[key]),
    en_us: write(ERROR_TEXTS.en_us[key]),
  };
}
