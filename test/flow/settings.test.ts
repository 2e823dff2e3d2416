import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Config } from '../../src/app/config.ts';
import { callback } from '../helpers/callback.ts';
import { type ChatMessage, find, formValues, Line, type Person, read, START } from '../helpers/line.ts';

type Lang = 'zh_cn' | 'en_us';

/** What the next booking shows of the settings that were in effect. */
interface Booked {
  /** Tomorrow, 3 pm in whose zone. */
  start: number;
  end: number;
  request: Record<string, unknown>;
  settings: {
    password?: string;
    auto_record?: boolean;
    action_permissions?: { permission: number; permission_checkers: { check_field: number; check_list: string[] }[] }[];
  };
  /** `preview`, `mic`, `speaker`, `camera` of the Join button. */
  join: string;
  shown: Record<Lang, string>;
  summary: string;
}

const HOUR = 3_600_000;
const TOMORROW_3PM = Date.parse('2026-11-21T15:00:00+08:00');
const TENANT = 3;
const USER = 1;

const joinSwitches = (message: ChatMessage): string => {
  const button = find(message.card, (node) => node.tag === 'button' && JSON.stringify(node.text).includes('加入会议'));
  const [link] = (button?.behaviors ?? []) as { default_url: string }[];
  const query = new URL(link?.default_url ?? '').searchParams;
  return ['preview', 'mic', 'speaker', 'camera'].map((name) => query.get(name)).join('');
};

const checker = ({ settings }: Booked) => settings.action_permissions?.find(({ permission }) => permission === 3)?.permission_checkers[0];

/** One setting, all the ways to set it, and what it does. The defaults are the opposite of each. */
interface Row {
  key: keyof Config;
  /** What to say; in a group after 本群 / group. */
  say: Record<Lang, string>;
  /** What the form hands in. */
  form: string;
  /** What the environment says. */
  env: unknown;
  /** As `设置` shows it. */
  shown: Record<Lang, string>;
  /** How it is confirmed, in one line. */
  done: Record<Lang, string>;
  does(booked: Booked): void;
}

const ROWS: Row[] = [
  {
    key: 'minutes',
    say: { zh_cn: '默认30分钟', en_us: 'default 30 minutes' },
    form: '30',
    env: 30,
    shown: { zh_cn: '30 分钟', en_us: '30 min' },
    done: { zh_cn: '默认 30 分钟', en_us: '30 minutes by default' },
    does: ({ start, end }) => expect(end - start).toBe(HOUR / 2),
  },
  {
    key: 'record',
    say: { zh_cn: '默认自动录制', en_us: 'default recording on' },
    form: 'true',
    env: true,
    shown: { zh_cn: '是', en_us: 'Yes' },
    done: { zh_cn: '自动录制', en_us: 'record automatically' },
    does: ({ settings, shown }) => {
      expect(settings.auto_record).toBe(true);
      expect(shown.zh_cn).toContain('自动录制');
      expect(shown.en_us).toContain('Recorded automatically');
    },
  },
  {
    key: 'password',
    say: { zh_cn: '默认随机密码', en_us: 'default random password' },
    form: 'random',
    env: 'random',
    shown: { zh_cn: '每次随机 6 位数字', en_us: 'Six random digits each time' },
    done: { zh_cn: '每次随机设 6 位密码', en_us: 'six random digits as password' },
    does: ({ settings, shown }) => {
      expect(settings.password).toMatch(/^\d{6}$/);
      for (const lang of ['zh_cn', 'en_us'] as const) expect(shown[lang]).toContain(settings.password);
    },
  },
  {
    key: 'access',
    say: { zh_cn: '默认仅公司内部', en_us: 'default company only' },
    form: 'company',
    env: 'company',
    shown: { zh_cn: '本企业成员', en_us: 'People in our company' },
    done: { zh_cn: '仅本企业成员入会', en_us: 'only our company can join' },
    does: (booked) => {
      expect(checker(booked)).toMatchObject({ check_field: TENANT, check_list: [line.colleague(0).tenant_key] });
      expect(booked.shown.zh_cn).toContain('本企业成员');
    },
  },
  {
    key: 'join',
    say: { zh_cn: '入会打开摄像头和麦克风', en_us: 'join with mic on and camera on' },
    form: 'open',
    env: 'open',
    shown: { zh_cn: '开麦克风和摄像头入会', en_us: 'Join with audio and video' },
    done: { zh_cn: '开麦克风和摄像头入会', en_us: 'join with audio and video' },
    does: ({ join }) => expect(join).toBe('0111'),
  },
  {
    key: 'zone',
    say: { zh_cn: '时区东京', en_us: 'timezone Tokyo' },
    form: 'Asia/Tokyo',
    env: 'Asia/Tokyo',
    shown: { zh_cn: '东京', en_us: 'Tokyo' },
    done: { zh_cn: '按东京时间算', en_us: 'times in Tokyo time' },
    does: ({ start, summary }) => {
      expect(start).toBe(TOMORROW_3PM - HOUR);
      expect(summary).toContain('15:00');
      expect(summary).toMatch(/东京|Tokyo|GMT\+9|UTC\+9/);
    },
  },
];

