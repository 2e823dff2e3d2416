/** What is only asked about, or is no instruction, changes nothing: whatever was said, and by whom. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { understand } from '../../src/nlu/understand.ts';
import { type Call, Line, START } from '../helpers/line.ts';
import { unsureAside } from '../nlu/talk/ask.aside.ts';
import { unsure } from '../nlu/talk/ask.ts';
import { noneEn } from '../nlu/talk/none-en.ts';
import { noneZh } from '../nlu/talk/none-zh.ts';
import { told } from '../nlu/talk/told.ts';

const MINUTE = 60_000;

let line: Line;
beforeAll(async () => {
  line = await Line.start();
});
afterAll(() => line.stop());

/** One in so many, from every kind. */
const every = (nth: number, lines: readonly string[]): string[] => lines.filter((_, n) => n % nth === 0);
const all = (groups: Record<string, string[]>): string[] => Object.values(groups).flat();

const said = [
  ...every(5, all(noneZh)),
  ...every(5, all(noneEn)),
  ...all(unsure),
  ...all(unsureAside),
  ...told.flatMap((frame) => every(29, frame)),
];

/** A look at a setting or a list is done, and writes nothing either; what the tables hold of that is not asked about here. */
const undecided = (text: string): boolean => {
  const { act, intent } = understand({ text, mentions: [], botOpenId: null }, { now: START, zone: 'Asia/Shanghai' });
  return act !== 'do' && intent.want !== 'agree' && intent.want !== 'undo';
};

/** Answering is no change: a message, a reaction, a card that is drawn again. */
const writes = ({ method, path }: Call): boolean =>
  method !== 'GET' && !/\/im\/v1\/|\/auth\/|\/interactive\/|\/cardkit\/|\/ephemeral\//.test(path);

it('asks or keeps silent, and writes nothing to the platform but its answers', async () => {
  const people = line.world.people.filter(
    (one) =>
      one.tenant_key === line.world.people[0]?.tenant_key &&
      line.world.chats.some((chat) => chat.chat_mode === 'p2p' && chat.members.includes(one.open_id)),
  );
  const [owner] = people;
  await line.ask(owner!, line.direct(owner!), '12月1日下午3点到4点半 周会');
  const before = await line.reserves();
  const messages = said.filter(undecided);
  expect(messages.length).toBeGreaterThan(300);
  const { asked } = await line.asked(async () => {
    // One message of each person, then half an hour: none is an answer to what was offered before it.
    for (let from = 0; from < messages.length; from += people.length) {
      await Promise.all(messages.slice(from, from + people.length).map((text, n) => line.say(people[n]!, line.direct(people[n]!), text)));
      await line.settle();
      await line.advance(31 * MINUTE);
    }
  });
  expect(asked).toEqual([]);
  expect((await line.calls()).filter(writes).filter(({ path }) => !path.includes('vc/v1/reserves/apply'))).toEqual([]);
  expect(await line.reserves()).toEqual(before);
}, 120_000);
