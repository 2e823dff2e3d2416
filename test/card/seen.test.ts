import { describe, expect, it } from 'vitest';
import { invitationText } from '../../src/card/invitation.ts';
import { render } from '../../src/card/render.ts';
import { toast } from '../../src/card/toast.ts';
import type { Audience } from '../../src/domain/intent.ts';
import type { Lang } from '../../src/domain/settings.ts';
import { acts, links, objects, seen } from './read.ts';
import { meeting, START, views } from './views.ts';

type Json = Record<string, unknown>;

const card = (name: string) => render(views[name]!, { langs: 'both' });
const names = (name: string) => [...objects(card(name))].filter((node) => node.name !== undefined).map((node) => node.name);

/** name of a view, what a Chinese reader sees, what an English reader sees. */
const SHOWN: [string, string[], string[]][] = [
  [
    'booked',
    ['周会', '已预约', '112 000 358', '971024', '1 小时 30 分钟', '加入会议', '先检查设备', '取消会议'],
    ['Booked', '112 000 358', '971024', '1 h 30 min', 'Join', 'Check devices first', 'Cancel meeting'],
  ],
  [
    'booked with everything',
    [
      '没说上午还是下午，按 15:00 约的',
      '没说结束时间，先约 90 分钟',
      '改为 11月21日(周六) 03:00',
      '有 2 人没能设为主持人',
      '只约了第一场',
      '指定的 2 人 (<b>Li</b>)',
      '本企业成员',
      '本群成员',
      '自动录制 · 仅指定的 2 人 · 其他会议系统可接入',
    ],
    [
      'Assumed 3 PM',
      'No end time given, so I booked 90 minutes',
      'Change to Sat, Nov 21, 3 AM',
      "2 people couldn't be made host",
      'Only the first one is booked',
      'People in our company',
      'Recorded automatically · 2 named people only · Other systems can dial in',
    ],
  ],
  ['booked a moment ago', ['撤销预约'], ['Undo booking']],
  ['booked without topic and password', ['会议', '无密码'], ['Meeting', 'No password']],
  ['call due', ['可以呼叫了', '开始通话'], ['Ready to call', 'Start the call']],
  [
    'line of a change',
    ['更新了「周会」：时间 → ', '；密码、主持人已改', '查看'],
    ['updated "周会": now ', '; password and hosts changed', 'Show'],
  ],
  ['line of a cancellation', ['取消了「周会」'], ['cancelled "周会"']],
  ['notice of what was not booked', ['没有约上', '密码需要 4–9 位数字'], ['Not booked', '4–9 digits']],
  ['asked to be cancelled', ['「周会」不开了？', '不开了', '再想想', '加入会议'], ['Cancel "周会"?', 'Yes, cancel', 'Keep it']],
  ['asked to be cancelled while live', ['立刻失效'], ['stop working at once']],
  ['call asked to be cancelled', ['与张三的通话不打了？', '不打了'], ['Cancel "Call with 张三"?']],
  ['notice of a warning', ['没有找到会议', '没有找到叫「周会」的会议'], ['No such meeting']],
  ['booked elsewhere', ['密码只在原会话里显示'], ['Password shown in its own chat only']],
  ['due', ['可以入会了', '谁在会上'], ['Time to join', "Who's in"]],
  ['live', ['进行中', '谁在会上', '延长 15 分钟', '延长 1 小时'], ['In progress', "Who's in", '+15 min', '+1 h']],
  [
    'live with people',
    ['9 人在会上', '录制中', '主持人', '联席主持人', '外部', '会议室', '电话入会的人', '会议终端', '还有 3 人', '已离开'],
    ['9 people', 'Host', 'External', 'Meeting room', 'By phone', 'Meeting device', 'Shared doc'],
  ],
  ['held', ['已结束', '开了 45 分钟 · 5 人参会', '看录制', '再约一场', '回到会议', '参会名单'], ['Ended', '45 min', '5 people']],
  ['reminder', ['周会', '15:00 开始', '加入会议', '晚点再提醒'], ['Starts at', 'Remind me later']],
  ['invited', ['邀请', '加入会议', '来不了'], ["Can't make it"]],
  ['invited to what is over', ['已结束', '会议号已收回'], ['Ended', 'Meeting ID released']],
  [
    'series',
    ['每周五 15:00', '会议号 112 000 358', '元旦，照常开', '跳过', '下一场', '跳过这次', '以后都改', '停掉'],
    ['Every Friday', 'Meeting ID follows on', 'Skip', 'Change all', 'Stop'],
  ],
  ['cancelled', ['会议已取消', '~~周会~~', '取消人'], ['Meeting cancelled', 'Cancelled by']],
  ['released', ['已结束', '会议号已收回', '再约一场'], ['Ended', 'Meeting ID released', 'Book the next one']],
  ['call', ['与张三的通话', '开始通话', '+86-138****8000'], ['Call with 张三', 'Start the call']],
  [
    'who',
    ['现在有 2 人在会上', '累计 3 人参会', '主持人 · 入会 12 分钟', '刚入会', '电话入会的人', '已离会', '正在使用：视频、音频、共享屏幕'],
    ['2 people are in the meeting', 'Host · In for 12 minutes', 'Just joined', 'By phone', 'In use: video, audio, screen sharing'],
  ],
  ['who before the start', ['会议还没开始'], ["hasn't started"]],
  ['who on a call', ['通话情况', '正在通话', '张三', '已通话 2 分钟'], ['Call status', 'On the call', 'On the line for 2 minutes']],
  ['who while ringing', ['正在呼叫对方', '张三', '响铃中'], ['Ringing the other side']],
  [
    'list',
    ['我的会议', '第 2/3 页，共 12 场', '上一页', '下一页', '密码\u00a0`971024`'],
    ['My meetings', 'Page 2 of 3 · 12 meetings', 'Previous', 'Next', 'Password\u00a0`971024`'],
  ],
  [
    'list of nothing',
    ['这段时间没有会议', '明天下午3点到4点半 周会', '本群会议'],
    ['No meetings', 'tomorrow 3pm to 4:30pm design review', 'Meetings in this group'],
  ],
  [
    'form to change',
    ['修改会议', '保存', '关闭', '1 小时 15 分钟', '指定的人', 'UTC+05:30', '原定 11月20日(周五) 12:30–13:45'],
    ['Change meeting', 'Save', 'Close', '1 h 15 min', 'Was Fri, Nov 20, 12:30–1:45 PM'],
  ],
  [
    'form with mistakes',
    ['有 4 处要改', '12ab', '请选择开始时间', '密码需要 4–9 位数字', '主持人最多 10 位', '开始时间（纽约）'],
    ['4 fields need another look', '12ab', 'Please pick a start time', '4–9 digits', '10 hosts at most'],
  ],
  ['form in the past', ['有 1 处要改', '请选晚一点的时间'], ['1 field needs another look', 'pick a later one']],
  [
    'settings of a group',
    ['本群设置', '25 分钟', 'Africa/Lagos', '已设置', '默认', '我不认识这个时区', '自定义'],
    ["This group's settings", '25 min', 'Set', 'Default', 'Custom'],
  ],
  ['invitation', ['112 000 358', '英文版 / English', 'You are invited'], ['Meeting ID: 112 000 358', '邀请你参加飞书视频会议']],
  ['share', ['产品群', '分享'], ['产品群', 'Share']],
  ['help for unknown words', ['你想说的是「取消 周会」吗？', '明天下午3点到4点半 周会'], ['Did you mean "取消 周会"?', 'tomorrow 3pm']],
  ['help for a sticker', ['我只看得懂文字', '呼叫 <手机号> <姓名>'], ['I can only read text', 'call <phone> <name>']],
  [
    'notice of a lost answer',
    ['不确定有没有约上', '没有自动重试', '再约一次'],
    ['Not sure it was booked', "haven't tried again", 'Book again'],
  ],
];

