import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../src/app/config.ts';
import { manifest } from '../../src/app/manifest.ts';
import { type App, type AppOptions, startApp } from '../../src/app/start-app.ts';
import { createLog, type Log } from '../../src/observability/log.ts';
import { control } from '../../src/sandbox/control/control.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { tempDir } from './temp-dir.ts';

export interface Person {
  open_id: string;
  name: string;
  en_name: string;
  tenant_key: string;
}

export interface ChatMessage {
  message_id: string;
  sender: { type: string; id: string; name: string };
  msg_type: string;
  text?: string;
  card?: Record<string, unknown>;
  ephemeral: boolean;
  deleted: boolean;
  edited: boolean;
  parent_id?: string;
}

export interface Call {
  id: string;
  /** On the platform's clock. */
  at: number;
  method: string;
  path: string;
  status: number;
  code: number | null;
  request: Record<string, unknown> | null;
  response: Record<string, unknown> | null;
}

interface World {
  now: number;
  app: { bot_open_id: string; name: string };
  people: Person[];
  departments: { open_department_id: string; en_name: string }[];
  chats: { chat_id: string; name: string; chat_mode: string; members: string[] }[];
  reserves: {
    id: string;
    meeting_no: string;
    topic: string;
    owner_id: string;
    password: string;
    end_time: number;
    expired: boolean;
    deleted: boolean;
    auto_record: boolean;
  }[];
}

/** 2026-11-20 10:15 in Shanghai: a Friday, as in the example messages. */
export const START = Date.parse('2026-11-20T10:15:00+08:00');

/** What is asked before the same meeting is booked twice. */
const ANOTHER = '再约一场/再约一场/Book another';

/** What stands in a question's place when the answer to it is for one person. */
const ALONE = '只发给了你';

/** People pause between two messages; on a clock that stands still, five a second would be all a chat ever gets. */
const BREATH = 1000;

/** The whole line: the bot and the platform, over real HTTP, signed and encrypted, on one clock that is turned by hand. */
export class Line {
  readonly clock = { now: (): number => this.sandbox.now() };
  app!: App;
  world!: World;
  readonly logged: string[] = [];
  /** Other instances at the same store: they too may be at work. */
  readonly beside: App[] = [];
  /** What the bot does later on, it does only while it lives. */
  private life = { over: false };
  private readonly dead: { app: App; life: { over: boolean } }[] = [];

  private constructor(
    readonly sandbox: Sandbox,
    readonly dir: string,
    private over: Partial<Config>,
    private readonly turned: AppOptions,
  ) {}

  static async start(over: Partial<Config> & { scopes?: string[]; app?: AppOptions } = {}): Promise<Line> {
    const { scopes, app = {}, ...config } = over;
    const granted = manifest();
    const sandbox = await startSandbox({ ...granted, scopes: scopes ?? granted.scopes, now: () => START, realTime: false });
    const line = new Line(sandbox, tempDir('line'), config, app);
    await line.startBot();
    await line.subscribe();
    line.world = structuredClone(await line.get<World>('world'));
    return line;
  }

  config(): Config {
    return {
      mode: 'feishu',
      appId: this.sandbox.appId,
      appSecret: this.sandbox.appSecret,
      encryptKey: this.sandbox.encryptKey,
      verificationToken: this.sandbox.verificationToken,
      domain: this.sandbox.url,
      transport: 'webhook',
      host: '127.0.0.1',
      port: 0,
      sandboxPort: 0,
      databaseUrl: `file:${join(this.dir, 'bot.db')}`,
      zone: 'Asia/Shanghai',
      lang: 'zh_cn',
      minutes: 60,
      join: 'muted',
      record: false,
      password: 'owner',
      access: 'anyone',
      // Tests book more in an hour than people do.
      admins: [],
      allowUsers: [],
      allowDepartments: [],
      allowChats: [],
      quotaPerson: 0,
      quotaChat: 0,
      cardAnswer: 'card',
      // Most stories end before anything starts; those of reminders say so.
      remind: 'off',
      metricsToken: null,
      logLevel: 'debug',
      ...this.over,
    };
  }

