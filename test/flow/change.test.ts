import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personTag } from '../../src/card/person-tag.ts';
import { callback } from '../helpers/callback.ts';
import { buttons, type ChatMessage, Line, type Person, read } from '../helpers/line.ts';
import { at, end, shown } from '../helpers/times.ts';

let line: Line;
let owner: Person;
let host: Person;
let group: string;
beforeAll(async () => {
  line = await Line.start();
  [owner, host] = [line.colleague(0), line.colleague(1)];
  group = line.group(owner, host, line.colleague(2));
});
afterAll(() => line.stop());

const MINUTE = 60_000;
const settings = (change: object): object => ({ meeting_settings: change });
const hosts = (...people: Person[]): object[] => people.map((one) => ({ user_type: 1, id: one.open_id }));
const join = (field: number, ...list: string[]): object[] => [
  { permission: 3, permission_checkers: [{ check_field: field, check_mode: 1, check_list: list }] },
];

/** 15:00 to 16:00 tomorrow, with everything set. */
const BOOKED = '明天下午3点到4点 周会 密码1234 主持人@李娜';
const book = (text = BOOKED, chat = group): Promise<ChatMessage> => line.ask(owner, chat, text);

/** Says it about that card, as one does: by replying to it. */
const about = (card: ChatMessage, text: string, as = owner, chat = group) =>
  line.asked(() => line.ask(as, chat, text, { parent_id: card.message_id }));

