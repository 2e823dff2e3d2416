/** However much happens at once, a card is patched once a second at most, and shows all of it in the end. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Line, type Person, read } from '../helpers/line.ts';

let line: Line;
let owner: Person;
let home: string;

beforeAll(async () => {
  line = await Line.start();
  owner = line.person('张伟');
  home = line.world.chats.find((chat) => chat.name === '产品周会')!.chat_id;
});
afterAll(() => line.stop());

it('six people who come and go within a second', async () => {
  const card = await line.ask(owner, home, '现在开会');
  const { id: reserve_id, meeting_no } = (await line.reserves()).at(-1)!;
  const { members } = line.world.chats.find((chat) => chat.chat_id === home)!;
  for (let n = 0; n < 3; n++) {
    for (const as of members) await line.post('meetings/join', { as, reserve_id });
    for (const as of members.slice(1)) await line.post('meetings/leave', { as, meeting_no });
    await line.settle();
  }
  await line.shows(owner, home, card.message_id, '1 人在会上');
  const patches = (await line.calls(`/im/v1/messages/${card.message_id}`)).filter(({ method }) => method === 'PATCH');
  const times = patches.map(({ at }) => at).sort((a, b) => a - b);
  expect(times.length).toBeGreaterThan(0);
  for (const [n, at] of times.entries()) if (n > 0) expect(at - times[n - 1]!).toBeGreaterThanOrEqual(1000);
  expect(read(await line.message(owner, home, card.message_id))).toContain('进行中');
});
