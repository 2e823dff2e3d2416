import type { Deliverer } from '../wire/deliver.ts';
import { Refusal } from '../world/errors.ts';
import type { Platform } from '../world/platform.ts';
import type { Scope } from '../world/scopes.ts';
import type { IdType } from '../world/world.ts';
import type { Limiter, Tier } from './gate.ts';

/** One call of an open API, past the gate. */
export interface Call {
  platform: Platform;
  deliver: Deliverer;
  limiter: Limiter;
  /** From `:name` parts of the path. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** The JSON body; undefined when there is none or it is not JSON. */
  body: unknown;
  /** Bytes of the body as it came. */
  size: number;
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/open-apis/…/:id` */
  path: string;
  /** `none`: no token; `tenant`: a tenant token; `user`: refuses a tenant token, as the platform does. */
  identity: 'none' | 'tenant' | 'user';
  /** Any one of these; none = no scope needed. */
  anyOf?: readonly Scope[];
  tier?: Tier;
  /** What is not as on the platform; shown in the coverage table. */
  note?: string;
  /** The JSON answer of HTTP 200, or a thrown `Refusal`. */
  handle(call: Call): object;
}

export const success = (data: object = {}): object => ({ code: 0, msg: 'success', data });
export const ok = (more: object = {}): object => ({ code: 0, msg: 'ok', ...more });

const USER_ID_TYPES: readonly string[] = ['open_id', 'union_id', 'user_id'];

/** `user_id_type`, open_id by default; user_id asks for its own scope. */
export function userIdType(call: Call, name = 'user_id_type'): Exclude<IdType, 'email'> {
  const type = call.query.get(name) ?? 'open_id';
  if (!USER_ID_TYPES.includes(type)) {
    throw new Refusal(99992402, {
      detail: { field_violations: [{ field: name, value: type, description: 'open_id, union_id or user_id' }] },
    });
  }
  return type as Exclude<IdType, 'email'>;
}
