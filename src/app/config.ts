import * as z from 'zod/mini';
import type { Lang, Remind } from '../domain/settings.ts';
import type { Zone } from '../domain/time.ts';

export interface Config {
  /** `sandbox`: no Feishu variable is set, bot and platform run in one process. */
  mode: 'sandbox' | 'feishu';
  appId: string;
  appSecret: string;
  encryptKey: string | null;
  verificationToken: string | null;
  /** Base URL of the open platform, without a slash at its end. */
  domain: string;
  transport: 'webhook' | 'websocket';
  host: string;
  port: number;
  sandboxPort: number;
  databaseUrl: string;
  zone: Zone;
  lang: Lang;
  /** Where neither a person nor a group has set anything else. */
  minutes: number;
  join: 'muted' | 'open' | 'preview';
  record: boolean;
  password: 'owner' | 'none' | 'random';
  access: 'anyone' | 'company' | 'chat';
  /** open_ids. */
  admins: string[];
  /** Who may use the bot, and in which groups; empty: everybody, everywhere. */
  allowUsers: string[];
  /** open_department_ids. */
  allowDepartments: string[];
  allowChats: string[];
  /** Bookings an hour of one person, and in one chat; 0 = as many as they like. */
  quotaPerson: number;
  quotaChat: number;
  /** How a press is answered that brings a new card: in the answer, or by a patch right after it. */
  cardAnswer: 'card' | 'patch';
  /** Minutes before the start; `off`: no reminder, nor a word at the start. */
  remind: Remind;
  /** Who brings it sees `/metrics` and the reasons of `/readyz` from anywhere; null: only this machine does. */
  metricsToken: string | null;
  logLevel: string;
}

const DEFAULT_PORT = 3000;
const DEFAULT_SANDBOX_PORT = 4000;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

const empty = (value: unknown): unknown => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const text = (valid: (value: string) => boolean, problem: string) => z.string().check(z.trim(), z.refine(valid, problem));
const any = z.string().check(z.trim());
const whole = (min: number, max: number, problem: string) =>
  z.coerce.number(problem).check(z.int(problem), z.minimum(min, problem), z.maximum(max, problem));
/** Set to nothing is the same as not set. */
const optional = <T extends z.core.$ZodType>(schema: T) => z.pipe(z.transform(empty), z.optional(schema));
/** What holds where nothing is set. */
const usually = <T extends z.core.$ZodType>(schema: T, value: z.core.util.NoUndefined<z.output<T>>) =>
  z.pipe(z.transform(empty), z._default(schema, value));
const port = whole(0, 65535, 'must be a port number from 0 to 65535 (0 = any free port)');
const quota = whole(0, 100_000, 'must be a whole number of bookings an hour (0 = no limit)');

/** Ids with commas between. */
const ids = (shape: RegExp, problem: string) =>
  usually(
    text((value) => listOf(value).every((id) => shape.test(id)), problem),
    '',
  );
const listOf = (value: string): string[] => value.split(/[\s,]+/).filter((id) => id !== '');

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const ZONES = 'https://en.wikipedia.org/wiki/List_of_tz_database_time_zones';

