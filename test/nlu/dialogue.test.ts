/** What a message says to what was said before, in both languages: one line each. */
import { describe, expect, it } from 'vitest';
import { EXAMPLE_NOW, EXAMPLE_ZONE, meaningOf } from '../../src/nlu/lexicon/meaning.ts';
import { understand } from '../../src/nlu/understand.ts';

const read = (text: string) => understand({ text, mentions: [], botOpenId: null }, { now: EXAMPLE_NOW, zone: EXAMPLE_ZONE });
const means = (text: string) => meaningOf(read(text));

type Row = [text: string, means: object];
const LAST = { by: 'last' };

describe.each<[string, Row[]]>([
  [
    'corrections of what was just done',
    [
      ['不对不对，四点半', { want: 'move', to: '11-20 16:30', ...LAST }],
      ['哎说错了，周六', { want: 'move', to: '11-21', ...LAST }],
      ['啊不，还是三点', { want: 'move', to: '11-20 15:00', ...LAST }],
      ['半小时不够，一小时吧', { want: 'move', ...LAST }],
      ['开到4点', { want: 'move', to: '11-20 16:00', ...LAST }],
      ['不对，是月会', { want: 'change', topic: '月会', ...LAST }],
      ['会议名称写错了，应该叫项目启动会', { want: 'change', topic: '项目启动会', ...LAST }],
      ['密码不对，应该是8642', { want: 'change', password: '8642', ...LAST }],
      ['不对，谁都可以进', { want: 'change', join: 'anyone', ...LAST }],
      ['我说的是东京时间', { want: 'move', ...LAST }],
      ['hmm, better at 5', { want: 'move', to: '11-20 17:00', ...LAST }],
      ['not tomorrow, the day after', { want: 'move', shift: 1440, ...LAST }],
      ['no, a full hour please', { want: 'move', ...LAST }],
      ['I meant design critique', { want: 'change', topic: 'design critique', ...LAST }],
      ['the title should be Growth Weekly', { want: 'change', topic: 'Growth Weekly', ...LAST }],
      ['sorry, it should be called Kickoff', { want: 'change', topic: 'Kickoff', ...LAST }],
      ['一小时不够，得两小时', { want: 'move', ...LAST }],
      ['密码不是2580，是8520', { want: 'change', password: '8520', ...LAST }],
      ['主题不是周会，是月会', { want: 'change', topic: '月会', ...LAST }],
      ['密码不是2580', { act: 'none' }],
      ['主题是很无聊', { act: 'none' }],
      ['名字叫啥', { want: 'show' }],
      ['the topic is great', { act: 'none' }],
      ['the topic was supposed to be Growth', { act: 'none' }],
      ['no, the topic was Growth', { want: 'change', topic: 'Growth', ...LAST }],
      ['the host was hilarious yesterday', { act: 'none' }],
      ['the password should be changed every 90 days', { act: 'none' }],
      ['主题不变，时间改到4点', { want: 'move', to: '11-20 16:00' }],
      ['ugh, Thursday was right', { want: 'move', to: '11-26', ...LAST }],
      ['不是周会，是双周会', { want: 'change', topic: '双周会', ...LAST }],
      ['actually keep 3', { want: 'move', to: '11-20 15:00', ...LAST }],
      ['还是按原来的3点', { want: 'move', to: '11-20 15:00', ...LAST }],
      ['这个会只要20分钟', { want: 'move', ...LAST }],
      ['晚了点，提前到3点吧', { want: 'move', to: '11-20 15:00', ...LAST }],
      ["don't cancel it, move it to 4", { want: 'move', to: '11-20 16:00', ...LAST }],
      ['先别改时间，把密码换成2222', { want: 'change', password: '2222', ...LAST }],
      ['3点我要接孩子，4点半吧', { fragment: true, act: 'none' }],
      ['后天不行，大后天同一时间', { want: 'move', to: '11-23', ...LAST }],
      ['会议不变，还是3点', { act: 'none' }],
      ['如果李娜没空，改到4点', { act: 'none' }],
      ['收到，推迟到四点', { want: 'move', act: 'ask' }],
      ['我4点下班，5点到家吧', { act: 'none' }],
      ['no wait, 8877', { want: 'change', password: '8877', ...LAST }],
      ['sorry, that was London time', { want: 'move', ...LAST }],
    ],
  ],
  [
    'corrections within one message',
    [
      ['明天3点，不对，4点 周会', { want: 'book', start: '11-21 16:00', topic: '周会', act: 'do' }],
      ['明天下午3点开个评审会，啊说错了，是后天下午3点', { want: 'book', start: '11-22 15:00', topic: '评审会' }],
      ['约明天上午10点，哦不，11点，跟设计对稿', { want: 'book', start: '11-21 11:00', topic: '跟设计对稿' }],
      ['明天下午3点 周会 密码1234，错了，4321', { want: 'book', start: '11-21 15:00', topic: '周会', password: '4321' }],
      ['明天下午3点 周会，不对，是月会', { want: 'book', start: '11-21 15:00', topic: '月会' }],
      ['明天下午3点周会 半小时，不，一小时', { want: 'book', length: 60, topic: '周会' }],
      ['book tomorrow at 2, no wait, 3pm for the hiring sync', { want: 'book', start: '11-21 15:00', topic: 'hiring sync' }],
      ['tomorrow 4pm roadmap review, sorry, make that 5pm', { want: 'book', start: '11-21 17:00', topic: 'roadmap review' }],
      ['tomorrow 3pm weekly sync, I mean growth sync', { want: 'book', start: '11-21 15:00', topic: 'growth sync' }],
      ['改到3点，不对，4点', { want: 'move', to: '11-20 16:00' }],
      ['延长半小时，不，一小时', { want: 'extend', minutes: 60 }],
      ['明天下午3点 周会 密码1357，不对，密码2468', { want: 'book', start: '11-21 15:00', topic: '周会', password: '2468' }],
    ],
  ],
  [
    'references',
    [
      ['取消3点那个', { want: 'cancel', by: 'context', dated: true }],
      ['李娜约的那个几点', { want: 'show', by: 'context', owner: { name: '李娜' } }],
      ['mine should be 45 minutes', { want: 'move', by: 'context', owner: 'me' }],
      ['cancel the one Li Na booked', { want: 'cancel', by: 'context', owner: { name: 'Li Na' } }],
      ['把 retro 那个改到6点', { want: 'move', to: '11-20 18:00', topic: 'retro' }],
      ['the ops one should be an hour', { want: 'move', topic: 'ops' }],
      ['push the design one by 15 min', { want: 'move', topic: 'design', shift: 15, act: 'do' }],
      ['我那个改到4点', { want: 'move', by: 'context', owner: 'me' }],
      [
        '4点再约一个客户B沟通',
        {
          want: 'book',
          start: '11-20 16:00',
          topic: '客户B沟通',
          like: LAST,
          own: true,
        },
      ],
      ['再约一个周四下午2点的客户B沟通', { want: 'book', start: '11-26 14:00', topic: '客户B沟通' }],
      ['the first one', { want: 'show', by: 'nth', nth: 1 }],
    ],
  ],
  [
    'another one, and one instead',
    [
      ['4点再来一个', { want: 'book', start: '11-20 16:00' }],
      ['下周同一时间再来一次', { want: 'book', later: 7 }],
      ['紧接着再来一个', { want: 'book', after: true, like: LAST }],
      ['book another right after that', { want: 'book', after: true, like: LAST }],
      ['push it another 30', { want: 'extend', further: true, minutes: 30 }],
      ['book it again for 5pm', { want: 'book', start: '11-20 17:00', instead: true }],
      ['改约周五上午10点', { want: 'book', start: '11-27 10:00', instead: true }],
    ],
  ],
])('%s', (_, rows) => {
  it.each(rows)('%s', (text, meant) => expect(means(text)).toMatchObject(meant));
});

