import { performance } from 'node:perf_hooks';
import type { HttpInstance } from '@larksuiteoapi/node-sdk';
import type { Millis } from '../../domain/time.ts';
import { type Http, HttpAnswer, instanceOver, NoAnswer } from '../api/http.ts';
import { type Log, sdk, sdkLogger } from '../api/sdk.ts';
import { type Fields, fields } from '../narrow.ts';
import type { Intake } from './intake.ts';
import { explain, retryAfter } from './refused-connection.ts';

/** `up` after every connect; `lost` when a line breaks; `dead` when nobody answers on it any more; `refused` by the endpoint. */
export type ConnectionTurn = 'up' | 'lost' | 'dead' | 'refused';

export interface LongConnectionOptions {
  appId: string;
  appSecret: string;
  /** Origin of the open platform. */
  domain: string;
  http: Http;
  intake: Intake;
  log: Log;
  /** Counted: once for every turn. */
  onTurn?(turn: ConnectionTurn): void;
  /** How long a line may be quiet, and how often we ask whether it is still there. Tests make it short. */
  pace?: Pace;
}

export interface Pace {
  /** A ping is sent this often, whatever the platform asks for (two minutes). */
  pingEvery: Millis;
  /** Without an answer for this long after a ping the line is cut. Shorter than `pingEvery`: every ping starts it anew. */
  pongWithin: Millis;
  /** With no sign of life for this long we start over ourselves. */
  deadAfter: Millis;
  /** The longest pause before the first, and between later tries to come back. */
  comeBack: Millis;
  handshake: Millis;
}

/** A peer that vanished is noticed within 50 s by the pings, and within 80 s by our own watchdog should they fail. */
export const PACE: Pace = { pingEvery: 30_000, pongWithin: 20_000, deadAfter: 75_000, comeBack: 15_000, handshake: 10_000 };

export interface LongConnection {
  start(): void;
  /** Why no event can come in now, in words for an administrator; null while the line is up. */
  problem(): string | null;
  /** Takes no more events, lets those at hand be acknowledged, and says goodbye. */
  close(timeoutMs: Millis): Promise<void>;
}

/** How often our own watch looks within `deadAfter`. */
export const LOOKS = 15;

type Client = InstanceType<ReturnType<typeof sdk>['WSClient']>;

export function createLongConnection(options: LongConnectionOptions): LongConnection {
  return new Line(options);
}

/** One line to the platform: the SDK's client, and a watch over it. */
class Line implements LongConnection {
  private readonly o: LongConnectionOptions;
  private readonly pace: Pace;
  private readonly atWork = new Set<Promise<unknown>>();
  private client: Client | null = null;
  private state: 'connecting' | 'up' | 'lost' | 'refused' = 'connecting';
  /** Why the last try got no answer. */
  private trouble: string | null = null;
  private refusal: { code: number; msg: string } | null = null;
  private since: Millis;
  private heardAt: Millis;
  private watch: NodeJS.Timeout | undefined;
  private again: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(o: LongConnectionOptions) {
    this.o = o;
    this.pace = o.pace ?? PACE;
    this.since = this.heardAt = performance.now();
  }

  start(): void {
    this.watch = setInterval(() => this.look(), Math.max(50, this.pace.deadAfter / LOOKS));
    this.watch.unref();
    this.open();
  }

  problem(): string | null {
    const { code, msg } = this.refusal ?? { code: 0, msg: '' };
    if (this.state === 'refused') return `the platform refuses the long connection (${code}): ${explain(code, msg)}`;
    if (this.state === 'up') return null;
    const seconds = Math.max(0, Math.round((performance.now() - this.since) / 1000));
    return this.state === 'connecting'
      ? `the long connection to the platform is not up yet${this.trouble === null ? '' : ` (${this.trouble})`}`
      : `the long connection to the platform has been down for ${seconds} s; reconnecting`;
  }

