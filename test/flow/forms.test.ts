import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callback } from '../helpers/callback.ts';
import { buttons, type ChatMessage, formValues, Line, type Person, read } from '../helpers/line.ts';

let line: Line;
let owner: Person;
let other: Person;
let group: string;
/** Ephemeral cards are refused there. */
let topics: string;
beforeAll(async () => {
  line = await Line.start();
  [owner, other] = [line.person('张伟'), line.person('李娜')];
  group = line.group(owner, other);
  topics = line.world.chats.find((chat) => chat.chat_mode === 'topic')!.chat_id;
});
afterAll(() => line.stop());

const LANGS = ['zh_cn', 'en_us'] as const;
type Lang = (typeof LANGS)[number];
const seconds = (iso: string): string => String(Date.parse(`2026-11-${iso}:00+08:00`) / 1000);
const hosts = (...people: Person[]): object[] => people.map((one) => ({ user_type: 1, id: one.open_id }));
const OPEN: Record<Lang, string> = { zh_cn: '约会议', en_us: 'book a meeting' };
const TITLE: Record<Lang, string> = { zh_cn: '约会议', en_us: 'New meeting' };

/** Fields by their plain names: the start's carries its zone. */
const filled = (form: ChatMessage): Record<string, unknown> =>
  Object.fromEntries(Object.entries(formValues(form)).map(([name, value]) => [name.split('__')[0], value]));

const from = (as: Person, chat: string) => async (work: () => Promise<unknown>) => {
  const before = new Set((await line.messages(as, chat)).map((one) => one.message_id));
  await work();
  // The others hear of a change when nothing more has followed it.
  await line.settle();
  await line.advance(30_000);
  return line.answer(as, chat, before, 'a form');
};

