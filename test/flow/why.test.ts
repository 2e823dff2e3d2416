/** What became of a message, for whoever said it and for administrators; and who did what to a meeting. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { traceCommand } from '../../src/cli/trace.ts';
import { openStore } from '../../src/store/open.ts';
import { type ChatMessage, Line, type Person, read } from '../helpers/line.ts';

let line: Line;
let admin: Person;
let user: Person;
let other: Person;
let group: string;
let asked: string;
let booked: ChatMessage;

/** The question that this answers. */
const saidBefore = async (as: Person, text: string): Promise<string> => {
  const all = await line.messages(as, group);
  return all.findLast((one) => one.text?.includes(text))!.message_id;
};

beforeAll(async () => {
  line = await Line.start({ remind: 10 });
  [admin, user] = [line.person('李娜'), line.person('王芳')];
  group = line.group(admin, user);
  const members = line.world.chats.find((chat) => chat.chat_id === group)!.members;
  other = line.world.people.find((one) => members.includes(one.open_id) && one !== admin && one !== user)!;
  await line.restart({ admins: [admin.open_id] });
  booked = await line.ask(user, group, '明天下午3点到4点 机密项目 密码 4321');
  asked = await saidBefore(user, '机密项目');
});
afterAll(() => line.stop());

describe('为什么 tells what became of a message', () => {
  it.each([
    [
      '为什么',
      'zh_cn',
      [/收到.*local_datetime/, /理解为.*约会议.*开始时间.*密码、主题/, /结果.*约了会议/, /vc\.reserve\.apply` 成功 \d+/, /回答.*会议卡片/],
    ],
    ['怎么回事？', 'zh_cn', [/约了会议/]],
    [
      'why',
      'en_us',
      [/Understood as.*book a meeting.*password, topic/, /Result.*booked/, /vc\.reserve\.apply` fine/, /Answered.*a meeting card/],
    ],
    ['what happened here?', 'en_us', [/booked/]],
  ] as const)('%s, said under the question and under its answer', async (text, lang, told) => {
    for (const parent of [asked, booked.message_id]) {
      const { got, asked: calls } = await line.asked(() => line.ask(user, group, text, { parent_id: parent }));
      expect(calls).toEqual([]);
      expect(got.ephemeral).toBe(true);
      for (const one of told) expect(read(got, lang).replaceAll('\n', ' ')).toMatch(one);
      expect(JSON.stringify(got.card)).not.toMatch(/机密|\b4321\b/);
    }
  });

  it('is for whoever said it, and for administrators', async () => {
    expect(read(await line.ask(other, group, '为什么', { parent_id: asked }))).toContain('只有发的人和管理员');
    const shown = read(await line.ask(admin, group, 'why', { parent_id: asked }), 'en_us');
    expect(shown).toContain('booked');
    expect(shown).toContain(user.open_id);
  });

  it('without a message to reply to, of the last one here', async () => {
    const direct = line.direct(user);
    expect(read(await line.ask(user, direct, '为啥'))).toContain('回复那条消息');
    await line.ask(user, direct, '明天25点开会');
    expect(read(await line.ask(user, direct, '为啥'))).toMatch(/原因.*没有这个钟点/);
  });

  it('names the reason for a refusal, in both languages', async () => {
    await line.ask(other, group, '取消机密项目');
    const refused = await saidBefore(other, '取消机密项目');
    const zh = read(await line.ask(admin, group, '为什么拒绝她', { parent_id: refused })).replaceAll('\n', ' ');
    expect(zh).toMatch(/原因/);
    expect(zh).toContain('什么都没有改动');
    expect(zh).not.toContain('机密');
    expect(read(await line.ask(other, group, 'why was I refused', { parent_id: refused }), 'en_us')).toMatch(/Reason/);
  });

  it('knows nothing of what was not said to the bot', async () => {
    const talk = await line.say(user, group, '大家早');
    expect(read(await line.ask(user, group, '为什么', { parent_id: talk }))).toContain('没有记录');
  });

  it('tells of a press, under its card', async () => {
    expect((await line.press(other, booked, '撤销预约')).toast?.type).toBe('warning');
    await line.settle();
    const shown = read(await line.ask(admin, group, '为什么', { parent_id: booked.message_id }));
    expect(shown).toMatch(/原因[\s\S]*点了按钮 `undo`[\s\S]*什么都没有改动/);
  });

  it('carries one id from the event to the answer in every line of the log', () => {
    const lines = line.logged
      .map((one) => JSON.parse(one) as { event?: string; msg: string; api?: string })
      .filter(({ event }) => event === asked);
    expect(lines.map(({ msg }) => msg)).toEqual(expect.arrayContaining(['event received', 'call', 'event dealt with']));
    expect(lines.some(({ api }) => api === 'vc.reserve.apply')).toBe(true);
    expect(lines.some(({ api }) => api === 'im.message.reply')).toBe(true);
  });
});

