/** The vocabulary that several readers share. Patterns look at prepared text: half-width, simplified. */

/** 会 that is a meeting, not the head of 会员, 会计, 会话, … */
export const HUI = '会(?![员话计谈展场馆所签务客费操见诊晤师审堂标款旗徽刊合商同诉稿餐演战试]|议室)';
/** 会议 that stands for the meeting itself. */
export const HUIYI = '会议(?!纪要|记录|室|系统|制度|材料|通知|流程|管理|平台|效率|助手|机器人|软件|产品|议程)';

const KIND_ZH = '(?:飞书|视频|线上|在线|语音|网络|远程|临时|紧急|简短的?|短|小|快速|即时|内部|新的?)';
/** A meeting and nothing more, Chinese. */
export const MEETING_ZH = `(?:${KIND_ZH}{0,3}(?:${HUIYI}|${HUI}|碰头|meeting(?![a-z])|mtg(?![a-z])|call(?![a-z])))`;

export const ARTICLE = /^(?:a|an|the|another|one(?! on\b)|some)\s+(?=[a-z\d])/i;

const KIND_EN =
  '(?:(?:quick|short|brief|small|new|video|online|virtual|remote|instant|feishu|lark|zoom|recurring|half-hour|one-hour)\\s+)*';
/** A meeting and nothing more, English; `a board meeting` is more. */
export const MEETING_EN = new RegExp(
  `^${KIND_EN}(?:meeting|meetings|mtg|call|conference call|conference|video ?call|video ?conference|vc|slot|time slot|time|session|(?:chat|catch[- ]?up)(?= (?:about|on|re|regarding)\b)|appointment|event|invite|reservation|booking|room|meeting room)(?![\\w'-])\\s*(?=$|[:,.;\\-–—(]|(?:about|on|re|regarding|for|to|called|named|titled|and|at|from|in|is|it)\\b)`,
  'i',
);
/** Verbs that mean no more than "let us have a meeting". */
export const MEET_EN = /^(?:meet(?:ing)?(?: up)?|get together|talk|have a (?:meeting|call|chat)|call)$/i;
export const ABOUT_EN = /^(?:about|regarding|concerning|re|on|for|to|called|named|titled)\b[\s:]*|^[:\-–—]+\s*/i;
