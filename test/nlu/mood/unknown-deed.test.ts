import { describe, expect, it } from 'vitest';
import { understand } from '../../../src/nlu/understand.ts';

/** A Friday. */
const ctx = { now: Date.parse('2026-11-20T10:15:00+08:00'), zone: 'Asia/Shanghai' };
const read = (text: string) => understand({ text, mentions: [], botOpenId: null }, ctx);

describe('something that nobody knows, to be done with a meeting that is there', () => {
  it.each([
    "can you frobnicate tomorrow's standup",
    'could you juggle the 3pm sync',
    'please sandpaper our board meeting to 11am',
    'would you cushion this call at 4',
    "can you wave through Thursday's interview",
    'could you massage the retro into the 4pm slot',
    'record the 3pm',
    'add @Bob as a host of the 3pm',
    'invite @Bob to the 3pm',
    'turn on recording for the 4pm',
    'bring snacks to the 5pm',
    '帮我把明天的晨会捂一下',
    '麻烦将下午四点的评审搬运至五点',
    '帮我把周五的例会凉拌了',
    '请把今晚8点的复盘糊弄过去',
  ])('is not simply booked: %s', (text) => {
    const { intent, act } = read(text);
    expect(intent.want === 'book' && act === 'do').toBe(false);
  });
});

describe('what is to be booked', () => {
  it.each([
    'can you whip up a sync tomorrow at 3pm',
    'could you pencil in the board meeting for Thursday 2pm',
    'please plan our retro for tomorrow 4pm',
    'would you mind booking the churn review for Monday 3pm',
    'book the 3pm slot for the design review',
    "let's do the retro tomorrow 5pm",
    'could you set up the parents evening debrief tomorrow at 6pm',
    'please review the contract tomorrow at 3pm with legal',
    '帮我把周四下午3点的评审订上',
    '麻烦把明天上午10点的面试约一下',
    '帮我把需求过一遍，明天下午3点',
  ])('is still booked or asked about: %s', (text) => {
    const { intent, act } = read(text);
    expect({ want: intent.want, act }).toMatchObject({ want: 'book', act: expect.stringMatching(/^(?:do|ask)$/) });
  });
});
