import { describe, expect, it } from 'vitest';
import { invitationText } from '../../src/card/invitation.ts';
import { render } from '../../src/card/render.ts';
import { toast } from '../../src/card/toast.ts';
import type { Lang } from '../../src/domain/settings.ts';
import { acts, links, objects, seen } from './read.ts';
import { meeting, START, views } from './views.ts';

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
      '按下午理解：15:00',
      '没说时长，先约 90 分钟',
      '改为 11月21日(周六) 03:00',
      '有 2 人没能设为主持人',
      '只约了第一场',
      '指定的 2 人 (<b>Li</b>)',
      '本企业成员',
      '本群成员',
      '入会后自动录制',
    ],
    [
      'Taken to mean 15:00',
      'No length given: took 90 minutes',
      'Make it Sat, Nov 21, 03:00',
      '2 people could not be made host',
      'Only the first one is booked',
      'People in our company',
      'Starts automatically',
    ],
  ],
  ['booked a moment ago', ['撤销预约'], ['Undo booking']],
  ['booked without topic and password', ['会议', '无密码'], ['Meeting', 'No password']],
  ['call due', ['可以开始了', '开始通话'], ['Ready to start', 'Start the call']],
  ['notice that it is done', ['会议有变动', '把会议改到了'], ['Meeting changed', 'moved the meeting to']],
  ['notice of a warning', ['没有找到会议', '没有找到叫「周会」的会议'], ['No such meeting']],
  ['booked elsewhere', ['密码只在原会话里显示'], ['Password shown in its own chat only']],
  ['due', ['可以入会了', '谁在会上'], ['Time to join', "Who's in"]],
  ['live', ['进行中', '谁在会上', '延长 15 分钟', '延长 1 小时'], ['In progress', "Who's in", '+15 min', '+1 h']],
  ['cancelled', ['会议已取消', '~~周会~~', '取消人'], ['Meeting cancelled', 'Cancelled by']],
  ['released', ['已结束', '会议号已收回', '约会议'], ['Ended', 'number was given back', 'New meeting']],
  ['call', ['与张三的通话', '开始通话', '+86-138****8000'], ['Call with 张三', 'Start the call']],
  [
    'who',
    ['现在有 2 人在会上', '主持人 · 在会 12 分钟', '不到 1 分钟', '电话参会者', '已离开', '正在使用：视频、音频、共享屏幕'],
    [
      '2 people are in the meeting',
      'Host · In for 12 minutes',
      'less than a minute',
      'Phone participant',
      'In use: video, audio, screen sharing',
    ],
  ],
  ['who before the start', ['会议还没有开始'], ['has not started']],
  [
    'list',
    ['我的会议', '第 2/3 页，共 12 场', '上一页', '下一页', '密码\u00a0`971024`'],
    ['My meetings', 'Page 2 of 3 · 12 meetings', 'Previous', 'Next', 'Password\u00a0`971024`'],
  ],
  [
    'list of nothing',
    ['这段时间没有会议', '明天下午3点到4点半 周会', '本群今天的会议'],
    ['No meetings', 'tomorrow 3pm to 4:30pm design review', 'Group meetings today'],
  ],
  ['form to change', ['修改会议', '保存', '1 小时 15 分钟', '指定的人', 'UTC+05:30'], ['Change meeting', 'Save', '1 h 15 min']],
  [
    'form with mistakes',
    ['12ab', '请选开始时间', '密码要 4 到 9 位数字', '主持人最多 10 位', '开始时间（纽约）'],
    ['12ab', 'Please pick a start time', '4 to 9 digits', '10 hosts at most'],
  ],
  [
    'settings of a group',
    ['本群设置', '25 分钟', 'Africa/Lagos', '已设置', '默认', '我不认识这个时区', '自定义'],
    ["This group's settings", '25 min', 'Set', 'Default', 'Custom'],
  ],
  ['invitation', ['112 000 358', '英文版 / English', 'You are invited'], ['Meeting number: 112 000 358', '邀请你参加飞书视频会议']],
  ['share', ['产品群', '分享'], ['产品群', 'Share']],
  [
    'help for unknown words',
    ['你想说的是「取消 周会」吗？', '@会议助手 明天下午3点到4点半 周会'],
    ['Did you mean "取消 周会"?', '@会议助手 tomorrow 3pm'],
  ],
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
    ['booked', ['Join', 'Change', 'Copy invitation', 'Cancel meeting']],
    ['booked a moment ago', ['Join', 'Change', 'Copy invitation', 'Undo booking']],
    ['due', ['Join', "Who's in", 'Change', 'Copy invitation', 'Cancel meeting']],
    ['live', ['Join', "Who's in", '+15 min', '+30 min', 'Copy invitation']],
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
      en_us: '周会 · Fri, Nov 20, 15:00–16:30 (UTC+8) · No. 112 000 358',
    });
  });
});

