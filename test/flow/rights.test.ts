import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callback } from '../helpers/callback.ts';
import { buttons, type Call, type ChatMessage, Line, type Person, read } from '../helpers/line.ts';

const PASSWORD = '246813';

let line: Line;
let owner: Person;
let host: Person;
let member: Person;
let outsider: Person;
let foreigner: Person;
/** Owner, host and member. */
let home: string;
/** Owner, host, member and the outsider. */
let elsewhere: string;
/** Where the person of another tenant meets the bot. */
let external: string;

let card: ChatMessage;
let meetingNo: string;
let meetingId: string;

beforeAll(async () => {
  line = await Line.start();
  [owner, host, member] = [line.person('李娜'), line.person('王芳'), line.person('佐藤遥')];
  [outsider, foreigner] = [line.person('张伟'), line.person('周明')];
  home = line.world.chats.find((chat) => chat.name === '设计讨论')!.chat_id;
  elsewhere = line.group(owner, host, member, outsider);
  external = line.group(foreigner);
});
afterAll(() => line.stop());

const changes = async (): Promise<Call[]> =>
  (await line.calls('reserves/')).filter(({ method }) => method === 'PUT' || method === 'DELETE');

const idOn = (message: ChatMessage): string => /"act":"refresh","id":"([^"]+)"/.exec(JSON.stringify(message.card))?.[1] ?? '';

/** A fresh meeting for every test: booked at home by the owner, with a host and a password. */
const booked = async (): Promise<void> => {
  card = await line.ask(owner, home, `明天下午3点 设计评审 密码 ${PASSWORD} 主持人@${host.name}`);
  const [reserve] = (await line.reserves()).slice(-1);
  meetingNo = reserve!.meeting_no;
  meetingId = idOn(card);
  expect(meetingId).not.toBe('');
};

/** All that the bot has said to this person, anywhere, as JSON; later, only what is new. */
const seenBy = async (person: Person, before: string[] = []): Promise<string[]> => {
  const chats = line.world.chats.filter((chat) => chat.members.includes(person.open_id));
  const all = await Promise.all(chats.map((chat) => line.messages(person, chat.chat_id)));
  return all
    .flat()
    .filter((message) => message.sender.type === 'app')
    .map(({ message_id, card }) => JSON.stringify({ message_id, card }))
    .filter((message) => !before.some((old) => old.slice(0, 50) === message.slice(0, 50)));
};

const holding = (messages: string[], text: string): number => messages.filter((message) => message.includes(text)).length;

const NOT_YOURS = { zh_cn: '留给发起人和主持人', en_us: 'for the organizer and the hosts' };
const NOT_FOUND = { zh_cn: '没有找到', en_us: "couldn't find" };

const chatOf = (role: string): string => (role === 'other tenant' ? external : role === 'outsider' ? elsewhere : home);
const personOf = (role: string): Person =>
  ({ owner, host, member, outsider, 'other tenant': foreigner })[role] ?? expect.unreachable(`nobody is ${role}`);

