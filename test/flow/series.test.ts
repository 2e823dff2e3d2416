import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { seriesJob } from '../../src/bot/job-kinds.ts';
import type { View } from '../../src/domain/view.ts';
import { openStore } from '../../src/store/open.ts';
import { views } from '../card/views.ts';
import { buttons, type ChatMessage, Line, type Person, read } from '../helpers/line.ts';

const HOUR = 3_600_000;

let line: Line;
beforeAll(async () => {
  line = await Line.start();
});
afterAll(() => line.stop());

/** Turns the clock to that minute, some hours at a time: what falls due on the way is done on the way. */
async function turnTo(iso: string): Promise<void> {
  const until = Date.parse(iso);
  await line.settle();
  while (line.clock.now() < until) {
    await line.advance(Math.min(8 * HOUR, until - line.clock.now()));
    await line.settle();
  }
}

const isSeries = (message: ChatMessage): boolean =>
  buttons(message).join().includes('以后都改') || read(message, 'zh_cn').includes('系列\n');
const seriesCard = async (as: Person, chat: string, topic = ''): Promise<ChatMessage> =>
  line.until(
    async () => (await line.messages(as, chat)).findLast((one) => isSeries(one) && read(one, 'zh_cn').includes(topic)),
    'the card of the series',
  );
/** Ends of the reserves of that topic that were asked for, in order. */
const booked = async (topic: string): Promise<string[]> =>
  (await line.reserves())
    .filter((reserve) => reserve.topic === topic)
    .map(({ end_time, deleted }) => `${new Date(end_time + 8 * HOUR).toISOString().slice(5, 16)}${deleted ? ' deleted' : ''}`)
    .sort();

