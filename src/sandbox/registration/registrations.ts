import type { Addons } from '../control/shapes.ts';
import { hex } from '../world/ids.ts';
import type { Platform } from '../world/platform.ts';
import { SCOPES } from '../world/scopes.ts';

/** Scan to create an app: a device flow (RFC 8628) as the SDK's `registerApp` speaks it. */

const EXPIRES_S = 600;

export type Brand = 'feishu' | 'lark';

/** What the app asks for, as it travels in the link. */
interface Registration {
  deviceCode: string;
  userCode: string;
  until: number;
  polledAt: number;
  state: 'waiting' | 'confirmed' | 'declined';
  brand: Brand;
  openId: string;
}

/** HTTP status and body of an answer. */
export interface Outcome {
  status: number;
  body: object;
}

const refused = (error: string, error_description: string): Outcome => ({ status: 400, body: { error, error_description } });

export class Registrations {
  private readonly byDevice = new Map<string, Registration>();
  private readonly platform: Platform;
  /** Where a person confirms. */
  private readonly page: string;
  private readonly interval: number;

  constructor(platform: Platform, page: string, interval: number) {
    this.interval = interval;
    this.platform = platform;
    this.page = page;
  }

  /** `brand`: whose accounts domain was asked. */
  answer(form: URLSearchParams, brand: Brand): Outcome {
    const action = form.get('action');
    if (action === 'begin') return this.begin();
    if (action === 'poll') return this.poll(form.get('device_code') ?? '', brand);
    return refused('invalid_request', 'action must be begin or poll');
  }

  /** A person's answer on the page. False: no such code, or it is too late. */
  decide(userCode: string, answer: { confirm: boolean; brand: Brand; openId: string; addons: Addons }): boolean {
    const one = [...this.byDevice.values()].find((each) => each.userCode === userCode);
    if (one?.state !== 'waiting' || this.platform.clock.now() >= one.until) return false;
    one.state = answer.confirm ? 'confirmed' : 'declined';
    one.brand = answer.brand;
    one.openId = answer.openId;
    if (answer.confirm) this.grant(answer.addons);
    return true;
  }

  private begin(): Outcome {
    const userCode = hex(8).toUpperCase();
    const one: Registration = {
      deviceCode: hex(40),
      userCode,
      until: this.platform.clock.now() + EXPIRES_S * 1000,
      polledAt: 0,
      state: 'waiting',
      brand: 'feishu',
      openId: '',
    };
    this.byDevice.set(one.deviceCode, one);
    return {
      status: 200,
      body: {
        device_code: one.deviceCode,
        user_code: userCode,
        verification_uri: this.page,
        verification_uri_complete: `${this.page}?user_code=${userCode}`,
        interval: this.interval,
        expires_in: EXPIRES_S,
      },
    };
  }

  private poll(deviceCode: string, brand: Brand): Outcome {
    const one = this.byDevice.get(deviceCode);
    if (!one) return refused('invalid_grant', 'no such device_code');
    const now = this.platform.clock.now();
    if (now >= one.until) return refused('expired_token', 'the code has expired');
    if (one.state === 'declined') return refused('access_denied', 'the person declined');
    const soon = now - one.polledAt < this.interval * 800;
    one.polledAt = now;
    if (one.state === 'waiting')
      return soon ? refused('slow_down', 'polled too often') : refused('authorization_pending', 'not confirmed yet');
    const user_info = { open_id: one.openId, tenant_brand: one.brand };
    // A Lark tenant's app is handed out by Lark's domain alone: here only the brand is told.
    if (one.brand !== brand && one.brand === 'lark') return { status: 400, body: { error: 'authorization_pending', user_info } };
    this.byDevice.delete(deviceCode);
    const { appId, appSecret } = this.platform.app;
    return { status: 200, body: { client_id: appId, client_secret: appSecret, user_info } };
  }

  /** Additive; names that the platform does not know are dropped without a word. */
  private grant({ scopes, events, callbacks }: Addons): void {
    const { app } = this.platform;
    const known: readonly string[] = SCOPES;
    for (const scope of scopes?.tenant ?? []) if (known.includes(scope)) app.scopes.add(scope);
    if (app.events) app.events = [...new Set([...app.events, ...(events?.items?.tenant ?? [])])];
    if (app.callbacks) app.callbacks = [...new Set([...app.callbacks, ...(callbacks?.items ?? [])])];
    this.platform.changed({ type: 'world' });
  }
}
