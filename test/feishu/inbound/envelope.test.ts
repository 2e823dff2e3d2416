import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decrypt, open } from '../../../src/feishu/inbound/envelope.ts';
import { FIXTURES, fixture, PLAIN, type Push, push, SECRETS, SENT, seal, signed, unsigned, withHeader } from './push.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const outcome = (push: Push, secrets: typeof PLAIN | typeof SECRETS = SECRETS, now = SENT) => {
  const opened = open(push.body, push.headers, secrets, now);
  return opened.ok ? opened.kind : opened.status;
};

const message = () => fixture('message-text-group');
const check = () => fixture('url-verification');
const without = (push: Push, header: string): Push => ({
  ...push,
  headers: Object.fromEntries(Object.entries(push.headers).filter(([name]) => name !== header)),
});
const saying = (push: Push, headers: Record<string, unknown>): Push => ({ ...push, headers: { ...push.headers, ...headers } as never });

describe('with an encrypt key', () => {
  it('reads the documented vector', () => {
    const key = createHash('sha256').update('test key').digest();
    expect(decrypt('P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=', key)).toBe('hello world');
  });

  it('lets every kind of event through unchanged', () => {
    for (const name of FIXTURES.filter((one) => one !== 'url-verification')) {
      const { body, headers } = push(fixture(name));
      expect(open(body, headers, SECRETS, SENT), name).toEqual({ ok: true, kind: 'event', event: fixture(name) });
    }
  });

  it('signs the bytes, not a reading of them', () => {
    const pretty = signed(JSON.stringify({ encrypt: seal(JSON.stringify(message())), extra: '\u00e9\u4f1a' }, null, 4));
    expect(outcome(pretty)).toBe('event');
    expect(outcome({ ...pretty, body: Buffer.from(JSON.stringify(JSON.parse(pretty.body.toString()))) })).toBe(401);
  });

  const flipped = (push: Push, at: number): Push => {
    const body = Buffer.from(push.body);
    body[at] = body[at]! ^ 1;
    return { ...push, body };
  };

  it.each<[string, () => Push, number]>([
    ['no signature', () => without(push(message()), 'x-lark-signature'), 401],
    ['no timestamp', () => without(push(message()), 'x-lark-request-timestamp'), 401],
    ['no nonce', () => without(push(message()), 'x-lark-request-nonce'), 401],
    ['a signature of another length', () => saying(push(message()), { 'x-lark-signature': 'ab' }), 401],
    ['a signature that is no hex', () => saying(push(message()), { 'x-lark-signature': 'z'.repeat(64) }), 401],
    ['a signature sent twice', () => saying(push(message()), { 'x-lark-signature': ['a'.repeat(64), 'b'.repeat(64)] }), 401],
    ['another timestamp', () => saying(push(message()), { 'x-lark-request-timestamp': String(SENT / 1000 + 1) }), 401],
    ['another nonce', () => saying(push(message()), { 'x-lark-request-nonce': '1' }), 401],
    [
      'a timestamp grown by a digit of the nonce',
      () => {
        const { body, headers } = push(message(), { nonce: '1470093312' });
        return {
          body,
          headers: {
            ...headers,
            'x-lark-request-timestamp': `${headers['x-lark-request-timestamp']}1`,
            'x-lark-request-nonce': '470093312',
          },
        };
      },
      401,
    ],
    ['the first byte changed', () => flipped(push(message()), 0), 401],
    ['the last byte changed', () => flipped(push(message()), push(message()).body.length - 1), 401],
    ['a truncated body', () => ({ ...push(message()), body: push(message()).body.subarray(0, 100) }), 401],
    ['an empty body', () => ({ ...push(message()), body: Buffer.alloc(0) }), 401],
    ['a key of somebody else', () => push(message(), { encryptKey: 'other key' }), 401],
    ['an event that is not encrypted, unsigned', () => unsigned(message()), 401],
    ['an event that is not encrypted, signed', () => signed(JSON.stringify(message())), 400],
    ['an address check that is not encrypted', () => unsigned(check()), 401],
    ['no JSON, signed', () => signed('hello'), 400],
    ['no JSON, unsigned', () => unsigned('hello'), 401],
    ['an array, signed', () => signed('[]'), 400],
    ['null, signed', () => signed('null'), 400],
    ['a number to decrypt', () => signed('{"encrypt":1}'), 400],
    ['nothing to decrypt', () => signed('{"encrypt":""}'), 400],
    ['no base64', () => signed('{"encrypt":"***************************************************************"}'), 400],
    ['half a block', () => signed(JSON.stringify({ encrypt: Buffer.alloc(40).toString('base64') })), 400],
    ['wrong padding', () => signed(JSON.stringify({ encrypt: Buffer.alloc(48).toString('base64') })), 400],
    ['an encrypted string', () => push('"hello"'), 400],
    ['an encrypted null', () => push('null'), 400],
    ['nothing that looks like an envelope', () => push({ token: SECRETS.verificationToken, foo: 1 }), 401],
    ['the wrong token', () => push(withHeader('message-text-group', { token: 'test-verification-tokem' })), 401],
    ['a longer token', () => push(withHeader('message-text-group', { token: `${SECRETS.verificationToken}x` })), 401],
    ['no token', () => push(withHeader('message-text-group', { token: undefined })), 401],
    ['a token that is no string', () => push(withHeader('message-text-group', { token: [SECRETS.verificationToken] })), 401],
    ['another app', () => push(withHeader('message-text-group', { app_id: 'cli_0000000000000000' })), 401],
    ['no app', () => push(withHeader('message-text-group', { app_id: undefined })), 401],
    [
      'an app inherited from the prototype',
      () =>
        push(
          JSON.stringify(withHeader('message-text-group', { app_id: undefined })).replace(
            '"event_id"',
            `"__proto__":{"app_id":"${SECRETS.appId}"},"event_id"`,
          ),
        ),
      401,
    ],
    ['a header that is a list', () => push({ ...message(), header: [] }), 401],
    ['no type', () => push(withHeader('message-text-group', { event_type: undefined })), 400],
    ['an old event of another app', () => push({ ...fixture('p2p-chat-create-v1'), event: { app_id: 'cli_0' } }), 401],
    ['an old event with the wrong token', () => push({ ...fixture('p2p-chat-create-v1'), token: 'x' }), 401],
    ['a thousand nested lists, signed', () => push(`{"header":${'['.repeat(100_000)}${']'.repeat(100_000)}}`), 401],
  ])('refuses %s', (_name, make, status) => {
    expect(outcome(make())).toBe(status);
  });

  it('answers the address check, signed or not', () => {
    const sealed = { encrypt: seal(JSON.stringify(check())) };
    for (const { body, headers } of [unsigned(sealed), push(check())]) {
      expect(open(body, headers, SECRETS, SENT)).toEqual({ ok: true, kind: 'challenge', challenge: 'ajls384kdjx98XX' });
    }
  });

  it.each<[string, () => Push, number]>([
    ['the wrong token', () => unsigned({ encrypt: seal(JSON.stringify({ ...check(), token: 'x' })) }), 401],
    ['no token', () => unsigned({ encrypt: seal(JSON.stringify({ ...check(), token: undefined })) }), 401],
    ['another key', () => unsigned({ encrypt: seal(JSON.stringify(check()), 'other key') }), 401],
    ['no challenge, unsigned', () => unsigned({ encrypt: seal(JSON.stringify({ ...check(), challenge: undefined })) }), 401],
    ['no challenge, signed', () => push({ ...check(), challenge: 1 }), 400],
    ['an event in its place', () => unsigned({ encrypt: seal(JSON.stringify(message())) }), 401],
    ['a size that no address check has', () => unsigned({ encrypt: seal(JSON.stringify({ ...check(), pad: 'x'.repeat(5000) })) }), 401],
  ])('refuses an address check with %s', (_name, make, status) => {
    expect(outcome(make())).toBe(status);
  });

  it.each<[string, number, 'event' | 401]>([
    ['just sent', 0, 'event'],
    ['the last retry, after six hours', 6 * HOUR + 6 * MINUTE, 'event'],
    ['8 hours old', 8 * HOUR, 'event'],
    ['older than 8 hours', 8 * HOUR + 1000, 401],
    ['5 minutes ahead', -5 * MINUTE, 'event'],
    ['more than 5 minutes ahead', -5 * MINUTE - 1000, 401],
  ])('%s', (_name, age, expected) => {
    expect(outcome(push(message()), SECRETS, SENT + age)).toBe(expected);
    // The event's own time and the request's count each for itself.
    expect(outcome(push(message(), { at: SENT + age }), SECRETS, SENT + age)).toBe(expected);
    expect(outcome(push(withHeader('message-text-group', { create_time: String(SENT + age) })), SECRETS, SENT + age)).toBe(expected);
    // Callbacks count in microseconds.
    expect(outcome(push(fixture('press-button'), { at: SENT + age }), SECRETS, SENT + age)).toBe(expected);
  });

  it.each([undefined, '', 'now', '17671500000', '-1767150000000', '1e12', null, {}, [String(SENT)]])(
    'takes an event that says %j about its time at the word of the signed request, and of nothing else',
    (time) => {
      const event = withHeader('message-text-group', { create_time: time });
      expect(outcome(push(event))).toBe('event');
      expect(outcome(push(event, { at: SENT - 9 * HOUR }))).toBe(401);
      expect(outcome(unsigned(event), PLAIN)).toBe(401);
    },
  );

  it.each(['0', 'x', '1.767e9', '+1767150000', '1767150000 ', '17671500001', '-767150000'])('refuses a request sent at %j', (timestamp) => {
    expect(outcome(push(message(), { timestamp }))).toBe(401);
  });

  it('takes events without a token when none is configured: the signature speaks for them', () => {
    const secrets = { ...SECRETS, verificationToken: null };
    expect(outcome(push(message()), secrets as never)).toBe('event');
    expect(outcome(unsigned(message()), secrets as never)).toBe(401);
  });
});