let line: Line;
const bots: Line[] = [];

/** A bot with nobody's settings in it. */
async function fresh(over: Partial<Config> = {}): Promise<void> {
  line = await Line.start(over);
  bots.push(line);
}
afterAll(async () => {
  await Promise.all(bots.map((bot) => bot.stop()));
});

let counted = 0;
/** What a booking that says only when and what makes of the settings. */
async function book(as: Person, chatId: string, text = '明天下午3点'): Promise<Booked> {
  const topic = `评审${++counted}`;
  const card = await line.ask(as, chatId, `${text} ${topic}`);
  const [call] = await line.calls('reserves/apply');
  const request = call!.request!;
  const settings = request.meeting_settings as Booked['settings'] & { topic: string };
  expect(settings.topic).toBe(topic);
  const at = [...JSON.stringify(card.card).matchAll(/millisecond='(\d+)'/g)].map((match) => Number(match[1]));
  const summary = JSON.stringify((card.card as { config: { summary: unknown } }).config.summary);
  const end = Number(request.end_time) * 1000;
  return { start: Math.min(...at), end, request, settings, join: joinSwitches(card), shown: both(card), summary };
}

/** A card that is no more than one line, with its preview. */
const lineOf = (text: string): string => `${text}\n<font color='grey'>${text}</font>`;

const both = (card: ChatMessage): Record<Lang, string> => ({ zh_cn: read(card, 'zh_cn'), en_us: read(card, 'en_us') });

/** What the field shows as chosen. */
function label(card: ChatMessage, name: string, lang: Lang): string {
  const select = find(card.card, (node) => node.tag === 'select_static' && node.name === name);
  const option = (select?.options as { value: string; text: unknown }[] | undefined)?.find((one) => one.value === select?.initial_option);
  return read({ card: option?.text }, lang);
}

/** The values that the form shows as chosen. */
function chosen(card: ChatMessage): Record<string, string> {
  return formValues(card) as Record<string, string>;
}

const openSettings = (as: Person, chatId: string, scope: 'person' | 'chat' = 'person'): Promise<ChatMessage> =>
  line.ask(as, chatId, scope === 'chat' ? '本群设置' : '设置');

/** Hands in the settings form with these fields changed, and waits for the settings as saved. */
async function save(as: Person, chatId: string, card: ChatMessage, values: Record<string, string>): Promise<ChatMessage> {
  return line.outcome(as, chatId, card, () => line.submit(as, card, values));
}

