/** Clocks and parts of the day in Chinese. */
import type { Lexeme } from '../../lexicon/lexeme.ts';
import type { Guard, Piece, Shape } from '../../time/locale.ts';

export const words: readonly Lexeme[] = [
  {
    role: 'time.part',
    words: {
      凌晨: 'dawn',
      拂晓: 'dawn',
      黎明: 'dawn',
      后半夜: 'dawn',
      下半夜: 'dawn',
      清晨: 'morning',
      清早: 'morning',
      大清早: 'morning',
      一大早: 'morning',
      大早: 'morning',
      大早上: 'morning',
      大中午: 'noon',
      大下午: 'afternoon',
      早上: 'morning',
      早晨: 'morning',
      晨间: 'morning',
      上午: 'morning',
      午前: 'morning',
      早间: 'morning',
      一早: 'morning',
      朝早: 'morning',
      上昼: 'morning',
      中午: 'noon',
      正午: 'noon',
      晌午: 'noon',
      晌午头: 'noon',
      晌午头儿: 'noon',
      午间: 'noon',
      午休时间: 'noon',
      午休: 'noon',
      午饭时间: 'noon',
      午饭时: 'noon',
      下午: 'afternoon',
      午后: 'afternoon',
      后晌: 'afternoon',
      下昼: 'afternoon',
      晏昼: 'afternoon',
      午饭后: 'afternoon',
      午饭之后: 'afternoon',
      午休后: 'afternoon',
      午餐后: 'afternoon',
      傍晚: 'evening',
      黄昏: 'evening',
      晚上: 'evening',
      晚间: 'evening',
      夜晚: 'evening',
      大晚上: 'evening',
      下班后: 'evening',
      下班之后: 'evening',
      下班以后: 'evening',
      晚饭后: 'evening',
      晚饭之后: 'evening',
      饭后: 'evening',
      下班前: 'eod',
      下班之前: 'eod',
      下班以前: 'eod',
      收工前: 'eod',
      夜里: 'night',
      夜间: 'night',
      深夜: 'night',
      半夜: 'night',
      大半夜: 'night',
      午夜: 'night',
      前半夜: 'night',
    },
    examples: [
      { text: '汉城时间周五晚上8点棋院联络会', means: { want: 'book', zone: 'Asia/Seoul', start: '11-20 19:00' } },
      { text: '明天凌晨2点数据库割接', means: { want: 'book', start: '11-21 02:00' } },
      { text: '后天拂晓5点出海采样', means: { want: 'book', start: '11-22 05:00' } },
      { text: '周三一大早的晨会', means: { want: 'book', start: '11-25 morning' } },
      { text: '周三午饭时碰个头', means: { want: 'book', start: '11-25 noon' } },
      { text: '周一午饭之后开个会', means: { want: 'book', start: '11-23 afternoon' } },
      { text: '周二午休后碰方案', means: { want: 'book', start: '11-24 afternoon' } },
      { text: '周三午餐后聊聊合作', means: { want: 'book', start: '11-25 afternoon' } },
      { text: '明天下班后羽毛球约局会', means: { want: 'book', start: '11-21 evening' } },
      { text: '周一下班之后开个党小组会', means: { want: 'book', start: '11-23 evening' } },
      { text: '周二下班以后对账', means: { want: 'book', start: '11-24 evening' } },
      { text: '周三晚饭后开个家庭会', means: { want: 'book', start: '11-25 evening' } },
      { text: '明天下班前把合同过一遍', means: { want: 'book', start: '11-21 eod' } },
      { text: '周二下班以前碰下库存', means: { want: 'book', start: '11-24 eod' } },
      { text: '周三收工前开安全会', means: { want: 'book', start: '11-25 eod' } },
      { text: '后天夜间10点施工会', means: { want: 'book', start: '11-22 22:00' } },
      { text: '周五深夜11点半放映会', means: { want: 'book', start: '11-20 23:30' } },
      { text: '今天半夜1点看球', means: { want: 'book', start: '11-21 01:00' } },
      { text: '周六午夜12点跨国直播', means: { want: 'book', start: '11-22 00:00' } },
      { text: '周日早上九点急救培训，仨小时', means: { want: 'book', start: '11-22 09:00', length: 180, topic: '急救培训' } },
      { text: '周六黎明5点登顶说明会', means: { want: 'book', start: '11-21 05:00' } },
      { text: '周一下半夜2点倒班会', means: { want: 'book', start: '11-23 02:00', topic: '倒班会' } },
      { text: '周一清晨6点半跑团会', means: { want: 'book', start: '11-23 06:30' } },
      { text: '周日清早7点菜场盘货会', means: { want: 'book', start: '11-22 07:00', topic: '菜场盘货会' } },
      { text: '后天大清早6点进山筹备会', means: { want: 'book', start: '11-22 06:00', topic: '进山筹备会' } },
      { text: '后天大早上7点叫早会', means: { want: 'book', start: '11-22 07:00', topic: '叫早会' } },
      { text: '周一晨间开个选题会', means: { want: 'book', start: '11-23 morning' } },
      { text: '周三早间开个盘前会', means: { want: 'book', start: '11-25 morning' } },
      { text: '后天一早开个发车会', means: { want: 'book', start: '11-22 morning' } },
      { text: '听日朝早九点茶商会', means: { want: 'book', start: '11-21 09:00', topic: '茶商会' } },
      { text: '后天上昼十点落单会', means: { want: 'book', start: '11-22 10:00', topic: '落单会' } },
      { text: '后天中午开个工会会议', means: { want: 'book', start: '11-22 noon' } },
      { text: '周二晌午开个赶集筹备会', means: { want: 'book', start: '11-24 noon' } },
      { text: '后天午间开个拼饭会', means: { want: 'book', start: '11-22 noon' } },
      { text: '周二午饭时间聊聊转岗', means: { want: 'book', start: '11-24 noon', topic: '聊聊转岗' } },
      { text: '周四午后开个茶商会', means: { want: 'book', start: '11-26 afternoon' } },
      { text: '后天后晌4点验秋粮会', means: { want: 'book', start: '11-22 16:00', topic: '验秋粮会' } },
      { text: '后天午饭后开个话术会', means: { want: 'book', start: '11-22 afternoon' } },
      { text: '周四傍晚开个球队会', means: { want: 'book', start: '11-26 evening' } },
      { text: '后天黄昏6点外景拍摄会', means: { want: 'book', start: '11-22 18:00', topic: '外景拍摄会' } },
      { text: '周一晚间开个值班会', means: { want: 'book', start: '11-23 evening' } },
      { text: '后天大晚上11点抢修会', means: { want: 'book', start: '11-22 23:00', topic: '抢修会' } },
      { text: '周四晚饭之后开个家庭会', means: { want: 'book', start: '11-26 evening' } },
      { text: '后天饭后开个散步会', means: { want: 'book', start: '11-22 evening' } },
      { text: '后天夜里11点换班会', means: { want: 'book', start: '11-22 23:00', topic: '换班会' } },
      { text: '今天大半夜2点救火会', means: { want: 'book', start: '11-21 02:00', topic: '救火会' } },
      { text: '下周二午前开个方案会', means: { want: 'book', start: '11-24 morning' } },
      { text: '后天午休时间评审', means: { want: 'book', start: '11-22 noon', topic: '评审' } },
      { text: '后天午休评审', means: { want: 'book', start: '11-22 noon', topic: '评审' } },
      { text: '后天晏昼开碰头会', means: { want: 'book', start: '11-22 afternoon' } },
      { text: '周三早晨开个班前会', means: { want: 'book', start: '11-25 morning', topic: '班前会' } },
      { text: '后半夜三点上线保障会', means: { topic: '上线保障会', start: '11-21 03:00' } },
      { text: '明天下班之前开个总结会', means: { want: 'help', act: 'none', start: '11-21 eod' } },
      { text: '明天正午十二点路演', means: { topic: '路演', start: '11-21 12:00' } },
      { text: '明天夜晚聊聊', means: { topic: '聊聊', start: '11-21 evening' } },
    ],
  },
  {
    role: 'time.short-part',
    words: { 早: 'morning', 朝: 'morning', 晨: 'morning', 午: 'noon', 晚: 'evening', 夜: 'night' },
    examples: [
      { text: '周三晨8点交班', means: { want: 'book', start: '11-25 08:00' } },
      { text: '周五夜11点守岁排练', means: { want: 'book', start: '11-20 23:00' } },
      { text: '听朝10点开工会', means: { want: 'book', start: '11-21 10:00', topic: '开工会' } },
      { text: '周四午开个接机会', means: { want: 'book', start: '11-26 noon' } },
    ],
  },
  {
    role: 'time.part-typo',
    words: { 下五: 'afternoon', 上五: 'morning', 下舞: 'afternoon' },
    examples: [
      { text: '明天下五3点对预算会', means: { want: 'book', start: '11-21 15:00', topic: '对预算会' } },
      { text: '后天上五10点简历会', means: { want: 'book', start: '11-22 10:00', topic: '简历会' } },
      { text: '周一下舞4点选品会', means: { want: 'book', start: '11-23 16:00', topic: '选品会' } },
    ],
  },
  { role: 'time.half-hour', words: { 半: 30 }, examples: [] },
];