const ENV = z.object({
  FEISHU_APP_ID: optional(any),
  FEISHU_APP_SECRET: optional(any),
  FEISHU_ENCRYPT_KEY: optional(any),
  FEISHU_VERIFICATION_TOKEN: optional(any),
  FEISHU_DOMAIN: optional(
    text((value) => /^https?:\/\/[^/?#]+\/?$/.test(value) && URL.canParse(value), 'must be an origin such as https://open.feishu.cn'),
  ),
  FEISHU_TRANSPORT: optional(z.enum(['webhook', 'websocket'], 'must be webhook or websocket')),
  HOST: optional(any),
  PORT: usually(port, DEFAULT_PORT),
  SANDBOX_PORT: usually(port, DEFAULT_SANDBOX_PORT),
  DATABASE_URL: usually(
    text(
      (value) => /^file:.+/.test(value) || (/^postgres(ql)?:\/\/.+/.test(value) && URL.canParse(value)),
      'must be file:PATH, for example file:./data/bot.db, or postgres://USER:PASSWORD@HOST/DATABASE for several instances',
    ),
    'file:./data/bot.db',
  ),
  BOT_TIMEZONE: usually(text(isZone, `must be an IANA time zone such as Asia/Shanghai (list: ${ZONES})`), 'Asia/Shanghai'),
  BOT_LANGUAGE: usually(z.enum(['zh_cn', 'en_us'], 'must be zh_cn or en_us'), 'zh_cn'),
  BOT_DEFAULT_MINUTES: usually(whole(5, 1440, 'must be a whole number of minutes from 5 to 1440 (a day)'), 60),
  BOT_DEFAULT_JOIN: usually(z.enum(['muted', 'open', 'preview'], 'must be muted, open (microphone and camera on) or preview'), 'muted'),
  BOT_DEFAULT_RECORD: usually(z.enum(['true', 'false'], 'must be true or false'), 'false'),
  BOT_DEFAULT_PASSWORD: usually(z.enum(['owner', 'none', 'random'], 'must be owner, none or random'), 'owner'),
  BOT_DEFAULT_ACCESS: usually(z.enum(['anyone', 'company', 'chat'], 'must be anyone, company or chat'), 'anyone'),
  BOT_ADMINS: ids(/^ou_[A-Za-z0-9_-]+$/, 'must be open_ids such as ou_84aad35d084aa403a838cf73ee18467, separated by commas'),
  BOT_ALLOW_USERS: ids(
    /^(?:ou_|od-)[A-Za-z0-9_-]+$/,
    'must be open_ids such as ou_84aad35d084aa403a838cf73ee18467, or departments (od-4e6ac4d14bcd5071a37a39de902c7141), separated by commas',
  ),
  BOT_ALLOW_CHATS: ids(/^oc_[A-Za-z0-9_-]+$/, 'must be chat_ids such as oc_5ad11d72b830411d72b836c20, separated by commas'),
  BOT_QUOTA_PERSON: usually(quota, 30),
  BOT_QUOTA_CHAT: usually(quota, 100),
  BOT_CARD_ANSWER: usually(z.enum(['card', 'patch'], 'must be card or patch'), 'card'),
  BOT_REMIND_MINUTES: usually(
    z.pipe(
      text(
        (value) => value === 'off' || (/^\d{1,4}$/.test(value) && Number(value) <= 1440),
        'must be off, or a whole number of minutes up to 1440 (a day)',
      ),
      z.transform((value): Remind => (value === 'off' ? 'off' : Number(value))),
    ),
    10,
  ),
  METRICS_TOKEN: optional(
    text(
      (value) => /^[\x21-\x7e]{8,}$/.test(value),
      'must be at least 8 letters, digits or signs, without blanks; for example from: openssl rand -hex 24',
    ),
  ),
  LOG_LEVEL: usually(z.enum(LEVELS, `must be ${LEVELS.slice(0, -1).join(', ')} or silent`), 'info'),
});

const CREDENTIALS = 'Feishu developer console (https://open.feishu.cn/app) > your app > Credentials & Basic Info';
const EVENTS = 'Feishu developer console > your app > Events & Callbacks > Encryption Strategy';

/**
 * Environment → Config. Every problem is reported at once, each with where to find the right value.
 * Without any `FEISHU_*` variable the bot runs with its own sandbox.
 */
export function readConfig(env: Record<string, string | undefined>): { config: Config } | { problems: string[] } {
  const parsed = ENV.safeParse(env);
  const problems: string[] = [];
  if (!parsed.success) for (const issue of parsed.error.issues) problems.push(`${String(issue.path[0] ?? '')}: ${issue.message}`);
  const raw: Raw = (name) => env[name]?.trim() || null;

  const appId = raw('FEISHU_APP_ID');
  const secrets = ['FEISHU_APP_SECRET', 'FEISHU_ENCRYPT_KEY', 'FEISHU_VERIFICATION_TOKEN', 'FEISHU_DOMAIN', 'FEISHU_TRANSPORT'].filter(raw);
  const sandbox = !appId && secrets.length === 0;
  const encryptKey = raw('FEISHU_ENCRYPT_KEY');
  const verificationToken = raw('FEISHU_VERIFICATION_TOKEN');
  const domain = (raw('FEISHU_DOMAIN') ?? 'https://open.feishu.cn').replace(/\/$/, '');
  const transport = raw('FEISHU_TRANSPORT') ?? (encryptKey || verificationToken ? 'webhook' : 'websocket');

  problems.push(...(sandbox ? portProblems(raw) : appProblems(raw, { appId, domain, transport, others: secrets })));
  if (!parsed.success || problems.length > 0) return { problems };

  const e = parsed.data;
  return {
    config: {
      mode: sandbox ? 'sandbox' : 'feishu',
      appId: appId ?? '',
      appSecret: raw('FEISHU_APP_SECRET') ?? '',
      encryptKey,
      verificationToken,
      domain,
      transport: transport === 'websocket' && !sandbox ? 'websocket' : 'webhook',
      host: e.HOST ?? (sandbox ? '127.0.0.1' : '0.0.0.0'),
      port: e.PORT,
      sandboxPort: e.SANDBOX_PORT,
      databaseUrl: e.DATABASE_URL,
      zone: e.BOT_TIMEZONE,
      lang: e.BOT_LANGUAGE,
      minutes: e.BOT_DEFAULT_MINUTES,
      join: e.BOT_DEFAULT_JOIN,
      record: e.BOT_DEFAULT_RECORD === 'true',
      password: e.BOT_DEFAULT_PASSWORD,
      access: e.BOT_DEFAULT_ACCESS,
      admins: listOf(e.BOT_ADMINS),
      allowUsers: listOf(e.BOT_ALLOW_USERS).filter((id) => id.startsWith('ou_')),
      allowDepartments: listOf(e.BOT_ALLOW_USERS).filter((id) => id.startsWith('od-')),
      allowChats: listOf(e.BOT_ALLOW_CHATS),
      quotaPerson: e.BOT_QUOTA_PERSON,
      quotaChat: e.BOT_QUOTA_CHAT,
      cardAnswer: e.BOT_CARD_ANSWER,
      remind: e.BOT_REMIND_MINUTES,
      metricsToken: e.METRICS_TOKEN ?? null,
      logLevel: e.LOG_LEVEL,
    },
  };
}

type Raw = (name: string) => string | null;

function portProblems(raw: Raw): string[] {
  const [own, other] = [Number(raw('PORT') ?? DEFAULT_PORT), Number(raw('SANDBOX_PORT') ?? DEFAULT_SANDBOX_PORT)];
  if (own !== other || own === 0) return [];
  return [`SANDBOX_PORT: is ${other}, and so is PORT; bot and sandbox each need a port of their own (0 = any free port)`];
}

/** What is missing or wrong about the app at the platform, with where to find it. */
function appProblems(raw: Raw, o: { appId: string | null; domain: string; transport: string; others: readonly string[] }): string[] {
  const problems: string[] = [];
  const at = `Find it in: ${CREDENTIALS} > App ID`;
  if (!o.appId) problems.push(`FEISHU_APP_ID: is missing while ${o.others.join(', ')} is set. ${at}`);
  else if (!/^cli_[A-Za-z0-9_]+$/.test(o.appId)) problems.push(`FEISHU_APP_ID: must look like cli_a1b2c3d4e5f60718. ${at}`);
  // The SDK's client says nothing and connects to nothing with any other id.
  else if (o.transport === 'websocket' && !/^cli_[0-9a-fA-F]{16}$/.test(o.appId))
    problems.push(`FEISHU_APP_ID: must be cli_ and 16 hexadecimal digits for the long connection. ${at}`);
  if (!raw('FEISHU_APP_SECRET')) problems.push(`FEISHU_APP_SECRET: is missing. Find it in: ${CREDENTIALS} > App Secret`);
  if (o.transport !== 'webhook' || raw('FEISHU_ENCRYPT_KEY')) return problems;
  const loopback = URL.canParse(o.domain) && LOOPBACK.test(new URL(o.domain).hostname);
  if (!loopback)
    problems.push(
      `FEISHU_ENCRYPT_KEY: is needed for webhooks from a real tenant; without it anybody could forge messages. Set one in: ${EVENTS} > Encrypt Key`,
    );
  else if (!raw('FEISHU_VERIFICATION_TOKEN'))
    problems.push(`FEISHU_VERIFICATION_TOKEN: is needed when no encrypt key is set. Find it in: ${EVENTS} > Verification Token`);
  return problems;
}