describe('by sentence', () => {
  const SENTENCES = [
    ['extends', (no: string) => `把 ${no} 延长30分钟`, (no: string) => `extend ${no} by 30 minutes`, 'PUT'],
    ['moves', (no: string) => `会议 ${no} 改到后天上午10点`, (no: string) => `move ${no} to Sunday 10am`, 'PUT'],
    [
      'changes the password of',
      (no: string) => `会议 ${no} 密码改成 8642`,
      (no: string) => `meeting ${no} change the password to 8642`,
      'PUT',
    ],
    ['cancels', (no: string) => `取消 ${no}`, (no: string) => `cancel ${no}`, 'DELETE'],
  ] as const;
  const ROLES = ['owner', 'host', 'member', 'outsider', 'other tenant'] as const;
  const TABLE = ROLES.flatMap((role) =>
    SENTENCES.flatMap(([what, zh, en, method]) => [
      { role, what, said: zh, lang: 'zh_cn' as const, method },
      { role, what, said: en, lang: 'en_us' as const, method },
    ]),
  );

  it.each(TABLE)('$role $what it ($lang)', async ({ role, said, lang, method }) => {
    await booked();
    const before = await changes();
    const person = personOf(role);
    const answer = await line.ask(person, chatOf(role), said(meetingNo));
    const made = (await changes()).slice(0, -before.length || undefined);
    if (role === 'owner' || role === 'host') {
      expect(
        made.map((call) => call.method),
        read(answer, lang),
      ).toEqual([method]);
      return;
    }
    expect(made).toEqual([]);
    expect(read(answer, lang)).toContain((role === 'member' ? NOT_YOURS : NOT_FOUND)[lang]);
    expect(answer.ephemeral).toBe(true);
  });

  it.each([
    ['zh', '查看', '谁在会上'],
    ['en', 'show', 'who is in'],
  ])('anyone in the chat may look and ask who is in (%s)', async (_, show, who) => {
    await booked();
    const shown = await line.ask(member, home, `${show} ${meetingNo}`);
    expect(read(shown)).toContain(PASSWORD);
    expect(buttons(shown).join()).toContain('加入会议');
    expect(read(await line.ask(member, home, `${who} ${meetingNo}`))).toContain('还没有开始');
  });

  it.each(['outsider', 'other tenant'])('tells the %s no more than that there is none', async (role) => {
    await booked();
    for (const text of [`查看 ${meetingNo}`, `谁在会上 ${meetingNo}`, `邀请 ${meetingNo}`, `show ${meetingNo}`]) {
      const answer = await line.ask(personOf(role), chatOf(role), text);
      const seen = JSON.stringify(answer.card);
      for (const secret of [PASSWORD, '设计评审', meetingId, 'applink']) expect(seen).not.toContain(secret);
      expect(answer.ephemeral).toBe(true);
    }
  });
});

describe('by press', () => {
  it.each([
    ['owner', '修改', true],
    ['host', '修改', true],
    ['member', '修改', false],
  ])('%s presses %s', async (role, label, opens) => {
    await booked();
    const person = personOf(role);
    const before = await seenBy(person);
    const { toast, code } = await line.press(person, card, label);
    expect(code).toBe(0);
    if (!opens) return expect(toast).toMatchObject({ type: 'warning', content: expect.stringContaining(NOT_YOURS.en_us) });
    await expect.poll(async () => holding(await seenBy(person, before), 'change__')).toBe(1);
    expect(holding(await seenBy(member), 'change__')).toBe(0);
  });

  it.each([
    ['owner', 'PUT', '延长 15 分钟'],
    ['host', 'PUT', '延长 15 分钟'],
  ])('%s extends with a button', async (role, method, label) => {
    await booked();
    const before = (await changes()).length;
    await line.press(personOf(role), card, label);
    await expect.poll(async () => (await changes()).length).toBe(before + 1);
    expect((await changes())[0]?.method).toBe(method);
  });

  it('lets a host cancel, but only the owner undo', async () => {
    await booked();
    const refused = await line.press(host, card, '撤销预约');
    expect(refused.toast?.type).toBe('warning');
    await line.advance(61_000);
    await expect.poll(async () => buttons(await line.message(host, home, card.message_id)).join()).toContain('取消会议');
    const before = (await changes()).length;
    await line.press(host, await line.message(host, home, card.message_id), '取消会议');
    await expect.poll(async () => (await changes()).length).toBe(before + 1);
    await expect.poll(async () => read(await line.message(member, home, card.message_id))).toContain('会议已取消');
  });

  it.each(['zh_cn', 'en_us'] as const)('gives a bystander a kind toast and changes nothing (%s)', async (lang) => {
    await booked();
    await line.post(`people/${member.open_id}`, { lang });
    const before = { changes: (await changes()).length, card: JSON.stringify(card.card), seen: await seenBy(owner) };
    for (const label of buttons(card).filter((one) => /撤销|修改|延长|分享/.test(one))) {
      const { toast, card_replaced } = await line.press(member, card, label.split('/')[0]!);
      expect(toast, label).toEqual({ type: 'warning', content: expect.stringContaining(NOT_YOURS[lang]) });
      expect(card_replaced).toBe(false);
    }
    await line.ask(member, home, 'help');
    expect((await changes()).length).toBe(before.changes);
    expect(JSON.stringify((await line.message(owner, home, card.message_id)).card)).toBe(before.card);
    expect(await seenBy(owner, before.seen)).toHaveLength(1);
    await line.post(`people/${member.open_id}`, { lang: 'en_us' });
  });
});

