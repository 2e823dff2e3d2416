import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { callback } from '../helpers/callback.ts';
import { buttons, type Call, type ChatMessage, Line, type Person, read, until } from '../helpers/line.ts';

let line: Line;
let person: Person;
let colleague: Person;
let chat: string;
let group: string;

beforeAll(async () => {
  line = await Line.start();
  [person, colleague] = [line.person('李娜'), line.person('王芳')];
  chat = line.direct(person);
  group = line.group(person, colleague, line.person('佐藤遥'));
});
afterAll(() => line.stop());
afterEach(() => line.post('faults', {}));

const applies = async (): Promise<Call[]> => line.calls('reserves/apply');
const reserved = async (topic: string) => (await line.reserves()).filter((one) => one.topic === topic && !one.deleted);
const answersTo = async (as: Person, where: string, before: Set<string>): Promise<ChatMessage[]> =>
  (await line.messages(as, where)).filter((message) => message.sender.type === 'app' && !before.has(message.message_id));
const seen = async (as: Person, where: string): Promise<Set<string>> =>
  new Set((await line.messages(as, where)).map((message) => message.message_id));
const mention = (text: string): string => `@${line.world.app.name} ${text}`;

/** Time goes by, and what falls due is done. */
async function pass(ms: number): Promise<void> {
  await line.advance(ms);
  await line.settle();
}

describe('a platform that is down for a while', () => {
  it.each([
    ['tears connections down', { mode: 'reset' }],
    ['answers 503', { mode: 'status', status: 503 }],
    ['answers with a page of somebody else', { mode: 'garbage', status: 502 }],
  ])(
    '%s: what was asked is answered when it is back',
    async (_, fault) => {
      await line.advance(1000);
      const before = await seen(person, chat);
      const calls = (await line.calls()).length;
      await line.post('faults', { api: [{ path: '/open-apis/', ...fault }] });
      await line.say(person, chat, '帮助');
      for (let n = 0; n < 12; n++) {
        const sofar = (await line.calls()).length;
        await pass(5 * 60_000);
        expect((await line.calls()).length).toBeGreaterThan(sofar);
      }
      expect((await line.calls()).length).toBeGreaterThanOrEqual(calls + 12);
      await line.post('faults', {});
      const answer = await line.eventually(async () => (await answersTo(person, chat, before))[0], 'the answer');
      expect(read(answer)).toContain('我能帮你做什么');
      expect(await answersTo(person, chat, before)).toHaveLength(1);
    },
    60_000,
  );

  it('asks again for a booking that never reached it, and books once', async () => {
    // Connections to the token endpoint fail: nothing was sent that could have booked.
    await line.post('tokens/revoke', {});
    await line.post('faults', { api: [{ path: 'tenant_access_token', mode: 'reset' }] });
    await line.advance(1000);
    const before = await seen(person, chat);
    const booked = (await applies()).length;
    await line.say(person, chat, '后天下午3点 复盘');
    await pass(60_000);
    await pass(2 * 60_000);
    expect(await answersTo(person, chat, before)).toEqual([]);
    await line.post('faults', {});
    const answer = await line.eventually(async () => (await answersTo(person, chat, before))[0], 'the card', 10_000);
    expect(read(answer)).toContain('复盘');
    expect(await reserved('复盘')).toHaveLength(1);
    expect((await applies()).slice(0, -booked || undefined).filter((call) => call.code === 0)).toHaveLength(1);
  }, 180_000);
});

const WAIT = { zh_cn: '正在自动重试', en_us: "I'm retrying" };

