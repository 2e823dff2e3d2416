/** Zone names as people say them, in Chinese and English. */

import { canonicalZone } from '../../calendar/zones.ts';
import type { Zone } from '../../domain/time.ts';
import { prepare } from './prepare.ts';

/** One IANA zone a line, then the names of its cities and countries. */
const PLACES: readonly [Zone, string][] = [
  [
    'Asia/Shanghai',
    '北京 上海 深圳 广州 杭州 中国 国内 大陆 成都 武汉 南京 西安 重庆 天津 苏州 beijing shanghai shenzhen guangzhou hangzhou china chinese chengdu',
  ],
  ['Asia/Hong_Kong', '香港 hong-kong hongkong hk'],
  ['Asia/Macau', '澳门 macau macao'],
  ['Asia/Taipei', '台北 台湾 taipei taiwan'],
  ['Asia/Tokyo', '东京 日本 大阪 京都 横滨 tokyo japan osaka japanese'],
  ['Asia/Seoul', '首尔 韩国 汉城 seoul korea korean'],
  ['Asia/Singapore', '新加坡 狮城 singapore'],
  ['Asia/Kuala_Lumpur', '吉隆坡 马来西亚 kuala-lumpur malaysia'],
  ['Asia/Bangkok', '曼谷 泰国 bangkok thailand'],
  ['Asia/Jakarta', '雅加达 印尼 印度尼西亚 jakarta indonesia'],
  ['Asia/Manila', '马尼拉 菲律宾 manila philippines'],
  ['Asia/Ho_Chi_Minh', '胡志明 胡志明市 河内 越南 hanoi ho-chi-minh saigon vietnam'],
  [
    'Asia/Kolkata',
    '印度 新德里 德里 孟买 班加罗尔 加尔各答 india indian mumbai delhi new-delhi bangalore bengaluru kolkata chennai hyderabad',
  ],
  ['Asia/Karachi', '卡拉奇 巴基斯坦 karachi pakistan'],
  ['Asia/Dhaka', '达卡 孟加拉 dhaka bangladesh'],
  ['Asia/Kathmandu', '加德满都 尼泊尔 kathmandu nepal'],
  ['Asia/Dubai', '迪拜 阿联酋 阿布扎比 dubai abu-dhabi uae'],
  ['Asia/Riyadh', '利雅得 沙特 riyadh saudi'],
  ['Asia/Jerusalem', '以色列 特拉维夫 耶路撒冷 israel tel-aviv jerusalem'],
  ['Asia/Tehran', '德黑兰 伊朗 tehran iran'],
  ['Asia/Almaty', '阿拉木图 哈萨克斯坦 almaty'],
  ['Europe/Istanbul', '伊斯坦布尔 土耳其 istanbul turkey'],
  ['Europe/Moscow', '莫斯科 俄罗斯 moscow russia'],
  ['Europe/London', '伦敦 英国 london uk england british'],
  ['Europe/Dublin', '都柏林 爱尔兰 dublin ireland'],
  ['Europe/Lisbon', '里斯本 葡萄牙 lisbon portugal'],
  ['Europe/Paris', '巴黎 法国 paris france french'],
  ['Europe/Berlin', '柏林 德国 慕尼黑 法兰克福 汉堡 berlin germany german munich frankfurt hamburg'],
  ['Europe/Madrid', '马德里 西班牙 巴塞罗那 madrid spain barcelona'],
  ['Europe/Rome', '罗马 意大利 米兰 rome italy milan'],
  ['Europe/Amsterdam', '阿姆斯特丹 荷兰 amsterdam netherlands'],
  ['Europe/Brussels', '布鲁塞尔 比利时 brussels belgium'],
  ['Europe/Zurich', '苏黎世 日内瓦 瑞士 zurich geneva switzerland'],
  ['Europe/Vienna', '维也纳 奥地利 vienna austria'],
  ['Europe/Stockholm', '斯德哥尔摩 瑞典 stockholm sweden'],
  ['Europe/Oslo', '奥斯陆 挪威 oslo norway'],
  ['Europe/Copenhagen', '哥本哈根 丹麦 copenhagen denmark'],
  ['Europe/Helsinki', '赫尔辛基 芬兰 helsinki finland'],
  ['Europe/Warsaw', '华沙 波兰 warsaw poland'],
  ['Europe/Prague', '布拉格 捷克 prague'],
  ['Europe/Athens', '雅典 希腊 athens greece'],
  ['Europe/Kyiv', '基辅 乌克兰 kyiv kiev ukraine'],
  [
    'America/New_York',
    '纽约 美东 美国东部 波士顿 华盛顿 迈阿密 亚特兰大 费城 东部 new-york nyc boston washington miami atlanta eastern us-east us-eastern',
  ],
  ['America/Chicago', '芝加哥 休斯顿 达拉斯 奥斯汀 美中 美国中部 central chicago houston dallas austin us-central'],
  ['America/Denver', '丹佛 美国山区 denver mountain'],
  ['America/Phoenix', '凤凰城 phoenix arizona'],
  [
    'America/Los_Angeles',
    '洛杉矶 美西 美国西部 旧金山 西雅图 硅谷 圣何塞 加州 太平洋 los-angeles la sf san-francisco seattle silicon-valley san-jose california pacific us-west us-pacific',
  ],
  ['America/Anchorage', '安克雷奇 阿拉斯加 anchorage alaska'],
  ['Pacific/Honolulu', '夏威夷 檀香山 honolulu hawaii'],
  ['America/Toronto', '多伦多 渥太华 toronto ottawa'],
  ['America/Vancouver', '温哥华 vancouver'],
  ['America/Mexico_City', '墨西哥城 墨西哥 mexico-city mexico'],
  ['America/Sao_Paulo', '圣保罗 巴西 里约 sao-paulo brazil'],
  ['America/Argentina/Buenos_Aires', '布宜诺斯艾利斯 阿根廷 buenos-aires argentina'],
  ['America/Santiago', '圣地亚哥 智利 santiago chile'],
  ['America/Bogota', '波哥大 哥伦比亚 bogota colombia'],
  ['Africa/Cairo', '开罗 埃及 cairo egypt'],
  ['Africa/Johannesburg', '约翰内斯堡 南非 johannesburg south-africa'],
  ['Africa/Nairobi', '内罗毕 肯尼亚 nairobi kenya'],
  ['Africa/Lagos', '拉各斯 尼日利亚 lagos nigeria'],
  ['Australia/Sydney', '悉尼 墨尔本 堪培拉 澳大利亚 澳洲 sydney canberra australia'],
  ['Australia/Melbourne', 'melbourne'],
  ['Australia/Brisbane', '布里斯班 brisbane'],
  ['Australia/Adelaide', '阿德莱德 adelaide'],
  ['Australia/Perth', '珀斯 perth'],
  ['Pacific/Auckland', '奥克兰 新西兰 惠灵顿 auckland new-zealand wellington'],
  ['UTC', '格林威治 格林尼治 世界协调 协调世界 世界标准 世界 greenwich universal'],
];

