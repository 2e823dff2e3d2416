/** Walks through all that the sandbox emulates, as an app and as people, and keeps what went over the wire. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { COMPONENTS, PARTS } from '../open-api/card-schema.ts';
import { ROUTES } from '../open-api/routes.ts';
import { type Sandbox, startSandbox } from '../server.ts';
import { SCOPES } from '../world/scopes.ts';
import { CARD_SAMPLES, type CardSample, REFUSED_TAGS } from './card-samples.ts';
import { ROUTE_SAMPLES, type RouteSample } from './route-samples.ts';

export interface Exchange {
  status: number;
  /** Undefined: the answer is no JSON. */
  answer: unknown;
  query: Record<string, string>;
  body: unknown;
}

export interface Walked {
  /** By `METHOD /path`. */
  routes: Map<string, Exchange>;
  /** `event` of the push that told most, by type. */
  events: Map<string, unknown>;
  /** By tag: was the documents' sample taken, and refused with a property that there is none of. */
  cards: Map<string, { taken: boolean; strict: boolean }>;
}

const NOON = Date.UTC(2026, 2, 4, 4);
const DAY = 86_400_000;

type Ids = Record<string, string>;

export async function walk(): Promise<Walked> {
  const sandbox = await startSandbox({ now: () => NOON, realTime: false, encryptKey: null, scopes: [...SCOPES] });
  const receiver = await receive();
  try {
    await sandbox.setWebhook(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`);
    const one = new Walk(sandbox);
    await one.people();
    const routes = await one.routes();
    return { routes, events: one.events(), cards: await one.cards() };
  } finally {
    await sandbox.close();
    await new Promise((resolve) => receiver.close(resolve));
  }
}

/** Takes everything, and answers the challenge. */
function receive(): Promise<Server> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { challenge } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { challenge?: string };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(challenge === undefined ? {} : { challenge }));
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

class Walk {
  private readonly sandbox: Sandbox;
  private readonly ids: Ids;

  constructor(sandbox: Sandbox) {
    const { world } = sandbox.platform;
    const group = [...world.chats.values()].find((chat) => chat.mode === 'group' && !chat.external)!;
    const direct = [...world.chats.values()].find((chat) => chat.mode === 'p2p' && chat.members[0] === group.members[0])!;
    const seconds = (ms: number): string => String(Math.floor((NOON + ms) / 1000));
    this.sandbox = sandbox;
    this.ids = {
      app: sandbox.appId,
      secret: sandbox.appSecret,
      chat: group.chatId,
      direct: direct.chatId,
      me: group.members[0]!,
      other: group.members[1]!,
      department: world.people.get(group.members[0]!)!.departmentIds[0]!,
      tomorrow: seconds(DAY),
      yesterday: seconds(-DAY),
    };
  }

  /** What people do that an app is told of. */
  async people(): Promise<void> {
    const { me: as, chat, direct } = this.ids;
    await this.act('messages', { as, chat_id: direct, text: 'hello' });
    await this.act(`chats/${direct}/open`, { as });
    const said = await this.act('messages', { as, chat_id: chat, text: `@${this.name(this.ids.other)} @会议助手 hello` });
    await this.act(`messages/${String(said.message_id)}/recall`, { as });
    await this.act('menu', { as, event_key: 'event_key' });
    await this.act(`chats/${chat}/bot`, { as, in: false });
    await this.act(`chats/${chat}/bot`, { as, in: true });
  }

  async routes(): Promise<Walked['routes']> {
    const walked: Walked['routes'] = new Map();
    for (const [name, sample] of Object.entries(ROUTE_SAMPLES)) {
      if (!ROUTES.some(({ method, path }) => `${method} ${path}` === name)) continue;
      await this.before(name);
      walked.set(name, await this.call(name, sample));
    }
    return walked;
  }

  events(): Walked['events'] {
    const events: Walked['events'] = new Map();
    const size = (event: unknown): number => JSON.stringify(event ?? '').length;
    for (const { event_type: type, body } of this.sandbox.deliver.list(1000)) {
      const { event } = body as { event?: unknown };
      if (event && size(event) > size(events.get(type))) events.set(type, event);
    }
    return events;
  }

  async cards(): Promise<Walked['cards']> {
    const walked: Walked['cards'] = new Map();
    for (const tag of [...Object.keys(COMPONENTS), ...Object.keys(PARTS)]) {
      const sample = CARD_SAMPLES[tag];
      if (!sample) continue;
      this.sandbox.advance(60_000);
      const taken = await this.draws(sample, sample.element);
      walked.set(tag, { taken, strict: !(await this.draws(sample, { ...sample.element, no_such_property: 1 })) });
    }
    for (const tag of Object.keys(REFUSED_TAGS)) walked.set(tag, { taken: await this.draws({ element: {} }, { tag }), strict: true });
    return walked;
  }

  /** What has to have happened before a call can be good. */
  private async before(name: string): Promise<void> {
    const { me, other, card, number } = this.ids;
    this.sandbox.advance(1000);
    if (name === 'POST /open-apis/interactive/v1/card/update') {
      const button = {
        tag: 'button',
        text: { tag: 'plain_text', content: 'Go' },
        behaviors: [{ type: 'callback', value: { key: 'value' } }],
      };
      const content = JSON.stringify({ schema: '2.0', body: { elements: [button] } });
      await this.send('PATCH', `/open-apis/im/v1/messages/${card}`, {}, { content });
      await this.act('press', { as: me, message_id: card, element: { tag: 'button' } });
      this.ids.card_token = (this.events().get('card.action.trigger') as { token: string }).token;
      this.sandbox.advance(1000);
    }
    if (name.endsWith('/get_active_meeting'))
      for (const as of [me, other]) await this.act('meetings/join', { as, meeting_no: number, password: '971024' });
    if (name === 'GET /open-apis/vc/v1/meetings/:meeting_id/recording') {
      this.ids.over = this.ids.meeting!;
      await this.act('meetings/end', { as: me, meeting_no: number });
      this.sandbox.advance(60_000);
      await this.sandbox.idle();
    }
  }

  private async call(name: string, sample: RouteSample): Promise<Exchange> {
    const [method = '', pattern = ''] = name.split(' ');
    const path = pattern.replace(/:(\w+)/g, (_, key: string) => this.filled(sample.path?.[key] ?? 'none'));
    const query = JSON.parse(this.filled(JSON.stringify(sample.query ?? {}))) as Record<string, string>;
    const body = sample.body && (JSON.parse(this.filled(JSON.stringify(sample.body))) as object);
    const { status, answer } = await this.send(method, path, query, body);
    for (const [id, at] of Object.entries(sample.keep ?? {}))
      this.ids[id] = String(at.split('.').reduce((value, key) => (value as Ids | undefined)?.[key] as never, answer));
    return { status, answer, query, body };
  }

  private name(openId = ''): string {
    return this.sandbox.platform.world.people.get(openId)?.name ?? '';
  }

  private filled(text: string): string {
    return text.replace(/\$([a-z_]+)/g, (whole, id: string) => this.ids[id] ?? whole);
  }

  private async draws({ within }: CardSample, element: object): Promise<boolean> {
    const content = this.filled(JSON.stringify(cardWith(within, element)));
    const { answer } = await this.send(
      'POST',
      '/open-apis/im/v1/messages',
      { receive_id_type: 'chat_id' },
      { receive_id: this.ids.chat, msg_type: 'interactive', content },
    );
    return (answer as { code?: unknown }).code === 0;
  }

  private async send(
    method: string,
    path: string,
    query: Record<string, string>,
    body?: object,
  ): Promise<{ status: number; answer: unknown }> {
    const search = new URLSearchParams(query).toString();
    const response = await fetch(`${this.sandbox.url}${path}${search ? `?${search}` : ''}`, {
      method,
      headers: { authorization: `Bearer ${this.ids.token ?? ''}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, answer: await response.json().catch(() => undefined) };
  }

  private async act(path: string, body: object): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.sandbox.url}/_sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new Error(`${path}: ${String(answer.error)}`);
    await this.sandbox.idle();
    return answer;
  }
}

/** A whole card around one element. */
function cardWith(within: CardSample['within'], element: object): object {
  const body = (...elements: object[]): object => ({ schema: '2.0', body: { elements } });
  switch (within) {
    case 'form':
      return body({
        tag: 'form',
        name: 'f',
        elements: [element, { tag: 'button', name: 's', form_action_type: 'submit', text: { tag: 'plain_text', content: 'Go' } }],
      });
    case 'column_set':
      return body({ tag: 'column_set', columns: [element] });
    case 'div':
      return body({ tag: 'div', text: element });
    case 'icon':
      return body({ tag: 'div', icon: element, text: { tag: 'plain_text', content: 'text' } });
    case 'header':
      return { ...body({ tag: 'hr' }), header: { title: { tag: 'plain_text', content: 'title' }, text_tag_list: [element] } };
    case 'unforwarded':
      return { ...body(element), config: { enable_forward: false } };
    default:
      return body(element);
  }
}
