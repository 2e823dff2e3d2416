import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/observability/log.ts';

const SECRET = 'PLANTED/secret+"key"';

function logged(write: (log: ReturnType<typeof createLog>) => void, level = 'info'): { text: string; lines: Record<string, unknown>[] } {
  const lines: string[] = [];
  const log = createLog(level, { secrets: [SECRET, null, undefined, 'ab'], write: (line) => lines.push(line) });
  write(log);
  return { text: lines.join(''), lines: lines.map((line) => JSON.parse(line)) };
}

describe('the log', () => {
  it('is one JSON object a line, with level in words', () => {
    const { lines } = logged((log) => log.info({ id: 'om_1', ms: 5, nested: { a: [1, null, true] } }, 'done'));
    expect(lines).toMatchObject([
      { level: 'info', id: 'om_1', ms: 5, nested: { a: [1, null, true] }, msg: 'done', time: expect.any(Number) },
    ]);
  });

  it('keeps to its level', () => {
    expect(logged((log) => log.debug({}, 'x')).lines).toEqual([]);
    expect(logged((log) => log.debug({}, 'x'), 'debug').lines).toHaveLength(1);
    expect(logged((log) => log.fatal({}, 'x'), 'silent').lines).toEqual([]);
  });

  it.each<[string, (log: ReturnType<typeof createLog>) => void]>([
    ['a field', (log) => log.info({ app: SECRET }, 'x')],
    ['a field within', (log) => log.info({ a: { b: { c: [{ d: SECRET }] } } }, 'x')],
    ['the message', (log) => log.info({}, `with ${SECRET}`)],
    ['an address', (log) => log.info({ url: `https://x.y/?key=${encodeURIComponent(SECRET)}` }, 'x')],
    ['the name of a field', (log) => log.info({ [SECRET]: 1 }, 'x')],
    ['what a child always says', (log) => log.child({ key: SECRET }).info({}, 'x')],
    ['an error', (log) => log.error({ err: new Error(`for ${SECRET}`) }, 'x')],
    ['an error alone', (log) => log.error(new Error(`for ${SECRET}`))],
    [
      'an error under another name, with its request',
      (log) => log.error({ cause: Object.assign(new Error('x'), { config: { headers: { Authorization: 'PLANTED' } } }) }, 'x'),
    ],
    [
      'an error within, with its request',
      (log) => log.error({ a: { reason: Object.assign(new Error('x'), { toJSON: () => ({ data: 'PLANTED' }) }) } }, 'x'),
    ],
    ['an access token', (log) => log.info({ said: 'Bearer t-g1044ghJRUIJJ5PLANTEDPLANTED' }, 'sent t-g1044ghJRUIJJ5PLANTEDPLANTED')],
    ['a meeting’s password', (log) => log.info({ meeting: { password: 'PLANTED' } }, 'x')],
    ['a message’s words', (log) => log.info({ incoming: { text: 'PLANTED' }, message: { content: 'PLANTED' }, topic: 'PLANTED' }, 'x')],
    ['a body', (log) => log.info({ body: 'PLANTED', response: { body: ['PLANTED'] }, payload: { a: 'PLANTED' } }, 'x')],
    ['headers', (log) => log.info({ request: { headers: { 'x-lark-signature': 'PLANTED' } } }, 'x')],
  ])('never holds a secret: %s', (_name, write) => {
    const { text, lines } = logged(write);
    expect(lines).toHaveLength(1);
    expect(text).not.toContain('PLANTED');
  });

  it('reduces an error to message, code and stack', () => {
    const err = Object.assign(new Error('no route'), { code: 'EHOSTUNREACH', config: { a: 1 }, errno: -113 });
    const { lines } = logged((log) => log.error({ err }, 'call failed'));
    expect(lines[0]!.err).toEqual({ message: 'no route', code: 'EHOSTUNREACH', stack: err.stack });
  });

  it('survives what is no plain data', () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    const { lines } = logged((log) => {
      log.info(loop, 'a loop');
      log.info({ big: 10n, fn: () => 1, sym: Symbol('x'), date: new Date(0), map: new Map([[1, 2]]) }, 'odd');
      log.info({ err: 'only a string' }, 'x');
    });
    expect(lines.map((line) => line.msg)).toEqual(['a loop', 'odd', 'x']);
  });
});
