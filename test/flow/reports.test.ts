import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { manifest } from '../../src/app/manifest.ts';
import { doctorCommand } from '../../src/cli/doctor.ts';
import { understand } from '../../src/nlu/understand.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import { fixture, seal, signed } from '../feishu/inbound/push.ts';
import { answersAfter, messageEvent, pushEvent } from '../helpers/event.ts';
import { type ChatMessage, Line, type Person, read, START } from '../helpers/line.ts';
import { tellReading } from '../nlu/time/tell.ts';

/** What happened to other bots, from their public issue trackers: what comes in here, and what must go out. */
let line: Line;
let owner: Person;
let member: Person;
let group: string;
let direct: string;

beforeAll(async () => {
  line = await Line.start();
  [owner, member] = [line.person('张伟'), line.person('李娜')];
  group = line.group(owner, member);
  direct = line.direct(owner);
});
afterAll(() => line.stop());
afterEach(() => line.post('faults', {}));

const TYPE = 'im.message.receive_v1';
const ASK = '后天下午3点';
const at = (id: string) => ({ tag: 'at', user_id: id, user_name: '某人' });
const text = (words: string) => ({ tag: 'text', text: words });

let n = 0;
const topicOf = (): string => `登记${n++}`;
const booked = async (topic: string) => (await line.reserves()).filter((one) => one.topic === topic && !one.deleted);

interface Row {
  nth: number;
  what: string;
  type?: string;
  content(topic: string): unknown;
  mentions?: object[];
  message?: Record<string, unknown>;
}

const READ: Row[] = [
  { nth: 4, what: 'rich text', type: 'post', content: (topic) => ({ title: '', content: [[at('@_user_1'), text(` ${ASK} ${topic}`)]] }) },
  {
    nth: 5,
    what: 'rich text wrapped in a locale',
    type: 'post',
    content: (topic) => ({ zh_cn: { title: '', content: [[at('@_user_1'), text(` ${ASK} ${topic}`)]] } }),
  },
  {
    nth: 5,
    what: 'rich text as content_v2 with md',
    type: 'post',
    content: (topic) => ({ title: '', content_v2: [[{ tag: 'md', text: `@_user_1 ${ASK} **${topic}**` }]] }),
  },
  { nth: 6, what: '@all beside our mention', content: (topic) => ({ text: `@_all @_user_1 ${ASK} ${topic}` }) },
  { nth: 13, what: 'no union_id and no user_id', content: (topic) => ({ text: `@_user_1 ${ASK} ${topic}` }) },
];

describe('is read, and booked once', () => {
  it.each(READ)('$nth: $what', async ({ type, content, mentions = [], message = {} }) => {
    const topic = topicOf();
    const event = messageEvent(line, { as: owner, chatId: group, content: content(topic), mentions, message, ...(type ? { type } : {}) });
    const answers = await answersAfter(line, owner, group, () => pushEvent(line, TYPE, event));
    expect(answers).toHaveLength(1);
    expect(await booked(topic)).toHaveLength(1);
    expect(read(answers[0]!)).not.toMatch(/@_user|@_all|<at|\*\*登记/);
  });

  it('1: the same push twenty times, at once and after a restart', async () => {
    const topic = topicOf();
    const event = messageEvent(line, { as: owner, chatId: group, content: { text: `@_user_1 ${ASK} ${topic}` } });
    const copies = () => Promise.all(Array.from({ length: 10 }, () => pushEvent(line, TYPE, event)));
    const answers = await answersAfter(line, owner, group, copies);
    expect(answers).toHaveLength(1);
    await line.restart();
    expect(await answersAfter(line, owner, group, copies)).toEqual([]);
    expect(await booked(topic)).toHaveLength(1);
  });
});

