/** `npm run setup`: scan a code, get an app with what the manifest asks for, and a `.env` that the bot starts with. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { AppAddons, registerApp } from '@larksuiteoapi/node-sdk';
import { renderUnicodeCompact } from 'uqr';
import type { Lang } from '../domain/settings.ts';
import { sdk } from '../feishu/api/sdk.ts';
import { SETUP } from '../text/commands.ts';
import { langOf } from './environment.ts';
import { changeEnv, envValue, readEnv, writeEnv } from './write-env.ts';

type Register = typeof registerApp;
type Registered = Awaited<ReturnType<Register>>;

export interface SetupIo {
  stdout: { write(text: string): unknown; isTTY?: boolean };
  now(): number;
  /** Ends the waiting. */
  signal?: AbortSignal;
}

const CONSOLE = { feishu: 'https://open.feishu.cn', lark: 'https://open.larksuite.com' } as const;
/** Those of another app are of no use to a new one. */
const OF_ONE_APP = ['FEISHU_ENCRYPT_KEY', 'FEISHU_VERIFICATION_TOKEN', 'FEISHU_TRANSPORT'] as const;

/** What the confirm page shows: exactly these keys, the SDK refuses others. */
function addonsOf(path: string): AppAddons {
  const { scopes, events, callbacks } = JSON.parse(readFileSync(path, 'utf8')) as AppAddons;
  return { preset: false, ...(scopes ? { scopes } : {}), ...(events ? { events } : {}), ...(callbacks ? { callbacks } : {}) };
}

/** @returns the exit code */
export async function setupCommand(argv: string[], env: Record<string, string | undefined>, io: SetupIo): Promise<number> {
  const lang = langOf(env);
  const words = SETUP[lang];
  const say = (text: string) => io.stdout.write(`${text}\n`);
  const asked = readArguments(argv);
  if (!asked) {
    say(words.usage);
    return 1;
  }
  const { env: envFile = '.env', 'app-id': appId, accounts, 'lark-accounts': larkAccounts, domain } = asked;
  try {
    const app = await sdk().registerApp({
      ...(accounts ? { domain: accounts, larkDomain: larkAccounts ?? accounts } : {}),
      ...(appId ? { appId } : { createOnly: true }),
      ...(io.signal ? { signal: io.signal } : {}),
      addons: addonsOf('app.manifest.json'),
      appPreset: { name: words.name, desc: words.description },
      onQRCodeReady({ url, expireIn }) {
        if (io.stdout.isTTY) say(renderUnicodeCompact(url));
        say(words.scan(url, Math.round(expireIn / 60)));
      },
      onStatusChange({ status }) {
        if (status === 'domain_switched') say(words.lark);
      },
    });
    finish(app, { env: envFile, domain, now: io.now() }, words, say);
    return 0;
  } catch (error) {
    say(words.failed(reasonOf(error)));
    return 1;
  }
}

function readArguments(argv: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: argv, options: { env: text, 'app-id': text, accounts: text, 'lark-accounts': text, domain: text } }).values;
  } catch {
    return null;
  }
}

type Reason = 'abort' | 'access_denied' | 'expired_token' | 'unreachable' | 'other';

function reasonOf(error: unknown): Reason {
  const { code } = (error ?? {}) as { code?: unknown };
  if (code === 'abort' || code === 'access_denied' || code === 'expired_token') return code;
  return typeof code === 'string' && /^[A-Z_]+$/.test(code) ? 'unreachable' : 'other';
}

type Words = (typeof SETUP)[Lang];

function finish(
  { client_id: id, client_secret: secret, user_info: person }: Registered,
  to: { env: string; domain: string | undefined; now: number },
  words: Words,
  say: (text: string) => unknown,
): void {
  const before = readEnv(to.env);
  const lark = person?.tenant_brand === 'lark';
  const domain = to.domain ?? CONSOLE[lark ? 'lark' : 'feishu'];
  const another = envValue(before, 'FEISHU_APP_ID') !== id;
  const admin = person?.open_id && (another || !envValue(before, 'BOT_ADMINS')) ? person.open_id : null;
  const values: Record<string, string | null> = {
    FEISHU_APP_ID: id,
    FEISHU_APP_SECRET: secret,
    FEISHU_DOMAIN: domain === CONSOLE.feishu ? null : domain,
    ...(admin ? { BOT_ADMINS: admin } : {}),
    ...(another ? Object.fromEntries(OF_ONE_APP.map((name) => [name, null])) : {}),
  };
  const kept = writeEnv(to.env, changeEnv(before, values), to.now);
  say(words.written(to.env, id));
  if (kept) say(words.kept(kept));
  if (admin) say(words.admin);
  say(words.left(`${domain}/app/${id}`).join('\n'));
}
