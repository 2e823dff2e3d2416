/** Three instances at one PostgreSQL behave as one. */
import { request } from 'node:http';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instances, startInstances } from '../helpers/instances.ts';
import { type ChatMessage, find, read, until } from '../helpers/line.ts';
import { missingPostgres, type Postgres, startPostgres } from '../helpers/postgres.ts';
import { thorough } from '../helpers/thorough.ts';

interface World {
  app: { name: string };
  people: { open_id: string; name: string; tenant_key: string }[];
  chats: { chat_id: string; chat_mode: string; members: string[] }[];
  reserves: { topic: string; meeting_no: string; end_time: number; deleted: boolean }[];
}

describe.skipIf(missingPostgres !== null)(missingPostgres ?? 'three instances', () => {
  let server: Postgres;
  let url: string;
  let bots: Instances;
  let world: World;

  beforeAll(async () => {
    server = await startPostgres();
    url = await server.freshUrl();
    bots = await startInstances(url, 3);
    world = await bots.get<World>('world');
    await until(async () => (await Promise.all(bots.apps.map((app) => app.ready()))).every(({ ok }) => ok), 'all to be ready');
  }, 180_000);
  afterAll(async () => {
    await bots?.stop();
    await server?.stop();
  }, 180_000);

  const person = (name: string) => world.people.find((one) => one.name === name)!;
  const direct = (openId: string) => world.chats.find((chat) => chat.chat_mode === 'p2p' && chat.members.includes(openId))!.chat_id;
  const say = async (as: string, chat: string, text: string): Promise<string> =>
    (await bots.post<{ message_id: string }>('messages', { as, chat_id: chat, text })).message_id;
  const answers = async (as: string, chat: string, asked: string): Promise<ChatMessage[]> =>
    (await bots.get<{ messages: ChatMessage[] }>(`chats/${chat}/messages?as=${as}`)).messages.filter(
      (message) => message.sender.type === 'app' && message.parent_id === asked,
    );
  const reserves = async (topic: string) => (await bots.get<World>('world')).reserves.filter((one) => one.topic === topic && !one.deleted);
  const answered = (as: string, chat: string, asked: string) => until(async () => (await answers(as, chat, asked))[0], 'an answer');
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  it('ask for one token among them', async () => {
    const { calls } = await bots.get<{ calls: { path: string }[] }>('calls?limit=1000&path=tenant_access_token');
    expect(calls).toHaveLength(1);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ data: string }>('select data from shared');
    await client.end();
    expect(rows.map(({ data }) => data).join()).not.toMatch(/\bt-/);
  });

  it('book once and answer once what is pushed to all of them, seven times each', async () => {
    bots.copies = 7;
    const li = person('李娜').open_id;
    const asked = await say(li, direct(li), '后天下午3点 周会');
    expect(read(await answered(li, direct(li), asked))).toContain('会议号');
    await pause(1500);
    bots.copies = 0;
    expect(await answers(li, direct(li), asked)).toHaveLength(1);
    expect(await reserves('周会')).toHaveLength(1);
  });

  it('answer one chat in order, whoever takes what', async () => {
    const li = person('李娜').open_id;
    const asked: string[] = [];
    for (let n = 0; n < 8; n++) {
      asked.push(await say(li, direct(li), `后天上午9点 顺序${n}`));
      // In the order in which they were acknowledged: two that are pushed at once may overtake each other on the wire.
      await until(async () => bots.sandbox.deliver.list(1)[0]?.state === 'ok', 'the acknowledgement');
    }
    for (const one of asked) await answered(li, direct(li), one);
    const { messages } = await bots.get<{ messages: ChatMessage[] }>(`chats/${direct(li)}/messages?as=${li}`);
    const order = messages.filter((one) => one.sender.type === 'app' && asked.includes(one.parent_id ?? '')).map((one) => one.parent_id);
    expect(order).toEqual(asked);
  });

  it('change one meeting one after the other', async () => {
    const [li, wang] = [person('李娜').open_id, person('王芳').open_id];
    const group = world.chats.find((chat) => chat.chat_mode === 'group' && [li, wang].every((one) => chat.members.includes(one)))!.chat_id;
    const { name } = world.app;
    const wangs = person('王芳').name;
    const asked = await say(li, group, `@${name} 后天下午5点 评审，主持人@${wangs}`);
    await answered(li, group, asked);
    const before = (await reserves('评审'))[0]!;
    await bots.post('faults', { api: [{ method: 'PUT', path: 'reserves/', mode: 'slow', ms: 80 }] });
    await Promise.all([
      say(li, direct(li), `${before.meeting_no} 延长15分钟`),
      say(wang, direct(wang), `${before.meeting_no} 延长30分钟`),
      say(li, group, `@${name} ${before.meeting_no} 改名为 复盘`),
    ]);
    const after = await until(
      async () => (await reserves('复盘')).find((one) => one.end_time === before.end_time + 45 * 60_000),
      'all three changes',
      () => bots.logged.slice(-5).join(''),
    );
    await bots.post('faults', {});
    expect(after.meeting_no).toBe(before.meeting_no);
  });

  it('count the platform’s limits together', async () => {
    const { calls } = await bots.get<{ calls: { code: number | null }[] }>('calls?limit=1000&path=');
    expect(calls.filter(({ code }) => code === 99991400)).toEqual([]);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ key: string }>('select key from buckets');
    await client.end();
    expect(rows.map(({ key }) => key)).toEqual(expect.arrayContaining(['vc.reserve.apply', 'im.message.reply']));
  });

  it('leave for a newer version what only that knows', async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const now = Date.now();
    await client.query(
      `insert into jobs (id, lane, kind, due, run_at, payload, created_at, state) values ('x1', 'x', 'of_tomorrow', $1, $1, '{}', $1, 'new')`,
      [now],
    );
    const row = async () =>
      (await client.query<{ state: string; failures: number }>(`select state, failures from jobs where id = 'x1'`)).rows[0]!;
    await until(async () => (await row()).failures > 0, 'somebody to look at it');
    expect((await row()).state).toBe('ready');
    await client.query(`delete from jobs where id = 'x1'`);
    await client.end();
  });

  it('refuse at the door while the server is away, and go on when it is back', async () => {
    const li = person('李娜').open_id;
    await server.crash();
    const status = await until(
      () =>
        new Promise<number>((resolve) => {
          const sent = request(`${bots.apps[0]!.url}/readyz`, (answer) => resolve(answer.resume().statusCode ?? 0));
          sent.on('error', () => resolve(0));
          sent.end();
        }),
      'readyz to answer',
    );
    expect(status).toBe(503);
    const asked = await say(li, direct(li), '后天晚上8点 断线');
    await pause(2000);
    const { deliveries } = await bots.get<{ deliveries: { state: string; attempts: { status: number | null }[] }[] }>('deliveries?limit=1');
    expect(deliveries[0]?.attempts[0]?.status).toBe(503);
    if (thorough) await pause(120_000);
    await server.start();
    await until(async () => (await Promise.all(bots.apps.map((app) => app.ready()))).every(({ ok }) => ok), 'all to be ready again');
    const { deliveries: again } = await bots.get<{ deliveries: { id: string }[] }>('deliveries?limit=1');
    await bots.post(`deliveries/${again[0]!.id}/again`, {});
    expect(find((await answered(li, direct(li), asked)).card, () => true)).not.toBeNull();
    expect(await reserves('断线')).toHaveLength(1);
  }, 240_000);
});
