import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Line, read, until } from '../helpers/line.ts';

const MINUTE = 60_000;

let line: Line;
beforeAll(async () => {
  line = await Line.start();
});
afterAll(() => line.stop());

const zhang = () => line.colleague(0);
const li = () => line.colleague(1);
const group = () => line.group(zhang(), li());

async function bookNow(topic: string) {
  const card = await line.ask(zhang(), group(), `现在开会 ${topic} 1小时`);
  const reserve = (await line.reserves()).find((one) => one.topic === topic)!;
  return { card, no: reserve.meeting_no, reserve };
}
const act = (what: 'join' | 'leave' | 'end', as: { open_id: string }, meeting_no: string) =>
  line.post(`meetings/${what}`, { as: as.open_id, meeting_no, ...(what === 'join' ? { password: '' } : {}) });

/** What came in is worked on, and so much time passes. */
async function pass(ms: number): Promise<void> {
  await line.settle();
  await line.advance(ms);
}

describe('a meeting goes on', () => {
  it('from the first who comes to the last who goes, and back', async () => {
    const { card, reserve } = await bookNow('站会');
    const no = reserve.meeting_no;
    const join = (as: { open_id: string }) => line.post('meetings/join', { as: as.open_id, reserve_id: reserve.id });
    await line.advance(2000);
    await join(zhang());
    await pass(2000);
    const live = await line.shows(zhang(), group(), card.message_id, '进行中');
    expect(read(live)).toContain('1 人在会上');
    await line.advance(MINUTE);
    await join(li());
    await pass(2000);
    await line.shows(zhang(), group(), card.message_id, '2 人在会上');
    await line.advance(MINUTE);
    await act('leave', li(), no);
    await pass(2000);
    await line.shows(zhang(), group(), card.message_id, '已离开');
    await line.advance(10 * MINUTE);
    await act('leave', zhang(), no);
    await pass(30_000);
    const ended = await line.shows(zhang(), group(), card.message_id, '已结束');
    expect(read(ended)).toContain('开了 12 分钟 · 2 人参会');
    await join(li());
    await pass(2000);
    await line.shows(zhang(), group(), card.message_id, '进行中');
  });

  it('is followed although people came before the booking had its answer', async () => {
    await line.post('faults', { api: [{ path: 'reserves/apply', mode: 'slow', ms: 500, times: 1 }] });
    const said = await line.say(zhang(), line.direct(zhang()), '现在开会 抢先会');
    const reserve = await until(async () => (await line.reserves()).find((one) => one.topic === '抢先会'), 'the reserve');
    await line.post('meetings/join', { as: zhang().open_id, reserve_id: reserve.id });
    await line.post('faults', { api: [{ path: 'get_active_meeting', mode: 'status', status: 500 }] });
    for (let n = 0; n < 6; n++) await pass(2000);
    const card = (await line.messages(zhang(), line.direct(zhang()), said)).find((one) => one.sender.type === 'app')!;
    expect(read(card)).toContain('1 人在会上');
    await line.post('faults', {});
  });

  it('leaves its recording on the card and as one line, and its attendance to the owner alone', async () => {
    const chat = line.group(zhang(), li(), line.colleague(2));
    const card = await line.ask(zhang(), chat, '现在开会 产品讲座 1小时 自动录制');
    const reserve = (await line.reserves()).find((one) => one.topic === '产品讲座')!;
    for (const one of [zhang(), li()]) await line.post('meetings/join', { as: one.open_id, reserve_id: reserve.id });
    await pass(2000);
    await line.shows(zhang(), chat, card.message_id, '录制中');
    await pass(5 * MINUTE);
    for (const one of [zhang(), li()]) await act('leave', one, reserve.meeting_no);
    await pass(25_000);
    await pass(10_000);
    const over = await line.shows(zhang(), chat, card.message_id, '看录制');
    expect(read(over)).toContain('2 人参会');
    expect(read(over)).not.toContain('王芳');
    const lines = (await line.messages(zhang(), chat)).filter((one) => read(one).includes('的录制好了'));
    expect(lines).toHaveLength(1);
    expect((await line.press(li(), over, '参会名单')).toast?.content).toContain('只发给发起人');
    await line.press(zhang(), over, '参会名单');
    await pass(2000);
    const list = (await line.messages(zhang(), line.direct(zhang()))).at(-1)!;
    expect(read(list)).toContain('共 2 人参会');
    expect(read(list, 'en_us')).toContain('in all');
    await line.press(li(), over, '再约一场');
    await line.until(
      async () => (await line.messages(li(), chat)).some((one) => JSON.stringify(one.card ?? '').includes('"default_value":"产品讲座"')),
      'a form with its settings',
    );
  });

  it('gives a card that is too old to be changed a fresh one with the next change', async () => {
    const chat = line.direct(li());
    const old = await line.ask(li(), chat, '20天后上午10点 老卡片');
    await pass(10 * MINUTE);
    await line.settle();
    await line.advance(15 * 24 * 60 * MINUTE);
    await line.settle();
    const before = (await line.messages(li(), chat)).length;
    const { meeting_no } = (await line.reserves()).find((one) => one.topic === '老卡片')!;
    await line.ask(li(), chat, `${meeting_no} 改名为 新名字`);
    await pass(2000);
    const after = await line.messages(li(), chat);
    const fresh = after
      .slice(before)
      .filter((one) => one.sender.type === 'app' && read(one).includes('会议号') && read(one).startsWith('新名字'));
    expect(fresh).toHaveLength(1);
    expect(read(await line.message(li(), chat, old.message_id))).toContain('老卡片');
  });
});
