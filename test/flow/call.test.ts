import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttons, Line, type Person, read } from '../helpers/line.ts';

let line: Line;
let owner: Person;
let group: string;
let direct: string;
beforeAll(async () => {
  line = await Line.start();
  owner = line.person('张伟');
  group = line.group(owner, line.person('李娜'));
  direct = line.direct(owner);
});
afterAll(() => line.stop());

const langOf = (text: string): 'zh_cn' | 'en_us' => (/\p{Script=Han}/u.test(text) ? 'zh_cn' : 'en_us');
const MOBILE = '+86-13800138000';

describe('a 1:1 call to a phone', () => {
  it.each<[text: string, number: string, name: string | null]>([
    ['呼叫 +86-13800138000 张三', MOBILE, '张三'],
    ['呼叫 13800138000 张三', MOBILE, '张三'],
    ['呼叫 张三 138 0013 8000', MOBILE, '张三'],
    ['呼叫 ＋８６－１３８００１３８０００', MOBILE, null],
    ['打电话给李四 0086-138-0013-8000', MOBILE, '李四'],
    ['给王五打电话 8613800138000', MOBILE, '王五'],
    ['拨打 021-87654321 前台', '+86-02187654321', '前台'],
    ['呼叫 (010) 6552 1234', '+86-01065521234', null],
    ['call +86-13800138000 Bob', MOBILE, 'Bob'],
    ['call Bob at +86 138 0013 8000', MOBILE, 'Bob'],
    ['dial 0755-8656 1234', '+86-075586561234', null],
    ['please call Alice on 13800138000', MOBILE, 'Alice'],
  ])('%s', async (text, number, name) => {
    const { got, asked } = await line.asked(() => line.ask(owner, direct, text));
    expect(asked).toEqual([
      [
        'POST',
        {
          end_time: String((line.clock.now() + 3_600_000) / 1000),
          owner_id: owner.open_id,
          meeting_settings: {
            meeting_initial_type: 2,
            call_setting: { callee: { user_type: 6, pstn_sip_info: { ...(name ? { nickname: name } : {}), main_address: number } } },
          },
        },
      ],
    ]);
    const lang = langOf(text);
    const seen = read(got, lang);
    if (name) expect(seen).toContain(lang === 'zh_cn' ? `与${name}的通话` : `Call with ${name}`);
    for (const words of lang === 'zh_cn' ? ['开始通话', '飞书就会呼叫对方'] : ['Start the call', 'Feishu rings the other side'])
      expect(seen).toContain(words);
    // Whole phone numbers set off leak detection; what a call has not is not on its card.
    expect(JSON.stringify(got.card)).not.toContain(number.replace('+86-', ''));
    expect(JSON.stringify(got.card)).toContain(`idtype=reservationid&id=${(await line.reserves()).at(-1)!.id}`);
    expect(buttons(got).join()).not.toMatch(/修改|分享|延长|邀请/);
    expect(seen).not.toMatch(/录制|Recording/);
  });

  it.each([
    ['呼叫 12345', '中国大陆的电话号码'],
    ['呼叫 110', '中国大陆的电话号码'],
    ['呼叫 +1 415 555 0100 Bob', '中国大陆的电话号码'],
    ['呼叫 +852 2123 4567', '中国大陆的电话号码'],
    ['拨打 12800138000', '中国大陆的电话号码'],
    ['打电话给张三 021-1234567', '中国大陆的电话号码'],
    ['call +1 (415) 555-2671', 'mainland China'],
    ['call Bob at +44 20 7946 0018', 'mainland China'],
    ['dial 12345', 'mainland China'],
  ])('says that a number can’t be called: %s', async (text, why) => {
    const { got, asked } = await line.asked(() => line.ask(owner, direct, text));
    expect(asked).toEqual([]);
    expect(read(got, langOf(text))).toContain(why);
  });

  it.each([
    ['呼叫 13800138000 张三 自动录制', '没有录制'],
    ['call +86-13800138000 Bob and record it', 'no recording'],
  ])('has no recording, and says so instead of leaving it out: %s', async (text, why) => {
    const { got, asked } = await line.asked(() => line.ask(owner, direct, text));
    expect(asked).toEqual([]);
    expect(read(got, langOf(text))).toContain(why);
  });

  it('is not recorded where everything else is', async () => {
    await line.ask(owner, direct, '默认自动录制');
    const { asked } = await line.asked(() => line.ask(owner, direct, '呼叫 13800138000'));
    expect(JSON.stringify(asked)).not.toContain('auto_record');
    await line.ask(owner, direct, '默认不录制');
  });

  it.each([
    ['呼叫 +86-13800138000 张三', '请私聊我来约'],
    ['call +86 138 0013 8000', 'in our direct chat'],
  ])('is asked for in private: %s', async (text, why) => {
    const { got, asked } = await line.asked(() => line.ask(owner, group, text));
    expect(asked).toEqual([]);
    expect(got.ephemeral).toBe(true);
    expect(read(got, langOf(text))).toContain(why);
    expect(JSON.stringify(got.card)).not.toMatch(/138\s?0013/);
  });

  it.each([
    ['分享到别的群', '不能分享'],
    ['share', "can't be shared"],
    ['自动录制', '没有录制'],
    ['主持人改成@张伟', '没有录制和主持人'],
  ])('can’t be made a meeting of many: %s', async (text, why) => {
    const card = await line.ask(owner, direct, '呼叫 13800138000 张三');
    const { got, asked } = await line.asked(() => line.ask(owner, direct, text, { parent_id: card.message_id }));
    expect(asked).toEqual([]);
    expect(read(got, langOf(text))).toContain(why);
  });

  it('rings, is picked up, and tells who is in', async () => {
    const card = await line.ask(owner, direct, '呼叫 13800138000 张三');
    const { id } = (await line.reserves()).at(-1)!;
    await line.post('meetings/join', { as: owner.open_id, reserve_id: id });
    const ringing = await line.ask(owner, direct, '谁在会上', { parent_id: card.message_id });
    expect(read(ringing)).toContain('响铃中');
    expect(read(ringing, 'en_us')).toContain('Ringing');
    await line.advance(6000);
    const talking = await line.ask(owner, direct, "who's in", { parent_id: card.message_id });
    expect(read(talking, 'en_us')).toContain('On the call');
    expect(read(talking, 'en_us')).toContain('张三');
    expect(JSON.stringify(talking.card)).not.toContain('13800138000');
  });

  it.each([
    ['取消', 'zh_cn', '通话已取消'],
    ['cancel it', 'en_us', 'Call cancelled'],
  ] as const)('can be cancelled: %s', async (text, lang, head) => {
    const card = await line.ask(owner, direct, '呼叫 13800138000 张三');
    const { asked } = await line.asked(() => line.ask(owner, direct, text, { parent_id: card.message_id }));
    expect(asked).toEqual([['DELETE', null]]);
    await line.shows(owner, direct, card.message_id, head, lang);
  });
});