describe('a series', () => {
  it('books its next meeting, and the one after it when that one ends', async () => {
    const owner = line.colleague(0);
    const chat = line.group(owner, line.colleague(1));
    const first = await line.ask(owner, chat, '每周一上午10点 周会');
    expect(read(first, 'zh_cn')).toContain('加入会议');
    expect(await booked('周会')).toEqual(['11-23T11:00']);
    const card = await seriesCard(owner, chat);
    expect(read(card, 'zh_cn')).toContain('每周一 10:00');
    expect(read(card, 'zh_cn')).toMatch(/会议号 \d{3} \d{3} \d{3}/);
    expect(read(card, 'zh_cn')).toContain(`会议号 <local_datetime millisecond='${Date.parse('2026-11-23T11:00:00+08:00')}'`);
    expect(read(card, 'en_us')).toContain('Meeting ID follows on');
    await turnTo('2026-11-23T10:59:00+08:00');
    expect(await booked('周会')).toEqual(['11-23T11:00']);
    await turnTo('2026-11-23T11:00:30+08:00');
    expect(await booked('周会')).toEqual(['11-23T11:00', '11-30T11:00']);
    await turnTo('2026-11-30T11:01:00+08:00');
    expect(await booked('周会')).toEqual(['11-23T11:00', '11-30T11:00', '12-07T11:00']);
  });

  it('is skipped, changed and stopped by its buttons', async () => {
    const [owner, other] = [line.colleague(0), line.colleague(1)];
    const chat = line.group(owner, other);
    await turnTo('2026-11-30T12:00:00+08:00');
    await line.ask(owner, chat, '每周三下午2点 设计评审');
    expect(await booked('设计评审')).toEqual(['12-02T15:00']);
    const card = await seriesCard(owner, chat);
    const refused = await line.press(other, card, '跳过这次');
    expect(refused.toast).toMatchObject({ type: 'warning' });
    await line.press(owner, card, '跳过这次');
    const skipped = String(Date.parse('2026-12-02T14:00:00+08:00'));
    await line.until(async () => !read(await line.message(owner, chat, card.message_id), 'zh_cn').includes(skipped), 'the day to be gone');
    expect(await booked('设计评审')).toEqual(['12-02T15:00 deleted']);
    await turnTo('2026-12-02T15:01:00+08:00');
    expect(await booked('设计评审')).toEqual(['12-02T15:00 deleted', '12-09T15:00']);
    const before = new Set((await line.messages(owner, chat)).map((one) => one.message_id));
    await line.press(owner, await line.message(owner, chat, card.message_id), '以后都改');
    const form = await line.answer(owner, chat, before, 'a form');
    await line.submit(owner, form, { start: '2026-12-10 16:00 +0800', minutes: '30' });
    await line.shows(owner, chat, card.message_id, '每周四 16:00');
    expect(await booked('设计评审')).toEqual(['12-02T15:00 deleted', '12-10T16:30']);
    await turnTo('2026-12-10T16:31:00+08:00');
    expect(await booked('设计评审')).toEqual(['12-02T15:00 deleted', '12-10T16:30', '12-17T16:30']);
    const asked = await line.press(owner, await line.message(owner, chat, card.message_id), '停掉', {});
    expect(asked.card_replaced).toBe(true);
    const sure = await line.message(owner, chat, card.message_id);
    await line.press(owner, sure, '都停掉');
    await line.shows(owner, chat, card.message_id, '已停');
    expect(await booked('设计评审')).toEqual(['12-02T15:00 deleted', '12-10T16:30', '12-17T16:30 deleted']);
    await turnTo('2026-12-24T17:00:00+08:00');
    expect(await booked('设计评审')).toHaveLength(3);
  });

  it('knows the working days of the country', async () => {
    const owner = line.colleague(2);
    const chat = line.direct(owner);
    await turnTo('2026-12-30T12:00:00+08:00');
    await line.ask(owner, chat, '每个工作日 9:30 站会');
    expect(read(await seriesCard(owner, chat, '站会'))).toContain('2027 年的放假安排还没公布');
    // A day off that the rule hits is shown, with a way round it.
    await line.ask(owner, chat, '每周五上午10点 周结');
    const card = await seriesCard(owner, chat, '周结');
    expect(read(card)).toContain('元旦，照常开');
    expect(buttons(card)).toContain('跳过/跳过/Skip');
    await line.press(
      owner,
      card,
      buttons(card)
        .find((one) => one.startsWith('改到'))!
        .split('/')[0]!,
    );
    await line.until(async () => (await booked('周结')).join() === '01-04T11:00', 'the next working day');
    await turnTo('2027-01-05T12:00:00+08:00');
    expect((await booked('站会')).map((one) => one.slice(0, 5))).toEqual(['01-04', '01-05', '01-06', '12-31'].sort());
  });

  it('waits with what lies further ahead than the platform takes it', async () => {
    const owner = line.colleague(1);
    const chat = line.direct(owner);
    const card = await line.ask(owner, chat, '每年3月15日下午3点 年度总结');
    expect(read(card, 'zh_cn')).toContain(`会议号 <local_datetime millisecond='${Date.parse('2027-02-13T16:01:00+08:00')}'`);
    expect(await booked('年度总结')).toEqual([]);
    await turnTo('2027-02-13T17:00:00+08:00');
    expect(await booked('年度总结')).toEqual(['03-15T16:00']);
    // What falls on a day off says so when its turn comes.
    const other = line.colleague(2);
    const said = (await line.messages(other, line.direct(other))).filter((one) => read(one).includes('春节，这一场照常排着'));
    expect(buttons(said[0]!).join()).toMatch(/跳过.*改到/);
  });

  it('is spoken of: moved, skipped, made rarer and stopped by sentences', async () => {
    const owner = line.colleague(0);
    const chat = line.direct(owner);
    await turnTo('2027-03-01T12:00:00+08:00');
    await line.ask(owner, chat, '每周二下午3点 选题会');
    expect(await booked('选题会')).toEqual(['03-02T16:00']);
    await line.ask(owner, chat, '下周的选题会延后一小时');
    await turnTo('2027-03-02T17:00:00+08:00');
    expect(await booked('选题会')).toEqual(['03-02T16:00', '03-09T17:00']);
    await line.ask(owner, chat, '跳过3月16日的选题会');
    await turnTo('2027-03-10T09:00:00+08:00');
    expect(await booked('选题会')).toEqual(['03-02T16:00', '03-09T17:00', '03-23T16:00']);
    expect(read(await line.ask(owner, chat, '选题会以后都改到11点'), 'zh_cn')).toContain('每周二 11:00');
    expect(await booked('选题会')).toEqual(['03-02T16:00', '03-09T17:00', '03-23T12:00']);
    expect(read(await line.ask(owner, chat, '选题会频率改成两周一次'), 'zh_cn')).toContain('每 2 周的周二');
    await turnTo('2027-04-07T09:00:00+08:00');
    expect((await booked('选题会')).slice(2)).toEqual(['03-23T12:00', '04-06T12:00', '04-20T12:00']);
    const asked = await line.ask(owner, chat, '取消选题会');
    expect(buttons(asked).join()).toContain('整个系列都停掉');
    await line.press(owner, asked, '只取消这一场');
    await line.until(async () => (await booked('选题会')).includes('04-20T12:00 deleted'), 'one to be cancelled');
    await turnTo('2027-04-20T12:01:00+08:00');
    expect((await booked('选题会')).at(-1)).toBe('05-04T12:00');
    expect(read(await line.ask(owner, chat, '选题会整个系列停掉'), 'zh_cn')).toContain('整个系列');
    await line.settle();
    expect((await booked('选题会')).at(-1)).toBe('05-04T12:00 deleted');
  });

  it('catches up with one after the machine was down, and books nothing twice over restarts', async () => {
    const owner = line.colleague(2);
    const chat = line.direct(owner);
    await line.ask(owner, chat, '每天上午9点 早会');
    await turnTo('2027-04-22T10:30:00+08:00');
    await line.app.stop(3000);
    await line.advance(5 * 24 * HOUR);
    await line.startBot();
    await line.restart();
    await line.settle();
    await turnTo('2027-04-28T09:30:00+08:00');
    expect(await booked('早会')).toEqual(['04-21T10:00', '04-22T10:00', '04-23T10:00', '04-28T10:00', '04-29T10:00']);
  });

  it('is taken back whole by who takes back its booking', async () => {
    const owner = line.colleague(1);
    const chat = line.direct(owner);
    await line.ask(owner, chat, '每天下午5点 晚会');
    const card = await seriesCard(owner, chat);
    await line.ask(owner, chat, '撤销');
    await line.shows(owner, chat, card.message_id, '已停');
    const [first, ...more] = await booked('晚会');
    expect(first).toContain('deleted');
    expect(more).toEqual([]);
  });

  it.each([
    ['in words', (owner: Person, chat: string) => line.say(owner, chat, '撤销')],
    ['by its button', async (owner: Person, _: string, booked: ChatMessage) => line.press(owner, booked, '撤销预约')],
  ] as const)('goes on while the platform keeps its meeting, taken back %s', async (how, takeBack) => {
    const owner = line.colleague(2);
    const chat = line.direct(owner);
    const topic = `退场${how}`;
    const first = await line.ask(owner, chat, `每天下午6点 ${topic}`);
    const card = await seriesCard(owner, chat, topic);
    const faults = (fault: Record<string, unknown>) => line.post('faults', { api: [{ method: 'DELETE', path: 'reserves/', ...fault }] });
    await faults({ mode: 'code', code: 121005 });
    await takeBack(owner, chat, first);
    await line.settle();
    expect(read(await line.message(owner, chat, card.message_id), 'zh_cn')).not.toContain('已停');
    expect((await booked(topic)).join()).not.toContain('deleted');
    // Done there, but its answer is lost: the run that is repeated ends the series as well.
    await faults({ mode: 'lost', times: 1 });
    await takeBack(owner, chat, first);
    for (let n = 0; n < 3; n++) {
      await line.settle();
      await line.advance(5000);
    }
    await line.shows(owner, chat, card.message_id, '已停');
    expect((await booked(topic)).join()).toContain('deleted');
    await line.post('faults', {});
  });

  it('is meant by whoever replies to its card, and not what was spoken of since', async () => {
    const owner = line.colleague(0);
    const chat = line.group(owner, line.colleague(1));
    await line.ask(owner, chat, '每周四下午3点 复盘会');
    const card = await seriesCard(owner, chat);
    await line.ask(owner, chat, '明天上午10点 面谈');
    const reply = { parent_id: card.message_id };
    expect(read(await line.ask(owner, chat, '延后一小时', reply), 'zh_cn')).toContain('复盘会');
    await line.settle();
    expect(await booked('复盘会')).toEqual(['04-29T17:00']);
    expect(await booked('面谈')).toEqual(['04-29T11:00']);
    const asked = await line.ask(owner, chat, '取消', reply);
    expect(buttons(asked).join()).toMatch(/只取消这一场.*整个系列都停掉/);
    await line.press(owner, asked, '只取消这一场');
    await line.until(async () => (await booked('复盘会'))[0] === '04-29T17:00 deleted', 'one to be cancelled');
    expect(await booked('面谈')).toEqual(['04-29T11:00']);
    await line.ask(owner, chat, '复盘会整个系列停掉');
  });

  it('is meant by a reply before its next one has a number', async () => {
    const owner = line.colleague(2);
    const chat = line.direct(owner);
    const card = await line.ask(owner, chat, '每年3月20日下午3点 周年庆');
    const reply = { parent_id: card.message_id };
    expect(read(await line.ask(owner, chat, '谁在会上', reply), 'zh_cn')).toContain('会议号');
    const moved = await line.ask(owner, chat, '推迟一小时', reply);
    expect(read(moved, 'zh_cn')).toContain('改到了');
    const again = await line.ask(owner, chat, '取消', { parent_id: moved.message_id });
    await line.press(owner, again, '只取消这一场');
    const skipped = String(Date.parse('2028-03-20T16:00:00+08:00'));
    await line.until(async () => !read(await line.message(owner, chat, card.message_id), 'zh_cn').includes(skipped), 'that day to be gone');
    await line.ask(owner, chat, '周年庆整个系列停掉');
  });

  it('gets a fresh card where the old one can no longer be changed', async () => {
    const owner = line.colleague(1);
    const chat = line.group(owner, line.colleague(2));
    await line.ask(owner, chat, '每周五下午2点 月度会');
    const card = await seriesCard(owner, chat, '月度会');
    await line.advance(14 * 24 * HOUR + HOUR);
    await line.settle();
    await line.ask(owner, chat, '月度会以后都改到16点');
    await line.settle();
    const fresh = await seriesCard(owner, chat, '月度会');
    expect(fresh.message_id).not.toBe(card.message_id);
    expect(read(fresh, 'zh_cn')).toContain('每周五 16:00');
    await line.ask(owner, chat, '月度会整个系列停掉');
    await line.shows(owner, chat, fresh.message_id, '已停');
    expect((await line.messages(owner, chat)).filter((one) => isSeries(one) && read(one).includes('月度会'))).toHaveLength(2);
  });
});

it('three hundred series cost nothing while they wait', async () => {
  const own = await Line.start();
  onTestFinished(() => own.stop());
  const beside = await openStore(own.config().databaseUrl, own.clock, { beside: true });
  const { series } = views.series as Extract<View, { show: 'series' }>;
  const due = own.clock.now() + 20 * 24 * HOUR;
  for (let n = 0; n < 300; n++) await beside.series.add({ ...series, id: `s${n}`, chatId: `oc_${n}` }, [seriesJob(`s${n}`, due)]);
  await beside.close();
  // The start looks once after what runs.
  await own.advance(1000);
  await own.settle();
  const [calls, logged] = [(await own.calls()).length, own.logged.length];
  for (let n = 0; n < 9; n++) {
    await own.advance(8 * HOUR);
    await own.settle();
  }
  expect((await own.calls()).length).toBe(calls);
  expect(own.logged.slice(logged).filter((text) => text.includes('job done'))).toEqual([]);
});