describe('a card grants nothing', () => {
  const FORMS = { start: '2026-11-22 10:00 +0800', minutes: '60', topic: 'taken over', access: 'anyone', record: true };
  const ACTIONS: [string, (id: string) => Record<string, unknown>][] = [
    ['cancel', (id) => ({ value: { act: 'cancel', id } })],
    ['undo', (id) => ({ value: { act: 'undo', id } })],
    ['change', (id) => ({ value: { act: 'change', id } })],
    ['other_time', (id) => ({ value: { act: 'other_time', id } })],
    ['extend', (id) => ({ value: { act: 'extend', id, minutes: 30 } })],
    ['share', (id) => ({ value: { act: 'share', id } })],
    ['submit_share', (id) => ({ name: `share__${id}`, form_value: { chat: '' } })],
    ['submit_change', (id) => ({ name: `change__${id}`, form_value: FORMS })],
    [
      'claims in the value',
      (id) => ({ value: { act: 'cancel', id, ownerId: member.open_id, from: owner.open_id, owner: true, hostIds: [member.open_id] } }),
    ],
    ['a menu entry', (id) => ({ tag: 'overflow', option: JSON.stringify({ act: 'cancel', id }) })],
  ];
  const ROLES = ['member', 'outsider', 'other tenant', 'bot'] as const;

  beforeEach(booked);

  it.each(ROLES)('to the %s, whatever the button carries', async (role) => {
    const as = role === 'bot' ? { open_id: line.world.app.bot_open_id, tenant_key: owner.tenant_key } : personOf(role);
    const chatId = role === 'bot' ? home : chatOf(role);
    const before = { changes: (await changes()).length, seen: await seenBy(owner) };
    for (const [what, action] of ACTIONS) {
      const answer = await callback(line, { as, chatId, messageId: card.message_id, action: action(meetingId) });
      expect(answer.toast, what).toMatchObject({ type: 'warning' });
      const expected = role === 'member' || role === 'bot' ? NOT_YOURS : NOT_FOUND;
      for (const lang of ['zh_cn', 'en_us'] as const) expect(answer.toast?.i18n[lang], what).toContain(expected[lang]);
      expect(JSON.stringify(answer.card ?? {}), what).not.toContain(PASSWORD);
    }
    const marker = await line.ask(role === 'bot' ? member : personOf(role), chatId, 'help');
    expect(marker).toBeTruthy();
    expect((await changes()).length).toBe(before.changes);
    expect(holding(await seenBy(owner, before.seen), '设计评审')).toBe(0);
    expect(await line.reserves()).toContainEqual(expect.objectContaining({ meeting_no: meetingNo, deleted: false, topic: '设计评审' }));
  });

  it.each([
    ['who', { act: 'who' }],
    ['refresh', { act: 'refresh' }],
    ['invitation', { act: 'invitation' }],
  ])('not even a look to people who are not in its chat: %s', async (_, value) => {
    const before = await line.calls('reserves/');
    for (const [as, chatId] of [
      [outsider, elsewhere],
      [outsider, line.direct(outsider)],
      [foreigner, external],
    ] as const) {
      const seen = await seenBy(as);
      const answer = await callback(line, { as, chatId, messageId: card.message_id, action: { value: { ...value, id: meetingId } } });
      expect(answer.toast?.i18n.zh_cn).toContain(NOT_FOUND.zh_cn);
      if (chatId !== line.direct(outsider)) await line.ask(as, chatId, 'help');
      expect(holding(await seenBy(as, seen), PASSWORD)).toBe(0);
    }
    expect((await line.calls('reserves/')).length).toBe(before.length);
  });

  it('when it was forwarded: nothing on it can be pressed', async () => {
    const { message_id } = await line.post<{ message_id: string }>(`messages/${card.message_id}/forward`, {
      as: owner.open_id,
      chat_id: elsewhere,
    });
    const copy = await line.message(outsider, elsewhere, message_id);
    await expect(line.press(outsider, copy, '撤销预约')).rejects.toThrow(/forwarded/);
    const answer = await callback(line, {
      as: outsider,
      chatId: elsewhere,
      messageId: message_id,
      action: { value: { act: 'cancel', id: meetingId } },
    });
    expect(answer.toast?.i18n.zh_cn).toContain(NOT_FOUND.zh_cn);
  });

  it.each([
    ['an unknown act', { value: { act: 'grant', id: 'x' } }],
    ['no act', { value: {} }],
    ['a strange id', { value: { act: 'cancel', id: '../../x' } }],
    ['an id of nobody', { value: { act: 'cancel', id: 'm000' } }],
    ['a number for an id', { value: { act: 'cancel', id: 7 } }],
    ['extend by a day and more', { value: { act: 'extend', id: 'm000', minutes: 99_999 } }],
    ['a retry of nothing', { value: { act: 'retry', id: 'om_nothing' } }],
    ['a menu that is no JSON', { tag: 'overflow', option: '{oops' }],
  ])('answers nonsense with a toast: %s', async (_, action) => {
    const answer = await callback(line, { as: owner, chatId: home, messageId: card.message_id, action });
    expect(answer.toast?.type).toBe('warning');
    expect(answer.card).toBeUndefined();
  });
});

