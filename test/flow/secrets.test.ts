import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { push } from '../feishu/inbound/push.ts';
import { callback } from '../helpers/callback.ts';
import { find, formValues, Line, type Person, read } from '../helpers/line.ts';

/** Words that nobody but the people in the chat may ever read. */
const WORDS = {
  topic: '机密并购案',
  renamed: 'ProjectNightfall',
  password: '86420975',
  unknown: '天王盖地虎',
  phone: '13812345678',
  nickname: '无名氏',
  form: '表单里的字',
  platform: 'what the platform quoted',
};

let line: Line;
let owner: Person;
let colleague: Person;
let group: string;
let chat: string;
/** Whatever went to the console past the log, as a library might. */
const printed: string[] = [];

beforeAll(async () => {
  for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const)
    vi.spyOn(console, method).mockImplementation((...args: unknown[]) => {
      printed.push(args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' '));
    });
  line = await Line.start();
  [owner, colleague] = [line.person('李娜'), line.person('王芳')];
  group = line.group(owner, colleague);
  chat = line.direct(owner);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await line.stop();
});

const answered = (text: string, where = group) => line.ask(owner, where, text);
const fault = (...api: Record<string, unknown>[]) => line.post('faults', { api });

/** People at work, and everything that can go wrong meanwhile. */
const FLOWS: [string, () => Promise<unknown>][] = [
  ['a booking with everything', () => answered(`明天下午3点 ${WORDS.topic} 密码${WORDS.password} 主持人@${colleague.name} 录制`)],
  ['changes', () => answered(`${WORDS.topic} 改名为 ${WORDS.renamed}`)],
  ['looks', () => Promise.all([answered(`查看 ${WORDS.renamed}`), line.ask(owner, chat, `谁在会上 ${WORDS.renamed}`)])],
  ['an invitation', () => answered('邀请文字')],
  ['what is not understood', () => answered(WORDS.unknown)],
  ['a call', () => answered(`呼叫 ${WORDS.phone} ${WORDS.nickname}`, chat)],
  [
    'a form',
    async () => {
      const form = await answered(`约会议 ${WORDS.form}`, chat);
      await line.submit(owner, form, { topic: WORDS.form, password: 'nopass' });
      await callback(line, {
        as: owner,
        chatId: chat,
        messageId: form.message_id,
        action: {
          name: String(find(form.card, (node) => node.form_action_type === 'submit')?.name),
          form_value: { ...formValues(form), topic: WORDS.form, password: WORDS.password },
        },
      });
    },
  ],
  [
    'a code of the platform that quotes the message',
    async () => {
      await fault({ path: 'reserves/apply$', mode: 'code', code: 987_654, msg: WORDS.platform, times: 1 });
      const answer = await answered(`后天下午3点 ${WORDS.topic}`);
      expect(JSON.stringify(answer.card)).not.toContain(WORDS.platform);
    },
  ],
  [
    'a card that is refused',
    async () => {
      const msg = `Failed to create card content, ext=ErrCode: 200621; ErrMsg: ${WORDS.platform}; ErrorValue: ${WORDS.topic};`;
      await fault({ method: 'POST', path: '/reply$', mode: 'code', code: 230099, msg, times: 1 });
      await answered(`后天下午4点 ${WORDS.topic}`);
    },
  ],
  [
    'a lost answer',
    async () => {
      await fault({ path: 'reserves/apply$', mode: 'lost', times: 1 });
      await answered(`后天下午5点 ${WORDS.topic}`);
    },
  ],
  [
    'a job that is given up',
    async () => {
      await fault({ path: '/messages', mode: 'code', code: 230013, msg: WORDS.platform });
      const logged = line.logged.length;
      await line.advance(1000);
      await line.say(owner, chat, `后天下午6点 ${WORDS.topic}`);
      await line.until(async () => line.logged.slice(logged).some((text) => text.includes('A job failed for good')), 'the end of it');
      await fault();
    },
  ],
  [
    'credentials that are refused',
    async () => {
      await line.post('tokens/revoke', {});
      await fault({ path: 'tenant_access_token', mode: 'code', code: 10014, status: 200, times: 1 });
      await line.advance(1000);
      await line.say(owner, chat, WORDS.unknown);
      await line.until(async () => line.logged.some((text) => text.includes('10014')), 'a line in the log');
      await line.advance(60_000);
      await answered('帮助', chat);
    },
  ],
  [
    'strangers at the door',
    async () => {
      const event = { schema: '2.0', header: { token: 'wrong' }, event: { text: WORDS.unknown } };
      const { body, headers } = push(event, { encryptKey: 'not the key', at: line.clock.now() });
      for (const sent of [body, Buffer.from(JSON.stringify(event)), Buffer.from(`{"challenge":"${WORDS.unknown}`)]) {
        const response = await fetch(`${line.app.url}/webhook/event`, { method: 'POST', headers, body: new Uint8Array(sent) });
        expect(response.status).toBeGreaterThanOrEqual(400);
        expect(await response.text()).toBe('');
      }
    },
  ],
];

describe('nothing that was said, and no secret, is written anywhere but where it belongs', () => {
  it.each(FLOWS)('%s', async (_, flow) => {
    await flow();
    await line.post('faults', {});
  });

  const notIn = (text: string): void => {
    const { appSecret, encryptKey, verificationToken } = line.sandbox;
    const found = [...Object.values(WORDS), appSecret, encryptKey, verificationToken].filter((secret) => secret && text.includes(secret));
    expect(found).toEqual([]);
    expect(text).not.toMatch(/Bearer\s+\S|\b[tuac]-[A-Za-z0-9_-]{16,}/);
  };

  it('is not in the log, at its most talkative', () => {
    const log = line.logged.join('');
    expect(log.length).toBeGreaterThan(5000);
    expect(log).toContain('"debug"');
    notIn(log);
  });

  it('is not on the console', () => {
    notIn(printed.join('\n'));
    expect(printed).toEqual([]);
  });

  it.each(['healthz', 'readyz', 'metrics', 'nothing-here'])('is not in the answer of /%s', async (path) => {
    notIn(await (await fetch(`${line.app.url}/${path}`)).text());
  });

  it('is not kept with jobs that are done, nor in what is told of dead ones', () => {
    const db = new Database(join(line.dir, 'bot.db'), { readonly: true });
    const done = db.prepare("select payload from jobs where state = 'done'").all() as { payload: string | null }[];
    const dead = db.prepare("select error from jobs where state = 'dead'").all() as { error: string }[];
    db.close();
    expect(done.length).toBeGreaterThan(10);
    expect(dead.length).toBeGreaterThan(0);
    notIn(JSON.stringify([done, dead]));
  });

  it('is read by those who are in the chat, and by nobody else', async () => {
    for (const { open_id, name } of line.world.people) {
      const chats = line.world.chats.filter((one) => one.members.includes(open_id) && one.chat_id !== group && one.chat_id !== chat);
      for (const { chat_id } of chats) {
        const seen = (await line.messages({ open_id } as Person, chat_id)).map((message) => read(message)).join();
        for (const word of Object.values(WORDS)) expect(seen.includes(word), `${word} before ${name}`).toBe(false);
      }
    }
  });
});
