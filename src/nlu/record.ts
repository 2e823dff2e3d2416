/** 录制 / record it, said of the meeting: not the 录 of 目录 or the record of "world record". */
import type { Sheet } from './sheet.ts';

export interface Switch {
  value: boolean;
  /** Said as a change of something that exists: 关闭录制. */
  changing: boolean;
}

const BEFORE_ZH = '(?<=^|[\\s,，、。;；:：！!?？(（)）【"”\'’」』》】]|[并且也请并及])';
const AFTER_ZH = '(?=$|[\\s,，、。;；:：！!?？~～…)）】]|[并且也和跟及吧啊哦呀呢哈啦了]|密码|口令|主持|主题|仅|只|谢)';
/** 录屏留档 */
const KEPT = '(?:并|来|以便|用于|以)?(?:留档|存档|归档|备查|备份|备案|留存|保存|留底|留痕)?';
const OBJECT = '(?:一下|下|会议|全程|视频|本次会议|这次会议|这个会议?)?';
const OFF_ZH = new RegExp(
  `(?:默认)?(?:不要|不用|不需要|无需|不必|不|别|勿|请勿|禁止|取消|关闭|关掉|停止|停掉)(?:自动|云|开启|打开|开|进行)?(?:录制|录屏|录像|录影|录音|录)${OBJECT}(?!入)|(?:自动)?(?:录制|录屏|录像|录影)(?:关掉|关闭|取消|关了|[:：]\\s*(?:否|关|不|无))`,
  'g',
);
/** 关闭周会的录制: the meeting stands between. */
const OF_ZH = /((?:取消|关闭|关掉|停止|打开|开启)(?:掉|了)?)([^,，。;；\s录]{1,20})的(?:自动)?(?:录制|录屏|录像|录影)(?=$|[\s,，。吧了])/g;
const CLEAR_ON_ZH = new RegExp(
  `(?:需要|需|要|请|记得|麻烦|帮忙|帮我|全程|同时|自动|云端?|开启|打开|启用|加上?|补上?|开|进行|并|且|也)+(?:把)?(?:会议|全程|自动|云端?)*(?:录制|录屏|录像|录影|录音|录)(?!入|取|用|播)${OBJECT}(?:下来)?${KEPT}${AFTER_ZH}|(?:自动)?(?:录制|录屏|录像|录影)(?:打开|开启|[:：]\\s*(?:是|开|要))|录一下|录下来|(?:全程)?录个(?:屏|像|影|音)`,
  'g',
);
const BARE_ON_ZH = new RegExp(`${BEFORE_ZH}(?:自动|云|会议)?(?:录制|录屏|录像|录影)${OBJECT}${KEPT}${AFTER_ZH}`, 'g');
const TAIL_ON_ZH = /(?<=[会议])(?:自动)?(?:录制|录屏|录像|录影)(?=$|[\s,，。;；]|密码|主持)/g;
const OFF_EN =
  /\b(?:no(?:t)? (?:auto[- ]?)?record(?:ed|ings?)?(?: (?:is )?(?:needed|required|necessary))?|recording (?:is )?(?:not (?:needed|required|necessary)|unnecessary)|without (?:a )?(?:auto[- ]?)?record(?:ing)?|(?:please )?(?:don'?t|do not|dont|never|needn'?t|no need to|not to) (?:auto[- ]?)?record(?: (?:it|this|the (?:meeting|call)|anything))?|(?:stop|disable|turn off|switch off|cancel|remove)(?: the)? (?:auto[- ]?)?record(?:ing)?|(?:auto[- ]?)?record(?:ing)?(?: (?:is|to))?[:\s]+(?:off|no|none|false|disabled)|unrecorded)\b/gi;
