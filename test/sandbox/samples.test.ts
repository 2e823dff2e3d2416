import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { freePort } from '../helpers/free-port.ts';
import { controls, type Loose } from './start.ts';

/** The echo samples of the SDK's own README run as they stand there, but for what every reader fills in. */

const README = readFileSync(join(dirname(createRequire(import.meta.url).resolve('@larksuiteoapi/node-sdk')), '../README.md'), 'utf8');

/** The code block that holds all of these words. */
const sample = (...words: string[]): string => {
  const found = [...README.matchAll(/```(?:typescript|javascript)\n([\s\S]*?)```/g)].find(([, code]) =>
    words.every((word) => code!.includes(word)),
  );
  return found?.[1] ?? expect.unreachable(`no sample with ${words.join(' and ')}`);
};

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    }).on('error', () => resolve(false));
  });

function run(code: string): void {
  const file = join(import.meta.dirname, `.sample-${Math.random().toString(36).slice(2)}.mjs`);
  writeFileSync(file, code);
  const child = spawn(process.execPath, [file], { stdio: 'ignore' });
  closers.push(() => {
    child.kill('SIGKILL');
    rmSync(file, { force: true });
  });
}

async function echoed(sandbox: Sandbox): Promise<Loose[]> {
  const control = controls(sandbox);
  const world = await control.world();
  const [me] = world.people;
  const chat = world.chats.find((one: Loose) => one.chat_mode === 'p2p' && one.members.includes(me.open_id));
  await control.post('/messages', { as: me.open_id, chat_id: chat.chat_id, text: '你好' });
  let answers: Loose[] = [];
  await expect
    .poll(
      async () => {
        const { messages } = await control.get(`/chats/${chat.chat_id}/messages?as=${me.open_id}`);
        answers = messages.filter((message: Loose) => message.sender.type === 'app');
        return answers.length;
      },
      { timeout: 60_000 },
    )
    .toBe(1);
  return answers;
}

it('over the long connection', async () => {
  const sandbox = await startSandbox();
  closers.push(() => sandbox.close());
  const code = sample('new Lark.WSClient', 'wsClient.start');
  const own = `appId: '${sandbox.appId}', domain: '${sandbox.url}'`;
  run(code.replace("appId: 'xxx'", own).replace("appSecret: 'xxx'", `appSecret: '${sandbox.appSecret}'`));
  await expect.poll(async () => (await controls(sandbox).get('/connections')).connections.length, { timeout: 60_000 }).toBe(1);
  const [answer] = await echoed(sandbox);
  expect(JSON.stringify(answer.card)).toContain('reply： 你好');
});

it('over the webhook', async () => {
  const sandbox = await startSandbox();
  closers.push(() => sandbox.close());
  const port = await freePort();
  const code = sample('adaptDefault', "import http from 'http'", 'server.listen(3000)');
  const client = `const client = new lark.Client({ appId: '${sandbox.appId}', appSecret: '${sandbox.appSecret}', domain: '${sandbox.url}' });\n`;
  const filled = code.replace("'encrypt key'", `'${sandbox.encryptKey}'`).replace('listen(3000)', `listen(${port})`);
  run(filled.replace('const eventDispatcher', `${client}const eventDispatcher`));
  // The sample has no address check of its own: its address is set as in a console that has verified it before.
  await expect.poll(() => listens(port), { timeout: 60_000 }).toBe(true);
  sandbox.platform.app.webhookUrl = `http://127.0.0.1:${port}/webhook/event`;
  const [answer] = await echoed(sandbox);
  expect(answer.text).toBe('hello world');
});
