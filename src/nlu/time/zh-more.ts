/** Recurrences and the small words around times in Chinese. */
import type { LinkRole, RepeatSpec } from './atoms.ts';
import { zhNumber } from './numbers.ts';
import { before, follows, zh } from './pattern.ts';
import type { Recogniser } from './scan.ts';
import { weekdayZh } from './zh-day.ts';
import { belt, fixedZone, HAN_PLACES, placeZone } from './zone.ts';

const HAN = '一二两三四五六七八九十';
const N = `(?:\\d{1,2}|[${HAN}]{1,3})`;
const WEEK = '(?:周|星期|礼拜)';
const WD = '(?:[一二三四五六日天]|[1-7](?!\\d))';
/** A further weekday of a list: not the 三 of 三点, the 4 of 4pm or of 4-5. */
const NO_CLOCK = '(?! ?(?:[点时:：号月个]|[aApP]\\.?[mM]|[hH]\\b|[-~到至] ?\\d))';
const JOINT = `[、,，和及跟与/&]?_(?:每个?)?_${WEEK}?_`;
/** In one script: 周四 4 is no list. */
const LIST = `(?:[一二三四五六日天](?:${JOINT}[一二三四五六日天]${NO_CLOCK}){0,6}|[1-7](?!\\d)(?:${JOINT}[1-7](?!\\d)${NO_CLOCK}){0,6}|[1-7]{2,5}(?=[上下早晚中的 ,，、]))`;
const SPREAD = `${WD}_(?:到|至|-|~)_${WEEK}?_${WD}`;

export const repeat = (freq: RepeatSpec['freq'], more: Partial<RepeatSpec> = {}): { kind: 'repeat'; repeat: RepeatSpec } => ({
  kind: 'repeat',
  repeat: { freq, interval: 1, byday: [], bymonthday: [], bymonth: null, loose: false, open: false, ...more },
});

export const WORKDAYS = [1, 2, 3, 4, 5].map((wd) => ({ wd, nth: 0 }));
const WEEKEND = [6, 7].map((wd) => ({ wd, nth: 0 }));

function weekdays(list: string): { wd: number; nth: number }[] {
  const range = /([一二三四五六日天1-7])[ 　]?(?:到|至|-|~)[ 　]?(?:周|星期|礼拜)?([一二三四五六日天1-7])/.exec(list);
  const days = new Set<number>();
  if (range) for (let wd = weekdayZh(range[1]!); wd <= weekdayZh(range[2]!); wd += 1) days.add(wd);
  else for (const char of list.replace(/周|星期|礼拜|每个?/g, '')) if (/[一二三四五六日天1-7]/.test(char)) days.add(weekdayZh(char));
  return [...days].sort((a, b) => a - b).map((wd) => ({ wd, nth: 0 }));
}

/** 每两周 2, 隔周 2, 每隔两周 3, 双周 2. */
function interval(text: string | undefined, skipping: boolean): number {
  const n = text ? zhNumber(text) : 1;
  return skipping ? n + 1 : n;
}

