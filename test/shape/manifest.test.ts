import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPlatform } from '../../src/feishu/api/client.ts';
import { toIncoming } from '../../src/feishu/inbound/events.ts';
import { startSandbox } from '../../src/sandbox/server.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(ROOT, 'app.manifest.json'), 'utf8')) as {
  scopes: { tenant: string[]; user: string[] };
  events: { items: { tenant: string[]; user: string[] } };
  callbacks: { items: string[] };
};

const card = { schema: '2.0' as const, config: { update_multi: true }, body: { elements: [{ tag: 'markdown', content: '周会' }] } };
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** What the bot asks of the platform and hears from it, and which of it comes about with these scopes. */
async function works(scopes: string[]): Promise<string[]> {
  const sandbox = await startSandbox({ scopes, events: manifest.events.items.tenant, webhookUrl: 'http://127.0.0.1:9/' });
  const { appId, appSecret, url: domain } = sandbox;
  const platform = createPlatform({ appId, appSecret, domain, clock: { now: Date.now }, log: silent });
  const { reserves, messages, directory } = platform;
  const post = async (path: string, body: object): Promise<Record<string, string>> =>
    (await fetch(`${domain}/_sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) })).json() as Promise<Record<string, string>>;
  const world = (await (await fetch(`${domain}/_sandbox/world`)).json()) as {
    chats: { chat_id: string; chat_mode: string; members: string[]; bot_in: boolean }[];
  };
  const group = world.chats.find((chat) => chat.chat_mode === 'group')!;
  const direct = world.chats.find((chat) => chat.chat_mode === 'p2p')!;
  const asker = group.members[0]!;
  const place = { chatId: group.chat_id, kind: 'group' as const };
  const said = await post('messages', { as: asker, chat_id: group.chat_id, text: '@会议助手 周会' });
  await post('messages', { as: direct.members[0]!, chat_id: direct.chat_id, text: '周会' });
  await post(`chats/${group.chat_id}/bot`, { as: asker, in: false });
  await post(`chats/${group.chat_id}/bot`, { as: asker, in: true });
  const deliveries = async (): Promise<{ event_type: string; body: unknown }[]> =>
    ((await (await fetch(`${domain}/_sandbox/deliveries?limit=50`)).json()) as { deliveries: { event_type: string; body: unknown }[] })
      .deliveries;
  let id = '';
  let sent = '';
  const calls: Record<string, () => Promise<unknown>> = {
    book: async () => {
      id = (await reserves.apply({ ownerId: asker, endAt: Date.now() + 3_600_000, settings: { topic: '周会' } })).id;
    },
    'change a meeting': () => reserves.update(id, { settings: { topic: '双周会' } }),
    'look at a meeting': () => reserves.get(id),
    'see who is in': () => reserves.active(id),
    'be told what goes on in a meeting': async () => {
      await post('meetings/join', { as: asker, reserve_id: id });
      if (!(await deliveries()).some((event) => event.event_type === 'vc.meeting.join_meeting_v1')) throw new Error('nothing was heard');
    },
    cancel: () => reserves.delete(id),
    reply: async () => {
      sent = (await messages.reply({ messageId: said.message_id!, place }, card, 'key-1')).messageId;
    },
    redraw: () => messages.patch(sent, card),
    'write first': () => messages.send({ openId: asker }, card, 'key-2'),
    'tell one in a group': () => messages.whisper({ chatId: group.chat_id, openId: asker, place: 'group' }, card, 'key-3'),
    'know a chat': () => directory.chat(group.chat_id),
    'know its members': () => directory.members(group.chat_id, 10),
    'be told about groups': () => directory.chats(10),
    "know people's names": async () => {
      if ((await directory.names([asker])).size === 0) throw new Error('no name');
    },
  };
  const done: string[] = [];
  for (const [name, call] of Object.entries(calls))
    if (
      await call().then(
        () => true,
        () => false,
      )
    )
      done.push(name);
  const events = await deliveries();
  const bodies = events.map((event) => JSON.stringify(event.body));
  const told: Record<string, boolean> = {
    'hear a direct chat': bodies.some((body) => body.includes('"chat_type":"p2p"')),
    'hear a group': bodies.some((body) => body.includes('"chat_type":"group"')),
    'hear that it was added': events.some((event) => event.event_type === 'im.chat.member.bot.added_v1'),
    'know the language of a client': bodies.some((body) => body.includes('user_agent')),
  };
  for (const [name, so] of Object.entries(told)) if (so) done.push(name);
  platform.close();
  await sandbox.close();
  return done;
}

const EVERYTHING = [
  ...['book', 'change a meeting', 'look at a meeting', 'see who is in', 'be told what goes on in a meeting', 'cancel', 'reply'],
  ...['redraw', 'write first', 'tell one in a group', 'know a chat', 'know its members', 'be told about groups', "know people's names"],
  ...['hear a direct chat', 'hear a group', 'hear that it was added', 'know the language of a client'],
];

describe('app.manifest.json', () => {
  it('has the shape that the console and the SDK import', () => {
    expect(manifest).toEqual({
      bot: { enable: true },
      scopes: { tenant: expect.any(Array), user: [] },
      events: { items: { tenant: expect.any(Array), user: [] } },
      callbacks: { items: ['card.action.trigger'] },
    });
  });

  it('asks for scopes that are enough for all that the bot does', async () => {
    expect(await works(manifest.scopes.tenant)).toEqual(EVERYTHING);
  });

  it.each(manifest.scopes.tenant)('asks for none that could go: %s is missed', async (scope) => {
    expect(await works(manifest.scopes.tenant.filter((one) => one !== scope))).not.toEqual(EVERYTHING);
  });

  it('subscribes to exactly the events that the bot makes something of', () => {
    const folder = join(ROOT, 'test/fixtures/events');
    const made = new Set<string>();
    for (const name of readdirSync(folder)) {
      const event = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { header?: { event_type?: string; create_time?: string } };
      const type = event.header?.event_type;
      const now = Number((event.header?.create_time ?? '0').slice(0, 13));
      if (type && toIncoming(event, { botOpenId: null, now })) made.add(type);
    }
    expect([...made].sort()).toEqual([...manifest.events.items.tenant, ...manifest.callbacks.items].sort());
  });
});
