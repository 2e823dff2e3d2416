/**
 * The built bot under load, with a platform that fails, kills at any moment and a database that comes and goes: nothing that was
 * acknowledged may stay unanswered, be answered twice, be booked twice or be changed twice. Exit 1 where a count is not 0.
 *
 * `npm run soak -- --minutes 10 --rate 20 --kill 15`: one instance at an embedded store.
 * `npm run soak -- --minutes 8 --rate 12 --kill 1.5`: more than three hundred kills, many of them before it is up again.
 * `SOAK_DATABASE_URL=postgres://… npm run soak -- --instances 3 --people 10000 --minutes 1 --rate 33.4 --kill 5 --rolling --calm`:
 * ten thousand people in groups of twenty, two thousand messages in a minute, an upgrade of one instance after the other.
 */
import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { openDatabaseLine } from './database-line.ts';
import { pause, type Rig, startRig } from './rig.ts';
import { Talk } from './talk.ts';

const FAULTS = [
  { path: '/open-apis/(im|vc|ephemeral)', mode: 'status', status: 500, p: 0.05 },
  { path: '/open-apis/(im|vc|ephemeral)', mode: 'hang', p: 0.02 },
  { path: '/open-apis/(im|vc|ephemeral)', mode: 'reset', p: 0.02 },
  { path: '/open-apis/(im|vc|ephemeral)', mode: 'code', code: 99991400, p: 0.01 },
];

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    /** Messages a second. */
    rate: { type: 'string', default: '20' },
    /** Seconds between two kill -9 of any instance, half as many to half as many more: at random moments; 0: none. */
    kill: { type: 'string', default: '15' },
    instances: { type: 'string', default: '1' },
    /** So many people in groups of twenty; 0: six, in sixty groups. */
    people: { type: 'string', default: '0' },
    /** Copies of each event, pushed at once over all instances. */
    copies: { type: 'string', default: '1' },
    /** Seconds for which the database goes away, a third of the way in. */
    outage: { type: 'string', default: '0' },
    /** Milliseconds by which every piece to and from the database is late. */
    slow: { type: 'string', default: '0' },
    /** Seconds for which one instance stands still, halfway in. */
    freeze: { type: 'string', default: '0' },
    /** One instance after the other is replaced, as in an upgrade. */
    rolling: { type: 'boolean', default: false },
    /** The platform does not fail. */
    calm: { type: 'boolean', default: false },
  },
});
type Numbers = Record<'minutes' | 'rate' | 'kill' | 'instances' | 'people' | 'copies' | 'outage' | 'slow' | 'freeze', number>;
const o = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)])) as Numbers;
const PATIENCE_S = 600;

/** Of a run of so many ms: what happens once, and when. */
function happenings(rig: Rig, cut: (ms: number) => Promise<void>, length: number): { at: number; run(): Promise<unknown> }[] {
  const { instances } = rig;
  const upgrade = async (): Promise<void> => {
    for (const one of instances) {
      const code = await one.replace();
      if (code !== 0) process.stderr.write(`an instance that was replaced ended with ${code}\n`);
      await one.ready();
    }
  };
  return [
    ...(values.rolling ? [{ at: length * 0.3, run: upgrade }] : []),
    ...(o.outage > 0 ? [{ at: length / 3, run: () => cut(o.outage * 1000) }] : []),
    ...(o.freeze > 0 ? [{ at: length / 2, run: async () => instances[0]?.freeze(o.freeze * 1000) }] : []),
  ];
}

async function load(rig: Rig, talk: Talk, cut: (ms: number) => Promise<void>): Promise<void> {
  const length = o.minutes * 60_000;
  const started = performance.now();
  const nextKill = (): number => performance.now() + o.kill * 1000 * (0.5 + Math.random());
  let killAt = o.kill > 0 ? nextKill() : Number.POSITIVE_INFINITY;
  const ahead = happenings(rig, cut, length);
  const under: Promise<unknown>[] = [];
  for (let n = 0; performance.now() - started < length; n++) {
    talk.say();
    const passed = performance.now() - started;
    while (ahead[0] && ahead[0].at <= passed) under.push(ahead.shift()!.run());
    if (performance.now() > killAt) {
      killAt = nextKill();
      const up = rig.instances.filter((one) => !one.leaving);
      const victim = up[Math.floor(Math.random() * up.length)];
      if (victim) under.push(victim.kill().then(() => victim.start()));
    }
    await pause(started + (n + 1) * (1000 / o.rate) - performance.now());
  }
  await Promise.all(under);
}

const share = (sorted: number[], part: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);

async function main(): Promise<void> {
  const given = process.env['SOAK_DATABASE_URL'] ?? null;
  if (given === null && (o.instances > 1 || o.outage > 0 || o.slow > 0)) throw new Error('set SOAK_DATABASE_URL=postgres://…');
  const line = given === null ? null : await openDatabaseLine(given, o.slow);
  const rig = await startRig({ instances: o.instances, databaseUrl: line?.url ?? null, people: o.people });
  rig.door.copies = o.copies;
  rig.door.acks.length = 0;
  if (!values.calm) await rig.api.post('faults', { api: FAULTS });
  const talk = new Talk(rig, o.people > 0);
  await load(rig, talk, async (ms) => line?.cut(ms));
  const busy = loadavg()[0]!.toFixed(1);
  const loaded = performance.now();
  await rig.api.post('faults', {});
  let outcome = talk.outcome();
  while (outcome.unanswered > 0 && performance.now() - loaded < PATIENCE_S * 1000) {
    await pause(2000);
    rig.api.pushAgain();
    outcome = talk.outcome();
    process.stderr.write(`${outcome.unanswered} of ${outcome.messages} unanswered\n`);
  }
  for (const one of talk.unanswered()) process.stderr.write(`unanswered: ${JSON.stringify(one)}\n`);
  const sorted = rig.door.acks.sort((a, b) => a - b);
  const result = {
    ...Object.fromEntries(Object.entries(values).filter(([name, value]) => name !== 'minutes' && value !== '0' && value !== false)),
    ...outcome,
    kills: rig.instances.reduce((sum, one) => sum + one.kills, 0),
    acks: sorted.length,
    ackMs: { p50: share(sorted, 0.5), p99: share(sorted, 0.99), most: share(sorted, 1) },
    caughtUpAfterS: Math.round((performance.now() - loaded) / 1000),
    loadOfTheMachine: busy,
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
  const bad = outcome.unanswered + outcome.answeredTwice + outcome.bookedTwice + outcome.changedTwice;
  const dir = await rig.stop(bad > 0);
  if (bad > 0) process.stderr.write(`the store is left in ${dir}\n`);
  line?.close();
  process.exitCode = bad > 0 ? 1 : 0;
}

await main();
