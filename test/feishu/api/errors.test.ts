import { describe, expect, it } from 'vitest';
import { CODES } from '../../../src/feishu/api/codes.ts';
import { PlatformError, type Repeat, toPlatformError } from '../../../src/feishu/api/errors.ts';
import { failureSay } from '../../../src/feishu/api/failure-say.ts';
import { HttpAnswer, NoAnswer } from '../../../src/feishu/api/http.ts';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => new HttpAnswer(status, headers, body);

/** Every code in the error tables of the calls that the bot makes. */
const DOCUMENTED = `
  121001 121002 121003 121004 121005 121006 122001 122002 122003 122004 122005 122006 122007 122008 122009 123002 123003 123004 123006 124002
  230001 230002 230006 230009 230011 230013 230015 230017 230018 230019 230020 230022 230025 230026 230027 230028 230029 230031 230034 230035
  230036 230038 230049 230050 230053 230054 230055 230071 230072 230075 230099 230110 230111
  232001 232004 232006 232009 232010 232011 232025 232033 232034 18051 40001
  10003 10014 10015
  99991400 99991401 99991403 99991543 99991661 99991662 99991663 99991664 99991665 99991668 99991671 99991672 99991673 99991676 99991677 99991679
  99992351 99992354 99992356 99992361 99992402
  190002 190003 190004 190005 190007 190010 190014 191000 191002 193001 193002 193101 194002 195100
  100290 200380 200381 200550 200570 200621 200732 200737 200830 200861 200914 200915 11310 11311 100000 200000 200310 200320 300020 300030 300040 300090
`
  .trim()
  .split(/\s+/)
  .map(Number);

describe('what a failure means', () => {
  const rows: [string, unknown, Record<Repeat, string>][] = [
    ['a documented refusal', answer(400, { code: 123006 }), { read: 'tell', safe: 'tell', once: 'tell' }],
    ['a refusal returned with HTTP 200', answer(200, { code: 121005 }), { read: 'tell', safe: 'tell', once: 'tell' }],
    ['a code nobody documented', answer(400, { code: 777 }), { read: 'tell', safe: 'tell', once: 'tell' }],
    ['a code nobody documented, with HTTP 500', answer(500, { code: 777 }), { read: 'retry', safe: 'retry', once: 'lost' }],
    ['the documented internal error', answer(500, { code: 121001 }), { read: 'retry', safe: 'retry', once: 'retry' }],
    ['a limit', answer(429, { code: 99991400 }), { read: 'retry', safe: 'retry', once: 'retry' }],
    ['a limit of an older API', answer(400, { code: 99991400 }), { read: 'retry', safe: 'retry', once: 'retry' }],
    ['a limit in a 500', answer(500, { code: 99991400 }), { read: 'retry', safe: 'retry', once: 'retry' }],
    ['a bare 429', answer(429, undefined), { read: 'retry', safe: 'retry', once: 'retry' }],
    ['a page from a proxy', answer(502, undefined), { read: 'retry', safe: 'retry', once: 'lost' }],
    ['a gateway’s time-out', answer(504, undefined), { read: 'retry', safe: 'retry', once: 'lost' }],
    ['a request time-out', answer(408, undefined), { read: 'retry', safe: 'retry', once: 'lost' }],
    ['garbage', answer(200, undefined), { read: 'retry', safe: 'retry', once: 'lost' }],
    ['JSON that is not the platform’s', answer(200, { hello: 1 }), { read: 'retry', safe: 'retry', once: 'lost' }],
    ['a redirect', answer(302, undefined), { read: 'retry', safe: 'retry', once: 'lost' }],
    ['an unknown path', answer(404, undefined), { read: 'tell', safe: 'tell', once: 'tell' }],
    ['bot removed', answer(400, { code: 230002 }), { read: 'stop', safe: 'stop', once: 'stop' }],
    ['user resigned', answer(400, { code: 230029 }), { read: 'stop', safe: 'stop', once: 'stop' }],
    ['wrong secret', answer(200, { code: 10014 }), { read: 'retry', safe: 'retry', once: 'retry' }],
    ['not connected', new NoAnswer(false, 'ECONNREFUSED'), { read: 'retry', safe: 'retry', once: 'retry' }],
    ['sent, then silence', new NoAnswer(true, 'ETIMEDOUT'), { read: 'retry', safe: 'retry', once: 'lost' }],
    ['sent, then a reset', new NoAnswer(true, 'ECONNRESET'), { read: 'retry', safe: 'retry', once: 'lost' }],
    ['axios: a status', { response: { status: 400, data: { code: 121003 }, headers: {} } }, { read: 'tell', safe: 'tell', once: 'tell' }],
    ['axios: refused', { code: 'ECONNREFUSED' }, { read: 'retry', safe: 'retry', once: 'retry' }],
    ['axios: aborted', { code: 'ECONNABORTED' }, { read: 'retry', safe: 'retry', once: 'lost' }],
    ['anything else', new TypeError('what'), { read: 'retry', safe: 'retry', once: 'lost' }],
  ];
  it.each(rows)('%s', (_, cause, verdicts) => {
    for (const repeat of ['read', 'safe', 'once'] as const)
      expect(toPlatformError(cause, 'api', repeat).verdict, repeat).toBe(verdicts[repeat]);
  });

  it('is careful when nobody says what repeating would do', () => {
    expect(toPlatformError(new NoAnswer(true, 'ETIMEDOUT'), 'api').verdict).toBe('lost');
  });

  it('carries the log id, from the body or the header', () => {
    expect(toPlatformError(answer(400, { code: 1, error: { log_id: '2026A' } }), 'api').logId).toBe('2026A');
    expect(toPlatformError(answer(400, { code: 1 }, { 'x-tt-logid': '2026B' }), 'api').logId).toBe('2026B');
    expect(toPlatformError(answer(400, { code: 1 }, { 'x-tt-logid': '<b>' }), 'api').logId).toBeNull();
  });

  it('carries how long to wait', () => {
    expect(toPlatformError(answer(429, { code: 99991400 }, { 'x-ogw-ratelimit-reset': '52' }), 'api').retryAfter).toBe(52_000);
    expect(toPlatformError(answer(429, { code: 99991400 }), 'api').retryAfter).toBeNull();
    expect(toPlatformError(answer(429, { code: 99991400 }, { 'x-ogw-ratelimit-reset': 'soon' }), 'api').retryAfter).toBeNull();
  });

  it('never quotes what people wrote', () => {
    const msg =
      'Failed to create card content, ext=ErrCode: 200621; ErrPath: ROOT -> body -> elements -> [2](tag: chart); ErrMsg: x; ErrorValue: 裁员名单;';
    const error = toPlatformError(answer(400, { code: 230099, msg }), 'im.message.reply');
    expect(error).toBeInstanceOf(PlatformError);
    expect(`${error.message}${JSON.stringify(error)}`).not.toContain('裁员');
    expect(error.sub).toBe(200621);
    expect(error.message).toContain('ROOT -> body -> elements -> [2](tag: chart)');
  });

  it('finds the missing scope and the link that grants it', () => {
    const link = 'https://open.feishu.cn/app/cli_xxx/auth?q=vc:reserve&op_from=openapi&token_type=tenant';
    const body = {
      code: 99991672,
      msg: `Access denied. One of the following scopes is required: [vc:reserve].应用尚未开通所需的应用身份权限：[vc:reserve]，点击链接申请并开通任一权限即可：${link}`,
      error: { log_id: '1', permission_violations: [{ type: 'action_scope_required', subject: 'vc:reserve' }] },
    };
    expect(toPlatformError(answer(400, body), 'api').scope).toEqual({ names: ['vc:reserve'], link });
    const several = { code: 99991672, msg: 'One of the following scopes is required: [im:chat, im:chat:readonly, im:chat:read].' };
    expect(toPlatformError(answer(400, several), 'api').scope).toEqual({
      names: ['im:chat', 'im:chat:readonly', 'im:chat:read'],
      link: null,
    });
  });
});

