import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CODES } from '../../src/feishu/api/codes.ts';
import { LANGS } from '../../src/text/languages.ts';
import { say } from '../../src/text/say.ts';
import { type Call, type ChatMessage, Line, type Person, read } from '../helpers/line.ts';

let line: Line;
let person: Person;
let chat: string;
let meetingNo: string;

beforeAll(async () => {
  line = await Line.start();
  person = line.person('李娜');
  chat = line.direct(person);
  await book();
});
afterAll(() => line.stop());
afterEach(() => line.post('faults', {}));

/** A meeting to ask about. */
async function book(): Promise<void> {
  await line.ask(person, chat, '明天下午3点 周会');
  meetingNo = (await line.reserves()).at(-1)!.meeting_no;
}

/** The five calls of a reserve: how a person brings each about, and where it goes. */
const CALLS = {
  apply: { method: 'POST', path: 'reserves/apply$', say: () => '后天上午10点 评审' },
  get: { method: 'GET', path: 'reserves/\\d+$', say: () => `查看 ${meetingNo}` },
  update: { method: 'PUT', path: 'reserves/\\d+$', say: () => `把 ${meetingNo} 延长15分钟` },
  delete: { method: 'DELETE', path: 'reserves/\\d+$', say: () => `取消 ${meetingNo}` },
  active: { method: 'GET', path: 'get_active_meeting', say: () => `谁在会上 ${meetingNo}` },
} as const;
type CallName = keyof typeof CALLS;
const NAMES = Object.keys(CALLS) as CallName[];

const madeBy = async (name: CallName): Promise<Call[]> => {
  const { method, path } = CALLS[name];
  return (await line.calls('reserves/')).filter((call) => call.method === method && new RegExp(path).test(call.path.split('?')[0] ?? ''));
};

const failing = (name: CallName, fault: Record<string, unknown>) =>
  line.post('faults', { api: [{ method: CALLS[name].method, path: CALLS[name].path, ...fault }] });

/** What somebody has to read: the words that matter, in both languages. */
const TOLD: [code: number, zh: string, en: string][] = [
  [121002, '不支持这样设置会议', "doesn't support this meeting setting"],
  [121003, '检查时间（不超过 30 天）、主题和人员', 'check the time (within 30 days)'],
  [121005, '这场会议不是我约的', "didn't book this meeting"],
  [121006, '同时改了这场会议', 'changed this meeting at the same moment'],
  [123002, '不能自动录制', 'cannot be recorded automatically'],
  [123003, '最多 10 位', '10 hosts at most'],
  [123004, '不能当主持人', "can't be a host"],
  [123006, '4–9 位数字', '4–9 digits'],
  [99991401, '白名单', 'allow list'],
  [99991403, '接口调用次数用完', 'used up this month'],
  [99991543, 'App Secret', 'App Secret'],
  [99991662, '启用它', 'enable it in the Admin Console'],
  [99991665, '访问凭证', 'access token'],
  [99991673, '启用它', 'enable it in the Admin Console'],
  [99991676, '开通权限', 'grant it in the developer console'],
  [99991679, '开通权限', 'grant it in the developer console'],
  [99992351, '找不到其中一个人', "can't find one of the people"],
  [99992361, '找不到其中一个人', "can't find one of the people"],
  [99992402, '没有接受这次请求', "didn't accept what was asked"],
];

