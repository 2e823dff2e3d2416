import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttons, type ChatMessage, find, Line, type Person, read } from '../helpers/line.ts';

const LANGS = ['zh_cn', 'en_us'] as const;
type Lang = (typeof LANGS)[number];

/** Topics in the order in which they stand on a list. */
const topics = (list: ChatMessage): string[] => [...read(list).matchAll(/^\*\*(.+?)\*\*/gm)].map((match) => match[1]!);

describe('lists', () => {
  let line: Line;
  let owner: Person;
  let host: Person;
  let group: string;
  let elsewhere: string;
  beforeAll(async () => {
    line = await Line.start();
    [owner, host] = [line.person('张伟'), line.person('李娜')];
    group = line.group(owner, host);
    elsewhere = line.group(owner, line.person('周明'));
    // Asked for in another order than they take place; Friday morning, and a week that ends on Sunday.
    for (const [as, chat, text] of [
      [owner, group, '下周三上午10点 排期'],
      [owner, group, '后天上午10点 总结 密码1357'],
      [host, group, '明天上午9点 面试'],
      [owner, group, '明天下午3点 复盘 主持人@李娜'],
      [owner, group, '今天下午5点 站会'],
      [owner, elsewhere, '今天下午6点 对外会 密码8642'],
      [owner, line.direct(owner), '今天晚上8点 体检 密码7531'],
    ] as const)
      await line.ask(as, chat, text);
  });
  afterAll(() => line.stop());

  it.each<[lang: Lang, text: string, title: string, expected: string[]]>([
    ['zh_cn', '我的会议', '我的会议', ['站会', '对外会', '体检', '复盘', '总结']],
    ['zh_cn', '今天有什么会', '我的会议', ['站会', '对外会', '体检']],
    ['zh_cn', '明天的会议', '我的会议', ['复盘']],
    ['zh_cn', '本周会议', '我的会议', ['站会', '对外会', '体检', '复盘', '总结']],
    ['zh_cn', '下周有哪些会', '我的会议', ['排期']],
    ['zh_cn', '本群会议', '本群会议', ['站会', '面试', '复盘', '总结', '排期']],
    ['zh_cn', '本群今天的会议', '本群会议', ['站会']],
    ['zh_cn', '群里明天有什么会', '本群会议', ['面试', '复盘']],
    ['en_us', 'my meetings', 'My meetings', ['站会', '对外会', '体检', '复盘', '总结']],
    ['en_us', "what's on today", 'My meetings', ['站会', '对外会', '体检']],
    ['en_us', 'meetings tomorrow', 'My meetings', ['复盘']],
    ['en_us', 'my meetings this week', 'My meetings', ['站会', '对外会', '体检', '复盘', '总结']],
    ['en_us', 'my meetings next week', 'My meetings', ['排期']],
    ['en_us', 'list meetings in this group', 'Meetings in this group', ['站会', '面试', '复盘', '总结', '排期']],
    ['en_us', 'our meetings tomorrow', 'Meetings in this group', ['面试', '复盘']],
  ])('%s %s', async (lang, text, title, expected) => {
    const { got, asked } = await line.asked(() => line.ask(owner, group, text));
    expect(asked).toEqual([]);
    expect(read(got, lang).split('\n')).toContain(title);
    expect(topics(got)).toEqual(expected);
    // Mine concern me alone, the group's are everybody's.
    expect(got.ephemeral).toBe(!/本群|group/.test(title));
    const numbers = (await line.reserves()).filter((one) => expected.includes(one.topic)).map((one) => one.meeting_no);
    for (const no of numbers) expect(read(got)).toContain(no.replace(/(\d{3})(?=\d)/g, '$1 '));
    const links = JSON.stringify(got.card).match(/https:\/\/applink[^"]+/g) ?? [];
    expect(links).toHaveLength(expected.length);
    for (const [word, labels] of [
      ['Change', '修改'],
      ['Cancel', '取消'],
    ])
      expect(buttons(got).filter((label) => label.includes(lang === 'zh_cn' ? labels! : word!))).toHaveLength(expected.length);
  });

  it('shows passwords in private, and in the group those of its own meetings only', async () => {
    const mine = await line.ask(owner, line.direct(owner), '我的会议');
    for (const shown of ['1357', '8642', '7531']) expect(read(mine)).toContain(shown);
    const own = await line.ask(owner, group, '本群会议');
    expect(read(own)).toContain('1357');
    const here = await line.ask(owner, group, '我的会议');
    // By itself: within an id of 19 digits any four may stand.
    expect(JSON.stringify(here.card)).not.toMatch(/(?<!\d)(?:8642|7531)(?!\d)/);
  });

  it('lists a named host’s meetings among their own, and nobody else’s', async () => {
    expect(topics(await line.ask(host, line.direct(host), '我的会议'))).toEqual(['面试', '复盘']);
  });

  it.each([
    ['zh_cn', '今天', '11月20日(周五)</font>', ['站会', '对外会', '体检']],
    ['en_us', 'Tomorrow', 'Sat, Nov 21</font>', ['复盘']],
    ['en_us', 'This week', 'Mon, Nov 16 – Sun, Nov 22', ['站会', '对外会', '体检', '复盘', '总结']],
  ] as const)('changes to another stretch of time in place (%s %s)', async (lang, label, title, expected) => {
    const list = await line.ask(owner, line.direct(owner), lang === 'zh_cn' ? '我的会议' : 'my meetings');
    const { card_replaced } = await line.press(owner, list, label);
    expect(card_replaced).toBe(true);
    const after = await line.shows(owner, line.direct(owner), list.message_id, title, lang);
    expect(topics(after)).toEqual(expected);
  });

  it.each([
    ['zh_cn', '我的会议', '我的会议', '这段时间没有会议', '约会议'],
    ['en_us', 'my meetings today', 'My meetings', 'No meetings', 'New meeting'],
    ['zh_cn', '本群明天的会议', '本群会议', '这段时间没有会议', '约会议'],
    ['en_us', 'group meetings', 'Meetings in this group', 'No meetings', 'New meeting'],
  ] as const)('says that there are none, and how to book one (%s %s)', async (lang, text, title, empty, label) => {
    const lonely = line.person('陈晨');
    const { chat_id } = await line.post<{ chat_id: string }>('chats', { as: lonely.open_id, name: '空群', members: [], with_bot: true });
    await line.answer(lonely, chat_id, new Set(), 'a welcome');
    const got = await line.ask(lonely, chat_id, text);
    for (const words of [title, empty]) expect(read(got, lang)).toContain(words);
    const before = new Set((await line.messages(lonely, chat_id)).map((one) => one.message_id));
    await line.press(lonely, got, label);
    const form = await line.answer(lonely, chat_id, before, 'a form');
    expect(find(form.card, (node) => node.tag === 'form')).not.toBeNull();
  });

  it('leaves out what is over or cancelled', async () => {
    const past = line.person('艾米丽');
    await line.ask(past, line.direct(past), 'in 5 minutes for 10 min gone');
    await line.ask(past, line.direct(past), 'tomorrow 3pm dropped');
    await line.ask(past, line.direct(past), 'tomorrow 4pm kept');
    await line.ask(past, line.direct(past), 'cancel dropped');
    await line.advance(16 * 60_000);
    expect(topics(await line.ask(past, line.direct(past), 'my meetings'))).toEqual(['kept']);
  });

  it('knows the asker’s own calendar day', async () => {
    const tokyo = line.person('佐藤遥');
    await line.ask(tokyo, line.direct(tokyo), 'set timezone to Tokyo');
    // 00:30 on Saturday in Tokyo is still Friday in Shanghai.
    await line.ask(tokyo, line.direct(tokyo), 'tomorrow 0:30 late show');
    expect(topics(await line.ask(tokyo, line.direct(tokyo), 'my meetings today'))).toEqual([]);
    expect(topics(await line.ask(tokyo, line.direct(tokyo), 'my meetings tomorrow'))).toEqual(['late show']);
  });
});

describe('a long list', () => {
  let line: Line;
  let owner: Person;
  let other: Person;
  let group: string;
  const names = Array.from({ length: 12 }, (_, i) => `第${String(i + 1).padStart(2, '0')}场`);
  beforeAll(async () => {
    line = await Line.start();
    [owner, other] = [line.person('张伟'), line.person('李娜')];
    group = line.group(owner, other);
    for (const [i, name] of names.entries()) await line.ask(owner, group, `明天${8 + i}:00 ${name} 半小时`);
  });
  afterAll(() => line.stop());

  it.each([
    ['zh_cn', '我的会议', ['第 1/3 页，共 12 场', '第 2/3 页，共 12 场', '第 3/3 页，共 12 场'], '下一页', '上一页'],
    ['en_us', 'list meetings in this group', ['Page 1 of 3', 'Page 2 of 3', 'Page 3 of 3'], 'Next', 'Previous'],
  ] as const)('is turned page by page on its card (%s %s)', async (lang, text, pages, next, previous) => {
    let list = await line.ask(owner, group, text);
    for (const [i, page] of pages.entries()) {
      list = await line.shows(owner, group, list.message_id, page, lang);
      expect(topics(list)).toEqual(names.slice(i * 5, i * 5 + 5));
      expect(buttons(list).join().includes(next)).toBe(i < 2);
      expect(buttons(list).join().includes(previous)).toBe(i > 0);
      if (i < 2) expect((await line.press(owner, list, next)).card_replaced).toBe(true);
    }
    await line.press(owner, list, previous);
    list = await line.shows(owner, group, list.message_id, pages[1], lang);
    expect(topics(list)).toEqual(names.slice(5, 10));
    // The second is the second of the page that is shown now.
    await line.settle();
    expect(read(await line.ask(owner, group, lang === 'zh_cn' ? '第二个的会议号' : 'show the second one'))).toContain('第07场');
    await line.ask(owner, group, text);
    expect(topics(await line.ask(owner, group, next))).toEqual(names.slice(5, 10));
    expect(topics(await line.ask(owner, group, next))).toEqual(names.slice(10));
    expect(topics(await line.ask(owner, group, next))).toEqual(names.slice(10));
    expect(topics(await line.ask(owner, group, previous))).toEqual(names.slice(5, 10));
  });

  it.each([
    ['zh_cn', '本群会议', '修改', '修改会议', '取消', '不开了', '取消了'],
    ['en_us', 'list meetings in this group', 'Change', 'Change meeting', 'Cancel', 'Yes, cancel', 'cancelled'],
  ] as const)('lets one change and cancel from it (%s)', async (lang, text, change, title, cancel, sure, news) => {
    const list = await line.ask(owner, group, text);
    const [first] = topics(list);
    const answered = async (work: () => Promise<unknown>): Promise<ChatMessage> => {
      const before = new Set((await line.messages(owner, group)).map((one) => one.message_id));
      await work();
      // What others hear of a change waits half a minute for what follows.
      await line.settle();
      await line.advance(30_000);
      return line.answer(owner, group, before, 'an answer');
    };
    const form = await answered(() => line.press(owner, list, change));
    expect(read(form, lang)).toContain(title);
    expect(JSON.stringify(form.card)).toContain(first);
    expect(form.ephemeral).toBe(true);
    const { asked } = await line.asked(async () => {
      await line.press(owner, list, cancel);
      const asking = await line.shows(owner, group, list.message_id, '不开了？');
      const told = await answered(() => line.press(owner, asking, sure));
      expect(read(told, lang)).toContain(news);
      expect(read(told, lang)).toContain(first);
    });
    expect(asked).toEqual([['DELETE', null]]);
    expect(topics(await line.ask(owner, group, text))).not.toContain(first);
  });

  it.each([
    ['zh_cn', '修改', '只有发起人和主持人可以'],
    ['en_us', 'Cancel', 'Only the organizer and hosts'],
  ] as const)('gives no right to who only looks at it (%s)', async (lang, label, why) => {
    await line.post(`people/${other.open_id}`, { lang });
    const list = await line.ask(other, group, '本群会议');
    const { got, asked } = await line.asked(() => line.press(other, list, label));
    expect(got.toast).toEqual({ type: 'warning', content: expect.stringContaining(why) });
    expect(asked).toEqual([]);
  });
});

describe('several of one name', () => {
  let line: Line;
  let owner: Person;
  let group: string;
  beforeAll(async () => {
    line = await Line.start();
    owner = line.person('张伟');
    group = line.group(owner, line.person('李娜'));
    for (let day = 2; day < 12; day++) await line.ask(owner, group, `11月${20 + day - 1}日上午9点 OKR 密码1357`);
  });
  afterAll(() => line.stop());

  const answered = async (work: () => Promise<unknown>): Promise<ChatMessage> => {
    const before = new Set((await line.messages(owner, group)).map((one) => one.message_id));
    await work();
    // What others hear of a change waits half a minute for what follows.
    await line.settle();
    await line.advance(30_000);
    return line.answer(owner, group, before, 'an answer');
  };

  it.each<[text: string, lang: Lang, label: string, sent: [string, unknown][], says: string]>([
    ['查看 OKR', 'zh_cn', '查看', [['GET', null]], '会议链接'],
    ['show OKR', 'en_us', 'Show', [['GET', null]], 'Meeting link'],
    [
      'OKR延长30分钟',
      'zh_cn',
      '延长 30 分钟',
      [['PUT', { end_time: String(Date.parse('2026-11-21T10:30:00+08:00') / 1000) }]],
      '延长 30 分钟',
    ],
    [
      'extend OKR by 45 minutes',
      'en_us',
      '+45 min',
      [['PUT', { end_time: String(Date.parse('2026-11-21T11:15:00+08:00') / 1000) }]],
      '45 minutes longer',
    ],
    ['OKR谁在', 'zh_cn', '谁在会上', [['GET', null]], '还没开始'],
    ['invitation for OKR', 'en_us', 'Invitation text', [], 'Meeting ID:'],
    ['分享OKR到别的群', 'zh_cn', '分享到群', [], '分享会议'],
    ['move OKR to 5pm', 'en_us', 'Change', [], 'Change meeting'],
    ['OKR改名为 周会', 'zh_cn', '修改', [], '修改会议'],
    ['取消 OKR', 'zh_cn', '取消会议', [['DELETE', null]], '取消了「OKR」'],
    ['cancel OKR', 'en_us', 'Cancel meeting', [['DELETE', null]], 'cancelled'],
  ])('asks which one, with the button that was wanted: %s', async (text, lang, label, sent, says) => {
    const list = await line.asked(() => line.ask(owner, group, text));
    expect(list.asked).toEqual([]);
    expect(list.got.ephemeral).toBe(true);
    expect(read(list.got, lang)).toMatch(lang === 'zh_cn' ? /有 \d+ 场会议符合，是哪一场/ : /\d+ meetings match\. Which one\?/);
    expect(topics(list.got)).toEqual(Array(8).fill('OKR'));
    expect(read(list.got, lang)).toMatch(lang === 'zh_cn' ? /还有 \d 场没有列出/ : /\d more not listed/);
    expect(new Set(buttons(list.got))).toEqual(new Set([label]));
    const { got, asked } = await line.asked(() => answered(() => line.press(owner, list.got, label)));
    expect(asked).toEqual(sent);
    expect(read(got, lang)).toContain(says);
    // The question has been answered, and is gone.
    expect((await line.messages(owner, group)).map((one) => one.message_id)).not.toContain(list.got.message_id);
  });

  it('is answered at once: with the question its asker would have no word left', async () => {
    const which = await line.ask(owner, group, 'OKR延长15分钟');
    const told = await line.outcome(owner, group, which, () => line.press(owner, which, '延长 15 分钟'));
    expect(read(told)).toContain('更新了「OKR」：延长 15 分钟');
    expect(told.ephemeral).toBe(false);
    const count = (await line.messages(owner, group)).length;
    await line.settle();
    await line.advance(60_000);
    await line.settle();
    expect(await line.messages(owner, group)).toHaveLength(count);
  });

  it('in a direct chat the answer takes the place of the question', async () => {
    const direct = line.direct(owner);
    const list = await line.ask(owner, direct, 'OKR延长30分钟');
    const count = (await line.messages(owner, direct)).length;
    await line.press(owner, list, '延长 30 分钟');
    expect(buttons(await line.shows(owner, direct, list.message_id, '更新了「OKR」：延长 30 分钟'))).toEqual([]);
    expect(await line.messages(owner, direct)).toHaveLength(count);
  });

  it('takes the day that was said', async () => {
    const { asked } = await line.asked(() => line.ask(owner, group, '取消 11月29日的OKR'));
    expect(asked).toEqual([['DELETE', null]]);
  });
});
