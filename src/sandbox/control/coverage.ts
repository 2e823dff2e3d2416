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

/** The same as a Markdown table, as it stands in the README. */
export function coverageTable(): string {
  const rows = COVERAGE.map((row) => `| \`${row.method} ${row.path}\` | ${row.identity} | ${row.scopes} | ${row.limit} | ${row.note} |`);
  return ['| API | identity | scope, any of | limit | differs |', '|---|---|---|---|---|', ...rows].join('\n');
}
