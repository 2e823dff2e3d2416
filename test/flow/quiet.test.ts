import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttons, type ChatMessage, Line, type Person, read } from '../helpers/line.ts';

/** A press has its toast and the redrawn card; the others hear one light line, of all that was changed until then. */
let line: Line;
let owner: Person;
let host: Person;
let group: string;

beforeAll(async () => {
  line = await Line.start();
  [owner, host] = [line.person('张伟'), line.person('李娜')];
  group = line.group(owner, host);
});
afterAll(() => line.stop());

const bots = async (chat = group): Promise<ChatMessage[]> => (await line.messages(owner, chat)).filter((one) => one.sender.type === 'app');
const since = async (before: number, chat = group): Promise<ChatMessage[]> => {
  await line.settle();
  return (await bots(chat)).slice(before);
};
const later = async (ms: number): Promise<void> => {
  await line.settle();
  await line.advance(ms);
  await line.settle();
};

describe('a change by a button', () => {
  it('a hundred of them in half a minute are one line, which says what has become of it', async () => {
    const card = await line.ask(owner, group, '后天下午3点 周会 主持人@李娜');
    const before = (await bots()).length;
    const began = line.clock.now();
    for (let n = 0; n < 100; n++) {
      await line.press(owner, await line.message(owner, group, card.message_id), '延长 15 分钟');
      await later(200);
    }
    const windows = Math.ceil((line.clock.now() - began) / 30_000);
    await later(30_000);
    const said = await since(before);
    expect(said.length).toBeGreaterThan(0);
    expect(said.length).toBeLessThanOrEqual(windows);
    expect(said[0]?.parent_id).toBe(card.message_id);
    expect(JSON.stringify(said[0]?.card)).not.toContain('"header"');
    expect(read(said[0]!)).toMatch(/更新了「周会」：延长 \d+ (小时|分钟)/);
    expect(buttons(said[0]!).join()).toContain('查看');
    await later(5 * 60_000);
    expect(await since(before)).toHaveLength(said.length);
    await line.ask(owner, group, '取消 周会');
  }, 180_000);

  it('of several people and from several places is one line, and what came back to what it was is none', async () => {
    const card = await line.ask(owner, group, '后天下午3点 评审 主持人@李娜');
    const before = (await bots()).length;
    const { meeting_no: no } = (await line.reserves()).at(-1)!;
    await line.press(owner, card, '延长 30 分钟');
    await line.ask(host, line.direct(host), `${no} 改名为 大评审`);
    await later(30_000);
    const [said, ...more] = await since(before);
    expect(more.map((one) => read(one))).toEqual([]);
    expect(read(said!)).toContain('「评审」已更新：延长 30 分钟');
    expect(read(said!)).toContain('主题 → 「大评审」');

    await line.ask(host, line.direct(host), `${no} 改名为 小评审`);
    await line.ask(host, line.direct(host), `${no} 改名为 大评审`);
    await later(60_000);
    expect(await since(before)).toHaveLength(1);
    await line.ask(owner, group, `取消 ${no}`);
  });

  it('is not said twice when a sentence in the chat says it', async () => {
    const card = await line.ask(owner, group, '后天下午3点 站会');
    await line.press(owner, card, '延长 15 分钟');
    const before = (await bots()).length;
    const told = await line.ask(owner, group, '站会 改名为 早会');
    expect(told.parent_id).toBeTruthy();
    expect(read(told)).toContain('主题 → 「早会」');
    await later(30_000);
    const [, said, ...more] = await since(before);
    expect(more).toEqual([]);
    expect(read(said!)).toContain('延长 15 分钟');
    expect(read(said!)).not.toContain('早会」；');
    await line.press(owner, await line.message(owner, group, card.message_id), '延长 15 分钟');
    await line.ask(owner, group, '取消 早会');
    await later(60_000);
    expect((await since(before)).filter((one) => read(one).includes('取消了'))).toHaveLength(1);
  });

  it('cancelled by a button: the card is grey at once, the line comes once, and grey', async () => {
    const card = await line.ask(owner, group, '后天下午3点 不开');
    const before = (await bots()).length;
    await line.press(owner, card, '撤销预约');
    await line.shows(owner, group, card.message_id, '会议已取消');
    expect((await since(before)).map((one) => read(one))).toEqual([]);
    await later(30_000);
    const [said, ...more] = await since(before);
    expect(more).toEqual([]);
    expect(read(said!)).toContain('撤销了「不开」的预约');
    expect(JSON.stringify(said?.card)).toContain("color='grey'");
  });

  it('says nothing to somebody who is alone with the bot', async () => {
    const direct = line.direct(owner);
    const card = await line.ask(owner, direct, '后天下午3点 独自');
    const before = (await bots(direct)).length;
    await line.press(owner, card, '延长 15 分钟');
    await later(60_000);
    expect(await since(before, direct)).toEqual([]);
  });
});