/** What stands outside any fold, in the order in which it is read. */
const unfolded = (name: string): string[] => {
  const body = JSON.parse(JSON.stringify(card(name), (_, value) => (value?.tag === 'collapsible_panel' ? null : value))) as object;
  return [...objects(body)]
    .filter((node) => node.tag === 'button')
    .map((node) => (node.text as { i18n_content: { en_us: string } }).i18n_content.en_us);
};

describe('what a person sees', () => {
  it.each(SHOWN)('%s', (name, zh, en) => {
    for (const words of zh) expect(seen(card(name), 'zh_cn')).toContain(words);
    for (const words of en) expect(seen(card(name), 'en_us')).toContain(words);
  });

  it.each([
    ['booked', ['Join', 'Change', 'Invitation text', 'Cancel meeting']],
    ['booked a moment ago', ['Join', 'Change', 'Invitation text', 'Undo booking']],
    ['due', ['Join', "Who's in", 'Change', 'Invitation text', 'Cancel meeting']],
    ['live', ['Join', "Who's in", '+15 min', '+30 min', 'Invitation text']],
    ['call due', ['Start the call', 'Cancel call']],
  ])('%s: joining comes first, what is rarely needed is folded', (name, buttons) => {
    expect(unfolded(name)).toEqual(buttons);
  });

  it.each(['cancelled', 'released'])('a %s meeting shows no number, password or link', (name) => {
    expect(JSON.stringify(card(name))).not.toMatch(/112 ?000 ?358|971024|https?:/);
  });

  it('a password is not shown where it is hidden', () => {
    expect(JSON.stringify(card('booked elsewhere'))).not.toContain('971024');
    expect(JSON.stringify(card('list with hidden passwords'))).not.toContain('971024');
  });

  it('every link is filled, and there is none where none can be', () => {
    for (const name of Object.keys(views)) for (const link of links(card(name))) expect(link).toMatch(/^https:\/\/[^{}]+$/);
    expect(links(card('booked'))).toEqual([
      expect.stringContaining('&id=6911188411934973028&preview=0&mic=0&speaker=1&camera=0'),
      expect.stringContaining('&preview=0&mic=1&speaker=1&camera=1'),
      expect.stringContaining('&preview=1&mic=0&speaker=1&camera=0'),
    ]);
    expect(links(card('booked to join with camera'))[1]).toContain('&mic=0&speaker=1&camera=0');
    expect(links(card('booked without app_link'))).toEqual(Array(3).fill('https://vc.feishu.cn/j/337736498'));
    expect(links(card('booked without any link'))).toEqual([]);
  });

  it('the time is in each reader’s own zone on the card and in words in the preview', () => {
    expect(JSON.stringify(card('booked').body)).toContain(`<local_datetime millisecond='${START}' format_type='time'>`);
    const { summary } = card('booked').config as { summary: { i18n_content: Record<Lang, string> } };
    expect(summary.i18n_content).toEqual({
      zh_cn: '周会 · 11月20日(周五) 15:00–16:30 (UTC+8) · 会议号 112 000 358',
      en_us: '周会 · Fri, Nov 20, 3–4:30 PM (UTC+8) · Meeting ID 112 000 358',
    });
  });
});

