import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { listenProblem } from '../../src/app/listen-problem.ts';
import { startWithSandbox } from '../../src/app/start-with-sandbox.ts';
import { createLog } from '../../src/observability/log.ts';
import { type ChatMessage, read, until } from '../helpers/line.ts';

const SECOND = 1000;
const HOUR = 3_600_000;

interface World {
  people: { open_id: string; en_name: string }[];
  chats: { chat_id: string; chat_mode: string; members: string[] }[];
}

describe('with the clock moved in the page', () => {
  const dir = mkdtempSync(join(tmpdir(), 'meeting-bot-'));
  const logged: string[] = [];
  let run: Awaited<ReturnType<typeof startWithSandbox>>;
  let me: string;
  let chat: string;

  const start = async (): Promise<void> => {
    const parsed = readConfig({ PORT: '0', SANDBOX_PORT: '0', DATABASE_URL: `file:${join(dir, 'bot.db')}` });
    if ('problems' in parsed) throw new Error(parsed.problems.join('\n'));
    run = await startWithSandbox(parsed.config, { log: createLog('info', { write: (line) => logged.push(line) }) });
    const world = await control<World>('world');
    me = world.people[0]!.open_id;
    chat = world.chats.find((one) => one.chat_mode === 'p2p' && one.members.includes(me))!.chat_id;
  };

  const control = async <T>(path: string, body?: unknown): Promise<T> => {
    const sent = body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {};
    return (await fetch(`${run.url}/_sandbox/${path}`, sent)).json() as Promise<T>;
  };
  const pass = (ms: number) => control('clock', { advance_ms: ms });
  const say = async (text: string): Promise<string> =>
    (await control<{ message_id: string }>('messages', { as: me, chat_id: chat, text })).message_id;
  /** The answer to a message, once it says this. */
  const answer = (to: string, words: string): Promise<ChatMessage> => {
    let last = '';
    return until(
      async () => {
        const { messages } = await control<{ messages: ChatMessage[] }>(`chats/${chat}/messages?as=${me}`);
        const found = messages.find((message) => message.parent_id === to && message.sender.type === 'app');
        last = found ? read(found, 'zh_cn') : '';
        return last.includes(words) ? found : null;
      },
      `an answer that says ${words}`,
      () => last,
    );
  };

  const metric = async (name: string): Promise<number> =>
    Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(await (await fetch(`${run.app.url}/metrics`)).text())?.[1]);

  beforeAll(start);

  afterAll(async () => {
    await run?.stop(2000);
    rmSync(dir, { recursive: true, force: true });
  });

  it('keeps people, chats and messages over a restart, a reset apart, and says at its own port where to chat', async () => {
    const asked = await say('两小时后 周会 半小时');
    await answer(asked, '周会');
    const before = [me, chat];
    await pass(3 * SECOND);
    const { now } = await control<{ now: number }>('world');
    await run.stop(2000);
    await start();
    expect([me, chat]).toEqual(before);
    expect((await control<{ now: number }>('world')).now).toBeGreaterThanOrEqual(now);
    await answer(asked, '周会');
    await answer(await say('我的会议'), '周会');
    expect(await (await fetch(run.app.url)).text()).toBe(`The meeting bot runs here. Chat with it at ${run.url}\n`);
    await control('reset', {});
    await run.stop(2000);
    await start();
    expect(me).not.toBe(before[0]);
  });

  it('cards follow: undo goes after its five minutes, the number when it is given back', async () => {
    const asked = await say('两小时后 周会 半小时');
    await answer(asked, '撤销预约');
    await pass(301 * SECOND);
    expect(read(await answer(asked, '取消会议'), 'zh_cn')).not.toContain('撤销预约');
    await pass(3 * HOUR);
    await answer(asked, '已结束');
  });

  it('messages are heard and answered as before, on the day that the page shows', async () => {
    await pass(50 * HOUR);
    const { now } = await control<{ now: number }>('world');
    const tomorrow = new Date(now + 24 * HOUR).toLocaleDateString('zh-CN', { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric' });
    await answer(await say('明天下午3点 周会'), tomorrow);
    const { deliveries } = await control<{ deliveries: { state: string }[] }>('deliveries?limit=100');
    expect(new Set(deliveries.map((one) => one.state))).toEqual(new Set(['ok']));
  });

  it('a start on the store of a sandbox that is gone is quiet, and what lay in it comes to its end', async () => {
    for (const topic of ['周会', '评审', '站会']) await answer(await say(`四小时后 ${topic}`), topic);
    expect(await metric('feishu_bot_jobs_scheduled')).toBeGreaterThanOrEqual(6);
    await run.stop(2000);
    logged.length = 0;
    await start();
    // Undo, the start, the end and the number's end of each: all of it falls due at once, for messages that nobody has.
    await pass(61 * SECOND);
    await pass(120 * HOUR);
    await until(
      async () => (await metric('feishu_bot_queue_depth')) + (await metric('feishu_bot_jobs_scheduled')) === 0,
      'nothing to be left',
      () => logged.join(''),
    );
    await answer(await say('两小时后 复盘'), '复盘');
    expect(logged.filter((line) => /"level":"(warn|error)"/.test(line))).toEqual([]);
    expect(await metric('feishu_bot_dead_letters')).toBe(0);
  });
});

describe('a place that cannot be listened at', () => {
  const dir = mkdtempSync(join(tmpdir(), 'meeting-bot-'));
  const other = createServer();
  let port: number;

  beforeAll(async () => {
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    port = (other.address() as AddressInfo).port;
  });
  afterAll(async () => {
    await new Promise((resolve) => other.close(resolve));
    rmSync(dir, { recursive: true, force: true });
  });

  it.each<[string, () => Record<string, string>, RegExp]>([
    [
      'PORT in use',
      () => ({ PORT: `${port}`, SANDBOX_PORT: '0' }),
      /^PORT: port \d+ of 127\.0\.0\.1 is in use\. Stop what uses it, or choose another/,
    ],
    ['SANDBOX_PORT in use', () => ({ PORT: '0', SANDBOX_PORT: `${port}` }), /^SANDBOX_PORT: port \d+ of 127\.0\.0\.1 is in use\./],
    [
      'HOST of another machine',
      () => ({ PORT: '0', SANDBOX_PORT: '0', HOST: '192.0.2.1' }),
      /^HOST: 192\.0\.2\.1 is no address of this machine\./,
    ],
  ])('%s: is said with the variable to change', async (_, env, words) => {
    const parsed = readConfig({ ...env(), DATABASE_URL: `file:${join(dir, 'bot.db')}`, LOG_LEVEL: 'silent' });
    if ('problems' in parsed) throw new Error(parsed.problems.join('\n'));
    await expect(startWithSandbox(parsed.config)).rejects.toThrow(words);
  });

  it('a port for administrators only is said as such', () => {
    const denied = Object.assign(new Error('listen EACCES: permission denied 0.0.0.0:80'), { code: 'EACCES' });
    expect(listenProblem(denied, { host: '0.0.0.0', hostFrom: 'HOST', port: 80, portFrom: 'PORT' })).toMatchObject({
      message: expect.stringMatching(/^PORT: port 80 may not be used by this user\. Choose one from 1024/),
    });
  });
});
