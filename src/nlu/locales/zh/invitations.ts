/** Lines of other systems' invitations that tell how to join there. */
import type { Lexeme } from '../../lexicon/lexeme.ts';

export const invitations: readonly Lexeme[] = [
  {
    role: 'invitation.head',
    words: ['点击链接入会', '点击以下链接', '#腾讯会议', '手机一键拨号入会'],
    examples: [
      {
        text: '会议主题：周会\n会议时间：2026/11/25 10:00-11:00\n点击链接入会，或添加至会议列表：\n会议密码：1234',
        means: { want: 'book', topic: '周会', start: '11-25 10:00', password: null },
      },
      {
        text: '会议主题：周会\n会议时间：2026/11/25 10:00-11:00\n手机一键拨号入会\n+8675536550000,,123456789#',
        means: { want: 'book', topic: '周会', start: '11-25 10:00' },
      },
      {
        text: '点击以下链接入会，或添加至会议列表：\nhttps://meeting.tencent.com/dm/abc\n#腾讯会议：123-456-789\n明天下午三点周会',
        means: { topic: '周会', start: '11-21 15:00' },
      },
      { text: '手机一键拨号入会\n+8675536550000,,123456789# (中国大陆)\n明天下午三点周会', means: { topic: '周会', start: '11-21 15:00' } },
    ],
  },
  {
    // what makes a quoted time the asker's own wish
    role: 'quote.agree',
    words: ['约', '订', '安排', '定下来', '就这个时间'],
    examples: [
      { text: '> 周四下午3点可以吗\n可以，约吧', means: { want: 'book', start: '11-26 15:00' } },
      { text: '> 周四下午3点可以吗\n帮订一下', means: { start: '11-26 15:00' } },
      { text: '> 周四下午3点可以吗\n安排', means: { start: '11-26 15:00' } },
      { text: '> 周四下午3点可以吗\n定下来吧', means: { start: '11-26 15:00' } },
      { text: '> 周四下午3点可以吗\n就这个时间开会', means: { start: '11-26 15:00' } },
    ],
  },
  {
    role: 'invitation.line',
    words: ['会议密码', '会议 ID', '会议号', '复制该信息', '或根据您的位置拨号'],
    examples: [
      {
        text: '#腾讯会议：123-456-789\n复制该信息，打开手机腾讯会议即可参与\n明天下午三点周会',
        means: { topic: '周会', start: '11-21 15:00' },
      },
      {
        text: '明天下午三点周会\n点击以下链接入会\n会议 ID：123 456 789\n或根据您的位置拨号\n+86 10 8783 3177',
        means: { topic: '周会', start: '11-21 15:00' },
      },
      { text: '明天下午三点周会\n点击以下链接入会\n会议号：123-456-789', means: { topic: '周会', start: '11-21 15:00' } },
    ],
  },
];
