import type { Clock, Millis } from '../../domain/time.ts';
import type { Directory } from '../../meeting/ports/platform.ts';
import { type Fields, fields, matching, str } from '../narrow.ts';
import type { Call, CallResult } from './call.ts';
import { createInDepartments, type KnownDepartments } from './departments.ts';
import { PlatformError } from './errors.ts';
import { checkId } from './ids.ts';
import { TIER_6 } from './rate-limit.ts';
import type { Log } from './sdk.ts';

const PAGE = 100;
const BATCH = 10;
const HOUR: Millis = 3_600_000;
const KEPT = 10_000;

/** The items of all pages, up to `limit`. */
async function pages(
  limit: number,
  ask: (page: { page_token?: string }) => Promise<CallResult>,
): Promise<{ items: Fields[]; more: boolean }> {
  const items: Fields[] = [];
  const seen = new Set<string>();
  for (let next: string | null = null; ; ) {
    const { data } = await ask(next ? { page_token: next } : {});
    if (Array.isArray(data.items)) items.push(...data.items.map(fields).filter((item) => item !== null));
    next = data.has_more === true ? str(data.page_token, 4000) : null;
    // A page token that comes back again would page for ever.
    if (items.length > limit || !next || seen.has(next))
      return {
        items: items.slice(0, limit),
        more: items.length > limit || next !== null,
      };
    seen.add(next);
  }
}

type Name = { zh_cn: string; en_us: string };

/** bot-v3, im-v1 chats and contact-v3: who and where. */
export function createDirectory(call: Call, clock: Clock, log: Log, names = knownNames()): Directory {
  return new DirectoryApi(call, clock, log, names);
}

/** What the directory told, whoever asked it. */
interface KnownNames {
  of: Map<string, { name: Name; until: Millis }>;
  noScopeUntil: Millis;
  departments: KnownDepartments;
}

export const knownNames = (): KnownNames => ({ of: new Map(), noScopeUntil: 0, departments: new Map() });

class DirectoryApi implements Directory {
  private readonly call: Call;
  private readonly clock: Clock;
  private readonly log: Log;
  private readonly known: KnownNames;
  private readonly waiting = new Set<string>();
  private readonly asking = new Map<string, Promise<void>>();
  private turn: Promise<void> = Promise.resolve();
  readonly inDepartments: Directory['inDepartments'];

  constructor(call: Call, clock: Clock, log: Log, names: KnownNames) {
    this.known = names;
    this.call = call;
    this.clock = clock;
    this.log = log;
    this.inDepartments = createInDepartments(call, clock, log, names.departments);
  }

  async bot(): ReturnType<Directory['bot']> {
    const api = 'bot.info';
    const { body, data } = await this.call({
      api,
      repeat: 'read',
      send: (client, options) => client.request({ method: 'GET', url: '/open-apis/bot/v3/info' }, options),
    });
    // Under `bot`, unlike everything else.
    const bot = fields(body.bot) ?? fields(data.bot);
    const openId = str(bot?.open_id);
    const status = bot?.activate_status;
    if (openId) return { openId, name: str(bot?.app_name) ?? '', ...(Number.isInteger(status) && { status: Number(status) }) };
    throw new PlatformError(
      {
        api,
        code: null,
        logId: null,
        verdict: 'stop',
        retryAfter: null,
        scope: null,
        status: 200,
      },
      'answered without the bot',
    );
  }

  async chat(chatId: string): ReturnType<Directory['chat']> {
    const api = 'im.chat.get';
    const path = { chat_id: checkId('chat', chatId, api) };
    const { data } = await this.call({ api, repeat: 'read', send: (client, options) => client.im.v1.chat.get({ path }, options) });
    const said = data.chat_mode;
    const mode = said === 'p2p' ? 'p2p' : said === 'topic' || data.group_message_type === 'thread' ? 'topic' : 'group';
    return { name: str(data.name, 1000) ?? '', mode };
  }

