/** Other conferencing systems that dial in. */
import type { Lexeme } from '../../lexicon/lexeme.ts';

export const slotConnect: readonly Lexeme[] = [
  { role: 'connect.noun', words: ['互通'], examples: [{ text: '明天3点 周会，开启互通', means: { topic: '周会', connect: true } }] },
  {
    role: 'connect.other',
    words: ['其他', '其它', '别的', '第三方', '外部'],
    examples: [
      { text: '明天3点 周会，允许其他系统接入', means: { topic: '周会', connect: true } },
      { text: '明天3点 周会，允许其它系统接入', means: { topic: '周会', connect: true } },
      { text: '明天3点 周会，允许别的系统接入', means: { topic: '周会', connect: true } },
      { text: '明天3点 周会，允许第三方系统接入', means: { topic: '周会', connect: true } },
      { text: '明天3点 周会，不允许外部系统接入', means: { topic: '周会', connect: false } },
    ],
  },
  {
    role: 'connect.video',
    words: ['视频', '会议'],
    examples: [
      { text: '明天3点 周会，允许其他视频系统接入', means: { topic: '周会', connect: true } },
      { text: '明天3点 周会，允许其他会议系统接入', means: { topic: '周会', connect: true } },
    ],
  },
  {
    role: 'connect.system',
    words: ['系统', '终端', '平台'],
    examples: [
      { text: '明天3点 周会，允许其他系统入会', means: { topic: '周会', connect: true } },
      { text: '明天3点 周会，允许其他终端入会', means: { topic: '周会', connect: true } },
      { text: '明天3点 周会，允许其他平台入会', means: { topic: '周会', connect: true } },
    ],
  },
  {
    role: 'connect.people',
    words: ['的人'],
    examples: [{ text: '明天3点 周会，允许其他系统的人接入', means: { topic: '周会', connect: true } }],
  },
  {
    role: 'connect.dial',
    words: ['接入', '入会', '呼入', '连接'],
    examples: [
      { text: '明天3点 周会，允许其他系统接入', means: { topic: '周会', connect: true } },
      { text: '明天3点 周会，允许其他系统入会', means: { topic: '周会', connect: true } },
      { text: '明天3点 周会，允许其他系统呼入', means: { topic: '周会', connect: true } },
      { text: '明天3点 周会，允许其他系统连接', means: { topic: '周会', connect: true } },
    ],
  },
];