describe.each(NAMES)('%s is refused', (name) => {
  it.each(TOLD)('with %i: the asker reads what to do next', async (code, zh, en) => {
    await failing(name, { mode: 'code', code });
    const before = { calls: (await madeBy(name)).length, reserves: await line.reserves() };
    const answer = await line.ask(person, chat, CALLS[name].say());
    expect(read(answer, 'zh_cn')).toContain(zh);
    expect(read(answer, 'en_us')).toContain(en);
    expect(JSON.stringify(answer.card)).not.toContain(String(code));
    expect((await madeBy(name)).length - before.calls).toBe(1);
    expect(await line.reserves()).toEqual(before.reserves);
  });

  it('with a code that nobody documented: code and log id, nothing else', async () => {
    await failing(name, { mode: 'code', code: 987_654, msg: 'secret words of the platform' });
    const answer = await line.ask(person, chat, CALLS[name].say());
    const [call] = await madeBy(name);
    const { log_id: logId } = call!.response!.error as { log_id: string };
    expect(read(answer, 'zh_cn').split('\n')).toContain(`错误码 987654，日志 ID ${logId}`);
    expect(read(answer, 'en_us').split('\n')).toContain(`Error 987654, log ID ${logId}`);
    expect(JSON.stringify(answer.card)).not.toContain('secret words');
  });

  it('for a missing scope: the administrator reads which one, with the console link', async () => {
    const scope = name === 'get' || name === 'active' ? 'vc:reserve:readonly' : 'vc:reserve';
    await line.post('scopes', { revoke: [scope] });
    const answer = await line.ask(person, chat, CALLS[name].say());
    await line.post('scopes', { grant: [scope] });
    const link = `https://open.feishu.cn/app/${line.sandbox.appId}/auth?q=${scope}`;
    for (const [lang, words] of [
      ['zh_cn', '请管理员打开这个链接'],
      ['en_us', 'An administrator can grant it here'],
    ] as const) {
      const seen = read(answer, lang);
      expect(seen.replaceAll('&#58;', ':')).toContain(scope);
      expect(seen).toContain(words);
      expect(seen).toContain(`](${link}`);
    }
    expect((await line.calls('reserves/'))[0]?.code).toBe(99991672);
  });

  it.each([99991661, 99991663, 99991664, 99991668, 99991671, 99991677])('with token code %i once: nobody notices', async (code) => {
    await failing(name, { mode: 'code', code, times: 1 });
    const before = (await madeBy(name)).length;
    const answer = await line.ask(person, chat, name === 'delete' ? CALLS.get.say() : CALLS[name].say());
    if (name !== 'delete') expect((await madeBy(name)).length - before).toBe(2);
    expect(JSON.stringify(answer.card)).not.toContain('"template":"red"');
    if (name === 'apply') await line.ask(person, chat, '取消 评审');
  });

  it('with 99991400: asked again after as long as the platform wants, and done', async () => {
    if (name === 'delete') await book();
    await line.advance(1000);
    await failing(name, { mode: 'code', code: 99991400, times: 1, reset: 90 });
    const before = (await madeBy(name)).length;
    const last = await line.say(person, chat, CALLS[name].say());
    const told = async () => (await line.messages(person, chat, last)).some((message) => read(message).includes(MEANWHILE));
    await line.until(told, 'word that it takes longer');
    await line.advance(80_000);
    await line.settle();
    expect((await madeBy(name)).length - before).toBe(1);
    const answered = async () =>
      (await line.messages(person, chat, last)).find((message) => message.sender.type === 'app' && !read(message).includes(MEANWHILE));
    const answer = await line.eventually(answered, 'the answer');
    expect((await madeBy(name)).length - before).toBe(2);
    expect(JSON.stringify(answer.card)).not.toContain('"template":"red"');
    if (name === 'apply') await line.ask(person, chat, '取消 评审');
    if (name === 'delete') await book();
  });

  it('with 121001 once: asked again, and done', async () => {
    // A call that may be repeated is repeated at once, three times; a booking goes back to the queue.
    await failing(name, { mode: 'code', code: 121001, times: name === 'apply' ? 1 : 3 });
    if (name === 'delete') await book();
    const answer = await patiently(CALLS[name].say());
    expect(JSON.stringify(answer.card)).not.toContain('"template":"red"');
    if (name === 'apply') {
      expect((await line.reserves()).filter((one) => one.topic === '评审' && !one.deleted)).toHaveLength(1);
      await line.ask(person, chat, '取消 评审');
    }
    if (name === 'delete') await book();
  });
});

/** What is said meanwhile is not the answer. */
const MEANWHILE = '正在自动重试';

/** Asks, and lets the retries fall due: the eighth of them does so within ten minutes. */
async function patiently(text: string, stepMs?: number): Promise<ChatMessage> {
  await line.advance(1000);
  const asked = await line.say(person, chat, text);
  return line.eventually(
    async () =>
      (await line.messages(person, chat, asked)).find((message) => message.sender.type === 'app' && !read(message).includes(MEANWHILE)),
    `an answer to ${text}`,
    stepMs,
  );
}

describe('121004, which means two things', () => {
  it.each([
    ['apply', '不在了', 'no longer exists'],
    ['update', '不在了', 'no longer exists'],
  ] as const)('%s: it is gone', async (name, zh, en) => {
    await failing(name, { mode: 'code', code: 121004 });
    const answer = await line.ask(person, chat, CALLS[name].say());
    expect(read(answer, 'zh_cn')).toContain(zh);
    expect(read(answer, 'en_us')).toContain(en);
  });

  it('active: not started, while the reserve is there', async () => {
    const answer = await line.ask(person, chat, CALLS.active.say());
    expect((await madeBy('active'))[0]?.code).toBe(121004);
    expect(read(answer, 'zh_cn')).toContain('还没开始');
    expect(read(answer, 'en_us')).toContain("hasn't started");
  });

  it('delete: then it is cancelled, which was wanted', async () => {
    await failing('delete', { mode: 'code', code: 121004 });
    const answer = await line.ask(person, chat, CALLS.delete.say());
    expect(read(answer, 'zh_cn')).toContain('取消了');
    await line.post('faults', {});
    await book();
  });

  it('get: the card says that it is over', async () => {
    await failing('get', { mode: 'code', code: 121004 });
    const answer = await line.ask(person, chat, CALLS.get.say());
    expect(read(answer, 'zh_cn')).toMatch(/已取消|已结束/);
    expect(JSON.stringify(answer.card)).not.toContain('applink');
    await line.post('faults', {});
    await book();
  });
});

