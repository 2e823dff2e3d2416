import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttons, type ChatMessage, Line, type Person, read } from '../helpers/line.ts';

const MINUTE = 60_000;

let line: Line;
beforeAll(async () => {
  line = await Line.start();
});
afterAll(() => line.stop());

const said = async (as: Person, chat: string, text: string): Promise<ChatMessage[]> =>
  (await line.messages(as, chat)).filter((one) => one.sender.type === 'app' && read(one, 'zh_cn').includes(text));

describe('people who are to come', () => {
  it('stand on the card, and are not written to where they are in the chat', async () => {
    const [owner, guest] = [line.colleague(0), line.colleague(1)];
    const chat = line.group(owner, guest);
    const card = await line.ask(owner, chat, `明天下午3点 预算会 参会人@${guest.name}`);
    expect(JSON.stringify(card.card)).toContain(guest.open_id);
    await line.settle();
    expect(await said(guest, line.direct(guest), '预算会')).toEqual([]);
  });

  it('who are not in the chat any more get it directly, once, and can say that they cannot come', async () => {
    const [owner, guest] = [line.colleague(0), line.colleague(1)];
    const chat = line.group(owner, guest);
    await line.app.stop(3000);
    await line.say(owner, chat, `@${line.world.app.name} 后天下午3点 选型会 参会人@${guest.name}`);
    await line.post(`chats/${chat}`, { remove: [guest.open_id] });
    await line.startBot();
    await line.restart();
    const direct = line.direct(guest);
    const [invited] = await line.eventually(async () => {
      const all = await said(guest, direct, '选型会');
      return all.length > 0 && all;
    }, 'an invitation');
    expect(buttons(invited!).join()).toContain('加入会议');
    const { toast, card_replaced } = await line.press(guest, invited!, '来不了');
    expect(toast?.content).toContain('已告诉发起人');
    expect(card_replaced).toBe(true);
    await line.settle();
    expect(read((await said(owner, line.direct(owner), '来不了'))[0]!, 'zh_cn')).toContain('选型会');
    const [card] = (await line.messages(owner, chat)).filter((one) => one.card && JSON.stringify(one.card).includes('选型会'));
    await line.shows(owner, chat, card!.message_id, '来不了');
    const again = await line.press(line.colleague(2), await line.message(guest, direct, invited!.message_id), '又能来了').catch(() => null);
    expect(again?.toast?.type).not.toBe('success');
    expect(await said(guest, direct, '选型会')).toHaveLength(1);
    await line.post(`chats/${chat}`, { add: [guest.open_id] });
  });

  it('who cannot be reached are named to the owner once, those whom the bot is not available to apart', async () => {
    const [owner, outside, blocked] = [line.colleague(0), line.colleague(1), line.colleague(2)];
    const chat = line.group(owner, outside, blocked);
    await line.app.stop(3000);
    await line.say(owner, chat, `@${line.world.app.name} 后天下午5点 外勤会 参会人@${outside.name} @${blocked.name}`);
    await line.post(`chats/${chat}`, { remove: [outside.open_id, blocked.open_id] });
    await line.post(`people/${outside.open_id}`, { available: false });
    await line.post(`people/${blocked.open_id}`, { blocks_bot: true });
    await line.startBot();
    await line.restart();
    const direct = line.direct(owner);
    const told = await line.eventually(async () => {
      const all = await said(owner, direct, '「外勤会」的邀请没能');
      return all.length === 2 && all;
    }, 'word of both');
    const [unavailable, other] = told.toSorted((a) => (read(a).includes('可用范围') ? -1 : 1));
    expect(JSON.stringify(unavailable!.card)).toContain(outside.open_id);
    expect(read(unavailable!, 'en_us')).toMatch(/not available to them.*administrator/);
    expect(JSON.stringify(other!.card)).toContain(blocked.open_id);
    expect(read(other!, 'zh_cn')).not.toContain('可用范围');
    const [card] = (await line.messages(owner, chat)).filter((one) => one.card && JSON.stringify(one.card).includes('外勤会'));
    await line.ask(owner, chat, `参会人加上@${line.world.people[5]!.name}`, { parent_id: card!.message_id });
    await line.settle();
    expect(await said(owner, direct, '「外勤会」的邀请没能')).toHaveLength(2);
    await line.post(`people/${outside.open_id}`, { available: true });
    await line.post(`people/${blocked.open_id}`, { blocks_bot: false });
    await line.post(`chats/${chat}`, { add: [outside.open_id, blocked.open_id] });
  });
});

