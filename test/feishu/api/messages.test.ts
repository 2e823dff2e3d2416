import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { uuidOf } from '../../../src/feishu/api/messages.ts';
import { failure, ok, start } from './scripted.ts';

const REPLY = 'POST /open-apis/im/v1/messages/:id/reply';
const CREATE = 'POST /open-apis/im/v1/messages';
const PATCH = 'PATCH /open-apis/im/v1/messages/:id';
const EPHEMERAL = 'POST /open-apis/ephemeral/v1/send';

const card = { schema: '2.0' as const, body: { elements: [] } };
const group = { chatId: 'oc_1', kind: 'group' as const };
const thread = { ...group, threadId: 'omt_1' };
const sent = ok({ message_id: 'om_sent' });
const content = JSON.stringify(card);

let started: Awaited<ReturnType<typeof start>>;
beforeEach(async () => {
  started = await start();
  started.server.on(REPLY, sent);
  started.server.on(CREATE, sent);
  started.server.on(PATCH, { body: { code: 0, data: {}, msg: 'ok' } });
  started.server.on(EPHEMERAL, { body: { code: 0, data: { message_id: 'om_eph' }, msg: 'ok' } });
});
afterEach(() => started.stop());
const bodies = (route: string) => started.server.to(route).map((one) => one.body);

describe('reply', () => {
  it('answers under the message, in its thread only when it was asked in one', async () => {
    const { messages } = started.platform;
    await expect(messages.reply({ messageId: 'om_asked', place: group }, card, 'k1')).resolves.toEqual({ messageId: 'om_sent' });
    await messages.reply({ messageId: 'om_asked', place: thread }, card, 'k2');
    await messages.replyText({ messageId: 'om_asked', place: group }, '你好 "x"', 'k3');
    expect(started.server.to(REPLY)[0]?.path).toBe('/open-apis/im/v1/messages/om_asked/reply');
    expect(bodies(REPLY)).toEqual([
      { msg_type: 'interactive', content, reply_in_thread: false, uuid: 'k1' },
      { msg_type: 'interactive', content, reply_in_thread: true, uuid: 'k2' },
      { msg_type: 'text', content: '{"text":"你好 \\"x\\""}', reply_in_thread: false, uuid: 'k3' },
    ]);
  });

  it.each([230011, 230019, 230050, 230054, 230110, 230111, 99992354])(
    'goes to the chat when the message is not there any more (%i)',
    async (code) => {
      started.server.on(REPLY, failure(code));
      await expect(started.platform.messages.reply({ messageId: 'om_asked', place: group }, card, 'k')).resolves.toEqual({
        messageId: 'om_sent',
      });
      expect(started.server.to(CREATE)[0]?.query.get('receive_id_type')).toBe('chat_id');
      expect(bodies(CREATE)).toEqual([{ receive_id: 'oc_1', msg_type: 'interactive', content, uuid: 'k' }]);
    },
  );

  it.each([230071, 230072])('leaves the thread where there are none (%i)', async (code) => {
    started.server.on(REPLY, [failure(code), sent]);
    await started.platform.messages.reply({ messageId: 'om_asked', place: thread }, card, 'k');
    expect(bodies(REPLY)).toMatchObject([{ reply_in_thread: true }, { reply_in_thread: false }]);
  });

  it.each([
    [230002, 'stop'],
    [230013, 'stop'],
    [230053, 'stop'],
    [232009, 'stop'],
    [230099, 'tell'],
    [230025, 'tell'],
    [230035, 'tell'],
  ])('gives up after %i', async (code, verdict) => {
    started.server.on(REPLY, failure(code));
    await expect(started.platform.messages.reply({ messageId: 'om_asked', place: group }, card, 'k')).rejects.toMatchObject({
      code,
      verdict,
    });
    expect(started.server.to(REPLY)).toHaveLength(1);
    expect(started.server.to(CREATE)).toHaveLength(0);
  });

  it('waits while the same message is on its way', async () => {
    started.server.on(REPLY, [failure(230049), sent]);
    await expect(started.platform.messages.reply({ messageId: 'om_asked', place: group }, card, 'k')).resolves.toEqual({
      messageId: 'om_sent',
    });
  });
});

describe('send and patch', () => {
  it('sends to a chat or to a person', async () => {
    await started.platform.messages.send({ chatId: 'oc_2' }, card, 'k1');
    await started.platform.messages.send({ openId: 'ou_2' }, card, 'k2');
    expect(started.server.to(CREATE).map((one) => one.query.get('receive_id_type'))).toEqual(['chat_id', 'open_id']);
    expect(bodies(CREATE)).toMatchObject([{ receive_id: 'oc_2' }, { receive_id: 'ou_2' }]);
  });

  it('redraws a card in place', async () => {
    await started.platform.messages.patch('om_card', card);
    expect(started.server.to(PATCH)[0]).toMatchObject({ path: '/open-apis/im/v1/messages/om_card', body: { content } });
  });
});

