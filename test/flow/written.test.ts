import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttons, type ChatMessage, Line, type Person, read } from '../helpers/line.ts';

const MINUTE = 60_000;

let line: Line;
beforeAll(async () => {
  line = await Line.start({ remind: 10 });
});
afterAll(() => line.stop());

const said = async (as: Person, chat: string, text: string): Promise<ChatMessage[]> =>
  (await line.messages(as, chat)).filter((one) => one.sender.type === 'app' && read(one, 'zh_cn').includes(text));
const under = ({ message_id }: ChatMessage) => ({ parent_id: message_id });
const cardOf = async (as: Person, chat: string, topic: string): Promise<ChatMessage> =>
  line.until(
    async () => (await line.messages(as, chat)).findLast((one) => buttons(one).join().includes('以后都改') && read(one).includes(topic)),
    'the card of the series',
  );
const ends = async (topic: string): Promise<string[]> =>
  (await line.reserves())
    .filter((one) => one.topic === topic)
    .map((one) => new Date(one.end_time + 8 * 3_600_000).toISOString().slice(5, 16) + (one.deleted ? ' deleted' : ''))
    .sort();

describe('a label that is written', () => {
  it.each([
    ['zh_cn', '每周三上午10点 晨会', '晨会', '下一场', '跳过这次', '以后都改', '停掉'],
    ['en_us', 'every Wednesday 10am standup', 'standup', 'next one', 'Skip this one', 'Change all', 'Stop!'],
  ] as const)('under the card of a series does what its button does (%s)', async (lang, book, topic, next, skip, change, stop) => {
    const [owner, other] = [line.colleague(0), line.colleague(1)];
    const chat = line.group(owner, other);
    await line.ask(owner, chat, book);
    const card = await cardOf(owner, chat, topic);
    await line.ask(owner, chat, '明天上午10点 面谈');
    expect(buttons(await line.ask(owner, chat, next, under(card))).join()).toContain('加入会议');
    expect(read(await line.ask(other, chat, skip, under(card)), lang)).toMatch(/发起人|organizer/);
    expect(await ends(topic)).toEqual(['11-25T11:00']);
    const skipped = await line.ask(owner, chat, skip, under(card));
    expect(read(skipped, lang)).toMatch(/跳过了|skipped/);
    expect(await ends(topic)).toEqual(['11-25T11:00 deleted']);
    const form = await line.ask(owner, chat, change, under(skipped));
    expect(buttons(form).join()).toMatch(/关闭|Close/);
    expect(read(await line.ask(owner, chat, stop, under(skipped)), lang)).toMatch(/整个系列|for good/);
    await line.shows(owner, chat, card.message_id, '已停');
    expect((await ends('面谈')).at(-1)).toBe('11-21T11:00');
  });

  it('is asked about where several series may be meant, and the answer is written as well', async () => {
    const owner = line.colleague(1);
    const chat = line.group(owner, line.colleague(2));
    await line.ask(owner, chat, '每周二上午9点 甲组会');
    await line.ask(owner, chat, '每周五上午9点 乙组会');
    await line.ask(owner, chat, '列出今天的会');
    await line.advance(31 * MINUTE);
    const which = await line.ask(owner, chat, '停掉');
    expect(buttons(which)).toHaveLength(2);
    const label = buttons(which).find((one) => one.includes('乙组会'))!;
    expect(read(await line.ask(owner, chat, label.split('/')[0]!), 'zh_cn')).toContain('乙组会');
    await line.settle();
    expect((await ends('乙组会')).every((one) => one.endsWith('deleted'))).toBe(true);
    expect((await ends('甲组会')).every((one) => !one.endsWith('deleted'))).toBe(true);
  });

  it('answers what was asked', async () => {
    const owner = line.colleague(2);
    const chat = line.direct(owner);
    await line.ask(owner, chat, '每周四下午4点 选题会');
    const asked = await line.ask(owner, chat, '取消选题会');
    expect(buttons(asked).join()).toContain('整个系列都停掉');
    await line.ask(owner, chat, '只取消这一场');
    expect((await ends('选题会')).join()).toBe('11-26T17:00 deleted');
    await line.shows(owner, chat, (await cardOf(owner, chat, '选题会')).message_id, '下一场');
  });

  it('under a reminder reminds once more, without a word to the others', async () => {
    const [owner, other] = [line.colleague(0), line.colleague(2)];
    const chat = line.group(owner, other);
    const start = line.clock.now() + 20 * MINUTE;
    const clock = new Date(start + 8 * 3_600_000).toISOString().slice(11, 16);
    const isReminder = (one: ChatMessage) => buttons(one).join().includes('晚点再提醒') && read(one, 'zh_cn').includes('发布会');
    await line.ask(owner, chat, `今天${clock} 发布会`);
    await line.advance(10 * MINUTE);
    await line.settle();
    const reminder = (await line.messages(owner, chat)).find(isReminder)!;
    const answer = await line.ask(owner, chat, '晚点再提醒', under(reminder));
    expect(answer.ephemeral).toBe(true);
    expect(read(answer, 'zh_cn')).toContain('再提醒你');
    await line.advance(5 * MINUTE);
    await line.settle();
    const direct = line.direct(owner);
    expect((await line.messages(owner, direct)).filter(isReminder)).toHaveLength(1);
    // What was just said there is meant, without a reply.
    expect(read(await line.ask(owner, direct, 'Remind me later'), 'en_us')).toContain("I'll remind you again");
  });

  it('from who was invited tells the organizer', async () => {
    const [owner, guest] = [line.colleague(0), line.colleague(1)];
    const chat = line.group(owner, guest);
    await line.app.stop(3000);
    await line.say(owner, chat, `@${line.world.app.name} 后天下午3点 选型会 参会人@${guest.name}`);
    await line.post(`chats/${chat}`, { remove: [guest.open_id] });
    await line.startBot();
    await line.restart();
    const direct = line.direct(guest);
    const invited = await line.eventually(async () => (await said(guest, direct, '选型会'))[0] ?? false, 'an invitation');
    expect(read(await line.ask(guest, direct, '我来不了'), 'zh_cn')).toContain('已告诉发起人');
    await line.settle();
    expect(await said(owner, line.direct(owner), '来不了')).toHaveLength(1);
    const offers = async (label: string) =>
      buttons(await line.message(guest, direct, invited.message_id))
        .join()
        .includes(label);
    await line.until(() => offers('又能来了'), 'the invitation to know it');
    expect(read(await line.ask(guest, direct, 'I can make it after all.', under(invited)), 'en_us')).toContain('you are coming');
    await line.settle();
    expect(await said(owner, line.direct(owner), '又能来')).toHaveLength(1);
    await line.until(() => offers('来不了'), 'the invitation to know that, too');
    // It follows what becomes of the meeting, as any other card.
    await line.ask(owner, chat, '选型会改到后天下午4点');
    await line.shows(guest, direct, invited.message_id, String(Date.parse('2026-11-22T16:00:00+08:00')));
    await line.ask(owner, chat, '取消选型会');
    await line.shows(guest, direct, invited.message_id, '会议已取消');
    expect(await offers('加入会议')).toBe(false);
    await line.post(`chats/${chat}`, { add: [guest.open_id] });
  });

  it('about nothing that is here is answered to the asker alone', async () => {
    const owner = line.colleague(3);
    const chat = line.direct(owner);
    expect(read(await line.ask(owner, chat, '来不了'), 'zh_cn')).toContain('回复那张卡片');
    expect(read(await line.ask(owner, chat, 'Stop'), 'en_us')).toContain('reply to its card');
  });
});
