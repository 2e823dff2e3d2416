import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { deadLettersCommand } from '../../src/cli/dead-letters.ts';
import { openStore } from '../../src/store/open.ts';
import { HandClock } from '../queue/hand-clock.ts';
import { tempDir } from '../store/drivers.ts';

const clock = new HandClock();

async function run(url: string, ...args: string[]) {
  const said: string[] = [];
  const io = { stdout: { write: (text: string) => said.push(text) }, now: () => clock.now() };
  const code = await deadLettersCommand(args, { BOT_LANGUAGE: 'en_us', DATABASE_URL: url }, io);
  return { code, said: said.join('') };
}

/** A store that a running bot holds, with one job that was given up. */
async function withDead() {
  const url = `file:${join(tempDir(), 'bot.db')}`;
  const store = await openStore(url, clock);
  onTestFinished(() => store.close());
  await store.jobs.add([
    { id: 'om_1', lane: 'oc_a', kind: 'incoming', due: clock.now(), payload: { text: '明天3点 裁员讨论' }, repeat: 'ignore' },
  ]);
  const [job] = await store.jobs.claim(1, 'me');
  await store.jobs.finish([{ id: 'om_1', attempt: job?.attempt ?? 0, as: 'dead', error: '230006' }]);
  return { url, store };
}

describe('npm run dead-letters', () => {
  it('lists what was given up while the bot runs, without what people wrote', async () => {
    const { url } = await withDead();
    const { code, said } = await run(url, 'list');
    expect(code).toBe(0);
    expect(said).toMatch(/om_1 {2}incoming {2}\S+ {2}1 try {2}230006/);
    expect(said).not.toContain('裁员');
  });

  it('runs one again, and knows when there is none', async () => {
    const { url, store } = await withDead();
    expect(await run(url, 'replay', 'om_2')).toEqual({ code: 1, said: 'No job om_2 was given up; nothing was done.\n' });
    expect((await run(url, 'replay', 'om_1')).code).toBe(0);
    expect(await store.jobs.claim(5, 'me')).toMatchObject([{ id: 'om_1', payload: { text: '明天3点 裁员讨论' } }]);
    expect((await run(url, 'list')).said).toBe('No job was given up.\n');
  });

  it.each([
    ['an unknown word', ['drop'], 'Usage'],
    ['no id', ['replay'], 'Usage'],
    ['too many ids', ['replay', 'a', 'b'], 'Usage'],
  ])('says how to use it: %s', async (_, args, says) => {
    expect(await run('file:./nowhere/bot.db', ...args)).toEqual({ code: 1, said: expect.stringContaining(says) });
  });

  it('makes no store where there is none', async () => {
    const path = join(tempDir(), 'bot.db');
    expect(await run(`file:${path}`, 'list')).toEqual({ code: 1, said: expect.stringContaining(`${path} does not exist yet`) });
  });
});
