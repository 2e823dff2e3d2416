import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPlatform, type Platform } from '../../../src/feishu/api/client.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';

interface World {
  people: { open_id: string; name: string; en_name: string }[];
  chats: { chat_id: string; name: string; chat_mode: string; members: string[] }[];
  reserves: { id: string; meeting_no: string; owner_id: string; topic: string; password: string | null; deleted: boolean }[];
}

const card = (text: string) => ({
  schema: '2.0' as const,
  config: { update_multi: true },
  body: { elements: [{ tag: 'markdown', content: text }] },
});

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let platform: Platform;
let world: World;
let group: World['chats'][number];
let asker: string;

const control = async (path: string, body?: object): Promise<unknown> => {
  const answer = await fetch(
    `${sandbox.url}/_sandbox/${path}`,
    body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  );
  expect(answer.status).toBe(200);
  return answer.json();
};
const look = async (): Promise<World> => (await control('world')) as World;
const shown = async (as: string, chat = group.chat_id) =>
  (
    (await control(`chats/${chat}/messages?as=${as}`)) as {
      messages: { message_id: string; ephemeral: boolean; parent_id?: string; card?: unknown }[];
    }
  ).messages;
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

beforeEach(async () => {
  sandbox = await startSandbox();
  platform = createPlatform({
    appId: sandbox.appId,
    appSecret: sandbox.appSecret,
    domain: sandbox.url,
    clock: { now: Date.now },
    log: silent,
    timeoutMs: 1000,
  });
  world = await look();
  group = world.chats.find((chat) => chat.chat_mode === 'group')!;
  asker = group.members[0]!;
});
afterEach(async () => {
  platform.close();
  await sandbox.close();
});

const request = () => ({ ownerId: asker, endAt: Date.now() + 3_600_000, settings: { topic: '周会', password: '971024' } });

describe('the platform client on the sandbox', () => {
  it('walks a reserve through its life', async () => {
    await platform.ready();
    const made = await platform.reserves.apply(request());
    expect(made.meetingNo).toMatch(/^\d{9}$/);
    expect(made.password).toBe('971024');
    expect(made.appLink).toContain('{?}');
    const until = Date.now() + 7_200_000;
    expect((await platform.reserves.update(made.id, { endAt: until, settings: { topic: '双周会' } })).endAt).toBe(
      Math.floor(until / 1000) * 1000,
    );
    expect(await platform.reserves.get(made.id)).toMatchObject({
      id: made.id,
      expired: false,
      ownerId: asker,
      settings: { topic: '双周会' },
    });
    expect(await platform.reserves.active(made.id)).toBeNull();
    await control('meetings/join', { as: asker, meeting_no: made.meetingNo, password: '971024' });
    expect(await platform.reserves.active(made.id)).toMatchObject({
      status: 'in_progress',
      participants: [{ id: asker, status: 'in_meeting' }],
    });
    await platform.reserves.delete(made.id);
    await expect(platform.reserves.get(made.id)).rejects.toMatchObject({ code: 121004, verdict: 'tell' });
  });

  it('replies, repeats nothing, redraws and whispers', async () => {
    const { message_id: asked } = (await control('messages', { as: asker, chat_id: group.chat_id, text: 'hello' })) as {
      message_id: string;
    };
    const to = { messageId: asked, place: { chatId: group.chat_id, kind: 'group' as const } };
    const first = await platform.messages.reply(to, card('one'), 'key-1');
    expect(await platform.messages.reply(to, card('one'), 'key-1')).toEqual(first);
    await platform.messages.patch(first.messageId, card('two'));
    await platform.messages.whisper({ chatId: group.chat_id, openId: asker, place: 'group' }, card('for you'), 'key-2');
    const mine = await shown(asker);
    expect(mine.filter((one) => one.parent_id === asked)).toHaveLength(1);
    expect(JSON.stringify(mine.find((one) => one.message_id === first.messageId)?.card)).toContain('two');
    expect(mine.filter((one) => one.ephemeral)).toHaveLength(1);
    expect((await shown(group.members[1]!)).filter((one) => one.ephemeral)).toHaveLength(0);
    await control(`messages/${asked}/recall`, { as: asker });
    const fallback = await platform.messages.reply(to, card('still there'), 'key-3');
    expect((await shown(asker)).find((one) => one.message_id === fallback.messageId)?.parent_id).toBeUndefined();
  });

  it('knows who and where', async () => {
    expect(await platform.directory.bot()).toMatchObject({ openId: sandbox.botOpenId });
    expect(await platform.directory.chat(group.chat_id)).toEqual({ name: group.name, mode: 'group' });
    expect((await platform.directory.members(group.chat_id, 100)).ids.sort()).toEqual([...group.members].sort());
    expect(await platform.directory.isMember(group.chat_id)).toBe(true);
    expect((await platform.directory.chats(100)).map((chat) => chat.chatId)).toContain(group.chat_id);
    const person = world.people.find((one) => one.open_id === asker)!;
    expect((await platform.directory.names([asker])).get(asker)).toEqual({ zh_cn: person.name, en_us: person.en_name });
    await control('scopes', { revoke: ['contact:user.basic_profile:readonly'] });
    expect((await platform.directory.names([group.members[1]!])).size).toBe(0);
  });

  it('goes on when its token is revoked', async () => {
    await platform.ready();
    await control('tokens/revoke', {});
    const all = await Promise.all(Array.from({ length: 20 }, () => platform.directory.isMember(group.chat_id)));
    expect(all.every(Boolean)).toBe(true);
  });

  it('names the scope that is missing and its link', async () => {
    await control('scopes', { revoke: ['vc:reserve'] });
    const error = await platform.reserves.apply(request()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 99991672,
      verdict: 'tell',
      scope: { names: ['vc:reserve'], link: expect.stringContaining('vc:reserve') },
    });
  });

  it.each(['lost', 'hang', 'reset', 'garbage', 'status'] as const)('never books twice when the answer is %s', async (mode) => {
    await control('faults', {
      api: [{ method: 'POST', path: 'reserves/apply', mode, times: 1, ...(mode === 'status' ? { status: 502 } : {}) }],
    });
    await expect(platform.reserves.apply(request())).rejects.toMatchObject({ verdict: 'lost' });
    expect((await look()).reserves.length).toBeLessThanOrEqual(1);
  });

  it('stays under the limit of a chat', async () => {
    const sent = await Promise.all(
      Array.from({ length: 11 }, (_, n) => platform.messages.send({ chatId: group.chat_id }, card(`${n}`), `n${n}`)),
    );
    expect(new Set(sent.map((one) => one.messageId)).size).toBe(11);
    const calls = (await control('calls?limit=100')) as { calls: { code: number | null; path: string }[] };
    expect(calls.calls.filter((one) => one.code === 230020)).toEqual([]);
  });
});
