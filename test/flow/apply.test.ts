import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatMessage, Line, type Person, read } from '../helpers/line.ts';

let line: Line;
/** With a meeting password of their own in Feishu, and without. */
let owner: Person;
let plain: Person;
let other: Person;
let group: string;
beforeAll(async () => {
  line = await Line.start();
  [owner, plain, other] = [line.person('张伟'), line.person('李娜'), line.person('王芳')];
  group = line.group(owner, plain, other);
});
afterAll(() => line.stop());

const LANGS = ['zh_cn', 'en_us'] as const;
const END = String(Date.parse('2026-11-21T16:00:00+08:00') / 1000);
/** 15:00 to 16:00 tomorrow, and whatever else is said. */
const SAID = { zh_cn: '明天下午3点到4点 周会', en_us: 'tomorrow 3-4pm sync' };
const TOPIC = { zh_cn: '周会', en_us: 'sync' };
const langOf = (text: string): 'zh_cn' | 'en_us' => (/\p{Script=Han}/u.test(text) ? 'zh_cn' : 'en_us');

/** Asks for that meeting; the whole request to `apply` stands in `sent`. */
async function book(more: string, as = owner, chat = group): Promise<{ got: ChatMessage; sent: unknown; asked: [string, unknown][] }> {
  const lang = langOf(more);
  const { got, asked } = await line.asked(() => line.ask(as, chat, `${SAID[lang]} ${more}`));
  return { got, asked, sent: asked[0]?.[1] };
}

const request = (lang: 'zh_cn' | 'en_us', settings: object, as = owner): object => ({
  end_time: END,
  owner_id: as.open_id,
  meeting_settings: { topic: TOPIC[lang], meeting_initial_type: 1, auto_record: false, ...settings },
});

describe('a password', () => {
  it.each([
    ['密码1234', '1234', '`1234`'],
    ['密码是 567890', '567890', '`567890`'],
    ['不要密码', '', '无密码'],
    ['passcode 8642', '8642', '`8642`'],
    ['no password', '', 'No password'],
  ])('is sent as said: %s', async (more, password, shown) => {
    const { got, sent, asked } = await book(more);
    expect(asked).toHaveLength(1);
    expect(sent).toEqual(request(langOf(more), { password }));
    expect(read(got, langOf(more))).toContain(shown);
  });

  it.each(LANGS)('is left to the owner’s own setting when nothing is said, and shown as it was answered (%s)', async (lang) => {
    await line.post(`people/${owner.open_id}`, { meeting_password: '135791' });
    for (const [as, shown] of [
      [owner, '`135791`'],
      [plain, lang === 'zh_cn' ? '无密码' : 'No password'],
    ] as const) {
      const { got, asked } = await line.asked(() => line.ask(as, group, SAID[lang]));
      expect(asked).toEqual([['POST', request(lang, {}, as)]]);
      expect(read(got, lang)).toContain(shown);
    }
  });

  it.each(['随机密码', 'random password'])('is six digits of ours when any will do: %s', async (more) => {
    const drawn = new Set<string>();
    for (let i = 0; i < 2; i++) {
      const { got, sent } = await book(more);
      const { password } = (sent as { meeting_settings: { password: string } }).meeting_settings;
      expect(password).toMatch(/^\d{6}$/);
      expect(sent).toEqual(request(langOf(more), { password }));
      expect(read(got)).toContain(`\`${password}\``);
      drawn.add(password);
    }
    expect(drawn.size).toBe(2);
  });

  it.each([
    ['密码12', '4–9 位'],
    ['密码1234567890', '4–9 位'],
    ['密码12ab', '4–9 位'],
    ['password 123', '4–9 digits'],
  ])('that no meeting can have asks for nothing: %s', async (more, why) => {
    const { got, asked } = await book(more);
    expect(asked).toEqual([]);
    expect(read(got, langOf(more))).toContain(why);
    expect(got.ephemeral).toBe(true);
  });
});

describe('recording and other systems', () => {
  it.each([
    ['自动录制', { auto_record: true }, '自动录制'],
    ['不录制', {}, '不自动录制'],
    ['auto record', { auto_record: true }, 'Recorded automatically'],
    ['允许其他会议系统接入', { meeting_connect: true }, '可以接入'],
    ['allow other systems to dial in', { meeting_connect: true }, 'Can dial in'],
  ])('%s', async (more, settings, shown) => {
    const { got, sent } = await book(more);
    expect(sent).toEqual(request(langOf(more), settings));
    expect(read(got, langOf(more))).toContain(shown);
  });
});

