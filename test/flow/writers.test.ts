/** One meeting, one writer; and what a job did, it does once. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
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
    // It counts as a deed whichever run got to say it, and is said once in the meeting's chat.
    const beside = await openStore(line.config().databaseUrl, line.clock, { beside: true });
    const deeds = await beside.audit.ofMeeting({ meetingNo: no }, 10);
    await beside.close();
    expect(
      deeds
        .filter(({ did }) => did === 'changed')
        .map(({ personId }) => personId)
        .sort(),
    ).toEqual([owner.open_id, host.open_id].sort());
    expect((await line.messages(owner, group)).filter((one) => /更新了「排期会」|「排期会」已更新/.test(read(one)))).toHaveLength(1);
  });

  it('and what is booked in its place is like it, though that had to wait', async () => {
    const { no } = await booked('swap sync');
    await line.post('faults', { api: [{ path: 'reserves/apply', mode: 'code', code: 121001, times: 3 }] });
    await line.advance(1000);
    await line.say(owner, group, `@${line.world.app.name} cancel the swap sync and rebook it for Monday 5pm`);
    const again = async () => (await line.reserves()).find((one) => one.topic === 'swap sync' && one.meeting_no !== no);
    await line.eventually(async () => Boolean(await again()), 'the one in its place', 5000);
    expect((await reserve(no)).deleted).toBe(true);
    await line.post('faults', {});
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

/** A change of a series whose answer fails several times, and then comes. @returns what the bot has said by then */
async function changed(topic: string, say: () => Promise<unknown>): Promise<string> {
  const before = new Set((await line.messages(owner, group)).map((one) => one.message_id));
  await line.post('faults', { api: [{ method: 'POST', path: '/messages', mode: 'code', code: 230049 }] });
  await line.advance(1000);
  await say();
  await line.settle();
  for (let n = 0; n < 4; n++) {
    await line.advance(5000);
    await line.settle();
  }
  await line.post('faults', {});
  for (let n = 0; n < 12; n++) {
    await line.advance(20_000);
    await line.settle();
  }
  const said = (await line.messages(owner, group)).filter((one) => one.sender.type === 'app' && !before.has(one.message_id));
  expect(said.map((one) => read(one)).filter((one) => one.includes(topic))).toHaveLength(1);
  return read(said.find((one) => read(one).includes(topic))!);
}

describe('a change of a series is done once, though its answer failed', () => {
  const MONDAY = Date.parse('2026-11-23T10:00:00+08:00');
  const HOUR = 3_600_000;
  const WEEK = 7 * 24 * HOUR;
  const series = async (topic: string): Promise<ChatMessage> => {
    await line.ask(owner, group, `每周一上午10点 ${topic}`);
    return line.until(
      async () => (await line.messages(owner, group)).findLast((one) => read(one).includes(topic) && read(one).includes('每周一')),
      'the card of the series',
    );
  };
  const ends = async (topic: string) =>
    (await line.reserves()).filter((one) => one.topic === topic && !one.deleted).map((one) => one.end_time);
  const to = (text: string) => line.say(owner, group, `@${line.world.app.name} ${text}`);

  it('all of it later', async () => {
    const card = await series('值班会');
    expect(await changed('值班会', () => to('值班会以后都延后一小时'))).toContain('11:00');
    expect(await ends('值班会')).toEqual([MONDAY + 2 * HOUR]);
    await line.shows(owner, group, card.message_id, '每周一 11:00');
  });

  it('the next one left out', async () => {
    const card = await series('读书会');
    expect(
      await changed('读书会', () => line.say(owner, group, `@${line.world.app.name} 跳过这次`, { parent_id: card.message_id })),
    ).toContain('跳过了');
    expect(await ends('读书会')).toEqual([]);
    await line.shows(owner, group, card.message_id, String(MONDAY + WEEK));
    expect(read(await line.message(owner, group, card.message_id))).not.toContain(String(MONDAY));
  });

  it('made rarer, and stopped', async () => {
    const card = await series('周报会');
    expect(await changed('周报会', () => to('周报会频率改成两周一次'))).toContain('每 2 周');
    expect(await changed('周报会', () => to('周报会整个系列停掉'))).toContain('停掉了');
    expect(await ends('周报会')).toEqual([]);
    await line.shows(owner, group, card.message_id, '已停');
  });
});

describe('two chats at one meeting', () => {
  it.each([
    ['and neither got there', 'reset'],
    ['and both got there, though nobody heard', 'lost'],
  ])('each change is effective although their calls broke, %s', async (_, mode) => {
    const { card, no } = await booked(`断线${mode}`);
    const end = (await reserve(no)).end_time;
    await line.post('faults', { api: [{ method: 'PUT', path: 'reserves/', mode }] });
    await line.advance(1000);
    await line.say(owner, line.direct(owner), `${no} 延长15分钟`);
    await line.settle();
    await line.say(host, line.direct(host), `${no} 延长30分钟`);
    await line.settle();
    await line.post('faults', {});
    for (let n = 0; n < 12; n++) {
      await line.advance(20_000);
      await line.settle();
    }
    expect((await reserve(no)).end_time).toBe(end + 45 * 60_000);
    expect(read(await line.message(owner, group, card.message_id))).toContain(String(end + 45 * 60_000));
  });

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
