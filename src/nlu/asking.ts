/** Wishes that change nothing: lists, details, who is in, the invitation, sharing, help. */
import type { ListScope, ListSpan } from '../domain/intent.ts';
import type { Sheet } from './sheet.ts';

/** Nobody greets, or asks for help or a list, in more than this. */
const LONGEST = 80;

/** The message without what is understood already and without courtesies; patterns about whole messages read this. */
export function gist(text: string): string {
  if (text.length > 3 * LONGEST) return text;
  return text
    .replace(/\s+/g, ' ')
    .replace(
      /^(?:[\s,，、。.!！:：/]|请问一?下?|请|麻烦|帮我|帮忙|我想知道|我想问一?下?|想问一?下?|我想|我要|能不能|可以|能|给我|你好|您好|hi|hello|hey|please|pls|could you|can you|would you|i want to|i'd like to|tell me|let me know)+(?=.)/gi,
      (lead, at: number) => (at === 0 ? '' : lead),
    )
    .replace(/(?:[\s,，、。.!！?？~～]|谢谢(?:你|您|大家)?|多谢|呢|呀|啊|哦|哈|吧|please|pls|thanks|thank you)+$/gi, '')
    .trim();
}

const GREETING =
  /^(?:(?:你好|您好|大家好|哈喽|哈啰|嗨|在吗|在么|在不在|有人吗|早上好|早|早安|上午好|中午好|下午好|晚上好|晚安|hi|hello|hey|yo|good (?:morning|afternoon|evening|night)|morning|howdy|thanks|thank you|thx|谢谢(?:你|您)?|多谢|辛苦了|好的|收到|ok|okay|bye|再见|拜拜|there|bot|all|everyone|大家|各位|老师们?|同学们?|a lot|so much|嗯|呀|啊|哦|哈|~|[!！。.,，\s])+)$/i;
const HELP =
  /^\/?(?:帮助一?下|帮助|帮助文档|使用帮助|help(?: me)?|man|usage|commands?|menu|[?？]+|怎么用|怎么使用|如何使用|咋用|怎么玩|使用说明|使用方法|使用指南|说明书?|用法|功能|菜单|指令|命令|你(?:会|能)(?:做|干)?(?:什么|啥)|你都?(?:会|能)(?:做|干)?(?:些)?(?:什么|啥)|你是谁|有(?:什么|哪些)功能|都有(?:什么|哪些)功能|(?:怎么|如何|怎样)[^,，。]{1,12}|what can (?:you|i) do|what do you do|who are you|how (?:do|does|can|to|should) (?:i |you |this |it |we )?(?:use|work|book|schedule)(?: (?:this|it|you|a meeting|a bot|the bot|meetings))?(?: work)?|how (?:do|can|should|would) (?:i|we|you) [^,.]{1,60}|what (?:commands|features)\b.{0,40}|how to|how does (?:this|it) work|instructions?|guide|tutorial|examples?)$/i;

export function isGreeting(message: string): boolean {
  return message.length <= LONGEST && GREETING.test(message.trim());
}

export function isHelp(message: string): boolean {
  return message.length <= LONGEST && (HELP.test(gist(message)) || /^[?？]+$/.test(message.trim()));
}

// ---------------------------------------------------------------- list

const WHOSE_ZH = '(?:我|我们组|我们部门|我们团队|组里|我们|咱们?|大家|本群|这个?群|群里?|群内|团队|部门)(?:们)?(?:里|内)?';
const VIEW_ZH =
  '(?:查看|查询|查一?下(?!午|周|个|星期|礼拜|月|次|一[周个])|查|看看|看一?下(?!午|周|个|星期|礼拜|月|次|一[周个])|看|列出|列一?下|显示|打开|有没有)';
const NOUN_ZH = '(?:会议?|预约|预定|日程|安排|会议(?:安排|日程|列表|清单|预约))';
const LIST_ZH = [
  new RegExp(
    `^${VIEW_ZH}?(?:一下)?${WHOSE_ZH}(?:的)?(?:所有|全部|其他|待开|即将开始|接下来|后面|最近|预约|预定|订|约)?(?:的)?${NOUN_ZH}(?:列表|安排|清单)?(?:有哪些|有什么|有几个|呢)?$`,
  ),
  new RegExp(
    `^${VIEW_ZH}?(?:${WHOSE_ZH})?(?:接下来|后面|之后|最近|待会儿?|等下|一会儿?|里|还|都|一共|总共)*(?:有(?:什么|哪些|啥|几个|多少个?|没有?|其他)?|开(?:什么|哪些|啥|几个|多少个?))(?:的)?${NOUN_ZH}(?:要开|要参加|安排)?(?:吗|么|没有?|呢)?$`,
  ),
  new RegExp(`^${VIEW_ZH}?(?:所有|全部)?(?:会议)?(?:列表|清单|会议安排|会议日程|日程安排|所有会议?|全部会议?|会议预约)$`),
  new RegExp(`^${VIEW_ZH}(?:一下)?(?:所有|全部|的)*${NOUN_ZH}$`),
  new RegExp(
    `^(?:我|我们|咱们)(?:都|已经?|一共|今天|最近)*(?:预约|预定|预订|约|订|建|定|开|安排|创建)(?:过|了)?(?:的)?(?:哪些|什么|几个|多少个?|有哪些)?(?:的)?${NOUN_ZH}(?:有哪些|有什么|列表)?$`,
  ),
  new RegExp(`^(?:把)?(?:我的?|我们的?|本群的?)?(?:所有|全部)?(?:的)?${NOUN_ZH}(?:都)?(?:列|显示|看)(?:一下|下|出来|给我|给我看看?)+$`),
  new RegExp(`^(?:剩下|剩余|余下|其余|后面|接下来)的?${NOUN_ZH}(?:呢|有哪些|有什么)?$`),
  /^(?:有没有(?:会议?|安排)|有(?:没有)?空|忙吗|有空吗|忙不忙)(?:要开)?(?:吗|么)?$/,
];
const DAY_LIST_ZH = new RegExp(`^(?:的)?${NOUN_ZH}(?:有哪些|有什么|有啥|有几个|列表|呢)?$`);
const MEETINGS_EN =
  '(?:meetings|mtgs|calls|bookings|reservations|schedule|agenda|calendar|upcoming meetings|meeting list|list of meetings)';
const VIEW_EN = "(?:show|list|view|see|display|check|get|give|look up|what(?:'s| is| are))(?: me| us)?";
const LIST_EN = [
  new RegExp(
    `^(?:${VIEW_EN}\\s+)?(?:all |all of |any |the )*(?:my|our|this (?:group|chat|channel)(?:'s)?|the (?:group|chat|team)(?:'s)?|group|chat|team|upcoming|all|next|'s)\\s+(?:own |upcoming |next |other |booked )*${MEETINGS_EN}(?: (?:in|of|for) (?:this|the|our) (?:group|chat|channel))?(?: for| on| in)?$`,
    'i',
  ),
  new RegExp(
    `^(?:${VIEW_EN}|list)\\s+(?:all |the |my |our |today's )*${MEETINGS_EN}(?: (?:in|of|for) (?:this|the|our) (?:group|chat|channel))?(?: for| on| in)?$`,
    'i',
  ),
  /^(?:list|ls|meetings|meeting list|my day|agenda|'s meetings|meetings (?:in|of|for) (?:this|the|our) (?:group|chat|channel)|meetings (?:for|on|in))$/i,
  /^what(?:'s| is| are| do (?:i|we) have| have (?:i|we) got)(?: (?:on|up|coming up|next|scheduled|planned|booked|happening|my|our|the))*(?: (?:calendar|schedule|agenda|plate|plan|meetings?))?(?: (?:for|on|in|like))?$/i,
  /^(?:what|which|how many) (?:meetings|calls)\b.{0,60}$/i,
  /^(?:do (?:i|we) have|have (?:i|we) got) (?:any |a |some |another )?(?:meetings?|calls?|anything|mtgs?)\b.{0,40}$/i,
  /^(?:is|are) there (?:any |a |some )?(?:meetings?|calls?|anything)\b.{0,40}$/i,
  /^any (?:meetings?|calls?|mtgs?)(?: (?:scheduled|planned|booked|coming up|for|on))*$/i,
  /^(?:am i|are we) (?:free|busy|meeting|booked)\b.{0,20}$/i,
];
const GROUP =
  /本群|这个?群|群里|群内|群的|群会议|(?:我们|咱们|大家|团队|部门)(?:今|明|后|本|这|下|上|周|有|的|接下来)|\b(?:this|the|our) (?:group|chat|channel|team)|\bgroup'?s?\b|\b(?:we|our)\b|\bteam\b/i;

export function readScope(text: string): ListScope {
  return GROUP.test(text) ? 'chat' : 'mine';
}

/** Is it a wish for a list. `gistText` has no times in it; `dayOnly`: a day was named and no clock. */
export function isList(gistText: string, dayOnly: boolean): boolean {
  if (gistText.length > LONGEST) return false;
  if (LIST_ZH.some((one) => one.test(gistText.replace(/ /g, ''))) || LIST_EN.some((one) => one.test(gistText))) return true;
  return dayOnly && DAY_LIST_ZH.test(gistText.replace(/ /g, ''));
}

const WEEK: [RegExp, ListSpan][] = [
  [/(?:本|这|这个|这一|今)(?:周|星期|礼拜)(?![一二三四五六日天末1-7])|\bthis week\b(?!end)/gi, 'this_week'],
  [/(?<!下)下(?:个|一)?(?:周|星期|礼拜)(?![一二三四五六日天末1-7])|\bnext week\b(?! (?:mon|tue|wed|thu|fri|sat|sun))/gi, 'next_week'],
];

/** A week named as a whole, with its place. */
export function readWeek(sheet: Sheet): { span: ListSpan; from: number; to: number } | null {
  for (const [pattern, span] of WEEK) {
    pattern.lastIndex = 0;
    const match = pattern.exec(sheet.text);
    if (match) return { span, from: match.index, to: match.index + match[0].length };
  }
  return null;
}

// ---------------------------------------------------------------- who, show, invitation, share

const WHO =
  /(?:现在|目前)?(?:都)?有?(?:谁|哪些人|哪几个人)(?:还|都|已经|正|现在)*(?:在|进|来|参加|加入|到|入)(?:了)?(?:会议?|这个会|本次会议)?(?:[中上里]|里面|里边|开会|会上|会里|会议室里?|线上?|参会)?(?:了)?(?=$|[\s,，。?？!！~～吗呢啊]|[「"『])|谁在(?=[^,，。]{1,16}会?(?:上|里|中)?[?？。!！~～\s]*$)|(?:(?:现在|目前)?(?:会上|会里|会议(?:里|中|上)|里面|线上))?(?:现在|目前)?(?:一共|总共|都)?(?:有)?(?:几个|多少)个?人(?=[\s?？了啊呢。.!！~]*$)|(?:会上|会里|会议[里中上]|里面|线上)(?:现在|都|还)*有(?:谁|哪些人)|谁还?没(?:有)?(?:来|到|进|入)(?:会|场)?|(?:有)?(?:(?:几个|多少个?)人(?:在|进|来|参加|加入)|几个在)(?:了)?(?:会上|会里|开会|会议[中上里]?|线|里面|会)?(?:了)?|(?:当前|现在|目前)?(?:参会|在线|与会)(?:人员?|人数|情况|名单|列表|者)(?:有谁|有哪些|列表|名单|多少)?(?=$|[\s?？。!！])|谁是主持人?|主持人是谁|谁主持|谁没[来到进]|(?:还|都)?有谁没[来到进]|\bwho(?:'s|s| is| are| all is| else is)? (?:currently |already |still |now )?(?:in|here|on|there|inside|attending|joined|present|online|missing)\b(?: (?:on |in )?(?:the (?:meeting|call)|it|now|this (?:meeting|call)))?|\bwho(?:'s| has| have| all)? (?:already )?(?:joined|join|come|arrived|shown up)\b(?: the (?:meeting|call))?|\bhow many (?:people|participants|attendees|of us)? ?(?:are |is |have )?(?:in|on|joined|there|here|attending)\b(?: (?:the (?:meeting|call)|now))?|\bis (?:any(?:one|body)|every(?:one|body)|some(?:one|body)|@?[A-Z][\w'-]*) (?:already |still |currently )?(?:in|on|at|inside)(?: (?:the|this|our) (?:meeting|call)| yet| now)+|^\/?who$|\bwho(?:'s| is| are)? (?:the )?(?:co-?)?hosts?(?:ing)?\b|\b(?:participants?|attendance|attendees)(?: list)?(?= of\b|$)/gi;
const SHOW =
  /^(?:刷新|更新一下|查看|查询|查一?下|查(?![收阅岗重验房])|看看|看一?下|打开|显示|找一?下)(?:一下)?|(?:会议)?(?:详情|详细信息|具体信息)|(?:会议)?(?:号|号码|密码|(?:链接|连结))(?:是|为)?(?:多少|什么|啥|几|忘了|忘记了|呢)(?:来着)?|(?:查看|查询)|\b(?:show|view|see|get)(?: me)?(?: the)?(?: meeting)? details?(?: of| for| on| about)?\b|\b(?:show|view|look up|details?(?: of| for| on| about)?|info(?:rmation)?(?: of| for| on| about)|status(?: of)?|find|refresh|check(?! ?-? ?in\b)(?: on)?)(?: me)?\b|\bwhat(?:'s| is) the (?:number|meeting number|passcode|password|link|id)\b(?: (?:of|for))?/i;
const LINK_TAIL =
  /(?:的(?:会议|入会|邀请|参会)?|会议|入会|邀请|参会)(?:的)?(?:链接|连结)(?=[\s?？。.!！~吧呢]*$)|(?:的)会议邀请(?=[\s?？。.!！~吧呢]*$)|(?<=\d)\s*(?:的)(?:会议)?邀请(?:函|信息|文案|码)?(?=[\s?？。.!！~吧呢]*$)/g;
const SHOW_TAIL =
  /(?:的)?(?:会议)?(?:详情|详细信息|具体信息)(?=[\s?？。!！吧]*$)|(?:的)?(?:会议)?(?:号|号码|密码)(?:是|为)?(?:多少|什么|啥|忘了|忘记了)(?:来着)?(?=[\s?？。.!！~呢]*$)|(?<=[会审盘训试享议讨论步])的(?:会议)?(?:号码?|密码|信息|情况)(?=[\s?？。.!！~吧呢]*$)/g;
const SHOW_STRONG = /详情|详细信息|details? (?:of|for|on|about)|^(?:meeting )?details?\b|status of|info(?:rmation)? (?:of|for|on|about)/i;
const INVITATION =
  /(?:复制|拷贝|生成|获取|发一?下|发个?|给我|要)?(?:一下|一份)?(?:会议)?(?:的)?邀请(?:信息|函|(?:链接|连结)|文案|内容|文本|码|语)?(?=$|[\s,，。]|[「"『]|发|给我)|(?:复制|拷贝|发一?下|发个?|获取|给我)(?:一下)?(?:会议|入会)?(?:(?:链接|连结)|信息)|(?:会议|入会|参会)(?:链接|连结)|\b(?:copy|get|show|send|give)(?: me)?(?: the| an?| its)? ?(?:meeting |join )?(?:invitation|invite|link)(?: (?:text|link|for|of))*|^(?:the )?(?:meeting )?(?:invitation|invite|(?:join |meeting )link)(?: (?:text|link|for|of))*/i;
const INVITATION_MORE: [RegExp, RegExp] = [
  /^(?:请|帮我)?(?:复制|拷贝|生成|获取|发(?:给)?我?(?:一下|个|下)?|给我|把)(?:一下)?/g,
  /(?:发|给|复制)(?:给|一下|下)?(?:我|大家|群里)?(?:一下|一份|下)?(?=[\s吧。.!！~]*$)/g,
];
const SHARE =
  /^(?:分享|转发)(.{1,40}?)(?:到|给|至)(?:别的|其他|其它|另一个|另外的?|别|某个)?(?:群聊?|聊天|会话|人|同事|频道)(?:里)?(?=$|[\s,，。])|^(?:把|将)?(.{0,40}?)(?:分享|转发|转)(?:一下|给|到|至|去)*(?:别的|其他|其它|另一个|另外的?|别|某个)?(?:群聊?|聊天|会话|人|同事|频道)(?:里)?(?=$|[\s,，。])|^(?:把|将)(.{0,40}?)(?:分享|转发)(?:一下|出去|给大家|给|到)?|^(?:分享|转发)(?:一下)?(?:这个|本|刚才的|此)?(?:会议?)?(?=$|[\s,，。]|[「"『\d])|^(?:share|forward)\b(?: (?:to|with)\b.*)?/i;
const SHARE_TO_EN =
  /\b(?:to|with|in(?:to)?)\s+(?:an?other|other|a different|the other|some other|my other)\s+(?:group|chat|channel)s?|\b(?:to|with) (?:others|people|everyone|other people)/i;

export type Asked = 'show' | 'invitation' | 'share';

/** 谁在会上: marks the question; what is left names the meeting. */
export function readWho(sheet: Sheet): boolean {
  const who = sheet.find(WHO);
  if (!who) return false;
  sheet.claim(who.index, who.index + who[0].length, 'command', 'who');
  const inside = /谁在$/.test(who[0]) ? sheet.find(/[上里中](?=[\s?？。!！~～呢啊吗]*$)/g) : null;
  if (inside) sheet.claim(inside.index, inside.index + 1, 'command');
  return true;
}

/** Marks the words of such a wish; what is left names the meeting. `sure`: they can mean nothing else. */
export function readAsked(sheet: Sheet, heads: number[]): { want: Asked; sure: boolean } | null {
  const starts = heads.filter((at) => sheet.free(at, at + 1));
  for (const at of starts) {
    const share = SHARE.exec(sheet.text.slice(at, at + 80));
    if (share && share.index === 0) {
      const inner = share[1] ?? share[2] ?? share[3];
      const from = at + (inner === undefined ? 0 : share[0].indexOf(inner) + inner.length);
      if (inner !== undefined) sheet.claim(at, at + share[0].indexOf(inner), 'command');
      sheet.claim(from, at + share[0].length, 'command', 'share');
      const to = SHARE_TO_EN.exec(sheet.text);
      if (to && sheet.free(to.index, to.index + to[0].length)) sheet.claim(to.index, to.index + to[0].length, 'command');
      return { want: 'share', sure: /别的|其他|其它|另|群|another|other/.test(sheet.text) };
    }
  }
  for (const at of starts) {
    const rest = sheet.text.slice(at, sheet.nextPart(at));
    const invitation = INVITATION.exec(rest);
    if (invitation) {
      sheet.claim(at + invitation.index, at + invitation.index + invitation[0].length, 'command', 'invitation');
      for (const pattern of INVITATION_MORE) {
        const more = sheet.find(pattern);
        if (more) sheet.claim(more.index, more.index + more[0].length, 'command');
      }
      return { want: 'invitation', sure: /复制|(?:链接|连结)|信息|copy|link/i.test(invitation[0]) };
    }
  }
  const link = sheet.find(LINK_TAIL);
  if (link) {
    sheet.claim(link.index, link.index + link[0].length, 'command', 'invitation');
    const verb = sheet.find(INVITATION_MORE[0]);
    if (verb) sheet.claim(verb.index, verb.index + verb[0].length, 'command');
    return { want: 'invitation', sure: true };
  }
  const detail = sheet.find(SHOW_TAIL);
  if (detail) {
    sheet.claim(detail.index, detail.index + detail[0].length, 'command', 'show');
    const view = sheet.find(/(?<=^|[\s,，]|给我|帮我)(?:查看|看看|看一?下|查一?下|查询|打开|显示)/g);
    if (view) sheet.claim(view.index, view.index + view[0].length, 'command');
    return { want: 'show', sure: true };
  }
  for (const at of starts) {
    const rest = sheet.text.slice(at, sheet.nextPart(at));
    const show = SHOW.exec(rest);
    if (show) {
      sheet.claim(at + show.index, at + show.index + show[0].length, 'command', 'show');
      const more = /(?:的)?(?:会议)?(?:详情|详细信息|具体信息|信息)/.exec(sheet.text);
      if (more && sheet.free(more.index, more.index + more[0].length)) sheet.claim(more.index, more.index + more[0].length, 'command');
      return { want: 'show', sure: SHOW_STRONG.test(show[0]) };
    }
  }
  return null;
}

// ---------------------------------------------------------------- questions

const WHEN_ASKED =
  /(?:在哪里?|在哪儿)(?!个)|(?:是|在|(?:改|换|挪|推迟|推|提前|调整|调|定|约|排|延)(?:到|至|在|成)?了?)?(?:几点钟?|什么时候|啥时候|何时|什么时间|哪一?天|星期几|周几|礼拜几|几号)(?:开始|结束|开会|开|有|的|了)?|\b(?:where|when|what time|what day|which day)(?! ?:)(?:'s| is| are| does| do| will| did)?(?: (?:the|my|our|your|we|it|that|this))*\b/gi;
const YES_NO =
  /(?:吗|么|没有|不)\s*[?？。.!！~～]*\s*$|^(?:is|are|am|do|does|did|has|have|was|were|isn't|aren't)\b.*\?\s*$|有没有|是不是|是否有/i;
const ASKS_US =
  /(?:可以|行|好)[吗么不]|好不好|行不行|帮|约|订|预[约订定]|安排|麻烦|拜托|[建创]个?|推迟|延长|延后|提前|取消|改到|改成|(?:free|available|around)\b.{0,40}\bto \w|could|can|shall|would|will you|may|how about|what about|please|pls|book|schedule|set up|arrange|怎么样|如何\s*[?？]?$/i;

/** Recordings and minutes are kept elsewhere. */
export const ELSEWHERE = /录[像制屏音影]|回放|纪要|会议记录|\b(?:recordings?|minutes of|replay|transcript)\b/i;

export type Question = 'when' | 'yes_no' | null;

/** A question about what is, as against a request put as a question. */
export function readQuestion(text: string): Question {
  if (text.search(WHEN_ASKED) >= 0 && !/几点(?:左右)?(?:方便|合适)?都(?:行|可以)/.test(text)) return 'when';
  if (YES_NO.test(text) && !ASKS_US.test(text)) return 'yes_no';
  return null;
}

export function claimWhen(sheet: Sheet): void {
  const match = sheet.find(WHEN_ASKED);
  if (match) sheet.claim(match.index, match.index + match[0].length, 'command', 'a question');
  const rest = sheet.find(
    /(?:开会|开始|结束|要开|召开|开)(?:的)?(?=$|[\s?？呢啊吗])|\b(?:start(?:s|ing)?|begin(?:s|ning)?|scheduled|happening|meet(?:ing)?)(?=$|[\s?？])/gi,
  );
  if (rest) sheet.claim(rest.index, rest.index + rest[0].length, 'command');
}

export const MEETING_WORD =
  /会|开始|有空|忙|\b(?:free|busy|available)\b|meeting|call|sync|standup|stand-up|1on1|1:1|review|retro|评审|复盘|面试|培训|interview|demo|all hands|meet\b|mtg/i;
