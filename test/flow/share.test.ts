import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatMessage, find, Line, type Person, read } from '../helpers/line.ts';

let line: Line;
let owner: Person;
let host: Person;
let member: Person;
/** Where it is booked, and where else the owner and the bot are. */
let home: string;
let partners: string;
let topics: string;
beforeAll(async () => {
  line = await Line.start();
  [owner, host, member] = [line.person('张伟'), line.person('李娜'), line.person('王芳')];
  home = line.world.chats.find((chat) => chat.name === '产品周会')!.chat_id;
  partners = line.world.chats.find((chat) => chat.name === '星河合作群')!.chat_id;
  topics = line.world.chats.find((chat) => chat.chat_mode === 'topic')!.chat_id;
});
afterAll(() => line.stop());

const LANGS = ['zh_cn', 'en_us'] as const;
type Lang = (typeof LANGS)[number];
const PASSWORD = '246813';
const BOOKED = `明天下午3点到4点半 客户沟通 密码${PASSWORD} 主持人@李娜`;
const book = () => line.ask(owner, home, BOOKED);
const reserveOf = async () => (await line.reserves()).at(-1)!;
const grouped = (no: string): string => no.replace(/(\d{3})(?=\d)/g, '$1 ');

const answered = async (as: Person, chat: string, work: () => Promise<unknown>): Promise<ChatMessage> => {
  const before = new Set((await line.messages(as, chat)).map((one) => one.message_id));
  await work();
  return line.answer(as, chat, before, 'an answer');
};

/** The text in the code block, which clients offer to copy. */
const copied = (card: ChatMessage, lang: Lang): string => /```\n([\s\S]+?)\n```/.exec(read(card, lang))?.[1] ?? '';

describe('an invitation', () => {
  const ways: [lang: Lang, how: string][] = [
    ['zh_cn', '复制邀请'],
    ['zh_cn', '会议邀请'],
    ['zh_cn', '给我邀请链接'],
    ['en_us', 'copy invitation'],
    ['en_us', 'get the invite link'],
  ];
  const text = async (lang: Lang): Promise<string[]> => {
    const { meeting_no: no } = await reserveOf();
    return lang === 'zh_cn'
      ? [
          '邀请你参加飞书视频会议',
          '主题：客户沟通',
          '时间：11月21日(周六) 15:00–16:30 (UTC+8)',
          `会议号：${grouped(no)}`,
          `密码：${PASSWORD}`,
          '入会链接：https://vc.feishu.cn/j/',
        ]
      : [
          'You are invited to a Feishu video meeting',
          'Topic: 客户沟通',
          'Time: Sat, Nov 21, 3–4:30 PM (UTC+8)',
          `Meeting ID: ${grouped(no)}`,
          `Password: ${PASSWORD}`,
          'Join: https://vc.feishu.cn/j/',
        ];
  };

  it.each(ways)('is a text to paste anywhere, for the asker alone (%s %s)', async (lang, how) => {
    const card = await book();
    const { got, asked } = await line.asked(() => line.ask(member, home, how, { parent_id: card.message_id }));
    expect(asked).toEqual([]);
    expect(got.ephemeral).toBe(true);
    const lines = copied(got, lang).split('\n');
    const expected = await text(lang);
    expect(lines).toHaveLength(expected.length);
    for (const [i, words] of expected.entries()) expect(lines[i]).toContain(words);
  });

  it.each([
    ['zh_cn', '邀请文字', '正在准备邀请文字…'],
    ['en_us', 'Invitation text', 'Preparing the invitation…'],
  ] as const)('opens by button (%s)', async (lang, label, toast) => {
    await line.post(`people/${member.open_id}`, { lang });
    await line.ask(member, line.direct(member), lang === 'zh_cn' ? '帮助' : 'help');
    const card = await book();
    const got = await answered(member, home, async () => {
      expect((await line.press(member, card, label)).toast).toEqual({ type: 'info', content: toast });
    });
    expect(got.ephemeral).toBe(true);
    const [first, topic] = await text(lang);
    expect(copied(got, lang).split('\n').slice(0, 2)).toEqual([first, topic]);
    // In the other language below, for guests who read that.
    expect(read(got, lang)).toContain((await text(lang === 'zh_cn' ? 'en_us' : 'zh_cn'))[0]);
  });

  it.each(LANGS)('leaves out what there is not (%s)', async (lang) => {
    await line.ask(owner, line.direct(owner), '后天上午10点到11点 不要密码');
    const got = await line.ask(owner, line.direct(owner), lang === 'zh_cn' ? '复制邀请' : 'copy invitation');
    const copy = copied(got, lang);
    expect(copy.split('\n')).toHaveLength(4);
    expect(copy).not.toMatch(/主题|密码|Topic|Password/);
  });

  it('names no password to a person who may not see it here', async () => {
    await book();
    const { meeting_no: no } = await reserveOf();
    const elsewhere = line.world.chats.find((chat) => chat.name === '设计讨论')!.chat_id;
    for (const [as, chat, shown] of [
      [member, elsewhere, false],
      [member, line.direct(member), false],
      [host, line.direct(host), true],
      [owner, line.direct(owner), true],
      [member, home, true],
    ] as const) {
      const got = await line.ask(as, chat, `复制邀请 ${no}`);
      expect(JSON.stringify(got.card).includes(PASSWORD), `${as.name} in ${chat}`).toBe(shown);
      expect(copied(got, 'zh_cn')).toContain(grouped(no));
    }
  });
});

