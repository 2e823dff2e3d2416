import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as lark from '@larksuiteoapi/node-sdk';
import express from 'express';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/server.ts';

export const NOON = Date.UTC(2026, 2, 4, 4);

/** A clock turned by hand, at noon in Shanghai. */
export const still = (): SandboxOptions => ({ now: () => NOON, realTime: false });

// biome-ignore lint/suspicious/noExplicitAny: answers are read as loosely as a test needs
export type Loose = any;

const quiet = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };

export const sdkClient = (sandbox: Sandbox): lark.Client =>
  new lark.Client({ appId: sandbox.appId, appSecret: sandbox.appSecret, domain: sandbox.url, logger: quiet });

export interface Controls {
  get(path: string): Promise<Loose>;
  post(path: string, body?: object): Promise<Loose>;
  world(): Promise<Loose>;
}

export function controls(sandbox: Sandbox): Controls {
  const call = async (path: string, init?: RequestInit): Promise<Loose> => {
    const response = await fetch(`${sandbox.url}/_sandbox${path}`, init);
    return { ...((await response.json()) as object), http: response.status };
  };
  return {
    get: (path) => call(path),
    post: (path, body = {}) => call(path, { method: 'POST', body: JSON.stringify(body) }),
    world: () => call('/world'),
  };
}

export interface Api {
  token: string;
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; headers: Headers; body: Loose }>;
}

/** The open API over plain HTTP, with a living token. */
export async function openApi(sandbox: Sandbox): Promise<Api> {
  const send: Api['call'] = async (method, path, body, headers) => {
    const response = await fetch(`${sandbox.url}/open-apis${path}`, {
      method,
      headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text.startsWith('{') ? JSON.parse(text) : text };
  };
  const api: Api = { token: '', call: send };
  const issued = await send('POST', '/auth/v3/tenant_access_token/internal', { app_id: sandbox.appId, app_secret: sandbox.appSecret });
  api.token = issued.body.tenant_access_token;
  return api;
}

export interface Receiver {
  url: string;
  events: Loose[];
  /** Answers card callbacks; undefined = `{}`. */
  onPress: (event: Loose) => unknown;
  close(): Promise<void>;
}

const EVENTS = [
  'im.message.receive_v1',
  'im.message.recalled_v1',
  'im.chat.member.bot.added_v1',
  'im.chat.member.bot.deleted_v1',
  'im.chat.access_event.bot_p2p_chat_entered_v1',
  'application.bot.menu_v6',
  'vc.meeting.meeting_started_v1',
  'vc.meeting.meeting_ended_v1',
  'vc.meeting.join_meeting_v1',
  'vc.meeting.leave_meeting_v1',
  'vc.meeting.recording_started_v1',
  'vc.meeting.recording_ended_v1',
  'vc.meeting.recording_ready_v1',
];

/** The SDK's own dispatcher behind the SDK's own express adapter, as most bots have it. */
export async function sdkReceiver(sandbox: Sandbox): Promise<Receiver> {
  const receiver: Receiver = { url: '', events: [], onPress: () => ({}), close: () => Promise.resolve() };
  const handlers: Record<string, (event: Loose) => Promise<unknown>> = {
    'card.action.trigger': async (event) => {
      receiver.events.push(event);
      return receiver.onPress(event);
    },
  };
  for (const type of EVENTS) handlers[type] = async (event) => void receiver.events.push(event);
  const dispatcher = new lark.EventDispatcher({
    ...(sandbox.encryptKey ? { encryptKey: sandbox.encryptKey } : {}),
    verificationToken: sandbox.verificationToken ?? '',
    logger: quiet,
  }).register(handlers as Loose);
  const app = express();
  app.use('/', lark.adaptExpress(dispatcher, { autoChallenge: true }) as Loose);
  const server = await listening(createServer(app));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  receiver.close = () => closing(server);
  await sandbox.setWebhook(receiver.url);
  return receiver;
}

function listening(server: Server): Promise<Server> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function closing(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** A receiver that answers what it is told: a status, or a function of the raw request. */
export async function rawReceiver(
  answer: () => { status?: number; body?: string } | 'hang',
): Promise<{ url: string; bodies: string[]; headers: Loose[]; close(): Promise<void> }> {
  const bodies: string[] = [];
  const headers: Loose[] = [];
  const server = await listening(
    createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        bodies.push(Buffer.concat(chunks).toString());
        headers.push(request.headers);
        const said = answer();
        if (said !== 'hang') response.writeHead(said.status ?? 200, { 'content-type': 'application/json' }).end(said.body ?? '{}');
      });
    }),
  );
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, bodies, headers, close: () => closing(server) };
}

export { startSandbox };
