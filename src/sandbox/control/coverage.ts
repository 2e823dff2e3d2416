import { ROUTES } from '../open-api/routes.ts';

/** What is emulated, one line per API: generated from the routes, so that it cannot promise more. */
export interface Coverage {
  method: string;
  path: string;
  identity: string;
  scopes: string;
  limit: string;
  note: string;
}

export const COVERAGE: readonly Coverage[] = ROUTES.map((route) => ({
  method: route.method,
  path: route.path,
  identity: route.identity === 'none' ? '–' : route.identity === 'tenant' ? 'tenant token' : 'user token',
  scopes: route.anyOf?.join(', ') ?? '–',
  limit: route.tier?.name ?? '–',
  note: route.note ?? '',
}));
