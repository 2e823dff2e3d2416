/** What a newcomer does, on an empty folder: how long until the first card, and does what is shipped run by itself. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ROOT } from '../helpers/docs.ts';
import { until } from '../helpers/line.ts';
import { tempDir } from '../helpers/temp-dir.ts';
import { thorough } from '../helpers/thorough.ts';

const SECOND = 1000;
const FIRST_CARD_MS = 60 * SECOND;

const asNewcomer = { ...process.env, NODE_ENV: '', PORT: '0', SANDBOX_PORT: '0', FEISHU_APP_ID: '' };

function started(
  command: string,
  args: string[],
  cwd: string,
  env: Record<string, string | undefined>,
): { child: ChildProcess; said(): string } {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  onTestFinished(() => {
    try {
      process.kill(-child.pid!, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  });
  let said = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (chunk: Buffer) => {
      said += String(chunk);
    });
  return { child, said: () => said };
}

if (thorough)
  it('git clone, npm install, npm start: the first card is there within a minute; pruned, it runs by itself', async () => {
    const home = join(tempDir('clone'), 'bot');
    const begun = Date.now();
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${ROOT}`, home]);
    const cloned = Date.now();
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent'], { cwd: home, env: asNewcomer });
    const installed = Date.now();
    const bot = started('npm', ['start'], home, asNewcomer);
    const url = await until(async () => /Open (http:\S+)/.exec(bot.said())?.[1], 'the page', bot.said);
    const opened = Date.now();
    const ask = async (path: string) => (await fetch(`${url}/_sandbox/${path}`)).json() as Promise<never>;
    const { people, chats } = (await ask('world')) as { people: { open_id: string }[]; chats: { chat_id: string }[] };
    const messages = async (): Promise<{ msg_type: string }[]> =>
      ((await ask(`chats/${chats[0]!.chat_id}/messages?as=${people[0]!.open_id}`)) as { messages: { msg_type: string }[] }).messages;
    await until(async () => (await messages()).some((one) => one.msg_type === 'interactive'), 'the first card', bot.said);
    const carded = Date.now();
    const seconds = (ms: number): string => (ms / SECOND).toFixed(1);
    console.info(
      `clone ${seconds(cloned - begun)} s, install ${seconds(installed - cloned)} s, page ${seconds(opened - installed)} s, first card ${seconds(carded - opened)} s: ${seconds(carded - begun)} s in all`,
    );
    expect(carded - begun).toBeLessThan(FIRST_CARD_MS);
    process.kill(-bot.child.pid!, 'SIGTERM');

    // The steps of the administrators' page and of the Containerfile.
    execFileSync('sh', ['-ec', 'npm ci --no-audit --no-fund --silent\nnpm run build\nnpm prune --omit=dev --no-audit --no-fund --silent'], {
      cwd: home,
      env: asNewcomer,
    });
    const shipped = started('node', ['dist/main.js'], home, { ...asNewcomer, NODE_ENV: 'production' });
    const page = await until(async () => /Open (http:\S+)/.exec(shipped.said())?.[1], 'the page of what is shipped', shipped.said);
    expect((await fetch(page)).status).toBe(200);
  });

it('git holds all that the bot is made of: no file of the sources is ignored', () => {
  const hidden = execFileSync('git', ['ls-files', '--others', '--ignored', '--exclude-standard', 'src', 'test'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(hidden).toBe('');
});