describe.each(['zh_cn', 'en_us'] as const)('said by a person, in %s', (lang) => {
  let person: Person;
  let chat: string;
  beforeAll(async () => {
    await fresh();
    person = line.person('李娜');
    chat = line.direct(person);
  });

  it.each(ROWS)('$key: $say', async ({ key, say, form, shown, done, does }) => {
    const answer = await line.ask(person, chat, say[lang]);
    expect(both(answer)).toEqual({ zh_cn: lineOf(`好，以后${done.zh_cn}`), en_us: lineOf(`OK, from now on: ${done.en_us}`) });
    const now = await openSettings(person, chat);
    expect(chosen(now)[key]).toBe(form);
    expect(label(now, key, lang)).toBe(shown[lang]);
    does(await book(person, chat));
  });

  it('and all of it together, in any chat of that person, but for nobody else', async () => {
    const colleague = line.person('王芳');
    const group = line.group(person, colleague);
    for (const where of [chat, group]) {
      const booked = await book(person, where);
      for (const { does } of ROWS) does(booked);
    }
    const theirs = await book(colleague, group);
    expect(theirs).toMatchObject({ start: TOMORROW_3PM, end: TOMORROW_3PM + HOUR, join: '0010' });
    expect(theirs.settings).toMatchObject({ auto_record: false });
    expect(theirs.settings).not.toHaveProperty('password');
    expect(theirs.settings).not.toHaveProperty('action_permissions');
  });

  it('and survives a restart', async () => {
    await line.restart();
    const card = await line.ask(person, chat, lang === 'zh_cn' ? '设置' : 'settings');
    expect(chosen(card)).toMatchObject(Object.fromEntries(ROWS.map(({ key, form }) => [key, form])));
    // All but the language, which nobody set.
    expect(read(card, 'zh_cn').match(/已设置/g)).toHaveLength(ROWS.length);
  });
});

const CJK = /[一-鿿]/;

describe('handed in with the form', () => {
  let person: Person;
  let chat: string;
  beforeAll(async () => {
    await fresh();
    person = line.person('李娜');
    chat = line.direct(person);
  });

  it.each(ROWS)('$key', async ({ key, form, shown, done, does }) => {
    const card = await openSettings(person, chat);
    expect(chosen(card)[key]).not.toBe(form);
    expect(both(await save(person, chat, card, { [key]: form })).zh_cn).toBe(lineOf(`好，以后${done.zh_cn}`));
    const saved = await openSettings(person, chat);
    expect(chosen(saved)[key]).toBe(form);
    for (const lang of ['zh_cn', 'en_us'] as const) expect(label(saved, key, lang)).toBe(shown[lang]);
    does(await book(person, chat));
  });

  it.each([
    ['帮助', '设置'],
    ['help', 'Settings'],
  ])('is opened by the button of %s', async (ask, label) => {
    for (const where of [chat, line.group(person, line.person('王芳'))]) {
      const help = await line.ask(person, where, ask);
      const last = await line.newest(person, where);
      await line.press(person, help, label);
      const opened = await line.until(
        async () => (await line.messages(person, where, last)).find((one) => one.sender.type === 'app'),
        'the form',
      );
      expect(chosen(opened)).toMatchObject(Object.fromEntries(ROWS.map(({ key, form }) => [key, form])));
      expect(opened.ephemeral).toBe(where !== chat);
    }
  });

  it('stores only what differs from what was in effect: the rest follows the environment', async () => {
    const other = line.person('王芳');
    const card = await openSettings(other, line.direct(other));
    await save(other, line.direct(other), card, { minutes: '45' });
    expect(read(await openSettings(other, line.direct(other)), 'zh_cn').match(/已设置/g)).toHaveLength(1);
    await line.restart({ record: true, password: 'none', access: 'company', join: 'preview', minutes: 90 });
    const booked = await book(other, line.direct(other));
    expect(booked).toMatchObject({ end: booked.start + 45 * 60_000, join: '1010' });
    expect(booked.settings).toMatchObject({ auto_record: true, password: '' });
    expect(checker(booked)?.check_field).toBe(TENANT);
    const again = await save(other, line.direct(other), await openSettings(other, line.direct(other)), {});
    expect(read(again, 'zh_cn')).toContain('没有要改的地方');
    expect(read(await openSettings(other, line.direct(other)), 'zh_cn').match(/已设置/g)).toHaveLength(1);
  });
});

