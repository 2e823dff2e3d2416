import type { Zone } from '../domain/time.ts';
import { same, type Words } from './words.ts';

/** Zones that are offered by name; any other can be said by its city. */
const ZONES: Record<Zone, Words> = {
  'Asia/Shanghai': { zh_cn: '北京时间', en_us: 'Beijing' },
  'Asia/Tokyo': { zh_cn: '东京', en_us: 'Tokyo' },
  'Asia/Seoul': { zh_cn: '首尔', en_us: 'Seoul' },
  'Asia/Singapore': { zh_cn: '新加坡', en_us: 'Singapore' },
  'Asia/Bangkok': { zh_cn: '曼谷', en_us: 'Bangkok' },
  'Asia/Kolkata': { zh_cn: '新德里', en_us: 'New Delhi' },
  'Asia/Dubai': { zh_cn: '迪拜', en_us: 'Dubai' },
  'Europe/Berlin': { zh_cn: '柏林', en_us: 'Berlin' },
  'Europe/Paris': { zh_cn: '巴黎', en_us: 'Paris' },
  'Europe/London': { zh_cn: '伦敦', en_us: 'London' },
  'America/Sao_Paulo': { zh_cn: '圣保罗', en_us: 'São Paulo' },
  'America/New_York': { zh_cn: '纽约', en_us: 'New York' },
  'America/Los_Angeles': { zh_cn: '洛杉矶', en_us: 'Los Angeles' },
  'Australia/Sydney': { zh_cn: '悉尼', en_us: 'Sydney' },
  UTC: { zh_cn: '协调世界时 UTC', en_us: 'UTC' },
};

export const COMMON_ZONES: readonly Zone[] = Object.keys(ZONES);

/** By its city where we have a name for it, else as it is written: `Africa/Lagos`, `UTC+05:30`. */
export const zoneName = (zone: Zone): Words => ZONES[zone] ?? same(zone.replaceAll('_', ' '));
