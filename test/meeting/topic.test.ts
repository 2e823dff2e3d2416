import { describe, expect, it } from 'vitest';
import { cutTopic } from '../../src/meeting/slots.ts';

describe('a topic as it leaves', () => {
  it.each([
    ['direction marks', '周\u202e会\u2066评审\u2069', '周会评审'],
    ['what nobody sees', '\ufeff周\u200b会\u00ad', '周会'],
    ['controls', '周会\u0007\u001b[31m', '周会  [31m'],
    ['an emoji that is joined', '👩\u200d💻 周会', '👩\u200d💻 周会'],
    ['nothing but these', '\u202e\u200b', null],
  ])('%s', (_, typed, kept) => expect(cutTopic(typed)).toBe(kept));
});
