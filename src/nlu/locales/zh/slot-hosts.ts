/** Who runs the meeting. */
import { inSentences, type Lexeme } from '../../lexicon/lexeme.ts';

export const slotHosts: readonly Lexeme[] = [
  {
    role: 'host.noun',
    words: ['主持人', '主持者', '主持人们'],
    examples: [
      { text: '明天3点 周会，主持人：张三', means: { topic: '周会', hosts: '张三' } },
      { text: '明天3点 周会，主持者：张三', means: { topic: '周会', hosts: '张三' } },
      { text: '明天3点 周会，主持人们：张三、李四', means: { topic: '周会', hosts: '张三+李四' } },
      { text: '明天3点 周会，任何人都能当主持人', means: { topic: '周会', canHost: 'anyone' } },
    ],
  },
  { role: 'host.verb', words: ['主持'], examples: [{ text: '明天3点 周会，张三主持', means: { topic: '周会', hosts: '张三' } }] },
  {
    role: 'host.joint',
    words: ['联席', '共同', '联合', '新', '新的'],
    examples: [
      { text: '明天3点 周会，联席主持人：张三', means: { topic: '周会', hosts: '张三' } },
      { text: '明天3点 周会，共同主持人：张三', means: { topic: '周会', hosts: '张三' } },
      { text: '明天3点 周会，联合主持人：张三', means: { topic: '周会', hosts: '张三' } },
      { text: '周会新主持人：张三', means: { topic: '周会', hosts: '张三' } },
      { text: '周会新的主持人：张三', means: { topic: '周会', hosts: '张三' } },
    ],
  },
  {
    role: 'host.all',
    words: ['所有', '全部', '指定', '其他'],
    examples: [
      { text: '取消所有主持人', means: { want: 'change', by: 'context', hosts: '' } },
      { text: '取消全部主持人', means: { want: 'change', by: 'context', hosts: '' } },
      { text: '取消指定主持人', means: { want: 'change', by: 'context', hosts: '' } },
      { text: '取消其他主持人', means: { want: 'change', by: 'context', hosts: '' } },
    ],
  },
  {
    role: 'host.me',
    words: ['我', '我自己', '我本人'],
    examples: [
      { text: '明天3点 周会，我主持', means: { topic: '周会', hosts: null } },
      { text: '明天3点 周会，主持人：我自己', means: { topic: '周会', hosts: null } },
      { text: '明天3点 周会，主持人是我本人', means: { topic: '周会', hosts: null } },
    ],
  },
  {
    role: 'host.come',
    words: ['来'],
    examples: [
      { text: '明天3点 周会，我来主持', means: { topic: '周会' } },
      { text: '明天3点 周会，由张三来主持', means: { topic: '周会', hosts: '张三' } },
    ],
  },
  {
    role: 'host.undecided',
    words: ['还没定', '未定', '待定', '暂定', '再定'],
    examples: [
      { text: '明天3点 周会，主持人还没定', means: { topic: '周会', hosts: null } },
      { text: '明天3点 周会，主持人未定', means: { topic: '周会', hosts: null } },
      { text: '明天3点 周会，主持人待定', means: { topic: '周会', hosts: null } },
      { text: '明天3点 周会，主持人暂定', means: { topic: '周会', hosts: null } },
      { text: '明天3点 周会，主持人再定', means: { topic: '周会', hosts: null } },
    ],
  },
  {
    role: 'host.hand',
    ...inSentences(['交给', '转给', '移交给', '转交给'], (hand) => ({
      text: `主持人${hand}@李娜`,
      means: { want: 'change', hosts: '李娜' },
    })),
  },
  {
    role: 'host.by',
    words: {
      由: null,
      让: null,
      请: null,
      轮到: null,
      改由: null,
      换: null,
      指定: null,
      设: 'change',
      设置: 'change',
      把: 'change',
      将: 'change',
      加: 'change',
      加上: 'change',
      添加: 'change',
      增加: 'change',
    },
    examples: [
      { text: '明天3点 周会，由张三主持', means: { topic: '周会', hosts: '张三' } },
      { text: '明天3点 周会，让张三主持', means: { topic: '周会', hosts: '张三' } },
      { text: '明天3点 周会，请张三主持', means: { topic: '周会', hosts: '张三' } },
      { text: '明天3点 周会，轮到张三主持', means: { topic: '周会', hosts: '张三' } },
      { text: '明天3点 周会，改由张三主持', means: { topic: '周会', hosts: '张三' } },
      { text: '明天3点 周会，换张三主持', means: { topic: '周会', hosts: '张三' } },
      { text: '明天3点 周会，指定张三主持', means: { topic: '周会', hosts: '张三' } },
      { text: '设张三为主持人', means: { want: 'change', by: 'context', hosts: '张三' } },
      { text: '设置张三为主持人', means: { want: 'change', by: 'context', hosts: '张三' } },
      { text: '把张三为主持人', means: { want: 'change', by: 'context', hosts: '张三' } },
      { text: '将张三为主持人', means: { want: 'change', by: 'context', hosts: '张三' } },
      { text: '加张三为主持人', means: { want: 'change', by: 'context', hosts: '张三' } },
      { text: '加上张三为主持人', means: { want: 'change', by: 'context', hosts: '张三' } },
      { text: '添加张三为主持人', means: { want: 'change', by: 'context', hosts: '张三' } },
      { text: '增加张三为主持人', means: { want: 'change', by: 'context', hosts: '张三' } },
    ],
  },
  {
    role: 'host.made',
    words: ['加为', '加成', '设为', '设成', '设置为', '改为', '作为'],
    examples: [
      { text: '把张三加为周会的主持人', means: { want: 'change', topic: '周会', hosts: '张三' } },
      { text: '把张三加成周会的主持人', means: { want: 'change', topic: '周会', hosts: '张三' } },
      { text: '把张三设为周会的主持人', means: { want: 'change', topic: '周会', hosts: '张三' } },
      { text: '把张三设成周会的主持人', means: { want: 'change', topic: '周会', hosts: '张三' } },
      { text: '把张三设置为周会的主持人', means: { want: 'change', topic: '周会', hosts: '张三' } },
      { text: '把张三改为周会的主持人', means: { want: 'change', topic: '周会', hosts: '张三' } },
      { text: '把张三作为周会的主持人', means: { want: 'change', topic: '周会', hosts: '张三' } },
    ],
  },
  {
    role: 'host.this',
    words: ['这次', '本次', '此次'],
    examples: [
      { text: '明天3点周会，这次换李雷主持', means: { topic: '周会', hosts: '李雷' } },
      { text: '明天3点周会，本次换李雷主持', means: { topic: '周会', hosts: '李雷' } },
      { text: '明天3点周会，此次换李雷主持', means: { topic: '周会', hosts: '李雷' } },
    ],
  },
];