export const zhRepeats: Recogniser[] = [
  {
    name: 'zh.every.weekday',
    first: '每逢周星礼',
    pattern: zh`每_[个逢]?_${WEEK}_(${SPREAD}|${LIST})|逢_${WEEK}_(${LIST})|${WEEK}_(一_(?:到|至|-|~)_${WEEK}?_五)_(?:每天|的?每个?工作日|(?=(?:早上|上午|中午|下午|晚上|早|晚)?_(?:\d{1,2}|[${HAN}]{1,3})_[点:]))`,
    read: (m) => repeat('WEEKLY', { byday: weekdays(m[1] ?? m[2] ?? m[3]!) }),
  },
  {
    name: 'zh.every.weeks',
    first: `每隔双两2单`,
    pattern: zh`(?:每_(?:(隔)_)?(${N})_个?_${WEEK}|(隔)_(?:一个?)?_${WEEK}|每_隔_个?_${WEEK}|每?双周(?!会|报|刊|例|迭|总|休))_(?:一次|(?:的_)?(?:${WEEK}_)?(${LIST}))?`,
    read(m) {
      const days = m[4] ? weekdays(m[4]) : [];
      const every = m[2] ? interval(m[2], Boolean(m[1])) : 2;
      return every >= 1 ? repeat('WEEKLY', { interval: every, byday: days, open: days.length === 0 }) : null;
    },
  },
  {
    name: 'zh.every.week',
    first: '每',
    pattern: zh`每_个?_${WEEK}(?!末|报|会|刊)(?:一次)?`,
    read: (_m, { text, to }) => repeat('WEEKLY', { open: true, named: follows(text, to, /例会|会议|例行|周会|同步|复盘/y) }),
  },
  {
    name: 'zh.every.day',
    first: '每天日隔',
    pattern: zh`每_一?_天|每_日(?!优|经)|天天(?!向)|每(?=[早晚])|每_个?_(?=早上|早晨|晚上|上午|下午|中午|傍晚)|(每_?隔_?一?_?天|隔_?天|隔_?日)|每_(隔)?_(${N})_天`,
    read(m, { text, from }) {
      if (m[0] === '天天' && /[明今昨后前每]/.test(before(text, from))) return null;
      if (m[1]) return repeat('DAILY', { interval: 2 });
      if (m[3]) return repeat('DAILY', { interval: interval(m[3], Boolean(m[2])) });
      return repeat('DAILY');
    },
  },
  {
    name: 'zh.every.workday',
    first: '每工',
    pattern: zh`每_个?_(?:工作日|上班日)|工作日(?:每天|都|(?=_?(?:早|晚|上午|下午|中午|\d|[${HAN}]{1,2}点)))|每_个?_(周末|双休日)`,
    read: (m) => repeat('WEEKLY', { byday: m[1] ? WEEKEND : WORKDAYS }),
  },
  {
    name: 'zh.every.month',
    first: '每隔',
    pattern: zh`(?:每_(?:(隔)_)?(?:(${N})_个)?_个?_月|(隔月))_的?_(?:(?:第_([一二三四五1-5])|(最后一?))_个?_(?:${WEEK}_([一二三四五六日天1-7])|(工作日))|(${N}_[号日]?(?:_[、,，和及]_${N}_[号日]?){0,4})(?<=[号日])(?!线|楼)|(月?底|月?末|最后一天)|(月?初|第一天))?`,
    read(m) {
      const every = m[3] ? 2 : interval(m[2], Boolean(m[1]));
      const more: Partial<RepeatSpec> = { interval: every, open: true };
      if (m[6]) Object.assign(more, { byday: [{ wd: weekdayZh(m[6]), nth: m[5] ? -1 : zhNumber(m[4]!) }], open: false });
      else if (m[7]) Object.assign(more, { byday: WORKDAYS, setpos: m[5] ? -1 : zhNumber(m[4]!), open: false });
      else if (m[8])
        Object.assign(more, {
          bymonthday: m[8]
            .split(/[、,，和及]/)
            .map((d) => zhNumber(d.replace(/[号日]/g, '')))
            .filter((d) => d >= 1 && d <= 31),
          open: false,
        });
      else if (m[9]) Object.assign(more, { bymonthday: [-1], open: false });
      else if (m[10]) Object.assign(more, { bymonthday: [1], open: false });
      return repeat('MONTHLY', more);
    },
  },
  {
    name: 'zh.every.quarter',
    first: '每',
    pattern: zh`每_个?_(季度?|半年)(?:一次)?`,
    read: (m) => repeat('MONTHLY', { interval: m[1] === '半年' ? 6 : 3 }),
  },
  {
    name: 'zh.every.year',
    first: '每',
    pattern: zh`每_一?年_的?_(?:(${N})_月_(${N})_[号日])?`,
    read: (m) => repeat('YEARLY', m[1] ? { bymonth: zhNumber(m[1]), bymonthday: [zhNumber(m[2]!)] } : {}),
  },
  {
    name: 'zh.count',
    first: `共一连重持开${HAN}0123456789`,
    pattern: zh`(?:(一共|总共|共|重复|连开|连续开?|持续|连着)_)?(\d{1,3}|[${HAN}百]{1,4})_个?_(次|回|期|周|星期|礼拜|天|月)(?:时间)?`,
    read(m, { text, to }) {
      const led = m[1] !== undefined;
      const n = zhNumber(m[2]!);
      // 连续三天的故障: a topic's
      const run = m[1]?.startsWith('连')
        ? follows(text, to, /\s*(?:$|[,，。.;；!！、)\n]|[每都开吧早上下中晚凌傍今明]|\d{1,2}[点:]|[一二两三四五六七八九十]{1,3}点)/y)
        : false;
      if (m[1]?.startsWith('连') && !run) return { kind: 'stop' };
      if (!(n >= 2) && !(n === 1 && /^[周星礼月]/.test(m[3]!) && led)) return null;
      if (m[3] === '次' || m[3] === '回') return { kind: 'count', n, unit: 'times' };
      if (!led || m[3] === '期') return null;
      return { kind: 'count', n, unit: m[3] === '天' ? 'days' : m[3] === '月' ? 'months' : 'weeks', run };
    },
  },
];

