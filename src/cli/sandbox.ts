import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { listenProblem } from '../app/listen-problem.ts';
import { manifest } from '../app/manifest.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import type { Env } from './environment.ts';

const USAGE = `Usage: npm run sandbox -- [options]
  --port N                    where the platform listens, on loopback (4000; 0 = any free port)
  --app-id cli_…              the app: cli_ and 16 hex digits (a new one)
  --app-secret …              (a new one)
  --encrypt-key …             '' = events go out plain and unsigned (a new one)
  --verification-token …      (a new one)
  --webhook URL               where the bot takes events; verified as soon as it answers. Without it events go over the long connection
  --manifest FILE             scopes, events and callbacks of the app (app.manifest.json)
  --all                       every scope, event and callback instead
`;

const text = { type: 'string' } as const;
const OPTIONS = {
  port: text,
  'app-id': text,
  'app-secret': text,
  'encrypt-key': text,
  'verification-token': text,
  webhook: text,
  manifest: text,
  all: { type: 'boolean' },
} as const;

/** The platform alone, for any Feishu bot to point at. Prints what such a bot needs to know; ends with the process. */
export async function sandboxCommand(argv: string[], env: Env): Promise<number> {
  const asked = optionsOf(argv, env);
  if (typeof asked === 'string') {
    process.stderr.write(asked);
    return 1;
  }
  const port = portOf(asked.port, 'SANDBOX_PORT', 4000);
  const sandbox = await startSandbox({
    port,
    ...(asked.all ? {} : manifest(asked.manifest)),
    ...asked.app,
    realTime: true,
    accounts: {},
  }).catch((error: unknown) => {
    throw listenProblem(error, { host: '127.0.0.1', port, portFrom: 'SANDBOX_PORT' });
  });
  process.stdout.write(howToConnect(sandbox, env, asked.webhook));
  process.stdout.write(howToRegister(sandbox));
  const trying = asked.webhook === undefined ? undefined : tellWhereItListens(sandbox, asked.webhook);
  return new Promise((resolve) => {
    const end = (): void => {
      clearInterval(trying);
      void sandbox.close().then(() => resolve(0));
    };
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  });
}

type App = Partial<Pick<Sandbox, 'appId' | 'appSecret' | 'encryptKey' | 'verificationToken'>>;

interface Asked {
  port: string | undefined;
  webhook: string | undefined;
  manifest: string | undefined;
  all: boolean;
  app: App;
}

/** What the command line says, else the environment; or what is wrong. */
function optionsOf(argv: string[], env: Env): Asked | string {
  let said: ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];
  try {
    said = parseArgs({ args: argv, options: OPTIONS }).values;
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${USAGE}`;
  }
  const appId = said['app-id'] ?? (env.FEISHU_APP_ID || undefined);
  const appSecret = said['app-secret'] ?? (env.FEISHU_APP_SECRET || undefined);
  const encryptKey = said['encrypt-key'] ?? (env.FEISHU_ENCRYPT_KEY || undefined);
  const verificationToken = said['verification-token'] ?? (env.FEISHU_VERIFICATION_TOKEN || undefined);
  return {
    port: said.port ?? env.SANDBOX_PORT,
    webhook: said.webhook,
    manifest: said.manifest,
    all: said.all ?? false,
    app: {
      ...(appId === undefined ? {} : { appId }),
      ...(appSecret === undefined ? {} : { appSecret }),
      ...(encryptKey === undefined ? {} : { encryptKey }),
      ...(verificationToken === undefined ? {} : { verificationToken }),
    },
  };
}

const TRY_EVERY_MS = 500;

/** The bot may start after the platform. */
function tellWhereItListens(sandbox: Sandbox, url: string): NodeJS.Timeout {
  const timer = setInterval(() => {
    sandbox.setWebhook(url).then(
      () => {
        if (!timer.hasRef()) return;
        clearInterval(timer);
        timer.unref();
        process.stdout.write(`Events go to ${url}\n`);
      },
      () => {},
    );
  }, TRY_EVERY_MS);
  return timer;
}

type Known = Pick<Sandbox, 'url' | 'appId' | 'appSecret' | 'encryptKey' | 'verificationToken'>;

/** In this order: the sandbox takes an address only when somebody answers there. */
export function howToConnect(sandbox: Known, env: Env, webhook?: string): string {
  // A bot on any free port can't be named before it runs.
  const port = portOf(env.PORT, 'PORT', 3000) || 3000;
  return `${[
    `Chat page: ${sandbox.url}`,
    '1. Start the bot, in another terminal, with:',
    `  FEISHU_DOMAIN=${sandbox.url}`,
    `  FEISHU_APP_ID=${sandbox.appId}`,
    `  FEISHU_APP_SECRET=${sandbox.appSecret}`,
    `  FEISHU_ENCRYPT_KEY=${sandbox.encryptKey ?? ''}`,
    `  FEISHU_VERIFICATION_TOKEN=${sandbox.verificationToken ?? ''}`,
    ...(webhook === undefined
      ? [
          `  PORT=${port}`,
          '2. When it runs, tell the sandbox where it listens:',
          `  curl -H 'content-type: application/json' -d '{"url":"http://127.0.0.1:${port}/webhook/event"}' ${sandbox.url}/_sandbox/webhook`,
        ]
      : [`2. Events go to ${webhook} as soon as it answers there.`]),
  ].join('\n')}\n`;
}

/** The same as a scan on the real platform. Trusting the certificate takes a file: Node reads it when it starts. */
function howToRegister({ accounts, url }: Sandbox): string {
  if (!accounts) return '';
  const file = join(mkdtempSync(join(tmpdir(), 'feishu-sandbox-')), 'ca.pem');
  writeFileSync(file, accounts.certificate);
  const to = `--accounts ${accounts.host} --lark-accounts ${accounts.larkHost} --domain ${url}`;
  return `To register an app by scanning: NODE_EXTRA_CA_CERTS=${file} npm run setup -- ${to}\n`;
}

function portOf(given: string | undefined, name: string, unset: number): number {
  const said = given?.trim() || String(unset);
  const port = Number(said);
  if (/^\d+$/.test(said) && port <= 65535) return port;
  throw new Error(`${name}: must be a port number from 0 to 65535 (0 = any free port)`);
}
