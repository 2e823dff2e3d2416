import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttons, Line, read } from '../helpers/line.ts';

describe('over the long connection', () => {
  let line: Line;
  beforeAll(async () => {
    line = await Line.start({ transport: 'websocket', encryptKey: null, verificationToken: null });
  });
  afterAll(() => line.stop());

  it('a message is booked and a press is answered, without any address', async () => {
    const person = line.person('李娜');
    const card = await line.ask(person, line.direct(person), '明天下午3点 设计评审');
    expect(read(card)).toContain('设计评审');
    expect(await line.calls('reserves/apply')).toHaveLength(1);
    const { toast } = await line.press(person, card, '延长 15 分钟');
    expect(toast?.type).toBe('info');
    await expect.poll(async () => (await line.calls('reserves/')).filter(({ method }) => method === 'PUT').length).toBe(1);
    expect(buttons(card).length).toBeGreaterThan(0);
    const { deliveries } = await line.get<{ deliveries: { kind: string; state: string; answer: string }[] }>('deliveries');
    expect(deliveries.map(({ kind, state }) => `${kind} ${state}`)).toEqual(expect.arrayContaining(['callback ok', 'event ok']));
  });

  it('/readyz says when the line is down, and a forged request at the address is refused', async () => {
    expect((await fetch(`${line.app.url}/readyz`)).status).toBe(200);
    const forged = await fetch(`${line.app.url}/webhook/event`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ schema: '2.0', header: { event_type: 'im.message.receive_v1', token: '' }, event: {} }),
    });
    expect(forged.status).toBe(401);
    await line.post('faults', { connection: { code: 514 } });
    await line.post('connections', { drop: 'terminate' });
    await expect
      .poll(async () => JSON.stringify(await (await fetch(`${line.app.url}/readyz`)).json()), { timeout: 30_000 })
      .toMatch(/reconnecting|\(514\)/);
    expect((await fetch(`${line.app.url}/readyz`)).status).toBe(503);
  });
});