describe('is read as it is meant', () => {
  it.each([
    [21, '下午一点需求评审', 'do book 11-20 13:00 ?date'],
    [22, '一点五小时后开会', 'do book 11-20 11:45'],
    [22, '十一点半到明天早上八点 值班', 'do book 11-20 23:30 – 11-21 08:00 ?date'],
    [23, 'from 5-22 to 5-28', 'ask book 2027-05-22 – 2027-05-28 ?next_year !too_long+too_far'],
    [23, 'book a sync tomorrow 4', 'do book 11-21 16:00 ?afternoon or 04:00'],
    [23, 'book a sync tomorrow 10 pst', 'do book 11-22 02:00 tz=UTC-08:00 ?morning or 14:00'],
    [23, 'July 42nd 3pm review', 'do book !no_such_date'],
    [24, 'book a review tomorrow 11 to 1', 'do book 11-21 11:00–13:00 ?morning or 23:00'],
    [24, 'book a review on 23 of this month 3pm', 'do book 11-23 15:00'],
    [25, 'All flights to Boston were cancelled this morning', 'none help -'],
    [26, '11月23日周一下午3点 评审', 'do book 11-23 15:00'],
    [26, '11月23日周二下午3点 评审', 'ask book 11-23 15:00'],
    [26, 'book a review on Tuesday Nov 23 3pm', 'ask book 11-23 15:00'],
    [26, '明天周日上午10点 复盘', 'ask book 11-21 10:00'],
    [26, '后天... 周六上午10点约个会', 'do book 11-21 10:00'],
  ])('%i: %s', (_, said, means) => {
    const { act, intent } = understand({ text: said, mentions: [], botOpenId: null }, { now: START, zone: 'Asia/Shanghai' });
    expect(`${act} ${intent.want} ${'time' in intent ? tellReading(intent.time) : '-'}`).toBe(means);
  });

  it('26: a date whose weekday is another one is asked about, and the question says which day it is', async () => {
    const topic = topicOf();
    const card = await line.hear(member, line.direct(member), `11月23日周二下午3点 ${topic}`);
    expect(read(card)).toContain('你说的星期和日期对不上');
    expect(read(card, 'en_us')).toContain("don't match");
    expect(await booked(topic)).toEqual([]);
    await line.press(member, card, '约');
    await line.shows(member, line.direct(member), card.message_id, '会议号');
    expect(await booked(topic)).toHaveLength(1);
  });
});

describe('reaches the bot', () => {
  const post = async (body: Buffer, headers: Record<string, string>) =>
    fetch(`${line.app.url}/webhook/event`, { method: 'POST', headers, body: new Uint8Array(body) });

  it('2: the check of its address, inside the envelope that an encrypt key brings', async () => {
    const { encryptKey, verificationToken } = line.sandbox;
    const check = { ...fixture('url-verification'), token: verificationToken };
    const { body, headers } = signed(JSON.stringify({ encrypt: seal(JSON.stringify(check), encryptKey ?? '') }), {
      encryptKey: encryptKey ?? '',
      at: line.clock.now(),
    });
    const answer = await post(body, headers);
    expect([answer.status, await answer.json()]).toEqual([200, { challenge: check.challenge }]);
  });

  it('3: a body that no serialiser would write again as it came', async () => {
    const topic = topicOf();
    const { appId, encryptKey, verificationToken } = line.sandbox;
    const event = messageEvent(line, { as: owner, chatId: group, content: { text: `@_user_1 ${ASK} ${topic}` } });
    const header = {
      event_id: topic,
      event_type: TYPE,
      create_time: String(line.clock.now()),
      token: verificationToken,
      app_id: appId,
      tenant_key: owner.tenant_key,
    };
    const sealed = seal(JSON.stringify({ schema: '2.0', header, event }), encryptKey ?? '').replaceAll('/', '\\/');
    const { body, headers } = signed(`{  "encrypt" :\n"${sealed}" }\n`, { encryptKey: encryptKey ?? '', at: line.clock.now() });
    const answers = await answersAfter(line, owner, group, async () => expect((await post(body, headers)).status).toBe(200));
    expect(answers).toHaveLength(1);
    expect(await booked(topic)).toHaveLength(1);
  });
});

describe('says what it knows', () => {
  it.each([
    ['zh_cn', '约吧'],
    ['en_us', 'yes, book it'],
  ] as const)('16: where presses do not arrive, a sentence answers what was asked (%s)', async (_, yes) => {
    const topic = topicOf();
    await line.ask(member, line.direct(member), `大后天下午3点 ${topic}，行吗？`);
    await line.ask(member, line.direct(member), yes);
    expect(await booked(topic)).toHaveLength(1);
  });

  it('28: one card, which says with what it clashes', async () => {
    const [first, second] = [topicOf(), topicOf()];
    await line.ask(owner, direct, `大后天上午10点到11点 ${first}`);
    const answers = await answersAfter(line, owner, direct, () => line.say(owner, direct, `大后天上午10点半到11点半 ${second}`));
    expect(answers).toHaveLength(1);
    expect(read(answers[0]!)).toContain(`还有「${first}」，时间冲突`);
    expect(await booked(second)).toHaveLength(1);
  });
});

describe('is left alone', () => {
  it.each([
    [6, '@all alone', { text: `@_all ${ASK} 全员` }, []],
    [7, 'the mention of another person', { text: `@_user_2 ${ASK} 别人` }, [{ key: '@_user_2', id: { open_id: 'ou_1' }, name: '别人' }]],
  ] as const)('%i: %s', async (_, __, content, mentions) => {
    const event = messageEvent(line, { as: owner, chatId: group, content, mentions: [...mentions] });
    (event.message as { mentions: unknown[] }).mentions = [...mentions];
    expect(await answersAfter(line, owner, group, () => pushEvent(line, TYPE, event))).toEqual([]);
  });
});

