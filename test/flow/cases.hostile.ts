/** What arrives and was never meant to: at the socket, in an envelope, in an event, in a press, in words. */
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { Act } from '../../src/domain/action.ts';

const POST = 'POST /webhook/event HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';
const chunked = (rest: string, more = ''): string => `${POST}${more}transfer-encoding: chunked\r\n\r\n${rest}`;
const sized = (length: string, body = ''): string => `${POST}content-length: ${length}\r\n\r\n${body}`;
const many = (count: number, of: (n: number) => string): string => Array.from({ length: count }, (_, n) => of(n)).join('');

/** Bytes on a connection of their own, and the status that comes first; null: nothing, or the connection ends without a word. */
export const FRAMES: readonly (readonly [what: string, bytes: string, status: number | null])[] = [
  ['TLS to a plain port', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
  ['HTTP/2 without asking', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ['HTTP/0.9', 'GET /webhook/event\r\n\r\n', 405],
  ['a version that is none', 'POST /webhook/event HTTP/9.9\r\nhost: x\r\n\r\n', 400],
  ['a method with a NUL', 'PO\0ST /webhook/event HTTP/1.1\r\nhost: x\r\n\r\n', 400],
  ['no host', 'POST /webhook/event HTTP/1.1\r\ncontent-length: 0\r\n\r\n', 400],
  ['two hosts', `${POST}host: y\r\ncontent-length: 0\r\n\r\n`, 401],
  ['a tunnel', 'CONNECT a.example:443 HTTP/1.1\r\nhost: a.example\r\n\r\n', null],
  ['TRACE', 'TRACE /webhook/event HTTP/1.1\r\nhost: x\r\n\r\n', 405],
  ['another protocol', `${POST}connection: upgrade\r\nupgrade: websocket\r\ncontent-length: 0\r\n\r\n`, 401],
  ['a whole address', 'POST http://a.example/webhook/event HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n', 404],
  ['a way around', 'POST /x/../webhook/event HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n', 404],
  ['an encoded slash', 'POST /webhook%2Fevent HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n', 404],
  ['an address of 15 KB', `GET /${'a'.repeat(15_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 404],
  ['an address of 100 KB', `GET /${'a'.repeat(100_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 431],
  ['five hundred headers', `${POST}${many(500, (n) => `x${n}: y\r\n`)}content-length: 0\r\n\r\n`, 401],
  ['five thousand headers', `${POST}${many(5000, (n) => `x${n}: y\r\n`)}\r\n`, 431],
  ['the same header a thousand times', `${POST}${many(1000, () => 'x-lark-signature: a\r\n')}\r\n`, 431],
  ['a folded header', `${POST}x: a\r\n b\r\ncontent-length: 0\r\n\r\n`, 400],
  ['a blank before the colon', `${POST}content-length : 5\r\n\r\nhello`, 400],
  ['a NUL in a header', `${POST}x: a\0b\r\n\r\n`, 400],
  ['a length with a sign', sized('+5', 'hello'), 400],
  ['a length twice in one', sized('5, 5', 'hello'), 400],
  ['a length in hex', sized('0x5', 'hello'), 400],
  ['a length beyond all numbers', sized('99999999999999999999'), 400],
  ['a length and chunks', chunked('0\r\n\r\n', 'content-length: 5\r\n'), 400],
  ['chunks twice', chunked('0\r\n\r\n', 'transfer-encoding: chunked\r\n'), 400],
  ['chunks that are not the last coding', `${POST}transfer-encoding: chunked, gzip\r\n\r\n0\r\n\r\n`, 400],
  ['a coding nobody knows', `${POST}transfer-encoding: cow\r\n\r\n`, 400],
  ['a chunk of a negative size', chunked('-1\r\n\r\n'), 400],
  ['a chunk beyond all numbers', chunked('fffffffffffffffff\r\n'), 400],
  ['a chunk shorter than it says', chunked('5\r\nhe\r\n0\r\n\r\n'), 400],
  ['a chunk extension of 100 KB', chunked(`5;${'a'.repeat(100_000)}\r\nhello\r\n0\r\n\r\n`), 413],
  ['trailers of 100 KB', chunked(`0\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`), 431],
  ['a million empty lines', '\r\n'.repeat(50_000), null],
  ['asking to go on, and a body that is too large', `${POST}expect: 100-continue\r\ncontent-length: 2000000\r\n\r\n`, 100],
  ['an expectation nobody knows', `${POST}expect: cow\r\ncontent-length: 0\r\n\r\n`, 417],
  ['fifty at once without a signature', many(50, () => sized('2', '{}')), 401],
];

export interface Keys {
  encryptKey: string;
  token: string;
  appId: string;
  now: number;
}

type Sent = { body: string | Buffer; headers?: Record<string, string | undefined> };

export function seal(plain: string | Buffer, encryptKey: string): Buffer {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(encryptKey).digest(), iv);
  return Buffer.concat([iv, cipher.update(plain), cipher.final()]);
}

const sealed = (plain: string | Buffer, k: Keys): string => JSON.stringify({ encrypt: seal(plain, k.encryptKey).toString('base64') });
const header = (k: Keys, more: object = {}): object => ({
  ...{ event_id: 'e1', event_type: 'im.message.receive_v1', create_time: String(k.now), token: k.token, app_id: k.appId },
  ...more,
});
const envelope = (k: Keys, more: object = {}): string => JSON.stringify({ schema: '2.0', header: header(k, more), event: {} });

/** Envelopes, signed with the right key unless a header says otherwise, and the status. */
export const ENVELOPES: readonly (readonly [what: string, make: (keys: Keys) => Sent, status: number])[] = [
  ['nothing', () => ({ body: '' }), 400],
  ['null', () => ({ body: 'null' }), 400],
  ['a list', () => ({ body: '[]' }), 400],
  ['a number that is encrypted', () => ({ body: '{"encrypt":5}' }), 400],
  ['a list that is encrypted', () => ({ body: '{"encrypt":["a"]}' }), 400],
  ['not base64', () => ({ body: '{"encrypt":"%%%%"}' }), 400],
  ['an IV and nothing behind it', () => ({ body: JSON.stringify({ encrypt: randomBytes(16).toString('base64') }) }), 400],
  ['half a block', () => ({ body: JSON.stringify({ encrypt: randomBytes(40).toString('base64') }) }), 400],
  ['blocks of chance', () => ({ body: JSON.stringify({ encrypt: randomBytes(64).toString('base64') }) }), 400],
  ['another key inside', (k) => ({ body: sealed(envelope(k), { ...k, encryptKey: 'other' }) }), 400],
  ['no JSON inside', (k) => ({ body: sealed('{', k) }), 400],
  ['bytes that are no text', (k) => ({ body: sealed(Buffer.from([0xff, 0xfe, 0x00, 0xd8]), k) }), 400],
  ['an envelope in an envelope', (k) => ({ body: sealed(sealed(envelope(k), k), k) }), 401],
  ['encrypted twice over in one body', (k) => ({ body: `{"encrypt":"a",${sealed(envelope(k), k).slice(1)}` }), 200],
  ['a byte order mark', (k) => ({ body: `\uFEFF${sealed(envelope(k), k)}` }), 400],
  ['a hundred thousand brackets inside', (k) => ({ body: sealed('['.repeat(100_000), k) }), 400],
  ['fifty thousand objects deep', (k) => ({ body: sealed(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`, k) }), 401],
  ['a prototype', (k) => ({ body: sealed(`{"__proto__":${envelope(k)}}`, k) }), 401],
  ['a header that is text', (k) => ({ body: sealed('{"header":"x"}', k) }), 401],
  ['a token that is a list', (k) => ({ body: sealed(envelope(k, { token: [k.token] }), k) }), 401],
  ['a token with a NUL behind it', (k) => ({ body: sealed(envelope(k, { token: `${k.token}\0` }), k) }), 401],
  ['a token in another case', (k) => ({ body: sealed(envelope(k, { token: k.token.toUpperCase() }), k) }), 401],
  ['a token of 1 MB', (k) => ({ body: sealed(envelope(k, { token: 'a'.repeat(500_000) }), k) }), 401],
  ['another app', (k) => ({ body: sealed(envelope(k, { app_id: 'cli_0000000000000000' }), k) }), 401],
  ['an app that is a list', (k) => ({ body: sealed(envelope(k, { app_id: [k.appId] }), k) }), 401],
  ['an age of a day', (k) => ({ body: sealed(envelope(k, { create_time: String(k.now - 86_400_000) }), k) }), 401],
  ['tomorrow', (k) => ({ body: sealed(envelope(k, { create_time: String(k.now + 86_400_000) }), k) }), 401],
  ['no type', (k) => ({ body: sealed(envelope(k, { event_type: undefined }), k) }), 400],
  ['a type that is a list', (k) => ({ body: sealed(envelope(k, { event_type: ['im.message.receive_v1'] }), k) }), 400],
  ['a type nobody knows', (k) => ({ body: sealed(envelope(k, { event_type: 'constructor' }), k) }), 200],
  ['a signature in capitals', (k) => ({ body: sealed(envelope(k), k), headers: { 'x-lark-signature': 'A'.repeat(64) } }), 401],
  ['a signature of the wrong length', (k) => ({ body: sealed(envelope(k), k), headers: { 'x-lark-signature': 'ab' } }), 401],
  ['no nonce', (k) => ({ body: sealed(envelope(k), k), headers: { 'x-lark-request-nonce': undefined } }), 401],
  ['a time that is none', (k) => ({ body: sealed(envelope(k), k), headers: { 'x-lark-request-timestamp': '1e9' } }), 401],
  ['unsigned, and small', (k) => ({ body: sealed(envelope(k), k), headers: { 'x-lark-signature': undefined } }), 401],
  [
    'an address check with another token',
    (k) => ({ body: sealed('{"type":"url_verification","token":"x","challenge":"c"}', k), headers: { 'x-lark-signature': undefined } }),
    401,
  ],
  [
    'an address check whose challenge is a list',
    (k) => ({ body: sealed(JSON.stringify({ type: 'url_verification', token: k.token, challenge: ['c'] }), k) }),
    400,
  ],
];

/** What the event of a message holds, on top of what is right. All are authentic, and none may do anything. */
export const EVENTS: readonly (readonly [what: string, message: Record<string, unknown>, sender?: unknown])[] = [
  ['content that is no JSON', { content: '{' }],
  ['content that is a list', { content: '["@_user_1 明天3点 周会"]' }],
  ['content that is an object', { content: { text: '@_user_1 明天3点 周会' } }],
  ['text that is an object', { content: '{"text":{"a":1}}' }],
  ['content ten thousand deep', { content: `{"text":${'['.repeat(10_000)}${']'.repeat(10_000)}}` }],
  ['no id', { message_id: undefined }],
  ['an id that leads elsewhere', { message_id: 'om_../../reserves/1' }],
  ['an id with a blank', { message_id: 'om_a b' }],
  ['an id that is a number', { message_id: 5 }],
  ['an id of 10 KB', { message_id: `om_${'a'.repeat(10_000)}` }],
  ['no chat', { chat_id: undefined }],
  ['a chat that leads elsewhere', { chat_id: 'oc_x/../../v1' }],
  ['a chat of a kind nobody knows', { chat_type: 'universe' }],
  ['a kind of message nobody knows', { message_type: 'hologram' }],
  ['a kind that is everybody’s', { message_type: '__proto__' }],
  ['mentions that are an object', { mentions: { a: 1 } }],
  ['mentions of nobody', { mentions: [null, 5, {}, { key: 5 }, { key: '@_user_1', id: null }] }],
  ['no sender', {}, undefined],
  ['a sender who is a list', {}, []],
  ['a sender whose id is text', {}, { sender_id: 'ou_x', sender_type: 'user' }],
  ['a sender who is an app', {}, { sender_id: { open_id: 'ou_app' }, sender_type: 'app' }],
  ['a sender with a long name', {}, { sender_id: { open_id: `ou_${'a'.repeat(5000)}` }, sender_type: 'user' }],
];

/** Every act, as a button of that meeting's card would carry it. The compiler asks for new ones. */
export const ACTS: Record<Act['act'], Record<string, unknown>> = {
  show: {},
  refresh: {},
  cancel: { sure: true },
  keep: {},
  undo: {},
  snooze: {},
  absent: {},
  who: {},
  change: {},
  invitation: {},
  again: {},
  attendance: {},
  share: {},
  other_time: { start: 1 },
  extend: { minutes: 30 },
  list: { scope: 'chat', span: 'all', page: 0 },
  help: {},
  new: {},
  settings: {},
  admin: {},
  replay: { job: 'om_1' },
  retry: {},
  accept: { offer: 'x' },
  amend: { offer: 'x' },
  decline: { offer: 'x' },
  zone_is: {},
  zone_other: {},
  zone_set: { zone: 'GMT+08:00' },
  submit_book: { chatId: 'oc_elsewhere' },
  submit_change: {},
  submit_settings: { scope: 'chat' },
  submit_share: {},
  submit_close: {},
  series_next: { series: 's1' },
  series_skip: { series: 's1' },
  series_shift: { series: 's1', day: '2026-02-30' },
  series_change: { series: 's1' },
  series_stop: { series: 's1', sure: true },
  series_keep: { series: 's1' },
  submit_series: { series: 's1' },
};

const DEEP = JSON.parse(`${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`) as unknown;

/** What a press carries that no card of ours ever showed. */
export const PRESSES: readonly (readonly [what: string, action: Record<string, unknown>])[] = [
  ['nothing', {}],
  ['a value that is text', { value: 'cancel' }],
  ['a value that is a list', { value: [{ act: 'cancel' }] }],
  ['a value three thousand deep', { value: { act: 'cancel', id: DEEP } }],
  ['an act that everything has', { value: { act: 'constructor' } }],
  ['an act that is a list', { value: { act: ['cancel'], id: 'm1' } }],
  ['an act with a prototype', { value: JSON.parse('{"__proto__":{"act":"cancel","id":"m1","sure":true}}') }],
  ['an id that leads elsewhere', { value: { act: 'cancel', id: '../../m1', sure: true } }],
  ['an id of 1 MB', { value: { act: 'show', id: 'a'.repeat(200_000) } }],
  ['a name that is no form’s', { name: 'change__../../x' }],
  ['a name with two arguments', { name: 'change__m1__m2', form_value: { topic: 'x' } }],
  ['an overflow that is no JSON', { tag: 'overflow', option: '{' }],
  ['an overflow that is a list', { tag: 'overflow', option: '["cancel"]' }],
  ['a tag nobody knows', { tag: 'hologram', value: { act: 'help' } }],
  ['a tag that is an object', { tag: {}, value: { act: 'help' } }],
  ['minutes beyond all numbers', { value: { act: 'extend', id: 'm1', minutes: 1e308 } }],
  ['minutes that are negative', { value: { act: 'extend', id: 'm1', minutes: -30 } }],
  ['minutes that are text', { value: { act: 'extend', id: 'm1', minutes: '30' } }],
  ['a page beyond all numbers', { value: { act: 'list', scope: 'mine', span: 'all', page: 9e15 } }],
  [
    'two hundred thousand options',
    { tag: 'multi_select_static', options: Array.from({ length: 20_000 }, () => 'x'), value: { act: 'help' } },
  ],
  ['a zone that is none', { timezone: 'GMT+08:00', value: { act: 'help' } }],
  ['a zone that is an object', { timezone: {}, value: { act: 'help' } }],
  ['an input of 400 KB', { tag: 'input', input_value: 'x'.repeat(400_000), value: { act: 'help' } }],
];

/** What a booking form hands in, on top of what it showed. */
export const FORMS: readonly (readonly [what: string, values: Record<string, unknown>])[] = [
  ['a day that is none', { start: '2026-02-30 10:00 +0800' }],
  ['an hour that is none', { start: '2026-11-30 25:61 +0800' }],
  ['a year beyond all years', { start: '99999-01-01 10:00 +0800' }],
  ['a time that is an object', { start: { a: 1 } }],
  ['a time in another zone than there is', { start: '2026-11-30 10:00 +9999' }],
  ['a length that is a word', { minutes: 'constructor' }],
  ['a length beyond all numbers', { minutes: '1e308' }],
  ['a length below nothing', { minutes: '-60' }],
  ['a password of letters', { password: "'; drop table jobs; --" }],
  ['a password in other digits', { password: '१२३४' }],
  ['a password that is a list', { password: ['1234'] }],
  ['hosts that are text', { hosts: 'ou_x' }],
  ['hosts that lead elsewhere', { hosts: ['../../x', 5, null, {}] }],
  ['five thousand hosts', { hosts: Array.from({ length: 5000 }, (_, n) => `ou_${n}`) }],
  ['a topic that is an object', { topic: { toString: 'x' } }],
  ['a field that everything has', { __proto__: { topic: 'x' }, constructor: 'x', toString: 'x' }],
];

/** Words as a topic, and what of them arrives at the platform. */
export const TOPICS: readonly (readonly [what: string, topic: string, arrives: string])[] = [
  ['direction marks', '周\u202e会\u2066甲\u2069', '周会甲'],
  ['a sign that nobody sees', '周\u200b会\u2060\ufeff', '周会'],
  ['joined people', '聚餐👨\u200d👩\u200d👧', '聚餐👨\u200d👩\u200d👧'],
  ['markup', '预算<font color=red>x</font>甲', '预算<font color=red>x</font>甲'],
  ['a link of Markdown', '[点我](javascript:alert(1))', '[点我](javascript:alert(1))'],
  ['a template', '$' + '{process.env.HOME}{{7*7}}', '$' + '{process.env.HOME}{{7*7}}'],
  ['a name that everything has', 'constructor', 'constructor'],
];