describe('the sentence for a failure', () => {
  const failure = { code: null, logId: null, verdict: 'tell' as const, scope: null };
  const LINK = 'https://open.feishu.cn/app/cli_x/auth?q=vc:reserve';

  it('exists for every documented code', () => {
    for (const code of DOCUMENTED) expect(CODES[code], String(code)).toBeDefined();
  });

  it.each([
    ['a documented code', { code: 123006 }, { key: 'error_password_refused' }],
    ['an unknown code', { code: 4711, logId: '2026ABC' }, { key: 'error_unknown', args: { code: '4711', logId: '2026ABC' } }],
    ['an unknown code without a log id', { code: 4711 }, { key: 'error_unknown_code', args: { code: '4711' } }],
    [
      'a missing scope with its link',
      { code: 99991672, scope: { names: ['vc:reserve'], link: LINK } },
      { key: 'error_scope_link', args: { scopes: 'vc:reserve', link: LINK } },
    ],
    [
      'two missing scopes',
      { code: 99991672, scope: { names: ['vc:reserve', 'vc:reserve:readonly'], link: null } },
      { key: 'error_scope', args: { scopes: 'vc:reserve, vc:reserve:readonly' } },
    ],
    ['a scope that is not named', { code: 99991672, scope: { names: [], link: null } }, { key: 'error_no_permission' }],
    ['a person on a card', { code: 230099, sub: 100290 }, { key: 'error_card_person' }],
    ['an unknown fault of a card', { code: 230099, sub: 7 }, { key: 'error_card_broken' }],
    ['no answer, perhaps done', { verdict: 'lost' as const }, { key: 'error_lost' }],
    ['no answer, not done', { verdict: 'retry' as const }, { key: 'error_unreachable' }],
    ['a refusal without a code', {}, { key: 'error_refused' }],
  ])('%s', (_, known, says) => {
    expect(failureSay({ ...failure, ...known })).toEqual(says);
  });
});