describe('what takes long', () => {
  it.each([
    ['fails for now', { mode: 'code', code: 121001 }, '后天下午3点 久等', '久等'],
    ['wants to be left alone for minutes', { mode: 'code', code: 99991400, times: 1, reset: 300 }, 'Sunday 3pm patience', 'patience'],
  ])(
    'is told meanwhile, once, and then done: a booking that %s',
    async (name, fault, text, topic) => {
      await line.post('faults', { api: [{ method: 'POST', path: 'reserves/apply$', ...fault }] });
      await line.advance(1000);
      const before = await seen(person, chat);
      await line.say(person, chat, text);
      const told = await line.eventually(async () => (await answersTo(person, chat, before))[0], `word of it (${name})`, 10_000);
      for (const lang of ['zh_cn', 'en_us'] as const) expect(read(told, lang)).toContain(WAIT[lang]);
      expect(await reserved(topic)).toEqual([]);
      await line.post('faults', {});
      if ('reset' in fault) {
        const asked = (await applies()).length;
        // However long it wants: two minutes at most.
        await pass(100_000);
        await line.ask(colleague, group, '帮助');
        expect((await applies()).length).toBe(asked);
      }
      const card = await line.eventually(async () => (await answersTo(person, chat, before))[1], 'the card', 10_000);
      expect(read(card)).toContain('会议号');
      expect(await reserved(topic)).toHaveLength(1);
      expect(await answersTo(person, chat, before)).toHaveLength(2);
    },
    30_000,
  );

  it.each([
    ['429 without a code', 'POST', 'reserves/apply$', '后天下午3点 无码', { mode: 'status', status: 429 }],
    ['502 and a page of somebody else', 'GET', 'reserves/\\d+$', '查看 #', { mode: 'garbage', status: 502 }],
    ['503', 'PUT', 'reserves/\\d+$', '把 # 延长15分钟', { mode: 'status', status: 503 }],
    ['connections that break', 'PUT', 'reserves/\\d+$', '# 改名为 断线', { mode: 'reset' }],
  ])(
    'is told within seconds whatever shape it has, and once however long it lasts: %s',
    async (_, method, path, text, fault) => {
      await line.ask(person, chat, '后天下午2点 有话');
      const no = (await line.reserves()).at(-1)?.meeting_no ?? '';
      await line.advance(1000);
      await line.post('faults', { api: [{ method, path, ...fault }] });
      const before = await seen(person, chat);
      await line.say(person, chat, text.replace('#', no));
      // Seconds, not minutes: turned one by one.
      for (let n = 0; n < 9; n++) await pass(1000);
      const [told] = await answersTo(person, chat, before);
      expect(told && read(told)).toContain(WAIT.zh_cn);
      for (let n = 0; n < 8; n++) await pass(60_000);
      expect(await answersTo(person, chat, before)).toHaveLength(1);
      await line.post('faults', {});
      await line.eventually(async () => (await answersTo(person, chat, before))[1], 'the answer');
      await line.settle();
      expect(await answersTo(person, chat, before)).toHaveLength(2);
      await line.ask(person, chat, `取消 ${no}`);
    },
    40_000,
  );

  it('is told to the asker alone in a group', async () => {
    await line.post('faults', { api: [{ method: 'POST', path: 'reserves/apply$', mode: 'code', code: 121001 }] });
    await line.advance(1000);
    const before = await seen(person, group);
    const others = await seen(colleague, group);
    await line.say(person, group, mention('后天下午4点 群里久等'));
    const told = await line.eventually(async () => (await answersTo(person, group, before))[0], 'word of it', 10_000);
    expect(told.ephemeral).toBe(true);
    expect(await answersTo(colleague, group, others)).toEqual([]);
    await line.post('faults', {});
    await line.eventually(async () => (await answersTo(colleague, group, others))[0], 'the card', 10_000);
    expect(await reserved('群里久等')).toHaveLength(1);
  }, 180_000);

  it('steps aside for the others of the chat; what corrects it waits with it', async () => {
    const busy = { method: 'POST', path: 'reserves/apply$', mode: 'code', code: 99991400, times: 1, reset: 300 };
    await line.post('faults', { api: [busy] });
    await line.advance(1000);
    await line.say(person, group, mention('后天下午3点 让路会'));
    await line.settle();
    expect(read(await line.ask(colleague, group, '帮助'))).toContain('我能帮你做什么');
    await line.say(person, group, mention('不对，是4点'));
    await line.settle();
    expect(await reserved('让路会')).toEqual([]);
    const ends = async () => (await reserved('让路会')).map((one) => new Date(one.end_time).toISOString().slice(11, 16));
    await line.eventually(async () => (await ends()).join() === '09:00', 'the correction', 20_000);
  }, 180_000);

  it('is told when it was given up: who pressed hears it alone', async () => {
    const card = await line.ask(person, group, '后天下午6点 按钮');
    await line.post('faults', { api: [{ method: 'PUT', path: 'reserves/', mode: 'code', code: 121001 }] });
    const before = await seen(person, group);
    const others = await seen(colleague, group);
    await line.press(person, card, '延长 15 分钟');
    const dead = await line.eventually(
      async () => (await answersTo(person, group, before)).find((one) => read(one).includes('飞书内部出了点问题')),
      'the end of it',
      20_000,
    );
    expect(dead.ephemeral).toBe(true);
    expect(read(dead)).not.toMatch(/121001/);
    expect((await answersTo(colleague, group, others)).filter((one) => read(one).includes('飞书内部'))).toEqual([]);
  }, 180_000);
});

