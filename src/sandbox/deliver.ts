import { type DeliveryFault, takeDeliveryFault } from './faults.ts';
import { hex, newEventId } from './ids.ts';
import { hasAny, type Platform } from './platform.ts';
import { type PostFailure, type PostResult, post } from './post.ts';
import { EVENT_SCOPES, type Scope } from './scopes.ts';
import { encrypt, signature } from './seal.ts';

export interface Attempt {
  at: number;
  /** HTTP status; null when nothing came back. */
  status: number | null;
  ms: number;
  error?: string;
}

export interface Delivery {
  id: string;
  kind: 'event' | 'callback' | 'verification';
  event_type: string;
  event_id: string;
  at: number;
  state: 'ok' | 'retrying' | 'failed';
  attempts: Attempt[];
  next_at: number | null;
  /** The event as JSON before encryption. */
  body: unknown;
  /** What came back, cut at 4 KB. */
  answer: string | null;
}

export type CallbackResult = { ok: true; status: number; body: string } | { ok: false; status: number | null; code: number };

export interface Deliverer {
  /** Sends an event, if the app subscribes to it and has a scope for it; null otherwise. `anyOf` overrides the table of scopes. */
  push(eventType: string, event: object, anyOf?: readonly Scope[]): Delivery | null;
  /** Sends a callback and waits for its answer: 3 s, one try. */
  callback(eventType: string, event: object): Promise<CallbackResult>;
  /** Address verification; throws a sentence when the address does not pass. */
  verify(url: string): Promise<void>;
  /** The same event once more, `times` copies at once. */
  again(id: string, times: number): boolean;
  list(limit: number): Delivery[];
  find(id: string): Delivery | undefined;
  /** Resolves when nothing is on the wire. */
  idle(): Promise<void>;
  clear(): void;
}

/** After the first try. Source: event overview, delivery rules. */
export const RETRY_AFTER_MS = [15_000, 300_000, 3_600_000, 21_600_000] as const;
const ANSWER_MS = 3000;
const VERIFY_MS = 1000;
const KEPT = 2000;
const ANSWER_CUT = 4096;

/** What the client shows when a callback fails. Source: card callback communication. */
const CALLBACK_CODES: Record<PostFailure, number> = { url: 200340, timeout: 200341, connect: 200342, dns: 200343, broken: 200341 };