/** Abbreviations; the ones that name standard or summer time are fixed offsets. CST is China's here. */
export const ABBREVIATIONS: Readonly<Record<string, Zone>> = {
  utc: 'UTC',
  gmt: 'UTC',
  cst: 'Asia/Shanghai',
  bjt: 'Asia/Shanghai',
  hkt: 'Asia/Hong_Kong',
  jst: 'Asia/Tokyo',
  kst: 'Asia/Seoul',
  sgt: 'Asia/Singapore',
  ict: 'Asia/Bangkok',
  wib: 'Asia/Jakarta',
  ist: 'Asia/Kolkata',
  gst: 'Asia/Dubai',
  msk: 'Europe/Moscow',
  wet: 'UTC',
  bst: 'UTC+01:00',
  cet: 'UTC+01:00',
  cest: 'UTC+02:00',
  eet: 'UTC+02:00',
  eest: 'UTC+03:00',
  est: 'UTC-05:00',
  edt: 'UTC-04:00',
  cdt: 'UTC-05:00',
  mst: 'UTC-07:00',
  mdt: 'UTC-06:00',
  pst: 'UTC-08:00',
  pdt: 'UTC-07:00',
  akst: 'UTC-09:00',
  hst: 'Pacific/Honolulu',
  brt: 'America/Sao_Paulo',
  aest: 'UTC+10:00',
  aedt: 'UTC+11:00',
  acst: 'UTC+09:30',
  awst: 'Australia/Perth',
  nzst: 'UTC+12:00',
  nzdt: 'UTC+13:00',
  et: 'America/New_York',
  ct: 'America/Chicago',
  mt: 'America/Denver',
  pt: 'America/Los_Angeles',
};

const places = new Map<string, Zone>();
for (const [zone, names] of PLACES) for (const name of names.split(' ')) places.set(name, zone);

/** Chinese names, the longest first. */
export const HAN_PLACES: readonly string[] = [...places.keys()].filter((name) => name > '~').sort((a, b) => b.length - a.length);
/** English names with a hyphen for a space, the longest first. */
export const LATIN_PLACES: readonly string[] = [...places.keys()].filter((name) => name < '~').sort((a, b) => b.length - a.length);

/** The zone of a city, country or region: `东京`, `New York`, `hong-kong`. */
export function placeZone(name: string): Zone | null {
  return (
    places.get(
      name
        .toLowerCase()
        .trim()
        .replace(/[\s_]+/g, '-'),
    ) ?? null
  );
}

/** `UTC±hh:mm` of signed hours and minutes, or null beyond what exists. */
export function fixedZone(sign: string, hours: number, minutes: number): Zone | null {
  if (hours > 14 || minutes > 59) return null;
  if (hours === 0 && minutes === 0) return 'UTC';
  return `UTC${sign}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

const OFFSET = /^(?:utc|gmt)?\s?([+-])\s?(\d{1,2})(?::?([0-5]\d))?$/i;
const EAST_WEST = /^([东西])(十[一二]|[一二三四五六七八九十]|\d{1,2})区(?:时间)?$/;
const HAN = '零一二三四五六七八九十';

/** 东八区 → `UTC+08:00`. */
export function belt(side: string, number: string): Zone | null {
  const n = /\d/.test(number) ? Number(number) : number.length === 2 ? 10 + HAN.indexOf(number[1]!) : HAN.indexOf(number);
  return n >= 1 && n <= 12 ? fixedZone(side === '东' ? '+' : '-', n, 0) : null;
}

/** A zone written alone, as in a setting: `东京`, `东京时间`, `Asia/Tokyo`, `UTC+9`, `GMT+5:30`, `JST`, `东八区`. */
export function readZone(text: string): Zone | null {
  const t = prepare(text)
    .text.trim()
    .replace(/(?:当地)?(?:时间|标准时间)$|\s+(?:local |standard )?time(?:zone)?$/i, '')
    .trim();
  if (t === '') return null;
  const offset = OFFSET.exec(t);
  if (offset) return fixedZone(offset[1]!, Number(offset[2]), Number(offset[3] ?? 0));
  const side = EAST_WEST.exec(t);
  if (side) return belt(side[1]!, side[2]!);
  const place = placeZone(t) ?? ABBREVIATIONS[t.toLowerCase()];
  if (place) return place;
  if (!t.includes('/')) return null;
  const official = canonicalZone(t);
  return official && /[A-Z]/.test(t) ? t : official;
}