it.each([
  ['周四或者周五下午3点都行，约个评审', 2],
  ['明天3点不行就4点，约个周会', 2],
  ['约个会，明天上午10点、下午2点或者后天上午10点都可以', 3],
  ['book a demo tomorrow at 10am or 2pm', 2],
])('of several times none is taken: %s', (text, count) => {
  const { intent, act } = read(text);
  expect(act).toBe('ask');
  expect(intent.want === 'book' && intent.options).toHaveLength(count);
});

it.each(['not sure, Tuesday or Wednesday', '不对，4点或者5点', 'no, 4pm or 5pm', '写错了，周三或周四'])(
  'of several times to move to none is taken: %s',
  (text) => {
    const { intent, act } = read(text);
    expect(act).not.toBe('do');
    expect(intent.want === 'move' && intent.options).toHaveLength(2);
  },
);

it('of two days said with a word that settles, none is settled', () => {
  expect(read('说不准，后天或者大后天吧').settles).toBeUndefined();
  expect(read('周三或者周四吧').settles).toBeUndefined();
});

it.each([
  ['does it have a password?', 'password', undefined],
  ['有密码吗', 'password', undefined],
  ['remove it', undefined, true],
  ['取消会议', undefined, undefined],
  ['cancel the meeting', undefined, undefined],
  ['密码改成2468', undefined, undefined],
])('what it may be of: %s', (text, ofField, ofIt) => {
  const meant = read(text);
  expect([meant.ofField, meant.ofIt]).toEqual([ofField, ofIt]);
});

it.each([
  ['取消周会，把评审改到11点', ['cancel', 'move']],
  ['取消周会，改约周五10点', ['cancel', 'book']],
  ['取消周会，重新约到周五10点', ['cancel', 'book']],
  ['约明天10点站会，再约下午3点评审', ['book', 'book']],
  ['把站会改到11点，再约明天下午3点复盘', ['move', 'book']],
  ['周二和周四下午3点各约一场面试', ['book', 'book']],
  ['book standup tomorrow 9am and a review tomorrow 3pm', ['book', 'book']],
])('several wishes: %s', (text, wants) => {
  expect(read(text).intents?.map(({ want }) => want)).toEqual(wants);
});

it.each([
  '不对啊，我看日历是空的',
  'no worries',
  'wait, is Bob coming?',
  'hosts Amy, Bob and Carol, tomorrow 9am, stand-up',
  '不用提前，按原来的来',
  'sorry I am late',
])('corrects nothing: %s', (text) => {
  const { intent, act, intents } = read(text);
  expect(intents).toBeUndefined();
  expect('which' in intent && act === 'do').toBe(false);
});
