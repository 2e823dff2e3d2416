import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttons, type ChatMessage, Line, type Person, read } from '../helpers/line.ts';

const MINUTE = 60_000;

let line: Line;
beforeAll(async () => {
  line = await Line.start({ remind: 10 });
});
afterAll(() => line.stop());

/** Turns the clock to that minute; what falls due on the way is done. */
async function turnTo(iso: string): Promise<void> {
  await line.settle();
  await line.advance(Date.parse(iso) - line.clock.now());
  await line.settle();
}

const isReminder = (message: ChatMessage): boolean => buttons(message).join().includes('晚点再提醒');
const reminders = async (as: Person, chat: string, of: string): Promise<ChatMessage[]> =>
  (await line.messages(as, chat)).filter((one) => isReminder(one) && read(one, 'zh_cn').includes(of));

/** Whom a message calls. */
const pinged = ({ card }: ChatMessage): string[] => [...JSON.stringify(card).matchAll(/<at id=(ou_\w+)>/g)].map((match) => match[1]!);

describe('reminders', () => {
  it('come ten minutes before and at the start, and call everybody who is to come', async () => {
    const [owner, host, guest] = [line.colleague(0), line.colleague(1), line.colleague(2)];
    const chat = line.group(owner, host, guest);
    await line.ask(owner, chat, `今天下午3点 晨报 主持人@${host.name} 参会人@${guest.name}`);
    await turnTo('2026-11-20T14:49:59+08:00');
    expect(await reminders(owner, chat, '晨报')).toEqual([]);
    await turnTo('2026-11-20T14:50:05+08:00');
    const [before, ...more] = await reminders(owner, chat, '晨报');
    expect(more).toEqual([]);
    expect(read(before!, 'zh_cn')).toContain('15:00 开始');
    expect(read(before!, 'en_us')).toContain('Starts at');
    expect(new Set(pinged(before!))).toEqual(new Set([owner.open_id, host.open_id, guest.open_id]));
    expect(buttons(before!).join()).toContain('加入会议');
    await turnTo('2026-11-20T15:00:05+08:00');
    const [, start] = await reminders(owner, chat, '晨报');
    expect(read(start!, 'zh_cn')).toContain('可以入会了');
    expect(pinged(start!)).toContain(host.open_id);
  });

  it('go along when the meeting moves, and are gone when it is cancelled', async () => {
    const owner = line.colleague(1);
    const chat = line.direct(owner);
    await line.ask(owner, chat, '今天下午5点 复盘');
    await line.ask(owner, chat, '复盘改到今天下午6点');
    await turnTo('2026-11-20T17:01:00+08:00');
    expect(await reminders(owner, chat, '复盘')).toEqual([]);
    await turnTo('2026-11-20T17:50:05+08:00');
    expect(await reminders(owner, chat, '复盘')).toHaveLength(1);
    await line.ask(owner, chat, '复盘改到今天晚上8点');
    await line.ask(owner, chat, '复盘改到今天晚上7点半');
    await turnTo('2026-11-20T19:20:05+08:00');
    expect(await reminders(owner, chat, '复盘')).toHaveLength(2);
    await line.ask(owner, chat, '取消复盘');
    await turnTo('2026-11-20T20:01:00+08:00');
    expect(await reminders(owner, chat, '复盘')).toHaveLength(2);
  });

  it.each([
    ['今晚9点 甲会 提前20分钟提醒', '甲会', ['2026-11-20T20:40:05+08:00', '2026-11-20T21:00:05+08:00']],
    ['今晚9点10 乙会，不用提醒', '乙会', []],
    ['今晚9点半 丙会，开始时提醒', '丙会', ['2026-11-20T21:30:05+08:00']],
  ])('come as the message says: %s', async (text, topic, times) => {
    const owner = line.colleague(2);
    const chat = line.direct(owner);
    await line.ask(owner, chat, text);
    for (const [n, time] of times.entries()) {
      await turnTo(time);
      expect(await reminders(owner, chat, topic)).toHaveLength(n + 1);
    }
    await line.advance(11 * MINUTE);
    await line.settle();
    expect(await reminders(owner, chat, topic)).toHaveLength(times.length);
  });

  it('are said once more to who asks for it, and to nobody else', async () => {
    const [owner, other] = [line.colleague(0), line.colleague(1)];
    const chat = line.group(owner, other);
    await line.ask(owner, chat, '今晚10点 采购会');
    await turnTo('2026-11-20T21:50:05+08:00');
    const [first] = await reminders(other, chat, '采购会');
    const { toast } = await line.press(other, first!, '晚点再提醒');
    expect(toast).toMatchObject({ type: 'success', content: expect.stringContaining('5 分钟') });
    await line.settle();
    await turnTo('2026-11-20T21:55:20+08:00');
    expect(await reminders(other, line.direct(other), '采购会')).toHaveLength(1);
    expect(await reminders(owner, line.direct(owner), '采购会')).toHaveLength(0);
    expect(await reminders(owner, chat, '采购会')).toHaveLength(1);
    // Whoever replies to a reminder means its meeting, whatever was booked since.
    await line.ask(owner, chat, '明天下午3点 另一件事');
    const moved = await line.ask(owner, chat, '改到晚上11点', { parent_id: first!.message_id });
    expect(read(moved, 'zh_cn')).toContain('采购会');
    const [again] = await reminders(other, line.direct(other), '采购会');
    const refused = await line.ask(other, line.direct(other), '取消', { parent_id: again!.message_id });
    expect(read(refused, 'zh_cn')).toMatch(/发起人|主持人/);
    const ends = (await line.reserves()).filter((one) => one.topic === '采购会').map(({ end_time }) => new Date(end_time).toISOString());
    expect(ends).toEqual(['2026-11-20T16:00:00.000Z']);
  });

  it('are left out where the meeting was booked too late for them, but for the start', async () => {
    const owner = line.colleague(2);
    const chat = line.direct(owner);
    await line.ask(owner, chat, '5分钟后 碰头会');
    await line.advance(4 * MINUTE);
    await line.settle();
    expect(await reminders(owner, chat, '碰头会')).toHaveLength(0);
    await line.advance(90_000);
    await line.settle();
    expect(await reminders(owner, chat, '碰头会')).toHaveLength(1);
  });

  it('come after a restart while they are of use, and not when they are not', async () => {
    const owner = line.colleague(0);
    const chat = line.direct(owner);
    await line.ask(owner, chat, '明天上午9点 早班会');
    await line.ask(owner, chat, '明天上午9点半 例行会');
    await line.app.stop(3000);
    await line.advance(Date.parse('2026-11-21T09:05:00+08:00') - line.clock.now());
    await line.startBot();
    await line.restart();
    await line.settle();
    const [late, ...more] = await reminders(owner, chat, '早班会');
    expect(more).toEqual([]);
    expect(read(late!, 'zh_cn')).toContain('09:00');
    expect(line.logged.join('')).toContain('a reminder was of no use any more');
    await turnTo('2026-11-21T09:20:05+08:00');
    expect(await reminders(owner, chat, '例行会')).toHaveLength(1);
  });

  it('are set for a person, for a group and for one meeting by a sentence', async () => {
    const [owner, other] = [line.colleague(1), line.colleague(2)];
    const direct = line.direct(owner);
    expect(read(await line.ask(owner, direct, '以后提前20分钟提醒'), 'zh_cn')).toContain('提前 20 分钟提醒');
    await line.ask(owner, direct, '今天下午2点 选题会');
    await turnTo('2026-11-21T13:40:05+08:00');
    expect(await reminders(owner, direct, '选题会')).toHaveLength(1);
    const group = line.group(owner, other);
    expect(read(await line.ask(other, group, '本群默认不提醒'), 'zh_cn')).toContain('不提醒');
    await line.ask(other, group, '今天下午4点 预算会');
    expect(read(await line.ask(other, group, '预算会提前半小时提醒'), 'zh_cn')).toContain('提前 30 分钟');
    await turnTo('2026-11-21T15:30:05+08:00');
    expect(await reminders(other, group, '预算会')).toHaveLength(1);
  });
});
