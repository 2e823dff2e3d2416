import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttons, type ChatMessage, Line, type Person, read } from '../helpers/line.ts';

/** Nothing hangs on a promise, whichever way a press is answered. */
describe.each(['card', 'patch'] as const)('a press that brings a new card, answered by %s', (how) => {
  let line: Line;
  let owner: Person;
  let other: Person;
  let group: string;
  let topics: string;
  let direct: string;

  beforeAll(async () => {
    line = await Line.start({ cardAnswer: how });
    [owner, other] = [line.person('张伟'), line.person('李娜')];
    group = line.group(owner, other);
    topics = line.world.chats.find((chat) => chat.chat_mode === 'topic')!.chat_id;
    direct = line.direct(owner);
  });
  afterAll(() => line.stop());

  const PROMISE = /正在|马上办|收到了/;
  const bots = async (as: Person, chat: string): Promise<ChatMessage[]> =>
    (await line.messages(as, chat)).filter((one) => one.sender.type === 'app' && !one.deleted);
  const promises = async (): Promise<string[]> => {
    await line.settle();
    const seen = await Promise.all([group, topics, direct].map((chat) => bots(owner, chat)));
    return seen.flat().flatMap((one) => (PROMISE.test(read(one)) ? [read(one)] : []));
  };
  const replaced = async (press: Promise<{ card_replaced: boolean; code: number }>): Promise<void> => {
    expect(await press).toMatchObject({ code: 0, card_replaced: how === 'card' });
  };

  it('a form in the direct chat becomes the card of the meeting', async () => {
    const form = await line.ask(owner, direct, '约会议');
    await replaced(line.submit(owner, form, { topic: '填成的会' }) as never);
    const card = await line.shows(owner, direct, form.message_id, '填成的会');
    expect(buttons(card).join()).toContain('加入会议');
    expect(await promises()).toEqual([]);
    // And it is one like any other.
    await line.ask(owner, direct, '填成的会 改名为 改成的会');
    await line.shows(owner, direct, form.message_id, '改成的会');
  });

  it('a form in a group is gone once it has done its work; what is wrong with it stays', async () => {
    const form = await line.ask(owner, group, '约会议');
    await line.submit(owner, form, { password: '1' });
    await line.settle();
    const wrong = (await bots(owner, group)).findLast((one) => one.ephemeral)!;
    expect(read(wrong)).toContain('4–9 位');
    await line.submit(owner, wrong, { topic: '群里填的', password: '' });
    await line.settle();
    expect((await bots(owner, group)).filter((one) => one.ephemeral)).toEqual([]);
    expect(read((await bots(other, group)).at(-1)!)).toContain('群里填的');
    expect(await promises()).toEqual([]);
  });

  it('a form to change, in both', async () => {
    for (const chat of [group, direct]) {
      const card = await line.ask(owner, chat, '后天下午3点 待改');
      const form = await line.outcome(owner, chat, card, () => line.press(owner, card, '修改'));
      await line.submit(owner, form, { topic: '改好了' });
      await line.shows(owner, chat, card.message_id, '改好了');
      await line.settle();
      expect((await bots(owner, chat)).filter((one) => read(one).includes('修改会议'))).toEqual([]);
      await line.ask(owner, chat, '取消 改好了');
    }
    expect(await promises()).toEqual([]);
  });

  it('sharing says where it went, in the place of the form', async () => {
    for (const chat of [group, direct]) {
      const card = await line.ask(owner, chat, '后天下午3点 要分享');
      const form = await line.ask(owner, chat, '分享到别的群', { parent_id: card.message_id });
      await line.submit(owner, form, { chat: line.group(owner, line.person('周明')) });
      await line.settle();
      const said = (await bots(owner, chat)).at(-1)!;
      expect(read(said)).toContain('已分享到');
      expect(said.ephemeral).toBe(chat === group);
      if (chat === direct) expect(said.message_id).toBe(form.message_id);
      await line.ask(owner, chat, '取消 要分享');
    }
    expect(await promises()).toEqual([]);
  });

  it('a list is turned, and cancelling is asked about, in place', async () => {
    for (const chat of [group, direct]) {
      await line.ask(owner, chat, '后天下午3点 在列');
      const list = await line.ask(owner, chat, '我的会议');
      await replaced(line.press(owner, list, '今天') as never);
      await line.settle();
      const turned = (await bots(owner, chat)).at(-1)!;
      expect(read(turned)).toContain('11月');
      expect((await bots(owner, chat)).filter((one) => read(one).startsWith('我的会议'))).toHaveLength(chat === group ? 1 : 2 - 1);
      await line.ask(owner, chat, '取消 在列');
    }
    const card = await line.ask(owner, group, '后天下午4点 要取消的');
    await line.advance(6 * 60_000);
    await line.settle();
    const late = await line.message(owner, group, card.message_id);
    await line.press(owner, late, '取消会议');
    const asking = await line.shows(owner, group, card.message_id, '不开了？');
    await line.press(owner, asking, '不开了');
    await line.shows(owner, group, card.message_id, '会议已取消');
  });

  it('a form that is closed says so, or goes', async () => {
    for (const chat of [group, direct]) {
      const form = await line.ask(owner, chat, '约会议');
      await line.press(owner, form, '关闭');
      await line.settle();
      const left = (await bots(owner, chat)).filter((one) => one.ephemeral || chat === direct);
      expect(read(left.at(-1)!)).toContain('已关闭');
      expect(left.map((one) => one.message_id === form.message_id && read(one).includes('主题'))).not.toContain(true);
    }
  });

  it('in a thread the form comes directly and books for the group; what everybody sees stays in the thread', async () => {
    for (const [chat, thread] of [
      [group, { thread_id: `omt_${'0'.repeat(32)}` }],
      [topics, {}],
    ] as const) {
      const before = new Set((await bots(owner, chat)).map((one) => one.message_id));
      const first = await line.say(other, chat, '讨论一下');
      const asked = await line.say(owner, chat, `@${line.world.app.name} 帮助`, {
        ...(chat === group ? { parent_id: first } : {}),
        ...thread,
      });
      await line.settle();
      const help = (await bots(owner, chat)).find((one) => one.parent_id === asked)!;
      const form = await line.outcome(owner, direct, help, () => line.press(owner, help, '约会议'));
      expect(read(form)).toContain('约会议');
      await line.press(owner, help, '本群会议');
      await line.submit(owner, form, { topic: '话题里约的' });
      await line.settle();
      expect(read(await line.message(owner, direct, form.message_id))).toContain('卡片在群里');
      const [, list, ...more] = (await bots(owner, chat)).filter((one) => !before.has(one.message_id));
      expect(read(list!)).toContain('本群会议');
      expect(list?.parent_id).toBe(help.message_id);
      expect(more.filter((one) => one.ephemeral)).toEqual([]);
    }
    expect(await promises()).toEqual([]);
  });
});
