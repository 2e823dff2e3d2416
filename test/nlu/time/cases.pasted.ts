/** Now is Friday 2026-11-20 10:15 in Shanghai; `tell.ts` explains the notation. */
import type { Case } from './tell.ts';

export const pastedCases: Record<string, readonly Case[]> = {
  'labels, invitations, agendas': [
    ['日期：11/25\n时间：10:00~10:45', '11-25 10:00–10:45 ?morning or 22:00'],
    ['会议主题：评审\n会议时间：2026/11/25 14:00-15:00 (GMT+08:00) 中国标准时间 - 北京', '11-25 14:00–15:00 tz=UTC+08:00'],
    ['Start: Nov 25, 2026 2:00 PM\nEnd: Nov 25, 2026 3:30 PM', '11-25 14:00–15:30'],
    ['When: Wednesday, November 25, 2026 2:00 PM-3:00 PM.', '11-25 14:00–15:00'],
    [
      'Topic: Weekly Sync\nTime: Nov 25, 2026 04:00 PM Beijing, Shanghai\n\nJoin Zoom Meeting\nhttps://zoom.us/j/12345678901?pwd=abc\n\nMeeting ID: 123 4567 8901\nPasscode: 123456\n\nOne tap mobile\n+16699006833,,12345678901#,,,,*123456# US (San Jose)',
      '11-25 16:00 tz=Asia/Shanghai',
    ],
    [
      'Microsoft Teams meeting\nJoin on your computer, mobile app or room device\nClick here to join the meeting\nMeeting ID: 234 567 890 12\nPasscode: aB3dEf\nOr call in (audio only)\n+1 323-555-0166,,98765432#  United States, Los Angeles\nPhone Conference ID: 987 654 32#',
      '-',
    ],
    [
      'Standup\nWednesday, November 25 · 10:00 – 10:30am\nTime zone: Asia/Shanghai\nGoogle Meet joining info\nVideo call link: https://meet.google.com/abc-defg-hij\nOr dial: (US) +1 402-555-0137 PIN: 123 456 789#',
      '11-25 10:00–10:30 tz=Asia/Shanghai',
    ],
    [
      '张三 邀请您参加腾讯会议\n会议主题：周会\n会议时间：2026/11/25 10:00-11:00 (GMT+08:00) 中国标准时间 - 北京\n\n点击链接入会，或添加至会议列表：\nhttps://meeting.tencent.com/dm/abcdef\n\n#腾讯会议：123-456-789',
      '11-25 10:00–11:00 tz=UTC+08:00 ?morning or 22:00',
    ],
    ['From: 2026-11-25 14:00\nTo: 2026-11-25 15:00', '11-25 14:00–15:00'],
    ['开始：11月25日 14:00\n结束：11月25日 15:30', '11-25 14:00–15:30'],
    ['开始时间：2026-11-25 14:00\n结束时间：2026-11-25 15:00', '11-25 14:00–15:00'],
    ['Date: 25 Nov 2026\nTime: 2pm – 3pm', '11-25 14:00–15:00'],
    ['Date: Nov 25\nStart time: 2 PM\nEnd time: 3 PM', '11-25 14:00–15:00'],
    ['Start: 14:00\nEnd: 15:00\nDate: 2026-11-25', '11-25 14:00–15:00'],
    ['时间：周四14:00\n议程：\n1）需求评审 30分钟\n2）排期 15分钟', '11-26 14:00'],
    ['Thursday 2pm\nAgenda:\n- intro 5 min\n- demo 20 min', '11-26 14:00'],
    ['主题: Q4复盘\n时间: 下周一 10:00\n时长: 1小时', '11-23 10:00–11:00 60min ?morning or 22:00'],
    ['时间 2026年11月25日（周三）14:00—15:30\n地点 3号会议室', '11-25 14:00–15:30'],
    ['Wed 25 Nov 2026 14:00 – 15:00', '11-25 14:00–15:00'],
    ['14:00 - 15:00, Wednesday 25 November', '11-25 14:00–15:00'],
    ['日期：2026年11月25日\n时间：下午2点-3点\n主题：预算', '11-25 14:00–15:00'],
    ['日期：周三\n时间：15:00', '11-25 15:00'],
    ['Subject: Budget\nDate: Wednesday\nTime: 3pm', '11-25 15:00'],
    ['Time: Nov 25, 2026 04:00 PM Eastern Time (US and Canada)', '11-26 05:00 tz=America/New_York'],
    ['会议时间：11月25日 10:00 - 11:00\n会议 ID：123 456 789', '11-25 10:00–11:00 ?morning or 22:00'],
    ['开始 14:00\n结束 15:00\n日期 11月25日', '11-25 14:00–15:00'],
    ['Starts: Wed 25 Nov 10:00\nEnds: Wed 25 Nov 11:30', '11-25 10:00–11:30 ?morning or 22:00'],
    ['Agenda for Wednesday 10am:\n1. updates (10 min)\n2. Q&A (5 min)', '11-25 10:00'],
    ['周三上午10点\n1. 同步 10分钟\n2. 讨论 20分钟', '11-25 10:00'],
    ['Dates: Nov 25\nHours: 2pm-4pm', '11-25 14:00–16:00'],
  ],
};
