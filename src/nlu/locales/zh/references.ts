import type { Lexeme } from '../../lexicon/lexeme.ts';

/** Meetings that are pointed at. What a word is worth stands for it alone. */
export const references: readonly Lexeme[] = [
  { role: 'refer.first', words: pointed('第一', '第1'), examples: [{ text: '取消第一个', means: { want: 'cancel', by: 'nth', nth: 1 } }] },
  {
    role: 'refer.second',
    words: pointed('第二', '第2'),
    examples: [{ text: '第二个推迟半小时', means: { want: 'move', by: 'nth', nth: 2, shift: 30 } }],
  },
  { role: 'refer.third', words: pointed('第三', '第3'), examples: [{ text: '取消第三场', means: { want: 'cancel', by: 'nth', nth: 3 } }] },
  { role: 'refer.fourth', words: pointed('第四', '第4'), examples: [{ text: '取消第四个', means: { want: 'cancel', by: 'nth', nth: 4 } }] },
  { role: 'refer.fifth', words: pointed('第五', '第5'), examples: [{ text: '取消第五个', means: { want: 'cancel', by: 'nth', nth: 5 } }] },
  {
    role: 'refer.final',
    words: pointed('最后一', '最后那'),
    examples: [{ text: '把最后一个改到4点', means: { want: 'move', by: 'nth', nth: -1 } }],
  },
  {
    role: 'refer.last',
    words: pointed('上一', '刚才那', '刚刚那', '刚约的那', '刚才约的那', '我刚约的那', '我刚才约的那', '前一', '刚订的那'),
    examples: [{ text: '上一个改名叫终审', means: { want: 'change', by: 'last', topic: '终审' } }],
  },
  {
    role: 'refer.mine',
    words: pointed('我那', '我的那', '我约的那', '我订的那', '我建的那', '我开的那'),
    examples: [{ text: '把我约的那个改到3点', means: { want: 'move', by: 'context', owner: 'me' } }],
  },
  {
    role: 'refer.booked-by',
    words: pointed('约的那', '订的那', '建的那', '开的那', '发起的那', '安排的那', '组织的那', '的那'),
    examples: [{ text: '取消李娜约的那个', means: { want: 'cancel', by: 'context', owner: { name: '李娜' } } }],
  },
  { role: 'refer.me', words: ['我'], examples: [] },
  {
    role: 'refer.before',
    words: ['取消', '把', '将', '查看', '看看', '看', '删掉', '删除', '改', '推迟', '延长', '给', '让'],
    examples: [],
  },
];

/** 第二个, 第二场, 第二个会 … */
function pointed(...leads: string[]): Record<string, string> {
  const measures = ['个', '场', '个会', '场会', '个会议', '场会议', '条'];
  return Object.fromEntries(leads.flatMap((lead) => measures.map((measure) => [`${lead}${measure}`, '这个会'])));
}
