import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Lexeme } from '../../src/nlu/lexicon/lexeme.ts';
import { lexicon } from '../../src/nlu/lexicon/lexicon.ts';
import { timeWords } from '../../src/nlu/time/languages.ts';
import { understand } from '../../src/nlu/understand.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const NOW = '2026-11-20T10:15:00+08:00';
const ZONE = 'Asia/Shanghai';

let folder: string;

beforeAll(() => {
  execFileSync('npm', ['run', '-s', 'build'], { cwd: ROOT, shell: process.platform === 'win32' });
  folder = join(ROOT, 'dist', /'\.\/(\w+)\/main\.js'/.exec(readFileSync(join(ROOT, 'dist/main.js'), 'utf8'))![1]!);
}, 120_000);

const code = (of: (name: string) => boolean): string =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.js') && of(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
    .replace(/\\u([0-9A-Fa-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const examples = ([...lexicon, ...timeWords.flat()] satisfies Lexeme[]).flatMap((one) => one.examples.map(({ text }) => text));

describe('what is built', () => {
  it('holds the words of the vocabulary, and the examples only where they are tried', () => {
    const product = code((name) => name !== 'lexicon.js');
    // Those without a number may be words themselves, and a help text may use the same sentence.
    const whole = examples.filter((text, at) => at % 5 === 0 && /\d/.test(text) && text.length > 8);
    expect(whole.length).toBeGreaterThan(300);
    expect(whole.filter((text) => product.includes(text)).length).toBeLessThan(10);
    const tried = code((name) => name === 'lexicon.js');
    // Those of a family of words are put together there: 周会往后移, 周会往后挪, ….
    expect(whole.filter((text) => tried.includes(text)).length).toBeGreaterThan(whole.length * 0.8);
  });

  it('understands as its sources do', () => {
    const texts = examples.filter((_, at) => at % 101 === 0);
    const input = texts.map((text, at) => JSON.stringify({ id: String(at), text, now: NOW, tz: ZONE })).join('\n');
    const said = execFileSync(process.execPath, [join(ROOT, 'dist/cli.js'), 'parse'], { input, encoding: 'utf8' });
    const heard = said
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { intent: unknown; act: string });
    const meant = texts.map((text) => understand({ text, mentions: [], botOpenId: null }, { now: Date.parse(NOW), zone: ZONE }));
    expect(heard.map(({ intent, act }, at) => [texts[at], act, intent])).toEqual(
      meant.map(({ intent, act }, at) => [texts[at], act, JSON.parse(JSON.stringify(intent))]),
    );
  });

  it('has of the SDK what is called', async () => {
    const lark = createRequire(import.meta.url)(join(folder, 'sdk.cjs')) as typeof import('@larksuiteoapi/node-sdk');
    const client = new lark.Client({ appId: 'cli_a', appSecret: 's', loggerLevel: lark.LoggerLevel.error });
    const called = [
      client.application.v6.scope.list,
      client.auth.v3.tenantAccessToken.internal,
      client.contact.v3.user.get,
      client.im.v1.message.reply,
      client.vc.v1.reserve.apply,
    ];
    expect(called.map((one) => typeof one)).toEqual(called.map(() => 'function'));
    expect(client.calendar).toBe(undefined);
    const server = createServer((_, res) => res.setHeader('content-type', 'application/json').end('{"code":0}'));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    expect(await lark.defaultHttpInstance.get(`http://127.0.0.1:${port}/`)).toEqual({ code: 0 });
    server.close();
  });

  it('says so and ends where it cannot be loaded behind the open port', () => {
    const dir = mkdtempSync(join(tmpdir(), 'meeting-bot-broken-'));
    cpSync(folder, join(dir, 'built'), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'), 'junction');
    const lost = readdirSync(join(dir, 'built')).find((name) => /^create-work-\w+\.js$/.test(name))!;
    unlinkSync(join(dir, 'built', lost));
    const { status, stderr } = spawnSync(process.execPath, [join(dir, 'built/main.js')], {
      cwd: dir,
      encoding: 'utf8',
      timeout: 60_000,
      env: {
        ...process.env,
        FEISHU_APP_ID: 'cli_a',
        FEISHU_APP_SECRET: 's',
        FEISHU_ENCRYPT_KEY: 'k',
        FEISHU_DOMAIN: 'http://127.0.0.1:1',
        DATABASE_URL: `file:${join(dir, 'bot.db')}`,
        HOST: '127.0.0.1',
        PORT: '0',
        LOG_LEVEL: 'silent',
      },
    });
    rmSync(dir, { recursive: true, force: true });
    expect({ status, named: stderr.includes(lost) }).toEqual({ status: 1, named: true });
  });
});
