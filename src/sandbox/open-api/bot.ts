import { Refusal } from '../world/errors.ts';
import type { Route } from './route.ts';

export const botRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/open-apis/bot/v3/info',
    identity: 'tenant',
    handle({ platform: { app } }) {
      if (!app.botEnabled) throw new Refusal(230006, { msg: 'Bot ability is not activated.' });
      return {
        code: 0,
        msg: 'ok',
        bot: { activate_status: 2, app_name: app.name, avatar_url: '', ip_white_list: [], open_id: app.botOpenId },
      };
    },
  },
];
