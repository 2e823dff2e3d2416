import { describe, expect, it } from 'vitest';
import { lexicon } from '../../src/nlu/lexicon/lexicon.ts';
import { createScan } from '../../src/nlu/lexicon/scan.ts';
import { createUnderstand, understand } from '../../src/nlu/understand.ts';

const ctx = { now: Date.parse('2026-11-20T10:15:00+08:00'), zone: 'Asia/Shanghai' };
const message = (text: string) => ({ text, mentions: [], botOpenId: null });
const read = (text: string) => understand(message(text), ctx);

const LONG = 150_000;
const long = (piece: string): string => piece.repeat(Math.ceil(LONG / piece.length)).slice(0, LONG);

const PASTED = {
  'a report': long('第三季度的渠道数据整体平稳，华东区新增客户一百二十家，退款率略有上升。\n接口在高峰期偶尔超时，已定位到连接池配置。\n'),
  'a mail': long(
    'The migration finished without errors and the dashboards look healthy.\nLatency stayed flat while traffic grew by a third.\n',
  ),
  'a log': long('2026-11-19T23:14:05.123Z ERROR worker[17] connect ECONNREFUSED 10.0.0.12:5432 retry=3 (node:net:1494:16)\n'),
  code: long('function handle(req, res) {\n  const at = new Date(req.body.at);\n  if (!at) return res.status(400).end();\n}\n'),
  'one line': long('数据整体平稳，'),
};

const WISHES: [text: string, want: string][] = [
  ['帮我约明天下午3点的会，讨论下面的数据', 'book'],
  ['book a call tomorrow 3pm for 45 min, topic "Q4 review"', 'book'],
  ['约个会议\n时间：明天下午3点\n主题：复盘', 'book'],
  ['取消明天的周会', 'cancel'],
  ["cancel tomorrow's retro", 'cancel'],
  ['把周会改到后天下午4点', 'move'],
  ['move the retro to Monday 4pm', 'move'],
];

describe.each(Object.entries(PASTED))('around 150 KB of %s', (_, pasted) => {
  it.each(WISHES)('%j is understood above and below it', (wish, want) => {
    const alone = read(wish);
    expect([alone.act, alone.intent.want]).toEqual(['do', want]);
    for (const text of [`${wish}\n\n${pasted}`, `${pasted}\n\n${wish}`, `${pasted}\n \n${wish}\n`]) {
      const { act, intent } = read(text);
      expect({ act, intent }).toEqual({ act: 'do', intent: alone.intent });
    }
  });

  it('nothing is done about it alone', () => {
    expect(read(pasted).act).toBe('none');
  });
});

describe('what stands right beside a long text', () => {
  it('is an instruction above it', () => {
    expect(read(`取消明天的周会\n${PASTED['a log']}`)).toMatchObject({ act: 'do', intent: { want: 'cancel', which: { topic: '周会' } } });
    expect(read(`book a call tomorrow 3pm\n${PASTED['a mail']}`)).toMatchObject({ act: 'do', intent: { want: 'book' } });
  });

  it('goes on in the next lines where one line is not all', () => {
    const form = '约个会议\n时间：明天下午3点\n主题：复盘\n';
    expect(read(`${form}${PASTED['a report']}`)).toMatchObject({ intent: { want: 'book', time: { start: { grain: 'minute' } } } });
  });

  it('is only offered below it, for it may be the end of what was pasted', () => {
    for (const line of ['取消明天的周会', 'cancel the retro', '帮我约明天下午3点的会'])
      expect([line, read(`${PASTED['a log']}\n${line}`).act]).toEqual([line, 'ask']);
  });

  it('is only offered where it is a plan of a meeting and no instruction', () => {
    for (const plan of ['下次会议：周五下午3点', '明天下午3点 周会', 'Friday 3pm roadmap sync'])
      for (const text of [`${PASTED.code}\n\n${plan}`, `${plan}\n\n${PASTED.code}`])
        expect([plan, read(text).act]).not.toEqual([plan, 'do']);
  });
});

it('of 150 KB as much is read as of 15 KB, and less than of a text that is read whole', () => {
  const scan = createScan(lexicon);
  let letters = 0;
  const counting = createUnderstand(lexicon, () => (text) => {
    letters += text.length;
    return scan(text);
  });
  const work = (text: string): number => {
    letters = 0;
    counting(message(text), ctx);
    return letters;
  };
  for (const pasted of Object.values(PASTED)) {
    const short = pasted.slice(0, 15_000);
    expect(work(pasted)).toBeLessThan(1.2 * work(short) + 500);
    expect(work(pasted)).toBeLessThan(8_000);
  }
});
