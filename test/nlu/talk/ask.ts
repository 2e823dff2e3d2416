import { lines } from './lines.ts';

/** May be meant as a request: one card, nothing done. */
export const unsure: Record<string, string[]> = {
  'a time alone': lines(`
    明天下午3点
    周五10点
    15:00-16:00
    后天上午10点到11点
    tomorrow 3pm
    Friday 10am
    3:30 to 4pm today
    next Tuesday at 2
    下周三 14:00
    今晚八点半
    tomorrow at noon
    in half an hour
  `),
  'a value, and no meeting that it is said of': lines(`
    密码是1234
    密码：8899
    pin 1530
    password is 4471
    passcode: 20206
    主持人：康辉
    主持人是撒贝宁
    再给我半小时
    再给我十分钟，马上到
    give me half an hour more
    give me 10 more minutes
    the weekly starts at 9 sharp
    the standup begins at 10
    晨会九点开始的
    例会十点的呀
    another 8am call, great
    another 9pm sync, lovely
    又一个晚上九点的会，真棒
    oh sure, let's meet at midnight, why not
    yeah right, a call at 6am
    主题换成暗黑的
    开会中，四点后联系
    Office hours: Mon-Fri 9am-5pm
  `),
  'whether to meet': lines(`
    要不要明天下午3点开个会
    我们周四下午三点开个会怎么样？
    明天10点开会合适吗
    should we have a call at 4?
    should we meet on Friday at 10?
    do you think we should meet at 3pm tomorrow?
    是不是该约个会了，周五下午三点
    周五10点评审可行吗，大家看看
    shall we do a sync at 5pm?
    are we meeting at 3pm or should I book it?
  `),
  'said as news': lines(`
    我们明天下午3点有个评审
    周会取消了
    周会改到4点了
    评审推迟半小时了
    the standup is cancelled
    the review is moved to 4pm
    we have a sync tomorrow at 10am
    there's a meeting on Friday at 2pm
    the demo is postponed to Monday 10am
    明天10点有个需求评审
    下午4点有个会
    会议延长到6点了
    老板要明天下午3点开会
    客户想周五上午10点开会
    Tom wants to meet at 4pm tomorrow
    my boss wants a meeting at 10am on Monday
    I have to meet the client at 3pm on Friday
    we're meeting on Thursday at 2pm
  `),
  'whether to undo or change': lines(`
    可以取消吗
    会能取消吗
    can we cancel?
    can we cancel the standup?
    会议能不能取消啊
    要不取消吧
    要不改到周五10点？
    要不推迟半小时？
    maybe cancel it?
    maybe we should move it to 5
    shall we push it to 4pm?
    shall we extend by 15 minutes?
    是不是取消比较好
    要不要延长半小时
    会议要不要改到明天10点
    我想也许该取消周会
    it might be better to move it to 4
    could it be cancelled?
    could we perhaps cancel the retro
  `),
  'something else that may be a meeting': lines(`
    dinner with the client Friday 7pm
    lunch with Tom tomorrow 12:30
    周五中午12点和客户吃饭
    schedule a photo shoot for Friday 10am
    明天晚上7点聚餐
    coffee chat with Anna Thursday 3pm
    book something with the Berlin folks Friday
    安排周五下午三点拍摄
    约客户明天下午三点
    appointment with the notary Thursday at 11
    约个时间吧
    tomorrow 8pm game night with the team
    周六上午10点 看房
    下午3点去银行
    13:00 接机
  `),
};
