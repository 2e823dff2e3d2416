/** Every metric that the README names appears under load, and no other. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quoted, tableOf } from '../helpers/docs.ts';
import { Line, type Person, until } from '../helpers/line.ts';

const MINUTE = 60_000;

let line: Line;
let text: string;

const documented = tableOf('README.md', '### Metrics')
  .flatMap(([names]) => quoted(names!))
  .map((name) => name.replace(/\{.*$/, ''));
/** Only where the bot is on the long connection, or polls. */
const ELSEWHERE = ['feishu_bot_connection_up', 'feishu_bot_connection_turns_total'];

/** All its samples, buckets left out. */
const samples = (name: string): number[] =>
  [...text.matchAll(new RegExp(`^${name}(?:_count)?(?:\\{[^}]*\\})? (\\S+)$`, 'gm'))].map(([, value]) => Number(value));

beforeAll(async () => {
  line = await Line.start({ remind: 10, app: { callTimeoutMs: 1500 } });
  const user: Person = line.colleague(0);
  const group = line.group(user);
  const [first] = [await line.ask(user, group, '今天11点到12点 早会')];
  await line.ask(user, group, '早会改到今天11点半');
  await line.ask(user, group, '每周一上午10点 周会');
  // More at once than a chat takes a second.
  for (let n = 0; n < 12; n++) await line.say(user, group, `@${line.world.app.name} 后天下午${(n % 6) + 1}点 主题叫第${n}场`);
  await line.settle();
  await line.press(user, first, '刷新');
  await fetch(`${line.app.url}/webhook/event`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  await line.post('faults', { api: [{ path: '/messages', mode: 'code', code: 230013 }] });
  await line.say(user, group, `@${line.world.app.name} 帮助`);
  await line.settle();
  await line.post('faults', {});
  for (let n = 0; n < 8; n++) {
    await line.advance(10 * MINUTE);
    await line.settle();
  }
  text = await (await fetch(`${line.app.url}/metrics`)).text();
});
afterAll(() => line.stop());

describe('the metrics', () => {
  it('are all documented', () => {
    const names = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name!);
    expect(names.filter((name) => !documented.includes(name))).toEqual([]);
    expect(documented.filter((name) => !names.includes(name) && !ELSEWHERE.includes(name))).toEqual([]);
  });

  it.each([
    'feishu_bot_events_total',
    'feishu_bot_requests_refused_total',
    'feishu_bot_ack_seconds',
    'feishu_bot_answer_seconds',
    'feishu_bot_jobs_total',
    'feishu_bot_jobs_scheduled',
    'feishu_bot_dead_letters',
    'feishu_bot_platform_calls_total',
    'feishu_bot_platform_call_seconds',
    'feishu_bot_limiter_wait_seconds',
    'feishu_bot_cards_patched_total',
    'feishu_bot_reminder_late_seconds',
    'feishu_bot_meetings',
    'feishu_bot_series',
  ])('%s counts what happened', (name) => {
    expect(Math.max(...samples(name))).toBeGreaterThan(0);
  });

  it('tells what waits and for how long, while it does', async () => {
    const user: Person = line.colleague(0);
    const group = line.group(user);
    const read = async (name: string): Promise<number> => {
      text = await (await fetch(`${line.app.url}/metrics`)).text();
      return samples(name)[0]!;
    };
    expect(await read('feishu_bot_queue_age_seconds')).toBe(0);
    // One in work, the others wait for the same chat.
    await line.post('faults', { api: [{ path: '/reserves/apply', mode: 'hang', times: 1 }] });
    for (let n = 0; n < 4; n++) await line.say(user, group, `@${line.world.app.name} 大后天下午${n + 1}点 主题叫第${n}次`);
    await until(async () => (await read('feishu_bot_queue_depth')) > 0, 'something that waits');
    await line.advance(2000);
    expect(await read('feishu_bot_queue_age_seconds')).toBeGreaterThan(0);
    expect(await read('feishu_bot_jobs_running')).toBeGreaterThan(0);
    await line.post('faults', {});
    await line.settle();
    expect(await read('feishu_bot_queue_age_seconds')).toBe(0);
  });

  it('count what waited under the limits of the platform', () => {
    const waited = /feishu_bot_limiter_wait_seconds_sum (\S+)/.exec(text)![1];
    expect(Number(waited)).toBeGreaterThan(0);
  });
});