describe('what a button says', () => {
  it.each([
    ['booked', ['change', 'invitation', 'cancel', 'extend', 'extend', 'extend', 'who', 'share', 'refresh']],
    ['booked a moment ago', ['change', 'invitation', 'undo', 'extend', 'extend', 'extend', 'who', 'share', 'refresh']],
    ['live', ['who', 'extend', 'extend', 'invitation', 'extend', 'share', 'refresh', 'change', 'cancel']],
    ['cancelled', []],
    ['released', ['again']],
    ['call', ['cancel', 'refresh']],
    ['who', ['who']],
    ['notice of a lost answer', ['retry']],
    ['help when asked', ['new', 'list', 'settings']],
  ])('%s', (name, expected) => {
    expect(acts(card(name)).map((value) => value.act)).toEqual(expected);
  });

  it('names the meeting, the minutes and the page', () => {
    expect(acts(card('booked'))).toContainEqual({ act: 'extend', id: 'mt_7f3a', minutes: 15, until: expect.any(Number) });
    expect(acts(card('booked with everything'))).toContainEqual({ act: 'other_time', id: 'mt_7f3a', start: START + 12 * 3_600_000 });
    expect(acts(card('list'))).toContainEqual({ act: 'list', scope: 'mine', span: 'all', page: 0, turn: true });
    expect(acts(card('list'))).toContainEqual({ act: 'list', scope: 'mine', span: 'all', page: 2, turn: true });
    expect(acts(card('list'))).toContainEqual({ act: 'cancel', id: 'mt_3', scope: 'mine', span: 'all', page: 1 });
  });

  it('has no question of the client’s own: it would ask everybody', () => {
    for (const name of Object.keys(views)) for (const node of objects(card(name))) expect(node.confirm).toBeUndefined();
  });

  it('carries how long the question stands, and in a list on which page', () => {
    const until = START - 3 * 3_600_000 + 60_000;
    expect(acts(card('asked to be cancelled'))).toEqual(
      expect.arrayContaining([
        { act: 'cancel', id: 'mt_7f3a', sure: true, until },
        { act: 'keep', id: 'mt_7f3a' },
      ]),
    );
    const page = { scope: 'chat', span: 'today', page: 0 };
    expect(acts(card('list that asks'))).toEqual(
      expect.arrayContaining([
        { act: 'cancel', id: 'mt_7f3a', sure: true, until, ...page },
        { act: 'keep', id: 'mt_7f3a', ...page },
        { act: 'cancel', id: 'mt_2', ...page },
      ]),
    );
  });

  it.each([
    [
      'form to book',
      ['book', 'topic', 'start__Asia.2FShanghai', 'minutes', 'password', 'access', 'hosts', 'record', 'book__', 'reset__book', 'close__'],
    ],
    [
      'form to change',
      [
        'change',
        'topic',
        'start__UTC.2B05.3A30',
        'minutes',
        'password',
        'access',
        'hosts',
        'record',
        'change__mt_7f3a',
        'reset__change',
        'close__',
      ],
    ],
    [
      'settings of a person',
      [
        'settings',
        'minutes',
        'record',
        'password',
        'access',
        'join',
        'remind',
        'invite',
        'lang',
        'zone',
        'settings__',
        'reset__settings',
        'close__',
      ],
    ],
    ['share', ['share', 'chat', 'share__mt_7f3a', 'reset__share', 'close__']],
  ])('fields of the %s', (name, expected) => {
    expect(names(name)).toEqual(expected);
  });

  it('a form shows what was typed', () => {
    const node = (name: string, field: string) => [...objects(card(name))].find((one) => String(one.name).split('__')[0] === field);
    expect(node('form to book', 'start')?.initial_datetime).toBe('2026-11-20 15:00');
    expect(node('form to book', 'minutes')?.initial_option).toBe('90');
    expect(node('form to book', 'record')?.checked).toBe(true);
    expect(node('form to change', 'access')?.initial_option).toBe('people');
    expect(node('form to change', 'minutes')?.initial_option).toBe('75');
    expect(node('form with mistakes', 'start')).not.toHaveProperty('initial_datetime');
    expect(node('form with mistakes', 'hosts')).not.toHaveProperty('selected_values');
    expect(node('form with mistakes', 'password')?.default_value).toBe('12ab');
  });
});