const link = (name: string, first: string, role: LinkRole, pattern: RegExp): Recogniser => ({
  name: `zh.link.${name}`,
  first,
  pattern,
  read: () => ({ kind: 'link', role }),
});

export const zhLinks: Recogniser[] = [
  link('verb', '一', 'verb', /一下(?!午|子)/y),
  link('until', '直截一', 'until', zh`一?直到|直至|截止?到|截至|一直开到`),
  link('to', '到至~-—和与跟', 'to', /到了?|至|~{1,2}|-{1,3}|[和与跟](?=.{1,9}之间)/y),
  link(
    'from',
    '从自由',
    'from',
    /从|自从|自(?=[今明后周本下\d])|由(?=原?定?的?(?:\d{1,2}[月:点/]|[今明后]天|[下本]?周[一二三四五六日天](?:的|上午|下午|\d| |$)|[上下]午\d))/y,
  ),
  link(
    'target',
    '改挪移推延提换调顺变更后前往修重约',
    'target',
    zh`(?:改期|改约|改|挪|移|推迟|推后|推|延期|延后|延迟|延|提前|提早|换|调整|调|顺延|变更|更改|修改|后移|前移|往后挪|往前挪|往后推|往前提|移动|重约|重新约|重新安排)_(?:一下|下(?![周个星礼月午班]))?_(?:会议)?(?:时间)?_(?:到|至|成|为|在|去)`,
  ),
  link('move', '改挪换', 'move', zh`(?:改期|改约|改|挪|换|重约)(?:一下|下(?![周个星礼月午班]))?(?:时间)?(?:[:：,，]?)`),
  link(
    'not',
    '不没有太来去冲没',
    'not',
    // 行不行, 方不方便: a question, not a no
    /(?:(?<!行)不行|(?<!可)不可以|(?<!成)不成|(?<!有)没空|(?<!有)没时间|没法|有事|(?<!方便?)不方便|(?<!合适?)不合适|(?<!没有?)有冲突|(?<!没有?|无|有)冲突|来不及|去不了|(?<!能)不能|太早|太晚|不太行|有会了?(?![议吗么]))(?!的?(?:话)?(?:同学|人|同事|伙伴)?们?[,，]?(?:请|烦请|麻烦|提前|随时|及时|尽快|联系|告诉|告知|跟我|和我|找我|私|单独|群里|@))/y,
  ),
  link('nor', '不别', 'nor', /不是|不要|别/y),
  link('right', '不说哦啊更', 'target', /不对[,， ]*|说错了?[,， ]*(?:是|应该是)?|[哦啊]不[,， ]*(?:是)?|更正[:：]?/y),
  link('about', '讨关有主议话标题聊谈过复', 'about', /讨论|关于|有关|主题|议题|话题|标题|题目|聊聊|谈谈|过一下|复盘/y),
  link('label', '时会开日', 'label', /(?:会议|开始|开会|预约)?(?:时间|日期)_?(?:是|为|定在|[:：])/y),
  link('starts', '开起', 'starts', /开始开?|开播|开讲|起开?|开(?=[ 　]?[\d一二两三半])/y),
  link('ends', '结散完为收开', 'ends', /结束|散会|为止|开完|收工|完事|完$/y),
  link('ago', '前之以', 'ago', /(?:之前|以前|前)(?!端|面|后|台|期|置|途|沿|天|年|两|三|提|景)/y),
  link('later', '后之以过', 'later', /(?:之后|以后|过后|后)(?!端|面|台|期|续|勤|天|置|悔|者|半|儿|果|方|盾|援)/y),
  link(
    'in',
    '过再距等',
    'in',
    /再过|(?<![超不通经])过(?!一下|下|一遍|了|程|往|去|来|会|期|滤|审)|距离?现在|(?<=^|[,，。再先们请 ])等(?=[半\d一二两三四五十])/y,
  ),
  link('for', '为大持开总一差约共时全整', 'glue', /全天|一?整天|为期|大概|大约|持续|总共|一共|差不多|时长(?:是|为|[:：])?|共(?=[ 　]?\d)/y),
  link('since', '从现', 'glue', /从?现在(?:起|开始|算起)/y),
  link(
    'glue',
    '在于就那当先定左前吧的约是之多来出止',
    'glue',
    /在|之间|出头|来钟|多钟?(?=$|[ ,，。吧开见])|止(?=$|[ ,，。])|于|就|那天|当天|当日|先|定在|约在|约(?=[ 　]?\d)|左右|前后|的|是/y,
  ),
];

const IN_ZONE = '(?:当地|标准|夏令|冬令)?_(?:时间|時間|时区|时(?![间候段长]))';

