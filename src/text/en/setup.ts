import type { setup as zh } from '../zh/setup.ts';

/** What `npm run setup` says. */
export const setup: typeof zh = {
  name: 'Meeting Assistant',
  description: 'Books video meetings from chat: @me tomorrow 3pm weekly sync',
  usage: 'Usage: npm run setup, or npm run setup -- --app-id cli_… (adds scopes, events and callbacks to an app that you have).',
  scan: (url, minutes) => `Scan with Feishu or Lark, or open this link, and confirm the app (valid for ${minutes} minutes):\n${url}`,
  lark: 'This company is on Lark: continuing there.',
  written: (path, appId) => `The app ${appId} is ready. Its credentials are in ${path}, which only you can read.`,
  kept: (path) => `What was there before is kept in ${path}.`,
  admin: 'You are the administrator of the bot (BOT_ADMINS).',
  left: (console) => [
    'Left for you to do:',
    `1. Publish a version, and choose who may use it: ${console}/version`,
    '2. Run npm run doctor to see that all is well',
    '3. Run npm start, then write to the bot: tomorrow 3pm weekly sync',
    '4. Add the bot to the groups that should have it, in their settings',
  ],
  failed: (why) =>
    ({
      abort: 'Cancelled, nothing was created.',
      access_denied: 'Whoever scanned it said no, nothing was created.',
      expired_token: 'The code expired, nothing was created. Run npm run setup again.',
      unreachable: 'Feishu cannot be reached, nothing was created. Check the network and the proxy, then run npm run setup again.',
      other:
        'Feishu did not accept it, nothing was created. Try again; or create the app by hand in the developer console, see the README.',
    })[why],
};
