import { fields, str } from '../narrow.ts';
import type { Call } from './call.ts';

/** How the app is to be told, as far as the platform says; null: it does not say. */
export interface Subscriptions {
  /** `webhook` or `websocket`. */
  eventsBy: string | null;
  events: string[] | null;
  callbacksBy: string | null;
  callbacks: string[] | null;
}

/** Any of these lets an app look at itself. Source: application-v6 application/get. */
export const SELF_SCOPE = 'application:application:self_manage';

/** What the published app subscribes to. Fails with 99991672 or 210508 without `SELF_SCOPE`. */
export async function subscriptionsOf(call: Call, appId: string): Promise<Subscriptions> {
  const { data } = await call({
    api: 'application.application.get',
    repeat: 'read',
    send: (client, options) => client.application.v6.application.get({ path: { app_id: appId }, params: { lang: 'zh_cn' } }, options),
  });
  const app = fields(data.app) ?? {};
  const event = fields(app.event) ?? {};
  const callback = { ...fields(app.callback), ...fields(app.callback_info) };
  return {
    eventsBy: str(event.subscription_type),
    events: names(event.subscribed_events),
    callbacksBy: str(callback.callback_type),
    callbacks: names(callback.subscribed_callbacks),
  };
}

const names = (list: unknown): string[] | null =>
  Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : null;
