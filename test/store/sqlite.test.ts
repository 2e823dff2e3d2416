import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { sql } from 'kysely';
import Database from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate, STEPS } from '../../src/store/migrations/migrate.ts';
import { openStore } from '../../src/store/open.ts';
import { findDamage } from '../../src/store/sqlite/integrity.ts';
import { openSqlite } from '../../src/store/sqlite/open-sqlite.ts';
import { HandClock } from '../queue/hand-clock.ts';
import { tempDir } from './drivers.ts';
import { meetingAt } from './meetings.ts';

const clock = new HandClock();
const job = (id: string, payload: unknown = {}) => ({
  id,
  lane: 'oc_a',
  kind: 'incoming' as const,
  due: clock.now(),
  payload,
  repeat: 'ignore' as const,
});

describe('opening', () => {
  it.each(['mysql://localhost/bot', 'file:', 'file::memory:', './bot.db', ''])('refuses %j in words', async (url) => {
    await expect(openStore(url, clock)).rejects.toMatchObject({ fault: 'unsupported', message: expect.stringContaining('file:PATH') });
  });

  it('makes the directories, for nobody else to read, and has all in one file when it is closed', async () => {
    const dir = join(tempDir(), 'a', 'b');
    const store = await openStore(`file:${relative(process.cwd(), join(dir, 'bot.db'))}`, clock);
    await store.jobs.add([job('om_1')]);
    await store.close();
    expect(statSync(join(dir, 'bot.db-wal'), { throwIfNoEntry: false })?.size ?? 0).toBe(0);
    expect(statSync(dir).mode & 0o077).toBe(0);
    for (const file of readdirSync(dir)) expect(statSync(join(dir, file)).mode & 0o077).toBe(0);
  });

  it('knows one file by its two names', async () => {
    const dir = tempDir();
    const store = await openStore(`file://${join(dir, 'bot.db')}`, clock);
    onTestFinished(() => store.close());
    symlinkSync(join(dir, 'bot.db'), join(dir, 'link.db'));
    await expect(openStore(`file:${join(dir, 'link.db')}`, clock)).rejects.toMatchObject({ fault: 'in_use' });
  });

  it.each<[string, string, (path: string) => void]>([
    ['damaged', 'Restore a backup', (path) => writeFileSync(path, 'certainly no database '.repeat(500))],
    ['unwritable', 'cannot be written', (path) => mkdirSync(path)],
    ['unwritable', 'cannot be written', (path) => mkdirSync(`${path}.lock`)],
    ['foreign', 'belongs to another program', (path) => new Database(path).exec('create table recipes (name text)')],
  ])('says that a file is %s: %s', async (fault, words, spoil) => {
    const path = join(tempDir(), 'bot.db');
    spoil(path);
    const refused = openStore(`file:${path}`, clock);
    await expect(refused).rejects.toMatchObject({ name: 'StoreError', fault, message: expect.stringContaining(words) });
    await expect(refused).rejects.toThrow(path);
  });

  it.skipIf(process.platform !== 'linux')('says so, and soon, where no directory can ever be made', async () => {
    for (const path of ['/proc/bot/bot.db', '/proc/bot/data/bot.db'])
      await expect(openStore(`file:${path}`, clock)).rejects.toMatchObject({ fault: 'unwritable', message: expect.stringContaining(path) });
  });

  it('makes the directories that are missing', async () => {
    const path = join(tempDir(), 'a', 'b', 'bot.db');
    await (await openStore(`file:${path}`, clock)).close();
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
  });

  it('says so when a directory in the way is a file', async () => {
    const dir = tempDir();
    writeFileSync(join(dir, 'file'), '');
    await expect(openStore(`file:${join(dir, 'file', 'bot.db')}`, clock)).rejects.toMatchObject({ fault: 'unwritable' });
  });
});

describe('a look at the whole file', () => {
  it.each([
    ['few', 20],
    ['many', 2000],
  ])('finds a damaged page among %s', async (_, rows) => {
    const path = join(tempDir(), 'bot.db');
    const db = new Database(path);
    db.exec('create table notes (text text); create index notes_text on notes (text)');
    const insert = db.prepare('insert into notes values (?)');
    db.transaction(() => {
      for (let n = 0; n < rows; n++) insert.run(`${n} ${'x'.repeat(1000)}`);
    })();
    db.close();
    expect(await findDamage(path)).toBeNull();
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(2048, 0xa5), 0, 2048, 4 * 4096);
    closeSync(file);
    expect(await findDamage(path)).toMatch(/quick_check|SQLITE_CORRUPT/);
  });

  it('finds a file that is no database', async () => {
    const path = join(tempDir(), 'bot.db');
    writeFileSync(path, 'certainly no database '.repeat(500));
    expect(await findDamage(path)).toBe('SQLITE_NOTADB');
  });
});