describe('changing by sentence', () => {
  type Row = [text: string, sent: () => object, news: RegExp, on: () => string];
  const SAME = (ms: number) => () => shown(ms);
  const rows: Record<'zh_cn' | 'en_us', Row[]> = {
    zh_cn: [
      ['延长30分钟', () => ({ end_time: end('21T16:30') }), /延长 30 分钟/, SAME(at('21T16:30'))],
      ['再加一刻钟', () => ({ end_time: end('21T16:15') }), /延长 15 分钟/, SAME(at('21T16:15'))],
      ['续期2小时', () => ({ end_time: end('21T18:00') }), /延长 2 小时/, SAME(at('21T18:00'))],
      ['延长12小时', () => ({ end_time: end('22T04:00') }), /延长 12 小时/, SAME(at('22T04:00'))],
      ['缩短半小时', () => ({ end_time: end('21T15:30') }), /缩短 30 分钟/, SAME(at('21T15:30'))],
      ['提前15分钟结束', () => ({ end_time: end('21T15:45') }), /缩短 15 分钟/, SAME(at('21T15:45'))],
      ['改到后天上午10点', () => ({ end_time: end('22T11:00') }), /时间 → /, SAME(at('22T10:00'))],
      ['改到后天', () => ({ end_time: end('22T16:00') }), /时间 → /, SAME(at('22T15:00'))],
      ['改到下午5点', () => ({ end_time: end('21T18:00') }), /时间 → /, SAME(at('21T17:00'))],
      ['改成下午2点到4点半', () => ({ end_time: end('21T16:30') }), /时间 → /, SAME(at('21T14:00'))],
      ['推迟半小时', () => ({ end_time: end('21T16:30') }), /时间 → /, SAME(at('21T15:30'))],
      ['提前半小时', () => ({ end_time: end('21T15:30') }), /时间 → /, SAME(at('21T14:30'))],
      ['改名为 月会', () => settings({ topic: '月会' }), /主题 → 「月会」/, () => '月会'],
      [
        '主题改成「季度*会* <b>场」',
        () => settings({ topic: '季度*会* <b>场' }),
        /主题 → 「季度&#42;会&#42; &#60;b&#62;场」/,
        () => '季度*会* <b>场',
      ],
      ['密码改成 567890', () => settings({ password: '567890' }), /密码已改/, () => '`567890`'],
      ['不要密码', () => settings({ password: '' }), /不再需要密码/, () => '无密码'],
      ['主持人改成@王芳', () => settings({ assign_host_list: hosts(line.colleague(2)) }), /主持人已改/, () => '主持人'],
      ['自动录制', () => settings({ auto_record: true }), /打开了自动录制/, () => '自动录制'],
      [
        '改到后天上午10点并改名为月会',
        () => ({ end_time: end('22T11:00'), ...settings({ topic: '月会' }) }),
        /时间 → [\s\S]*主题 → 「月会」/,
        SAME(at('22T10:00')),
      ],
      [
        '延长半小时，密码改成 567890',
        () => ({ end_time: end('21T16:30'), ...settings({ password: '567890' }) }),
        /密码已改/,
        SAME(at('21T16:30')),
      ],
      ['仅限公司内部', () => settings({ action_permissions: join(3, owner.tenant_key) }), /会议权限已改/, () => '本企业成员'],
      [
        '只允许@王芳加入',
        () => settings({ action_permissions: join(1, owner.open_id, host.open_id, line.colleague(2).open_id) }),
        /会议权限已改/,
        () => '指定的 1 人',
      ],
    ],
    en_us: [
      ['extend by 30 minutes', () => ({ end_time: end('21T16:30') }), /30 minutes longer/, SAME(at('21T16:30'))],
      ['+15m', () => ({ end_time: end('21T16:15') }), /15 minutes longer/, SAME(at('21T16:15'))],
      ['shorten it by 15 minutes', () => ({ end_time: end('21T15:45') }), /15 minutes shorter/, SAME(at('21T15:45'))],
      ['move it to Monday 3pm', () => ({ end_time: end('23T16:00') }), /now /, SAME(at('23T15:00'))],
      ['reschedule to Nov 25', () => ({ end_time: end('25T16:00') }), /now /, SAME(at('25T15:00'))],
      ['move to 5pm', () => ({ end_time: end('21T18:00') }), /now /, SAME(at('21T17:00'))],
      ['push it back by half an hour', () => ({ end_time: end('21T16:30') }), /now /, SAME(at('21T15:30'))],
      ['rename it to Quarterly review', () => settings({ topic: 'Quarterly review' }), /Quarterly review/, () => 'Quarterly review'],
      ['change the password to 8642', () => settings({ password: '8642' }), /password/, () => '`8642`'],
      ['no password', () => settings({ password: '' }), /password/, () => 'No password'],
      [
        'move it to Monday 3pm and record it',
        () => ({ end_time: end('23T16:00'), ...settings({ auto_record: true }) }),
        /now [\s\S]*recording/i,
        SAME(at('23T15:00')),
      ],
      ['record it', () => settings({ auto_record: true }), /recording/i, () => 'Recorded automatically'],
      [
        'only our company',
        () => settings({ action_permissions: join(3, owner.tenant_key) }),
        /meeting permissions/,
        () => 'People in our company',
      ],
      ['set the host to @Wang Fang', () => settings({ assign_host_list: hosts(line.colleague(2)) }), /hosts/, () => 'Hosts'],
    ],
  };
  const all = (['zh_cn', 'en_us'] as const).flatMap((lang) => rows[lang].map((row) => [lang, ...row] as const));

  it.each(all)('%s %s', async (lang, text, sent, news, on) => {
    const card = await book();
    const { got, asked } = await about(card, text);
    expect(read(got, lang)).toMatch(news);
    // One call, with nothing in it but what changes.
    expect(asked).toEqual([['PUT', sent()]]);
    expect(got.parent_id).toBeTruthy();
    expect(read(got, lang)).toContain(personTag(owner.open_id));
    await line.shows(owner, group, card.message_id, on(), lang);
  });

  it('takes a host change from a host, and says who it was', async () => {
    const card = await book();
    const { got } = await about(card, '延长15分钟', host);
    expect(read(got)).toContain(personTag(host.open_id));
  });

  it('tells which of the new hosts were refused, and keeps the others', async () => {
    const outside = line.person('周明');
    const partners = line.group(owner, outside);
    const card = await line.ask(owner, partners, '明天下午3点 合作会');
    const { got, asked } = await about(card, '主持人改成@艾米丽和@周明', owner, partners);
    expect(asked[0]).toEqual(['PUT', settings({ assign_host_list: hosts(line.person('艾米丽'), outside) })]);
    expect(read(got)).toContain('主持人已改');
    const drawn = await line.shows(owner, partners, card.message_id, '1 人没能设为主持人');
    expect(JSON.stringify(drawn.card)).toContain(outside.open_id);
  });

  it.each([
    ['允许其他会议系统接入', '改不了'],
    ['allow other systems to dial in', "can't be changed"],
  ])('says that meeting_connect is fixed once booked: %s', async (text, why) => {
    const card = await book();
    const { got, asked } = await about(card, text);
    expect(asked).toEqual([]);
    expect(read(got, /[a-z]/.test(text) ? 'en_us' : 'zh_cn')).toContain(why);
  });

  it.each([
    ['延长31天', '30 天内'],
    ['改到12月30日', '30 天内'],
    ['改到昨天', '已经过了'],
    ['密码改成 12', '4–9 位'],
    ['主持人改成王大锤', '认不出'],
    ['改时间', '要改到什么时候'],
    ['改名为 周会', '没有要改的'],
    ['密码改成 1234', '没有要改的'],
  ])('asks for nothing that is refused anyway, and tells the asker alone: %s', async (text, why) => {
    const card = await book();
    const { got, asked } = await about(card, text);
    expect(read(got, 'zh_cn')).toContain(why);
    expect(got.ephemeral).toBe(true);
    expect(asked).toEqual([]);
  });

  it('goes on for days when it is asked to, and can be changed after that', async () => {
    const card = await book();
    const { asked } = await about(card, '延长2天');
    expect(asked).toEqual([['PUT', { end_time: end('23T16:00') }]]);
    const later = await about(card, '推迟半小时');
    expect(later.asked).toEqual([['PUT', { end_time: end('23T16:30') }]]);
  });

  it('moves only the day over a change of zone', async () => {
    const card = await book();
    const { asked } = await about(card, '改到后天 东京时间下午5点');
    expect(asked).toEqual([['PUT', { end_time: end('22T17:00') }]]);
  });
});

