/** What could not be done in time is answered, not done, and offered with one tap. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buttons, type ChatMessage, Line, type Person, read } from '../helpers/line.ts';

const MINUTE = 60_000;

let line: Line;
let person: Person;
let chat: string;

beforeAll(async () => {
  line = await Line.start();
  person = line.person('李娜');
  chat = line.direct(person);
});
afterAll(() => line.stop());
afterEach(() => line.post('faults', {}));

const seen = async (): Promise<Set<string>> => new Set((await line.messages(person, chat)).map((message) => message.message_id));
const answers = async (before: Set<string>): Promise<ChatMessage[]> =>
  (await line.messages(person, chat)).filter((message) => message.sender.type === 'app' && !before.has(message.message_id));
const reserved = async (topic: string) => (await line.reserves()).filter((one) => one.topic === topic && !one.deleted);

/** While nothing gets through to the platform; then it heals. */
async function away(ms: number, work: () => Promise<unknown>, code = 10014): Promise<ChatMessage> {
  const before = await seen();
  await line.post('tokens/revoke', {});
  await line.post('faults', { api: [{ path: 'tenant_access_token', mode: 'code', code }] });
  await line.advance(1000);
  await work();
  for (let passed = 0; passed < ms; passed += MINUTE) {
    await line.settle();
    await line.advance(MINUTE);
  }
  expect(await answers(before)).toEqual([]);
  await line.post('faults', {});
  return line.eventually(async () => (await answers(before))[0], 'an answer', 30_000);
}

describe('a platform that was away', () => {
  it('for some minutes: what was asked is done', async () => {
    const card = await away(4 * MINUTE, () => line.say(person, chat, '后天下午3点 短停'));
    expect(read(card)).toContain('会议号');
    expect(await reserved('短停')).toHaveLength(1);
  });

  it.each([
    ['the secret was rotated', 10014],
    ['the bot was switched off', 99991662],
  ])('for longer than ten minutes (%s): nothing is booked, and one tap books it', async (name, code) => {
    const topic = `长停${code}`;
    const card = await away(25 * MINUTE, () => line.say(person, chat, `后天下午3点 ${topic}`), code);
    for (const [lang, words] of [
      ['zh_cn', ['没有做', '要约', topic]],
      ['en_us', ["couldn't be reached", 'not done', topic]],
    ] as const)
      for (const word of words) expect(read(card, lang), name).toContain(word);
    expect(await reserved(topic)).toEqual([]);
    await line.advance(1000);
    await line.press(person, card, buttons(card)[0]!.split('/')[0]!);
    await line.until(async () => (await reserved(topic)).length === 1, 'the booking');
    await line.shows(person, chat, card.message_id, '会议号');
  });

  it('and cancels nothing so late', async () => {
    await line.ask(person, chat, '后天上午9点 留着');
    const card = await away(25 * MINUTE, () => line.say(person, chat, '取消 留着'));
    expect(read(card)).toContain('没有做');
    expect(await reserved('留着')).toHaveLength(1);
    await line.advance(1000);
    await line.press(person, card, buttons(card)[0]!.split('/')[0]!);
    await line.until(async () => (await reserved('留着')).length === 0, 'the cancellation');
  });

  it('and stops no series so late', async () => {
    await line.ask(person, chat, '每周三上午9点 例会');
    const card = await away(25 * MINUTE, () => line.say(person, chat, '例会整个系列停掉'));
    expect(read(card)).toContain('没有做');
    expect(await reserved('例会')).toHaveLength(1);
    await line.advance(1000);
    await line.press(person, card, buttons(card)[0]!.split('/')[0]!);
    await line.until(async () => (await reserved('例会')).length === 0, 'the end of it');
  });

  it('a press that comes too late does nothing; the same button once more does', async () => {
    const card = await line.ask(person, chat, '后天上午10点 按钮晚');
    const end = (await reserved('按钮晚'))[0]!.end_time;
    const late = await away(25 * MINUTE, () => line.press(person, card, '延长 15 分钟'));
    expect(read(late)).toContain('没有做');
    expect((await reserved('按钮晚'))[0]!.end_time).toBe(end);
    await line.press(person, late, '现在做');
    await line.until(async () => (await reserved('按钮晚'))[0]!.end_time === end + 15 * 60_000, 'the extension');
    expect(buttons(await line.shows(person, chat, late.message_id, '延长 15 分钟'))).toEqual([]);
  });

  it('until its start had passed: nothing is booked', async () => {
    const card = await away(6 * MINUTE, () => line.say(person, chat, '4分钟后开会 主题：错过'));
    expect(read(card)).toContain('没有做');
    expect(await reserved('错过')).toEqual([]);
  });

  it('keeps a help that was asked for, however late', async () => {
    const card = await away(90 * MINUTE, () => line.say(person, chat, '帮助'));
    expect(read(card)).toContain('我能帮你做什么');
  });
});

describe('what was begun before it went away', () => {
  it('and reached it: is answered as done, however late', async () => {
    await line.ask(person, chat, '后天上午11点 已办');
    const end = (await reserved('已办'))[0]!.end_time;
    const before = await seen();
    // Done there, and the answer lost; then nothing gets through for half an hour.
    await line.post('faults', { api: [{ method: 'PUT', path: 'reserves/', mode: 'lost' }] });
    await line.advance(1000);
    await line.say(person, chat, '已办 延长30分钟');
    for (let n = 0; n < 25; n++) {
      await line.settle();
      await line.advance(MINUTE);
    }
    await line.post('faults', {});
    await line.eventually(async () => (await answers(before)).find((one) => /延长/.test(read(one))), 'an answer', 30_000);
    expect((await reserved('已办'))[0]!.end_time).toBe(end + 30 * 60_000);
  });

  it('and did not reach it: is not done so late', async () => {
    await line.ask(person, chat, '后天上午8点 未办');
    const end = (await reserved('未办'))[0]!.end_time;
    const before = await seen();
    await line.post('faults', { api: [{ method: 'PUT', path: 'reserves/', mode: 'reset' }] });
    await line.advance(1000);
    await line.say(person, chat, '未办 延长30分钟');
    for (let n = 0; n < 25; n++) {
      await line.settle();
      await line.advance(MINUTE);
    }
    await line.post('faults', {});
    await line.eventually(async () => (await answers(before)).find((one) => /没有做/.test(read(one))), 'an answer', 30_000);
    expect((await reserved('未办'))[0]!.end_time).toBe(end);
  });
});
