/** The name of a new meeting, out of a piece. */

import type { Utterance } from '../utterance.ts';
import { ABOUT_EN, ARTICLE, MEET_EN, MEETING_EN } from '../words.ts';
import { AFTER_TIME_ZH, ASIDE, BEFORE_TIME_EN, PARTICLE, REQUEST_ZH } from './title-beside.ts';
import { Cut } from './title-cut.ts';
import type { Piece } from './title-piece.ts';

/** With a space in between only such a word alone still belongs to the time: EOD 前 review, but 3点 整体方案. */
const APART_ZH = /^(?:的|(?:准时|准点)开始|开始|左右|前|之前|以前|后|之后|准时)(?=\s|$)/;

const BEFORE_TIME_ZH =
  /(?:(?:大概|大约|预计|估计|差不多)(?:需要|要|开|持续)?|预计(?:需要|要)?|为期|持续|控制在|不超过|不到|最多|至多|最长|限时|耗时|需要|时长|时间|定在|放在|安排在|会期|约在|改在|选在|时间定?[在是]?|每次|每场|每回|就在|从|(?:兹定|现定|拟定|暂定|拟|兹|定)?于|在|自|等到|到|为|是|至|每|开始于?)$/;

/** 评审安排|在明天: the 在 went to the time. */
const ARRANGED_ZH = /(?:就|都|先)?(?:安排|暂定|兹定|现定|拟定|拟|兹|定|约|放|选|改|设|订|(?<!彩)排)$/;

const AFTER_TIME_EN =
  /^(?:itself|'s|o'?clock|works for|works(?= ?$)|sharp|ish|onwards?|or so|start(?=[,.]|$)|and|for|to|at|on|:|-)(?=\s|$|:)\s*|^'s\s*/i;

const TO_DISCUSS_ZH =
  /^的?§(?:来|去|用来|主要是?|是)?(?=\s(?![A-Za-z])|[,，:：。]|$|讨论|聊|谈|关于|商量|商讨|对|过|沟通|说|同步|研究|复盘|评审|碰|确认|看|和|跟|与|叫|排查|处理|[倾傾]|定位|解决|分析|决定|跟进|研讨|总结|规划|敲定|梳理|汇报|商议|审|测|演练|培训|分享|解释|介绍)\s*/;

const HOLD_ZH =
  /(?:[\s,，]|^|(?<=[\p{Script=Han}A-Za-z0-9]))(?:(?:一起)?开(?:一?[个场次]|一下)?(?:视频|线上|短|小)?会议?|开一下|会议?时间)$/u;

const ABOUT_ZH = /^(?:关于|有关|针对|围绕|就是?(?![业地职医近读诊餐绪位任此]))(?=.)[\s:：]*/;
const WE_ZH = /^(?:我们|咱们|大家|我|咱|一起)(?=开|聊|讨论|过|对|碰|看|谈|商量|同步|复盘|评审|[\s,，]|$)\s*/;

/** 明天见: says when, not why. */
const MEET_ZH = /^(?:(?:不见不散|见面|碰面|见)[吧啦哈呀哦啊了]*|be there)$/;

/** 行不行 周会: is the time all right. */
const SUITS_ZH = /^(?:行不行|可不可以|好不好|ok不|方便不|(?:可以|行|好|ok|方便|有空|有时间|合适)(?:吗|么|不|嘛))(?=[\s,?]|$)[\s,?]*/i;

/** 想跟你, 你跟我一起: who talks to whom, where the two are the whole meeting. */
const TO_YOU_ZH =
  /^(?:我(?:这边|们)?)?(?:想|要|打算|准备)?(?:跟|和|与|请|找|约|拉|叫|喊|召集|组织)(?:着|上)?(?:你们?|您|各位|大家|相关同学)(?:一起)?(?=再?(?:过|聊|谈|对|讨论|沟通|确认|碰|同步|商量|请教|汇报|评审|看|说|核对))|^你们?(?:跟|和|与)(?:我们?|咱们?)(?:一起)?(?=\p{Script=Han})/u;

/** 跟运营的同事们开一个关于…的讨论会: with whom, and then what about. */
const WITH_OPENS_ZH =
  /^(?:和|跟|与|同)[^,\s]{1,12}?(?:一起)?(?:开|约|搞|安排|组织|召开)(?:一?[个场次])的?(?=(?:关于|有关|针对|围绕).)|^(?:叫|拉|喊)上[^,\s]{1,12}?一起(?=.)/;

