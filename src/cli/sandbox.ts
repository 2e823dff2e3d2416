import { startSandbox } from '../sandbox/server.ts';
import { manifest } from '../try.ts';

/** The platform alone, for any Feishu bot to point at. Prints what such a bot needs to know; ends with the process. */
export async function sandboxCommand(env: Record<string, string | undefined>): Promise<number> {
  const port = Number(env['SANDBOX_PORT'] || 4000);
  const sandbox = await startSandbox({
    port,
    ...manifest(),
    ...(env['FEISHU_APP_ID'] ? { appId: env['FEISHU_APP_ID'] } : {}),
    ...(env['FEISHU_APP_SECRET'] ? { appSecret: env['FEISHU_APP_SECRET'] } : {}),
    ...(env['FEISHU_ENCRYPT_KEY'] ? { encryptKey: env['FEISHU_ENCRYPT_KEY'] } : {}),
    ...(env['FEISHU_VERIFICATION_TOKEN'] ? { verificationToken: env['FEISHU_VERIFICATION_TOKEN'] } : {}),
    realTime: true,
  });
  process.stdout.write(
    `${[
      `Chat page: ${sandbox.url}`,
      'Start the bot with:',
      `  FEISHU_DOMAIN=${sandbox.url}`,
      `  FEISHU_APP_ID=${sandbox.appId}`,
      `  FEISHU_APP_SECRET=${sandbox.appSecret}`,
      `  FEISHU_ENCRYPT_KEY=${sandbox.encryptKey ?? ''}`,
      `  FEISHU_VERIFICATION_TOKEN=${sandbox.verificationToken ?? ''}`,
      `Then tell the sandbox where it listens: POST ${sandbox.url}/_sandbox/webhook {"url":"http://127.0.0.1:3000/webhook/event"}`,
    ].join('\n')}\n`,
  );
  return new Promise((resolve) => {
    const end = (): void => void sandbox.close().then(() => resolve(0));
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  });
}
