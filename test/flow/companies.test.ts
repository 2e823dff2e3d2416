import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answersAfter, messageEvent, pushEvent } from '../helpers/event.ts';
import { formValues, Line, type Person, read } from '../helpers/line.ts';

/** Who may be named what: colleagues, people of another company, other bots. And what the platform says of a meeting wins. */
let line: Line;
let owner: Person;
let outsider: Person;
let partners: string;

beforeAll(async () => {
  line = await Line.start();
  [owner, outsider] = [line.person('张伟'), line.person('周明')];
  partners = line.group(owner, outsider);
});
afterAll(() => line.stop());
afterEach(() => line.post('faults', {}));

const calls = async () => (await line.calls('vc/v1/')).length;

describe('somebody of another company asks for a meeting', () => {
  it.each([
    ['群里', () => partners, '明天下午3点 周会', '本企业的同事', 'zh_cn'],
    ['in English', () => partners, 'tomorrow 3pm sync', 'the company I belong to', 'en_us'],
    ['还没有时间', () => partners, '约个会', '本企业的同事', 'zh_cn'],
    ['电话', () => partners, '呼叫 13800138000 张三', '本企业的同事', 'zh_cn'],
  ] as const)('%s: is told the true reason and whom to ask, before anything is called', async (_, where, text, words, lang) => {
    const before = await calls();
    const answer = await line.hear(outsider, where(), text);
    expect(read(answer, lang)).toContain(words);
    expect(read(answer, 'zh_cn') + read(answer, 'en_us')).not.toContain('99992361');
    expect(await calls()).toBe(before);
  });

  it('by a button: the same', async () => {
    const before = await calls();
    const help = await line.hear(outsider, partners, '帮助');
    const last = await line.newest(outsider, partners);
    await line.press(outsider, help, '约会议');
    const answer = await line.until(
      async () => (await line.messages(outsider, partners, last)).find((one) => one.sender.type === 'app'),
      'an answer',
    );
    expect(read(answer)).toContain('本企业的同事');
    expect(answer.card && Object.keys(formValues(answer))).toEqual([]);
    expect(await calls()).toBe(before);
  });

  it('may look at and join what colleagues booked', async () => {
    await line.ask(owner, partners, '后天下午3点 合作会');
    const card = await line.ask(outsider, partners, '查看 合作会');
    expect(read(card)).toContain('会议号');
  });
});

describe('another bot', () => {
  const group = () => line.group(owner, line.person('王芳'));
  const bot = { key: '@_user_2', id: { open_id: 'ou_00000000000000000000000000000b07' }, mentioned_type: 'bot', name: '日报机器人' };
  const hosts = async () => {
    const [apply] = await line.calls('reserves/apply');
    return ((apply?.request?.meeting_settings as { assign_host_list?: { id: string }[] })?.assign_host_list ?? []).map(({ id }) => id);
  };

  const said = async (text: string, mentions: object[]) => {
    const event = messageEvent(line, { as: owner, chatId: group(), content: { text }, mentions });
    const [answer] = await answersAfter(line, owner, group(), () => pushEvent(line, 'im.message.receive_v1', event));
    if (!answer) throw new Error(`no answer to ${text}`);
    return answer;
  };

  it('is made no host, and that is said; the people beside it are', async () => {
    const card = await said('@_user_1 明天下午3点 机器人会 主持人 @_user_2 @_user_3', [
      bot,
      { key: '@_user_3', id: { open_id: line.person('王芳').open_id }, mentioned_type: 'user', name: '王芳' },
    ]);
    expect(await hosts()).toEqual([line.person('王芳').open_id]);
    expect(read(card)).toContain('1 人没能设为主持人');
  });

  it('takes no host away from a meeting', async () => {
    await line.ask(owner, group(), '明天下午5点 值班会 主持人@王芳');
    const updates = async () => (await line.calls('reserves/')).filter((call) => call.method === 'PUT').length;
    const before = await updates();
    const answer = await said('@_user_1 主持人改成 @_user_2', [bot]);
    expect(read(answer)).toContain('机器人不能当主持人');
    expect(await updates()).toBe(before);
  });
});

describe('what the platform answers', () => {
  it('an update without a password that comes back with another one: the card shows that one', async () => {
    const chat = line.direct(owner);
    const card = await line.ask(owner, chat, '明天下午3点 换锁 密码 246810');
    await line.post('faults', { update_password: 'drawn' });
    await line.ask(owner, chat, '换锁 改名为 新锁');
    const [reserve] = (await line.reserves()).filter((one) => one.topic === '新锁');
    expect(reserve?.password).not.toBe('246810');
    await line.shows(owner, chat, card.message_id, reserve?.password ?? '?');
  });
});
