import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttons, Line, read } from '../helpers/line.ts';

let line: Line;
beforeAll(async () => {
  line = await Line.start();
});
afterAll(() => line.stop());

const seconds = (iso: string) => String(Date.parse(iso) / 1000);
const applies = () => line.calls('reserves/apply');

describe('booking from chat', () => {
  it('books in a group for the person who asked, and answers under the question', async () => {
    const [owner, other] = [line.colleague(0), line.colleague(1)];
    const chat = line.group(owner, other);
    const answer = await line.ask(owner, chat, '明天下午3点到4点半 周会');
    const [apply] = await applies();
    expect(apply?.request).toMatchObject({
      end_time: seconds('2026-11-21T16:30:00+08:00'),
      owner_id: owner.open_id,
      meeting_settings: { topic: '周会', meeting_initial_type: 1 },
    });
    expect(apply?.path).toContain('user_id_type=open_id');
    const [reserve] = await line.reserves();
    const number = reserve?.meeting_no.replace(/(\d{3})(\d{3})(\d{3})/, '$1 $2 $3') ?? '?';
    expect(answer.parent_id).toBeTruthy();
    for (const lang of ['zh_cn', 'en_us'] as const) {
      const seen = read(answer, lang);
      expect(seen).toContain('周会');
      expect(seen).toContain(number);
      if (reserve?.password) expect(seen).toContain(reserve.password);
    }
    expect(read(answer, 'zh_cn')).toContain('加入会议');
    expect(read(answer, 'en_us')).toContain('Join');
    const links = JSON.stringify(answer.card).match(/https:\/\/applink[^"]+/g) ?? [];
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      expect(link).not.toContain('{');
      expect(new URL(link).searchParams.get('id')).toBe(reserve?.id);
      for (const name of ['preview', 'mic', 'speaker', 'camera']) expect(new URL(link).searchParams.get(name)).toMatch(/^[01]$/);
    }
    expect(JSON.stringify(answer.card)).toContain(`millisecond='${Date.parse('2026-11-21T15:00:00+08:00')}'`);
  });

  it.each([
    ['zh', '后天上午10点 评审 45分钟', '评审', '2026-11-22T10:45:00+08:00'],
    ['en', 'tomorrow 3pm for 90 min design review', 'design review', '2026-11-21T16:30:00+08:00'],
    ['en', 'book Monday 9:30-10am standup', 'standup', '2026-11-23T10:00:00+08:00'],
    ['mixed', 'book 明天下午5点 weekly sync 1h', 'weekly sync', '2026-11-21T18:00:00+08:00'],
  ])('books in a direct chat, no mention needed: %s %s', async (_, text, topic, end) => {
    const person = line.colleague(1);
    const before = (await applies()).length;
    const answer = await line.ask(person, line.direct(person), text);
    const calls = await applies();
    expect(calls).toHaveLength(before + 1);
    expect(calls[0]?.request?.end_time).toBe(seconds(end));
    expect(calls[0]?.request?.meeting_settings).toMatchObject({ topic });
    expect(buttons(answer).join()).toContain('Join');
  });

  it.each(['现在开会', 'meet now'])(
    'starts the reserve in the minute of asking, and keeps its length when it is moved: %s',
    async (text) => {
      const person = line.colleague(1);
      const asked = line.clock.now() + 1000;
      const direct = line.direct(person);
      await line.ask(person, direct, text);
      const [apply] = await applies();
      const minute = asked - (asked % 60_000);
      expect(apply?.request?.end_time).toBe(String((minute + 3_600_000) / 1000));
      expect(apply?.request?.meeting_settings).not.toHaveProperty('topic');
      const { asked: calls } = await line.asked(() => line.ask(person, direct, '改到后天上午10点'));
      expect(calls).toEqual([['PUT', { end_time: String(Date.parse('2026-11-22T11:00:00+08:00') / 1000) }]]);
    },
  );

  it('answers a message once however often it is pushed', async () => {
    const person = line.colleague(2);
    const chat = line.direct(person);
    const answer = await line.ask(person, chat, '周一下午2点 一对一');
    const before = (await applies()).length;
    const { deliveries } = await line.get<{ deliveries: { id: string; event_type: string }[] }>('deliveries?limit=5');
    const delivery = deliveries.find((one) => one.event_type === 'im.message.receive_v1');
    await line.post(`deliveries/${delivery?.id}/again`, { times: 20 });
    await line.sandbox.idle();
    const marker = await line.ask(person, chat, 'help');
    const mine = (await line.messages(person, chat)).filter((message) => message.sender.type === 'app');
    expect(mine.map((message) => message.message_id)).toEqual([answer.message_id, marker.message_id]);
    expect(await applies()).toHaveLength(before);
  });

  it('answers what twenty copies at once ask, once', async () => {
    const person = line.colleague(3);
    const chat = line.direct(person);
    await line.post('faults', { deliveries: [{ match: 'im.message.receive_v1', mode: 'duplicate', times: 20 }] });
    const before = (await applies()).length;
    await line.ask(person, chat, '周二下午2点 面谈');
    await line.post('faults', {});
    await line.sandbox.idle();
    await line.ask(person, chat, 'help');
    expect(await applies()).toHaveLength(before + 1);
    expect((await line.messages(person, chat)).filter((message) => message.sender.type === 'app')).toHaveLength(2);
  });
});

describe('when the bot speaks', () => {
  it('stays silent in a group unless its own name is called', async () => {
    const [a, b] = [line.colleague(0), line.colleague(1)];
    const chat = line.group(a, b);
    const before = await line.messages(a, chat);
    await line.say(a, chat, '明天下午3点 周会');
    await line.say(a, chat, `@${b.name} 明天下午3点 周会`);
    await line.say(a, chat, '@所有人 明天下午3点 周会');
    await line.sandbox.idle();
    const answer = await line.ask(a, chat, '帮助');
    const news = (await line.messages(a, chat)).slice(before.length).filter((message) => message.sender.type === 'app');
    expect(news.map((message) => message.message_id)).toEqual([answer.message_id]);
  });

  it.each([
    ['帮助', '我能帮你做什么', 'zh_cn'],
    ['help', 'What I can do', 'en_us'],
    ['你好', '你好', 'zh_cn'],
    ['hi', 'Hi', 'en_us'],
    ['asdf qwer', "didn't get that", 'en_us'],
  ] as const)('helps with %s', async (text, words, lang) => {
    const person = line.colleague(4);
    expect(read(await line.ask(person, line.direct(person), text), lang)).toMatch(new RegExp(words, 'i'));
  });

  it('has a kind sentence for a sticker', async () => {
    const person = line.colleague(4);
    const answer = await line.ask(person, line.direct(person), '', { msg_type: 'sticker', content: { file_key: 'file_1' } });
    expect(read(answer, 'zh_cn')).toContain('文字');
    expect(read(answer, 'en_us')).toMatch(/text/i);
  });

  it('welcomes once when it is added to a group and when its chat is first opened', async () => {
    const person = line.colleague(0);
    const { chat_id } = await line.post<{ chat_id: string }>('chats', {
      as: person.open_id,
      name: '新项目',
      members: [person.open_id, line.colleague(1).open_id],
      with_bot: true,
    });
    const welcome = await line.answer(person, chat_id, new Set(), 'being added');
    expect(read(welcome, 'zh_cn')).toContain('大家好');
    for (let i = 0; i < 3; i++) await line.post(`chats/${line.direct(line.colleague(5))}/open`, { as: line.colleague(5).open_id });
    await line.sandbox.idle();
    const direct = line.direct(line.colleague(5));
    await line.until(async () => (await line.messages(line.colleague(5), direct)).length > 0, 'a welcome');
    expect((await line.messages(line.colleague(5), direct)).filter((message) => message.sender.type === 'app')).toHaveLength(1);
  });

  it('never books in the past or twice in a sentence it did not understand', async () => {
    const person = line.colleague(2);
    const before = (await applies()).length;
    const answer = await line.ask(person, line.direct(person), '2月30日下午3点 开会');
    expect(read(answer, 'zh_cn')).toContain('没有这一天');
    expect(await applies()).toHaveLength(before);
  });
});

describe('the log', () => {
  it('holds no secret and nobody’s words', () => {
    const log = line.logged.join('');
    expect(log.length).toBeGreaterThan(0);
    const { appSecret, encryptKey, verificationToken } = line.sandbox;
    for (const secret of [appSecret, encryptKey, verificationToken, '周会', 'design review']) expect(log).not.toContain(secret);
    expect(log).not.toMatch(/Bearer t-/);
  });
});
