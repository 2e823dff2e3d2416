import type { Delivery } from '../control/shapes.ts';
import { type DeliveryFault, takeDeliveryFault } from '../world/faults.ts';
import { newEventId } from '../world/ids.ts';
import { hasAny, type Platform } from '../world/platform.ts';
import { EVENT_SCOPES, type Scope } from '../world/scopes.ts';
import { Connections } from './connections.ts';
import { DeliveryLog } from './delivery.ts';
import type { PostFailure, PostResult } from './post.ts';
import { postDelivery, verifyAddress } from './webhook.ts';

export type CallbackResult = { ok: true; status: number; body: string } | { ok: false; status: number | null; code: number };

/** After the first try. Source: event overview, delivery rules. */
const RETRY_AFTER_MS = [15_000, 300_000, 3_600_000, 21_600_000] as const;
const FAULT_MS = 1000;

/** What the client shows when a callback fails. Source: card callback communication. */
const CALLBACK_CODES: Record<PostFailure, number> = { url: 200340, timeout: 200341, connect: 200342, dns: 200343, broken: 200341 };

/** Brings events and callbacks to the app, as often and as late as the platform does. */
export class Deliverer {
  /** Where events go when no request URL is set. */
  readonly connections: Connections;
  private readonly platform: Platform;
  private readonly log: DeliveryLog;
  private readonly cancels = new Set<() => void>();
  private held: (() => void)[] = [];
  private readonly flying = new Set<Promise<unknown>>();

  constructor(platform: Platform) {
    this.platform = platform;
    this.log = new DeliveryLog(platform);
    this.connections = new Connections(platform);
  }

  /** Sends an event, if the app subscribes to it and has a scope for it; null otherwise. `anyOf` overrides the table of scopes. */
  push(eventType: string, event: object, anyOf: readonly Scope[] | undefined = EVENT_SCOPES[eventType]): Delivery | null {
    const { app, clock, faults } = this.platform;
    if (app.events && !app.events.includes(eventType)) return null;
    if (!hasAny(app, anyOf)) return null;
    const eventId = newEventId();
    const delivery = this.log.record('event', eventType, eventId, this.envelope(eventType, eventId, String(clock.now()), event));
    const fault = takeDeliveryFault(faults.deliveries, eventType, ['drop', 'duplicate', 'delay', 'reorder'], this.platform.chance);
    if (fault?.mode === 'delay' && fault.late_ms !== undefined) this.later(fault.late_ms, () => this.attempt(delivery, 0));
    else void this.fly(this.start(delivery, fault));
    return delivery;
  }

  /** Sends a callback and waits for its answer: 3 s, one try. */
  async callback(eventType: string, event: object): Promise<CallbackResult> {
    const { app, clock, faults } = this.platform;
    if (app.callbacks && !app.callbacks.includes(eventType)) return { ok: false, status: null, code: 200340 };
    if (!app.webhookUrl && this.connections.list().length === 0) return { ok: false, status: null, code: 200340 };
    const eventId = newEventId();
    const delivery = this.log.record('callback', eventType, eventId, this.envelope(eventType, eventId, `${clock.now()}000`, event));
    const fault = takeDeliveryFault(faults.deliveries, eventType, ['drop', 'duplicate', 'delay', 'bad_signature', 'bad_token']);
    if (fault?.mode === 'drop') {
      this.log.settle(delivery, 'failed');
      return { ok: false, status: null, code: 200341 };
    }
    if (fault?.mode === 'delay') await pause(fault.ms);
    if (fault?.mode === 'duplicate') void this.send(delivery);
    const result = await this.send(delivery, fault);
    const good = result.ok && result.status === 200;
    this.log.settle(delivery, good ? 'ok' : 'failed');
    if (!result.ok) return { ok: false, status: null, code: CALLBACK_CODES[result.failure] };
    return good ? { ok: true, status: 200, body: result.body } : { ok: false, status: result.status, code: 200671 };
  }

