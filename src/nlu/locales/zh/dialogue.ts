import type { Lexeme } from '../../lexicon/lexeme.ts';

/** What is said back to the bot: corrected, taken back, agreed to, declined, thanked for. */
export const dialogue: readonly Lexeme[] = [
  {
    role: 'dialogue.wrong',
    words: [
      '不对',
      '错了',
      '说错了',
      '我说错了',
      '搞错了',
      '打错了',
      '写错了',
      '记错了',
      '弄错了',
      '啊不',
      '哦不',
      '不不',
      '等等',
      '更正',
      '不好意思',
      '抱歉',
      '算了',
      '时间不对',
      '日期错了',
      '时间错了',
    ],
    examples: [
      { text: '不对，是4点', means: { want: 'move', by: 'last' } },
      { text: '错了，应该是上午11点', means: { want: 'move', by: 'last' } },
      { text: '算了，还是3点', means: { want: 'move', by: 'last' } },
    ],
  },
  { role: 'dialogue.not', words: ['不是'], examples: [{ text: '不是明天，是后天', means: { want: 'move', by: 'last' } }] },
  {
    role: 'dialogue.rather',
    words: ['应该是', '应该', '是', '还是', '改成', '换成', '得是', '而是'],
    examples: [{ text: '还是5点吧', means: { want: 'move', by: 'context' } }],
  },
  { role: 'dialogue.tail', words: ['吧', '才对', '就够了', '就行', '就好', '够了', '了', '啊', '哈', '呢', '一下', '啦'], examples: [] },
  {
    role: 'dialogue.undo',
    words: ['撤销', '撤回', '撤销刚才的', '撤回刚才的', '回退', '反悔'],
    examples: [{ text: '撤销', means: { want: 'undo' } }],
  },
  {
    role: 'dialogue.agree',
    words: ['好的', '好', '可以', '行', '约吧', '是的', '对', '嗯', '没问题', '就这样', '确认', '同意', '约'],
    examples: [],
  },
  {
    role: 'dialogue.decline',
    words: ['不用', '不用了', '算了', '不约', '不需要', '先不', '不要'],
    examples: [{ text: '不用了', means: { want: 'decline', act: 'none' } }],
  },
  { role: 'dialogue.thanks', words: ['谢谢', '多谢', '感谢', '辛苦', '谢谢你', '收到', '好嘞', '👍', '🙏'], examples: [] },
  { role: 'dialogue.same', words: ['同一时间', '同样时间', '相同时间', '一样的时间', '同时间'], examples: [] },
  { role: 'dialogue.another', words: ['再约一个', '再来一个', '再约一场', '再来一场', '再订一个', '再开一个'], examples: [] },
  { role: 'dialogue.then', words: ['再', '然后', '并', '并且', '顺便', '接着', '重新'], examples: [] },
  {
    role: 'dialogue.field',
    words: {
      主题: '主题改成',
      名字: '主题改成',
      名称: '主题改成',
      标题: '主题改成',
      密码: '密码改成',
      主持人: '主持人改成',
      时长: '时长改成',
    },
    examples: [
      { text: '主题错了，是月会', means: { want: 'change', by: 'last' } },
      { text: '密码错了，是4321', means: { want: 'change', by: 'last' } },
    ],
  },
];