describe.each(['sentence', 'form'] as const)('a group, by %s', (way) => {
  let setter: Person;
  let other: Person;
  let group: string;
  beforeAll(async () => {
    await fresh();
    [setter, other] = [line.person('王芳'), line.person('李娜')];
    group = line.group(setter, other);
  });

  it.each(ROWS)(
    '$key: any member sets it, everybody sees it, and it holds for who books there',
    async ({ key, say, form, shown, done, does }) => {
      let saved: ChatMessage;
      if (way === 'sentence') saved = await line.ask(setter, group, `本群${say.zh_cn}`);
      else saved = await save(setter, group, await openSettings(setter, group, 'chat'), { [key]: form });
      expect(saved.ephemeral).toBe(false);
      expect(read(await line.message(other, group, saved.message_id))).toBe(lineOf(`好，本群以后${done.zh_cn}`));
      const seen = await openSettings(other, group, 'chat');
      expect(chosen(seen)[key]).toBe(form);
      for (const lang of ['zh_cn', 'en_us'] as const) expect(label(seen, key, lang)).toBe(shown[lang]);
      does(await book(other, group));
    },
  );

  it('and it holds nowhere else', async () => {
    const elsewhere = line.world.chats.find((chat) => chat.name === '设计讨论')!.chat_id;
    for (const where of [line.direct(other), elsewhere]) {
      const booked = await book(other, where);
      expect(booked).toMatchObject({ start: TOMORROW_3PM, end: TOMORROW_3PM + HOUR, join: '0010' });
      expect(booked.settings).toMatchObject({ auto_record: false });
    }
  });

  it('length, record, password and access are the group’s; zone and join are first each person’s own', async () => {
    const chat = line.direct(other);
    for (const text of ['默认90分钟', '默认不录', '默认不要密码', '默认任何人可加入', '时区伦敦', '入会静音'])
      await line.ask(other, chat, text);
    const booked = await book(other, group);
    for (const { key, does } of ROWS) if (key !== 'zone' && key !== 'join') does(booked);
    expect(booked.start).toBe(TOMORROW_3PM + 8 * HOUR);
    expect(booked.join).toBe('0010');
    const own = await book(other, chat);
    expect(own.end - own.start).toBe(1.5 * HOUR);
    expect(own.settings).toMatchObject({ auto_record: false, password: '' });
    expect(own.settings).not.toHaveProperty('action_permissions');
  });

  it('what is said beats both', async () => {
    const booked = await book(other, group, '明天下午3点到3点20 密码 8642 不录 任何人可加入');
    expect(booked.end - booked.start).toBe(20 * 60_000);
    expect(booked.settings).toMatchObject({ auto_record: false, password: '8642' });
    expect(booked.settings).not.toHaveProperty('action_permissions');
  });

  it('is not set from elsewhere: neither said in a direct chat nor with its form pressed there', async () => {
    const outsider = line.person('张伟');
    const chat = line.direct(outsider);
    for (const [text, zh, en] of [
      ['本群默认15分钟', '群设置要到那个群里改', 'changed in that group'],
      ['group default 15 minutes', '群设置要到那个群里改', 'changed in that group'],
    ] as const) {
      const answer = await line.ask(outsider, chat, text);
      expect(read(answer, 'zh_cn')).toContain(zh);
      expect(read(answer, 'en_us')).toContain(en);
    }
    const form = await openSettings(other, group, 'chat');
    await callback(line, {
      as: outsider,
      chatId: chat,
      messageId: form.message_id,
      action: { name: 'settings__chat', form_value: { minutes: '15', chat: group } },
    });
    await line.ask(outsider, chat, '帮助');
    expect(chosen(await openSettings(other, group, 'chat')).minutes).toBe('30');
    expect(chosen(await openSettings(outsider, chat)).minutes).toBe('60');
  });
});