describe('the bot’s own trouble', () => {
  interface Delivery {
    id: string;
    event_type: string;
    state: string;
    attempts: { status: number | null }[];
  }
  const deliveries = async () => (await line.get<{ deliveries: Delivery[] }>('deliveries?limit=8')).deliveries;

  it('a store that takes nothing acknowledges nothing; the platform comes again and is answered, once', async () => {
    await line.advance(1000);
    const before = await seen(person, chat);
    // Somebody else writes to the file and does not let go.
    const other = new Database(join(line.dir, 'bot.db'));
    other.exec('BEGIN IMMEDIATE');
    await line.say(person, chat, '后天下午1点 存不下');
    const refused = await until(async () => {
      const delivery = (await deliveries()).find((one) => one.event_type === 'im.message.receive_v1');
      return delivery?.attempts.length ? delivery : null;
    }, 'a first push');
    expect(refused.attempts[0]?.status).toBe(503);
    expect(refused.state).toBe('retrying');
    other.exec('ROLLBACK');
    other.close();
    expect(await reserved('存不下')).toEqual([]);
    await line.advance(15_000);
    const answer = await line.eventually(async () => (await answersTo(person, chat, before))[0], 'the card');
    expect(read(answer)).toContain('存不下');
    expect(await reserved('存不下')).toHaveLength(1);
  }, 180_000);

  it.each([
    ['six minutes ahead', 6 * 60_000],
    ['nine hours behind', -9 * 3_600_000],
  ])('an event that is %s of our clock is refused and changes nothing; on a right clock it is taken', async (_, skew) => {
    const own = await Line.start();
    onTestFinished(() => own.stop());
    const clock = own.clock.now;
    const booked = async () => (await own.calls('reserves/apply')).length;
    own.clock.now = () => clock() - skew;
    await own.say(person, own.direct(own.person('李娜')), '后天下午2点 错位', { as: own.person('李娜').open_id });
    const pushed = async () => (await own.get<{ deliveries: Delivery[] }>('deliveries?limit=1')).deliveries[0];
    const refused = await own.until(async () => ((await pushed())?.attempts.length ? pushed() : null), 'a push');
    expect(refused?.attempts[0]?.status).toBe(401);
    own.clock.now = clock;
    await own.ask(own.person('王芳'), own.direct(own.person('王芳')), '帮助');
    expect(await booked()).toBe(0);
    await own.post(`deliveries/${refused?.id}/again`, {});
    await own.until(booked, 'the same push on a right clock');
  });

  it('an encrypt key that is changed in the console: what comes before the restart is refused, comes again, and is answered once', async () => {
    const own = await Line.start();
    onTestFinished(() => own.stop());
    const asker = own.person('李娜');
    own.sandbox.platform.app.encryptKey = 'the new key';
    await own.say(asker, own.direct(asker), '后天下午2点 换钥匙');
    const pushed = async () => (await own.get<{ deliveries: Delivery[] }>('deliveries?limit=1')).deliveries[0];
    const refused = await own.until(async () => ((await pushed())?.attempts.length ? pushed() : null), 'a push');
    expect(refused?.attempts[0]?.status).toBe(401);
    await own.restart();
    await own.advance(15_000);
    await own.settle();
    expect((await own.reserves()).filter(({ topic }) => topic === '换钥匙')).toHaveLength(1);
  });

  it('an answer that left before the process ended is not sent once more after an hour: its card is redrawn, what has none is listed', async () => {
    await line.advance(1000);
    const before = await seen(person, chat);
    await line.ask(person, chat, '后天下午2点 早发会');
    await line.ask(person, chat, '帮助');
    const pushed = (await deliveries()).filter((one) => one.event_type === 'im.message.receive_v1').slice(0, 2);
    const said = (await answersTo(person, chat, before)).length;
    await pass(2 * 3_600_000);
    // What the next process finds where this one ended between the answer and its last word to the disk.
    const beside = new Database(join(line.dir, 'bot.db'));
    beside.exec("DELETE FROM jobs WHERE kind = 'incoming'");
    beside.close();
    const logged = line.logged.length;
    for (const { id } of pushed) await line.post(`deliveries/${id}/again`, {});
    const dead = () => line.logged.slice(logged).filter((text) => text.includes('A job failed for good'));
    const dealt = () => line.logged.slice(logged).filter((text) => text.includes('event dealt with'));
    await line.until(async () => dead().length > 0 && dealt().length > 0, 'both to be dealt with');
    await line.settle();
    expect(dead()).toHaveLength(1);
    expect(await answersTo(person, chat, before)).toHaveLength(said);
    await line.ask(person, chat, '取消 早发会');
  });

  it('a restart with work in flight: everything is answered once, and copies of what was answered are nothing new', async () => {
    await line.advance(1000);
    await line.post('faults', { api: [{ path: 'reserves/apply$', mode: 'slow', ms: 150 }] });
    const people = ['李娜', '王芳', '佐藤遥', '张伟', '陈晨'].map((name) => line.person(name));
    const before = await Promise.all(people.map((one) => seen(one, line.direct(one))));
    for (const one of people) await line.say(one, line.direct(one), '后天上午9点 重启');
    await until(async () => (await applies()).some((call) => JSON.stringify(call.request).includes('重启')), 'work under way');
    await line.restart();
    const answers = () => Promise.all(people.map((one, n) => answersTo(one, line.direct(one), before[n]!)));
    await line.until(async () => (await answers()).every((some) => some.length > 0), 'every answer');
    for (const { id, event_type } of await deliveries())
      if (event_type === 'im.message.receive_v1') await line.post(`deliveries/${id}/again`, { times: 3 });
    await line.advance(1000);
    await line.ask(colleague, group, '帮助');
    expect((await answers()).map((some) => some.length)).toEqual(people.map(() => 1));
    expect(await reserved('重启')).toHaveLength(people.length);
  }, 180_000);
});

