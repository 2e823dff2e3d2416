import type { Change } from '../control/shapes.ts';
import { CLIENT_CONFIG, type ClientConfig } from './client-config.ts';
import type { PlatformClock } from './clock.ts';
import type { ApiFault, ConnectionFault, DeliveryFault } from './faults.ts';
import { newTenantKey } from './ids.ts';
import { createWorld } from './new-world.ts';
import { DEFAULT_SCOPES, type Scope } from './scopes.ts';
import type { Lang, Person, World } from './world.ts';

/** The app as it stands in the console. */
export interface App {
  appId: string;
  appSecret: string;
  encryptKey: string | null;
  verificationToken: string | null;
  webhookUrl: string | null;
  name: string;
  enName: string;
  botOpenId: string;
  scopes: Set<string>;
  /** Subscribed event types; null = all. */
  events: string[] | null;
  callbacks: string[] | null;
  botEnabled: boolean;
}

export type Suggestion = Record<Lang, string>;

export interface Faults {
  deliveries: DeliveryFault[];
  api: ApiFault[];
  /** What get_active_meeting answers when nothing runs. */
  active_absent: 'error' | 'empty';
  /** Bad host ids: listed in the answer, or refused with 123004. */
  bad_hosts: 'soft' | 'hard';
  /** The password of a reserve that is updated without one: the documents say both. */
  update_password: 'kept' | 'drawn';
  connection: ConnectionFault;
}

/** A press that may still be answered with a delayed update. */
export interface CardToken {
  messageId: string;
  expiresAt: number;
  uses: number;
}

/** All state of one sandbox, handed to every part of it. */
export interface Platform {
  app: App;
  clock: PlatformClock;
  /** Real milliseconds, for limits that the app lives in; the platform's clock where time is turned by hand. */
  pace: () => number;
  world: World;
  faults: Faults;
  /** Decides whether a fault that happens by chance happens; a seed makes it decide the same again. */
  chance: () => number;
  tokens: Map<string, number>;
  cardTokens: Map<string, CardToken>;
  /** `chat_id open_id` → when that person looked at that chat last; not kept over a restart. */
  reads: Map<string, number>;
  tokenSeconds: number;
  /** What clients of the long connection are told, in seconds. */
  clientConfig: ClientConfig;
  /** What a newcomer could say, in each language of the page. */
  suggestions: Suggestion[];
  log: (line: string) => void;
  changed(change: Change): void;
  onChange(listener: (change: Change) => void): () => void;
}

export function noFaults(): Faults {
  return { deliveries: [], api: [], active_absent: 'error', bad_hosts: 'soft', update_password: 'kept', connection: {} };
}

export function createPlatform(
  app: App,
  clock: PlatformClock,
  options: { pace: () => number; tokenSeconds: number; suggestions: Suggestion[]; log: (line: string) => void },
): Platform {
  const listeners = new Set<(change: Change) => void>();
  return {
    app,
    clock,
    pace: options.pace,
    world: createWorld(clock.now(), newTenantKey()),
    faults: noFaults(),
    chance: Math.random,
    tokens: new Map(),
    cardTokens: new Map(),
    reads: new Map(),
    tokenSeconds: options.tokenSeconds,
    clientConfig: { ...CLIENT_CONFIG },
    suggestions: options.suggestions,
    log: options.log,
    changed(change) {
      for (const listener of listeners) listener(change);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const hasAny = (app: App, anyOf: readonly Scope[] | undefined): boolean => !anyOf || anyOf.some((scope) => app.scopes.has(scope));

export const grantedBy = (scopes: string[] | null | undefined): Set<string> => new Set(scopes ?? DEFAULT_SCOPES);

/** Ids as events carry them; user_id only where the scope for it is granted. */
export function userIds(app: App, someone: Person): { union_id: string; user_id: string | null; open_id: string } {
  const user_id = app.scopes.has('contact:user.employee_id:readonly') ? someone.userId : null;
  return { union_id: someone.unionId, user_id, open_id: someone.openId };
}
