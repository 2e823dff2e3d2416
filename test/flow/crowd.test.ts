/** Many things at once: people go first, and nobody takes all. */
import { expect, it, onTestFinished } from 'vitest';
import { redrawJob } from '../../src/bot/job-kinds.ts';
import { openStore } from '../../src/store/open.ts';
import { type ChatMessage, Line, read } from '../helpers/line.ts';
import { meetingAt } from '../store/meetings.ts';

const MINUTE = 60_000;

it('700 meetings that begin in one minute make nobody wait', { timeout: 120_000 }, async () => {
  const line = await Line.start({ logLevel: 'error' });
  onTestFinished(() => line.stop());
  const person = line.person('李娜');
  const chat = line.direct(person);
  const card = await line.ask(person, chat, '后天下午3点 评审会');
  await line.advance(6 * MINUTE);
  await line.settle();
  const beside = await openStore(line.config().databaseUrl, line.clock, { beside: true });
  const now = line.clock.now();
  for (let n = 0; n < 700; n++) {
    const id = `m${n}`;
    await beside.meetings.add({ ...meetingAt(now), id, reserveId: String(n), meetingNo: String(n) }, `none${n}`, []);
    await beside.meetings.addCard({
      messageId: card.message_id.slice(0, -5) + String(10_000 + n),
      meetingId: id,
      // Each in a chat of its own: one chat takes five a second, whoever asks.
      chatId: chat.slice(0, -5) + String(10_000 + n),
      sentAt: now,
    });
  }
  await beside.jobs.add(Array.from({ length: 700 }, (_, n) => redrawJob(`m${n}`, now + MINUTE)));
  await beside.close();

  const patches = async () => (await line.calls('im/v1/messages/')).filter((call) => call.method === 'PATCH');
  await line.advance(MINUTE + 2000);
  const pressed = line.clock.now();
  await line.press(person, card, '延长 15 分钟');
  await line.until(
    async () => (await patches()).find((call) => call.path.includes(card.message_id) && call.at >= pressed),
    'the pressed card to follow',
  );
  const mine = (await patches()).find((call) => call.path.includes(card.message_id) && call.at >= pressed)!;
  expect(mine.at - pressed).toBeLessThan(5000);
  const asked = line.clock.now();
  await line.say(person, chat, '帮助');
  const help = await line.until(
    async () => (await line.calls('/reply')).find((call) => JSON.stringify(call.request).includes('我能帮你做什么')),
    'the help',
  );
  expect(help.at - asked).toBeLessThan(5000);
});

it('books no more in an hour than the quota, and says so kindly', async () => {
  const line = await Line.start({ quotaPerson: 2, quotaChat: 3 });
  onTestFinished(() => line.stop());
  const [one, other] = [line.person('李娜'), line.person('王芳')];
  const group = line.group(one, other);
  const said = async (as: typeof one, where: string, text: string): Promise<string> => {
    const answer: ChatMessage = await line.ask(as, where, text);
    return `${read(answer)} ${read(answer, 'en_us')}`;
  };
  expect(await said(one, group, '后天下午1点 第一场')).toContain('会议号');
  expect(await said(one, group, '后天下午2点 第二场')).toContain('会议号');
  const third = await said(one, line.direct(one), '后天下午3点 第三场');
  expect(third).toMatch(/2 场会[\s\S]*60 ?分钟|1 ?小时/);
  expect(third).toContain('book again in');
  expect(await said(other, group, '后天下午4点 第四场')).toContain('会议号');
  expect(await said(other, group, '后天下午5点 第五场')).toMatch(/3 场会/);
  expect((await line.reserves()).length).toBe(3);
  await line.advance(61 * MINUTE);
  expect(await said(one, group, '后天下午6点 第六场')).toContain('会议号');
});
