import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttons, Line, read } from '../helpers/line.ts';

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
    console.log(read(ended), buttons(ended));
    await join(li());
    await pass(2000);
    await line.shows(zhang(), group(), card.message_id, '进行中');
  });
});