describe('the schema', () => {
  it.each([0, 1])('reaches the newest step from step %i and keeps what is there', async (from) => {
    const path = join(tempDir(), 'bot.db');
    const old = openSqlite(path);
    await migrate(old, path, 1, STEPS.slice(0, from));
    const due = clock.now();
    if (from > 0)
      await old.tx(async (db) => {
        const row = { id: 'om_1', lane: 'oc_a', kind: 'incoming', due, run_at: due, payload: '"kept"', created_at: due };
        await db.insertInto('jobs').values(row).execute();
        await db.insertInto('lanes').values({ lane: 'oc_a', head_due: due, wake_at: due }).execute();
      });
    await old.close();

    const store = await openStore(`file:${path}`, clock);
    onTestFinished(() => store.close());
    const steps = await store.db.read.selectFrom('schema_steps').select('step').orderBy('step').execute();
    expect(steps.map(({ step }) => step)).toEqual(STEPS.map((_, index) => index + 1));
    await store.meetings.add(meetingAt(clock.now()), 'om_1', []);
    if (from > 0) expect(await store.jobs.claim(1, 'me')).toMatchObject([{ id: 'om_1', payload: 'kept' }]);
  });

  it('takes a step as a whole or not at all', async () => {
    const path = join(tempDir(), 'bot.db');
    const db = openSqlite(path);
    onTestFinished(() => db.close());
    await migrate(db, path, 1);
    const broken = [
      ...STEPS,
      async (step: Parameters<(typeof STEPS)[number]>[0]) => {
        await sql`create table extra (id integer)`.execute(step);
        await sql`alter table nowhere add column x`.execute(step);
      },
    ];
    await expect(migrate(db, path, 1, broken)).rejects.toThrow(/nowhere/);
    expect((await db.read.introspection.getTables()).map(({ name }) => name)).not.toContain('extra');
    await migrate(db, path, 1);
  });

  it('opens what a newer version wrote that works beside this one', async () => {
    const path = join(tempDir(), 'bot.db');
    const first = await openStore(`file:${path}`, clock);
    await first.db.tx((sql) =>
      sql
        .insertInto('schema_steps')
        .values({ step: STEPS.length + 1, done_at: 1 })
        .execute(),
    );
    await first.close();
    const store = await openStore(`file:${path}`, clock);
    onTestFinished(() => store.close());
    await expect(store.db.ping()).resolves.toBeUndefined();
  });

  it('refuses a file that a newer version wrote which does not', async () => {
    const path = join(tempDir(), 'bot.db');
    const store = await openStore(`file:${path}`, clock);
    await store.db.tx((db) =>
      db
        .insertInto('schema_steps')
        .values({ step: STEPS.length + 1, done_at: 1 })
        .execute(),
    );
    await store.shared.put('schema:oldest', String(STEPS.length + 1));
    await store.close();
    await expect(openStore(`file:${path}`, clock)).rejects.toMatchObject({
      fault: 'newer',
      message: expect.stringMatching(new RegExp(`newer version.*schema ${STEPS.length + 1}.*knows ${STEPS.length}`)),
    });
    // The refusal lets go of the file.
    await expect(openStore(`file:${path}`, clock)).rejects.toMatchObject({ fault: 'newer' });
  });
});

describe('a full disk', () => {
  it('refuses in words what waits for that commit, keeps what was acknowledged, and goes on when there is room', async () => {
    const store = await openStore(`file:${join(tempDir(), 'bot.db')}`, clock);
    onTestFinished(() => store.close());
    await store.jobs.add([job('om_kept')]);
    const limit = (pages: number) => store.db.tx((db) => sql.raw(`pragma max_page_count = ${pages}`).execute(db));
    await limit(1);
    const big = 'x'.repeat(100_000);
    const results = await Promise.allSettled([
      store.jobs.add([job('om_1')]),
      store.jobs.add([job('om_2', big)]),
      store.marks.once('a', 1),
      store.settings.patch('ou_1', { minutes: 5 }),
    ]);
    for (const result of results)
      expect(result).toMatchObject({
        status: 'rejected',
        reason: { name: 'StoreError', fault: 'full', message: expect.stringContaining('disk') },
      });
    await expect(store.meetings.add(meetingAt(clock.now(), { topic: big }), 'x', [])).rejects.toMatchObject({ fault: 'full' });

    await limit(1_000_000);
    await store.db.ping();
    await store.jobs.add([job('om_3', big)]);
    const rows = await store.db.read.selectFrom('jobs').select('id').orderBy('seq').execute();
    expect(rows.map(({ id }) => id)).toEqual(['om_kept', 'om_3']);
  });
});

describe('another program that holds the file', () => {
  it('is named as the reason, and nothing hangs', { timeout: 60_000 }, async () => {
    const path = join(tempDir(), 'bot.db');
    const store = await openStore(`file:${path}`, clock);
    onTestFinished(() => store.close());
    const shell = new Database(path);
    shell.exec('begin immediate');
    await expect(store.jobs.add([job('om_1')])).rejects.toMatchObject({ fault: 'busy', message: expect.stringContaining(path) });
    expect(await store.meetings.get('m1')).toBeNull();
    shell.exec('rollback');
    shell.close();
    await store.jobs.add([job('om_1')]);
  });
});

describe('what people wrote', () => {
  it('is not left on disk when its job is done', async () => {
    const path = join(tempDir(), 'bot.db');
    const store = await openStore(`file:${path}`, clock);
    await store.jobs.add([job('om_1', { text: 'the quiet merger' })]);
    const [one] = await store.jobs.claim(1, 'me');
    await store.jobs.finish([{ id: one!.id, attempt: one!.attempt, as: 'done' }]);
    await store.close();
    expect(readFileSync(path).includes('om_1')).toBe(true);
    expect(readFileSync(path).includes('quiet merger')).toBe(false);
  });
});
