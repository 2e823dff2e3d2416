import { lines } from './lines.ts';

/** What people tell, ask, guess and wish about meetings; {t} a time, {m} a meeting, {d} another time. Nothing of it is an order. */
export const toldZh: string[] = lines(`
  听说{t}的{m}取消了
  听说{t}的{m}改到{d}了
  好像{t}有个{m}
  我{t}有{m}
  我{t}还有个{m}
  我们{t}的{m}已经取消了
  他说{t}的{m}不开了
  老板说{t}的{m}推迟半小时
  {t}的{m}谁主持啊
  {t}的{m}还开不开
  {t}的{m}取消了吗
  {t}的{m}是不是改到{d}了
  {t}的{m}要不要录制
  {t}的{m}怎么改时间了
  {t}的{m}为什么取消
  谁把{t}的{m}取消了
  如果{t}的{m}人不齐就取消
  要是{t}的{m}开不成就改到{d}
  万一{t}的{m}延长了怎么办
  希望{t}的{m}能取消
  真希望{t}的{m}改到{d}
  {t}的{m}别取消
  别把{t}的{m}改到{d}
  不要取消{t}的{m}
  {t}的{m}照常
  {t}的{m}时间不变
  {t}的{m}我来不了
  {t}的{m}我参加不了，抱歉
  昨天的{m}开到晚上十点
  刚才的{m}太长了
  客户{t}要来公司
  {t}的{m}开得好累
  哈哈哈{t}的{m}又延长了
  收到，{t}的{m}我准时参加
  好的，{t}见
  > {t}{m}可以吗⏎可以
  【日历】{t} {m}
  通知：{t}停电，{m}暂停
  怎么取消{t}的{m}
  能不能不要开{t}的{m}
`);

export const toldEn: string[] = lines(`
  I heard the {m} {t} got cancelled
  apparently the {m} {t} moved to {d}
  I have a {m} {t}
  I've got a {m} {t}
  my {m} {t} was cancelled
  we already moved the {m} to {d}
  they cancelled the {m} {t}
  she moved the {m} to {d}
  Tom said the {m} {t} is off
  did the {m} {t} get cancelled?
  is the {m} {t} still on?
  was the {m} moved to {d}?
  should we cancel the {m} {t}?
  why was the {m} moved to {d}
  who cancelled the {m} {t}
  has the {m} been pushed to {d}
  if nobody shows up {t} we'll cancel the {m}
  unless Ann joins we should move the {m} to {d}
  I wish the {m} {t} were cancelled
  I hope they move the {m} to {d}
  don't cancel the {m} {t}
  please don't move the {m} to {d}
  no need to extend the {m}
  please leave the {m} as planned
  the {m} yesterday was a mess
  the {m} ran late again
  I can't make the {m} {t}
  sorry, I'll miss the {m} {t}
  sounds good, see you {t}
  thanks, {t} works for me
  lol a {m} {t}
  > can we cancel the {m} {t}?⏎no
  FYI the {m} is {t}
  how do I cancel the {m}
  call me at 415-555-0134 {t}
  maybe we should move the {m} to {d}
  we usually have the {m} {t}
  he never comes to the {m} {t}
  the client wants to know when the {m} is
  wondering whether the {m} {t} is necessary
`);

const product = (frames: readonly string[], times: readonly string[], meetings: readonly string[]): string[][] =>
  frames.map((frame) =>
    times.flatMap((time, i) =>
      meetings.map((meeting) =>
        frame
          .replaceAll('{t}', time)
          .replaceAll('{m}', meeting)
          .replaceAll('{d}', times[(i + 3) % times.length]!),
      ),
    ),
  );

export const told: string[][] = [
  ...product(
    toldZh,
    ['明天下午三点', '周五10点', '今晚八点', '下周一14:30', '后天上午', '四点半', '5月20日9:00'],
    ['周会', '评审', '复盘', '产品例会', '需求对齐', '面试', '培训'],
  ),
  ...product(
    toldEn,
    ['tomorrow at 3pm', 'on Friday at 10', 'tonight at 8', 'next Monday 2:30pm', 'this afternoon', 'at 4:30', 'on May 20 at 9am'],
    ['sync', 'design review', 'retro', 'weekly standup', 'client call', 'interview', 'kickoff'],
  ),
];
