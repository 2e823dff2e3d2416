/** Many meetings at once: every limit of the platform is kept, and each card is still right in time. `LIVE_MEETINGS=1000` takes half an hour. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatMessage, Line, type Person, read } from '../helpers/line.ts';
import { thorough } from '../helpers/thorough.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const MEETINGS = Number(process.env.LIVE_MEETINGS ?? 10);
const CHATS = MEETINGS / 5;

interface One {
  chat: string;
  card: ChatMessage;
  reserve: { id: string; meeting_no: string };
}

let line: Line;
let people: Person[];
const all: One[] = [];

beforeAll(async () => {
  line = await Line.start({ quotaPerson: 0, quotaChat: 0 });
  people = [0, 1, 2].map((n) => line.colleague(n));
  const members = people.map((one) => one.open_id);
  for (let n = 0; n < CHATS; n++) {
    const { chat_id } = await line.post<{ chat_id: string }>('chats', { as: members[0], name: `群${n}`, members, with_bot: true });
    for (let k = 0; k < MEETINGS / CHATS; k++) {
      const topic = `会${n}之${k}`;
      const said = await line.say(people[0]!, chat_id, `@${line.world.app.name} 今天11点到13点 主题叫「${topic}」`);
      await line.settle();
      await line.advance(250);
      const card = (await line.messages(people[0]!, chat_id, said)).find((one) => one.sender.type === 'app' && read(one).includes(topic))!;
      all.push({ chat: chat_id, card, reserve: undefined as never });
    }
  }
  const reserves = await line.reserves();
  for (const one of all) one.reserve = reserves.find((reserve) => read(one.card).includes(`${reserve.topic} ·`))!;
}, 600_000);
afterAll(() => line.stop());

const refused: string[] = [];
let polls = 0;
const seen = new Set<string>();
const polledAt = new Map<string, number>();
let longest = 0;

/** A second goes by; what the platform was asked in it is counted. */
async function second(): Promise<void> {
  await line.settle();
  await line.advance(SECOND);
  await line.settle();
  for (const call of line.sandbox.dispatcher.calls(400)) {
    if (seen.has(call.id)) break;
    seen.add(call.id);
    if (call.code === 99991400 || call.code === 230020) refused.push(`${call.method} ${call.path} ${call.code} ${call.at}`);
    const id = /reserves\/(\d+)\/get_active/.exec(call.path)?.[1];
    if (!id) continue;
    polls += 1;
    longest = Math.max(longest, call.at - (polledAt.get(id) ?? call.at));
    polledAt.set(id, call.at);
  }
}

async function wait(seconds: number): Promise<void> {
  for (let n = 0; n < seconds; n++) await second();
}

const shown = async ({ chat, card }: One): Promise<string> => read(await line.message(people[0]!, chat, card.message_id));
const come = (one: One, who: Person) => line.post('meetings/join', { as: who.open_id, reserve_id: one.reserve.id });

describe(`${MEETINGS} meetings live at once`, () => {
  it('come about, are told within seconds, and stay right with every event lost', async () => {
    await line.advance(Date.parse('2026-11-20T11:00:00+08:00') - line.clock.now());
    await second();
    // The clock jumped while calls were on their way: for the platform they all arrived in one moment.
    refused.length = 0;
    for (const one of all) await come(one, people[0]!);
    // A thousand cards a minute are all that the platform draws, and each of these changes several times.
    await wait(30 + MEETINGS / 4);
    for (const one of all) expect(await shown(one)).toContain('进行中');

    // One more comes in a few of them: each card says so within seconds, whatever the others cost.
    const few = all.filter((_, n) => n % Math.ceil(MEETINGS / 10) === 0);
    for (const one of few) await come(one, people[1]!);
    await wait(5);
    for (const one of few) expect(await shown(one)).toContain('2 人在会上');

    await line.post('faults', { deliveries: [{ match: 'vc.*', mode: 'drop' }] });
    polledAt.clear();
    longest = 0;
    polls = 0;
    global.gc?.();
    const before = process.memoryUsage().heapUsed;
    const minutes = thorough ? 5 : 1;
    await wait(minutes * 60);
    expect(polls / minutes).toBeLessThanOrEqual(1000);
    // Up to 600 keep the minute; above, the delay grows evenly.
    expect(longest).toBeLessThanOrEqual(Math.max(60, MEETINGS / 15 + 5) * SECOND);
    for (const one of all) await line.post('meetings/leave', { as: people[0]!.open_id, meeting_no: one.reserve.meeting_no });
    for (const one of few) await line.post('meetings/leave', { as: people[1]!.open_id, meeting_no: one.reserve.meeting_no });
    await wait(Math.max(60, MEETINGS / 15 + 30));
    let late = 0;
    for (const one of all) if (!(await shown(one)).includes('已结束')) late += 1;
    expect(late).toBe(0);
    expect(refused).toEqual([]);
    console.log({ MEETINGS, pollsAMinute: Math.round(polls / minutes), longest, grown: process.memoryUsage().heapUsed - before });
  }, 1_200_000);

  it('cost no call while they are only booked', async () => {
    await line.advance(2 * 60 * MINUTE);
    await wait(3);
    polls = 0;
    const said = await line.say(people[0]!, all[0]!.chat, `@${line.world.app.name} 明天11点 主题叫「以后」`);
    expect(said).toBeTruthy();
    await wait(thorough ? 120 : 20);
    expect(polls).toBe(0);
  });
});