describe('whisper', () => {
  const to = { chatId: 'oc_1', openId: 'ou_1', place: 'group' as const };

  it('shows the card to one person in the group', async () => {
    await started.platform.messages.whisper(to, card, 'k');
    expect(bodies(EPHEMERAL)).toEqual([{ chat_id: 'oc_1', open_id: 'ou_1', msg_type: 'interactive', card }]);
    expect(started.server.to(CREATE)).toHaveLength(0);
  });

  it('shows the same only once', async () => {
    await started.platform.messages.whisper(to, card, 'k');
    await started.platform.messages.whisper(to, card, 'k');
    await started.platform.messages.whisper(to, card, 'other');
    expect(started.server.to(EPHEMERAL)).toHaveLength(2);
  });

  it.each([10002, 11228, 11206, 18053, 230001, 230002, 230027, 4242])(
    'goes to the person directly when the group refuses it (%i)',
    async (code) => {
      started.server.on(EPHEMERAL, failure(code));
      await started.platform.messages.whisper(to, card, 'k');
      expect(started.server.to(CREATE)[0]?.query.get('receive_id_type')).toBe('open_id');
      expect(bodies(CREATE)).toEqual([{ receive_id: 'ou_1', msg_type: 'interactive', content, uuid: 'k' }]);
    },
  );

  it('is an ordinary message in a direct chat', async () => {
    await started.platform.messages.whisper({ ...to, place: 'direct' }, card, 'k');
    expect(started.server.to(EPHEMERAL)).toHaveLength(0);
    expect(bodies(CREATE)).toMatchObject([{ receive_id: 'oc_1', uuid: 'k' }]);
  });

  it('is not shown twice when the answer is lost: the direct chat says it', async () => {
    started.server.on(EPHEMERAL, { silence: 'reset' });
    await started.platform.messages.whisper(to, card, 'k');
    expect(started.server.to(EPHEMERAL)).toHaveLength(1);
    expect(bodies(CREATE)).toMatchObject([{ receive_id: to.openId, uuid: 'k' }]);
  });
});

describe('over a crash', () => {
  const at = new Map<string, number>();
  const sends = {
    async begin(key: string) {
      const before = at.get(key) ?? null;
      if (before === null) at.set(key, 0);
      return before;
    },
    forget: async (key: string) => void at.delete(key),
  };
  /** A process that remembers what an earlier one noted, so much later. */
  async function later(ms: number) {
    const own = await start({ now: () => ms, sends });
    onTestFinished(() => own.stop());
    own.server.on(CREATE, sent);
    return own;
  }

  it('a whisper that may have been shown is not shown again', async () => {
    at.set('shown:k', 0);
    const { platform, server } = await later(5000);
    await platform.messages.whisper({ chatId: 'oc_1', openId: 'ou_1', place: 'group' }, card, 'k');
    expect([...server.to(EPHEMERAL), ...server.to(CREATE)]).toEqual([]);
  });

  it('an answer is sent again under its uuid for an hour, and then no more', async () => {
    at.set('k', 0);
    const soon = await later(50 * 60_000);
    await soon.platform.messages.send({ chatId: 'oc_1' }, card, 'k');
    expect(soon.server.to(CREATE)).toHaveLength(1);
    const late = await later(70 * 60_000);
    await expect(late.platform.messages.send({ chatId: 'oc_1' }, card, 'k')).rejects.toMatchObject({ verdict: 'stop' });
    expect(late.server.to(CREATE)).toEqual([]);
  });

  it('what was refused counts as not sent', async () => {
    at.clear();
    const { platform, server } = await later(1000);
    server.on(CREATE, failure(230001));
    await expect(platform.messages.send({ chatId: 'oc_1' }, card, 'new')).rejects.toMatchObject({ code: 230001 });
    expect(at.has('new')).toBe(false);
  });
});

describe('the uuid of a key', () => {
  it('is at most 50 characters, always the same, and different for different keys', () => {
    expect(uuidOf('om_1:answer')).toBe('om_1:answer');
    const long = [`${'x'.repeat(60)}1`, `${'x'.repeat(60)}2`, '中文', ''].map(uuidOf);
    expect(new Set(long).size).toBe(4);
    for (const uuid of long) expect(uuid).toMatch(/^[\w-]{1,50}$/);
    expect(uuidOf('x'.repeat(60))).toBe(uuidOf('x'.repeat(60)));
  });
});
