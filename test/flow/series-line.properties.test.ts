/** Series through the whole line, week after week: nothing missed, doubled or on the wrong day, and whatever is killed. */
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isWorkday } from 'chinese-days';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noFaults } from '../../src/sandbox/world/platform.ts';
import { Line, read } from '../helpers/line.ts';
import { thorough } from '../helpers/thorough.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FIRST = '2026-11-20';

let line: Line;
beforeAll(async () => {
  line = await Line.start();
});
afterAll(() => line.stop());

async function turnTo(until: number, step = 8 * HOUR): Promise<void> {
  await line.settle();
  while (line.clock.now() < until) {
    await line.advance(Math.min(step, until - line.clock.now()));
    await line.settle();
  }
}

const reservesOf = async (topic: string) => (await line.reserves()).filter((one) => one.topic === topic && !one.deleted);

/** A day by its date alone, as if it were in UTC. */
const dayAfter = (days: number): Date => new Date(Date.parse(`${FIRST}T00:00:00Z`) + days * DAY);
const weekday = (day: Date): number => day.getUTCDay();
const date = (day: Date): number => day.getUTCDate();
const iso = (day: Date): string => day.toISOString().slice(0, 10);
const weeksSince = (day: Date, monday: string): number => Math.floor((day.getTime() - Date.parse(`${monday}T00:00:00Z`)) / (7 * DAY));
/** 2027 is not announced: nobody works on the days that the law names, and nothing is shifted. Lunar new year is 6 February. */
const BY_LAW = new Set(['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-04-05']);
/** The library reads a day in the zone of the machine. */
const there = (day: Date): Date => new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 12);
const works = (day: Date): boolean => isWorkday(there(day)) && !BY_LAW.has(iso(day));
const lastWorkday = (day: Date): boolean => {
  const rest = Array.from({ length: 31 }, (_, n) => new Date(day.getTime() + (n + 1) * DAY)).filter(
    (one) => one.getUTCMonth() === day.getUTCMonth(),
  );
  return works(day) && !rest.some(works);
};
/** New York is four hours behind UTC from 14 March on, five before. */
const newYork = (day: Date): number => (iso(day) < '2027-03-14' ? -5 : -4);

const RULES: { says: string; topic: string; who: number; hour: number; zone?: (day: Date) => number; on: (day: Date) => boolean }[] = [
  { says: '每周一上午10点 甲会', topic: '甲会', who: 0, hour: 10, on: (day) => weekday(day) === 1 },
  { says: '每个工作日 9:30 乙会', topic: '乙会', who: 0, hour: 9.5, on: works },
  {
    says: 'every other Tue 4pm until end of January, topic Bing',
    topic: 'Bing',
    who: 0,
    hour: 16,
    on: (day) => weekday(day) === 2 && weeksSince(day, '2026-11-23') % 2 === 0 && iso(day) <= '2027-01-31',
  },
  { says: '每月最后一个工作日下午5点 丁会', topic: '丁会', who: 0, hour: 17, on: lastWorkday },
  { says: '每月31号上午8点 戊会', topic: '戊会', who: 1, hour: 8, on: (day) => date(day) === 31 },
  { says: '每天晚上10点 己会', topic: '己会', who: 1, hour: 22, on: () => true },
  { says: '每周二和周四下午2点 庚会', topic: '庚会', who: 1, hour: 14, on: (day) => [2, 4].includes(weekday(day)) },
  { says: '每月第一个周三上午11点 辛会', topic: '辛会', who: 1, hour: 11, on: (day) => weekday(day) === 3 && date(day) <= 7 },
  { says: 'every weekday 9am topic Ren', topic: 'Ren', who: 2, hour: 9, zone: newYork, on: (day) => ![0, 6].includes(weekday(day)) },
  {
    says: '每两周周五下午3点 癸会',
    topic: '癸会',
    who: 1,
    hour: 15,
    on: (day) => weekday(day) === 5 && weeksSince(day, '2026-11-16') % 2 === 0,
  },
];

describe('ten rules', () => {
  const DAYS = thorough ? 120 : 5;

  it(`run for ${DAYS} days: none is missed, doubled or on the wrong day`, { timeout: 1_200_000 }, async () => {
    const asked = line.clock.now();
    await line.ask(line.colleague(2), line.direct(line.colleague(2)), '时区纽约');
    for (const { says, who } of RULES) await line.ask(line.colleague(who), line.direct(line.colleague(who)), says);
    await turnTo(asked + DAYS * DAY);
    for (const { topic, hour, zone = () => 8, on } of RULES) {
      const ends = Array.from({ length: DAYS + 40 }, (_, n) => dayAfter(n))
        .filter(on)
        .map((day) => day.getTime() + (hour - zone(day) + 1) * HOUR)
        .filter((end) => end - HOUR > asked);
      const got = (await reservesOf(topic)).map((one) => one.end_time).sort((a, b) => a - b);
      const shown = (all: number[]) => all.map((at) => new Date(at).toISOString());
      expect([topic, shown(got)]).toEqual([topic, shown(ends.slice(0, got.length))]);
      expect(got.length).toBeGreaterThanOrEqual(ends.filter((end) => end - HOUR <= line.clock.now()).length);
      // Never all at once: the next one, and the one after it a day before it at most.
      expect(got.filter((end) => end - HOUR > line.clock.now()).length).toBeLessThanOrEqual(2);
    }
  });
});

