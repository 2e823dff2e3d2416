import { describe, expect, it } from 'vitest';
import { CODES } from '../../src/feishu/api/codes.ts';
import { ERROR_SENTENCES, ERROR_TEXTS, failureSay, failureSentence } from '../../src/text/errors.ts';

const failure = { code: null, logId: null, verdict: 'tell', scope: null } as const;

describe('what went wrong at the platform', () => {
  it('has a sentence for every code that has a rule, and a rule for every sentence', () => {
    expect(Object.keys(ERROR_SENTENCES).sort()).toEqual(Object.keys(CODES).sort());
  });

  it.each(Object.entries(ERROR_SENTENCES))('%s says what to do next, in both languages', (code, { zh_cn, en_us }) => {
    expect(zh_cn).toMatch(/请|发送「|需要对方|等到|稍等/);
    expect(en_us).toMatch(
      /please|try again|ask |check|send “|add |use |choose|refresh|join first|they can|administrator|tell |sent|press again|wait/i,
    );
    for (const sentence of [zh_cn, en_us]) {
      expect(sentence).not.toContain(code);
      expect(sentence.length).toBeLessThan(220);
    }
  });

  it.each([
    ['an unknown code', { ...failure, code: 42, logId: '2026X' }, '错误码 42，日志 ID 2026X', 'Error 42, log ID 2026X'],
    ['an unknown code without a log id', { ...failure, code: 42 }, '错误码 42', 'Error 42'],
  ])('shows code and log id, nothing else: %s', (_, failed, zh_cn, en_us) => {
    expect(failureSentence(failed)).toEqual({ zh_cn, en_us });
  });

  it.each(['retry', 'lost', 'tell', 'stop'] as const)('has words for no answer at all: %s', (verdict) => {
    const { zh_cn, en_us } = failureSentence({ ...failure, verdict });
    expect(zh_cn).toMatch(/请/);
    expect(en_us).toMatch(/please/i);
  });

  it.each([
    [{ names: ['vc:reserve'], link: 'https://open.feishu.cn/app/cli_1/auth?q=vc:reserve' }, 'error_scope_link'],
    [{ names: ['vc:reserve', 'vc:reserve:readonly'], link: null }, 'error_scope'],
    [{ names: [], link: null }, 'error_99991672'],
    [null, 'error_99991672'],
  ])('names a missing scope where the answer did: %j', (scope, key) => {
    expect(failureSay({ ...failure, code: 99991672, scope }).key).toBe(key);
    expect(ERROR_TEXTS.zh_cn).toHaveProperty(key);
    expect(ERROR_TEXTS.en_us).toHaveProperty(key);
  });

  it.each([
    [100290, 'error_100290'],
    [200621, 'error_200621'],
    [7, 'error_230099'],
    [null, 'error_230099'],
  ])('says what is wrong with a card where it is known: %j', (sub, key) => {
    expect(failureSay({ ...failure, code: 230099, sub }).key).toBe(key);
  });
});
