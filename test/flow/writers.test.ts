/** One meeting, one writer; and what a job did, it does once. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ChatMessage, Line, type Person, read } from '../helpers/line.ts';

let line: Line;
let owner: Person;
let host: Person;
let group: string;

beforeAll(async () => {
  line = await Line.start();
  [owner, host] = [line.person('李娜'), line.person('王芳')];
  group = line.group(owner, host);
});
afterAll(() => line.stop());
afterEach(() => line.post('faults', {}));

const reserve = async (no: string) => (await line.reserves()).find((one) => one.meeting_no === no)!;

async function booked(topic: string): Promise<{ card: ChatMessage; no: string }> {
  const card = await line.ask(owner, group, `后天下午3点 ${topic}，主持人@${host.name}`);
  const no = (await line.reserves()).find((one) => one.topic === topic)!.meeting_no;
  return { card, no };
}

describe('a change is done once', () => {
  it('though its answer failed and another change came in between', async () => {
    const { no } = await booked('排期会');
    const end = (await reserve(no)).end_time;
    await line.post('faults', { api: [{ path: '/messages', mode: 'code', code: 230049 }] });
    await line.advance(1000);
    await line.say(owner, line.direct(owner), `${no} 延长15分钟`);
    await line.settle();
    expect((await reserve(no)).end_time).toBe(end + 15 * 60_000);
    await line.say(host, line.direct(host), `${no} 改名为 改过名`);
    await line.settle();
    expect((await reserve(no)).topic).toBe('改过名');
    await line.post('faults', {});
    for (let n = 0; n < 12; n++) {
      await line.advance(20_000);
      await line.settle();
    }
    expect((await reserve(no)).end_time).toBe(end + 15 * 60_000);
  });

  it('though its button is pressed fifty times', async () => {
    const { card, no } = await booked('复盘会');
    const end = (await reserve(no)).end_time;
    await line.advance(1000);
    await Promise.all(Array.from({ length: 50 }, (_, n) => line.press(n % 2 ? owner : host, card, '延长 15 分钟')));
    await line.settle();
    expect((await reserve(no)).end_time).toBe(end + 15 * 60_000);
    // The card offers more by then, and one more is one more.
    await line.advance(2000);
    await line.settle();
    await line.press(owner, await line.message(owner, group, card.message_id), '延长 15 分钟');
    await line.until(async () => (await reserve(no)).end_time === end + 30 * 60_000, 'one more');
  });

  it('though the platform had it, nobody heard, and a look at the meeting came in between', async () => {
    const { card, no } = await booked('评审会');
    const end = (await reserve(no)).end_time;
    await line.post('faults', { api: [{ method: 'PUT', path: 'reserves/', mode: 'lost' }] });
    await line.advance(1000);
    await line.say(owner, line.direct(owner), `${no} 延长15分钟`);
    await line.settle();
    await line.post('faults', { api: [] });
    await line.press(host, card, '刷新');
    await line.settle();
    for (let n = 0; n < 12; n++) {
      await line.advance(20_000);
      await line.settle();
    }
    expect((await reserve(no)).end_time).toBe(end + 15 * 60_000);
  });
});

describe('two chats at one meeting', () => {
  it('each change is effective, and the card says what the platform has', async () => {
    for (let n = 0; n < 5; n++) {
      const { card, no } = await booked(`两人改${n}`);
      const end = (await reserve(no)).end_time;
      await line.post('faults', { api: [{ method: 'PUT', path: 'reserves/', mode: 'slow', ms: 30 }] });
      await line.advance(1000);
      await Promise.all([
        line.say(owner, line.direct(owner), `${no} 延长15分钟`),
        line.say(host, line.direct(host), `${no} 延长30分钟`),
        line.say(owner, group, `@${line.world.app.name} ${no} 改名为 新名字${n}`),
      ]);
      await line.settle();
      await line.post('faults', {});
      const after = await reserve(no);
      expect([after.topic, after.end_time]).toEqual([`新名字${n}`, end + 45 * 60_000]);
      await line.advance(2000);
      await line.shows(owner, group, card.message_id, /新名字[\s\S]*16:45|16:45[\s\S]*新名字/);
      expect(read(await line.message(owner, group, card.message_id))).toContain(`新名字${n}`);
    }
  });
});