export const pieces: Record<string, Piece> = {
  hourMark: { is: '点(?:_钟(?![表楼情声摆馗乳爱鸣]|点工))?|时(?!间|候|段|长|区|效|代|刻|常|节|薪|差|机|事|而|不)' },
  /** 3点20个: no minutes. */
  notMinutes: {
    is: ' ?(?:个|人|位|名|楼|层|万|亿|元|块|%|月|日|号|天|周|年|版|期|条|项|次|倍|米|折|岁|家|台|件|份|页|章|组|度|点|时|小时|刻|分钟|h|min|m\\b|ppt|[大佳强堰余]|周年)',
  },
  halfNot: {
    is: '(?:_?(?:个|小时|钟头|天(?![猫津河府虹眼安使鹅山台])|年(?![会终货夜]))|成|价|程|导|自(?![研查营助媒驾建主])|径|数(?![据学字仓码]))',
  },
  minutesNot: { is: '_?(?:钟|之|享|析|组|工|配|支|为|公|部|批|销|成|账)' },
  fives: { is: '十一|[一二三四五六七八九十]' },
  /** 整改, 正式: whole hours have nothing behind them. */
  wholeNot: { is: '[理改车体合顿治机备容形套数段装编流个年月天日]' },
  sharpNot: { is: '[式面版品反向负常态确文规经弦骨装畸]' },
  bareMinutes: { is: '[0-5]\\d|{number|multiplier-ten}{2,3}|十' },
  /** What makes of 3点 three points instead of three o'clock. */
  points: {
    is: '关于|新的?|小|大|核心|主要|重要|关键|具体|改进|优化|个人|不同|共同|想法|建议|意见|要求|原因|理由|问题|说明|思考|内容|看法|结论|共识|反馈|好处|优势|劣势|不足|需求|疑问|补充|启示|体会|心得|经验|注意|区别|差异|感受|总结|提示|期望|目标|事项|声明|收获|观点|考虑|措施|方案|特点|优点|缺点|诉求|顾虑|希望|变化|变动|教训|价值|意义|担心|发现|好|坏|左右为难|五倍|几|一线|[一二三四五六七八九\\d]折|钱|儿?也?不|都不|希望|水|心|油|五个|都',
  },
  /** 3点需求评审 at the head of a message: three o'clock after all. */
  meetingNext: { is: '.{1,6}(?:评审|讨论|沟通|分享|复盘|对齐|同步|汇报|宣讲|澄清|走查|会)' },
  /** Behind 一点, where a day or a part of one stands before it: a little, after all. */
  aLittle: {
    is: ' ?(?:都|也(?!许)|没|不(?!良)|儿|时间(?!轴|线)|意思|东西|小事|事情|想法|建议|意见|看法|用处|头绪|灵感|希望)',
  },
  /** Behind 一点, nothing but a clock's own company. */
  oneOClock: { is: ' ?(?:$|[钟整半,，。.;；:：!！?？、)）\\-~—]|[到至开见在吧碰约之以前后左的集出\\d起过一二三四五零]|刻)' },
  stillClock: { is: ' ?(?:[开见到集出碰\\-~吧呢行可就前后之以整半,，]|$|的会|有会|左右|钟)' },
  /** What stands before a clock and says that it is one. */
  behindDay: { is: '[午上晚早晨天日号周夜中里今明后到至\\-~在约]|[周期拜][一二三四五六] ?' },
};