  async close(timeoutMs: Millis): Promise<void> {
    this.closed = true;
    clearInterval(this.watch);
    clearTimeout(this.again);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, timeoutMs);
    });
    await Promise.race([Promise.allSettled([...this.atWork]), late]);
    clearTimeout(timer);
    // One turn more: an acknowledgement is written after its handler has returned.
    await new Promise((resolve) => setImmediate(resolve));
    this.client?.close();
  }

  private open(): void {
    if (this.closed) return;
    const { appId, appSecret, domain, log } = this.o;
    const { WSClient, LoggerLevel } = sdk();
    const said = sdkLogger(log, [appSecret]);
    const client = new WSClient({
      appId,
      appSecret,
      domain,
      httpInstance: this.endpointOver(this.o.http.instance),
      // The only public sign of an answered ping.
      logger: {
        ...said,
        trace: (...parts: unknown[]) => {
          if (parts.flat().includes('receive pong')) this.hear();
        },
      },
      loggerLevel: LoggerLevel.trace,
      handshakeTimeoutMs: this.pace.handshake,
      wsConfig: { pingTimeout: this.pace.pongWithin / 1000 },
      onReady: () => this.turn('up'),
      onReconnected: () => this.turn('up'),
      onReconnecting: () => this.turn('lost'),
      onError: (error: Error) => this.giveUp(error),
    });
    keepPace(client, this.pace);
    this.client = client;
    this.hear();
    // All that the client asks of a dispatcher; ours reads the raw envelope as the webhook does.
    const dispatcher = { invoke: (event: unknown) => this.receive(event) };
    void client.start({ eventDispatcher: dispatcher as never });
  }

  private turn(turn: ConnectionTurn): void {
    if (this.closed) return;
    this.o.onTurn?.(turn);
    this.state = turn === 'up' ? 'up' : turn === 'refused' ? 'refused' : 'lost';
    this.since = performance.now();
    this.hear();
    if (turn === 'up') this.refusal = this.trouble = null;
    const { code } = this.refusal ?? {};
    if (turn === 'up') this.o.log.info({}, 'the long connection is up');
    else this.o.log.warn({ turn, ...(code === undefined ? {} : { code }) }, this.problem() ?? 'the long connection broke');
  }

  private hear(): void {
    this.heardAt = performance.now();
  }

  /** The pings may fail us, and so may the client's own state: what matters is whether anything was heard. */
  private look(): void {
    const quiet = performance.now() - this.heardAt;
    if (this.state === 'refused' || quiet < this.pace.deadAfter * (this.state === 'up' ? 1 : 3)) return;
    this.turn('dead');
    this.client?.close({ force: true });
    this.open();
  }

  /** The client stops for good at refusals that it takes for final. Some of them pass, and the others may be mended in the console. */
  private giveUp(error: Error): void {
    if (this.closed) return;
    this.refusal ??= { code: 0, msg: error.message };
    this.turn('refused');
    this.client?.close({ force: true });
    this.again = setTimeout(() => this.open(), retryAfter(this.refusal.code));
    this.again.unref();
  }

  /** Throws when the platform has to send the event again: the client then acknowledges with 500. */
  private async receive(event: unknown): Promise<object | undefined> {
    this.hear();
    if (this.closed) throw new Error('closing');
    const header = fields(fields(event)?.header);
    if (header?.app_id !== undefined && header.app_id !== this.o.appId) return undefined;
    const work = this.o.intake(event);
    this.atWork.add(work);
    const taken = await work.finally(() => this.atWork.delete(work));
    if (taken.callback) return taken.answer;
    if (taken.outcome === 'unavailable') throw new Error('not stored');
    return undefined;
  }

  /** Our HTTP for the one request that the client makes; it learns the refusals and their words on the way. */
  private endpointOver(inner: HttpInstance): HttpInstance {
    return instanceOver(async (asked) => {
      const answer: unknown = await inner.request(asked).catch((error: unknown) => {
        this.trouble = error instanceof NoAnswer ? error.reason : 'no answer';
        throw error;
      });
      const body = answer instanceof HttpAnswer ? fields(answer.body) : null;
      if (body === null) {
        this.trouble = answer instanceof HttpAnswer ? `HTTP ${answer.status}` : 'no answer';
        throw new Error(this.trouble);
      }
      const code = Number(body.code);
      if (code !== 0) this.refusal = { code, msg: typeof body.msg === 'string' ? body.msg.slice(0, 200) : '' };
      // The client reads `data` before it looks at the code.
      return { ...body, data: fields(body.data) ?? {} } as never;
    });
  }
}

/**
 * The platform asks for a ping every two minutes and for pauses of up to 150 s before coming back; with those a dead peer is noticed
 * late and a short break costs minutes. There is no option for it, so what the client takes over from the platform is capped.
 */
function keepPace(client: Client, pace: Pace): void {
  const config = (client as unknown as { wsConfig?: { updateWs?: (told: Fields) => void } }).wsConfig;
  if (typeof config?.updateWs !== 'function') return;
  const update = config.updateWs.bind(config);
  const caps: [string, Millis][] = [
    ['pingInterval', pace.pingEvery],
    ['reconnectInterval', pace.comeBack],
    ['reconnectNonce', pace.comeBack],
  ];
  config.updateWs = (told) => {
    const capped = { ...told };
    for (const [name, most] of caps) {
      const value = told[name];
      if (value !== undefined) capped[name] = typeof value === 'number' && value >= 0 ? Math.min(value, most) : most;
    }
    update(capped);
  };
  config.updateWs(Object.fromEntries(caps));
}
