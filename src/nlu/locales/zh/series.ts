/** Meetings that repeat: all of them, one of them, how often. */
import type { Lexeme } from '../../lexicon/lexeme.ts';

export const series: readonly Lexeme[] = [
  {
    role: 'series.all',
    words: [
      '系列',
      '整个',
      '以后',
      '以后都',
      '之后都',
      '后面都',
      '往后都',
      '后续都',
      '整个系列',
      '所有场次',
      '全部场次',
      '以后的',
      '之后的',
      '后续的',
    ],
    examples: [
      { text: '周会以后都改到11点', means: { want: 'move', act: 'do', topic: '周会', all: true } },
      { text: '周会之后都改到11点', means: { want: 'move', topic: '周会', all: true } },
      { text: '周会后面都改到11点', means: { want: 'move', topic: '周会', all: true } },
      { text: '周会往后都改到11点', means: { want: 'move', topic: '周会', all: true } },
      { text: '周会后续都改到11点', means: { want: 'move', topic: '周会', all: true } },
      { text: '取消周会整个系列', means: { want: 'cancel', topic: '周会', all: true } },
      { text: '整个周会系列都取消', means: { want: 'cancel', topic: '周会', all: true } },
      { text: '周会以后不开了', means: { want: 'cancel', topic: '周会', all: true } },
      { text: '取消周会所有场次', means: { want: 'cancel', topic: '周会', all: true } },
      { text: '取消周会全部场次', means: { want: 'cancel', topic: '周会', all: true } },
      { text: '取消以后的周会', means: { want: 'cancel', topic: '周会', all: true } },
      { text: '取消之后的周会', means: { want: 'cancel', topic: '周会', all: true } },
      { text: '取消后续的周会', means: { want: 'cancel', topic: '周会', all: true } },
    ],
  },
  {
    role: 'cancel.verb',
    words: ['跳过', '略过', '停一次', '停开一次'],
    examples: [
      { text: '跳过下周的站会', means: { want: 'cancel', act: 'do', topic: '站会', dated: true } },
      { text: '略过下周的站会', means: { want: 'cancel', topic: '站会', dated: true } },
      { text: '下周的站会停一次', means: { want: 'cancel', topic: '站会', dated: true } },
      { text: '下周的站会停开一次', means: { want: 'cancel', topic: '站会', dated: true } },
    ],
  },
  {
    role: 'series.often',
    words: ['频率', '周期', '重复频率', '重复周期', '频次'],
    examples: [
      { text: '例会频率改成两周一次', means: { want: 'change', act: 'do', topic: '例会', repeat: 'FREQ=WEEKLY;INTERVAL=2' } },
      { text: '例会周期改成两周一次', means: { want: 'change', topic: '例会', repeat: 'FREQ=WEEKLY;INTERVAL=2' } },
      { text: '例会重复频率改成两周一次', means: { want: 'change', topic: '例会', repeat: 'FREQ=WEEKLY;INTERVAL=2' } },
      { text: '例会重复周期改成两周一次', means: { want: 'change', topic: '例会', repeat: 'FREQ=WEEKLY;INTERVAL=2' } },
      { text: '例会频次改成两周一次', means: { want: 'change', topic: '例会', repeat: 'FREQ=WEEKLY;INTERVAL=2' } },
    ],
  },
  {
    role: 'series.rhythm',
    words: { 双周会: 'FREQ=WEEKLY;INTERVAL=2', 双周: 'FREQ=WEEKLY;INTERVAL=2' },
    examples: [
      { text: '把周会改成双周会', means: { want: 'change', topic: '周会', repeat: 'FREQ=WEEKLY;INTERVAL=2' } },
      { text: '例会改成双周', means: { want: 'change', topic: '例会', repeat: 'FREQ=WEEKLY;INTERVAL=2' } },
    ],
  },
  {
    role: 'series.into',
    words: ['变成'],
    examples: [
      { text: '周会变成每两周一次', means: { want: 'change', topic: '周会', repeat: 'FREQ=WEEKLY;INTERVAL=2' } },
      { text: '周会改成每两周一次', means: { want: 'change', act: 'do', topic: '周会', repeat: 'FREQ=WEEKLY;INTERVAL=2' } },
    ],
  },
];