describe('a form to book', () => {
  it.each([
    ['约会议', 'zh_cn', { topic: '', start: '2026-11-20 10:30 +0800', minutes: '60', hosts: [], password: '', record: false }],
    ['明天开个会', 'zh_cn', { start: '2026-11-21 10:00 +0800' }],
    ['约会议 评审 明天下午 45分钟', 'zh_cn', { topic: '评审', start: '2026-11-21 14:00 +0800', minutes: '45' }],
    ['约个会 密码2468 自动录制 仅限公司内部', 'zh_cn', { password: '2468', record: true, access: 'company' }],
    ['约会议 主持人@李娜 仅限本群', 'zh_cn', { hosts: ['李娜'], access: 'chat' }],
    ['book a meeting', 'en_us', { topic: '', minutes: '60', access: 'anyone' }],
    ['book a meeting tomorrow about budget', 'en_us', { topic: 'budget', start: '2026-11-21 10:00 +0800' }],
    ['schedule a 90 min call on Monday morning, password 2468, record it', 'en_us', { minutes: '90', password: '2468', record: true }],
    ['new meeting host @Li Na only our company', 'en_us', { hosts: ['李娜'], access: 'company' }],
  ] as [string, Lang, Record<string, unknown>][])('opens filled in with what was understood: %s', async (text, lang, fields) => {
    const { got, asked } = await line.asked(() => line.ask(owner, group, text));
    expect(asked).toEqual([]);
    expect(got.ephemeral).toBe(true);
    expect(read(got, lang)).toContain(TITLE[lang]);
    const expected = { ...fields };
    if (Array.isArray(fields.hosts)) expected.hosts = fields.hosts.map((name: string) => line.person(name).open_id);
    expect(filled(got)).toMatchObject(expected);
    const everybody = await line.messages(other, group);
    expect(everybody.some((one) => one.message_id === got.message_id)).toBe(false);
  });

  it.each(LANGS)('books what it says, for everybody to see (%s)', async (lang) => {
    const topic = `填的会 ${lang}`;
    const form = await line.ask(owner, group, OPEN[lang]);
    const { got, asked } = await line.asked(() =>
      from(
        owner,
        group,
      )(async () => {
        const { toast, card_replaced } = await line.submit(owner, form, {
          topic: topic,
          start: '2026-11-23 09:30 +0800',
          minutes: '90',
          hosts: [other.open_id],
          password: '97531',
          access: 'company',
          record: true,
        });
        expect(toast).toEqual({ type: 'info', content: '正在预约…' });
        expect(card_replaced).toBe(true);
      }),
    );
    expect(asked).toEqual([
      [
        'POST',
        {
          end_time: seconds('23T11:00'),
          owner_id: owner.open_id,
          meeting_settings: {
            topic: topic,
            meeting_initial_type: 1,
            auto_record: true,
            assign_host_list: hosts(other),
            password: '97531',
            action_permissions: [
              { permission: 3, permission_checkers: [{ check_field: 3, check_mode: 1, check_list: [owner.tenant_key] }] },
            ],
          },
        },
      ],
    ]);
    expect(got.ephemeral).toBe(false);
    for (const words of [topic, '`97531`']) expect(read(got, lang)).toContain(words);
    // The form is used up, and gone.
    expect((await line.messages(owner, group)).find((one) => one.message_id === form.message_id)).toBeUndefined();
  });

  it('leaves the password to the owner’s own setting when the field stays empty', async () => {
    const form = await line.ask(owner, group, '约会议');
    const { asked } = await line.asked(() => from(owner, group)(() => line.submit(owner, form, { topic: '空密码' })));
    expect(asked[0]?.[1]).toMatchObject({ meeting_settings: { topic: '空密码', meeting_initial_type: 1, auto_record: false } });
    expect(JSON.stringify(asked)).not.toContain('"password"');
    expect(JSON.stringify(asked)).not.toContain('assign_host_list');
  });

  it('books once, however often it is submitted', async () => {
    const form = await line.ask(owner, group, '约会议');
    const { asked } = await line.asked(async () => {
      await from(owner, group)(() => Promise.all([1, 2, 3].map(() => line.submit(owner, form, { topic: '一次' }))));
      await line.sandbox.idle();
      await expect(line.submit(owner, form, { topic: '一次' })).rejects.toThrow();
    });
    expect(asked).toHaveLength(1);
  });

  it.each(LANGS)('comes in the direct chat where the group allows nothing personal, and books for the group (%s)', async (lang) => {
    const direct = line.direct(owner);
    const form = await from(
      owner,
      direct,
    )(() => line.say(owner, topics, `@${line.world.app.name} ${OPEN[lang]} ${lang === 'zh_cn' ? '仅限本群' : 'only this group'}`));
    expect(read(form, lang)).toContain(TITLE[lang]);
    expect(filled(form)).toMatchObject({ access: 'chat' });
    // What is wrong with it comes back there, and is still for the group.
    expect((await line.submit(owner, form, { password: '1' })).toast?.type).toBe('error');
    const again = await line.shows(owner, direct, form.message_id, lang === 'zh_cn' ? '4–9 位' : '4–9 digits', lang);
    await line.advance(1000);
    const { got, asked } = await line.asked(() =>
      from(owner, topics)(() => line.submit(owner, again, { topic: `题会 ${lang}`, password: '2468' })),
    );
    const members = ['张伟', '李娜', '陈晨', '艾米丽'].map((name) => line.person(name).open_id);
    expect(asked[0]?.[1]).toMatchObject({
      meeting_settings: { action_permissions: [{ permission: 3, permission_checkers: [{ check_field: 1, check_list: members }] }] },
    });
    for (const words of ['题会', '`2468`']) expect(read(got, lang)).toContain(words);
  });

  it('books for no group that its sender is not in', async () => {
    const stranger = line.person('佐藤遥');
    const direct = line.direct(stranger);
    const form = await line.ask(stranger, direct, 'book a meeting');
    const before = (await line.messages(owner, topics)).length;
    await line.outcome(stranger, direct, form, () =>
      callback(line, {
        as: stranger,
        chatId: direct,
        messageId: form.message_id,
        action: { name: `book__${topics}`, form_value: { ...formValues(form), topic: 'mine' } },
      }),
    );
    expect(await line.messages(owner, topics)).toHaveLength(before);
  });

  it.each(LANGS)('opens from a button, in a direct chat too (%s)', async (lang) => {
    for (const chat of [group, line.direct(owner)]) {
      const help = await line.ask(owner, chat, lang === 'zh_cn' ? '帮助' : 'help');
      const form = await from(
        owner,
        chat,
      )(async () => {
        const { toast } = await line.press(owner, help, TITLE[lang]);
        expect(toast?.content).toBe('正在打开…');
      });
      expect(read(form, lang)).toContain(TITLE[lang]);
      expect(form.ephemeral).toBe(chat === group);
    }
  });
});

