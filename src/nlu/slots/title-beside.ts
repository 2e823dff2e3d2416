/** What stands beside a name, of whatever meeting. */

export const AFTER_TIME_ZH =
  /^(?:的时候|那会儿?|的|(?:准时|准点)?开始|起(?![重诉草步源飞租居伏义泡售拍价降航点名])|左右(?![屏岸手脑翼侧滑])|准时|前后|之?前|之?后|整(?![理改车体合顿治机备容形套数段装编流个年月天日])|到时候?|那天|期间|这个时间)+(?!端|景|台|勤|置|续)/;

export const BEFORE_TIME_EN =
  /(?:^|[\s,，])(?:(?:duration|length|lasting|lasts|approximately|roughly|starting|starts?|beginning|begins?|scheduled|held|is|will be|takes place|at|on|for|from|by|in|to|around|about|until|till|and|every|of|the|this|@)\s*)+$/i;

export const PARTICLE =
  /^(?:以后|今后|之后|往后|从今往后|从今以后|的|了|在|和|与|跟|及|或者?|还是|把|将|给|对|从|到|有|个|一个|一场|这|那|就|a|an|the|one|another|for (?:the|this) (?:meeting|call)|for it|and|or|at|on|in|for|from|to|by|of|with|it|is|be|we|i|us|me|my|our|'s|s|参加|参会|出席|一起|加入|与会|来|方便|need|want|got|same|the same|have|set|book|grab|plan|keep it|find|get|take|schedule|arrange|put|拟|兹|通知)$/i;

/** 请准时参加, 地点线上, 别忘了: clauses that say nothing of what the meeting is about. */
export const ASIDE =
  /^(?:等\d{1,2}点[^,]{0,8}(?:会|会议)|(?:大家|各位)?(?:先)?准备(?:一下|下|好)[^,]{1,8}|(?:请|麻烦|烦请|望|务请|敬请)?(?:大家|各位|各部门|相关人员|与会人员)?(?:都)?(?:务必)?(?:准时|按时|准点)(?:开始|开会|哦|哈)?|(?:请|望|并)?(?:大家|各位)?(?:互相|相互)(?:转告|通知|告知)|(?:请|敬请|望)(?:大家|各位)?(?:知悉|周知|悉知|知晓|查收|留意|关注|谅解|支持)|特此通知|(?:请)?(?:勿|不要|不得|别)(?:迟到|缺席|请假|早退)|因[^,]{1,16}(?:原因|冲突|安排|需要)|(?:可以|行|好|有空|有时间|方便|ok)?[吗么]|(?:not sure|maybe|perhaps|probably)|(?:会议)?时间(?:已经?|就)?(?:定了|确定了?|敲定了?|定下来了?|改了|变了|有变)|最终(?:确定|敲定|决定)了?|(?:亲|小伙伴|家人|兄弟|同志|老板|领导)们|(?:收到|没问题|好嘞|好滴|了解|明白|行|急+|yes(?: please)?|sure|yep|yeah|sounds good|great|perfect|no problem|got it)|我?改(?:一下|下|个)?时间|(?:谢谢|感谢)(?:大家|各位)?的?(?:配合|支持|理解|参与|合作)|有(?:问题|疑问|事)的?(?:请|可以?)?(?:随时|请假|联系|提前|及时|找我|群里)[^,]{0,10}|bring (?:your|a|the) (?!own).{1,30}|(?:(?:please|pls) )?(?:invite|loop in|include|cc) (?:the|all|our|my|everyone)\b.{0,40}|(?:记得|请|请大家|麻烦大家|大家)(?:提前|先)?(?:带[好上]?|准备好|安排好|预习|填好?)[^,]{1,10}|(?:请|麻烦)?(?:大家|各位)?(?:预留|空出|留出|腾出|留)(?:一下|下|好|出)?(?:的)?时间|的?时间|(?:会议)?(?:地点|地址|位置)\s*(?:[:在是为]+[^,]{1,20}|[^,]{0,12}(?:室|厅|楼|层|座|线上|线下|大厦|园区|礼堂))|(?:(?:on|in|to) )?(?:the |your |my |our )?calendars?|(?:either|whichever|any)(?: one| time| of (?:them|those|these))? (?:works|suits|is fine|way|is ok)(?: for .{1,16})?|up to you|your call|(?:please |just )?let me know(?: .{1,40})?|(?:(?:please|kindly|pls)\s+)*(?:attend|join|be there|arrive|come|dial in|log in)(?: [a-z]+){0,2} on time|(?:(?:please|kindly|pls)\s+)*be (?:punctual|prompt)|attendance (?:is )?(?:mandatory|required|compulsory|expected)|(?:请|麻烦|望|烦请|务必|记得|届时|到时候?|希望)?(?:各位|大家|各部门|各组|相关|全体|所有|与会|参会)?[\p{Script=Han}]{0,6}(?:准时|按时|提前|务必|踊跃|积极)(?:到|来|参加|出席|到场|入会|上线|参会|与会|进入|进会|加入)[\p{Script=Han}]{0,4}|(?:请|麻烦)?(?:大家|各位)?(?:收到|看到)(?:后)?(?:请)?(?:回复|确认)(?:一下|下)?|别忘[了记]?|不要忘[了记]|不见不散|别迟到|(?:大家)?先(?:占个?位置?|忙|这样|这么定|定下来)|占个?位|会期半天|(?:地点|方式|形式)?\s*(?:在)?(?:线上|线下|腾讯会议|飞书会议)(?:开|进行|参会|会议)?|please be on time|don'?t be late|see you(?: all)?(?: there| then)?|be on time|save the date)$/iu;

/** 帮我约上: asks for a meeting and says nothing of it. */
export const REQUEST_ZH =
  /(?:^|\s)?(?:请|麻烦)?(?:你)?(?:帮我|帮忙|给我|帮我们|给大家|替我)(?:们)?(?:建立?|约|订|定|开|安排|创建|新建|发起|预约|预定|设成?|设置成?|排|弄|搞)(?:一?[个场次]|一下|上|好|下|了|重复|周期|循环|定期|的)*(?:会议?)?$|(?:^|的)(?:会议?)?(?:约|订|定|安排|预约|建|排)(?:一下|一个|上|起来)$/;
