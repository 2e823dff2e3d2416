import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { push } from '../feishu/inbound/push.ts';
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

/** How far somebody has read, chat by chat. */
type Mark = Map<string, string | undefined>;

const chatsOf = (person: Person): string[] =>
  line.world.chats.filter((chat) => chat.members.includes(person.open_id)).map((chat) => chat.chat_id);

const mark = async (person: Person): Promise<Mark> =>
  new Map(await Promise.all(chatsOf(person).map(async (chatId) => [chatId, await line.newest(person, chatId)] as const)));

/** All that the bot has said to this person since, anywhere, as JSON. */
const seenBy = async (person: Person, since: Mark): Promise<string[]> => {
  const all = await Promise.all(chatsOf(person).map((chatId) => line.messages(person, chatId, since.get(chatId))));
  return all
    .flat()
    .filter((message) => message.sender.type === 'app')
    .map(({ card }) => JSON.stringify(card));
};

const holding = (messages: string[], text: string): number => messages.filter((message) => message.includes(text)).length;

const NOT_YOURS = { zh_cn: '只有发起人和主持人可以', en_us: 'Only the organizer and hosts' };
const NOT_FOUND = { zh_cn: '没有找到', en_us: "couldn't find" };

const chatOf = (role: string): string => (role === 'other tenant' ? external : role === 'outsider' ? elsewhere : home);
const personOf = (role: string): Person =>
  ({ owner, host, member, outsider, 'other tenant': foreigner })[role] ?? expect.unreachable(`nobody is ${role}`);

