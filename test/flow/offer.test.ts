/** What may be meant is asked: one card, nothing done, one tap. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttons, type ChatMessage, Line, type Person, read } from '../helpers/line.ts';

const MINUTE = 60_000;

let line: Line;
let owner: Person;
let member: Person;
let group: string;

beforeAll(async () => {
  line = await Line.start();
  [owner, member] = [line.person('李娜'), line.person('王芳')];
  group = line.group(owner, member, line.person('佐藤遥'));
});
afterAll(() => line.stop());

const YES = /约\/约\/Book it|取消会议\/取消会议\/Cancel it|改\/改\/Change it/;

/** The card that asks, with what the meeting API was called for meanwhile: nothing. */
async function offered(text: string, chat = group): Promise<ChatMessage> {
  const { got, asked } = await line.asked(() => line.hear(owner, chat, text));
  expect(asked).toEqual([]);
  expect(buttons(got).join()).toMatch(YES);
  return got;
}

describe('a meeting that may be meant', () => {
  it.each([
    ['后天上午10点到11点', 'zh_cn', /要约.*吗？/, '约'],
    ['我们下周四下午三点开个会怎么样？', 'zh_cn', /要约.*吗？/, '约'],
    ['Friday 10am', 'en_us', /Book .*\?/, 'Book it'],
  ] as const)('is booked by one tap, and the card that asked becomes its card: %s', async (text, lang, question, yes) => {
    const card = await offered(text);
    expect(read(card, lang)).toMatch(question);
    const { asked } = await line.asked(async () => {
      expect((await line.press(owner, card, yes)).toast?.type).toBe('info');
      await line.shows(owner, group, card.message_id, lang === 'zh_cn' ? '会议号' : 'Meeting', lang);
    });
    expect(asked.map(([method]) => method)).toEqual(['POST']);
  });

  it('is the asker’s to decide: nobody else’s tap counts', async () => {
    const card = await offered('我们周四下午三点开个会怎么样？');
    const { asked } = await line.asked(async () => {
      expect((await line.press(member, card, '约')).toast?.type).toBe('warning');
      expect((await line.press(member, card, '不用')).toast?.type).toBe('warning');
    });
    expect(asked).toEqual([]);
    await line.press(owner, card, '约');
    await line.shows(owner, group, card.message_id, '会议号');
  });

  it('can be changed first: the form opens with what was understood', async () => {
    const card = await offered('周五10点评审可行吗，大家看看');
    const before = new Set((await line.messages(owner, group)).map((one) => one.message_id));
    await line.press(owner, card, '改一下');
    const form = await line.answer(owner, group, before, 'the form');
    expect(form.ephemeral).toBe(true);
    expect(JSON.stringify(form.card)).toContain('"initial_datetime":"2026-11-27 10:00"');
  });

  it('is declined, and not offered again for half an hour', async () => {
    const chat = line.direct(owner);
    const card = await offered('should we meet on Friday at 10?', chat);
    await line.press(owner, card, 'No thanks');
    await line.shows(owner, chat, card.message_id, /nothing was changed/, 'en_us');
    const again = await line.hear(owner, chat, 'should we meet on Friday at 10?');
    expect(buttons(again)).toEqual([]);
    await line.advance(31 * MINUTE);
    await offered('should we meet on Friday at 10?', chat);
  });

  it('is no longer there after half an hour', async () => {
    const card = await offered('下周三 14:00');
    await line.advance(30 * MINUTE);
    const { got, asked } = await line.asked(() => line.press(owner, card, '约'));
    expect(got.toast).toMatchObject({ type: 'warning', content: expect.stringContaining('半小时') });
    expect(asked).toEqual([]);
  });

  it('is booked once, however often it is tapped', async () => {
    const card = await offered('下周二 14:00');
    const { asked } = await line.asked(async () => {
      await Promise.all([1, 2, 3].map(() => line.press(owner, card, '约').catch(() => null)));
      await line.shows(owner, group, card.message_id, '会议号');
      await line.sandbox.idle();
    });
    expect(asked.map(([method]) => method)).toEqual(['POST']);
  });
});

describe('a cancellation that may be meant', () => {
  it('names the meeting, and deletes it by one tap', async () => {
    await line.ask(owner, group, '后天下午5点 预算会');
    const card = await offered('可以取消预算会吗');
    expect(read(card)).toMatch(/要取消.*预算会.*吗？/);
    const { asked } = await line.asked(async () => {
      await line.press(owner, card, '取消会议');
      await line.shows(owner, group, card.message_id, '取消了「预算会」');
    });
    expect(asked.map(([method]) => method)).toEqual(['DELETE']);
  });
});

describe('another meeting of one’s own at that time', () => {
  it.each([
    ['zh_cn', '大后天下午3点到4点 甲', '大后天下午3点半到4点半 乙', '还有「甲」', '换个时间'],
    ['en_us', 'Monday 6-7pm alpha', 'Monday 6:30-7:30pm beta', 'also have "alpha"', 'Pick another time'],
  ] as const)('is booked all the same, and its card says so (%s)', async (lang, first, second, says, change) => {
    await line.hear(owner, group, first);
    const { got, asked } = await line.asked(() => line.hear(owner, group, second));
    expect(asked.map(([method]) => method)).toEqual(['POST']);
    expect(read(got, lang)).toContain(says);
    expect(buttons(got).join()).toContain(change);
  });

  it('is not named to another group', async () => {
    await line.hear(owner, line.direct(owner), '大后天上午9点到10点 秘密');
    const card = await line.hear(owner, group, '大后天上午9点半到10点 公开');
    expect(read(card)).toContain('另一场会');
    expect(JSON.stringify(card.card)).not.toContain('秘密');
  });
});

describe('the same meeting once more', () => {
  it.each([
    ['明天上午9点 晨会', 'zh_cn', '已有「晨会」，再约一场？', '再约一场'],
    ['tomorrow 8am standup', 'en_us', 'already have "standup"', 'Book another'],
  ] as const)('is asked about before it is booked: %s', async (text, lang, says, yes) => {
    await line.hear(owner, group, text);
    const { got, asked } = await line.asked(() => line.hear(owner, group, text));
    expect(asked).toEqual([]);
    expect(read(got, lang)).toContain(says);
    const second = await line.asked(async () => {
      await line.press(owner, got, yes);
      await line.shows(owner, group, got.message_id, lang === 'zh_cn' ? '会议号' : 'Join', lang);
    });
    expect(second.asked.map(([method]) => method)).toEqual(['POST']);
  });

  it('is no matter of others: they have their own', async () => {
    await line.hear(owner, group, '明天晚上7点 读书会');
    const { asked } = await line.asked(() => line.hear(member, group, '明天晚上7点 读书会'));
    expect(asked.map(([method]) => method)).toEqual(['POST']);
  });
});

it('a meeting is filled in bit by bit, with the form beside it', async () => {
  const chat = line.direct(member);
  expect(read(await line.hear(member, chat, '约个会'))).toContain('约会议');
  const { got, asked } = await line.asked(() => line.hear(member, chat, '明天下午3点'));
  expect(asked.map(([method]) => method)).toEqual(['POST']);
  expect(read(got)).toContain('会议号');
});
