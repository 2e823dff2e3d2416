/** Who may use the bot, and where. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { Line, type Person, read } from '../helpers/line.ts';

let line: Line;
let admin: Person;
let user: Person;
let stranger: Person;
let open: string;
let closed: string;

beforeAll(async () => {
  line = await Line.start();
  [admin, user, stranger] = [line.person('李娜'), line.person('王芳'), line.person('张伟')];
  open = line.group(admin, user, stranger);
  const others = line.world.chats.filter(({ chat_mode, chat_id }) => chat_mode === 'group' && chat_id !== open);
  closed = others.find(({ members }) => [admin, user].every(({ open_id }) => members.includes(open_id)))!.chat_id;
  await line.restart({ admins: [admin.open_id], allowUsers: [user.open_id], allowChats: [open] });
});
afterAll(() => line.stop());

describe('what somebody asks for', () => {
  it.each<[string, () => [Person, string], string | null]>([
    ['who may, in a group that may', () => [user, open], null],
    ['who may, directly', () => [user, line.direct(user)], null],
    ['who may, in another group', () => [user, closed], '这个群还没有开通'],
    ['somebody else, in a group that may', () => [stranger, open], '你还不能用我'],
    ['somebody else, directly', () => [stranger, line.direct(stranger)], '你还不能用我'],
    ['an administrator, anywhere', () => [admin, closed], null],
  ])('%s', async (_, who, refusal) => {
    const [person, chat] = who();
    const { got, asked } = await line.asked(() => line.ask(person, chat, '明天下午3点 周会'));
    if (refusal === null) {
      expect(asked).toHaveLength(1);
      return;
    }
    expect(asked).toEqual([]);
    expect(read(got)).toContain(refusal);
    expect(read(got, 'en_us')).toBeDefined();
  });

  it('with a button is refused in the toast', async () => {
    const card = await line.ask(user, open, '后天下午3点 评审');
    const { got, asked } = await line.asked(() => line.press(stranger, card, '修改'));
    expect(got.toast).toMatchObject({ type: 'warning', content: expect.stringContaining('你还不能用我') });
    expect(asked).toEqual([]);
  });
});

describe('departments', () => {
  let byName: Map<string, string>;
  beforeAll(async () => {
    byName = new Map(line.world.departments.map(({ en_name, open_department_id }) => [en_name, open_department_id]));
    await line.post('scopes', { grant: SCOPES });
    await line.restart({ admins: [admin.open_id], allowDepartments: [byName.get('Product Centre')!] });
  });
  const SCOPES = ['contact:contact.base:readonly', 'contact:user.department:readonly'];
  const put = (person: Person, ...names: string[]): Promise<unknown> =>
    line.post(`people/${person.open_id}`, { department_ids: names.map((name) => byName.get(name)) });
  /** What was asked is remembered for an hour. */
  const anHourLater = (): Promise<void> => line.advance(61 * 60_000);

  it.each<[string, string[], boolean]>([
    ['itself', ['Product Centre'], true],
    ['one under it', ['Design'], true],
    ['another', ['Marketing'], false],
    ['another and one under it', ['Marketing', 'Product'], true],
    ['none', [], false],
  ])('in %s', async (_, names, may) => {
    await anHourLater();
    await put(stranger, ...names);
    const { got, asked } = await line.asked(() => line.ask(stranger, open, '明天下午3点 周会'));
    expect(asked).toHaveLength(may ? 1 : 0);
    if (!may) expect(read(got)).toContain('你还不能用我');
  });

  it('are asked about once an hour, for buttons as well', async () => {
    await anHourLater();
    await put(stranger, 'Design');
    await line.ask(stranger, open, '后天下午3点 评审');
    await put(stranger, 'Marketing');
    expect((await line.asked(() => line.ask(stranger, open, '后天下午5点 复盘'))).asked).toHaveLength(1);
    await anHourLater();
    expect((await line.asked(() => line.ask(stranger, open, '后天下午6点 复盘'))).asked).toEqual([]);
  });

  it.each(SCOPES)('let nobody in without %s', async (scope) => {
    await anHourLater();
    await put(stranger, 'Design');
    await line.post('scopes', { revoke: [scope] });
    const { got, asked } = await line.asked(() => line.ask(stranger, open, '明天下午3点 周会'));
    await line.post('scopes', { grant: [scope] });
    expect(asked).toEqual([]);
    expect(read(got)).toContain('你还不能用我');
  });
});

it.each([
  [{ BOT_ADMINS: 'ou_a, ou_b' }, { admins: ['ou_a', 'ou_b'] }],
  [{ BOT_ALLOW_CHATS: 'oc_a' }, { allowChats: ['oc_a'] }],
  [{ BOT_ALLOW_USERS: '' }, { allowUsers: [] }],
  [{ BOT_ALLOW_USERS: 'ou_a,od-b ou_c' }, { allowUsers: ['ou_a', 'ou_c'], allowDepartments: ['od-b'] }],
])('%j', (env, config) => {
  expect(readConfig(env)).toMatchObject({ config });
});

it.each([[{ BOT_ADMINS: 'Li Na' }], [{ BOT_ALLOW_CHATS: 'ou_a' }], [{ BOT_ALLOW_USERS: 'ou_a;ou_b' }]])('%j is refused', (env) => {
  expect(readConfig(env)).toEqual({ problems: [expect.stringContaining(Object.keys(env)[0]!)] });
});
