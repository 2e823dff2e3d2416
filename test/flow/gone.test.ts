import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Line, type Person } from '../helpers/line.ts';

const MINUTE = 60_000;

let line: Line;
let person: Person;
let chat: string;

beforeAll(async () => {
  line = await Line.start({ logLevel: 'info' });
  person = line.person('李娜');
  chat = line.direct(person);
});
afterAll(() => line.stop());
afterEach(() => line.post('faults', {}));

const patches = async (): Promise<number> => (await line.calls('im/v1/messages')).filter((call) => call.method === 'PATCH').length;

describe('a card that nobody has any more', () => {
  it.each([
    ['bot outside the group', 230002],
    ['recalled', 230011],
    ['older than the platform lets it change', 230031],
    ['deleted', 230110],
    ['group dissolved', 232009],
    ['never there', 99992354],
  ])('%s (%i): is forgotten without a word', async (_, code) => {
    await line.advance(MINUTE);
    await line.ask(person, chat, `两小时后 ${code}`);
    await line.post('faults', { api: [{ method: 'PATCH', path: '/messages/', mode: 'code', code, times: 1 }] });
    const logged = line.logged.length;
    const before = await patches();
    await line.advance(6 * MINUTE);
    await line.ask(person, chat, '帮助');
    await line.until(async () => (await patches()) > before, 'the card to be drawn again');
    // The start of the meeting is the next time its card would change.
    await line.advance(130 * MINUTE);
    await line.ask(person, chat, '帮助');
    expect(await patches()).toBe(before + 1);
    const told = line.logged.slice(logged).filter((text) => /"level":"(info|warn|error)"/.test(text));
    expect(told.filter((text) => !text.includes('event dealt with'))).toEqual([]);
  });
});

it('a card that is refused for a reason: one line each for the call and the job, without stacks', async () => {
  await line.advance(MINUTE);
  await line.ask(person, chat, '两小时后 评审');
  await line.post('faults', { api: [{ method: 'PATCH', path: '/messages/', mode: 'code', code: 230028, times: 1 }] });
  const logged = line.logged.length;
  await line.advance(6 * MINUTE);
  await line.ask(person, chat, '帮助');
  const loud = (): string[] => line.logged.slice(logged).filter((text) => /"level":"(warn|error)"/.test(text));
  await line.until(async () => loud().length >= 2, 'the lines about it');
  expect(loud()).toEqual([expect.stringContaining('im.message.patch'), expect.stringContaining('im.message.patch 230028 log id')]);
  expect(loud().join('')).not.toContain('"stack"');
});
