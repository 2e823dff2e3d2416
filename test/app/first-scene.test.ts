import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { SUGGESTIONS } from '../../src/app/first-scene.ts';
import { startWithSandbox } from '../../src/app/start-with-sandbox.ts';
import { createLog } from '../../src/observability/log.ts';
import { readExample } from '../helpers/docs.ts';
import { type ChatMessage, read, until } from '../helpers/line.ts';
import { tempDir } from '../helpers/temp-dir.ts';

interface World {
  people: { open_id: string }[];
  chats: { chat_id: string; chat_mode: string }[];
  suggestions: { zh_cn: string; en_us: string }[];
}

it('is a conversation and a booked card, made by the real line, and made once', async () => {
  const read_ = readConfig({ PORT: '0', SANDBOX_PORT: '0', DATABASE_URL: `file:${join(tempDir('first-scene'), 'bot.db')}` });
  if ('problems' in read_) throw new Error(read_.problems.join('\n'));
  const start = () => startWithSandbox(read_.config, { log: createLog('silent'), scene: true });
  let run = await start();
  onTestFinished(() => run.stop(1000));
  const ask = async <T>(path: string, body?: object): Promise<T> =>
    (await fetch(`${run.url}/_sandbox/${path}`, body && { method: 'POST', body: JSON.stringify(body) })).json() as Promise<T>;
  const { people, chats, suggestions } = await ask<World>('world');
  const me = people[0]!.open_id;
  const group = chats[0]!.chat_id;
  const messages = async (): Promise<ChatMessage[]> =>
    (await ask<{ messages: ChatMessage[] }>(`chats/${group}/messages?as=${me}`)).messages;
  await until(async () => (await messages()).length === 4, 'the scene');
  const [, , asked, card] = await messages();
  expect(asked!.sender.id).toBe(me);
  expect(card!.sender.type).toBe('app');
  expect(read(card!)).toContain('版本评审');

  expect(suggestions).toEqual(SUGGESTIONS);
  expect(suggestions).toHaveLength(3);

  await run.stop(1000);
  const count = (
    await (async () => {
      run = await start();
      return messages();
    })()
  ).length;
  await run.app.idle();
  expect((await messages()).length).toBe(count);
});

it.each(SUGGESTIONS.flatMap(({ zh_cn, en_us }) => [zh_cn, en_us]))('what is suggested is understood: %s', (text) => {
  expect(readExample(text.replace(/^@(会议助手|Meeting Assistant) /, ''))).toMatchObject({ want: expect.stringMatching(/^(book|list)$/) });
});