  async startBot(): Promise<void> {
    const log = this.log();
    const { clock } = this.sandbox.platform;
    const life = { over: false };
    this.life = life;
    this.app = await startApp(this.config(), {
      clock: this.clock,
      log,
      // What falls due wakes the bot when the clock is turned; what has to wait for its turn turns the clock itself.
      timers: { set: (run, ms) => clock.at(clock.now() + ms, () => life.over || setImmediate(run)) },
      sleep: async (ms) => clock.advance(Math.ceil(ms)),
      ...this.turned,
    });
    await until(async () => (await this.app.ready()).ok || null, 'the bot to be ready');
  }

  log(): Log {
    return createLog(this.over.logLevel === 'trace' ? 'trace' : 'debug', {
      secrets: [this.sandbox.appSecret, this.sandbox.encryptKey, this.sandbox.verificationToken],
      write: (text: string) => this.logged.push(text),
    });
  }

  /** The bot stops and starts again on the same store, with another environment if that is given. */
  async restart(over: Partial<Config> = {}): Promise<void> {
    await this.app.stop(3000);
    this.over = { ...this.over, ...over };
    await this.startBot();
    await this.subscribe();
  }

  /**
   * As after kill -9: the bot does nothing more, and so much later another one finds what it left.
   * @param over where that is: an embedded store has to be copied, the line to a shared one has to be cut
   */
  async crash(over: Partial<Config>, awayMs: number): Promise<void> {
    this.dead.push({ app: this.app, life: this.life });
    this.life.over = true;
    await this.advance(awayMs);
    this.over = { ...this.over, ...over };
    await this.startBot();
    await this.subscribe();
  }

  private async bury(): Promise<void> {
    for (const { app, life } of this.dead) {
      life.over = false;
      let gone = false;
      const stopping = app.stop(0).finally(() => {
        gone = true;
      });
      for (; !gone; await new Promise((resolve) => setTimeout(resolve, 5))) await this.advance(1);
      await stopping;
    }
  }

  /** A long connection needs no address. */
  private async subscribe(): Promise<void> {
    await this.sandbox.setWebhook(this.config().transport === 'webhook' ? `${this.app.url}/webhook/event` : null);
  }

  async stop(): Promise<void> {
    await this.app.stop(3000);
    await this.bury();
    await this.sandbox.close();
    rmSync(this.dir, { recursive: true, force: true });
  }

