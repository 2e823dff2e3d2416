import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { manifest } from '../../src/app/manifest.ts';
import { startApp } from '../../src/app/start-app.ts';
import { howToConnect, sandboxCommand } from '../../src/cli/sandbox.ts';
import { createLog } from '../../src/observability/log.ts';
import { startSandbox } from '../../src/sandbox/server.ts';

/** The port of somebody else, for the length of a test. */
async function taken(): Promise<number> {
  const other = await startSandbox();
  onTestFinished(() => other.close());
  return other.port;
}

it('tells a newcomer what to do in the order in which it works, on the port that was chosen', async () => {
  const sandbox = await startSandbox({ ...manifest(), realTime: true });
  onTestFinished(() => sandbox.close());
  const free = await startSandbox();
  await free.close();
  const said = howToConnect(sandbox, { PORT: String(free.port) });
  expect(said.indexOf('Start the bot')).toBeLessThan(said.indexOf('tell the sandbox'));

  const [, body, address] = /-d '([^']+)' (\S+)/.exec(said)!;
  const tell = () => fetch(address!, { method: 'POST', headers: { 'content-type': 'application/json' }, body: body! });
  const dir = mkdtempSync(join(tmpdir(), 'meeting-bot-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const env = Object.fromEntries([...said.matchAll(/^ {2}([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name!, value!]));
  const read = readConfig({ ...env, HOST: '127.0.0.1', DATABASE_URL: `file:${join(dir, 'bot.db')}` });
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  expect((await tell()).ok).toBe(false);
  const app = await startApp(read.config, { log: createLog('silent') });
  onTestFinished(() => app.stop(1000));
  expect((await tell()).status).toBe(200);
});

it.each([
  [{}, 3000],
  [{ PORT: '' }, 3000],
  [{ PORT: '0' }, 3000],
  [{ PORT: '8080' }, 8080],
])('%j: the address of the bot has port %i', (env, port) => {
  const sandbox = { url: 'http://127.0.0.1:4000', appId: 'cli_a', appSecret: 's', encryptKey: null, verificationToken: null };
  const said = howToConnect(sandbox, env);
  expect(said).toContain(`http://127.0.0.1:${port}/webhook/event`);
  expect(said).toContain(`  PORT=${port}\n`);
});

it('names the variable of a port that is in use or none', async () => {
  const port = await taken();
  await expect(sandboxCommand([], { SANDBOX_PORT: String(port) })).rejects.toThrow(
    `SANDBOX_PORT: port ${port} of 127.0.0.1 is in use. Stop what uses it, or choose another`,
  );
  await expect(sandboxCommand([], { SANDBOX_PORT: 'x' })).rejects.toThrow('SANDBOX_PORT: must be a port number');
});

it('takes the app, the port and the address of the bot from the command line', async () => {
  const bot = createServer((request, response) => {
    request.once('data', (chunk: Buffer) => response.end(JSON.stringify({ challenge: JSON.parse(chunk.toString()).challenge })));
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void bot.close());
  await new Promise((resolve) => bot.once('listening', resolve));
  const webhook = `http://127.0.0.1:${(bot.address() as AddressInfo).port}/`;
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const said = (): string => write.mock.calls.map(([text]) => text).join('');
  try {
    const args = [
      '--port',
      '0',
      '--app-id',
      'cli_0123456789abcdef',
      '--app-secret',
      'hush',
      '--encrypt-key',
      '',
      '--all',
      '--webhook',
      webhook,
    ];
    const ended = sandboxCommand(args, { FEISHU_APP_ID: 'cli_ffffffffffffffff' });
    await vi.waitFor(() => expect(said()).toContain(`Events go to ${webhook}\n`), 5000);
    expect(said()).toMatch(/FEISHU_APP_ID=cli_0123456789abcdef\n {2}FEISHU_APP_SECRET=hush\n {2}FEISHU_ENCRYPT_KEY=\n/);
    const [, url] = /Chat page: (\S+)/.exec(said())!;
    const world = (await (await fetch(`${url}/_sandbox/world`)).json()) as { scopes: string[]; events: unknown; app: object };
    expect(world).toMatchObject({ events: null, app: { webhook_url: webhook } });
    expect(world.scopes).toContain('vc:meeting');
    process.emit('SIGTERM');
    expect(await ended).toBe(0);
  } finally {
    write.mockRestore();
  }
});

it('says what there is to say where an option is none', async () => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await sandboxCommand(['--appid', 'x'], {})).toBe(1);
  expect(write.mock.calls.join()).toMatch(/--appid[\s\S]*Usage: npm run sandbox/);
  write.mockRestore();
});
