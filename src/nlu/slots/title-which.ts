/** The name of a meeting that exists, out of a piece. */

import type { Utterance } from '../utterance.ts';
import { AFTER_TIME_ZH, ASIDE, BEFORE_TIME_EN, PARTICLE, REQUEST_ZH } from './title-beside.ts';
import { Cut } from './title-cut.ts';
import type { Piece } from './title-piece.ts';

const WHICH_NOUN_ZH = /^(?:§?编号|§(?:号|ID|链接)?)[是为:：]?/i;

const WHICH_ZH =
  /^(?:一下)?(?:把(?![关控脉])|将(?![军领才])|对(?![接账焦标赌外公韩美日欧俄讲])|给(?![排水])|关于|让(?![利渡]))?(?:我们?|咱们?|大家)?(?:的)?(?:刚才|刚刚|刚|方才|上一?[个场次]|上次|最近一?[个场次]?|最新的?|最后一?[个场次]|这一?[个场次]|那一?[个场次]|此次|此|该|本次|本场|当前|原来|原[定订]|原先|原本|原计划|本来|之前|先前|现在|下一?[个场次]|后面几[个场次]|后续|后面|接下来几?[个场次]?|这|那)?(?:我们?)?(?:约|订|定|预约|预订|创建|说|开(?![标题幕盘庭业放源户票工学机发拓荒园馆营播课]))?(?:好|完)?(?:的|那个|那场|这个|这场)*/;

const WHICH_TAIL_ZH =
  /(?:还有|还要|还得|还)?(?:(?:的|这个|那个|这场|那场|^)(?:会议号|会议|会))?(?:的)?(?:一下|掉|了|给|都|也|先|时间|信息|情况)?$/;

/** Why a meeting has to move or fall: no name. */
const REASON =
  /^(?:因为|由于|鉴于)|才(?:行|能|可以|方便|有空)|不行|没空|没时间|有事|冲突|来不[了及]|不方便|不合适|参加不了|去不了|赶不上|^(?:因|由于|鉴于).{1,20}(?:原因|冲突|安排|需要|调整)$|开不了|不在|请假|出差|时间有变|不好意思|计划有变|改天|再约|算了|还没|没(?:聊|讲|开|说|讨论|过)完|时间不?够|不够用|先不|下次|另约|不变|照旧|\b(?:can't|cannot|can not|conflict|busy|doesn't work|does not work|not work|won't work|no longer|unavailable|sick|sorry|running (?:over|late|behind)|something came up)\b/i;

const WHICH_EN =
  /^(?:(?:re:?|fwd?:?|the|my|our|this|that|last|previous|current|latest|upcoming|next|just|meeting number|meeting no\.?|meeting id|number|no\.?|of|for|from|to|on|in|with|'s)(?=\s|$|:)[\s:]*)+/i;

const WHICH_NONE_EN =
  /^(?:it|this|that|this one|that one|the last one|last one|one|meetings?|mtg|calls?|the (?:meeting|call)|booking|slot|session|room|appointment|we can|we could|we|thing|reservation|invite|event|number|id|last|please|now|time|again|instead|everything|all|all of (?:it|them)|them|let|make|set|turn|keep|have|out|up|off|by|to|back|(?:show|tell)(?: me| us)?|let me know|give|给|让|把)$/i;

const TOLD = ['mood.finite', 'mood.unable'];

export function cleanWhich(said: Utterance, piece: Piece): Piece | null {
  const cut = new Cut(said, piece);
  cut.trim();
  cut.tail(/(?:已经|先)?(?:取消了?|不[开办搞弄]了)[啊吧哈哦呀啦]*$/);
  if (piece.before === 'time') cut.lead(/^(?:召开|举行|进行|开展)$/);
  cut.tail(/(?:的)?(?:时间|日期|其他|其它|内容)?(?:都)?(?:不变|照旧)$/);
  if (REASON.test(cut.rest) || ASIDE.test(cut.rest)) return null;
  for (let turn = 0; turn < 8 && cut.rest !== ''; turn += 1) {
    if (cut.edits() || cut.filler()) continue;
    break;
  }
  if (cut.from === piece.from && !cut.role('move.may')) cut.role('mood.wonders');
  if (piece.before === 'time') {
    cut.lead(AFTER_TIME_ZH);
    cut.lead(/^'s\s*/);
  }
  while (cut.courtesies() || cut.tail(REQUEST_ZH) || cut.tail(/[吗么]$/)) if (cut.rest === '') break;
  cut.lead(/^(?:能|可以)$/);
  cut.tail(/(?:能不能|可不可以|能否|可否|是否可以|可以|能)$/);
  cut.lead(/^(?:同一个?|同样的?|相同的?)(?:时间|时刻)?$/);
  cut.role('list.week');
  cut.lead(/^(?:'s\s+|的)/);
  cut.lead(WHICH_ZH);
  if (cut.meeting(WHICH_NOUN_ZH)) {
    // 6点的会太晚了: why, and no name.
    if (TOLD.some((role) => said.hitAt(role, cut.from) !== undefined)) return null;
    if (piece.after === 'mark' && said.anyIn(['mood.not'], { from: cut.from, to: cut.to })) return null;
    while (cut.rest !== '' && cut.filler());
  }
  cut.lead(/^(?:make|set|turn|keep|let|have|give|no need (?:for|to have)|need for)(?:\s+|$)/i);
  cut.lead(WHICH_EN);
  cut.tail(/\s*(?:that |which )?(?:we|i|you)(?:'ve)? (?:have |had )?just (?:booked|made|created|scheduled)$/i);
  cut.tail(/\s*\binstead$/i);
  if (cut.role('title.time-of')) cut.lead(WHICH_EN);
  cut.last('title.joins');
  cut.ending('title.off');
  cut.ending('show.yet');
  while (cut.ending('title.link'));
  cut.reason();
  if (piece.after === 'other') {
    cut.tail(/'s$/);
    while (cut.ending('title.asks'));
    cut.ending('direction');
    cut.ending('name.modal');
  }
  cut.tail(WHICH_TAIL_ZH);
  if (piece.after === 'time') cut.tail(BEFORE_TIME_EN);
  if (
    WHICH_NONE_EN.test(cut.rest) ||
    /^(?:预约|预定|预订|预约的|那个|这个|安排|原)$/.test(cut.rest) ||
    PARTICLE.test(cut.rest) ||
    cut.isMeeting()
  )
    return null;
  return cut.rest === '' ? null : { ...piece, from: cut.from, to: cut.to };
}
