/** What an administrator reads and keeps beside the running bot. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditCommand } from '../../src/cli/audit.ts';
import { backupCommand } from '../../src/cli/backup.ts';
import { openStore } from '../../src/store/open.ts';
import { Line, type Person } from '../helpers/line.ts';

let line: Line;
let owner: Person;
let other: Person;
let chat: string;
let dir: string;

beforeAll(async () => {
  line = await Line.start();
  [owner, other] = [line.person('李娜'), line.person('王芳')];
  chat = line.group(owner, other);
  dir = mkdtempSync(join(tmpdir(), 'backup-'));
  await line.ask(owner, chat, '明天下午3点到4点半 机密项目 密码 4321');
  await line.ask(owner, chat, '机密项目改到明天下午5点');
  await line.ask(other, chat, '取消机密项目');
  await line.ask(owner, chat, '取消机密项目');
});
afterAll(async () => {
  await line.stop();
  rmSync(dir, { recursive: true, force: true });
});

const run = async (argv: string[], lang = 'zh_cn', zone = 'Asia/Shanghai') => {
  const parts: string[] = [];
  const env = { DATABASE_URL: `file:${join(line.dir, 'bot.db')}`, BOT_LANGUAGE: lang, BOT_TIMEZONE: zone };
  const io = { stdout: { write: (text: string) => parts.push(text) }, now: () => line.clock.now() };
  const code = argv[0] === 'backup' ? await backupCommand(argv.slice(1), env, io) : await auditCommand(argv, env, io);
  return { code, said: parts.join('') };
};

describe('the audit trail', () => {
  it('has who did what, in order, and nothing of what it was about', async () => {
    const { code, said } = await run(['--csv']);
    expect(code).toBe(0);
    const [head, ...rows] = said.trim().split('\n');
    expect(head).toBe('at,person,did,meeting_no,meeting,owner,chat,fields');
    expect(rows.map((row) => row.split(',').slice(1, 3))).toEqual([
      [owner.open_id, 'booked'],
      [owner.open_id, 'changed'],
      [owner.open_id, 'cancelled'],
    ]);
    expect(said).not.toMatch(/机密|\b4321\b/);
    expect((await run([])).said).toMatch(/修改了 \d{9}：时间$/m);
    expect((await run([], 'en_us')).said).toMatch(/changed \d{9}: time$/m);
  });

  it('is asked by person, by meeting and by day', async () => {
    const no = /,(\d{9}),/.exec((await run(['--csv'])).said)![1]!;
    expect((await run(['--meeting', no])).said.trim().split('\n')).toHaveLength(3);
    expect((await run(['--person', other.open_id])).said).toContain('没有人');
    expect((await run(['--since', '2099-01-01'], 'en_us')).said).toContain('Nobody booked');
    // At a quarter past ten in Shanghai that day has not begun in Los Angeles.
    expect((await run(['--since', '2026-11-20'])).said.trim().split('\n')).toHaveLength(3);
    expect((await run(['--since', '2026-11-20'], 'en_us', 'America/Los_Angeles')).said).toContain('Nobody booked');
    expect((await run(['--since', '2026-11-31'])).code).toBe(1);
    expect((await run(['--since', 'someday'])).code).toBe(1);
    expect((await run(['--nonsense'])).code).toBe(1);
  });
});

describe('a backup', () => {
  it('is taken while the bot runs, and a bot starts from it', async () => {
    const file = join(dir, 'copy.db');
    const { code, said } = await run(['backup', file]);
    expect(code, said).toBe(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const store = await openStore(`file:${file}`, { now: () => line.clock.now() });
    const entries = [];
    for await (const entry of store.audit.since(0)) entries.push(entry.did);
    await store.close();
    expect(entries).toEqual(['booked', 'changed', 'cancelled']);
  });

  it.each([
    [['backup'], 'npm run backup'],
    [['backup', 'a', 'b'], 'npm run backup'],
    [['backup', '/nowhere/at/all/copy.db'], '没有备份成'],
  ])('%j says why not', async (argv, words) => {
    const { code, said } = await run(argv);
    expect(code).toBe(1);
    expect(said).toContain(words);
  });

  it('overwrites nothing', async () => {
    const file = join(dir, 'twice.db');
    await run(['backup', file]);
    const { code, said } = await run(['backup', file], 'en_us');
    expect(code).toBe(1);
    expect(said).toContain('exists already');
  });
});
