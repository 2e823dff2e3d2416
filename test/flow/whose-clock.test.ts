/** Whose clock: assumed until it is known, confirmed or moved by a tap, and one line for all. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttons, type ChatMessage, Line, type Person, read } from '../helpers/line.ts';
import { at, shown } from '../helpers/times.ts';

let line: Line;
let owner: Person;
let member: Person;
let group: string;

beforeAll(async () => {
  line = await Line.start();
  [owner, member] = [line.person('李娜'), line.person('王芳')];
  group = line.group(owner, member);
});
afterAll(() => line.stop());

const IS = '就是北京时间';
const OTHER = '我在别的时区';
const asks = (card: ChatMessage): boolean => buttons(card).join().includes(IS);
const zoneOf = async (person: Person): Promise<string> => read(await line.hear(person, line.direct(person), '设置'));

describe('a zone that nobody has said', () => {
  it('is asked about on the first booking, and not again', async () => {
    const first = await line.hear(owner, line.direct(owner), '明天下午3点到4点 周会');
    expect(read(first)).toContain('按北京时间理解');
    expect(asks(first)).toBe(true);
    expect(asks(await line.hear(owner, line.direct(owner), '后天下午3点 评审'))).toBe(false);
  });

  it('is asked about again where something hints at another one, until it is known', async () => {
    const card = await line.hear(owner, line.direct(owner), 'tomorrow 10am standup');
    expect(read(card, 'en_us')).toContain('Read as Beijing time');
    await line.press(owner, card, 'Yes, Beijing time');
    await line.until(async () => !asks(await line.message(owner, line.direct(owner), card.message_id)), 'the line to go');
    expect(asks(await line.hear(owner, line.direct(owner), 'tomorrow 11am review'))).toBe(false);
    expect(await zoneOf(owner)).toContain('在卡片上确认过');
  });
});

describe('a question about a time', () => {
  it('says in whose clock it was read where the asker may have another one', async () => {
    const guest = line.person('陈晨');
    const asked = await line.hear(guest, line.direct(guest), 'design review tomorrow 10am, ok?');
    expect(read(asked, 'en_us')).toMatch(/^Book "design review" for .*\?$/m);
    expect(read(asked, 'en_us')).toContain('Read as Beijing time');
    expect(read(await line.hear(guest, line.direct(guest), '后天下午3点 站会，行吗？'))).not.toContain('按北京时间理解');
    expect(read(await line.hear(guest, line.direct(guest), 'planning Friday 10am Tokyo time, ok?'), 'en_us')).not.toContain('Read as');
  });
});

describe('a tap on the card', () => {
  it('moves the meeting with its organizer, and the zone is known from then on', async () => {
    const chat = line.direct(member);
    const card = await line.hear(member, chat, '明天晚上9点到10点 对齐');
    const before = new Set((await line.messages(member, chat)).map((one) => one.message_id));
    await line.press(member, card, OTHER);
    const which = await line.answer(member, chat, before, 'the zones');
    const { asked } = await line.asked(async () => {
      await line.press(member, which, '东京');
      await line.shows(member, chat, card.message_id, shown(at('21T20:00')));
      expect(buttons(await line.shows(member, chat, which.message_id, '你按东京时间'))).toEqual([]);
    });
    expect(asked.map(([method]) => method)).toEqual(['PUT']);
    expect(asks(await line.message(member, chat, card.message_id))).toBe(false);
    expect(await zoneOf(member)).toContain('在卡片上确认过');
  });

  it('of anybody else sets only their own zone, and says so', async () => {
    const [third, fourth] = [line.person('佐藤遥'), line.colleague(0)];
    const both = line.group(third, fourth);
    const card = await line.hear(third, both, '后天下午2点到3点 选题');
    const { got, asked } = await line.asked(() => line.press(fourth, card, IS));
    expect(got.toast?.content).toContain('会议时间不变');
    expect(asked).toEqual([]);
    expect(asks(await line.message(third, both, card.message_id))).toBe(true);
  });
});

it('people of several zones in a group read how late it is for each of them', async () => {
  const card = await line.hear(owner, group, '大后天下午3点到4点 联调');
  expect(read(card)).toContain('15:00 北京 · 16:00 东京');
});