describe('sharing to another group', () => {
  /** The groups on offer: value by name. */
  const offered = (card: ChatMessage): Map<string, string> => {
    const select = find(card.card, (node) => node.tag === 'select_static');
    const options = (select?.options ?? []) as { value: string; text: { content: string } }[];
    return new Map(options.map((option) => [option.text.content, option.value]));
  };

  it.each([
    ['zh_cn', '分享到别的群', '分享会议'],
    ['en_us', 'share this meeting', 'Share the meeting'],
    ['zh_cn', '分享到群', '分享会议'],
    ['en_us', 'Share to a group', 'Share the meeting'],
  ] as const)('offers the groups that both the asker and the bot are in (%s %s)', async (lang, how, title) => {
    await line.post(`people/${owner.open_id}`, { lang });
    const card = await book();
    await line.ask(owner, line.direct(owner), lang === 'zh_cn' ? '帮助' : 'help');
    const form = /^(?:分享到群|Share to a group)$/.test(how)
      ? await answered(owner, home, () => line.press(owner, card, how))
      : await line.ask(owner, home, how, { parent_id: card.message_id });
    await line.post(`people/${owner.open_id}`, { lang: 'zh_cn' });
    expect(form.ephemeral).toBe(true);
    expect(read(form, lang)).toContain(title);
    // Not its own group, not 设计讨论 where the owner is not.
    expect([...offered(form).keys()].sort()).toEqual(['星河合作群', '需求池']);
  });

  it.each([
    ['zh_cn', '分享到别的群', '星河合作群', '已分享到「星河合作群」', '分享了这场会议'],
    ['en_us', 'share this meeting', '需求池', 'Shared to "需求池"', 'shared this meeting'],
  ] as const)('sends the card there, password included, and says by whom (%s)', async (lang, how, name, done, by) => {
    const card = await book();
    const { id, meeting_no: no } = await reserveOf();
    const form = await line.ask(owner, home, how, { parent_id: card.message_id });
    const to = offered(form).get(name)!;
    const reader = line.person('艾米丽');
    const { got: there, asked } = await line.asked(() =>
      answered(reader, to, async () => {
        const told = await answered(owner, home, async () => {
          const { toast, card_replaced } = await line.submit(owner, form, { chat: to });
          expect(toast).toEqual({ type: 'info', content: '正在分享…' });
          expect(card_replaced).toBe(true);
        });
        expect(told.ephemeral).toBe(true);
        expect(read(told, lang)).toContain(done);
      }),
    );
    expect(asked).toEqual([]);
    for (const words of ['客户沟通', grouped(no), `\`${PASSWORD}\``, by]) expect(read(there, lang)).toContain(words);
    expect(JSON.stringify(there.card)).toContain(`"persons":[{"id":"${owner.open_id}"}]`);
    expect(JSON.stringify(there.card)).toContain(`id=${id}`);
    expect(there.ephemeral).toBe(false);

    // From now on it is a card like the one at home: who reads it may look, and may not change.
    await line.ask(owner, home, '改名为 换名', { parent_id: card.message_id });
    const redrawn = await line.shows(reader, to, there.message_id, '换名', lang);
    expect(read(redrawn, lang)).toContain(by);
    await line.ask(reader, line.direct(reader), lang === 'zh_cn' ? '帮助' : 'help');
    expect((await line.press(reader, redrawn, '修改')).toast?.type).toBe('warning');
    await line.ask(owner, home, '取消', { parent_id: card.message_id });
    const grey = await line.shows(reader, to, there.message_id, lang === 'zh_cn' ? '会议已取消' : 'Meeting cancelled', lang);
    expect(JSON.stringify(grey.card)).not.toMatch(new RegExp(`applink|${PASSWORD}`));
  });

  it.each(LANGS)('asks for a group when none is picked (%s)', async (lang) => {
    const card = await book();
    const form = await line.ask(owner, home, lang === 'zh_cn' ? '分享到别的群' : 'share this meeting', { parent_id: card.message_id });
    const { toast } = await line.submit(owner, form, {});
    expect(toast).toEqual({ type: 'error', content: '选一个群' });
    expect(offered(await line.message(owner, home, form.message_id)).size).toBe(2);
    // And says no more of it.
    const before = new Set((await line.messages(owner, home)).map((one) => one.message_id));
    await line.ask(owner, home, '帮助');
    expect((await line.messages(owner, home)).filter((one) => !before.has(one.message_id) && one.sender.type === 'app')).toHaveLength(1);
  });

  it('sends nothing where the asker is no longer', async () => {
    const card = await book();
    const form = await line.ask(owner, home, '分享到别的群', { parent_id: card.message_id });
    await line.post(`chats/${topics}`, { remove: [owner.open_id] });
    const before = (await line.messages(host, topics)).length;
    const told = await answered(owner, home, () => line.submit(owner, form, { chat: topics }));
    await line.post(`chats/${topics}`, { add: [owner.open_id] });
    expect(read(told)).toContain('你不在那个群里');
    expect(await line.messages(host, topics)).toHaveLength(before);
  });

  it.each([
    ['zh_cn', '分享到别的群', '没有可以分享的群'],
    ['en_us', 'share this meeting', 'no group to share to'],
  ] as const)('says that there is no group to share to, and what to do (%s)', async (lang, how, why) => {
    const lonely = line.person('佐藤遥');
    const only = line.world.chats.find((chat) => chat.name === '设计讨论')!.chat_id;
    const card = await line.ask(lonely, only, 'tomorrow 3-4pm alone');
    await line.post(`chats/${home}`, { remove: [lonely.open_id] });
    const got = await line.ask(lonely, only, how, { parent_id: card.message_id });
    await line.post(`chats/${home}`, { add: [lonely.open_id] });
    expect(read(got, lang)).toContain(why);
  });

  it.each([
    ['zh_cn', '分享到别的群', '只有发起人和主持人可以'],
    ['en_us', 'share this meeting', 'Only the organizer and hosts'],
  ] as const)('is the owner’s and the hosts’ to decide (%s)', async (lang, how, why) => {
    const card = await book();
    const refused = await line.ask(member, home, how, { parent_id: card.message_id });
    expect(read(refused, lang)).toContain(why);
    expect(refused.ephemeral).toBe(true);
    const form = await line.ask(host, home, how, { parent_id: card.message_id });
    expect(offered(form).size).toBeGreaterThan(0);
    expect(offered(form).has('星河合作群')).toBe(false);
  });

  it('shows a password that was hidden there before', async () => {
    const card = await book();
    const { meeting_no: no } = await reserveOf();
    const looked = await line.ask(owner, partners, `查看 ${no}`);
    expect(JSON.stringify(looked.card)).not.toContain(PASSWORD);
    const form = await line.ask(owner, home, '分享到别的群', { parent_id: card.message_id });
    const there = await answered(owner, partners, () => line.submit(owner, form, { chat: partners }));
    expect(JSON.stringify(there.card)).toContain(PASSWORD);
    await line.shows(owner, partners, looked.message_id, PASSWORD);
  });

  it('asks five times at most where the bot is in many groups, finds others the next time, and those where the asker was active', async () => {
    const names = Array.from({ length: 40 }, (_, n) => `群${n}`);
    for (const name of names) await line.post('chats', { as: host.open_id, name, members: [owner.open_id, host.open_id], with_bot: true });
    const chats = await line.get<{ chats: { chat_id: string; name: string }[] }>('world');
    const active = chats.chats.find(({ name }) => name === '群33')!.chat_id;
    await line.ask(owner, active, '后天上午9点 站会');
    const card = await book();
    const seen = new Set<string>();
    for (let n = 0; n < 3; n++) {
      const calls = async () => (await line.calls('/im/v1/chats')).length;
      const before = await calls();
      const form = await line.ask(owner, home, '分享到别的群', { parent_id: card.message_id });
      expect((await calls()) - before).toBeLessThanOrEqual(5);
      expect(offered(form).has('群33')).toBe(true);
      expect(offered(form).has('设计讨论')).toBe(false);
      expect(read(form)).toContain('群比较多');
      const known = seen.size;
      for (const name of offered(form).keys()) seen.add(name);
      expect(seen.size).toBeGreaterThan(known);
      if (n < 2) continue;
      const there = await answered(owner, active, () => line.submit(owner, form, { chat: active }));
      expect(read(there)).toContain('客户沟通');
      expect((await calls()) - before).toBeLessThanOrEqual(10);
    }
  });
});
