import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { startWithSandbox } from '../src/try.ts';
import { type ChatMessage, read, until } from './helpers/line.ts';

const SECOND = 1000;
const HOUR = 3_600_000;

interface World {
  people: { open_id: string; en_name: string }[];
  chats: { chat_id: string; chat_mode: string; members: string[] }[];
}

describe('with the clock moved in the page', () => {
  const dir = mkdtempSync(join(tmpdir(), 'meeting-bot-'));
  let run: Awaited<ReturnType<typeof startWithSandbox>>;
  let me: string;
  let chat: string;

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

  beforeAll(async () => {
    const parsed = readConfig({ PORT: '0', SANDBOX_PORT: '0', DATABASE_URL: `file:${join(dir, 'bot.db')}`, LOG_LEVEL: 'silent' });
    if ('problems' in parsed) throw new Error(parsed.problems.join('\n'));
    run = await startWithSandbox(parsed.config);
    const world = await control<World>('world');
    me = world.people[0]!.open_id;
    chat = world.chats.find((one) => one.chat_mode === 'p2p' && one.members.includes(me))!.chat_id;
  });

  afterAll(async () => {
    await run?.stop(2000);
    rmSync(dir, { recursive: true, force: true });
  });

  it('cards follow: undo goes after its minute, the number when it is given back', async () => {
    const asked = await say('两小时后 周会 半小时');
    await answer(asked, '撤销预约');
    await pass(61 * SECOND);
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
});