/** 今朝, 明朝 as mornings. */
const NOT_DYNASTY: Guard = { words: '朝', before: '代|阳|廷|夕|鲜|气' };

/** A whole hour said with 点 alone may be points: 3点建议, 一点想法. */
const HOUR = '点_[整正]?$';
const ONE = '^一_点_[整正]?$';

const POINTS: readonly Guard[] = [
  { words: HOUR, after: '[第几.·百千万亿]', makes: 'stop' },
  // 早一点, 晚一点: a little; 今晚一点, 周六早一点 are hours
  { words: ONE, after: '(?:^|[^今明昨当天日号一二三四五六])[早晚]', makes: 'stop' },
  { words: HOUR, after: '分之|[掉跌涨降升扣减]了?', makes: 'stop' },
  { words: ONE, after: '{behindDay}', before: '{aLittle}', makes: 'stop' },
  { words: HOUR, notAfter: '{behindDay}|[-~] |^', before: '{points}', makes: 'stop' },
  { words: HOUR, after: '^', before: '(?!{meetingNext})(?:{points})', makes: 'stop' },
  { words: HOUR, notAfter: '{behindDay}', after: '[这共分列含]|[以如]下|[提讲说列谈写加分][了出过]|[提讲列写]', makes: 'stop' },
  { words: HOUR, notAfter: '{behindDay}', after: '[那有说谈加]', notBefore: '{stillClock}', makes: 'stop' },
  { words: ONE, notAfter: '{behindDay}', after: '[早晚快慢好多少差有大小高低便宜贵近远简单充那这]', makes: 'stop' },
  { words: ONE, notAfter: '{behindDay}', notBefore: '{oneOClock}', makes: 'stop' },
];