describe('npm run trace', () => {
  const run = async (...argv: string[]): Promise<{ code: number; out: string }> => {
    let out = '';
    const env = { DATABASE_URL: line.config().databaseUrl, BOT_LANGUAGE: 'en_us' };
    const code = await traceCommand(argv, env, { stdout: { write: (text: string) => (out += text) }, now: () => line.clock.now() });
    return { code, out };
  };

  it('tells the same beside the running bot, by message and by answer', async () => {
    for (const id of [asked, booked.message_id]) {
      const { code, out } = await run(id);
      expect(code).toBe(0);
      expect(out).toMatch(/Received .*\n.*Understood as {2}book a meeting.*\n.*Result {2}booked\n.*Called .*vc\.reserve\.apply fine/);
      expect(out).toContain(user.open_id);
      expect(out).not.toMatch(/机密|\b4321\b/);
    }
    expect(await run('om_nobody')).toMatchObject({ code: 1, out: expect.stringContaining('Nothing is known') });
    expect(await run()).toMatchObject({ code: 1, out: expect.stringContaining('Usage') });
  });

  it('keeps nothing that anybody wrote', async () => {
    const store = await openStore(line.config().databaseUrl, line.clock, { beside: true });
    const all = await store.traces.since(0, { most: 100 });
    await store.close();
    expect(all.length).toBeGreaterThan(5);
    expect(JSON.stringify(all)).not.toMatch(/机密|\b4321\b/);
    expect(Math.max(...all.map((one) => JSON.stringify(one).length))).toBeLessThan(4000);
  });
});

describe('谁取消的 tells who did what to a meeting', () => {
  it('from its card, or by its number', async () => {
    const no = line.world.reserves.length;
    await line.ask(user, group, '取消机密项目');
    await line.settle();
    const reserves = (await line.get<{ reserves: { meeting_no: string }[] }>('world')).reserves;
    const number = reserves[no]!.meeting_no;
    for (const [text, lang, more] of [
      ['谁取消的', 'zh_cn', { parent_id: booked.message_id }],
      ['who cancelled this', 'en_us', { parent_id: booked.message_id }],
    ] as const) {
      const shown = read(await line.ask(admin, group, text, more), lang);
      expect(shown).toMatch(lang === 'zh_cn' ? /取消了[\s\S]*约了/ : /cancelled it[\s\S]*booked it/);
      expect(shown).toContain(user.open_id);
    }
    expect(read(await line.ask(admin, line.direct(admin), `谁取消了 ${number}`))).toContain('取消了');
    expect(read(await line.ask(other, line.direct(other), '谁取消的'))).toContain('会议号');
  });

  it('is not for whoever has nothing to do with it', async () => {
    const private_ = await line.ask(admin, line.direct(admin), '后天下午3点 面谈');
    const number = /\d{3} \d{3} \d{3}/.exec(read(private_))![0];
    expect(read(await line.ask(other, line.direct(other), `谁约的 ${number}`))).toContain('只有和它有关的人');
  });
});

describe('为什么 under what nobody asked for there', () => {
  beforeAll(async () => {
    await line.ask(user, group, '今天10点40到11点 机密早会');
    await line.advance(20 * 60_000);
    await line.settle();
    await line.ask(user, line.direct(user), '取消机密早会');
    await line.advance(30_000);
    await line.settle();
  });

  it.each([
    ['提醒', '为什么', 'zh_cn', /约了/],
    ['提醒', 'why', 'en_us', /booked it/],
    ['取消了', '为什么', 'zh_cn', /取消了[\s\S]*约了/],
  ] as const)('under what the bot says of itself (%s), tells who did something to the meeting: %s', async (words, text, lang, told) => {
    const said = (await line.messages(user, group)).findLast(
      (one) => one.sender.type === 'app' && !one.ephemeral && read(one).includes(words),
    );
    const shown = read(await line.ask(user, group, text, { parent_id: said!.message_id }), lang);
    expect(shown).toMatch(told);
    expect(shown).toContain(user.open_id);
  });

  it('tells what somebody wanted who may not use the bot', async () => {
    await line.restart({ allowUsers: [user.open_id] });
    await line.ask(other, group, '明天下午3点 机密项目');
    const refused = await saidBefore(other, '机密项目');
    const shown = read(await line.ask(admin, group, '为什么', { parent_id: refused })).replaceAll('\n', ' ');
    await line.restart({ allowUsers: [] });
    expect(shown).toMatch(/原因.*还不能用我.*理解为.*约会议.*开始时间.*什么都没有改动/);
    expect(shown).not.toContain('机密');
  });
});