  /** What the control API answers, without a socket in between: it is asked ten times as often as the bot is. */
  private async control(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> {
    const { platform, deliver, dispatcher, setWebhook } = this.sandbox;
    const parts = { platform, deliver, dispatcher, setWebhook, reset: () => {}, accounts: null };
    const target = new URL(path, 'http://line/_sandbox/');
    const raw = Buffer.from(body === undefined ? '' : JSON.stringify(body));
    const { status, body: answer } = await control(parts, method, target.pathname, target.searchParams, raw);
    if (status !== 200) throw new Error(`${path}: ${status} ${(answer as { error?: string }).error ?? ''}`);
    return answer;
  }

  async get<T>(path: string): Promise<T> {
    return (await this.control('GET', path)) as T;
  }

  async post<T = Record<string, unknown>>(path: string, body: unknown): Promise<T> {
    return (await this.control('POST', path, body)) as T;
  }

  /** By Chinese or English name. */
  person(name: string): Person {
    const found = this.world.people.find((one) => one.name === name || one.en_name === name);
    if (!found) throw new Error(`nobody is called ${name}: ${this.world.people.map((one) => one.name).join(', ')}`);
    return found;
  }

  /** The n-th person of the bot's own tenant. */
  colleague(n: number): Person {
    const own = this.world.people.filter((one) => one.tenant_key === this.world.people[0]?.tenant_key);
    const found = own[n];
    if (!found) throw new Error(`there is no colleague ${n}`);
    return found;
  }

  /** A group that all of these are in. */
  group(...members: Person[]): string {
    const found = this.world.chats.find((chat) => chat.chat_mode === 'group' && members.every((one) => chat.members.includes(one.open_id)));
    if (!found) throw new Error('they share no group');
    return found.chat_id;
  }

  direct(person: Person): string {
    const found = this.world.chats.find((chat) => chat.chat_mode === 'p2p' && chat.members.includes(person.open_id));
    if (!found) throw new Error('no direct chat');
    return found.chat_id;
  }

  /** In a group, mention the bot yourself: `@会议助手 …`. */
  async say(as: Person, chatId: string, text: string, more: Record<string, unknown> = {}): Promise<string> {
    const { message_id } = await this.post<{ message_id: string }>('messages', { as: as.open_id, chat_id: chatId, text, ...more });
    return message_id;
  }

  /** Says it with the bot mentioned and waits for the answer that this person sees. The same meeting once more is meant. */
  async ask(as: Person, chatId: string, text: string, more: Record<string, unknown> = {}): Promise<ChatMessage> {
    const answer = await this.hear(as, chatId, text, more);
    const alone = buttons(answer).find((label) => ANOTHER.split('/').includes(label));
    if (alone && answer.ephemeral) {
      const seen = new Set((await this.messages(as, chatId)).map((one) => one.message_id));
      await this.press(as, answer, alone);
      return this.answer(as, chatId, seen, text);
    }
    if (!buttons(answer).includes(ANOTHER)) return answer;
    await this.press(as, answer, ANOTHER.split('/')[0]!);
    return until(
      async () => {
        const now = await this.message(as, chatId, answer.message_id);
        if (buttons(now).includes(ANOTHER)) return null;
        return read(now).includes(ALONE) ? (await this.messages(as, chatId, answer.message_id)).find((one) => one.ephemeral) : now;
      },
      `another one for "${text}"`,
      () => this.logged.slice(-8).join(''),
    );
  }

  /** Says it with the bot mentioned and waits for the first answer that this person sees. */
  async hear(as: Person, chatId: string, text: string, more: Record<string, unknown> = {}): Promise<ChatMessage> {
    const direct = this.world.chats.find((chat) => chat.chat_id === chatId)?.chat_mode === 'p2p';
    // What is still under way from before would be taken for the answer.
    await this.settle();
    await this.advance(BREATH);
    const asked = await this.say(as, chatId, direct ? text : `@${this.world.app.name} ${text}`, more);
    return this.until(
      // A line about an earlier change stands under that meeting's card.
      async () =>
        (await this.messages(as, chatId, asked)).find((one) => one.sender.type === 'app' && (!one.parent_id || one.parent_id === asked)),
      `an answer to "${text}"`,
    );
  }

  /** The bot's first message after `before`, here or, for what is personal, in the direct chat. */
  async answer(as: Person, chatId: string, before: Set<string>, what: string): Promise<ChatMessage> {
    return this.until(
      async () =>
        (await this.messages(as, chatId)).find((message) => message.sender.type === 'app' && !before.has(message.message_id)) ?? null,
      `an answer to "${what}"`,
    );
  }

  /** What a press on that card led to there: a new message, or the card itself as it is now. */
  async outcome(as: Person, chatId: string, on: ChatMessage, work: () => Promise<unknown>): Promise<ChatMessage> {
    const before = new Set((await this.messages(as, chatId)).map((message) => message.message_id));
    await work();
    return this.until(async () => {
      const all = await this.messages(as, chatId);
      const after = all.find((message) => message.sender.type === 'app' && !before.has(message.message_id));
      if (after) return after;
      const now = all.find((message) => message.message_id === on.message_id);
      return now && JSON.stringify(now.card) !== JSON.stringify(on.card) ? now : null;
    }, 'what came of the press');
  }

  /** @param after only what came after that message */
  async messages(as: Person, chatId: string, after?: string): Promise<ChatMessage[]> {
    const later = after ? `&after=${after}` : '';
    return (await this.get<{ messages: ChatMessage[] }>(`chats/${chatId}/messages?as=${as.open_id}${later}`)).messages;
  }

  async message(as: Person, chatId: string, messageId: string): Promise<ChatMessage> {
    const found = (await this.messages(as, chatId)).find((message) => message.message_id === messageId);
    if (!found) throw new Error('no such message');
    return found;
  }

  /** The newest message that this person sees there. */
  async newest(as: Person, chatId: string): Promise<string | undefined> {
    return (await this.get<{ messages: ChatMessage[] }>(`chats/${chatId}/messages?as=${as.open_id}&limit=1`)).messages[0]?.message_id;
  }

  async calls(path?: string): Promise<Call[]> {
    return (await this.get<{ calls: Call[] }>(`calls?limit=1000&path=${encodeURIComponent(path ?? '')}`)).calls;
  }

  /** What the meeting API was asked while this was done, in order: `PUT {…}`. What runs is asked all the time. */
  async asked<T>(work: () => Promise<T>): Promise<{ got: T; asked: [string, unknown][] }> {
    const before = new Set((await this.calls()).map((call) => call.id));
    const got = await work();
    const since = (await this.calls('vc/v1/reserves')).filter((call) => !before.has(call.id) && !call.path.includes('get_active'));
    return { got, asked: since.reverse().map((call) => [call.method, call.request]) };
  }

  /** The bot's newest message under that one, once the line that waits for what follows has come. */
  async answerUnder(as: Person, chatId: string, messageId: string): Promise<ChatMessage> {
    await this.settle();
    await this.advance(30_000);
    return this.until(
      async () => (await this.messages(as, chatId)).findLast((one) => one.parent_id === messageId && one.sender.type === 'app'),
      'an answer under the card',
    );
  }

  /** The message once its card says this. */
  async shows(
    as: Person,
    chatId: string,
    messageId: string,
    text: string | RegExp,
    lang: 'zh_cn' | 'en_us' = 'zh_cn',
  ): Promise<ChatMessage> {
    let last = '';
    // A card is drawn once a second at most: what comes faster waits for its turn.
    for (let n = 0; n < 3; n++) {
      await this.settle();
      const shown = read(await this.message(as, chatId, messageId), lang);
      if (typeof text === 'string' ? shown.includes(text) : text.test(shown)) break;
      await this.advance(BREATH);
    }
    return this.until(
      async () => {
        const message = await this.message(as, chatId, messageId);
        last = read(message, lang);
        return (typeof text === 'string' ? last.includes(text) : text.test(last)) ? message : null;
      },
      `a card that says ${text}`,
      () => last,
    );
  }

  async reserves(): Promise<World['reserves']> {
    return (await this.get<World>('world')).reserves;
  }

  /** Presses the element of a card whose text is this, in either language. */
  async press(
    as: Person,
    on: ChatMessage,
    label: string,
    more: Record<string, unknown> = {},
  ): Promise<{ toast: { type: string; content: string } | null; code: number; card_replaced: boolean }> {
    const element = find(on.card, (node) => node.tag === 'button' && texts(node.text).includes(label));
    if (!element) throw new Error(`no button "${label}" on: ${buttons(on).join(' | ')}`);
    const callback = ((element.behaviors ?? []) as { type: string; value: unknown }[]).find((behavior) => behavior.type === 'callback');
    return this.post('press', {
      as: as.open_id,
      message_id: on.message_id,
      element: { tag: 'button', ...(element.name ? { name: element.name } : {}), ...(callback ? { value: callback.value } : {}) },
      ...more,
    });
  }

  /** Fills in the card's form and submits it: fields that are not given keep what the form shows. */
  async submit(
    as: Person,
    on: ChatMessage,
    values: Record<string, unknown>,
  ): Promise<{ toast: { type: string; content: string } | null; card_replaced: boolean }> {
    const form = find(on.card, (node) => node.tag === 'form');
    const submit = find(form, (node) => node.form_action_type === 'submit');
    if (!form || !submit) throw new Error('no form on this card');
    const filled = formValues(on);
    const fields: string[] = [];
    find(form, (node) => {
      if (node.tag !== 'button' && typeof node.name === 'string') fields.push(node.name);
      return false;
    });
    for (const [name, value] of Object.entries(values)) {
      const field = fields.find((one) => one === name || one.startsWith(`${name}__`)) ?? name;
      if (value === undefined) delete filled[field];
      else filled[field] = value;
    }
    return this.post('press', {
      as: as.open_id,
      message_id: on.message_id,
      element: { tag: 'button', name: submit.name, timezone: 'Asia/Shanghai' },
      form_name: form.name,
      form_value: filled,
    });
  }

  async advance(ms: number): Promise<void> {
    await this.post('clock', { advance_ms: ms });
  }

  /** Until nothing is on the wire any more, and the bot has done all that is due; twenty seconds at most, where something hangs. */
  async settle(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, 20_000);
    });
    // What is done may send events, and an event may bring work.
    for (let n = 0; n < 2; n++)
      await Promise.race([enough, this.sandbox.idle().then(() => Promise.all([this.app, ...this.beside].map((app) => app.idle())))]);
    clearTimeout(timer);
  }

  /** Until it is so: at the latest when all that is due is done and real I/O has had its time. */
  async until<T>(check: () => Promise<T | null | undefined | false>, what: string, say?: () => string): Promise<T> {
    await this.settle();
    return until(check, what, say ?? (() => this.logged.slice(-8).join('')));
  }

  /** Until it is so: turns the clock, five minutes at a time, so that what has to wait falls due. */
  async eventually<T>(check: () => Promise<T | null | undefined | false>, what: string, stepMs = 5 * 60_000): Promise<T> {
    for (let n = 0; n < 30; n++) {
      await this.settle();
      const result = await check();
      if (result) return result;
      await this.advance(stepMs);
    }
    throw new Error(`waited in vain for ${what}: ${this.logged.slice(-6).join('')}`);
  }
}

