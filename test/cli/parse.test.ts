import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../src/cli/parse.ts';
import { whole } from './cases.whole.ts';

const NOW = '2026-11-20T10:15:00+08:00';

async function run(argv: string[], chunks: (string | Uint8Array)[] = []): Promise<{ code: number; out: string }> {
  async function* stdin(): AsyncGenerator<string | Uint8Array> {
    yield* chunks;
  }
  let out = '';
  const code = await parseCommand(argv, { stdin: stdin(), stdout: { write: (text) => (out += text) }, now: () => Date.parse(NOW) });
  return { code, out };
}

const ask = async (text: string, tz = 'Asia/Shanghai', more: object = {}): Promise<Record<string, unknown>> => {
  const { code, out } = await run([], [`${JSON.stringify({ id: 'x', text, now: NOW, tz, ...more })}\n`]);
  expect(code).toBe(0);
  return JSON.parse(out) as Record<string, unknown>;
};

describe('parse', () => {
  it('answers a whole message', async () => {
    const { intent, ...read } = await ask('@会议助手 每周一下午3点到4点半 "周会" 密码1234 主持人 @张三 录制');
    expect(intent).toMatchObject({
      want: 'book',
      now: false,
      slots: { topic: '周会', password: '1234', hosts: [{ name: '张三' }], record: true },
    });
    expect(read).toEqual({
      start: '2026-11-23T15:00:00+08:00',
      end: '2026-11-23T16:30:00+08:00',
      durationSec: null,
      topic: '周会',
      password: '1234',
      hosts: ['张三'],
      record: true,
      recurring: 'FREQ=WEEKLY;BYDAY=MO',
      act: 'do',
    });
  });

  it.each<[string, object]>([
    ['帮助', { start: null, end: null, durationSec: null, topic: null, password: null, hosts: [], record: null, recurring: null }],
    ['明天 需求评审', { start: '2026-11-21', end: null, topic: '需求评审' }],
    ['明天下午 评审会', { start: '2026-11-21', topic: '评审会' }],
    ['开个半小时的会', { start: null, end: null, durationSec: 1800, topic: null }],
    ['明天3点 周会 不录制 免密', { record: false, password: null }],
    ['把周会改到明天下午3点', { start: '2026-11-21T15:00:00+08:00', topic: '周会' }],
    ['取消会议 123456789', { start: null, end: null, durationSec: null, topic: null }],
  ])('%s', async (text, expected) => {
    expect(await ask(text)).toMatchObject(expected);
  });

  it.each<[string, object, string]>([
    ['周会推迟半小时', { want: 'move', which: { by: 'topic', topic: '周会' }, shift: 30 }, 'do'],
    ['延长30分钟', { want: 'extend', which: { by: 'context' }, minutes: 30 }, 'do'],
    ['把周会改到明天下午3点', { want: 'move', time: { start: { grain: 'minute', at: Date.parse('2026-11-21T15:00:00+08:00') } } }, 'do'],
    ['帮助', { want: 'help', because: 'asked' }, 'do'],
    ['今天天气不错', { want: 'help', because: 'unknown' }, 'none'],
  ])('%s: says what is wanted and whether it is done', async (text, intent, act) => {
    expect(await ask(text)).toMatchObject({ intent, act });
  });

  it('knows who is mentioned and which mention is the bot', async () => {
    const mentions = [
      { key: '@_user_1', openId: 'ou_bot', name: '会议助手' },
      { key: '@_user_2', openId: 'ou_lina', name: '李娜' },
      { key: 7 },
    ];
    const { intent } = await ask('@_user_1 让 @_user_2 当主持人', 'Asia/Shanghai', { mentions, botOpenId: 'ou_bot' });
    expect(intent).toMatchObject({ want: 'change', slots: { hosts: [{ name: '李娜', openId: 'ou_lina' }] } });
  });

  it('shows times as the asker’s clocks show them', async () => {
    expect(await ask('tomorrow 9am Tokyo time', 'Europe/London')).toMatchObject({ start: '2026-11-21T00:00:00+00:00' });
    expect(await ask('tomorrow 9am', 'Asia/Kolkata')).toMatchObject({ start: '2026-11-21T09:00:00+05:30' });
  });

  it('answers every line in order, however the bytes arrive', async () => {
    const rows = ['明天3点 周会', 'hi', 'tomorrow 3pm sync'].map((text, id) => JSON.stringify({ id, text, now: NOW, tz: 'Asia/Shanghai' }));
    const bytes = new TextEncoder().encode(rows.join('\n'));
    const { code, out } = await run(
      [],
      Array.from(bytes, (byte) => Uint8Array.of(byte)),
    );
    expect(code).toBe(0);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { topic: string | null }).topic),
    ).toEqual(['周会', null, 'sync']);
  });

  it.each(['not json', '[]', 'null', '{}', '{"text":7}'])('answers %s with an error in its place', async (line) => {
    const { code, out } = await run([], [`${line}\n`]);
    expect(code).toBe(0);
    const answer = JSON.parse(out) as { error?: string; start: null; act: string };
    expect(answer.error).toBeTypeOf('string');
    expect(answer.start).toBeNull();
    expect(answer.act).toBe('none');
  });

  it('reads on with a clock or a zone that makes no sense', async () => {
    const { out } = await run([], ['{"text":"明天3点 周会","now":"soon","tz":"Mars/Base"}']);
    expect(JSON.parse(out)).toMatchObject({ start: '2026-11-21T15:00:00+08:00', topic: '周会' });
  });

  it('says nothing for nothing', async () => {
    expect(await run([], ['\n\n'])).toEqual({ code: 0, out: '' });
  });
});