describe('which meeting is meant', () => {
  it.each([
    ['by topic', '命名会改到后天', 'zh_cn', /时间 → /],
    ['by topic', 'move 命名会 to 7pm', 'en_us', /now /],
    ['by context', '刚才的延长15分钟', 'zh_cn', /延长/],
    ['by context', 'extend it by 15 minutes', 'en_us', /longer/],
  ] as const)('%s: %s', async (_, text, lang, news) => {
    await book('明天下午6点 命名会');
    const { got, asked } = await line.asked(() => line.ask(owner, group, text));
    expect(read(got, lang)).toMatch(news);
    expect(asked).toHaveLength(1);
    await line.ask(owner, group, '取消 命名会');
  });

  it.each(['%s 延长15分钟', 'extend %s by 15 minutes'])('by number: %s', async (pattern) => {
    const { meeting_no: no, id } = await latest(() => book());
    for (const written of [no, no.replace(/(\d{3})(?=\d)/g, '$1 ')]) {
      await line.ask(owner, group, pattern.replace('%s', written));
      const [call] = await line.calls(`reserves/${id}`);
      expect(call?.method).toBe('PUT');
    }
  });

  it('offers a choice between several of one name, to the asker alone', async () => {
    await book('明天上午9点 双胞胎');
    await book('后天上午9点 双胞胎');
    const { got, asked } = await line.asked(() => line.ask(owner, group, '取消 双胞胎'));
    expect(got.ephemeral).toBe(true);
    expect(asked).toEqual([]);
    expect(buttons(got).filter((label) => label.includes('取消'))).toHaveLength(2);
    for (const text of ['明天不开会', '取消所有会议', 'cancel all my meetings']) {
      await book('明天晚上9点 三胞胎');
      const all = await line.asked(() => line.ask(owner, group, text));
      expect(all.asked).toEqual([]);
      expect(all.got.ephemeral).toBe(true);
    }
    const day = await line.asked(() => line.ask(owner, group, '取消 后天的双胞胎'));
    expect(day.asked.map(([method]) => method)).toEqual(['DELETE']);
    await line.ask(owner, group, '取消 双胞胎');
  });

  it('changes a meeting of a group from the direct chat, and tells the group under its card', async () => {
    const card = await book('明天晚上8点 异地评审');
    const { got, asked } = await line.asked(() => line.ask(owner, line.direct(owner), '异地评审延长30分钟'));
    expect(asked).toEqual([['PUT', { end_time: end('21T21:30') }]]);
    expect(read(got)).toContain('延长 30 分钟');
    const told = await line.answerUnder(owner, group, card.message_id);
    expect(read(told)).toContain('延长 30 分钟');
    await line.shows(owner, group, card.message_id, shown(at('21T21:30')));
    await line.ask(owner, group, '取消 异地评审');
  });

  it('names nothing of one group in another', async () => {
    await book('明天晚上8点 秘密');
    const partners = line.group(owner, line.person('周明'));
    const { got } = await line.asked(() => line.ask(owner, partners, '取消 秘密'));
    expect(got.ephemeral).toBe(true);
    const seen = (await line.messages(line.person('周明'), partners)).map((one) => read(one)).join();
    expect(seen).not.toContain('秘密');
  });
});