describe('given up after eight tries', () => {
  it.each([
    ['121001', { mode: 'code', code: 121001 }, '飞书内部出了点问题', 'inside Feishu'],
    ['a token that is never accepted', { mode: 'code', code: 99991663 }, '访问凭证', 'access token'],
  ])(
    '%s is told',
    async (_, fault, zh, en) => {
      await failing('apply', fault);
      const before = (await madeBy('apply')).length;
      const answer = await patiently('后天上午10点 架构', 20_000);
      expect(read(answer, 'zh_cn')).toContain(zh);
      expect(read(answer, 'en_us')).toContain(en);
      // A token is renewed and tried once more within each run.
      expect((await madeBy('apply')).length - before).toBe(fault.code === 99991663 ? 16 : 8);
      expect((await line.reserves()).filter((one) => one.topic === '架构')).toEqual([]);
    },
    20_000,
  );
});

describe('a message is refused', () => {
  const REPLY = { method: 'POST', path: '/messages/[^/]+/reply$' };
  const SEND = { method: 'POST', path: '/messages$' };
  const im = Object.keys(CODES)
    .map(Number)
    .filter((code) => code >= 230_000 && code < 233_000);
  const elsewhere = [230011, 230019, 230050, 230054, 230110, 230111, 231003];
  const later = im.filter((code) => CODES[code]?.verdict === 'retry');
  const nobody = im.filter((code) => CODES[code]?.verdict === 'stop');
  const told = im.filter((code) => CODES[code]?.verdict === 'tell' && !elsewhere.includes(code));

  it.each(told)('with %i: the asker reads why', async (code) => {
    await line.post('faults', { api: [{ ...REPLY, mode: 'code', code, times: 1 }] });
    const answer = await line.ask(person, chat, '帮助');
    const key = CODES[code]?.says ?? 'something_wrong';
    for (const lang of LANGS) expect(read(answer, lang)).toContain(say({ key }, lang).slice(0, 12));
  });

  it.each(elsewhere)('with %i: the answer stands by itself in the chat', async (code) => {
    await line.post('faults', { api: [{ ...REPLY, mode: 'code', code }] });
    const answer = await line.ask(person, chat, '帮助');
    expect(answer.parent_id).toBeFalsy();
    expect(read(answer, 'zh_cn')).toContain('我能帮你做什么');
  });

  it.each(later)('with %i once: the answer comes all the same', async (code) => {
    await line.post('faults', { api: [{ ...REPLY, mode: 'code', code, times: 1 }] });
    expect(read(await patiently('帮助'))).toContain('我能帮你做什么');
  });

  it('while the app itself is refused: waits, and is answered when it heals', async () => {
    const other = line.person('王芳');
    await line.post('faults', { api: [{ ...REPLY, mode: 'code', code: 230006, times: 7 }] });
    expect(read(await patiently('帮助'))).toContain('我能帮你做什么');
    expect(other).toBeDefined();
  });

  it.each(nobody)('with %i: nothing more is sent, and the line goes on', async (code) => {
    await line.post('faults', { api: [REPLY, SEND].map((call) => ({ ...call, mode: 'code', code })) });
    const [before, logged] = [(await line.calls('/messages')).length, line.logged.length];
    await line.advance(1000);
    await line.say(person, chat, '帮助');
    await line.until(async () => line.logged.slice(logged).some((text) => text.includes('A job failed for good')), 'the end of it');
    await line.post('faults', {});
    expect(read(await line.ask(person, chat, '帮助'))).toContain('我能帮你做什么');
    expect((await line.calls('/messages')).slice(0, -before).map((call) => call.code)).toEqual([0, code]);
  });

  it.each([230002, 230018, 230035, 232009, 232011])('with %i in a group: the asker gets the card in private', async (code) => {
    const group = line.group(person, line.person('王芳'));
    await line.post('faults', { api: [{ ...REPLY, mode: 'code', code }] });
    await line.advance(1000);
    const before = new Set((await line.messages(person, chat)).map((message) => message.message_id));
    await line.say(person, group, `@${line.world.app.name} 后天下午3点 私下`);
    const card = await line.answer(person, chat, before, 'a booking in a group that cannot be written to');
    expect(read(card)).toContain('私下');
    expect((await line.reserves()).filter((one) => one.topic === '私下' && !one.deleted)).toHaveLength(1);
    await line.post('faults', {});
    await line.press(person, card, '撤销预约');
    await line.until(
      async () => read(await line.message(person, chat, card.message_id)).includes('会议已取消'),
      'the card in private to be redrawn',
    );
  });
});

