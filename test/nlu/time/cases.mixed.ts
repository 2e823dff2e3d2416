/** Messages in both languages at once. Now is Friday 2026-11-20 10:15 in Shanghai; `tell.ts` explains the notation. */
import type { Case } from './tell.ts';

export const mixedCases: Record<string, readonly Case[]> = {
  'both languages in one message': [
    ['book 明天下午3点 weekly sync 1h', '11-21 15:00–16:00 60min'],
    ['下周一 10am kickoff meeting 30min', '11-23 10:00–10:30 30min'],
    ['今天 4:30pm-5pm 过一下 PRD', '11-20 16:30–17:00'],
    ['tomorrow 下午3点半到4点半 sync', '11-21 15:30–16:30'],
    ['11月25号 2pm budget review password 1234', '11-25 14:00'],
    ['后天 9:00 AM onboarding 录制', '11-22 09:00'],
    ['pls 订 tmr 上午11点 interview，45min，host @Bob', '11-21 11:00–11:45 45min'],
    ['下周五 EOD 前 review', '11-27 eod'],
    ['明天下午 3:00 PM demo day', '11-21 15:00'],
    ['今晚 9pm EST 不行，改到明天 9pm 北京时间', '11-21 21:00 tz=Asia/Shanghai'],
    ['明天am9点', '11-21 09:00'],
    ['周三 3pm到5pm', '11-25 15:00–17:00'],
    ['周五3-4pm', '11-20 15:00–16:00'],
    ['next Monday 上午10点', '11-23 10:00'],
    ['this Friday 下午4点 周会', '11-20 16:00'],
    ['Monday 下午3点到5点', '11-23 15:00–17:00'],
    ['明天 3pm 开始，半小时', '11-21 15:00–15:30 30min'],
    ['25号 15:00 for 90 min', '11-25 15:00–16:30 90min'],
    ['下周三 noon 吃饭', '11-25 12:00'],
    ['tmr 3点半', '11-21 15:30 ?afternoon or 03:30'],
    ['帮我 book 一个 meeting 明天 10am-11am', '11-21 10:00–11:00'],
    ['meeting 明天 at 3pm', '11-21 15:00'],
    ['会议 next week Tuesday 10:00', '11-24 10:00 ?morning or 22:00'],
    ['AM 10:00 明天', '11-21 10:00'],
  ],
};