  async members(chatId: string, limit: number): ReturnType<Directory['members']> {
    const api = 'im.chat.members.get';
    const path = { chat_id: checkId('chat', chatId, api) };
    const { items, more } = await pages(limit, async (page) => {
      const params = {
        member_id_type: 'open_id' as const,
        page_size: PAGE,
        ...page,
      };
      return this.call({ api, repeat: 'read', send: (client, options) => client.im.v1.chatMembers.get({ path, params }, options) });
    });
    return {
      ids: items.map((item) => matching(item.member_id, /^ou_[\w-]{1,128}$/)).filter((id) => id !== null),
      more,
    };
  }

  async chats(limit: number): ReturnType<Directory['chats']> {
    const { items } = await pages(limit, async (page) => {
      const params = { page_size: PAGE, ...page };
      return this.call({ api: 'im.chat.list', repeat: 'read', send: (client, options) => client.im.v1.chat.list({ params }, options) });
    });
    return items
      .filter((item) => !str(item.chat_status)?.startsWith('dissolved'))
      .map((item) => ({ chatId: matching(item.chat_id, /^oc_[\w-]{1,128}$/) ?? '', name: str(item.name, 1000) ?? '' }))
      .filter((chat) => chat.chatId !== '');
  }

  async isMember(chatId: string): Promise<boolean> {
    const api = 'im.chat.members.is_in_chat';
    const path = { chat_id: checkId('chat', chatId, api) };
    const { data } = await this.call({
      api,
      repeat: 'read',
      send: (client, options) => client.im.v1.chatMembers.isInChat({ path }, options),
    });
    return data.is_in_chat === true;
  }

  async names(openIds: Parameters<Directory['names']>[0]): ReturnType<Directory['names']> {
    const wanted = [...new Set(openIds)].filter((id) => /^ou_[\w-]{1,128}$/.test(id));
    const missing = wanted.filter((id) => (this.known.of.get(id)?.until ?? 0) <= this.clock.now());
    await Promise.all(missing.map((id) => this.gathered(id)));
    const names = new Map<string, Name>();
    for (const id of wanted) {
      const found = this.known.of.get(id);
      if (found && found.until > this.clock.now()) names.set(id, found.name);
    }
    return names;
  }

  /** One call after the other, each for all who wait by then, whoever asked; nobody is asked about twice. */
  private gathered(id: string): Promise<void> {
    const asked = this.asking.get(id);
    if (asked) return asked;
    this.waiting.add(id);
    const mine = this.turn.then(() => this.askNext());
    this.turn = mine.catch(() => {});
    this.asking.set(id, mine);
    return mine;
  }

  private async askNext(): Promise<void> {
    const ids = [...this.waiting].slice(0, BATCH);
    for (const id of ids) this.waiting.delete(id);
    try {
      if (ids.length > 0 && this.known.noScopeUntil <= this.clock.now()) await this.ask(ids);
    } finally {
      for (const id of ids) this.asking.delete(id);
    }
  }

  /** At most ten ids. Names are decoration: what cannot be had is left out. */
  private async ask(ids: string[]): Promise<void> {
    const api = 'contact.user.basic_batch';
    try {
      const { data } = await this.call({
        api,
        repeat: 'read',
        rate: TIER_6,
        hasty: true,
        send: (client, options) =>
          client.contact.v3.user.basicBatch({ data: { user_ids: ids }, params: { user_id_type: 'open_id' } }, options),
      });
      for (const one of Array.isArray(data.users) ? data.users : []) {
        const user = fields(one);
        const id = str(user?.user_id);
        const translated = fields(user?.i18n_name);
        const name = str(user?.name) ?? str(translated?.zh_cn) ?? str(translated?.en_us);
        if (id && name) this.remember(id, { zh_cn: str(translated?.zh_cn) ?? name, en_us: str(translated?.en_us) ?? name });
      }
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      if (error.scope || error.code === 99991672) this.known.noScopeUntil = this.clock.now() + HOUR / 6;
      this.log.info({ api, code: error.code, logId: error.logId }, 'names not available');
    }
  }

  private remember(id: string, name: Name): void {
    this.known.of.delete(id);
    this.known.of.set(id, { name, until: this.clock.now() + HOUR });
    if (this.known.of.size > KEPT) for (const oldest of this.known.of.keys()) if (this.known.of.delete(oldest)) break;
  }
}