describe('the environment', () => {
  beforeAll(async () => {
    await fresh(Object.fromEntries(ROWS.map(({ key, env }) => [key, env])));
  });

  it.each(ROWS)('$key holds where nobody has set anything', async ({ does }) => {
    const person = line.person('李娜');
    does(await book(person, line.direct(person)));
    does(await book(person, line.group(person, line.person('王芳'))));
  });

  it('is shown, marked as the default', async () => {
    const person = line.person('李娜');
    const card = await openSettings(person, line.direct(person));
    expect(chosen(card)).toMatchObject(Object.fromEntries(ROWS.map(({ key, form }) => [key, form])));
    expect(read(card, 'zh_cn')).not.toContain('已设置');
  });
});

describe('more values', () => {
  let person: Person;
  let chat: string;
  beforeAll(async () => {
    await fresh();
    person = line.person('李娜');
    chat = line.direct(person);
  });

  it.each([
    ['默认不要密码', 'default no password', 'none', ''],
    ['默认密码跟随我的设置', 'default password: owner', 'owner', undefined],
  ])('password: %s', async (zh, en, policy, sent) => {
    for (const text of [zh, en]) {
      await line.ask(person, chat, '默认随机密码');
      await line.ask(person, chat, text);
      expect(chosen(await openSettings(person, chat)).password).toBe(policy);
      expect((await book(person, chat)).settings.password).toBe(sent);
    }
  });

  it.each([
    ['本群默认仅本群', 'group default this group only', 'chat'],
    ['本群默认任何人可加入', 'group default access anyone', 'anyone'],
  ])('access: %s', async (zh, en, access) => {
    const group = line.group(person, line.person('王芳'));
    for (const text of [zh, en]) {
      await line.ask(person, group, text);
      expect(chosen(await openSettings(person, group, 'chat')).access).toBe(access);
      const booked = await book(person, group);
      if (access === 'anyone') expect(booked.settings).not.toHaveProperty('action_permissions');
      else expect(checker(booked)).toMatchObject({ check_field: USER, check_list: expect.arrayContaining([line.person('王芳').open_id]) });
    }
  });

  it('a person’s “this group only” means the company where there is no group', async () => {
    await line.ask(person, chat, '默认仅本群');
    const group = line.world.chats.find((one) => one.name === '设计讨论')!.chat_id;
    expect(checker(await book(person, group))?.check_field).toBe(USER);
    expect(checker(await book(person, chat))?.check_field).toBe(TENANT);
    const refused = await line.ask(person, chat, '明天下午3点 私下 仅限本群');
    expect(read(refused, 'zh_cn')).toContain('这里不是群');
    expect(read(refused, 'en_us')).toContain('not a group');
    await line.ask(person, chat, '默认任何人可加入');
  });

  /** Each builds on the one before: only the switches that were said change. */
  it.each([
    ['先检查设备', '入会前先检查设备', '1010'],
    ['开麦', '入会开麦', '1110'],
    ['camera', 'join with camera on', '1111'],
    ['no preview', 'skip the device preview by default', '0111'],
    ['静音', '入会静音', '0011'],
    ['camera off', 'join with camera off', '0010'],
  ])('join, switch by switch: %s', async (_, text, switches) => {
    await line.ask(person, chat, text);
    expect((await book(person, chat)).join).toBe(switches);
  });

  it.each([
    ['preview', '1010'],
    ['open', '0111'],
    ['muted', '0010'],
  ])('join, from the form: %s', async (preset, switches) => {
    await save(person, chat, await openSettings(person, chat), { join: preset });
    expect((await book(person, chat)).join).toBe(switches);
  });
});

