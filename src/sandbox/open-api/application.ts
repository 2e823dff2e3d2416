import { Refusal } from '../world/errors.ts';
import { EVENT_TYPES, SCOPES } from '../world/scopes.ts';
import { TIER_4 } from './gate.ts';
import { type Route, success } from './route.ts';

const GRANTED = 1;
const NOT_GRANTED = 2;

const ENABLED = 1;

/** Source: application-v6 scope/list, application/get. */
export const applicationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/open-apis/application/v6/scopes',
    identity: 'tenant',
    note: 'lists every scope of this table, as if the app had asked for all of them',
    handle({ platform: { app } }) {
      const names = [...new Set<string>([...SCOPES, ...app.scopes])];
      return success({
        scopes: names.map((scope_name) => ({
          scope_name,
          grant_status: app.scopes.has(scope_name) ? GRANTED : NOT_GRANTED,
          scope_type: 'tenant',
        })),
      });
    },
  },
  {
    method: 'GET',
    path: '/open-apis/application/v6/applications/:app_id',
    identity: 'tenant',
    anyOf: ['application:application:self_manage', 'admin:app.info:readonly'],
    tier: TIER_4,
    note: 'of the app itself; name, status, scopes, events and callbacks only',
    handle({ platform: { app }, params }) {
      if (!/^cli_[0-9a-f]{16}$/.test(params.app_id ?? '')) throw new Refusal(210503);
      if (params.app_id !== app.appId) throw new Refusal(210508);
      const way = app.webhookUrl ? 'webhook' : 'websocket';
      const url = app.webhookUrl ? { request_url: app.webhookUrl } : {};
      return success({
        app: {
          app_id: app.appId,
          status: ENABLED,
          scene_type: 0,
          app_name: app.name,
          primary_language: 'zh_cn',
          scopes: [...app.scopes].map((scope) => ({ scope, token_types: ['tenant'] })),
          event: { subscription_type: way, ...url, subscribed_events: app.events ?? EVENT_TYPES },
          callback_info: { callback_type: way, ...url, subscribed_callbacks: app.callbacks ?? ['card.action.trigger'] },
        },
      });
    },
  },
];