describe('is answered where it was asked', () => {
  it('8: in a thread the answer stays there; 27: in the chat of the question', async () => {
    const topic = topicOf();
    const first = await line.say(member, group, '讨论');
    const thread = { parent_id: first, thread_id: `omt_${'1'.repeat(32)}` };
    await line.settle();
    const asked = await line.say(owner, group, `@${line.world.app.name} ${ASK} ${topic}`, thread);
    const answer = await line.until(
      async () => (await line.messages(owner, group, asked)).find((one) => one.sender.type === 'app'),
      'the card',
    );
    expect(answer.parent_id).toBe(asked);
    expect((answer as ChatMessage & { thread_id?: string }).thread_id).toBeTruthy();
  });

  it('9: what is for one person leaves no thread for the top of the group: it comes directly', async () => {
    const first = await line.say(member, group, '讨论二');
    const thread = { parent_id: first, thread_id: `omt_${'2'.repeat(32)}` };
    const before = (await line.messages(owner, group)).filter((one) => one.sender.type === 'app').length;
    const answers = await answersAfter(line, owner, direct, () =>
      line.say(owner, group, `@${line.world.app.name} 查看 999 888 777`, thread),
    );
    expect(read(answers[0]!)).toContain('没有找到会议号');
    expect((await line.messages(owner, group)).filter((one) => one.sender.type === 'app')).toHaveLength(before);
  });

  it('10: a token that is refused is renewed, and asked with once more', async () => {
    const topic = topicOf();
    await line.post('tokens/revoke', {});
    expect(read(await line.hear(owner, group, `${ASK} ${topic}`))).toContain(topic);
    expect(await booked(topic)).toHaveLength(1);
  });
});

describe('a press', () => {
  const press = async (shape: (ids: { open_id: string; message: string; chat: string }) => Record<string, unknown>, beside = {}) => {
    const card = await line.hear(owner, direct, '帮助');
    const event = shape({ open_id: owner.open_id, message: card.message_id, chat: direct });
    const response = await pushEvent(
      line,
      'card.action.trigger',
      { action: { tag: 'button', value: { act: 'settings' } }, ...event },
      { beside },
    );
    await line.settle();
    return {
      answer: (await response.json()) as { toast?: { content: string } },
      seen: await line.messages(owner, direct, card.message_id),
    };
  };

  it.each([
    [
      '12: the operator nested',
      (o: { open_id: string; message: string; chat: string }) => ({
        operator: { user_id: { open_id: o.open_id } },
        context: { open_message_id: o.message, open_chat_id: o.chat },
      }),
    ],
    [
      '13: no chat id, no user_id',
      (o: { open_id: string; message: string; chat: string }) => ({
        operator: { open_id: o.open_id },
        context: { open_message_id: o.message, open_chat_id: o.chat },
      }),
    ],
  ])('%s: is understood', async (_, shape) => {
    const { answer, seen } = await press(shape);
    expect(answer.toast?.content).toBeTruthy();
    expect(seen.some((one) => read(one).includes('我的设置'))).toBe(true);
  });

  it('12: that cannot be read is answered with a word, never a dead button', async () => {
    const { answer } = await press(() => ({ operator: {}, context: {} }));
    expect(answer.toast?.content).toContain('没认出');
  });
});

/** Held beside what they belong to. */
it.each([
  [11, 'booked', '[231003, '],
  [14, 'trouble', 'card table number over limit'],
  [15, 'companies', 'somebody of another company asks for a meeting'],
  [16, '../cli/doctor-broken', 'a callback that was forgotten'],
  [18, 'card-answer', "describe.each(['card', 'patch']"],
  [19, '../feishu/inbound/long-connection', 'is answered in its acknowledgement'],
  [20, '../feishu/inbound/long-connection', 'notices a dead peer within 90 s'],
])('%i stands in %s', (_, file, test) => {
  expect(readFileSync(join(import.meta.dirname, `${file}.test.ts`), 'utf8')).toContain(test);
});

describe('is told to whoever sets it up', () => {
  it("17: an app of one brand on the other's domain", async () => {
    const other = await startSandbox(manifest());
    let out = '';
    const env = {
      FEISHU_APP_ID: line.sandbox.appId,
      FEISHU_APP_SECRET: line.sandbox.appSecret,
      FEISHU_DOMAIN: other.url,
      FEISHU_TRANSPORT: 'websocket',
      BOT_LANGUAGE: 'zh_cn',
      HOST: '127.0.0.1',
      PORT: '0',
      DATABASE_URL: `file:${join(line.dir, 'doctor.db')}`,
    };
    const code = await doctorCommand(env, {
      stdout: { write: (text: string) => (out += text) },
      now: Date.now,
      node: 'v22.11.0',
      twin: () => line.sandbox.url,
    });
    await other.close();
    expect(code).toBe(1);
    expect(out).toContain(`这个应用不在 ${other.url}，而在 ${line.sandbox.url}`);
    expect(out).toContain(`把 FEISHU_DOMAIN 设为 ${line.sandbox.url}`);
  });
});