/** What asks for a time and stands right before it. */
const OFFER_EN =
  /(?:^|(?<=\b(?:we|i|us)) )(?:(?:could|can|might) )?(?:do|say|try|grab|pencil in|pencil|shoot for|aim for)$|^(?:block(?:ing)?|hold|keep|reserve|mark)(?: (?:off|out))?(?: (?:your|the|my|our|all|everyone's))?(?: (?:calendars?|diar(?:y|ies)|schedules?|time|slots?))?$|^(?:put|get|add|drop)(?: (?:something|this|it|some time|time))? (?:on|in|to) (?:the|your|my|our|everyone's) calendars?$/i;

/** The same in Chinese. */
const OFFER_ZH = /^(?:预留|空出|留出|腾出|留)(?:一下|下|好)?$/;

export function cleanBook(said: Utterance, piece: Piece): Piece | null {
  const cut = new Cut(said, piece);
  cut.trim();
  if (ASIDE.test(cut.rest) || MEET_ZH.test(cut.rest)) return null;
  if (piece.before === 'other') cut.lead(/^的(?=.)/);
  if (piece.before === 'time') cutBehindTime(cut, piece);
  while (cut.courtesies() || cut.tail(REQUEST_ZH) || cut.last('title.joins') || cut.tail(/吗$|\s+then$|(?:^|\s+)instead(?: of .{1,24})?$/i))
    if (cut.rest === '') break;
  let asked = false;
  let verb = false;
  for (let turn = 0; turn < 8 && cut.rest !== ''; turn += 1) {
    asked ||= said.hitAt('mood.wonders', cut.from) !== undefined;
    if (cut.filler() || cut.role('title.lead')) continue;
    if (cut.role('mood.deliberates') || cut.role('mood.wonders')) {
      asked = true;
      continue;
    }
    if (asked && !verb && (cut.role('book.meet') || cut.role('mood.meets'))) {
      verb = true;
      continue;
    }
    if (!verb && cut.books()) {
      verb = true;
      cut.lead(ARTICLE);
      cut.lead(/^(?:一?[个场次]|1个)\s*(?=[a-z])/i);
      continue;
    }
    if (cut.lead(/^我们?(?:这边)?有(?:一?[个场次])(?=.)/)) continue;
    if (cut.lead(WE_ZH) || cut.lead(TO_YOU_ZH) || cut.lead(WITH_OPENS_ZH)) continue;
    break;
  }
  if (piece.after === 'time' && said.hitAt('mood.we', cut.from)?.to === cut.to) return null;
  if (piece.after === 'time' && said.hitAt('book.counted', cut.from)?.to === cut.afterBit()) return null;
  cut.lead(/^(?:一?[个场次]|1个)(?=关于|有关|讨论|针对)/);
  if (piece.after !== 'mark') cutBefore(said, cut, piece);
  if (verb || piece.before !== 'start' || piece.after !== 'end') cut.lead(ARTICLE);
  if (cut.meeting(TO_DISCUSS_ZH) || cut.lead(MEETING_EN)) {
    cut.lead(ABOUT_EN);
    cut.lead(ARTICLE);
  }
  if (cut.lead(ABOUT_ZH) || cut.lead(/^(?:about|regarding|concerning|re:)\s*/i)) cut.lead(ARTICLE);
  cut.lead(/^(?:sync|catch) up (?:on|about|re|regarding)\s+|^touch base (?:on|about|re|regarding)\s+/i);
  cut.lead(/^to (?=discuss|review|talk|plan|go|sync|align|prepare)/i);
  if (!/^(?:和|跟|与|同(?!步|意|行|城|学))/.test(cut.rest)) cut.tail(HOLD_ZH);
  cut.ofMeeting();
  if (/^(?:with|w\/)\s/i.test(cut.rest))
    cut.lead(/^(?:with|w\/)\s.{1,40}?\s(?:about|regarding|re:?|on|to discuss|to talk about)\s+(?=\S)/i);
  if (
    /^(?:的)?会议室$/.test(cut.rest) ||
    (cut.from > piece.from && ASIDE.test(cut.rest)) ||
    cut.isMeeting() ||
    MEET_EN.test(cut.rest) ||
    PARTICLE.test(cut.rest) ||
    /^(?:with|w\/)\s/i.test(cut.rest)
  )
    return null;
  return cut.rest === '' ? null : { ...piece, from: cut.from, to: cut.to };
}

function cutBehindTime(cut: Cut, piece: Piece): void {
  cut.lead(SUITS_ZH);
  cut.lead(cut.from === piece.from ? AFTER_TIME_ZH : APART_ZH);
  cut.lead(/^(?:那个|那场|这场|那次)(?=\p{Script=Han}{2})/u);
  cut.lead(AFTER_TIME_EN);
  cut.lead(/^(?:(?:全天|一整天|整天)的?|[一两二三]天(?=[的\s])的?)/);
  cut.lead(/^(?:留出来|空出来|预留(?:出来?)?(?!字段|位置?|接口|方案|资源|金|款|空间)|留给)(?:做|给|用于|用来|用作)?(?=.)/);
  cut.lead(/^占用(?:大家|各位|一下)?的?时间来?(?=.)/);
  cut.lead(/^(?:参加|参与(?![度率者人感方式])|进行|举行|召开)(?=.)/);
  cut.lead(/^有(?![个一场次赞效限机关色声氧线轨偿害])(?=[^,，]{1,12}(?:会议?|面试|评审|培训|答辩|课|讲座)(?:$|[请帮给]))/);
}

/** What leads to the time, or whatever stands behind the name. */
function cutBefore(said: Utterance, cut: Cut, piece: Piece): void {
  if (piece.after === 'time') cut.tail(/^[在到于]/.test(said.text.slice(piece.to, piece.to + 1)) ? ARRANGED_ZH : BEFORE_TIME_ZH);
  if (piece.after !== 'end') cut.tail(BEFORE_TIME_EN);
  if (piece.after === 'time') {
    cut.arranged();
    cut.lead(/^(?:把(?![关控脉手])|将(?![军士领才来]))(?=.)/);
    cut.tail(OFFER_EN);
    cut.tail(OFFER_ZH);
  }
}
