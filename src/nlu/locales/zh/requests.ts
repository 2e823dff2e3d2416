import type { Lexeme } from '../../lexicon/lexeme.ts';

/** Requests put as questions, remarks and in other words than the plain ones. */
export const requests: readonly Lexeme[] = [
  {
    role: 'dialogue.may',
    words: ['能', '可以', '能不能', '可不可以', '可否', '是否可以', '把'],
    examples: [
      { text: '能撤销吗', means: { want: 'undo' } },
      { text: '可以撤销吗', means: { want: 'undo' } },
      { text: '能不能撤回', means: { want: 'undo' } },
      { text: '可不可以撤回', means: { want: 'undo' } },
      { text: '可否撤回', means: { want: 'undo' } },
      { text: '是否可以撤回', means: { want: 'undo' } },
      { text: '把刚才的撤了', means: { want: 'undo' } },
    ],
  },
  {
    role: 'dialogue.need',
    words: ['要', '需要', '我要', '大概要', '差不多要', '得'],
    examples: [
      { text: '要一个半小时', means: { fragment: true, length: 90 } },
      { text: '需要一个半小时', means: { fragment: true, length: 90 } },
      { text: '我要两个小时', means: { fragment: true, length: 120 } },
      { text: '大概要两个小时', means: { fragment: true, length: 120 } },
      { text: '差不多要两个小时', means: { fragment: true, length: 120 } },
      { text: '得两个小时', means: { fragment: true, length: 120 } },
    ],
  },
  {
    role: 'dialogue.whether',
    words: ['吗', '么', '行吗', '可以吗', '好吗', '行不行'],
    examples: [
      { text: '能撤回吗', means: { want: 'undo' } },
      { text: '能撤回么', means: { want: 'undo' } },
      { text: '撤回刚才的操作行吗', means: { want: 'undo' } },
      { text: '撤销一下可以吗', means: { want: 'undo' } },
      { text: '撤销一下好吗', means: { want: 'undo' } },
      { text: '撤销一下行不行', means: { want: 'undo' } },
    ],
  },
  {
    role: 'dialogue.undo',
    words: [],
    forms: [
      { rows: [['撤回', '撤销'], ['上一步操作']] },
      {
        rows: [
          ['刚才的', '刚才那步', '刚才的操作', '刚才的改动', '刚才的修改'],
          ['撤了', '撤掉', '撤销', '撤回'],
        ],
      },
    ],
    examples: [
      { text: '撤回上一步操作', means: { want: 'undo' } },
      { text: '撤销上一步操作', means: { want: 'undo' } },
      { text: '刚才的撤了', means: { want: 'undo' } },
      { text: '刚才那步撤掉', means: { want: 'undo' } },
      { text: '把刚才的操作撤销', means: { want: 'undo' } },
      { text: '把刚才的改动撤回', means: { want: 'undo' } },
      { text: '把刚才的修改撤回', means: { want: 'undo' } },
    ],
  },
  {
    role: 'dialogue.unfit',
    words: ['不太行', '不太方便', '不合适', '撞了', '冲突了', '被占了'],
    notBefore: ['就', '的话', '那就', '则', '吗'],
    examples: [
      { text: '3点不太行，4点吧', means: { want: 'move', by: 'last' } },
      { text: '3点不太方便，4点吧', means: { want: 'move', by: 'last' } },
      { text: '3点不合适，4点吧', means: { want: 'move', by: 'last' } },
      { text: '三点撞了，四点吧', means: { want: 'move', by: 'last' } },
      { text: '3点冲突了，4点吧', means: { want: 'move', by: 'last' } },
      { text: '3点被占了，4点吧', means: { want: 'move', by: 'last' } },
    ],
  },
  {
    role: 'dialogue.agree',
    words: ['就约这个', '就这个', '就订这个', '订吧', '就订吧'],
    examples: [
      { text: '好，就约这个', means: { want: 'agree' } },
      { text: '就这个吧', means: { want: 'agree' } },
      { text: '就订这个', means: { want: 'agree' } },
      { text: '订吧', means: { want: 'agree' } },
      { text: '那就订吧', means: { want: 'agree' } },
    ],
  },
  {
    role: 'book.create',
    words: ['创建', '新建', '发起', '召集', '组织'],
    notBefore: ['人', '方', '者', '项目', '流程', '账号', '架构', '结构', '能力', '部', '发展', '文化', '效能', '关系', '变革'],
    examples: [
      { text: '创建招商会', means: { want: 'book', topic: '招商会' } },
      { text: '新建招商会', means: { want: 'book', topic: '招商会' } },
      { text: '发起招商会', means: { want: 'book', topic: '招商会' } },
      { text: '召集招商会', means: { want: 'book', topic: '招商会' } },
      { text: '组织招商会', means: { want: 'book', topic: '招商会' } },
    ],
  },
  {
    role: 'lead',
    words: ['我打算', '我们打算', '打算', '我准备', '我们准备'],
    examples: [
      { text: '我打算明天下午三点开动员会', means: { topic: '动员会' } },
      { text: '我们打算明天下午三点开动员会', means: { topic: '动员会' } },
      { text: '打算明天下午三点开动员会', means: { topic: '动员会' } },
      { text: '我准备明天下午三点开动员会', means: { topic: '动员会' } },
      { text: '我们准备明天下午三点开动员会', means: { topic: '动员会' } },
    ],
  },
  {
    role: 'mood.deliberates',
    words: ['方便开个', '方便约个'],
    examples: [
      { text: '明天上午十点方便开个评审会吗', means: { want: 'book', act: 'ask', topic: '评审会' } },
      { text: '明天上午十点方便约个评审吗', means: { want: 'book', act: 'ask', topic: '评审' } },
    ],
  },
  {
    role: 'mood.polite-last',
    words: ['行不', '好不', '可以不'],
    examples: [
      { text: '明天四点跟客户过方案行不', means: { want: 'book' } },
      { text: '明天四点评审好不', means: { want: 'book' } },
      { text: '明天四点评审可以不', means: { want: 'book' } },
    ],
  },
  { role: 'ask.after', words: ['来着'], examples: [{ text: '客户评审几点来着', means: { want: 'show', topic: '客户评审' } }] },
  {
    role: 'cancel.not-held',
    words: ['不用开', '不需要开', '不必开'],
    notBefore: ['了', '会', '成'],
    examples: [
      { text: '明天不用开晨会了', means: { want: 'cancel', topic: '晨会', dated: true } },
      { text: '明天不需要开晨会了', means: { want: 'cancel', topic: '晨会' } },
      { text: '明天不必开晨会了', means: { want: 'cancel', topic: '晨会' } },
    ],
  },
  {
    role: 'who.all-here',
    words: ['都进来了没', '都进来了吗', '都来了没', '都到了没'],
    examples: [
      { text: '人都进来了没', means: { want: 'who' } },
      { text: '人都进来了吗', means: { want: 'who' } },
      { text: '人都来了没', means: { want: 'who' } },
      { text: '人都到了没', means: { want: 'who' } },
    ],
  },
  {
    role: 'show.verb',
    words: ['给我看一下', '给我看下', '给我看看', '给我瞧瞧'],
    examples: [
      { text: '给我看一下项目例会', means: { want: 'show', topic: '项目例会' } },
      { text: '给我看下项目例会', means: { want: 'show', topic: '项目例会' } },
      { text: '给我看看项目例会', means: { want: 'show', topic: '项目例会' } },
    ],
  },
  {
    role: 'ask.us',
    words: ['能开个', '可以开个', '方便开个'],
    examples: [
      { text: '周五十点能开个评审吗', means: { want: 'book', topic: '评审' } },
      { text: '周五十点可以开个评审吗', means: { want: 'book', topic: '评审' } },
      { text: '明天上午十点方便开个评审会吗', means: { want: 'book', topic: '评审会' } },
    ],
  },
];