describe('an apply whose answer is lost', () => {
  const FAULTS = [
    ['done, and the connection broken', { mode: 'lost' }, 1],
    ['broken before anything was done', { mode: 'reset' }, 0],
    ['a gateway in between that gave up', { mode: 'status', status: 504 }, 0],
    ['an answer that is not the platform’s', { mode: 'garbage' }, 0],
  ] as const;

  const lose = async (topic: string, fault: Record<string, unknown>): Promise<ChatMessage> => {
    await line.post('faults', { api: [{ method: 'POST', path: 'reserves/apply$', times: 1, ...fault }] });
    const card = await line.ask(person, group, `后天下午3点 ${topic}`);
    await line.post('faults', {});
    return card;
  };

  it.each(FAULTS)(
    'says so and offers to book again, but never does so by itself: %s',
    async (name, fault, done) => {
      const topic = `迷失${FAULTS.findIndex(([one]) => one === name)}`;
      const before = (await applies()).length;
      const card = await lose(topic, fault);
      expect(read(card, 'zh_cn')).toContain('不确定这场会议约上了没有');
      expect(read(card, 'en_us')).toContain("don't know whether the meeting was booked");
      expect(buttons(card)).toEqual([expect.stringContaining('Book again')]);
      for (let n = 0; n < 4; n++) await pass(10 * 60_000);
      expect((await applies()).length).toBe(before + 1);
      expect(await reserved(topic)).toHaveLength(done);

      // Whoever speaks of it hears that nobody knows, and nothing is done.
      const longer = await line.ask(person, group, `${topic} 延长15分钟`);
      expect(read(longer, 'zh_cn')).toContain(`「${topic}」约上了没有还不清楚`);

      // Somebody else's press: a kind toast and nothing more.
      const others = await seen(colleague, group);
      const bystander = await line.press(colleague, card, 'Book again');
      expect(bystander).toMatchObject({
        code: 0,
        card_replaced: false,
        toast: { type: 'warning', content: expect.stringContaining('发起人') },
      });
      await line.ask(colleague, group, '帮助');
      expect(await answersTo(colleague, group, others)).toHaveLength(1);
      expect((await applies()).length).toBe(before + 1);

      // The asker's own: once, however often it is pressed.
      const mine = await seen(person, group);
      const { toast, card_replaced } = await line.press(person, card, 'Book again');
      expect(toast?.content).toContain('正在预约');
      expect(card_replaced).toBe(true);
      const value = /"act":"retry","id":"([^"]+)"/.exec(JSON.stringify(card.card))?.[1];
      const again = async () =>
        callback(line, { as: person, chatId: group, messageId: card.message_id, action: { value: { act: 'retry', id: value } } });
      await Promise.all(Array.from({ length: 9 }, again));
      // What comes of it stands where the promise stood.
      await line.shows(colleague, group, card.message_id, '会议号');
      expect(read(await line.message(person, group, card.message_id))).toContain(topic);
      await line.ask(person, group, '帮助');
      expect((await applies()).length).toBe(before + 2);
      expect(await reserved(topic)).toHaveLength(done + 1);
      // And is said once: what is new is the answer to the question after it.
      for (const who of [person, colleague])
        expect((await answersTo(who, group, mine)).map((one) => read(one).slice(0, 40))).toHaveLength(1);
    },
    20_000,
  );

  it('can be lost again, and asked for again', async () => {
    const first = await lose('再迷失', { mode: 'reset' });
    await line.post('faults', { api: [{ method: 'POST', path: 'reserves/apply$', times: 1, mode: 'reset' }] });
    const second = await line.outcome(person, group, first, () => line.press(person, first, 'Book again'));
    expect(buttons(second)).toEqual([expect.stringContaining('Book again')]);
    await line.advance(1000);
    await line.press(person, second, 'Book again');
    await line.until(async () => (await reserved('再迷失')).length === 1, 'the booking');
  });

  it('is too late to ask for once the meeting would be over', async () => {
    const card = await lose('过时', { mode: 'reset' });
    await line.advance(4 * 24 * 3_600_000);
    const booked = (await applies()).length;
    const answer = await line.outcome(person, group, card, () => line.press(person, card, 'Book again'));
    expect(read(answer)).toContain('已经过了');
    expect((await applies()).length).toBe(booked);
  });

  it('is not taken for lost when a hanging platform gave no answer to a question', async () => {
    const own = await Line.start({ app: { callTimeoutMs: 300 } });
    onTestFinished(() => own.stop());
    await own.post('faults', { api: [{ method: 'POST', path: 'reserves/apply$', times: 1, mode: 'hang' }] });
    const card = await own.ask(own.person('李娜'), own.group(own.person('李娜'), own.person('王芳')), '后天下午3点 悬空');
    expect(buttons(card)).toEqual([expect.stringContaining('Book again')]);
    expect((await own.reserves()).filter((one) => one.topic === '悬空')).toEqual([]);
    // What only asks is asked again, and who waits hears so within seconds.
    const [who, there] = [own.person('王芳'), own.direct(own.person('王芳'))];
    await own.ask(who, there, '后天下午5点 看看');
    await own.post('faults', { api: [{ method: 'GET', path: 'reserves/\\d+$', mode: 'hang' }] });
    await own.advance(1000);
    const asked = await own.say(who, there, '查看 看看');
    for (let n = 0; n < 9; n++) {
      await own.settle();
      await own.advance(1000);
    }
    await own.settle();
    const told = (await own.messages(who, there, asked)).filter((one) => one.sender.type === 'app');
    expect(told.map((one) => read(one))).toEqual([expect.stringContaining(WAIT.zh_cn)]);
  });
});

