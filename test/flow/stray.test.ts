/** Another client of the same app is connected somewhere: it takes some of the events, and nobody would know. */
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { Line, type Person, read } from '../helpers/line.ts';

const MINUTE = 60_000;
const TOPICS = ['晨会', '评审', '复盘', '选型'] as const;

let line: Line;
let admin: Person;

beforeAll(async () => {
  line = await Line.start();
  admin = line.person('李娜');
  await line.restart({ admins: [admin.open_id] });
});
afterAll(() => line.stop());

it('is told to administrators once events go missing while others come', async () => {
  const chat = line.direct(admin);
  const join = async (topic: string): Promise<void> => {
    const reserve = (await line.reserves()).find((one) => one.topic === topic)!;
    await line.post('meetings/join', { as: admin.open_id, reserve_id: reserve.id });
  };
  const notes = async (): Promise<string> => JSON.stringify(await (await fetch(`${line.app.url}/readyz`)).json());
  for (const topic of TOPICS) await line.ask(admin, chat, `现在开会 ${topic}`);
  await join(TOPICS[0]);
  await line.settle();
  expect(read(await line.ask(admin, chat, '诊断'))).not.toContain('停掉旧服务器');

  await line.post('faults', { deliveries: [{ match: 'vc.*', mode: 'drop' }] });
  for (const topic of TOPICS.slice(1)) await join(topic);
  for (let n = 0; n < 4; n++) {
    await line.advance(MINUTE);
    await line.settle();
  }
  const told = read(await line.ask(admin, chat, '诊断'));
  expect(told).toContain('长连接');
  expect(told).toMatch(/最近有 3 个会议事件没有送到这里，别的却送到了[\s\S]*停掉旧服务器/);
  expect(await notes()).toContain('another client of this app is probably connected');
});

it('is told once to administrators where no event of a meeting ever came, and the cards are right without', async () => {
  const own = await Line.start();
  onTestFinished(() => own.stop());
  await own.restart({ admins: [own.person('王芳').open_id] });
  await own.post('faults', { deliveries: [{ match: 'vc.*', mode: 'drop' }] });
  const [person, boss] = [own.person('李娜'), own.person('王芳')];
  const chat = own.direct(person);
  const told = async () => (await own.messages(boss, own.direct(boss))).filter((one) => read(one).includes('vc:meeting.meetingevent:read'));
  for (const topic of TOPICS) {
    const card = await own.ask(person, chat, `现在开会 ${topic}`);
    const reserve = (await own.reserves()).find((one) => one.topic === topic)!;
    await own.post('meetings/join', { as: person.open_id, reserve_id: reserve.id });
    await own.advance(MINUTE);
    await own.settle();
    await own.shows(person, chat, card.message_id, '进行中');
    expect(await told()).toHaveLength(TOPICS.indexOf(topic) < 2 ? 0 : 1);
  }
});
