/** The small words around times in Chinese: from, to, before, after, moved to, not then. */
import type { Lexeme } from '../../lexicon/lexeme.ts';
import type { Piece, Shape } from '../../time/locale.ts';

export const words: readonly Lexeme[] = [
  {
    role: 'time.move-verb',
    words: [
      '改期',
      '改约',
      '改',
      '挪',
      '移',
      '推迟',
      '推后',
      '推',
      '延期',
      '延后',
      '延迟',
      '延',
      '提前',
      '提早',
      '换',
      '调整',
      '调',
      '顺延',
      '变更',
      '更改',
      '修改',
      '后移',
      '前移',
      '往后挪',
      '往前挪',
      '往后推',
      '往前提',
      '移动',
      '重约',
      '重新约',
      '重新安排',
    ],
    examples: [
      { text: '3点的周会换到5点', means: { want: 'move', topic: '周会', start: '11-20 17:00', to: '11-20 17:00' } },
      { text: '后天9点的宣讲推迟到11点', means: { want: 'move', start: '11-22 11:00' } },
      { text: '周一10点的晨会推到11点半', means: { want: 'move', start: '11-23 11:30' } },
      { text: '周五16点的团建延后到18点', means: { want: 'move', start: '11-20 18:00' } },
      { text: '明天15点的路演提前到13点', means: { want: 'move', start: '11-21 13:00' } },
      { text: '周二16点的彩排提早到14点', means: { want: 'move', start: '11-24 14:00' } },
      { text: '后天14点的看房调整到16点', means: { want: 'move', start: '11-22 16:00' } },
      { text: '周一9点的早会调到10点', means: { want: 'move', start: '11-23 10:00' } },
      { text: '明天9点的晨练会移动到10点', means: { want: 'move', start: '11-21 10:00' } },
      { text: '周三14点到15点的沙龙移到16点', means: { want: 'move', start: '11-25 16:00' } },
      { text: '今晚7点到9点的聚餐延到8点', means: { want: 'move', start: '11-20 20:00' } },
      { text: '周二15点到16点的评审变更为17点', means: { want: 'move', start: '11-24 17:00' } },
      { text: '周四15点到16点的试驾延期至17点', means: { want: 'move', start: '11-26 17:00' } },
      { text: '明天的评审会改到四点行吗', means: { want: 'move', topic: '评审会', to: '11-21 16:00' } },
      { text: '选品会挪到了四点', means: { want: 'move', topic: '选品会', to: '11-20 16:00' } },
      { text: '周四9点的巡检改期到10点半', means: { want: 'move', topic: '巡检', to: '11-26 10:30' } },
      { text: '后天16点的谈判改约到17点', means: { want: 'move', topic: '谈判', to: '11-22 17:00' } },
      { text: '周二11点的验收推后到13点', means: { want: 'move', topic: '验收', to: '11-24 13:00' } },
      { text: '今晚8点的读书会延迟到9点', means: { want: 'move', topic: '读书会', to: '11-20 21:00' } },
      { text: '周五17点的总结会往前提到14点', means: { want: 'move', topic: '总结会', to: '11-20 14:00' } },
      { text: '周三13点的述标重新安排到15点', means: { want: 'move', topic: '述标', to: '11-25 15:00' } },
      { text: '把周三三点的述标重约到周四三点', means: { want: 'move', topic: '述标', to: '11-26 15:00' } },
      { text: '把周三三点的述标重新约到周四三点', means: { want: 'move', topic: '述标', to: '11-26 15:00' } },
    ],
  },
  {
    role: 'time.until-word',
    words: ['直到', '一直到', '直至', '截到', '截止到', '截至', '一直开到'],
    examples: [
      { text: '每天9点站会直到12月10号', means: { want: 'book', topic: '站会' } },
      { text: '明天14点一直到16点培训会', means: { want: 'book', start: '11-21 14:00', end: '11-21 16:00', topic: '培训会' } },
      { text: '每周一9点值班会截至12月20号', means: { want: 'book', topic: '值班会' } },
      { text: '每周一9点值班会截到12月20号', means: { want: 'book', topic: '值班会' } },
      { text: '每周一9点值班会截止到12月20号', means: { want: 'book', topic: '值班会' } },
      { text: '每周一9点值班会直至12月20号', means: { want: 'book', topic: '值班会' } },
      { text: '明天14点培训会一直开到16点', means: { want: 'book', start: '11-21 14:00', topic: '培训会' } },
    ],
  },
  {
    role: 'time.about-word',
    words: ['讨论', '关于', '有关', '主题', '议题', '话题', '标题', '题目', '聊聊', '谈谈', '过一下', '复盘'],
    examples: [
      { text: '约个会讨论下周上线', means: { want: 'book', start: null, topic: '讨论下周上线' } },
      { text: '约个会复盘上周上线', means: { want: 'book', start: null, topic: '复盘上周上线' } },
      { text: '约个会关于下周上线', means: { topic: '下周上线' } },
      { text: '开会聊聊下周的安排', means: { topic: '聊聊下周的安排' } },
      { text: '开个会，议题下周排期', means: { topic: '下周排期' } },
    ],
  },
  {
    role: 'time.ends-word',
    words: ['结束', '散会', '为止', '开完', '收工', '完事'],
    examples: [
      { text: '明天15点开始培训17点结束', means: { want: 'book', start: '11-21 15:00', end: '11-21 17:00' } },
      { text: '明天14点读书会，16点散会', means: { want: 'book', start: '11-21 14:00', end: '11-21 16:00' } },
      { text: '后天10点招标会，12点开完', means: { want: 'book', end: '11-22 12:00' } },
      { text: '后天13点工地会，15点收工', means: { want: 'book', end: '11-22 15:00' } },
      { text: '后天16点排练会，18点完事', means: { want: 'book', end: '11-22 18:00' } },
      {
        text: '每周一9点盘点会，12月20号为止',
        means: { want: 'book', repeats: 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20261220T155959Z', topic: '盘点会' },
      },
    ],
  },
];

export const pieces: Record<string, Piece> = {
  /** 行不行, 方不方便: a question, not a no. */
  noWay: {
    // 6点的会太晚了，改到4点: why that meeting is moved.
    is: '(?<!的会|的会议|那场|那个会|这个会)(?:(?<!行)不行|(?<!可)不可以|(?<!成)不成|(?<!有)没空|(?<!有)没时间|没法|有事|(?<!方便?)不方便|(?<!合适?)不合适|(?<!没有?)有冲突|(?<!没有?|无|有)冲突|来不及|去不了|(?<!能)不能|太早|太晚|不太行|有会了?(?![议吗么]))',
  },
  /** 起重, 左右屏: the time is over before them. */
  startsLonger: { is: '[重诉草步源飞租居伏义泡售拍价降航点名]' },
  sides: { is: '[屏岸手脑翼侧滑]|互搏|布局|对齐|分栏|联动' },
  pleaseTell: {
    is: '的?(?:话)?(?:同学|人|同事|伙伴)?们?[,，]?(?:请|烦请|麻烦|提前|随时|及时|尽快|联系|告诉|告知|跟我|和我|找我|私|单独|群里|@)',
  },
};

const link = (name: string, role: string, is: string): Shape => ({ name: `zh.link.${name}`, says: 'link', is, as: { role } });

export const shapes: readonly Shape[] = [
  link('verb', 'verb', '一下(?!午|子)'),
  link('until', 'until', '{until-word}'),
  link('to', 'to', '到了?(?! ?[,，。])|至|~{1,2}|-{1,3}|[和与跟](?=.{1,9}之间)'),
  link(
    'from',
    'from',
    '从|自从|自(?=[今明后周本下\\d])|由(?=原?定?的?(?:\\d{1,2}[月:点/]|[今明后]天|[下本]?周[一二三四五六日天](?:的|上午|下午|\\d| |$)|[上下]午\\d))',
  ),
  link('target', 'target', '{move-verb}_(?:一下|下(?![周个星礼月午班]))?_(?:会议)?(?:时间)?_(?:到|至|成|为|在|去)'),
  link('move', 'moveTo', '(?:改期|改约|改|挪|换|重约)(?:一下|下(?![周个星礼月午班]))?(?:时间)?(?:[:：,，]?)'),
  link('not', 'not', '(?:{noWay})(?!{pleaseTell})'),
  link('nor', 'nor', '(?<!是)不是|(?<!要)不要|(?<!别)别'),
  link('right', 'target', '[哦啊]?不对[,， ]*|说错了?[,， ]*(?:是|应该是)?|[哦啊]不[,， ]*(?:是)?|更正[:：]?'),
  link('about', 'about', '{about-word}'),
  // a form's second line: the time above runs up to this one
  link('end.label', 'to', '(?<=[\\n,，;；|] {0,2})(?:会议)?(?:结束|截止)(?:时间|日期)?(?:_[:：]|(?=_\\d))'),
  link('start.label', 'label', '(?:会议)?开始(?:时间|日期)?_[:：]'),
  link('label', 'label', '(?:会议|开始|开会|预约)?(?:时间|日期)_?(?:是|为|定在|[:：])'),
  link('starts', 'starts', '开始开?|开播|开讲|(?<![一发引拉提升兴唤掀想约])起开?(?!{startsLonger})|开(?= ?[\\d一二两三半])'),
  link('ends', 'ends', '{ends-word}(?<!开完(?= ?[,，。]))(?<!(?:会|议|审|盘|训|试) ?{ends-word}(?= ?[,，]))|完$'),
  link('ago', 'ago', '(?:之前|以前|前)(?!端|面|后|台|期|置|途|沿|天|年|两|三|提|景)'),
  link('later', 'later', '(?:之后|以后|过后|后)(?!端|面|台|期|续|勤|天|置|悔|者|半|儿|果|方|盾|援)'),
  link(
    'in',
    'in',
    '再过|(?<![超不通经])过(?!一下|下|一遍|了|程|往|去|来|会|期|滤|审)|距离?现在|(?<=^|[,，。再先们请 ])等(?=[半\\d一二两三四五十])',
  ),
  link('for', 'glue', '全天|一?整天|为期|大概|大约|持续|总共|一共|差不多|时长(?:是|为|[:：])?|共(?= ?\\d)'),
  link('since', 'glue', '从?现在(?:起|开始|算起)'),
  link(
    'glue',
    'glue',
    '在|之间|出头|来钟|多钟?(?=$|[ ,，。吧开见])|止(?=$|[ ,，。])|于|就|那天|当天|当日|先|定在|约在|约(?= ?\\d)|左右(?!{sides})|前后(?!端|台|置)|的|是',
  ),
];