export const shapes: readonly Shape[] = [
  {
    name: 'zh.part',
    says: 'part',
    is: '{part=part}(?!好|安|茶|班|会面|餐|报|自习|放克)',
    unless: [
      { words: '早晨', before: '会' },
      // 1点到2点午休培训: the topic's
      { words: '^(?:午休|[晨早午晚]间)$', after: '[点半分刻\\d] ?', before: '[\\u4e00-\\u9fff]' },
      { words: '^一早$', after: '[十\\d]' },
      { words: '[上下]午|晚上', before: ' ?(?:好|茶)' },
      // alone, these two are clocks
      { words: '^(?:午夜|正午)$', notBefore: ' ?[\\d一二两三四五六七八九十零]' },
    ],
  },
  { name: 'zh.noon', says: 'clock', is: '正午(?! ?[\\d一二两三四五六七八九十零])', as: { h: 12, firm: true } },
  { name: 'zh.midnight.word', says: 'clock', is: '午夜(?! ?[\\d一二两三四五六七八九十零])', as: { h: 24, firm: true, midnight: true } },
  {
    // 今晚, 每晚
    name: 'zh.part.today',
    says: 'part',
    is: '(?<=[今明昨每听]){part=short-part}(?!安)',
    unless: [{ words: '早', after: '[发说证声表文透清简英]明' }, NOT_DYNASTY],
  },
  {
    // 周五晚, 25号早
    name: 'zh.part.day',
    says: 'part',
    is: '(?<=[天儿日号一二三四五六]){part=short-part}(?!安|会|餐|饭|班|报|操|读|自习|茶|宴|课|点名|期|已|就|上|间|一点|点|些|了|放克)',
    unless: [{ words: '朝' }],
  },
  {
    // 明天下五3点
    name: 'zh.part.typo',
    says: 'part',
    is: '{part=part-typo}(?= ?\\d{1,2}[点:])',
  },
  {
    // 早8点, 晚9点半
    name: 'zh.part.clock',
    says: 'part',
    is: '(?=[早晚])(?<![最不太更很偏]){part=short-part}(?! ?安)(?= ?(?:\\d{1,2}(?= ?[点:时\\-~到至])|[二两三四五六七八九十]{1,3} ?[点时]))',
  },
  {
    name: 'zh.greeting',
    says: 'stop',
    is: '(?:早上|上午|中午|下午|晚上|晨) ?(?:好|安)|早安|晚安|下午茶|大家早|早上坏',
  },
  {
    // 三四点, 3、4点
    name: 'zh.clock.about',
    says: 'either',
    is: '(?:(?<low>[一二两三四五六七八九])(?<high>[二三四五六七八九十])|(?<ten>十)(?<low>[一二])(?<high>[二三])|(?<low>\\d{1,2})[、,，](?<high>\\d{1,2}))_点_钟?(?!半|\\d)',
    unless: [{ before: '{points}' }, { after: '[第几]' }],
  },
  {
    name: 'zh.clock',
    says: 'clock',
    is: '{h=n}_(?:{hourMark})_(?:整(?!{wholeNot})|正(?!{sharpNot})|[.。]?{minute=half-hour}(?!{halfNot})(?:钟)?|(?<quarters>一|1|二|两|三|3)_刻(?!_?钟)|过_(?<quarters>一|1|三|3)_刻(?!_?钟)|[差欠缺]_(?<lessQuarters>一)_刻(?!_?钟)|(?:过|零|〇|又)?_{mi=n}_分(?!{minutesNot})(?:_{s=n}_秒)?|[差欠缺]_(?<less>\\d{1,2}|[五十]{1,2})_分(?!钟)|(?<! )过?(?<mi>[6-9]\\d)(?!\\d|{notMinutes})|(?<! )过?{mi=bareMinutes}(?!\\d|{notMinutes}))?',
    unless: [
      { after: '[第几.·百千万亿]', makes: 'stop' },
      ...POINTS,
      { before: '儿(?!童|科|女|歌|媳)|点(?![位检评播阵云餐读钞])|[式论档]|钟?方向|\\d+倍|多[家个]', makes: 'stop' },
    ],
  },
  {
    // 七点三, 九点三个字, 三点搭六: in steps of five minutes
    name: 'zh.clock.fives',
    says: 'clock',
    is: '{h=n}点(?:[搭踏]{fives=n}|{fives=fives}个字|{fives=fives}(?= ?(?:$|[,，。!！?？\\s]|[开见倾同啦呀喎])))',
    unless: [{ notWords: '[搭踏字]', notAfter: '[晚朝昼午早日天号] ?' }],
  },
  { name: 'zh.clock.sharp', says: 'clock', is: '{h=n}点[搭踏]正' },
  {
    // 差一刻五点, 差5分9点
    name: 'zh.clock.to',
    says: 'clock',
    is: '差_(?:(?<lessQuarters>一)刻_钟?|{less=n}_分_钟?)_(?:到|就)?_{h=n}_点_钟?(?!{han})',
    as: { beyond: 'nothing' },
  },
  {
    // 三到五点: the first number of a range
    name: 'zh.clock.first',
    says: 'clockStretch',
    is: '(?<n>{han}{1,3})(?=_(?:到|至|-|~)_(?:下午|上午|晚上|中午|早上|凌晨)?_(?:{han}|\\d){1,3}_[点时])',
    unless: [{ after: '[第几百千万]' }],
  },
  {
    // 这个时候, 同一时间
    name: 'zh.same',
    says: 'sameTime',
    is: '(?:现在的?)?(?:这个?(?:时候|时间|点儿?(?=$|[,，。 开])|钟点)|此时|此刻(?=$|[,，。 开])|的?(?:同一|相同|同样)的?个?(?:时间|时刻|钟点|时候|点(?![位评检]))|的?同时间)',
    unless: [{ notAfter: '[天日儿周一二三四五六号后期拜月年今] ?的?' }],
  },
  { name: 'zh.next.hour', says: 'nextHour', is: '(?:下个?|下一个?|等到?)整点' },
  {
    name: 'zh.midnight',
    says: 'clock',
    is: '(?:零_点|〇_点|子夜|正零点|零时)_(?:{minute=half-hour}|{mi=n}_分?)?',
    as: { h: 0, firm: true, beyond: 'nothing' },
    unless: [{ before: '几|五|[一二三四六七八九]个' }],
  },
];
