import type { Fault, Reasons, Words, doctor as zh } from '../zh/doctor.ts';

const faults: Record<Fault, (path: string) => Words> = {
  full: (path) => [`the disk of ${path} is full`, 'free some space; nothing that was acknowledged is lost'],
  busy: (path) => [`another program keeps ${path} locked`, 'close whatever has it open besides the bot'],
  unwritable: (path) => [
    `${path} cannot be written`,
    'check that its directory exists on a working disk and belongs to the bot’s user, or set DATABASE_URL',
  ],
  unreachable: (path) => [
    `${path} cannot be reached`,
    'check that the server runs, that address and port are right and the network is open; the bot keeps trying, and nothing that was acknowledged is lost',
  ],
  denied: (path) => [
    `${path} does not let this user in`,
    'check user, password and database in DATABASE_URL, and grant CREATE and USAGE on the schema',
  ],
  newer: (path) => [`${path} was written by a newer version of the bot`, 'run that version, or choose another file in DATABASE_URL'],
  older: (path) => [`${path} was written by an older version of the bot`, 'start the bot once, it brings it up to date'],
  missing: (path) => [`${path} does not exist`, 'the bot makes it when it starts'],
  foreign: (path) => [`${path} belongs to another program`, 'choose another file in DATABASE_URL'],
  damaged: (path) => [`${path} is no database, or is damaged`, 'restore a backup, or move the file away to start with an empty store'],
  unsupported: (path) => [
    `${path} cannot be used as a store`,
    'use a file on a local disk in DATABASE_URL, for example file:./data/bot.db',
  ],
  in_use: (path) => [`${path} is in use`],
  closed: (path) => [`${path} cannot be opened`, 'try again, or choose another file in DATABASE_URL'],
  other: (path) => [`${path} cannot be opened`, 'try again, or choose another file in DATABASE_URL'],
};

const reasons: Record<keyof Reasons, readonly [string, string]> = {
  dns: ['no such host', 'check the spelling of FEISHU_DOMAIN and this machine’s DNS'],
  tls: ['its certificate is not trusted', 'where a company network has its own root, give it to Node with NODE_EXTRA_CA_CERTS'],
  refused: ['nothing listens there', 'check FEISHU_DOMAIN; when it is the sandbox, run npm run sandbox first'],
  silent: ['no answer', 'see whether a firewall lets this machine reach that address'],
};

const statuses = [
  'waiting to be installed',
  'disabled by the organization',
  'enabled',
  'installed, waiting to be enabled',
  'upgraded, waiting to be enabled',
  'disabled: its license expired',
  'disabled: the organization’s plan expired or was downgraded',
];

const without: Record<string, string> = {
  'im:message:send_as_bot': 'the bot cannot send anything',
  'im:message.p2p_msg:readonly': 'direct messages are not heard',
  'im:message.group_at_msg:readonly': 'mentions in groups are not heard',
  'vc:reserve': 'no meeting can be booked',
  'vc:reserve:readonly': 'neither a meeting’s state nor who is in it can be read',
  'im:chat:read': 'topic groups look like ordinary ones, and groups to share to cannot be listed',
  'im:chat.members:read': 'meetings for “this group only” cannot be booked',
  'im:chat.members:bot_access': 'no welcome when the bot joins a group',
  'im:user_agent:read': 'people who have not written yet get the default language',
};

/** Codes of the long connection: what is wrong, and what to do. */
const refusals: Record<number, readonly [string, string]> = {
  1: ['the platform is busy', 'try again in a while'],
  403: [
    'the app may not use long connections',
    'only custom apps may; choose “Receive events through persistent connection” and publish a version',
  ],
  514: ['App ID and App Secret do not belong together', 'check FEISHU_APP_ID and FEISHU_APP_SECRET'],
  1000040350: ['the app has 50 connections already', 'clients are still running somewhere: stop them, and see the log of events'],
  1000040351: [
    'the app belongs to the other platform',
    'set FEISHU_DOMAIN to https://open.larksuite.com for Lark, https://open.feishu.cn for Feishu',
  ],
};

/** What is missing where it is not subscribed to. */
const unheard: Record<string, string> = {
  'im.message.receive_v1': 'no message is heard',
  'card.action.trigger': 'no button on a card works',
  'im.chat.member.bot.added_v1': 'no welcome when the bot joins a group',
  'im.chat.access_event.bot_p2p_chat_entered_v1': 'no welcome when somebody opens the chat',
  'application.bot.menu_v6': 'the bot’s menu does nothing',
};

