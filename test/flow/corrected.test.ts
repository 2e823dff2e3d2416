/** What is said back in a chat, once something was done there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttons, Line, type Person, read } from '../helpers/line.ts';

let line: Line;
let owner: Person;
let bystander: Person;

beforeAll(async () => {
  line = await Line.start();
  [owner, bystander] = [line.person('李娜'), line.person('王芳')];
});
afterAll(() => line.stop());

describe('a correction by somebody else changes nothing, and hears who may', () => {
  let group: string;
  beforeAll(async () => {
    group = line.group(owner, bystander);
    await line.ask(owner, group, '明天下午3点 周会');
  });
  it.each([
    ['不对，是4点', '只有发起人和主持人可以', 'zh_cn'],
    ['记错日子了，是后天', '只有发起人和主持人可以', 'zh_cn'],
    ['打错字了，应该是“双周会”', '只有发起人和主持人可以', 'zh_cn'],
    ['no wait, 5pm', 'Only the organizer and hosts', 'en_us'],
    ['the password should be 8642', 'Only the organizer and hosts', 'en_us'],
  ] as const)('%s', async (text, told, lang) => {
    const { asked, got } = await line.asked(() => line.ask(bystander, group, text));
    expect(read(got, lang)).toContain(told);
    expect(asked).toEqual([]);
  });
});

describe('what "it" is, right after the password was asked for', () => {
  it.each([
    ['what is the password?', 'remove it', 'Remove the password of "走查"?', 'en_us'],
    ['does it have a password?', 'drop it', 'Remove the password of "面谈"?', 'en_us'],
    ['会议密码是多少', '取消掉', '要去掉「述职」的密码吗？', 'zh_cn'],
  ] as const)('%s, %s: the password may be meant, and it is asked', async (question, wish, about, lang) => {
    const chat = line.direct(owner);
    await line.ask(owner, chat, `明天上午9点 ${/["「](.+)["」]/.exec(about)![1]} 密码 246813`);
    await line.ask(owner, chat, question);
    const { asked, got } = await line.asked(() => line.ask(owner, chat, wish));
    expect(asked).toEqual([]);
    expect(read(got, lang)).toContain(about);
    expect(buttons(got).join()).toContain('Change it');
  });
});

describe('another one as soon as this one is over', () => {
  it.each([
    ['明天下午3点到3点40 面试', '后面再接一场', '15:40'],
    ['tomorrow 5pm to 5:45pm candidate chat', 'one more right after it', '17:45'],
  ])('%s, %s', async (first, second, start) => {
    const chat = line.direct(owner);
    await line.ask(owner, chat, first);
    expect(JSON.stringify((await line.ask(owner, chat, second)).card)).toContain(start);
  });
});