it('a group whose members nobody may read keeps nobody waiting', async () => {
  const [owner, guest] = [line.colleague(0), line.colleague(1)];
  const logged = line.logged.length;
  await line.post('faults', { api: [{ path: '/members', mode: 'code', code: 99991672, status: 400 }] });
  const card = await line.ask(owner, line.group(owner, guest), `大后天下午3点 闭门会 参会人@${guest.name}`);
  await line.settle();
  await line.post('faults', {});
  expect(JSON.stringify(card.card)).toContain(guest.open_id);
  expect(line.logged.slice(logged).join('')).not.toContain('A job failed for good');
});

describe('a time that is taken', () => {
  it('is said of a host as well, and of a meeting that is moved there', async () => {
    const [owner, host] = [line.colleague(0), line.colleague(1)];
    const chat = line.group(owner, host);
    await line.ask(host, chat, '明天上午10点到11点 客户会');
    const card = await line.ask(owner, chat, `明天上午10点半 面试 主持人@${host.name}`);
    expect(read(card, 'zh_cn')).toContain('还有「客户会」');
    expect(read(card, 'en_us')).toContain('"客户会"');
    expect(buttons(card).join()).toContain('换个时间');
    const free = await line.ask(host, chat, '明天下午2点 空档');
    expect(read(free, 'zh_cn')).not.toContain('冲突');
    await line.ask(host, chat, '空档改到明天上午10点');
    await line.shows(host, chat, free.message_id, '时间冲突');
    // Nobody is told of a clash with what does not take place any more.
    await line.ask(host, chat, '取消客户会');
    await line.ask(host, chat, '空档改到明天下午2点');
    await line.until(async () => !read(await line.message(owner, chat, card.message_id)).includes('时间冲突'), 'the card to be right');
  });
});

describe('a number that is about to be given back', () => {
  it('brings an offer of more time while people are inside, and none when nobody is', async () => {
    const owner = line.colleague(2);
    const chat = line.direct(owner);
    await line.ask(owner, chat, '现在开会 2小时');
    await line.ask(owner, chat, '今天中午11点 空会 2小时');
    const live = (await line.reserves()).find((one) => one.owner_id === owner.open_id && one.topic !== '空会');
    await line.post('meetings/join', { as: owner.open_id, reserve_id: live?.id });
    await line.advance(106 * MINUTE);
    await line.settle();
    const [offer, ...more] = await said(owner, chat, '要延长吗');
    expect(more).toEqual([]);
    expect(buttons(offer!).join()).toMatch(/15.*30.*1 小时/);
    // Whoever presses second wants no more than it offered.
    const end = live!.end_time;
    const now = async () => (await line.reserves()).find((one) => one.id === live!.id)!.end_time;
    for (let n = 0; n < 3; n++) await line.press(owner, offer!, '延长 30 分钟');
    await line.until(async () => (await now()) > end, 'the extension');
    await line.settle();
    expect(await now()).toBe(end + 30 * MINUTE);
    expect(buttons(await line.shows(owner, chat, offer!.message_id, '延长 30 分钟，到'))).toEqual([]);
  });

  it('is asked for once more in the last minutes, and what it says then counts', async () => {
    const owner = line.colleague(0);
    const chat = line.direct(owner);
    const card = await line.ask(owner, chat, '现在开会 最后几分钟 1小时');
    const { id, end_time: end } = (await line.reserves()).find((one) => one.topic === '最后几分钟')!;
    const now = async () => (await line.reserves()).find((one) => one.id === id)!.end_time;
    const shown = async () => line.message(owner, chat, card.message_id);
    await line.advance(57 * MINUTE);
    await line.settle();
    const { asked } = await line.asked(async () => {
      await line.press(owner, await shown(), '延长 15 分钟');
      await line.until(async () => (await now()) === end + 15 * MINUTE, 'the extension');
      await line.settle();
    });
    expect(asked.map(([method]) => method)).toEqual(['PUT', 'GET']);
    await line.advance(15 * MINUTE);
    await line.settle();
    await line.post('faults', { api: [{ method: 'GET', path: 'reserves/\\d+$', mode: 'code', code: 121004 }] });
    await line.press(owner, await shown(), '延长 30 分钟');
    await line.until(async () => (await said(owner, chat, '晚了一步')).length === 1, 'the truth');
    await line.post('faults', {});
    await line.shows(owner, chat, card.message_id, '已结束');
  });
});