export function createDeliverer(platform: Platform): Deliverer {
  const { app, clock } = platform;
  let deliveries: Delivery[] = [];
  const cancels = new Set<() => void>();
  let held: (() => void)[] = [];
  const flying = new Set<Promise<unknown>>();

  const fly = <T>(work: Promise<T>): Promise<T> => {
    const landed = (): boolean => flying.delete(work);
    flying.add(work);
    work.then(landed, landed);
    return work;
  };

  const record = (kind: Delivery['kind'], eventType: string, eventId: string, body: unknown): Delivery => {
    const delivery: Delivery = {
      id: `d_${hex(12)}`,
      kind,
      event_type: eventType,
      event_id: eventId,
      at: clock.now(),
      state: 'retrying',
      attempts: [],
      next_at: null,
      body,
      answer: null,
    };
    deliveries.push(delivery);
    if (deliveries.length > KEPT) deliveries.shift();
    platform.changed({ type: 'delivery', id: delivery.id });
    return delivery;
  };

  const envelope = (eventType: string, eventId: string, createTime: string, event: object): object => ({
    schema: '2.0',
    header: {
      event_id: eventId,
      event_type: eventType,
      create_time: createTime,
      token: app.verificationToken ?? '',
      app_id: app.appId,
      tenant_key: platform.world.tenantKey,
    },
    event,
  });

  const spoiled = (body: unknown): unknown => {
    const copy = structuredClone(body) as { header?: { token?: string } };
    if (copy.header) copy.header.token = hex(32);
    return copy;
  };

  const send = (delivery: Delivery, body: unknown, fault?: DeliveryFault): Promise<PostResult> => {
    const plain = JSON.stringify(fault?.mode === 'bad_token' ? spoiled(body) : body);
    const headers: Record<string, string> = { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'feishu-sandbox' };
    let sealed = plain;
    if (app.encryptKey) {
      sealed = JSON.stringify({ encrypt: encrypt(app.encryptKey, plain) });
      const timestamp = String(Math.floor(clock.now() / 1000));
      const nonce = hex(16);
      const key = fault?.mode === 'bad_signature' ? hex(32) : app.encryptKey;
      headers['X-Lark-Request-Timestamp'] = timestamp;
      headers['X-Lark-Request-Nonce'] = nonce;
      headers['X-Lark-Signature'] = signature(timestamp, nonce, key, sealed);
    }
    const none: PostResult = { ok: false, failure: 'url', error: 'no request URL is set', ms: 0 };
    const sent = app.webhookUrl ? post(app.webhookUrl, headers, sealed, ANSWER_MS) : Promise.resolve(none);
    return fly(
      sent.then((result) => {
        delivery.attempts.push({
          at: clock.now(),
          status: result.ok ? result.status : null,
          ms: result.ms,
          ...(result.ok ? (result.status === 200 ? {} : { error: `HTTP ${result.status}` }) : { error: result.error }),
        });
        if (result.ok) delivery.answer = result.body.slice(0, ANSWER_CUT);
        platform.changed({ type: 'delivery', id: delivery.id });
        return result;
      }),
    );
  };

  const settle = (delivery: Delivery, state: Delivery['state'], nextAt: number | null): void => {
    delivery.state = state;
    delivery.next_at = nextAt;
    platform.changed({ type: 'delivery', id: delivery.id });
  };

  const attempt = async (delivery: Delivery, tries: number): Promise<void> => {
    const fault = takeDeliveryFault(platform.faults.deliveries, delivery.event_type, ['bad_signature', 'bad_token']);
    const result = await send(delivery, delivery.body, fault);
    if (result.ok && result.status === 200) {
      settle(delivery, 'ok', null);
      return;
    }
    const wait = RETRY_AFTER_MS[tries];
    if (wait === undefined) {
      platform.log(`sandbox: ${delivery.event_type} was given up after ${tries + 1} tries`);
      settle(delivery, 'failed', null);
      return;
    }
    const nextAt = clock.now() + wait;
    settle(delivery, 'retrying', nextAt);
    const cancel = clock.at(nextAt, () => {
      cancels.delete(cancel);
      void fly(attempt(delivery, tries + 1));
    });
    cancels.add(cancel);
  };

  const releaseHeld = (): void => {
    const waiting = held;
    held = [];
    for (const release of waiting) release();
  };

  const start = async (delivery: Delivery): Promise<void> => {
    const fault = takeDeliveryFault(platform.faults.deliveries, delivery.event_type, ['drop', 'duplicate', 'delay', 'reorder']);
    if (fault?.mode === 'drop') {
      settle(delivery, 'failed', null);
      return;
    }
    if (fault?.mode === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms ?? 1000));
    if (fault?.mode === 'reorder') {
      await new Promise<void>((resolve) => {
        held.push(resolve);
        setTimeout(resolve, fault.ms ?? 1000);
      });
      await attempt(delivery, 0);
      return;
    }
    const copies = fault?.mode === 'duplicate' ? Math.max(1, fault.copies ?? 2) - 1 : 0;
    const extra = Array.from({ length: copies }, () => send(delivery, delivery.body));
    await attempt(delivery, 0);
    await Promise.all(extra);
    releaseHeld();
  };

  return {
    push(eventType, event, anyOf = EVENT_SCOPES[eventType]) {
      if (app.events && !app.events.includes(eventType)) return null;
      if (!hasAny(app, anyOf)) return null;
      const eventId = newEventId();
      const delivery = record('event', eventType, eventId, envelope(eventType, eventId, String(clock.now()), event));
      void fly(start(delivery));
      return delivery;
    },

    async callback(eventType, event) {
      if (!app.webhookUrl || (app.callbacks && !app.callbacks.includes(eventType))) return { ok: false, status: null, code: 200340 };
      const eventId = newEventId();
      const delivery = record('callback', eventType, eventId, envelope(eventType, eventId, `${clock.now()}000`, event));
      const fault = takeDeliveryFault(platform.faults.deliveries, eventType, ['drop', 'duplicate', 'delay', 'bad_signature', 'bad_token']);
      if (fault?.mode === 'drop') {
        settle(delivery, 'failed', null);
        return { ok: false, status: null, code: 200341 };
      }
      if (fault?.mode === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms ?? 1000));
      if (fault?.mode === 'duplicate') void send(delivery, delivery.body);
      const result = await send(delivery, delivery.body, fault);
      const good = result.ok && result.status === 200;
      settle(delivery, good ? 'ok' : 'failed', null);
      if (!result.ok) return { ok: false, status: null, code: CALLBACK_CODES[result.failure] };
      return good ? { ok: true, status: 200, body: result.body } : { ok: false, status: result.status, code: 200671 };
    },

    async verify(url) {
      const challenge = `${hex(8)}-${hex(8)}-${hex(16)}`;
      const body = { challenge, token: app.verificationToken ?? '', type: 'url_verification' };
      const delivery = record('verification', 'url_verification', '', body);
      const plain = JSON.stringify(body);
      const sealed = app.encryptKey ? JSON.stringify({ encrypt: encrypt(app.encryptKey, plain) }) : plain;
      const result = await fly(post(url, { 'content-type': 'application/json; charset=utf-8' }, sealed, VERIFY_MS));
      const refuse = (reason: string): never => {
        settle(delivery, 'failed', null);
        throw new Error(`the request URL was not accepted: ${reason}`);
      };
      delivery.attempts.push({
        at: clock.now(),
        status: result.ok ? result.status : null,
        ms: result.ms,
        ...(result.ok ? {} : { error: result.error }),
      });
      if (!result.ok) return refuse(result.error);
      delivery.answer = result.body.slice(0, ANSWER_CUT);
      if (result.status !== 200) return refuse(`it answered HTTP ${result.status}`);
      let answered: unknown;
      try {
        answered = JSON.parse(result.body);
      } catch {
        return refuse('its answer is not JSON');
      }
      if ((answered as { challenge?: unknown } | null)?.challenge !== challenge) return refuse('it did not answer the challenge');
      settle(delivery, 'ok', null);
    },

    again(id, times) {
      const delivery = deliveries.find((other) => other.id === id);
      if (!delivery || delivery.kind === 'verification') return false;
      for (let copy = 0; copy < times; copy++) void fly(send(delivery, delivery.body));
      return true;
    },

    list: (limit) => deliveries.slice(-limit).reverse(),
    find: (id) => deliveries.find((delivery) => delivery.id === id),

    async idle() {
      while (flying.size > 0) await Promise.allSettled([...flying]);
    },

    clear() {
      for (const cancel of cancels) cancel();
      cancels.clear();
      deliveries = [];
      releaseHeld();
    },
  };
}
