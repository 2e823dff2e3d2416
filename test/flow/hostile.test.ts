/** Everything hostile at one bot, over the wire, at its most talkative: it goes on, does nothing of it, and writes down no secret. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signed } from '../feishu/inbound/push.ts';
import { callback } from '../helpers/callback.ts';
import { type ChatMessage, find, formValues, Line, type Person } from '../helpers/line.ts';
import { ACTS, ENVELOPES, EVENTS, FORMS, FRAMES, type Keys, PRESSES, seal, TOPICS } from './cases.hostile.ts';

const TOPIC = '不许外传的议题';
const PASSWORD = '86420975';

let line: Line;
let owner: Person;
let stranger: Person;
let home: string;
let card: ChatMessage;
let meetingId: string;
let victim: unknown;
let tokens: string[];

beforeAll(async () => {
  line = await Line.start({ logLevel: 'trace' });
  [owner, stranger] = [line.person('李娜'), line.person('陈晨')];
  home = line.group(owner, stranger);
  card = await line.ask(owner, home, `后天下午3点 ${TOPIC} 密码${PASSWORD}`);
  meetingId = /"id":"(m[0-9a-f]+)"/.exec(JSON.stringify(card.card))![1]!;
  victim = await reserveOf();
  tokens = [...line.sandbox.platform.tokens.keys()];
});
afterAll(() => line.stop());

const reserveOf = async () => (await line.reserves()).find(({ topic }) => topic === TOPIC);
const writes = async () => (await line.calls('vc/v1/reserves')).filter(({ method }) => method !== 'GET').length;
const keys = (): Keys => {
  const { encryptKey, verificationToken, appId } = line.sandbox;
  return { encryptKey: encryptKey ?? '', token: verificationToken ?? '', appId, now: line.clock.now() };
};

/** Nothing was booked, changed or cancelled by it. */
async function doesNothing(work: () => Promise<unknown>): Promise<void> {
  const before = await writes();
  await work();
  await line.settle();
  expect(await writes()).toBe(before);
  expect(await reserveOf()).toEqual(victim);
}

async function post(body: string | Buffer, headers: Record<string, string | undefined> = {}): Promise<number> {
  const made = signed(body, { at: line.clock.now(), encryptKey: keys().encryptKey });
  const all = Object.entries({ ...made.headers, ...headers }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const init = { method: 'POST', headers: Object.fromEntries(all), body: new Uint8Array(made.body) };
  return (await fetch(`${line.app.url}/webhook/event`, init)).status;
}

/** @returns the first status; null where the connection ended without one, or nothing came */
function raw(bytes: string): Promise<number | null> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(line.app.port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    const timer = setTimeout(() => socket.destroy(), 400);
    socket.on('data', (data) => {
      text += data;
      if (/^HTTP\/1\.1 \d{3}/.test(text)) socket.destroy();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(timer);
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
      resolve(status === undefined ? null : Number(status));
    });
  });
}

it.each(FRAMES)('framing: %s', async (_, bytes, status) => {
  await doesNothing(async () => expect(await raw(bytes)).toBe(status));
});

it.each(ENVELOPES)('an envelope: %s', async (_, make, status) => {
  const { body, headers } = make(keys());
  await doesNothing(async () => expect(await post(body, headers)).toBe(status));
});

const event = (type: string, body: object): Promise<number> => {
  const { encryptKey, token, appId, now } = keys();
  const head = {
    event_id: `e${Math.random()}`,
    event_type: type,
    create_time: String(now),
    token,
    app_id: appId,
    tenant_key: owner.tenant_key,
  };
  return post(
    JSON.stringify({ encrypt: seal(JSON.stringify({ schema: '2.0', header: head, event: body }), encryptKey).toString('base64') }),
  );
};

it.each(EVENTS.map(([what, message, ...sender], n) => [what, n, message, sender] as const))(
  'an event: %s',
  async (_, n, message, sender) => {
    const right = {
      message_id: `om_hostile${n}`,
      create_time: String(line.clock.now()),
      chat_id: home,
      chat_type: 'group',
      message_type: 'text',
      content: JSON.stringify({ text: 'nothing' }),
      mentions: [{ key: '@_user_1', id: { open_id: line.world.app.bot_open_id }, name: 'x', tenant_key: owner.tenant_key }],
    };
    const from =
      sender.length > 0 ? sender[0] : { sender_id: { open_id: owner.open_id }, sender_type: 'user', tenant_key: owner.tenant_key };
    await doesNothing(async () =>
      expect(await event('im.message.receive_v1', { sender: from, message: { ...right, ...message } })).toBe(200),
    );
  },
);

const press = (action: Record<string, unknown>) => callback(line, { as: stranger, chatId: home, messageId: card.message_id, action });

it.each(PRESSES)('a press: %s', async (_, action) => {
  await doesNothing(() => press(action));
});

it.each(Object.entries(ACTS))('a press of somebody else’s: %s', async (act, args) => {
  await doesNothing(() => press({ value: { act, id: meetingId, ...args } }));
});

describe('a form', () => {
  it.each(FORMS)('%s', async (_, values) => {
    const form = await line.ask(stranger, line.direct(stranger), '约会议');
    const name = String(find(form.card, (node) => node.form_action_type === 'submit')?.name);
    const action = { name, form_value: { ...formValues(form), ...values } };
    const before = await line.reserves();
    await callback(line, { as: stranger, chatId: line.direct(stranger), messageId: form.message_id, action });
    await line.settle();
    expect(await reserveOf()).toEqual(victim);
    // What can be held of it may be booked, and nothing else with it.
    for (const { password, end_time } of (await line.reserves()).slice(before.length)) {
      expect(password).toMatch(/^(\d{4,9})?$/);
      expect(end_time).toBeGreaterThan(line.clock.now());
    }
  });
});

it.each(TOPICS)('words: %s', async (_, topic, arrives) => {
  const made = await line.ask(stranger, home, `后天上午10点 主题：${topic}`);
  const { topic: kept } = (await line.reserves()).at(-1)!;
  expect(kept).toBe(arrives);
  // Nobody is called by it, and nothing links anywhere.
  find(made.card, (node) => {
    if (node.tag === 'markdown') expect(String(node.content)).not.toMatch(/<at id=all>|<font color=red>|(?<!\\)\]\(javascript:/);
    return false;
  });
});

it('and goes on, with no secret and nobody’s words in all that it wrote and told', async () => {
  expect(JSON.stringify((await line.ask(owner, home, '帮助')).card).length).toBeGreaterThan(500);
  const { appSecret, encryptKey, verificationToken } = line.sandbox;
  const fetched = await Promise.all(['healthz', 'readyz', 'metrics'].map(async (path) => (await fetch(`${line.app.url}/${path}`)).text()));
  const all = [...line.logged, ...fetched].join('\n');
  expect(line.logged.length).toBeGreaterThan(300);
  expect(all).toContain('"level":"debug"');
  for (const secret of [appSecret, encryptKey, verificationToken, TOPIC, PASSWORD, '不许外传', 'drop table', ...tokens])
    expect(all.includes(String(secret)), `something that begins with ${String(secret).slice(0, 3)}`).toBe(false);
  expect(all).not.toMatch(/Bearer\s+\S|\b[tuac]-[A-Za-z0-9_-]{16,}/);
});
