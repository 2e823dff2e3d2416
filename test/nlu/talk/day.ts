import { lines } from './lines.ts';

/** A working day as it passes by a bot: timetables, deliveries, travel, reports of meetings, logs. Nobody wants anything done. */
export const dayZh: string[] = lines(`
  周一9:00起飞，机票别忘了
  今天下午3点快递到，帮我收一下
  14:30 高铁G27 北京南到上海虹桥
  10:15 收到告警：CPU使用率95%
  领导说明早10点到公司
  会议开到六点才散
  9:00 签到，9:30 领导致辞，10:00 主旨演讲
  上午10点到12点停电，各位保存好文档
  明天降温，早上8点出门多穿点
  周三晚上八点国足对泰国
  晚上7点半新闻联播后看天气预报
  下周二孩子家长会，我得请假
  5月15日发工资
  15号之前把报销单交给财务
  周五下班前发我
  下午3点的号，挂的是骨科
  上午九点半查房，十点手术
  第三台手术排在下午两点
  夜班8点交班
  下周一早自习改为7点20
  期末考试6月20日上午8:30开始
  高三（2）班周五下午三点大扫除
  法院通知5月28日14:30开庭
  合同5月31日到期，记得续签
  明天9点半面试一个前端，HR已经约好了
  候选人说他周四下午三点才方便
  昨天下午三点的面试那个人没来
  客户昨天3点打来电话投诉
  张工明天10点从深圳过来
  小陈周五请假一天
  我9点半到，堵车
  路上了，十分钟后到
  都快6点了还在开会
  下午三点的会开得我头疼
  昨天的评审会一共来了八个人
  上周五的复盘会结论已经发群里了
  会上老板说下季度预算砍一半
  今天开了五个会，累死了
  早上10点那个会我没听懂
  晨会说今天要发版
  23:00开始停机维护，预计2小时
  服务器将于今晚23:00重启
  晚上8点李佳琦直播间见
  今晚八点直播，福利多多
  A股下午三点收盘
  早盘9:30开盘跌了2%
  中午12点外卖到
  咖啡下午3点第二杯半价
  健身房晚上10点关门
  银行下午5点下班，你快去
  周六早上6点爬山，谁去
  周日下午两点打羽毛球，三缺一
  婚礼5月20日11:58准时开始
  晚上六点聚餐，地点老地方
  K123次列车18:05发车
  登机口B12，登机时间14:35
  签证面谈6月1日上午9点，带好材料
  下周三验车
  师傅明天上午10点来修空调
  物业通知：周四9:00-17:00停水
  报名截止到5月20日18点
  比赛5月30日下午2点哨响
  你周五3点有空吗
  你明天下午在不在
  会议室几点空出来
  谁约的3点的会啊
  几点的会
  怎么又改到8点了
  这会能不能别开了，天天开
  周会能不能短一点
  如果客户同意就周四下午三点
  等老板回来再定时间
  除非周五之前定稿，否则评审推迟
  真希望明天的会取消
  不想开明天早上的会
  别约周五下午，大家都要走
  先别改时间
  不用改，还是3点
  会照开
  3点的会我就不参加了
  我请假，明天的例会听不了
  明天站会我线上参加
  周五上午我在医院
  我周一到周三出差，周四回
  我妈下午3点到火车站
  我老婆预产期7月8日
  下午三点半放学你接一下
  老师说周五下午3点开家长会
  主任说周一8点开早会
  院长周三上午查房
  李老师周二上午10点有课
  市场部下周二团建
  他们组每天早上9点站会
  隔壁团队周三下午不开会
  老板周五前要方案
  供应商明早9点送货
  货车晚上11点才能进城
  样品周三寄出，周五到
  尾款5月25日付
  第一批货5月18日发
  他发的是“周五3点开会”
  群公告：本周五18:00团建聚餐
  【美团】您的订单预计12:30送达
  【12306】您已购5月20日G1次列车08:00开
  转发：周六下午两点社区义诊
  会议纪要：1. 周三前完成联调 2. 周五上线
  行程：8:00出发，12:00午餐，15:00参观工厂，18:00返程
  课表：周一8:00语文，9:00数学，10:00英语
  排班：早班7点到15点，中班15点到23点
  Day1 9:00集合 10:30故宫 14:00天坛
  下午场：14:00 分论坛A，15:30 分论坛B
  5/14 10:00 完成接口联调；5/15 18:00 提测
  日报：10点修复bug，14点评审，16点自测
  工时：9:00-12:00 开发，13:00-18:00 测试
  14:02 李四：我到了
  王五 15:30 好的收到
  GET /api/meetings 200 15:04:05
  定时任务每天凌晨2点执行
  数据每小时同步一次
  版本1.2.3定于周五发布
  灰度从明天10点开始，先放5%
  提测时间推迟到周五
  上线改到下周一了
  原定周五的发布会取消了
  演唱会取消了，退票
  比赛延期到6月1日
  考试推迟两周
  订单取消了吗
  我把闹钟改到7点了
  把餐厅从6点改到7点
  预约挂号改到周四上午
  房租每月1号交
  物业费5月底前交清
  信用卡20号还款
  周末愉快，周一见
  下周三点名，别迟到
  9点半老地方
  大概5点能弄完
  估计要到8点
  看情况，明天再说
  有空聊
  晚点我给你电话
  十分钟后给你回过去
  三点前给我答复
  明早第一件事就是改这个bug
  下午我集中精力写代码，不要打扰
  今天下午专注时间，勿扰
  刚面完一个，4点还有一个
  周四那个候选人鸽了
  领导一句话，周末又泡汤了
  早知道3点就不来了
  去年5月13日我们还在成都
  三年前的今天公司成立
  我周一说过了啊
  昨晚11点还在改PPT
  夜里两点孩子发烧
  早上六点就醒了
  下午茶3点到了，快来拿
  水果到前台了，先到先得
  疫苗第二针6月5日打
  体温上午38.5，下午3点37.2
  每天早晚8点各吃一片
  术后第三天10点拔管
  会诊定在明天上午，神经内科来
  5月14日 会诊 神内 王主任已看过
  探视时间下午3点到5点
  客服时间9:00-21:00
  直播时间周三周五晚8点
  上课时间：每周二19:00-20:30
  面试官反馈：14:00的候选人不错
  拜访了客户，谈到三点
  下午跟王总谈完了，他同意签
  刚刚和设计对过稿，明天出终版
  上午跟测试对齐了，周四提测
  评审通过，周五上线
  评审没过，下周再来
  周报周五发
  培训材料周四前准备好
  明天下午培训要签到
  面试地点改到三楼会议室
  302会议室投影周三修好
  会议室钥匙3点还给前台
  腾讯会议崩了
  飞书会议怎么录屏
  密码不对啊
  进不去会议
  主持人怎么不在
  会议结束了吗
  录了吗
  麻烦大家静音
  把摄像头打开
  延长线在哪
  延长两天交作业
  多给我半小时准备
  推迟婚期
  作业推迟到下周一交
  约会迟到了半小时
  朋友约我周六打球
  有人约你周五吃饭
  预约了4S店周六上午保养
  定了周六晚上的位子，7点
  开了三小时的车，下午到
  开学9月1日
  安排一下，周末撸串
  安排的是周三，不是周四
  会议已安排，周四三点，请查收
  已约周五10点，谢谢
  约过了，他说没空
  定了，周四下午三点
  周五上午，一言为定
  行，那周四下午三点见
  OK，明早8点停车场见
`);

