import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttons, type ChatMessage, Line, type Person, read, START } from '../helpers/line.ts';
import { at, end, shown } from '../helpers/times.ts';

let line: Line;
let owner: Person;
let host: Person;
let group: string;
/** At a quarter past ten on a Friday, for every row. */
beforeAll(async () => {
  line = await Line.start();
  [owner, host] = [line.person('张伟'), line.person('李娜')];
  group = line.group(owner, host);
});
afterAll(() => line.stop());

const langOf = (text: string): 'zh_cn' | 'en_us' => (/\p{Script=Han}/u.test(text) ? 'zh_cn' : 'en_us');

describe('what was assumed', () => {
  it.each<[text: string, start: string, until: string, says: string[], other: string | null]>([
    ['明天三点 周会', '21T15:00', '21T16:00', ['没说上午还是下午，按 15:00', '没说结束时间，先约 1 小时'], '改为 03:00'],
    ['明天3点到4点 周会', '21T15:00', '21T16:00', ['没说上午还是下午，按 15:00'], '改为 03:00'],
    ['明天9点 早会', '21T09:00', '21T10:00', ['没说上午还是下午，按 09:00 约的'], '改为 21:00'],
    ['3点 周会', '20T15:00', '20T16:00', ['没说日期，约在 11月20日(周五)', '没说上午还是下午，按 15:00'], '改为 11月21日(周六) 03:00'],
    ['下午5点 周会', '20T17:00', '20T18:00', ['没说日期，约在 11月20日(周五)'], null],
    ['上午9点 早会', '21T09:00', '21T10:00', ['这个时间当天已过，约在 11月21日(周六)'], null],
    ['明天下午3点 周会', '21T15:00', '21T16:00', ['没说结束时间，先约 1 小时'], null],
    ['tomorrow at 3 sync', '21T15:00', '21T16:00', ['Assumed 3 PM', 'No end time given, so I booked 1 hour'], 'Change to 3 AM'],
    ['3pm sync', '20T15:00', '20T16:00', ['No date given, so I booked Fri, Nov 20'], null],
    ['9am standup', '21T09:00', '21T10:00', ['That time had passed for the day, so I booked Sat, Nov 21'], null],
  ])('is said on the card: %s', async (text, start, until, says, other) => {
    const { got, asked } = await line.asked(() => line.ask(owner, group, text));
    expect(asked).toMatchObject([['POST', { end_time: end(until) }]]);
    const lang = langOf(text);
    for (const words of [...says, shown(at(start))]) expect(read(got, lang)).toContain(words);
    expect(
      buttons(got)
        .join()
        .includes(lang === 'zh_cn' ? '改为' : 'Change to'),
    ).toBe(other !== null);
    if (other) expect(read(got, lang)).toContain(other);
  });

  it.each(['明天下午3点到4点 周会', 'tomorrow 3pm to 4pm sync', 'Nov 25 3-4pm sync'])('is nothing when all was said: %s', async (text) => {
    const got = await line.ask(owner, group, text);
    for (const lang of ['zh_cn', 'en_us'] as const) expect(read(got, lang)).not.toMatch(/没说|已过|Assumed|No date|No end time|had passed/);
  });
});

describe('the other reading', () => {
  it.each([
    ['明天三点到四点 周会', '改为 03:00', '改为 15:00', '正在修改…', 'zh_cn'],
    ['tomorrow at 3 for 1 hour, sync', 'Change to 3 AM', 'Change to 3 PM', '正在修改…', 'en_us'],
  ] as const)('is one tap away, an update and no second booking: %s', async (text, label, back, toast, lang) => {
    const card = await line.ask(owner, group, text);
    const reserves = (await line.reserves()).length;
    const { asked } = await line.asked(async () => {
      expect((await line.press(owner, card, label)).toast).toEqual({ type: 'info', content: toast });
      await line.shows(owner, group, card.message_id, shown(at('21T03:00')));
    });
    expect(asked).toEqual([['PUT', { end_time: end('21T04:00') }]]);
    expect(await line.reserves()).toHaveLength(reserves);
    const news = await line.answerUnder(owner, group, card.message_id);
    expect(read(news, lang)).toContain(lang === 'zh_cn' ? '时间 → 11月21日(周六)' : 'now Sat, Nov 21');
    // What is chosen is assumed no longer, and a second tap goes back.
    const after = await line.shows(owner, group, card.message_id, back, lang);
    expect(read(after, lang)).not.toMatch(/没说上午|Assumed/);
    await line.advance(1000);
    await line.press(owner, after, back);
    await line.shows(owner, group, card.message_id, label, lang);
    expect((await line.reserves()).at(-1)?.end_time).toBe(at('21T16:00'));
  });

  it('does not go back at a double tap', async () => {
    const card = await line.ask(owner, group, '明天三点到四点 连点');
    const { asked } = await line.asked(async () => {
      await Promise.all([line.press(owner, card, '改为 03:00'), line.press(owner, card, '改为 03:00')]);
      await line.shows(owner, group, card.message_id, shown(at('21T03:00')));
      await line.ask(owner, group, '帮助');
    });
    expect(asked).toEqual([['PUT', { end_time: end('21T04:00') }]]);
  });

  it.each([
    ['zh_cn', '只有发起人和主持人可以'],
    ['en_us', 'Only the organizer and hosts'],
  ] as const)('is not a bystander’s (%s)', async (lang, why) => {
    await line.post(`people/${host.open_id}`, { lang });
    const card = await line.ask(owner, group, '明天三点到四点 周会');
    const { got, asked } = await line.asked(() => line.press(host, card, '改为 03:00'));
    expect(got.toast).toEqual({ type: 'warning', content: expect.stringContaining(why) });
    expect(asked).toEqual([]);
  });

  it('is offered for a move as for a booking', async () => {
    const card = await line.ask(owner, group, '明天下午3点到4点 周会');
    const { asked } = await line.asked(async () => {
      await line.ask(owner, group, '改到后天5点', { parent_id: card.message_id });
      const moved = await line.shows(owner, group, card.message_id, '改为 05:00');
      expect(read(moved)).toContain('没说上午还是下午，按 17:00 约的');
      await line.press(owner, moved, '改为 05:00');
      await line.shows(owner, group, card.message_id, shown(at('22T05:00')));
    });
    expect(asked).toEqual([
      ['PUT', { end_time: end('22T18:00') }],
      ['PUT', { end_time: end('22T06:00') }],
    ]);
  });
});