/** The reserve that this made. */
async function latest(work: () => Promise<unknown>) {
  const before = new Set((await line.reserves()).map((one) => one.id));
  await work();
  return (await line.reserves()).find((one) => !before.has(one.id))!;
}

describe('changing by button', () => {
  it.each([
    ['延长 15 分钟', '21T16:15'],
    ['延长 30 分钟', '21T16:30'],
    ['+1 h', '21T17:00'],
  ])('%s', async (label, until) => {
    const card = await book();
    const { asked } = await line.asked(async () => {
      const press = await line.press(owner, card, label);
      expect(press.toast?.content).toMatch(/正在延长/);
      await line.shows(owner, group, card.message_id, shown(at(until)));
    });
    expect(asked).toEqual([['PUT', { end_time: end(until) }]]);
    const news = await line.answerUnder(owner, group, card.message_id);
    expect(read(news)).toContain('延长');
    expect(read(news, 'en_us')).toContain('longer');
  });

  it('adds up what each card offers, and draws it once more for each', async () => {
    const card = await book();
    for (let i = 0; i < 3; i++) {
      await line.press(owner, await line.message(owner, group, card.message_id), '延长 15 分钟');
      await line.settle();
      await line.advance(1000);
    }
    await line.shows(owner, group, card.message_id, shown(at('21T16:45')));
  });

  it('says nothing more in a direct chat, where the card has said it', async () => {
    const direct = line.direct(owner);
    const card = await book(BOOKED.replace(/ 主持人.*/, ''), direct);
    await line.press(owner, card, '延长 15 分钟');
    await line.shows(owner, direct, card.message_id, shown(at('21T16:15')));
    await line.sandbox.idle();
    expect((await line.messages(owner, direct)).at(-1)?.message_id).toBe(card.message_id);
  });
});

