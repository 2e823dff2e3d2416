import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Delivery } from '../control/shapes.ts';
import { digits, hex } from '../world/ids.ts';
import type { Platform } from '../world/platform.ts';
import { decodeFrame, encodeFrame, type Frame } from './frame.ts';
import type { PostResult } from './post.ts';

/** Refusals of the endpoint. Source: constants of node-sdk and of the Go SDK. */
const REFUSALS: Record<number, string> = {
  1: 'system busy',
  403: 'forbidden',
  514: 'auth failed',
  1000040343: 'internal error',
  1000040350: 'the number of connections exceeded the limit',
  1000040351: 'domain mismatch',
};

const PATH = '/ws/v2';
const MOST_CONNECTIONS = 50;
const ANSWER_MS = 3000;
const TICKET_MS = 60_000;
const encoder = new TextEncoder();

interface Client {
  id: string;
  service: number;
  socket: WebSocket;
  since: number;
}

interface Waiting {
  client: Client;
  settle(result: PostResult): void;
  started: number;
}

/** The long connection: endpoint discovery, and one WebSocket per client of the app. */
export class Connections {
  /** Where clients are sent: `ws://127.0.0.1:4000`. */
  origin = '';
  private readonly platform: Platform;
  private readonly server = new WebSocketServer({ noServer: true });
  private readonly tickets = new Map<string, number>();
  private readonly clients = new Set<Client>();
  private readonly waiting = new Map<string, Waiting>();
  private readonly stuck = new Set<Duplex>();
  private sequence = 0;

  constructor(platform: Platform) {
    this.platform = platform;
  }

  /** `POST /callback/ws/endpoint`. Failures come with HTTP 200 and an empty `data`. */
  endpoint(body: { AppID?: unknown; AppSecret?: unknown }): object {
    const { app, faults, clientConfig } = this.platform;
    const known = body.AppID === app.appId && body.AppSecret === app.appSecret;
    const refused = faults.connection.code ?? (known ? (this.clients.size >= MOST_CONNECTIONS ? 1000040350 : null) : 514);
    if (refused !== null) return { code: refused, msg: REFUSALS[refused] ?? 'error', data: {} };
    const ticket = hex(32);
    this.tickets.set(ticket, Date.now() + TICKET_MS);
    const query = new URLSearchParams({
      fpid: '493',
      aid: '552564',
      device_id: digits(19),
      access_key: hex(32),
      service_id: digits(8),
      ticket,
    });
    return { code: 0, msg: '', data: { URL: `${this.origin}${PATH}?${query}`, ClientConfig: clientConfig } };
  }

