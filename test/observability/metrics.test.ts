import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/observability/metrics.ts';

const NOTHING = { waiting: 0, running: 0, later: 0, dead: 0, oldest: 0, meetings: {}, series: {} };

describe('the metrics', () => {
  it('count by label', async () => {
    const metrics = createMetrics();
    metrics.event('im.message.receive_v1', 'received');
    metrics.event('im.message.receive_v1', 'received');
    metrics.event('other', 'ignored');
    metrics.refused(401);
    metrics.job('incoming', 'done');
    metrics.call('reserves.apply', 0, 0.1, 0);
    metrics.call('reserves.apply', 99991400, 0.1, 0);
    const text = await metrics.text();
    expect(text).toContain('feishu_bot_events_total{type="im.message.receive_v1",outcome="received"} 2\n');
    expect(text).toContain('feishu_bot_events_total{type="other",outcome="ignored"} 1\n');
    expect(text).toContain('feishu_bot_requests_refused_total{status="401"} 1\n');
    expect(text).toContain('feishu_bot_jobs_total{kind="incoming",outcome="done"} 1\n');
    expect(text).toContain('feishu_bot_platform_calls_total{api="reserves.apply",code="0"} 1\n');
    expect(text).toContain('feishu_bot_platform_calls_total{api="reserves.apply",code="99991400"} 1\n');
  });

  it('hold the time to the answer in buckets that add up', async () => {
    const metrics = createMetrics();
    for (const seconds of [0.0005, 0.001, 0.02, 3, 60]) metrics.acked(seconds);
    const text = await metrics.text();
    const buckets = [...text.matchAll(/feishu_bot_ack_seconds_bucket\{le="([^"]+)"\} (\d+)/g)].map(([, le, count]) => [le, Number(count)]);
    expect(buckets[0]).toEqual(['0.001', 2]);
    expect(buckets.find(([le]) => le === '0.025')).toEqual(['0.025', 3]);
    expect(buckets.at(-1)).toEqual(['+Inf', 5]);
    expect(buckets.map(([, count]) => count)).toEqual(buckets.map(([, count]) => count).sort((a, b) => Number(a) - Number(b)));
    expect(text).toContain('feishu_bot_ack_seconds_count 5\n');
    expect(text).toMatch(/feishu_bot_ack_seconds_sum 63\.02\d*\n/);
  });

  it('read the queue when asked, and do without it when it cannot be read', async () => {
    const metrics = createMetrics();
    expect(await metrics.text()).not.toContain('queue_depth');
    let waiting = 3;
    metrics.storeFrom(async () => ({ ...NOTHING, waiting, running: 2, later: 300, dead: 1, oldest: 2500 }));
    expect(await metrics.text()).toContain('feishu_bot_queue_depth 3\n');
    waiting = 4;
    const text = await metrics.text();
    expect(text).toContain('feishu_bot_queue_depth 4\n');
    expect(text).toContain('feishu_bot_queue_age_seconds 2.5\n');
    expect(text).toContain('feishu_bot_jobs_running 2\n');
    expect(text).toContain('feishu_bot_jobs_scheduled 300\n');
    expect(text).toContain('feishu_bot_dead_letters 1\n');
    metrics.storeFrom(() => Promise.reject(new Error('closed')));
    expect(await metrics.text()).toContain('process_resident_memory_bytes');
    metrics.storeFrom(() => {
      throw new Error('closed');
    });
    expect(await metrics.text()).toContain('process_resident_memory_bytes');
  });

  it('are valid Prometheus text', async () => {
    const metrics = createMetrics();
    metrics.event('a"b\\c\nd', 'x');
    metrics.call('im.v1', -1, 0.1, 0);
    metrics.acked(0.1);
    metrics.storeFrom(() => ({ ...NOTHING, meetings: { booked: 1 } }));
    const text = await metrics.text();
    expect(text).toContain('type="a\\"b\\\\c\\nd"');
    const line =
      /^(# HELP [a-z_]+ [^\n]+|# TYPE [a-z_]+ (counter|gauge|histogram)|[a-z_]+(\{([a-z]+="([^"\\\n]|\\["\\n])*",?)+\})? [0-9.e+-]+)$/;
    for (const one of text.trimEnd().split('\n')) expect(one).toMatch(line);
    const typed = [...text.matchAll(/# TYPE (\S+)/g)].map((match) => match[1]);
    expect(new Set(typed).size).toBe(typed.length);
  });

  it('stay small whatever is counted', async () => {
    const metrics = createMetrics();
    for (let i = 0; i < 5000; i++) metrics.call('api', i, 0.1, 0);
    const text = await metrics.text();
    expect(text.split('\n').length).toBeLessThan(1000);
    expect(text).toContain('api="other",code="other"');
  });
});