describe('a meeting of another chat', () => {
  beforeEach(booked);

  it.each(['查看', 'show'])('is shown without its password to those who may know of it: %s', async (verb) => {
    const answer = await line.ask(member, elsewhere, `${verb} ${meetingNo}`);
    for (const lang of ['zh_cn', 'en_us'] as const) {
      expect(read(answer, lang)).not.toContain(PASSWORD);
      expect(read(answer, lang)).toContain('设计评审');
    }
    expect(read(answer, 'zh_cn')).toContain('密码只在原会话里显示');
    expect(read(answer, 'en_us')).toContain('Password shown in its own chat only');
  });

  it.each([
    ['who is in', '谁在会上'],
    ['an invitation', '复制邀请'],
  ])('keeps it out of %s', async (_, verb) => {
    const answer = await line.ask(member, elsewhere, `${verb} ${meetingNo}`);
    expect(JSON.stringify(answer.card)).not.toContain(PASSWORD);
  });

  it('keeps it out of the list of one’s meetings there, but not at home or in private', async () => {
    for (const [chat, shown] of [
      [elsewhere, false],
      [line.direct(owner), true],
    ] as const) {
      const answer = await line.ask(owner, chat, '我的会议');
      expect(read(answer)).toContain('设计评审');
      expect(read(answer).includes(PASSWORD)).toBe(shown);
    }
  });

  it('gives its owner and hosts the password in private, others not', async () => {
    for (const [person, shown] of [
      [owner, true],
      [host, true],
      [member, false],
    ] as const) {
      const answer = await line.ask(person, line.direct(person), `查看 ${meetingNo}`);
      expect(JSON.stringify(answer.card).includes(PASSWORD), person.name).toBe(shown);
    }
  });
});
