/** Rows that another version, a restored copy or a hand has written: one of them never breaks somebody's message. */
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buttons, Line, type Person, read } from '../helpers/line.ts';

let line: Line;
let person: Person;
let colleague: Person;
let group: string;

beforeAll(async () => {
  line = await Line.start();
  [person, colleague] = [line.person('李娜'), line.person('王芳')];
  group = line.group(person, colleague);
});
afterAll(() => line.stop());

function write(table: 'settings' | 'conversations', data: string): void {
  const db = new Database(join(line.dir, 'bot.db'));
  db.pragma('busy_timeout = 5000');
  const put =
    table === 'settings'
      ? db.prepare('insert into settings values (?, ?) on conflict (owner_id) do update set data = excluded.data')
      : db.prepare('insert into conversations values (?, ?, ?, ?) on conflict (chat_id, person_id) do update set data = excluded.data');
  for (const owner of [person.open_id, `spoken:${person.open_id}`, colleague.open_id, group])
    put.run(table === 'settings' ? [owner, data] : [group, owner, line.clock.now(), data]);
  db.close();
}

const NO_SHAPE = ['', '{', '[]', 'null', '5', '"x"', '{}', '{"__proto__":{"zone":"GMT+08:00"}}'];

const SETTINGS = [
  ...NO_SHAPE,
  '{"zone":"GMT+08:00","zoneFrom":"picker"}',
  '{"zone":5,"minutes":"60","lang":"fr_fr","join":"muted","record":"yes","password":7,"access":{},"remind":[],"invite":null}',
  '{"minutes":-5,"remind":100000,"join":{"mic":true},"zone":"Mars/Olympus","lang":""}',
  `{"zone":"${'x'.repeat(5000)}","minutes":1e308}`,
];

it.each(SETTINGS.map((data, n) => [data.slice(0, 60), n] as const))('settings: %s', async (_, n) => {
  const data = SETTINGS[n]!;
  write('settings', data);
  const topic = `坏行${n}`;
  const card = await line.ask(person, group, `后天下午3点到4点 ${topic}`);
  expect(read(card)).toContain('15:00–16:00 (UTC+8)');
  expect(read(await line.ask(person, line.direct(person), '设置'))).toContain('我的设置');
  // What it holds is set anew by whoever wants it otherwise.
  await line.ask(person, line.direct(person), '时区东京');
  expect(read(await line.ask(person, group, `后天下午3点到4点 ${topic}二`))).toContain('UTC+9');
  await line.ask(person, line.direct(person), '时区上海');
});

const OTHER = ['{"done":5,"offered":"x"}', '{"deeds":[null]}', '{"did":[{}],"offers":{"a":1}}'];

it.each([...NO_SHAPE, ...OTHER])('conversation: %s', async (data) => {
  write('conversations', data);
  expect(buttons(await line.ask(person, group, '后天上午9点 站会')).length).toBeGreaterThan(0);
  write('conversations', data);
  expect(read(await line.ask(person, group, '撤销'))).not.toBe('');
  write('conversations', data);
  expect(read(await line.ask(person, group, '不对，是4点'))).not.toBe('');
});
