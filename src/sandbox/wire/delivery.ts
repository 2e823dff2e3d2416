import type { Delivery } from '../control/shapes.ts';
import { hex } from '../world/ids.ts';
import type { Platform } from '../world/platform.ts';
import type { PostResult } from './post.ts';

const KEPT = 2000;
const ANSWER_CUT = 4096;

/** The log of everything that was sent, as the console shows it. */
export class DeliveryLog {
  private readonly platform: Platform;
  private deliveries: Delivery[] = [];

  constructor(platform: Platform) {
    this.platform = platform;
  }

  record(kind: Delivery['kind'], eventType: string, eventId: string, body: unknown): Delivery {
    const delivery: Delivery = {
      id: `d_${hex(12)}`,
      kind,
      event_type: eventType,
      event_id: eventId,
      at: this.platform.clock.now(),
      state: 'retrying',
      attempts: [],
      next_at: null,
      body,
      answer: null,
    };
    this.deliveries.push(delivery);
    if (this.deliveries.length > KEPT) this.deliveries.shift();
    this.changed(delivery);
    return delivery;
  }

  attempted(delivery: Delivery, result: PostResult): void {
    delivery.attempts.push({
      at: this.platform.clock.now(),
      status: result.ok ? result.status : null,
      ms: result.ms,
      ...(result.ok ? (result.status === 200 ? {} : { error: `HTTP ${result.status}` }) : { error: result.error }),
    });
    if (result.ok) delivery.answer = result.body.slice(0, ANSWER_CUT);
    this.changed(delivery);
  }

  settle(delivery: Delivery, state: Delivery['state'], nextAt: number | null = null): void {
    delivery.state = state;
    delivery.next_at = nextAt;
    this.changed(delivery);
  }

  /** Newest first. */
  list(limit: number): Delivery[] {
    return this.deliveries.slice(-limit).reverse();
  }

  find(id: string): Delivery | undefined {
    return this.deliveries.find((delivery) => delivery.id === id);
  }

  clear(): void {
    this.deliveries = [];
  }

  private changed(delivery: Delivery): void {
    this.platform.changed({ type: 'delivery', id: delivery.id });
  }
}