export const dayEn: string[] = lines(`
  Agenda: 9:00 Welcome, 9:15 Keynote
  My flight boards at 6:40
  move the sync from Wednesday, it kept clashing, and now everyone's happy
  that was a mistake, undo it on your laptop
  pizza at noon in the kitchen
  package arriving Thursday between 2 and 4
  Champions League final tonight at 9
  The Office reruns at 8pm
  mom's birthday is May 20
  taxes due April 15
  our lease ends May 31
  surgery scheduled for 2pm, OR 3
  night shift starts at 7
  rounds at 9:30, then discharge paperwork
  period 3 moved to 11:20
  midterms start Monday 8:30
  hearing set for June 3 at 9:30am in courtroom 4
  deposition went until 6
  opposing counsel wants Thursday
  candidate can only do 3pm
  new hires start Monday at 9
  doors open at 7, show at 8
  load-in at 6am, don't be late
  catering arrives 11:30
  the 3pm was a waste of time
  we wrapped the review at 4
  yesterday's retro went well
  just got out of a two hour meeting
  I'll be at the dentist until 11
  I land at 6pm and go straight to the hotel
  heading out at 4, kid's recital
  be there in 10
  almost 3, where is he
  happy hour at 5
  gym at 6 tomorrow morning
  book club read chapter 5 by Thursday
  movie starts at 7:45
  sale ends tonight at midnight
  store closes at 9
  open Mon-Fri 9am to 6pm
  bus leaves 7:15 sharp
  check-in after 3pm, checkout 11am
  car inspection next Wednesday
  UPS says by 8pm
  power outage Thursday 9-5
  maintenance window Saturday 23:00-02:00
  prod freeze starts Friday 6pm
  release slips to Monday
  [14:02] lisa: I'm here
  10:15 ALERT cpu > 95%
  GET /meetings 200 15:04:05
  backup completed 05/13 02:00
  Mon: design, Tue: build, Wed: test
  9-10 email, 10-12 deep work, 1-3 interviews
  Schedule: 8am breakfast, 9am talks, 12pm lunch
  Session A 10:00 Session B 11:00
  15:00 Coffee break
  done: reviewed PR at 3pm, fixed tests at 5pm
  status: green, launch on May 20
  he called me at 3am
  boss said 10am tomorrow
  Tom said the review is at 3
  they moved it to Thursday
  they cancelled the demo again
  looks like the meeting got cancelled
  someone cancelled my 2pm
  concert cancelled, getting refund
  the game was postponed to Sunday
  they rescheduled the exam to June 1
  I moved my alarm to 7
  we changed the launch to Monday
  I booked the restaurant for 7
  booked! see you at 3
  it's on the calendar, Thursday 3pm
  confirmed for 2pm tomorrow
  ok 3pm works
  sounds good, talk Friday
  see you at 9
  let's grab coffee sometime next week
  maybe Friday?
  could be around 5
  I'd guess Thursday afternoon
  if it rains Saturday's picnic is off
  unless legal signs by Friday the kickoff slips
  in case nobody shows up, cancel
  wish we could cancel Mondays
  I hope the 4pm gets cancelled
  don't book anything Friday afternoon
  no need to move it
  leave it at 3
  never schedule meetings before 9, it's cruel
  why do we always meet at 5 on Fridays
  who cancelled the standup?
  when is the review again?
  did the meeting start?
  what time works for you?
  you around tomorrow at 2?
  do we really need this meeting?
  shouldn't the retro be on Friday?
  how long was the call?
  does anyone have the link for the 3pm
  anyone joining the 2pm?
  is it recorded?
  where's room 302
  the projector in room 2 gets fixed Wednesday
  my mic is broken
  link doesn't work
  I can't get in
  host isn't here yet
  you're on mute
  stop recording me lol
  extend the deadline to Friday
  got an extension until Monday
  pushed it to main at 3
  move the couch on Saturday
  cancel culture is a myth
  cancel my Netflix
  rename the variable to start
  rename the file to Q3 report
  change the oil next Tuesday
  invite only event, Friday 8pm
  You're invited: Emma turns 5, Saturday 2pm
  Join us Thursday at 6pm for drinks
  Reminder: timesheets due today 5pm
  FYI the fire drill is at 2
  psa: fridge gets cleaned Friday at 4
  lost: blue scarf, last seen 3pm in room 5
  quarterly numbers drop at 4pm ET
  market opens 9:30
  CPI print 8:30am tomorrow
  Your order will arrive tomorrow by 10am
  Uber arriving in 5 minutes
  Your appointment with Dr. Patel is confirmed for May 14 at 2:30 PM
  Payment due 05/25/2026
  Subject: Re: Friday 3pm
  On Mon, May 11, 2026 at 3:00 PM Lisa wrote:
  "let's meet at 3" is what he said
  the bot should understand "tomorrow 3pm review"
  the ticket says move the meeting to 4
  we met at 3 in the lobby in 2019
  two years ago on May 13 we launched
  I started here June 1 2020
  I've been up since 4am
  paged at 3am again
  baby woke up at 2
  my brain stops at 4pm
  it's 5 o'clock somewhere
  Monday 9am and I'm already done
  Friday 4:55pm: "quick call?"
  nothing good happens after 2am
  a meeting at 8am should be illegal
  I have three calls tomorrow
  I've got a call at 4 so make it quick
  he's in a review until 5
  they have all-hands every Monday at 10
  marketing has an offsite next Tuesday
  sales is doing demos all Thursday
  finance closes books on the 31st
  HR interviews start at 10
  engineering ships on Thursdays
  the vendor delivers at 9
  truck can't enter before 11pm
  samples ship Wednesday, arrive Friday
  I talked to Tom at 3, he's fine with it
  synced with design this morning
  we reviewed it Tuesday and it passed
  review passed, shipping Friday
  kickoff deck due Thursday
  bring a laptop to tomorrow's training
  dress rehearsal was a mess
  tonight's webinar had 300 people
  the board met on Tuesday
  wedding is June 6 at 4
  birthday drinks for Sam Friday 6pm
  baby shower Saturday 2pm
  fantasy draft Sunday 8pm
  kickoff is 1pm Sunday, go Bills
  F1 qualifying Saturday 3pm
  sunrise 5:43, sunset 20:10
  rain from 3pm, bring an umbrella
  snow tomorrow 8am
  BP 140/90 at 9am
  take one pill at 8 and one at 20:00
  discharge at noon if labs are fine
  family visit 3-5pm
  fasting from midnight
  blood draw tomorrow 7am
  Thursday is better for me
  any time after 2
  won't make the 4pm
  I'll skip the standup tomorrow
  count me in for Friday
  put me down for 2pm shift
  I'll cover the 9am
  who's on call Saturday
`);
