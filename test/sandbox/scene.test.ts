import { afterEach, expect, it } from 'vitest';
import { FAULT_PRESETS } from '../../src/sandbox/world/fault-presets.ts';
import { noFaults } from '../../src/sandbox/world/platform.ts';
import { controls, type Loose, openApi, startSandbox, still } from './start.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
const start = async () => {
  const sandbox = await startSandbox(still());
  closers.push(() => sandbox.close());
  return { sandbox, control: controls(sandbox) };
};

it('a scene goes on in another sandbox, as if its own app had been there', async () => {
  const [here, there] = [await start(), await start()];
  const world = await here.control.world();
  const [group] = world.chats;
  const [me] = world.people;
  await here.control.post('/messages', { as: me.open_id, chat_id: group.chat_id, text: '@会议助手 周会' });
  const api = await openApi(here.sandbox);
  const sent = await api.call('POST', '/im/v1/messages?receive_id_type=chat_id', {
    receive_id: group.chat_id,
    msg_type: 'text',
    content: '{"text":"好的"}',
  });
  await api.call('POST', '/vc/v1/reserves/apply', { end_time: '1772700000', owner_id: me.open_id, meeting_settings: { topic: '周会' } });

  const { http: _, ...scene } = await here.control.get('/scene');
  const { appSecret, encryptKey, verificationToken } = here.sandbox;
  for (const secret of [appSecret, encryptKey, verificationToken]) expect(JSON.stringify(scene)).not.toContain(secret);
  expect(await there.control.post('/scene', scene)).toMatchObject({ http: 200 });

  const seen = async ({ control }: typeof here): Promise<Loose[]> =>
    (await control.get(`/chats/${group.chat_id}/messages?as=${me.open_id}`)).messages;
  const own = (messages: Loose[], bot: string) => JSON.parse(JSON.stringify(messages).replaceAll(bot, 'the bot'));
  expect(own(await seen(there), there.sandbox.botOpenId)).toEqual(own(await seen(here), here.sandbox.botOpenId));
  expect((await there.control.world()).reserves).toMatchObject([{ topic: '周会' }]);
  // It is that app's own message now.
  const taken = await openApi(there.sandbox);
  expect((await taken.call('DELETE', `/im/v1/messages/${sent.body.data.message_id}`)).body.code).toBe(0);
});

it.each([
  [{}],
  [{ scene: 2 }],
  [{ scene: 1, app: { app_id: 'cli_0', bot_open_id: 'ou_0' }, world: { people: 5 } }],
  [{ scene: 1, world: {} }],
])('what is no scene changes nothing: %j', async (body) => {
  const { control } = await start();
  const before = (await control.world()).people;
  expect(await control.post('/scene', body)).toMatchObject({ http: 400, error: expect.stringContaining('no scene') });
  expect((await control.world()).people).toEqual(before);
});

it('presets of faults are told, and chosen by name', async () => {
  const { control } = await start();
  const { presets } = await control.get('/faults');
  expect(presets).toEqual(FAULT_PRESETS);
  for (const { id, name, about, faults } of presets) {
    for (const text of [name.zh_cn, name.en_us, about.zh_cn, about.en_us]) expect(text).toBeTruthy();
    const { http, ...chosen } = await control.post('/faults', { preset: id });
    expect([http, chosen]).toEqual([200, { ...noFaults(), ...faults }]);
  }
  expect(await control.post('/faults', { preset: 'flood' })).toMatchObject({ http: 400, error: expect.stringContaining('slow') });
  expect((await control.get('/faults')).faults).toMatchObject({ connection: { mute: true } });
  await control.post('/faults', {});
  expect((await control.get('/faults')).faults).toEqual(noFaults());
});