describe('the card', () => {
  it('is drawn anew wherever it was sent, once for each change', async () => {
    const card = await book();
    const again = await line.ask(owner, group, '查看', { parent_id: card.message_id });
    const before = new Set((await line.calls()).map((call) => call.id));
    await about(card, '改名为 到处都改');
    for (const one of [card, again]) await line.shows(owner, group, one.message_id, '到处都改');
    await line.sandbox.idle();
    const patches = (await line.calls('im/v1/messages/')).filter((call) => !before.has(call.id) && call.method === 'PATCH');
    const drawn = patches.map((call) => call.path.split('/').at(-1));
    for (const one of [card, again]) expect(drawn.filter((id) => id === one.message_id)).toHaveLength(1);
  });

  it('comes right again after a patch was refused for a while', async () => {
    const card = await book();
    await line.post('faults', { api: [{ method: 'PATCH', path: 'im/v1/messages', mode: 'status', status: 503, times: 1 }] });
    await about(card, '改名为 终于');
    const drawn = line.shows(owner, group, card.message_id, '终于');
    for (let i = 0; i < 5; i++) {
      await line.advance(3000);
      await line.sandbox.idle();
    }
    await drawn;
    await line.post('faults', {});
  });

  it('offers Cancel in place of Undo after five minutes, and says when it is time to join', async () => {
    const card = await book('十分钟后 马上会');
    await line.ask(owner, group, '马上会延长5分钟');
    expect(buttons(card).join()).toContain('撤销预约');
    await line.advance(301_000);
    const later = await line.shows(owner, group, card.message_id, '取消会议');
    expect(buttons(later).join()).not.toContain('撤销预约');
    expect(read(later)).toContain('已预约');
    await line.advance(10 * MINUTE);
    await line.shows(owner, group, card.message_id, '可以入会了');
  });
});

