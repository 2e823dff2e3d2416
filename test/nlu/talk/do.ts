import { lines } from './lines.ts';

/** Said to the bot to be done at once, by what is wanted. */
export const requests: Record<string, string[]> = {
  book: lines(`
    能不能帮我约明天下午3点的周会
    可以帮忙订一个明天15点的预算评审吗
    周五上午10点半帮我和供应商约个供应商沟通
    明早九点晨会
    约周五两点需求对齐
    下周一上午十点启动会，拉一个
    今晚8点复盘
    马上开个会
    现在拉个视频会议
    麻烦安排明天下午三点接口联调，一个半小时
    設計走查 星期五下午三點
    聽朝十點開晨會
    聽日三點幫我book個會
    2点半明天客户演示
    明天下午3点 OKR 对齐 30分钟
    5月20号上午10点季度总结会议，录制
    明天3点 bug bash
    這週五九點半技術分享
    我想约一个明天下午三点的安全培训
    明天下午三点 产品 sync
    帮我约个明天上午11点的会
    明天上午11点约个会呗
    请预定明天15:00-16:00的会议，主题合同讨论
    明天15:00-16:00视频会议
    明天下午3点面试，张三主持
    hi 帮忙约下明天下午3点头脑风暴，谢谢
    周五晚8点海外周会
    明天下午一点午间沟通
    给我们组约一个明天下午3点的项目启动会
    明天上午10点，招聘评估，45分钟
    可以的话明天10点帮我开个需求会
    要约明天下午3点周会
    就约明天下午3点周会吧
    那就明天下午3点开周会吧
    后天之后那天... 周六上午10点约个会
    book standup tmr 3pm
    can you set up a design review for tomorrow at 3
    could you please book a budget sync Friday 10am?
    schedule a call about pricing for friday 2pm
    i need a meeting tomorrow 4pm
    meeting tomorrow 4pm pls
    need a quick call right now
    kickoff monday 9am 90 mins
    1:1 with Anna tomorrow 9:30am
    retro, fri 3-4pm
    sprint planning friday at 3 for 2 hours
    put a vendor demo on for tomorrow 5pm
    I'd like to schedule an interview tomorrow at 5pm
    all hands tomorrow 2pm, record it
    quarterly review May 20 10am
    tomorrow 3pm growth weekly
    we need an onboarding session tomorrow 3pm
    would you mind booking a security review tomorrow 3pm
    pencil in a catch up for Friday 11am
    plz arrange code review 3pm tomorrow
    New meeting: launch prep, tomorrow 3pm, password 2468
    I need a call with Bob on May 20 at 2pm
    明早9点半 数据对账会
    约明天下午3点的评审会
    帮我约个会，明天上午10点
    订一个周五14:00的会议
    安排一下下周二下午两点的需求沟通
    预约11月25日15:00 季度复盘
    拉个会，周四四点，聊一下预算
    明天下午三点 周会
    后天10点项目同步
    周五15:00-16:00 技术分享
    下周一上午九点半 产品评审 密码1234
    今晚8点开个短会
    半小时后开会
    现在开个会
    马上拉个会
    立刻发起一个会议
    能帮我订明天下午两点的会吗
    可以帮忙约一下周五上午的评审吗，10点
    麻烦约下明天15点的对齐会
    请安排周三下午四点的面试
    劳驾订个会，明早九点
    能不能帮我安排个明天11点的电话会
    老板让我订明天上午10点的会
    领导说周五要开会，帮我约下午3点
    客户那边确认了，就约周四下午两点吧
    大家都有空，就定周三10点开会吧
    我想约明天下午3点和设计对一下稿子
    我要开个会，今天下午5点
    我需要一个明天上午的会议，10点到11点
    想跟法务约个会，周四三点
    我们明天下午两点碰一下
    咱们周五上午11点聊聊排期
    周四下午三点大家一起过一下方案
    每周三下午4点 周会
    每天早上9点半站会
    工作日上午10点晨会
    明天下午3点 和李娜 1v1
    新建会议 明天14:00 讨论接口
    创建一个会议：主题 预算，时间 周五16:00
    主题：双十一复盘⏎时间：明天15:00
    会议主题：选型⏎会议时间：11月24日 10:00-11:00
    开会 明天10点
    开会！现在！
    约会议 周五下午三点半
    帮忙建个会议室，不对，建个线上会议，明天三点
    明早8点半 值班交接
    今天17点 上线评审
    12月1号14:00 战略规划会
    下午3点跟客户视频会议
    周六10点 团队脑暴
    周日晚上9点 发布演练
    再约一个周五下午四点的会
    约一个明天下午3点的会议，录制，主持人@李雷
    订下周三全天的培训
    后天下午 1 点到 3 点 招聘面试 2 小时
    把周五15点的会议约上
    给我安排明天10点跟HR的面谈
    约面试，明天16:00
    请大家明天下午3点参加需求评审
    通知大家明天上午10点开全员会
    方便的话约周四下午两点
    如果没冲突就订明天10点的评审
    book a meeting tomorrow at 3pm
    schedule a call with Tom on Friday at 10
    set up a 30 minute sync for Monday 9am
    can you book a meeting for tomorrow 2pm?
    could you please schedule a review on Thursday at 4pm
    would you set up a call at 5pm today
    please arrange a meeting next Tuesday 11:00
    I need a meeting tomorrow at 10am
    I'd like to book a call for Wednesday at 3
    I want to schedule a retro on Friday 4pm
    we need to set up an interview for Monday 2pm
    let's meet tomorrow at 3pm
    let's have a call at 4
    let's do a quick sync Friday 10am
    start a meeting now
    start an instant meeting
    create a meeting for Dec 1 at 9:30
    new meeting Thursday 3pm roadmap
    meeting tomorrow 3pm
    standup tomorrow 9:30am
    tomorrow 3pm design review
    Friday 10am 1:1 with Anna
    Mon 9-10am sprint planning
    today 5pm all hands, record it
    weekly sync every Monday at 10am
    every weekday 9:15 standup
    quick call in 20 minutes
    call at 3pm about the launch
    book 4pm tomorrow for the budget review
    reserve an hour on Thursday at 2pm for planning
    put a meeting on Friday 3pm
    can we have a meeting at 4pm tomorrow?
    could we set up a call for Tuesday 10am?
    can we meet on Thursday at 2pm?
    would you be able to schedule a demo for Monday at 1pm
    is it possible to book a meeting tomorrow at 11
    Tom wants to talk, book us 3pm tomorrow
    the client asked for a demo, please schedule it for Friday 2pm
    boss says we need a review, set one up for 5pm
    if possible schedule the retro for Thursday 4pm
    kindly book a video conference for 24 Nov 3pm
    topic: hiring sync, time: tomorrow 4pm
    schedule interview with candidate Tuesday 3pm
    grab 30 minutes with Bob tomorrow at 11
    get a call going now
    book Friday 2pm to 3pm, password 4321
    hey, set up a meeting at 6pm today please
    tomorrow at noon - onboarding session
    Nov 24 2pm vendor demo
    let's sync at 3 today
    meet now
    please create a video call for 3:30 today with the Berlin team
  `),
  cancel: lines(`
    取消周会
    把明天的周会取消
    帮我把周会取消了吧
    周五的评审不开了
    周五那个评审删了吧
    刚才那个会不要了
    明天3点的会取消一下
    能不能帮我把下午的会取消掉
    周会取消
    明天周会就不开了，帮我取消
    麻煩取消聽日嘅複盤
    cancel the retro
    pls cancel tomorrow's standup
    cancel my 3pm
    can you cancel my meeting tomorrow at 3pm
    we won't need the vendor demo, cancel it please
    call off the design review
    scrap the design review on Friday
    please delete the budget sync meeting
    get rid of the budget sync
    取消明天下午三点的会
    把周会取消掉
    帮我取消周五的评审
    麻烦取消一下刚才的会议
    明天的站会取消
    周三的复盘不开了
    那个会不要了
    删除会议 112000358
    请取消今天下午4点的会
    能帮我取消明天的会议吗
    能不能把周五那个会取消
    撤销刚才的预约
    下午的会先取消吧
    老板有事，把三点的会取消
    大家都没空，周会取消吧
    人不齐，今天的评审取消
    这个会不用开了
    取消会议
    把会取消了吧
    cancel the 3pm meeting
    please cancel tomorrow's standup
    can you cancel the retro
    could you please cancel my Friday meeting
    delete the design review
    call off today's sync
    I want to cancel the meeting at 4
    we need to cancel the demo
    Tom is sick, cancel the review
    scrap the 5pm call
    cancel meeting 112000358
    remove the standup meeting tomorrow
    we don't need the sync anymore, cancel it
    go ahead and cancel the all hands
    kill the 2pm meeting
  `),
  move: lines(`
    周会改到明天下午4点
    把周会挪到明天4点
    周会推迟半小时
    评审往后推一个小时
    评审提前半小时
    明天3点的会改到周五上午10点
    能把周会改到周五上午10点吗
    麻烦把周会调整到周五上午10点
    move the retro to tomorrow 4pm
    make the retro 4pm tomorrow
    reschedule retro for tomorrow at 4
    push the standup by 30 min
    push standup back half an hour
    bring the standup forward 15 minutes
    can we move the budget sync to Friday 10am
    please shift budget sync to fri 10am
    周会改到下午4点
    把明天的评审推迟半小时
    会议提前一小时
    改到周五10点
    帮我把站会挪到10点
    能不能推迟20分钟
    可以改到明天下午吗，3点
    会议延后到5点
    把三点的会改成四点
    客户迟到了，推迟15分钟
    他三点没空，改到四点吧
    方便的话往后推一小时
    换到周四下午两点
    麻烦把复盘往前提半小时
    时间改成15:30
    例会调整到周二上午
    move the sync to 4pm
    push the standup by 15 minutes
    reschedule the review to Friday 10am
    can you move the demo to 3pm
    could you push it back half an hour
    postpone the retro to Monday at 2
    please move tomorrow's call to Thursday 11am
    let's move it to 5
    change the time to 2:30pm
    delay the meeting by 10 minutes
    Tom can't do 3, move it to 4
    bring the review forward an hour
    shift the standup to 9:45
    I need to move the 3pm to 4pm
    make it 4pm instead
  `),
  extend: lines(`
    周会延长半小时
    延长30分钟
    再开15分钟
    给会议加20分钟
    extend the retro by 30 minutes
    add 15 more minutes
    15 more minutes please
    wrap up the retro 15 minutes early
    延长半小时
    会议再延长15分钟
    帮我把这个会延长一小时
    再开20分钟
    能不能延长10分钟
    时间不够，延长半小时
    还没聊完，再加15分钟
    extend by 20 minutes
    extend the meeting by half an hour
    can you extend the call 15 minutes
    add 10 minutes
    please extend it by an hour
    we're running over, extend by 15 minutes
    could you add 30 more minutes to the review
  `),
  change: lines(`
    把周会改名叫双周会
    周会的主题改成增长周会
    周会密码改成2468
    周会打开录制
    密码改成1357
    设张三为主持人
    rename the retro to Team Retro
    record the retro
    set the retro password to 2468
    make Tom the host
    change the topic to Growth Weekly
    密码改成5678
    把主题改成预算终审
    主持人换成@李娜
    打开录制
    不要录制
    取消密码
    仅限本公司加入
    改名为产品月会
    把周会的密码改成2468
    能不能改一下会议名称，改成终审会
    把录制关掉
    这个会要录制
    change the password to 9876
    rename it to Quarterly Review
    turn on recording
    turn off recording
    remove the password
    make @Anna the host
    set the topic to Launch plan
    only people in our company can join
    can you change the title to Budget Sync
    please record this meeting
  `),
  list: lines(`
    明天有几个会
    明天都有哪些会议
    这周的会给我看看
    我的会议
    下午还有会吗
    今日日程
    聽日有咩會
    what meetings do i have tomorrow
    what's on today
    list my meetings tomorrow
    am i busy tomorrow
    show me this week's meetings
    any calls today
    upcoming meetings
    am I free at 3pm tomorrow
    群里约了哪些会
    今天有什么会
    我明天有哪些会议
    看看下周的会
    查一下我的会议
    本周会议列表
    我下午有空吗
    明天有会吗
    今天还有会吗
    what meetings do I have today
    show my meetings
    list this week's meetings
    do I have any meetings tomorrow
    what's on my calendar today
    any meetings this afternoon?
    my agenda for Friday
    do we have a meeting tomorrow
    how many meetings do I have this week
  `),
  show: lines(`
    周会的会议号
    周会几点
    刚才那个会的密码是多少
    明天3点的会的信息
    what's the password for the retro
    when is the retro
    周会是几点
    看一下周会的详情
    112000358 这个会的信息
    会议链接发一下
    when is the standup
    what time is my meeting
    details of the design review
    show me the retro
    what's the meeting number
  `),
  settings: lines(`
    以后默认不录制
    my time zone is New York
    always record my meetings
    speak english please
    默认时长改成30分钟
    以后默认录制
    我的时区是东京
    设置
    语言改成英文
    默认不要密码
    set default length to 45 minutes
    my time zone is London
    settings
    always record by default
    switch to English
  `),
  call: lines(`
    call +86 138 0013 8000 into the meeting
    呼叫 13800138000
    打给 +8613800138000 王总
    call +1 415 555 0199
    dial +44 20 7946 0958
  `),
};
