import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
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
  await expect(sandboxCommand({ SANDBOX_PORT: String(port) })).rejects.toThrow(
    `SANDBOX_PORT: port ${port} of 127.0.0.1 is in use. Stop what uses it, or choose another`,
  );
  await expect(sandboxCommand({ SANDBOX_PORT: 'x' })).rejects.toThrow('SANDBOX_PORT: must be a port number');
});
