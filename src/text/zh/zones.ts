/** Zones that are offered by name; any other can be said by its city. */
export const zones = {
  'Asia/Shanghai': '北京时间',
  'Asia/Tokyo': '东京',
  'Asia/Seoul': '首尔',
  'Asia/Singapore': '新加坡',
  'Asia/Bangkok': '曼谷',
  'Asia/Kolkata': '新德里',
  'Asia/Dubai': '迪拜',
  'Europe/Berlin': '柏林',
  'Europe/Paris': '巴黎',
  'Europe/London': '伦敦',
  'America/Sao_Paulo': '圣保罗',
  'America/New_York': '纽约',
  'America/Los_Angeles': '洛杉矶',
  'Australia/Sydney': '悉尼',
  UTC: '协调世界时 UTC',
};
