/**
 * Many meetings live at once, in real time, against the built bot in a process of its own: how long cards lag behind, what the
 * platform was asked, and what the bot's memory does. `npm run prebench && npm run build && node dist/bench/live.js --meetings 1000
 * --minutes 4`; `--lead` minutes more to book them on a busy machine. Exit 1 where the platform refused a call for its rate or a card was wrong in the end.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joined, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { manifest } from '../app/manifest.ts';
import { startSandbox } from '../sandbox/server.ts';

const { values } = parseArgs({
  options: {
    meetings: { type: 'string', default: '100' },
    minutes: { type: 'string', default: '2' },
    events: { type: 'string', default: '8' },
    lead: { type: 'string', default: '2' },
    port: { type: 'string', default: '42900' },
  },
});
const { meetings, minutes, events, lead } = values;
const [MEETINGS, MINUTES, EVENTS] = [Number(meetings), Number(minutes), Number(events)];
/** Below what the platform takes of bookings and answers in a minute. */
const BOOKINGS_PER_SECOND = 13;
const IN_A_CHAT = 5;
const SECOND = 1000;
const MINUTE = 60_000;
const LIMITED = new Set([99991400, 230020]);

interface One {
  topic: string;
  card: string;
  reserve: string;
  inside: Set<string>;
  /** Since when its card has not said the truth. */
  wrongSince: number | null;
  /** How it stood when its card was read last. */
  looked?: string;
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const share = (all: number[], part: number): number => {
  const sorted = all.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
};
const spread = (all: number[]) => ({ n: all.length, p50: share(all, 0.5), p99: share(all, 0.99), max: share(all, 1) });

const dir = mkdtempSync(joined(tmpdir(), 'meeting-bot-live-'));
const sandbox = await startSandbox({ ...manifest(), realTime: true });
const { world } = sandbox.platform;
const bot = `http://127.0.0.1:${values.port}`;
const child = spawn(process.execPath, [resolve('dist/main.js')], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: {
    ...process.env,
    FEISHU_APP_ID: sandbox.appId,
    FEISHU_APP_SECRET: sandbox.appSecret,
    FEISHU_ENCRYPT_KEY: sandbox.encryptKey ?? '',
    FEISHU_VERIFICATION_TOKEN: sandbox.verificationToken ?? '',
    FEISHU_DOMAIN: sandbox.url,
    DATABASE_URL: `file:${joined(dir, 'bot.db')}`,
    BOT_QUOTA_PERSON: '0',
    BOT_QUOTA_CHAT: '0',
    BOT_REMIND_MINUTES: 'off',
    LOG_LEVEL: 'silent',
    HOST: '127.0.0.1',
    PORT: values.port,
  },
});