describe('cancelling', () => {
  it.each([
    ['取消 收尾会', 'zh_cn', '取消了「收尾会」'],
    ['收尾会不开了', 'zh_cn', '取消了「收尾会」'],
    ['cancel 收尾会', 'en_us', 'cancelled'],
  ] as const)('by sentence: %s', async (text, lang, news) => {
    const card = await book('明天下午3点 收尾会 密码 9753');
    const { got, asked } = await line.asked(() => line.ask(owner, group, text));
    expect(asked).toEqual([['DELETE', null]]);
    expect(read(got, lang)).toContain(news);
    const grey = await line.shows(owner, group, card.message_id, '已取消');
    expect(grey.card).toMatchObject({ header: { template: 'grey' } });
    const json = JSON.stringify(grey.card);
    for (const gone of ['applink', 'vc.feishu.cn', '9753', '撤销']) expect(json).not.toContain(gone);
    expect(buttons(grey)).toEqual([]);
    expect(json).toContain(owner.open_id);
  });

  describe('by button', () => {
    const QUESTION = '「按掉」不开了？';
    /** Its card past the minutes in which it can be undone. */
    const due = async (): Promise<ChatMessage> => {
      const card = await book('明天下午3点 按掉 主持人@李娜');
      await line.advance(301_000);
      return line.shows(owner, group, card.message_id, '取消会议');
    };
    const deleted = async (during: () => Promise<unknown>): Promise<number> =>
      (await line.asked(during)).asked.filter(([method]) => method === 'DELETE').length;

    it('asks first, and only those who may; a second tap does it', async () => {
      const card = await due();
      const count = await deleted(async () => {
        expect((await line.press(line.colleague(2), card, '取消会议')).toast?.content).toContain('只有发起人和主持人');
        const press = await line.press(owner, card, '取消会议');
        expect([press.toast, press.card_replaced]).toEqual([null, true]);
        const asking = await line.shows(owner, group, card.message_id, QUESTION);
        expect(read(asking, 'en_us')).toContain('Cancel "按掉"?');
        expect(buttons(asking).join()).toContain('加入会议');
        expect((await line.press(line.colleague(2), asking, '不开了')).toast?.content).toContain('只有发起人和主持人');
        await line.settle();
      });
      expect(count).toBe(0);
      const asking = await line.shows(owner, group, card.message_id, QUESTION);
      expect(await deleted(() => line.press(host, asking, '不开了').then(() => line.shows(owner, group, card.message_id, '已取消')))).toBe(
        1,
      );
    });

    it('is as it was after second thoughts', async () => {
      const card = await due();
      await line.press(owner, card, '取消会议');
      await line.press(owner, await line.shows(owner, group, card.message_id, QUESTION), '再想想');
      const back = await line.shows(owner, group, card.message_id, '取消会议');
      expect(read(back)).not.toContain(QUESTION);
      expect((await line.reserves()).at(-1)?.deleted).toBeFalsy();
    });

    it('stops asking after a minute; what was on an older screen then asks again', async () => {
      const card = await due();
      await line.press(owner, card, '取消会议');
      await line.shows(owner, group, card.message_id, QUESTION);
      const until = line.clock.now() + 60_000;
      await line.advance(61_000);
      const back = await line.shows(owner, group, card.message_id, '取消会议');
      expect(read(back)).not.toContain(QUESTION);
      const id = /"act":"cancel","id":"(\w+)"/.exec(JSON.stringify(back.card))?.[1];
      const old = { as: owner, chatId: group, messageId: card.message_id, action: { value: { act: 'cancel', id, sure: true, until } } };
      expect(await deleted(() => callback(line, old).then(() => line.shows(owner, group, card.message_id, QUESTION)))).toBe(0);
    });

    it('changes nothing by what an older card or form still offers', async () => {
      const card = await due();
      const form = await line.ask(owner, group, '修改会议', { parent_id: card.message_id });
      await line.press(owner, card, '取消会议');
      await line.press(owner, await line.shows(owner, group, card.message_id, QUESTION), '不开了');
      await line.shows(owner, group, card.message_id, '已取消');
      expect((await line.submit(owner, form, { topic: '又来' })).toast?.content).toContain('已经取消');
    });

    it('asks in the row of a list, which goes when it is done', async () => {
      const person = line.person('陈晨');
      const direct = line.direct(person);
      await line.ask(person, direct, '明天下午3点 按掉');
      await line.ask(person, direct, '明天下午5点 留下');
      const list = await line.ask(person, direct, '我明天的会议');
      expect((await line.press(person, list, '取消')).card_replaced).toBe(true);
      await line.press(person, await line.shows(person, direct, list.message_id, QUESTION), '再想想');
      const kept = await line.shows(person, direct, list.message_id, '按掉');
      expect(read(kept)).not.toContain(QUESTION);
      await line.press(person, kept, '取消');
      await line.press(person, await line.shows(person, direct, list.message_id, QUESTION), '不开了');
      const after = await line.shows(person, direct, list.message_id, '留下');
      expect(read(after)).not.toContain('按掉');
    });
  });

  it('is done when the platform has deleted it already', async () => {
    const card = await book();
    const { id } = (await line.reserves()).at(-1)!;
    await line.post('faults', { api: [{ method: 'DELETE', path: `reserves/${id}`, mode: 'code', status: 404, code: 121004, times: 1 }] });
    await about(card, '取消');
    await line.post('faults', {});
    await line.shows(owner, group, card.message_id, '已取消');
  });

  it('says so when it is asked twice', async () => {
    const card = await book();
    await about(card, '取消');
    expect(read((await about(card, '取消')).got)).toContain('已经取消');
    expect(read((await about(card, 'extend by 15 minutes')).got, 'en_us')).toMatch(/already.*cancelled|cancelled already/i);
  });
});

describe('undo', () => {
  it('takes a booking back within five minutes, by the owner alone', async () => {
    const card = await book();
    const no = await line.press(host, card, '撤销预约');
    expect(no.toast?.type).toBe('warning');
    const { asked } = await line.asked(async () => {
      const press = await line.press(owner, card, 'Undo booking');
      expect(press.toast?.content).toBe('正在撤销…');
      await line.shows(owner, group, card.message_id, '已取消');
    });
    expect(asked).toEqual([['DELETE', null]]);
    expect(read(await line.answerUnder(owner, group, card.message_id))).toContain('撤销了「周会」的预约');
  });

  it('is too late after five minutes', async () => {
    const card = await book();
    // The card can't be redrawn, and still offers it.
    await line.post('faults', { api: [{ method: 'PATCH', path: 'im/v1/messages', mode: 'status', status: 503 }] });
    await line.advance(300_000);
    const { asked } = await line.asked(async () => {
      const press = await line.press(owner, card, '撤销预约');
      expect(press.toast?.content).toContain('过了 5 分钟');
      await line.sandbox.idle();
    });
    await line.post('faults', {});
    expect(asked.filter(([method]) => method !== 'GET')).toEqual([]);
  });
});