describe('language', () => {
  let person: Person;
  let group: string;
  beforeAll(async () => {
    await fresh();
    person = line.person('李娜');
    group = line.group(person, line.person('王芳'));
  });

  /** What only the asker sees has one language. */
  const spoken = async (text: string): Promise<Lang> => {
    const answer = await line.ask(person, group, text);
    expect(answer.ephemeral).toBe(true);
    // A line has no heading; below one people's own words may stand.
    return CJK.test(String(find(answer.card, (node) => node.tag === 'plain_text')?.content ?? read(answer))) ? 'zh_cn' : 'en_us';
  };

  it('is the one of the message where none is set, then the one written last', async () => {
    expect(await spoken('show 999 888 777')).toBe('en_us');
    expect(await spoken('查看 999 888 777')).toBe('zh_cn');
  });

  it('stands in the form as it is spoken, and is not set by saving something else', async () => {
    const newcomer = line.person('陈晨');
    const direct = line.direct(newcomer);
    const form = await line.ask(newcomer, direct, 'settings');
    expect(chosen(form).lang).toBe('en_us');
    await save(newcomer, direct, form, { minutes: '30' });
    expect(await line.hear(newcomer, direct, '设置').then(chosen)).toMatchObject({ lang: 'zh_cn', minutes: '30' });
  });

  it.each([
    ['语言英文', 'en_us', '查看 999 888 777'],
    ['language Chinese', 'zh_cn', 'show 999 888 777'],
    ['切换到英文', 'en_us', '取消 不存在的会'],
    ['speak Chinese please', 'zh_cn', 'cancel the unheard-of meeting'],
  ] as const)('is as set, whatever one writes: %s', async (text, lang, next) => {
    expect(await spoken(text)).toBe(lang);
    expect(await spoken(next)).toBe(lang);
    expect(chosen(await openSettings(person, line.direct(person))).lang).toBe(lang);
  });

  it('is set with the form', async () => {
    const saved = await save(person, group, await openSettings(person, group), { lang: 'en_us' });
    expect(read(saved)).toContain('speak English');
    expect(await spoken('查看 999 888 777')).toBe('en_us');
  });

  it('of a group holds for who has none of their own', async () => {
    await line.ask(person, group, '群默认语言英文');
    const colleague = line.person('王芳');
    const answer = await line.ask(colleague, group, '查看 999 888 777');
    expect(CJK.test(read(answer))).toBe(false);
    await line.ask(colleague, line.direct(colleague), '语言中文');
    expect(CJK.test(read(await line.ask(colleague, group, 'show 999 888 777')))).toBe(true);
  });

  it('of the environment holds where nothing is known', async () => {
    await line.restart({ lang: 'en_us' });
    const nobody = line.person('张伟');
    expect(read(await line.ask(nobody, line.direct(nobody), '999 888 777'), 'en_us')).toContain("couldn't find");
    expect(chosen(await line.ask(nobody, line.direct(nobody), 'settings')).lang).toBe('en_us');
  });
});

describe('a time zone is learned', () => {
  beforeAll(() => fresh());

  it('from a picker, where none is set', async () => {
    const traveller = line.person('佐藤遥');
    const chat = line.direct(traveller);
    expect((await book(traveller, chat)).start).toBe(TOMORROW_3PM);
    const form = await line.ask(traveller, chat, '约会议');
    const [field] = Object.keys(formValues(form)).filter((name) => name.startsWith('start'));
    const submit = find(form.card, (node) => node.form_action_type === 'submit');
    await line.post('press', {
      as: traveller.open_id,
      message_id: form.message_id,
      element: { tag: 'button', name: submit?.name, timezone: 'Asia/Tokyo' },
      form_name: 'book',
      form_value: { ...formValues(form), [field!]: '2026-11-21 09:00' },
    });
    await line.ask(traveller, chat, '帮助');
    expect(chosen(await openSettings(traveller, chat)).zone).toBe('Asia/Tokyo');
    expect((await book(traveller, chat)).start).toBe(TOMORROW_3PM - HOUR);
  });

  it('but never over what was set', async () => {
    const person = line.person('李娜');
    const chat = line.direct(person);
    await line.ask(person, chat, 'timezone London');
    const form = await line.ask(person, chat, '约会议');
    const submit = find(form.card, (node) => node.form_action_type === 'submit');
    await line.post('press', {
      as: person.open_id,
      message_id: form.message_id,
      element: { tag: 'button', name: submit?.name, timezone: 'America/New_York' },
      form_name: 'book',
      form_value: formValues(form),
    });
    await line.ask(person, chat, '帮助');
    expect(chosen(await openSettings(person, chat)).zone).toBe('Europe/London');
  });
});