describe('a card that stays', () => {
  const RELATIVE = /今天|明天|后天|昨天|今年|\b(?:today|tomorrow|yesterday)\b/i;
  /** What a button does when it is pressed, and what one may say, are no claims. */
  const claims = (name: string, lang: Lang): string => {
    const without = JSON.parse(JSON.stringify(card(name), (_, value) => (value?.tag === 'button' ? null : value)));
    return seen(without, lang).replaceAll(/`[^`]*`/g, '');
  };

  it.each(Object.keys(views).filter((name) => !name.startsWith('help')))('%s has no word that is false tomorrow', (name) => {
    for (const lang of ['zh_cn', 'en_us'] as const) expect(claims(name, lang)).not.toMatch(RELATIVE);
  });

  it('names the days that it lists, on the asker’s calendar', () => {
    expect(seen(card('list that asks'), 'zh_cn').split('\n')).toContain('11月20日(周五)');
    expect(seen(card('list with hidden passwords'), 'en_us').split('\n')).toContain('Mon, Nov 16 – Sun, Nov 22');
  });
});

describe('the face of a card', () => {
  const chips = (name: string) => {
    const elements = (card(name).body as { elements: Json[] }).elements;
    return seen({ schema: '2.0', body: elements.filter((node) => node.tag === 'column_set').slice(2, 3) }, 'zh_cn');
  };

  it('shows what was asked for beyond the usual, and who asked', () => {
    expect(chips('booked with everything').split('\n')).toEqual(['自动录制 · 仅指定的 2 人 · 其他会议系统可接入', '主持人', '发起人']);
    expect(chips('booked')).toBe('发起人');
    expect(
      seen(card('booked in a direct chat'), 'zh_cn')
        .split('\n')
        .filter((line) => line === '发起人'),
    ).toHaveLength(1);
  });

  it.each([
    [{ who: 'chat' }, '仅本群', 'This group only'],
    [{ who: 'company' }, '仅本企业', 'Our company only'],
    [{ who: 'people', people: [] }, '仅发起人和主持人', 'Organizer and hosts only'],
    [{ who: 'people', people: [{ name: 'x' }] }, '仅指定的 1 人', '1 named person only'],
  ] as const)('%j: %s', (join, zh, en) => {
    const one = render({ show: 'meeting', meeting: meeting({ join: structuredClone(join) as Audience }), now: START }, { langs: 'both' });
    expect(seen(one, 'zh_cn').split('\n')).toContain(zh);
    expect(seen(one, 'en_us').split('\n')).toContain(en);
  });
});

describe('an invitation', () => {
  it.each([
    [
      'zh_cn',
      [
        '邀请你参加飞书视频会议',
        '主题：周会',
        '时间：11月20日(周五) 15:00–16:30 (UTC+8)',
        '会议号：112 000 358',
        '密码：971024',
        '入会链接：https://vc.feishu.cn/j/337736498',
      ],
    ],
    [
      'en_us',
      [
        'You are invited to a Feishu video meeting',
        'Topic: 周会',
        'Time: Fri, Nov 20, 3–4:30 PM (UTC+8)',
        'Meeting ID: 112 000 358',
        'Password: 971024',
        'Join: https://vc.feishu.cn/j/337736498',
      ],
    ],
  ] as const)('can be pasted anywhere (%s)', (lang, lines) => {
    expect(invitationText(meeting(), lang).split('\n')).toEqual(lines);
  });

  it('to a call has neither number nor password', () => {
    const text = invitationText(meeting({ kind: 'call', callee: { phone: '+86-13800138000', name: '张三' } }), 'zh_cn');
    expect(text).toBe('飞书一对一通话\n对方：张三\n时间：11月20日(周五) 15:00–16:30 (UTC+8)\n通话链接：https://vc.feishu.cn/j/337736498');
  });

  it('leaves out what there is not', () => {
    expect(invitationText(meeting({ topic: null, password: null }), 'en_us')).not.toMatch(/Topic|Password|null/);
    expect(invitationText(meeting({ url: '' }), 'en_us')).toContain('&id=6911188411934973028&preview=0');
  });
});

describe('a toast', () => {
  it('is said in both languages', () => {
    expect(toast({ type: 'info', say: { key: 'doing_cancel' } })).toEqual({
      type: 'info',
      content: '正在取消…',
      i18n: { zh_cn: '正在取消…', en_us: 'Cancelling…' },
    });
    expect(toast({ type: 'success', say: { key: 'shared', args: { chat: '<at id=all></at>' } } }).content).toBe(
      '已分享到「<at id=all></at>」',
    );
  });
});