export const zhZones: Recogniser[] = [
  {
    name: 'zh.zone',
    first: [...new Set(HAN_PLACES.map((name) => name[0]!))].join(''),
    pattern: new RegExp(`(${HAN_PLACES.join('|')})(?:那边|这边)?的? ?${IN_ZONE.replace(/_/g, ' ?')}`, 'y'),
    read(m) {
      const zone = placeZone(m[1]!);
      return zone ? { kind: 'zone', zone, weak: false } : null;
    },
  },
  {
    // 美东明天上午9点
    name: 'zh.zone.short',
    first: '美',
    pattern: /(美东|美西|美中)(?! ?(?:时间|当地|标准|夏令|冬令))/y,
    read(m, { text, from, to }) {
      const timed =
        /[点半分\d][(（ ]?$/.test(before(text, from, 2)) ||
        follows(text, to, / ?(?:[今明后]天|[今明]晚|[今明]早|下?周|\d|早上|上午|下午|晚上)/y);
      return timed ? { kind: 'zone', zone: placeZone(m[1]!)!, weak: false } : null;
    },
  },
  {
    name: 'zh.zone.belt',
    first: '东西',
    pattern: zh`([东西])_(十[一二]|[一二三四五六七八九十]|\d{1,2})_区(?:时间)?`,
    read(m) {
      const zone = belt(m[1]!, m[2]!);
      return zone ? { kind: 'zone', zone, weak: false } : null;
    },
  },
  {
    name: 'zone.offset',
    first: 'ug',
    pattern: /(?:utc|gmt)(?: ?([+-]) ?(\d{1,2})(?::?([0-5]\d))?)?(?![a-z\d])(?: ?(?:time|时间))?/iy,
    read(m) {
      const zone = m[1] ? fixedZone(m[1], Number(m[2]), Number(m[3] ?? 0)) : 'UTC';
      return zone ? { kind: 'zone', zone, weak: !m[1] } : null;
    },
  },
];

export const zhVague: Recogniser[] = [
  {
    name: 'zh.now',
    first: '从现马立即此刻这目当',
    pattern: /从?现在(?:起|开始|算起)(?!.{1,9}后|[,， ]?每)|现在就?|马上就?|立马|立刻|立即|即刻|此刻|这就|当下|即时会议|目前/y,
    read(m, { text, from, to }) {
      if (m[0] === '目前' || m[0] === '当下' || m[0] === '即时会议') return null;
      if (/[到从]$/.test(before(text, from)) && m[0].startsWith('现在')) return null;
      if (m[0].startsWith('现在') && follows(text, to, /(?:的|有|是|在|没|还|几点|怎么|进度|情况|谁|人|正)/y)) return { kind: 'stop' };
      return { kind: 'offset', seconds: 0 };
    },
  },
  {
    name: 'zh.vague',
    first: '过待等稍晚回一改择有这',
    pattern:
      /(?:过|待|等|呆|回)(?:一?会儿?|一?阵(?:子|儿)?|一?下(?!午)|些时候)|稍后|稍晚|一会儿?|晚些(?:时候)?|回头(?!客|率|看)|晚点儿?(?!名)|过几天|改天|改日|择日|有空(?:的?时候)?|过两天|这[两几]天(?!的)/y,
    read(m, { text, from, to }) {
      const prev = before(text, from);
      if (m[0].startsWith('晚点') && /[今明昨后当每]/.test(prev)) return null;
      if (/^(?:过一?下|等一?下|待一?下)$/.test(m[0]) && /^[ 　]?[^\s,，。开再约后]/.test(text.slice(to, to + 2))) return { kind: 'stop' };
      if (/^(?:什么时候|谁|啥时候)[ 　]?$/.test(before(text, from, 5)) || /(?:什么时候|啥时候|谁)[都还]?$/.test(before(text, from, 6)))
        return null;
      if (/^(?:过几天|改天|改日|择日|过两天|这[两几]天)$/.test(m[0])) return { kind: 'vague', day: true };
      if (m[0] === '过一下' || m[0] === '过下' || m[0] === '回下' || m[0] === '回一下') return { kind: 'stop' };
      if (m[0].includes('一会') && /[议场]/.test(text[to] ?? '')) return null;
      if (m[0] === '过会' || m[0] === '等会' || m[0] === '回会' || m[0] === '待会') {
        if (/[议]/.test(text[to] ?? '') || m[0] === '回会' || (m[0] === '过会' && /^(?:材料|评审|了)/.test(text.slice(to)))) return null;
      }
      return { kind: 'vague' };
    },
  },
];
