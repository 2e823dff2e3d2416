/** Whatever was done to a meeting is in the audit trail, with the deed: by words, by a button, by taking it back, by its series. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { type ChatMessage, Line, type Person, read } from '../helpers/line.ts';

let line: Line;
let admin: Person;
let user: Person;
let group: string;
const seen = new Set<string>();
let last: ChatMessage;

beforeAll(async () => {
  line = await Line.start();
  [admin, user] = [line.person('李娜'), line.person('王芳')];
  group = line.group(admin, user);
  await line.restart({ admins: [admin.open_id] });
});
afterAll(() => line.stop());

/** What was written since the last look. */
async function written(): Promise<string[]> {
  await line.settle();
  const store = await openStore(line.config().databaseUrl, line.clock, { beside: true });
  const all: string[] = [];
  for await (const { key, personId, did, meetingNo, fields } of store.audit.since(0)) {
    if (seen.has(key)) continue;
    seen.add(key);
    expect(personId).toBe(user.open_id);
    all.push([did, meetingNo === '' ? 'series' : 'meeting', ...fields].join(' '));
  }
  await store.close();
  return all.sort();
}

const says = (text: string) => async (): Promise<void> => {
  last = await line.ask(user, group, text);
};
const presses = (label: string) => async (): Promise<void> => {
  await line.press(user, last, label);
};
/** It is done, and nobody can be told. */
const unheard = (text: string) => async (): Promise<void> => {
  await line.post('faults', { api: [{ method: 'POST', path: '/messages', mode: 'code', code: 230013 }] });
  await line.advance(1000);
  await line.say(user, group, `@${line.world.app.name} ${text}`);
  await line.settle();
  await line.post('faults', {});
};

it.each<[string, () => Promise<void>, string[]]>([
  ['a booking', says('明天下午3点 预算会'), ['booked meeting']],
  ['taken back by its button', presses('撤销预约'), ['cancelled meeting']],
  ['another one', says('明天下午4点 复盘'), ['booked meeting']],
  ['taken back in words', says('撤销'), ['cancelled meeting']],
  ['a third one', says('明天下午5点 评审'), ['booked meeting']],
  ['moved', says('评审改到6点'), ['changed meeting time']],
  ['and back', says('撤销'), ['changed meeting time']],
  ['cancelled', says('取消评审'), ['cancelled meeting']],
  ['and booked again', says('撤销'), ['booked meeting']],
  ['cancelled without an answer', unheard('取消评审'), ['cancelled meeting']],
  ['booked without an answer', unheard('后天下午5点 评审'), ['booked meeting']],
  ['a series', says('每周一上午10点 周会'), ['booked meeting', 'booked series']],
  ['all of it moved', says('周会以后都改到11点'), ['changed meeting time', 'changed series time']],
  ['one day skipped', says('跳过下次周会'), ['cancelled meeting', 'changed series day']],
  ['stopped', says('以后的周会都取消'), ['cancelled series']],
])('%s', async (_, work, entries) => {
  await work();
  expect(await written()).toEqual(entries);
});

it.each([
  ['谁取消的', 'zh_cn', /整个系列[\s\S]*取消了[\s\S]*改了[\s\S]*其中一天[\s\S]*约了/],
  ['who cancelled it?', 'en_us', /the whole series[\s\S]*cancelled it[\s\S]*changed it[\s\S]*one day of it[\s\S]*booked it/],
] as const)('%s, under what was said of the series, tells all of it', async (text, lang, told) => {
  const all = await line.messages(admin, group);
  const spoken = all.filter((one) => one.sender.type === 'app' && !one.ephemeral && /系列会议|以后每周一/.test(read(one)));
  expect(spoken.length).toBeGreaterThan(1);
  for (const one of spoken) expect(read(await line.ask(admin, group, text, { parent_id: one.message_id }), lang)).toMatch(told);
});
