/** What administrators see and do in chat. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttons, type ChatMessage, find, Line, type Person, read } from '../helpers/line.ts';

let line: Line;
let admin: Person;
let user: Person;
let group: string;
let chat: string;

beforeAll(async () => {
  line = await Line.start();
  [admin, user] = [line.person('李娜'), line.person('王芳')];
  group = line.group(admin, user);
  chat = line.direct(admin);
  await line.restart({ admins: [admin.open_id] });
  await line.ask(user, group, '明天下午3点 机密项目 密码 4321');
  await line.ask(user, group, '机密项目改到明天下午5点');
});
afterAll(() => line.stop());

describe('the administration card', () => {
  it.each([
    ['管理', 'zh_cn', '今天约了 1 场，改了 1 次，取消 0 场'],
    ['管理面板', 'zh_cn', '飞书接口一切正常'],
    ['admin panel', 'en_us', 'Today: 1 booked, 1 changed, 0 cancelled'],
  ] as const)('%s', async (text, lang, words) => {
    const { got, asked } = await line.asked(() => line.ask(admin, chat, text));
    expect(asked).toEqual([]);
    expect(read(got, lang)).toContain(words);
    expect(JSON.stringify(got.card)).not.toMatch(/机密|\b4321\b/);
  });

  it('tells what one person did of late', async () => {
    const card = await line.ask(admin, chat, '管理');
    const picker = find(card.card, (node) => node.tag === 'select_person')!;
    const [{ value }] = picker.behaviors as [{ value: unknown }];
    const element = { tag: 'select_person', option: user.open_id, value };
    await line.post('press', { as: admin.open_id, message_id: card.message_id, element });
    const shown = await line.shows(admin, chat, card.message_id, '最近做了什么');
    expect(read(shown)).toMatch(/约了 `\d{3} \d{3} \d{3}`/);
    expect(read(shown)).toMatch(/改了 `\d{3} \d{3} \d{3}` .*时间/);
  });

  it('is for administrators, and for nobody else’s eyes', async () => {
    expect(read(await line.ask(user, line.direct(user), '管理'))).toContain('只有管理员');
    const there = await line.ask(admin, group, '管理');
    expect(there.ephemeral).toBe(true);
    expect(read(there)).toContain('私聊');
  });

  it('lists what was given up, and tries it again', async () => {
    await line.post('faults', { api: [{ path: '/messages', mode: 'code', code: 230013 }] });
    await line.say(user, group, '@会议助手 后天下午6点 复盘');
    await line.until(async () => line.logged.some((text) => text.includes('A job failed for good')), 'the end of it');
    await line.post('faults', {});
    const card = await line.ask(admin, chat, '管理');
    expect(read(card)).toContain('没办成 1');
    expect(read(card)).not.toContain('复盘');
    expect(buttons(card).join()).toContain('再试一次');
    expect((await line.press(admin, card, '再试一次')).toast?.type).toBe('info');
    await line.settle();
    await line.press(admin, card, '刷新');
    await line.shows(admin, chat, card.message_id, '没办成 0');
  });
});

describe('the diagnosis', () => {
  it.each([
    ['诊断', 'zh_cn', /一切正常[\s\S]*✓ 存储[\s\S]*✓ 应用凭证[\s\S]*✓ 机器人[\s\S]*✓ 权限[\s\S]*✓ 事件与回调/],
    [
      'diagnose',
      'en_us',
      /Everything looks good[\s\S]*✓ Store[\s\S]*✓ Credentials[\s\S]*✓ Bot[\s\S]*✓ Permissions[\s\S]*✓ Events and callbacks/,
    ],
  ] as const)('%s: says what the doctor says', async (text, lang, words) => {
    const shown = read(await line.ask(admin, chat, text), lang);
    expect(shown).toMatch(words);
    expect(shown).not.toMatch(/[❌⚠]/u);
  });

  it('says what is missing and where to mend it', async () => {
    await line.post('scopes', { revoke: ['im:chat.members:read'] });
    const shown = read(await line.ask(admin, chat, '诊断'));
    await line.post('scopes', { grant: ['im:chat.members:read'] });
    expect(shown).toContain('有 1 处值得看看');
    expect(shown).toMatch(
      /权限.*im&#58;chat\.members&#58;read 还没有授权[\s\S]*\]\(https:\/\/open\.feishu\.cn\/app\/cli_\w+\/auth\?q=im:chat\.members:read/,
    );
  });

  it('is for administrators, and for nobody else’s eyes', async () => {
    expect(read(await line.ask(user, line.direct(user), '诊断'))).toContain('只有管理员');
    const there = await line.ask(admin, group, '诊断');
    expect(there.ephemeral).toBe(true);
    expect(read(there)).toContain('私聊我');
  });
});

describe('an administrator who asks', () => {
  const pick = async (card: ChatMessage, openId: string): Promise<ChatMessage> => {
    const picker = find(card.card, (node) => node.tag === 'select_person')!;
    const [{ value }] = picker.behaviors as [{ value: unknown }];
    const element = { tag: 'select_person', option: openId, value };
    await line.post('press', { as: admin.open_id, message_id: card.message_id, element });
    return line.message(admin, chat, card.message_id);
  };
  let refused: string;
  let cancelled: ChatMessage;

  beforeAll(async () => {
    cancelled = await line.ask(admin, group, '大后天下午2点 预算会');
    await line.ask(user, group, '取消预算会');
    await line.settle();
    refused = (await line.messages(user, group)).findLast((one) => one.text?.includes('取消预算会'))!.message_id;
    await line.ask(admin, group, '取消预算会');
    await line.settle();
  });

  it.each([
    ['谁取消的', 'zh_cn', '取消了'],
    ['who cancelled that meeting?', 'en_us', 'cancelled it'],
  ] as const)('who cancelled that meeting: one step, %s under its card', async (text, lang, told) => {
    const card = read(await line.ask(admin, group, text, { parent_id: cancelled.message_id }), lang);
    expect(card).toContain(told);
    expect(card).toContain(admin.open_id);
  });

  it.each([
    ['谁取消了预算会', 'zh_cn', '取消了'],
    ['who cancelled the 预算会?', 'en_us', 'cancelled it'],
  ] as const)('who cancelled that meeting: one step by its name, from anywhere, %s', async (text, lang, told) => {
    const card = read(await line.ask(admin, chat, text), lang);
    expect(card).toContain(told);
    expect(card).toContain(admin.open_id);
    expect(read(await line.ask(user, line.direct(user), text), lang)).not.toContain(admin.open_id);
  });

  it.each([
    ['为什么拒绝她', 'zh_cn', /原因.*只有/s],
    ['why was she refused?', 'en_us', /Reason.*only/is],
  ] as const)('why she was refused: one step, %s under what she said', async (text, lang, told) => {
    expect(read(await line.ask(admin, group, text, { parent_id: refused }), lang)).toMatch(told);
  });

  it('why she was refused: two steps, 管理 and her name', async () => {
    const shown = read(await pick(await line.ask(admin, chat, '管理'), user.open_id));
    expect(shown).toMatch(/没有办成的[\s\S]*只有/);
    expect(shown).not.toContain('预算');
  });

  it.each([
    ['飞书慢吗', 'zh_cn', /飞书响应正常.*最近一小时调用 \d+ 次.*最慢/],
    ['管理', 'zh_cn', /飞书响应正常/],
    ['is the platform slow?', 'en_us', /Feishu is responding normally:.*\d+ calls in the last hour/],
  ] as const)('whether the platform is slow: one step, %s', async (text, lang, told) => {
    expect(read(await line.ask(admin, chat, text), lang)).toMatch(told);
  });

  it.each([
    ['今天什么失败了', 'zh_cn', /今天没有办成的[\s\S]*1 次，最近[\s\S]*只有/],
    ['what failed today?', 'en_us', /Not done today[\s\S]*1 time, last at/],
  ] as const)('what failed today: one step, %s', async (text, lang, told) => {
    const card = await line.ask(admin, chat, text);
    expect(read(card, lang)).toMatch(told);
    expect(JSON.stringify(card.card)).not.toContain('预算');
  });
});