describe('kill -9', () => {
  /** The process ends at one call of a step of a series: it never arrives, or its answer does not. */
  const CALLS = [
    { call: 'POST /open-apis/vc/v1/reserves/apply', says: '' },
    { call: 'POST /open-apis/im/v1/messages', says: '' },
    { call: 'PATCH /open-apis/im/v1/messages/', says: 'series_change' },
  ];
  const POINTS = CALLS.flatMap((call) => (['before', 'after'] as const).map((when) => ({ ...call, when })));

  /** What is on disk at that moment is all that the next process finds, and nothing of this one leaves any more. */
  function armKill({ call: wanted, when, says }: (typeof POINTS)[number], topic: string): { isDead(): boolean; disarm(): void } {
    const { dispatcher, platform } = line.sandbox;
    const answer = dispatcher.answer;
    let dead = false;
    const die = (): void => {
      dead = true;
      mkdirSync(join(line.dir, 'kept'));
      for (const name of onDisk()) copyFileSync(join(line.dir, name), join(line.dir, 'kept', name));
      platform.faults = { ...noFaults(), api: [{ path: '', mode: 'reset' }] };
    };
    dispatcher.answer = async (call) => {
      const hit =
        !dead && `${call.method} ${call.path}`.startsWith(wanted) && [topic, says].every((part) => call.raw.toString().includes(part));
      if (hit && when === 'before') die();
      const result = await answer(call);
      if (!hit || when === 'before') return result;
      die();
      return 'reset';
    };
    return {
      isDead: () => dead,
      disarm: () => {
        dispatcher.answer = answer;
      },
    };
  }

  const onDisk = (): string[] => readdirSync(line.dir).filter((one) => one.startsWith('bot.db'));

  async function restartFromDisk(): Promise<void> {
    await line.app.stop(0);
    const kept = join(line.dir, 'kept');
    for (const name of onDisk()) rmSync(join(line.dir, name));
    for (const name of readdirSync(kept)) copyFileSync(join(kept, name), join(line.dir, name));
    rmSync(kept, { recursive: true });
    line.sandbox.platform.faults = noFaults();
    await line.startBot();
    await line.sandbox.setWebhook(`${line.app.url}/webhook/event`);
  }

  it.each(thorough ? POINTS : POINTS.filter((_, n) => n % 2 === 1))(
    '$when $call: one meeting, one card of it, and a lost answer is told',
    { timeout: 120_000 },
    async (point) => {
      const owner = line.colleague(3);
      const chat = line.direct(owner);
      const topic = `早读${'甲乙丙丁戊己'[POINTS.indexOf(point)]}`;
      await line.ask(owner, chat, `每天上午8点 ${topic}`);
      const first = (await reservesOf(topic)).at(-1)!;
      // The next one is asked for a day before its own start.
      await turnTo(first.end_time - HOUR - 60_000);
      const seen = new Set((await line.messages(owner, chat)).map((one) => one.message_id));
      const { isDead, disarm } = armKill(point, topic);
      await line.advance(61_000);
      await line.settle();
      for (let n = 0; n < 5 && !isDead(); n++) {
        await line.advance(1000);
        await line.settle();
      }
      disarm();
      expect(isDead()).toBe(true);
      await restartFromDisk();
      for (let k = 0; k < 12; k++) {
        await line.advance(30_000);
        await line.settle();
      }
      const next = (await reservesOf(topic)).filter((one) => one.id !== first.id);
      const fresh = (await line.messages(owner, chat)).filter((one) => !seen.has(one.message_id));
      const says = fresh.map((one) => read(one).replace(/\s/g, ''));
      // The platform may have it or not: nobody knows, nothing is asked for twice, and that is said.
      const lost = point.call.endsWith('apply');
      const stands = !lost || point.when === 'after';
      expect(next.map((one) => one.end_time)).toEqual(stands ? [first.end_time + DAY] : []);
      expect(says.filter((one) => next.some((each) => one.includes(each.meeting_no)))).toHaveLength(lost ? 0 : 1);
      if (lost) expect(says.join()).toMatch(/不确定|没收到|没有收到/);
      // It goes on with the day after.
      await turnTo(first.end_time + DAY - HOUR + 120_000);
      const days = (await reservesOf(topic)).map((one) => (one.end_time - first.end_time) / DAY).sort();
      expect(days).toEqual(stands ? [0, 1, 2] : [0, 2]);
      await line.ask(owner, chat, `${topic}整个系列停掉`);
    },
  );
});