describe('hosts', () => {
  it.each([
    ['主持人@李娜 @王芳', ['李娜', '王芳']],
    ['主持人@李娜 @王芳 @李娜', ['李娜', '王芳']],
    ['由@王芳主持', ['王芳']],
    ['hosts @Li Na and @Wang Fang', ['李娜', '王芳']],
    ['host @Wang Fang', ['王芳']],
  ])('are named to the platform, each once: %s', async (more, names) => {
    const { got, sent } = await book(more);
    const ids = names.map((name) => line.person(name).open_id);
    expect(sent).toEqual(request(langOf(more), { assign_host_list: ids.map((id) => ({ user_type: 1, id })) }));
    for (const id of ids) expect(JSON.stringify(got.card)).toContain(id);
    expect(read(got, langOf(more))).toContain(langOf(more) === 'zh_cn' ? '主持人' : 'Hosts');
  });

  it.each([
    ['主持人@艾米丽和@周明', '1 人没能设为主持人'],
    ['hosts @Emily Carter and @Ming Zhou', "1 person couldn't be made host"],
  ])('that the platform refuses are shown, the others kept: %s', async (more, why) => {
    const outside = line.person('周明');
    const { got } = await book(more, owner, line.group(owner, outside));
    expect(read(got, langOf(more))).toContain(why);
    expect(JSON.stringify(got.card).split(outside.open_id)).toHaveLength(2);
  });

  it.each([
    ['主持人@周明', '有人不能当主持人'],
    ['host @Ming Zhou', 'be a host'],
  ])('that make it refuse the booking are told: %s', async (more, why) => {
    await line.post('faults', { bad_hosts: 'hard' });
    const { got, asked } = await book(more, owner, line.group(owner, line.person('周明')));
    await line.post('faults', {});
    expect(asked).toHaveLength(1);
    expect(read(got, langOf(more))).toContain(why);
    expect(JSON.stringify(got.card)).not.toContain('vc.feishu.cn');
  });

  it.each([
    ['主持人王大锤', '认不出「王大锤」'],
    ['host Bob', 'Bob'],
  ])('have to be mentioned: %s', async (more, why) => {
    const { got, asked } = await book(more);
    expect(asked).toEqual([]);
    expect(read(got, langOf(more))).toContain(why);
  });
});

