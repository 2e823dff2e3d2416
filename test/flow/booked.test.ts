import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ChatMessage, Line, type Person, read } from '../helpers/line.ts';

/** Whatever becomes of the answer, whoever booked learns that it stands. */
let line: Line;
let person: Person;
let colleague: Person;
let chat: string;
let group: string;

beforeAll(async () => {
  line = await Line.start();
  [person, colleague] = [line.person('李娜'), line.person('王芳')];
  chat = line.direct(person);
  group = line.group(person, colleague);
});
afterAll(() => line.stop());
afterEach(() => line.post('faults', {}));

const REPLY = { method: 'POST', path: '/messages/[^/]+/reply' };
const CREATE = { method: 'POST', path: '/im/v1/messages' };
const refused = (code: number, sub?: number) => ({
  mode: 'code',
  code,
  ...(sub ? { msg: `Failed to create card content, ext=ErrCode: ${sub}; ErrPath: ROOT -> body; ErrMsg: words; ErrorValue: 周会; ` } : {}),
});

const reserved = async (topic: string) => (await line.reserves()).filter((one) => one.topic === topic && !one.deleted);
const textOf = (message: ChatMessage): string => message.text ?? read(message);

/** What this person sees of the bot after that message, in the group or directly. */
async function heard(
  after: string,
  directAfter: string | undefined,
): Promise<{ where: string; text: string; parent: string | undefined }[]> {
  const app = (where: string) => (message: ChatMessage) =>
    message.sender.type === 'app' && !message.deleted ? [{ where, text: textOf(message), parent: message.parent_id }] : [];
  return [
    ...(await line.messages(person, group, after)).flatMap(app('group')),
    ...(await line.messages(person, chat, directAfter)).flatMap(app('direct')),
  ];
}

let n = 0;
async function bookWith(faults: Record<string, unknown>[]): Promise<{ topic: string; asked: string; own: string | undefined }> {
  const topic = `立项${n++}`;
  await line.settle();
  await line.advance(1000);
  const own = await line.newest(person, chat);
  await line.post('faults', { api: faults });
  const asked = await line.say(person, group, `@${line.world.app.name} 后天下午3点 ${topic} 密码 246810`);
  return { topic, asked, own };
}

describe('booked, and the card is refused', () => {
  const CARD: [why: string, fault: Record<string, unknown>][] = [
    ['by the data security check', refused(230028)],
    ['for somebody on it', refused(230099, 100290)],
    ['for its look', refused(230099, 200621)],
    ['as sensitive', refused(230022)],
    ['as too long', refused(230025)],
    ['with a code that nobody documented', refused(987_654)],
  ];

  it.each(CARD)('%s: number and password come as text under the question', async (_, fault) => {
    const { topic, asked, own } = await bookWith([{ ...REPLY, ...fault, times: 1 }]);
    const [answer, ...more] = await line.until(async () => (await heard(asked, own)).length > 0 && heard(asked, own), 'word of it');
    const [reserve] = await reserved(topic);
    expect(more).toEqual([]);
    expect(answer).toMatchObject({ where: 'group', parent: asked });
    expect(answer?.text).toContain('约好了');
    expect(answer?.text.replaceAll(' ', '')).toContain(reserve?.meeting_no);
    expect(answer?.text).toContain('246810');
    expect(answer?.text).not.toMatch(/没有成功|没有约上|再试/);
    expect(await reserved(topic)).toHaveLength(1);
  });

  it('every reply is: it stands in the chat; everything there is: in the direct chat', async () => {
    for (const [faults, where] of [
      [[{ ...REPLY, ...refused(230028) }], 'group'],
      [
        [
          { ...REPLY, ...refused(230028) },
          { ...CREATE, ...refused(230028), times: 1 },
        ],
        'direct',
      ],
    ] as const) {
      const { topic, asked, own } = await bookWith([...faults]);
      const [answer, ...more] = await line.until(async () => (await heard(asked, own)).length > 0 && heard(asked, own), 'word of it');
      expect(more).toEqual([]);
      expect(answer).toMatchObject({ where });
      expect(answer?.text.replaceAll(' ', '')).toContain((await reserved(topic))[0]?.meeting_no);
    }
  });

  it('and so is every other way: the administrator finds it among the dead letters, and the log holds neither number nor password', async () => {
    const logged = line.logged.length;
    const { topic, asked, own } = await bookWith([
      { ...REPLY, ...refused(230028) },
      { ...CREATE, ...refused(230028) },
    ]);
    await line.until(async () => line.logged.slice(logged).some((text) => text.includes('A job failed for good')), 'the end of it');
    expect(await heard(asked, own)).toEqual([]);
    const [reserve] = await reserved(topic);
    expect(reserve).toBeDefined();
    const said = line.logged.slice(logged).join('');
    expect(said).not.toContain('246810');
    expect(said).not.toContain(topic);
  });

  it.each([
    [231003, 'the message is no longer there'],
    [230011, 'the message was recalled'],
  ])('%i, %s: the card stands in the chat by itself', async (code) => {
    const { topic, asked, own } = await bookWith([{ ...REPLY, mode: 'code', code }]);
    const [answer] = await line.until(async () => (await heard(asked, own)).length > 0 && heard(asked, own), 'the card');
    expect(answer).toMatchObject({ where: 'group' });
    expect(answer?.parent).toBeFalsy();
    expect(answer?.text).toContain(topic);
  });

  it('by a platform that stays broken: told as booked when it is given up, never as failed', async () => {
    const { topic, asked, own } = await bookWith([{ ...REPLY, mode: 'code', code: 300000, times: 24 }]);
    const about = async () => (await heard(asked, own)).filter(({ text }) => !text.includes('正在自动重试'));
    const [answer] = await line.eventually(async () => (await about()).length > 0 && about(), 'word of it');
    expect(answer?.text).toMatch(/会议号/);
    for (const { text } of await about()) expect(text).not.toMatch(/没有成功|没有办成|内部出了点问题/);
    expect(await reserved(topic)).toHaveLength(1);
  });
});

describe('changed, and the word of it is refused', () => {
  it('it is said as text, and not as failed', async () => {
    const card = await line.ask(person, group, '后天下午6点 改期会');
    await line.advance(1000);
    await line.post('faults', { api: [{ ...REPLY, ...refused(230099, 100290), times: 1 }] });
    const asked = await line.say(person, group, `@${line.world.app.name} 改期会 改到晚上7点`);
    const own = await line.newest(person, chat);
    const [answer] = await line.until(async () => (await heard(asked, own)).length > 0 && heard(asked, own), 'word of it');
    expect(answer?.text).toContain('更新了「改期会」');
    await line.shows(person, group, card.message_id, '19:00');
  });
});