describe('times that no meeting can have', () => {
  it.each([
    ['2月30日下午3点 周会', '没有这一天'],
    ['明天25点 周会', '没有这个钟点'],
    ['明天下午3点到2点 周会', '结束时间早于开始时间'],
    ['明天下午3点开始开25小时', '24 小时'],
    ['12月30日下午3点 周会', '30 天内'],
    ['昨天下午3点 周会', '已经过了'],
    ['过一会儿开会', '说个钟点'],
    ['Feb 30 3pm sync', 'no such day'],
    ['tomorrow 3pm to 2pm sync', 'end is before the start'],
    ['tomorrow 3pm for 25 hours sync', '24 hours at most'],
    ['Dec 30 3pm sync', 'within 30 days'],
    ['yesterday 3pm sync', 'has passed'],
  ])('are named, not bent: %s', async (text, why) => {
    const { got, asked } = await line.asked(() => line.ask(owner, group, text));
    expect(asked).toEqual([]);
    expect(got.ephemeral).toBe(true);
    expect(read(got, langOf(text))).toContain(why);
  });
});

describe('the five minutes for taking a booking back', () => {
  const press = (card: ChatMessage, label: string) => line.press(owner, card, label);

  it.each([
    ['明天下午3点到4点 反悔', 'zh_cn', '撤销预约', '正在撤销…', '会议已取消', '撤销了「反悔」的预约'],
    ['tomorrow 3-4pm take back', 'en_us', 'Undo booking', '正在撤销…', 'Meeting cancelled', 'undid the booking'],
  ] as const)('is open up to its last second: %s', async (text, lang, label, toast, head, news) => {
    const card = await line.ask(owner, group, text);
    await line.advance(298_000);
    const { asked } = await line.asked(async () => {
      expect((await press(card, label)).toast).toEqual({ type: 'info', content: toast });
      await line.shows(owner, group, card.message_id, head, lang);
    });
    expect(asked).toEqual([['DELETE', null]]);
    expect(read(await line.answerUnder(owner, group, card.message_id), lang)).toContain(news);
  });

  it.each([
    ['明天下午3点到4点 复盘会', 'zh_cn', '撤销预约', '取消会议'],
    ['tomorrow 3-4pm too late', 'en_us', 'Undo booking', 'Cancel meeting'],
  ] as const)('is over after it, and the card offers to cancel: %s', async (text, lang, undo, cancel) => {
    const card = await line.ask(owner, group, text);
    expect(read(card, lang)).toContain(undo);
    expect(read(card, lang)).not.toContain(cancel);
    await line.advance(300_000);
    const later = await line.shows(owner, group, card.message_id, cancel, lang);
    expect(read(later, lang)).not.toContain(undo);
  });
});

describe('zones', () => {
  it.each([
    ['明天东京时间下午3点到4点 周会', '15:00 东京'],
    ['tomorrow 9am Tokyo time sync', '9 AM Tokyo'],
  ])('says on the face of the card what was meant: %s', async (text, says) => {
    const card = await line.ask(owner, line.direct(owner), text);
    // Once: no card shows two clocks besides.
    expect(read(card, langOf(text)).split(says)).toHaveLength(2);
  });

  it.each([
    ['明天东京时间下午3点到4点 周会', '21T14:00', '21T15:00'],
    ['tomorrow 9am-10am New York time sync', '21T22:00', '21T23:00'],
    ['明天下午3点到4点 UTC 周会', '21T23:00', '22T00:00'],
  ])('are taken from the sentence: %s', async (text, start, until) => {
    const { got, asked } = await line.asked(() => line.ask(owner, group, text));
    expect(asked).toMatchObject([['POST', { end_time: end(until) }]]);
    expect(read(got)).toContain(shown(at(start)));
  });

  it('are else the asker’s own', async () => {
    const emily = line.person('艾米丽');
    await line.ask(emily, line.direct(emily), 'set timezone to New York');
    const { asked } = await line.asked(() => line.ask(emily, line.direct(emily), 'tomorrow 9am-10am sync'));
    // It is still Thursday evening there.
    expect(asked).toMatchObject([['POST', { end_time: end('20T23:00') }]]);
    expect(line.clock.now()).toBeGreaterThan(START);
  });
});
