/** 密码1234, no password: digits as said; what is no password at all is carried along for the rules to refuse. */
import type { Reading, Utterance } from '../utterance.ts';

export interface PasswordSaid {
  /** `any`: there is to be one, whichever. */
  value: string | null | 'any';
  /** Said as a change of something that exists: 密码改成2468. */
  changing: boolean;
}

const NONE_ZH =
  /(?:不要|不用|不设|不需要|无需|不带|不加|没有|免|无|取消|去掉|去除|删除|删掉|移除|清除|清空|关闭|关掉)(?:设置?)?(?:入会|会议)?的?(?:密码|口令|密)(?!\d)(?:保护|入会|进入|加入)?|(?:密码|口令)\s*(?:[:：是为]\s*)?(?:不要|不用设?|不设|不需要|取消(?:掉|了)?|去掉|删掉|清空|无(?![\p{Script=Han}])|none\b|off\b)/gu;
/** 取消周会的密码: the meeting stands between. */
const NONE_OF_ZH =
  /((?:把|将)?(?:取消|去掉|去除|删除|删掉|移除|关闭)(?:掉|了)?)([^,，。;；\s密]{1,20})的(?:入会|会议)?(?:密码|口令)(?![\dA-Za-z])/g;
const NONE_EN =
  /\b(?:(?:with )?no|without(?: an?| any)?|remove(?: the| its)?|drop the|clear the|delete the|disable(?: the)?|skip the|don'?t (?:need|want|set|use)(?: an?| the)?)\s+(?:pass ?(?:word|code)|pwd|pin)(?: protection)?\b(?:\s+(?:is\s+)?(?:needed|required|necessary))?|\b(?:pass ?(?:word|code)|pwd|pin)[:\s]+(?:is\s+)?(?:none|off|no|not (?:needed|required|necessary)|disabled|unnecessary)\b/gi;
const CHANGE_ZH = '(?:改成|改为|改到|换成|换为|变成|更新为|重设为|重置为)';
/** wifi密码, 登录密码: of something else than a meeting. */
const OTHERS = '(?<!(?:[Ww][Ii]-?[Ff][Ii]|无线网?|热点|电脑|开机|锁屏|登[录陆]|账[号户]|帐号|邮箱|支付|门禁)的?)';
const VALUE_ZH = new RegExp(
  `((?:修改|更改|重设|重置|改|换)(?:一下|个)?|)(?:把|将)?(?:加个|设个|带|加|设置?|用)?(?:入会|会议|进会)?${OTHERS}(?:密码|口令)(?:就|都)?\\s*(${CHANGE_ZH}|设成|设为|设置为|设置成|定为|定成|用|是|为|叫|[:：=])?\\s*([A-Za-z0-9](?:[A-Za-z0-9_*#!-]{0,38}[A-Za-z0-9])?)(?![\\p{Script=Han}]*(?:位|个))`,
  'gu',
);
const BEFORE_ZH = /(?:改?用|拿|以)?\s*(\d{1,20})\s*(?:作为|做|当作?|为)(?:入会|会议)?(?:密码|口令)/g;
const VALUE_EN =
  /\b(?:(?:with|and|use|using|set|set the|the|a|change the|change|update the|update|make the|its)\s+)*(?:meeting\s+)?(?:pass ?(?:word|code)|pwd|pw|pin(?: code)?|access code|code(?= \d{4,9}\s*(?:$|[,.;]))|code(?=:))\s*((?:is|to|as|of|will be|should be)(?=[\s:"'])|[:=])?\s*(?:(to(?=[\s"'])|=|:)\s*)?(?:"|')?([A-Za-z0-9](?:[\w*#!-]{0,38}[A-Za-z0-9])?)(?:"|')?/gi;
const SOME_ZH = /(?:加个|设个|设置个|要个|需要|要|带)(?:入会|会议)?(?:密码|口令)(?=[\s,，。]|$)/g;
/** set the password of standup to 1234: the meeting stands between. */
const VALUE_OF_EN =
  /(\b(?:set|change|update|make|reset)\s+(?:the\s+)?(?:pass ?(?:word|code)|pwd|pin)\s+(?:of|for|on)\s+)(.{1,60}?)(\s+(?:to|as|=)\s*([A-Za-z0-9](?:[\w*#!-]{0,38}[A-Za-z0-9])?))/gi;
const RANDOM = /(?:密码|口令)\s*(?:是|用|为)?\s*随机|随机(?:的)?(?:入会)?密码|\b(?:random|generated?) pass(?:word|code)\b/gi;
const WORDS =
  /^(?:protected|protection|reset|policy|manager|required|wrong|incorrect|invalid|expired|not|here|unknown|forgotten|correct|is|to|the|please|and|for|as|review|on)$/i;

/** 密码是一二三四, as a keyboard that listens writes it. */
const SPOKEN_ZH =
  /(?:入会|会议)?(?:密码|口令)(?:就|都)?(?:改成|改为|设成|设为|是|为|[:：])?\s*([零〇一幺二两三四五六七八九]{4,9})(?![\p{Script=Han}]*[点号个位])/gu;
const SPOKEN: Record<string, string> = {
  零: '0',
  〇: '0',
  一: '1',
  幺: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

export function readPassword(said: Utterance): Reading<PasswordSaid | undefined> {
  if (!/密|口令|pass|pwd|pw|pin|code/i.test(said.text)) return { found: undefined, claims: [] };
  const far = said.find(NONE_OF_ZH);
  if (far?.[1] && far[2]) {
    const named = far.index + far[1].length;
    return told({ value: null, changing: true }, 'no password', [far.index, named], [named + far[2].length, far.index + far[0].length]);
  }
  const none = said.find(NONE_ZH) ?? said.find(NONE_EN);
  if (none) {
    const changing = /取消|去掉|去除|删|移除|清|关|remove|drop|clear|delete|disable|改/i.test(none[0]);
    return told({ value: null, changing }, 'no password', [none.index, none.index + none[0].length]);
  }
  const spoken = said.find(SPOKEN_ZH);
  if (spoken?.[1]) return taken(spoken, [...spoken[1]].map((char) => SPOKEN[char] ?? '').join(''), /改/.test(spoken[0]));
  const before = said.find(BEFORE_ZH);
  if (before?.[1]) return taken(before, before[1], /改/.test(before[0]));
  const zh = said.find(VALUE_ZH);
  if (zh?.[3] && plausible(zh[3], zh[2] !== undefined || endsHere(said, zh))) {
    return taken(zh, zh[3], zh[1] !== '' || new RegExp(CHANGE_ZH).test(zh[2] ?? ''));
  }
  const of = said.find(VALUE_OF_EN);
  if (of?.[1] && of[2] && of[3] && of[4]) {
    const named = of.index + of[1].length;
    return told({ value: of[4], changing: true }, 'password', [of.index, named], [named + of[2].length, of.index + of[0].length]);
  }
  const en = said.find(VALUE_EN);
  if (en?.[3] && plausible(en[3], en[1] !== undefined || en[2] !== undefined)) {
    return taken(
      en,
      en[3],
      /\b(?:change|update|set the|make the)\b|\bto$/i.test(`${en[0].split(/pass|pwd|pw|pin/i)[0]}`) || en[1] === 'to',
    );
  }
  const some = said.find(RANDOM) ?? said.find(SOME_ZH);
  if (!some) return { found: undefined, claims: [] };
  return told({ value: 'any', changing: false }, 'some password', [some.index, some.index + some[0].length]);
}

function taken(match: RegExpExecArray, value: string, changing: boolean): Reading<PasswordSaid> {
  const note = `password ${'•'.repeat(Math.min(value.length, 12))}`;
  return told({ value, changing }, note, [match.index, match.index + match[0].length]);
}

const told = (found: PasswordSaid, note: string, ...spans: [from: number, to: number][]): Reading<PasswordSaid> => ({
  found,
  claims: spans.map(([from, to], i) => (i === 0 ? { from, to, kind: 'slot', note } : { from, to, kind: 'slot' })),
});

/** 密码abc with nothing after it. */
function endsHere(said: Utterance, match: RegExpExecArray): boolean {
  return /(?:密码|口令) ?[A-Za-z]+$/.test(match[0]) && /^(?:$|[\s,，。;；])/.test(said.text.slice(match.index + match[0].length));
}

/** Letters alone are a password only after a sign: "password reset review" speaks of something else. */
function plausible(value: string, signed: boolean): boolean {
  return !WORDS.test(value) && (/\d/.test(value) || signed);
}
