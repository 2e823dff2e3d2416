import { isObject } from '../world/content.ts';
import type { Call, Route } from './route.ts';
import { issueToken } from './token.ts';

/** Failures of the token endpoint come with HTTP 200 and without a token. */
function issue(call: Call, app: boolean): object {
  const { platform, body } = call;
  const id = isObject(body) ? body.app_id : undefined;
  const secret = isObject(body) ? body.app_secret : undefined;
  if (id !== platform.app.appId || typeof secret !== 'string' || secret === '') return { code: 10003, data: {}, msg: 'invalid param' };
  if (secret !== platform.app.appSecret) return { code: 10014, msg: 'app secret invalid' };
  const { token, expire } = issueToken(platform);
  return { code: 0, msg: 'ok', tenant_access_token: token, expire, ...(app ? { app_access_token: token } : {}) };
}

const at = (path: string, app: boolean): Route => ({ method: 'POST', path, identity: 'none', handle: (call) => issue(call, app) });

export const authRoutes: readonly Route[] = [
  at('/open-apis/auth/v3/tenant_access_token/internal', false),
  at('/open-apis/auth/v3/tenant_access_token/internal/', false),
  at('/open-apis/auth/v3/app_access_token/internal', true),
  at('/open-apis/auth/v3/app_access_token/internal/', true),
];
