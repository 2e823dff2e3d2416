import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/app/config.ts';

const REAL = { FEISHU_APP_ID: 'cli_a1b2c3d4e5f60718', FEISHU_APP_SECRET: 's', FEISHU_ENCRYPT_KEY: 'k' };

const config = (env: Record<string, string>) => {
  const result = readConfig(env);
  if ('problems' in result) throw new Error(result.problems.join('\n'));
  return result.config;
};
const problems = (env: Record<string, string>) => {
  const result = readConfig(env);
  return 'problems' in result ? result.problems : [];
};

describe('readConfig', () => {
  it('needs nothing for the sandbox, which listens on loopback only', () => {
    expect(config({})).toMatchObject({
      mode: 'sandbox',
      host: '127.0.0.1',
      port: 3000,
      sandboxPort: 4000,
      databaseUrl: 'file:./data/bot.db',
    });
    expect(config({ PORT: '', BOT_LANGUAGE: ' ' })).toMatchObject({
      mode: 'sandbox',
      port: 3000,
      lang: 'zh_cn',
      zone: 'Asia/Shanghai',
      minutes: 60,
      join: 'muted',
      record: false,
      password: 'owner',
      access: 'anyone',
      remind: 10,
    });
  });

  it('reads a real tenant', () => {
    expect(config({ ...REAL, PORT: '0', FEISHU_DOMAIN: 'https://open.larksuite.com/' })).toMatchObject({
      mode: 'feishu',
      transport: 'webhook',
      host: '0.0.0.0',
      port: 0,
      domain: 'https://open.larksuite.com',
    });
  });

  it.each([
    ['a lone secret', { FEISHU_APP_SECRET: 's', FEISHU_ENCRYPT_KEY: 'k' }, ['FEISHU_APP_ID']],
    ['no secret', { FEISHU_APP_ID: 'cli_a1b2c3d4e5f60718', FEISHU_ENCRYPT_KEY: 'k' }, ['FEISHU_APP_SECRET']],
    ['an id that the long connection does not take', { FEISHU_APP_ID: 'cli_bench', FEISHU_APP_SECRET: 's' }, ['FEISHU_APP_ID']],
    ['webhook without a key', { ...REAL, FEISHU_ENCRYPT_KEY: '', FEISHU_VERIFICATION_TOKEN: 't' }, ['FEISHU_ENCRYPT_KEY']],
    ['a wrong zone', { BOT_TIMEZONE: 'Mars/Base' }, ['BOT_TIMEZONE']],
    ['a wrong port', { PORT: '70000' }, ['PORT']],
    ['one port for two', { PORT: '4000' }, ['SANDBOX_PORT']],
    [
      'one port for two, and more',
      { PORT: '5000', SANDBOX_PORT: '5000', BOT_LANGUAGE: 'fr', DATABASE_URL: 'mysql://u@h/db' },
      ['SANDBOX_PORT', 'BOT_LANGUAGE', 'DATABASE_URL'],
    ],
    [
      'a wrong preset',
      { BOT_DEFAULT_JOIN: 'loud', BOT_DEFAULT_RECORD: 'maybe', BOT_DEFAULT_PASSWORD: '1234', BOT_DEFAULT_ACCESS: 'me' },
      ['BOT_DEFAULT_JOIN', 'BOT_DEFAULT_RECORD', 'BOT_DEFAULT_PASSWORD', 'BOT_DEFAULT_ACCESS'],
    ],
    ['a reminder that is neither off nor minutes', { BOT_REMIND_MINUTES: 'never' }, ['BOT_REMIND_MINUTES']],
    ['a reminder of more than a day', { BOT_REMIND_MINUTES: '1441' }, ['BOT_REMIND_MINUTES']],
    ['a wrong length', { BOT_DEFAULT_MINUTES: '0' }, ['BOT_DEFAULT_MINUTES']],
    ['another database', { DATABASE_URL: 'mysql://u@h/db' }, ['DATABASE_URL']],
    ['an address that is none', { DATABASE_URL: 'postgres://u@h:port/db' }, ['DATABASE_URL']],
    ['a path in the domain', { ...REAL, FEISHU_DOMAIN: 'https://open.feishu.cn/open-apis' }, ['FEISHU_DOMAIN']],
    [
      'all of it at once',
      { FEISHU_APP_ID: 'nonsense', FEISHU_TRANSPORT: 'webhook', FEISHU_ENCRYPT_KEY: 'k', PORT: 'x', LOG_LEVEL: 'loud', BOT_LANGUAGE: 'fr' },
      ['PORT', 'BOT_LANGUAGE', 'LOG_LEVEL', 'FEISHU_APP_ID', 'FEISHU_APP_SECRET'],
    ],
  ])('names what is wrong: %s', (_, env, names) => {
    const found = problems(env as unknown as Record<string, string>).map((line) => line.split(':')[0]);
    expect(found).toEqual(expect.arrayContaining(names));
    expect(found).toHaveLength(names.length);
  });

  it('takes the long connection when no webhook secret is set, and when it is asked for', () => {
    const own = { FEISHU_APP_ID: REAL.FEISHU_APP_ID, FEISHU_APP_SECRET: 's' };
    expect(config(own)).toMatchObject({ transport: 'websocket', encryptKey: null });
    expect(config({ ...REAL, FEISHU_TRANSPORT: 'websocket' })).toMatchObject({ transport: 'websocket' });
    expect(config(REAL)).toMatchObject({ transport: 'webhook' });
  });

  it('allows plain webhooks with a token on loopback', () => {
    expect(
      config({
        FEISHU_APP_ID: 'cli_bench',
        FEISHU_APP_SECRET: 's',
        FEISHU_VERIFICATION_TOKEN: 't',
        FEISHU_DOMAIN: 'http://127.0.0.1:9100',
      }),
    ).toMatchObject({ transport: 'webhook', encryptKey: null });
  });

  it('lets the ports be the same where only one is used, or none is fixed', () => {
    expect(config({ PORT: '0', SANDBOX_PORT: '0' })).toMatchObject({ port: 0, sandboxPort: 0 });
    expect(config({ ...REAL, PORT: '4000' })).toMatchObject({ port: 4000 });
  });

  it('never prints a secret', () => {
    expect(problems({ ...REAL, FEISHU_APP_SECRET: 'hunter2', FEISHU_APP_ID: 'bad id', PORT: 'x' }).join()).not.toContain('hunter2');
  });
});
