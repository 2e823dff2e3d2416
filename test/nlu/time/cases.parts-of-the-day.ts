/** Now is Friday 2026-11-20 10:15 in Shanghai; `tell.ts` explains the notation. */
import type { Case } from './tell.ts';

export const partsOfTheDayCases: Record<string, readonly Case[]> = {
  'English, parts of the day': [
    ['tomorrow evening', '11-21 evening'],
    ['tonight', '11-20 evening'],
    ['late afternoon tomorrow', '11-21 afternoon'],
    ['in the morning', '11-20 morning ?date'],
    ['sync at EOD', '11-20 eod ?date'],
    ['early tomorrow morning', '11-21 morning'],
    ['by 5pm today', '11-20 afternoon'],
    ['before noon tomorrow', '11-21 morning'],
    ['after 3pm tomorrow', '11-21 15:00'],
  ],
  'Chinese, parts of the day': [
    ['明天上午开个会', '11-21 morning'],
    ['明天下午 评审会', '11-21 afternoon'],
    ['明天中午 吃饭聊', '11-21 noon'],
    ['明天晚上', '11-21 evening'],
    ['今晚', '11-20 evening'],
    ['后天早上', '11-22 morning'],
    ['下午', '11-20 afternoon ?date'],
    ['上午', '11-20 morning ?date'],
    ['凌晨', '11-21 dawn ?next_day'],
    ['明天一大早', '11-21 morning'],
    ['下午三四点碰一下', '11-20 afternoon'],
    ['明天七八点', '11-21 evening ?afternoon'],
    ['明天3、4点', '11-21 afternoon ?afternoon'],
  ],
};