export const doctor: typeof zh = {
  about: {
    node: 'Node',
    config: 'Configuration',
    store: 'Store',
    bot_process: 'Running bot',
    port: 'Port',
    domain: 'Open platform',
    clock: 'Clock',
    credentials: 'Credentials',
    bot: 'Bot',
    scopes: 'Permissions',
    webhook: 'Webhook',
    disk: 'Disk',
    connection: 'Long connection',
    subscriptions: 'Events and callbacks',
  },
  node_ok: (a) => [a.version],
  node_old: (a) => [`${a.version} is too old`, 'install Node 20.19 or newer: https://nodejs.org'],
  config_feishu: (a) => [`app ${a.appId} at ${a.domain}`],
  config_sandbox: () => [
    'no FEISHU_ variable is set: npm start would run with the sandbox, no account needed',
    'for a real tenant run npm run setup, or copy .env.example to .env and fill it in',
  ],
  config_wrong: (a) => [a.problem, 'correct .env or the environment and run this again'],
  store_ok: (a) => [`${a.path} takes writes; ${a.waiting} waiting, ${a.dead} given up`],
  store_new: (a) => [`${a.path} does not exist yet; a start creates it`],
  store_in_use: (a) => [`${a.path} is held by the running bot, which is fine`],
  store_fault: (a) => faults[a.fault](a.path),
  process_ready: (a) => [`${a.url} is ready`],
  process_not_ready: (a) => [`${a.url} is not ready: ${a.reasons}`, 'read its log, and see below'],
  process_mute: (a) => [
    `${a.url} is not ready, and tells strangers no reason`,
    'set METRICS_TOKEN and restart it to see the reason here, or read its log',
  ],
  process_silent: (a) => [
    `the store is in use, but no bot answers at ${a.url}`,
    'the bot runs with another PORT than this, or it hangs: read its log',
  ],
  port_ok: (a) => [`${a.name} ${a.host}:${a.port} is free`],
  port_any: (a) => [
    `${a.name} 0: any free port at each start`,
    a.fixed ? 'a request URL needs a fixed one: set PORT, for example 3000' : undefined,
  ],
  port_taken: (a) => [`another program uses ${a.name} ${a.host}:${a.port}`, `stop that program, or set ${a.name} to another port`],
  port_denied: (a) => [
    `not allowed to listen on ${a.name} ${a.host}:${a.port}`,
    `set ${a.name} to a port above 1024 and put a reverse proxy in front`,
  ],
  port_no_host: (a) => [`this machine has no address ${a.host}`, 'set HOST to 0.0.0.0 (all addresses) or 127.0.0.1 (this machine only)'],
  domain_ok: (a) => [`${a.domain} answers (${a.ms} ms)`],
  domain_unreachable: (a) => {
    const [why, next] = reasons[a.kind];
    return [`${a.domain} cannot be reached: ${why} (${a.reason})`, next];
  },
  clock_off: (a) => [
    `this machine is ${Math.abs(a.seconds)} s ${a.seconds > 0 ? 'ahead of' : 'behind'} the open platform`,
    'switch on time synchronization (NTP); pushes that are too far off are taken for forgeries',
  ],
  credentials_ok: () => ['App ID and App Secret are accepted'],
  credentials_refused: (a) => [
    a.why,
    `check FEISHU_APP_ID and FEISHU_APP_SECRET: developer console ${a.console} > your app > Credentials & Basic Info`,
  ],
  not_platform: (a) => [
    `something other than the open platform answers at ${a.domain}`,
    'check FEISHU_DOMAIN: https://open.feishu.cn for Feishu, https://open.larksuite.com for Lark',
  ],
  call_failed: (a) => [a.why, 'run this again in a while; Feishu’s support can look up the log ID'],
  bot_ok: (a) => [`“${a.name}” is enabled`],
  bot_status: (a) => [
    `“${a.name}” is ${statuses[a.status] ?? `in an unknown state (${a.status})`}`,
    'an administrator can enable it in the Admin Console; publish the latest version',
  ],
  bot_refused: (a) => [a.why, `developer console ${a.console} > your app > Add Features > Bot, then publish a version`],
  scopes_ok: (a) => [`all ${a.count} are granted`],
  scope_missing: (a) => [
    `${a.scope} was not asked for${without[a.scope] ? `: ${without[a.scope]}` : ''}`,
    `ask for it and publish a version: ${a.link}`,
  ],
  scope_waiting: (a) => [
    `${a.scope} is not granted${without[a.scope] ? `: ${without[a.scope]}` : ''}`,
    `publish a version and have an administrator approve it: ${a.link}`,
  ],
  scopes_unknown: (a) => [
    `what was granted cannot be read: ${a.why}`,
    'compare “Permissions” in the developer console with app.manifest.json',
  ],
  manifest_missing: () => [
    'no app.manifest.json in this directory: what is needed is not known',
    'run npm run doctor in the project’s root',
  ],
  webhook_ok: (a) => [
    `received on port ${a.port} at /webhook/event, signatures verified`,
    'enter https://your.host/webhook/event for events and for callbacks in the console',
  ],
  webhook_token_only: (a) => [
    `received on port ${a.port} at /webhook/event; without FEISHU_ENCRYPT_KEY only the verification token is checked`,
    'only for a sandbox on this machine; a real tenant needs an encrypt key',
  ],
  process_note: (a) => [a.note, 'see “Operation” in the README'],
  disk_ok: (a) => [`${a.gigabytes} GB left at ${a.path}`],
  disk_low: (a) => [
    `only ${a.megabytes} MB left at ${a.path}`,
    'free some space, or point DATABASE_URL to another disk; once it is full no new message can be taken',
  ],
  clock_off_store: (a) => [
    `${a.path} is ${Math.abs(a.seconds)} s ${a.seconds > 0 ? 'ahead of' : 'behind'} this machine`,
    'switch on time synchronization (NTP) on the database server; all instances go by its clock',
  ],
  other_brand: (a) => [`this app is not at ${a.domain} but at ${a.other}`, `set FEISHU_DOMAIN to ${a.other}`],
  connection_ok: (a) => [
    `${a.host} can be reached and accepts the app`,
    'each event goes to one of the app’s clients only: stop others that still run somewhere (an old server, a colleague’s machine)',
  ],
  connection_accepted: () => ['the platform accepts the app'],
  connection_up: () => ['is up'],
  connection_down: (a) => [a.problem, 'the bot reconnects by itself; where it never does, run npm run doctor'],
  connection_unreachable: (a) => [
    `the platform does not say where to connect (${a.reason})`,
    'run this again in a while; look at proxies and firewalls, long connections support no proxy',
  ],
  connection_refused: (a) => {
    const known = refusals[a.code];
    return [
      `refused (${a.code}): ${known?.[0] ?? (a.msg || 'no reason given')}`,
      `${known?.[1] ?? 'check how events are received'}: ${a.link}`,
    ];
  },
  connection_blocked: (a) => [
    `accepted, but ${a.host} cannot be reached (${a.reason})`,
    'let the firewall pass WebSockets to that address (port 443); long connections support no proxy',
  ],
  events_taken: (a) => [
    `${a.count === 1 ? '1 event of a meeting' : `${a.count} events of meetings`} did not come here lately, while others did`,
    'another client of this app is probably taking them: stop it (an old server, a colleague’s machine)',
  ],
  subscribed: (a) => [`all ${a.count} that are needed`],
  not_subscribed: (a) => [
    `${a.name} is not subscribed to${unheard[a.name] ? `: ${unheard[a.name]}` : ''}`,
    `subscribe to it and publish a version: ${a.link}`,
  ],
  other_way: (a) => [
    a.told === 'webhook'
      ? 'the console sends to a request URL, while the bot opens a long connection'
      : 'the console sends over a long connection, while the bot waits at a request URL',
    `change it in the console, or set FEISHU_TRANSPORT=${a.told === 'webhook' ? 'webhook' : 'websocket'}: ${a.link}`,
  ],
  subscriptions_untold: (a) => [
    'the platform does not tell what is subscribed to',
    `make sure of ${a.events}: ${a.link}; with this permission it can be read: ${a.scope}`,
  ],
  verdict: (problems, warnings) => {
    if (problems > 0) return `${problems === 1 ? '1 problem' : `${problems} problems`}: the bot cannot work until that is solved.`;
    if (warnings === 0) return 'Ready to run.';
    return `Ready to run; ${warnings === 1 ? '1 thing is' : `${warnings} things are`} worth a look.`;
  },
};