describe('limits', () => {
  it.each([
    ['apply, as long as the platform asked', 'reserves/apply$', { mode: 'code', code: 99991400 }],
    ['the answer, per chat', '/messages/[^/]+/reply$', { mode: 'code', code: 230020 }],
  ])('are waited for: %s', async (_, path, fault) => {
    await line.post('faults', { api: [{ method: 'POST', path, times: 1, ...fault }] });
    await line.advance(1000);
    const before = await seen(person, chat);
    await line.say(person, chat, '后天下午5点 限流');
    const answer = await line.until(async () => (await answersTo(person, chat, before))[0], 'the card');
    const [again, refused] = (await line.calls()).filter(
      (call) => call.method === 'POST' && new RegExp(path).test(call.path.split('?')[0]!),
    );
    expect([refused?.code, again?.code]).toEqual([fault.code, 0]);
    expect(again!.at - refused!.at).toBeGreaterThanOrEqual(1000);
    expect(read(answer)).toContain('限流');
    expect(await reserved('限流')).toHaveLength(1);
    await line.ask(person, chat, '取消 限流');
  });
});

describe('meanwhile', () => {
  it('a token is revoked while calls are under way', async () => {
    for (let n = 0; n < 3; n++) {
      await line.post('tokens/revoke', {});
      const answer = await line.ask(person, chat, `后天下午${n + 1}点 令牌${n}`);
      expect(read(answer)).toContain('会议号');
      expect(await reserved(`令牌${n}`)).toHaveLength(1);
    }
    expect((await line.calls()).some((call) => call.code === 99991663)).toBe(true);
  });

  it('the question is recalled before the answer: the answer stands by itself', async () => {
    await line.post('faults', { api: [{ path: 'reserves/apply$', mode: 'slow', ms: 400 }] });
    await line.advance(1000);
    const before = await seen(person, group);
    const asked = await line.say(person, group, mention('后天上午9点 收回'));
    await line.post(`messages/${asked}/recall`, { as: person.open_id });
    const answer = await line.until(async () => (await answersTo(person, group, before))[0], 'the card');
    expect(read(answer)).toContain('收回');
    expect(answer.parent_id).toBeFalsy();
    expect(await reserved('收回')).toHaveLength(1);
  });

  it('the bot is removed from the group: the asker gets the card in private, and it stays right', async () => {
    await line.post('faults', { api: [{ path: 'reserves/apply$', mode: 'slow', ms: 400 }] });
    await line.advance(1000);
    const before = await seen(person, chat);
    await line.say(person, group, mention('后天上午8点 出局'));
    await line.post(`chats/${group}/bot`, { as: colleague.open_id, in: false });
    const card = await line.until(async () => (await answersTo(person, chat, before))[0], 'the card');
    expect(read(card)).toContain('出局');
    await line.press(person, card, '撤销预约');
    await line.until(async () => read(await line.message(person, chat, card.message_id)).includes('会议已取消'), 'the card to follow');
    expect(await reserved('出局')).toEqual([]);
    await line.post(`chats/${group}/bot`, { as: colleague.open_id, in: true });
  });

  it('the card is recalled or its group is gone: the others are still redrawn', async () => {
    const card = await line.ask(person, group, '后天上午7点 两张卡');
    const [reserve] = await reserved('两张卡');
    const second = await line.ask(person, group, `查看 ${reserve?.meeting_no}`);
    const failing = (fault: Record<string, unknown>) =>
      line.post('faults', { api: [{ method: 'PATCH', path: `/messages/${card.message_id}$`, ...fault }] });
    const patches = async () => (await line.calls(`messages/${card.message_id}`)).filter((call) => call.method === 'PATCH').length;

    // Refused for good: once, and not asked again.
    await failing({ mode: 'code', code: 230099 });
    await line.ask(person, group, `${reserve?.meeting_no} 改名为 三张卡`);
    await line.shows(person, group, second.message_id, '三张卡');
    const refused = await patches();
    for (let n = 0; n < 4; n++) await pass(10_000);
    await line.ask(person, chat, '帮助');
    expect(await patches()).toBe(refused);

    // Out of reach: right as soon as it can be reached.
    await failing({ mode: 'status', status: 503 });
    await line.ask(person, group, `取消 ${reserve?.meeting_no}`);
    await line.shows(person, group, second.message_id, '会议已取消');
    await line.post('faults', {});
    await line.eventually(async () => read(await line.message(person, group, card.message_id)).includes('会议已取消'), 'the first card');
  });

  it('somebody has a finger on the card: it is drawn as soon as it is free, and a card that is refused for good is not asked for again', async () => {
    const card = await line.ask(person, group, '后天上午6点 手指');
    const patches = async () => (await line.calls(`messages/${card.message_id}`)).filter((call) => call.method === 'PATCH');
    await line.post(`messages/${card.message_id}/hold`, { as: colleague.open_id, ms: 40_000 });
    await line.ask(person, group, '手指 改名为 松手');
    expect((await patches())[0]?.code).toBe(230099);
    expect(read(await line.message(person, group, card.message_id))).not.toContain('松手');
    for (let n = 0; n < 6; n++) await pass(10_000);
    await line.shows(person, group, card.message_id, '松手');

    const tables = 'Failed to create card content, ext=ErrCode: 11310; ErrMsg: card table number over limit; ErrorValue: table; ';
    await line.post('faults', { api: [{ method: 'PATCH', path: '/messages/', mode: 'code', code: 230099, msg: tables }] });
    await line.ask(person, group, '松手 改名为 两桌');
    await line.settle();
    const tried = (await patches()).length;
    for (let n = 0; n < 6; n++) await pass(10_000);
    expect((await patches()).length).toBe(tried);
    await line.post('faults', {});
    await line.ask(person, group, '取消 两桌');
  });

  it('the clock moves past the life of a token', async () => {
    const tokens = async () => (await line.calls('tenant_access_token')).length;
    const before = await tokens();
    for (let n = 0; n < 2; n++) {
      await line.advance(2 * 3_600_000);
      expect(read(await line.ask(person, chat, '帮助'))).toContain('我能帮你做什么');
    }
    expect(await tokens()).toBe(before + 2);
  });
});

