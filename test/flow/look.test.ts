import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buttons, type ChatMessage, Line, type Person, read } from '../helpers/line.ts';

let line: Line;
let owner: Person;
let host: Person;
let group: string;
beforeAll(async () => {
  line = await Line.start();
  [owner, host] = [line.person('张伟'), line.person('李娜')];
  group = line.group(owner, host);
});
afterAll(() => line.stop());

const MINUTE = 60_000;
const LANGS = ['zh_cn', 'en_us'] as const;
type Lang = (typeof LANGS)[number];
const grouped = (no: string): string => no.replace(/(\d{3})(?=\d)/g, '$1 ');

let card: ChatMessage;
let reserve: Awaited<ReturnType<Line['reserves']>>[number];
/** From five minutes ahead, for half an hour. */
async function book(text = '5分钟后开半小时 评审 密码2468 主持人@李娜 仅限公司内部 自动录制', chat = group): Promise<void> {
  card = await line.ask(owner, chat, text);
  reserve = (await line.reserves()).at(-1)!;
}

/** Changes the reserve behind the bot's back, as the same app's other instance would. */
async function elsewhere(method: 'PUT' | 'DELETE', body?: object): Promise<void> {
  const { appId, appSecret, url } = line.sandbox;
  const headers = { 'content-type': 'application/json' };
  const token = (await (
    await fetch(`${url}/open-apis/auth/v3/tenant_access_token/internal`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ app_id: appId, app_secret: appSecret }),
    })
  ).json()) as { tenant_access_token: string };
  const answer = await fetch(`${url}/open-apis/vc/v1/reserves/${reserve.id}?user_id_type=open_id`, {
    method,
    headers: { ...headers, authorization: `Bearer ${token.tenant_access_token}` },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  expect(((await answer.json()) as { code: number }).code).toBe(0);
}

const SEEN: Record<Lang, string[]> = {
  zh_cn: ['评审', '已预约', '`2468`', '自动录制', '本企业成员', '发起人', '主持人', '会议链接', '会议链接', '直播'],
  en_us: ['评审', 'Booked', '`2468`', 'Recorded automatically', 'People in our company', 'Organizer', 'Hosts', 'Live stream'],
};

describe('looking at a meeting', () => {
  beforeEach(() => book());

  /** Asked about by its number, by its name, or under its card. */
  const ways: [lang: Lang, text: (no: string) => string, reply: boolean][] = [
    ['zh_cn', (no) => `查看 ${grouped(no)}`, false],
    ['zh_cn', (no) => `查看 ${no}`, false],
    ['zh_cn', (no) => grouped(no), false],
    ['zh_cn', () => '查看', true],
    ['zh_cn', () => '会议详情', true],
    ['en_us', (no) => `show ${grouped(no)}`, false],
    ['en_us', (no) => `details ${no}`, false],
    ['en_us', () => 'show details', true],
  ];
  it.each(ways)('%s %s shows all that the platform knows of it', async (lang, text, reply) => {
    const { got, asked } = await line.asked(() =>
      line.ask(host, group, text(reserve.meeting_no), reply ? { parent_id: card.message_id } : {}),
    );
    expect(asked).toEqual([['GET', null]]);
    const seen = read(got, lang);
    for (const words of [...SEEN[lang], grouped(reserve.meeting_no)]) expect(seen).toContain(words);
    expect(got.ephemeral).toBe(false);
    const json = JSON.stringify(got.card);
    for (const part of [`id=${reserve.id}`, 'https://meetings.feishu.cn/s/', 'https://vc.feishu.cn/j/', host.open_id, owner.open_id])
      expect(json).toContain(part);
    expect(json).toContain(`millisecond='${reserve.end_time}'`);
    await line.ask(owner, group, `取消 ${reserve.meeting_no}`);
  });

  it.each([
    ['zh_cn', '刷新', '正在刷新…'],
    ['en_us', 'Refresh', 'Refreshing…'],
  ] as const)('Refresh brings what was changed elsewhere onto the card (%s)', async (lang, label, toast) => {
    await line.post(`people/${host.open_id}`, { lang });
    await elsewhere('PUT', {
      end_time: String(reserve.end_time / 1000 + 600),
      meeting_settings: { topic: '换了名', password: '97531', auto_record: false, assign_host_list: [] },
    });
    const count = (await line.messages(host, group)).length;
    const { asked } = await line.asked(async () => {
      const { toast: shown } = await line.press(host, card, label);
      expect(shown).toEqual({ type: 'info', content: toast });
      const after = await line.shows(host, group, card.message_id, '换了名', lang);
      expect(read(after, lang)).toContain('`97531`');
      expect(read(after, lang)).toContain(lang === 'zh_cn' ? '不自动录制' : 'Not recorded automatically');
      expect(read(after, lang)).not.toContain(lang === 'zh_cn' ? '主持人' : 'Hosts');
      expect(JSON.stringify(after.card)).toContain(`millisecond='${reserve.end_time + 10 * MINUTE}'`);
    });
    expect(asked).toEqual([['GET', null]]);
    expect(await line.messages(host, group)).toHaveLength(count);
    await line.ask(owner, group, `取消 ${reserve.meeting_no}`);
  });

  it('whatever the platform answers to a change is what the card shows, not only what was sent', async () => {
    await elsewhere('PUT', { end_time: String(reserve.end_time / 1000 + 600) });
    const { asked } = await line.asked(() => line.ask(owner, group, `${reserve.meeting_no} 密码改成 97531`));
    expect(asked).toEqual([['PUT', { meeting_settings: { password: '97531' } }]]);
    const after = await line.shows(owner, group, card.message_id, '`97531`');
    expect(JSON.stringify(after.card)).toContain(`millisecond='${reserve.end_time + 10 * MINUTE}'`);
    await line.ask(owner, group, `取消 ${reserve.meeting_no}`);
  });

  it('Refresh tells who may do what now, in words', async () => {
    const rule = (permission: number, field: number, ...list: string[]) => ({
      permission,
      permission_checkers: [{ check_field: field, check_mode: 1, check_list: list }],
    });
    const someone = line.person('陈晨').open_id;
    for (const [rules, zh, en] of [
      [[rule(3, 1, owner.open_id, host.open_id, someone)], '指定的 1 人', '1 person by name'],
      [[rule(1, 3, owner.tenant_key), rule(2, 1, owner.open_id)], '谁可以当主持人', 'Who can host'],
      [[], '任何人', 'Anyone'],
      [[rule(3, 3, owner.tenant_key)], '本企业成员', 'People in our company'],
    ] as const) {
      await line.advance(1000);
      await elsewhere('PUT', { meeting_settings: { action_permissions: rules } });
      const { asked } = await line.asked(async () => {
        await line.press(host, card, '刷新');
        const after = await line.shows(host, group, card.message_id, zh);
        expect(read(after, 'en_us')).toContain(en);
      });
      expect(asked).toEqual([['GET', null]]);
    }
    await line.ask(owner, group, `取消 ${reserve.meeting_no}`);
  });

  it.each(LANGS)('turns grey at Refresh when it was deleted elsewhere (%s)', async (lang) => {
    await elsewhere('DELETE');
    await line.press(owner, card, '刷新');
    const grey = await line.shows(owner, group, card.message_id, lang === 'zh_cn' ? '会议已取消' : 'Meeting cancelled', lang);
    expect(JSON.stringify(grey.card)).not.toMatch(/applink|\b2468\b/);
  });

  it.each([
    ['zh_cn', (no: string) => `查看 ${no}`, '已结束', '会议号已收回', '没有找到会议号'],
    ['en_us', (no: string) => `show ${no}`, 'Ended', 'Meeting ID released', "couldn't find meeting ID"],
  ] as const)('says that its number was released, on the card and when asked (%s)', async (lang, text, tag, note, gone) => {
    // The platform lets go of it earlier than we know.
    await elsewhere('PUT', { end_time: String(Math.floor(line.clock.now() / 1000) + 120) });
    await line.advance(3 * MINUTE);
    const { got } = await line.asked(() => line.ask(owner, group, text(reserve.meeting_no)));
    for (const words of [tag, note]) expect(read(got, lang)).toContain(words);
    const grey = await line.shows(owner, group, card.message_id, note, lang);
    expect(grey.card).toMatchObject({ header: { template: 'grey' } });
    for (const one of [got, grey])
      expect(JSON.stringify(one.card)).not.toMatch(new RegExp(`applink|vc.feishu.cn|\\b2468\\b|${reserve.meeting_no}`));
    expect(buttons(grey).join()).toContain('Book the next one');
    const after = await line.asked(() => line.ask(owner, group, text(reserve.meeting_no)));
    expect(after.asked).toEqual([]);
    expect(read(after.got, lang)).toContain(gone);
    expect(after.got.ephemeral).toBe(true);
  });

  it.each(LANGS)('is released by itself when its time is over (%s)', async (lang) => {
    await line.advance(36 * MINUTE);
    await line.shows(owner, group, card.message_id, lang === 'zh_cn' ? '会议号已收回' : 'Meeting ID released', lang);
  });
});

describe('who is in', () => {
  beforeEach(() => book());
  const join = (person: Person, more: object = {}) => line.post('meetings/join', { as: person.open_id, reserve_id: reserve.id, ...more });
  const leave = (person: Person) => line.post('meetings/leave', { as: person.open_id, meeting_no: reserve.meeting_no });

  const asks: Record<Lang, string> = { zh_cn: '谁在会上', en_us: "who's in" };

  it.each(LANGS.flatMap((lang) => (['error', 'empty'] as const).map((absent) => [lang, absent] as const)))(
    'tells a meeting that has not started (%s, the platform says %s)',
    async (lang, absent) => {
      await line.post('faults', { active_absent: absent });
      const { got, asked } = await line.asked(() => line.ask(host, group, asks[lang], { parent_id: card.message_id }));
      await line.post('faults', {});
      expect(asked).toEqual([['GET', null]]);
      expect(read(got, lang)).toContain(lang === 'zh_cn' ? '会议还没开始' : "hasn't started");
      expect(read(got, lang)).toContain('评审');
    },
  );

  it.each([
    ['zh_cn', '已经取消'],
    ['en_us', 'already cancelled'],
  ] as const)('from one that is gone (%s)', async (lang, why) => {
    await elsewhere('DELETE');
    const { got, asked } = await line.asked(() => line.ask(host, group, asks[lang], { parent_id: card.message_id }));
    expect(asked).toEqual([['GET', null]]);
    expect(read(got, lang)).toContain(why);
  });

  it.each([
    ['zh_cn', '谁在会上 999 999 999', '没有找到会议号'],
    ['en_us', 'who is in 999999999', "couldn't find meeting ID"],
  ] as const)('and from one that never was (%s)', async (lang, text, why) => {
    const { got, asked } = await line.asked(() => line.ask(host, group, text));
    expect(asked).toEqual([]);
    expect(read(got, lang)).toContain(why);
  });

  it.each([
    [
      'zh_cn',
      ['现在有 2 人在会上', '开始', '累计 3 人参会', '主持人 · 入会 7 分钟', '入会 12 分钟', '已离会', '正在使用：视频、音频、录制'],
    ],
    [
      'en_us',
      [
        '2 people are in the meeting',
        'Since',
        '3 people have joined so far',
        'Host · In for 7 minutes',
        'In for 12 minutes',
        'Left',
        'In use: video, audio, recording',
      ],
    ],
  ] as const)('people, their parts and how long they are in (%s)', async (lang, words) => {
    const [third] = [line.person('王芳')];
    await join(owner, { mic: true, camera: true });
    await line.advance(5 * MINUTE);
    await join(host);
    await join(third);
    await line.advance(4 * MINUTE);
    await leave(third);
    await line.advance(3 * MINUTE);
    const { got, asked } = await line.asked(() => line.ask(third, group, asks[lang], { parent_id: card.message_id }));
    expect(asked.map(([method]) => method)).toEqual(['GET']);
    const seen = read(got, lang);
    for (const one of words) expect(seen).toContain(one);
    for (const person of [owner, host, third]) expect(JSON.stringify(got.card)).toContain(person.open_id);
    expect(JSON.stringify(got.card)).toContain('applink');
  });

  it('counts who is inside now, not the most there ever were', async () => {
    for (const name of ['张伟', '李娜', '王芳', '陈晨']) await join(line.person(name));
    for (const name of ['王芳', '陈晨', '李娜']) await leave(line.person(name));
    const got = await line.ask(host, group, '谁在会上', { parent_id: card.message_id });
    expect(read(got, 'zh_cn')).toContain('现在有 1 人在会上');
    expect(read(got, 'en_us')).toContain('1 person is in the meeting');
    expect(read(got, 'zh_cn')).toContain('累计 4 人参会');
  });

  it.each([
    ['zh_cn', '谁在会上', '正在看谁在会上…', '现在有 1 人在会上'],
    ['en_us', "Who's in", "Checking who's in…", '1 person is in the meeting'],
  ] as const)('shows it to who pressed alone, and at Refresh anew in its place (%s)', async (lang, label, toast, words) => {
    await line.post(`people/${host.open_id}`, { lang });
    await line.ask(host, line.direct(host), lang === 'zh_cn' ? '帮助' : 'help');
    await join(owner);
    const before = new Set((await line.messages(host, group)).map((one) => one.message_id));
    const { toast: shown } = await line.press(host, card, label);
    expect(shown?.content).toBe(toast);
    const answer = await line.answer(host, group, before, 'who');
    expect(answer.ephemeral).toBe(true);
    expect(read(answer, lang)).toContain(words);
    await join(host);
    before.add(answer.message_id);
    await line.press(host, answer, lang === 'zh_cn' ? '刷新' : 'Refresh');
    const again = await line.answer(host, group, before, 'who, again');
    expect(read(again, lang)).toContain(lang === 'zh_cn' ? '现在有 2 人在会上' : '2 people are in the meeting');
    await line.settle();
    expect((await line.messages(host, group)).map((one) => one.message_id)).not.toContain(answer.message_id);
  });

  it('asked for in words is for all: Refresh redraws it, and it has no way in any more when the meeting is gone', async () => {
    await join(owner);
    for (const [chat, presser] of [
      [line.direct(owner), owner],
      [group, host],
    ] as const) {
      const shown = await line.ask(owner, chat, `谁在会上 ${reserve.meeting_no}`);
      const count = (await line.messages(owner, chat)).length;
      await join(host);
      await line.press(presser, shown, '刷新');
      expect(JSON.stringify((await line.shows(owner, chat, shown.message_id, '现在有 2 人在会上')).card)).toContain('applink');
      await leave(host);
      expect(await line.messages(owner, chat)).toHaveLength(count);
      if (chat !== group) continue;
      await elsewhere('DELETE');
      await line.press(presser, shown, '刷新');
      expect(JSON.stringify((await line.shows(owner, chat, shown.message_id, '已经取消')).card)).not.toContain('applink');
    }
  });

  it.each([
    ['独名会谁在', 'zh_cn', '现在有 1 人在会上'],
    ["who's in 独名会", 'en_us', '1 person is in the meeting'],
  ] as const)('takes a meeting by its name from the direct chat: %s', async (text, lang, words) => {
    await book('5分钟后 独名会');
    await join(owner);
    const got = await line.ask(owner, line.direct(owner), text);
    expect(read(got, lang)).toContain(words);
    // It runs: asked first.
    const card = await line.ask(owner, group, `取消 ${reserve.meeting_no}`);
    await line.press(owner, card, '取消会议');
    await line.settle();
  });
});
