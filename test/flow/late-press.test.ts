/** A press that cannot be opened while its presser's client waits: what no toast could say is said afterwards. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { callback } from '../helpers/callback.ts';
import { type ChatMessage, formValues, Line, type Person, read } from '../helpers/line.ts';

/** The bot may think for so long, and the platform takes longer. */
const OPENING = 100;
const SLOW = 400;

let line: Line;
let owner: Person;
let member: Person;
let group: string;

beforeAll(async () => {
  line = await Line.start({ app: { openingMs: OPENING } });
  [owner, member] = [line.person('李娜'), line.person('王芳')];
  group = line.group(owner, member);
});
afterAll(() => line.stop());
afterEach(() => line.post('faults', {}));

const HALF_A_MINUTE = 30_000;

/** Presses while the platform is slow to say what kind of chat this is; the bot does not know. */
async function late(
  as: Person,
  chatId: string,
  on: ChatMessage,
  action: Record<string, unknown>,
  { gathered = false } = {},
): Promise<ChatMessage> {
  await line.restart();
  const store = await openStore(line.config().databaseUrl, line.clock, { beside: true });
  await store.db.tx((sql) => sql.deleteFrom('shared').execute());
  await store.close();
  await line.post('faults', { api: [{ method: 'GET', path: `im/v1/chats/${chatId}$`, mode: 'slow', ms: SLOW }] });
  const before = new Set((await line.messages(as, chatId)).map((message) => message.message_id));
  const answer = await callback(line, { as, chatId, messageId: on.message_id, action });
  expect(answer).toMatchObject({ toast: { type: 'info', content: expect.stringContaining('正在处理') } });
  if (gathered) {
    // What others hear of a change waits for what follows.
    await line.settle();
    await line.advance(HALF_A_MINUTE);
  }
  return line.answer(as, chatId, before, 'what no toast said');
}

it('a wrong form comes back, as typed, with the reason beside its field', async () => {
  const chat = line.direct(owner);
  const form = await line.ask(owner, chat, '约个会');
  const action = { name: 'book__', form_value: { ...formValues(form), topic: '晚到的', password: '12' } };
  const { got, asked } = await line.asked(() => late(owner, chat, form, action));
  expect(asked).toEqual([]);
  expect(read(got, 'zh_cn')).toContain('4–9 位');
  expect(formValues(got)).toMatchObject({ topic: '晚到的', password: '12' });
});

it('a refusal is told to who pressed, and nothing is done', async () => {
  await line.ask(owner, group, '明天下午3点 评审');
  const list = await line.ask(member, group, '本群会议');
  const [, id] = /"act":"cancel","id":"(\w+)"/.exec(JSON.stringify(list.card))!;
  const { got, asked } = await line.asked(() => late(member, group, list, { value: { act: 'cancel', id, sure: true } }));
  expect(asked).toEqual([]);
  expect(got.ephemeral).toBe(true);
  expect(read(got)).toContain('发起人和主持人');
});

it('what may be done is done, and the kind of the chat is asked for once', async () => {
  const list = await line.ask(owner, group, '本群会议');
  const [, id] = /"act":"cancel","id":"(\w+)"/.exec(JSON.stringify(list.card))!;
  const { got, asked } = await line.asked(() => late(owner, group, list, { value: { act: 'cancel', id, sure: true } }, { gathered: true }));
  expect(asked.map(([method]) => method)).toEqual(['DELETE']);
  expect(read(got)).toContain('取消了「评审」');
  await line.post('faults', {});
  const calls = async () => (await line.calls(`im/v1/chats/${group}$`)).length;
  const before = await calls();
  await callback(line, { as: member, chatId: group, messageId: list.message_id, action: { value: { act: 'help' } } });
  expect(await calls()).toBe(before);
});