describe('who may do what', () => {
  const HOST = 1;
  const INVITE = 2;
  const JOIN = 3;
  const user = (...names: string[]) => ({ check_field: 1, check_mode: 1, check_list: names.map((name) => line.person(name).open_id) });
  const company = () => ({ check_field: 3, check_mode: 1, check_list: [owner.tenant_key] });
  const everybody = () => user('张伟', '李娜', '王芳', '陈晨', '佐藤遥', '艾米丽');
  const rule = (permission: number, checker: object) => ({ permission, permission_checkers: [checker] });

  it.each<[more: string, rules: () => object[], shown: string[]]>([
    ['任何人都可以加入', () => [], ['谁可以入会', '任何人']],
    ['仅限公司内部', () => [rule(JOIN, company())], ['谁可以入会', '本企业成员']],
    ['仅限本群', () => [rule(JOIN, everybody())], ['谁可以入会', '本群成员']],
    ['只有@李娜 @王芳 能进', () => [rule(JOIN, user('张伟', '李娜', '王芳'))], ['谁可以入会', '指定的 2 人']],
    ['和@李娜 @王芳 仅限受邀人', () => [rule(JOIN, user('张伟', '李娜', '王芳'))], ['谁可以入会', '指定的 2 人']],
    ['只有公司的人可以主持', () => [rule(HOST, company())], ['谁可以当主持人', '本企业成员']],
    ['只有@李娜能主持', () => [rule(HOST, user('张伟', '李娜'))], ['谁可以当主持人', '指定的 1 人']],
    ['群成员可以邀请', () => [rule(INVITE, everybody())], ['谁可以邀请他人', '本群成员']],
    ['只有主持人可以邀请', () => [rule(INVITE, user('张伟'))], ['谁可以邀请他人', '发起人和主持人']],
    ['只有我能邀请', () => [rule(INVITE, user('张伟'))], ['谁可以邀请他人', '指定的 1 人']],
    [
      '仅限公司内部，只有@李娜能主持，只有我能邀请',
      () => [rule(HOST, user('张伟', '李娜')), rule(INVITE, user('张伟')), rule(JOIN, company())],
      ['本企业成员', '谁可以当主持人', '谁可以邀请他人'],
    ],
    ['anyone can join', () => [], ['Who can join', 'Anyone']],
    ['only our company can join', () => [rule(JOIN, company())], ['Who can join', 'People in our company']],
    ['only this group', () => [rule(JOIN, everybody())], ['Who can join', 'Members of this group']],
    ['only @Li Na and @Wang Fang can join', () => [rule(JOIN, user('张伟', '李娜', '王芳'))], ['Who can join', '2 people by name']],
    ['only our company can host', () => [rule(HOST, company())], ['Who can host', 'People in our company']],
    ['only @Li Na can host', () => [rule(HOST, user('张伟', '李娜'))], ['Who can host', '1 person by name']],
    ['only this group can invite', () => [rule(INVITE, everybody())], ['Who can invite', 'Members of this group']],
    ['only hosts can invite', () => [rule(INVITE, user('张伟'))], ['Who can invite', 'The organizer and hosts']],
    ['only I can invite', () => [rule(INVITE, user('张伟'))], ['Who can invite', '1 person by name']],
  ])('%s', async (more, rules, shown) => {
    const { got, sent, asked } = await book(more);
    expect(asked).toHaveLength(1);
    const action_permissions = rules();
    expect(sent).toEqual(request(langOf(more), action_permissions.length > 0 ? { action_permissions } : {}));
    for (const words of shown) expect(read(got, langOf(more))).toContain(words);
  });

  it('always lets the named hosts in', async () => {
    const { sent } = await book('主持人@王芳 只有@李娜能进');
    expect(sent).toMatchObject({ meeting_settings: { action_permissions: [rule(JOIN, user('张伟', '王芳', '李娜'))] } });
  });

  it.each([
    ['仅限本群', '这里不是群'],
    ['only this group', 'not a group'],
  ])('has no group to keep to in a direct chat: %s', async (more, why) => {
    const { got, asked } = await book(more, owner, line.direct(owner));
    expect(asked).toEqual([]);
    expect(read(got, langOf(more))).toContain(why);
  });

  it.each([
    ['仅限本群', '这个群人太多', '仅限公司内部'],
    ['only this group', 'too large', 'only our company'],
  ])('names a group that is too large to list, and what to say instead: %s', async (more, why, instead) => {
    const { chat_id } = await line.post<{ chat_id: string }>('chats', { as: owner.open_id, name: '大群', members: [], with_bot: true });
    await line.answer(owner, chat_id, new Set(), 'a welcome');
    await line.post(`chats/${chat_id}`, { crowd: 499 });
    const { sent } = await book(more, owner, chat_id);
    const [all] = (sent as { meeting_settings: { action_permissions: { permission_checkers: { check_list: string[] }[] }[] } })
      .meeting_settings.action_permissions;
    expect(all?.permission_checkers[0]?.check_list).toHaveLength(500);
    await line.post(`chats/${chat_id}`, { crowd: 1 });
    await line.ask(owner, chat_id, '取消', { parent_id: (await line.messages(owner, chat_id)).at(-1)!.message_id });
    const { got, asked } = await book(more, owner, chat_id);
    expect(asked).toEqual([]);
    for (const words of [why, instead]) expect(read(got, langOf(more))).toContain(words);
    expect(got.ephemeral).toBe(true);
  });
});

describe('when the group changes', () => {
  it.each([
    ['仅限本群', '刷新'],
    ['only this group', 'Refresh'],
  ])('Refresh brings the list up to date, and asks for nothing when it is: %s', async (more, label) => {
    const late = line.person('艾米丽');
    const { chat_id } = await line.post<{ chat_id: string }>('chats', {
      as: owner.open_id,
      name: '小组',
      members: [plain.open_id],
      with_bot: true,
    });
    await line.answer(owner, chat_id, new Set(), 'a welcome');
    const { got } = await book(more, owner, chat_id);
    const press = async () => {
      await line.advance(1000);
      const { asked } = await line.asked(async () => {
        await line.press(owner, got, label);
        await line.settle();
        // Two of them in one second are drawn as one.
        await line.advance(1000);
        await expect.poll(() => line.calls(`im/v1/messages/${got.message_id}`).then((calls) => calls.length)).toBeGreaterThan(patched);
      });
      patched = (await line.calls(`im/v1/messages/${got.message_id}`)).length;
      return asked.map(([method, body]) => [method, listOf(body)]);
    };
    let patched = (await line.calls(`im/v1/messages/${got.message_id}`)).length;
    expect(await press()).toEqual([['GET', undefined]]);
    await line.post(`chats/${chat_id}`, { add: [late.open_id], remove: [plain.open_id] });
    expect(await press()).toEqual([
      ['GET', undefined],
      ['PUT', [owner.open_id, late.open_id]],
    ]);
    expect(await press()).toEqual([['GET', undefined]]);
  });
});

const listOf = (body: unknown): string[] | undefined =>
  (body as { meeting_settings?: { action_permissions?: { permission_checkers: { check_list: string[] }[] }[] } } | null)?.meeting_settings
    ?.action_permissions?.[0]?.permission_checkers[0]?.check_list;
