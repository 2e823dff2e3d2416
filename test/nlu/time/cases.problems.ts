/** What cannot be booked is named, not bent. Now is Friday 2026-11-20 10:15 in Shanghai; `tell.ts` explains the notation. */
import type { Case } from './tell.ts';

export const problemCases: Record<string, readonly Case[]> = {
  'no such date': [
    ['2月30日', '!no_such_date'],
    ['2月30日下午3点到4点', '!no_such_date'],
    ['11月31号', '!no_such_date'],
    ['13月5号', '!no_such_date'],
    ['32号', '!no_such_date'],
    ['Feb 30 3pm', '!no_such_date'],
    ['Nov 31', '!no_such_date'],
    ['2027-02-29 10:00', '!no_such_date'],
    ['这个月31号', '!no_such_date'],
  ],
  'no such time': [
    ['25点开会', '!no_such_time'],
    ['明天25点', '11-21 !no_such_time'],
    ['13点60', '!no_such_time'],
    ['25:00 tomorrow', '11-21 !no_such_time'],
  ],
  'ends before it starts': [
    ['明天下午3点到2点', '11-21 15:00 !end_before_start'],
    ['明天15点到14点', '11-21 15:00 !end_before_start'],
    ['tomorrow 15:00-14:00', '11-21 15:00 !end_before_start'],
    ['3pm-2pm tomorrow', '11-21 15:00 !end_before_start'],
    ['后天到明天', '11-22 !end_before_start'],
    ['11月25日到11月20日', '11-25 !end_before_start'],
    ['下午3点到上午10点', '11-20 15:00 ?date !end_before_start'],
  ],
  'longer than a day': [
    ['周一3点到周二5点', '11-23 15:00 – 11-24 17:00 ?afternoon or 03:00 !too_long'],
    ['周一到周五', '11-23 – 11-27 !too_long'],
    ['明天下午3点开30个小时', '11-21 15:00 – 11-22 21:00 1800min !too_long'],
    ['3 days', '4320min !too_long'],
  ],
  'more than 30 days ahead': [
    ['12月25日下午3点', '12-25 15:00 !too_far'],
    ['明年1月4号下午2点', '2027-01-04 14:00 !too_far'],
    ['2027年3月1日上午10点', '2027-03-01 10:00 !too_far'],
    ['in 2 months', '2027-01-20 !too_far'],
  ],
  past: [
    ['今天上午9点', '11-20 09:00 !past'],
    ['昨天下午3点', '11-19 15:00 !past'],
    ['上周五', '11-13 !past'],
    ['这周三下午3点', '11-18 15:00 !past'],
    ['今天9:00到9:30', '11-20 21:00–21:30 ?afternoon'],
    ['yesterday 3pm', '11-19 15:00 !past'],
    ['2026-11-01 10:00', '11-01 10:00 ?morning !past'],
    ['10分钟前', '11-20 10:05 !past'],
  ],
};