  /** Takes over a connection that asks to become a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => {});
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const ticket = url.searchParams.get('ticket') ?? '';
    const good = url.pathname === PATH && (this.tickets.get(ticket) ?? 0) > Date.now();
    this.tickets.delete(ticket);
    const { handshake } = this.platform.faults.connection;
    if (handshake === 'hang') {
      this.stuck.add(socket);
      return;
    }
    if (!good || handshake === 'refuse') {
      const status = 'Handshake-Status: 514\r\nHandshake-Msg: auth failed\r\nHandshake-Autherrcode: 1000040345\r\n';
      socket.end(`HTTP/1.1 401 Unauthorized\r\n${status}Connection: close\r\n\r\n`);
      return;
    }
    this.server.handleUpgrade(request, socket, head, (opened) => this.open(opened, Number(url.searchParams.get('service_id'))));
  }

  list(): { id: string; since: number }[] {
    return [...this.clients].map(({ id, since }) => ({ id, since }));
  }

  /** Sends to one client, chosen at random, and waits three seconds for its acknowledgement. */
  send(delivery: Delivery): Promise<PostResult> {
    const clients = [...this.clients];
    const client = clients[Math.floor(Math.random() * clients.length)];
    if (!client) return Promise.resolve({ ok: false, failure: 'url', error: 'the app is not online', ms: 0 });
    const messageId = `${hex(8)}-${hex(4)}-${hex(4)}-${hex(12)}`;
    const started = performance.now();
    const ms = (): number => Math.round(performance.now() - started);
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle({ ok: false, failure: 'timeout', error: 'no acknowledgement', ms: ms() }), ANSWER_MS);
      const settle = (result: PostResult): void => {
        clearTimeout(timer);
        this.waiting.delete(messageId);
        resolve({ ...result, ms: ms() });
      };
      this.waiting.set(messageId, { client, settle, started });
      for (const frame of this.framesOf(client, messageId, delivery)) this.write(client, frame);
    });
  }

  /** Ends every connection: `close` says goodbye, `terminate` cuts the line. */
  drop(how: 'close' | 'terminate'): void {
    for (const { socket } of this.clients) how === 'close' ? socket.close(1001) : socket.terminate();
  }

  close(): void {
    this.drop('terminate');
    for (const socket of this.stuck) socket.destroy();
    this.server.close();
  }

  private open(socket: WebSocket, service: number): void {
    const client: Client = { id: `c_${hex(8)}`, service, socket, since: this.platform.clock.now() };
    this.clients.add(client);
    this.platform.changed({ type: 'world' });
    socket.on('error', () => {});
    socket.on('message', (data: Buffer) => this.receive(client, data));
    socket.on('close', () => {
      this.clients.delete(client);
      for (const { client: of, settle } of this.waiting.values()) {
        if (of === client) settle({ ok: false, failure: 'broken', error: 'the connection was closed', ms: 0 });
      }
      this.platform.changed({ type: 'world' });
    });
  }

  private receive(client: Client, data: Buffer): void {
    if (this.platform.faults.connection.mute) return;
    let frame: Frame;
    try {
      frame = decodeFrame(data);
    } catch (error) {
      this.platform.log(`sandbox: a client sent no frame: ${error instanceof Error ? error.message : String(error)}`);
      return;
    }
    if (frame.method === 0 && frame.headers.type === 'ping') {
      const payload = encoder.encode(JSON.stringify(this.platform.clientConfig));
      this.write(client, { ...frame, headers: { type: 'pong' }, payload });
    }
    if (frame.method === 1) this.waiting.get(frame.headers.message_id ?? '')?.settle(acknowledged(frame.payload));
  }

  private write(client: Client, frame: Frame): void {
    if (!this.platform.faults.connection.mute) client.socket.send(encodeFrame(frame));
  }

  /** The event as JSON, cut into as many pieces as the fault asks for. */
  private framesOf(client: Client, messageId: string, delivery: Delivery): Frame[] {
    const bytes = encoder.encode(JSON.stringify(delivery.body));
    const sum = Math.min(Math.max(1, this.platform.faults.connection.fragments ?? 1), bytes.length);
    const size = Math.ceil(bytes.length / sum);
    const traceId = hex(32);
    return Array.from({ length: sum }, (_, seq) => ({
      SeqID: ++this.sequence,
      LogID: this.sequence,
      service: client.service,
      method: 1,
      headers: {
        type: 'event',
        message_id: messageId,
        sum: String(sum),
        seq: String(seq),
        trace_id: traceId,
        timestamp: String(this.platform.clock.now()),
      },
      payload: bytes.subarray(seq * size, (seq + 1) * size),
    }));
  }
}

/** `{"code":200,"data":"<base64 of JSON>"}`; an answer that is no object counts as none. */
function acknowledged(payload: Uint8Array): PostResult {
  try {
    const ack = JSON.parse(new TextDecoder().decode(payload)) as { code?: unknown; data?: unknown };
    const status = typeof ack.code === 'number' ? ack.code : 500;
    const text = typeof ack.data === 'string' ? Buffer.from(ack.data, 'base64').toString('utf8') : '{}';
    const answer: unknown = JSON.parse(text);
    return { ok: true, status, body: typeof answer === 'object' && answer !== null ? text : '{}', ms: 0 };
  } catch {
    return { ok: true, status: 500, body: '', ms: 0 };
  }
}