  /** Address verification; throws a sentence when the address does not pass. */
  verify(url: string): Promise<void> {
    return this.fly(verifyAddress(this.platform, this.log, url));
  }

  /** The same event once more, `times` copies at once. */
  again(id: string, times: number): boolean {
    const delivery = this.log.find(id);
    if (!delivery || delivery.kind === 'verification') return false;
    for (let copy = 0; copy < times; copy++) void this.send(delivery);
    return true;
  }

  list(limit: number): Delivery[] {
    return this.log.list(limit);
  }

  find(id: string): Delivery | undefined {
    return this.log.find(id);
  }

  /** Resolves when nothing is on the wire. */
  async idle(): Promise<void> {
    while (this.flying.size > 0) await Promise.allSettled([...this.flying]);
  }

  clear(): void {
    for (const cancel of this.cancels) cancel();
    this.cancels.clear();
    this.log.clear();
    this.releaseHeld();
  }

  private fly<T>(work: Promise<T>): Promise<T> {
    const landed = (): boolean => this.flying.delete(work);
    this.flying.add(work);
    work.then(landed, landed);
    return work;
  }

  private envelope(eventType: string, eventId: string, createTime: string, event: object): object {
    const { app, world } = this.platform;
    return {
      schema: '2.0',
      header: {
        event_id: eventId,
        event_type: eventType,
        create_time: createTime,
        token: app.verificationToken ?? '',
        app_id: app.appId,
        tenant_key: world.tenantKey,
      },
      event,
    };
  }

  private send(delivery: Delivery, fault?: DeliveryFault): Promise<PostResult> {
    const sent = this.platform.app.webhookUrl ? postDelivery(this.platform, delivery, fault) : this.connections.send(delivery);
    return this.fly(
      sent.then((result) => {
        this.log.attempted(delivery, result);
        return result;
      }),
    );
  }

  private async start(delivery: Delivery, fault: DeliveryFault | undefined): Promise<void> {
    if (fault?.mode === 'drop') {
      this.log.settle(delivery, 'failed');
      return;
    }
    if (fault?.mode === 'delay') await pause(fault.ms);
    if (fault?.mode === 'reorder') {
      await Promise.race([new Promise<void>((resolve) => this.held.push(resolve)), pause(fault.ms)]);
      await this.attempt(delivery, 0);
      return;
    }
    const copies = fault?.mode === 'duplicate' ? Math.max(1, fault.copies ?? 2) - 1 : 0;
    const extra = Array.from({ length: copies }, () => this.send(delivery));
    await this.attempt(delivery, 0);
    await Promise.all(extra);
    this.releaseHeld();
  }

  /** On the platform's clock, which may stand still: nothing is on the wire meanwhile. */
  private later(ms: number, send: () => Promise<void>): void {
    const { clock } = this.platform;
    const cancel = clock.at(clock.now() + ms, () => {
      this.cancels.delete(cancel);
      void this.fly(send());
    });
    this.cancels.add(cancel);
  }

  private async attempt(delivery: Delivery, tries: number): Promise<void> {
    const { clock, faults, log } = this.platform;
    const result = await this.send(delivery, takeDeliveryFault(faults.deliveries, delivery.event_type, ['bad_signature', 'bad_token']));
    if (result.ok && result.status === 200) {
      this.log.settle(delivery, 'ok');
      return;
    }
    const wait = RETRY_AFTER_MS[tries];
    if (wait === undefined) {
      log(`sandbox: ${delivery.event_type} was given up after ${tries + 1} tries`);
      this.log.settle(delivery, 'failed');
      return;
    }
    const nextAt = clock.now() + wait;
    this.log.settle(delivery, 'retrying', nextAt);
    const cancel = clock.at(nextAt, () => {
      this.cancels.delete(cancel);
      void this.fly(this.attempt(delivery, tries + 1));
    });
    this.cancels.add(cancel);
  }

  private releaseHeld(): void {
    const waiting = this.held;
    this.held = [];
    for (const release of waiting) release();
  }
}

const pause = (ms = FAULT_MS): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
