/** Recording. */
import type { Lexeme } from '../../lexicon/lexeme.ts';

export const slotRecording: readonly Lexeme[] = [
  {
    role: 'record.noun',
    words: ['录制', '录屏', '录像', '录影'],
    examples: [
      { text: '明天3点 周会 录制', means: { topic: '周会', record: true } },
      { text: '明天3点 周会 录屏', means: { topic: '周会', record: true } },
      { text: '明天3点 周会 录像', means: { topic: '周会', record: true } },
      { text: '明天3点 周会 录影', means: { topic: '周会', record: true } },
    ],
  },
  {
    role: 'record.verb',
    words: ['录音', '录'],
    notBefore: ['入', '取', '用', '播'],
    examples: [
      { text: '明天3点 周会，不要录音', means: { topic: '周会', record: false } },
      { text: '明天3点 周会，不用录', means: { topic: '周会', record: false } },
    ],
  },
  {
    role: 'record.how',
    words: ['自动', '云', '云端', '全程'],
    examples: [
      { text: '明天3点 周会自动录制', means: { topic: '周会', record: true } },
      { text: '明天3点 周会云录制', means: { topic: '周会', record: true } },
      { text: '明天3点 周会云端录制', means: { topic: '周会', record: true } },
      { text: '明天3点 周会全程录制', means: { topic: '周会', record: true } },
    ],
  },
  {
    role: 'record.whole',
    words: ['录一下', '录下来', '录个屏', '录个像', '录个影', '录个音', '全程录个屏', '全程录个像', '全程录个音'],
    examples: [
      { text: '明天3点 周会，录一下', means: { topic: '周会', record: true } },
      { text: '明天3点 周会，录下来', means: { topic: '周会', record: true } },
      { text: '明天3点 周会，录个屏', means: { topic: '周会', record: true } },
      { text: '明天3点 周会，录个像', means: { topic: '周会', record: true } },
      { text: '明天3点 周会，录个影', means: { topic: '周会', record: true } },
      { text: '明天3点 周会，录个音', means: { topic: '周会', record: true } },
      { text: '明天3点 周会，全程录个屏', means: { topic: '周会', record: true } },
      { text: '明天3点 周会，全程录个像', means: { topic: '周会', record: true } },
      { text: '明天3点 周会，全程录个音', means: { topic: '周会', record: true } },
    ],
  },
  { role: 'record.down', words: ['下来'], examples: [{ text: '明天3点 周会要全程录制下来', means: { topic: '周会', record: true } }] },
  {
    role: 'record.kept',
    words: ['留档', '存档', '归档', '备查', '备份', '备案', '留存', '保存', '留底', '留痕', '并存档', '并保存', '以便备查', '用于存档'],
    examples: [
      { text: '明天3点 周会，录制留档', means: { topic: '周会', record: true } },
      { text: '明天3点 周会，录制存档', means: { topic: '周会', record: true } },
      { text: '明天3点 周会，录制归档', means: { topic: '周会', record: true } },
      { text: '明天3点 周会，录制备查', means: { topic: '周会', record: true } },
      { text: '明天3点 周会，录制备份', means: { topic: '周会', record: true } },
      { text: '明天3点 周会，录制备案', means: { topic: '周会', record: true } },
      { text: '明天3点 周会，录制留存', means: { topic: '周会', record: true } },
      { text: '明天3点 周会，录制保存', means: { topic: '周会', record: true } },
      { text: '明天3点 周会，录制留底', means: { topic: '周会', record: true } },
      { text: '明天3点 周会，录制留痕', means: { topic: '周会', record: true } },
      { text: '明天3点 周会，录制并存档', means: { topic: '周会', record: true } },
      { text: '明天3点 周会，录制并保存', means: { topic: '周会', record: true } },
      { text: '明天3点 周会，录制以便备查', means: { topic: '周会', record: true } },
      { text: '明天3点 周会，录制用于存档', means: { topic: '周会', record: true } },
    ],
  },
];
