import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listenProblem } from '../app/listen-problem.ts';
import { manifest } from '../app/manifest.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';

type Env = Record<string, string | undefined>;

/** The platform alone, for any Feishu bot to point at. Prints what such a bot needs to know; ends with the process. */
export async function sandboxCommand(env: Env): Promise<number> {
  const port = portOf(env, 'SANDBOX_PORT', 4000);
  const sandbox = await startSandbox({
    port,
    ...manifest(),
    ...(env.FEISHU_APP_ID ? { appId: env.FEISHU_APP_ID } : {}),
    ...(env.FEISHU_APP_SECRET ? { appSecret: env.FEISHU_APP_SECRET } : {}),
    ...(env.FEISHU_ENCRYPT_KEY ? { encryptKey: env.FEISHU_ENCRYPT_KEY } : {}),
    ...(env.FEISHU_VERIFICATION_TOKEN ? { verificationToken: env.FEISHU_VERIFICATION_TOKEN } : {}),
    realTime: true,
    accounts: {},
  }).catch((error: unknown) => {
    throw listenProblem(error, { host: '127.0.0.1', port, portFrom: 'SANDBOX_PORT' });
  });
  process.stdout.write(howToConnect(sandbox, env));
  process.stdout.write(howToRegister(sandbox));
  return new Promise((resolve) => {
    const end = (): void => void sandbox.close().then(() => resolve(0));
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  });
}

/** In this order: the sandbox takes an address only when somebody answers there. */
export function howToConnect(sandbox: Pick<Sandbox, 'url' | 'appId' | 'appSecret' | 'encryptKey' | 'verificationToken'>, env: Env): string {
  // A bot on any free port can't be named before it runs.
  const port = portOf(env, 'PORT', 3000) || 3000;
  return `${[
    `Chat page: ${sandbox.url}`,
    '1. Start the bot, in another terminal, with:',
    `  FEISHU_DOMAIN=${sandbox.url}`,
    `  FEISHU_APP_ID=${sandbox.appId}`,
    `  FEISHU_APP_SECRET=${sandbox.appSecret}`,
    `  FEISHU_ENCRYPT_KEY=${sandbox.encryptKey ?? ''}`,
    `  FEISHU_VERIFICATION_TOKEN=${sandbox.verificationToken ?? ''}`,
    `  PORT=${port}`,
    '2. When it runs, tell the sandbox where it listens:',
    `  curl -H 'content-type: application/json' -d '{"url":"http://127.0.0.1:${port}/webhook/event"}' ${sandbox.url}/_sandbox/webhook`,
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

function portOf(env: Env, name: string, unset: number): number {
  const text = env[name]?.trim() || String(unset);
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new Error(`${name}: must be a port number from 0 to 65535 (0 = any free port)`);
}
