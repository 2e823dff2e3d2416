import { SCOPES } from '../world/scopes.ts';
import { type Route, success } from './route.ts';

const GRANTED = 1;
const NOT_GRANTED = 2;

/** Source: application-v6 scope/list. */
export const applicationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/open-apis/application/v6/scopes',
    identity: 'tenant',
    note: 'lists every scope of this table, as if the app had asked for all of them',
    handle({ platform: { app } }) {
      const names = [...new Set<string>([...SCOPES, ...app.scopes])];
      return success({
        scopes: names.map((scope_name) => ({ scope_name, grant_status: app.scopes.has(scope_name) ? GRANTED : NOT_GRANTED })),
      });
    },
  },
];