describe('without an encrypt key', () => {
  it.each<[string, () => Push, string | number]>([
    ['an event', () => unsigned(message()), 'event'],
    ['an old event', () => unsigned(fixture('p2p-chat-create-v1')), 'event'],
    ['the address check', () => unsigned(check()), 'challenge'],
    ['the address check with the wrong token', () => unsigned({ ...check(), token: 'x' }), 401],
    ['the wrong token', () => unsigned(withHeader('message-text-group', { token: 'x' })), 401],
    ['no token', () => unsigned(withHeader('message-text-group', { token: undefined })), 401],
    ['a signature for a token', () => signed(JSON.stringify(withHeader('message-text-group', { token: undefined }))), 401],
    ['another app', () => unsigned(withHeader('message-text-group', { app_id: 'cli_0' })), 401],
    ['a stale event', () => unsigned(withHeader('message-text-group', { create_time: String(SENT - 9 * HOUR) })), 401],
    ['a stale request', () => signed(JSON.stringify(message()), { at: SENT - 9 * HOUR }), 401],
    ['something encrypted', () => unsigned({ encrypt: seal(JSON.stringify(message())) }), 401],
    ['no JSON', () => unsigned('hello'), 400],
    ['half of an event', () => unsigned(JSON.stringify(message()).slice(0, 300)), 400],
    ['a list', () => unsigned('[]'), 400],
    ['nothing', () => unsigned(''), 400],
  ])('%s', (_name, make, expected) => {
    expect(outcome(make(), PLAIN)).toBe(expected);
  });

  it('lets nobody in when there is no token either, nor with empty ones', () => {
    for (const none of [null, '']) {
      const secrets = { appId: SECRETS.appId, encryptKey: none, verificationToken: none };
      for (const made of [
        unsigned(message()),
        unsigned(withHeader('message-text-group', { token: '' })),
        push(message(), { encryptKey: '' }),
        unsigned(check()),
      ]) {
        expect(open(made.body, made.headers, secrets, SENT)).toMatchObject({ ok: false, status: 401 });
      }
    }
  });
});

describe('whatever comes', () => {
  const headers = fc.dictionary(
    fc.constantFrom('x-lark-signature', 'x-lark-request-nonce', 'x-lark-request-timestamp'),
    fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(String(SENT / 1000)), fc.stringMatching(/^[0-9a-f]{64}$/)),
  );

  it('is an answer, never an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), headers, fc.boolean(), (bytes, said, plain) => {
        expect(open(Buffer.from(bytes), said, plain ? PLAIN : SECRETS, SENT)).toMatchObject({ ok: false });
      }),
    );
    fc.assert(
      fc.property(fc.json(), fc.boolean(), (text, plain) => {
        const made = plain ? unsigned(text) : push(text);
        expect(open(made.body, made.headers, plain ? PLAIN : SECRETS, SENT)).toMatchObject({ ok: false });
      }),
    );
  });

  it('does not get in with one bit changed', () => {
    const made = push(message());
    fc.assert(
      fc.property(fc.nat(made.body.length * 8 - 1), (bit) => {
        const body = Buffer.from(made.body);
        body[bit >> 3] = body[bit >> 3]! ^ (1 << (bit & 7));
        expect(outcome({ ...made, body })).toBe(401);
      }),
    );
  });
});
