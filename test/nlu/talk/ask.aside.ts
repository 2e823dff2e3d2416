import { lines } from './lines.ts';

/** Kept aside: more that may be meant, not looked at while rules are written. */
export const unsureAside: Record<string, string[]> = {
  'a time alone': lines(`
    明早九点
    11月25号下午两点到三点
    Monday 4pm
    today at 5:30
    周六晚上7点
  `),
  'whether to meet': lines(`
    要不周三下午两点开个会？
    should we schedule a review for Monday at 10?
    明天三点碰一下如何，还是改天
    do we need a call at 3 tomorrow?
    shall we meet at 11?
  `),
  'said as news': lines(`
    站会取消了
    复盘改到周五10点了
    the sync is moved to 11am
    下午两点有个面试
    we've got a review at 3pm tomorrow
    老板想周一早上9点开会
    the retro has been postponed to Thursday 4pm
  `),
  'whether to undo or change': lines(`
    周会可以取消吗
    could we cancel the demo?
    要不改到下午四点吧？
    shall we move it to Monday at 9?
    maybe extend it by ten minutes?
    需不需要取消
  `),
  'something else that may be a meeting': lines(`
    drinks with the team Friday 6pm
    周四下午三点打球
    schedule a site visit for Monday 2pm
    明天中午12点约饭
  `),
};
