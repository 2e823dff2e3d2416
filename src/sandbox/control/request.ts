import type { Dispatcher } from '../open-api/dispatch.ts';
import { NotPossible } from '../people/not-possible.ts';
import { personOf } from '../people/people.ts';
import type { AccountsServer } from '../registration/accounts-server.ts';
import type { Deliverer } from '../wire/deliver.ts';
import type { Json } from '../world/content.ts';
import type { Platform } from '../world/platform.ts';
import type { Person } from '../world/world.ts';

/** A call of the control API, and how its parts are read. */

export interface ControlParts {
  platform: Platform;
  deliver: Deliverer;
  dispatcher: Dispatcher;
  /** Where apps are registered; null: nowhere. */
  accounts: AccountsServer | null;
  setWebhook(url: string | null): Promise<void>;
  reset(): void;
}

export interface Request {
  parts: ControlParts;
  params: Record<string, string>;
  query: URLSearchParams;
  body: Json;
}

export interface ControlRoute {
  method: 'GET' | 'POST';
  path: string;
  handle(request: Request): object | Promise<object>;
}

export const text = (body: Json, key: string): string | undefined => {
  const value = body[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new NotPossible(`${key} must be a string.`);
  return value;
};

export const flag = (body: Json, key: string): boolean | undefined => {
  const value = body[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'boolean') throw new NotPossible(`${key} must be true or false.`);
  return value;
};

export const strings = (body: Json, key: string): string[] => {
  const value = body[key] ?? [];
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'string')) throw new NotPossible(`${key} must be a list of strings.`);
  return value as string[];
};

export const actor = ({ parts, body }: Request): Person => personOf(parts.platform, body.as);

export const limitOf = (query: URLSearchParams): number => {
  const limit = Number(query.get('limit') ?? 100);
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, 2000) : 100;
};