describe('what concerns the asker alone', () => {
  it.each([
    ['明天下午3点 周会 密码12', 'zh_cn', '4–9 位'],
    ['tomorrow 3pm sync password 12', 'en_us', '4–9 digits'],
    ['我的会议', 'zh_cn', '我的会议'],
    ['my meetings', 'en_us', 'My meetings'],
    ['查看 999 999 999', 'zh_cn', '没有找到会议号'],
    ['show 999999999', 'en_us', "couldn't find meeting ID"],
  ] as const)('is whispered in a group, and said in the direct chat where that is refused: %s', async (text, lang, says) => {
    const here = await line.ask(owner, group, text);
    expect(here.ephemeral).toBe(true);
    expect(read(here, lang)).toContain(says);
    const before = (await line.messages(other, topics)).length;
    const there = await from(owner, line.direct(owner))(() => line.say(owner, topics, `@${line.world.app.name} ${text}`));
    expect(read(there, lang)).toContain(says);
    // The question, and nothing of the bot's.
    expect(await line.messages(other, topics)).toHaveLength(before + 1);
  });
});

/** Every field with something no meeting can have, and what is said of it in each language. */
const WRONG: [field: string, typed: unknown, zh: string, en: string][] = [
  ['start', '', '请选择开始时间', 'Please pick a start time'],
  ['start', '2026-11-19 10:00 +0800', '已经过了', 'has passed'],
  ['start', '2026-12-25 10:00 +0800', '30 天内', 'within 30 days'],
  ['minutes', '', '1 分钟到 24 小时', 'between 1 minute and 24 hours'],
  ['password', '12', '4–9 位', '4–9 digits'],
  ['password', '12ab34', '4–9 位', '4–9 digits'],
];

describe('a form that is not wanted any more', () => {
  it.each([
    ['约会议', 'book', '已关闭，什么都没做。'],
    ['设置', 'settings', '已关闭，什么都没做。'],
  ])('%s is put away by its own button, and nothing is done', async (how, _, says) => {
    const form = await line.ask(owner, group, how);
    const { got, asked } = await line.asked(() =>
      callback(line, {
        as: owner,
        chatId: group,
        messageId: form.message_id,
        action: { name: 'close__', form_value: { topic: '不要了', minutes: '15', start: '2026-11-25 10:00 +0800' } },
      }),
    );
    expect(asked).toEqual([]);
    expect(got.toast).toBeUndefined();
    expect(read({ card: got.card?.data })).toContain(says);
    expect(buttons(form).join()).toContain('关闭');
  });
});