describe('the members of a group cannot be read', () => {
  const REFUSED: [code: number, zh: string, en: string][] = [
    [232001, '没有接受这次请求', "didn't accept what was asked"],
    [232006, '找不到这个群', "can't find this chat"],
    [232010, '属于另一个企业', 'belongs to another company'],
    [232025, '机器人能力', 'bot ability'],
    [232033, '外部群', 'external group'],
    [232034, '没有安装或已停用', "isn't installed in your company, or has been disabled"],
    [99992356, '找不到这个群', "can't find this chat"],
  ];

  it.each(REFUSED)('%i: a meeting for this group is not booked, and the asker reads why', async (code, zh, en) => {
    const group = line.group(person, line.person('王芳'));
    await line.post('faults', { api: [{ path: '/members', mode: 'code', code }] });
    const before = (await madeBy('apply')).length;
    const inChinese = await line.ask(person, group, '后天下午3点 闭门 仅限本群');
    expect(read(inChinese)).toContain(zh);
    expect(read(await line.ask(person, group, 'Sunday 3pm closed, this group only'))).toContain(en);
    expect(inChinese.ephemeral).toBe(true);
    expect((await madeBy('apply')).length).toBe(before);
  });
});

describe('a card for one person is refused', () => {
  const EPHEMERAL = { method: 'POST', path: 'ephemeral/v1/send' };
  const codes = [10002, 11205, 11206, 11225, 11228, 11236, 11242, 11246, 11248, 11310, 11311, 11312, 18053, 18054, 18120, 230001, 230027];

  it.each(codes)('%i: the same stands in the direct chat', async (code) => {
    const group = line.group(person, line.person('王芳'));
    await line.post('faults', { api: [{ ...EPHEMERAL, mode: 'code', code }] });
    await line.advance(1000);
    const last = await line.newest(person, chat);
    await line.say(person, group, `@${line.world.app.name} 查看 999 888 777`);
    const answer = await line.until(
      async () => (await line.messages(person, chat, last)).find((message) => message.sender.type === 'app'),
      'the answer in private',
    );
    expect(read(answer, 'zh_cn')).toContain('没有找到会议号');
  });

  it.each([11232, 11233, 11247, 18121])('%i once: it comes all the same', async (code) => {
    const group = line.group(person, line.person('王芳'));
    await line.post('faults', { api: [{ ...EPHEMERAL, mode: 'code', code, times: 1 }] });
    await line.advance(1000);
    const last = await line.newest(person, group);
    await line.say(person, group, `@${line.world.app.name} 查看 999 888 777`);
    await line.eventually(async () => (await line.messages(person, group, last)).find((message) => message.ephemeral), 'the card');
    expect((await line.calls('ephemeral')).slice(0, 2).map((call) => call.code)).toEqual([0, code]);
  });
});

describe('a card that the platform does not draw', () => {
  it.each([
    [100290, '飞书找不到的人', "can't find one of the people named"],
    [200621, '这是我的问题', "That's my fault"],
    [11310, '这是我的问题', "That's my fault"],
    [987_654, '这是我的问题', "That's my fault"],
  ])('for %i: the asker reads why, and no word of the platform’s', async (sub, zh, en) => {
    const msg = `Failed to create card content, ext=ErrCode: ${sub}; ErrMsg: secret words; ErrorValue: 周会; `;
    await line.post('faults', { api: [{ method: 'POST', path: '/reply$', mode: 'code', code: 230099, msg, times: 1 }] });
    const answer = await line.ask(person, chat, '帮助');
    expect(read(answer, 'zh_cn')).toContain(zh);
    expect(read(answer, 'en_us')).toContain(en);
    expect(JSON.stringify(answer.card)).not.toMatch(/secret words|ErrCode/);
  });
});

describe('the platform does not accept the app', () => {
  it.each([10003, 10014, 10015])('%i: the log says so without the secret, and the line goes on when it is put right', async (code) => {
    const logged = line.logged.length;
    await line.post('tokens/revoke', {});
    await line.post('faults', { api: [{ path: 'tenant_access_token', mode: 'code', code, status: 200 }] });
    await line.advance(1000);
    await line.say(person, chat, '帮助');
    await line.until(async () => line.logged.slice(logged).some((text) => text.includes(String(code))), 'a line in the log');
    expect((await line.app.ready()).ok).toBe(false);
    expect(line.logged.join('')).not.toContain(line.sandbox.appSecret);
    await line.post('faults', {});
    // A refused secret is not tried again at once, and what was given up before is told for ten minutes.
    await line.advance(16 * 60_000);
    expect(read(await line.ask(person, chat, '帮助'))).toContain('我能帮你做什么');
    expect(await line.app.ready()).toEqual({ ok: true, reasons: [] });
  });
});
