import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, startApp } from '../../src/app/start-app.ts';
import { buttons, Line, read } from '../helpers/line.ts';
import { missingPostgres, type Postgres, startPostgres } from '../helpers/postgres.ts';

let line: Line;
let server: Postgres | null = null;
let second: App | null = null;
beforeAll(async () => {
  server = missingPostgres ? null : await startPostgres();
  line = await Line.start(server ? { databaseUrl: await server.freshUrl() } : {});
  // Another instance, heard by nobody: it works at the same store.
  if (server) {
    const { clock } = line.sandbox.platform;
    second = await startApp(line.config(), {
      clock: line.clock,
      timers: { set: (run, ms) => clock.at(clock.now() + ms, () => setImmediate(run)) },
      sleep: async (ms) => clock.advance(Math.ceil(ms)),
      log: line.log(),
    });
    line.beside.push(second);
  }
});
afterAll(async () => {
  await second?.stop(2000);
  await line.stop();
  await server?.stop();
});

const someone = (n: number) => line.colleague(n % 4);
let group: string;
/** A group of its own for each test: nothing runs there. */
beforeEach(async () => {
  const members = [0, 1, 2, 3].map((n) => line.colleague(n).open_id);
  group = (await line.post<{ chat_id: string }>('chats', { as: members[0], name: '现在', members, with_bot: true })).chat_id;
  await line.advance(60_000);
  await line.settle();
});

const booked = async (topic: string) => (await line.reserves()).filter((one) => one.topic === topic);
const call = (n: number, topic: string) => line.say(someone(n), group, `@${line.world.app.name} 现在开会 ${topic} 1小时`);

/** What each of those who asked sees last from the bot. */
async function answers(n: number): Promise<string[]> {
  const all = await Promise.all([0, 1, 2, 3].slice(0, n).map((one) => line.messages(someone(one), group)));
  return all.map((messages) =>
    messages
      .filter((one) => one.sender.type === 'app')
      .map((one) => read(one))
      .join('\n---\n'),
  );
}

describe(`meeting now, in one group${missingPostgres ? '' : ', two instances at one store'}`, () => {
  it('50 at the same moment get one meeting: its card, or a pointer to it', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, n) => call(n, '抢会')));
    const pointed = async () => (await answers(4)).every((seen) => seen.includes('这里已经有一场会「抢会」'));
    for (let n = 0; n < 40 && !(await pointed()); n++) {
      await line.settle();
      await line.advance(1000);
    }
    await line.settle();
    expect(await booked('抢会')).toHaveLength(1);
    for (const seen of await answers(4)) expect(seen).toMatch(/这里已经有一场会「抢会」/);
    expect((await answers(1))[0]).toContain('加入会议');
  });

  it('one more is booked for who says so', async () => {
    await call(0, '第一场');
    await line.settle();
    await line.advance(2000);
    const pointer = await line.hear(someone(1), group, '现在开会 第二场');
    expect(read(pointer)).toContain('加入它，还是另约一场');
    expect(JSON.stringify(pointer.card)).toContain('applink');
    expect(buttons(pointer)).toEqual(['加入会议', '再约一场', '不用']);
    expect(await booked('第二场')).toHaveLength(0);
    await line.press(someone(1), pointer, '再约一场');
    await line.until(async () => (await booked('第二场')).length === 1, 'the second one');
  });

  it('after a lost answer nobody books a second one unasked', async () => {
    await line.post('faults', { api: [{ path: 'reserves/apply', mode: 'lost', times: 1 }] });
    await call(0, '评审会');
    await line.settle();
    await line.advance(2000);
    const told = await line.hear(someone(1), group, '现在开会 评审会');
    expect(read(told)).toContain('不知道约上没有');
    expect(await booked('评审会')).toHaveLength(1);
    await line.post('faults', {});
    await line.press(someone(1), told, '再约一场');
    await line.until(async () => (await booked('评审会')).length === 2, 'the one that was asked for');
  });

  it('of those who waited while the app was refused, one books', async () => {
    const off = { mode: 'code', code: 99991662 };
    await line.post('faults', { api: ['reserves/apply', 'im/v1/', 'ephemeral/'].map((path) => ({ path, ...off })) });
    for (let n = 0; n < 4; n++) await call(n, '都等着');
    // Each steps aside in its turn.
    for (let n = 0; n < 12; n++) {
      await line.settle();
      await line.advance(8000);
    }
    await line.post('faults', {});
    for (let n = 0; n < 30 && !(await answers(4)).every((seen) => seen.includes('都等着')); n++) {
      await line.settle();
      await line.advance(10_000);
    }
    await line.settle();
    expect(await booked('都等着')).toHaveLength(1);
  });

  it('a refusal frees the chat', async () => {
    await line.post('faults', { api: [{ path: 'reserves/apply', mode: 'code', code: 121002, times: 1 }] });
    await call(0, '被拒');
    await line.settle();
    await line.advance(2000);
    await line.post('faults', {});
    await line.hear(someone(1), group, '现在开会 被拒');
    await line.until(async () => (await booked('被拒')).length === 1, 'the second try');
  });
});