describe('a meeting for this group', () => {
  const listed = (call: Call | undefined): string[] => {
    const settings = call?.request?.meeting_settings as {
      action_permissions: {
        permission: number;
        permission_checkers: { check_field: number; check_mode: number; check_list: string[] }[];
      }[];
    };
    const join = settings.action_permissions.find(({ permission }) => permission === 3);
    expect(join?.permission_checkers).toMatchObject([{ check_field: 1, check_mode: 1 }]);
    return [...(join?.permission_checkers[0]?.check_list ?? [])].sort();
  };
  const membersOf = async (): Promise<string[]> => {
    const { chats } = await line.get<{ chats: { chat_id: string; members: string[] }[] }>('world');
    return [...(chats.find((one) => one.chat_id === group)?.members ?? [])].sort();
  };

  it.each([
    ['仅限本群', '刷新'],
    ['this group only', 'Refresh'],
  ])('lets in who is in it, and follows who comes and goes on Refresh: %s', async (words, refresh) => {
    const card = await line.ask(person, group, `后天上午11点 群内会 ${words}`);
    expect(listed((await applies())[0])).toEqual(await membersOf());
    const [comes, goes] = [line.person('陈晨'), line.person('佐藤遥')];
    await line.post(`chats/${group}`, { add: [comes.open_id], remove: [goes.open_id] });
    const updates = async () => (await line.calls('reserves/')).filter((call) => call.method === 'PUT');
    const before = (await updates()).length;
    await line.press(colleague, card, refresh);
    await line.until(async () => (await updates()).length > before, 'the new list');
    const [update] = await updates();
    expect(listed(update)).toEqual(await membersOf());
    expect(listed(update)).toContain(comes.open_id);
    expect(listed(update)).not.toContain(goes.open_id);
    // Nothing else is touched.
    expect(Object.keys(update?.request ?? {})).toEqual(['meeting_settings']);
    expect(Object.keys(update?.request?.meeting_settings as object)).toEqual(['action_permissions']);
    await line.post(`chats/${group}`, { add: [goes.open_id], remove: [comes.open_id] });
    await line.ask(person, group, '取消 群内会');
  });

  it('keeps the owner and hosts on the list when they leave the group, and sends no list that is the same', async () => {
    const card = await line.ask(person, group, `后天上午11点 主持会 主持人@${colleague.name}，仅限本群`);
    const updates = async () => (await line.calls('reserves/')).filter((call) => call.method === 'PUT');
    const before = (await updates()).length;
    const comes = line.person('陈晨');
    await line.post(`chats/${group}`, { remove: [colleague.open_id] });
    await line.press(person, card, '刷新');
    await line.ask(person, group, '帮助');
    expect((await updates()).length).toBe(before);
    await line.post(`chats/${group}`, { add: [comes.open_id] });
    await line.press(person, card, '刷新');
    await line.until(async () => (await updates()).length > before, 'the new list');
    expect(listed((await updates())[0])).toEqual(expect.arrayContaining([person.open_id, colleague.open_id, comes.open_id]));
    await line.post(`chats/${group}`, { add: [colleague.open_id], remove: [comes.open_id] });
  });
});
