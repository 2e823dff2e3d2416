import { expect, it } from 'vitest';
import { sayRule } from '../../src/text/recurrence.ts';

it.each([
  ['FREQ=DAILY', '每天', 'every day'],
  ['FREQ=DAILY;INTERVAL=2', '每 2 天', 'every other day'],
  ['FREQ=WEEKLY;BYDAY=MO', '每周一', 'every Monday'],
  ['FREQ=WEEKLY;BYDAY=MO,WE,FR', '每周一、三、五', 'every Monday, Wednesday and Friday'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '每个工作日', 'every weekday'],
  ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', '每个工作日', 'every weekday'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', '每 2 周的周二', 'every other week on Tuesday'],
  ['FREQ=WEEKLY;INTERVAL=3', '每 3 周', 'every 3 weeks'],
  ['FREQ=MONTHLY;BYMONTHDAY=1', '每月 1 号', 'every month on the 1st'],
  ['FREQ=MONTHLY;BYMONTHDAY=11,22,-1', '每月 11 号、22 号、最后一天', 'every month on the 11th, the 22nd and the last day'],
  ['FREQ=MONTHLY;BYDAY=-1FR', '每月最后一个周五', 'every month on the last Friday'],
  ['FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1', '每月最后一个周五', 'every month on the last Friday'],
  ['FREQ=MONTHLY;BYDAY=2TU', '每月第 2 个周二', 'every month on the second Tuesday'],
  ['FREQ=YEARLY', '每年', 'every year'],
  ['FREQ=DAILY;COUNT=10', '每天，共 10 次', 'every day, 10 times'],
  ['FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231T155959Z', '每周一，到 12月31日', 'every Monday, until Dec 31, 2026'],
  ['FREQ=HOURLY', null, null],
  ['FREQ=WEEKLY;BYDAY=XX', null, null],
  ['nonsense', null, null],
])('%s', (rule, zh, en) => {
  expect(sayRule(rule, 'zh_cn')).toBe(zh);
  expect(sayRule(rule, 'en_us')).toBe(en);
});
