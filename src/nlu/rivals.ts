/** Which meaning wins where a message could have two. What is not in the table is decided by strength, then by how much of the text is explained. */
import type { Candidate, Meant } from './candidate.ts';

export interface Rival {
  wins: Meant;
  /** `*`: all others. */
  over: readonly (Meant | '*')[];
  /** A sentence where the two meet. */
  example: string;
}

const DOING: readonly Meant[] = ['shorten', 'extend', 'cancel', 'move.to', 'move.by', 'move.somewhen'];
const CHANGING: readonly Meant[] = ['change', 'change.likely', 'change.way', 'change.edit', 'change.bare'];
const LOOKING: readonly Meant[] = ['who', 'list', 'when', 'whether', 'show', 'show.number', 'invitation', 'share'];
const BOOKING: readonly Meant[] = ['book', 'book.timed', 'book.named', 'book.bare'];

export const rivals: readonly Rival[] = [
  { wins: 'admin', over: ['*'], example: '管理 @李娜' },
  { wins: 'why', over: ['*'], example: '为什么' },
  { wins: 'deeds', over: ['*'], example: '谁取消的' },
  { wins: 'greeting', over: ['*'], example: '早上好' },
  { wins: 'help', over: ['*'], example: '怎么预约会议' },
  { wins: 'call', over: ['*'], example: '呼叫 13800138000 张三，自动录制' },
  { wins: 'settings', over: ['*'], example: '默认不录制' },
  { wins: 'who', over: [...DOING, ...LOOKING, ...BOOKING, 'typo'], example: '谁在明天的周会上' },
  { wins: 'when', over: DOING, example: '周会改到几点了' },
  { wins: 'shorten', over: DOING, example: '把周会缩短半小时' },
  { wins: 'move.by', over: ['extend', 'cancel', 'move.somewhen'], example: '周会推迟半小时' },
  { wins: 'move.to', over: ['extend', 'cancel', 'move.somewhen'], example: '周会延长到5点' },
  { wins: 'extend', over: ['cancel', 'move.somewhen'], example: '延长30分钟' },
  { wins: 'cancel', over: ['move.somewhen'], example: '取消周会，改天再约' },
  ...DOING.map((wins): Rival => ({ wins, over: ['talk', ...CHANGING, ...LOOKING, ...BOOKING, 'typo'], example: '取消明天3点的周会' })),
  { wins: 'talk', over: [...CHANGING, ...LOOKING, ...BOOKING, 'typo'], example: '明天见' },
  { wins: 'change', over: ['change.likely', ...LOOKING, ...BOOKING, 'typo'], example: '明天3点的会密码改成1234' },
  { wins: 'change.repeat', over: [...DOING, ...CHANGING, ...LOOKING, ...BOOKING, 'talk', 'typo'], example: '周会改成每两周一次' },
  { wins: 'change.remind', over: [...CHANGING, ...LOOKING, ...BOOKING, 'typo'], example: 'remind us when it starts' },
  { wins: 'change.likely', over: [...LOOKING, ...BOOKING, 'typo'], example: '打开录制' },
  {
    wins: 'list',
    over: ['when', 'whether', 'show', 'show.number', 'invitation', 'share', ...CHANGING, ...BOOKING, 'typo'],
    example: '看看明天的会',
  },
  {
    wins: 'when',
    over: ['whether', 'show', 'show.number', 'invitation', 'share', ...CHANGING, ...BOOKING, 'typo'],
    example: '明天几点开会',
  },
  { wins: 'whether', over: ['show', 'show.number', 'invitation', 'share', ...CHANGING, ...BOOKING, 'typo'], example: '明天下午有会吗' },
  { wins: 'share', over: ['invitation', 'show', 'show.number', ...CHANGING, ...BOOKING, 'typo'], example: '把明天3点的周会分享到别的群' },
  { wins: 'invitation', over: ['show', 'show.number', ...CHANGING, ...BOOKING, 'typo'], example: '复制明天3点周会的邀请' },
  { wins: 'show', over: ['show.number', ...CHANGING, ...BOOKING, 'typo'], example: '周会的密码是多少' },
  { wins: 'show.number', over: [...CHANGING, ...BOOKING, 'typo'], example: '123 456 789' },
  { wins: 'change.way', over: ['change.edit', 'typo', ...BOOKING], example: '明天的周会改线上' },
  { wins: 'change.edit', over: ['typo', ...BOOKING], example: '修改明天的周会' },
  { wins: 'typo', over: BOOKING, example: 'cancle tomorrow' },
  { wins: 'book.timed', over: ['change.bare'], example: '明天3点 不要密码' },
  { wins: 'book', over: ['change.bare'], example: '约个会，密码1234' },
  { wins: 'book.named', over: ['change.bare'], example: '主题：周会，密码1234' },
];

const table = new Map<Meant, ReadonlySet<Meant | '*'>>();
for (const { wins, over } of rivals) table.set(wins, new Set([...(table.get(wins) ?? []), ...over]));

/** Does the table say so. A guess wins over nothing. */
export function winsOver(one: Candidate, other: Candidate): boolean {
  const over = one.strength === 'guess' ? undefined : table.get(one.kind);
  return over !== undefined && (over.has(other.kind) || (over.has('*') && !table.get(other.kind)?.has('*')));
}
