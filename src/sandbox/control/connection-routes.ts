import { NotPossible } from '../people/not-possible.ts';
import type { ControlRoute } from './request.ts';

/** The app's long connections. */
export const connectionRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: '/_sandbox/connections',
    handle: ({ parts }) => ({ connections: parts.deliver.connections.list(), client_config: parts.platform.clientConfig }),
  },
  {
    method: 'POST',
    path: '/_sandbox/connections',
    handle({ parts, body }) {
      const { drop, client_config: config } = body;
      if (drop !== undefined && drop !== 'close' && drop !== 'terminate') throw new NotPossible('drop must be close or terminate.');
      if (config !== undefined) {
        const next = { ...parts.platform.clientConfig, ...(config as object) };
        if (Object.keys(next).length !== 4 || Object.values(next).some((value) => typeof value !== 'number'))
          throw new NotPossible('client_config holds ReconnectCount, ReconnectInterval, ReconnectNonce and PingInterval, in seconds.');
        parts.platform.clientConfig = next;
      }
      if (drop) parts.deliver.connections.drop(drop);
      return {};
    },
  },
];
