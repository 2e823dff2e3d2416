/** `/readyz` says whether a message would be answered now, and what is in the way. */
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReadiness, type ReadyParts } from '../../src/app/readiness.ts';
import { incomingJob } from '../../src/bot/job-kinds.ts';
import { openStore } from '../../src/store/open.ts';
import { Line, type Person, until } from '../helpers/line.ts';

const MINUTE = 60_000;

let line: Line;
let person: Person;
let chat: string;

beforeEach(async () => {
  line = await Line.start({ logLevel: 'error' });
  person = line.person('李娜');
  chat = line.direct(person);
});
afterEach(() => line.stop().catch(() => {}));

const readyz = async (): Promise<{ status: number; reasons: string }> => {
  const response = await fetch(`${line.app.url}/readyz`);
  const body = (await response.json()) as { ok: boolean; reasons: string[] };
  expect(body.ok).toBe(response.status === 200);
  return { status: response.status, reasons: body.reasons.join('\n') };
};

describe('is well again by itself after', () => {
  it.each([
    ['the bot was switched off', { path: 'im/v1', mode: 'code', code: 99991662 }, 'refuses the app: im.message.reply answers 99991662'],
    ['no bot ability', { path: 'im/v1', mode: 'code', code: 230006 }, '230006'],
    ['an API is blocked', { path: 'reserves/apply', mode: 'code', code: 99991400, reset: 110 }, 'vc.reserve.apply to be left alone'],
    ['the platform takes no bookings', { path: 'reserves/apply', mode: 'code', code: 121001 }, '1 requests wait'],
  ])('%s', async (_, fault, reason) => {
    expect(await readyz()).toEqual({ status: 200, reasons: '' });
    await line.advance(1000);
    await line.post('faults', { api: [fault] });
    await line.say(person, chat, '后天下午3点 探测');
    let seen = '';
    for (let n = 0; n < 20 && !seen.includes(reason); n++) {
      await line.settle();
      const { status, reasons } = await readyz();
      seen = reasons;
      if (reasons !== '') expect(status).toBe(503);
      await line.advance(3000);
    }
    expect(seen).toContain(reason);
    await line.post('faults', {});
    await line.eventually(async () => (await readyz()).status === 200, 'to be well again');
  });
});

it('says that the secret was rotated', async () => {
  await line.post('tokens/revoke', {});
  await line.post('faults', { api: [{ path: 'tenant_access_token', mode: 'code', code: 10014 }] });
  await line.advance(1000);
  await line.say(person, chat, '帮助');
  await line.settle();
  const { status, reasons } = await readyz();
  expect([status, reasons]).toEqual([503, expect.stringContaining('10014')]);
});

it('says that the clock is off by minutes', async () => {
  const clock = line.clock.now;
  line.clock.now = () => clock() + 4 * MINUTE;
  // A single answer may have been long on its way.
  for (let n = 0; n < 3; n++) {
    await line.advance(2000);
    await line.say(person, chat, '帮助');
    await line.settle();
  }
  expect(await readyz()).toEqual({ status: 503, reasons: expect.stringContaining('4 minutes ahead') });
  line.clock.now = clock;
});

it('says that dead letters grow', async () => {
  const beside = await openStore(line.config().databaseUrl, line.clock, { beside: true });
  const odd = { kind: 'bot_added', from: 'x', chatId: 'x', at: 0 } as const;
  await beside.jobs.add(
    [0, 1, 2].map((n) => ({ ...incomingJob({ ...odd, id: `e${n}` }), lane: `oc_${n}`, kind: 'expire', payload: null })),
  );
  await beside.close();
  await line.eventually(async () => (await readyz()).reasons.includes('3 jobs were given up'), 'word of it');
});

it('tells how far the cards of running meetings are behind, which keeps nobody from an answer', async () => {
  const parts = {
    store: { db: { ping: async () => {}, damage: async () => null }, jobs: { trouble: async () => null }, clock: line.clock },
    worker: { state: () => ({ alive: true, running: 0 }) },
    work: {
      load: async () => ({
        ready: async () => {},
        bot: () => ({ openId: 'ou_bot', name: 'bot' }),
        health: () => ({ refused: null, ahead: null, blocked: [], missed: 0 }),
      }),
    },
    line: () => null,
  } as unknown as ReadyParts;
  expect(await createReadiness({ ...parts, pollDelay: () => 4 })()).toEqual({ ok: true, reasons: [] });
  const { ok, notes } = await createReadiness({ ...parts, pollDelay: () => 42 })();
  expect([ok, notes]).toEqual([true, [expect.stringContaining('42 s behind')]]);
});

it('says that a page of the store is damaged', async () => {
  for (let n = 0; n < 6; n++) await line.ask(person, chat, `后天下午${n + 1}点 第${n}场`);
  await line.restart();
  const path = join(line.dir, 'bot.db');
  const file = openSync(path, 'r+');
  for (let page = 4; page * 4096 < statSync(path).size; page += 3) writeSync(file, Buffer.alloc(2048, 0xa5), 0, 2048, page * 4096);
  closeSync(file);
  // The last look may have been a moment ago.
  const { status } = await until(async () => {
    const now = await readyz();
    return now.reasons.includes('damaged') ? now : null;
  }, 'the next look at the store');
  expect(status).toBe(503);
}, 180_000);