describe('a wrong value', () => {
  let person: Person;
  let chat: string;
  beforeAll(async () => {
    await fresh();
    person = line.person('李娜');
    chat = line.direct(person);
  });

  /** The text right below a field. */
  const below = (card: { card?: unknown }, name: string, lang: Lang): string => {
    const column = find(card.card, (node) => {
      const elements = (node.elements ?? []) as Record<string, unknown>[];
      return elements.some((one) => one.name === name);
    });
    const elements = column?.elements as { name?: string; content?: string }[];
    const next = elements[elements.findIndex((one) => one.name === name) + 1];
    return next ? read({ card: next }, lang) : '';
  };

  it.each([
    ['默认5000分钟', 'minutes', '时长要在', 'between 1 minute and 24 hours'],
    ['default 5000 minutes', 'minutes', '时长要在', 'between 1 minute and 24 hours'],
    ['时区火星', 'zone', '不认识这个时区', "don't know that time zone"],
    ['timezone Mars', 'zone', '不认识这个时区', "don't know that time zone"],
    ['语言法语', 'lang', '我只会中文和英文', 'only speak Chinese and English'],
    ['language French', 'lang', '我只会中文和英文', 'only speak Chinese and English'],
  ])('that was said is told beside its field and changes nothing: %s', async (text, field, zh, en) => {
    const before = chosen(await line.ask(person, chat, CJK.test(text) ? '设置' : 'settings'));
    const answer = await line.ask(person, chat, text);
    expect(below(answer, field, 'zh_cn')).toContain(zh);
    expect(below(answer, field, 'en_us')).toContain(en);
    expect(chosen(answer)).toEqual(before);
    expect(read(answer)).not.toContain('已设置');
  });

  it.each([
    ['minutes', '3000', '时长要在', 'between 1 minute and 24 hours'],
    ['zone', 'Mars/Olympus', '不认识这个时区', "don't know that time zone"],
  ])('in the form (%s) stays as typed, with the rest of the form, and is told beside its field', async (field, value, zh, en) => {
    const form = await openSettings(person, chat);
    const answer = await callback(line, {
      as: person,
      chatId: chat,
      messageId: form.message_id,
      action: { name: 'settings__', form_value: { ...formValues(form), record: 'true', access: 'company', [field]: value } },
    });
    expect(answer.toast).toMatchObject({ type: 'error' });
    const card = { card: answer.card?.data } as unknown as ChatMessage;
    expect(below(card, field, 'zh_cn')).toContain(zh);
    expect(below(card, field, 'en_us')).toContain(en);
    expect(chosen(card)).toMatchObject({ record: 'true', access: 'company', [field]: value });
    await line.ask(person, chat, '帮助');
    expect(read(await openSettings(person, chat))).not.toContain('已设置');
  });

  it.each([[{}], [{ minutes: '', lang: 'fr_fr', zone: '', join: 'own', record: 'maybe', password: '1234', access: 'moon' }]])(
    'is not taken from a forged form: %j',
    async (form_value: Record<string, string>) => {
      const form = await openSettings(person, chat);
      const answer = await callback(line, {
        as: person,
        chatId: chat,
        messageId: form.message_id,
        action: { name: 'settings__', form_value },
      });
      expect(answer.toast?.type).not.toBe('success');
      await line.ask(person, chat, '帮助');
      expect(read(await openSettings(person, chat))).not.toContain('已设置');
    },
  );
});

it('starts on the clock that the tests count from', () => expect(START + 28.75 * HOUR).toBe(TOMORROW_3PM));
