/** A booking that waits for its turn under the platform's limits has not left: whatever happens meanwhile, nothing is in doubt. */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Config } from '../../src/app/config.ts';
import { openDatabaseLine } from '../../src/bench/database-line.ts';
import { type ChatMessage, Line, read, until } from '../helpers/line.ts';
import { missingPostgres, type Postgres, startPostgres } from '../helpers/postgres.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** What a process that died held is free again. */
const LEASE = 31 * SECOND;
/** Asked for by the platform; longer than the rest of what happens here. */
const RESET_S = 50;

interface Kept {
  /** Where the bot stores; absent: in its own file. */
  databaseUrl?: string;
  /** What the next process finds. */
  left(line: Line): Promise<Partial<Config>>;
}

const embedded: Kept = {
  async left({ dir }) {
    const copy = join(dir, 'left');
    mkdirSync(copy);
    for (const name of readdirSync(dir).filter((one) => /^bot\.db(?:-wal)?$/.test(one))) copyFileSync(join(dir, name), join(copy, name));
    return { databaseUrl: `file:${join(copy, 'bot.db')}` };
  },
};

async function shared(server: Postgres): Promise<Kept> {
  const url = await server.freshUrl();
  const wire = await openDatabaseLine(url, 0);
  onTestFinished(() => wire.close());
  return {
    databaseUrl: wire.url,
    async left() {
      wire.close();
      return { databaseUrl: url };
    },
  };
}

/** Two people book, one after the other: the platform lets the first try wait, and so the second one never gets there. */
async function waiting({ databaseUrl }: Kept): Promise<{ line: Line; answers(): Promise<ChatMessage[][]>; goOn(): void }> {
  let holds = true;
  /** Who sleeps until the platform takes calls again, and who came to stand behind them. */
  let there = 0;
  const sleep = async (ms: number, signal: AbortSignal): Promise<void> => {
    if (!holds || ms === 0) return line.advance(Math.ceil(ms));
    there += 1;
    signal.addEventListener('abort', () => {
      there += 1;
    });
    return new Promise(() => {});
  };
  const line: Line = await Line.start({ ...(databaseUrl ? { databaseUrl } : {}), app: { sleep } });
  onTestFinished(() => line.stop());
  const people = ['李娜', '王芳'].map((name) => line.person(name));
  await line.post('faults', { api: [{ path: 'reserves/apply', mode: 'code', code: 99991400, reset: RESET_S, times: 1 }] });
  const asked: string[] = [];
  for (const [n, one] of people.entries()) {
    asked.push(await line.say(one, line.direct(one), `后天下午3点 排队${n}`));
    await until(async () => there > n, 'the turn to be waited for');
  }
  const answers = async () =>
    Promise.all(
      people.map(async (one, n) =>
        (await line.messages(one, line.direct(one))).filter((message) => message.sender.type === 'app' && message.parent_id === asked[n]),
      ),
    );
  return {
    line,
    answers,
    goOn() {
      holds = false;
    },
  };
}

function stories(kept: () => Promise<Kept>): void {
  it('is booked after the restart, once', async () => {
    const where = await kept();
    const { line, answers, goOn } = await waiting(where);
    const left = await where.left(line);
    goOn();
    await line.crash(left, LEASE);
    const cards = await line.eventually(
      async () => {
        const all = await answers();
        return all.every((some) => some.length > 0) && all;
      },
      'both answers',
      SECOND,
    );
    for (const [n, some] of cards.entries()) {
      expect(some).toHaveLength(1);
      expect(read(some[0]!)).toContain('会议号');
      expect((await line.reserves()).filter(({ topic }) => topic === `排队${n}`)).toHaveLength(1);
    }
  });

  it('is not booked where more than ten minutes have passed', async () => {
    const where = await kept();
    const { line, answers, goOn } = await waiting(where);
    const left = await where.left(line);
    goOn();
    await line.crash(left, 11 * MINUTE);
    const cards = await line.eventually(
      async () => {
        const all = await answers();
        return all.every((some) => some.length > 0) && all;
      },
      'both answers',
      SECOND,
    );
    for (const [first] of cards) expect(read(first!)).toContain('没有做');
    expect((await line.reserves()).filter(({ topic }) => topic.startsWith('排队'))).toEqual([]);
  });
}

describe('a booking that waits for its turn when the process is killed (embedded)', () => stories(async () => embedded));

describe.skipIf(missingPostgres !== null)(
  missingPostgres ?? 'a booking that waits for its turn when the process is killed (PostgreSQL)',
  () => {
    let server: Postgres;
    beforeAll(async () => {
      server = await startPostgres();
    }, 120_000);
    afterAll(() => server?.stop(), 120_000);
    stories(() => shared(server));
  },
);
