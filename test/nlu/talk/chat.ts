import { lines } from './lines.ts';

/** Overheard in chats, in every register: nobody wants anything done. */
export const chat: string[] = lines(`
  等会儿四点半我还有个面试
  我三点有会
  下午还有两个会要开
  待会儿五点要去接孩子
  我今天的会排满了
  明天一天都是会
  我四点到五点有课
  一会儿还要去跟客户吃饭
  刚开完会，累死
  我刚从会上下来
  周五我请假
  下周我出差，周三回
  我约了医生三点半
  我已经跟李总约好了明天上午十点
  会我约好了，明天三点
  评审我已经订了
  会议已经取消了
  周会已经改到四点
  密码我改过了
  我把会推迟了半小时
  我昨天取消了那个会
  他们下午两点有个评审
  老板三点有个会，找他的话等四点
  产品那边周四要开会
  张工说他四点来不了
  听说明天的周会取消了
  据说下周要开全员会
  好像明天三点有个会
  可能要推迟到下周吧
  估计三点开不了
  看样子得延长半小时
  这会开得好长啊
  昨天的会开到十一点
  上周三的复盘谁写的纪要
  周一的例会纪要发群里了
  今天三点的会我没听到开头
  刚才四点的会卡得要命
  明天几点上班
  你们几点下班
  今晚几点的球赛
  下午茶几点
  三点了吗
  现在几点了
  几点的飞机
  谁有三点的会议室
  会议室订了吗
  301会议室有人吗
  明天谁值班
  晚上一起吃饭吗
  中午12点一起去食堂不
  要不要喝咖啡
  周末去爬山吗
  周六下午打球有人吗
  下午三点半有拼单奶茶的吗
  谁能帮我看下这个bug
  帮我看下这个文档
  帮我翻译一下这段话
  帮我写个周报
  帮我点杯咖啡
  帮我订明天早上八点去上海的高铁
  帮我叫个车，六点到公司
  帮我查一下明天的天气
  帮我算一下3点5乘以4
  提醒我三点吃药
  三点叫我起床
  定个七点的闹钟
  十分钟后提醒我关火
  今天股市怎么样
  给我讲个笑话
  放首歌
  把空调调到26度
  哈哈哈三点见
  笑死，三点还在开会
  emmm 四点不太行
  yyds
  卷死了，晚上十点还开会
  摸鱼到五点
  蹲一个三点的答案
  蚌埠住了
  绝绝子
  躺平了，明天再说
  老铁们三点开黑
  打工人打工魂
  我裂开，会又延长了
  nb 这会开了三小时
  dd
  up一下
  插个眼，明天看
  666
  今晚八点直播间不见不散
  十一点半抢红包
  我聽日三點先得閒
  唔該晒
  而家幾點
  聽晚八點食飯呀
  佢話三點唔得
  下晝四點有波睇
  頭先個會好悶
  我明天三點要去看牙醫
  等等四點有課
  昨天的會議拖太久了
  不好意思剛剛在開會
  這會議好長喔
  老闆說三點要交
  我們三點就開完了
  晚點再說啦
  颱風明天三點登陸
  等下四點記者會
  如果三点前没搞定就明天再说
  要是客户同意了再约
  万一下雨就改天
  等老板确认了再订吧
  要不改天？
  除非他来，不然不用开
  实在不行再取消
  希望明天的会能早点结束
  真希望三点的会取消
  多想三点就下班
  别约周五，我不在
  先别改时间
  不要取消哦
  暂时不用延长
  别改密码了
  不用录制了吧？
  会议还是照常
  时间不变
  密码不变还是原来那个
  不改了，就三点
  先不约了
  算了不约了
  不用约会，微信说就行
  别再延长了，都几点了
  没人让你取消
  谁取消的会
  谁把会改了
  谁改的密码
  为什么取消了
  怎么又推迟了
  怎么延长了这么久
  凭什么改到晚上
  周会是不是取消了
  评审要不要推迟
  要不要录制呢
  三点还开吗
  四点的会还开不开
  是不是改到五点了
  时间是不是改了
  密码改了吗
  主持人换人了吗
  有没有录制
  录了吗
  谁在录
  会议室的投影三点修好
  会议通知：全体员工大会定于5月20日14:00在一楼报告厅召开，请准时参加
  通知：明天下午3点消防演练，请大家配合
  【美团】您预约的5月14日18:30「海底捞」已确认
  【招商银行】您尾号1234的账户5月13日14:05支出300元
  【12306】您已购5月15日G7次08:00北京南站开
  【顺丰】您的快件预计今日15:00-17:00送达
  【会议室预定成功】301 5月14日 15:00-16:00
  【腾讯会议】会议已取消
  张三：明天三点开会⏎李四：收到
  “明天三点开会”这句话谁发的
  领导原话：周五之前必须上线
  转：明天下午2点到4点停电
  各位业主，明早9点至11点停水
  > 明天三点评审⏎好的
  > 取消周会吧⏎我不同意
  转发自产品群：周四三点评审
  邮件说周五下午3点前回复
  群公告里写的是三点
  日历上写着四点有会
  发件人：王芳⏎时间：2026年5月12日 15:20⏎主题：关于评审
  客户原话“三点不行就取消”
  小红书上看到三点有直播
  文档里写“会议改到四点”是错的
  可以，三点没问题
  四点可以的
  三点OK
  我三点都行
  我都可以，看大家
  周三周四都不行
  明天三点我参加不了
  三点我晚五分钟到
  我先下了，还有个会
  好的明天见
  那就三点见
  行，四点会上说
  没事我等你到五点
  辛苦，周五前给我
  收到，准时参加
  1
  👍👍
  [强]
  好滴～
  嗯呐
  知道啦知道啦
  不了，谢谢
  不用了，我自己约
  没空
  改天吧
  再说吧
  版本3.0.1下午发
  第三点我不同意
  一点都不好笑
  差点忘了
  有点晚了
  晚点说
  三点原因：贵、慢、难用
  这周的OKR第2点要改
  房租3500
  我的手机号13912345678
  快递单号 SF1234567890
  密码是123456别告诉别人
  会议号 123 456 789 打不开
  地址：中山路15号3楼
  11点方向
  打个8折
  3:2赢了
  一天三次每次两片
  电量还有30%
  五点钟的太阳
  周一鸣来了
  张三丰说得对
  今日头条怎么投
  两点之间直线最短
  八点档电视剧
  三点一线的生活
  I've got a call at 4
  I have an interview at 3 later
  got back to back meetings till 6
  my 3pm ran over
  I'm in a meeting until 4
  I'll be in the office at 9 tomorrow
  I booked it already, tomorrow at 3
  already cancelled the sync
  I moved the review to Friday
  I've rescheduled to 4pm
  I changed the password earlier
  just got out of a 2 hour meeting
  we met at 3 yesterday
  we usually meet on Tuesdays at 10
  the review went until 6
  she has a call at 5
  he moved the sync to Friday
  they cancelled the demo
  the client pushed the meeting to next week
  Tom said the 3pm is off
  apparently the all hands is tomorrow at 10
  heard the retro got cancelled
  my train leaves at 7:45
  picking up the kids at 4
  doctor at 2:30 today
  lunch at 12?
  beers at 6 anyone
  game starts at 8 tonight
  the store closes at 9pm
  I'll call you at 5
  call me at 555-2398
  call me at 6
  you can reach me on 415-555-0199
  my number is 650 555 0123
  ring me on 07700 900123 if you need anything
  dial 911 if there's a fire
  what time is it
  what time do you close
  is the kitchen open at 3
  who's on call tomorrow
  did you see the game at 8
  when does the bus leave
  how long is the flight to Tokyo
  can you help me with this bug
  can you review my PR by 5
  could you send me the file by noon
  would you be free at 3?
  are you around at 4?
  do you have a minute at 3?
  is anyone free for lunch at 12
  is Tom in today
  are we still on for 3?
  is the 4pm still happening
  did the meeting get cancelled
  was the review moved
  has the password changed
  who cancelled the meeting
  why was it moved to Friday
  who changed the passcode
  is it being recorded
  did anyone record it
  how long did it last
  can meetings be longer than 2 hours?
  do I need a password to join
  what happens if I cancel
  can guests join
  set an alarm for 7am
  remind me at 5 to leave
  turn off the lights at 10
  play some music
  book me a flight to Paris on Friday
  book a table for two at 7
  order a pizza for 6pm
  add milk to the shopping list
  what's the weather tomorrow at 3
  translate this to French
  how do you say meeting in Chinese
  tell me a joke
  works for me, see you at 3
  3 is fine
  4pm works
  sounds good, talk at 5
  see you tomorrow at 10
  sorry can't do Friday
  I can't make it at 3
  I'd prefer 4 but ok
  either is fine
  will be 5 min late
  brb 10 mins
  omw, 5 mins
  be there at 3
  ty!
  np
  lgtm
  +1
  k
  lol meeting at 3am
  gg
  afk till 4
  if it rains we'll cancel
  if Tom can't make it we should move it
  let's cancel if nobody shows up
  unless the client calls, no meeting
  wish the 3pm would get cancelled
  I hope they move it to Friday
  would be nice to end at 4
  hopefully we finish by 5
  don't book anything on Friday
  don't move it yet
  no need to cancel
  please don't extend it
  let's not reschedule
  not cancelling anything
  keep it at 3
  no changes to the password
  should we move it to Thursday?
  maybe we should cancel
  shall we push it?
  what if we moved it to 4?
  thinking of moving it to Friday
  we might have to cancel
  I may need to reschedule
  can lah 3pm ok
  cannot leh 3pm got meeting already
  3pm got meeting or not
  meeting so long one sia
  later 4pm I tapau
  aiyo the call drop again
  3pm also can, 4pm also can
  Your appointment with Dr. Lee is confirmed for May 15 at 9:30 AM
  Your Uber is arriving at 3:05 PM
  Reminder: office closed Friday from 12pm
  Your meeting "Sync" was cancelled
  Fwd: Team lunch on Friday 12:30
  On Tue, May 12, 2026 at 3:00 PM Bob wrote:⏎> let's meet at 4⏎ok thanks
  "cancel the meeting" is what he said
  > can we cancel the 3pm?⏎no
  FYI the demo is on Thursday 2pm
  Notice: fire drill on Thursday at 3pm
  Flight CA1234 departs 14:35 on May 14
  Sent from my iPhone at 3:15 PM
  From: Ann⏎Sent: Tuesday, May 12, 2026 9:14 AM⏎Subject: review
  三点那个会你别忘了参加啊
  等会我还得去开个会
  我下午的会挪到明天了
  刚跟客户通完电话，三点再沟通
  我明天上午十点跟医生约好了
  你们周会几点结束的
  昨天评审谁没来
  这会能不能快点结束啊
  要是老板问起来就说四点开会
  除非对方确认，否则先不订
  别忘了明天三点有评审
  客户：周五三点可以吗？
  王总让大家周五前把材料交了
  刚看到邮件说周三的培训取消了
  原来三点的会被取消了啊
  怪不得没人，会改时间了
  四点的会我让小李替我去
  这个点还有人开会吗
  几点散会啊
  会议纪要三点前发我
  三点前把文档更新一下
  下午把PPT发群里
  明早记得打卡
  周末加班吗
  谁把我的会取消了
  我没取消会议
  我什么时候说要推迟了
  会没取消
  不会取消的
  应该不会延长
  说好三点怎么又变了
  时间改来改去烦死了
  录制好像没开
  麦克风没声音
  画面卡住了
  共享屏幕黑屏
  怎么静音
  会议室太吵了
  投影连不上
  你开会了吗
  开完了吗
  还没开完
  快开完了
  再等五分钟
  等我十分钟
  我晚十分钟到
  路上堵车，四点到
  在电梯里，马上到
  九点半的早会我又迟到了
  领导在会上发火了
  三点的评审过了
  评审没过，下周再来
  预算砍了三成
  明天发工资
  今晚看电影不
  周六约饭吗
  约个咖啡？
  约吗
  找时间约个饭
  有空一起打球
  明天谁有空帮我搬个东西
  聽日得閒飲茶嗎
  佢哋開緊會
  唔該幫我攞份文件
  我今晚七點有飯局
  個會好悶
  會議室有人用緊
  阿明話佢三點到
  這週五放假耶
  下午三點要跑客戶
  等等要跟主管報告
  會議連結打不開
  昨天那場講座超棒
  我們公司每週一早上都要開會
  老師說明天三點交作業
  【飞书】您有一个会议即将开始
  【京东】您的订单预计5月14日15:00前送达
  【日程提醒】明天09:30 部门例会
  会议邀请：产品评审 5月15日 14:00 会议室A
  ----转发----⏎李雷：三点开会吗
  “周五三点评审”这条谁发的？
  引用：请各部门于周五下午5点前提交
  活动时间：5月20日 14:00-17:00 地点：国家会议中心
  讲座预告：周三晚7点，报告厅
  放假通知：5月1日至5日放假
  招聘：要求3年以上经验
  价格：会议室200元/小时
  电话：010-12345678
  身份证 110101199003074578
  3号楼2单元501
  K3次列车
  第5版第3页
  十分钟的路程
  一小时200块
  打八折到周五
  下周一是节日吗
  二十四节气
  三八妇女节快乐
  五一去哪玩
  春节几号
  中秋放几天
  帮我订个外卖
  帮我买张周五的票
  给我推荐个餐厅
  帮我找下上周的合同
  帮我改下这段代码
  帮我取消昨天的订单
  取消关注
  取消静音
  取消点赞
  把背景音乐关了
  打开空调
  关灯
  延长保修
  延长签证
  推迟退休
  推迟发布吧
  改密码怎么改
  修改简历
  更换手机号
  换个头像
  换个话题吧
  换一个笑话
  录个视频发我
  分享一首歌
  谁在线
  有人吗在线等
  今天谁值班
  几个人去吃饭
  I have two meetings back to back after lunch
  my 2pm just got pushed
  we've got an all hands tomorrow, heads up
  I'm double booked at 3
  the 10am ran long again
  that meeting could have been an email
  who scheduled this meeting at 7am
  why do we have a meeting on Friday night
  nobody showed up to the 9am
  she rescheduled our call, ugh
  he never joins on time
  Sarah will be late to the 3pm
  they're moving the office on Friday
  did anyone take notes in the 2pm
  did you cancel it?
  did the demo go well?
  is this meeting necessary
  is 4 too late for you?
  are you coming at 5?
  was that at 3 or 4?
  does Tuesday at 10 work for you?
  when did the meeting end
  how did the review go
  where's the office
  what's for lunch
  who's bringing snacks at 3
  how do I change my profile picture
  how long is the drive to SF
  how many people fit in room 3
  can I get a refund
  can you hear me
  can someone turn off the projector
  could you forward me Bob's email
  could you remind me at 5
  please send the deck by 5pm
  please review the doc before Friday
  please be quiet
  let me know by Friday
  let's grab coffee sometime
  let's wait till 3
  let's see
  let's not meet on Friday
  I'd rather meet later
  I wish we could cancel Mondays
  if the client cancels we're free at 3
  in case it rains we'll stay in
  unless it's urgent, email me
  as soon as Bob's back we'll talk
  once the deck is ready we can book it
  we should probably cancel
  we may extend the trial
  I might move to Berlin in May
  thinking about cancelling my gym membership
  cancel my subscription
  cancel the order
  cancel the alarm for 7
  move the file to the archive
  move the couch at 3
  push the code by 5
  push to main
  extend the trial by 14 days
  extend my lease
  change the channel
  change the oil on Friday
  rename the file to report
  remove the last item
  delete the photo
  record the show at 8
  record time: 3:15
  share the doc with Bob
  forward the email to Ann
  invite Bob to the party
  join us for drinks at 6
  mute the tv
  book club meets at 7
  read the book by Friday
  schedule C is due in April
  the schedule is tight
  meeting notes from Monday
  minutes from the 3pm
  3 pm dosage reminder
  ETA 3:45
  Flight lands 18:40
  OOO until Monday 9am
  WFH tomorrow
  PTO Friday
  standup was quick today
  sounds like a plan, 3 it is
  3 works, see you then
  cool cool
  will do by 4
  copy that
  roger
  no worries, take your time
  my bad
  can meet but not at 3
  paiseh I late 10 min
  where got time at 3pm
  ok lor
  tomorrow got class at 4
  boss say Friday cannot
  Dear all, the pantry will be closed from 2pm to 4pm
  Hi team, payroll closes Friday at noon
  Your verification code is 483920
  Your table for 4 is confirmed for 7pm
  Meeting cancelled: Weekly Sync
  Accepted: Design Review @ Thu May 14, 2026 3pm
  Invitation: Demo @ Fri May 15, 2026 2pm - 3pm
  On Monday Bob wrote:⏎> can we push to 4?⏎sure, whatever
  Ann: 3pm?⏎Bob: 4 is better
`);
