import { lines } from './lines.ts';

/** Kept aside: more requests, not looked at while rules are written. */
export const requestsAside: Record<string, string[]> = {
  book: lines(`
    订明天16:00的会议，聊合同
    约一下周四10点，跟市场部过活动方案
    帮忙安排个视频会议，今天下午6点
    周三下午三点 竞品分析会
    11月30号上午11点 预算沟通 一小时
    麻烦你帮我建一个周五九点的会
    可不可以帮我约周一下午四点的复盘
    十分钟后拉个会
    现在开会，线上故障
    想约个会，周二下午两点，讨论招聘
    我们下周一10点开启动会
    跟供应商约周四15:30
    请预约下周五下午的董事会，两点开始
    老板说要开会，订今天五点
    每月1号上午10点 经营分析会
    晚上七点半 家长会
    下午四点半碰个头
    明天13:00 代码走查
    发起会议，后天14点，主题是安全培训
    约@李娜 明天11点聊转正
    后天早上9点全员大会 录制
    开个线上会 周六下午2点
    没问题的话就约明天3点
    周五10:30-11:30 周报会 仅限本公司
    客户改主意了，还是约周三10点吧
    schedule a meeting for Friday at noon
    please set up a call tomorrow 9am with the vendor
    can you arrange a design review next Wednesday at 2
    I'd like to set up a sync for 4pm
    let's have a meeting Monday at 10
    Thursday 11am budget review
    planning session tomorrow 2-4pm
    interview with Sam on Tuesday at 3pm
    book an hour tomorrow at 9 for the postmortem
    could you schedule us a call in 30 minutes
    we need a meeting at 3pm today
    every Friday 4pm demo
    start a video call right now
    create meeting: OKR review, Friday 1pm
    would you please book the retro for Dec 2 at 3
    let's talk tomorrow at 5pm
    set a meeting with Kim for 10:30
    6pm today town hall
    Wed 3pm check-in with Leo
    organize a meeting on Monday 11am about pricing
    Sam asked for a catch-up, book 2pm Thursday
    quick sync at 4:15
  `),
  cancel: lines(`
    把明天上午的评审取消
    取消刚刚约的会
    周五的会不开了，取消吧
    帮忙删掉 112000358
    麻烦把下午五点那场取消
    晨会取消
    客户不来了，取消三点的会
    cancel the review tomorrow
    please delete the 4pm meeting
    can you call off the standup
    cancel today's 1:1
    nobody can make it, cancel the sync
    could you remove the retro meeting
  `),
  move: lines(`
    评审推到明天上午10点
    会议往后挪15分钟
    能把周会改到周四吗，下午三点
    改成11点
    麻烦提前十分钟
    李总有事，改到五点
    move it to Monday 9am
    can we move the review to 4pm
    push the call to 6
    reschedule to next Friday 3pm
    delay the standup by half an hour
    could you shift the demo to noon
  `),
  extend: lines(`
    再延十分钟
    会议延长45分钟
    麻烦加时一刻钟
    extend it by ten minutes
    can you add another 20 minutes
    prolong the meeting by 30 min
  `),
  change: lines(`
    please turn the recording off
    会议密码换成 3344
    名称改成Q4复盘
    把@王芳设为主持人
    别录了
    change the title to Weekly Growth
    no password please
    set the host to @Leo
  `),
  list: lines(`
    明天几个会
    我今天的会
    下周有什么会议
    后天有会没
    what do I have on Friday
    show this week's meetings
    is there any meeting today
    list my meetings
  `),
  show: lines(`
    评审会几点开始
    when does the retro start
    show the standup
  `),
  settings: lines(`
    默认时长一小时
    时区改成纽约
    default length 20 minutes
    language chinese
  `),
  call: lines(`
    拨打 13911112222
    call +86 139 1111 2222
  `),
};