/** A message in the meeting's group that mentions the bot, from something that is no person, as the platform would sign it. */
async function hears(text: string, senderType: string): Promise<void> {
  const at = line.clock.now();
  const { appId, encryptKey, verificationToken } = line.sandbox;
  const id = (openId: string) => ({ open_id: openId });
  const event = {
    schema: '2.0',
    header: {
      event_id: randomUUID(),
      event_type: 'im.message.receive_v1',
      create_time: String(at),
      token: verificationToken,
      app_id: appId,
      tenant_key: owner.tenant_key,
    },
    event: {
      sender: { sender_id: id(owner.open_id), sender_type: senderType, tenant_key: owner.tenant_key },
      message: {
        message_id: `om_${randomUUID().replaceAll('-', '')}`,
        create_time: String(at),
        chat_id: home,
        chat_type: 'group',
        message_type: 'text',
        content: JSON.stringify({ text: `@_user_1 ${text}` }),
        mentions: [{ key: '@_user_1', id: id(line.world.app.bot_open_id), name: line.world.app.name, tenant_key: owner.tenant_key }],
      },
    },
  };
  const { body, headers } = push(event, { encryptKey: encryptKey ?? '', at });
  const response = await fetch(`${line.app.url}/webhook/event`, { method: 'POST', headers, body: new Uint8Array(body) });
  expect(response.status).toBe(200);
}

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
    ['renames', (no: string) => `把 ${no} 改名为 接管`, (no: string) => `rename ${no} to taken over`, 'PUT'],
    ['opens', (no: string) => `会议 ${no} 任何人可加入 自动录制`, (no: string) => `meeting ${no} record`, 'PUT'],
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

  it.each(
    ROLES.flatMap((role) => [
      { role, verb: '分享', lang: 'zh_cn' as const },
      { role, verb: 'share', lang: 'en_us' as const },
    ]),
  )('$role asks to share it: $verb', async ({ role, verb, lang }) => {
    await booked();
    const answer = await line.ask(personOf(role), chatOf(role), `${verb} ${meetingNo}`);
    expect(answer.ephemeral).toBe(true);
    if (role === 'owner' || role === 'host') return expect(JSON.stringify(answer.card)).toContain(`share__${meetingId}`);
    expect(read(answer, lang)).toContain((role === 'member' ? NOT_YOURS : NOT_FOUND)[lang]);
    expect(JSON.stringify(answer.card)).not.toContain('share__');
  });

  it.each(['bot', 'app'])('a %s that writes is not heard, whatever it says', async (kind) => {
    await booked();
    const before = { changes: (await changes()).length, seen: await mark(owner) };
    for (const text of [`取消 ${meetingNo}`, `cancel ${meetingNo}`, `查看 ${meetingNo}`]) await hears(text, kind);
    await line.ask(member, home, 'help');
    expect((await changes()).length).toBe(before.changes);
    expect(await seenBy(owner, before.seen)).toHaveLength(1);
  });

  it.each([
    ['zh', '查看', '谁在会上'],
    ['en', 'show', 'who is in'],
  ])('anyone in the chat may look and ask who is in (%s)', async (_, show, who) => {
    await booked();
    const shown = await line.ask(member, home, `${show} ${meetingNo}`);
    expect(read(shown)).toContain(PASSWORD);
    expect(buttons(shown).join()).toContain('加入会议');
    expect(read(await line.ask(member, home, `${who} ${meetingNo}`))).toContain('还没开始');
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
    const before = await mark(person);
    const others = await mark(member);
    const { toast, code } = await line.press(person, card, label);
    expect(code).toBe(0);
    if (!opens) return expect(toast).toMatchObject({ type: 'warning', content: expect.stringContaining(NOT_YOURS.en_us) });
    await expect.poll(async () => holding(await seenBy(person, before), 'change__')).toBe(1);
    expect(holding(await seenBy(member, others), 'change__')).toBe(0);
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
    await line.advance(301_000);
    // The cards of all meetings so far are drawn anew at this moment, fifty a second.
    const late = await line.shows(host, home, card.message_id, '取消会议');
    const before = (await changes()).length;
    await line.press(host, late, '取消会议');
    await line.press(host, await line.shows(host, home, card.message_id, '不开了？'), '不开了');
    await expect.poll(async () => (await changes()).length).toBe(before + 1);
    await line.shows(member, home, card.message_id, '会议已取消');
  });

  it.each(['zh_cn', 'en_us'] as const)('gives a bystander a kind toast and changes nothing (%s)', async (lang) => {
    await booked();
    await line.post(`people/${member.open_id}`, { lang });
    const before = { changes: (await changes()).length, card: JSON.stringify(card.card), seen: await mark(owner) };
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

describe('who may press what', () => {
  const TOPIC = '接管';
  const form = () => ({ topic: TOPIC, start: '2026-11-22 10:00 +0800', minutes: '60', access: 'anyone', hosts: [host.open_id] });
  /** Who may, how it is pressed, and the call that it brings about. */
  const ACTS: [what: string, who: readonly string[], action: () => Record<string, unknown>, call: string | null][] = [
    ['refresh', ['owner', 'host', 'member'], () => ({ value: { act: 'refresh', id: meetingId } }), 'GET'],
    ['who', ['owner', 'host', 'member'], () => ({ value: { act: 'who', id: meetingId } }), 'GET'],
    ['invitation', ['owner', 'host', 'member'], () => ({ value: { act: 'invitation', id: meetingId } }), null],
    ['extend', ['owner', 'host'], () => ({ value: { act: 'extend', id: meetingId, minutes: 15 } }), 'PUT'],
    ['change', ['owner', 'host'], () => ({ value: { act: 'change', id: meetingId } }), null],
    ['submit_change', ['owner', 'host'], () => ({ name: `change__${meetingId}`, form_value: form() }), 'PUT'],
    ['share', ['owner', 'host'], () => ({ value: { act: 'share', id: meetingId } }), null],
    ['submit_share', ['owner', 'host'], () => ({ name: `share__${meetingId}`, form_value: { chat: elsewhere } }), null],
    ['cancel', ['owner', 'host'], () => ({ value: { act: 'cancel', id: meetingId, sure: true } }), 'DELETE'],
    ['undo', ['owner'], () => ({ value: { act: 'undo', id: meetingId } }), 'DELETE'],
  ];
  const ROLES = ['owner', 'host', 'member', 'outsider', 'other tenant'];
  const TABLE = ACTS.flatMap(([what, who, action, call]) => ROLES.map((role) => ({ what, role, may: who.includes(role), action, call })));

  it.each(TABLE)('$role presses $what: $may', async ({ what, role, may, action, call }) => {
    // The others have heard of the change before.
    await line.settle();
    await line.advance(30_000);
    await booked();
    const as = personOf(role);
    const chatId = chatOf(role);
    const before = await line.calls('reserves/');
    const [seen, others, elsewheres] = [await mark(as), await mark(role === 'member' ? owner : member), await mark(outsider)];
    const { toast } = await callback(line, { as, chatId, messageId: card.message_id, action: action() });
    const made = async () => (await line.calls('reserves/')).slice(0, -before.length).map(({ method }) => method);
    if (!may) {
      expect(toast?.type).toBe('warning');
      await line.ask(as, chatId, 'help');
      expect(await made()).toEqual([]);
      // The help that was asked for is all.
      expect(await seenBy(as, seen)).toHaveLength(1);
      expect(holding(await seenBy(role === 'member' ? owner : member, others), TOPIC)).toBe(0);
      return;
    }
    expect(toast?.type ?? 'info').toBe('info');
    if (call) await expect.poll(made).toContain(call);
    else await expect.poll(async () => (await seenBy(as, seen)).length).toBeGreaterThan(0);
    const grouped = meetingNo.replace(/(\d{3})(?=\d)/g, '$1 ');
    if (what === 'submit_share') await expect.poll(async () => holding(await seenBy(outsider, elsewheres), grouped)).toBe(1);
  });

  it.each([
    ['one’s own', 'mine'],
    ['a chat’s', 'chat'],
  ])('a list shows %s meetings, whoever’s list it was', async (_, scope) => {
    await booked();
    const action = { value: { act: 'list', scope, span: 'all', page: 0, turn: true } };
    for (const [as, chatId, shown] of [
      [member, home, scope === 'chat'],
      [outsider, elsewhere, false],
      [outsider, line.direct(outsider), false],
      [foreigner, external, false],
      [owner, home, true],
    ] as const) {
      const { card: list } = await callback(line, { as, chatId, messageId: card.message_id, action });
      const numbers = JSON.stringify(list?.data).match(/`\d{3} \d{3} \d{3}`/g) ?? [];
      expect(numbers.length > 0, `${as.name} in ${chatId}`).toBe(shown);
    }
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
    const before = { changes: (await changes()).length, seen: await mark(owner) };
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
      const seen = await mark(as);
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
    ['an invitation', '邀请文字'],
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

describe('who may join', () => {
  const enter = async (person: Person): Promise<boolean> => {
    const [reserve] = (await line.reserves()).slice(-1);
    return line.post('meetings/join', { as: person.open_id, reserve_id: reserve!.id }).then(
      () => true,
      (error: Error) => (/: 403/.test(error.message) ? false : Promise.reject(error)),
    );
  };

  it.each([
    ['任何人可加入', 'anyone can join', ['owner', 'host', 'member', 'outsider', 'other tenant']],
    ['只允许公司内部', 'company only', ['owner', 'host', 'member', 'outsider']],
    ['仅限本群', 'this group only', ['owner', 'host', 'member']],
  ])('%s', async (zh, en, allowed) => {
    for (const text of [`现在开会 ${zh}`, `meet now, ${en}`]) {
      await line.ask(owner, home, text);
      const inside: string[] = [];
      for (const role of ['owner', 'host', 'member', 'outsider', 'other tenant']) if (await enter(personOf(role))) inside.push(role);
      expect(inside, text).toEqual(allowed);
      for (const role of inside) {
        const [reserve] = (await line.reserves()).slice(-1);
        await line.post('meetings/leave', { as: personOf(role).open_id, meeting_no: reserve!.meeting_no });
      }
    }
  });

  it.each(['现在开会 @{host} 仅限受邀者', 'meet now with @{host}, only invited'])('%s', async (text) => {
    await line.ask(owner, home, text.replace('{host}', host.name));
    for (const [person, may] of [
      [owner, true],
      [host, true],
      [member, false],
      [outsider, false],
    ] as const)
      expect(await enter(person), person.name).toBe(may);
  });
});