type Node = Record<string, unknown>;

const INITIAL: Record<string, (node: Node) => unknown> = {
  input: (node) => node.default_value ?? '',
  select_static: (node) => node.initial_option,
  multi_select_person: (node) => node.selected_values ?? [],
  picker_datetime: (node) => (node.initial_datetime ? `${String(node.initial_datetime)} +0800` : undefined),
  checker: (node) => node.checked === true,
};

/** What a card's form holds before anybody touches it, as a client in Shanghai hands it in. */
export function formValues(on: ChatMessage): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  find(
    find(on.card, (node) => node.tag === 'form'),
    (node) => {
      const value = INITIAL[String(node.tag)]?.(node);
      if (value !== undefined) values[String(node.name)] = value;
      return false;
    },
  );
  return values;
}

/** Depth first. */
export function find(node: unknown, wanted: (node: Node) => boolean): Node | null {
  if (typeof node !== 'object' || node === null) return null;
  if (!Array.isArray(node) && wanted(node as Node)) return node as Node;
  for (const value of Object.values(node)) {
    const found = find(value, wanted);
    if (found) return found;
  }
  return null;
}

/** What a text element says, in every language it has. */
const texts = (text: unknown): string[] => {
  const { content, i18n_content } = (text ?? {}) as { content?: string; i18n_content?: Record<string, string> };
  return [content, ...Object.values(i18n_content ?? {})].filter((one) => one !== undefined);
};

export const buttons = (on: ChatMessage): string[] => {
  const labels: string[] = [];
  find(on.card, (node) => {
    if (node.tag === 'button') labels.push(texts(node.text).join('/'));
    return false;
  });
  return labels;
};

/** Everything a reader of that language sees on a card. */
export function read(on: ChatMessage | { card?: unknown }, lang: 'zh_cn' | 'en_us' = 'zh_cn'): string {
  const lines: string[] = [];
  find(on.card, (node) => {
    const translated = (node.i18n_content as Record<string, string> | undefined)?.[lang];
    if (typeof node.content === 'string') lines.push(translated ?? node.content);
    return false;
  });
  return lines.join('\n');
}

/** Waits for something that real I/O brings about; `say` adds what is known when it does not come. */
export async function until<T>(
  check: () => Promise<T | null | undefined | false>,
  what: string,
  say?: () => string,
  withinMs = 60_000,
): Promise<T> {
  const give = performance.now() + withinMs;
  for (;;) {
    const result = await check().catch((error: unknown) => {
      if (performance.now() > give) throw error;
      return null;
    });
    if (result) return result;
    if (performance.now() > give) throw new Error(`waited in vain for ${what}${say ? `\n${say()}` : ''}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
