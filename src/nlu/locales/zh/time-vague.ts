/** Now, later and some day in Chinese. */
import type { Lexeme } from '../../lexicon/lexeme.ts';
import type { Shape } from '../../time/locale.ts';

export const words: readonly Lexeme[] = [
  {
    role: 'time.now',
    words: ['马上', '马上就', '立马', '立刻', '立即', '即刻', '此刻', '这就'],
    examples: [
      { text: '马上开个紧急会', means: { want: 'book', start: '11-20 10:15' } },
      { text: '立刻开个处置会', means: { want: 'book', start: '11-20 10:15' } },
      { text: '立即召开防汛会', means: { want: 'book', start: '11-20 10:15' } },
      { text: '即刻开个碰头会', means: { want: 'book', start: '11-20 10:15' } },
      { text: '此刻开个会', means: { want: 'book', start: '11-20 10:15' } },
      { text: '这就开个短会', means: { want: 'book', start: '11-20 10:15' } },
      { text: '立马拉个群会', means: { want: 'book', start: '11-20 10:15' } },
      { text: '马上就开个应急会', means: { want: 'book', now: true, topic: '应急会' } },
    ],
  },
  {
    role: 'time.some-day',
    words: ['过几天', '改天', '改日', '择日', '过两天', '这两天', '这几天'],
    examples: [
      { text: '过几天下午3点约个会', means: { want: 'book', start: null } },
      { text: '改天下午3点约个会', means: { want: 'book', start: null } },
      { text: '改日10点约个茶叙会', means: { want: 'book', start: null } },
      { text: '择日上午9点开个开工会', means: { want: 'book', start: null } },
      { text: '过两天下午3点约个会', means: { want: 'book', start: null } },
      { text: '这两天下午4点约个会', means: { want: 'book', start: null } },
      { text: '这几天下午5点约个会', means: { want: 'book', start: null } },
    ],
  },
];

const WHEN = '(?:什么时候|谁|啥时候) ?';
const WHEN_ALSO = '(?:什么时候|啥时候|谁)[都还]?';

export const shapes: readonly Shape[] = [
  {
    name: 'zh.now',
    says: 'now',
    is: '从?现在(?:起|开始|算起)(?!.{1,9}后|[,， ]?每)|现在就?|{now}',
    unless: [
      { words: '^现在', after: '到' },
      { words: '^现在', after: '从', notBefore: '[到至]' },
      { words: '^现在', before: '的|有|是|在|没|还|几点|怎么|进度|情况|谁|人|正', makes: 'stop' },
    ],
  },
  {
    name: 'zh.some.day',
    says: 'vague',
    is: '{some-day}(?<!这[两几]天(?=的))',
    as: { day: true },
    unless: [{ after: WHEN }, { after: WHEN_ALSO }],
  },
  {
    name: 'zh.vague',
    says: 'vague',
    is: '(?:过|待|等|呆|回)(?:一?会儿?|一?阵(?:子|儿)?|一?下(?!午)|些时候)|稍后|稍晚|一会儿?|晚些(?:时候)?|回头(?!客|率|看)|晚点儿?(?!名)|有空(?:的?时候)?',
    unless: [
      { words: '^晚点', after: '[今明昨后当每]' },
      { words: '^(?:过一?下|等一?下|待一?下)$', before: ' ?[^\\s,，。开再约后]', makes: 'stop' },
      { after: WHEN },
      { after: WHEN_ALSO },
      { words: '^(?:过一?下|回一?下)$', makes: 'stop' },
      { words: '一会', before: '[议场]' },
      { words: '^[过等回待]会$', before: '议' },
      { words: '^回会$' },
      { words: '^过会$', before: '材料|评审|了' },
    ],
  },
];