describe('what a button says', () => {
  it.each([
    ['booked', ['change', 'invitation', 'cancel', 'extend', 'extend', 'extend', 'who', 'share', 'refresh']],
    ['booked a moment ago', ['change', 'invitation', 'undo', 'extend', 'extend', 'extend', 'who', 'share', 'refresh']],
    ['live', ['who', 'extend', 'extend', 'invitation', 'extend', 'share', 'refresh', 'change', 'cancel']],
    ['cancelled', []],
    ['released', ['new']],
    ['call', ['cancel', 'refresh']],
    ['who', ['who']],
    ['notice of a lost answer', ['retry']],
    ['help when asked', ['new', 'list', 'settings']],
  ])('%s', (name, expected) => {
    expect(acts(card(name)).map((value) => value.act)).toEqual(expected);
  });

  it('names the meeting, the minutes and the page', () => {
    expect(acts(card('booked'))).toContainEqual({ act: 'extend', id: 'mt_7f3a', minutes: 15 });
    expect(acts(card('booked with everything'))).toContainEqual({ act: 'other_time', id: 'mt_7f3a', start: START + 12 * 3_600_000 });
    expect(acts(card('list'))).toContainEqual({ act: 'list', scope: 'mine', span: 'all', page: 0, turn: true });
    expect(acts(card('list'))).toContainEqual({ act: 'list', scope: 'mine', span: 'all', page: 2, turn: true });
    expect(acts(card('list'))).toContainEqual({ act: 'cancel', id: 'mt_3' });
  });

  it('asks before it cancels', () => {
    for (const name of ['booked', 'live', 'list', 'call']) {
      const cancels = [...objects(card(name))].filter(
        (node) => node.tag === 'button' && JSON.stringify(node.behaviors).includes('"cancel"'),
      );
      expect(cancels.length).toBeGreaterThan(0);
      for (const button of cancels) expect(button.confirm).toBeDefined();
    }
  });

  it.each([
    [
      'form to book',
      ['book', 'topic', 'start__Asia.2FShanghai', 'minutes', 'password', 'access', 'hosts', 'record', 'book__', 'reset__book'],
    ],
    [
      'form to change',
      ['change', 'topic', 'start__UTC.2B05.3A30', 'minutes', 'password', 'access', 'hosts', 'record', 'change__mt_7f3a', 'reset__change'],
    ],
    [
      'settings of a person',
      ['settings', 'minutes', 'record', 'password', 'access', 'join', 'lang', 'zone', 'settings__', 'reset__settings'],
    ],
    ['share', ['share', 'chat', 'share__mt_7f3a', 'reset__share']],
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
        'Time: Fri, Nov 20, 15:00–16:30 (UTC+8)',
        'Meeting number: 112 000 358',
        'Password: 971024',
        'Join: https://vc.feishu.cn/j/337736498',
      ],
    ],
  ] as const)('can be pasted anywhere (%s)', (lang, lines) => {
    const text = invitationText(meeting(), lang).split('\n');
    expect(text.slice(0, -1)).toEqual(lines);
    expect(text.at(-1)).toContain('112000358#');
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
      '已分享到「<at id=all></at>」。',
    );
  });
});
