/** 默认30分钟, 时区东京, language English: what a person or a group wants from now on. */
import type { JoinPreset, Lang, Remind, Settings, SettingsPatch } from '../../domain/settings.ts';
import type { Zone } from '../../domain/time.ts';
import { lengthAt } from '../entities/duration.ts';
import { readZone } from '../time/zone.ts';

export interface SettingsSaid {
  scope: 'person' | 'chat';
  patch: SettingsPatch;
  unknown?: 'zone' | 'lang' | 'password';
}

const SHOW =
  /^(?:\/)?(?:(?:查看|打开|看看|看一?下|修改|改一?下|我要|进入|显示|更改)?(?:一下)?(?:我的|个人|本群的?|群的?|这个群的|默认)?(?:的)?(?:会议)?(?:设置|偏好|偏好设置|配置|默认设置|默认值)(?:一下)?|(?:show|open|view|edit|change|see|check)?(?: me)?\s*(?:my|our|the|group|chat|this (?:group|chat)'?s?|default)?\s*(?:meetings? )?(?:settings?|preferences?|prefs|config|options|defaults)(?: please| page)?(?: (?:for|of|in) (?:this|the|our) (?:group|chat|channel))?|what(?: are|'s) (?:my|our|the) (?:meetings? )?(?:settings?|preferences?|defaults))$/i;