const ON_EN =
  /\b(?:(?:and |please |also |to be |be |auto(?:matically)?[- ]?|cloud |turn on |switch on |enable |start |add (?:a )?)+(?:the )?record(?:ed|ing)?|with (?:a |auto[- ]?)?recording|record (?:it|this|the (?:meeting|call|session))(?: please)?|needs? (?:to be )?record(?:ed|ing)|(?:auto[- ]?)?record(?:ing|ed)?\??(?: (?:is|to))?[:\s]+(?:on|yes|true|enabled|needed)|recording needed|(?<=^|please |[,.;] )record(?= (?:the|our|my|tomorrow's|today's|tonight's) ))\b/gi;
/** A lone "record" at an end or after something known; "track record" is a topic. */
const BARE_EN =
  /(?<!\b(?:world|track|health|medical|new|set|broken|for the|on|dns|sales|a|the|of) )\b(?:auto[- ]?)?record(?:ed|ing)?\b(?=\s*(?:please|pls)?\s*(?:$|[,.;!，。；)\]】]))/gi;

/** record一下, 不用record */
const MIXED =
  /(?<![a-z])(?:(不要|不用|不需要|无需|别|不)|(?:需要|要|请|记得|帮忙|全程|麻烦))\s*(?:auto[- ]?)?record(?:ing)?(?:一下|下)?(?![a-z])|(?<![a-z])record(?:ing)?\s?(?:一下|下(?!午|周|个|星期|礼拜))/gi;

export function readRecord(sheet: Sheet): Switch | undefined {
  if (!/录|record/i.test(sheet.text)) return undefined;
  const far = sheet.find(OF_ZH);
  if (far?.[1] && far[2]) {
    sheet.claim(far.index, far.index + far[1].length, 'slot');
    sheet.claim(far.index + far[1].length + far[2].length, far.index + far[0].length, 'slot', far[0]);
    return { value: !/取消|关|停/.test(far[1]), changing: true };
  }
  const mixed = sheet.find(MIXED);
  if (mixed) return taken(sheet, mixed, mixed[1] === undefined, false);
  const off = sheet.find(OFF_ZH) ?? sheet.find(OFF_EN);
  if (off) return taken(sheet, off, false, /取消|关|停|off|stop|disable|cancel|remove/i.test(off[0]));
  const on =
    sheet.find(CLEAR_ON_ZH) ??
    sheet.find(BARE_ON_ZH) ??
    sheet.find(TAIL_ON_ZH) ??
    sheet.find(ON_EN) ??
    afterKnown(sheet) ??
    sheet.find(BARE_EN);
  if (on) return taken(sheet, on, true, /打开|开启|启用|加|turn on|switch on|enable|add/i.test(on[0]));
  return undefined;
}

function taken(sheet: Sheet, match: RegExpExecArray, value: boolean, changing: boolean): Switch {
  sheet.claim(match.index, match.index + match[0].length, 'slot', value ? 'record' : 'do not record');
  return { value, changing };
}

/** "host @Alice record", "密码1234录制": directly after another slot. */
function afterKnown(sheet: Sheet): RegExpExecArray | null {
  for (const part of sheet.parts) {
    if (part.kind !== 'slot' && part.kind !== 'quote') continue;
    const pattern = /\s*(?:and\s+)?(?:录制|录屏|record(?:ing)?\b)(?=\s|$|[,，。])/iy;
    pattern.lastIndex = part.to;
    const match = pattern.exec(sheet.text);
    if (match && sheet.free(match.index, match.index + match[0].length)) return match;
  }
  return null;
}

/** 其他会议系统接入 / other conferencing systems (to) dial in */
const OTHERS =
  '(?:让)?(?:其他|其它|别的|第三方|外部)(?:的)?(?:视频)?(?:会议)?(?:系统|终端|平台)(?:的人)?(?:接入|入会|加入|呼入|互通|连接)?';
const OTHERS_EN =
  '(?:other|third[- ]party|external)(?: (?:video|meeting|conferenc(?:e|ing)))* (?:systems?|platforms?)(?: (?:to )?(?:dial in|call in|join|connect)(?: in)?)?';
const CONNECT_OTHERS_OFF = new RegExp(
  `(?:不要|不用|不|关闭|取消|禁止)(?:允许|支持)?${OTHERS}|\\b(?:no|without|disable|block|don't (?:allow|let)|do not (?:allow|let))(?: any)? ${OTHERS_EN}`,
  'gi',
);
const CONNECT_OTHERS_ON = new RegExp(`(?:允许|支持|可以|开启|打开|启用|需要)${OTHERS}|\\b(?:with|enable|allow|let) ${OTHERS_EN}`, 'gi');

const CONNECT_OFF =
  /(?:不要|不用|不|关闭|取消|禁止|关掉)(?:会议|允许|开启|支持)?互通|\b(?:no|without|disable|turn off)(?: the)? (?:interop(?:erability)?|meeting connect)\b/gi;
const CONNECT_ON =
  /(?:开启|打开|允许|支持|启用|需要|要|并)+(?:会议)?互通|(?<=^|[\s,，;；])(?:会议)?互通(?=$|[\s,，;；。])|\b(?:with|enable|turn on|allow) (?:interop(?:erability)?|meeting connect|other conferencing systems)\b/gi;

/** meeting_connect: may other conferencing systems dial in. */
export function readConnect(sheet: Sheet): Switch | undefined {
  if (!/互通|interop|connect|conferencing|系统|终端|平台|systems?|platforms?/i.test(sheet.text)) return undefined;
  const off = sheet.find(CONNECT_OTHERS_OFF) ?? sheet.find(CONNECT_OFF);
  const on = off ?? sheet.find(CONNECT_OTHERS_ON) ?? sheet.find(CONNECT_ON);
  if (!on) return undefined;
  sheet.claim(on.index, on.index + on[0].length, 'slot', off ? 'no interconnection' : 'interconnection');
  return { value: !off, changing: /打开|开启|关|取消|turn|enable|disable|allow|let |系统|终端|平台/i.test(on[0]) };
}