async function post<T>(path: string, body: unknown): Promise<T> {
  const answer = await fetch(`${sandbox.url}/_sandbox/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function metric(name: string): Promise<number> {
  const text = await fetch(`${bot}/metrics`).then((answer) => answer.text());
  return Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1] ?? Number.NaN);
}

const refused: string[] = [];
const asked = new Map<string, number[]>();
let lastCall = '';
const polledAt = new Map<string, number>();
let longestPoll = 0;

function count(): void {
  const fresh: ReturnType<typeof sandbox.dispatcher.calls> = [];
  for (const call of sandbox.dispatcher.calls(500)) {
    if (call.id === lastCall) break;
    fresh.push(call);
  }
  lastCall = fresh[0]?.id ?? lastCall;
  for (const { method, path, code, at } of fresh.reverse()) {
    if (code !== null && LIMITED.has(code)) refused.push(`${method} ${path} ${code}`);
    const poll = /reserves\/(\d+)\/get_active/.exec(path)?.[1];
    const api = `${method} ${path.replace(/\?.*/, '').replace(/\/(om_|ou_|oc_)[^/]+|\/\d{10,}/g, '/:id')}`;
    const times = asked.get(api) ?? [];
    times.push(at);
    asked.set(api, times);
    if (!poll) continue;
    longestPoll = Math.max(longestPoll, at - (polledAt.get(poll) ?? at));
    polledAt.set(poll, at);
  }
}

/** The most calls in any such time. */
function most(times: number[], within: number): number {
  let [from, top] = [0, 0];
  for (const [to, at] of times.entries()) {
    while (times[from]! <= at - within) from += 1;
    top = Math.max(top, to - from + 1);
  }
  return top;
}

const all: One[] = [];

function isRight({ card, inside }: One): boolean {
  const says = JSON.stringify(world.messages.get(card)?.card ?? null);
  return inside.size > 0 ? says.includes(`${inside.size} 人在会上`) : says.includes('已结束');
}

let lags: number[] = [];

function look(): void {
  const now = Date.now();
  for (const one of all) {
    if (one.wrongSince === null) continue;
    // To read all of them each time would keep the platform from answering.
    const state = `${world.messages.get(one.card)?.updatedAt} ${one.inside.size}`;
    if (state === one.looked) continue;
    one.looked = state;
    if (!isRight(one)) continue;
    lags.push(now - one.wrongSince);
    one.wrongSince = null;
  }
}

const wrong = (): One[] => all.filter((one) => one.wrongSince !== null);

async function come(one: One, as: string): Promise<void> {
  await post('meetings/join', { as, reserve_id: one.reserve });
  one.inside.add(as);
  one.wrongSince ??= Date.now();
}

async function go(one: One, as: string): Promise<void> {
  await post('meetings/leave', { as, meeting_no: world.reserves.get(one.reserve)!.meetingNo });
  one.inside.delete(as);
  one.wrongSince ??= Date.now();
}

const watch = setInterval(() => {
  count();
  look();
}, 100);

async function phase(name: string, work: () => Promise<object | undefined>): Promise<void> {
  lags = [];
  longestPoll = 0;
  polledAt.clear();
  asked.clear();
  const from = Date.now();
  const more = await work();
  count();
  look();
  const seconds = (Date.now() - from) / SECOND;
  const calls = Object.fromEntries(
    [...asked].filter(([, times]) => times.length > 5).map(([api, times]) => [api, `${most(times, SECOND)}/s ${most(times, MINUTE)}/min`]),
  );
  const rss = Math.round((await metric('process_resident_memory_bytes')) / 2 ** 20);
  process.stdout.write(
    `${JSON.stringify({ phase: name, seconds: Math.round(seconds), lagMs: spread(lags), stillWrong: wrong().length, longestPollMs: longestPoll, rssMb: rss, refused: refused.length, calls, ...more })}\n`,
  );
}

const rights = async (withinMs: number): Promise<void> => {
  const until = Date.now() + withinMs;
  while (wrong().length > 0 && Date.now() < until) await pause(200);
};

/** People come and go, so many a second in all. */
async function traffic(people: string[]): Promise<void> {
  const from = Date.now();
  for (let n = 0; Date.now() - from < MINUTES * MINUTE; n++) {
    const one = all[Math.floor(Math.random() * all.length)]!;
    const who = people[1 + Math.floor(Math.random() * (people.length - 1))]!;
    if (one.wrongSince === null) await (one.inside.has(who) ? go(one, who) : come(one, who));
    await pause(Math.max(0, from + (n + 1) * (SECOND / EVENTS) - Date.now()));
  }
}

async function main(): Promise<void> {
  const ready = (): Promise<boolean> =>
    fetch(`${bot}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
  while (!(await ready())) await pause(100);
  await sandbox.setWebhook(`${bot}/webhook/event`);
  const tenant = [...world.people.values()][0]!.tenantKey;
  const people = [...world.people.values()]
    .filter((one) => one.tenantKey === tenant)
    .slice(0, 3)
    .map((one) => one.openId);
  const startAt = Math.ceil((Date.now() + (MEETINGS / BOOKINGS_PER_SECOND) * SECOND + Number(lead) * MINUTE) / MINUTE) * MINUTE;
  const local = new Date(startAt + 8 * 60 * MINUTE).toISOString();
  const when = `${Number(local.slice(5, 7))}月${Number(local.slice(8, 10))}日${local.slice(11, 16)}`;

  await phase('booked', async () => {
    const chats: string[] = [];
    for (let n = 0; n < Math.ceil(MEETINGS / IN_A_CHAT); n++) {
      const { chat_id } = await post<{ chat_id: string }>('chats', { as: people[0], name: `群${n}`, members: people, with_bot: true });
      chats.push(chat_id);
    }
    const from = Date.now();
    for (let n = 0; n < MEETINGS; n++) {
      const text = `@${sandbox.platform.app.name} ${when} 2小时 主题叫「会${n}号」`;
      await post('messages', { as: people[0], chat_id: chats[n % chats.length], text });
      await pause(Math.max(0, from + (n + 1) * (SECOND / BOOKINGS_PER_SECOND) - Date.now()));
    }
    const cards = () => [...world.messages.values()].filter(({ card }) => card !== null && JSON.stringify(card).includes('加入会议'));
    while (cards().length < MEETINGS && Date.now() < startAt - 5 * SECOND) await pause(3000);
    const reserves = [...world.reserves.values()];
    for (const { messageId, card } of cards()) {
      const topic = /会\d+号/.exec(JSON.stringify(card))?.[0] ?? '';
      const reserve = reserves.find((one) => one.topic === topic)?.id ?? '';
      all.push({ topic, card: messageId, reserve, inside: new Set(), wrongSince: null });
    }
    if (all.length < MEETINGS) throw new Error(`only ${all.length} were booked before their start`);
    return { cards: all.length };
  });
  await pause(startAt + 2 * SECOND - Date.now());
  await phase('all come at once', async () => {
    for (const one of all) await come(one, people[0]!);
    await rights(5 * MINUTE);
    return undefined;
  });
  // What the platform takes in a minute was spent on that.
  await pause(65 * SECOND);
  await phase(`${EVENTS} come or go a second`, async () => {
    await traffic(people);
    await rights(MINUTE);
    return { within5s: `${Math.round((lags.filter((ms) => ms <= 5000).length / lags.length) * 1000) / 10}%` };
  });
  await post('faults', { deliveries: [{ match: 'vc.*', mode: 'drop' }] });
  await phase('every event lost', async () => {
    await traffic(people);
    const late = await metric('feishu_bot_poll_delay_seconds');
    const notes = await fetch(`${bot}/readyz`).then((answer) => answer.json() as Promise<{ notes?: string[] }>);
    await rights(3 * MINUTE);
    return { pollDelayS: late, readyz: notes.notes ?? [] };
  });
  await phase('all go, every event lost', async () => {
    for (const one of all) for (const who of [...one.inside]) await go(one, who);
    await rights(5 * MINUTE);
    return undefined;
  });
}

try {
  await main();
  process.exitCode = refused.length + wrong().length > 0 ? 1 : 0;
  if (refused.length > 0) process.stdout.write(`${refused.slice(0, 10).join('\n')}\n`);
} finally {
  clearInterval(watch);
  child.kill('SIGTERM');
  await sandbox.close();
  rmSync(dir, { recursive: true, force: true });
}
