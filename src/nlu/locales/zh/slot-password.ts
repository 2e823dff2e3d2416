/** Passwords. */
import type { Lexeme } from '../../lexicon/lexeme.ts';

export const slotPassword: readonly Lexeme[] = [
  {
    role: 'password.noun',
    words: ['密码', '口令'],
    examples: [
      { text: '明天3点 周会 密码1234', means: { topic: '周会', password: '1234' } },
      { text: '明天3点 周会 口令1234', means: { topic: '周会', password: '1234' } },
    ],
  },
  {
    role: 'password.locked',
    words: ['会议加密', '会议加个密'],
    examples: [
      { text: '会议加密，密码606060', means: { want: 'change', password: '606060' } },
      { text: '会议加个密', means: { want: 'change', anyPassword: true } },
    ],
  },
  { role: 'password.short', words: ['密'], examples: [{ text: '明天3点 周会 免密', means: { topic: '周会', password: 'none' } }] },
  {
    role: 'password.of',
    words: ['入会', '进会'],
    examples: [
      { text: '明天3点 周会 入会密码1234', means: { topic: '周会', password: '1234' } },
      { text: '明天3点 周会 进会密码1234', means: { topic: '周会', password: '1234' } },
    ],
  },
  {
    role: 'password.other',
    words: [
      'wifi',
      'wi-fi',
      '无线',
      '无线网',
      '热点',
      '电脑',
      '开机',
      '锁屏',
      '登录',
      '登陆',
      '账号',
      '账户',
      '帐号',
      '邮箱',
      '支付',
      '门禁',
    ],
    examples: [
      { text: '明天3点 周会 wifi密码1234', means: { password: null } },
      { text: '明天3点 周会 wi-fi密码1234', means: { password: null } },
      { text: '明天3点 周会 无线密码1234', means: { password: null } },
      { text: '明天3点 周会 无线网密码1234', means: { password: null } },
      { text: '明天3点 周会 热点密码1234', means: { password: null } },
      { text: '明天3点 周会 电脑密码1234', means: { password: null } },
      { text: '明天3点 周会 开机密码1234', means: { password: null } },
      { text: '明天3点 周会 锁屏密码1234', means: { password: null } },
      { text: '明天3点 周会 登录密码1234', means: { password: null } },
      { text: '明天3点 周会 登陆密码1234', means: { password: null } },
      { text: '明天3点 周会 账号密码1234', means: { password: null } },
      { text: '明天3点 周会 账户的密码1234', means: { password: null } },
      { text: '明天3点 周会 帐号密码1234', means: { password: null } },
      { text: '明天3点 周会 邮箱密码1234', means: { password: null } },
      { text: '明天3点 周会 支付密码1234', means: { password: null } },
      { text: '明天3点 周会 门禁密码1234', means: { password: null } },
    ],
  },
  {
    role: 'password.protected',
    words: ['保护', '入会', '进入'],
    examples: [
      { text: '明天3点 周会 无密码保护', means: { topic: '周会', password: 'none' } },
      { text: '明天3点 周会 免密码入会', means: { topic: '周会', password: 'none' } },
      { text: '明天3点 周会 免密进入', means: { topic: '周会', password: 'none' } },
    ],
  },
  {
    role: 'password.random',
    words: ['随机'],
    examples: [
      { text: '明天3点 周会 密码随机', means: { topic: '周会', anyPassword: true } },
      { text: '明天3点 周会 随机密码', means: { topic: '周会', anyPassword: true } },
    ],
  },
  {
    role: 'password.digit',
    words: { 零: '0', 〇: '0', 一: '1', 幺: '1', 二: '2', 两: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' },
    examples: [
      { text: '明天3点 周会 密码零一二三', means: { password: '0123' } },
      { text: '明天3点 周会 密码二〇四六', means: { password: '2046' } },
      { text: '明天3点 周会 密码是幺两三四', means: { password: '1234' } },
      { text: '明天3点 周会 密码五六七八九', means: { password: '56789' } },
    ],
  },
  {
    role: 'password.counter',
    words: ['点', '个', '位'],
    examples: [
      { text: '周会 会议密码一二三四点发', means: { password: null } },
      { text: '周会 会议密码一二三四号发', means: { password: null } },
      { text: '明天3点 周会 密码6个', means: { password: null } },
      { text: '明天3点 周会 密码6位', means: { password: null } },
    ],
  },
  {
    role: 'password.new',
    words: ['重新生成', '生成', '来个', '一个', '新'],
    examples: [
      { text: '重新生成密码', means: { act: 'do' } },
      { text: '生成密码', means: { want: 'change' } },
      { text: '来个随机密码', means: { want: 'change', anyPassword: true } },
      { text: '随机生成一个密码', means: { want: 'change', anyPassword: true } },
      { text: '生成新密码', means: { want: 'change', anyPassword: true } },
    ],
  },
];