describe('wrong input', () => {
  const rows = LANGS.flatMap((lang) =>
    (['book', 'change'] as const).flatMap((mode) => WRONG.map(([field, typed, zh, en]) => [lang, mode, field, typed, zh, en] as const)),
  );
  let forms: Record<string, ChatMessage>;
  beforeAll(async () => {
    forms = {};
    const card = await line.ask(owner, group, '明天下午3点到4点 表单会 密码1357');
    for (const lang of LANGS) {
      forms[`${lang} book`] = await line.ask(owner, group, OPEN[lang]);
      const edit = lang === 'zh_cn' ? '修改' : 'edit';
      forms[`${lang} change`] = await line.ask(owner, group, edit, { parent_id: card.message_id });
    }
  });

  it.each(rows)('%s %s: %s = %j is kept and explained beside its field', async (lang, mode, field, typed, zh, en) => {
    await line.ask(owner, line.direct(owner), lang === 'zh_cn' ? '帮助' : 'help');
    const form = forms[`${lang} ${mode}`]!;
    const { got, asked } = await line.asked(() => line.submit(owner, form, { topic: '我写的 *主题*', [field]: typed }));
    expect(asked).toEqual([]);
    expect(got.toast).toEqual({ type: 'error', content: expect.stringMatching(/^有 \d 处要改，见红字。$/) });
    expect(got.card_replaced).toBe(true);
    const again = await line.shows(owner, group, form.message_id, lang === 'zh_cn' ? zh : en, lang);
    const kept = filled(again);
    expect(kept.topic).toBe('我写的 *主题*');
    if (field === 'password') expect(kept.password).toBe(typed);
    // Below its own field and above the next one.
    const json = JSON.stringify(again.card);
    const at = json.indexOf(lang === 'zh_cn' ? zh : en);
    const names = [...json.matchAll(/"name":"(topic|start|minutes|password|access|hosts|record)/g)].map((one) => [one[1], one.index]);
    const above = names.filter(([, index]) => (index as number) < at).at(-1);
    expect(above?.[0]).toBe(field);
    forms[`${lang} ${mode}`] = again;
  });

  it.each(LANGS)('says all that is wrong at once, and takes the form when it is right (%s)', async (lang) => {
    const form = await line.ask(owner, group, OPEN[lang]);
    const { asked } = await line.asked(async () => {
      await line.submit(owner, form, { start: '', minutes: '', password: 'abc' });
      const wrong = await line.shows(owner, group, form.message_id, lang === 'zh_cn' ? '4–9 位' : '4–9 digits', lang);
      for (const words of lang === 'zh_cn' ? ['请选择开始时间', '1 分钟到 24 小时'] : ['pick a start time', 'between 1 minute'])
        expect(read(wrong, lang)).toContain(words);
      await from(
        owner,
        group,
      )(() => line.submit(owner, wrong, { topic: `改对了 ${lang}`, start: '2026-11-22 10:00 +0800', minutes: '60', password: '2468' }));
    });
    expect(asked).toMatchObject([
      ['POST', { end_time: seconds('22T11:00'), meeting_settings: { topic: `改对了 ${lang}`, password: '2468' } }],
    ]);
  });

  it.each([
    ['minutes', '0', '1 分钟到 24 小时', 'between 1 minute and 24 hours'],
    ['minutes', '1500', '最长 24 小时', '24 hours at most'],
    ['hosts', Array.from({ length: 11 }, (_, i) => `ou_${i}`), '最多 10 位', '10 hosts at most'],
  ])('that no client would send is told as well: %s = %j', async (field, typed, zh, en) => {
    for (const lang of LANGS) {
      const form = await line.ask(owner, group, OPEN[lang]);
      const { got, asked } = await line.asked(() =>
        callback(line, {
          as: owner,
          chatId: group,
          messageId: form.message_id,
          action: { name: 'book__', form_value: { ...formValues(form), [field]: typed } },
        }),
      );
      expect(asked).toEqual([]);
      expect(got.toast?.i18n[lang]).toContain(lang === 'zh_cn' ? '红字' : 'red note');
      expect(read({ card: got.card?.data }, lang)).toContain(lang === 'zh_cn' ? zh : en);
    }
  });

  it.each([
    ['hosts', 'hard', '有人不能当主持人', "Someone can't be a host"],
    ['password', 123006, '密码', 'password'],
  ] as const)('that only the platform finds comes back in the form: %s', async (field, fault, zh, en) => {
    const chat = line.group(owner, line.person('周明'));
    for (const lang of LANGS) {
      const form = await line.ask(owner, chat, OPEN[lang]);
      await line.post(
        'faults',
        fault === 'hard'
          ? { bad_hosts: 'hard' }
          : { api: [{ method: 'POST', path: 'reserves/apply', mode: 'code', status: 400, code: fault, times: 1 }] },
      );
      const back = await from(
        owner,
        chat,
      )(() =>
        line.submit(owner, form, {
          topic: '被拒',
          ...(field === 'hosts' ? { hosts: [line.person('周明').open_id] } : { password: '4321' }),
        }),
      );
      await line.post('faults', {});
      expect(back.ephemeral).toBe(true);
      expect(read(back, lang)).toContain(lang === 'zh_cn' ? zh : en);
      expect(filled(back)).toMatchObject({ topic: '被拒' });
      // And can be handed in again.
      const { asked } = await line.asked(() =>
        from(owner, chat)(() => line.submit(owner, back, { hosts: [], topic: `又交 ${field} ${lang}` })),
      );
      expect(asked).toMatchObject([['POST', { meeting_settings: { topic: `又交 ${field} ${lang}` } }]]);
    }
  });
});

describe('a form to change', () => {
  const BOOKED = '明天下午3点到4点 表单改会 密码1357 主持人@李娜 自动录制 仅限公司内部';

  it.each([
    ['修改', 'zh_cn', '修改会议'],
    ['Change', 'en_us', 'Change meeting'],
  ] as const)('opens filled in by the button %s, and sends only what changes', async (label, lang, title) => {
    const card = await line.ask(owner, group, BOOKED);
    await line.ask(owner, line.direct(owner), lang === 'zh_cn' ? '帮助' : 'help');
    const form = await from(
      owner,
      group,
    )(async () => {
      expect((await line.press(owner, card, label)).toast?.content).toBe('正在打开…');
    });
    expect(form.ephemeral).toBe(true);
    expect(read(form, lang)).toContain(title);
    expect(filled(form)).toEqual({
      topic: '表单改会',
      start: '2026-11-21 15:00 +0800',
      minutes: '60',
      hosts: [other.open_id],
      password: '1357',
      record: true,
      access: 'company',
    });
    const { got, asked } = await line.asked(() => from(owner, group)(() => line.submit(owner, form, { password: '8642' })));
    expect(asked).toEqual([['PUT', { meeting_settings: { password: '8642' } }]]);
    expect(read(got, lang)).toContain(lang === 'zh_cn' ? '密码已改' : 'password changed');
    await line.shows(owner, group, card.message_id, '`8642`');
  });

  it.each<[what: string, values: Record<string, unknown>, sent: object]>([
    ['topic', { topic: '新名' }, { meeting_settings: { topic: '新名' } }],
    ['no topic', { topic: '' }, { meeting_settings: { topic: '' } }],
    ['length', { minutes: '90' }, { end_time: '16:30' }],
    ['day and clock', { start: '2026-11-22 15:00 +0800' }, { end_time: '22T16:00' }],
    ['no password', { password: '' }, { meeting_settings: { password: '' } }],
    ['no hosts', { hosts: [] }, { meeting_settings: { assign_host_list: [] } }],
    ['no recording', { record: false }, { meeting_settings: { auto_record: false } }],
    ['open to anyone', { access: 'anyone' }, { meeting_settings: { action_permissions: [] } }],
    ['two at once', { topic: '两处', minutes: '30' }, { end_time: '15:30', meeting_settings: { topic: '两处' } }],
  ])('changes %s', async (_, values, sent) => {
    const card = await line.ask(owner, group, BOOKED);
    const form = await line.ask(owner, group, '修改会议', { parent_id: card.message_id });
    const { asked } = await line.asked(() => from(owner, group)(() => line.submit(owner, form, values)));
    const { end_time: end, ...rest } = sent as { end_time?: string };
    expect(asked).toEqual([['PUT', { ...rest, ...(end ? { end_time: seconds(end.includes('T') ? end : `21T${end}`) } : {}) }]]);
  });

  it.each([
    ['修改', 'zh_cn', '没有要改的'],
    ['edit', 'en_us', 'nothing to change'],
  ] as const)('asks for nothing when nothing was changed: %s', async (text, lang, why) => {
    const card = await line.ask(owner, group, BOOKED);
    const form = await line.ask(owner, group, text, { parent_id: card.message_id });
    const { got, asked } = await line.asked(() => from(owner, group)(() => line.submit(owner, form, {})));
    expect(asked).toEqual([]);
    expect(read(got, lang)).toContain(why);
    expect(got.ephemeral).toBe(true);
  });

  it('keeps who was named when who may join is left as it is', async () => {
    const card = await line.ask(owner, group, '明天下午3点到4点 小圈子 只有@李娜能进');
    const form = await line.ask(owner, group, '修改会议', { parent_id: card.message_id });
    const { asked } = await line.asked(() => from(owner, group)(() => line.submit(owner, form, { topic: '小圈子二' })));
    expect(asked).toEqual([['PUT', { meeting_settings: { topic: '小圈子二' } }]]);
  });

  it('is read in the zone that stands above it', async () => {
    const tokyo = line.person('佐藤遥');
    await line.ask(tokyo, line.direct(tokyo), 'set timezone to Tokyo');
    const form = await line.ask(tokyo, line.direct(tokyo), 'book a meeting');
    expect(read(form, 'en_us')).toContain('Tokyo');
    const { asked } = await line.asked(() =>
      line.outcome(tokyo, line.direct(tokyo), form, () => line.submit(tokyo, form, { start: '2026-11-21 16:00 +0800', minutes: '60' })),
    );
    expect(asked[0]?.[1]).toMatchObject({ end_time: seconds('21T16:00') });
  });
});

describe('a sentence that cannot be booked', () => {
  const ROWS: [text: string, lang: Lang, banner: string, fields: Record<string, unknown>][] = [
    [
      '后天下午3点到4点 密谈 密码12 自动录制',
      'zh_cn',
      '没有约上：密码需要 4–9 位数字',
      { topic: '密谈', start: '2026-11-22 15:00 +0800', minutes: '60', record: true },
    ],
    [
      'Sunday 3pm for 45 min secret, password 12',
      'en_us',
      'Not booked: The password must be 4–9 digits',
      { start: '2026-11-22 15:00 +0800', minutes: '45' },
    ],
    ['2027年1月15日下午3点 发布会', 'zh_cn', '没有约上：只能约 30 天内的会', { topic: '发布会' }],
    ['今天上午8点到9点 早会', 'zh_cn', '没有约上：这个时间已经过了，请选晚一点的时间', { topic: '早会' }],
    ['2月30日下午3点 年会', 'zh_cn', '没有约上：没有这一天', { topic: '年会' }],
  ];

  it.each(ROWS)('says so and brings the form, filled in: %s', async (text, lang, banner, fields) => {
    const { got, asked } = await line.asked(() => line.ask(owner, group, text));
    expect(asked).toEqual([]);
    expect(read(got, lang)).toContain(banner);
    expect(got.ephemeral).toBe(true);
    expect(filled(got)).toMatchObject(fields);
  });

  it('the platform refuses a field: the same, once it has said so', async () => {
    await line.post('faults', { api: [{ method: 'POST', path: 'reserves/apply$', mode: 'code', code: 123006 }] });
    const got = await line.ask(owner, group, '后天下午5点 拒收 密码 246810');
    await line.post('faults', {});
    expect(read(got)).toContain('没有约上：密码需要 4–9 位数字');
    expect(filled(got)).toMatchObject({ topic: '拒收', password: '246810' });
    await line.submit(owner, got, { password: '13579' });
    await line.until(async () => (await line.reserves()).some((one) => one.topic === '拒收' && one.password === '13579'), 'the booking');
  });

  it('what nobody can fill in is told as not booked, and a change as not made', async () => {
    await line.post('faults', { api: [{ path: 'vc/v1/reserves', mode: 'code', code: 121002 }] });
    const refused = await line.ask(owner, group, '后天下午6点 拒绝');
    await line.post('faults', {});
    expect(read(refused)).toContain('没有约上');
    await line.ask(owner, group, '后天下午6点 要改的');
    expect(read(await line.ask(owner, group, '要改的 密码改成12'))).toMatch(/没有改/);
  });
});