describe('whole messages', () => {
  /** `11-21T15:00-16:00`, `11-21`, `+45` or nothing. */
  const when = ({ start, end, durationSec }: Record<string, unknown>): string => {
    const from = typeof start === 'string' ? start.slice(5, 16) : '';
    const minutes = typeof durationSec === 'number' ? durationSec / 60 : null;
    const last =
      typeof end === 'string'
        ? end
        : from.length > 5 && minutes !== null
          ? new Date(Date.parse(`2026-${from}:00Z`) + minutes * 60_000).toISOString()
          : null;
    if (last !== null) return `${from}-${last.length > 10 ? last.slice(11, 16) : last.slice(5)}`;
    return minutes === null ? from : `${from}+${minutes}`;
  };

  it.each(whole)('%s: %s', async (text, expected) => {
    expect(when(await ask(text))).toBe(expected);
  });
});

describe('parse --explain', () => {
  it('tells what is wanted, the time, what was assumed, and the steps', async () => {
    const { code, out } = await run(['--explain', '明天3点 周会 密码2468', '--now', NOW, '--zone', 'Asia/Tokyo']);
    expect(code).toBe(0);
    expect(out).toMatch(/wants\s+book/);
    expect(out).toMatch(/start\s+2026-11-21T15:00:00\+09:00/);
    expect(out).toMatch(/assumed\s+afternoon/);
    expect(out).toMatch(/steps/);
    expect(out).toMatch(/steps[\s\S]*topic\s+周会/);
  });

  it.each([
    [
      '取消明天的周会',
      [
        'wants     cancel',
        'the one called “周会”, starting 2026-11-21T00:00:00+08:00',
        '取消    command',
        'start     2026-11-21 Sat, no clock',
      ],
    ],
    ['我的会议', ['wants     list', 'of        the asker', 'list  我的会议']],
    ['cancle standup', ['suggests  cancel', 'typo  cancle → cancel']],
    ['讨论3点建议', ['because   unknown', 'nothing']],
    ['默认45分钟，时区东京', ['for       the asker', 'zone      Asia/Tokyo', 'minutes   45']],
    ['周会改到明天3点并录制', ['wants     move', 'record    yes', 'or else   2026-11-21T03:00:00+08:00 Sat']],
    ['下周三前 周会', ['2026-11-25 Wed, no clock', 'the topic is in it']],
    ['25点开会', ['problems  no_such_time']],
  ])('%s: shows every word and what became of it', async (text, shown) => {
    const { out } = await run(['--explain', text, '--now', NOW]);
    for (const words of shown) expect(out).toContain(words);
    expect(out).toMatch(/\nwords\n {2}\S/);
  });

  it.each([
    ['取消明天3点的周会', /could mean\n {2}cancel +sure: .+; chosen\n {2}\S+ +\w+: .+; runner-up, lost: cancel wins over \S+\n/],
    ['明天见', /act +nothing is done[\s\S]*could mean\n {2}talk /],
    ['明天3点 周会', /act +done at once[\s\S]*could mean\n {2}book\.timed +\w+: .+; chosen\n/],
  ])('%s: shows what else it could have meant, and why it does not', async (text, shown) => {
    const { out } = await run(['--explain', text, '--now', NOW]);
    expect(out).toMatch(shown);
  });

  it('takes its options with an equals sign, too', async () => {
    const { out } = await run([`--explain=tomorrow 3pm`, `--now=${NOW}`, '--zone=UTC']);
    expect(out).toMatch(/start\s+2026-11-21T15:00:00\+00:00/);
  });
});