const CHAT = /本群|这个?群|群里|群内|群的?默认|全群|群设置|\b(?:this |the |our |for )?(?:group|chat|channel)\b/i;
const LEAD =
  /^(?:\/?(?:设置|设定|set|settings?)[\s:：]*)?(?:把|将|请把|请)?(?:我的|我们的?|本群的?|这个群的?|群里?的?|全群|my|our|the|this|group|chat|channel|for|'s|in|以后|今后|往后(?=[我都每会开的,，])|日后|之后|每次|都|from now on|[\s,，:：])*/i;
const DEFAULT =
  /默认|缺省|预设|default|by default|以后|今后|往后(?=[我都每会开的,，])|日后|每次|总是|始终|一律|always|from now on|every time|所有会议|(?:\b(?:before|for|of|in|to) (?:all |any |my |our )*|^\s*(?:my |all |the )*)(?:meetings|calls)\b/i;
/** in what timezone is Nigeria */
const QUESTION = /^(?:in |at )?(?:what|which|whose|how|where|when|why|who)\b/i;
const SET =
  '(?:改成|改为|改到|换成|换到|设置为|设置成|设为|设成|设置|切换到|切换成|切换为|切换|调整为|调成|用|是|为|选|(?:to|is|as)\\b|=|:|：)';

const ZONE = new RegExp(`(?:时区|time ?zone|(?<![a-z])tz(?![a-z]))\\s*${SET}?\\s*(.{1,60})$`, 'i');
const ZONE_USE =
  /^(?:请|帮我|麻烦|就|都|请帮我|(?:会议)?时间(?:就|都|请)?)?(?:use|switch to|i(?:'m| am) (?:in|on|based in)|我(?:现在|目前|人)?(?:在|住在|搬到|来到|到)|改用|切换到|使用|用|按)\s*(.{1,40}?)(?:(?:时间|时区|了|\s*time(?:\s?zone)?)(?:算|来|走|计|显示|安排|为准|就行|吧)*)?$/i;
const LANG = new RegExp(
  `(?:语言|language|lang(?![a-z]))\\s*${SET}?\\s*(中文|简体|简体中文|汉语|普通话|chinese|zh(?:[_-]cn)?|mandarin|英文|英语|english|en(?:[_-]us)?)$`,
  'i',
);
const LANG_OTHER = new RegExp(`^(?:语言|language|lang(?![a-z]))\\s*${SET}?\\s*[\\p{L}_-]{2,20}$`, 'iu');
const LANG_USE =
  /^(?:(?:切换|换|改|改用|改成|说|讲|用|使用|请?用|显示|回复|回答|set|switch|change|use|speak|reply|answer|talk)(?:\s?(?:到|成|为|to|in|me in|with))?\s*)?(中文|简体中文|汉语|普通话|chinese|mandarin|英文|英语|english)(?:\s*(?:回复|回答|说话|交流|吧|我|显示|界面|please|pls|mode|模式|版))*$/i;

const RECORD_OFF =
  /(?:不(?:要|用|需要|许|准)?|别|勿)(?:自动|再)?(?:录制|录屏|录)|关闭(?:自动)?录制|(?:录制|录屏)\s*(?:[:：是为]|设为|改为)?\s*(?:关|否|不)|(?:no|don't|do not|never|without) record(?:ing)?|record(?:ing)?\s*(?:is|to|:|=)?\s*(?:off|no|false)/i;
const RECORD_ON = /(?:自动)?录制|录屏|录像|\b(?:auto[- ]?)?record(?:ing)?\b/i;
const PASSWORD_NONE =
  /(?:不要|不用|不设|不带|无|没有|免)(?:入会|会议)?密(?:码)?|(?:密码|口令)\s*(?:[:：是为]|设为|改为)?\s*(?:不要|不用|不设|无|没有|关)|(?:no|without|never a?)\s*pass(?:word|code)s?|pass(?:word|code)\s*(?:is|to|:|=)?\s*(?:none|off|no)\b/i;
const PASSWORD_RANDOM =
  /随机(?:生成)?(?:的)?(?:\d位)?密码|密码\s*(?:[:：是为]|设为|改为|用)?\s*(?:随机|自动生成)|(?:random|generated?) (?:\w+ )?pass(?:word|code)|pass(?:word|code)\s*(?:is|to|:|=)?\s*(?:random|generated?)/i;
const PASSWORD_OWNER =
  /密码\s*(?:[:：是为]|设为|改为|用)?\s*(?:跟随|按照?|随|用|使用)?(?:我的|个人|我|飞书)(?:的)?(?:飞书)?(?:设置|配置)|密码\s*(?:[:：是为])?\s*(?:跟随|默认)|(?:要|带|有)密码|pass(?:word|code)\s*(?:is|to|:|=)?\s*(?:owner|mine|my own|feishu|lark|default|as in)/i;
const ACCESS: [RegExp, Settings['access']][] = [
  [
    /(?:仅限?|只允许|只让|只|限)?(?:本群|群内|群成员|这个群的人)|(?:only )?(?:this |the )?(?:group|chat) (?:members )?only|only (?:this |the )?(?:group|chat)|access\s*(?:is|to|:)?\s*(?:group|chat)/i,
    'chat',
  ],
  [
    /(?:仅限?|只允许|只让|只|限)?(?:本?公司|企业|内部|组织)(?:内部?)?|(?:only )?(?:our |my )?(?:company|internal|organi[sz]ation)(?: only)?/i,
    'company',
  ],
  [/任何人|谁都|所有人|公开|不限|anyone|everyone|everybody|public|open/i, 'anyone'],
];
/** 默认仅本群 sets who may join, not whose default it is. */
const ACCESS_CHAT =
  /(?:仅限?|只限|只允许|只让|限)(?:本群|群内|群成员|群里)|\b(?:access\s*(?:is|to|:)?|only)\s*(?:this |the )?(?:group|chat)|(?:默认|default)\s*(?:this )?(?:group|chat|本群)(?: members)?(?: only)?/i;
const ACCESS_WORD = /加入|入会|参会|进|权限|访问|谁|仅|只|任何人|join|access|enter|only|open|anyone/i;

const CLAUSES =
  /\s*[,，;；、\n。]\s*|\s+and\s+(?=(?:set|use|default|lang|time ?zone|no\b|always|record|never|random|my|the|pass|company|\d+ ?min))|(?:并且?|以及|同时|和|且)(?=时区|语言|默认|录制|自动|密码|时长|入会|不要|随机|仅)|\s+(?=时区|语言|默认|自动录|录制|不[要录]|随机|密码|仅|任何人|时长|入会|time ?zone|language\b)/i;
/** What is left of a clause that only asks for the change. */
const NOTHING = /^(?:please|pls|set|switch|change|use|make|请|把|将|帮我|改一?下|设置?|default|默认|也|的)?$/i;

/** Most messages are spared the rest by this. */
const WORTH =
  /设|置|偏好|默认|缺省|预设|时区|语言|[中英]文|[汉英]语|普通话|入会|进会|静音|麦|摄像|预览|以后|今后|往后|日后|每次|总是|始终|一律|我.{0,4}[在住到]|zone|tz|lang|set|pref|config|option|default|english|chinese|mandarin|always|never|mute|mic|camera|video|join|preview|use|switch|i'?m|i am/i;

/**
 * What a message sets, or null when it is about something else. `text` is one whole message without mentions.
 * @param remind a reminder that it speaks of; its words are not in `text`
 * @param digits it speaks of a password, and of which
 */
export function readSettings(text: string, remind?: Remind, digits = false): SettingsSaid | null {
  if (text.length > 120 || !(WORTH.test(text) || CHAT.test(text))) return null;
  const whole = text.trim().replace(/[\s。.!！~～?？吧]+$/, '');
  const scope = CHAT.test(whole.replace(ACCESS_CHAT, '')) ? 'chat' : 'person';
  if (SHOW.test(whole)) return { scope, patch: {} };
  if (QUESTION.test(whole)) return null;
  const body = whole.replace(LEAD, '');
  const patch: SettingsPatch = {};

  const { zone, lang, unknown, named, rest } = readPlaceAndTongue(body);
  if (zone) patch.zone = zone;
  if (lang) patch.lang = lang;
  const found = (): SettingsSaid => (unknown ? { scope, patch, unknown } : { scope, patch });
  if (rest === '' && (zone || lang || unknown)) return found();

  const join = readJoin(rest);
  const byDefault = DEFAULT.test(whole) || named;
  if (join && (byDefault || /入会|进会|加入|\b(?:join|enter|entry|un-?muted|muted)|预览|preview/i.test(rest))) patch.join = join;
  // What is said of a group's meetings is said of all of them.
  if (remind !== undefined && (byDefault || scope === 'chat' || DEFAULT.test(rest))) patch.remind = remind;
  if (!byDefault && patch.remind === undefined) return patch.join ? found() : null;

  const minutes = readMinutes(rest);
  if (minutes !== null) patch.minutes = minutes;
  if (PASSWORD_NONE.test(rest)) patch.password = 'none';
  else if (PASSWORD_RANDOM.test(rest)) patch.password = 'random';
  else if (PASSWORD_OWNER.test(rest)) patch.password = 'owner';
  // No password is the same for all meetings.
  else if (digits) return { scope, patch, unknown: 'password' };
  if (RECORD_OFF.test(rest)) patch.record = false;
  else if (RECORD_ON.test(rest)) patch.record = true;
  if (ACCESS_WORD.test(rest)) {
    const who = scope === 'chat' ? rest.replace(/^.*?(?:默认|预设|default)/i, '') : rest;
    const access = ACCESS.find(([pattern]) => pattern.test(who) && !join);
    if (access) patch.access = access[1];
  }
  return Object.keys(patch).length > 0 || unknown ? found() : null;
}

/** Zone and language, each in a clause of its own; `named`: one of them by its name, so that the rest is settings as well. */
function readPlaceAndTongue(body: string): {
  zone?: Zone;
  lang?: Lang;
  unknown?: 'zone' | 'lang';
  named: boolean;
  rest: string;
} {
  const said: ReturnType<typeof readPlaceAndTongue> = { named: false, rest: '' };
  const rest: string[] = [];
  for (const clause of body.split(CLAUSES).map((one) => one.replace(LEAD, '').trim())) {
    if (NOTHING.test(clause)) continue;
    const zone = ZONE.exec(clause) ?? ZONE_USE.exec(clause);
    const lang = LANG.exec(clause) ?? LANG_USE.exec(clause);
    const byName = /时区|语言|time ?zone|(?<![a-z])tz(?![a-z])|lang/i.test(clause);
    const known = zone?.[1] ? zoneNamed(zone[1].replace(/^(?:在|to|is)\s*|["'「」]/g, '').trim()) : null;
    // "switch to Chinese" is a language; "Chinese time" a zone.
    if (lang?.[1]) said.lang = /^(?:英|en)/i.test(lang[1]) ? 'en_us' : 'zh_cn';
    else if (known) said.zone = known;
    else if (/时区|time ?zone/i.test(clause) && zone?.[0].length === clause.length) {
      if (!/^(?:改|换|更新|调整?)一?下?$/.test(zone[1] ?? '')) said.unknown = 'zone';
    } else if (LANG_OTHER.test(clause)) said.unknown = 'lang';
    else {
      rest.push(clause);
      continue;
    }
    said.named ||= byName;
  }
  return { ...said, rest: rest.join(',') };
}

const zoneNamed = (name: string): Zone | null => readZone(name) ?? readZone(`${name}时间`) ?? readZone(`${name} time`);

function readMinutes(body: string): number | null {
  const bareNumber = /(?:默认|default)(?:会议)?(?:时长|长度|length|duration)?(?:\s|是|为|to|:|：)*(\d{1,4})$/i.exec(body);
  if (bareNumber) return Number(bareNumber[1]);
  if (!/时长|长度|分钟|小时|刻钟|钟头|length|duration|min|hour|\dh|\dm|long/i.test(body)) return null;
  for (let at = body.search(/[\d一二两三四五六七八九十半]|\ban? hour|half/i); at >= 0 && at < body.length; at += 1) {
    const length = lengthAt(body, at);
    if (length && (length.minutes > 0 || /^\s*0/.test(body.slice(at)))) return length.minutes;
    const bare = /^(\d{1,4})$/.exec(body.slice(at));
    if (bare) return Number(bare[1]);
  }
  return null;
}

const OFF_WORD = '(?:关闭?|关掉|不开|不打开|不要|跳过|禁用|without|no|off|disable|turn off|skip)';
const ON_WORD = '(?:打开|开启?|开着|启用|with|on|enable|turn on)';
const OFF = new RegExp(OFF_WORD, 'i');
const NAMES: Record<keyof JoinPreset, string> = {
  mic: '(?:麦克风|麦|话筒|mic(?:rophone)?)',
  camera: '(?:摄像头|视频|camera|video|cam)',
  speaker: '(?:扬声器|喇叭|声音|speaker|sound)',
  preview: '(?:设备预览|预览|设备检查|检查设备|(?:device )?preview|device check)',
};
/** One switch may serve several devices: 打开摄像头和麦克风. */
const BETWEEN = `(?:我的|the|my|和|与|及|、|,|，|and|\\s|${Object.values(NAMES).join('|')})*`;
/** `camera off` says more than `with camera`: the word behind goes before the one in front. */
const DEVICES = (['mic', 'camera', 'speaker', 'preview'] as const).map((key): [keyof JoinPreset, RegExp, RegExp] => [
  key,
  new RegExp(`${NAMES[key]}(?:的|is|are|\\s)*(?:${OFF_WORD}|${ON_WORD})(?![a-z])`, 'i'),
  new RegExp(`(?:${OFF_WORD}|${ON_WORD})${BETWEEN}${NAMES[key]}`, 'i'),
]);

const FIRST_CHECK = /先(?:预览|检查(?:一下)?设备)|(?:check (?:my |the )?devices?|preview) first/i;

/** 入会静音, 打开摄像头, join with camera off: only what was said, the other switches stay as they are. */
function readJoin(body: string): Partial<JoinPreset> | null {
  const preset: Partial<JoinPreset> = {};
  for (const [key, behind, before] of DEVICES) {
    const found = behind.exec(body) ?? before.exec(body);
    if (found) preset[key] = !OFF.test(found[0].replace(/不?(?:打开|开启)/g, (word) => (word.startsWith('不') ? '关' : '')));
  }
  if (preset.preview === undefined && FIRST_CHECK.test(body)) preset.preview = true;
  if (/不静音|取消静音|unmuted|开麦/i.test(body)) preset.mic = true;
  else if (/静音|闭麦|\bmuted?\b/i.test(body)) preset.mic = false;
  return Object.keys(preset).length > 0 ? preset : null;
}
