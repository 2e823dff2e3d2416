import { isObject } from '../world/content.ts';
import type { Route } from './route.ts';

export const connectRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/callback/ws/endpoint',
    identity: 'none',
    note: 'refusals come with HTTP 200; client assertions (ClientAssertion) are not taken',
    handle: ({ body, deliver }) => deliver.connections.endpoint(isObject(body) ? body : {}),
  },
];
